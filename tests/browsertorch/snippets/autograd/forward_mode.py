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

# --- inference_mode_carries_no_tangent
import torch.autograd.forward_ad as fwAD
def square(x):
    with torch.inference_mode():
        return x * x
with fwAD.dual_level():
    x = fwAD.make_dual(torch.tensor(3.), torch.tensor(1.))
    print(fwAD.unpack_dual(square(x)))
    with torch.no_grad():
        print(fwAD.unpack_dual(x * x))
    with torch.inference_mode():
        print(fwAD.unpack_dual(x), x.view(1))
        with torch.inference_mode(False):
            print(fwAD.unpack_dual(x * x))
    print(fwAD.unpack_dual(x * x))
print(torch.func.jvp(square, (torch.tensor(3.),), (torch.tensor(1.),)))

# --- dual_level_in_inference_mode
import torch.autograd.forward_ad as fwAD
with torch.inference_mode():
    print(torch.func.jvp(lambda x: x * x, (torch.tensor(3.),), (torch.tensor(1.),)))
    with fwAD.dual_level():
        x = fwAD.make_dual(torch.tensor(3.), torch.tensor(1.))
        print(x, fwAD.unpack_dual(x), fwAD.unpack_dual(x * x))

# --- fn_returns_input_jvp
import torch.autograd.forward_ad as fw
class F(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x): return x
    @staticmethod
    def backward(ctx, g): return g
    @staticmethod
    def jvp(ctx, t): return t * 2
with fw.dual_level():
    d = fw.make_dual(torch.ones(2), torch.ones(2))
    y = F.apply(d)
    print(fw.unpack_dual(y))

# --- fn_returns_input_jvp_same
import torch.autograd.forward_ad as fw
class F(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x): return x
    @staticmethod
    def backward(ctx, g): return g
    @staticmethod
    def jvp(ctx, t): return t
with fw.dual_level():
    d = fw.make_dual(torch.ones(2), torch.ones(2))
    y = F.apply(d)
    print(fw.unpack_dual(y))

# --- fn_returns_view_jvp
import torch.autograd.forward_ad as fw
class F(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x): return x.view(2, 1)
    @staticmethod
    def backward(ctx, g): return g
    @staticmethod
    def jvp(ctx, t): return t.clone().view(2, 1)
with fw.dual_level():
    d = fw.make_dual(torch.ones(2), torch.ones(2))
    y = F.apply(d)
    print(fw.unpack_dual(y))

# --- fn_dirty_jvp
import torch.autograd.forward_ad as fw
class F(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        ctx.mark_dirty(x)
        return x.mul_(2)
    @staticmethod
    def backward(ctx, g): return g
    @staticmethod
    def jvp(ctx, t): return t * 2
with fw.dual_level():
    d = fw.make_dual(torch.ones(2), torch.ones(2))
    y = F.apply(d)
    print(fw.unpack_dual(y))

# --- fn_dirty_jvp_in
import torch.autograd.forward_ad as fw
class F(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        ctx.mark_dirty(x)
        return x.mul_(2)
    @staticmethod
    def backward(ctx, g): return g
    @staticmethod
    def jvp(ctx, t): return t.mul_(2)
with fw.dual_level():
    d = fw.make_dual(torch.ones(2), torch.ones(2))
    y = F.apply(d)
    print(fw.unpack_dual(y))

# --- fw_inplace_dual
import torch.autograd.forward_ad as fw
with fw.dual_level():
    p = torch.ones(2)
    d = fw.make_dual(p, torch.full((2,), 3.))
    d.mul_(2)
    print(fw.unpack_dual(p), fw.unpack_dual(d))

# --- fw_inplace_primal
import torch.autograd.forward_ad as fw
with fw.dual_level():
    p = torch.ones(2)
    d = fw.make_dual(p, torch.full((2,), 3.))
    p.mul_(2)
    print(fw.unpack_dual(p), fw.unpack_dual(d))
    p.mul_(d)
    print(fw.unpack_dual(p), fw.unpack_dual(d))

# --- fw_inplace_plain
import torch.autograd.forward_ad as fw
with fw.dual_level():
    d = fw.make_dual(torch.ones(2), torch.full((2,), 3.))
    z = torch.ones(2)
    z.add_(d)
    print(fw.unpack_dual(z))
    z.fill_(2)
    print(fw.unpack_dual(z))
    z.copy_(d)
    print(fw.unpack_dual(z))
    z.zero_()
    print(fw.unpack_dual(z))
    z[0] = d[1]
    print(fw.unpack_dual(z))

# --- fw_detach
import torch.autograd.forward_ad as fw
with fw.dual_level():
    d = fw.make_dual(torch.ones(2), torch.full((2,), 3.))
    print(fw.unpack_dual(d.detach()))
    d.detach_()
    print(fw.unpack_dual(d))
    e = fw.make_dual(torch.ones(2), torch.full((2,), 3.)) * 2
    e.detach_()
    print(fw.unpack_dual(e))

# --- fw_out
import torch.autograd.forward_ad as fw
with fw.dual_level():
    d = fw.make_dual(torch.ones(2), torch.full((2,), 3.))
    o = torch.zeros(2)
    print(torch.add(d, d, out=o))

# --- fw_out2
import torch.autograd.forward_ad as fw
with fw.dual_level():
    d = fw.make_dual(torch.ones(2), torch.full((2,), 3.))
    torch.exp(torch.ones(2), out=d)

# --- fw_out3
import torch.autograd.forward_ad as fw
with fw.dual_level():
    d = fw.make_dual(torch.ones(3, 3), torch.full((3, 3), 3.))
    torch.mm(d, d, out=torch.zeros(3, 3))

# --- fw_out4
import torch.autograd.forward_ad as fw
with fw.dual_level():
    d = fw.make_dual(torch.ones(3, 3), torch.full((3, 3), 3.))
    torch.max(d, 0, out=(torch.zeros(3), torch.zeros(3, dtype=torch.long)))

# --- fw_nested_duals
import torch.autograd.forward_ad as fw
with fw.dual_level():
    d = fw.make_dual(torch.ones(2), torch.full((2,), 3.))
    e = fw.make_dual(torch.ones(2), d)
    print(fw.unpack_dual(e))

# --- fw_nested_duals2
import torch.autograd.forward_ad as fw
with fw.dual_level():
    d = fw.make_dual(torch.ones(2), torch.full((2,), 3.))
    e = fw.make_dual(d, torch.ones(2))

# --- fw_tangent_kinds
import torch.autograd.forward_ad as fw
with fw.dual_level():
    for p, t in ((torch.ones(2), torch.ones(2, dtype=torch.float64)), (torch.ones(2), torch.ones(2, dtype=torch.complex64)), (torch.ones(2), 3.0), (1.0, torch.ones(2)), (torch.ones(2), None)):
        try:
            print(fw.make_dual(p, t))
        except Exception as e:
            print(type(e).__name__, e)

# --- fw_no_grad_level
import torch.autograd.forward_ad as fw
with fw.dual_level():
    with fw.dual_level():
        pass

# --- fw_view_inplace
import torch.autograd.forward_ad as fw
with fw.dual_level():
    p = torch.ones(3)
    d = fw.make_dual(p, torch.arange(3.))
    v = d[1:]
    v.mul_(2)
    print(fw.unpack_dual(d), fw.unpack_dual(v), fw.unpack_dual(p))
    b = torch.ones(3)
    w = b[:2]
    w.mul_(d[:2])
    print(fw.unpack_dual(b), fw.unpack_dual(w))

# --- fw_tangent_lies_as_its_tensor
import torch.autograd.forward_ad as fw
with fw.dual_level():
    t = torch.ones(2, 3)
    for p, tangent in ((torch.ones(3, 2).t(), t), (torch.ones(2, 3), torch.ones(3, 2).t()), (torch.ones(2, 3), torch.ones(1).expand(2, 3)), (t * 2, t)):
        dual = fw.make_dual(p, tangent)
        print(fw.unpack_dual(dual).tangent.stride(), fw.unpack_dual(dual).tangent)
    t.mul_(3)
    print(fw.unpack_dual(dual).tangent)
    t = torch.ones(3, 2).t().requires_grad_()
    dual = fw.make_dual(torch.ones(2, 3), t)
    fw.unpack_dual((dual * dual).sum()).tangent.backward()
print(t.grad)
# --- an_operation_without_forward_mode
import torch.autograd.forward_ad as fwAD

with fwAD.dual_level():
    dual = fwAD.make_dual(torch.ones(2), torch.ones(2))
    torch.igamma(dual, torch.ones(2))
# --- detached_in_place
import torch.autograd.forward_ad as fwAD

with fwAD.dual_level():
    dual = fwAD.make_dual(torch.ones(2), torch.ones(2)).clone()
    print(fwAD.unpack_dual(dual * 2).tangent)
    dual.detach_()
    print(fwAD.unpack_dual(dual * 2).tangent)
