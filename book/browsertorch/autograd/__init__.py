"""torch.autograd: asking for gradients (gradients.py), functions of one's own (function.py), hooks on what is kept (graph.py), ..."""

import importlib
import sys

from ..base import modes as grad_mode
from ..base.missing import attribute
from ..base.modes import enable_grad, inference_mode, no_grad, set_grad_enabled
from .anomaly import detect_anomaly, set_detect_anomaly
from .function import Function
from .gradcheck import gradcheck, gradgradcheck
from .gradients import backward, grad

_LAZY = {"functional", "graph", "forward_ad"}
sys.modules[__name__ + ".grad_mode"] = grad_mode


def __getattr__(name):
    if name in _LAZY:
        return importlib.import_module("." + name, __name__)
    return attribute("autograd", name)
