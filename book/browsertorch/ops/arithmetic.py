"""Arithmetic of two tensors, or of a tensor and a number, element by element."""

import cmath
import math
import operator

import numpy as np

from ..base import dtypes
from ..base.errors import cpp_name
from ..base.modes import mode
from ..base.quiet import quiet, silent
from ..base.rounding import fma
from ..core import registry
from ..core.graph import RESULT, differentiable
from ..core.operands import fitted, floating, operands
from ..core.registry import function, method, op
from ..core.tensor import Tensor, wrap
from .where import where


@op(inplace=True)
def add(input, other, *, alpha=1):
    """input + alpha · other."""
    x, y = operands("add", input, other)
    value = quiet(operator.add, x, y) if alpha == 1 else _plus(x, y, alpha, alpha)
    return differentiable("AddBackward0", value, (input, lambda g: g), (other, lambda g: g if alpha == 1 else g * alpha))


@op("subtract", inplace=True)
def sub(input, other, *, alpha=1):
    """input - alpha · other."""
    x, y = operands("sub", input, other)
    if not isinstance(input, Tensor) or type(other) is bool or (
            input._a.dtype is not other._a.dtype if isinstance(other, Tensor) else False) or input._a.dtype.kind == "b":
        _refuse_bools(input, other)
    value = quiet(operator.sub, x, y) if alpha == 1 else _plus(x, y, alpha, -alpha)
    return differentiable("SubBackward0", value,
                          (input, lambda g: g), (other, lambda g: -g if alpha == 1 else -g * alpha))


def _plus(x, y, alpha, factor):
    """x + factor · y, rounded once as torch does; alpha: the factor as it was given."""
    dtype = getattr(x, "dtype", None) or y.dtype
    if isinstance(alpha, float) and dtype.kind in "iub":
        raise RuntimeError("For integral input tensors, argument alpha must not be a floating point number.")
    if dtype.kind == "f" and dtype.itemsize > 2:
        return quiet(fma, np.asarray(y, dtype), dtype.type(factor), x)
    return quiet(operator.add, x, quiet(np.multiply, y, factor, dtype=dtype))


def _refuse_bools(input, other):
    bools = [v._a.dtype.kind == "b" if isinstance(v, Tensor) else isinstance(v, bool) for v in (input, other)]
    if all(bools):
        raise RuntimeError("Subtraction, the `-` operator, with two bool tensors is not supported. Use the `^` or `logical_xor()` operator "
                           "instead.")
    if any(bools):
        raise RuntimeError("Subtraction, the `-` operator, with a bool tensor is not supported. If you are trying to invert a mask, use the "
                           "`~` or `logical_not()` operator instead.")


@function
def rsub(input, other, *, alpha=1):
    """other - alpha · input."""
    _refuse_bools(input, other)
    y, x = operands("rsub", other, input)
    name = "RsubBackward0" if isinstance(other, Tensor) else "RsubBackward1"
    return differentiable(name, quiet(operator.sub, y, x) if alpha == 1 else _plus(y, x, alpha, -alpha),
                          *tensors_only((input, lambda g: -g if alpha == 1 else -g * alpha), (other, lambda g: g)))


@op("multiply", inplace=True)
def mul(input, other):
    """input · other; ∂/∂input = other, ∂/∂other = input."""
    x, y = operands("mul", input, other)
    return differentiable("MulBackward0", quiet(operator.mul, x, y),
                          (input, lambda g, other: g * other, other),
                          (other, lambda g, self: g * self, input))


@op("divide", inplace=True)
def div(input, other, *, rounding_mode=None):
    """input / other; ∂/∂input = 1/other, ∂/∂other = -input/other². With rounding_mode 'floor' or 'trunc' the gradient is 0."""
    x, y = operands("div", input, other)
    if rounding_mode is None:
        if (x if isinstance(input, Tensor) else y).dtype.kind not in "fc":
            x, y = (v if isinstance(v, float) else floating(v) for v in (_whole(x, input), _whole(y, other)))
        return differentiable("DivBackward0", quiet(operator.truediv, x, y),
                              (input, lambda g, other: g / other, other),
                              (other, lambda g, self, other: -g * ((self / other) / other), input, other))
    if rounding_mode not in ("floor", "trunc"):
        raise RuntimeError(f"div expected rounding_mode to be one of None, 'trunc', or 'floor' but found '{rounding_mode}'")
    _check_zero("div_" + rounding_mode, x, y)
    result = quiet(np.floor_divide, x, y) if rounding_mode == "floor" else np.trunc(quiet(np.true_divide, x, y)).astype(x.dtype)
    return differentiable("DivBackward2", _inf_where_zero(result, x, y),
                          (input, lambda g: zeros_like(g)), (other, lambda g: zeros_like(g)))


def _whole(array, value):
    """A Python number as it is: in an array of integers it may have been cut to fit."""
    return array if isinstance(value, Tensor) else float(value)


@op(inplace=True)
def true_divide(input, other):
    """input / other."""
    return div(input, other)


@op(inplace=True)
def floor_divide(input, other):
    """The floor of input / other; it has no derivative."""
    x, y = operands("floor_divide", input, other)
    _check_zero("div_floor", x, y)
    return differentiable("NotImplemented", _inf_where_zero(quiet(np.floor_divide, x, y), x, y),
                          *_no_derivative("floor_divide", input, other))


@op(inplace=True)
def remainder(input, other):
    """input - other · floor(input / other): the sign is other's, as in Python."""
    x, y = operands("remainder", input, other)
    x = x if isinstance(input, Tensor) else np.asarray(x, y.dtype)
    _check_zero("remainder", x, y)
    result = quiet(_float_remainder if x.dtype.kind == "f" else np.remainder, x, y)
    if not isinstance(input, Tensor):
        return differentiable("NotImplemented", result, *_no_derivative("remainder", other))
    name = "RemainderBackward1" if isinstance(other, Tensor) else "RemainderBackward0"
    return differentiable(name, result, *tensors_only(
        (input, lambda g: g), (other, lambda g, self, other: -g * self.div(other, rounding_mode="floor"), input, other)))


@op(inplace=True)
def fmod(input, other):
    """input - other · trunc(input / other): the sign is input's, as in C."""
    x, y = operands("fmod", input, other)
    _check_zero("fmod", x, y)
    name = "FmodBackward1" if isinstance(other, Tensor) else "FmodBackward0"
    return differentiable(name, quiet(np.fmod, x, y), *tensors_only(
        (input, lambda g: g), (other, lambda g, self, other: -g * self.div(other, rounding_mode="trunc"), input, other)))


def _float_remainder(x, y):
    """C's fmod, moved by y where the signs differ; numpy's remainder loses -0.0."""
    rest = np.fmod(x, y)
    return np.where((rest != 0) & (np.less(y, 0) != (rest < 0)), rest + y, rest)


def _kind(x, y):
    return (x if hasattr(x, "dtype") else y).dtype.kind


def _check_zero(name, x, y):
    kind = _kind(x, y)
    if kind in "bc":
        unsupported(name, x if hasattr(x, "dtype") else y)
    if kind in "iu" and not np.all(y) and np.size(x):
        raise RuntimeError("ZeroDivisionError")


def unsupported(name, array):
    """The error for a dtype an operation is not made for."""
    raise NotImplementedError(f"\"{name}_cpu\" not implemented for '{dtypes.of(array).title}'")


def _inf_where_zero(result, x, y):
    """numpy's floor_divide gives nan for x / 0; torch gives x / 0."""
    if result.dtype.kind == "f":
        return np.where(np.equal(y, 0), quiet(np.true_divide, x, y), result)
    return result


def _no_derivative(name, *inputs):
    def refuse(g):
        raise RuntimeError(f"derivative for aten::{name} is not implemented")
    return tensors_only(*[(t, refuse) for t in inputs])


def tensors_only(*inputs):
    """Without the numbers: some nodes have edges for tensors only."""
    return [i for i in inputs if isinstance(i[0], Tensor)]


@op(inplace=True)
def pow(input, exponent):
    """input to the power of exponent: d x^n = n·x^(n-1) dx, d a^x = a^x·ln(a) dx."""
    x, y = operands("pow", input, exponent)
    kind = x.dtype.kind if isinstance(input, Tensor) else "f"
    if kind in "iu":
        if not isinstance(exponent, Tensor):
            if exponent < 0:
                raise RuntimeError("Integers to negative integer powers are not allowed.")
            fitted(exponent, x.dtype)
        if np.any(np.less(y, 0)):
            return wrap(_negative_powers(x, y))
    elif kind == "b":
        if isinstance(exponent, Tensor):
            raise NotImplementedError("\"pow\" not implemented for 'Bool'")
        return wrap(x | ~np.asarray(y))
    if not isinstance(exponent, Tensor):
        return differentiable("PowBackward0", power(x, y), (input, lambda g, self: _pow_backward(g, self, exponent), input))
    if not isinstance(input, Tensor):
        self = input
        return differentiable("PowBackward2", power(x, y),
                              (exponent, lambda g, exponent, result: _base_backward(g, self, exponent, result), exponent, RESULT))
    return differentiable(
        "PowBackward1", power(x, y),
        (input, lambda g, self, exponent, result: where(exponent == 0, 0.0, g * (exponent * self.pow(exponent - 1))), input, exponent, RESULT),
        (exponent, _base_backward, input, exponent, RESULT))


def _negative_powers(x, y):
    """Integer powers, where a negative exponent leaves 1, ±1 for -1 and 0 for the rest."""
    x, y = np.broadcast_arrays(x, y)
    below = np.where(x == 1, 1, np.where(x == -1, np.where(y % 2, -1, 1), 0))
    return np.where(y < 0, below, np.power(x, np.maximum(y, 0))).astype(x.dtype)


_EXACT = {2: lambda x: x * x, 1: np.array, 3: lambda x: x * x * x, -1: lambda x: 1 / x, -2: lambda x: 1 / (x * x),
          0.5: np.sqrt, -0.5: lambda x: 1 / np.sqrt(x)}


def power(x, y):
    """numpy's power with torch's roundings: small exponents are products, the rest is computed in float64."""
    has_number = type(y) in (int, float, bool) or type(x) not in (int, float, bool) and y.ndim == 0 and x.dtype.kind == "f"
    exact = has_number and _EXACT.get(float(y))
    if exact:
        return quiet(exact, x)
    kind = y.dtype if type(x) in (int, float, bool) else x.dtype
    if kind.kind == "f" and kind.itemsize < 8:
        return quiet(lambda: np.power(np.asarray(x, np.float64), np.asarray(y, np.float64)).astype(kind))
    return quiet(np.power, x, y)


def _pow_backward(g, self, exponent):
    if exponent == 0:
        return zeros_like(g)
    if exponent == 2 and not mode.grad and not mode.dual:      # who records it sees self¹ as a step of its own
        return g * scaled(self, 2)
    return g * scaled(self ** (exponent - 1), exponent)


def scaled(t, number):
    """t · number as derivatives write it; its node has a name of its own in torch."""
    return differentiable("MulBackward1", quiet(np.multiply, t._a, number), (t, lambda g: scaled(g, number)))


def shifted(t, number):
    """t + number, likewise."""
    return differentiable("AddBackward1", quiet(np.add, t._a, number), (t, lambda g: g))


def _log(number):
    """The logarithm whose conjugate the derivative of a complex power takes: of a number that is not itself conjugated, conjugated here."""
    return cmath.log(number) if isinstance(number, complex) else cmath.log(number).conjugate()


def _base_backward(g, self, exponent, result):
    """The gradient of the exponent; 0 where the base is 0 and the exponent is not negative."""
    if not isinstance(self, Tensor):
        if self == 0:
            return where(wrap(exponent._a.real >= 0), 0.0, g * (result * -math.inf))
        return g * (result * (_log(self) if result._a.dtype.kind == "c" else math.log(self) if self > 0 else math.nan))
    log = self.log() if self._a.dtype.kind == "c" or result._a.dtype.kind != "c" else self.to(result.dtype).log().conj()
    return where(logical_and(self == 0, wrap(exponent._a.real >= 0)), 0.0, g * (result * log))


@op
def float_power(input, exponent):
    """pow computed in float64."""
    to64 = lambda v: v.to(dtypes.float64) if isinstance(v, Tensor) else float(v)
    return pow(to64(input), to64(exponent))


def _half_where_equal(name, ufunc, losing):
    """The larger or smaller of two: the gradient goes to the winner, half to each where they are equal."""
    def choose(input, other):
        x, y = operands(name, input, other)
        return differentiable(
            name.capitalize() + "Backward0", ufunc(x, y),
            (input, lambda g, self, other: where(self == other, g / 2, g).masked_fill(losing(self, other), 0), input, other),
            (other, lambda g, self, other: where(self == other, g / 2, g).masked_fill(losing(other, self), 0), input, other))

    choose.__name__ = name
    choose.__doc__ = f"Elementwise {name}."
    return op(choose)


maximum = _half_where_equal("maximum", np.maximum, lambda a, b: a < b)
minimum = _half_where_equal("minimum", np.minimum, lambda a, b: a > b)


@op
def fmax(input, other):
    """maximum that ignores nan."""
    return _fmax("FmaxBackward0", np.fmax, input, other, lambda a, b: (a >= b) | b.isnan())


@op
def fmin(input, other):
    """minimum that ignores nan."""
    return _fmax("FminBackward0", np.fmin, input, other, lambda a, b: (a <= b) | b.isnan())


def _fmax(node, ufunc, input, other, wins):
    return differentiable(node, ufunc(*operands(node, input, other)),
                          (input, lambda g, self, other: g.masked_fill(~wins(self, other), 0), input, other),
                          (other, lambda g, self, other: g.masked_fill(wins(self, other), 0), input, other))


@op(inplace=True)
@silent
def xlogy(input, other):
    """input · log(other), and 0 where input is 0."""
    x, y = operands("xlogy", input, other)
    dtype = floating(x if isinstance(input, Tensor) else y).dtype
    x, y = np.asarray(x, dtype), np.asarray(y, dtype)
    result = np.where(np.equal(x, 0) & ~np.isnan(y), 0, x * np.log(y)).astype(np.result_type(x, y))
    return differentiable("XlogyBackward0", result,
                          (input, _xlogy_backward, input, other),
                          (other, lambda g, self, other: g * self / other, input, other))


def _xlogy_backward(g, self, other):
    if not isinstance(other, Tensor):
        other = wrap(np.asarray(other, g._a.dtype))
    return g * other.log().masked_fill((self == 0) & (other <= 0), 0)


@op("arctan2", inplace=True)
def atan2(input, other):
    """The angle of the point (other, input)."""
    x, y = operands("atan2", input, other)
    result = quiet(np.arctan2, floating(x).astype(np.float64), floating(y).astype(np.float64)).astype(floating(x).dtype)
    return differentiable("Atan2Backward0", result,
                          (input, lambda g, self, other: g * (other * _recip(self, other)), input, other),
                          (other, lambda g, self, other: g * (-self * _recip(self, other)), input, other))


def _recip(self, other):
    square = self * self + other * other
    return square.reciprocal().masked_fill(square == 0, 0)


@op(inplace=True)
def hypot(input, other):
    """√(input² + other²)."""
    x, y = operands("hypot", input, other)
    if x.dtype.kind != "f":
        unsupported("hypot", x)
    return differentiable("HypotBackward0", quiet(np.hypot, x, y),
                          (input, lambda g, self, result: g * (self / result), input, RESULT),
                          (other, lambda g, other, result: g * (other / result), other, RESULT))


@op
def logaddexp(input, other):
    """log(e^input + e^other)."""
    x, y = operands("logaddexp", input, other)
    return differentiable("LogaddexpBackward0", quiet(np.logaddexp, x, y),
                          (input, lambda g, self, other: g / (1 + (other - self).exp()), input, other),
                          (other, lambda g, self, other: g / (1 + (self - other).exp()), input, other))


@op(inplace=True)
@silent
def lerp(input, end, weight):
    """input + weight · (end - input)."""
    x, y = operands("lerp", input, end)
    if input._a.dtype != end._a.dtype:
        raise RuntimeError(f"expected dtype {cpp_name(input.dtype)} for `end` but got dtype {cpp_name(end.dtype)}")
    if x.dtype.kind in "iub":
        raise NotImplementedError(f'"lerp_kernel_{"tensor" if isinstance(weight, Tensor) else "scalar"}" not implemented for '
                                  f"'{input.dtype.title}'")
    w = weight._a if isinstance(weight, Tensor) else x.dtype.type(weight)
    near = np.abs(w) < 0.5
    way = np.asarray(y - x)
    result = np.where(near, x, y)
    result = fma(way, np.where(near, w, w - 1), result) if x.dtype.kind == "f" else (result + way * np.where(near, w, w - 1)).astype(x.dtype)
    if isinstance(weight, Tensor):
        return differentiable("LerpBackward1", result, (input, lambda g, weight: g * (1 - weight), weight),
                              (end, lambda g, weight: g * weight, weight),
                              (weight, lambda g, self, end: g * (end - self), input, end))
    return differentiable("LerpBackward0", result, (input, lambda g: scaled(g, 1 - weight)), (end, lambda g: scaled(g, weight)))


def _three(input, tensor1, tensor2, value):
    """The arrays of three tensors, and a number, in their common dtype."""
    x, y = operands("addcmul", input, tensor1)
    y, z = operands("addcmul", wrap(y), tensor2)
    return x.astype(z.dtype, copy=False), y, z, z.dtype.type(value)


@op(inplace=True)
@silent
def addcmul(input, tensor1, tensor2, *, value=1):
    """input + value · tensor1 · tensor2."""
    x, y, z, value = _three(input, tensor1, tensor2, value)
    return differentiable("AddcmulBackward0", fma(value * y, z, x) if z.dtype.kind == "f" else x + value * y * z,
                          (input, lambda g: g), (tensor1, lambda g, tensor2: g * (tensor2 * value), tensor2),
                          (tensor2, lambda g, tensor1: g * (tensor1 * value), tensor1))


@op(inplace=True)
@silent
def addcdiv(input, tensor1, tensor2, *, value=1):
    """input + value · tensor1 / tensor2."""
    if tensor1._a.dtype.kind in "iub" and tensor2._a.dtype.kind in "iub":
        raise RuntimeError(
            "Integer division with addcdiv is no longer supported, and in a future  release addcdiv will perform a true division of tensor1 "
            "and tensor2. The historic addcdiv behavior can be implemented as (input + value * torch.trunc(tensor1 / tensor2))."
            "to(input.dtype) for integer inputs and as (input + value * tensor1 / tensor2) for float inputs. The future addcdiv behavior is "
            "just the latter implementation: (input + value * tensor1 / tensor2), for all dtypes.")
    x, y, z, value = _three(input, tensor1, tensor2, value)
    return differentiable("AddcdivBackward0", x + value * y / z,
                          (input, lambda g: g), (tensor1, lambda g, tensor2: g * (value / tensor2), tensor2),
                          (tensor2, lambda g, tensor1, tensor2: -g * (value * tensor1 / (tensor2 * tensor2)), tensor1, tensor2))


# -- operators: Python asks the other operand when a method returns NotImplemented

_OPERANDS = (Tensor, int, float, complex, np.number, np.bool_)


def plain_operator(f):
    def operate(self, other):
        return f(self, other) if isinstance(other, _OPERANDS) else NotImplemented
    return operate


def inplace_operator(f):
    def operate(self, other):
        return registry.write(self, f, (other,), {}) if isinstance(other, _OPERANDS) else NotImplemented
    return operate


def _operators():
    plain = {"add": add, "sub": sub, "mul": mul, "truediv": div, "floordiv": floor_divide, "mod": remainder, "pow": pow}
    for name, f in plain.items():
        method(plain_operator(f), f"__{name}__")
    for name, f in plain.items():
        method(inplace_operator(f), f"__i{name}__")
    power_operator = plain_operator(pow)
    method(lambda self, other, modulus=None: power_operator(self, other) if modulus is None else NotImplemented, "__pow__")
    reverse = {"radd": add, "rmul": mul, "rsub": rsub}
    for name, f in reverse.items():
        method(plain_operator(f), f"__{name}__")
    for name, f in {"rfloordiv": floor_divide, "rmod": remainder, "rpow": pow}.items():
        method(plain_operator(lambda self, other, f=f: f(other, self)), f"__{name}__")


_operators()


@method
def __rtruediv__(self, other):
    try:
        return self.reciprocal() * other
    except TypeError:
        return NotImplemented


def zeros_like(t):
    return wrap(np.zeros(t._a.shape, t._a.dtype))


def logical_and(a, b):
    return wrap(np.logical_and(a._a, b._a))
