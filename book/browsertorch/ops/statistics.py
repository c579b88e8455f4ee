"""Statistics that few programs ask for: quantiles, modes, covariances, histograms, integrals. Read when one of them is named."""

import numpy as np

from ..base.dtypes import get_default_dtype
from ..base.modes import warn_once
from ..core.graph import RESULT, differentiable
from ..core.registry import function, op
from ..core.tensor import Tensor, wrap
from .arithmetic import unsupported
from .reduce import _check_not_empty, _chosen
from .shape import squeezed
from .sort import _order, sort, to_the_median


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


_INTERPOLATIONS = ("linear", "lower", "higher", "midpoint", "nearest")


@op
def quantile(input, q, dim=None, keepdim=False, *, interpolation="linear"):
    """The values below which the fractions q lie; interpolation says what lies between two."""
    return _quantile("quantile", input, q, dim, keepdim, interpolation)


@op
def nanquantile(input, q, dim=None, keepdim=False, *, interpolation="linear"):
    """quantile of what is not nan."""
    return _quantile("nanquantile", input, q, dim, keepdim, interpolation)


def _quantile(name, input, q, dim, keepdim, interpolation):
    if input._a.dtype.kind != "f" or input._a.itemsize < 4:
        raise RuntimeError(f"{name}() input tensor must be either float or double dtype")
    if not input._a.size:
        raise RuntimeError(f"{name}() input tensor must be non-empty")
    if interpolation not in _INTERPOLATIONS:
        raise RuntimeError(f"quantile() interpolation must be one of linear, lower, higher, midpoint or nearest, but got {interpolation}")
    if not isinstance(q, Tensor) and not 0 <= q <= 1:
        raise RuntimeError(f"quantile() q must be in the range [0, 1] but got {q:g}")
    scalar = not isinstance(q, Tensor) or q._a.ndim == 0
    fractions = np.atleast_1d(q._a if isinstance(q, Tensor) else q).astype(input._a.dtype)
    whole = dim is None or not input._a.ndim
    source = (input if input._a.ndim == 1 else input.reshape(-1)) if whole else input.movedim(dim, -1)
    ordered = sort(source, -1).values
    shape, nan = ordered._a.shape[:-1] + fractions.shape, np.isnan(ordered._a)
    if name == "quantile":          # nan is the largest
        last = ordered._a.shape[-1] - 1
        rank = np.where(nan[..., -1:], last, np.broadcast_to(fractions * last, shape))
    else:
        rank = np.maximum(fractions * ((~nan).sum(-1, keepdims=True) - 1), 0)
    rank = rank.astype(ordered._a.dtype)
    rank = {"lower": np.floor, "higher": np.ceil, "nearest": np.round}.get(interpolation, np.array)(rank)
    out = ordered.gather(-1, wrap(np.floor(rank).astype(np.int64)))
    if interpolation in ("linear", "midpoint"):
        weight = rank - np.floor(rank) if interpolation == "linear" else np.full_like(rank, 0.5)
        out = out.lerp(ordered.gather(-1, wrap(np.ceil(rank).astype(np.int64))), wrap(weight))
    if keepdim:
        out = out.reshape((1,) * input._a.ndim + fractions.shape) if whole else out.unsqueeze(input._dim(dim))
    return squeezed(out if scalar else out.unsqueeze(0).transpose(0, -1), -1)


@op
def nanmedian(input, dim=None, keepdim=False):
    """The middle value of what is not nan (the lower of two)."""
    a, nan = input._a, np.isnan(input._a) if input._a.dtype.kind == "f" else np.zeros(input._a.shape, bool)
    if dim is None:
        flat = np.sort(a[~nan], axis=None)
        value = flat[(flat.size - 1) // 2] if flat.size else np.full((), np.nan, a.dtype)
        return differentiable("NanmedianBackward0", value, (input, to_the_median, input, RESULT))
    d = input._dim(dim)
    _check_not_empty("median", a, d)
    if not a.ndim:
        return _chosen("nanmedian", "NanmedianBackward1", input, d, np.zeros((), np.int64), keepdim)
    middle = np.maximum((~nan).sum(d, keepdims=True) - 1, 0) // 2
    index = np.take_along_axis(_order(a, d, False), middle, d).astype(np.int64)
    return _chosen("nanmedian", "NanmedianBackward1", input, d, index if keepdim else index.squeeze(d), keepdim)


@op
def cov(input, *, correction=1, fweights=None, aweights=None):
    """The covariances of the rows; the columns count as often as fweights says, and as much as aweights says."""
    x = input.reshape(1, -1) if input._a.ndim < 2 else input
    x = x if x._a.dtype.kind in "fc" else x.to(get_default_dtype())
    if fweights is None and aweights is None:
        centred = x - x.mean(1, keepdim=True)
        return (centred @ centred.t() / _free(x._a.shape[1] - correction)).squeeze()
    weights = fweights if aweights is None else aweights if fweights is None else fweights * aweights
    whole = weights.sum()
    centred = x - (x * weights).sum(1, keepdim=True) / whole
    free = whole - correction * ((weights * aweights).sum() / whole if aweights is not None else 1)
    return ((centred * weights) @ centred.t() / _free(free)).squeeze()


def _free(number):
    """The degrees of freedom, at least 0."""
    if number <= 0:
        warn_once("cov(): degrees of freedom is <= 0. Correction should be strictly less than the number of observations. (Triggered "
                  "internally at /__w/pytorch/pytorch/aten/src/ATen/native/Correlation.cpp:129.)")
        return 0
    return number


@op
def corrcoef(input):
    """The correlations of the rows."""
    c = cov(input)
    if not c._a.ndim:
        return c / c
    s = c.diag().sqrt()
    return (c / s.unsqueeze(1) / s.unsqueeze(0)).clamp(-1, 1)


@function
def trapezoid(y, x=None, *, dx=None, dim=-1):
    """The integral of y by trapezoids."""
    n = y._a.shape[dim]
    if not n:
        return y.sum(dim)
    pairs = y.narrow(dim, 0, n - 1) + y.narrow(dim, 1, n - 1)
    if x is not None:
        widths = x.diff(dim=dim if x._a.ndim == y._a.ndim else -1)
        if x._a.ndim != y._a.ndim:      # the same widths for all
            widths = widths.reshape([-1 if d == y._dim(dim) else 1 for d in range(y._a.ndim)])
        return (pairs * widths).sum(dim) / 2.0
    total = pairs.sum(dim)
    factor = (1 if dx is None else dx) / 2.0
    return differentiable("MulBackward1", total._a * total._a.dtype.type(factor), (total, lambda g: g * factor))


function(trapezoid, "trapz")


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
