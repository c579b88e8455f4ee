"""torch.nn.modules: the layers that are read only when a program names them, and the modules in which torch keeps the others."""

import importlib
import sys
import types

from ...base.missing import no_attribute
from .. import activation_layers, containers, layers, loss_layers, module as _base


def moved_to_torchs_places():
    """Make the modules that the layers' classes name, so that a pickle finds `torch.nn.modules.linear.Linear`."""
    for home in (activation_layers, containers, layers, loss_layers, _base):
        for name, cls in vars(home).items():
            if isinstance(cls, type) and cls.__module__.startswith("torch.nn.modules."):
                setattr(_place(cls.__module__.rpartition(".")[2]), name, cls)


def _place(name):
    """The file of that name here, or else an empty module."""
    path = f"{__name__}.{name}"
    if path not in sys.modules:
        try:
            importlib.import_module(path)
        except ModuleNotFoundError:
            sys.modules[path] = globals()[name] = types.ModuleType(path)
    return sys.modules[path]


def __getattr__(name):
    if not name.startswith("_"):
        moved_to_torchs_places()
    if name in globals():
        return globals()[name]
    raise no_attribute("nn.modules", name)
