"""torch.nn.modules: the layers that are read only when a program names them, and the modules in which torch keeps the others."""

import importlib
import sys
import types
from importlib.machinery import ModuleSpec, PathFinder

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
        if PathFinder.find_spec(path, __path__):
            importlib.import_module(path)
        else:
            sys.modules[path] = globals()[name] = types.ModuleType(path)
    return sys.modules[path]


class _Made:
    """Loader of a module that was made here: pickle imports it."""

    def create_module(self, spec):
        return sys.modules[spec.name]

    def exec_module(self, module):
        pass


def spec(path):
    """What the import of `path`, for which there is no file, asks for."""
    moved_to_torchs_places()
    return ModuleSpec(path, _Made()) if path in sys.modules else None


def __getattr__(name):
    if not name.startswith("_"):
        moved_to_torchs_places()
    if name in globals():
        return globals()[name]
    if name[:1].isupper() and hasattr(nn := sys.modules[__package__.rpartition(".")[0]], name):      # torch has its layers here too
        return getattr(nn, name)
    raise no_attribute("nn.modules", name)
