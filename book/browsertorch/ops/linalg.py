"""torch.linalg: the linear algebra of everyday use, on matrices and batches of them."""

import math

import numpy as np

from ..base.errors import type_name
from ..base.missing import attribute
from ..base.modes import warn_once
from ..base.quiet import quiet, silent
from ..base.return_types import named
from ..core.graph import RESULT, differentiable
from ..core.registry import function, method
from ..core.tensor import Tensor, wrap
from ..api.calls import batch_aware
from .arrange import diag_embed
from .join import cat
from .norms import matrix_norm, norm, vector_norm
from .reduce import _product_of_others
from .where import where


class LinAlgError(RuntimeError):
    """What a singular or indefinite matrix raises."""


LinAlgError.__name__ = LinAlgError.__qualname__ = "_LinAlgError"
LinAlgError.__module__ = "torch._C"


def __getattr__(name):
    return attribute("linalg", name)


def by_columns(a):
    """The array laid out column by column, as LAPACK leaves its results."""
    return np.ascontiguousarray(a.swapaxes(-1, -2)).swapaxes(-1, -2)


def square(input, name):
    a = input._a
    if a.ndim < 2:
        raise RuntimeError(f"linalg.{name}: The input tensor A must have at least 2 dimensions.")
    if a.shape[-1] != a.shape[-2]:
        raise RuntimeError(f"linalg.{name}: A must be batches of square matrices, but they are {a.shape[-2]} by {a.shape[-1]} matrices")
    if a.dtype.kind not in "fc":
        raise RuntimeError(f"linalg.{name}: Expected a floating point or complex tensor as input. Got {input.dtype.title}")
    return a


def compute(f, a, *rest):
    """numpy's LAPACK in the matrix's own precision. In a browser numpy cannot see that it failed: nan says so."""
    if a.dtype == np.float16:
        raise NotImplementedError("\"linalg\" not implemented for 'Half'")
    result = quiet(f, a, *rest)
    if isinstance(result, np.ndarray) and not np.isfinite(result).all() and np.isfinite(a).all():
        raise np.linalg.LinAlgError
    return result


def failing(a, fails):
    """Of a matrix or a batch of them the first that fails, and how messages say which it is."""
    batch = a.reshape(-1, *a.shape[-2:])
    k = next((k for k, matrix in enumerate(batch) if fails(matrix)), 0)
    return batch[k], f"(Batch element {k}): " if a.ndim > 2 else ""


def _singular(a):
    """The place of the first zero pivot, or None."""
    lu = a.astype(np.result_type(a, np.float64))
    n = lu.shape[-1]
    for k in range(n):
        p = k + int(np.abs(lu[k:, k]).argmax())
        if lu[p, k] == 0:
            return k + 1
        lu[[k, p]] = lu[[p, k]]
        lu[k + 1:] -= np.outer(lu[k + 1:, k] / lu[k, k], lu[k])


# -- inverse, determinant, solving

def inv(A):
    """A⁻¹; ∂A: -A⁻ᵀ g A⁻ᵀ."""
    a = square(A, "inv")
    try:
        result = compute(np.linalg.inv, a)
    except np.linalg.LinAlgError:
        matrix, which = failing(a, _singular)
        raise LinAlgError(f"linalg.inv: {which}The diagonal element {_singular(matrix) or len(matrix)} is zero, the inversion could not be "
                          "completed because the input matrix is singular.") from None
    return differentiable("LinalgInvExBackward0", by_columns(result), (A, lambda g, inverse: -(inverse.mT @ (g @ inverse.mT)), RESULT))


def det(A):
    """The determinant; ∂A: g·det·A⁻ᵀ."""
    a = square(A, "det")
    return differentiable("LinalgDetBackward0", compute(np.linalg.det, a), (A, _det_backward, A, RESULT))


def _det_backward(g, A, result):
    if (result._a != 0).all():
        n = A._a.shape[-1]
        return solve(A.mT, diag_embed((g * result).unsqueeze(-1).expand(result._a.shape + (n,))))
    u, s, v = A.svd()
    vh = v.mT       # g·det = 0 times the cofactors: as torch, no gradient where A is singular
    sign = wrap(np.linalg.det(u._a) * np.linalg.det(vh._a))
    others = _product_of_others(s, s.dim() - 1)
    return (g * result * sign).unsqueeze(-1).unsqueeze(-1) * ((u * others.unsqueeze(-2)) @ vh)


def slogdet(A):
    """(sign, log|det|)."""
    sign, log = compute(np.linalg.slogdet, square(A, "slogdet"))
    sign = np.where(np.isnan(log), 0, sign).astype(A._a.dtype)
    def for_A(gs, A, sign):
        g = gs[1]
        if sign._a.dtype.kind == "c":      # the sign turns where the matrix does
            g = g + (gs[0] * sign).imag * 1j
        return g.unsqueeze(-1).unsqueeze(-1) * inv(A).mT

    out = differentiable("LinalgSlogdetBackward0", (sign, np.asarray(log)), (A, for_A, A, (RESULT, 0)))
    return named("linalg_slogdet", sign=out[0], logabsdet=out[1])


def solve(A, B, *, left=True):
    """X with A X = B (left=False: X A = B); ∂B: A⁻ᵀ g, ∂A: -∂B Xᵀ."""
    for position, (name, value) in enumerate({"A": A, "B": B}.items(), start=1):
        if not isinstance(value, Tensor):
            raise TypeError(f"linalg_solve(): argument '{name}' (position {position}) must be Tensor, not {type_name(value)}")
    a = square(A, "solve")
    b = B._a
    vector = b.ndim == 1 or b.ndim == a.ndim - 1 and b.shape == a.shape[:-1]
    rows, columns = (b.shape[-1], 1) if vector else b.shape[-2:]
    if (rows if left else columns) != a.shape[-1]:
        raise RuntimeError(f"linalg.solve: Incompatible shapes of A and B for the equation {'AX' if left else 'XA'} = B ({a.shape[-2]}x"
                           f"{a.shape[-1]} and {rows}x{columns})")
    try:
        columns = b[..., None] if vector else b
        x = compute(np.linalg.solve, *((a, columns) if left else (a.swapaxes(-1, -2), columns.swapaxes(-1, -2))))
    except np.linalg.LinAlgError:
        raise LinAlgError(f"torch.linalg.solve: {failing(a, _singular)[1]}The solver failed because the input matrix is singular.") from None
    x = x[..., 0] if vector else by_columns(x)
    x = x if left else x.swapaxes(-1, -2)

    def for_A(g, A, X):
        z = solve(A.mT, g, left=left)
        if not left:
            return -(X.mT @ z)
        return -(z.unsqueeze(-1) @ X.unsqueeze(-2) if vector else z @ X.mT)

    return differentiable("LinalgSolveExBackward0", x, (A, for_A, A, RESULT), (B, lambda g, A: solve(A.mT, g, left=left), A))


def _indefinite(a):
    """The order of the first leading minor that is not positive; only the lower triangle is read."""
    whole = np.tril(a) + np.tril(a, -1).conj().T
    return next((k for k in range(1, len(a) + 1) if not quiet(np.linalg.det, whole[:k, :k]).real > 0), None)


def cholesky(A, *, upper=False):
    """L with A = L Lᵀ."""
    a = square(A, "cholesky")
    try:
        result = compute(np.linalg.cholesky, a)
    except np.linalg.LinAlgError:
        result = None
    if result is None or np.isnan(result).any():
        matrix, which = failing(a, _indefinite)
        raise LinAlgError(f"linalg.cholesky: {which}The factorization could not be completed because the input is not positive-definite (the "
                          f"leading minor of order {_indefinite(matrix) or 1} is not positive-definite).")

    def for_A(g, L):
        g, L = (g.mH, L.mH) if upper else (g, L)
        middle = (L.mH @ g).tril()
        middle = middle + middle.tril(-1).mH
        half = inv(L).mH @ middle @ inv(L) * 0.5
        whole = (half + half.mH) * 0.5
        return whole.mH if upper else whole

    return differentiable("LinalgCholeskyExBackward0", result.swapaxes(-1, -2).conj() if upper else result, (A, for_A, RESULT))


def matrix_power(A, n):
    """A multiplied n times with itself."""
    square(A, "matrix_power")
    if n < 0:
        return matrix_power(inv(A), -n)
    if n == 0:
        return A.clone().copy_(wrap(np.eye(A._a.shape[-1], dtype=A._a.dtype)))
    if n == 3:
        return (A @ A) @ A
    out, power = None, A
    while n:
        if n & 1:
            out = power if out is None else out @ power
        n >>= 1
        if n:
            power = power @ power
    return out


@silent
def matrix_exp(A):
    """e^A by scaling and squaring (in float64); ∂ by the block matrix of Mathias (1996)."""
    a = square(A, "matrix_exp").astype(np.result_type(A._a, np.float64))
    size = np.abs(a).sum(-1).max(initial=1e-30)
    k = max(0, int(np.ceil(np.log2(size))) + 4) if np.isfinite(size) else 0
    x = a / 2.0 ** k
    term = out = np.broadcast_to(np.eye(a.shape[-1]), a.shape)
    for i in range(1, 19):
        term = term @ x / i
        out = out + term
    for _ in range(k):
        out = out @ out

    def for_A(g, A):
        At, n = A.mT, A._a.shape[-1]
        zero = wrap(np.zeros_like(A._a))
        block = cat([cat([At, g], -1), cat([zero, At], -1)], -2)
        return matrix_exp(block)[..., :n, n:]

    return differentiable("LinalgMatrixExpBackward0", out.astype(A._a.dtype), (A, for_A, A))


# -- products

def cross(input, other, *, dim=-1):
    """The vector product along dim (length 3)."""
    if input._a.shape[dim] != 3 or other._a.shape[dim] != 3:
        raise RuntimeError(f"linalg.cross: inputs dimension {dim} must have length 3. Got {input._a.shape[dim]} and {other._a.shape[dim]}")
    return differentiable("LinalgCrossBackward0", np.ascontiguousarray(np.cross(input._a, other._a, axis=dim), input._a.dtype),
                          (input, lambda g, other: cross(other, g, dim=dim), other),
                          (other, lambda g, self: cross(g, self, dim=dim), input))


def vecdot(x, y, *, dim=-1):
    """Σ x·y along dim."""
    if x._a.ndim == 1 and y._a.ndim == 1:
        if x._a.size != y._a.size:
            raise RuntimeError(f"inconsistent tensor size, expected tensor [{x._a.size}] and src [{y._a.size}] to have the same number of "
                               f"elements, but got {x._a.size} and {y._a.size} elements respectively")
        return differentiable("VdotBackward0", np.dot(x._a, y._a), (x, lambda g, other: g * other, y), (y, lambda g, self: g * self, x))
    return ((x.conj() if x._a.dtype.kind == "c" else x) * y).sum(dim)


def multi_dot(tensors):
    """The product of several matrices."""
    if len(tensors) < 2:
        raise RuntimeError(f"multi_dot(): expected at least 2 tensors but got {len(tensors)}")
    out = tensors[0]
    for t in tensors[1:]:
        out = out @ t
    return out.view(out._a.shape)


def diagonal(A, *, offset=0, dim1=-2, dim2=-1):
    return A.diagonal(offset, dim1, dim2)


_CROSS = ("Using torch.cross without specifying the dim arg is deprecated.\nPlease either pass the dim explicitly or simply use "
          "torch.linalg.cross.\nThe default value of dim will change to agree with that of linalg.cross in a future release. (Triggered "
          "internally at /__w/pytorch/pytorch/aten/src/ATen/native/Cross.cpp:63.)")


def _in_torch():
    """Names that torch and Tensor have as well."""
    for f in (det, slogdet, matrix_power, matrix_exp):
        function(f)
        method(f)
    function(inv, "inverse")
    method(inv, "inverse")

    def logdet(input):
        """log of the determinant."""
        sign, log = slogdet(input)
        return where(sign == -1, math.nan, log)

    function(logdet)
    method(logdet)
    function(lambda input: named("slogdet", **dict(zip(("sign", "logabsdet"), slogdet(input)))), "slogdet")
    def cross_(input, other, dim=None):
        if dim is None:
            warn_once(_CROSS)
            dim = input._a.shape.index(3)
        return cross(input, other, dim=dim)

    function(cross_, "cross")


_in_torch()
batch_aware(globals())
