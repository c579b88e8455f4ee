"""Parameter: a tensor that a Module registers by itself and an optimizer changes."""

import numpy as np

from ..base.modes import mode
from ..core.graph import shell
from ..core.tensor import Tensor, wrap


class Parameter(Tensor):
    """A leaf over the memory of `data`; as an attribute of a Module it appears in `parameters()`."""

    def __new__(cls, data=None, requires_grad=True):
        if data is None:
            data = wrap(np.empty(0, np.float32))
        data = data.detach()
        if requires_grad and data._a.dtype.kind not in "fc":
            raise RuntimeError("Only Tensors of floating point and complex dtype can require gradients")
        self = shell(data)
        self.__class__ = cls
        self._rg = bool(requires_grad)
        if mode.func:
            mode.func.made_here(self)
        return self

    def __repr__(self):
        return "Parameter containing:\n" + super().__repr__()

    def __deepcopy__(self, memo):
        if id(self) not in memo:
            memo[id(self)] = Parameter(wrap(self._a.copy()), self._rg)
        return memo[id(self)]


class Buffer(Tensor):
    """A tensor that a Module registers as a buffer: kept and moved with it, but not trained."""

    def __new__(cls, data=None, *, persistent=True):
        self = shell(wrap(np.empty(0, np.float32)) if data is None else data)
        self.__class__ = cls
        self._persistent = persistent
        return self
