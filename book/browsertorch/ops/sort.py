"""Sorting, selecting by rank, running sums and products."""

import numpy as np

from ..base.errors import type_name
from ..base.quiet import quiet, silent
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
    index = np.take(_order(input._a, d, largest), np.arange(k), d)
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
        return differentiable("MedianBackward0", value, (input, _to_the_median, input, RESULT))
    d = input._dim(dim)
    _check_not_empty("median", input._a, d)
    index = _rank(input._a, d, (input._a.shape[d] - 1) // 2 if input._a.ndim else 0, True)
    if input._a.ndim:                                   # a nan is the median
        nan = input._a != input._a
        index = np.where(nan.any(d, keepdims=True), nan.argmax(d, keepdims=True), index)
        index = index if keepdim else index.squeeze(d)
    return _chosen("median", "MedianBackward1", input, d, index, keepdim)


def _to_the_median(g, self, result):
    mask = (self == result) | (self.isnan() & result.isnan())
    return g / mask.sum() * mask


@op
def mode(input, dim=-1, keepdim=False):
    """The most frequent value (the smallest of several) and its last index."""
    d = input._dim(dim)
    _check_not_empty("mode", input._a, d)
    if not input._a.ndim:
        return _chosen("mode", "ModeBackward0", input, d, np.zeros((), np.int64), keepdim)
    moved = np.moveaxis(input._a, d, -1)
    index = np.zeros(moved.shape[:-1], np.int64)
    for at in np.ndindex(*index.shape):
        values, counts = np.unique(moved[at], return_counts=True)
        index[at] = np.flatnonzero(moved[at] == values[counts.argmax()])[-1]
    return _chosen("mode", "ModeBackward0", input, d, np.expand_dims(index, d) if keepdim else index, keepdim)


@op
def quantile(input, q, dim=None, keepdim=False, *, interpolation="linear"):
    """The values below which the fractions q lie."""
    if input._a.dtype.kind != "f" or input._a.itemsize < 4:
        raise RuntimeError("quantile() input tensor must be either float or double dtype")
    if not input._a.size:
        raise RuntimeError("quantile() input tensor must be non-empty")
    if not isinstance(q, Tensor) and not 0 <= q <= 1:
        raise RuntimeError(f"quantile() q must be in the range [0, 1] but got {q:g}")
    scalar = not isinstance(q, Tensor) or q._a.ndim == 0
    fractions = np.atleast_1d(q._a if isinstance(q, Tensor) else q).astype(input._a.dtype)
    whole = dim is None
    source = (input if input._a.ndim == 1 else input.reshape(-1)) if whole else input.movedim(dim, -1)
    ordered = sort(source, -1).values
    shape = ordered._a.shape[:-1] + fractions.shape
    last = ordered._a.shape[-1] - 1
    rank = np.where(np.isnan(ordered._a[..., -1:]), last, np.broadcast_to(fractions * last, shape))     # nan is the largest
    rank = rank.astype(ordered._a.dtype)
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
    if input._a.dtype.kind != "f":
        raise NotImplementedError(f"\"logcumsumexp_out_cpu\" not implemented for '{input.dtype.title}'")
    if not input._a.ndim:
        return input.clone()
    result = np.logaddexp.accumulate(input._a.astype(np.float64), d).astype(input._a.dtype)
    return differentiable("LogcumsumexpBackward0", result,
                          (input, lambda g, self, result: (g * (-result).exp()).flip(d).cumsum(d).flip(d) * self.exp(), input, RESULT))


@op
def diff(input, n=1, dim=-1):
    """Differences of neighbours along dim, n times."""
    if not input._a.ndim:
        raise RuntimeError("diff expects input to be at least one-dimensional")
    d = input._dim(dim)
    if n < 0:
        raise RuntimeError(f"order must be non-negative but got {n}")
    for _ in range(min(n, input._a.shape[d])):
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


def _refuse(name):
    raise NotImplementedError(f"the derivative for '{name}' is not implemented.")


def unique(input, sorted=True, return_inverse=False, return_counts=False, dim=None):
    """The different values, sorted."""
    name = "_unique2" if dim is None else "unique_dim"
    for argument, value in (("sorted", sorted), ("return_inverse", return_inverse), ("return_counts", return_counts)):
        if not isinstance(value, bool):
            raise TypeError(f"{name}(): argument '{argument}' must be bool, not {type_name(value)}")
    values, inverse, counts = np.unique(input._a, return_inverse=True, return_counts=True, axis=dim)
    out = [differentiable("Unique2Backward0" if dim is None else "UniqueDimBackward0", values, (input, lambda g: _refuse(name)))]
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
    out = [differentiable("UniqueConsecutiveBackward0", flat[new], (input, lambda g: _refuse("unique_consecutive")))]
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
    if input._a.dtype.kind not in "iu":
        unsupported("bincount", input._a)
    if input._a.ndim != 1 or input._a.size and input._a.min() < 0:
        raise RuntimeError("bincount only supports 1-d non-negative integral inputs.")
    counts = np.bincount(input._a.astype(np.intp), None if weights is None else weights._a, minlength)
    return wrap(counts if weights is not None else counts.astype(np.int64))


@op
def histc(input, bins=100, min=0, max=0):
    """Counts in `bins` equal intervals from min to max (of the data if both are 0)."""
    a = input._a
    if bins <= 0:
        raise RuntimeError(f"torch.histogram(): bins must be > 0, but got {bins} for dimension 0")
    low, high = (a.min(), a.max()) if min == max == 0 and a.size else (min, max)
    return wrap(np.histogram(a, bins, (low, high))[0].astype(a.dtype))
