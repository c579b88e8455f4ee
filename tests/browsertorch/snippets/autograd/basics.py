# --- seed_one
x = torch.tensor([1.])
x.requires_grad = True
print(x, x.requires_grad)
y = x ** 2
print(y)
y.backward()
print(x.grad)

# --- not_recorded
x = torch.tensor([1.])
y = x ** 2
print(y.requires_grad, y.grad_fn)
y.backward()

# --- two_variables
x = torch.tensor([1.], requires_grad=True)
y = torch.tensor([1.], requires_grad=True)
z = 2 * x ** 2 + y ** 2
print(z)
z.backward()
print(x.grad, y.grad)

# --- vector_to_scalar
x = torch.tensor([1., 2., 3.], requires_grad=True)
y = torch.sum(x ** 2)
print(y)
y.backward()
print(x.grad)

# --- accumulates
x = torch.tensor(1., requires_grad=True)
for _ in range(3):
    (x ** 2).backward()
    print(x.grad)

# --- reset_zero
x = torch.tensor(1., requires_grad=True)
(x ** 2).backward()
x.grad.zero_()
print(x.grad)
(x ** 2).backward()
print(x.grad)

# --- reset_none
x = torch.tensor(1., requires_grad=True)
(x ** 2).backward()
x.grad = None
print(x.grad)
(x ** 2).backward()
print(x.grad)

# --- reset_tensor
x = torch.tensor(1., requires_grad=True)
x.grad = torch.tensor(0.)
(x ** 2).backward()
print(x.grad)

# --- grad_starts_none
x = torch.tensor(1., requires_grad=True)
print(x.grad, x.is_leaf, x.grad_fn)

# --- grad_wrong_size
x = torch.ones(2, requires_grad=True)
x.grad = torch.ones(3)

# --- grad_wrong_dtype
x = torch.ones(2, requires_grad=True)
x.grad = torch.ones(2, dtype=torch.float64)

# --- grad_not_tensor
x = torch.ones(2, requires_grad=True)
x.grad = 0

# --- grad_itself
x = torch.ones(2, requires_grad=True)
x.grad = x

# --- del_grad
x = torch.ones(2, requires_grad=True)
x.sum().backward()
del x.grad
print(x.grad)

# --- chain_rule
x = torch.tensor(2., requires_grad=True)
u = x ** 2
v = torch.sin(u)
w = v * 3
w.backward()
print(u, v, w, x.grad, 3 * torch.cos(u.detach()) * 2 * 2)

# --- middle_has_no_grad
x = torch.tensor(2., requires_grad=True)
y = x * 3
z = y ** 2
z.backward()
print(y.grad)
print(x.grad)

# --- retain_grad
x = torch.tensor(2., requires_grad=True)
y = x * 3
y.retain_grad()
(y ** 2).backward()
print(y.grad, x.grad, y.retains_grad)

# --- retain_grad_of_leaf
x = torch.tensor(2., requires_grad=True)
x.retain_grad()
(x * 3).backward()
print(x.grad, x.retains_grad)

# --- retain_grad_of_plain
torch.ones(2).retain_grad()

# --- only_scalars
x = torch.ones(2, requires_grad=True)
(x * 2).backward()

# --- gradient_argument
x = torch.ones(2, requires_grad=True)
y = x * torch.tensor([2., 3.])
y.backward(torch.tensor([1., 10.]))
print(x.grad)

# --- gradient_wrong_shape
x = torch.ones(2, requires_grad=True)
(x * 2).backward(torch.ones(3))

# --- one_element_vector
x = torch.tensor([3.], requires_grad=True)
(x * 2).backward()
print(x.grad)

# --- unused_leaf
x = torch.tensor(1., requires_grad=True)
y = torch.tensor(1., requires_grad=True)
(x * 2).backward()
print(x.grad, y.grad)

# --- constants_have_no_grad
x = torch.tensor(2., requires_grad=True)
c = torch.tensor(5.)
(x * c).backward()
print(c.grad, c.requires_grad)

# --- branches
x = torch.tensor(-2., requires_grad=True)
y = x ** 2 if x > 0 else -x
y.backward()
print(y, x.grad)

# --- loops
x = torch.tensor(1.1, requires_grad=True)
y = x
while y < 2:
    y = y * x
y.backward()
print(y, x.grad)

# --- autograd_grad
x = torch.tensor([1., 2.], requires_grad=True)
g = torch.autograd.grad((x ** 3).sum(), x)
print(g, x.grad)

# --- autograd_grad_two
x = torch.tensor(2., requires_grad=True)
y = torch.tensor(3., requires_grad=True)
print(torch.autograd.grad(x * y ** 2, (x, y)))

# --- autograd_grad_unused
x = torch.tensor(2., requires_grad=True)
y = torch.tensor(3., requires_grad=True)
torch.autograd.grad(x * 2, (x, y))

# --- autograd_grad_allow_unused
x = torch.tensor(2., requires_grad=True)
y = torch.tensor(3., requires_grad=True)
print(torch.autograd.grad(x * 2, (x, y), allow_unused=True), torch.autograd.grad(x * 2, (x, y), materialize_grads=True))

# --- grad_of_middle
x = torch.tensor(2., requires_grad=True)
y = x * 3
z = y ** 2
print(torch.autograd.grad(z, y, retain_graph=True), torch.autograd.grad(z, (x, y)))

# --- second_backward
x = torch.tensor(2., requires_grad=True)
y = x ** 2
y.backward()
y.backward()

# --- second_backward_without_saved
x = torch.tensor(2., requires_grad=True)
y = x + 1
y.backward()
y.backward()
print(x.grad)

# --- second_backward_of_product
x = torch.tensor(2., requires_grad=True)
y = x * 3
y.backward()
y.backward()

# --- retain_graph
x = torch.tensor(2., requires_grad=True)
y = x ** 2
y.backward(retain_graph=True)
y.backward()
print(x.grad)

# --- saved_attributes
x = torch.tensor([1., 2.], requires_grad=True)
y = x ** 3
print(y.grad_fn._saved_self, y.grad_fn._saved_exponent, y.exp().grad_fn._saved_result)

# --- saved_after_backward
x = torch.tensor(2., requires_grad=True)
y = x ** 2
y.backward()
y.grad_fn._saved_self

# --- gradient_descent
x = torch.tensor(0., requires_grad=True)
for step in range(5):
    loss = (x - 3) ** 2
    loss.backward()
    with torch.no_grad():
        x -= 0.1 * x.grad
    x.grad = None
    print(step, f'{loss.item():.4f}', f'{x.item():.4f}')

# --- linear_regression
X = torch.tensor([1., 2., 3., 4.])
Y = 2 * X + 1
w = torch.tensor(0., requires_grad=True)
b = torch.tensor(0., requires_grad=True)
for _ in range(100):
    loss = ((w * X + b - Y) ** 2).mean()
    loss.backward()
    with torch.no_grad():
        w -= 0.05 * w.grad
        b -= 0.05 * b.grad
        w.grad.zero_()
        b.grad.zero_()
print(w, b, f"{loss.item():.6f}")

# --- wrong_update_loses_leaf
w = torch.tensor(1., requires_grad=True)
(w ** 2).backward()
w = w - 0.1 * w.grad
print(w, w.is_leaf, w.grad)

# --- loss_item_or_loss
w = torch.tensor(1., requires_grad=True)
total = 0
for _ in range(3):
    total += w ** 2
print(total)
total = 0
for _ in range(3):
    total += (w ** 2).item()
print(total)

# --- numpy_of_recorded
torch.tensor([1.], requires_grad=True).numpy()

# --- detach_numpy
print(torch.tensor([1.], requires_grad=True).detach().numpy(), (torch.tensor(2., requires_grad=True) * 2).item())

# --- numpy_force
torch.tensor([1.], requires_grad=True).numpy(force=True)

# --- print_in_list
x = torch.tensor(1., requires_grad=True)
print([x, x * 2], {'a': x + 1}, (x,))

# --- is_leaf
x = torch.ones(2, requires_grad=True)
print(x.is_leaf, (x * 2).is_leaf, torch.ones(2).is_leaf, x.detach().is_leaf, (x * 2).detach().requires_grad_().is_leaf)

# --- requires_grad_switched_off
x = torch.ones(2, requires_grad=True)
x.requires_grad_(False)
print((x * 2).requires_grad, x)

# --- backward_inputs
x = torch.tensor(1., requires_grad=True)
y = torch.tensor(2., requires_grad=True)
(x * y).backward(inputs=[x])
print(x.grad, y.grad)

# --- several_backward
x = torch.tensor(1., requires_grad=True)
torch.autograd.backward([x * 2, x * 3])
print(x.grad)

# --- no_such_attribute
torch.ones(1).gradient

# --- no_such_function
torch.backword

# --- polynomial_second
x = torch.tensor(2., requires_grad=True)
y = x ** 4
for n in range(4):
    y, = torch.autograd.grad(y, x, create_graph=True)
    print(n + 1, y.item())

# --- grad_is_new_tensor
x = torch.tensor([1., 2.], requires_grad=True)
y = torch.tensor([1., 2.], requires_grad=True)
(x + y).sum().backward()
x.grad.add_(5)
print(x.grad, y.grad)

# --- shared_subgraph
x = torch.tensor(2., requires_grad=True)
a = x ** 2
(a + a * a + a.sin()).backward()
print(x.grad)

# --- float64
x = torch.tensor(2., dtype=torch.float64, requires_grad=True)
(x ** 3).backward()
print(x.grad)

# --- half
x = torch.tensor(2., dtype=torch.float16, requires_grad=True)
(x ** 3).backward()
print(x.grad)

# --- inputs_as_ordered_dict
from collections import OrderedDict
x = torch.tensor(1., requires_grad=True)
torch.autograd.grad(x * 2, OrderedDict(x=x))

# --- accumulate_into_recorded_gradient
x = torch.tensor(2., requires_grad=True)
for _ in range(2):
    (x ** 3).backward(create_graph=True)
print(x.grad)

# --- retain_grad_where_nothing_arrives
x = torch.arange(4., requires_grad=True)
a, b = (x * 1).split(2)
b.retain_grad()
a.sum().backward()
print(b.grad, x.grad)

# --- ones_2_backward_1
torch.ones(2).backward(1)

# --- autograd_grad_ones_1
torch.autograd.grad(torch.ones(1))

# --- autograd_grad_1_2
torch.autograd.grad(1, 2)

# --- autograd_backward_1
torch.autograd.backward(1)

# --- ones_2_grad_fn
torch.ones(2).grad_fn()

# --- ones_2_sum_item_backward
torch.ones(2).sum().item().backward()

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

# --- scalar_times_vector
k = torch.tensor(2., requires_grad=True)
v = torch.tensor([1., 2., 3.])
(k * v).sum().backward()
print(k.grad)

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

# --- stop_gradient_target
x = torch.tensor(1., requires_grad=True)
pred = x * 2
target = (x + 1).detach()
loss = (pred - target) ** 2
loss.backward()
print(loss, x.grad)

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
