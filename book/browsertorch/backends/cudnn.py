"""torch.backends.cudnn: switches of a library for GPUs."""

enabled, benchmark, deterministic, allow_tf32, benchmark_limit = True, False, False, True, None


def is_available():
    """False: there is no GPU."""
    return False


def version():
    """None."""
    return None
