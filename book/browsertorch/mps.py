"""torch.mps: Apple's GPUs, of which there is none."""

from .base.missing import no_attribute


def is_available():
    """False."""
    return False


def device_count():
    """0."""
    return 0


def manual_seed(seed):
    """Nothing: there is nothing to seed."""


def _needed(name, call):
    def needed(*args, **kwargs):
        raise RuntimeError(f"Cannot execute {call}() without MPS backend.")
    needed.__name__ = needed.__qualname__ = name
    needed.__doc__ = "Needs one of them."
    return needed


for _name, _call in {"empty_cache": "emptyCache", "synchronize": "deviceSynchronize", "current_allocated_memory": "getCurrentAllocatedMemory",
                     "driver_allocated_memory": "getDriverAllocatedMemory", "recommended_max_memory": "recommendedMaxMemory",
                     "set_per_process_memory_fraction": "setMemoryFraction", "seed": "getDefaultGenerator",
                     "get_rng_state": "getDefaultGenerator"}.items():
    globals()[_name] = _needed(_name, _call)
del _name, _call


def __getattr__(name):
    raise no_attribute("mps", name)
