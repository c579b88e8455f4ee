"""Activation functions as modules."""

from . import functional as F
from .module import Module


class _Activation(Module):
    """Calls F.<function>(input, *values of the attributes in `options`); `shown` options appear in the text."""

    function = None
    options = shown = ()

    def _set(self, **values):
        Module.__init__(self)
        self.__dict__.update(values)

    def forward(self, input):
        return type(self).function(input, **{name: getattr(self, name) for name in self.options})

    def extra_repr(self):
        shown = [repr(getattr(self, name)) if name == "lambd" else f"{name}={getattr(self, name)!r}" for name in self.shown]
        return ", ".join(shown + ["inplace=True"] * getattr(self, "inplace", False))


def _layer(name, function, *options, **defaults):
    """A module class; options are the names shown in its text, defaults its arguments in order (...: none)."""
    def __init__(self, *args, **kwargs):
        if len(args) > len(defaults):
            raise TypeError(f"{name}.__init__() takes from 1 to {len(defaults) + 1} positional arguments but {len(args) + 1} "
                            "were given" if defaults else f"{name}.__init__() takes 1 positional argument but {len(args) + 1} were given")
        unknown = set(kwargs) - set(defaults)
        if unknown:
            raise TypeError(f"{name}.__init__() got an unexpected keyword argument '{unknown.pop()}'")
        needed = [repr(n) for n, default in list(defaults.items())[len(args):] if default is ... and n not in kwargs]
        if needed:
            raise TypeError(f"{name}.__init__() missing {len(needed)} required positional argument{'s' * (len(needed) > 1)}: "
                            + " and ".join(needed))
        self._set(**{**defaults, **dict(zip(defaults, args)), **kwargs})

    def forward(self, input):
        return _Activation.forward(self, input)

    forward.__qualname__ = f"{'Hardtanh' if name == 'ReLU6' else name}.forward"     # the class torch inherits it from
    return type(name, (_Activation,), {
        "__init__": __init__, "forward": forward, "function": staticmethod(function), "options": tuple(defaults),
        "shown": options, "__doc__": function.__doc__, "__module__": __name__})


ReLU = _layer("ReLU", F.relu, inplace=False)
ReLU6 = _layer("ReLU6", F.relu6, inplace=False)
LeakyReLU = _layer("LeakyReLU", F.leaky_relu, "negative_slope", negative_slope=0.01, inplace=False)
Hardtanh = _layer("Hardtanh", F.hardtanh, "min_val", "max_val", min_val=-1.0, max_val=1.0, inplace=False)
_init = Hardtanh.__init__


def _checked(self, *args, **kwargs):
    _init(self, *args, **kwargs)
    assert self.max_val > self.min_val, f"max_val ({self.max_val}) must be greater than min_val ({self.min_val})"


Hardtanh.__init__ = _checked
Hardsigmoid = _layer("Hardsigmoid", F.hardsigmoid, inplace=False)
Hardswish = _layer("Hardswish", F.hardswish, inplace=False)
Hardshrink = _layer("Hardshrink", F.hardshrink, "lambd", lambd=0.5)
Softshrink = _layer("Softshrink", F.softshrink, "lambd", lambd=0.5)
Threshold = _layer("Threshold", F.threshold, "threshold", "value", threshold=..., value=..., inplace=False)
ELU = _layer("ELU", F.elu, "alpha", alpha=1.0, inplace=False)
SELU = _layer("SELU", F.selu, inplace=False)
CELU = _layer("CELU", F.celu, "alpha", alpha=1.0, inplace=False)
GELU = _layer("GELU", F.gelu, "approximate", approximate="none")
SiLU = _layer("SiLU", F.silu, inplace=False)
Mish = _layer("Mish", F.mish, inplace=False)
Softplus = _layer("Softplus", F.softplus, "beta", "threshold", beta=1.0, threshold=20.0)
Softsign = _layer("Softsign", F.softsign)
Tanhshrink = _layer("Tanhshrink", F.tanhshrink)
Sigmoid = _layer("Sigmoid", F.sigmoid)
Tanh = _layer("Tanh", F.tanh)
LogSigmoid = _layer("LogSigmoid", F.logsigmoid)
Softmax = _layer("Softmax", F.softmax, "dim", dim=None)
LogSoftmax = _layer("LogSoftmax", F.log_softmax, "dim", dim=None)
Softmin = _layer("Softmin", F.softmin, "dim", dim=None)
