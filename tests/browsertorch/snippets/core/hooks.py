# --- tensor_hook_prints
x = torch.tensor([1., 2.], requires_grad=True)
x.register_hook(lambda g: print("grad:", g))
(x * 3).sum().backward()
x.grad

# --- tensor_hook_replaces
x = torch.tensor([1., 2.], requires_grad=True)
h = x.register_hook(lambda g: g * 10)
(x * 3).sum().backward()
print(x.grad)
h.remove()
x.grad = None
(x * 3).sum().backward()
x.grad

# --- hook_on_intermediate
x = torch.tensor(2., requires_grad=True)
y = x ** 2
y.register_hook(lambda g: g * 2)
z = y * 3
z.backward()
x.grad

# --- hooks_run_in_order
x = torch.tensor(1., requires_grad=True)
y = x * 2
y.register_hook(lambda g: print("첫째", g) or g + 1)
y.register_hook(lambda g: print("둘째", g))
y.register_hook(lambda g: print("셋째", g) or g * 10)
y.backward()
x.grad

# --- retain_grad_and_hook
x = torch.tensor(1., requires_grad=True)
y = x * 2
y.retain_grad()
y.register_hook(lambda g: g * 5)
(y * 3).backward()
y.grad, x.grad

# --- hook_on_no_requires_grad_error
x = torch.tensor(1.)
x.register_hook(print)

# --- hook_wrong_shape
x = torch.ones(2, requires_grad=True)
x.register_hook(lambda g: torch.ones(3))
(x * 2).sum().backward()

# --- hook_wrong_type
x = torch.ones(2, requires_grad=True)
x.register_hook(lambda g: 1.0)
(x * 2).sum().backward()

# --- hook_wrong_dtype
x = torch.ones(2, requires_grad=True)
x.register_hook(lambda g: g.double())
(x * 2).sum().backward()
x.grad.dtype

# --- hook_raises
x = torch.ones(2, requires_grad=True)
def stop(g):
    raise ValueError("멈춤")
x.register_hook(stop)
(x * 2).sum().backward()

# --- hook_clamps
x = torch.tensor([1., 100.], requires_grad=True)
x.register_hook(lambda g: g.clamp(-5, 5))
(x ** 2).sum().backward()
x.grad

# --- hook_saves_into_dict
grads = {}
x = torch.tensor(2., requires_grad=True)
y = x ** 2
z = y + 1
for name, t in (("y", y), ("z", z)):
    t.register_hook(lambda g, name=name: grads.__setitem__(name, g))
z.backward()
grads

# --- hook_remove_handle_repr
x = torch.tensor(2., requires_grad=True)
h = x.register_hook(lambda g: None)
print(type(h))
h.remove()
h.remove()

# --- hook_as_context_manager
x = torch.tensor(2., requires_grad=True)
with x.register_hook(lambda g: g * 100):
    (x * 2).backward()
print(x.grad)
(x * 2).backward()
print(x.grad)

# --- hook_in_autograd_grad
x = torch.tensor(2., requires_grad=True)
y = x ** 2
y.register_hook(lambda g: print("y에서", g))
x.register_hook(lambda g: print("x에서", g) or g * 2)
torch.autograd.grad(y, x)

# --- hook_sees_accumulated
x = torch.tensor(2., requires_grad=True)
y = x * 1
y.register_hook(lambda g: print("y:", g))
z = y * 2 + y * 3
z.backward()

# --- post_accumulate_grad_hook
x = torch.tensor([1., 2.], requires_grad=True)
def update(p):
    with torch.no_grad():
        p -= 0.1 * p.grad
    p.grad = None
h = x.register_post_accumulate_grad_hook(update)
(x ** 2).sum().backward()
print(x, x.grad)

# --- post_accumulate_on_nonleaf_error
x = torch.tensor([1., 2.], requires_grad=True)
y = x * 2
y.register_post_accumulate_grad_hook(lambda p: None)

# --- post_accumulate_without_requires_grad
torch.ones(2).register_post_accumulate_grad_hook(lambda p: None)

# --- node_register_hook
x = torch.tensor(2., requires_grad=True)
y = x ** 2
y.grad_fn.register_hook(lambda gi, go: print("gi", gi, "go", go))
y.backward()
x.grad

# --- node_register_hook_replaces
x = torch.tensor(2., requires_grad=True)
y = x * 3
h = y.grad_fn.register_hook(lambda gi, go: (gi[0] * 10, None))
y.backward()
x.grad

# --- node_hook_wrong_count
x = torch.tensor(2., requires_grad=True)
y = x * 3
y.grad_fn.register_hook(lambda gi, go: (gi[0],))
y.backward()

# --- node_register_prehook
x = torch.tensor(2., requires_grad=True)
y = x * 3
y.grad_fn.register_prehook(lambda go: (go[0] * 5,))
y.backward()
x.grad

# --- node_hook_two_inputs
a = torch.tensor(2., requires_grad=True)
b = torch.tensor(5., requires_grad=True)
c = a * b
c.grad_fn.register_hook(lambda gi, go: print(gi, go))
c.backward()

# --- accumulate_grad_hook
x = torch.tensor(2., requires_grad=True)
y = x * 3
acc = y.grad_fn.next_functions[0][0]
acc.register_hook(lambda gi, go: print("누적 뒤", gi, go, x.grad))
acc.register_prehook(lambda go: print("누적 전", go, x.grad))
y.backward()

# --- multi_grad_hook_all
from torch.autograd.graph import register_multi_grad_hook
a = torch.tensor(2., requires_grad=True)
b = torch.tensor(5., requires_grad=True)
c = torch.tensor(7., requires_grad=True)
register_multi_grad_hook((a, b, c), lambda grads: print(grads))
(a * b).backward()

# --- multi_grad_hook_any
from torch.autograd.graph import register_multi_grad_hook
a = torch.tensor(2., requires_grad=True)
b = torch.tensor(5., requires_grad=True)
h = register_multi_grad_hook((a, b), lambda g: print("한 번", g), mode="any")
(a * b).backward()
h.remove()

# --- backward_hooks_attribute
x = torch.tensor(2., requires_grad=True)
print(x._backward_hooks)
x.register_hook(print)
print(len(x._backward_hooks))

# --- hook_with_create_graph
x = torch.tensor(2., requires_grad=True)
y = x ** 3
y.register_hook(lambda g: print("requires_grad:", g.requires_grad))
y.backward(create_graph=True)
print(x.grad)

# --- module_full_backward_hook
import torch.nn as nn
layer = nn.Linear(2, 1)
with torch.no_grad():
    layer.weight.fill_(2.)
    layer.bias.fill_(0.)
layer.register_full_backward_hook(lambda m, gi, go: print(type(m).__name__, gi, go))
layer(torch.tensor([[1., 2.]], requires_grad=True)).sum().backward()

# --- module_forward_hook
import torch.nn as nn
layer = nn.ReLU()
h = layer.register_forward_hook(lambda m, args, out: print(m, args, out))
layer(torch.tensor([-1., 1.]))
h.remove()
layer(torch.tensor([-1., 1.]))

# --- hook_after_inplace
x = torch.tensor([1., 2.], requires_grad=True)
y = x * 2
y.register_hook(lambda g: print("앞", g))
y.mul_(3)
y.register_hook(lambda g: print("뒤", g))
y.sum().backward()

# --- register_hook_not_callable
x = torch.ones(1, requires_grad=True)
x.register_hook(3)

# --- node_hooks_return_tuples
x = torch.ones(2, requires_grad=True)
returned = (torch.ones(2), [torch.ones(2)], 3, (3,), (torch.ones(3),), (torch.ones(2), None), (torch.ones(2).double(),), (None,))
for value in returned:
    for register in ("register_hook", "register_prehook"):
        y = x.exp()
        getattr(y.grad_fn, register)(lambda *grads: value)
        try:
            print(torch.autograd.grad(y.sum(), x, allow_unused=True))
        except (RuntimeError, TypeError) as error:
            print(type(error).__name__, error)

# --- nothing_cannot_be_replaced
x = torch.ones(2, requires_grad=True)
y = x * 3
y.grad_fn.register_hook(lambda grad_inputs, grad_outputs: (grad_inputs[0], grad_inputs[0]))
y.sum().backward()

# --- post_accumulate_hooks_return_nothing
for value in (torch.ones(2), 3):
    x = torch.ones(2, requires_grad=True)
    x.register_post_accumulate_grad_hook(lambda t: value)
    try:
        x.sum().backward()
    except (RuntimeError, TypeError) as error:
        print(type(error).__name__, error)

# --- module_backward_hooks_return_as_many
layer = torch.nn.Linear(2, 1)
for register in ("register_full_backward_hook", "register_full_backward_pre_hook"):
    for value in ((torch.ones(1, 2), None), torch.ones(1, 2), (torch.ones(5),), 3):
        handle = getattr(layer, register)(lambda *grads: value)
        try:
            layer(torch.ones(1, 2, requires_grad=True)).sum().backward()
        except (RuntimeError, TypeError) as error:
            print(type(error).__name__, error)
        handle.remove()

# --- pre_hook_with_names_returns_two
layer = torch.nn.Linear(2, 1)
layer.register_forward_pre_hook(lambda module, args, kwargs: 3, with_kwargs=True)
layer(torch.ones(1, 2))

# --- no_slope_keeps_its_sign_in_a_batch_of_one
layer = torch.nn.Linear(2, 3)
with torch.no_grad():
    layer.weight.copy_(torch.tensor([[1.0, 1.0], [-1.0, 1.0], [1.0, -1.0]]))
    layer.bias.zero_()
torch.relu(layer(torch.tensor([[-1.0, 2.0]]))).sum().backward()
layer.weight.grad

# --- post_accumulate_grad_hook_that_returns_its_tensor
x = torch.tensor([1., 2.], requires_grad=True)
x.register_post_accumulate_grad_hook(lambda t: t.sub_(t.grad))
(x ** 2).sum().backward()
x

# --- post_accumulate_hook_returns_1
x = torch.tensor([1., 2.], requires_grad=True)
h = x.register_post_accumulate_grad_hook(lambda t: t.sub_(t.grad))
(x * 3).sum().backward()

# --- post_accumulate_hook_returns_2
x = torch.tensor([1., 2.], requires_grad=True)
h = x.register_post_accumulate_grad_hook(lambda t: 3)
(x * 3).sum().backward()

# --- post_accumulate_hook_returns_3
x = torch.tensor([1., 2.], requires_grad=True)
h = x.register_post_accumulate_grad_hook(lambda t: t)
(x * 3).sum().backward()
print(x.grad)

# --- post_accumulate_hook_returns_4
x = torch.tensor([1., 2.], requires_grad=True)
h = x.register_post_accumulate_grad_hook(lambda t: t.grad)
(x * 3).sum().backward()

# --- post_accumulate_hook_returns_5
x = torch.tensor([1., 2.], requires_grad=True)
opt = torch.optim.SGD([x], lr=0.1)
def f(t):
    opt.step(); opt.zero_grad()
    return True
h = x.register_post_accumulate_grad_hook(f)
(x * 3).sum().backward()
print(x, x.grad)

# --- hook_where_nothing_arrives
class Half(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        return x * 1, x * 2
    @staticmethod
    def backward(ctx, a, b):
        return a + b
x = torch.tensor(1., requires_grad=True)
a, b = Half.apply(x)
b.register_hook(lambda g: print("never", g))
a.backward()
x.grad

# --- hook_gives_something_for_nothing
x = torch.arange(4., requires_grad=True)
a, b = x.split(2)
b.register_hook(lambda g: torch.ones(2))
a.sum().backward()

# --- ones_2_register_hook
torch.ones(2).register_hook()

# --- retained_before_the_nodes_prehook
x = torch.tensor(1., requires_grad=True)
y = x * 2
y.retain_grad()
y.register_hook(lambda g: g * 7)
y.grad_fn.register_prehook(lambda g: (g[0] * 5,))
(y * 3).backward()
y.grad, x.grad

# --- every_kind_of_hook_in_order
class Scale(torch.nn.Module):
    def __init__(self):
        super().__init__()
        self.w = torch.nn.Parameter(torch.tensor(2.))
    def forward(self, x):
        return self.w * x
def tell(name):
    return lambda *args: print(name)
x, m = torch.tensor(3., requires_grad=True), Scale()
m.register_forward_pre_hook(tell("forward pre"))
m.register_forward_hook(tell("forward"))
m.register_full_backward_pre_hook(tell("backward pre"))
m.register_full_backward_hook(tell("backward"))
y = m(x)
y.register_hook(tell("y"))
y.grad_fn.register_prehook(tell("outer prehook"))
y.grad_fn.register_hook(tell("outer hook"))
inner = y.grad_fn.next_functions[0][0]
print(inner.name())
inner.register_prehook(tell("inner prehook"))
inner.register_hook(tell("inner hook"))
for name, leaf in (("w", m.w), ("x", x)):
    leaf.register_hook(tell(name))
    leaf.register_post_accumulate_grad_hook(tell(name + " after"))
y.backward()

# --- retain_view_inplace
a = torch.ones(3, requires_grad=True) * 1
v = a[:2]
v.retain_grad()
v.mul_(3)
(v * v).sum().backward()
print(v.grad)

# --- retain_view_inplace_base
a = torch.ones(3, requires_grad=True) * 1
v = a[:2]
v.retain_grad()
a.mul_(3)
(v * v).sum().backward()
print(v.grad)

# --- retain_base_view_inplace
a = torch.ones(3, requires_grad=True) * 1
a.retain_grad()
v = a[:2]
v.mul_(3)
(a * a).sum().backward()
print(a.grad)

# --- retain_view_inplace2
a = torch.ones(3, requires_grad=True) * 1
v = a[:2]
v.mul_(3)
v.retain_grad()
(v * v).sum().backward()
print(v.grad)

# --- hook_view_inplace
a = torch.ones(3, requires_grad=True) * 1
v = a[:2]
v.register_hook(lambda g: print("v", g))
a.register_hook(lambda g: print("a", g))
v.mul_(3)
v.register_hook(lambda g: print("v2", g))
a.register_hook(lambda g: print("a2", g))
(a * a).sum().backward()

# --- grad_prehooks
x = torch.ones(2, requires_grad=True)
y = (x * 2).sum()
acc = y.grad_fn.next_functions[0][0].next_functions[0][0]
acc.register_prehook(lambda g: print("pre", g))
acc.register_hook(lambda gi, go: print("post", gi, go))
x.register_hook(lambda g: print("tensor", g))
torch.autograd.grad(y, x, retain_graph=True)
print("backward")
y.backward(retain_graph=True)
print("inputs")
y.backward(inputs=[x])

# --- grad_prehooks_nonleaf
x = torch.ones(2, requires_grad=True)
m = x * 2
m.grad_fn.register_prehook(lambda g: print("pre", g))
m.grad_fn.register_hook(lambda gi, go: print("post", gi, go))
m.register_hook(lambda g: print("tensor", g))
y = m.sum()
torch.autograd.grad(y, m, retain_graph=True)
print("both")
torch.autograd.grad(y, [m, x], retain_graph=True)
print("backward m")
y.backward(inputs=[m])

# --- cap_hook
x = torch.ones(2, requires_grad=True)
m = x * 2
m.register_hook(lambda g: g * 10)
y = (m * 3).sum()
print(torch.autograd.grad(y, m, retain_graph=True))
print(torch.autograd.grad(y, [m, x], retain_graph=True))
m.grad_fn.register_prehook(lambda g: (g[0] + 1,))
print(torch.autograd.grad(y, m, retain_graph=True))
print(torch.autograd.grad(y, [m, x], retain_graph=True))
x.register_hook(lambda g: g * 5)
print(torch.autograd.grad(y, [m, x], retain_graph=True))
m.retain_grad()
print(torch.autograd.grad(y, [m, x], retain_graph=True), m.grad)
m.grad = None
y.backward(inputs=[m], retain_graph=True)
print(m.grad, x.grad)
y.backward(inputs=[m, x], retain_graph=True)
print(m.grad, x.grad)

# --- cap_root
x = torch.ones(2, requires_grad=True)
y = (x * 3).sum()
print(torch.autograd.grad(y, [y, x], retain_graph=True))
y.backward(inputs=[y])
print(y.grad, x.grad)

# --- cap_post_acc
x = torch.ones(2, requires_grad=True)
x.register_post_accumulate_grad_hook(lambda p: print("post", p.grad))
y = (x * 3).sum()
torch.autograd.grad(y, x, retain_graph=True)
y.backward(inputs=[x], retain_graph=True)
y.backward(inputs=[x, x])

# --- inputs_unused
x = torch.ones(2, requires_grad=True)
z = torch.ones(2, requires_grad=True)
m = z * 2
y = (x * 3).sum()
y.backward(inputs=[z, m])
print(z.grad, x.grad, m.grad)

# --- inputs_dup
x = torch.ones(2, requires_grad=True)
m = x * 2
y = (m * 3).sum()
y.backward(inputs=[m, m])
print(m.grad)

# --- inputs_no_grad
x = torch.ones(2, requires_grad=True)
y = (x * 3).sum()
y.backward(inputs=[torch.ones(2)])

# --- inputs_bad
x = torch.ones(2, requires_grad=True)
y = (x * 3).sum()
y.backward(inputs=[3])

# --- inputs_should_compute
x = torch.ones(2, requires_grad=True)
w = torch.ones(2, requires_grad=True)
m = x * w
m.grad_fn.register_hook(lambda gi, go: print(gi, go))
m.sum().backward(inputs=[w])

# --- inputs_create_graph
x = torch.ones(2, requires_grad=True)
m = x * x
y = (m * m).sum()
y.backward(inputs=[m, x], create_graph=True)
print(m.grad, x.grad)

# --- retain_twice
x = torch.ones(2, requires_grad=True)
m = x * x
m.retain_grad()
y = (m * m).sum()
y.backward(retain_graph=True)
y.backward(inputs=[m])
print(m.grad)
