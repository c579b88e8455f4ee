"""Reductions: many elements in, fewer out."""

import math
import operator
import warnings

import numpy as np

from ..base import dtypes
from ..base.quiet import quiet, silent
from ..base.return_types import named
from ..core.graph import RESULT, differentiable
from ..core.registry import function, method, op
from ..core.sums import broadcast_dims, sum_over, total
from ..core.tensor import Tensor, wrap
from .arithmetic import scaled
from .join import cat
from .shape import expanded


def axes(input, dim):
    """dim (None, int or several) as a tuple of dimensions counted from the front."""
    if dim is None:
        return tuple(range(input._a.ndim))
    if isinstance(dim, (int, Tensor)):
        d = input._dim(int(dim))
        return (d,) if input._a.ndim else ()
    dims = tuple(input._dim(int(d)) for d in dim)
    if len(set(dims)) != len(dims):
        raise RuntimeError(f"dim {next(d for d in dims if dims.count(d) > 1)} appears multiple times in the list of dims")
    return dims if dims and input._a.ndim else tuple(range(input._a.ndim))


def back(g, shape, dims, keepdim):
    """A reduced gradient at its summands' places again."""
    if not keepdim and shape:
        g = g.reshape(tuple(1 if i in dims else n for i, n in enumerate(shape)))
    return expanded(g, shape)


@op
def sum(input, dim=None, keepdim=False, *, dtype=None):
    """The sum over dim (without it: of all). The gradient of each summand is the gradient of its sum."""
    a = input._a
    if dtype is not None:
        a = a.astype(dtype.np)
    elif a.dtype.kind in "bui":
        a = a.astype(np.int64)
    shape = a.shape
    if dim is None:
        return differentiable("SumBackward0", total(a, None), (input, lambda g: expanded(g, shape)))
    dims = axes(input, dim)
    return differentiable("SumBackward1", total(a, dims, keepdim), (input, lambda g: back(g, shape, dims, keepdim)))


@method
def sum_to_size(input, *size):
    """Sum over broadcast dimensions, so that the result has shape `size`."""
    if not size:
        raise TypeError("no lengths")         # calls.py says it in torch's words
    size = tuple(size[0]) if len(size) == 1 and not isinstance(size[0], int) else size
    dims = broadcast_dims(size, input._a.shape)
    if dims is None:
        raise RuntimeError(f"size {{{list(size)}}} is not expandable to size {{{list(input._a.shape)}}}.")
    return sum_over(input, dims, size) if dims else input


@op
def mean(input, dim=None, keepdim=False, *, dtype=None):
    """The mean over dim (without it: of all)."""
    a = input._a if dtype is None else input._a.astype(dtype.np)
    if a.dtype.kind not in "fc":
        raise RuntimeError(f"mean(): could not infer output dtype. {'Input' if dtype is None else 'Optional'} dtype must be either a floating "
                           f"point or complex dtype. Got: {(dtype or input.dtype).title}")
    shape = a.shape
    if dim is None:
        count = a.size
        return differentiable("MeanBackward0", quiet(operator.truediv, total(a, None), a.dtype.type(count)), (input, lambda g: expanded(g, shape) / count))
    dims = axes(input, dim)
    count = math.prod(shape[d] for d in dims)
    return differentiable("MeanBackward1", quiet(np.divide, total(a, dims, keepdim), a.dtype.type(count)),
                          (input, lambda g: back(g, shape, dims, keepdim) / count))


@op
def prod(input, dim=None, keepdim=False, *, dtype=None):
    """The product; the gradient of a factor is the product of the others."""
    a = input._a if dtype is None else input._a.astype(dtype.np)
    a = a.astype(np.int64) if a.dtype.kind in "bui" else a
    if dim is None:
        return differentiable("ProdBackward0", quiet(np.multiply.reduce, a, axis=None),
                              (input, lambda g, self, result: g * _product_of_others(self.reshape(-1), 0).reshape(self.shape), input, RESULT))
    d = input._dim(dim)
    if not a.ndim:
        return differentiable("ProdBackward1*", a.copy(), (input, lambda g: g))
    return differentiable("ProdBackward1", quiet(np.multiply.reduce, a, axis=d, keepdims=keepdim),
                          (input, lambda g, self, result: (g if keepdim else g.unsqueeze(d)) * _product_of_others(self, d), input, RESULT))


def _product_of_others(x, d):
    """Along d: for each element the product of the others (exact also where some are 0)."""
    n = x._a.shape[d]
    if n == 0:
        return x
    one = x.new_ones(tuple(1 if k == d else s for k, s in enumerate(x._a.shape)))
    before = function_cat([one, x.narrow(d, 0, n - 1)], d).cumprod(d)
    after = function_cat([one, x.narrow(d, 1, n - 1).flip(d)], d).cumprod(d).flip(d)
    return before * after


def function_cat(tensors, d):
    return cat(tensors, d)


# -- the largest and the smallest

def _extreme(name, numpy_best, numpy_arg, pair):
    node = name.capitalize() + "Backward"

    def extreme(input, dim=None, keepdim=False, *, other=None):
        if isinstance(dim, Tensor) or other is not None:
            return pair(input, dim if other is None else other)
        a = input._a
        if dim is None:
            if a.dtype.kind == "c":
                raise NotImplementedError(f"\"{name}_all\" not implemented for '{input.dtype.title}'")
            if a.size == 0:
                raise RuntimeError(f"{name}(): Expected reduction dim to be specified for input.numel() == 0. Specify the reduction dim "
                                   "with the 'dim' argument.")
            return differentiable(node + "1", numpy_best(a), (input, _shared_evenly, input, RESULT))
        d = input._dim(dim)
        _check_not_empty(name, a, d)
        index = _arg(numpy_arg, a, d, keepdim) if a.ndim else np.zeros((), np.int64)
        return _chosen(name, node + "0", input, d, index, keepdim)

    extreme.__name__ = name
    extreme.__doc__ = f"The {name} of all; with dim (values, indices) along it; with another tensor elementwise."
    return op(extreme)


def _check_not_empty(name, a, d):
    if a.ndim and not a.shape[d]:
        raise IndexError(f"{name}(): Expected reduction dim {d} to have non-zero size.")


def _arg(numpy_arg, a, d, keepdim=True):
    return numpy_arg(a, axis=d, keepdims=keepdim).astype(np.int64)


def _shared_evenly(g, self, result):
    mask = self == result if result._a == result._a else self.isnan()
    return g / mask.sum() * mask


def _chosen(name, node, input, d, index, keepdim):
    """(values, indices) for indices along d: the gradient goes to the chosen elements."""
    a = input._a
    full = index if keepdim or not a.ndim else np.expand_dims(index, d)
    values = np.take_along_axis(a, full, d) if a.ndim else a.copy()
    indices, shape = wrap(index), a.shape
    out = differentiable(node, values if keepdim or not a.ndim else values.squeeze(d),
                         (input, lambda g, indices: _scattered(g, indices, shape, d, keepdim), indices))
    return named(name, values=out, indices=indices)


def _scattered(g, indices, shape, d, keepdim):
    if not keepdim and shape:
        g, indices = g.unsqueeze(d), indices.unsqueeze(d)
    return wrap(np.zeros(shape, g._a.dtype)).scatter_add(d, indices, g) if shape else g


max = _extreme("max", np.max, np.argmax, lambda a, b: a.maximum(b))
min = _extreme("min", np.min, np.argmin, lambda a, b: a.minimum(b))


def _amax(name, numpy_best):
    def amax(input, dim=(), keepdim=False):
        dims, shape = axes(input, dim), input._a.shape
        if not input._a.size and dim in ((), None):
            raise RuntimeError(f"{name}(): Expected reduction dim to be specified for input.numel() == 0. Specify the reduction dim with the "
                               "'dim' argument.")
        for d in dims:
            _check_not_empty(name, input._a, d)

        def share(g, self, result):
            mask = self == back(result, shape, dims, keepdim)
            return back(g, shape, dims, keepdim) * mask / mask.sum(dims, keepdim=True)

        return differentiable(name.capitalize() + "Backward0", numpy_best(input._a, axis=dims, keepdims=keepdim),
                              (input, share, input, RESULT))
    amax.__name__ = name
    amax.__doc__ = f"The {name[1:]} over several dimensions; equal ones share the gradient."
    return op(amax)


amax, amin = _amax("amax", np.max), _amax("amin", np.min)


@op
def aminmax(input, *, dim=None, keepdim=False):
    """amin and amax at once."""
    dims, shape = axes(input, dim), input._a.shape
    if not input._a.size and dim is None:
        raise RuntimeError("aminmax(): cannot compute aminmax over an empty dimension as the operation has no identity.")
    if input._a.ndim and dim is not None and not shape[dims[0]]:
        raise IndexError(f"aminmax: Expected reduction dim {dims[0]} to have non-zero size.")

    def share(gs, self, *results):
        masks = [self == back(r, shape, dims, keepdim) for r in results]
        return sum_of(back(g, shape, dims, keepdim) * m / m.sum(dims, keepdim=True) for g, m in zip(gs, masks))

    results = tuple(np.asarray(f(input._a, axis=dims, keepdims=keepdim)) for f in (np.min, np.max))
    out = differentiable("AminmaxBackward0", results, (input, share, input, (RESULT, 0), (RESULT, 1)))
    return named("aminmax", min=out[0], max=out[1])


def sum_of(pair):
    first, second = pair
    return first + second


def _argument(name, numpy_arg):
    def arg(input, dim=None, keepdim=False):
        if input._a.dtype.kind in "bc":
            raise RuntimeError(f"{name}(): does not support {'bool' if input._a.dtype.kind == 'b' else 'complex'} input")
        if input._a.size == 0 and dim is None:
            raise IndexError(f"{name}(): Expected reduction dim to be specified for input.numel() == 0.")
        if dim is None:
            return wrap(np.asarray(numpy_arg(input._a), np.int64).reshape((1,) * input._a.ndim if keepdim else ()))
        d = input._dim(dim)
        _check_not_empty(name, input._a, d)
        return wrap(_arg(numpy_arg, input._a, d, keepdim) if input._a.ndim else np.zeros((), np.int64))
    arg.__name__ = name
    arg.__doc__ = f"The index of the {name[3:]} (of the flattened tensor without dim)."
    return op(arg)


_argument("argmax", np.argmax)
_argument("argmin", np.argmin)


# -- spread

def _spread_values(name, input, dim, unbiased, keepdim, correction):
    """(variance in float64, dims, degrees of freedom)."""
    if input._a.dtype.kind not in "fc":
        raise RuntimeError("std and var only support floating point and complex dtypes")
    dims, a = axes(input, dim), input._a.astype(np.result_type(input._a, np.float64))
    centre = quiet(np.divide, a.sum(axis=dims, keepdims=True), math.prod(a.shape[d] for d in dims)) if dim is not None else (total(input._a, None) / input._a.dtype.type(a.size)).astype(a.dtype)
    correction = (0 if unbiased is False else 1) if correction is None else correction
    free = math.prod(a.shape[d] for d in dims) - correction
    if free <= 0 or not input._a.size:
        warnings.warn(f"{name}(): degrees of freedom is <= 0. Correction should be strictly less than the reduction factor (input numel "
                      "divided by output numel). (Triggered internally at "
                      "/__w/pytorch/pytorch/aten/src/ATen/native/ReduceOps.cpp:1861.)", stacklevel=4)
    squares = np.square(a - centre if a.dtype.kind == "f" else np.abs(a - centre)).sum(axis=dims, keepdims=keepdim)
    return squares / np.float64(free if free > 0 else 0), dims, free


def _var_backward(g, self, dims, keepdim, free):
    """2/(n - correction)·(x - mean)·g."""
    scale = 2.0 / free if free > 0 else math.nan
    return scaled(back(g, self._a.shape, dims, keepdim), scale) * (self - self.mean(dims, keepdim=True))


def _std_backward(g, self, result, dims, keepdim, free):
    return _var_backward((g / scaled(result, 2)).masked_fill(result == 0, 0), self, dims, keepdim, free)


def _arguments(dim, unbiased):
    return (None, dim) if isinstance(dim, bool) else (dim, unbiased)


@op
@silent
def var(input, dim=None, unbiased=None, keepdim=False, *, correction=None):
    """The variance: the sum of squared distances from the mean, divided by n - 1 (n with unbiased=False)."""
    dim, unbiased = _arguments(dim, unbiased)
    result, dims, free = _spread_values("var", input, dim, unbiased, keepdim, correction)
    return differentiable("VarBackward0", result.astype(input._a.real.dtype),
                          (input, lambda g, self: _var_backward(g, self, dims, keepdim, free), input))


@op
@silent
def std(input, dim=None, unbiased=None, keepdim=False, *, correction=None):
    """The standard deviation: the root of the variance."""
    dim, unbiased = _arguments(dim, unbiased)
    result, dims, free = _spread_values("std", input, dim, unbiased, keepdim, correction)
    return differentiable("StdBackward0", np.sqrt(result).astype(input._a.real.dtype),
                          (input, lambda g, self, result: _std_backward(g, self, result, dims, keepdim, free), input, RESULT))


def _mean_backward(g, shape, dims, keepdim):
    return back(g, shape, dims, keepdim) / math.prod(shape[d] for d in dims)


@function
@silent
def var_mean(input, dim=None, unbiased=None, keepdim=False, *, correction=None):
    """(variance, mean)."""
    dim, unbiased = _arguments(dim, unbiased)
    result, dims, free = _spread_values("var_mean", input, dim, unbiased, keepdim, correction)
    shape, t = input._a.shape, input._a.dtype
    return differentiable("VarMeanBackward0", (result.astype(t), (input._a.mean(axis=dims, keepdims=keepdim)).astype(t)),
                          (input, lambda gs, self: _var_backward(gs[0], self, dims, keepdim, free) +
                           _mean_backward(gs[1], shape, dims, keepdim), input))


@function
@silent
def std_mean(input, dim=None, unbiased=None, keepdim=False, *, correction=None):
    """(standard deviation, mean)."""
    dim, unbiased = _arguments(dim, unbiased)
    result, dims, free = _spread_values("std_mean", input, dim, unbiased, keepdim, correction)
    shape, t = input._a.shape, input._a.dtype
    return differentiable("StdMeanBackward0", (np.sqrt(result).astype(t), (input._a.mean(axis=dims, keepdims=keepdim)).astype(t)),
                          (input, lambda gs, self, result: _std_backward(gs[0], self, result, dims, keepdim, free) +
                           _mean_backward(gs[1], shape, dims, keepdim), input, (RESULT, 0)))


# -- truth and counts

def _truth(name, ufunc):
    def f(input, dim=None, keepdim=False):
        a = input._a if input._a.dtype.kind == "b" else input._a != 0
        if dim == ():
            return wrap(a.copy())
        return wrap(ufunc(a, axis=None if dim is None else axes(input, dim), keepdims=keepdim))
    f.__name__ = name
    f.__doc__ = f"Is {name} element not 0?"
    return op(f)


_truth("all", np.all)
_truth("any", np.any)


@op
def count_nonzero(input, dim=None):
    """How many elements are not 0."""
    return wrap(np.asarray(np.count_nonzero(input._a, axis=None if dim is None else axes(input, dim)), np.int64))


@op
@silent
def logsumexp(input, dim, keepdim=False):
    """log Σ e^x; the gradient is g·softmax(x)."""
    dims, shape = axes(input, dim), input._a.shape
    a = input._a.astype(np.float64)
    top = a.max(axis=dims, keepdims=True, initial=-np.inf)
    top = np.where(np.isfinite(top), top, 0)
    result = np.log(np.exp(a - top).sum(axis=dims, keepdims=True)) + top
    result = result if keepdim else result.squeeze(dims)
    return differentiable("LogsumexpBackward0", result.astype(input._a.dtype if input._a.dtype.kind == "f" else dtypes.default[0].np),
                          (input, lambda g, self, result: back(g, shape, dims, keepdim) *
                           (self - back(result, shape, dims, keepdim)).exp(), input, RESULT))


@op
def nansum(input, dim=None, keepdim=False, *, dtype=None):
    """sum with nan as 0."""
    if dtype is not None:
        input = input.to(dtype)
    dims, shape = axes(input, dim), input._a.shape
    return differentiable("NansumBackward0", quiet(np.nansum, input._a, axis=dims, keepdims=keepdim),
                          (input, lambda g, self: back(g, shape, dims, keepdim) * self.isnan().logical_not(), input))


@op
def nanmean(input, dim=None, keepdim=False, *, dtype=None):
    """mean of what is not nan."""
    if not (input.is_floating_point() or input.is_complex()):
        raise RuntimeError(f"nanmean(): expected input to have floating point or complex dtype but got {input.dtype.title}")
    if dtype is not None:
        input = input.to(dtype)
    return input.nansum(dim, keepdim) / input.isnan().logical_not().sum(dim, keepdim=keepdim)
