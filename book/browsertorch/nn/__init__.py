"""torch.nn: modules, layers, losses and their functions."""

from ..base.missing import attribute, shown_later
from . import functional, init, parameter, utils
from .activation_layers import (CELU, ELU, GELU, SELU, Hardshrink, Hardsigmoid, Hardswish, Hardtanh, LeakyReLU, LogSigmoid, LogSoftmax,
                                Mish, ReLU, ReLU6, Sigmoid, SiLU, Softmax, Softmin, Softplus, Softshrink, Softsign, Tanh, Tanhshrink,
                                Threshold)
from .containers import ModuleDict, ModuleList, ParameterDict, ParameterList, Sequential
from .layers import BatchNorm1d, Dropout, Embedding, Flatten, Identity, LayerNorm, Linear, Unflatten
from .loss_layers import BCELoss, BCEWithLogitsLoss, CrossEntropyLoss, HuberLoss, KLDivLoss, L1Loss, MSELoss, NLLLoss, SmoothL1Loss
from .module import Module
from .parameter import Buffer, Parameter

# A class says where torch keeps it: that is what type() prints.
for _place, _classes in {
        "activation": (CELU, ELU, GELU, SELU, Hardshrink, Hardsigmoid, Hardswish, Hardtanh, LeakyReLU, LogSigmoid, LogSoftmax, Mish,
                       ReLU, ReLU6, Sigmoid, SiLU, Softmax, Softmin, Softplus, Softshrink, Softsign, Tanh, Tanhshrink, Threshold),
        "container": (ModuleDict, ModuleList, ParameterDict, ParameterList, Sequential),
        "loss": (BCELoss, BCEWithLogitsLoss, CrossEntropyLoss, HuberLoss, KLDivLoss, L1Loss, MSELoss, NLLLoss, SmoothL1Loss),
        "linear": (Identity, Linear), "flatten": (Flatten, Unflatten), "dropout": (Dropout,), "sparse": (Embedding,),
        "batchnorm": (BatchNorm1d,), "normalization": (LayerNorm,), "module": (Module,)}.items():
    for _class in _classes:
        _class.__module__ = "torch.nn.modules." + _place
Parameter.__module__ = Buffer.__module__ = "torch.nn.parameter"
del _place, _classes, _class
__all__ = [name for name in globals() if name[0] != "_" and name not in ("attribute", "shown_later")] + shown_later("nn")


def __getattr__(name):
    return attribute("nn", name)
