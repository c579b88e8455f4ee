# --- passes
x = torch.tensor([1., 2.], dtype=torch.float64, requires_grad=True)
torch.autograd.gradcheck(lambda x: x ** 2, (x,))

# --- passes_with_single_input
x = torch.tensor([1., 2.], dtype=torch.float64, requires_grad=True)
torch.autograd.gradcheck(torch.sin, x)

# --- two_inputs
a = torch.rand(2, dtype=torch.float64, requires_grad=True)
b = torch.rand(2, dtype=torch.float64, requires_grad=True)
torch.autograd.gradcheck(lambda a, b: (a * b).sum(), (a, b))

# --- wrong_gradient
class Bad(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        ctx.save_for_backward(x)
        return x ** 2

    @staticmethod
    def backward(ctx, g):
        x, = ctx.saved_tensors
        return g * x

x = torch.tensor([1., 2.], dtype=torch.float64, requires_grad=True)
torch.autograd.gradcheck(Bad.apply, (x,))

# --- wrong_gradient_returns_false
class Bad(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        return x ** 2

    @staticmethod
    def backward(ctx, g):
        return g

x = torch.tensor([1., 2.], dtype=torch.float64, requires_grad=True)
torch.autograd.gradcheck(Bad.apply, (x,), raise_exception=False)

# --- float32_warning
x = torch.tensor([1., 2.], requires_grad=True)
torch.autograd.gradcheck(lambda x: x * 2, (x,))

# --- float32_fails
x = torch.tensor([1., 2.], requires_grad=True)
torch.autograd.gradcheck(lambda x: x ** 3, (x,))

# --- no_requires_grad
x = torch.tensor([1., 2.], dtype=torch.float64)
torch.autograd.gradcheck(lambda x: x ** 2, (x,))

# --- constant_function
x = torch.tensor([1., 2.], dtype=torch.float64, requires_grad=True)
torch.autograd.gradcheck(lambda x: x.detach() * 2, (x,))

# --- detached_part
x = torch.tensor([1., 2.], dtype=torch.float64, requires_grad=True)
torch.autograd.gradcheck(lambda x: x * x.detach(), (x,))

# --- matrix_wrong
class Bad(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x, w):
        ctx.save_for_backward(x, w)
        return x @ w

    @staticmethod
    def backward(ctx, g):
        x, w = ctx.saved_tensors
        return g @ w.T, x @ g

x = torch.tensor([[1., 2.], [3., 4.]], dtype=torch.float64, requires_grad=True)
w = torch.tensor([[1., 0.], [2., 1.]], dtype=torch.float64, requires_grad=True)
torch.autograd.gradcheck(Bad.apply, (x, w))

# --- error_type
class Bad(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        return x ** 2

    @staticmethod
    def backward(ctx, g):
        return g

x = torch.tensor([3.], dtype=torch.float64, requires_grad=True)
try:
    torch.autograd.gradcheck(Bad.apply, (x,))
except RuntimeError as e:
    print(type(e), type(e).__mro__[1])

# --- eps_and_tolerance
x = torch.tensor([1., 2.], dtype=torch.float64, requires_grad=True)
torch.autograd.gradcheck(lambda x: x ** 3, (x,), eps=1e-2, atol=1e-6)

# --- loose_tolerance
x = torch.tensor([1., 2.], requires_grad=True)
torch.autograd.gradcheck(lambda x: x ** 3, (x,), eps=1e-2, atol=1e-1)

# --- gradgradcheck_passes
x = torch.tensor([1., 2.], dtype=torch.float64, requires_grad=True)
torch.autograd.gradgradcheck(lambda x: x ** 3, (x,))

# --- gradgradcheck_custom_function
class Cube(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        ctx.save_for_backward(x)
        return x ** 3

    @staticmethod
    def backward(ctx, g):
        x, = ctx.saved_tensors
        return 3 * x ** 2 * g

x = torch.tensor([1., 2.], dtype=torch.float64, requires_grad=True)
print(torch.autograd.gradcheck(Cube.apply, (x,)), torch.autograd.gradgradcheck(Cube.apply, (x,)))

# --- gradgradcheck_fails
class Cube(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        ctx.save_for_backward(x)
        return x ** 3

    @staticmethod
    def backward(ctx, g):
        x, = ctx.saved_tensors
        return 3 * x.detach() ** 2 * g

x = torch.tensor([1., 2.], dtype=torch.float64, requires_grad=True)
torch.autograd.gradgradcheck(Cube.apply, (x,))

# --- integer_output
x = torch.tensor([1., 2.], dtype=torch.float64, requires_grad=True)
torch.autograd.gradcheck(lambda x: x.argmax(), (x,))

# --- non_tensor_argument
x = torch.tensor([1., 2.], dtype=torch.float64, requires_grad=True)
torch.autograd.gradcheck(lambda x, k: x ** k, (x, 3))

# --- not_deterministic
import random
x = torch.tensor([1., 2.], dtype=torch.float64, requires_grad=True)
class Noisy(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        return x * 2

    @staticmethod
    def backward(ctx, g):
        return g * (2 + random.random())

torch.autograd.gradcheck(Noisy.apply, (x,), atol=2.)

# --- two_outputs_wrong
class Bad(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        return x * 2, x * 3

    @staticmethod
    def backward(ctx, g1, g2):
        return g1 * 2 + g2 * 4

x = torch.tensor([1., 2.], dtype=torch.float64, requires_grad=True)
torch.autograd.gradcheck(Bad.apply, (x,))

# --- relu_at_zero
x = torch.tensor([0.], dtype=torch.float64, requires_grad=True)
torch.autograd.gradcheck(torch.relu, (x,))

# --- forward_mode
x = torch.tensor([1., 2.], dtype=torch.float64, requires_grad=True)
torch.autograd.gradcheck(lambda x: x ** 2, (x,), check_forward_ad=True)

# --- gradcheck_keeps_input
x = torch.tensor([1., 2.], dtype=torch.float64, requires_grad=True)
torch.autograd.gradcheck(lambda x: x ** 2, (x,))
print(x, x.grad)

# --- infinite_values
import torch.autograd
x = torch.tensor([0.0, 1.0], dtype=torch.float64, requires_grad=True)
print(torch.autograd.gradcheck(lambda t: t * 1 / 0, x, raise_exception=False))

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

# --- gradcheck_fast
from torch.autograd import gradcheck, gradgradcheck
x = torch.rand(3, dtype=torch.float64, requires_grad=True)
print(gradcheck(lambda x: x.sin() * x, (x,), fast_mode=True), gradgradcheck(lambda x: x.sin() * x, (x,), fast_mode=True))
print(gradcheck(lambda x: x.sin() * x, (x,), check_batched_grad=True), gradgradcheck(lambda x: x.sin() * x, (x,), check_batched_grad=True))

# --- gradcheck_fast_bad
class F(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x): return x * 2
    @staticmethod
    def backward(ctx, g): return g * 3
x = torch.rand(3, dtype=torch.float64, requires_grad=True)
print(torch.autograd.gradcheck(F.apply, (x,), fast_mode=True, raise_exception=False))

# --- item_in_backward
class Peeks(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        return x * 2
    @staticmethod
    def backward(ctx, g):
        g.sum().item()
        return g * 2
x = torch.ones(2, dtype=torch.float64, requires_grad=True)
print(torch.autograd.gradcheck(Peeks.apply, x))
for fast in (False, True):
    try:
        torch.autograd.gradcheck(Peeks.apply, x, check_batched_grad=True, fast_mode=fast)
    except RuntimeError as e:
        print(e)
def forward_only(x):
    x.sum().item()
    return x ** 2
print(torch.autograd.gradcheck(forward_only, x, check_batched_grad=True), x[0].item())

# --- batched_forward
x = torch.ones(2, dtype=torch.float64, requires_grad=True)
print(torch.autograd.gradcheck(lambda x: x ** 2, x, check_forward_ad=True, check_batched_forward_grad=True))
try:
    torch.autograd.gradcheck(lambda x: x ** 2, x, check_batched_forward_grad=True)
except AssertionError as e:
    print(e)

# --- outputs_that_change
x = torch.ones(2, dtype=torch.float64, requires_grad=True)
for f in (lambda x: x[x >= 1], lambda x: x.float() if (x >= 1).all() else x):
    try:
        torch.autograd.gradcheck(f, x)
    except AssertionError as e:
        print(e)

# --- seen_by_forward_mode
class Looks(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x, y):
        ctx.save_for_backward(x)
        return x.clone(), y.clone()
    @staticmethod
    def jvp(ctx, x_t, y_t):
        seen.add((len(ctx.saved_tensors), None if y_t is None else y_t.dtype))
        return x_t, y_t
    @staticmethod
    def backward(ctx, gx, gy):
        return gx, gy
import torch.autograd.forward_ad as fwAD
for y in (torch.tensor(3.0), torch.tensor(3)):
    seen = set()
    with fwAD.dual_level():
        out = Looks.apply(fwAD.make_dual(torch.tensor(2.0), torch.tensor(1.0)), y)
        print(fwAD.unpack_dual(out[0]).tangent, seen)
# --- jacobians_by_their_old_names
from torch.autograd.gradcheck import get_analytical_jacobian, get_numerical_jacobian

x = torch.tensor([1.0, 2.0], dtype=torch.float64, requires_grad=True)
print(get_analytical_jacobian((x,), x**2))
print(get_numerical_jacobian(lambda inputs: inputs[0] ** 2, (x,), eps=1e-6))
get_numerical_jacobian(lambda inputs: inputs[0] ** 2, (x,), grad_out=2.0)

# --- which_part_of_a_complex_output
def shifted(y):
    y.register_hook(lambda g: g + 1e-2)
    return y

class Conjugated(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        return x * 2j

    @staticmethod
    def backward(ctx, g):
        return g * 2j

class RealThrice(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        return x.clone()

    @staticmethod
    def backward(ctx, g):
        return torch.complex(g.real * 3, g.imag)

z = torch.ones(2, requires_grad=True, dtype=torch.complex128)
x = torch.ones(2, requires_grad=True, dtype=torch.float64)
wrong = [(lambda z: shifted(z.clone()), (z,)), (lambda x: shifted(torch.complex(x, x)), (x,)), (lambda z: shifted(torch.real(z)), (z,)),
         (Conjugated.apply, (z,)), (RealThrice.apply, (z,)), (lambda z: (z * 2, shifted(z.clone())), (z,)),
         (lambda z, x: shifted(z.clone()) * x, (z, x))]
for f, inputs in wrong:
    try:
        torch.autograd.gradcheck(f, inputs)
    except RuntimeError as error:
        print(error)
torch.autograd.gradcheck(lambda z, x: ((z * x).exp(), z.real), (z, x))
