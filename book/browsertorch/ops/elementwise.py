"""Functions of one tensor, element by element, each with its derivative beside it."""

import math

import numpy as np

from ..base.quiet import quiet, silent
from ..base.rounding import exponentials
from ..core.graph import RESULT, differentiable
from ..core.operands import floating
from ..core.registry import method, op
from ..core.tensor import wrap
from .arithmetic import scaled, shifted, unsupported
from .where import where

SELF = object()     # among the saved: the input


def in_float64(f):
    """Compute float32 and float16 through float64: correctly rounded, as torch's vector functions nearly always are."""
    def rounded(a):
        return f(a) if a.dtype.itemsize >= 8 else f(a.astype(np.float64)).astype(a.dtype)
    return rounded


def unary(name, forward, derivative, *saves, node=None, aliases=(), formula="", shown=True):
    """Declare torch.<name>: forward (numpy, on floats), derivative(g, *saves) with saves SELF or RESULT. Not shown: the function alone."""
    node = (node or name.capitalize()) + "Backward0"

    def apply(input):
        a = input._a
        if a.dtype.kind not in "fc":
            a = floating(a)
        return differentiable(node, quiet(forward, a), (input, derivative, *[input if s is SELF else s for s in saves]))

    apply.__name__ = apply.__qualname__ = name
    apply.__doc__ = formula or f"Elementwise {name}."
    if not shown:
        return apply
    return op(*aliases, inplace=True)(apply) if aliases else op(inplace=True)(apply)


@silent
def tanh_backward(g, result):
    """g·(1 - result²)."""
    return differentiable("TanhBackwardBackward0", g._a * (1 - result._a * result._a),
                          (g, lambda gg, result: tanh_backward(gg, result), result),
                          (result, lambda gg, g, result: gg * scaled(result, -2) * g, g, result))


@silent
def sigmoid_backward(g, result):
    """g·result·(1 - result)."""
    return differentiable("SigmoidBackwardBackward0", g._a * (1 - result._a) * result._a,
                          (g, lambda gg, result: sigmoid_backward(gg, result), result),
                          (result, lambda gg, g, result: gg * g * (1 - scaled(result, 2)), g, result))


exp = unary("exp", in_float64(np.exp), lambda g, result: g * result, RESULT)
exp2 = unary("exp2", in_float64(np.exp2), lambda g, result: scaled(g * result, math.log(2)), RESULT)
expm1 = unary("expm1", in_float64(np.expm1), lambda g, result: g * (result + 1), RESULT)
log = unary("log", in_float64(np.log), lambda g, self: g / self, SELF)
log2 = unary("log2", in_float64(np.log2), lambda g, self: g / (self * math.log(2)), SELF)
log10 = unary("log10", in_float64(np.log10), lambda g, self: g / (self * math.log(10)), SELF)
log1p = unary("log1p", in_float64(np.log1p), lambda g, self: g / (self + 1), SELF, node="Log1P")
sqrt = unary("sqrt", np.sqrt, lambda g, result: g / scaled(result, 2), RESULT)
rsqrt = unary("rsqrt", lambda a: 1 / np.sqrt(a), lambda g, result: -0.5 * g * result.pow(3), RESULT)
reciprocal = unary("reciprocal", lambda a: 1 / a, lambda g, result: -g * (result * result), RESULT)
sin = unary("sin", in_float64(np.sin), lambda g, self: g * self.cos(), SELF)
cos = unary("cos", in_float64(np.cos), lambda g, self: g * -self.sin(), SELF)
tan = unary("tan", in_float64(np.tan), lambda g, result: g * (1 + result.pow(2)), RESULT)
asin = unary("asin", in_float64(np.arcsin), lambda g, self: g * (-self * self + 1).rsqrt(), SELF, aliases=("arcsin",))
acos = unary("acos", in_float64(np.arccos), lambda g, self: g * -((-self * self + 1).rsqrt()), SELF, aliases=("arccos",))
atan = unary("atan", in_float64(np.arctan), lambda g, self: g / shifted(self * self, 1), SELF, aliases=("arctan",))
sinh = unary("sinh", in_float64(np.sinh), lambda g, self: g * self.cosh(), SELF)
cosh = unary("cosh", in_float64(np.cosh), lambda g, self: g * self.sinh(), SELF)
tanh = unary("tanh", in_float64(np.tanh), tanh_backward, RESULT)
asinh = unary("asinh", in_float64(np.arcsinh), lambda g, self: g * (self.pow(2) + 1).rsqrt(), SELF, aliases=("arcsinh",))
acosh = unary("acosh", in_float64(np.arccosh), lambda g, self: g * (self.pow(2) - 1).rsqrt(), SELF, aliases=("arccosh",))
atanh = unary("atanh", in_float64(np.arctanh), lambda g, self: g * 1 / (1 - self.pow(2)), SELF, aliases=("arctanh",))


def _sigmoid(a):
    return (1 / (1 + in_float64(np.exp)(-a))).astype(a.dtype)


sigmoid = unary("sigmoid", _sigmoid, sigmoid_backward, RESULT)


@op(inplace=True)
def logit(input, eps=None):
    """log(x / (1 - x)); with eps, of x held between eps and 1 - eps."""
    a = floating(input._a)
    x = a if eps is None else np.clip(a, a.dtype.type(eps), 1 - a.dtype.type(eps))
    return differentiable("LogitBackward0", quiet(lambda: np.log(x / (1 - x))), (input, lambda g, self: _logit_backward(g, self, eps), input))


def _logit_backward(g, self, eps):
    low, outside = (0.0, math.nan) if eps is None else (eps, 0.0)
    return where((self >= low) & (self <= 1 - low), g / (self * (1 - self)), outside)


def _log_gamma(x):
    try:
        return math.lgamma(x)
    except (ValueError, OverflowError):      # a pole, or beyond the largest number
        return math.inf


def _of_each(f):
    """A function of Python's numbers, for each element."""
    f = np.frompyfunc(f, 1, 1)
    return in_float64(lambda a: np.asarray(f(a), np.float64))


_erf, _erfc, _lgamma = map(_of_each, (math.erf, math.erfc, _log_gamma))
erf = unary("erf", _erf, lambda g, self: 2 / math.sqrt(math.pi) * (-self.pow(2)).exp() * g, SELF)
erfc = unary("erfc", _erfc, lambda g, self: -2 / math.sqrt(math.pi) * (-self.pow(2)).exp() * g, SELF)
lgamma = unary("lgamma", _lgamma, lambda g, self: g * digamma(self), SELF)


def _digamma(x):
    """By the recurrence up to 10, then the asymptotic series; the derivative of log Γ."""
    if x <= 0 and x == math.floor(x):
        return -math.inf if x == 0 else math.nan
    if x < 0:
        return _digamma(1 - x) - math.pi / math.tan(math.pi * x)
    total = 0.0
    while x < 10:
        total, x = total - 1 / x, x + 1
    y = 1 / (x * x)
    return total + math.log(x) - 0.5 / x - y * (1 / 12 - y * (1 / 120 - y * (1 / 252 - y * (1 / 240 - y / 132))))


def _trigamma(g, self):
    return g * self.polygamma(1)


digamma = unary("digamma", _of_each(_digamma), _trigamma, SELF)
deg2rad = unary("deg2rad", np.deg2rad, lambda g: scaled(g, g._a.dtype.type(math.pi / 180)), node="Deg2Rad")
rad2deg = unary("rad2deg", np.rad2deg, lambda g: scaled(g, g._a.dtype.type(180 / math.pi)), node="Rad2Deg")


def _same_dtype(name, forward, derivative, *saves, node=None, aliases=(), integer=True):
    """Like unary, for functions that keep integers integers."""
    node = (node or name.capitalize()) + "Backward0"

    def apply(input):
        a = input._a
        if not integer and a.dtype.kind == "b":
            unsupported(name + "_vml", a)
        if not integer and a.dtype.kind == "c":
            raise NotImplementedError(f"{name} is not supported for complex inputs")
        result = quiet(forward, a) if integer or a.dtype.kind == "f" else a.copy()
        return differentiable(node, result, (input, derivative, *[input if s is SELF else s for s in saves]))

    apply.__name__ = apply.__qualname__ = name
    apply.__doc__ = f"Elementwise {name}."
    return op(*aliases, inplace=True)(apply) if aliases else op(inplace=True)(apply)


def _no_bool(f, message, kind=RuntimeError):
    def checked(a):
        if a.dtype.kind == "b":
            raise kind(message)
        return f(a)
    return checked


def _zero(g):
    return wrap(np.zeros_like(g._a))


def _relu(a):
    if a.dtype.kind == "c":
        raise NotImplementedError("clamp is not supported for complex types")
    result = a.copy("K")
    result[a < 0] = 0       # in a browser several times faster than np.maximum
    return result


def threshold_backward(g, result):
    """relu's derivative: g where result > 0, else 0; itself differentiable in g."""
    values = g._a.copy("K")
    values[result._a <= 0] = 0
    return differentiable("ThresholdBackwardBackward0", values, (g, threshold_backward, result), (result, _zero))


neg = _same_dtype("neg", _no_bool(np.negative, "Negation, the `-` operator, on a bool tensor is not supported. If you are trying to "
                                  "invert a mask, use the `~` or `logical_not()` operator instead."),
                  lambda g: -g, aliases=("negative",))
_size = lambda a: np.abs(a.astype(np.complex128)).astype(np.float32) if a.dtype == np.complex64 else np.abs(a)
abs = _same_dtype("abs", _no_bool(_size, "\"abs_cpu\" not implemented for 'Bool'", NotImplementedError),
                  lambda g, self: g * self.sgn(), SELF, aliases=("absolute",))
_sign = lambda a: a if a.dtype.kind == "b" else np.where(a == a, np.sign(a), a.dtype.type(0))     # 0 for nan
sign = _same_dtype("sign", _sign, _zero)
_sgn = _same_dtype("sgn", _sign, _zero)


@op(inplace=True)
def sgn(input):
    """The sign; of complex numbers z / |z|."""
    if input._a.dtype.kind != "c":
        return _sgn(input)
    from .complex_parts import sgn    # late: it is in the second archive
    return sgn(input)


def _frac(a):
    return a - np.trunc(a) if a.dtype.kind == "f" else unsupported("frac", a)


floor = _same_dtype("floor", np.floor, _zero, integer=False)
ceil = _same_dtype("ceil", np.ceil, _zero, integer=False)
trunc = _same_dtype("trunc", np.trunc, _zero, integer=False, aliases=("fix",))
frac = _same_dtype("frac", _frac, lambda g: g)
relu = _same_dtype("relu", _no_bool(_relu, "Boolean inputs not supported for relu"), threshold_backward, RESULT)


@op(inplace=True)
@silent
def round(input, *, decimals=0):
    """The nearest integer, halves to the even one."""
    if input._a.dtype.kind == "b":
        unsupported("round_vml", input._a)
    return differentiable("RoundBackward1" if decimals else "RoundBackward0", np.round(input._a, decimals), (input, _zero))


@op(inplace=True)
def square(input):
    """input²."""
    return input.pow(2)


@op
def positive(input):
    """input itself."""
    if input._a.dtype.kind == "b":
        raise RuntimeError("The `+` operator, on a bool tensor is not supported.")
    return input


@op(inplace=True)
def nan_to_num(input, nan=0.0, posinf=None, neginf=None):
    """nan, inf and -inf replaced by numbers."""
    return differentiable("NanToNumBackward0", np.nan_to_num(input._a, nan=nan, posinf=posinf, neginf=neginf),
                          (input, lambda g, self: g * self.isfinite(), input))


@op
@silent
def softmax(input, dim, dtype=None):
    """e^x / Σ e^x along dim; ∂ = (g - Σ g·y)·y."""
    if dtype is not None:
        input = input.to(dtype)
    dim = input._dim(dim)
    a = np.asarray(_need_float(input, f"softmax{_last(input, dim)}_kernel_impl"), order="C")
    below = a - a.max(axis=dim, keepdims=True, initial=-np.inf)
    if a.dtype == np.float32 and dim == a.ndim - 1 and 0 < a.size <= 1000:      # so few that all are printed: is their sum 1?
        e, total = exponentials(below)
        result = e * (np.float32(1) / total)
    else:
        e = in_float64(np.exp)(below)
        result = e / e.sum(axis=dim, keepdims=True)
    return differentiable("SoftmaxBackward0", result,
                          (input, lambda g, result: softmax_backward(g, result, dim), RESULT))


@silent
def softmax_backward(g, result, dim):
    """(g - Σ g·y)·y."""
    y = result._a
    return differentiable("SoftmaxBackwardDataBackward0", (np.asarray(g._a, order="C") - (g._a * y).sum(axis=dim, keepdims=True)) * y,
                          (g, lambda gg, y: softmax_backward(gg, y, dim), result),
                          (result, lambda gg, g, y: gg * (g - (g * y).sum(dim, keepdim=True)) - (gg * y).sum(dim, keepdim=True) * g,
                           g, result))


@op
@silent
def log_softmax(input, dim, dtype=None):
    """x - log Σ e^x along dim; ∂ = g - e^y·Σ g."""
    if dtype is not None:
        input = input.to(dtype)
    dim = input._dim(dim)
    a = np.asarray(_need_float(input, f"log_softmax{_last(input, dim)}_kernel_impl"), order="C")
    shifted = a - a.max(axis=dim, keepdims=True, initial=-np.inf)
    lse = in_float64(np.log)(in_float64(np.exp)(shifted).sum(axis=dim, keepdims=True))
    return differentiable("LogSoftmaxBackward0", shifted - lse,
                          (input, lambda g, result: log_softmax_backward(g, result, dim), RESULT))


@silent
def log_softmax_backward(g, result, dim):
    """g - e^y·Σ g."""
    return differentiable("LogSoftmaxBackwardDataBackward0",
                          np.asarray(g._a, order="C") - in_float64(np.exp)(result._a) * g._a.sum(axis=dim, keepdims=True),
                          (g, lambda gg, y: gg - (gg * y.exp()).sum(dim, keepdim=True), result),
                          (result, lambda gg, g, y: -(gg * g.sum(dim, keepdim=True) * y.exp()), g, result))


def _last(input, dim):
    """torch has a kernel of its own for the last dimension."""
    return "_lastdim" if dim >= input._a.ndim - 1 else ""


def _need_float(input, kernel):
    if input._a.dtype.kind != "f":
        raise NotImplementedError(f"\"{kernel}\" not implemented for '{input.dtype.title}'")
    return input._a


method(neg, "__neg__")
method(abs, "__abs__")
method(positive, "__pos__")
