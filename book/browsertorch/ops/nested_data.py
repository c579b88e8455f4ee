"""What torch.tensor(data) reads: nested lists, ranges, numpy arrays."""

import numpy as np

from ..base import dtypes
from ..base.errors import type_name
from ..base.modes import warn_once
from ..core.operands import fits
from ..core.tensor import Tensor

NO_NUMPY_TYPE = ("can't convert np.ndarray of type {}. The only supported types are: float64, float32, float16, complex64, complex128, "
                 "int64, int32, int16, int8, uint64, uint32, uint16, uint8, and bool.")
LIST_OF_ARRAYS = ("Creating a tensor from a list of numpy.ndarrays is extremely slow. Please consider converting the list to a single "
                  "numpy.ndarray with numpy.array() before converting to a tensor. (Triggered internally at "
                  "/__w/pytorch/pytorch/torch/csrc/utils/tensor_new.cpp:252.)")


def array_of(data, dtype=None):
    """A new numpy array of `data`; without a dtype int64, bool, complex or the default float, by what the data is.

    Errors: ValueError for rows of different lengths, RuntimeError or TypeError for what is not a number.
    """
    dtype = dtypes.as_dtype(dtype)
    if isinstance(data, Tensor):
        return data._a.astype(dtype.np) if dtype else data._a.copy()
    if isinstance(data, (np.ndarray, np.number, np.bool_)):
        if dtype is None:
            check_numpy_type(data.dtype)
        kind = np.int64 if data.dtype == np.dtype(int) else data.dtype      # numpy's own int has 32 bits in a browser
        return np.array(data, dtype.np if dtype else kind)
    if isinstance(data, str):
        raise TypeError("new(): invalid data type 'str'")
    shape, flat = _shape(data), []
    if dtype is None:
        if type(data) in (list, tuple) and any(isinstance(v, np.ndarray) and v.ndim for v in data):
            warn_once(LIST_OF_ARRAYS, stacklevel=4)
        dtype = _inferred(data)
    if 0 in shape:
        return np.zeros(shape, dtype.np)
    _flatten(data, shape, 0, flat)
    if dtype.kind == 1 or not set(map(type, flat)) <= {float, int}:
        flat = [_number(v, dtype) for v in flat]
    return np.array(flat, dtype.np).reshape(shape)


def check_numpy_type(np_dtype):
    """TypeError for numpy types that have no dtype here."""
    if dtypes.from_numpy(np_dtype) is None:
        name = {"O": "numpy.object_", "U": "numpy.str_", "S": "numpy.bytes_"}.get(np_dtype.kind, np_dtype)
        raise TypeError(NO_NUMPY_TYPE.format(name))


def _is_sequence(data):
    return isinstance(data, (list, tuple, range, str)) or isinstance(data, np.ndarray) and data.ndim > 0


def _shape(data):
    """The lengths, followed through the first elements."""
    shape = []
    while _is_sequence(data):
        if isinstance(data, str):
            raise ValueError("too many dimensions 'str'")
        shape.append(len(data))
        if not len(data):
            break
        data = data[0]
    return tuple(shape)


def _inferred(data):
    """The dtype that holds every number in `data`."""
    if isinstance(data, str):
        raise TypeError("new(): invalid data type 'str'")
    if isinstance(data, Tensor):
        return data.dtype
    if isinstance(data, (np.generic, np.ndarray)):
        return dtypes.from_numpy(data.dtype)
    if isinstance(data, (bool, int, float, complex)):
        return dtypes.of_number(data)
    if not _is_sequence(data):
        raise RuntimeError(f"Could not infer dtype of {type_name(data)}")
    kinds = set(map(type, data)) if type(data) in (list, tuple) else ()
    if len(kinds) == 1 and kinds <= {int, float}:
        return dtypes.of_number(data[0])
    if not len(data):
        return dtypes.default[0]
    found = dtypes.bool_
    for v in data:
        found = dtypes.promote_types(found, _inferred(v))
    return found


def _flatten(data, shape, depth, flat):
    if depth == len(shape):
        flat.append(data)
        return
    if not _is_sequence(data):
        raise TypeError("not a sequence")
    if len(data) != shape[depth]:
        raise ValueError(f"expected sequence of length {shape[depth]} at dim {depth} (got {len(data)})")
    for item in data:
        _flatten(item, shape, depth + 1, flat)


def _number(v, dtype):
    """One element as a Python number that fits the dtype."""
    if isinstance(v, Tensor):
        if v._a.size != 1:
            raise ValueError("only one element tensors can be converted to Python scalars")
        v = float(v) if v.requires_grad else v.item()        # float() warns where that loses a gradient
    elif isinstance(v, (np.generic, np.ndarray)):
        v = v.item()
    kind = dtype.kind
    if not isinstance(v, (int, float, complex)) or isinstance(v, complex) and kind in (1, 2):
        raise TypeError(f"'{type_name(v)}' object cannot be interpreted as an integer" if kind < 2 else f"must be real number, not {type_name(v)}")
    if kind != 1:
        return v
    if isinstance(v, int) and not -2 ** 63 <= v < 2 ** 63:
        raise ValueError("Overflow when unpacking long long")
    if not fits(v, dtype.np):
        raise RuntimeError(f"value cannot be converted to type {dtype.name} without overflow")
    return int(v) & (256 ** dtype.np.itemsize - 1) if dtype.np.kind == "u" else int(v)
