"""torch.linalg: the linear algebra of everyday use, on matrices and batches of them."""

import math

import numpy as np

from ..base.errors import type_name
from ..base.missing import missing, no_attribute
from ..base.modes import warn_once
from ..base.quiet import quiet, silent
from ..base.return_types import named
from ..core.graph import RESULT, differentiable
from ..core.registry import function, method, op
from ..core.tensor import Tensor, wrap
from ..api.calls import batch_aware
from .arrange import diag_embed
from .join import cat
from .reduce import axes, back, _product_of_others
from .where import where


class LinAlgError(RuntimeError):
    """What a singular or indefinite matrix raises."""


LinAlgError.__name__ = LinAlgError.__qualname__ = "_LinAlgError"
LinAlgError.__module__ = "torch._C"


def __getattr__(name):
    raise no_attribute("linalg", name)


def _square(input, name):
    a = input._a
    if a.ndim < 2:
        raise RuntimeError(f"linalg.{name}: The input tensor A must have at least 2 dimensions.")
    if a.shape[-1] != a.shape[-2]:
        raise RuntimeError(f"linalg.{name}: A must be batches of square matrices, but they are {a.shape[-2]} by {a.shape[-1]} matrices")
    if a.dtype.kind not in "fc":
        raise RuntimeError(f"linalg.{name}: Expected a floating point or complex tensor as input. Got {input.dtype.title}")
    return a


def _compute(f, a, *rest):
    """numpy's LAPACK in the matrix's own precision. In a browser numpy cannot see that it failed: nan says so."""
    if a.dtype == np.float16:
        raise NotImplementedError("\"linalg\" not implemented for 'Half'")
    result = quiet(f, a, *rest)
    if isinstance(result, np.ndarray) and not np.isfinite(result).all() and np.isfinite(a).all():
        raise np.linalg.LinAlgError
    return result


def _singular(name, a):
    """The place of the first zero pivot, for the message."""
    lu = a.astype(np.float64).copy()
    n = lu.shape[-1]
    for k in range(n):
        p = k + int(np.abs(lu[k:, k]).argmax())
        if lu[p, k] == 0:
            return k + 1
        lu[[k, p]] = lu[[p, k]]
        lu[k + 1:] -= np.outer(lu[k + 1:, k] / lu[k, k], lu[k])
    return n


def _raise_singular(name, a, tail):
    matrix = a.reshape(-1, *a.shape[-2:])[0]
    raise LinAlgError(f"linalg.{name}: The diagonal element {_singular(name, matrix)} is zero, the {tail}") from None


# -- inverse, determinant, solving

def inv(A):
    """A⁻¹; ∂A: -A⁻ᵀ g A⁻ᵀ."""
    a = _square(A, "inv")
    try:
        result = _compute(np.linalg.inv, a)
    except np.linalg.LinAlgError:
        _raise_singular("inv", a, "inversion could not be completed because the input matrix is singular.")
    return differentiable("LinalgInvExBackward0", result, (A, lambda g, inverse: -(inverse.mT @ (g @ inverse.mT)), RESULT))


def det(A):
    """The determinant; ∂A: g·det·A⁻ᵀ."""
    a = _square(A, "det")
    return differentiable("LinalgDetBackward0", _compute(np.linalg.det, a), (A, _det_backward, A, RESULT))


def _det_backward(g, A, result):
    if (result._a != 0).all():
        n = A._a.shape[-1]
        return solve(A.mT, diag_embed((g * result).unsqueeze(-1).expand(result._a.shape + (n,))))
    u, s, vh = svd(A, full_matrices=False)      # g·det = 0 times the cofactors: as torch, no gradient where A is singular
    sign = wrap(np.linalg.det(u._a) * np.linalg.det(vh._a))
    others = _product_of_others(s, s.dim() - 1)
    return (g * result * sign).unsqueeze(-1).unsqueeze(-1) * ((u * others.unsqueeze(-2)) @ vh)


def slogdet(A):
    """(sign, log|det|)."""
    sign, log = _compute(np.linalg.slogdet, _square(A, "slogdet"))
    out = differentiable("LinalgSlogdetBackward0", (np.asarray(sign), np.asarray(log)),
                         (A, lambda gs, A: gs[1].unsqueeze(-1).unsqueeze(-1) * inv(A).mT, A))
    return named("linalg_slogdet", sign=out[0], logabsdet=out[1])


def solve(A, B, *, left=True):
    """X with A X = B; ∂B: A⁻ᵀ g, ∂A: -∂B Xᵀ."""
    for position, (name, value) in enumerate({"A": A, "B": B}.items(), start=1):
        if not isinstance(value, Tensor):
            raise TypeError(f"linalg_solve(): argument '{name}' (position {position}) must be Tensor, not {type_name(value)}")
    a = _square(A, "solve")
    b = B._a
    vector = b.ndim == 1 or b.ndim == a.ndim - 1 and b.shape == a.shape[:-1]
    if (b.shape[-1] if vector else b.shape[-2]) != a.shape[-1]:
        raise RuntimeError(f"linalg.solve: Incompatible shapes of A and B for the equation AX = B ({a.shape[-2]}x{a.shape[-1]} and "
                           f"{b.shape[-1] if vector else b.shape[-2]}x{1 if vector else b.shape[-1]})")
    try:
        x = _compute(np.linalg.solve, a, b[..., None] if vector else b)
    except np.linalg.LinAlgError:
        raise LinAlgError("torch.linalg.solve: The solver failed because the input matrix is singular.") from None
    if vector:
        x = x[..., 0]

    def for_A(g, A, X):
        z = solve(A.mT, g)
        return -(z.unsqueeze(-1) @ X.unsqueeze(-2) if vector else z @ X.mT)

    return differentiable("LinalgSolveExBackward0", x, (A, for_A, A, RESULT), (B, lambda g, A: solve(A.mT, g), A))


def cholesky(A, *, upper=False):
    """L with A = L Lᵀ."""
    a = _square(A, "cholesky")
    try:
        result = _compute(np.linalg.cholesky, a)
    except np.linalg.LinAlgError:
        minor = next((k for k in range(1, a.shape[-1] + 1) if np.linalg.det(a.reshape(-1, *a.shape[-2:])[0, :k, :k]) <= 0), 1)
        raise LinAlgError("linalg.cholesky: The factorization could not be completed because the input is not positive-definite (the "
                          f"leading minor of order {minor} is not positive-definite).") from None

    def for_A(g, L):
        middle = (L.mT @ g).tril()
        middle = middle + middle.tril(-1).mT
        half = inv(L).mT @ middle @ inv(L) * 0.5
        return (half + half.mT) * 0.5

    out = differentiable("LinalgCholeskyExBackward0", result, (A, for_A, RESULT))
    return out.mT if upper else out


def pinv(A, rcond=None):
    """The Moore–Penrose inverse."""
    result = _compute(np.linalg.pinv, A._a)

    def for_A(g, A, P):
        # Golub and Pereyra 1973, eq. 4.12
        return (-(P.mT @ g @ P.mT) + (_eye(A, 0) - A @ P) @ g.mT @ P @ P.mT + P.mT @ P @ g.mT @ (_eye(A, 1) - P @ A))

    return differentiable("LinalgPinvBackward0", result.astype(A._a.dtype), (A, for_A, A, RESULT))


def _eye(A, side):
    return wrap(np.eye(A._a.shape[-2 + side], dtype=A._a.dtype))


def lstsq(A, B, rcond=None, *, driver=None):
    """The least squares solution of A X = B."""
    x, _, rank, _ = np.linalg.lstsq(A._a, B._a, rcond)
    residuals = np.sum((A._a @ x - B._a) ** 2, axis=0) if A._a.shape[0] > A._a.shape[1] else np.zeros(0)
    empty = wrap(np.zeros(0, A._a.dtype))
    return named("linalg_lstsq", solution=wrap(x), residuals=wrap(residuals.astype(A._a.dtype)), rank=wrap(np.asarray(rank, np.int64)),
                 singular_values=empty)


# -- decompositions

def eigh(A, UPLO="L"):
    """Eigenvalues (ascending) and eigenvectors of a symmetric matrix."""
    a = _square(A, "eigh")
    values, vectors = _compute(np.linalg.eigh, a, UPLO)

    def for_A(gs, values, vectors):
        gv, gV = gs
        gaps = values.unsqueeze(-2) - values.unsqueeze(-1)
        gaps = gaps + wrap(np.eye(gaps._a.shape[-1], dtype=gaps._a.dtype))
        turned = vectors.mT @ gV
        inner = (turned - turned.mT) * 0.5 / gaps
        return vectors @ (diag_embed(gv) + inner) @ vectors.mT

    out = differentiable("LinalgEighBackward0", (values, vectors), (A, for_A, (RESULT, 0), (RESULT, 1)))
    return named("linalg_eigh", eigenvalues=out[0], eigenvectors=out[1])


def eigvalsh(A, UPLO="L"):
    """The eigenvalues of a symmetric matrix, ascending."""
    return eigh(A, UPLO)[0]


def eig(A):
    """Eigenvalues and eigenvectors (complex); not differentiable here."""
    if A.requires_grad:
        raise missing("torch.linalg.eig의 미분")
    values, vectors = _compute(np.linalg.eig, _square(A, "eig"))
    kind = np.complex64 if A._a.dtype == np.float32 else np.complex128
    return named("linalg_eig", eigenvalues=wrap(values.astype(kind)), eigenvectors=wrap(vectors.astype(kind)))


def eigvals(A):
    """The eigenvalues (complex)."""
    return eig(A)[0]


def svd(A, full_matrices=True, *, driver=None):
    """U, S, Vh with A = U diag(S) Vh."""
    u, s, vh = _compute(np.linalg.svd, A._a, full_matrices)
    k = s.shape[-1]

    def for_A(gs, U, S, Vh):
        # Townsend, "Differentiating the singular value decomposition" (2016)
        gU, gS, gVh = gs
        U, Vh, gU, gVh = U[..., :k], Vh[..., :k, :], gU[..., :k], gVh[..., :k, :]
        eye = wrap(np.eye(k, dtype=S._a.dtype))
        E = S.unsqueeze(-2) ** 2 - S.unsqueeze(-1) ** 2 + eye
        skew = lambda M: M - M.mT
        off = 1 - eye
        inner = (skew(U.mT @ gU) / E * off) * S.unsqueeze(-2) + S.unsqueeze(-1) * (skew(Vh @ gVh.mT) / E * off) + diag_embed(gS)
        out = U @ inner @ Vh
        if U._a.shape[-2] > k:
            out = out + (gU / S.unsqueeze(-2) - U @ (U.mT @ (gU / S.unsqueeze(-2)))) @ Vh
        if Vh._a.shape[-1] > k:
            W = gVh / S.unsqueeze(-1)
            out = out + U @ (W - W @ Vh.mT @ Vh)
        return out

    out = differentiable("LinalgSvdBackward0", (u, s, vh), (A, for_A, (RESULT, 0), (RESULT, 1), (RESULT, 2)))
    return named("linalg_svd", U=out[0], S=out[1], Vh=out[2])


def svdvals(A, *, driver=None):
    """The singular values, descending."""
    return svd(A, False)[1]


def qr(A, mode="reduced"):
    """Q (orthonormal) and R (upper triangle) with A = Q R."""
    q, r = _compute(np.linalg.qr, A._a, mode)

    def for_A(gs, Q, R):
        # Seeger et al., "Auto-Differentiating Linear Algebra" (2017)
        gQ, gR = gs
        M = R @ gR.mT - gQ.mT @ Q
        symmetric = M.tril() + M.tril(-1).mT
        return (gQ + Q @ symmetric) @ inv(R).mT

    out = differentiable("LinalgQrBackward0", (q, r), (A, for_A, (RESULT, 0), (RESULT, 1)))
    return named("linalg_qr", Q=out[0], R=out[1])


def matrix_power(A, n):
    """A multiplied n times with itself."""
    if n < 0:
        return matrix_power(inv(A), -n)
    if n == 0:
        return wrap(np.broadcast_to(np.eye(A._a.shape[-1], dtype=A._a.dtype), A._a.shape).copy())
    if n == 3:
        return (A @ A) @ A
    out = None
    square = A
    while n:
        if n & 1:
            out = square if out is None else out @ square
        n >>= 1
        if n:
            square = square @ square
    return out


@silent
def matrix_exp(A):
    """e^A by scaling and squaring (in float64); ∂ by the block matrix of Mathias (1996)."""
    a = A._a.astype(np.float64)
    k = max(0, int(np.ceil(np.log2(max(np.abs(a).sum(-1).max(), 1e-30)))) + 4)
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


def matrix_rank(A, tol=None, **kwargs):
    """How many singular values are not (nearly) 0."""
    return wrap(np.asarray(np.linalg.matrix_rank(A._a, tol), np.int64))


# -- norms and products

@silent
def vector_norm(x, ord=2, dim=None, keepdim=False, *, dtype=None):
    """(Σ|x|^ord)^(1/ord) over dim; the gradient at 0 is 0."""
    a = x._a
    if a.dtype.kind not in "fc":
        raise RuntimeError(f"linalg.vector_norm: Expected a floating point or complex tensor as input. Got {x.dtype.title}")
    dims, shape = axes(x, dim), a.shape
    size = np.abs(a)
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
            return wrap(np.zeros(shape, g._a.dtype))
        if ord == 1:
            return self.sgn() * g
        if ord == 2:
            return self * (g / norm).masked_fill(norm == 0, 0)
        if abs(ord) == math.inf:
            hit = self.abs() == norm
            return self.sgn() * (g / hit.sum(dims, keepdim=True) * hit)
        return self * self.abs().pow(ord - 2) * (g / norm.pow(ord - 1)).masked_fill(norm == 0, 0)

    return differentiable("LinalgVectorNormBackward0", result, (x, norm_backward, x, RESULT))


def matrix_norm(A, ord="fro", dim=(-2, -1), keepdim=False, *, dtype=None):
    """Norms of matrices: 'fro', 'nuc', 1, 2, inf and their negatives."""
    rows, columns = (A._dim(d) for d in dim)
    if ord == "fro":
        return vector_norm(A, 2, (rows, columns), keepdim)
    if ord in ("nuc", 2, -2):
        s = svdvals(A.movedim((rows, columns), (-2, -1)))
        out = s.sum(-1) if ord == "nuc" else s.amax(-1) if ord == 2 else s.amin(-1)
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
        return vector_norm(A, 2 if ord is None else ord, dim, keepdim)
    if dim is not None or A._a.ndim == 2:
        return matrix_norm(A, ord, (0, 1) if dim is None else dim, keepdim)
    return vector_norm(A, ord, dim, keepdim)


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


def cross(input, other, *, dim=-1):
    """The vector product along dim (length 3)."""
    if input._a.shape[dim] != 3 or other._a.shape[dim] != 3:
        raise RuntimeError(f"linalg.cross: inputs dimension {dim} must have length 3. Got {input._a.shape[dim]} and {other._a.shape[dim]}")
    return differentiable("LinalgCrossBackward0", np.cross(input._a, other._a, axis=dim).astype(input._a.dtype),
                          (input, lambda g, other: cross(other, g, dim=dim), other),
                          (other, lambda g, self: cross(g, self, dim=dim), input))


def vecdot(x, y, *, dim=-1):
    """Σ x·y along dim."""
    if x._a.ndim == 1 and y._a.ndim == 1:
        return differentiable("VdotBackward0", np.dot(x._a, y._a), (x, lambda g, other: g * other, y), (y, lambda g, self: g * self, x))
    return (x * y).sum(dim)


def multi_dot(tensors):
    """The product of several matrices."""
    out = tensors[0]
    for t in tensors[1:]:
        out = out @ t
    return out.view(out._a.shape)


def cond(A, p=None):
    """The ratio of the largest to the smallest singular value."""
    s = svdvals(A)
    return (s[..., :1] / s[..., -1:]).squeeze(-1)


def diagonal(A, *, offset=0, dim1=-2, dim2=-1):
    return A.diagonal(offset, dim1, dim2)


_CROSS = ("Using torch.cross without specifying the dim arg is deprecated.\nPlease either pass the dim explicitly or simply use "
          "torch.linalg.cross.\nThe default value of dim will change to agree with that of linalg.cross in a future release. (Triggered "
          "internally at /__w/pytorch/pytorch/aten/src/ATen/native/Cross.cpp:63.)")


def cov(input, *, correction=1):
    """The covariances of the rows."""
    x = input.reshape(1, -1) if input._a.ndim < 2 else input
    centred = x - x.mean(1, keepdim=True)
    return (centred @ centred.t() / (x._a.shape[1] - correction)).squeeze()


def corrcoef(input):
    """The correlations of the rows."""
    c = cov(input)
    if not c._a.ndim:
        return c / c
    s = c.diag().sqrt()
    return (c / s.unsqueeze(1) / s.unsqueeze(0)).clamp(-1, 1)


def dist(input, other, p=2):
    """The p-norm of input - other."""
    difference = input - other
    n = vector_norm(difference.detach(), p)
    return differentiable("DistBackward0", n._a,
                          (input, lambda g, self, other: _dist_backward(g, self - other, p), input, other),
                          (other, lambda g, self, other: -_dist_backward(g, self - other, p), input, other))


def _dist_backward(g, d, p):
    norm = vector_norm(d, p)
    if p == 2:
        return d * (g / norm).masked_fill(norm == 0, 0)
    return d.sgn() * d.abs().pow(p - 1) * (g / norm.pow(p - 1)).masked_fill(norm == 0, 0)


def _in_torch():
    """Names that torch and Tensor have as well."""
    for f in (det, slogdet, matrix_power, matrix_exp):
        function(f)
        method(f)
    function(inv, "inverse")
    method(inv, "inverse")
    function(pinv, "pinverse")

    def logdet(input):
        """log of the determinant."""
        sign, log = slogdet(input)
        return where(sign == -1, math.nan, log)

    def svd_(input, some=True, compute_uv=True):
        u, s, vh = svd(input, not some)
        return named("svd", U=u, S=s, V=vh.mT)

    function(logdet)
    method(logdet)
    function(svd_, "svd")
    method(svd_, "svd")
    function(lambda input: named("slogdet", **dict(zip(("sign", "logabsdet"), slogdet(input)))), "slogdet")
    def cross_(input, other, dim=None):
        if dim is None:
            warn_once(_CROSS)
            dim = input._a.shape.index(3)
        return cross(input, other, dim=dim)

    function(cross_, "cross")
    function(cov)
    method(cov)
    function(corrcoef)
    method(corrcoef)
    op(dist)


_in_torch()
batch_aware(globals())
