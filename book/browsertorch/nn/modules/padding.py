"""Padding layers."""

from .. import functional as F
from ..functions.windows import many
from ..module import Module


class _Pad(Module):
    def __init__(self, padding):
        super().__init__()
        self.padding = many(padding, 2 * self._n)

    def forward(self, input):
        return F.pad(input, self.padding, self._mode)

    def extra_repr(self):
        return f"{self.padding}"


class _Constant(_Pad):
    def __init__(self, padding, value):
        super().__init__(padding)
        self.value = value

    def forward(self, input):
        return F.pad(input, self.padding, "constant", self.value)

    def extra_repr(self):
        return f"padding={self.padding}, value={self.value}"


class _Zero(_Constant):
    def __init__(self, padding):
        super().__init__(padding, 0.0)

    def extra_repr(self):
        return f"{self.padding}"


for _kind, _base, _modes in (("Reflection", _Pad, "reflect"), ("Replication", _Pad, "replicate"), ("Circular", _Pad, "circular"),
                             ("Constant", _Constant, None), ("Zero", _Zero, None)):
    for _n in (1, 2, 3):
        globals()[f"{_kind}Pad{_n}d"] = type(f"{_kind}Pad{_n}d", (_base,), {
            "_n": _n, "_mode": _modes, "__module__": __name__, "__doc__": f"Padding around the last {_n} dimension{'s' * (_n > 1)}."})
del _kind, _base, _modes, _n
