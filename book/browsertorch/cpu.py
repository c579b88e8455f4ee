"""torch.cpu: what torch.cuda asks, of the processor."""

from .base.missing import no_attribute


def is_available():
    """True."""
    return True


def device_count():
    """1, as torch counts it."""
    return 1


def current_device():
    """Its name: there is one."""
    return "cpu"


def synchronize(device=None):
    """Nothing: what is computed is there at once."""


is_initialized, set_device = is_available, synchronize


def __getattr__(name):
    raise no_attribute("cpu", name)
