"""Functions of the reader's that the backward pass calls, and the handles that take them away."""

import itertools

from ..base.errors import type_name


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


def check(hook, new, old):
    """TypeError or RuntimeError if a hook may not put `new` (None: nothing) in the place of the gradient `old`."""
    if new is None:
        return
    if old is None:
        raise RuntimeError("can't replace a None gradient with a non-None value")
    if not is_tensor(new):
        raise TypeError(f"expected Variable, but hook returned '{type_name(new)}'")
    name = getattr(hook, "__name__", "<unknown>")
    if new.type() != old.type():
        raise RuntimeError(f"hook '{name}' has changed the type of value (was {old.type()} got {new.type()})")
    if new.shape != old.shape:
        raise RuntimeError(f"hook '{name}' has changed the size of value")


def check_all(hook, new, old):
    """The same for all gradients at once."""
    if not isinstance(new, tuple):
        raise TypeError(f"expected tuple, but hook returned '{type_name(new)}'")
    if len(new) != len(old):
        raise RuntimeError(f"hook '{getattr(hook, '__name__', '<unknown>')}' has returned an incorrect number of values (got {len(new)}, "
                           f"but expected {len(old)})")
    for n, o in zip(new, old):
        check(hook, n, o)


def run_post_accumulate(tensor):
    for hook in list(tensor._post_accumulate.values()):
        new = hook(tensor)
        if new is not None and new is not tensor:
            if is_tensor(new):
                raise RuntimeError("Tensor post accumulate grad hooks should return None.")
            raise TypeError(f"expected Variable, but hook returned '{type_name(new)}'")


def hooks_of(node):
    """The Hooks of a node, which has none until somebody asks."""
    if node.hooks is None:
        node.hooks = Hooks()
    return node.hooks


class Hooks:
    """What runs besides a node.

    tensor:  [(output number, {id: function of that output's gradient}), ...], from Tensor.register_hook
    pre:     {id: function of the gradients of the outputs}
    retain:  {output number: weak reference to the tensor whose .grad is to be kept}
    post:    {id: function of the gradients of the inputs and of the outputs}
    """

    def __init__(self):
        self.tensor, self.pre, self.retain, self.post = [], {}, {}, {}

    def before(self, g):
        """The gradients of the outputs (a list), as the hooks leave them."""
        self.of_tensors(g)
        for hook in list(self.pre.values()):
            new = hook(tuple(g))
            if new is not None:
                check_all(hook, new, g)
                g = list(new)
        return g

    def of_tensors(self, g):
        """The hooks of the outputs themselves, and what is kept of their gradients."""
        for nr, hooks in self.tensor:
            for hook in list(hooks.values()):
                new = hook(g[nr])
                if new is not None:
                    check(hook, new, g[nr])
                    g[nr] = new
        for nr, ref in list(self.retain.items()):
            t = ref()
            if t is not None and g[nr] is not None:
                t._grad = g[nr].clone() if t._grad is None else t._grad + g[nr]

    def after(self, results, g):
        """The gradients of the inputs, as the hooks leave them."""
        if not self.post:
            return results
        results = tuple(results)
        for hook in list(self.post.values()):
            new = hook(results, tuple(g))
            if new is not None:
                check_all(hook, new, results)
                results = new
        return results
