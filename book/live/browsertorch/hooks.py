"""Functions of the reader's that the backward pass calls, and the handles that take them away."""

import itertools


class RemovableHandle:
    """What register_hook returns; `remove()` takes the hook away. Also a context manager."""

    __module__ = "torch.utils.hooks"
    _ids = itertools.count()

    def __init__(self, hooks, fn):
        self.id = next(RemovableHandle._ids)
        self._hooks = hooks
        hooks[self.id] = fn

    def remove(self):
        self._hooks.pop(self.id, None)

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        self.remove()


def is_tensor(value):
    return hasattr(value, "_counter")


def run_tensor_hooks(node, g):
    for nr, hooks in node.tensor_hooks:
        for hook in list(hooks.values()):
            if g[nr] is None:
                continue
            new = hook(g[nr])
            if new is None:
                continue
            if not is_tensor(new):
                raise TypeError(f"expected Variable, but hook returned '{type(new).__name__}'")
            name = getattr(hook, "__name__", "<unknown>")
            if new.type() != g[nr].type():
                raise RuntimeError(f"hook '{name}' has changed the type of value (was {g[nr].type()} got {new.type()})")
            if new.shape != g[nr].shape:
                raise RuntimeError(f"hook '{name}' has changed the size of value")
            g[nr] = new


def run_prehooks(node, g):
    for hook in list(node.prehooks.values()):
        new = hook(tuple(g))
        if new is not None:
            g = [new] if is_tensor(new) else list(new)
    return g


def run_retain(node, g):
    for nr, ref in list(node.retain.items()):
        t = ref()
        if t is not None and g[nr] is not None:
            t._grad = g[nr].clone() if t._grad is None else t._grad + g[nr]


def run_hooks(node, results, g):
    results = tuple(results)
    for hook in list(node.hooks.values()):
        new = hook(results, tuple(g))
        if new is not None:
            new = (new,) if is_tensor(new) else tuple(new)
            if len(new) != len(results):
                raise RuntimeError(f"hook '{getattr(hook, '__name__', '<unknown>')}' has returned an incorrect number of values (got {len(new)}, "
                                   f"but expected {len(results)})")
            results = new
    return results
