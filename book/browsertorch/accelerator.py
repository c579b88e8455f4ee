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


synchronize = current_device_index = current_device_idx = set_device_index = set_device_idx = empty_cache = current_stream = _needed
memory_allocated = max_memory_allocated = memory_reserved = max_memory_reserved = memory_stats = get_memory_info = _needed
reset_peak_memory_stats = reset_accumulated_memory_stats = _needed


def __getattr__(name):
    raise no_attribute("accelerator", name)
