"""What a node keeps, as a reader takes hold of it: when hooks may be put on it (`grad_fn._raw_saved_self.register_hooks`)."""


def check(saved, hooks):
    """TypeError or RuntimeError if that saved tensor cannot take these hooks."""
    if len(hooks) != 2 or not all(map(callable, hooks)):
        given = ", ".join(map(repr, (saved, *hooks)))
        raise TypeError("register_hooks(): incompatible function arguments. The following argument types are supported:\n"
                        "    1. (self: torch._C._autograd.SavedTensor, arg0: collections.abc.Callable, arg1: collections.abc.Callable) -> None\n\n"
                        "Invoked with: " + given)
    if saved.hooks is not None:
        raise RuntimeError("Calling register_hooks on a saved tensor whose hooks have already been set. Hint: only one pair of hooks is "
                           "allowed at a time.")
    if saved.value is None:
        raise RuntimeError("Calling register_hooks on a saved tensor with value None is forbidden")


class SavedNone:
    """What a custom Function keeps for a None among its saved tensors."""

    __module__, __qualname__ = "torch._C._autograd", "SavedTensor"
    value = hooks = None

    def register_hooks(self, *hooks):
        check(self, hooks)
