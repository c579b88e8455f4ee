"""x[...] and its relatives: choosing elements by position, mask or index tensor, and writing there."""

import operator

import numpy as np

from ..base import dtypes
from ..base.errors import type_name
from ..base.missing import missing
from ..base.modes import warn_once
from ..core import views
from ..core.graph import differentiable
from ..core.operands import fitted
from ..core.registry import method, op
from ..core.tensor import Tensor, wrap
from ..core.views import view
from .inplace import fill_in
from .nested_data import array_of
from .shape import unsqueeze

_INTS = (int, np.integer)


@op
def select(input, dim, index):
    """The slice at `index` of dimension dim (a view)."""
    a = input._a
    if a.ndim == 0:
        raise IndexError("select() cannot be applied to a 0-dim tensor.")
    d, index = input._dim(dim), int(index)
    n = a.shape[d]
    if not -n <= index < n:
        raise IndexError(f"select(): index {index} out of range for tensor of size {list(a.shape)} at dimension {d}")
    return _select(input, d, index)


def _select(input, d, index):
    shape = input._a.shape
    key = (slice(None),) * d + (index, ...)
    return view("SelectBackward0", input, input._a[key], lambda g: _placed("SelectBackwardBackward0", g, shape, key))


def _slice(input, d, s):
    shape = input._a.shape
    key = (slice(None),) * d + (s,)
    return view("SliceBackward0", input, input._a[key], lambda g: _placed("SliceBackwardBackward0", g, shape, key))


def _placed(name, g, shape, key):
    """Zeros of `shape` with g at `key`: the derivative of taking x[key]."""
    out = np.zeros(shape, g._a.dtype)
    out[key] = g._a
    return differentiable(name, out, (g, lambda gg: gg[key]))


@op
def narrow(input, dim, start, length):
    """`length` slices of dimension dim from `start` on (a view)."""
    if not input._a.ndim:
        raise RuntimeError("narrow() cannot be applied to a 0-dim tensor.")
    d = input._dim(dim)
    start, n = operator.index(start), input._a.shape[d]
    if length < 0:
        raise RuntimeError("narrow(): length must be non-negative.")
    if not -n <= start <= n:
        raise IndexError(f"start out of range (expected to be in range of [{-n}, {n}], but got {start})")
    if start < 0:
        start += n
    if start + length > n:
        raise RuntimeError(f"start ({start}) + length ({length}) exceeds dimension size ({n}).")
    return _slice(input, d, slice(start, start + length))


def _plan(x, index):
    """Walk through an index: ints, slices and None become views at once; index arrays are left over.

    returns: (view of x, {dimension: index array})
    """
    alone = type(index) is not tuple
    if alone and isinstance(index, (list, str, bytes, range)) and _means_a_tuple(index):
        index, alone = tuple(index), False
    index = (_normal(index),) if alone else tuple(_normal(i) for i in index)
    used = sum(_width(i) for i in index)
    if used and not x._a.ndim and alone and isinstance(index[0], (slice, *_INTS)):
        raise IndexError("slice() cannot be applied to a 0-dim tensor." if isinstance(index[0], slice) else
                         "invalid index of a 0-dim tensor. Use `tensor.item()` in Python or `tensor.item<T>()` in C++ to convert a 0-dim "
                         "tensor to a number")
    if used > x._a.ndim:
        raise IndexError(f"too many indices for tensor of dimension {x._a.ndim}")
    d, rest, whole = 0, {}, x._a.ndim
    for place, i in enumerate(index):
        if i is Ellipsis:
            d += whole - used
        elif i is None:
            x, d = unsqueeze(x, d), d + 1
        elif i is True or i is False:
            x, rest[d], d = unsqueeze(x, d), np.arange(int(i)) * 0, d + 1
        elif isinstance(i, _INTS):
            n = x._a.shape[d]
            if not -n <= i < n:
                at = sum(_width(j) for j in index[:place]) + (whole - used if any(j is Ellipsis for j in index[:place]) else 0)
                raise IndexError(f"index {i} is out of bounds for dimension {at} with size {n}")
            x = _select(x, d, int(i))
        elif isinstance(i, slice):
            s = _checked_slice(i)
            if alone or s.indices(x._a.shape[d]) != (0, x._a.shape[d], 1):
                x = _slice(x, d, s)
            d += 1
        else:
            rest[d], d = i, d + (i.ndim if i.dtype.kind == "b" else 1)
    return x, rest


def _means_a_tuple(index):
    """Does torch still read this list as several indices, with a warning?"""
    if len(index) >= 32:
        return False
    for item in index:
        whole = isinstance(item, (Tensor, list, tuple, range, str, np.ndarray, slice))
        if whole or item is None or item is Ellipsis:
            warn_once(_AS_TUPLE.format(349 if whole else 359))
            return True
    return False


_AS_TUPLE = ("Using a non-tuple sequence for multidimensional indexing is deprecated and will be changed in pytorch 2.9; use x[tuple(seq)] "
             "instead of x[seq]. In pytorch 2.9 this will be interpreted as tensor index, x[torch.tensor(seq)], which will result either in "
             "an error or a different result (Triggered internally at "
             "/__w/pytorch/pytorch/torch/csrc/autograd/python_variable_indexing.cpp:{}.)")
_BYTE_MASK = ("indexing with dtype torch.uint8 is now deprecated, please use a dtype torch.bool instead. (Triggered internally at "
              "/__w/pytorch/pytorch/aten/src/ATen/native/IndexingUtils.h:37.)")


def _width(i):
    """How many dimensions one item of an index takes."""
    if i is None or i is Ellipsis or i is True or i is False:
        return 0
    return i.ndim if isinstance(i, np.ndarray) and i.dtype.kind == "b" else 1


def _normal(i):
    """One item of an index: lists and tensors become arrays, 0-dim integer tensors ints."""
    if isinstance(i, Tensor):
        a = i._a
        if a.dtype.kind == "f" or a.dtype.kind == "c":
            raise IndexError("tensors used as indices must be long, int, byte or bool tensors")
        if a.dtype == np.uint8:
            warn_once(_BYTE_MASK)
            a = a != 0
        if a.ndim == 0 and a.dtype.kind in "iu":
            return int(a)
        if a.dtype.kind == "i" and a.itemsize < 4:
            raise IndexError("tensors used as indices must be long, int, byte or bool tensors")
        return a if a.ndim or a.dtype.kind != "b" else bool(a)
    if isinstance(i, (list, tuple, range, str, bytes, np.ndarray)):
        a = array_of(i)
        return a if a.dtype.kind == "b" else a.astype(np.int64) if isinstance(i, np.ndarray) else array_of(i, dtypes.int64)
    if i is None or i is Ellipsis or isinstance(i, (slice, *_INTS, bool, np.bool_)):
        return i
    raise IndexError("only integers, slices (`:`), ellipsis (`...`), None and long or byte Variables are valid indices "
                     f"(got {type_name(i)})")


def _checked_slice(s):
    part = lambda v: int(v) if isinstance(v, Tensor) else v
    s = slice(part(s.start), part(s.stop), part(s.step))
    if s.step == 0:
        raise ValueError("slice step cannot be zero")
    if s.step is not None and s.step < 0:
        raise ValueError("step must be greater than zero")
    return s


def _key(shape, rest):
    """The leftover index arrays as one numpy key for an array of that shape, checked."""
    key = [slice(None)] * len(shape)
    for place, (d, a) in enumerate(rest.items()):
        if a.dtype.kind == "b":
            if a.shape != shape[d:d + a.ndim]:
                k = next((k for k in range(a.ndim) if a.shape[k] != shape[d + k]), 0)
                raise IndexError(f"The shape of the mask {list(a.shape)} at index {k} does not match the shape of the indexed tensor "
                                 f"{list(shape)} at index {d + k}")
            for k, positions in enumerate(a.nonzero()):
                key[d + k] = positions
        else:
            n = shape[d]
            if a.size and not n:
                raise IndexError("index is out of bounds for dimension with size 0")
            if a.size and (a.min() < -n or a.max() >= n):
                bad = a.ravel()[(a.ravel() < -n) | (a.ravel() >= n)][0]
                raise IndexError(f"index {bad} is out of bounds for dimension {place} with size {n}")
            key[d] = a
    arrays = [k for k in key if not isinstance(k, slice)]
    try:
        np.broadcast_shapes(*(k.shape for k in arrays))
    except ValueError:
        raise IndexError("shape mismatch: indexing tensors could not be broadcast together with shapes "
                         + ", ".join(str(list(k.shape)) for k in arrays)) from None
    return tuple(key)


@method
def __getitem__(self, index):
    x, rest = _plan(self, index)
    if rest:
        return _index(x, _key(x._a.shape, rest), rest)
    if x is self:
        return view("AliasBackward0", self, self._a.view(), lambda g: g)
    return x


def _index(x, key, rest=None):
    """rest: the dimensions' index arrays that key was made of, where they are not key's own."""
    shape = x._a.shape
    rest = {d: k for d, k in enumerate(key) if not isinstance(k, slice)} if rest is None else rest

    def back(g, *saved):
        # A saved-tensor hook may have put something else in an index's place: torch goes by that, or refuses it.
        given = dict(zip(rest, map(_normal, saved)))
        return _added(g, shape, key if all(given[d] is rest[d] for d in rest) else _key(shape, given))

    return differentiable("IndexBackward0", np.asarray(x._a[key], order="C"), (x, back, *map(wrap, rest.values())))


def _added(g, shape, key):
    """Zeros of `shape` with g added at `key` (an index may occur twice)."""
    out = np.zeros(shape, g._a.dtype)
    np.add.at(out, key, g._a)
    return differentiable("IndexPutBackward0", out, (g, lambda gg: _index(gg, key)))


def _is_whole(x, index):
    """Is the index made of `...` and `:` only?"""
    parts = [p for p in (index if type(index) is tuple else (index,)) if p is not Ellipsis]
    return len(parts) <= x._a.ndim and all(type(p) is slice and p == slice(None) for p in parts)


@method
def __delitem__(self, index):
    raise TypeError("Tensor does not support deleting items")


@method
def __setitem__(self, index, value):
    """self[index] = value, in place: self.grad_fn becomes CopySlices (a view was written) or IndexPutBackward0."""
    if not isinstance(value, Tensor):
        if not isinstance(value, (int, float, complex, np.integer)):
            raise TypeError(f"can't assign a {type_name(value)} to a torch.{self.dtype.title}Tensor")
        if isinstance(value, (int, np.integer)) and not -2 ** 63 <= value < 2 ** 63:
            raise ValueError("Overflow when unpacking long long")
        value = wrap(fitted(value, self._a.dtype))
    x, rest = (self, None) if _is_whole(self, index) else _plan(self, index)
    if not rest:
        views.check_writable(x, [value])
        v = value._a
        if v.ndim and v.shape != x._a.shape:
            ones = next((i for i, n in enumerate(v.shape) if n != 1), v.ndim)
            value = value.view(v.shape[ones:])
            v = value._a
        filled = x._a.ndim > v.ndim == 0
        if not filled and v.shape != x._a.shape:
            value = value.expand(x._a.shape)
        fill_in(x, np.broadcast_to(v, x._a.shape).astype(self._a.dtype), value, filled)
        return
    key = _key(x._a.shape, rest)
    if value._a.dtype != self._a.dtype:
        if value._a.ndim or any(a.dtype.kind != "b" for a in rest.values()):
            raise RuntimeError(f"Index put requires the source and destination dtypes match, got {self.dtype.title} for the destination "
                               f"and {value.dtype.title} for the source.")
        value = value.to(self.dtype)
    if views.overlaps(x._a):
        raise missing("expand한 텐서의 색인 자리에 쓰기")
    views.write(x, _put, (key, value), {})


def _put(x, key, value):
    out = x._a.copy()
    try:
        out[key] = value._a
    except ValueError:
        raise RuntimeError(f"shape mismatch: value tensor of shape {list(value.shape)} cannot be broadcast to indexing result of shape "
                           f"{list(x._a[key].shape)}") from None
    zero = wrap(np.zeros((), out.dtype))
    shape = value._a.shape
    return differentiable("IndexPutBackward0", out, (x, lambda g: _put(g, key, zero)),
                          (value, lambda g: _index(g, key).sum_to_size(shape)))


@op(inplace=True)
def index_put(input, indices, values, accumulate=False):
    """input with `values` at the index tensors."""
    if values._a.dtype != input._a.dtype:
        raise RuntimeError(f"Index put requires the source and destination dtypes match, got {input.dtype.title} for the destination "
                           f"and {values.dtype.title} for the source.")
    key = _key(input._a.shape, {d: i._a for d, i in enumerate(indices)})
    if not accumulate:
        return _put(input, key, values)
    out = input._a.copy()
    np.add.at(out, key, values._a)
    shape = values._a.shape
    return differentiable("IndexPutBackward0", out, (input, lambda g: g),
                          (values, lambda g: _index(g, key).sum_to_size(shape)))
