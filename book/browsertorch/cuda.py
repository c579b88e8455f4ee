"""torch.cuda: there is none, and programs may ask."""

from .base.missing import no_attribute


def is_available():
    """False: there is only the CPU."""
    return False


def device_count():
    """0."""
    return 0


def __getattr__(name):
    raise no_attribute("cuda", name)
