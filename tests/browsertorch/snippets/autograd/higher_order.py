# --- second_derivative
x = torch.tensor(3., requires_grad=True)
y = x ** 3
g, = torch.autograd.grad(y, x, create_graph=True)
gg, = torch.autograd.grad(g, x)
print(g, gg)

# --- third_and_fourth
x = torch.tensor(2., requires_grad=True)
d = x ** 4
for order in range(1, 5):
    d, = torch.autograd.grad(d, x, create_graph=True)
    print(order, d.item(), d.grad_fn)

# --- fifth_of_fourth_power
x = torch.tensor(2., requires_grad=True)
d = x ** 2
for order in range(1, 5):
    d, = torch.autograd.grad(d, x, create_graph=True)
    print(order, d)

# --- sin_derivatives
x = torch.tensor(0.5, requires_grad=True)
d = torch.sin(x)
for _ in range(4):
    print(d)
    d, = torch.autograd.grad(d, x, create_graph=True)

# --- tanh_derivatives
x = torch.linspace(-1, 1, 3, requires_grad=True)
y = torch.tanh(x)
g, = torch.autograd.grad(y.sum(), x, create_graph=True)
h, = torch.autograd.grad(g.sum(), x, create_graph=True)
print(g, h, sep="\n")

# --- exp_names
x = torch.tensor(1., requires_grad=True)
g, = torch.autograd.grad(x.exp(), x, create_graph=True)
print(g, g.grad_fn.next_functions)

# --- without_create_graph_error
x = torch.tensor(3., requires_grad=True)
g, = torch.autograd.grad(x ** 3, x)
torch.autograd.grad(g, x)

# --- backward_create_graph_warning
x = torch.tensor(2., requires_grad=True)
y = x ** 3
y.backward(create_graph=True)
print(x.grad)
g = x.grad
x.grad = None
g.backward()
print(x.grad)

# --- linear_has_no_second_derivative
x = torch.tensor(2., requires_grad=True)
g, = torch.autograd.grad(3 * x, x, create_graph=True)
print(g)
torch.autograd.grad(g, x)

# --- allow_unused_second
x = torch.tensor(2., requires_grad=True)
g, = torch.autograd.grad(3 * x + x * 0, x, create_graph=True)
print(g, g.requires_grad)

# --- mixed_partials
x = torch.tensor(2., requires_grad=True)
y = torch.tensor(3., requires_grad=True)
f = x ** 2 * y ** 3
fx, fy = torch.autograd.grad(f, (x, y), create_graph=True)
fxx, fxy = torch.autograd.grad(fx, (x, y), retain_graph=True)
fyx, fyy = torch.autograd.grad(fy, (x, y))
print(fxx, fxy, fyx, fyy)

# --- hessian_by_rows
x = torch.tensor([1., 2.], requires_grad=True)
f = x[0] ** 2 * x[1] + x[1] ** 3
g, = torch.autograd.grad(f, x, create_graph=True)
H = torch.stack([torch.autograd.grad(gi, x, retain_graph=True)[0] for gi in g])
print(g)
print(H)

# --- hessian_vector_product
x = torch.tensor([1., 2., 3.], requires_grad=True)
f = (x ** 3).sum()
g, = torch.autograd.grad(f, x, create_graph=True)
v = torch.tensor([1., 0., -1.])
torch.autograd.grad(g @ v, x)

# --- gradient_penalty
w = torch.tensor([1., 2.], requires_grad=True)
x = torch.tensor([3., 4.], requires_grad=True)
out = (w * x).sum() ** 2
gx, = torch.autograd.grad(out, x, create_graph=True)
penalty = (gx.norm() - 1) ** 2
penalty.backward()
print(penalty, w.grad)

# --- newton_method
x = torch.tensor(3., requires_grad=True)
for _ in range(4):
    f = x ** 4 - 3 * x ** 2
    g, = torch.autograd.grad(f, x, create_graph=True)
    h, = torch.autograd.grad(g, x)
    with torch.no_grad():
        x -= g / h
    print(f"{x.item():.5f}")

# --- second_order_of_many_functions
x = torch.tensor([0.3, 0.6], requires_grad=True)
for f in (torch.exp, torch.log, torch.sin, torch.cos, torch.tanh, torch.sigmoid, torch.sqrt, torch.reciprocal, torch.relu, torch.erf,
          torch.atan, torch.asin, torch.softmax, torch.logsumexp):
    y = f(x, 0) if f in (torch.softmax, torch.logsumexp) else f(x)
    g, = torch.autograd.grad((y ** 2).sum(), x, create_graph=True)
    h, = torch.autograd.grad(g.sum(), x)
    print(f.__name__, h.round(decimals=3) + 0.0)

# --- second_order_matmul
A = torch.tensor([[2., 1.], [1., 3.]])
x = torch.tensor([1., 2.], requires_grad=True)
f = 0.5 * x @ A @ x
g, = torch.autograd.grad(f, x, create_graph=True)
print(g)
print(torch.autograd.grad(g, x, torch.tensor([1., 0.])))

# --- second_order_division
a = torch.tensor(2., requires_grad=True)
b = torch.tensor(4., requires_grad=True)
ga, gb = torch.autograd.grad(a / b, (a, b), create_graph=True)
print(ga, gb)
print(torch.autograd.grad(gb, (a, b)))

# --- second_order_through_index_and_cat
x = torch.tensor([1., 2., 3.], requires_grad=True)
y = torch.cat([x[1:], x[:1] * 2]).pow(3).cumsum(0)
g, = torch.autograd.grad(y.sum(), x, create_graph=True)
print(g)
torch.autograd.grad(g.sum(), x)

# --- second_order_reductions
x = torch.tensor([1., 2., 4.], requires_grad=True)
for f in (torch.var, torch.prod, torch.mean):
    g, = torch.autograd.grad(f(x), x, create_graph=True)
    print(g)
    print(torch.autograd.grad((g ** 2).sum(), x)[0])

# --- grad_accumulates_graph
x = torch.tensor(2., requires_grad=True)
y = x ** 2
y.backward(create_graph=True)
z = x.grad * 5
z.backward()
print(x.grad)

# --- pow_zero_second
x = torch.tensor(0., requires_grad=True)
y = x ** 2
g, = torch.autograd.grad(y, x, create_graph=True)
h, = torch.autograd.grad(g, x)
print(g, h)

# --- physics_position_velocity_acceleration
t = torch.linspace(0., 2., 5, requires_grad=True)
s = 20 * t - 4.9 * t ** 2
v, = torch.autograd.grad(s.sum(), t, create_graph=True)
a, = torch.autograd.grad(v.sum(), t)
print(v, a, sep="\n")

# --- double_backward_mean
x = torch.ones(2, 2, requires_grad=True)
y = (x ** 3).mean()
g = torch.autograd.grad(y, x, create_graph=True)[0]
g

# --- second_order_through_in_place_on_a_view
x = torch.tensor([[1., 2.], [3., 4.]], requires_grad=True)
y = x * 1
y[0].sigmoid_()
g, = torch.autograd.grad((y * y).sum(), x, create_graph=True)
print(g)
print(torch.autograd.grad((g * g).sum(), x))

# --- second_order_through_in_place
x = torch.tensor([1., 2.], requires_grad=True)
y = x * 1
y.sigmoid_()
g, = torch.autograd.grad((y * y).sum(), x, create_graph=True)
print(g)
print(torch.autograd.grad((g * g).sum(), x))

# --- second_order_through_a_changed_column
x = torch.tensor([[1., 2.], [-1., 4.]], requires_grad=True)
y = x * 1
v = y[:, 0]
v.exp_()
g, = torch.autograd.grad((y * y).sum(), x, create_graph=True)
print(g)
print(torch.autograd.grad((g * g).sum(), x))

# --- warn_once
x = torch.ones(2, requires_grad=True)
torch.set_warn_always(False)
for i in range(3):
    print(i)
    (x * x).sum().backward(create_graph=True)
# --- nodes_of_a_first_gradient
x = torch.ones(2, requires_grad=True)
(x * x).sum().backward(create_graph=True)
print([node and node.name() for node, _ in x.grad.grad_fn.next_functions])
# --- complex_power_of_a_negative_number
for base in (-2, torch.tensor(-2.0, dtype=torch.float64), -2 + 0j, torch.tensor(-2.0 + 1j, dtype=torch.complex128)):
    exponent = torch.tensor(0.5 + 1j, dtype=torch.complex128, requires_grad=True)
    print(torch.autograd.grad(torch.pow(base, exponent).abs(), exponent))
# --- scattered_zeros_twice
for f in (torch.scatter_reduce, torch.index_reduce):
    x, src = torch.ones(1, requires_grad=True), torch.zeros(2, requires_grad=True)
    out = f(x, 0, torch.tensor([0, 0]), src, "prod")
    grads = torch.autograd.grad(out.sum(), (x, src), create_graph=True)
    print(*[g.detach() for g in grads])
    try:
        grads[1].sum().backward()
    except RuntimeError as error:
        print(error)
