"""Old names that torch still has, and warns of: nn.init.xavier_uniform, nn.utils.clip_grad_norm, set_default_tensor_type."""

import importlib
import warnings

from .base import dtypes
from .base.modes import warn_once
from .core import registry
from .nn import init
from .nn.utils import clip_grad_norm_

tensortype = type(registry.functions["FloatTensor"])


def _old(old, new, place):
    """new under its old name, with a warning."""
    def deprecated(*args, **kwargs):
        warnings.warn(f"`{place}.{old}` is now deprecated in favor of `{place}.{new.__name__}`.", FutureWarning, stacklevel=2)
        return new(*args, **kwargs)

    deprecated.__name__ = deprecated.__qualname__ = old
    return deprecated


for _name in "constant dirac eye kaiming_normal kaiming_uniform normal orthogonal sparse uniform xavier_normal xavier_uniform".split():
    globals()[_name] = _old(_name, getattr(init, _name + "_"), "nn.init")
clip_grad_norm = _old("clip_grad_norm", clip_grad_norm_, "torch.nn.utils")


def set_default_tensor_type(t, /):
    """What set_default_dtype does, by the name of a class of tensors such as torch.DoubleTensor."""
    warn_once("torch.set_default_tensor_type() is deprecated as of PyTorch 2.1, please use torch.set_default_dtype() and "
              "torch.set_default_device() as alternatives. (Triggered internally at "
              "/__w/pytorch/pytorch/torch/csrc/tensor/python_tensor.cpp:434.)")
    if isinstance(t, str):
        place, _, name = t.rpartition(".")
        t = getattr(importlib.import_module(place or "builtins"), name)
    if not isinstance(t, tensortype):
        raise TypeError("invalid type object: only floating-point types are supported as the default type")
    dtypes.set_default_dtype(t.dtype)
