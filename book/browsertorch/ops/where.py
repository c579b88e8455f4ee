"""Choosing between two values by a condition."""

import numpy as np

from ..core.graph import differentiable
from ..core.operands import check_broadcast, fitted, operands
from ..core.registry import function, method
from ..core.tensor import Tensor


@function
def where(condition, input=None, other=None):
    """input where condition holds, else other. With the condition alone: its indices, as nonzero(as_tuple=True)."""
    if input is None and other is None:
        return condition.nonzero(as_tuple=True)
    if condition._a.dtype.kind != "b":
        raise RuntimeError(f"where expected condition to be a boolean tensor, but got a tensor with dtype {condition.dtype.title}")
    x, y = operands("where", input, other)
    dtype = (x if isinstance(input, Tensor) else y).dtype
    x, y = (np.asarray(p) if isinstance(v, Tensor) else fitted(v, dtype) for v, p in ((input, x), (other, y)))
    check_broadcast(condition._a, x)
    check_broadcast(condition._a, y)
    return differentiable("WhereBackward0", np.where(condition._a, x, y),
                          (input, lambda g, condition: where(condition, g, 0.0), condition),
                          (other, lambda g, condition: where(condition, 0.0, g), condition))


@method
def _where(self, condition, other):
    return where(condition, self, other)


method(_where, "where")
