# --- line_fit_by_hand
torch.manual_seed(1)
x = torch.linspace(0, 1, 20)
y = 3 * x + 2 + 0.1 * torch.randn(20)
w = torch.randn((), requires_grad=True)
b = torch.zeros((), requires_grad=True)
for epoch in range(200):
    loss = ((w * x + b - y) ** 2).mean()
    loss.backward()
    with torch.no_grad():
        w -= 0.3 * w.grad
        b -= 0.3 * b.grad
        w.grad.zero_()
        b.grad.zero_()
    if epoch % 50 == 0:
        print(f"{epoch:3d} {loss.item():.4f}")
print(f"w={w.item():.3f} b={b.item():.3f}")

# --- data_style_update
w = torch.tensor([1., 2.], requires_grad=True)
(w ** 2).sum().backward()
w.data.sub_(0.1 * w.grad.data)
w.grad.data.zero_()
print(w, w.grad)

# --- copy_into_leaf
w = torch.zeros(3, requires_grad=True)
with torch.no_grad():
    w.copy_(torch.tensor([1., 2., 3.]))
(w * 2).sum().backward()
print(w, w.grad)

# --- freeze_and_unfreeze
w = torch.ones(2, requires_grad=True)
w.requires_grad_(False)
print((w * 2).requires_grad)
w.requires_grad_(True)
(w * 2).sum().backward()
print(w.grad)

# --- freeze_one_layer
import torch.nn as nn
torch.manual_seed(0)
model = nn.Sequential(nn.Linear(2, 2), nn.Tanh(), nn.Linear(2, 1))
for p in model[0].parameters():
    p.requires_grad = False
model(torch.ones(1, 2)).sum().backward()
for name, p in model.named_parameters():
    print(name, p.requires_grad, p.grad is None)

# --- format_numbers
x = torch.tensor(2., requires_grad=True)
y = x ** 3
y.backward()
print(f"{y:.2f} {x.grad:.1f} {x.item():>6}")
print("y =", y.item(), "dy/dx =", x.grad.item())
print("%.3f" % y)

# --- compare_with_numbers
x = torch.tensor(2., requires_grad=True)
y = x ** 2
print(y == 4, y > 3, bool(y > 3), (y == 4).requires_grad)

# --- max_of_python
a = torch.tensor(2., requires_grad=True)
b = torch.tensor(3., requires_grad=True)
c = max(a, b)
c.backward()
print(c, a.grad, b.grad)

# --- sum_of_python_list
xs = [torch.tensor(float(i), requires_grad=True) for i in range(3)]
total = sum(x ** 2 for x in xs)
total.backward()
print(total, [x.grad for x in xs])

# --- control_flow
def f(x):
    if x > 0:
        return x ** 2
    return -x
for v in (3., -3.):
    x = torch.tensor(v, requires_grad=True)
    f(x).backward()
    print(v, x.grad)

# --- while_loop_depth
x = torch.tensor(1.5, requires_grad=True)
y = x
n = 0
while y < 100:
    y = y * x
    n += 1
y.backward()
print(n, y, x.grad)

# --- relu_by_hand_and_at_zero
x = torch.tensor([-1., 0., 2.], requires_grad=True)
torch.where(x > 0, x, torch.zeros_like(x)).sum().backward()
print(x.grad)
x.grad = None
torch.relu(x).sum().backward()
print(x.grad)
x.grad = None
x.abs().sum().backward()
print(x.grad)
x.grad = None
x.clamp(min=0).sum().backward()
print(x.grad)

# --- max_with_ties
x = torch.tensor([1., 3., 3.], requires_grad=True)
x.max().backward()
print(x.grad)
x.grad = None
x.max(0).values.backward()
print(x.grad)
x.grad = None
x.amax().backward()
print(x.grad)

# --- numerical_check
def f(x):
    return x ** 3 - 2 * x
x = torch.tensor(1.5, dtype=torch.float64, requires_grad=True)
f(x).backward()
h = 1e-6
numeric = (f(x.detach() + h) - f(x.detach() - h)) / (2 * h)
print(x.grad, numeric, torch.allclose(x.grad, numeric))

# --- own_value_class_agrees
class Value:
    def __init__(self, data, parents=()):
        self.data, self.grad, self.parents, self.back = data, 0.0, parents, lambda: None
    def __add__(self, other):
        out = Value(self.data + other.data, (self, other))
        def back():
            self.grad += out.grad
            other.grad += out.grad
        out.back = back
        return out
    def __mul__(self, other):
        out = Value(self.data * other.data, (self, other))
        def back():
            self.grad += other.data * out.grad
            other.grad += self.data * out.grad
        out.back = back
        return out
    def backward(self):
        order, seen = [], set()
        def visit(v):
            if v not in seen:
                seen.add(v)
                for p in v.parents:
                    visit(p)
                order.append(v)
        visit(self)
        self.grad = 1.0
        for v in reversed(order):
            v.back()
a, b = Value(2.0), Value(-3.0)
c = a * b + a * a
c.backward()
ta, tb = torch.tensor(2.0, requires_grad=True), torch.tensor(-3.0, requires_grad=True)
(ta * tb + ta * ta).backward()
print(a.grad, ta.grad.item(), b.grad, tb.grad.item())

# --- sigmoid_derivative_table
x = torch.tensor([-2., 0., 2.], requires_grad=True)
s = torch.sigmoid(x)
s.sum().backward()
print(x.grad)
print((s * (1 - s)).detach())
print(torch.allclose(x.grad, s * (1 - s)))

# --- chain_rule_numbers
x = torch.tensor(2., requires_grad=True)
u = 3 * x + 1
v = u ** 2
w = torch.log(v)
for t in (u, v):
    t.retain_grad()
w.backward()
print(v.grad, u.grad, x.grad)
print(1 / v.item(), 2 * u.item() / v.item(), 6 * u.item() / v.item())

# --- gradient_of_matrix_expression
A = torch.tensor([[1., 2.], [3., 4.]], requires_grad=True)
x = torch.tensor([1., -1.], requires_grad=True)
y = x @ A @ x
y.backward()
print(y, A.grad, x.grad, sep="\n")
print(((A + A.T) @ x).detach())

# --- trace_and_det_gradient
A = torch.tensor([[2., 1.], [1., 3.]], requires_grad=True)
A.trace().backward()
print(A.grad)
A.grad = None
torch.det(A).backward()
print(A.grad)

# --- broadcasting_gradient_shapes
x = torch.ones(3, 1, requires_grad=True)
y = torch.ones(4, requires_grad=True)
(x * y).sum().backward()
print(x.grad, y.grad, x.grad.shape, y.grad.shape)

# --- scalar_times_vector
k = torch.tensor(2., requires_grad=True)
v = torch.tensor([1., 2., 3.])
(k * v).sum().backward()
print(k.grad)

# --- mixed_dtypes_gradient
x = torch.tensor([1., 2.], requires_grad=True)
y = torch.tensor([3., 4.], dtype=torch.float64)
z = (x * y).sum()
z.backward()
print(z, x.grad, x.grad.dtype)

# --- integer_constant_tensor
x = torch.tensor([1., 2.], requires_grad=True)
i = torch.tensor([3, 4])
(x * i).sum().backward()
print(x.grad)

# --- gradient_through_indexing
x = torch.arange(6., requires_grad=True)
y = x[[0, 0, 5]] * torch.tensor([1., 10., 100.])
y.sum().backward()
print(x.grad)

# --- gradient_through_masked_sum
x = torch.tensor([1., -2., 3.], requires_grad=True)
x[x > 0].sum().backward()
print(x.grad)

# --- gradient_through_sort
x = torch.tensor([3., 1., 2.], requires_grad=True)
values, index = torch.sort(x)
(values * torch.tensor([1., 10., 100.])).sum().backward()
print(values, index, x.grad)

# --- gradient_through_cat_stack_split
x = torch.tensor([1., 2., 3., 4.], requires_grad=True)
a, b = x.split(2)
c, d = torch.chunk(x, 2)
y = torch.cat([a * 1, b * 2]) + torch.stack([c, d]).flatten() * 10
y.sum().backward()
print(y, x.grad)

# --- assignment_builds_graph
x = torch.tensor([1., 2.], requires_grad=True)
y = torch.zeros(2)
y[0] = x[0] * 3
y[1] = x[1] ** 2
print(y)
y.sum().backward()
print(x.grad)

# --- list_of_tensors_to_tensor
x = torch.tensor(2., requires_grad=True)
bad = torch.tensor([x, x ** 2])
print(bad, bad.requires_grad)
good = torch.stack([x, x ** 2])
print(good)
good.sum().backward()
print(x.grad)

# --- grad_of_grad_is_off
x = torch.tensor(2., requires_grad=True)
(x ** 3).backward()
print(x.grad.requires_grad, x.grad.grad_fn, x.grad.is_leaf)

# --- grad_is_shared_object
x = torch.tensor([1., 2.], requires_grad=True)
(x * 1).sum().backward()
g = x.grad
(x * 1).sum().backward()
print(g, g is x.grad)

# --- grad_deleted
x = torch.tensor([1., 2.], requires_grad=True)
(x * 1).sum().backward()
del x.grad
print(x.grad)

# --- grad_inplace_scaling
x = torch.tensor([1., 2.], requires_grad=True)
(x ** 2).sum().backward()
x.grad *= 0.5
x.grad.clamp_(max=1.5)
print(x.grad)

# --- gradient_clipping_norm
import torch.nn as nn
w = nn.Parameter(torch.tensor([3., 4.]))
(w ** 2).sum().backward()
total = nn.utils.clip_grad_norm_([w], max_norm=1.0)
print(total, w.grad)

# --- stop_gradient_target
x = torch.tensor(1., requires_grad=True)
pred = x * 2
target = (x + 1).detach()
loss = (pred - target) ** 2
loss.backward()
print(loss, x.grad)

# --- gradient_ascent_sign
x = torch.tensor(0., requires_grad=True)
for _ in range(3):
    y = -(x - 1) ** 2
    y.backward()
    with torch.no_grad():
        x += 0.5 * x.grad
    x.grad = None
    print(x)

# --- momentum_by_hand
w = torch.tensor(5., requires_grad=True)
velocity = 0.
for _ in range(3):
    loss = w ** 2
    g, = torch.autograd.grad(loss, w)
    velocity = 0.9 * velocity + g
    with torch.no_grad():
        w -= 0.1 * velocity
    print(w.item(), velocity.item())

# --- accumulate_mini_batches
w = torch.tensor(1., requires_grad=True)
data = torch.tensor([1., 2., 3., 4.])
for batch in data.split(2):
    ((w * batch) ** 2).sum().backward()
a = w.grad.clone()
w.grad = None
((w * data) ** 2).sum().backward()
print(a, w.grad)

# --- forget_zero_grad
w = torch.tensor(1., requires_grad=True)
for step in range(3):
    (w * 2).backward()
    print(step, w.grad)

# --- print_graph_of_loss
import torch.nn.functional as F
x = torch.ones(2)
y = torch.zeros(2)
w = torch.randn(2, 2, requires_grad=True)
b = torch.randn(2, requires_grad=True)
z = torch.matmul(x, w) + b
loss = F.binary_cross_entropy_with_logits(z, y)
print(z.grad_fn, loss.grad_fn)
loss.backward()
print(w.grad.shape, b.grad.shape)

# --- zero_dim_index_error
x = torch.tensor(1., requires_grad=True)
x[0]

# --- not_iterable_scalar
for v in torch.tensor(3.):
    print(v)

# --- len_of_scalar
len(torch.tensor(3.))

# --- requires_grad_wrong_keyword
torch.tensor([1.], require_grad=True)

# --- requires_grad_typo_attribute
x = torch.tensor([1.])
x.require_grad = True
print(x.requires_grad)

# --- requires_grad_called_as_function
x = torch.tensor([1.])
x.requires_grad(True)

# --- grad_called_as_function
x = torch.tensor([1.], requires_grad=True)
x.sum().backward()
x.grad()

# --- backward_without_call
x = torch.tensor([1.], requires_grad=True)
y = (x * 2).sum()
print(callable(y.backward), x.grad)

# --- unknown_tensor_method
x = torch.tensor([1.], requires_grad=True)
x.backwards()

# --- unknown_torch_function
torch.autogrod

# --- plus_string
torch.tensor([1.]) + "1"

# --- wrong_argument_types
torch.zeros("3")

# --- math_functions_on_tensor
import math
x = torch.tensor(4., requires_grad=True)
print(math.sqrt(x), math.exp(x.item()))

# --- numpy_function_on_tensor
import numpy as np
x = torch.tensor([1., 4.])
print(np.sqrt(x.numpy()), type(np.sqrt(x.numpy())))

# --- numpy_array_times_tensor
import numpy as np
x = torch.tensor([1., 4.])
print(x * torch.from_numpy(np.array([2., 3.])))

# --- copy_and_equality
x = torch.tensor([1., 2.], requires_grad=True)
y = x
y.data[0] = 7
print(x, x is y, torch.equal(x, y))

# --- type_and_isinstance
x = torch.tensor([1., 2.], requires_grad=True)
print(type(x), isinstance(x, torch.Tensor), torch.is_tensor(x), x.type())

# --- repr_in_containers
x = torch.tensor([1., 2.], requires_grad=True)
print([x, x * 2], {"a": x.sum()}, (x[0],))

# --- leaf_check_all
x = torch.tensor([1.], requires_grad=True)
tensors = {"x": x, "x + 1": x + 1, "x.detach()": x.detach(), "x.data": x.data, "torch.ones(1)": torch.ones(1), "x.clone()": x.clone(),
           "x.to(float64)": x.to(torch.float64), "x.cpu()": x.cpu(), "x[:]": x[:]}
for name, t in tensors.items():
    print(f"{name:14} leaf={t.is_leaf} grad={t.requires_grad} same={t is x}")

# --- brackets_forgotten
x = torch.tensor(2.0, requires_grad=True)
loss = x**2
print(loss.item, loss.backward, loss.tolist, x.numpy)
print(torch.nn.Parameter(torch.ones(2)).size, torch.Tensor.numel)
losses = []
losses.append(loss.item)
print(losses, losses[0](), loss.item.__name__)
