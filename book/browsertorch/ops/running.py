"""Running along a dimension, of seldom use: cummax, cummin, logcumsumexp and diff."""

import numpy as np

from ..base.quiet import silent
from ..core.graph import RESULT, differentiable
from ..core.registry import op
from .join import cat
from .sort import _sorted
from .where import where


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
