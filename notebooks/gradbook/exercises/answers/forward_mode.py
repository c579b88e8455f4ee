# --- carried: rates_multiplied
carried = [2., 1., 60., 4]
# --- carried: own_value
carried = [10., 1., 60., 4]
# --- carried: rates_added
carried = [3., 1., 60., 4]
# --- carried: product_value
carried = [12., 1., 60., 4]
# --- carried: half_product
carried = [8., 1., 60., 4]
# --- carried: constant_moves
carried = [11., 3., 60., 4]
# --- carried: sum_value
carried = [11., 7., 60., 4]
# --- carried: constant_result
carried = [11., 0., 60., 4]
# --- carried: direction_forgotten
carried = [11., 1., 6., 4]
# --- carried: square_value
carried = [11., 1., 9., 4]
# --- carried: one_call
carried = [11., 1., 60., 1]
# --- carried: extra_call
carried = [11., 1., 60., 5]

# --- along: backward_used
import torch.autograd.forward_ad as fwAD
def along(point, v):
    x = point.clone().requires_grad_()
    y = x[0] ** 2 * x[1] + 3 * x[1]
    y.backward()
    return x.grad @ v
# --- along: backward_used
import torch.autograd.forward_ad as fwAD
def along(point, v):
    x = point.clone().requires_grad_()
    y = x[0] ** 2 * x[1] + 3 * x[1]
    return torch.autograd.grad(y, x)[0]
# --- along: jvp_used
import torch.autograd.forward_ad as fwAD
def along(point, v):
    def h(x):
        return x[0] ** 2 * x[1] + 3 * x[1]
    return torch.func.jvp(h, (point,), (v,))[1]
# --- along: no_block
import torch.autograd.forward_ad as fwAD
def along(point, v):
    x = fwAD.make_dual(point, v)
    with fwAD.dual_level():
        y = x[0] ** 2 * x[1] + 3 * x[1]
        return fwAD.unpack_dual(y).tangent
# --- along: wrong_shape
import torch.autograd.forward_ad as fwAD
def along(point, v):
    with fwAD.dual_level():
        x = fwAD.make_dual(point, torch.tensor(1.))
        y = x[0] ** 2 * x[1] + 3 * x[1]
        return fwAD.unpack_dual(y).tangent
# --- along: direction_missing
import torch.autograd.forward_ad as fwAD
def along(point, v):
    with fwAD.dual_level():
        x = fwAD.make_dual(point)
        y = x[0] ** 2 * x[1] + 3 * x[1]
        return fwAD.unpack_dual(y).tangent
# --- along: not_dual
import torch.autograd.forward_ad as fwAD
def along(point, v):
    with fwAD.dual_level():
        x = point
        y = x[0] ** 2 * x[1] + 3 * x[1]
        return fwAD.unpack_dual(y).tangent
# --- along: outside
import torch.autograd.forward_ad as fwAD
def along(point, v):
    with fwAD.dual_level():
        x = fwAD.make_dual(point, v)
        y = x[0] ** 2 * x[1] + 3 * x[1]
    return fwAD.unpack_dual(y).tangent
# --- along: pair
import torch.autograd.forward_ad as fwAD
def along(point, v):
    with fwAD.dual_level():
        x = fwAD.make_dual(point, v)
        y = x[0] ** 2 * x[1] + 3 * x[1]
        return fwAD.unpack_dual(y)
# --- along: value
import torch.autograd.forward_ad as fwAD
def along(point, v):
    with fwAD.dual_level():
        x = fwAD.make_dual(point, v)
        y = x[0] ** 2 * x[1] + 3 * x[1]
        return fwAD.unpack_dual(y).primal
# --- along: value
import torch.autograd.forward_ad as fwAD
def along(point, v):
    with fwAD.dual_level():
        x = fwAD.make_dual(point, v)
        y = x[0] ** 2 * x[1] + 3 * x[1]
        return y
# --- along: all_ones
import torch.autograd.forward_ad as fwAD
def along(point, v):
    with fwAD.dual_level():
        x = fwAD.make_dual(point, torch.ones_like(point))
        y = x[0] ** 2 * x[1] + 3 * x[1]
        return fwAD.unpack_dual(y).tangent
# --- along: swapped
import torch.autograd.forward_ad as fwAD
def along(point, v):
    with fwAD.dual_level():
        x = fwAD.make_dual(v, point)
        y = x[0] ** 2 * x[1] + 3 * x[1]
        return fwAD.unpack_dual(y).tangent
# --- along: input_tangent
import torch.autograd.forward_ad as fwAD
def along(point, v):
    with fwAD.dual_level():
        x = fwAD.make_dual(point, v)
        y = x[0] ** 2 * x[1] + 3 * x[1]
        return fwAD.unpack_dual(x).tangent

# --- inverse: not_carried
def inverse(value, rate):
    return 1 / value, -1 / value ** 2
# --- inverse: dual_returned
def inverse(value, rate):
    class Dual:
        pass
    result = Dual()
    result.value, result.rate = 1 / value, -rate / value ** 2
    return result
# --- inverse: rate_added
def inverse(value, rate):
    return 1 / value, rate - 1 / value ** 2
# --- inverse: rate_divided
def inverse(value, rate):
    return 1 / value, -1 / value ** 2 / rate
# --- inverse: sign_lost
def inverse(value, rate):
    return 1 / value, rate / value ** 2
# --- inverse: not_squared
def inverse(value, rate):
    return 1 / value, -rate / value
# --- inverse: of_result
def inverse(value, rate):
    y = 1 / value
    return y, -rate / y ** 2
# --- inverse: value_scaled
def inverse(value, rate):
    return rate / value, -rate / value ** 2
# --- inverse: rate_inverted
def inverse(value, rate):
    return 1 / value, 1 / rate
# --- inverse: rate_squared
def inverse(value, rate):
    return 1 / value, -rate ** 2 / value ** 2
# --- inverse: only_rate
def inverse(value, rate):
    return -rate / value ** 2
# --- inverse: swapped
def inverse(value, rate):
    return -rate / value ** 2, 1 / value
# --- inverse: right
def inverse(value, rate):
    y = 1 / value
    return y, -y * y * rate

# --- bent: whole_hessian
from torch.func import jvp
def bent(f, x, v):
    return v @ torch.func.hessian(f)(x) @ v
# --- bent: gradient_made
from torch.func import jvp
def bent(f, x, v):
    return jvp(torch.func.grad(f), (x,), (v,))[1] @ v
# --- bent: not_a_tuple
from torch.func import jvp
def bent(f, x, v):
    def rate(x):
        return jvp(f, x, v)[1]
    return jvp(rate, x, v)[1]
# --- bent: once
from torch.func import jvp
def bent(f, x, v):
    return jvp(f, (x,), (v,))[1]
# --- bent: pair
from torch.func import jvp
def bent(f, x, v):
    def rate(x):
        return jvp(f, (x,), (v,))[1]
    return jvp(rate, (x,), (v,))
# --- bent: pair
from torch.func import jvp
def bent(f, x, v):
    def rate(x):
        return jvp(f, (x,), (v,))
    return jvp(rate, (x,), (v,))[1]
# --- bent: first_taken
from torch.func import jvp
def bent(f, x, v):
    def rate(x):
        return jvp(f, (x,), (v,))[0]
    return jvp(rate, (x,), (v,))[0]
# --- bent: value_inside
from torch.func import jvp
def bent(f, x, v):
    def rate(x):
        return jvp(f, (x,), (v,))[1]
    return jvp(rate, (x,), (v,))[0]
# --- bent: rate_squared
from torch.func import jvp
def bent(f, x, v):
    return jvp(f, (x,), (v,))[1] ** 2
# --- bent: rate_doubled
from torch.func import jvp
def bent(f, x, v):
    rate = jvp(f, (x,), (v,))[1]
    return rate + rate
# --- bent: all_ones
from torch.func import jvp
def bent(f, x, v):
    one = torch.ones_like(x)
    def rate(x):
        return jvp(f, (x,), (one,))[1]
    return jvp(rate, (x,), (one,))[1]
# --- bent: second_ones
from torch.func import jvp
def bent(f, x, v):
    def rate(x):
        return jvp(f, (x,), (v,))[1]
    return jvp(rate, (x,), (torch.ones_like(x),))[1]
# --- bent: toward_x
from torch.func import jvp
def bent(f, x, v):
    def rate(x):
        return jvp(f, (x,), (v,))[1]
    return jvp(rate, (x,), (x.detach(),))[1]
# --- bent: squared_inside
from torch.func import jvp
def bent(f, x, v):
    def rate(x):
        return jvp(f, (x,), (v,))[1] ** 2
    return jvp(rate, (x,), (v,))[1]
# --- bent: right
from torch.func import jvp
def bent(f, x, v):
    def on_line(t):
        return f(x + t * v)
    zero, one = torch.tensor(0.), torch.tensor(1.)
    def rate(t):
        return jvp(on_line, (t,), (one,))[1]
    return jvp(rate, (zero,), (one,))[1]
# --- carried: value_carried
carried = [11., 1., 90., 4]
# --- along: tensor_opened
import torch.autograd.forward_ad as fwAD
def along(point, v):
    with fwAD.dual_level():
        x = fwAD.make_dual(point, v)
        y = x[0] ** 2 * x[1] + 3 * x[1]
        return y.tangent
# --- along: unpacked_first
import torch.autograd.forward_ad as fwAD
def along(point, v):
    with fwAD.dual_level():
        x = fwAD.unpack_dual(point)
        y = x[0] ** 2 * x[1] + 3 * x[1]
        return fwAD.unpack_dual(y).tangent
# --- along: by_hand
import torch.autograd.forward_ad as fwAD
def along(point, v):
    return 2 * point[0] * point[1] * v[0] + (point[0] ** 2 + 3) * v[1]
# --- along: point_used
import torch.autograd.forward_ad as fwAD
def along(point, v):
    with fwAD.dual_level():
        x = fwAD.make_dual(point, v)
        y = point[0] ** 2 * point[1] + 3 * point[1]
        return fwAD.unpack_dual(y).tangent
# --- along: cut_off
import torch.autograd.forward_ad as fwAD
def along(point, v):
    with fwAD.dual_level():
        x = fwAD.make_dual(point, v).detach()
        y = x[0] ** 2 * x[1] + 3 * x[1]
        return fwAD.unpack_dual(y).tangent
# --- along: unit
import torch.autograd.forward_ad as fwAD
def along(point, v):
    with fwAD.dual_level():
        x = fwAD.make_dual(point, v / v.norm())
        y = x[0] ** 2 * x[1] + 3 * x[1]
        return fwAD.unpack_dual(y).tangent
# --- inverse: value_sign
def inverse(value, rate):
    return -1 / value, -rate / value ** 2
# --- inverse: rate_inverted
def inverse(value, rate):
    return 1 / value, -1 / rate ** 2
# --- bent: value_given
from torch.func import jvp
def bent(f, x, v):
    return jvp(jvp(f, (x,), (v,))[1], (x,), (v,))
# --- bent: wrong_direction
from torch.func import jvp
def bent(f, x, v):
    y, rate = jvp(f, (x,), (v,))
    return jvp(f, (x,), (rate,))[1]
# --- bent: no_jvp
def bent(f, x, v):
    h = 0.01
    return (f(x + h * v) - 2 * f(x) + f(x - h * v)) / h ** 2
# --- bent: direction_left
from torch.func import grad, jvp
def bent(f, x, v):
    return jvp(grad(f), (x,), (v,))[1]
