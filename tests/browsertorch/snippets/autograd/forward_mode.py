# --- dual_basic
import torch.autograd.forward_ad as fwAD
with fwAD.dual_level():
    x = fwAD.make_dual(torch.tensor(3.), torch.tensor(1.))
    y = x ** 2
    print(fwAD.unpack_dual(y))

# --- unpack_names
import torch.autograd.forward_ad as fwAD
with fwAD.dual_level():
    x = fwAD.make_dual(torch.tensor([1., 2.]), torch.tensor([1., 0.]))
    primal, tangent = fwAD.unpack_dual(x.exp())
print(primal, tangent)

# --- printing_dual
import torch.autograd.forward_ad as fwAD
with fwAD.dual_level():
    x = fwAD.make_dual(torch.tensor([1., 2.]), torch.tensor([1., 0.]))
    print(x)
    print(x * 2)
print(x)

# --- level_attribute
import torch.autograd.forward_ad as fwAD
with fwAD.dual_level():
    x = fwAD.make_dual(torch.tensor(1.), torch.tensor(1.))
    d = fwAD.unpack_dual(x.sin())
    print(type(d).__name__, d.primal, d.tangent)

# --- no_tangent
import torch.autograd.forward_ad as fwAD
with fwAD.dual_level():
    print(fwAD.unpack_dual(torch.tensor(1.)))

# --- outside_level_error
import torch.autograd.forward_ad as fwAD
fwAD.make_dual(torch.tensor(1.), torch.tensor(1.))

# --- unpack_outside_level
import torch.autograd.forward_ad as fwAD
with fwAD.dual_level():
    x = fwAD.make_dual(torch.tensor(1.), torch.tensor(1.))
fwAD.unpack_dual(x)

# --- nested_levels_error
import torch.autograd.forward_ad as fwAD
with fwAD.dual_level():
    with fwAD.dual_level():
        pass

# --- wrong_shape_tangent
import torch.autograd.forward_ad as fwAD
with fwAD.dual_level():
    fwAD.make_dual(torch.ones(2), torch.ones(3))

# --- wrong_dtype_tangent
import torch.autograd.forward_ad as fwAD
with fwAD.dual_level():
    fwAD.make_dual(torch.ones(2), torch.ones(2, dtype=torch.float64))

# --- integer_primal
import torch.autograd.forward_ad as fwAD
with fwAD.dual_level():
    fwAD.make_dual(torch.tensor([1, 2]), torch.tensor([1, 0]))

# --- many_functions
import torch.autograd.forward_ad as fwAD
with fwAD.dual_level():
    x = fwAD.make_dual(torch.tensor([0.5, 0.25]), torch.tensor([1., 2.]))
    for f in (torch.exp, torch.log, torch.sin, torch.cos, torch.tanh, torch.sigmoid, torch.sqrt, torch.relu, torch.sum, torch.mean,
              torch.prod, torch.reciprocal, torch.abs, torch.neg, torch.square):
        print(f.__name__, fwAD.unpack_dual(f(x)).tangent)

# --- two_inputs
import torch.autograd.forward_ad as fwAD
with fwAD.dual_level():
    a = fwAD.make_dual(torch.tensor(2.), torch.tensor(1.))
    b = fwAD.make_dual(torch.tensor(5.), torch.tensor(10.))
    for t in (a + b, a - b, a * b, a / b, a ** b):
        print(fwAD.unpack_dual(t).tangent)

# --- constant_has_zero_tangent
import torch.autograd.forward_ad as fwAD
with fwAD.dual_level():
    a = fwAD.make_dual(torch.tensor(2.), torch.tensor(1.))
    c = torch.tensor(7.)
    print(fwAD.unpack_dual(a * c).tangent, fwAD.unpack_dual(c * 2).tangent)

# --- matmul_tangent
import torch.autograd.forward_ad as fwAD
W = torch.tensor([[1., 2.], [3., 4.]])
with fwAD.dual_level():
    x = fwAD.make_dual(torch.tensor([1., 1.]), torch.tensor([1., 0.]))
    print(fwAD.unpack_dual(W @ x).tangent)

# --- shapes_and_indexing
import torch.autograd.forward_ad as fwAD
with fwAD.dual_level():
    x = fwAD.make_dual(torch.arange(4.), torch.ones(4))
    for t in (x.reshape(2, 2), x[1:], x[x > 1], torch.cat([x, x * 2]), torch.stack([x, x]), x.view(2, 2).T, x.cumsum(0)):
        print(fwAD.unpack_dual(t).tangent)

# --- inplace_on_dual
import torch.autograd.forward_ad as fwAD
with fwAD.dual_level():
    x = fwAD.make_dual(torch.tensor([1., 2.]), torch.tensor([1., 1.]))
    y = x * 1
    y.mul_(3)
    print(fwAD.unpack_dual(y))

# --- detach_drops_tangent
import torch.autograd.forward_ad as fwAD
with fwAD.dual_level():
    x = fwAD.make_dual(torch.tensor(1.), torch.tensor(1.))
    print(fwAD.unpack_dual(x.detach()).tangent)

# --- no_grad_keeps_forward_mode
import torch.autograd.forward_ad as fwAD
with torch.no_grad():
    with fwAD.dual_level():
        x = fwAD.make_dual(torch.tensor(3.), torch.tensor(1.))
        print(fwAD.unpack_dual(x ** 2).tangent)

# --- forward_over_reverse
import torch.autograd.forward_ad as fwAD
x = torch.tensor([1., 2.], requires_grad=True)
with fwAD.dual_level():
    d = fwAD.make_dual(x, torch.tensor([1., 0.]))
    g, = torch.autograd.grad((d ** 3).sum(), d, create_graph=True)
    print(fwAD.unpack_dual(g).tangent.detach())

# --- reverse_over_forward
import torch.autograd.forward_ad as fwAD
x = torch.tensor(2., requires_grad=True)
with fwAD.dual_level():
    d = fwAD.make_dual(x, torch.tensor(1.))
    t = fwAD.unpack_dual(d ** 3).tangent
    print(t)
t.backward()
x.grad

# --- enter_and_exit_by_hand
import torch.autograd.forward_ad as fwAD
level = fwAD.enter_dual_level()
print(level)
x = fwAD.make_dual(torch.tensor(1.), torch.tensor(2.))
print(fwAD.unpack_dual(x * 3).tangent)
fwAD.exit_dual_level()

# --- module_parameters_by_directional_derivative
import torch.autograd.forward_ad as fwAD
def f(x, y):
    return x ** 2 + x * y
with fwAD.dual_level():
    x = fwAD.make_dual(torch.tensor(1.), torch.tensor(1.))
    print(fwAD.unpack_dual(f(x, torch.tensor(3.))).tangent)

# --- jacobian_columns
import torch.autograd.forward_ad as fwAD
def f(x):
    return torch.stack([x[0] * x[1], x[0] + x[1], x[1] ** 2])
columns = []
for i in range(2):
    v = torch.zeros(2)
    v[i] = 1
    with fwAD.dual_level():
        columns.append(fwAD.unpack_dual(f(fwAD.make_dual(torch.tensor([2., 3.]), v))).tangent)
torch.stack(columns, 1)

# --- make_dual_of_numbers
import torch.autograd.forward_ad as fwAD
with fwAD.dual_level():
    fwAD.make_dual(1.0, 1.0)

# --- dual_of_requires_grad
import torch.autograd.forward_ad as fwAD
with fwAD.dual_level():
    x = fwAD.make_dual(torch.ones(2, requires_grad=True), torch.ones(2))
    print(x, x.is_leaf)
    print(fwAD.unpack_dual(x).primal)
    print((x * 2).sum())

# --- assignment_into_a_dual
import torch.autograd.forward_ad as fwAD
with fwAD.dual_level():
    x = fwAD.make_dual(torch.tensor([1., 2.]), torch.tensor([1., 1.]))
    y = x * 1
    y[0] = 5
    print(fwAD.unpack_dual(y))

# --- in_place_on_a_view_of_a_dual
import torch.autograd.forward_ad as fwAD
with fwAD.dual_level():
    x = fwAD.make_dual(torch.tensor([1., 2.]), torch.tensor([1., 1.]))
    y = x * 1
    y[0].mul_(5)
    print(fwAD.unpack_dual(y))

# --- dual_copied_into_a_constant
import torch.autograd.forward_ad as fwAD
with fwAD.dual_level():
    x = fwAD.make_dual(torch.tensor([1., 2.]), torch.tensor([1., 1.]))
    y = torch.zeros(2)
    y.copy_(x)
    print(fwAD.unpack_dual(y))
    z = torch.zeros(2)
    z.add_(x)
    print(fwAD.unpack_dual(z))
    x.zero_()
    print(fwAD.unpack_dual(x))

# --- dual_of_a_dual
import torch.autograd.forward_ad as fwAD
with fwAD.dual_level():
    d = fwAD.make_dual(torch.ones(2), torch.ones(2))
    fwAD.make_dual(d, torch.zeros(2))
