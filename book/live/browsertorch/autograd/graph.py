"""Looking into the graph, and saying how it keeps tensors (torch.autograd.graph)."""

import weakref
from collections import namedtuple
from contextlib import contextmanager

from ..arguments import type_name
from ..backward import running
from ..engine import Node, edge, shell
from ..errors import no_attribute
from ..modes import mode, no_grad
from ..tensor import Tensor

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


def pack(saved, tensor):
    """Give a just saved tensor to the innermost hooks (engine.Saved)."""
    register(saved, tensor, *mode.saved_hooks[-1])


def register(saved, tensor, pack_hook, unpack_hook):
    """Replace what `saved` holds by pack_hook(tensor), and remember where the tensor stood in the graph."""
    version = tensor._counter[0]
    place = (None, 0) if saved.is_result else edge(tensor)    # a result's node is put back on unpacking: no cycle
    with no_grad():
        saved.packed = pack_hook(tensor), place, tensor.is_leaf, tensor.requires_grad
    if tensor._counter[0] != version:
        raise RuntimeError(
            "A saved tensor pack hook is modifying its input in place. Tensors provided as input to pack hook cannot be modified by "
            "in-place operations as this can lead to unexpected side-effects. Please open an issue if you need to perform in-place "
            "operations on the input to a pack hook.")
    saved.hooks, saved.value = unpack_hook, None


def unpack(saved, node):
    """The tensor of the unpack hook, put where the saved one stood in the graph."""
    packed, (maker, nr), is_leaf, requires_grad = saved.packed
    tensor = saved.hooks(packed)
    if not isinstance(tensor, Tensor):
        raise TypeError("Output of saved tensor unpack_hook expected to be a Tensor but got result of type " + type_name(tensor))
    out = shell(tensor)
    out._rg = requires_grad or saved.is_result
    if saved.is_result:
        out._node, out._nr = node, saved.nr
    elif not is_leaf:
        out._node, out._nr = maker, nr
    elif maker is not None:
        out._accumulator = weakref.ref(maker)
    return out


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
    raise no_attribute("autograd.graph", name)
