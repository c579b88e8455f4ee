"""Dropout of whole channels and AlphaDropout; Dropout is in layers.py."""

from ..functions import gates
from ..layers import Dropout


def _layer(name, function):
    def forward(self, input):
        return function(input, self.p, self.training, self.inplace)
    return type(name, (Dropout,), {"forward": forward, "__doc__": function.__doc__, "__module__": __name__})


Dropout1d, Dropout2d, Dropout3d = (_layer(f"Dropout{n}d", getattr(gates, f"dropout{n}d")) for n in (1, 2, 3))
AlphaDropout = _layer("AlphaDropout", gates.alpha_dropout)
