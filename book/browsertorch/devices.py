"""torch.set_default_device: where new tensors are made."""

from .base.values import default_device, device as Device


def set_default_device(device):
    """Make tensors there that say nothing else; None: on the CPU."""
    default_device[0] = None if device is None else Device(device)


def get_default_device():
    """Where tensors are made that say nothing else."""
    return default_device[-1] or Device("cpu")
