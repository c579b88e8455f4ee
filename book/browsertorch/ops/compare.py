"""Comparisons, logic, choosing between values."""

import numpy as np

from ..base import dtypes
from ..base.errors import cpp_name
from ..base.quiet import quiet
from ..core.graph import differentiable
from ..core.operands import NUMBERS, check_broadcast, fitted, floating, number_array, operands
from ..core.registry import inplace_version, method, op
from ..core.tensor import Tensor, wrap
from .arithmetic import inplace_operator, plain_operator, tensors_only, unsupported, zeros_like
from .where import where


def _comparison(name, ufunc, *aliases):
    def compare(input, other):
        x, y = operands(name, input, other)
        if ordered and x.dtype.kind == "c":
            unsupported(name, x)
        return wrap(quiet(ufunc, x, y))

    def recorded(input, other):      # in place the result has input's dtype, and a history whose gradients are 0
        node = f"{name.capitalize()}Backward{int(isinstance(other, Tensor))}"
        return differentiable(node, compare(input, other)._a.astype(input._a.dtype), *tensors_only((input, zeros_like), (other, zeros_like)))

    ordered = name not in ("eq", "ne")
    compare.__name__ = name
    compare.__doc__ = f"Elementwise {name}, as a bool tensor."
    for n in (name, *aliases):
        method(inplace_version(recorded, n + "_"), n + "_")
    return op(*aliases)(compare)


eq = _comparison("eq", np.equal)
ne = _comparison("ne", np.not_equal, "not_equal")
lt = _comparison("lt", np.less, "less")
le = _comparison("le", np.less_equal, "less_equal")
gt = _comparison("gt", np.greater, "greater")
ge = _comparison("ge", np.greater_equal, "greater_equal")


def _comparison_operator(f):
    def operate(self, other):
        if isinstance(other, (Tensor, *NUMBERS)):
            return f(self, other)
        return f(self, wrap(other)) if f is eq and isinstance(other, np.ndarray) else NotImplemented     # torch's == alone takes arrays
    return operate


for _f in (eq, ne, lt, le, gt, ge):
    method(_comparison_operator(_f), f"__{_f.__name__}__")


def _logical(name, ufunc):
    def f(input, other):
        check_broadcast(input._a, other._a)
        return wrap(ufunc(input._a, other._a))
    f.__name__ = name
    f.__doc__ = f"Elementwise {name} of what is not 0."
    return op(inplace=True)(f)


logical_and = _logical("logical_and", np.logical_and)
logical_or = _logical("logical_or", np.logical_or)
logical_xor = _logical("logical_xor", np.logical_xor)


@op(inplace=True)
def logical_not(input):
    """True where input is 0."""
    return wrap(np.logical_not(input._a))


def _bitwise(name, ufunc, operator, kernel=None):
    def f(input, other):
        x, y = operands(name, input, other)
        if np.result_type(x).kind not in kinds:
            unsupported(kernel or name, x if isinstance(x, np.ndarray) else floating(np.asarray(x)))
        return wrap(ufunc(x, y))
    f.__name__ = name
    f.__doc__ = f"Elementwise {name} of integers or bools."
    kinds = "iu" if kernel else "iub"
    op(inplace=True)(f)
    method((plain_operator if kernel else _comparison_operator)(f), f"__{operator}__")
    method(inplace_operator(f), f"__i{operator}__")
    method(_comparison_operator(f if not kernel else lambda self, other: f(other, self)), f"__r{operator}__")


def _shift(ufunc, beyond):
    """A shift; by a negative number or more than the bits there are, it leaves what `beyond` gives."""
    def shift(x, y):
        outside = (y < 0) | (y >= 8 * x.dtype.itemsize)
        return np.where(outside, beyond(x), ufunc(x, np.where(outside, 0, y))).astype(x.dtype)
    return shift


_bitwise("bitwise_and", np.bitwise_and, "and")
_bitwise("bitwise_or", np.bitwise_or, "or")
_bitwise("bitwise_xor", np.bitwise_xor, "xor")
_bitwise("bitwise_left_shift", _shift(np.left_shift, lambda x: 0), "lshift", "lshift")
_bitwise("bitwise_right_shift", _shift(np.right_shift, lambda x: np.where(x < 0, -1, 0)), "rshift", "rshift")


@op(inplace=True)
def bitwise_not(input):
    """~input."""
    if input._a.dtype.kind not in "iub":
        unsupported("bitwise_not", input._a)
    return wrap(np.invert(input._a))


@method
def __invert__(self):
    if self._a.dtype.kind not in "iub":
        raise TypeError("~ (operator.invert) is only implemented on integer and Boolean-type tensors")
    return wrap(np.invert(self._a))


for _name, _ufunc in {"isnan": np.isnan, "isinf": np.isinf, "isfinite": np.isfinite, "signbit": np.signbit}.items():
    def _test(input, _ufunc=_ufunc):
        return wrap(_ufunc(input._a))
    _test.__name__ = _name
    op(_test)


@op
def isclose(input, other, rtol=1e-05, atol=1e-08, equal_nan=False):
    """|input - other| <= atol + rtol · |other|, element by element."""
    if input._a.dtype != other._a.dtype:
        raise RuntimeError(f"{input.dtype.title} did not match {other.dtype.title}")
    return wrap(np.isclose(input._a, other._a, rtol=rtol, atol=atol, equal_nan=equal_nan))


@op
def allclose(input, other, rtol=1e-05, atol=1e-08, equal_nan=False):
    """Are all elements close (see isclose)?"""
    return isclose(input, other, rtol, atol, equal_nan)._a.all().item()


@op
def equal(input, other):
    """Same shape and same elements?"""
    return input._a.shape == other._a.shape and (input._a == other._a).all().item()



@op(inplace=True)
def masked_fill(input, mask, value):
    """input with `value` where the mask is True."""
    if mask._a.dtype.kind != "b":
        raise RuntimeError(f"masked_fill_ only supports boolean masks, but got mask with dtype {cpp_name(mask.dtype)}")
    check_broadcast(mask._a, input._a)
    is_tensor = isinstance(value, Tensor)
    if is_tensor and value._a.ndim:
        raise RuntimeError(f"masked_fill_ only supports a 0-dimensional value tensor, but got tensor with {value._a.ndim} dimension(s).")
    result = np.where(mask._a, quiet(value._a.astype, input._a.dtype) if is_tensor else fitted(value, input._a.dtype), np.asarray(input._a, order="C"))
    name = "MaskedFillBackward1" if is_tensor else "MaskedFillBackward0"
    return differentiable(name, result, *tensors_only((input, lambda g, mask: g.masked_fill(mask, 0), mask),
                                                      (value, lambda g, mask: where(mask, g, 0.0).sum(), mask)))


@op("clip", inplace=True)
def clamp(input, min=None, max=None):
    """Elements below min become min, above max become max; the gradient passes where nothing was changed."""
    if min is None and max is None:
        raise RuntimeError("torch.clamp: At least one of 'min' or 'max' must not be None")
    a = input._a
    if isinstance(min, Tensor) or isinstance(max, Tensor):
        return _clamp_tensor(input, min, max)
    dtype = input.dtype
    for bound in (min, max):
        dtype = dtype if bound is None else dtypes.number_type(dtype, bound)
    if dtype.kind == 0:
        unsupported("clamp_scalar", a)
    if dtype.kind == 3:
        raise NotImplementedError("clamp is not supported for complex types")
    result = a.astype(dtype.np)
    if min is not None:
        result = np.maximum(result, fitted(min, dtype.np))
    if max is not None:
        result = np.minimum(result, fitted(max, dtype.np))
    return differentiable("ClampBackward1", result,
                          (input, lambda g, self: where(_inside(self, min, max), g, 0.0), input))


def _inside(self, min, max):
    a = self._a
    a_min = True if min is None else a >= (min._a if isinstance(min, Tensor) else min)
    a_max = True if max is None else a <= (max._a if isinstance(max, Tensor) else max)
    return wrap(np.logical_and(a_min, a_max))


def _clamp_tensor(input, min, max):
    min, max = (wrap(number_array(b)) if isinstance(b, NUMBERS) else b for b in (min, max))
    clamped = input
    for bound, ufunc in ((min, np.maximum), (max, np.minimum)):
        if bound is not None:
            clamped = wrap(ufunc(*operands("clamp", clamped, bound)))
    keep = [t for t in (min, max) if t is not None]
    bounds = lambda rest: (rest[0] if min is not None else None, rest[-1] if max is not None else None)
    return differentiable(
        "ClampBackward0", clamped._a,
        (input, lambda g, self, *rest: where(_inside(self, *bounds(rest)), g, 0.0), input, *keep),
        (min, lambda g, self, *rest: where(wrap((self._a < rest[0]._a) if max is None else
                                                (self._a < rest[0]._a) & (rest[0]._a < rest[-1]._a)), g, 0.0), input, *keep),
        (max, lambda g, self, *rest: where(wrap((self._a > rest[-1]._a) if min is None else
                                                (self._a > rest[-1]._a) | (rest[-1]._a < rest[0]._a)), g, 0.0), input, *keep))


@op(inplace=True)
def clamp_min(input, min):
    """clamp with a lower bound only."""
    result = np.maximum(*operands("clamp_min", input, min))
    if not isinstance(min, Tensor):
        return differentiable("ClampMinBackward0", result, (input, lambda g, self: where(_inside(self, min, None), g, 0.0), input))
    return differentiable("ClampMinBackward1", result, (input, lambda g, self, min: where(self >= min, g, 0.0), input, min),
                          (min, lambda g, self, min: where(self < min, g, 0.0), input, min))


@op(inplace=True)
def clamp_max(input, max):
    """clamp with an upper bound only."""
    result = np.minimum(*operands("clamp_max", input, max))
    if not isinstance(max, Tensor):
        return differentiable("ClampMaxBackward0", result, (input, lambda g, self: where(_inside(self, None, max), g, 0.0), input))
    return differentiable("ClampMaxBackward1", result, (input, lambda g, self, max: where(self <= max, g, 0.0), input, max),
                          (max, lambda g, self, max: where(self > max, g, 0.0), input, max))
