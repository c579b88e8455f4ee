"""Making tensors from numbers."""

import numpy as np

from . import dtypes
from .registry import function
from .tensor import Tensor, wrap


@function
def tensor(data, *, dtype=None, device=None, requires_grad=False):
    """A new tensor holding a copy of `data` (a number, nested lists, a numpy array)."""
    a = np.array(data)
    if dtype is not None:
        a = a.astype(dtype.np)
    elif a.dtype.kind == "f":
        a = a.astype(dtypes.default[0].np)
    t = wrap(a)
    return t.requires_grad_() if requires_grad else t
