"""Elements brought together at positions: scatter_reduce and index_reduce. Read when one of them is named."""

import numpy as np

from ..base.modes import warn_once
from ..base.quiet import silent
from ..core.graph import RESULT, differentiable
from ..core.registry import op
from .creation import ones, zeros
from .gather import _check_index, _part, _plain, _row_key, along
from .where import where

_UFUNCS = {"sum": np.add, "mean": np.add, "prod": np.multiply, "amax": np.maximum, "amin": np.minimum}
_BETA = ("index_reduce() is in beta and the API may change at any time. (Triggered internally at "
         "/__w/pytorch/pytorch/aten/src/ATen/native/TensorAdvancedIndexing.cpp:1523.)")


def _nothing(reduce, dtype):
    """The number that changes nothing in a reduction."""
    if reduce in ("sum", "mean", "prod"):
        return int(reduce == "prod")
    limits = np.iinfo(dtype) if dtype.kind in "iu" else None
    if reduce == "amax":
        return -np.inf if limits is None else limits.min
    return np.inf if limits is None else limits.max


@silent
def _reduced(a, key, values, reduce, include_self):
    """The array a with the values brought together at the places of the key."""
    out = a.copy()
    flat = _plain(out)
    if not include_self:
        flat[key] = _nothing(reduce, a.dtype)
    _UFUNCS[reduce].at(flat, key, values)
    if reduce == "mean":
        count = np.full(flat.shape, int(include_self), a.dtype)
        np.add.at(count, key, 1)
        count[count == 0] = 1
        np.floor_divide(flat, count, out=flat) if a.dtype.kind in "iu" else np.divide(flat, count, out=flat)
    return out


class _At:
    """One way of naming places: what is taken from there, what is added there, and how they are emptied."""

    def __init__(self, name, take, add, empty, again):
        self.name, self.take, self.add, self.empty, self.again = name, take, add, empty, again


def _for_self(g, self, index, src, result, at, reduce, include_self):
    if reduce == "mean":
        g = g / _count(self, src, at, include_self)
    elif reduce == "prod":
        others = self.masked_fill(self == 0, 1)
        g = g * at.again(others, src) / others
    elif reduce != "sum":
        g = (self == result) * _shared(g, self, src, result, at)
    return g if include_self else at.empty(g)


def _for_src(g, self, index, src, result, at, reduce, include_self):
    if reduce == "mean":
        return at.take(g) / at.take(_count(self, src, at, include_self))
    if reduce == "prod":
        empty = src == 0
        zeros_there = at.take(at.add(zeros(self._a.shape, dtype=self.dtype), empty.to(self.dtype)))
        alone = empty & (zeros_there == 1)
        without = at.again(self, src.masked_fill(alone, 1))
        gradient = where(alone, at.take(g * without), at.take(g * result) / src.masked_fill(empty, 1))
        return _refused_again(at.name, gradient) if (zeros_there._a > 1).any() else gradient
    if reduce != "sum":
        return (src == at.take(result)) * at.take(_shared(g, self, src, result, at))
    return at.take(g)


def _refused_again(name, gradient):
    """The gradient, whose own derivative is an error."""
    what = "src" if name == "scatter_reduce" else "source"

    def refuse(g):
        raise RuntimeError(f"{name}(): Double backward is unsupported for {what} when >1 zeros in {what} are scattered to the same position in self")

    return differentiable("Error", gradient._a, (gradient, refuse))


def _count(self, src, at, include_self):
    """How many numbers each mean is of."""
    count = at.add((ones if include_self else zeros)(self._a.shape, dtype=self.dtype), ones(src._a.shape, dtype=src.dtype))
    return count.masked_fill(count == 0, 1)


def _shared(g, self, src, result, at):
    """Equal ones share the gradient of the largest or smallest."""
    return g / at.add((self == result).to(self.dtype), (src == at.take(result)).to(self.dtype))


def _reduce(node, input, index, src, out, at, reduce, include_self):
    saved, how = (input, index, src, RESULT), (reduce, include_self)
    return differentiable(node, out,
                          (input, lambda g, self, index, src, result: _for_self(g, self, index, src, result, at(index), *how), *saved),
                          (src, lambda g, self, index, src, result: _for_src(g, self, index, src, result, at(index), *how), *saved))


@op(inplace=True)
def scatter_reduce(input, dim, index, src, reduce, *, include_self=True):
    """input with src's elements at index[i][j] (dim=1) summed, multiplied, averaged, or only the largest or smallest kept."""
    if reduce not in _UFUNCS:
        raise RuntimeError(f"reduce argument must be either sum, prod, mean, amax or amin, got {reduce}")
    d = input._dim(dim)
    _check_index(input, d, index, "scatter", src)
    out = _reduced(input._a, along(index._a, d), _part(src, index), reduce, include_self) if index._a.size else input._a.copy()

    def at(index):
        return _At("scatter_reduce", lambda t: t.gather(d, index), lambda t, u: t.scatter_add(d, index, u), lambda t: t.scatter(d, index, 0),
                   lambda t, u: scatter_reduce(t, d, index, u, reduce, include_self=include_self))

    return _reduce("ScatterReduceBackward0", input, index, src, out, at, reduce, include_self)


@op(inplace=True)
def index_reduce(input, dim, index, source, reduce, *, include_self=True):
    """input with source's slices at `index` multiplied, averaged, or only the largest or smallest elements kept."""
    if reduce not in _UFUNCS or reduce == "sum":
        raise RuntimeError(f"index_reduce(): Expected reduce to be one of prod, mean, amax or amin but got {reduce}.")
    warn_once(_BETA)
    d = input._dim(dim)
    out, shape = _reduced(input._a, _row_key(d, index), source._a, reduce, include_self), source._a.shape

    def at(index):
        return _At("index_reduce", lambda t: t.index_select(d, index).reshape(shape), lambda t, u: t.index_add(d, index, u),
                   lambda t: t.index_fill(d, index, 0),
                   lambda t, u: index_reduce(t, d, index, u, reduce, include_self=include_self))

    return _reduce("IndexReduceBackward0", input, index, source, out, at, reduce, include_self)
