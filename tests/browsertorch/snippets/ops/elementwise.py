# --- exp
x = torch.tensor([0.25, 0.5, 0.75], requires_grad=True)
y = torch.exp(x)
y.sum().backward()
print(y, x.grad)

# --- exp2
x = torch.tensor([0.25, 0.5, 0.75], requires_grad=True)
y = torch.exp2(x)
y.sum().backward()
print(y, x.grad)

# --- expm1
x = torch.tensor([0.25, 0.5, 0.75], requires_grad=True)
y = torch.expm1(x)
y.sum().backward()
print(y, x.grad)

# --- log
x = torch.tensor([0.25, 0.5, 0.75], requires_grad=True)
y = torch.log(x)
y.sum().backward()
print(y, x.grad)

# --- log2
x = torch.tensor([0.25, 0.5, 0.75], requires_grad=True)
y = torch.log2(x)
y.sum().backward()
print(y, x.grad)

# --- log10
x = torch.tensor([0.25, 0.5, 0.75], requires_grad=True)
y = torch.log10(x)
y.sum().backward()
print(y, x.grad)

# --- log1p
x = torch.tensor([0.25, 0.5, 0.75], requires_grad=True)
y = torch.log1p(x)
y.sum().backward()
print(y, x.grad)

# --- sqrt
x = torch.tensor([0.25, 0.5, 0.75], requires_grad=True)
y = torch.sqrt(x)
y.sum().backward()
print(y, x.grad)

# --- rsqrt
x = torch.tensor([0.25, 0.5, 0.75], requires_grad=True)
y = torch.rsqrt(x)
y.sum().backward()
print(y, x.grad)

# --- reciprocal
x = torch.tensor([0.25, 0.5, 0.75], requires_grad=True)
y = torch.reciprocal(x)
y.sum().backward()
print(y, x.grad)

# --- sin
x = torch.tensor([0.25, 0.5, 0.75], requires_grad=True)
y = torch.sin(x)
y.sum().backward()
print(y, x.grad)

# --- cos
x = torch.tensor([0.25, 0.5, 0.75], requires_grad=True)
y = torch.cos(x)
y.sum().backward()
print(y, x.grad)

# --- tan
x = torch.tensor([0.25, 0.5, 0.75], requires_grad=True)
y = torch.tan(x)
y.sum().backward()
print(y, x.grad)

# --- asin
x = torch.tensor([0.25, 0.5, 0.75], requires_grad=True)
y = torch.asin(x)
y.sum().backward()
print(y, x.grad)

# --- acos
x = torch.tensor([0.25, 0.5, 0.75], requires_grad=True)
y = torch.acos(x)
y.sum().backward()
print(y, x.grad)

# --- atan
x = torch.tensor([0.25, 0.5, 0.75], requires_grad=True)
y = torch.atan(x)
y.sum().backward()
print(y, x.grad)

# --- sinh
x = torch.tensor([0.25, 0.5, 0.75], requires_grad=True)
y = torch.sinh(x)
y.sum().backward()
print(y, x.grad)

# --- cosh
x = torch.tensor([0.25, 0.5, 0.75], requires_grad=True)
y = torch.cosh(x)
y.sum().backward()
print(y, x.grad)

# --- tanh
x = torch.tensor([0.25, 0.5, 0.75], requires_grad=True)
y = torch.tanh(x)
y.sum().backward()
print(y, x.grad)

# --- asinh
x = torch.tensor([0.25, 0.5, 0.75], requires_grad=True)
y = torch.asinh(x)
y.sum().backward()
print(y, x.grad)

# --- atanh
x = torch.tensor([0.25, 0.5, 0.75], requires_grad=True)
y = torch.atanh(x)
y.sum().backward()
print(y, x.grad)

# --- sigmoid
x = torch.tensor([0.25, 0.5, 0.75], requires_grad=True)
y = torch.sigmoid(x)
y.sum().backward()
print(y, x.grad)

# --- logit
x = torch.tensor([0.25, 0.5, 0.75], requires_grad=True)
y = torch.logit(x)
y.sum().backward()
print(y, x.grad)

# --- erf
x = torch.tensor([0.25, 0.5, 0.75], requires_grad=True)
y = torch.erf(x)
y.sum().backward()
print(y, x.grad)

# --- erfc
x = torch.tensor([0.25, 0.5, 0.75], requires_grad=True)
y = torch.erfc(x)
y.sum().backward()
print(y, x.grad)

# --- deg2rad
x = torch.tensor([0.25, 0.5, 0.75], requires_grad=True)
y = torch.deg2rad(x)
y.sum().backward()
print(y, x.grad)

# --- rad2deg
x = torch.tensor([0.25, 0.5, 0.75], requires_grad=True)
y = torch.rad2deg(x)
y.sum().backward()
print(y, x.grad)

# --- neg
x = torch.tensor([0.25, 0.5, 0.75], requires_grad=True)
y = torch.neg(x)
y.sum().backward()
print(y, x.grad)

# --- abs
x = torch.tensor([0.25, 0.5, 0.75], requires_grad=True)
y = torch.abs(x)
y.sum().backward()
print(y, x.grad)

# --- sign
x = torch.tensor([0.25, 0.5, 0.75], requires_grad=True)
y = torch.sign(x)
y.sum().backward()
print(y, x.grad)

# --- sgn
x = torch.tensor([0.25, 0.5, 0.75], requires_grad=True)
y = torch.sgn(x)
y.sum().backward()
print(y, x.grad)

# --- floor
x = torch.tensor([0.25, 0.5, 0.75], requires_grad=True)
y = torch.floor(x)
y.sum().backward()
print(y, x.grad)

# --- ceil
x = torch.tensor([0.25, 0.5, 0.75], requires_grad=True)
y = torch.ceil(x)
y.sum().backward()
print(y, x.grad)

# --- trunc
x = torch.tensor([0.25, 0.5, 0.75], requires_grad=True)
y = torch.trunc(x)
y.sum().backward()
print(y, x.grad)

# --- frac
x = torch.tensor([0.25, 0.5, 0.75], requires_grad=True)
y = torch.frac(x)
y.sum().backward()
print(y, x.grad)

# --- relu
x = torch.tensor([0.25, 0.5, 0.75], requires_grad=True)
y = torch.relu(x)
y.sum().backward()
print(y, x.grad)

# --- round
x = torch.tensor([0.25, 0.5, 0.75], requires_grad=True)
y = torch.round(x)
y.sum().backward()
print(y, x.grad)

# --- square
x = torch.tensor([0.25, 0.5, 0.75], requires_grad=True)
y = torch.square(x)
y.sum().backward()
print(y, x.grad)

# --- lgamma
x = torch.tensor([0.25, 0.5, 0.75], requires_grad=True)
y = torch.lgamma(x)
y.sum().backward()
print(y, x.grad)

# --- acosh
x = torch.tensor([1.5, 2.], requires_grad=True)
y = x.acosh()
y.sum().backward()
print(y, x.grad)

# --- second_derivatives
x = torch.tensor([0.5, 1.5], requires_grad=True)
for f in (torch.exp, torch.log, torch.sin, torch.cos, torch.sqrt, torch.tanh, torch.sigmoid, torch.atan, torch.reciprocal):
    g, = torch.autograd.grad(f(x).sum(), x, create_graph=True)
    h, = torch.autograd.grad(g.sum(), x)
    print(f.__name__, g, h)

# --- integers_become_floats
i = torch.tensor([1, 4, 9])
print(torch.sqrt(i), i.exp(), torch.sin(i).dtype, i.sigmoid())

# --- integers_stay_integers
i = torch.tensor([-3, 0, 4])
print(i.abs(), -i, i.sign(), i.floor(), i.relu(), i.square())

# --- nan_and_inf
x = torch.tensor([-1., 0., 1.])
print(torch.log(x), torch.sqrt(x), 1 / x, torch.exp(x * 1000))

# --- grad_at_the_edge
x = torch.tensor([0., 1.], requires_grad=True)
torch.sqrt(x).sum().backward()
print(x.grad)
x.grad = None
x.abs().sum().backward()
print(x.grad)
x.grad = None
torch.relu(x).sum().backward()
print(x.grad)

# --- methods_and_functions
x = torch.tensor([1., 2.])
print(torch.exp(x), x.exp(), torch.exp(input=x))

# --- aliases
x = torch.tensor([-0.5, 0.5])
print(torch.absolute(x), torch.negative(x), torch.arcsin(x), torch.arccos(x), torch.arctan(x), torch.fix(x), torch.arctanh(x))

# --- wrong_argument
torch.exp(3.0)

# --- list_argument
torch.sqrt([1., 4.])

# --- missing_argument
torch.log()

# --- bool_abs
torch.tensor([True]).abs()

# --- bool_negative
-torch.tensor([True, False])

# --- clamp
x = torch.tensor([-2., 0.5, 3.], requires_grad=True)
y = x.clamp(-1, 1)
y.sum().backward()
print(y, x.grad)

# --- clamp_one_side
x = torch.tensor([-2., 0.5, 3.], requires_grad=True)
print(x.clamp(min=0), x.clamp(max=0), torch.clamp(x, 0), x.clip(0, 1))

# --- clamp_at_bound
x = torch.tensor([0., 1.], requires_grad=True)
x.clamp(0, 1).sum().backward()
print(x.grad)

# --- clamp_nothing
torch.tensor([1.]).clamp()

# --- clamp_tensors
x = torch.tensor([1., 2., 3.], requires_grad=True)
low = torch.tensor([2., 0., 0.], requires_grad=True)
y = x.clamp(low, torch.tensor([9., 1., 9.]))
y.sum().backward()
print(y, x.grad, low.grad)

# --- clamp_min_max
x = torch.tensor([-1., 1.], requires_grad=True)
print(torch.clamp_min(x, 0.), x.clamp_max(0))

# --- where
x = torch.tensor([-1., 2.], requires_grad=True)
y = torch.where(x > 0, x, x * 0.1)
print(y)
y.sum().backward()
print(x.grad)

# --- where_scalars
print(torch.where(torch.tensor([True, False]), 1., 0.))
torch.where(torch.tensor([1., -1.]) > 0, torch.tensor([1, 2]), 0)

# --- where_condition_only
torch.where(torch.tensor([[0, 1], [2, 0]]))

# --- where_not_bool
torch.where(torch.tensor([1., 0.]), torch.ones(2), torch.zeros(2))

# --- where_broadcast
torch.where(torch.tensor([[True], [False]]), torch.tensor([1., 2.]), torch.tensor(0.))

# --- masked_fill
x = torch.tensor([1., 2., 3.], requires_grad=True)
y = x.masked_fill(x > 1, -1.)
y.sum().backward()
print(y, x.grad)

# --- masked_fill_not_bool
torch.zeros(2).masked_fill(torch.tensor([1, 0]), 5)

# --- maximum_minimum
a = torch.tensor([1., 5., 3.], requires_grad=True)
b = torch.tensor([4., 2., 3.], requires_grad=True)
(torch.maximum(a, b) + 2 * torch.minimum(a, b)).sum().backward()
print(torch.maximum(a, b), a.grad, b.grad)

# --- softmax
x = torch.tensor([1., 2., 3.], requires_grad=True)
p = x.softmax(0)
print(p)
p[2].backward()
print(x.grad)

# --- log_softmax
x = torch.tensor([[1., 2.], [3., 1.]], requires_grad=True)
y = torch.log_softmax(x, dim=1)
y[0, 1].backward()
print(y, x.grad)

# --- softmax_of_integers
torch.softmax(torch.tensor([1, 2]), 0)

# --- softmax_hessian
from torch.autograd.functional import hessian
hessian(lambda x: x.softmax(0)[0], torch.tensor([0.5, -0.5]))

# --- nan_to_num
x = torch.tensor([float('nan'), float('inf'), -float('inf'), 1.])
print(x.nan_to_num(), x.nan_to_num(0., 9., -9.))

# --- tests
x = torch.tensor([float('nan'), float('inf'), 1.])
print(x.isnan(), x.isinf(), torch.isfinite(x), x == x)

# --- isclose
a = torch.tensor([1., 2.])
print(torch.isclose(a, a + 1e-6), torch.allclose(a, a + 1e-3), torch.equal(a, a.clone()), torch.allclose(a, a + 1e-3, atol=1e-2))

# --- allclose_dtypes
torch.allclose(torch.ones(1), torch.ones(1, dtype=torch.float64))

# --- round_decimals
x = torch.tensor([1.2345, 2.5, 3.5, -0.5])
print(x.round(), torch.round(x, decimals=2))

# --- lerp
a = torch.tensor([0., 10.], requires_grad=True)
print(torch.lerp(a, torch.tensor([1., 20.]), 0.25), a.lerp(a + 1, torch.tensor(0.5)))

# --- atan2_hypot
y = torch.tensor([1., -1.], requires_grad=True)
x = torch.tensor([1., 2.], requires_grad=True)
(torch.atan2(y, x) + torch.hypot(y, x)).sum().backward()
print(y.grad, x.grad)

# --- logaddexp
torch.logaddexp(torch.tensor([1., 30.]), torch.tensor([2., 30.]))

# --- addcmul_addcdiv
t = torch.tensor([1., 2.], requires_grad=True)
print(torch.addcmul(t, t, t, value=0.5), torch.addcdiv(t, t, t + 1, value=2))

# --- half_precision
x = torch.tensor([1., 2.], dtype=torch.float16, requires_grad=True)
y = (x.exp() * x).sum()
y.backward()
print(y, x.grad)

# --- double_precision
x = torch.tensor(0.3, dtype=torch.float64, requires_grad=True)
y = torch.sin(x) * torch.exp(-x)
y.backward()
print(f"{y.item():.12f} {x.grad.item():.12f}")

# --- float32_digits
x = torch.tensor([0.1, 0.7, 1.3])
print(x.exp().tolist(), x.log().tolist(), x.sin().tolist(), x.sigmoid().tolist())

# --- sign_of_nan_and_bools
print(torch.sign(torch.tensor([-2., -0., 0., float("nan")])), torch.sign(torch.tensor([True, False])))
for f in (torch.floor, torch.round, torch.relu, torch.positive):
    try:
        f(torch.tensor([True]))
    except (NotImplementedError, RuntimeError) as error:
        print(error)

# --- logic_and_bits_refuse
v, p = torch.ones(2), torch.ones(3)
for call in (lambda: torch.logical_and(v, p), lambda: torch.bitwise_not(v), lambda: torch.add(torch.tensor([1]), 1, alpha=0.5)):
    try:
        call()
    except (NotImplementedError, RuntimeError) as error:
        print(error)
print(torch.xlogy(torch.tensor([0, 2]), 3))

# --- clamp_between_tensors_1
a = torch.tensor([1, 2])
torch.clamp(a, min=torch.tensor([1.5, 1.]))

# --- clamp_between_tensors_2
print(torch.clamp(torch.tensor([1, 2]), max=torch.tensor(1.5)), torch.clamp(torch.tensor([1., 2]), min=torch.tensor(1), max=torch.tensor([3, 1])))

# --- clamp_between_tensors_3
torch.clamp(torch.tensor([1, 2]), 1, torch.tensor(2))

# --- clamp_between_tensors_5
a = torch.tensor([1, 2])
a.clamp_(min=torch.tensor([1.5, 1.]))

# --- clamp_between_tensors_6
print(torch.tensor([1, 2]).clamp(min=1.5))

# --- digamma_corners
torch.digamma(torch.tensor([-1., 0., -.5, .5]))

# --- atan2_at_the_origin_1
x = torch.zeros(3, requires_grad=True)
y = torch.tensor([0., 1., -1.], requires_grad=True)
z = torch.atan2(x, y)
g = torch.autograd.grad(z.sum(), (x, y), create_graph=True)
print(z, g)

# --- xlogy_in_place_1
x = torch.tensor([0., 1., 2.])
print(x.xlogy_(torch.tensor([0., 2., 3.])), x)

# --- xlogy_in_place_2
x = torch.tensor([0., 1., 2.], requires_grad=True) * 1
y = torch.tensor([0.5, 2., 3.], requires_grad=True)
x.xlogy_(y)
print(x)
x.sum().backward()
print(y.grad)

# --- xlogy_in_place_3
x = torch.tensor([1., 2.])
print(torch.xlogy(x, 2), torch.xlogy(2, x), x.xlogy_(3.), torch.xlogy_(x, x))

# --- xlogy_in_place_4
x = torch.tensor([1, 2])
x.xlogy_(2)

# --- sqrt_of_nothing
torch.sqrt()

# --- sin_1
torch.sin(1)

# --- relu_1
torch.relu(-1)

# --- softmax_ones_2
torch.softmax(torch.ones(2))

# --- sigmoid_derivative_table
x = torch.tensor([-2., 0., 2.], requires_grad=True)
s = torch.sigmoid(x)
s.sum().backward()
print(x.grad)
print((s * (1 - s)).detach())
print(torch.allclose(x.grad, s * (1 - s)))

# --- angle
x = torch.tensor([1., -2., 0., float("nan")], requires_grad=True)
y = x.angle()
print(y)
y.sum().backward()
print(x.grad)

# --- digamma_twice
x = torch.tensor([1., 2., 0.5], dtype=torch.float64, requires_grad=True)
(g,) = torch.autograd.grad(x.digamma().sum(), x, create_graph=True)
print(g.round(decimals=4), torch.polygamma(2, x).round(decimals=4), x.polygamma(0).round(decimals=4))
g.sum().backward()
print(x.grad.round(decimals=4))

# --- softmax_of_few
torch.manual_seed(0)
for n in (2, 3, 5, 7, 8, 10, 20):
    p = (3 * torch.randn(40, n)).softmax(-1)
    print(n, p.sum(-1).allclose(torch.ones(40)), p[0, :2])
x = torch.tensor([[0.0, -float("inf"), 1.0], [-float("inf")] * 3, [float("nan"), 1.0, 2.0], [-200.0, 0.0, -103.5]])
x.softmax(-1), x[0].softmax(0), torch.zeros(2, 0).softmax(1)
