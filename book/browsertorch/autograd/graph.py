"""Looking into the graph, and saying how it keeps tensors (torch.autograd.graph)."""

from collections import namedtuple
from contextlib import contextmanager

from ..base.missing import attribute
from ..base.modes import mode
from ..core.backward import running
from ..core.graph import Node, edge    # Node: torch.autograd.graph.Node
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


class _Handles:
    """Several hook handles as one."""

    def __init__(self, handles):
        self.handles = handles

    def remove(self):
        for handle in self.handles:
            handle.remove()

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        self.remove()


def register_multi_grad_hook(tensors, fn, *, mode="all"):
    """Call fn once in a backward pass: with the list of all gradients (mode "all"), or with the first to come ("any")."""
    if mode not in ("all", "any"):
        raise ValueError(f"Expects mode to be one of ('all', 'any') but got {mode}")
    nodes = [edge(t)[0] for t in tensors]
    seen = {"pass": None}    # what came in the running backward pass

    def start():
        now = running[-1]
        if seen["pass"] is not now:
            left = sum(n in now[0] for n in nodes)
            seen.update({"pass": now, "left": left, "grads": [None] * len(tensors), "done": False})

    def hook_of(index):
        def hook(grad):
            start()
            if mode == "any":
                if not seen["done"]:
                    seen["done"] = True
                    fn(grad)
                return
            seen["grads"][index] = grad
            seen["left"] -= 1
            if not seen["left"]:
                fn(seen["grads"])
        return hook

    return _Handles([t.register_hook(hook_of(i)) for i, t in enumerate(tensors)])


def increment_version(tensor):
    """Count one in-place change of a tensor (or of each of several), made without torch knowing."""
    for t in (tensor,) if isinstance(tensor, Tensor) else tensor:
        t._counter[0] += 1


def __getattr__(name):
    return attribute("autograd.graph", name)
