"""torch.accelerator: the GPU or the like, of which there is none."""

from .base.missing import no_attribute


def is_available():
    """False."""
    return False


def device_count():
    """0."""
    return 0


def current_accelerator(check_available=False):
    """None."""
    return None


def _needed(*args, **kwargs):
    """Needs an accelerator."""
    raise RuntimeError("Cannot access accelerator device when none is available.")


synchronize = current_device_index = set_device_index = empty_cache = current_stream = memory_allocated = _needed


def __getattr__(name):
    raise no_attribute("accelerator", name)
