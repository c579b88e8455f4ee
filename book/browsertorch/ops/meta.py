"""The device meta: tensors of a shape and a dtype, without elements. creation.check_device asks here for what makes them."""

import warnings

from ..base import meta_array
from ..base.meta_numpy import elsewhere
from ..base.values import places
from ..core.graph import differentiable

NOT_ASSIGNED = ("for {}: copying from a non-meta parameter in the checkpoint to a meta parameter in the current model, which is a no-op. (Did "
                "you mean to pass `assign=True` to assign items in the state dictionary to their corresponding key in the module instead of "
                "copying them in place?)")


class Meta:
    """Where nothing has elements."""

    @staticmethod
    def made(f, args, kwargs):
        """The array that f makes."""
        with elsewhere("meta"):
            return meta_array.of(f(*args, **kwargs))

    @staticmethod
    def moved(tensor):
        """The tensor, or one like it there."""
        if tensor.is_meta:
            return tensor
        return differentiable("ToCopyBackward0", meta_array.of(tensor._a), (tensor, lambda g: g.cpu()))


class Cpu:
    """The CPU, for what is made like a tensor of meta or moved from there."""

    @staticmethod
    def made(f, args, kwargs):
        with elsewhere("cpu"):
            return f(*args, **kwargs)

    @staticmethod
    def moved(tensor):
        if tensor.is_meta:
            raise NotImplementedError(meta_array.NO_DATA)
        return tensor


places.update(meta=Meta, cpu=Cpu)


def not_assigned(key):
    """The warning of load_state_dict where it writes into a parameter of meta."""
    warnings.warn(NOT_ASSIGNED.format(key), stacklevel=6)
