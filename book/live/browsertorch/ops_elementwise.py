"""Arithmetic: two tensors, or a tensor and a number, element by element."""

import numpy as np

from . import dtypes
from .engine import RESULT, differentiable
from .errors import broadcast_error
from .registry import method, op
from .tensor import Tensor

_numbers = (int, float, complex)


def operands(name, input, other):
    """Two numpy arrays of the result's dtype (a plain number stays one where numpy promotes it as torch does)."""
    if isinstance(input, Tensor):
        x = input._a
        if isinstance(other, Tensor):
            y = other._a
            if x.dtype != y.dtype:
                common = dtypes.result_of(x, y).np
                return x.astype(common, copy=False), y.astype(common, copy=False)
            return x, y
        if x.dtype.kind == "f" and isinstance(other, (float, int)):
            return x, other
        return number_operand(name, x, other)
    y, x = operands(name, other, input)
    return x, y


def number_operand(name, x, number):
    """An array and a number, both as arrays of the dtype torch gives them."""
    if isinstance(number, (np.bool_, np.number)):
        number = number.item()
    if not isinstance(number, _numbers):
        raise TypeError(f"{name}(): argument 'other' (position 2) must be Tensor, not {type(number).__name__}")
    common = dtypes.number_type(dtypes.of(x), number).np
    return x.astype(common, copy=False), np.asarray(number).astype(common)


@op(inplace=True)
def add(input, other, *, alpha=1):
    """input + alpha · other."""
    if alpha != 1:
        other = other * alpha
    x, y = operands("add", input, other)
    try:
        result = np.add(x, y)
    except ValueError:
        raise broadcast_error(x, y) from None
    return differentiable("AddBackward0", result, (input, lambda g: g), (other, lambda g: g))


@op("multiply", inplace=True)
def mul(input, other):
    """input · other; ∂/∂input = other, ∂/∂other = input."""
    x, y = operands("mul", input, other)
    try:
        result = np.multiply(x, y)
    except ValueError:
        raise broadcast_error(x, y) from None
    return differentiable("MulBackward0", result,
                          (input, lambda g, other: g * other, other),
                          (other, lambda g, self: g * self, input))


@op(inplace=True)
def pow(input, exponent):
    """input to the power of exponent; ∂/∂input = exponent · input^(exponent - 1)."""
    x, y = operands("pow", input, exponent)
    result = np.power(x, y)
    return differentiable("PowBackward0", result,
                          (input, lambda g, self: g * (exponent * self ** (exponent - 1)), input))


@method
def __rsub__(self, other):
    return add(-self, other)


for _name, _f in {"__add__": add, "__radd__": add, "__mul__": mul, "__rmul__": mul, "__pow__": pow}.items():
    method(_f, _name)
