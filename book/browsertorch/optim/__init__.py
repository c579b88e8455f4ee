"""torch.optim: optimizers and learning rates that change."""

from ..base.missing import attribute
from .methods import SGD, Adagrad, Adam, AdamW, RMSprop
from .optimizer import Optimizer

# A class says where torch keeps it: that is what type() prints.
for _class in (SGD, Adam, AdamW, RMSprop, Adagrad):
    _class.__module__ = "torch.optim." + _class.__name__.lower()
Optimizer.__module__ = "torch.optim.optimizer"
del _class


def __getattr__(name):
    return attribute("optim", name)
