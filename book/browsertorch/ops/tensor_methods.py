"""Methods of tensors of seldom use."""

import numpy as np

from ..base.errors import type_name
from ..core.registry import function, method
from ..core.tensor import Tensor
from ..core.views import write
from ..api.calls import public
from .arithmetic import float_power
from .histogram import histogram as _histogram


@method
def apply_(self, callable):
    """Replace each element by what the function says of it."""
    if self.requires_grad:
        raise RuntimeError("Can't call apply_() on Variable that requires grad. Use var.detach().apply_() instead.")
    a = self._a
    for place in np.ndindex(a.shape):
        a[place] = callable(a[place].item())
    return self


@method
def map_(self, tensor, callable):
    """Replace each element by what the function says of it and of the other tensor's."""
    if self.requires_grad or tensor.requires_grad:
        raise RuntimeError("Can't call map_() on Variable that requires grad. Use var.detach().map_() instead.")
    other = np.broadcast_to(tensor._a, self._a.shape)
    for place in np.ndindex(self._a.shape):
        self._a[place] = callable(self._a[place].item(), other[place].item())
    return self


@method
def fill_diagonal_(self, fill_value, wrap=False):
    """The same number on the whole diagonal."""
    if self.dim() < 2:
        raise RuntimeError("dimensions must larger than 1")
    if self.dim() > 2 and len(set(self.shape)) > 1:
        raise RuntimeError("all dimensions of input must be of equal length")
    np.fill_diagonal(self._a, fill_value, wrap=wrap)
    self._counter[0] += 1
    return self


@method
def cross(self, other, dim=None):
    """The vector product."""
    return public("cross")(self, other, dim)


@method
def share_memory_(self):
    """Between processes: here is one."""
    return self


@method
def pin_memory(self, device=None):
    """For GPUs: here is none."""
    raise RuntimeError("Cannot access accelerator device when none is available.")


@method
def get_device(self):
    """The number of its GPU: -1, there is none."""
    return -1


@method
def is_same_size(self, other):
    """Have they the same shape?"""
    return self.shape == other.shape


@method
def is_set_to(self, tensor):
    """Do both look at the same elements of the same memory?"""
    return self.data_ptr() == tensor.data_ptr() and self.shape == tensor.shape and self.stride() == tensor.stride()


@method
def histogram(self, *args, **kwargs):
    """torch.histogram."""
    return _histogram(self, *args, **kwargs)


@method
def float_power_(self, exponent):
    """float_power in place, of float64."""
    if self._a.dtype != np.float64:
        raise RuntimeError(f"the output given to float_power has dtype {self.dtype.title} but the operation's result requires dtype Double")
    return write(self, float_power, (exponent,), {})


function(get_device)
function(is_same_size)


def is_signed(input):
    """Has its dtype negative numbers?"""
    if not isinstance(input, Tensor):
        raise TypeError(f"is_signed(): argument 'input' (position 1) must be Tensor, not {type_name(input)}")
    return input.dtype.is_signed


function(is_signed)
