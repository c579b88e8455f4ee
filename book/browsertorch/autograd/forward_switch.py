"""Forward mode as a switch of its own: torch.autograd.forward_ad._set_fwd_grad_enabled."""

from ..base.modes import Switch, carry, mode


class _set_fwd_grad_enabled(Switch):
    """Carry tangents along or not, at once; as a context it is put back at the end."""

    __module__ = "torch.autograd.forward_ad"

    def __init__(self, mode: bool):
        self.mode, self.prev = mode, _is_fwd_grad_enabled()
        carry(mode)

    def __enter__(self):
        pass

    def __exit__(self, *exc):
        carry(self.prev)

    def _clone(self):
        return type(self)(self.mode)


def _is_fwd_grad_enabled():
    """Are tangents carried along?"""
    return mode.forward
