"""A matrix as a product with triangles: LU and QR as LAPACK keeps them, and what is made of them; products of many matrices."""

import numpy as np

from ..base.missing import missing
from ..base.modes import warn_once
from ..base.return_types import named
from ..core.graph import RESULT, differentiable
from ..core.registry import function, method
from ..core.tensor import wrap
from ..api.calls import batch_aware
from . import linalg
from .factors import matrix, qr, svd
from .join import stack
from .linalg import LinAlgError, by_columns, inv, solve
from .random import randn
from .triangles import solve_triangular


def _lu(a):
    """(L below the diagonal and U on and above it, the row each row was swapped with counted from 1)."""
    a = a.copy()
    m, n = a.shape
    pivots = np.arange(1, min(m, n) + 1, dtype=np.int32)
    for k in range(min(m, n)):
        p = k + int(np.abs(a[k:, k]).argmax())
        pivots[k] = p + 1
        a[[k, p]] = a[[p, k]]
        if a[k, k] != 0:
            a[k + 1:, k] /= a[k, k]
            a[k + 1:, k + 1:] -= np.outer(a[k + 1:, k], a[k, k + 1:])
    return a, pivots


def _factored(a):
    batch = a.reshape(-1, *a.shape[-2:])
    factors, pivots = zip(*map(_lu, batch)) if len(batch) else ([], [])
    k = min(a.shape[-2:])
    return (by_columns(np.array(factors, a.dtype).reshape(a.shape)), np.array(pivots, np.int32).reshape(*a.shape[:-2], k))


def _permutation(pivots, rows, dtype):
    """The matrix P with P L U the matrix whose rows were swapped so."""
    out = np.zeros((*pivots.shape[:-1], rows, rows), dtype)
    for place in np.ndindex(pivots.shape[:-1]):
        order = list(range(rows))
        for k, p in enumerate(pivots[place].tolist()):
            order[k], order[p - 1] = order[p - 1], order[k]
        out[place][order, np.arange(rows)] = 1
    return out


def _parts(lu):
    k = min(lu.shape[-2:])
    return np.tril(lu[..., :k], -1) + np.eye(lu.shape[-2], k, dtype=lu.dtype), np.triu(lu[..., :k, :])


def _lu_backward(gL, gU, L, U, P):
    if L.size(-2) != U.size(-1):
        raise missing("torch.linalg.lu: 정사각행렬이 아닌 행렬의 미분")
    inner = (L.mH @ gL).tril(-1) + (gU @ U.mH).triu()
    left = solve_triangular(L.mH, inner, upper=True, unitriangular=True)
    return P @ solve_triangular(U.mH, left, upper=False, left=False)


def lu(A, *, pivot=True):
    """P, L, U with A = P L U."""
    if not pivot:
        raise RuntimeError("linalg.lu_factor: LU without pivoting is not implemented on the CPU")
    factors, pivots = _factored(matrix(A, "lu_factor"))
    lower, upper = _parts(factors)
    p = _permutation(pivots, A.size(-2), A._a.dtype)
    out = differentiable("LinalgLuBackward0", (p, by_columns(lower), by_columns(upper)),
                         (A, lambda gs, P, L, U: _lu_backward(gs[1], gs[2], L, U, P), (RESULT, 0), (RESULT, 1), (RESULT, 2)))
    return named("linalg_lu", P=out[0], L=out[1], U=out[2])


def _factor(A):
    factors, pivots = _factored(matrix(A, "lu_factor"))

    def for_A(gs, LU, pivots):
        k = min(LU.shape[-2:])
        lower = LU[..., :k].tril(-1) + wrap(np.eye(LU.shape[-2], k, dtype=LU._a.dtype))
        return _lu_backward(gs[0][..., :k], gs[0][..., :k, :], lower, LU[..., :k, :].triu(),
                            wrap(_permutation(pivots._a, LU.shape[-2], LU._a.dtype)))

    return differentiable("LinalgLuFactorExBackward0", (factors, pivots), (A, for_A, (RESULT, 0), (RESULT, 1)))


def lu_factor(A, *, pivot=True):
    """L and U in one matrix, and which rows were swapped."""
    factors, pivots = _factor(A)
    zero = (factors._a.diagonal(0, -2, -1) == 0).any(-1)
    if zero.any() and A.size(-2) == A.size(-1):
        diagonal = factors._a.reshape(-1, *factors.shape[-2:])[int(zero.argmax())].diagonal()
        which = f"(Batch element {int(zero.argmax())}): " if A.dim() > 2 else ""
        raise RuntimeError(f"torch.linalg.lu_factor: {which}U[{int((diagonal == 0).argmax()) + 1},{int((diagonal == 0).argmax()) + 1}] is zero and "
                          "using it on lu_solve would result in a division by zero. If you still want to perform the factorization, consider "
                          "calling linalg.lu(A, pivot) or linalg.lu_factor_ex(A, pivot)")
    return named("linalg_lu_factor", LU=factors, pivots=pivots)


def lu_solve(LU, pivots, B, *, left=True, adjoint=False):
    """X with A X = B, of A the factors that lu_factor found."""
    k = LU.size(-1)
    lower = LU.tril(-1) + wrap(np.eye(k, dtype=LU._a.dtype))
    A = wrap(_permutation(pivots._a, k, LU._a.dtype)) @ lower @ LU.triu()
    return solve(A.mH if adjoint else A, B, left=left)


# -- QR as LAPACK keeps it

def geqrf(input):
    """QR in one matrix: R above, below the diagonal the reflections that make Q; and their lengths tau."""
    a = matrix(input, "geqrf")
    raw, tau = np.linalg.qr(a, "raw")
    return named("geqrf", a=wrap(by_columns(np.ascontiguousarray(raw.swapaxes(-1, -2)))), tau=wrap(tau))


function(geqrf)
method(geqrf)


def householder_product(A, tau):
    """The first columns of the product of the reflections I - tau·v vᴴ, of which v stands in A below the diagonal."""
    n, k = A.shape[-2:]
    lower = A.tril(-1) + wrap(np.eye(n, k, dtype=A._a.dtype))
    Q = wrap(np.broadcast_to(np.eye(n, k, dtype=A._a.dtype), A._a.shape).copy())
    for i in reversed(range(tau.size(-1))):
        v = lower[..., i:i + 1]
        Q = Q - tau[..., i:i + 1].unsqueeze(-1) * (v @ (v.mH @ Q))
    return Q


# -- what says in a number whether it worked

def _info(A, fails):
    return wrap(np.full(A._a.shape[:-2], int(fails), np.int32))


def inv_ex(A, *, check_errors=False):
    """inv, and 0 or the place of the first zero pivot."""
    try:
        return named("linalg_inv_ex", inverse=inv(A), info=_info(A, 0))
    except LinAlgError:
        if check_errors:
            raise
        return named("linalg_inv_ex", inverse=wrap(np.full_like(A._a, np.inf)), info=_info(A, linalg._singular(A._a) or 0))


def cholesky_ex(A, *, upper=False, check_errors=False):
    """cholesky, and 0 or the order of the first minor that is not positive."""
    try:
        return named("linalg_cholesky_ex", L=linalg.cholesky(A, upper=upper), info=_info(A, 0))
    except LinAlgError:
        if check_errors:
            raise
        return named("linalg_cholesky_ex", L=wrap(np.tril(A._a)), info=_info(A, linalg._indefinite(A._a) or 0))


# -- tensors as matrices

def tensorinv(A, ind=2):
    """The inverse of the map from the last dimensions to the first `ind`."""
    if ind <= 0:
        raise RuntimeError("Expected a strictly positive integer for 'ind'")
    first, last = A.shape[:ind], A.shape[ind:]
    rows, columns = first.numel(), last.numel()
    if rows != columns:
        raise RuntimeError("Expected self to satisfy the requirement prod(self.shape[ind:]) == prod(self.shape[:ind]), but got "
                           f"{columns} != {rows}")
    return inv(A.reshape(rows, columns)).reshape(*last, *first)


def tensorsolve(A, B, dims=None):
    """X with tensordot(A, X, X.ndim) = B."""
    if dims is not None:
        A = A.movedim(dims, tuple(range(A.dim() - len(dims), A.dim())))
    shape = A.shape[B.dim():]
    if shape.numel() != B.numel():
        raise RuntimeError("Expected self to satisfy the requirement prod(self.shape[other.ndim:]) == prod(self.shape[:other.ndim]), but got "
                           f"{shape.numel()} != {A.shape[:B.dim()].numel()}")
    return solve(A.reshape(B.numel(), -1), B.flatten()).reshape(shape)


def vander(x, *, N=None):
    """The powers 0 … N-1 of each element."""
    powers = range(x.size(-1) if N is None else N)
    return stack([x.new_ones(x.shape) if p == 0 else x ** p for p in powers], -1)


# -- products and approximations

CHAIN = ("torch.chain_matmul is deprecated and will be removed in a future PyTorch release. Use torch.linalg.multi_dot instead, which accepts a "
         "list of two or more tensors rather than multiple parameters. (Triggered internally at "
         "/__w/pytorch/pytorch/aten/src/ATen/native/LinearAlgebra.cpp:1102.)")


def chain_matmul(*matrices, out=None):
    """The product of the matrices."""
    warn_once(CHAIN)
    return linalg.multi_dot(matrices)


def svd_lowrank(A, q=6, niter=2, M=None):
    """The q largest singular values and vectors, nearly, by random directions (Halko et al. 2009)."""
    A = A if M is None else A - M
    m, n = A.shape[-2:]
    wide = m < n
    A = A.mH if wide else A
    Q = qr(A @ randn(A.size(-1), q, dtype=A.dtype))[0]
    for _ in range(niter):
        Q = qr(A.mH @ Q)[0]
        Q = qr(A @ Q)[0]
    U, S, Vh = svd(Q.mH @ A, False)
    V, U = Vh.mH, Q @ U
    return (V, S, U) if wide else (U, S, V)


def pca_lowrank(A, q=None, center=True, niter=2):
    """svd_lowrank of the columns without their means."""
    m, n = A.shape[-2:]
    if q is None:
        q = min(6, m, n)
    elif not 0 <= q <= min(m, n):
        raise ValueError(f"q(={q}) must be non-negative integer and not greater than min(m, n)={min(m, n)}")
    return svd_lowrank(A - A.mean(-2, keepdim=True) if center else A, q, niter=niter)


batch_aware(globals())
