"""torch._utils: what the pickles in torch's files call to make tensors again."""

import numpy as np

from .core.tensor import wrap
from .nn.parameter import Parameter


def _rebuild_tensor_v2(storage, storage_offset, size, stride, requires_grad, backward_hooks, metadata=None):
    """A tensor over a storage's memory."""
    array, item = storage._array, storage._array.itemsize
    view = np.lib.stride_tricks.as_strided(array[storage_offset:], tuple(size), tuple(s * item for s in stride))
    tensor = wrap(view)
    tensor._rg = requires_grad
    return tensor


def _rebuild_parameter(data, requires_grad, backward_hooks):
    """A Parameter over a tensor."""
    return Parameter(data, requires_grad)
