"""torch.version: which torch this is."""

from .base.missing import no_attribute

__version__, debug = "2.13.0+cpu", False
cuda = hip = rocm = xpu = None


def __getattr__(name):
    raise no_attribute("version", name)
