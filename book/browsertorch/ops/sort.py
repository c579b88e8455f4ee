"""Sorting, selecting by rank, running sums and products."""

import numpy as np

from ..base.errors import type_name
from ..base.quiet import quiet, silent
from ..base.return_types import named
from ..core.graph import RESULT, differentiable
from ..core.registry import function, op
from ..core.tensor import Tensor, wrap
from .arithmetic import unsupported
from .join import cat, stack
from .reduce import _check_not_empty, _chosen, _scattered
from .shape import squeezed
from .where import where


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


def _cumulative(name, better):
    def run(input, dim):
        d = input._dim(dim)
        if not input._a.ndim:
            return _sorted(name, name.capitalize() + "Backward0", input, d, np.zeros((), np.int64))
        a = np.moveaxis(input._a, d, 0)
        index = np.zeros(a.shape, np.int64)
        best = a[0].copy() if a.shape[0] else a
        at = np.zeros(a.shape[1:], np.int64)
        for i in range(a.shape[0]):
            take = (better(a[i], best) & (best == best)) | (a[i] != a[i])       # a nan stays
            best, at = np.where(take, a[i], best), np.where(take, i, at)
            index[i] = at
        return _sorted(name, name.capitalize() + "Backward0", input, d, np.ascontiguousarray(np.moveaxis(index, 0, d)))
    run.__name__ = name
    run.__doc__ = f"(running {name[3:]}, its index)."
    return op(run)


_cumulative("cummax", np.greater_equal)
_cumulative("cummin", np.less_equal)


@op
@silent
def logcumsumexp(input, dim):
    """log of the running sum of e^x."""
    d = input._dim(dim)
    if input._a.dtype.kind != "f":
        raise NotImplementedError(f"\"logcumsumexp_out_cpu\" not implemented for '{input.dtype.title}'")
    if not input._a.ndim:
        return input.clone()
    result = np.logaddexp.accumulate(input._a.astype(np.float64), d).astype(input._a.dtype)
    return differentiable("LogcumsumexpBackward0", result,
                          (input, lambda g, self, result: _logcumsumexp_backward(g, self, result, d), input, RESULT))


def _logcumsumexp_backward(g, x, result, d):
    """Σ over k >= j of g_k · e^(x_j - result_k), by logarithms: e^x alone would be too large."""
    part = lambda g: (logcumsumexp((where(g > 0, g, 0.0).log() - result).flip(d), d).flip(d) + x).exp()
    return part(g) - part(-g)


@op
def diff(input, n=1, dim=-1, prepend=None, append=None):
    """Differences of neighbours along dim, n times; prepend and append stand before and after."""
    if not input._a.ndim:
        raise RuntimeError("diff expects input to be at least one-dimensional")
    d = input._dim(dim)
    if n < 0:
        raise RuntimeError(f"order must be non-negative but got {n}")
    for t in (prepend, append):
        _check_beside(input, t, d)
    around = [t for t in (prepend, input, append) if t is not None]
    if n and len(around) > 1:
        input = cat(around, d)
    if not n:
        return differentiable("CopyBackwards", input._a.copy(), (input, lambda g: g))
    for _ in range(min(n, input._a.shape[d])):
        length = input._a.shape[d]
        after, before = input.narrow(d, 1, length - 1), input.narrow(d, 0, length - 1)
        input = after ^ before if input._a.dtype.kind == "b" else after - before
    return input


def _check_beside(input, t, d):
    """May t stand before or after input in diff?"""
    if t is None:
        return
    if t._a.ndim != input._a.ndim:
        raise RuntimeError("diff expects prepend or append to be the same dimension as input")
    for k, (n, m) in enumerate(zip(input._a.shape, t._a.shape)):
        if n != m and k != d:
            raise RuntimeError("diff expects the shape of tensor to prepend or append to match that of input except along the differencing "
                               f"dimension; input.size({k}) = {n}, but got tensor.size({k}) = {m}")


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
