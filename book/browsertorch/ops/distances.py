"""cdist: the distances between all rows of two tensors."""

import numpy as np

from ..base.quiet import quiet
from ..core.graph import RESULT, differentiable
from ..core.registry import function


def length(gap, p):
    """The p-norm of an array's last dimension."""
    gap = np.abs(gap)
    if p == 2:
        return np.sqrt((gap * gap).sum(-1))
    if p == 0:
        return (gap != 0).sum(-1).astype(gap.dtype)
    return gap.max(-1, initial=0) if p == float("inf") else (gap**p).sum(-1) ** (1 / p)


def slope(gap, far, p):
    """The derivative of the p-norm `far` by each element of the gap; 0 where there is no gap."""
    far = far.unsqueeze(-1)
    if p == float("inf"):
        return gap.sign() * (gap.abs() == far)
    far = far.where(far > 0, 1)
    return gap / far if p == 2 else gap.sign() * (gap.abs() / far) ** (p - 1) if p else gap * 0


def row_length(gap, p, keepdim):
    """The p-norm of the last dimension, as pairwise_distance shows it."""
    out = differentiable("NormBackward1", quiet(length, gap._a, p),
                         (gap, lambda g, self, result: g.unsqueeze(-1) * slope(self, result, p), gap, RESULT))
    return out.unsqueeze(-1) if keepdim else out


@function
def cdist(x1, x2, p=2.0, compute_mode="use_mm_for_euclid_dist_if_necessary"):
    """The p-norms of x1[…, i, :] - x2[…, j, :]."""
    for name, x in (("X1", x1), ("X2", x2)):
        if x.dim() < 2:
            raise RuntimeError(f"cdist only supports at least 2D tensors, {name} got: {x.dim()}D")
    if x1.size(-1) != x2.size(-1):
        raise RuntimeError(f"X1 and X2 must have the same number of columns. X1: {x1.size(-1)} X2: {x2.size(-1)}")
    if p < 0:
        raise RuntimeError("cdist only supports non-negative p values")
    value = quiet(length, x1._a[..., :, None, :] - x2._a[..., None, :, :], p)

    def derivative(g, mine, other, result):
        return g.unsqueeze(-1) * slope(mine.unsqueeze(-2) - other.unsqueeze(-3), result, p)

    return differentiable("CdistBackward0", value,
                          (x1, lambda g, x1, x2, result: derivative(g, x1, x2, result).sum(-2), x1, x2, RESULT),
                          (x2, lambda g, x1, x2, result: -derivative(g, x1, x2, result).sum(-3), x1, x2, RESULT))
