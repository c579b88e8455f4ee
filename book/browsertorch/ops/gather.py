"""Elements chosen by a tensor of positions along one dimension, or by a mask: gather, scatter, index_select, masked_select."""

import numpy as np

from ..base.modes import warn_once
from ..core.graph import differentiable
from ..core.operands import check_broadcast, fitted
from ..core.registry import op
from ..core.tensor import Tensor, wrap
from .index import _added, _index, _placed

_LONG = (np.dtype(np.int32), np.dtype(np.int64))


def _check_index(input, dim, index, name="gather", src=None):
    if not index._a.size:
        return
    if index._a.dtype not in _LONG:
        raise RuntimeError(f"{name}(): Expected dtype int32/int64 for index")
    if index._a.ndim != input._a.ndim and index._a.ndim and input._a.ndim:
        raise RuntimeError(f"Index tensor must have the same number of dimensions as {'input' if name == 'gather' else 'self'} tensor")
    own, sizes = list(input._a.shape), list(index._a.shape)
    wide = [k for k, (m, n) in enumerate(zip(sizes, own)) if k != dim and m > n]
    if name == "gather" and wide:
        raise RuntimeError(f"Size does not match at dimension {wide[0]} expected index {sizes} to be no larger than self {own} apart from "
                           f"dimension {dim}")
    beyond = src is not None and any(m > n for m, n in zip(sizes, src._a.shape))
    if wide or beyond:
        raise RuntimeError(f"Expected index {sizes} to be no larger than self {own} apart from dimension {dim}"
                           + (f" and to be no larger size than src {list(src._a.shape)}" if src is not None else ""))
    if src is not None:
        _check_same(input, src, "scatter(): Expected self.dtype to be equal to src.dtype")
    n = _plain(input._a).shape[dim]
    if (index._a.min() < 0 or index._a.max() >= n):
        bad = index._a[(index._a < 0) | (index._a >= n)].ravel()[0]
        raise RuntimeError(f"index {bad} is out of bounds for dimension {dim} with size {n}")


def _check_same(input, src, text):
    if input._a.dtype != src._a.dtype:
        raise RuntimeError(text.format(input.dtype.title, src.dtype.title))


def along(index, dim):
    """The numpy key for elements index[i, j, ...] of dimension dim, own place in the others."""
    if not index.ndim:
        index = index.reshape(1)
    key = list(np.ogrid[tuple(slice(n) for n in index.shape)])
    key[dim] = index
    return tuple(key)


def _plain(array):
    """A number as an array of one element: what has no dimension is treated as if it had one."""
    return array if array.ndim else array.reshape(1)


def _part(src, index):
    """The elements of src that there are indices for."""
    return _plain(src._a)[tuple(slice(n) for n in _plain(index._a).shape)]


@op
def gather(input, dim, index, *, sparse_grad=False):
    """out[i][j] = input[i][index[i][j]] (dim=1): one element of dimension dim for each index."""
    d = input._dim(dim)
    _check_index(input, d, index)
    shape = input._a.shape
    return differentiable("GatherBackward0", _plain(input._a)[along(index._a, d)].reshape(index._a.shape) if index._a.size else
                          np.zeros(index._a.shape, input._a.dtype),
                          (input, lambda g, index, self: (_sparse().gather_backward(g, d, index, shape) if sparse_grad else
                                                          scatter_add(wrap(np.zeros(shape, g._a.dtype)), d, index, g)), index, input))


def _sparse():
    from . import sparse_coo    # late: it is in the second archive
    return sparse_coo


@op(inplace=True)
def scatter(input, dim, index, src=None, *, value=None, reduce=None):
    """input with input[i][index[i][j]] = src[i][j] (dim=1)."""
    d = input._dim(dim)
    src = value if src is None else src
    _check_index(input, d, index, "scatter", src if isinstance(src, Tensor) else None)
    if reduce is not None:
        return _scatter_by(input, d, index, src, reduce)
    out = input._a.copy()
    if not isinstance(src, Tensor):
        if index._a.size:
            _plain(out)[along(index._a, d)] = fitted(src, out.dtype)
        return differentiable("ScatterBackward1", out, (input, lambda g, index: scatter(g, d, index, 0), index))
    if index._a.size:
        _plain(out)[along(index._a, d)] = _part(src, index)
    return differentiable("ScatterBackward0", out, (input, lambda g, index: scatter(g, d, index, 0), index),
                          (src, lambda g, index: g.gather(d, index), index))


@op(inplace=True)
def scatter_add(input, dim, index, src):
    """input with input[i][index[i][j]] += src[i][j] (dim=1)."""
    d = input._dim(dim)
    _check_index(input, d, index, "scatter", src)
    out = input._a.copy()
    if index._a.size:
        np.add.at(_plain(out), along(index._a, d), _part(src, index))
    return differentiable("ScatterAddBackward0", out, (input, lambda g: g),
                          (src, lambda g, index: g.gather(d, index), index))


def _scatter_by(input, d, index, src, reduce):
    """scatter(reduce="add" or "multiply"): not differentiable, in torch neither."""
    if reduce not in ("add", "multiply"):
        raise RuntimeError("reduce argument must be either add or multiply.")
    if isinstance(src, Tensor):
        warn_once(_REDUCE_TENSOR)
    out = input._a.copy()
    values = _part(src, index) if isinstance(src, Tensor) else fitted(src, out.dtype)
    (np.add if reduce == "add" else np.multiply).at(_plain(out), along(index._a, d), values)
    return differentiable("NotImplemented", out, (input, _no_scatter), (src, _no_scatter))


def _no_scatter(g):
    raise RuntimeError("derivative for aten::scatter is not implemented")


_REDUCE_TENSOR = ("The reduce argument of torch.scatter with Tensor src is deprecated and will be removed in a future PyTorch release. Use "
                  "torch.scatter_reduce instead for more reduction options. (Triggered internally at "
                  "/__w/pytorch/pytorch/aten/src/ATen/native/TensorAdvancedIndexing.cpp:225.)")


@op
def take_along_dim(input, indices, dim=None):
    """gather with broadcasting; without dim in the flattened tensor."""
    if dim is None:
        return input.reshape(-1).gather(0, indices.reshape(-1))
    if input._a.ndim != indices._a.ndim:
        raise RuntimeError("torch.take_along_dim(): input and indices should have the same number of dimensions, but got "
                           f"{input._a.ndim} dimensions for input, and {indices._a.ndim} dimensions for indices")
    if not input._a.ndim:
        raise IndexError("Dimension specified as 0 but tensor has no dimensions")
    d = input._dim(dim)
    n = input._a.shape[d]
    if indices._a.dtype in _LONG and n:
        indices = wrap(indices._a % n)
    shape = list(np.broadcast_shapes(*(tuple(1 if k == d else n for k, n in enumerate(t.shape)) for t in (input, indices))))
    sized = lambda n: shape[:d] + [n] + shape[d + 1:]
    return input.expand(sized(input.shape[d])).gather(d, indices.expand(sized(indices.shape[d])))


def _row_key(d, index):
    return (slice(None),) * d + (np.atleast_1d(index._a),)


def _beyond(input, d, index):
    """The first of the indices that dimension d has not, or None."""
    a, n = index._a, _plain(input._a).shape[d]
    bad = a[(a < -n) | (a >= n)].ravel()
    return bad[0] if bad.size else None


@op
def index_select(input, dim, index):
    """The slices of dimension dim at `index`."""
    d, shape = input._dim(dim), input._a.shape
    if index._a.dtype not in _LONG:
        raise RuntimeError("index_select(): Expected dtype int32 or int64 for index")
    if index._a.ndim > 1:
        raise IndexError("index_select(): Index is supposed to be a vector")
    if not shape:
        return input.reshape(1).index_select(0, index).reshape(())
    if index._a.size and (index._a.min() < 0 or _beyond(input, d, index) is not None):
        raise IndexError("index out of range in self")
    return differentiable("IndexSelectBackward0", np.take(input._a, np.atleast_1d(index._a).astype(np.intp), d),
                          (input, lambda g, index: index_add(wrap(np.zeros(shape, g._a.dtype)), d, index, g), index))


@op(inplace=True)
def index_add(input, dim, index, source, *, alpha=1):
    """input with source's slices added at `index`."""
    d = input._dim(dim)
    _check_same(input, source, "index_add_(): self ({}) and source ({}) must have the same scalar type")
    if index._a.size != _plain(source._a).shape[d]:
        raise RuntimeError(f"index_add_(): Number of indices ({index._a.size}) should be equal to source.size(dim): ({_plain(source._a).shape[d]}), "
                           f"for dim: {d}")
    if (bad := _beyond(input, d, index)) is not None:
        raise RuntimeError(f"index {bad} is out of bounds for dimension {d} with size {_plain(input._a).shape[d]}")
    out = input._a.copy()
    np.add.at(_plain(out), _row_key(d, index), source._a * alpha if alpha != 1 else source._a)
    return differentiable("IndexAddBackward0", out, (input, lambda g: g),
                          (source, lambda g, index, source: _rows(g, d, index, source) * alpha, index, source))


def _rows(g, d, index, source):
    """What arrived at the slices that `source` was put in, in source's shape."""
    return g.index_select(d, index).reshape(source._a.shape) if g._a.ndim else g.expand(source._a.shape)


@op(inplace=True)
def index_fill(input, dim, index, value):
    """input with `value` in the slices at `index`."""
    d = input._dim(dim)
    out = input._a.copy()
    if index._a.dtype != np.int64:
        raise IndexError("index_fill_(): Expected dtype int64 for index.")
    if (bad := _beyond(input, d, index)) is not None:
        raise IndexError(f"index {bad} is out of bounds for dimension {d} with size {_plain(input._a).shape[d]}")
    of_tensor = isinstance(value, Tensor)
    if of_tensor and value._a.ndim:
        raise RuntimeError(f"index_fill_ only supports a 0-dimensional value tensor, but got tensor with {value._a.ndim} dimension(s).")
    _plain(out)[_row_key(d, index)] = fitted(value.detach() if of_tensor else value, out.dtype)
    spec = (input, lambda g, index: g.index_fill(d, index, 0), index)
    if not of_tensor:
        return differentiable("IndexFillBackward0", out, spec)
    return differentiable("IndexFillBackward1", out, spec, (value, lambda g, index: g.index_select(d, wrap(np.unique(index._a % max(_plain(g._a).shape[d], 1)))).sum(), index))


@op(inplace=True)
def index_copy(input, dim, index, source):
    """input with source's slices at `index`."""
    d = input._dim(dim)
    _check_same(input, source, "index_copy_(): self and source expected to have the same dtype, but got (self) {} and (source) {}")
    out = input._a.copy()
    if (bad := _beyond(input, d, index)) is not None:
        raise IndexError(f"index_copy_(): index {bad} is out of bounds for dimension {d} with size {_plain(input._a).shape[d]}")
    _plain(out)[_row_key(d, index)] = source._a
    return differentiable("IndexCopyBackward0", out, (input, lambda g, index: g.index_fill(d, index, 0), index),
                          (source, lambda g, index, source: _rows(g, d, index, source), index, source))


@op
def take(input, index):
    """Elements at flat positions."""
    shape, count = input._a.shape, input._a.size
    if index._a.dtype != np.int64:
        raise RuntimeError(f"take(): Expected a long tensor for index, but got {index.dtype.title}")
    bad = index._a[(index._a < -count) | (index._a >= count)]
    if bad.size:
        raise IndexError(f"out of range: tried to access index {bad[0]} on a tensor of {count} elements.")
    return differentiable("TakeBackward0", input._a.reshape(-1)[index._a],
                          (input, lambda g, index, self: _added(g.reshape(-1), (int(np.prod(shape)),), (index._a.reshape(-1),)).reshape(shape),
                           index, input))


@op
def masked_select(input, mask):
    """The elements where mask is True, in one dimension."""
    if mask._a.dtype.kind != "b":
        raise RuntimeError("masked_select: expected BoolTensor for mask")
    check_broadcast(mask._a, input._a)
    shape = np.broadcast_shapes(input._a.shape, mask._a.shape) or (1,)
    positions = np.broadcast_to(mask._a, shape).nonzero()
    return differentiable("MaskedSelectBackward0", np.broadcast_to(input._a, shape)[positions],
                          (input, lambda g, self, mask: _added(g, shape, positions), input, mask))


@op(inplace=True)
def masked_scatter(input, mask, source):
    """input with the elements where mask is True taken from source, in order."""
    _check_same(input, source, "masked_scatter: expected self and source to have same dtypes but got{} and {}")
    whole = np.broadcast_shapes(input._a.shape, mask._a.shape)
    if input._a.shape != whole:
        input = input.expand(whole)
    positions = np.broadcast_to(mask._a, whole or (1,)).nonzero()
    out = input._a.copy().reshape(whole)
    if positions[0].size > source._a.size:
        raise RuntimeError("Number of elements of source < number of ones in mask")
    count, shape = positions[0].size, source._a.shape
    _plain(out)[positions] = source._a.reshape(-1)[:count]
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
