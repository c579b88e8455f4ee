"""Sorting, selecting by rank, running sums and products."""

import numpy as np

from .engine import RESULT, differentiable
from .ops_reduce import _chosen, _scattered
from .ops_shape import squeezed
from .quiet import quiet, silent
from .registry import function, op
from .return_types import named
from .tensor import Tensor, wrap


def _order(a, d, descending):
    """Indices that sort along d; equal elements keep their order."""
    if not descending:
        return np.argsort(a, axis=d, kind="stable")
    flipped = np.argsort(np.flip(a, d), axis=d, kind="stable")
    return a.shape[d] - 1 - np.flip(flipped, d)


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
    d = input._dim(dim)
    index = _order(input._a, d, descending) if input._a.ndim else np.zeros((), np.int64)
    return _sorted("sort", "SortBackward0", input, d, index)


@op
def argsort(input, dim=-1, descending=False, *, stable=False):
    """The indices that sort."""
    return wrap(_order(input._a, input._dim(dim), descending).astype(np.int64))


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
    index = np.take(_order(input._a, d, largest), np.arange(k), d)
    return _sorted("topk", "TopkBackward0", input, d, index)


@op
def kthvalue(input, k, dim=-1, keepdim=False):
    """The k-th smallest and its index."""
    d = input._dim(dim)
    index = np.take(_order(input._a, d, False), k - 1, d).astype(np.int64)
    return _chosen("kthvalue", "KthvalueBackward0", input, d, np.expand_dims(index, d) if keepdim else index, keepdim)


@op
def median(input, dim=None, keepdim=False):
    """The middle value (the lower of two)."""
    if dim is None:
        flat = input._a.reshape(-1)
        value = np.sort(flat)[(flat.size - 1) // 2] if flat.size else np.nan
        return differentiable("MedianBackward0", value, (input, _to_the_median, input, RESULT))
    d = input._dim(dim)
    n = input._a.shape[d]
    index = np.take(_order(input._a, d, False), (n - 1) // 2, d).astype(np.int64)
    return _chosen("median", "MedianBackward1", input, d, np.expand_dims(index, d) if keepdim else index, keepdim)


def _to_the_median(g, self, result):
    mask = self == result
    return g / mask.sum() * mask


@op
def mode(input, dim=-1, keepdim=False):
    """The most frequent value (the smallest of several) and its last index."""
    d = input._dim(dim)
    moved = np.moveaxis(input._a, d, -1)
    index = np.zeros(moved.shape[:-1], np.int64)
    for at in np.ndindex(*index.shape):
        values, counts = np.unique(moved[at], return_counts=True)
        index[at] = np.flatnonzero(moved[at] == values[counts.argmax()])[-1]
    return _chosen("mode", "ModeBackward0", input, d, np.expand_dims(index, d) if keepdim else index, keepdim)


@op
def quantile(input, q, dim=None, keepdim=False, *, interpolation="linear"):
    """The values below which the fractions q lie."""
    scalar = not isinstance(q, Tensor) or q._a.ndim == 0
    fractions = np.atleast_1d(q._a if isinstance(q, Tensor) else q).astype(input._a.dtype)
    whole = dim is None
    source = (input if input._a.ndim == 1 else input.reshape(-1)) if whole else input.movedim(dim, -1)
    ordered = sort(source, -1).values
    shape = ordered._a.shape[:-1] + fractions.shape
    rank = np.broadcast_to(fractions * (ordered._a.shape[-1] - 1), shape)
    low, high = (wrap(f(rank).astype(np.int64)) for f in (np.floor, np.ceil))
    out = ordered.gather(-1, low).lerp(ordered.gather(-1, high), wrap(rank - np.floor(rank)))
    if keepdim:
        out = out.reshape((1,) * input._a.ndim + fractions.shape) if whole else out.unsqueeze(input._dim(dim))
    return squeezed(out if scalar else out.unsqueeze(0).transpose(0, -1), -1)


# -- running along a dimension

@op(inplace=True)
def cumsum(input, dim, *, dtype=None):
    """Running sums; the gradient is the running sum from the end."""
    a = input._a if dtype is None else input._a.astype(dtype.np)
    a = a.astype(np.int64) if a.dtype.kind in "bui" else a
    d = input._dim(dim)
    return differentiable("CumsumBackward0", quiet(np.cumsum, a, d, dtype=a.dtype) if a.ndim else a.copy(),
                          (input, lambda g: g.flip(d).cumsum(d).flip(d) if g._a.ndim else g))


@op(inplace=True)
def cumprod(input, dim, *, dtype=None):
    """Running products."""
    a = input._a if dtype is None else input._a.astype(dtype.np)
    a = a.astype(np.int64) if a.dtype.kind in "bui" else a
    d = input._dim(dim)
    return differentiable("CumprodBackward0", quiet(np.cumprod, a, d, dtype=a.dtype) if a.ndim else a.copy(),
                          (input, lambda g, self, result: _cumprod_backward(g, self, result, d), input, RESULT))


def _cumprod_backward(g, x, result, d):
    """Σ over k >= j of g_k · (product of the first k factors without x_j); a table of products where a factor is 0."""
    if not x._a.ndim:
        return g
    if (x._a != 0).all():
        return (g * result).flip(d).cumsum(d).flip(d) / x
    from .ops_join import stack
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
    return stack(parts, 0).movedim(0, d)


def _cumulative(name, better):
    def run(input, dim):
        d = input._dim(dim)
        a = np.moveaxis(input._a, d, 0)
        index = np.zeros(a.shape, np.int64)
        best = a[0].copy() if a.shape[0] else a
        at = np.zeros(a.shape[1:], np.int64)
        for i in range(a.shape[0]):
            take = better(a[i], best)
            best, at = np.where(take, a[i], best), np.where(take, i, at)
            index[i] = at
        return _sorted(name, name.capitalize() + "Backward0", input, d, np.moveaxis(index, 0, d))
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
    result = np.logaddexp.accumulate(input._a.astype(np.float64), d).astype(input._a.dtype)
    return differentiable("LogcumsumexpBackward0", result,
                          (input, lambda g, self, result: (g * (-result).exp()).flip(d).cumsum(d).flip(d) * self.exp(), input, RESULT))


@op
def diff(input, n=1, dim=-1):
    """Differences of neighbours along dim, n times."""
    d = input._dim(dim)
    for _ in range(n):
        length = input._a.shape[d]
        input = input.narrow(d, 1, length - 1) - input.narrow(d, 0, length - 1)
    return input


@function
def trapezoid(y, x=None, *, dx=None, dim=-1):
    """The integral of y by trapezoids."""
    n = y._a.shape[dim]
    pairs = y.narrow(dim, 0, n - 1) + y.narrow(dim, 1, n - 1)
    if x is not None:
        return (pairs * x.diff()).sum(dim) / 2.0
    total = pairs.sum(dim)
    factor = (1 if dx is None else dx) / 2.0
    return differentiable("MulBackward1", total._a * total._a.dtype.type(factor), (total, lambda g: g * factor))


function(trapezoid, "trapz")


def unique(input, sorted=True, return_inverse=False, return_counts=False, dim=None):
    """The different values, sorted."""
    values, inverse, counts = np.unique(input._a, return_inverse=True, return_counts=True, axis=dim)
    out = [wrap(values)]
    if return_inverse:
        out.append(wrap(inverse.reshape(input._a.shape if dim is None else -1).astype(np.int64)))
    if return_counts:
        out.append(wrap(counts.astype(np.int64)))
    return out[0] if len(out) == 1 else tuple(out)


op(unique)


@op
def unique_consecutive(input, return_inverse=False, return_counts=False):
    """Runs of equal values as one."""
    flat = input._a.reshape(-1)
    new = np.concatenate([[True], flat[1:] != flat[:-1]]) if flat.size else np.zeros(0, bool)
    out = [wrap(flat[new])]
    if return_inverse:
        out.append(wrap((np.cumsum(new) - 1).astype(np.int64)))
    if return_counts:
        out.append(wrap(np.diff(np.append(np.flatnonzero(new), flat.size)).astype(np.int64)))
    return out[0] if len(out) == 1 else tuple(out)


@function
def searchsorted(sorted_sequence, values, *, right=False, side=None):
    """Where values would be put to keep the order (one-dimensional sequences)."""
    found = np.searchsorted(sorted_sequence._a, values._a if isinstance(values, Tensor) else values,
                            "right" if right or side == "right" else "left")
    return wrap(np.asarray(found, np.int64))


@function
def bucketize(input, boundaries, *, right=False):
    """The interval each element lies in."""
    return searchsorted(boundaries, input, right=right)


@function
def isin(elements, test_elements, *, invert=False):
    """Is each element among test_elements?"""
    array = lambda t: t._a if isinstance(t, Tensor) else t
    return wrap(np.isin(array(elements), array(test_elements), invert=invert))


@op
def bincount(input, weights=None, minlength=0):
    """How often each non-negative integer occurs."""
    counts = np.bincount(input._a.astype(np.intp), None if weights is None else weights._a, minlength)
    return wrap(counts if weights is not None else counts.astype(np.int64))


@op
def histc(input, bins=100, min=0, max=0):
    """Counts in `bins` equal intervals from min to max (of the data if both are 0)."""
    a = input._a
    low, high = (a.min(), a.max()) if min == max == 0 else (min, max)
    return wrap(np.histogram(a, bins, (low, high))[0].astype(a.dtype))
