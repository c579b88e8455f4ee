"""torch.cuda: there is none, and programs may ask."""

from ..base.missing import attribute


def is_available():
    """False: there is only the CPU."""
    return False


def device_count(*args, **kwargs):
    """0."""
    return 0


memory_allocated = max_memory_allocated = memory_reserved = max_memory_reserved = device_count
is_initialized = is_bf16_supported = is_available


def manual_seed(seed):
    """Nothing: there is nothing to seed."""


def empty_cache():
    """Nothing: there is no cache."""


manual_seed_all, seed, seed_all = manual_seed, empty_cache, empty_cache


def synchronize(*args, **kwargs):
    """Needs a GPU."""
    raise AssertionError("Torch not compiled with CUDA enabled")


current_device = get_device_name = get_device_properties = get_device_capability = initial_seed = mem_get_info = synchronize
current_stream = get_rng_state = ipc_collect = set_per_process_memory_fraction = synchronize


def __getattr__(name):
    return attribute("cuda", name)
