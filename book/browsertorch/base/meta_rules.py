"""What numpy's functions make of a MetaArray: the result's shape and dtype, found without computing.

The dtype is what the function itself gives for a 1 in each array's place.
"""

import numpy as np

from .meta_array import MetaArray, broadcast, plain
from .missing import missing

NO_KERNEL = ("aten::{}: attempted to run this operator with Meta tensors, but there was no fake impl or Meta kernel registered. You may have "
             "run into this message while using an operator with PT2 compilation APIs (torch.compile/torch.export); in order to use this "
             "operator with those APIs you'll need to add a fake impl. Please see the following for next steps:  "
             "https://pytorch.org/tutorials/advanced/custom_ops_landing_page.html")
_rules = {}       # numpy's function: rule(function, *arguments)


def rule(*functions):
    """Decorator: what carries out these functions."""
    def register(f):
        _rules.update(dict.fromkeys(functions, f))
        return f
    return register


def _is_array(x):
    return isinstance(x, (MetaArray, np.ndarray))


def check_devices(values):
    """RuntimeError where a tensor of the CPU meets one of meta; what an operation made itself, or one number, may be of the CPU."""
    arrays = [x for x in values if isinstance(x, MetaArray) or isinstance(x, np.ndarray) and x.ndim and x.dtype.kind in "fc" and not x.dtype.metadata]
    for x in arrays:
        if x.device != arrays[0].device:
            raise RuntimeError(f"Tensor on device {x.device} is not on the expected device {arrays[0].device}!")


def one(x, ndim=0):
    """A 1 in an array's place; other things as they are."""
    return np.ones((1,) * ndim, plain(x.dtype)) if _is_array(x) else x


def _asked(f, *args, **kwargs):
    with np.errstate(all="ignore"):
        return f(*args, **kwargs)


def ordered(arrays, shape, dtype, truth=False):
    """A new array: in memory as the first of that shape that is not in row order."""
    for x in arrays:
        if x.shape == tuple(shape) and not x.flags.c_contiguous and isinstance(x, MetaArray):
            return x.like(plain(dtype))
    return MetaArray(shape, plain(dtype), truth=truth)


def _ufunc(self, ufunc, method, *inputs, out=None, **kwargs):
    """An operation element by element, or over a dimension."""
    if out is not None or method == "at":
        check_devices((*(out or ()), *inputs))
        return out[0] if out else None
    check_devices(inputs)
    if method == "reduce":
        return reduced(ufunc.reduce, inputs[0], kwargs.pop("axis", 0), **kwargs)
    if method == "accumulate":
        return inputs[0].like(_asked(ufunc.accumulate, one(inputs[0], 1)).dtype)
    arrays = [x for x in inputs if _is_array(x)]
    if method == "outer":
        return MetaArray(arrays[0].shape + arrays[1].shape, _asked(ufunc, *map(one, inputs)).dtype)
    kwargs.pop("where", None)
    if ufunc.signature:
        return _rules[ufunc](*inputs)
    result = _asked(ufunc, *map(one, inputs), **kwargs)
    shape = broadcast(*(x.shape for x in arrays))
    if isinstance(result, tuple):
        return tuple(ordered(arrays, shape, r.dtype) for r in result)
    return ordered(arrays, shape, np.asarray(result).dtype, ufunc is np.equal)


def _function(self, function, types, args, kwargs):
    """Any other function of numpy."""
    if function not in _rules:
        raise missing(f"device='meta'에서 {function.__name__}")
    return _rules[function](function, *args, **kwargs)


MetaArray.__array_ufunc__, MetaArray.__array_function__ = _ufunc, _function


# -- many elements in, fewer out

def axes_of(array, axis):
    if axis is None:
        return tuple(range(array.ndim))
    return tuple(a % array.ndim for a in (axis if isinstance(axis, tuple) else (axis,))) if array.ndim else ()


@rule(np.sum, np.prod, np.mean, np.var, np.max, np.min, np.any, np.all, np.argmax, np.argmin, np.count_nonzero, np.nansum)
def reduced(function, array, axis=None, keepdims=False, **options):
    axes = axes_of(array, axis)
    dtype = np.asarray(_asked(function, one(array, array.ndim), axis=axis, **options)).dtype
    shape = [1 if d in axes else n for d, n in enumerate(array.shape) if keepdims or d not in axes]
    return MetaArray(shape, dtype, truth=function is np.all)


@rule(np.trace)
def _trace(function, array):
    return MetaArray((), array.dtype)


# -- the same shape

@rule(np.cumsum, np.cumprod)
def _running(function, array, axis=None, **options):
    return array.like(_asked(function, one(array, 1), **options).dtype)


@rule(np.sort)
def _sorted(function, array, axis=-1, **options):
    return MetaArray((array.size,), array.dtype) if axis is None else array.like()


@rule(np.flip, np.roll, np.tril, np.triu, np.round, np.clip, np.nan_to_num, np.conj)
def _same(function, array, *args, **kwargs):
    return MetaArray(array.shape, array.dtype) if function in (np.tril, np.triu) else array.like()


@rule(np.argsort)
def _order(function, array, *args, **kwargs):
    return array.like(np.int64)


@rule(np.zeros_like, np.ones_like, np.empty_like, np.full_like)
def _like(function, array, *value, dtype=None, order="K", shape=None):
    dtype = value[-1] if len(value) == 1 + (function is np.full_like) else dtype
    dtype = array.dtype if dtype is None else np.dtype(dtype)
    return array.like(dtype, shape) if order == "K" else MetaArray(array.shape if shape is None else shape, dtype)


@rule(np.isneginf)
def _infinite(function, array):
    return array.like(bool)


@rule(np.isclose)
def _close(function, a, b, *args, **kwargs):
    return MetaArray(broadcast(a.shape, b.shape), bool)


@rule(np.where)
def _where(function, condition, x, y):
    check_devices((condition, x, y))
    arrays = [v for v in (condition, x, y) if _is_array(v)]
    dtype = np.where(True, one(x), one(y)).dtype
    return ordered(arrays, broadcast(*(a.shape for a in arrays)), dtype)


# -- other shapes

@rule(np.expand_dims)
def _expand(function, array, axis):
    axes = axis if isinstance(axis, (tuple, list)) else (axis,)
    places = {a % (array.ndim + len(axes)) for a in axes}
    shape, strides, step, d = [], [], array.itemsize, array.ndim
    for place in reversed(range(array.ndim + len(axes))):
        d -= place not in places
        n, s = (1, step) if place in places else (array.shape[d], array.strides[d])
        shape, strides, step = [n, *shape], [s, *strides], n * s
    return array.seen(shape, strides)


@rule(np.moveaxis)
def _moved(function, array, source, destination):
    many = lambda axes: [a % array.ndim for a in (axes if isinstance(axes, (tuple, list)) else (axes,))]
    source, destination = many(source), many(destination)
    order = [d for d in range(array.ndim) if d not in source]
    for to, d in sorted(zip(destination, source)):
        order.insert(to, d)
    return array.transpose(order)


@rule(np.atleast_1d)
def _at_least(function, array):
    return array if array.ndim else array.reshape(1)


@rule(np.broadcast_to)
def _broadcast(function, array, shape):
    return array.expanded(tuple(shape))


@rule(np.broadcast_arrays)
def _broadcast_all(function, *arrays):
    shape = broadcast(*(a.shape for a in arrays))
    return tuple(np.broadcast_to(a, shape) for a in arrays)


@rule(np.concatenate)
def _joined(function, arrays, axis=0):
    check_devices(arrays)
    shape = list(arrays[0].shape)
    shape[axis] = sum(a.shape[axis] for a in arrays)
    return MetaArray(shape, np.result_type(*map(one, arrays)))


@rule(np.stack)
def _stacked(function, arrays, axis=0):
    check_devices(arrays)
    shape = list(arrays[0].shape)
    shape.insert(axis % (len(shape) + 1), len(arrays))
    return MetaArray(shape, np.result_type(*map(one, arrays)))


@rule(np.repeat)
def _repeated(function, array, repeats, axis=None):
    array = array.reshape(-1) if axis is None else array
    axis, total = axis or 0, int(np.sum(np.broadcast_to(repeats, array.shape[axis or 0])))
    return MetaArray([total if d == axis % array.ndim else n for d, n in enumerate(array.shape)], array.dtype)


@rule(np.tile)
def _tiled(function, array, times):
    n = max(len(times), array.ndim)
    times, shape = (1,) * (n - len(times)) + tuple(times), (1,) * (n - array.ndim) + array.shape
    return MetaArray([a * b for a, b in zip(times, shape)], array.dtype)


@rule(np.diff)
def _differences(function, array, n=1, axis=-1):
    return MetaArray([m - n * (d == axis % array.ndim) for d, m in enumerate(array.shape)], array.dtype)


@rule(np.diag)
def _diagonal(function, array, k=0):
    return array.diagonal(k) if array.ndim == 2 else MetaArray((array.size + abs(k),) * 2, array.dtype)


@rule(np.rot90)
def _turned(function, array, k, axes):
    return array.swapaxes(*axes).copy("K") if k % 2 else array.like()


@rule(np.cross)
def _crossed(function, a, b, axis=-1):
    return MetaArray(broadcast(a.shape, b.shape), np.result_type(one(a), one(b)))


@rule(np.lib.stride_tricks.sliding_window_view)
def _windows(function, array, size, axis, writeable=False):
    shape = [n - (size - 1) * (d == axis) for d, n in enumerate(array.shape)]
    return array.seen([*shape, size], [*array.strides, array.strides[axis]])


@rule(np.take)
def _taken(function, array, indices, axis):
    axis %= array.ndim
    return MetaArray((*array.shape[:axis], *np.shape(indices), *array.shape[axis + 1:]), array.dtype)


@rule(np.take_along_axis)
def _along(function, array, indices, axis):
    return MetaArray(indices.shape, array.dtype)


@rule(np.unravel_index)
def _unravelled(function, indices, shape):
    return tuple(indices.like() for _ in shape)


@rule(np.bincount)
def _counted(function, array, weights=None, minlength=0):
    return MetaArray((minlength,), np.float64)


@rule(np.argwhere, np.flatnonzero)
def _places(function, array):
    return array.nonzero()


@rule(np.unique)
def _distinct(function, array, *args, **kwargs):
    raise NotImplementedError(NO_KERNEL.format("_unique2"))


@rule(np.put_along_axis)
def _nothing(function, *args, **kwargs):
    return None


@rule(np.may_share_memory)
def _share(function, a, b):
    root = lambda x: x if x.base is None else x.base
    return root(a) is root(b)


@rule(np.result_type)
def _common(function, *values):
    return np.result_type(*(one(v) if _is_array(v) else v for v in values))


@rule(np.size)
def _size(function, array):
    return array.size


# -- products

@rule(np.matmul, np.dot)
def _product(*args):
    a, b = args[-2:]
    check_devices((a, b))
    dtype = np.result_type(one(a), one(b))
    if not a.ndim or not b.ndim:
        return MetaArray(a.shape + b.shape, dtype)
    batch = broadcast(a.shape[:-2], b.shape[:-2])
    return MetaArray((*batch, *a.shape[-2:-1], *(b.shape[-1:] if b.ndim > 1 else ())), dtype)


@rule(np.outer)
def _outer(function, a, b):
    return MetaArray((a.size, b.size), np.result_type(one(a), one(b)))


@rule(np.linalg.inv, np.linalg.cholesky)
def _matrix(function, array):
    return MetaArray(array.shape, array.dtype)


@rule(np.linalg.solve)
def _solved(function, a, b):
    return MetaArray(b.shape, b.dtype)


@rule(np.linalg.det)
def _determinant(function, array):
    return MetaArray(array.shape[:-2], array.dtype)


@rule(np.linalg.slogdet)
def _signed(function, array):
    return _determinant(function, array), _determinant(function, array)


@rule(np.linalg.qr)
def _orthogonal(function, array, mode="reduced"):
    *batch, n, m = array.shape
    k = n if mode == "complete" else min(n, m)
    return MetaArray((*batch, n, k), array.dtype), MetaArray((*batch, k, m), array.dtype)


@rule(np.linalg.svd)
def _singular(function, array, full_matrices=True, compute_uv=True):
    *batch, n, m = array.shape
    k = min(n, m)
    values = MetaArray((*batch, k), array.dtype)
    if not compute_uv:
        return values
    return (MetaArray((*batch, n, n if full_matrices else k), array.dtype), values,
            MetaArray((*batch, m if full_matrices else k, m), array.dtype))


@rule(np.linalg.eigh)
def _symmetric(function, array, *args):
    return MetaArray(array.shape[:-1], array.dtype), MetaArray(array.shape, array.dtype)


# -- the same as methods

def _method(function):
    return lambda self, *args, **kwargs: function(self, *args, **kwargs)


for _name in "sum prod mean var max min any all argmax cumsum cumprod argsort clip round take repeat dot".split():
    setattr(MetaArray, _name, _method(getattr(np, _name)))
for _name in ("real", "imag"):
    setattr(MetaArray, _name, property(lambda self: self if self.dtype.kind != "c" else self.like(one(self).real.dtype), lambda self, value: None))
MetaArray.conj = MetaArray.conjugate = MetaArray.like
del _name
