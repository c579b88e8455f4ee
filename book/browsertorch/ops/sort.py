"""Sorting, selecting by rank, running sums and products."""

import numpy as np

from ..base.errors import type_name
from ..base.quiet import quiet
from ..base.return_types import named
from ..core.graph import RESULT, differentiable
from ..core.registry import function, op
from ..core.tensor import Tensor, wrap
from .arithmetic import unsupported
from .join import stack
from .reduce import _check_not_empty, _chosen, _scattered
from .shape import squeezed


def _order(a, d, descending):
    """Indices that sort along d; equal elements keep their order."""
    if not descending:
        return np.argsort(a, axis=d, kind="stable")
    flipped = np.argsort(np.flip(a, d), axis=d, kind="stable")
    return a.shape[d] - 1 - np.flip(flipped, d)


def _running(f, a, d):
    return np.ascontiguousarray(quiet(f, a, d, dtype=a.dtype)) if a.ndim else a.copy()


def _sorted(name, node, input, d, index):
    index = index.astype(np.int64)
    return _picked(name, node, input, d, index)


def _picked(name, node, input, d, index):
    indices, shape = wrap(index), input._a.shape
    values = differentiable(node, np.take_along_axis(input._a, index, d) if input._a.ndim else input._a.copy(),
                            (input, lambda g, indices: _scattered(g, indices, shape, d, True), indices))
    return named(name, values=values, indices=indices)


@op
def sort(input, dim=-1, descending=False, *, stable=False):
    """(values in order, their indices)."""
    if isinstance(dim, bool):
        dim, descending = -1, dim
    if input._a.dtype.kind == "c":
        raise RuntimeError(" Sort does not support complex dtypes on CPU")
    d = input._dim(dim)
    index = _order(input._a, d, descending) if input._a.ndim else np.zeros((), np.int64)
    return _sorted("sort", "SortBackward0", input, d, index)


@op
def argsort(input, dim=-1, descending=False, *, stable=False):
    """The indices that sort."""
    d = input._dim(dim)
    return wrap(_order(input._a, d, descending).astype(np.int64) if input._a.ndim else np.zeros((), np.int64))


@op
def msort(input):
    """sort along dimension 0, values only."""
    return sort(input, 0).values


@op
def topk(input, k, dim=-1, largest=True, sorted=True):
    """The k largest (or smallest) and their indices."""
    d = input._dim(dim)
    if not 0 <= k <= (input._a.shape[d] if input._a.ndim else 1):
        raise RuntimeError("selected index k out of range")
    index = np.take(_order(input._a, d, largest), np.arange(k), d) if input._a.ndim else np.zeros((), np.int64)
    return _sorted("topk", "TopkBackward0", input, d, index)


@op
def kthvalue(input, k, dim=-1, keepdim=False):
    """The k-th smallest and its index."""
    d = input._dim(dim)
    if not 1 <= k <= (input._a.shape[d] if input._a.ndim else 1):
        raise RuntimeError(f"kthvalue(): selected number k out of range for dimension {d}")
    return _chosen("kthvalue", "KthvalueBackward0", input, d, _rank(input._a, d, k - 1, keepdim), keepdim)


def _rank(a, d, k, keepdim):
    """The index of the element that is number k in order, along d."""
    if not a.ndim:
        return np.zeros((), np.int64)
    index = np.take(_order(a, d, False), k, d).astype(np.int64)
    return np.expand_dims(index, d) if keepdim else index


@op
def median(input, dim=None, keepdim=False):
    """The middle value (the lower of two)."""
    if dim is None:
        flat = np.sort(input._a, axis=None)
        value = flat[-1] if flat.size and flat[-1] != flat[-1] else flat[(flat.size - 1) // 2] if flat.size else np.full((), np.nan, flat.dtype)
        return differentiable("MedianBackward0", value, (input, to_the_median, input, RESULT))
    d = input._dim(dim)
    _check_not_empty("median", input._a, d)
    index = _rank(input._a, d, (input._a.shape[d] - 1) // 2 if input._a.ndim else 0, True)
    if input._a.ndim:                                   # a nan is the median
        nan = input._a != input._a
        index = np.where(nan.any(d, keepdims=True), nan.argmax(d, keepdims=True), index)
        index = index if keepdim else index.squeeze(d)
    return _chosen("median", "MedianBackward1", input, d, index, keepdim)


def to_the_median(g, self, result):
    mask = (self == result) | (self.isnan() & result.isnan())
    return g / mask.sum() * mask


# -- running along a dimension

@op(inplace=True)
def cumsum(input, dim, *, dtype=None):
    """Running sums; the gradient is the running sum from the end."""
    a = input._a if dtype is None else input._a.astype(dtype.np)
    a = a.astype(np.int64) if a.dtype.kind in "bui" else a
    d = input._dim(dim)
    return differentiable("CumsumBackward0", _running(np.cumsum, a, d),
                          (input, lambda g: g.flip(d).cumsum(d).flip(d) if g._a.ndim else g))


@op(inplace=True)
def cumprod(input, dim, *, dtype=None):
    """Running products."""
    a = input._a if dtype is None else input._a.astype(dtype.np)
    a = a.astype(np.int64) if a.dtype.kind in "bui" else a
    d = input._dim(dim)
    return differentiable("CumprodBackward0", _running(np.cumprod, a, d),
                          (input, lambda g, self, result: _cumprod_backward(g, self, result, d), input, RESULT))


def _cumprod_backward(g, x, result, d):
    """Σ over k >= j of g_k · (product of the first k factors without x_j); a table of products where a factor is 0."""
    if not x._a.ndim:
        return g
    if (x._a != 0).all():
        return (g * result).flip(d).cumsum(d).flip(d) / x
    x, g = x.movedim(d, 0), g.movedim(d, 0)
    n = x._a.shape[0]
    parts = []
    for j in range(n):
        product = x[0] * 0 + 1
        for i in range(j):
            product = product * x[i]
        total = g[j] * product
        for k in range(j + 1, n):
            product = product * x[k]
            total = total + g[k] * product
        parts.append(total)
    return stack(parts, d)


def refuse(name):
    raise NotImplementedError(f"the derivative for '{name}' is not implemented.")


def unique(input, sorted=True, return_inverse=False, return_counts=False, dim=None):
    """The different values, sorted."""
    name = "_unique2" if dim is None else "unique_dim"
    for argument, value in (("sorted", sorted), ("return_inverse", return_inverse), ("return_counts", return_counts)):
        if not isinstance(value, bool):
            raise TypeError(f"{name}(): argument '{argument}' must be bool, not {type_name(value)}")
    values, inverse, counts = np.unique(input._a, return_inverse=True, return_counts=True, axis=dim)
    out = [differentiable("Unique2Backward0" if dim is None else "UniqueDimBackward0", values, (input, lambda g: refuse(name)))]
    if return_inverse:
        out.append(wrap(inverse.reshape(input._a.shape if dim is None else -1).astype(np.int64)))
    if return_counts:
        out.append(wrap(counts.astype(np.int64)))
    return out[0] if len(out) == 1 else tuple(out)


op(unique)


@function
def isin(elements, test_elements, *, invert=False):
    """Is each element among test_elements?"""
    array = lambda t: t._a if isinstance(t, Tensor) else t
    return wrap(np.isin(array(elements), array(test_elements), invert=invert))
