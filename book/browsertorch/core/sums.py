"""Sums in torch's order, and a gradient summed back to the shape it was broadcast from."""

import functools
import math

import numpy as np

from ..base import rounding
from ..base.modes import mode
from ..base.quiet import quiet
from .tensor import wrap


@functools.lru_cache(maxsize=512)
def broadcast_dims(small, large):
    """The dimensions over which a tensor of shape `large` is summed to one of shape `small`; None if small does not broadcast to large."""
    lead = len(large) - len(small)
    if lead < 0 or any(s != 1 and s != n for s, n in zip(small, large[lead:])):
        return None
    return (*range(lead), *(i for i, s in enumerate(small, lead) if s == 1 != large[i]))


def total(a, dims, keepdim=False):
    """The sum over dims (None: all); of floats in torch's order, so that the last digit agrees."""
    if a.dtype.kind != "f" or a.size <= 4:
        return quiet(np.add.reduce, a, axis=dims, keepdims=keepdim)
    if dims is None or len(dims) == a.ndim or math.prod([a.shape[d] for d in dims]) == a.size:
        result = quiet(rounding.total, a)
        if dims is None and not keepdim:
            return result
        return np.array(result, ndmin=a.ndim if keepdim else a.ndim - len(dims))
    result = quiet(rounding.along, a, dims)
    return result.reshape([1 if i in dims else n for i, n in enumerate(a.shape)]) if keepdim else result


def sum_over(input, dims, size):
    """The sum over dims, in the shape `size`, to which it broadcast from there."""
    if mode.grad or mode.dual:                # recorded: by torch's own nodes
        summed = input.sum(dims, True) if size else input.sum()
        return summed.view(size) if len(size) < summed._a.ndim else summed
    array = total(input._a, dims)
    return wrap(array if array.shape == size else array.reshape(size))
