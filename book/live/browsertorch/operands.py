"""Two operands of an operation, as numpy arrays of the dtype their result will have."""

import numpy as np

from . import dtypes
from .errors import broadcast_error
from .tensor import Tensor

NUMBERS = (int, float, complex, np.number, np.bool_)


def operands(name, input, other):
    """Arrays (x, y) of the result's dtype; a Python number stays a number where numpy treats it as torch does.

    Where a lone float is computed with another it comes as numpy's number, which Python's operators compute far faster than
    numpy computes an array of no dimensions.

    Errors: RuntimeError for shapes that do not broadcast, TypeError for what is neither Tensor nor number.
    """
    if isinstance(input, Tensor):
        x = input._a
        if isinstance(other, Tensor):
            y = other._a
            if x.dtype != y.dtype:
                common = dtypes.result_of(x, y).np
                x, y = x.astype(common, copy=False), y.astype(common, copy=False)
            p, q = x.shape, y.shape
            if p != q:
                if p and q and p[-len(q):] != q[-len(p):]:
                    check_broadcast(x, y)
            elif not p and x.dtype.kind == "f":
                return x[()], y[()]
            return x, y
        if x.dtype.kind == "f" and type(other) in (float, int, bool):
            return x if x.ndim else x[()], other
        return with_number(name, x, other)
    if isinstance(other, Tensor):
        y, x = operands(name, other, input)
        return x, y
    if isinstance(input, NUMBERS) and isinstance(other, NUMBERS):
        x, y = number_array(input), number_array(other)
        common = dtypes.result_of(x, y).np
        return x.astype(common), y.astype(common)
    bad, position = (other, 2) if isinstance(input, NUMBERS) else (input, 1)
    raise TypeError(f"{name}(): argument '{'other' if position == 2 else 'input'}' (position {position}) must be Tensor, "
                    f"not {type(bad).__name__}")


def check_broadcast(x, y):
    for p, q in zip(x.shape[::-1], y.shape[::-1]):
        if p != q and p != 1 and q != 1:
            raise broadcast_error(x, y)


def with_number(name, x, number):
    """An array and a number, both as arrays of their common dtype."""
    if isinstance(number, (np.number, np.bool_)):
        number = number.item()
    if not isinstance(number, NUMBERS):
        raise TypeError(f"{name}(): argument 'other' (position 2) must be Tensor, not {type(number).__name__}")
    common = dtypes.number_type(dtypes.of(x), number).np
    return x.astype(common, copy=False), cast_number(number, common)


def cast_number(number, np_dtype):
    """A 0-dim array of the number; integers wrap around like C's."""
    if np_dtype.kind in "iu":
        return np.asarray(int(number) & 0xFFFFFFFFFFFFFFFF, np.uint64).astype(np_dtype)
    return np.asarray(number).astype(np_dtype)


def number_array(value):
    """A Python number as a 0-dim array of the dtype torch gives it."""
    if isinstance(value, (np.number, np.bool_)):
        value = value.item()
    return np.asarray(value, dtypes.of_number(value).np)


def floating(array):
    """Integers and bools as the default float dtype; floats as they are."""
    return array if array.dtype.kind in "fc" else array.astype(dtypes.default[0].np)
