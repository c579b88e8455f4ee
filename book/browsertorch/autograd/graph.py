"""Looking into the graph, and saying how it keeps tensors (torch.autograd.graph)."""

from collections import namedtuple
from contextlib import contextmanager

from ..base.missing import attribute
from ..base.modes import mode
from ..core.graph import edge
from ..core.tensor import Tensor

GradientEdge = namedtuple("GradientEdge", "node output_nr ownership_token", defaults=(None,))
_disabled = None    # the message of disable_saved_tensors_hooks


def get_gradient_edge(tensor):
    """The edge (node, output number) through which gradients reach `tensor`; usable in place of it."""
    if not tensor.requires_grad:
        raise RuntimeError("It is not possible to get the gradient edge for a Tensor that does not require gradients")
    return GradientEdge(*edge(tensor))


class saved_tensors_hooks:
    """Tensors saved for backward go through pack_hook(tensor) -> anything, and come back by unpack_hook(anything) -> tensor."""

    def __init__(self, pack_hook, unpack_hook):
        self.pack_hook, self.unpack_hook = pack_hook, unpack_hook

    def __enter__(self):
        if _disabled is not None:
            raise RuntimeError(_disabled)
        mode.saved_hooks.append((self.pack_hook, self.unpack_hook))

    def __exit__(self, *exc):
        mode.saved_hooks.pop()


class save_on_cpu(saved_tensors_hooks):
    """Keep saved tensors in the computer's own memory, where they are already here."""

    def __init__(self, pin_memory=False, device_type="cuda"):
        super().__init__(lambda tensor: (tensor.device, tensor.cpu()), lambda packed: packed[1].to(packed[0]))


def is_enabled():
    return _disabled is None


@contextmanager
def disable_saved_tensors_hooks(error_message):
    """Inside, saved_tensors_hooks raises RuntimeError(error_message)."""
    global _disabled
    if mode.saved_hooks:
        raise RuntimeError(error_message)
    before, _disabled = _disabled, error_message
    try:
        yield
    finally:
        _disabled = before


def increment_version(tensor):
    """Count one in-place change of a tensor (or of each of several), made without torch knowing."""
    for t in (tensor,) if isinstance(tensor, Tensor) else tensor:
        t._counter[0] += 1


def __getattr__(name):
    return attribute("autograd.graph", name)
