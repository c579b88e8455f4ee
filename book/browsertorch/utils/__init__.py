"""torch.utils: checkpoint and hooks, imported when asked for."""

import importlib

from ..base.missing import no_attribute


def __getattr__(name):
    if name in ("checkpoint", "hooks"):
        return importlib.import_module("." + name, __name__)
    raise no_attribute("utils", name)
