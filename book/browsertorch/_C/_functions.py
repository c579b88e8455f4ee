"""torch._C._functions: nodes that are made for trying the graph out."""

from ..base.missing import MissingAttribute, missing
from ..core.graph import AccumulateGrad as AccumulateGrad, differentiable
from ..autograd.virtual import Node


@Node.register
class UndefinedGrad:
    """UndefinedGrad()(x) is x, and sends no gradient back."""

    def __call__(self, *tensors):
        outs = tuple(differentiable("UndefinedGradBackward", t._a, (t, lambda g: None)) for t in tensors)
        return outs[0] if len(outs) == 1 else outs


@Node.register
class DelayedError:
    """DelayedError(message, n)(x) is x; the backward pass raises the message there."""

    def __init__(self, message, num_inputs):
        self.message = message

    def __call__(self, *tensors):
        message = self.message

        def refuse(g):
            raise RuntimeError(message)

        outs = tuple(differentiable("Error", t._a, (t, refuse)) for t in tensors)
        return outs[0] if len(outs) == 1 else outs


def __getattr__(name):
    if name.startswith("__"):
        raise AttributeError(name)
    raise missing("torch._C._functions." + name, MissingAttribute)
