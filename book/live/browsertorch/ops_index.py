"""x[...] and its relatives: choosing elements by position, mask or index tensor, and writing there."""

import numpy as np

from . import inplace
from .engine import differentiable
from .errors import expand_error, missing
from .inplace import fill_in, view
from .operands import NUMBERS
from .ops_shape import unsqueeze
from .registry import method, op
from .tensor import Tensor, wrap

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
    d = input._dim(dim)
    start = int(start)
    n = input._a.shape[d]
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
        if a.ndim == 0 and a.dtype.kind in "iu":
            return int(a)
        return a if a.ndim or a.dtype.kind != "b" else bool(a)
    if isinstance(i, (list, np.ndarray, range)) or isinstance(i, tuple):
        a = np.asarray([v.item() if isinstance(v, Tensor) else v for v in i] if not isinstance(i, np.ndarray) else i)
        if a.size == 0:
            a = a.astype(np.int64)
        if a.dtype.kind == "f":
            raise IndexError("tensors used as indices must be long, int, byte or bool tensors")
        return a
    if i is None or i is Ellipsis or isinstance(i, (slice, *_INTS, bool, np.bool_)):
        return i
    raise IndexError("only integers, slices (`:`), ellipsis (`...`), None and long or byte Variables are valid indices "
                     f"(got {type(i).__name__})")


def _checked_slice(s):
    part = lambda v: int(v) if isinstance(v, Tensor) else v
    s = slice(part(s.start), part(s.stop), part(s.step))
    if s.step is not None and s.step <= 0:
        raise ValueError("step must be greater than zero")
    return s


def _key(x, rest):
    """The leftover index arrays as one numpy key for x, checked."""
    shape = x._a.shape
    key = [slice(None)] * len(shape)
    for d, a in rest.items():
        if a.dtype.kind == "b":
            if a.shape != shape[d:d + a.ndim]:
                k = next((k for k in range(a.ndim) if a.shape[k] != shape[d + k]), 0)
                raise IndexError(f"The shape of the mask {list(a.shape)} at index {k} does not match the shape of the indexed tensor "
                                 f"{list(shape)} at index {d + k}")
            for k, positions in enumerate(a.nonzero()):
                key[d + k] = positions
        else:
            n = shape[d]
            if a.size and (a.min() < -n or a.max() >= n):
                bad = a.ravel()[(a.ravel() < -n) | (a.ravel() >= n)][0]
                raise IndexError(f"index {bad} is out of bounds for dimension {d} with size {n}")
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
        return _index(x, _key(x, rest), rest.values())
    if x is self:
        return view("AliasBackward0", self, self._a.view(), lambda g: g)
    return x


def _index(x, key, indices=None):
    shape = x._a.shape
    indices = [wrap(k) for k in (key if indices is None else indices) if not isinstance(k, slice)]
    return differentiable("IndexBackward0", x._a[key], (x, lambda g, *indices: _added(g, shape, key), *indices))


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
def __setitem__(self, index, value):
    """self[index] = value, in place: self.grad_fn becomes CopySlices (a view was written) or IndexPutBackward0."""
    tensor_value = isinstance(value, Tensor)
    if not tensor_value and not isinstance(value, NUMBERS):
        if not isinstance(value, (list, tuple, np.ndarray)):
            raise TypeError(f"can't assign a {type(value).__name__} to a torch.{self.dtype.title}Tensor")
        value = wrap(np.asarray(value).astype(self._a.dtype))
        tensor_value = True
    x, rest = (self, None) if _is_whole(self, index) else _plan(self, index)
    if not rest:
        inplace.check_writable(x, [value])
        if not tensor_value:
            value = wrap(np.asarray(value).astype(self._a.dtype))
        v = value._a
        if v.ndim and v.shape != x._a.shape:
            ones = next((i for i, n in enumerate(v.shape) if n != 1), v.ndim)
            value = value.view(v.shape[ones:])
            v = value._a
        try:
            values = np.broadcast_to(v, x._a.shape).astype(self._a.dtype)
        except ValueError:
            if v.ndim > x._a.ndim:
                raise RuntimeError(f"expand({value.type()}{{{list(v.shape)}}}, size={list(x._a.shape)}): the number of sizes provided "
                                   f"({x._a.ndim}) must be greater or equal to the number of dimensions in the tensor ({v.ndim})") from None
            raise expand_error(x._a.shape, v.shape) from None
        filled = x._a.ndim > v.ndim == 0
        if not filled and v.shape != x._a.shape:
            value = value.expand(x._a.shape)
        fill_in(x, values, value, filled)
        return
    key = _key(x, rest)
    if not tensor_value:
        value = wrap(np.asarray(value).astype(self._a.dtype))
    elif value._a.dtype != self._a.dtype:
        if value._a.ndim:
            raise RuntimeError(f"Index put requires the source and destination dtypes match, got {self.dtype.title} for the destination "
                               f"and {value.dtype.title} for the source.")
        value = value.to(self.dtype)
    if inplace.overlaps(x._a):
        raise missing("expand한 텐서의 색인 자리에 쓰기")
    inplace.write(x, _put, (key, value), {})


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
    key = _key(input, {d: i._a for d, i in enumerate(indices)})
    if not accumulate:
        return _put(input, key, values)
    out = input._a.copy()
    np.add.at(out, key, values._a)
    shape = values._a.shape
    return differentiable("IndexPutBackward0", out, (input, lambda g: g),
                          (values, lambda g: _index(g, key).sum_to_size(shape)))


# -- along one dimension

def _check_index(input, dim, index, name="gather"):
    if index._a.dtype.kind not in "iu":
        raise RuntimeError(f"{name}(): Expected dtype int64 for index")
    if index._a.ndim != input._a.ndim and index._a.ndim and input._a.ndim:
        raise RuntimeError("Index tensor must have the same number of dimensions as input tensor")
    n = input._a.shape[dim]
    if index._a.size and (index._a.min() < 0 or index._a.max() >= n):
        bad = index._a[(index._a < 0) | (index._a >= n)].ravel()[0]
        raise RuntimeError(f"index {bad} is out of bounds for dimension {dim} with size {n}")


def _check_same(input, src, text):
    if input._a.dtype != src._a.dtype:
        raise RuntimeError(text.format(input.dtype.title, src.dtype.title))


_SCATTER = "scatter(): Expected self.dtype to be equal to src.dtype"


def along(index, dim):
    """The numpy key for elements index[i, j, ...] of dimension dim, own place in the others."""
    key = list(np.ogrid[tuple(slice(n) for n in index.shape)]) if index.ndim else []
    key[dim] = index
    return tuple(key)


@op
def gather(input, dim, index, *, sparse_grad=False):
    """out[i][j] = input[i][index[i][j]] (dim=1): one element of dimension dim for each index."""
    d = input._dim(dim)
    _check_index(input, d, index)
    shape = input._a.shape
    return differentiable("GatherBackward0", input._a[along(index._a, d)],
                          (input, lambda g, index, self: scatter_add(wrap(np.zeros(shape, g._a.dtype)), d, index, g), index, input))


@op(inplace=True)
def scatter(input, dim, index, src=None, *, value=None, reduce=None):
    """input with input[i][index[i][j]] = src[i][j] (dim=1)."""
    d = input._dim(dim)
    src = value if src is None else src
    _check_index(input, d, index, "scatter")
    out = input._a.copy()
    if not isinstance(src, Tensor):
        out[along(index._a, d)] = src
        return differentiable("ScatterBackward1", out, (input, lambda g, index: scatter(g, d, index, 0), index))
    _check_same(input, src, _SCATTER)
    part = tuple(slice(n) for n in index._a.shape)
    out[along(index._a, d)] = src._a[part]
    return differentiable("ScatterBackward0", out, (input, lambda g, index: scatter(g, d, index, 0), index),
                          (src, lambda g, index: g.gather(d, index), index))


@op(inplace=True)
def scatter_add(input, dim, index, src):
    """input with input[i][index[i][j]] += src[i][j] (dim=1)."""
    d = input._dim(dim)
    _check_index(input, d, index, "scatter_add")
    _check_same(input, src, _SCATTER)
    out = input._a.copy()
    part = tuple(slice(n) for n in index._a.shape)
    np.add.at(out, along(index._a, d), src._a[part])
    return differentiable("ScatterAddBackward0", out, (input, lambda g: g),
                          (src, lambda g, index: g.gather(d, index), index))


@op
def take_along_dim(input, indices, dim):
    """gather with broadcasting."""
    d = input._dim(dim)
    shape = list(np.broadcast_shapes(*(tuple(1 if k == d else n for k, n in enumerate(t.shape)) for t in (input, indices))))
    sized = lambda n: shape[:d] + [n] + shape[d + 1:]
    return input.expand(sized(input.shape[d])).gather(d, indices.expand(sized(indices.shape[d])))


@op(inplace=True)
def scatter_reduce(input, dim, index, src, reduce, *, include_self=True):
    """scatter_add (reduce="sum"); the other reductions are not here."""
    if reduce != "sum" or not include_self:
        raise missing(f"scatter_reduce(reduce='{reduce}')")
    d = input._dim(dim)
    return differentiable("ScatterReduceBackward0", scatter_add(input.detach(), d, index, src.detach())._a, (input, lambda g: g),
                          (src, lambda g, index: g.gather(d, index), index))


def _row_key(d, index):
    return (slice(None),) * d + (index._a,)


@op
def index_select(input, dim, index):
    """The slices of dimension dim at `index`."""
    d, shape = input._dim(dim), input._a.shape
    n = shape[d]
    if index._a.size and (index._a.min() < 0 or index._a.max() >= n):
        raise RuntimeError("index out of range in self")
    return differentiable("IndexSelectBackward0", input._a[_row_key(d, index)],
                          (input, lambda g, index: index_add(wrap(np.zeros(shape, g._a.dtype)), d, index, g), index))


@op(inplace=True)
def index_add(input, dim, index, source, *, alpha=1):
    """input with source's slices added at `index`."""
    d = input._dim(dim)
    _check_same(input, source, "index_add_(): self ({}) and source ({}) must have the same scalar type")
    out = input._a.copy()
    np.add.at(out, _row_key(d, index), source._a * alpha if alpha != 1 else source._a)
    return differentiable("IndexAddBackward0", out, (input, lambda g: g),
                          (source, lambda g, index, source: g.index_select(d, index) * alpha, index, source))


@op(inplace=True)
def index_fill(input, dim, index, value):
    """input with `value` in the slices at `index`."""
    d = input._dim(dim)
    out = input._a.copy()
    out[_row_key(d, index)] = value.item() if isinstance(value, Tensor) else value
    return differentiable("IndexFillBackward0", out, (input, lambda g, index: g.index_fill(d, index, 0), index))


@op(inplace=True)
def index_copy(input, dim, index, source):
    """input with source's slices at `index`."""
    d = input._dim(dim)
    _check_same(input, source, "index_copy_(): self and source expected to have the same dtype, but got (self) {} and (source) {}")
    out = input._a.copy()
    out[_row_key(d, index)] = source._a
    return differentiable("IndexCopyBackward0", out, (input, lambda g, index: g.index_fill(d, index, 0), index),
                          (source, lambda g, index: g.index_select(d, index), index))


@op
def take(input, index):
    """Elements at flat positions."""
    shape = input._a.shape
    return differentiable("TakeBackward0", input._a.reshape(-1)[index._a],
                          (input, lambda g, index, self: _added(g.reshape(-1), (int(np.prod(shape)),), (index._a.reshape(-1),)).reshape(shape),
                           index, input))


@op
def masked_select(input, mask):
    """The elements where mask is True, in one dimension."""
    shape = np.broadcast_shapes(input._a.shape, mask._a.shape)
    positions = np.broadcast_to(mask._a, shape).nonzero()
    return differentiable("MaskedSelectBackward0", np.broadcast_to(input._a, shape)[positions],
                          (input, lambda g, mask: _added(g, shape, positions), mask))


@op(inplace=True)
def masked_scatter(input, mask, source):
    """input with the elements where mask is True taken from source, in order."""
    _check_same(input, source, "masked_scatter: expected self and source to have same dtypes but got{} and {}")
    positions = np.broadcast_to(mask._a, input._a.shape).nonzero()
    out = input._a.copy()
    count, shape = positions[0].size, source._a.shape
    out[positions] = source._a.reshape(-1)[:count]
    return differentiable("MaskedScatterBackward0", out, (input, lambda g, mask: g.masked_fill(mask, 0), mask),
                          (source, lambda g, mask: _placed("SliceBackwardBackward0", _index(g, positions), (int(np.prod(shape)),),
                                                           (slice(0, count),)).reshape(shape), mask))


@op
def nonzero(input, *, as_tuple=False):
    """The positions of elements that are not 0, one row each."""
    if as_tuple:
        return tuple(wrap(f.astype(np.int64)) for f in np.atleast_1d(input._a).nonzero())
    return wrap(np.argwhere(input._a).astype(np.int64))


@op
def argwhere(input):
    """nonzero()."""
    return wrap(np.argwhere(input._a).astype(np.int64))
