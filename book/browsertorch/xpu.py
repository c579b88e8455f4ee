"""torch.xpu: Intel's GPUs, of which there is none."""

from .base.missing import no_attribute


def is_available():
    """False."""
    return False


def device_count():
    """0."""
    return 0


def manual_seed(seed):
    """Nothing: there is nothing to seed."""


def empty_cache():
    """Nothing: there is no cache."""


manual_seed_all, is_initialized = manual_seed, is_available


def synchronize(*args, **kwargs):
    """Needs one of them."""
    raise AssertionError("Torch not compiled with XPU enabled")


current_device = get_device_name = get_device_properties = get_device_capability = set_device = synchronize


def __getattr__(name):
    raise no_attribute("xpu", name)
