"""Views and other changes of shape."""

import numpy as np

from .inplace import view
from .registry import method, op


@method
def expand(input, *sizes):
    """A view with dimensions of length 1 repeated (no memory is copied)."""
    size = sizes[0] if len(sizes) == 1 and not isinstance(sizes[0], int) else sizes
    shape = input._a.shape
    return view("ExpandBackward0", input, np.broadcast_to(input._a, size), lambda g: g.sum_to_size(shape))
