"""Classes that stand for what the graph is made of: isinstance(x.grad_fn, torch.autograd.graph.Node)."""

from abc import ABC

from ..core.graph import Node as _Node, Saved
from ..core.saved_checks import SavedNone
from .function import FunctionCtx


class Node(ABC):  # noqa: B024  what inherits from it is elsewhere
    """What a grad_fn is. None of the classes of nodes inherits from it."""

    __module__ = "torch.autograd.graph"

    @classmethod
    def __subclasshook__(cls, other):
        return issubclass(other, (_Node, FunctionCtx)) or NotImplemented


class SavedTensor(ABC):  # noqa: B024
    """What `grad_fn._raw_saved_...` is."""

    __module__ = "torch._C._autograd"

    def __new__(cls, *args, **kwargs):
        raise RuntimeError("Trying to create a SavedTensor object from Python is forbidden.")


SavedTensor.register(Saved)
SavedTensor.register(SavedNone)
