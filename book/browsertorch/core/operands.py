"""Two operands of an operation, as numpy arrays of the dtype their result will have."""

import numpy as np

from ..base import dtypes
from ..base.errors import broadcast_error, cpp_name
from ..base.quiet import quiet
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
        return with_number(x, other)
    if isinstance(other, Tensor):
        y, x = operands(name, other, input)
        return x, y
    if isinstance(input, NUMBERS) and isinstance(other, NUMBERS):
        x, y = number_array(input), number_array(other)
        common = dtypes.result_of(x, y).np
        return x.astype(common), y.astype(common)
    raise TypeError("not a number")        # calls.py says it in torch's words


def check_broadcast(x, y):
    for p, q in zip(x.shape[::-1], y.shape[::-1]):
        if p != q and p != 1 and q != 1:
            raise broadcast_error(x, y)


def with_number(x, number):
    """An array and a number, both as arrays of their common dtype."""
    if isinstance(number, (np.number, np.bool_)):
        number = number.item()
    if not isinstance(number, NUMBERS):
        raise TypeError("not a number")
    common = dtypes.number_type(dtypes.of(x), number).np
    return x.astype(common, copy=False), cast_number(number, common)


def cast_number(number, np_dtype):
    """A 0-dim array of the number; integers wrap around like C's."""
    if isinstance(number, int):
        check_int(number)
    if np_dtype.kind in "iu":
        return np.asarray(int(number) & 0xFFFFFFFFFFFFFFFF, np.uint64).astype(np_dtype)
    return quiet(np.asarray(number).astype, np_dtype)


def check_int(number):
    """OverflowError for an int that no C integer holds."""
    if not -2 ** 63 <= number < 2 ** 64:
        raise OverflowError("int too big to convert")


def fits(number, np_dtype):
    """May a number be written into an array of that dtype? Negative ones wrap around in unsigned types."""
    if isinstance(number, complex):
        if np_dtype.kind in "cb":
            return True
        return number.imag == 0 and fits(number.real, np_dtype)
    if np_dtype.kind in "iu":
        most = np.iinfo(np_dtype).max
        least = np.iinfo(np_dtype).min if np_dtype.kind == "i" or isinstance(number, float) else -int(most)
        return least <= number <= most                                                              # False for nan
    if np_dtype.kind == "f" and np_dtype.itemsize < 8:
        return not abs(number) > float(np.finfo(np_dtype).max) or number in (np.inf, -np.inf)
    return True


def fitted(number, np_dtype):
    """The number as an array of that dtype; RuntimeError where it does not fit."""
    if isinstance(number, Tensor):
        number = number.item()
    if isinstance(number, int):
        check_int(number)
    if not fits(number, np_dtype):
        raise RuntimeError(f"value cannot be converted to type {_C_TYPES.get(np_dtype.name) or cpp_name(np_dtype)} without overflow")
    if isinstance(number, complex) and np_dtype.kind != "c":
        number = bool(number) if np_dtype.kind == "b" else number.real
    return cast_number(number, np_dtype)


_C_TYPES = {"uint8": "uint8_t", "int8": "int8_t", "int16": "int16_t", "int64": "int64_t", "uint16": "uint16_t", "uint32": "uint32_t",
            "uint64": "uint64_t"}


def number_array(value):
    """A Python number as a 0-dim array of the dtype torch gives it."""
    if isinstance(value, (np.number, np.bool_)):
        value = value.item()
    return np.asarray(value, dtypes.of_number(value).np)


def floating(array):
    """Integers and bools as the default float dtype; floats as they are."""
    return array if array.dtype.kind in "fc" else array.astype(dtypes.default[0].np)
