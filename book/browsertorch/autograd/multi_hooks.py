"""torch.autograd.graph.register_multi_grad_hook: one hook for the gradients of several tensors."""

from ..core.backward import running
from ..core.graph import edge


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
        if seen["pass"] != now.number:
            left = sum(n in now.arrived for n in nodes)
            seen.update({"pass": now.number, "left": left, "grads": [None] * len(tensors), "done": False})

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
