# --- refused: always
refused = [True, True, True, True, True]
# --- refused: never
refused = [False, False, False, False, False]
# --- refused: tensors_counted
refused = [False, False, False, True, False]
# --- refused: tensors_counted
refused = [False, False, False, True, True]
# --- refused: none_refused
refused = [True, False, True, True, False]
# --- refused: number_taken
refused = [True, False, False, False, False]
# --- refused: extra_refused
refused = [True, False, False, True, True]
# --- refused: none_always_refused
refused = [True, True, True, True, False]
# --- refused: count_exact
refused = [True, False, True, True, True]
# --- refused: inverted
refused = [False, True, True, False, True]
# --- refused: count
refused = [True, False, False, True]
# --- refused: number_for_flag
refused = [1, 0, 0, 1, 0]
# --- reciprocal: not_saved
class Reciprocal(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        y = 1 / x
        return y

    @staticmethod
    def backward(ctx, grad):
        y, = ctx.saved_tensors
        return grad * -y ** 2
answer = Reciprocal
# --- reciprocal: no_grad_factor
class Reciprocal(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        y = 1 / x
        ctx.save_for_backward(y)
        return y

    @staticmethod
    def backward(ctx, grad):
        y, = ctx.saved_tensors
        return -y ** 2
answer = Reciprocal
# --- reciprocal: sign
class Reciprocal(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        y = 1 / x
        ctx.save_for_backward(y)
        return y

    @staticmethod
    def backward(ctx, grad):
        y, = ctx.saved_tensors
        return grad * y ** 2
answer = Reciprocal
# --- reciprocal: constant
class Reciprocal(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        y = 1 / x
        ctx.save_for_backward(-y ** 2)
        return y

    @staticmethod
    def backward(ctx, grad):
        slope, = ctx.saved_tensors
        return grad * slope
answer = Reciprocal
# --- reciprocal: constant
class Reciprocal(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        y = 1 / x
        ctx.save_for_backward(y)
        return y

    @staticmethod
    def backward(ctx, grad):
        y, = ctx.saved_tensors
        return grad * -y.detach() ** 2
answer = Reciprocal
# --- reciprocal: constant
class Reciprocal(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        y = 1 / x
        ctx.slope = -y ** 2
        ctx.save_for_backward(y)
        return y

    @staticmethod
    def backward(ctx, grad):
        return grad * ctx.slope
answer = Reciprocal
# --- reciprocal: attribute
class Reciprocal(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        y = 1 / x
        ctx.y = y
        return y

    @staticmethod
    def backward(ctx, grad):
        return grad * -ctx.y ** 2
answer = Reciprocal
# --- reciprocal: input_squared
class Reciprocal(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        y = 1 / x
        ctx.save_for_backward(x)
        return y

    @staticmethod
    def backward(ctx, grad):
        x, = ctx.saved_tensors
        return grad * -x ** 2
answer = Reciprocal
# --- reciprocal: not_squared
class Reciprocal(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        y = 1 / x
        ctx.save_for_backward(y)
        return y

    @staticmethod
    def backward(ctx, grad):
        y, = ctx.saved_tensors
        return grad * -y
answer = Reciprocal
# --- reciprocal: doubled
class Reciprocal(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        y = 1 / x
        ctx.save_for_backward(y)
        return y

    @staticmethod
    def backward(ctx, grad):
        y, = ctx.saved_tensors
        return grad * -2 * y
answer = Reciprocal
# --- reciprocal: too_many
class Reciprocal(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        y = 1 / x
        ctx.save_for_backward(y)
        return y

    @staticmethod
    def backward(ctx, grad):
        y, = ctx.saved_tensors
        return grad * -y ** 2, grad
answer = Reciprocal
# --- reciprocal: once_only
class Reciprocal(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        y = 1 / x
        ctx.save_for_backward(y)
        return y

    @staticmethod
    @torch.autograd.function.once_differentiable
    def backward(ctx, grad):
        y, = ctx.saved_tensors
        return grad * -y ** 2
answer = Reciprocal
# --- reciprocal: tuple_for_tensor
class Reciprocal(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        y = 1 / x
        ctx.save_for_backward(y)
        return y

    @staticmethod
    def backward(ctx, grad):
        y = ctx.saved_tensors
        return grad * -y ** 2
answer = Reciprocal
# --- reciprocal: right
class Reciprocal(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        y = 1 / x
        ctx.save_for_backward(x)
        return y

    @staticmethod
    def backward(ctx, grad):
        x, = ctx.saved_tensors
        return -grad / x ** 2
answer = Reciprocal
# --- wave: constant
class Wave(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x, k):
        slope = k * torch.cos(x)
        ctx.save_for_backward(slope)
        return k * torch.sin(x)

    @staticmethod
    def backward(ctx, grad):
        slope, = ctx.saved_tensors
        return grad * slope, None
answer = Wave
# --- wave: constant
class Wave(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x, k):
        ctx.save_for_backward(x)
        ctx.k = k
        return k * torch.sin(x)

    @staticmethod
    def backward(ctx, grad):
        x, = ctx.saved_tensors
        return grad * ctx.k * torch.cos(x.detach()), None
answer = Wave
# --- wave: constant
class Wave(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x, k):
        ctx.slope = k * torch.cos(x)
        return k * torch.sin(x)

    @staticmethod
    def backward(ctx, grad):
        return grad * ctx.slope, None
answer = Wave
# --- wave: attribute
class Wave(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x, k):
        ctx.x, ctx.k = x, k
        return k * torch.sin(x)

    @staticmethod
    def backward(ctx, grad):
        return grad * ctx.k * torch.cos(ctx.x), None
answer = Wave
# --- wave: number_saved
class Wave(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x, k):
        ctx.save_for_backward(x, k)
        return k * torch.sin(x)

    @staticmethod
    def backward(ctx, grad):
        x, k = ctx.saved_tensors
        return grad * k * torch.cos(x), None
answer = Wave
# --- wave: none_missing
class Wave(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x, k):
        ctx.save_for_backward(x)
        ctx.k = k
        return k * torch.sin(x)

    @staticmethod
    def backward(ctx, grad):
        x, = ctx.saved_tensors
        return grad * ctx.k * torch.cos(x)
answer = Wave
# --- wave: k_has_gradient
class Wave(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x, k):
        ctx.save_for_backward(x)
        ctx.k = k
        return k * torch.sin(x)

    @staticmethod
    def backward(ctx, grad):
        x, = ctx.saved_tensors
        return grad * ctx.k * torch.cos(x), grad * torch.sin(x)
answer = Wave
# --- wave: k_lost
class Wave(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x, k):
        ctx.save_for_backward(x)
        ctx.k = k
        return k * torch.sin(x)

    @staticmethod
    def backward(ctx, grad):
        x, = ctx.saved_tensors
        return grad * torch.cos(x), None
answer = Wave
# --- wave: sine_again
class Wave(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x, k):
        ctx.save_for_backward(x)
        ctx.k = k
        return k * torch.sin(x)

    @staticmethod
    def backward(ctx, grad):
        x, = ctx.saved_tensors
        return grad * ctx.k * torch.sin(x), None
answer = Wave
# --- wave: sign
class Wave(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x, k):
        ctx.save_for_backward(x)
        ctx.k = k
        return k * torch.sin(x)

    @staticmethod
    def backward(ctx, grad):
        x, = ctx.saved_tensors
        return -grad * ctx.k * torch.cos(x), None
answer = Wave
# --- wave: no_grad_factor
class Wave(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x, k):
        ctx.save_for_backward(x)
        ctx.k = k
        return k * torch.sin(x)

    @staticmethod
    def backward(ctx, grad):
        x, = ctx.saved_tensors
        return ctx.k * torch.cos(x), None
answer = Wave
# --- wave: once_only
class Wave(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x, k):
        ctx.save_for_backward(x)
        ctx.k = k
        return k * torch.sin(x)

    @staticmethod
    @torch.autograd.function.once_differentiable
    def backward(ctx, grad):
        x, = ctx.saved_tensors
        return grad * ctx.k * torch.cos(x), None
answer = Wave
# --- wave: not_left
class Wave(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x, k):
        ctx.save_for_backward(x)
        return k * torch.sin(x)

    @staticmethod
    def backward(ctx, grad):
        x, = ctx.saved_tensors
        return grad * k * torch.cos(x), None
answer = Wave
# --- wave: not_saved
class Wave(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x, k):
        ctx.k = k
        return k * torch.sin(x)

    @staticmethod
    def backward(ctx, grad):
        x, = ctx.saved_tensors
        return grad * ctx.k * torch.cos(x), None
answer = Wave
# --- wave: right
class Wave(torch.autograd.Function):
    @staticmethod
    def forward(x, k):
        return k * torch.sin(x)

    @staticmethod
    def setup_context(ctx, inputs, output):
        x, ctx.k = inputs
        ctx.save_for_backward(x)

    @staticmethod
    def backward(ctx, grad):
        x, = ctx.saved_tensors
        return grad * ctx.k * torch.cos(x), None
answer = Wave
# --- limit: number_saved
class Limit(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x, most):
        ctx.save_for_backward(x, most)
        return x.clone()

    @staticmethod
    def backward(ctx, grad):
        x, most = ctx.saved_tensors
        return grad.clamp(-most, most), None
answer = Limit
# --- limit: none_missing
class Limit(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x, most):
        ctx.most = most
        return x.clone()

    @staticmethod
    def backward(ctx, grad):
        return grad.clamp(-ctx.most, ctx.most)
answer = Limit
# --- limit: most_has_gradient
class Limit(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x, most):
        ctx.most = most
        return x.clone()

    @staticmethod
    def backward(ctx, grad):
        return grad.clamp(-ctx.most, ctx.most), grad
answer = Limit
# --- limit: not_left
class Limit(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x, most):
        return x.clone()

    @staticmethod
    def backward(ctx, grad):
        return grad.clamp(-ctx.most, ctx.most), None
answer = Limit
# --- limit: not_left
class Limit(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x, most):
        return x.clone()

    @staticmethod
    def backward(ctx, grad):
        return grad.clamp(-most, most), None
answer = Limit
# --- limit: as_is
class Limit(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x, most):
        ctx.most = most
        return x

    @staticmethod
    def backward(ctx, grad):
        return grad.clamp(-ctx.most, ctx.most), None
answer = Limit
# --- limit: values_cut
class Limit(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x, most):
        return x.clamp(-most, most)

    @staticmethod
    def backward(ctx, grad):
        return grad, None
answer = Limit
# --- limit: both_cut
class Limit(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x, most):
        ctx.most = most
        return x.clamp(-most, most)

    @staticmethod
    def backward(ctx, grad):
        return grad.clamp(-ctx.most, ctx.most), None
answer = Limit
# --- limit: not_cut
class Limit(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x, most):
        ctx.most = most
        return x.clone()

    @staticmethod
    def backward(ctx, grad):
        return grad, None
answer = Limit
# --- limit: not_kept
class Limit(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x, most):
        ctx.most = most
        return x.clone()

    @staticmethod
    def backward(ctx, grad):
        grad.clamp(-ctx.most, ctx.most)
        return grad, None
answer = Limit
# --- limit: one_side
class Limit(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x, most):
        ctx.most = most
        return x.clone()

    @staticmethod
    def backward(ctx, grad):
        return grad.clamp(max=ctx.most), None
answer = Limit
# --- limit: positive_only
class Limit(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x, most):
        ctx.most = most
        return x.clone()

    @staticmethod
    def backward(ctx, grad):
        return grad.clamp(0, ctx.most), None
answer = Limit
# --- limit: by_one
class Limit(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x, most):
        ctx.most = most
        return x.clone()

    @staticmethod
    def backward(ctx, grad):
        return grad.clamp(-1, 1), None
answer = Limit
# --- limit: zeroed
class Limit(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x, most):
        ctx.most = most
        return x.clone()

    @staticmethod
    def backward(ctx, grad):
        return torch.where(grad.abs() <= ctx.most, grad, 0.), None
answer = Limit
# --- limit: no_grad_factor
class Limit(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x, most):
        ctx.most = most
        return x.clone()

    @staticmethod
    def backward(ctx, grad):
        return torch.full_like(grad, ctx.most), None
answer = Limit
# --- limit: right
class Limit(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x, most):
        ctx.most = most
        return x * 1

    @staticmethod
    def backward(ctx, grad):
        return torch.minimum(torch.maximum(grad, torch.full_like(grad, -ctx.most)), torch.full_like(grad, ctx.most)), None
answer = Limit
# --- reciprocal: constant
class Reciprocal(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        ctx.save_for_backward(1 / x)
        return 1 / x
    @staticmethod
    def backward(ctx, grad):
        y, = ctx.saved_tensors
        return grad * -y ** 2
check.reciprocal(Reciprocal)
# --- reciprocal: added
class Reciprocal(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        y = 1 / x
        ctx.save_for_backward(y)
        return y
    @staticmethod
    def backward(ctx, grad):
        y, = ctx.saved_tensors
        return grad - y ** 2
check.reciprocal(Reciprocal)
# --- reciprocal: no_return
class Reciprocal(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        y = 1 / x
        ctx.save_for_backward(y)
        return y
    @staticmethod
    def backward(ctx, grad):
        y, = ctx.saved_tensors
        grad * -y ** 2
check.reciprocal(Reciprocal)
# --- reciprocal: divided
from torch.autograd import Function
class Reciprocal(Function):
    @staticmethod
    def forward(ctx, x):
        y = 1 / x
        ctx.save_for_backward(y)
        return y

    @staticmethod
    def backward(ctx, grad):
        y, = ctx.saved_tensors
        return -grad / y ** 2

check.reciprocal(Reciprocal)
# --- reciprocal: tuple_called
from torch.autograd import Function
class Reciprocal(Function):
    @staticmethod
    def forward(ctx, x):
        y = 1 / x
        ctx.saved_tensors(y)
        return y

    @staticmethod
    def backward(ctx, grad):
        y, = ctx.saved_tensors
        return -grad * y ** 2

check.reciprocal(Reciprocal)
# --- wave: not_left
class Wave(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x, k):
        ctx.save_for_backward(x)
        return k * torch.sin(x)
    @staticmethod
    def backward(ctx, grad):
        x, = ctx.saved_tensors
        return grad * k * torch.cos(x), None
check.wave(Wave)
# --- wave: not_left
class Wave(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x, k):
        ctx.save_for_backward(x)
        return k * torch.sin(x)
    @staticmethod
    def backward(ctx, grad):
        x, = ctx.saved_tensors
        return grad * ctx.k * torch.cos(x), None
check.wave(Wave)
# --- wave: k_has_gradient
class Wave(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x, k):
        ctx.save_for_backward(x)
        ctx.k = k
        return k * torch.sin(x)
    @staticmethod
    def backward(ctx, grad):
        x, = ctx.saved_tensors
        return None, grad * ctx.k * torch.cos(x)
check.wave(Wave)
# --- wave: right
class Wave(torch.autograd.Function):
    @staticmethod
    def forward(x, k):
        return k * torch.sin(x)
    @staticmethod
    def setup_context(ctx, inputs, output):
        x, ctx.k = inputs
        ctx.save_for_backward(x)
    @staticmethod
    def backward(ctx, grad):
        x, = ctx.saved_tensors
        return grad * ctx.k * torch.cos(x), None
check.wave(Wave)
# --- wave: not_unpacked
class Wave(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x, k):
        ctx.save_for_backward(x)
        ctx.k = k
        return k * torch.sin(x)
    @staticmethod
    def backward(ctx, grad):
        x = ctx.saved_tensors
        return grad * ctx.k * torch.cos(x), None
check.wave(Wave)
# --- wave: constant
from torch.autograd import Function
class Wave(Function):
    @staticmethod
    def forward(ctx, x, k):
        slope = k * torch.cos(x)
        ctx.slope = slope
        return k * torch.sin(x)

    @staticmethod
    def backward(ctx, grad):
        return grad * ctx.slope, None

check.wave(Wave)
# --- limit: ends_swapped
class Limit(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x, most):
        ctx.most = most
        return x.clone()
    @staticmethod
    def backward(ctx, grad):
        return grad.clamp(ctx.most, -ctx.most), None
check.limit(Limit)
# --- limit: by_norm
class Limit(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x, most):
        ctx.most = most
        return x.clone()
    @staticmethod
    def backward(ctx, grad):
        return grad / grad.norm() * ctx.most, None
check.limit(Limit)
# --- limit: most_received
class Limit(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x, most):
        ctx.most = most
        return x.clone()
    @staticmethod
    def backward(ctx, grad, most):
        return grad.clamp(-most, most), None
check.limit(Limit)
# --- limit: multiplied
class Limit(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x, most):
        ctx.most = most
        return x.clone()
    @staticmethod
    def backward(ctx, grad):
        return grad * ctx.most, None
check.limit(Limit)
# --- limit: all_most
class Limit(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x, most):
        ctx.most = most
        return x.clone()
    @staticmethod
    def backward(ctx, grad):
        return grad.sign() * ctx.most, None
check.limit(Limit)
# --- limit: input_cut
class Limit(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x, most):
        ctx.save_for_backward(x)
        ctx.most = most
        return x.clone()
    @staticmethod
    def backward(ctx, grad):
        x, = ctx.saved_tensors
        return x.clamp(-ctx.most, ctx.most), None
check.limit(Limit)
# --- limit: many_compared
from torch.autograd import Function
class Limit(Function):
    @staticmethod
    def forward(ctx, x, most):
        ctx.most = most
        return x.clone()

    @staticmethod
    def backward(ctx, grad):
        return max(-ctx.most, min(ctx.most, grad)), None

check.limit(Limit)
# --- refused: number_taken
refused = [True, False, False, False, True]
# --- wave: second_rule
class Wave(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x, k):
        ctx.save_for_backward(x)
        ctx.k = k
        return k * torch.sin(x)

    @staticmethod
    def backward(ctx, grad):
        x, = ctx.saved_tensors
        return grad * -ctx.k * torch.sin(x), None

check.wave(Wave)
