"""torch.backends.cpu."""


def get_cpu_capability():
    """No vector instructions of a processor."""
    return "DEFAULT"
