"""torch.autograd."""

from .. import engine
from ..tensor import Tensor, wrap


def backward(tensors, grad_tensors=None, retain_graph=None, create_graph=False, inputs=None):
    """Add the gradients of `tensors` to .grad of the leaves (see Tensor.backward)."""
    import numpy as np
    g = wrap(np.ones_like(tensors._a)) if grad_tensors is None else grad_tensors
    engine.run_backward([engine.edge(tensors)], [g], create_graph if retain_graph is None else retain_graph, create_graph)
