"""torch.autograd.set_multithreading_enabled: a switch without effect, because a backward pass has one thread here."""

from ..base.modes import Switch

_on = [True]


class set_multithreading_enabled(Switch):
    """Switch it at once; as a context it is put back at the end."""

    __module__ = "torch.autograd.grad_mode"

    def __init__(self, mode: bool):
        self.mode, self.prev = mode, _on[0]
        _on[0] = mode

    def __enter__(self):
        pass

    def __exit__(self, *exc):
        _on[0] = self.prev

    def __call__(self, function):
        _on[0] = self.prev     # a decorator switches only while the function runs
        return super().__call__(function)

    def _clone(self):
        return type(self)(self.mode)


def is_multithreading_enabled():
    """What it was switched to."""
    return _on[0]
