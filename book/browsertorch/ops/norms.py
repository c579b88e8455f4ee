"""The lengths of vectors and the norms of matrices."""

import math

import numpy as np

from ..base.quiet import silent
from ..core.graph import RESULT, differentiable
from ..core.registry import function, method, op
from ..api.calls import batch_aware
from .reduce import axes, back


@silent
def vector_norm(x, ord=2, dim=None, keepdim=False, *, dtype=None):
    """(Σ|x|^ord)^(1/ord) over dim; the gradient at 0 is 0."""
    a = x._a
    if a.dtype.kind not in "fc":
        raise RuntimeError(f"linalg.vector_norm: Expected a floating point or complex tensor as input. Got {x.dtype.title}")
    if dtype is not None:
        return vector_norm(x.to(dtype), ord, dim, keepdim)
    dims, shape = axes(x, dim), a.shape
    size = np.abs(a)
    if (ord < 0 or ord == math.inf) and any(a.shape[d] == 0 for d in dims):
        raise RuntimeError(f"linalg.vector_norm cannot compute the {ord} norm on an empty tensor because the operation does not have an identity")
    if ord == math.inf:
        result = size.max(axis=dims, keepdims=keepdim)
    elif ord == -math.inf:
        result = size.min(axis=dims, keepdims=keepdim)
    elif ord == 0:
        result = (size != 0).sum(axis=dims, keepdims=keepdim).astype(a.dtype)
    elif ord == 1:
        result = size.sum(axis=dims, keepdims=keepdim)
    else:
        wide = size.astype(np.float64)
        result = (np.sqrt((wide * wide).sum(axis=dims, keepdims=keepdim)) if ord == 2 else
                  ((wide ** ord).sum(axis=dims, keepdims=keepdim)) ** (1.0 / ord)).astype(size.dtype)

    def norm_backward(g, self, result):
        g, norm = back(g, shape, dims, keepdim), back(result, shape, dims, keepdim)
        if ord == 0:
            return None
        if ord == 1:
            return self.sgn() * g
        if ord == 2:
            return g * (self / norm).masked_fill(norm == 0, 0)
        if abs(ord) == math.inf:
            hit = self.abs() == norm
            return self.sgn() * (g / hit.sum(dims, keepdim=True) * hit)
        return _power_norm_backward(g, self, norm, ord)

    return differentiable("LinalgVectorNormBackward0", result, (x, norm_backward, x, RESULT))


def _power_norm_backward(g, x, norm, p):
    """The gradient of (Σ|x|^p)^(1/p): 0 where torch takes it to be 0, at 0."""
    if p < 1:
        return x.sgn() * x.abs().pow(p - 1).masked_fill(x == 0, 0) * g * norm.pow(1 - p)
    scale = (g / norm.pow(p - 1)).masked_fill(norm == 0, 0)
    return (x.sgn() * x.abs().pow(p - 1) if p < 2 else x * x.abs().pow(p - 2)) * scale


def matrix_norm(A, ord="fro", dim=(-2, -1), keepdim=False, *, dtype=None):
    """Norms of matrices: 'fro', 'nuc', 1, 2, inf and their negatives."""
    if dtype is not None:
        return matrix_norm(A.to(dtype), ord, dim, keepdim)
    rows, columns = (A._dim(d) for d in dim)
    if ord not in ("fro", "nuc") and (isinstance(ord, str) or abs(ord) not in (1, 2, math.inf)):
        raise RuntimeError(f"linalg.matrix_norm: Order {ord} not supported.")
    if ord == "fro":
        return vector_norm(A, 2, (rows, columns), keepdim)
    if ord in ("nuc", 2, -2):
        s = A.movedim((rows, columns), (-2, -1)).svd()[1]
        out = s.sum(-1) if ord == "nuc" or not s.shape[-1] else s.amax(-1) if ord == 2 else s.amin(-1)
    else:
        d = rows if abs(ord) == 1 else columns
        kept = A.abs().sum(d)
        other = columns if abs(ord) == 1 else rows
        other = other - (d < other)
        out = kept.amax(other) if ord > 0 else kept.amin(other)
    return out.unsqueeze(min(rows, columns)).unsqueeze(max(rows, columns)) if keepdim else out


def norm(A, ord=None, dim=None, keepdim=False, *, dtype=None):
    """vector_norm, or matrix_norm if ord names one of its norms or A is a matrix and ord is given."""
    if ord is None or isinstance(dim, int) or dim is not None and len(dim) == 1:
        return vector_norm(A, 2 if ord is None else ord, dim, keepdim, dtype=dtype)
    if dim is not None or A._a.ndim == 2:
        return matrix_norm(A, ord, (0, 1) if dim is None else dim, keepdim, dtype=dtype)
    if A._a.ndim != 1:
        raise RuntimeError(f"linalg.norm: If dim is not specified but ord is, the input must be 1D or 2D. Got {A._a.ndim}D.")
    return vector_norm(A, ord, dim, keepdim, dtype=dtype)


def _norm(input, p="fro", dim=None, keepdim=False, dtype=None):
    """The p-norm of all elements, or along dim."""
    if dtype is not None:
        if dtype.kind < 2:
            raise RuntimeError(f"linalg.vector_norm: dtype should be floating point or complex, but got {dtype.title}")
        input = input.to(dtype) if input._a.dtype.kind in "fc" else input
    if not isinstance(p, (str, int, float, type(None))):
        raise TypeError(f"linalg_vector_norm(): argument 'ord' (position 2) must be Number, not {type(p).__name__}")
    if p == "nuc":
        return matrix_norm(input, "nuc", (-2, -1) if dim is None else dim, keepdim)
    return vector_norm(input, 2 if p in ("fro", None) else p, dim, keepdim)


_norm.__name__ = _norm.__qualname__ = "norm"
method(_norm, "norm")
function(_norm, "norm")


@op
def dist(input, other, p=2):
    """The p-norm of input - other."""
    difference = input - other
    n = vector_norm(difference.detach(), p)
    return differentiable("DistBackward0", n._a,
                          (input, lambda g, self, other: _dist_backward(g, self - other, p), input, other),
                          (other, lambda g, self, other: _dist_backward(g, other - self, p), input, other))


def _dist_backward(g, d, p):
    norm = vector_norm(d, p)
    if p == 0:
        return None
    if p == 2:
        return g * (d / norm).masked_fill(norm == 0, 0)
    if p == 1:
        return d.sgn() * g
    if math.isinf(p):
        hit = d.abs() == norm
        return d.sgn() * (g / hit.sum() * hit)
    return _power_norm_backward(g, d, norm, p)


batch_aware(globals())
