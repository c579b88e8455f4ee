"""Reductions: many elements in, fewer out."""

import numpy as np

from .engine import RESULT, differentiable
from .registry import method, op


@op
def sum(input, dim=None, keepdim=False, *, dtype=None):
    """The sum over `dim` (all without it). The gradient of every summand is the gradient of its sum."""
    shape = input._a.shape
    if dim is None:
        return differentiable("SumBackward0", np.add.reduce(input._a, axis=None), (input, lambda g: g.expand(shape)))
    raise NotImplementedError


@method
def sum_to_size(input, *size):
    """Sum over broadcast dimensions, so that the result has shape `size`."""
    size = size[0] if len(size) == 1 and not isinstance(size[0], int) else size
    a = input._a
    lead = a.ndim - len(size)
    axes = tuple(range(lead)) + tuple(i + lead for i, n in enumerate(size) if n == 1 and a.shape[i + lead] != 1)
    shape = a.shape
    return differentiable("SumBackward1", np.add.reduce(a, axis=axes).reshape(size) if axes else a,
                          (input, lambda g: g.expand(shape)))
