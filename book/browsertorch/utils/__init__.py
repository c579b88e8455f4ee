"""torch.utils: checkpoint, data and hooks, imported when asked for."""

from ..base.missing import attribute


def __getattr__(name):
    return attribute("utils", name)
