"""Where tensors are: what new ones are made on, and what a tensor says of it."""

import importlib

from .base.values import default_device, device as Device


def set_default_device(device):
    """Make tensors there that say nothing else; None: on the CPU."""
    default_device[0] = None if device is None else Device(device)


def get_default_device():
    """Where tensors are made that say nothing else."""
    return default_device[-1] or Device("cpu")


def get_device_module(device=None):
    """torch.cpu, torch.cuda and the like."""
    return importlib.import_module("." + ("cpu" if device is None else Device(device).type), __package__)


class OutOfMemoryError(RuntimeError):
    """What a GPU without room left raises; programs catch it."""

    __module__ = "torch"
