"""Runs of equal values, and where values would be put into a sorted sequence. Read when one of them is named."""

import math

import numpy as np

from ..core.graph import differentiable
from ..core.registry import function, op
from ..core.tensor import Tensor, wrap
from .sort import refuse


@op
def unique_consecutive(input, return_inverse=False, return_counts=False, dim=None):
    """Runs of equal values (along dim: of equal slices) as one."""
    if dim is not None and not input._a.ndim:
        raise IndexError("Dimension specified as 0 but tensor has no dimensions")
    a = input._a.reshape(-1) if dim is None else np.moveaxis(input._a, input._dim(dim), 0)
    rows = a.reshape(len(a), math.prod(a.shape[1:]))
    first = np.ones(len(a), bool)
    if len(a):
        first[1:] = (rows[1:] != rows[:-1]).any(1)
    kept = a[first]
    if dim is not None:
        kept = np.ascontiguousarray(np.moveaxis(kept, 0, input._dim(dim)))
    name = "unique_consecutive" if dim is None else "unique_dim_consecutive"
    out = [differentiable("UniqueConsecutiveBackward0" if dim is None else "UniqueDimConsecutiveBackward0", kept, (input, lambda g: refuse(name)))]
    if return_inverse:
        inverse = (np.cumsum(first) - 1).astype(np.int64)
        out.append(wrap(inverse.reshape(input._a.shape) if dim is None else inverse))
    if return_counts:
        out.append(wrap(np.diff(np.append(np.flatnonzero(first), len(a))).astype(np.int64)))
    return out[0] if len(out) == 1 else tuple(out)


@function
def searchsorted(sorted_sequence, input, *, out_int32=False, right=False, side=None, sorter=None):
    """Where values would be put to keep the order of the last dimension; right (or side="right"): behind equal ones."""
    if side not in (None, "left", "right"):
        raise RuntimeError(f"torch.searchsorted(): side can only be 'left' or 'right' but got {side}")
    if right and side == "left":
        raise RuntimeError("torch.searchsorted(): side and right can't be set to opposites, got side of left while right was True")
    side = "right" if right else side or "left"
    a = sorted_sequence._a
    if sorter is not None:
        if sorter._a.shape != a.shape:
            raise RuntimeError("torch.searchsorted(): boundary and sorter must have the same size, but got boundary tensor "
                               f"{list(a.shape)}and got sorter tensor {list(sorter._a.shape)}")
        a = np.take_along_axis(a, sorter._a, -1)
    values = input._a if isinstance(input, Tensor) else np.asarray(input)
    if a.ndim > 1 and (values.ndim != a.ndim or values.shape[:-1] != a.shape[:-1]):
        raise RuntimeError("torch.searchsorted(): boundaries tensor should be 1 dimension or the first N-1 dimensions of boundaries tensor and "
                           f"input value tensor must match, but we got boundaries tensor {list(a.shape)} and input value tensor "
                           f"{list(values.shape)}")
    if a.ndim > 1:
        rows = [np.searchsorted(r, v, side) for r, v in zip(a.reshape(-1, a.shape[-1]), values.reshape(-1, values.shape[-1]))]
        found = np.array(rows).reshape(values.shape)
    else:
        found = np.searchsorted(a, values, side)
    return wrap(np.asarray(found, np.int32 if out_int32 else np.int64))


@function
def bucketize(input, boundaries, *, out_int32=False, right=False):
    """The interval each element lies in."""
    return searchsorted(boundaries, input, out_int32=out_int32, right=right)
