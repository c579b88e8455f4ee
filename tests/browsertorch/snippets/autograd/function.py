# --- exp_from_docs
class Exp(torch.autograd.Function):
    @staticmethod
    def forward(ctx, i):
        result = i.exp()
        ctx.save_for_backward(result)
        return result

    @staticmethod
    def backward(ctx, grad_output):
        result, = ctx.saved_tensors
        return grad_output * result

x = torch.tensor([0., 1.], requires_grad=True)
y = Exp.apply(x)
print(y)
y.sum().backward()
x.grad

# --- two_inputs_one_constant
class Scale(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x, k):
        ctx.k = k
        return x * k

    @staticmethod
    def backward(ctx, grad):
        return grad * ctx.k, None

x = torch.tensor([1., 2.], requires_grad=True)
y = Scale.apply(x, 3)
y.sum().backward()
print(y.grad_fn, x.grad)

# --- legendre_polynomial
class P3(torch.autograd.Function):
    @staticmethod
    def forward(ctx, input):
        ctx.save_for_backward(input)
        return 0.5 * (5 * input ** 3 - 3 * input)

    @staticmethod
    def backward(ctx, grad_output):
        input, = ctx.saved_tensors
        return grad_output * 1.5 * (5 * input ** 2 - 1)

x = torch.linspace(-1, 1, 5, requires_grad=True)
y = P3.apply(x)
print(y)
y.sum().backward()
print(x.grad)

# --- setup_context_form
class Mul(torch.autograd.Function):
    @staticmethod
    def forward(a, b):
        return a * b

    @staticmethod
    def setup_context(ctx, inputs, output):
        a, b = inputs
        ctx.save_for_backward(a, b)

    @staticmethod
    def backward(ctx, grad):
        a, b = ctx.saved_tensors
        return grad * b, grad * a

a = torch.tensor(2., requires_grad=True)
b = torch.tensor(5., requires_grad=True)
out = Mul.apply(a, b)
out.backward()
print(out, a.grad, b.grad)

# --- needs_input_grad
class Mul(torch.autograd.Function):
    @staticmethod
    def forward(ctx, a, b):
        ctx.save_for_backward(a, b)
        print("forward", ctx.needs_input_grad)
        return a * b

    @staticmethod
    def backward(ctx, grad):
        a, b = ctx.saved_tensors
        print("backward", ctx.needs_input_grad)
        return (grad * b if ctx.needs_input_grad[0] else None), (grad * a if ctx.needs_input_grad[1] else None)

a = torch.tensor(2., requires_grad=True)
b = torch.tensor(5.)
Mul.apply(a, b).backward()
print(a.grad, b.grad)

# --- wrong_number_of_gradients
class Bad(torch.autograd.Function):
    @staticmethod
    def forward(ctx, a, b):
        return a + b

    @staticmethod
    def backward(ctx, grad):
        return grad

a = torch.tensor(2., requires_grad=True)
b = torch.tensor(5., requires_grad=True)
Bad.apply(a, b).backward()

# --- too_many_gradients
class Bad(torch.autograd.Function):
    @staticmethod
    def forward(ctx, a):
        return a * 2

    @staticmethod
    def backward(ctx, grad):
        return grad * 2, grad, grad

a = torch.tensor(2., requires_grad=True)
Bad.apply(a).backward()

# --- extra_none_gradients_are_allowed
class F(torch.autograd.Function):
    @staticmethod
    def forward(ctx, a):
        return a * 2

    @staticmethod
    def backward(ctx, grad):
        return grad * 2, None, None

a = torch.tensor(2., requires_grad=True)
F.apply(a).backward()
a.grad

# --- wrong_shape_gradient
class Bad(torch.autograd.Function):
    @staticmethod
    def forward(ctx, a):
        return a * 2

    @staticmethod
    def backward(ctx, grad):
        return torch.ones(3)

a = torch.ones(2, requires_grad=True)
Bad.apply(a).sum().backward()

# --- broadcast_gradient_is_reduced
class F(torch.autograd.Function):
    @staticmethod
    def forward(ctx, a):
        return a.expand(3, 2).clone()

    @staticmethod
    def backward(ctx, grad):
        return grad

a = torch.ones(2, requires_grad=True)
F.apply(a).sum().backward()
a.grad

# --- non_tensor_gradient
class Bad(torch.autograd.Function):
    @staticmethod
    def forward(ctx, a):
        return a * 2

    @staticmethod
    def backward(ctx, grad):
        return 2.0

a = torch.ones(2, requires_grad=True)
Bad.apply(a).sum().backward()

# --- missing_backward
class NoBackward(torch.autograd.Function):
    @staticmethod
    def forward(ctx, a):
        return a * 2

a = torch.ones(2, requires_grad=True)
y = NoBackward.apply(a)
print(y)
y.sum().backward()

# --- missing_forward
class Nothing(torch.autograd.Function):
    pass

Nothing.apply(torch.ones(1))

# --- instance_call_error
class F(torch.autograd.Function):
    @staticmethod
    def forward(ctx, a):
        return a

    @staticmethod
    def backward(ctx, g):
        return g

F()(torch.ones(1))

# --- forward_not_static
class F(torch.autograd.Function):
    def forward(ctx, a):
        return a * 1

    def backward(ctx, g):
        return g

x = torch.ones(1, requires_grad=True)
F.apply(x).backward()
x.grad

# --- mark_dirty
class AddOne(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        x.add_(1)
        ctx.mark_dirty(x)
        return x

    @staticmethod
    def backward(ctx, grad):
        return grad

a = torch.tensor([1., 2.], requires_grad=True)
b = a.clone()
c = AddOne.apply(b)
print(b, c is b, b._version)
(c * b).sum().backward()
a.grad

# --- mark_dirty_on_leaf
class AddOne(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        x.add_(1)
        ctx.mark_dirty(x)
        return x

    @staticmethod
    def backward(ctx, grad):
        return grad

a = torch.tensor([1., 2.], requires_grad=True)
AddOne.apply(a)

# --- mark_dirty_not_returned
class Bad(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        x.add_(1)
        ctx.mark_dirty(x)
        return x.clone()

    @staticmethod
    def backward(ctx, grad):
        return grad

b = torch.tensor([1., 2.], requires_grad=True).clone()
Bad.apply(b)

# --- mark_non_differentiable
class SortIt(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        values, index = x.sort()
        ctx.mark_non_differentiable(index)
        ctx.save_for_backward(index)
        return values, index

    @staticmethod
    def backward(ctx, g, _):
        index, = ctx.saved_tensors
        out = torch.zeros_like(g)
        out[index] = g
        return out

x = torch.tensor([3., 1., 2.], requires_grad=True)
values, index = SortIt.apply(x)
print(values, index, index.requires_grad)
(values * torch.tensor([1., 10., 100.])).sum().backward()
x.grad

# --- mark_non_differentiable_float
class Both(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        a, b = x * 2, x * 3
        ctx.mark_non_differentiable(b)
        return a, b

    @staticmethod
    def backward(ctx, ga, gb):
        print(ga, gb)
        return ga * 2

x = torch.ones(2, requires_grad=True)
a, b = Both.apply(x)
print(a, b, b.is_leaf)
a.sum().backward()
x.grad

# --- unused_output_is_materialized
class Two(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        return x * 2, x * 3

    @staticmethod
    def backward(ctx, g1, g2):
        print(g1, g2)
        return g1 * 2 + g2 * 3

x = torch.ones(2, requires_grad=True)
a, b = Two.apply(x)
a.sum().backward()
x.grad

# --- set_materialize_grads_false
class Two(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        ctx.set_materialize_grads(False)
        return x * 2, x * 3

    @staticmethod
    def backward(ctx, g1, g2):
        print(g1, g2)
        return g1 * 2

x = torch.ones(2, requires_grad=True)
a, b = Two.apply(x)
a.sum().backward()
x.grad

# --- names_and_types
class MyRelu(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        ctx.save_for_backward(x)
        print(type(ctx).__name__)
        return x.clamp(min=0)

    @staticmethod
    def backward(ctx, g):
        x, = ctx.saved_tensors
        print(type(ctx).__name__, isinstance(ctx, torch.autograd.Function))
        return g * (x > 0)

x = torch.tensor([-1., 2.], requires_grad=True)
y = MyRelu.apply(x)
print(y, y.grad_fn, y.grad_fn.name())
print(y.grad_fn.next_functions, y.grad_fn.saved_tensors)
y.sum().backward()
print(x.grad)
y.grad_fn.saved_tensors

# --- double_backward_through_function
class Cube(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        ctx.save_for_backward(x)
        return x ** 3

    @staticmethod
    def backward(ctx, g):
        x, = ctx.saved_tensors
        return g * 3 * x ** 2

x = torch.tensor(2., requires_grad=True)
y = Cube.apply(x)
g, = torch.autograd.grad(y, x, create_graph=True)
print(g)
gg, = torch.autograd.grad(g, x)
print(gg)

# --- once_differentiable
from torch.autograd.function import once_differentiable

class Cube(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        ctx.save_for_backward(x)
        return x ** 3

    @staticmethod
    @once_differentiable
    def backward(ctx, g):
        x, = ctx.saved_tensors
        return g * 3 * x ** 2

x = torch.tensor(2., requires_grad=True)
g, = torch.autograd.grad(Cube.apply(x), x, create_graph=True)
print(g)
g.backward()

# --- once_differentiable_first_order
from torch.autograd.function import once_differentiable

class Double(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        return x * 2

    @staticmethod
    @once_differentiable
    def backward(ctx, g):
        print(torch.is_grad_enabled())
        return g * 2

x = torch.tensor(2., requires_grad=True)
Double.apply(x).backward()
x.grad

# --- save_for_backward_non_tensor
class F(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        ctx.save_for_backward(3.0)
        return x * 2

    @staticmethod
    def backward(ctx, g):
        return g

F.apply(torch.ones(1, requires_grad=True))

# --- save_none
class F(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x, bias=None):
        ctx.save_for_backward(x, bias)
        return x * 2

    @staticmethod
    def backward(ctx, g):
        x, bias = ctx.saved_tensors
        print(bias)
        return g * 2, None

x = torch.ones(1, requires_grad=True)
F.apply(x).backward()
x.grad

# --- saved_tensor_modified
class Square(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        ctx.save_for_backward(x)
        return x ** 2

    @staticmethod
    def backward(ctx, g):
        x, = ctx.saved_tensors
        return 2 * x * g

x = torch.tensor([1., 2.], requires_grad=True)
z = x.clone()
y = Square.apply(z)
z.add_(1)
y.sum().backward()

# --- second_backward_error
class Square(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        ctx.save_for_backward(x)
        return x ** 2

    @staticmethod
    def backward(ctx, g):
        x, = ctx.saved_tensors
        return 2 * x * g

x = torch.tensor(3., requires_grad=True)
y = Square.apply(x)
y.backward()
y.backward()

# --- attribute_on_ctx_second_backward
class Square(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        ctx.x = x
        return x ** 2

    @staticmethod
    def backward(ctx, g):
        return 2 * ctx.x * g

x = torch.tensor(3., requires_grad=True)
y = Square.apply(x)
y.backward()
y.backward()
x.grad

# --- error_in_backward
class Boom(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        return x * 2

    @staticmethod
    def backward(ctx, g):
        raise ValueError("역전파에서 난 오류")

x = torch.ones(1, requires_grad=True)
Boom.apply(x).backward()

# --- forward_runs_without_grad
class F(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        y = x * 2
        print(torch.is_grad_enabled(), y.requires_grad, x.requires_grad)
        return y

    @staticmethod
    def backward(ctx, g):
        print(torch.is_grad_enabled(), g.requires_grad)
        return g * 2

x = torch.ones(1, requires_grad=True)
y = F.apply(x)
print(y.requires_grad)
torch.autograd.grad(y, x, create_graph=True)

# --- no_grad_inputs
class F(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        return x * 2

    @staticmethod
    def backward(ctx, g):
        return g * 2

print(F.apply(torch.ones(1)))
with torch.no_grad():
    print(F.apply(torch.ones(1, requires_grad=True)))

# --- return_input_as_is
class Identity(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        return x

    @staticmethod
    def backward(ctx, g):
        return g * 10

x = torch.tensor([1., 2.], requires_grad=True)
y = Identity.apply(x)
print(y, y is x)
y.sum().backward()
x.grad

# --- gradient_reversal
class Reverse(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        return x.view_as(x)

    @staticmethod
    def backward(ctx, g):
        return -g

x = torch.tensor([1., 2.], requires_grad=True)
y = Reverse.apply(x)
y.sum().backward()
print(y, x.grad)

# --- straight_through
class Round(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        return torch.round(x)

    @staticmethod
    def backward(ctx, g):
        return g

x = torch.tensor([0.4, 1.6], requires_grad=True)
y = Round.apply(x)
(y ** 2).sum().backward()
y, x.grad

# --- tuple_and_non_tensor_outputs
class F(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        return x * 2, "이름", 7

    @staticmethod
    def backward(ctx, g, a, b):
        print(a, b)
        return g * 2

x = torch.ones(1, requires_grad=True)
y, name, k = F.apply(x)
print(name, k)
y.backward()
x.grad

# --- return_non_tensor_only
class F(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        return 3

    @staticmethod
    def backward(ctx, g):
        return g

F.apply(torch.ones(1, requires_grad=True))

# --- return_list_error
class F(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        return [x * 2]

    @staticmethod
    def backward(ctx, g):
        return g

F.apply(torch.ones(1, requires_grad=True))

# --- keyword_argument_error
class F(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x, k=2):
        return x * k

    @staticmethod
    def backward(ctx, g):
        return g, None

F.apply(torch.ones(1), k=3)

# --- jvp_staticmethod
import torch.autograd.forward_ad as fwAD

class Sq(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        ctx.save_for_forward(x)
        ctx.save_for_backward(x)
        return x ** 2

    @staticmethod
    def jvp(ctx, dx):
        x, = ctx.saved_tensors
        return 2 * x * dx

    @staticmethod
    def backward(ctx, g):
        x, = ctx.saved_tensors
        return 2 * x * g

with fwAD.dual_level():
    d = fwAD.make_dual(torch.tensor([1., 3.]), torch.tensor([1., 10.]))
    out = Sq.apply(d)
    print(fwAD.unpack_dual(out).tangent)

# --- jvp_missing
import torch.autograd.forward_ad as fwAD

class Sq(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        return x ** 2

    @staticmethod
    def backward(ctx, g):
        return g

with fwAD.dual_level():
    d = fwAD.make_dual(torch.tensor([1., 3.]), torch.ones(2))
    Sq.apply(d)

# --- func_grad_over_old_style
class Sq(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        ctx.save_for_backward(x)
        return x ** 2

    @staticmethod
    def backward(ctx, g):
        x, = ctx.saved_tensors
        return 2 * x * g

torch.func.grad(lambda x: Sq.apply(x).sum())(torch.ones(2))

# --- func_grad_over_setup_context
class Sq(torch.autograd.Function):
    @staticmethod
    def forward(x):
        return x ** 2

    @staticmethod
    def setup_context(ctx, inputs, output):
        ctx.save_for_backward(*inputs)

    @staticmethod
    def backward(ctx, g):
        x, = ctx.saved_tensors
        return 2 * x * g

torch.func.grad(lambda x: Sq.apply(x).sum())(torch.tensor([1., 4.]))

# --- vmap_without_rule_error
class Sq(torch.autograd.Function):
    @staticmethod
    def forward(x):
        return x ** 2

    @staticmethod
    def setup_context(ctx, inputs, output):
        ctx.save_for_backward(*inputs)

    @staticmethod
    def backward(ctx, g):
        x, = ctx.saved_tensors
        return 2 * x * g

torch.func.vmap(Sq.apply)(torch.ones(2, 3))

# --- vmap_generate_rule
class Sq(torch.autograd.Function):
    generate_vmap_rule = True

    @staticmethod
    def forward(x):
        return x ** 2

    @staticmethod
    def setup_context(ctx, inputs, output):
        ctx.save_for_backward(*inputs)

    @staticmethod
    def backward(ctx, g):
        x, = ctx.saved_tensors
        return 2 * x * g

print(torch.func.vmap(Sq.apply)(torch.tensor([[1., 2.], [3., 4.]])))
torch.func.vmap(torch.func.grad(lambda x: Sq.apply(x).sum()))(torch.tensor([[1., 2.], [3., 4.]]))

# --- linear_function_from_docs
class Linear(torch.autograd.Function):
    @staticmethod
    def forward(input, weight, bias):
        return input.mm(weight.t()) + bias

    @staticmethod
    def setup_context(ctx, inputs, output):
        input, weight, bias = inputs
        ctx.save_for_backward(input, weight, bias)

    @staticmethod
    def backward(ctx, grad_output):
        input, weight, bias = ctx.saved_tensors
        return grad_output.mm(weight), grad_output.t().mm(input), grad_output.sum(0)

x = torch.tensor([[1., 2.]], requires_grad=True)
w = torch.tensor([[1., 0.], [0., 3.]], requires_grad=True)
b = torch.zeros(2, requires_grad=True)
y = Linear.apply(x, w, b)
y.sum().backward()
print(y, x.grad, w.grad, b.grad, sep="\n")

# --- gradient_of_integer_input
class F(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x, index):
        ctx.index = index
        ctx.n = x.numel()
        return x[index]

    @staticmethod
    def backward(ctx, g):
        out = torch.zeros(ctx.n)
        out[ctx.index] = g
        return out, None

x = torch.tensor([5., 6., 7.], requires_grad=True)
i = torch.tensor(2)
F.apply(x, i).backward()
x.grad

# --- wrong_dtype_gradient_is_cast
class F(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        return x * 2

    @staticmethod
    def backward(ctx, g):
        return g.double() * 2

x = torch.ones(2, requires_grad=True)
F.apply(x).sum().backward()
x.grad

# --- view_returned_changed_in_place
class Reverse(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        return x.view_as(x)

    @staticmethod
    def backward(ctx, g):
        return -g

x = torch.ones(2, requires_grad=True)
y = Reverse.apply(x)
y.add_(1)

# --- once_differentiable_twice
from torch.autograd.function import once_differentiable

class Cube(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        ctx.save_for_backward(x)
        return x ** 3

    @staticmethod
    @once_differentiable
    def backward(ctx, g):
        x, = ctx.saved_tensors
        return g * 3 * x ** 2

x = torch.tensor(2., requires_grad=True)
g, = torch.autograd.grad(Cube.apply(x) ** 2, x, create_graph=True)
print(g)
g.backward()

# --- gradient_for_a_number
class Scale(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x, k):
        return x * k

    @staticmethod
    def backward(ctx, g):
        return g, g

Scale.apply(torch.ones(1, requires_grad=True), 2).backward()

# --- two_outputs_share_a_node
class SumMean(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        ctx.shape = x.shape
        return x.sum(), x.mean()

    @staticmethod
    def backward(ctx, a, b):
        return (a + b / 3).expand(ctx.shape)

x = torch.ones(3, requires_grad=True)
s, m = SumMean.apply(x)
print(s, m, s.grad_fn is m.grad_fn, s.output_nr, m.output_nr, s.grad_fn.shape)
(s * m).backward()
print(x.grad)

# --- unknown_attribute_of_ctx
class F(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        return x * 2

    @staticmethod
    def backward(ctx, g):
        return g * ctx.scale

x = torch.ones(3, requires_grad=True)
F.apply(x).sum().backward()

# --- vjp_instead_of_backward
class F(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        return x * 2

    @staticmethod
    def vjp(ctx, g):
        return g * 2

x = torch.ones(3, requires_grad=True)
F.apply(x).sum().backward()
print(x.grad)

# --- vjp_and_backward
class F(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        return x * 2

    @staticmethod
    def vjp(ctx, g):
        return g * 2

    @staticmethod
    def backward(ctx, g):
        return g * 2

x = torch.ones(3, requires_grad=True)
F.apply(x).sum().backward()

# --- forward_called_directly
class F(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        return x * 2

    @staticmethod
    def backward(ctx, g):
        return g * 2

F.forward(torch.ones(1))

# --- gradient_changed_in_place
class F(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        return x * 2

    @staticmethod
    def backward(ctx, g):
        g.mul_(2)
        return g

x = torch.ones(2, requires_grad=True)
F.apply(x).sum().backward()

# --- backward_is_another_function
class Outer(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        return x * 2

    @staticmethod
    def backward(ctx, g):
        return Inner.apply(g)

class Inner(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        return x * 2

    @staticmethod
    def backward(ctx, g):
        return g * 2

x = torch.ones(2, requires_grad=True)
g, = torch.autograd.grad(Outer.apply(x), x, torch.ones(2, requires_grad=True), create_graph=True)
print(g)

# --- types_and_reprs
class A(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        print(type(ctx), ctx)
        return x * 2

    @staticmethod
    def backward(ctx, g):
        print(ctx.needs_input_grad, ctx.saved_tensors)
        return g

x = torch.ones(2, requires_grad=True)
y = A.apply(x)
print(y.grad_fn, type(y.grad_fn), A, A.apply)
y.sum().backward()

# --- saved_tensors_in_forward
class A(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        ctx.save_for_backward(x)
        print(ctx.saved_tensors)
        return x * 2

    @staticmethod
    def backward(ctx, g):
        return g

x = torch.ones(2, requires_grad=True)
A.apply(x).sum().backward()

# --- ctx_is_the_node
class Double(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        ctx.save_for_backward(x)
        return x * 2

    @staticmethod
    def backward(ctx, g):
        print(ctx.name(), ctx.next_functions, ctx.metadata)
        print(ctx.saved_variables)
        return g * 2


x = torch.ones(2, requires_grad=True)
Double.apply(x).sum().backward()

# --- materialize_grads_cannot_be_read
class Double(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        ctx.materialize_grads = False
        return x * 2, x * 3

    @staticmethod
    def backward(ctx, g, h):
        print(g, h)
        return g * 2 if ctx.materialize_grads else None


x = torch.ones(2, requires_grad=True)
Double.apply(x)[0].sum().backward()

# --- materialize_grads_needs_a_bool
class Double(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        ctx.set_materialize_grads("no")
        return x * 2


Double.apply(torch.ones(2, requires_grad=True))

# --- saving_anything_while_nothing_is_recorded
class Double(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        ctx.save_for_backward([x])
        return x * 2


print(Double.apply(torch.ones(2)))
with torch.no_grad():
    print(Double.apply(torch.ones(2, requires_grad=True)))
Double.apply(torch.ones(2, requires_grad=True))

# --- input_returned_without_recording
class Same(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        return x


x = torch.ones(2, requires_grad=True)
with torch.no_grad():
    y = Same.apply(x)
print(y, y is x, x)

# --- recorded_inside_forward_without_recording
class Double(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        with torch.enable_grad():
            return x * 2


with torch.no_grad():
    print(Double.apply(torch.ones(2, requires_grad=True)))

# --- input_returned_twice_changed_in_place
class Twice(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        return x, x

    @staticmethod
    def backward(ctx, g, h):
        return g + h


y, z = Twice.apply(torch.ones(2, requires_grad=True) * 1)
y.mul_(2)

# --- arguments_by_name
class Power(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x, n=2):
        ctx.save_for_backward(x)
        ctx.n = n
        return x**n

    @staticmethod
    def backward(ctx, g):
        (x,) = ctx.saved_tensors
        print(ctx.needs_input_grad)
        return (g * ctx.n * x ** (ctx.n - 1), None)[:len(ctx.needs_input_grad)]


x = torch.tensor([1.0, 2.0], requires_grad=True)
for y in (Power.apply(x), Power.apply(x, n=3), Power.apply(n=4, x=x)):
    print(torch.autograd.grad(y.sum(), x))
for options in (dict(m=3), dict(x=x)):
    try:
        Power.apply(x, **options)
    except TypeError as error:
        print(error)
Power.apply(n=3)

# --- numpy_inside_forward
import numpy as np


class Sine(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        ctx.save_for_backward(x)
        return torch.from_numpy(np.sin(x.numpy()))

    @staticmethod
    def backward(ctx, g):
        (x,) = ctx.saved_tensors
        return g * torch.from_numpy(np.cos(x.numpy()))


x = torch.tensor([0.0, 1.0], requires_grad=True)
y = Sine.apply(x)
print(y)
y.sum().backward()
x.grad

# --- jvp_of_the_wrong_count
import torch.autograd.forward_ad as fwAD


class Double(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        return x * 2

    @staticmethod
    def jvp(ctx, t):
        return t * 2, t


with fwAD.dual_level():
    Double.apply(fwAD.make_dual(torch.tensor(1.0), torch.tensor(1.0)))

# --- jvp_of_the_wrong_shape
import torch.autograd.forward_ad as fwAD


class Double(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        return x * 2

    @staticmethod
    def jvp(ctx, t):
        return torch.ones(3)


with fwAD.dual_level():
    Double.apply(fwAD.make_dual(torch.tensor(1.0), torch.tensor(1.0)))

# --- dirty_no_input
class F(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        y = x * 2
        ctx.mark_dirty(y)
        return y
    @staticmethod
    def backward(ctx, g): return g
print(F.apply(torch.ones(2, requires_grad=True)))

# --- dirty_no_input_norg
class F(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        y = x * 2
        ctx.mark_dirty(y)
        return y
    @staticmethod
    def backward(ctx, g): return g
print(F.apply(torch.ones(2)))

# --- dirty_view_of_leaf
class F(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        x.mul_(2)
        ctx.mark_dirty(x)
        return x
    @staticmethod
    def backward(ctx, g): return g
a = torch.ones(2, requires_grad=True)
print(F.apply(a[:1]))

# --- dirty_no_grad_view
class F(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        x.mul_(2)
        ctx.mark_dirty(x)
        return x
    @staticmethod
    def backward(ctx, g): return g
a = torch.ones(2, requires_grad=True)
with torch.no_grad():
    v = a[:1]
b = (a*1)
with torch.no_grad():
    v = b[:1]
print(F.apply(v))

# --- dirty_multi_view
class F(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        x.mul_(2)
        ctx.mark_dirty(x)
        return x
    @staticmethod
    def backward(ctx, g): return g
a = torch.ones(2, requires_grad=True) * 1
v, w = a.unbind()
print(F.apply(v))

# --- dirty_non_tensor
class F(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        ctx.mark_dirty(3)
        return x * 1
    @staticmethod
    def backward(ctx, g): return g
print(F.apply(torch.ones(2, requires_grad=True)))

# --- dirty_two_outputs_view
class F(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        x.mul_(2)
        ctx.mark_dirty(x)
        return x, x * 3
    @staticmethod
    def backward(ctx, g, h): return g
a = torch.ones(2, requires_grad=True) * 1
print(F.apply(a[:1]))
# --- gradient_of_what_has_none
class Parts(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x, materialize):
        ctx._materialize_non_diff_grads = materialize
        whole = x.floor()
        ctx.mark_non_differentiable(whole)
        return x - whole, whole

    @staticmethod
    def backward(ctx, g, g_whole):
        print(g, g_whole)
        return g, None


for materialize in (True, False):
    Parts.apply(torch.tensor(2.5, requires_grad=True), materialize)[0].backward()
# --- tangent_of_what_has_none
import torch.autograd.forward_ad as fwAD


class Wrong(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        whole = x.floor()
        ctx.mark_non_differentiable(whole)
        return x - whole, whole

    @staticmethod
    def jvp(ctx, t):
        return t, t.clone()


with fwAD.dual_level():
    Wrong.apply(fwAD.make_dual(torch.tensor(2.5), torch.tensor(1.0)))
# --- once_differentiable_leaves_one_node
from torch.autograd.function import once_differentiable


class Scale(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x, factor, y):
        ctx.factor = factor
        return factor * x + y

    @staticmethod
    @once_differentiable
    def backward(ctx, g):
        return g * ctx.factor, None, g * 1


x, y = torch.ones(2, requires_grad=True), torch.ones(2, requires_grad=True)
Scale.apply(x, 3, y).sum().backward(torch.ones((), requires_grad=True), create_graph=True)
print(x.grad, y.grad)
for t in (x, y):
    node = t.grad.grad_fn.next_functions[1][0]
    print(node.name(), [n and n.name() for n, _ in node.next_functions])
y.grad.sum().backward()

# --- a_view_made_inside_without_a_gradient
class Seen(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        return x.view_as(x)

    @staticmethod
    def backward(ctx, g):
        return g

a, b = torch.ones(1, 2), torch.ones(1, requires_grad=True)
view = Seen.apply(a)
print(view.add_(1), a)
for change in (lambda: view.copy_(b), lambda: view.mul_(b)):
    try:
        change()
    except RuntimeError as error:
        print(error)
view += b

# --- an_input_returned_without_a_gradient
class Same(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        return x

    @staticmethod
    def backward(ctx, g):
        return g

a = torch.ones(2)
same = Same.apply(a)
print(same is a, same._is_view(), same._base is a)
same.mul_(torch.ones(1, requires_grad=True))
