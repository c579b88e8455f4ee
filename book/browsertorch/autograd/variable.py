"""torch.autograd.Variable, the tensors of before 0.4, as old lessons still write them."""

import warnings

from ..base.errors import type_name
from ..core.backward import running
from ..core.tensor import Tensor


class _AnyTensor(type):
    def __instancecheck__(cls, instance):
        return isinstance(instance, Tensor)


class _Engine:
    """The backward passes, as other libraries reach them."""

    @staticmethod
    def queue_callback(callback):
        """Run callback() at the end of the running backward pass."""
        if not running:
            raise RuntimeError("Final callbacks can only be installed during backward pass.")
        running[-1].callbacks.append(callback)


class Variable(metaclass=_AnyTensor):
    """Variable(tensor) is the tensor without its history; every tensor is a Variable."""

    _execution_engine = _Engine()

    def __new__(cls, data, requires_grad=False, volatile=None):
        if not isinstance(data, Tensor):
            raise TypeError(f"Variable data has to be a tensor, but got {type_name(data)}")
        if volatile:
            warnings.warn("volatile was removed and now has no effect. Use `with torch.no_grad():` instead.", stacklevel=2)
        return data.detach().requires_grad_(requires_grad)
