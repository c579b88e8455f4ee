# --- aux_of_other_types_1
torch.func.grad(lambda x: (x.sum(), 1), has_aux=True)(torch.ones(2))

# --- aux_of_other_types_2
torch.func.grad(lambda x: (x.sum(), {'a': x * 2, 'b': [x]}), has_aux=True)(torch.ones(2))

# --- aux_of_other_types_3
torch.func.grad(lambda x: (x.sum(), (x, 'a')), has_aux=True)(torch.ones(2))

# --- aux_of_other_types_4
torch.func.grad(lambda x: (x.sum(), None), has_aux=True)(torch.ones(2))

# --- aux_of_other_types_5
torch.func.vjp(lambda x: (x * 2, 'a'), torch.ones(2), has_aux=True)

# --- aux_of_other_types_6
torch.func.jvp(lambda x: (x * 2, 'a'), (torch.ones(2),), (torch.ones(2),), has_aux=True)

# --- aux_of_other_types_7
torch.func.jacrev(lambda x: (x * 2, 3), has_aux=True)(torch.ones(2))

# --- aux_of_other_types_8
torch.func.jacfwd(lambda x: (x * 2, 3), has_aux=True)(torch.ones(2))

# --- aux_of_other_types_9
torch.func.grad_and_value(lambda x: ((x ** 2).sum(), 'a'), has_aux=True)(torch.ones(2))

# --- aux_of_other_types_10
torch.func.grad(lambda x: (x.sum(), x.shape), has_aux=True)(torch.ones(2))

# --- argnums_1
torch.func.grad(lambda x: x.sum(), argnums=())(torch.ones(2))

# --- argnums_2
torch.func.jacrev(lambda x: x.sum(), argnums=())(torch.ones(2))

# --- argnums_3
torch.func.jacfwd(lambda x: x.sum(), argnums=())(torch.ones(2))

# --- argnums_4
torch.func.grad(lambda x: x.sum(), argnums=[0])(torch.ones(2))

# --- argnums_5
torch.func.grad(lambda x: x.sum(), argnums=1)(torch.ones(2))

# --- argnums_6
torch.func.hessian(lambda x: x.sum(), argnums=())(torch.ones(2))

# --- vjp_called_1
out, f = torch.func.vjp(torch.sin, torch.ones(2))
print(f)
f(1.)

# --- vjp_called_2
out, f = torch.func.vjp(lambda x: (x, x.sum()), torch.ones(2))
f(torch.ones(2))

# --- vjp_called_3
out, f = torch.func.vjp(lambda x: [x, x.sum()], torch.ones(2))
f(torch.ones(2))

# --- vjp_called_4
out, f = torch.func.vjp(lambda x: {'a': x, 'b': (x.sum(), x)}, torch.ones(2))
f((torch.ones(2), 1))

# --- vjp_called_6
out, f = torch.func.vjp(torch.sin, torch.ones(2))
f(torch.ones(3))

# --- vjp_called_7
out, f = torch.func.vjp(torch.sin, torch.ones(2))
f()

# --- vjp_called_8
out, f = torch.func.vjp(torch.sin, torch.ones(2))
f((torch.ones(2),))

# --- vjp_called_9
torch.func.vjp(torch.sin, 1.)

# --- vjp_called_10
torch.func.vjp(lambda x: x.argmax(), torch.ones(2))[1](torch.tensor(1))

# --- vjp_called_11
torch.func.vjp(lambda x: 3, torch.ones(2))

# --- vjp_called_12
out, f = torch.func.vjp(lambda x: (x, x.sum()), torch.ones(2))
f((torch.ones(2), None))

# --- outputs_and_primals_1
torch.func.jacrev(lambda x: x.argmax())(torch.ones(2))

# --- outputs_and_primals_2
torch.func.jacfwd(lambda x: x.argmax())(torch.ones(2))

# --- outputs_and_primals_3
torch.func.jacrev(lambda x: (x, x > 0))(torch.ones(2))

# --- outputs_and_primals_4
torch.func.jvp(torch.sin, (1.,), (1.,))

# --- outputs_and_primals_5
torch.func.jvp(torch.sin, (torch.ones(2),), (1.,))

# --- outputs_and_primals_6
torch.func.jvp(torch.sin, torch.ones(2), torch.ones(2))

# --- outputs_and_primals_7
torch.func.jvp(torch.sin, (torch.ones(2),), (torch.ones(3),))

# --- outputs_and_primals_8
torch.func.jvp(torch.sin, (torch.ones(2),), (torch.ones(2), torch.ones(2)))

# --- outputs_and_primals_9
torch.func.jvp(torch.sin, (), ())

# --- outputs_and_primals_10
torch.func.jvp(lambda x: x.argmax(), (torch.ones(2),), (torch.ones(2),))

# --- outputs_and_primals_11
torch.func.jvp(torch.sin, [torch.ones(2)], [torch.ones(2)])

# --- outputs_and_primals_12
torch.func.grad(lambda x: x.argmax())(torch.ones(2))

# --- outputs_and_primals_13
torch.func.hessian(lambda x: x.argmax())(torch.ones(2))

# --- functional_call_1
m = torch.nn.Linear(2, 1)
torch.func.functional_call(m, {'weight': 3}, torch.ones(2))

# --- functional_call_2
m = torch.nn.Linear(2, 1)
torch.func.functional_call(m, {'weight': torch.ones(1, 2)}, torch.ones(2), strict=True)

# --- functional_call_3
m = torch.nn.Linear(2, 1)
torch.func.functional_call(m, {'weight': torch.ones(1, 2), 'bias': torch.ones(1), 'foo': torch.ones(1), 'a.b': torch.ones(1)}, torch.ones(2), strict=True)

# --- functional_call_4
m = torch.nn.Linear(2, 1)
print(torch.func.functional_call(m, {'weight': torch.ones(1, 2), 'foo': torch.ones(1)}, torch.ones(2)))

# --- functional_call_5
torch.func.functional_call(torch.sin, {}, torch.ones(2))

# --- functional_call_6
m = torch.nn.Linear(2, 1)
torch.func.functional_call(m, [{'weight': torch.ones(1, 2)}, {'weight': torch.ones(1, 2)}], torch.ones(2))

# --- functional_call_7
m = torch.nn.Linear(2, 1)
torch.func.functional_call(m, 3, torch.ones(2))

# --- functional_call_8
m = torch.nn.Sequential(torch.nn.Linear(2, 2), torch.nn.BatchNorm1d(2))
torch.func.functional_call(m, {'0.weight': torch.ones(2, 2)}, (torch.ones(3, 2),), strict=True)

# --- functional_call_9
m = torch.nn.Linear(2, 1)
torch.func.functional_call(m, {'weight': torch.ones(2, 2), 'bias': None}, torch.ones(2))

# --- functional_call_10
m = torch.nn.Linear(2, 1)
print(torch.func.functional_call(m, dict(m.named_parameters()), torch.ones(2), strict=True))

# --- of_tensors_that_require_grad_1
x = torch.tensor([1., 2.], requires_grad=True)
print(torch.func.jacfwd(lambda x: x ** 2)(x))

# --- of_tensors_that_require_grad_2
x = torch.tensor([1., 2.], requires_grad=True)
print(torch.func.hessian(lambda x: (x ** 3).sum())(x))

# --- of_tensors_that_require_grad_3
x = torch.tensor([1., 2.], requires_grad=True)
print(torch.func.jvp(lambda x: x ** 2, (x,), (torch.ones(2),)))

# --- of_tensors_that_require_grad_5
x = torch.arange(6., requires_grad=True).reshape(2, 3).t()
print(x.unflatten(0, (3, 1)).grad_fn, x.unflatten(-1, (2, 1)).grad_fn)

# --- of_tensors_that_require_grad_9
x = torch.tensor([1., 2.])
print(torch.func.grad(lambda x: print(x, x.requires_grad, x.is_leaf, x.grad_fn) or (x * 2).sum())(x))

# --- of_tensors_that_require_grad_10
x = torch.tensor([1., 2.])
torch.func.grad(lambda q: q.add_(1).sum())(x)

# --- dual_level_mistakes_1
import torch.autograd.forward_ad as fwAD
with fwAD.dual_level():
    fwAD.unpack_dual([1])

# --- dual_level_mistakes_2
import torch.autograd.forward_ad as fwAD
with fwAD.dual_level():
    fwAD.unpack_dual(torch.ones(2).numpy())

# --- dual_level_mistakes_3
import torch.autograd.forward_ad as fwAD
fwAD.unpack_dual(torch.ones(2))

# --- dual_level_mistakes_4
import torch.autograd.forward_ad as fwAD
fwAD.exit_dual_level()

# --- dual_level_mistakes_5
import torch.autograd.forward_ad as fwAD
fwAD.make_dual(torch.ones(2), torch.ones(2))

# --- dual_level_mistakes_6
import torch.autograd.forward_ad as fwAD
with fwAD.dual_level():
    fwAD.make_dual(torch.ones(2), [1, 2])

# --- dual_level_mistakes_7
import torch.autograd.forward_ad as fwAD
with fwAD.dual_level():
    fwAD.make_dual(torch.ones(2), torch.ones(2), level=3)

# --- functional_call_more_1
m = torch.nn.Linear(2, 1)
torch.func.functional_call(m, {'weight': torch.ones(1, 2), 'foo': torch.ones(1)}, torch.ones(2), strict=True)

# --- functional_call_more_2
m = torch.nn.Linear(2, 1)
torch.func.functional_call(m, {'weight': None}, torch.ones(2))

# --- functional_call_more_3
m = torch.nn.Linear(2, 1)
torch.func.functional_call(m, {'weight': [1., 2.]}, torch.ones(2))

# --- jacfwd_of_tensors_that_require_grad_2
x = torch.ones(2, 2, requires_grad=True)
print(torch.func.jacfwd(lambda x: x.sum(0))(x))
