"""torch.linalg's factorisations and what is made of them: eigenvalues, singular values, QR, pseudo-inverses, least squares."""

import numpy as np

from ..base.quiet import silent
from ..base.return_types import named
from ..core.graph import RESULT, differentiable
from ..core.registry import function, method, op
from ..core.tensor import Tensor, wrap
from ..api.calls import batch_aware
from .arrange import diag_embed
from .join import cat
from .linalg import LinAlgError, by_columns, compute, failing, inv, solve, square
from .norms import matrix_norm


def matrix(A, name):
    if A._a.ndim < 2:
        raise RuntimeError(f"linalg.{name}: The input tensor A must have at least 2 dimensions.")
    if A._a.dtype.kind not in "fc":
        raise RuntimeError(f"linalg.{name}: Expected a floating point or complex tensor as input. Got {A.dtype.title}")
    return A._a


def _converged(name, f, a, *rest, of_nan):
    """What numpy's `f` finds, or torch's error. Where it fails numpy says so, or (in a browser) gives nan."""
    try:
        found = compute(f, a, *rest)
    except np.linalg.LinAlgError:
        found = None
    if found is None or np.isnan(found[1]).any() and of_nan(a):
        _, which = failing(a, lambda m: not np.isfinite(m).all())
        why = ("contained non-finite values." if name == "svd" else "is ill-conditioned or has too many repeated eigenvalues (error code: "
               f"{a.shape[-1] - 1}).")
        raise LinAlgError(f"linalg.{name}: {which}The algorithm failed to converge because the input matrix {why}")
    return found


def _svd(a, full_matrices):
    return _converged("svd", np.linalg.svd, a, full_matrices, of_nan=lambda a: np.isnan(a).any())


# -- decompositions

def _eigh(a, UPLO="L"):
    return _converged("eigh", np.linalg.eigh, a, UPLO, of_nan=lambda a: a.shape[-1] > 2)


def eigh(A, UPLO="L"):
    """Eigenvalues (ascending) and eigenvectors of a symmetric matrix."""
    a = square(A, "eigh")
    if UPLO not in ("L", "l", "U", "u"):
        raise RuntimeError(f"Expected UPLO argument to be 'L' or 'U', but got {UPLO}")
    values, vectors = _eigh(a, UPLO)

    def for_A(gs, values, vectors):
        gv, gV = gs
        gaps = values.unsqueeze(-2) - values.unsqueeze(-1)
        eye = wrap(np.eye(gaps._a.shape[-1], dtype=gaps._a.dtype))
        turned = vectors.mH @ gV
        inner = 0.5 * (turned - turned.mH) / (gaps + eye)      # vectors stay orthogonal: they can only turn
        return vectors @ (diag_embed(gv) + inner * (1 - eye)) @ vectors.mH

    out = differentiable("LinalgEighBackward0", (values, by_columns(vectors)), (A, for_A, (RESULT, 0), (RESULT, 1)))
    return named("linalg_eigh", eigenvalues=out[0], eigenvectors=out[1])


def eigvalsh(A, UPLO="L"):
    """The eigenvalues of a symmetric matrix, ascending."""
    return eigh(A, UPLO)[0]


def eig(A):
    """Eigenvalues and eigenvectors (complex)."""
    a = square(A, "eig")
    if not np.isfinite(a).all():
        raise RuntimeError("torch.linalg.eig: input tensor should not contain infs or NaNs.")
    values, vectors = compute(np.linalg.eig, a)
    kind = np.complex64 if A._a.dtype in (np.float32, np.complex64) else np.complex128

    def for_A(gs, values, vectors):
        # Boeddeker et al., "On the computation of complex-valued gradients" (2017); a vector's length is held at 1
        gv, gV = gs
        eye = wrap(np.eye(values._a.shape[-1], dtype=values._a.real.dtype))
        turned = vectors.mH @ gV
        along = turned.diagonal(0, -2, -1).real
        inner = turned - vectors.mH @ (vectors * along.unsqueeze(-2))
        gaps = (values.unsqueeze(-2) - values.unsqueeze(-1)).conj() + eye
        return solve(vectors.mH, (inner / gaps * (1 - eye) + diag_embed(gv)) @ vectors.mH)

    out = differentiable("LinalgEigBackward0", (values.astype(kind), by_columns(vectors.astype(kind))), (A, for_A, (RESULT, 0), (RESULT, 1)))
    return named("linalg_eig", eigenvalues=out[0], eigenvectors=out[1])


def eigvals(A):
    """The eigenvalues (complex)."""
    return eig(A)[0]


def svd(A, full_matrices=True, *, driver=None):
    """U, S, Vh with A = U diag(S) Vh."""
    if driver is not None:
        raise RuntimeError("torch.linalg.svd: keyword argument `driver=` is only supported on CUDA inputs with cuSOLVER backend.")
    u, s, vh = _svd(matrix(A, "svd"), full_matrices)
    k = s.shape[-1]

    def for_A(gs, U, S, Vh):
        # Townsend, "Differentiating the singular value decomposition" (2016)
        gU, gS, gVh = gs
        U, Vh, gU, gVh = U[..., :k], Vh[..., :k, :], gU[..., :k], gVh[..., :k, :]
        eye = wrap(np.eye(k, dtype=S._a.dtype))
        E = S.unsqueeze(-2) ** 2 - S.unsqueeze(-1) ** 2 + eye
        skew = lambda M: M - M.mH
        off = 1 - eye
        inner = (skew(U.mH @ gU) / E * off) * S.unsqueeze(-2) + S.unsqueeze(-1) * (skew(Vh @ gVh.mH) / E * off) + diag_embed(gS)
        if U._a.dtype.kind == "c":
            inner = inner + diag_embed(skew(U.mH @ gU).diagonal(0, -2, -1) / (2 * S))
        out = U @ inner @ Vh
        if U._a.shape[-2] > k:
            out = out + (gU / S.unsqueeze(-2) - U @ (U.mH @ (gU / S.unsqueeze(-2)))) @ Vh
        if Vh._a.shape[-1] > k:
            W = gVh / S.unsqueeze(-1)
            out = out + U @ (W - W @ Vh.mH @ Vh)
        return out

    out = differentiable("LinalgSvdBackward0", (u, s, vh), (A, for_A, (RESULT, 0), (RESULT, 1), (RESULT, 2)))
    return named("linalg_svd", U=out[0], S=out[1], Vh=out[2])


def svdvals(A, *, driver=None):
    """The singular values, descending."""
    return svd(A, False, driver=driver)[1]


def qr(A, mode="reduced"):
    """Q (orthonormal) and R (upper triangle) with A = Q R; mode "complete": a square Q, "r": no Q."""
    a = matrix(A, "qr")
    if mode not in ("reduced", "complete", "r"):
        raise RuntimeError(f"qr received unrecognized mode '{mode}' but expected one of 'reduced' (default), 'r', or 'complete'")
    m, n = a.shape[-2:]
    if mode == "r":
        q, r = np.zeros(0, a.dtype), compute(np.linalg.qr, a, "r")
    else:
        q, r = compute(np.linalg.qr, a, mode)

    def for_A(gs, Q, R):
        # Seeger et al., "Auto-Differentiating Linear Algebra" (2017); of a wide matrix the rest is Qᵀ times the rest
        if mode == "r":
            raise RuntimeError("The derivative of linalg.qr depends on Q, which is not computed when mode='r'. Please use linalg.qr(A, "
                               "mode='reduced') if you are going to differentiate through linalg.qr.")
        if mode == "complete" and m > n:
            raise RuntimeError("The QR decomposition is not differentiable when mode='complete' and nrows > ncols.")
        gQ, gR = gs
        if m < n:
            rest = Q @ gR[..., m:]
            gQ = gQ + Q @ R[..., m:] @ gR[..., m:].mH
            R, gR = R[..., :m], gR[..., :m]
        M = R @ gR.mH - gQ.mH @ Q
        below = M.tril(-1)
        symmetric = below + below.mH + diag_embed(M.diagonal(0, -2, -1).real)
        first = (gQ + Q @ symmetric) @ inv(R).mH
        return cat([first, rest], -1) if m < n else first

    out = differentiable("LinalgQrBackward0", (q if mode == "r" else by_columns(q), by_columns(r)), (A, for_A, (RESULT, 0), (RESULT, 1)))
    return named("linalg_qr", Q=out[0], R=out[1])


# -- what is made of singular values

def _singular_values(a, hermitian):
    """(U, S, Vᵀ); of a symmetric matrix, of which the lower triangle is read, by its eigenvalues."""
    if not hermitian:
        return _svd(a, False)
    values, vectors = _eigh(a)
    order = np.argsort(-np.abs(values), -1)
    values, vectors = np.take_along_axis(values, order, -1), np.take_along_axis(vectors, order[..., None, :], -1)
    return vectors, np.abs(values), (vectors * np.sign(values)[..., None, :]).swapaxes(-1, -2).conj()


def _limit(a, s, atol, rtol):
    """Singular values up to this count as 0."""
    atol, rtol = (t._a if isinstance(t, Tensor) else t for t in (atol, rtol))
    if rtol is None:
        rtol = np.where(np.greater(0 if atol is None else atol, 0), 0, np.finfo(a.dtype).eps * max(a.shape[-2:]))
    return np.maximum(0 if atol is None else atol, rtol * s.max(-1, initial=0))[..., None]


@silent
def pinv(A, rcond=None, hermitian=False, *, atol=None, rtol=None):
    """The Moore–Penrose inverse; singular values up to max(atol, rtol · the largest) count as 0."""
    a = matrix(A, "pinv")
    u, s, vh = _singular_values(a, hermitian)
    kept = s > _limit(a, s, atol, rcond if rtol is None else rtol)
    result = (vh.swapaxes(-1, -2).conj() * np.where(kept, 1 / np.where(kept, s, 1), 0)[..., None, :]) @ u.swapaxes(-1, -2).conj()
    return differentiable("LinalgPinvBackward0", result.astype(a.dtype), (A, _pinv_backward, A, RESULT))


def _pinv_backward(g, A, P):
    # Golub and Pereyra 1973, eq. 4.12
    eye = lambda side: wrap(np.eye(A._a.shape[-2 + side], dtype=A._a.dtype))
    return -(P.mH @ g @ P.mH) + (eye(0) - A @ P) @ g.mH @ P @ P.mH + P.mH @ P @ g.mH @ (eye(1) - P @ A)


def matrix_rank(A, tol=None, hermitian=False, *, atol=None, rtol=None):
    """How many singular values are not (nearly) 0."""
    a = matrix(A, "matrix_rank")
    s = _singular_values(a, hermitian)[1]
    if tol is not None:
        atol, rtol = tol, 0.0
    return wrap((s > _limit(a, s, atol, rtol)).sum(-1).astype(np.int64))


def cond(A, p=None):
    """The norm of A times that of its inverse; without p the ratio of the largest to the smallest singular value."""
    if p not in (None, 2, -2):
        return matrix_norm(A, p) * matrix_norm(inv(A), p)
    s = svdvals(A)
    if not s.shape[-1]:
        return s.sum(-1)
    first, last = s[..., 0], s[..., -1]
    return last / first if p == -2 else first / last


# -- as torch itself names them

@op
def pinverse(input, rcond=1e-15):
    """linalg.pinv with a smaller limit."""
    return pinv(input, rcond)


def svd_(input, some=True, compute_uv=True):
    """U, S and V (not transposed) with A = U diag(S) Vᵀ."""
    u, s, vh = svd(input, not some)
    return named("svd", U=u, S=s, V=vh.mT)


function(svd_, "svd")
method(svd_, "svd")


# -- least squares

_DRIVERS = ("gels", "gelsy", "gelsd", "gelss")


def lstsq(A, B, rcond=None, *, driver=None):
    """The least squares solution of A X = B, the shortest if there are several."""
    a, b = A._a, B._a
    if a.ndim < 2:
        raise RuntimeError("torch.linalg.lstsq: input must have at least 2 dimensions.")
    if b.ndim < 1:
        raise RuntimeError("torch.linalg.lstsq: other must have at least 1 dimension.")
    if driver not in (None, *_DRIVERS):
        raise RuntimeError(f"torch.linalg.lstsq: parameter `driver` should be one of ({', '.join(_DRIVERS)})")
    driver = driver or "gelsy"
    vector = b.ndim == a.ndim - 1 and b.shape == a.shape[:-1]
    columns = b[..., None] if vector else b
    if columns.shape[-2] != a.shape[-2]:
        raise RuntimeError("torch.linalg.lstsq: input.size(-2) should match other.size(-" + ("1)" if vector else "2)"))
    if a.dtype != b.dtype:
        raise RuntimeError("torch.linalg.lstsq: Expected input and other to have the same dtype, but got input's dtype "
                           f"{A.dtype.title} and other's dtype {B.dtype.title}")
    m, n = a.shape[-2:]
    u, s, vh = _svd(matrix(A, "lstsq").astype(np.result_type(a, np.float64)), False)
    kept = s > _limit(a, s, None, rcond)
    x = (vh.swapaxes(-1, -2).conj() * np.where(kept, 1 / np.where(kept, s, 1), 0)[..., None, :]) @ (u.swapaxes(-1, -2).conj() @ columns)
    rank = kept.sum(-1).astype(np.int64)
    left = (np.abs(a @ x - columns) ** 2).sum(-2) if m > n and driver != "gelsy" and (rank == n).all() else np.zeros(0)
    x = (x[..., 0] if vector else by_columns(x)).astype(a.dtype)
    x, left = differentiable("LinalgLstsqBackward0", (x, left.astype(a.real.dtype)), (A, lambda gs, A, B: _lstsq_backward(gs, A, B, vector)[0](), A, B),
                             (B, lambda gs, A, B: _lstsq_backward(gs, A, B, vector)[1](), A, B))
    return named("linalg_lstsq", solution=x, residuals=left, rank=wrap(np.zeros(0, np.int64) if driver == "gels" else rank),
                 singular_values=wrap(s.astype(a.real.dtype) if driver in ("gelsd", "gelss") else np.zeros(0, a.real.dtype)))


def _lstsq_backward(gs, A, B, vector):
    """What gives A's gradient, and what gives B's."""
    g, g_left = gs
    if vector:
        g, B = g.unsqueeze(-1), B.unsqueeze(-1)
    P = pinv(A)
    X = P @ B
    error = (A @ X - B) * (g_left.unsqueeze(-2) * 2) if g_left._a.size else None

    def for_A():
        out = _pinv_backward(g @ B.mH, A, P)
        return out if error is None else out + error @ X.mH

    def for_B():
        out = P.mH @ g if error is None else P.mH @ g - error
        return out.squeeze(-1) if vector else out

    return for_A, for_B


batch_aware(globals())
