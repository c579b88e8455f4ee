"""Solving with a triangular matrix, and what Cholesky's factor is good for."""

import numpy as np

from ..core.graph import RESULT, differentiable
from ..core.registry import op
from ..core.tensor import wrap
from ..api.calls import batch_aware
from .linalg import by_columns, compute, square


def solve_triangular(A, B, *, upper, left=True, unitriangular=False, out=None):
    """X with A X = B (left=False: X A = B), where only the upper or the lower triangle of A is read."""
    a, b = square(A, "solve_triangular"), B._a
    if not left:
        a, b = a.swapaxes(-1, -2), b.swapaxes(-1, -2)
    if b.shape[-2] != a.shape[-1]:
        raise RuntimeError(f"linalg.solve_triangular: Incompatible shapes of A and B for the equation AX = B ({a.shape[-2]}x{a.shape[-1]} and "
                           f"{b.shape[-2]}x{b.shape[-1]})")
    above = upper == left
    triangle = np.triu(a) if above else np.tril(a)
    if unitriangular:
        triangle[..., range(a.shape[-1]), range(a.shape[-1])] = 1
    x = compute(_substituted, triangle, b, above).astype(a.dtype)
    x = by_columns(x) if left else x.swapaxes(-1, -2)

    def for_A(g, A, result):
        whole = -(back(g, A) @ result.mH if left else result.mH @ back(g, A))
        diagonal = 1 if unitriangular else 0
        return whole.triu(diagonal) if upper else whole.tril(-diagonal)

    def back(g, A):
        return solve_triangular(A.mH, g, upper=not upper, left=left, unitriangular=unitriangular)

    return differentiable("LinalgSolveTriangularBackward0", x, (A, for_A, A, RESULT), (B, back, A))


def _substituted(triangle, b, upper):
    """Row by row, from the one that has a single unknown."""
    n = triangle.shape[-1]
    shape = np.broadcast_shapes(triangle.shape[:-2], b.shape[:-2])
    x = np.zeros((*shape, *b.shape[-2:]), b.dtype)
    for i in range(n - 1, -1, -1) if upper else range(n):
        known = (triangle[..., i : i + 1, :] @ x)[..., 0, :]
        x[..., i, :] = (b[..., i, :] - known) / triangle[..., i, i, None]
    return x


@op
def cholesky_solve(input, L, upper=False):
    """X with A X = input, of A's Cholesky factor L."""
    a = L._a.conj().swapaxes(-1, -2) if upper else L._a
    first = _substituted(np.tril(a), input._a, False)

    def for_L(g, L, result):
        both = cholesky_solve(g, L, upper) @ result.mH
        both = both + both.mH
        return -(L @ both if upper else both @ L)

    return differentiable("CholeskySolveBackward0", by_columns(_substituted(np.triu(a.conj().swapaxes(-1, -2)), first, True)),
                          (input, lambda g, L: cholesky_solve(g, L, upper), L), (L, for_L, L, RESULT))


@op
def cholesky_inverse(input, upper=False):
    """A⁻¹, of A's Cholesky factor."""
    return cholesky_solve(wrap(np.eye(input._a.shape[-1], dtype=input._a.dtype)), input, upper)


batch_aware(globals())
