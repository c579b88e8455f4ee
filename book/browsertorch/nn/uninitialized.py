"""Parameters and buffers whose shape is not known yet: a lazy layer gives them one at its first input."""

import numpy as np

from ..base.values import shape_of
from ..core.tensor import Tensor
from ..ops.creation import empty
from .parameter import Parameter

ALLOWED = frozenset("size copy_ is_complex is_floating_point half float double char short int long cuda cpu to get_device materialize "
                    "requires_grad_ register_hook".split())
NO_SHAPE = ("Can't access the shape of an uninitialized parameter or buffer. This error usually happens in `load_state_dict` when trying "
            "to load an uninitialized parameter into an initialized one. Call `forward` to initialize the parameters before accessing "
            "their attributes.")
USED = ("Attempted to use an uninitialized parameter in {!r}. This error happens when you are using a `LazyModule` or explicitly "
        "manipulating `torch.nn.parameter.{}` objects. When using LazyModules Call `forward` with a dummy batch to initialize the "
        "parameters before calling torch functions")
OPERATORS = {"add": "add radd iadd", "sub": "sub rsub isub", "mul": "mul rmul imul", "div": "truediv rtruediv itruediv", "matmul": "matmul rmatmul",
             "pow": "pow rpow", "neg": "neg", "lt": "lt", "gt": "gt"}


class Uninitialized:
    """Refuses what needs a value; `materialize` gives it a shape, and makes it an ordinary tensor."""

    def materialize(self, shape, device=None, dtype=None):
        """Memory of that shape."""
        self._a = np.empty(shape_of("empty", (shape,)), dtype.np if dtype else self._a.dtype)
        self.__class__ = self.cls_to_become

    def detach(self):
        return self          # as a state_dict has it

    @property
    def shape(self):
        raise RuntimeError(NO_SHAPE)

    def __repr__(self):
        return f"<{type(self).__name__}>"

    def __getattribute__(self, name):
        if name not in ALLOWED and not name.startswith("_") and name not in Uninitialized.__dict__:
            method = getattr(Tensor, name, None)
            if callable(method):
                raise ValueError(USED.format(method, type(self).__name__))
        return object.__getattribute__(self, name)


def _refused(name):
    def operator(self, *others):
        raise ValueError(USED.format(getattr(Tensor, name), type(self).__name__))
    return operator


for _name, _words in OPERATORS.items():
    for _word in _words.split():
        setattr(Uninitialized, f"__{_word}__", _refused(_name))
del _name, _words, _word


def _nothing(cls, requires_grad, device, dtype):
    made = empty(0, dtype=dtype, device=device)
    made.__class__ = cls
    made._rg = requires_grad
    return made


class UninitializedParameter(Uninitialized, Parameter):
    """A Parameter that has no shape yet."""

    cls_to_become = Parameter

    def __new__(cls, requires_grad=True, device=None, dtype=None):
        return _nothing(cls, requires_grad, device, dtype)

    def __deepcopy__(self, memo):
        return memo.setdefault(id(self), type(self)(self._rg, dtype=self.dtype))


class UninitializedBuffer(Uninitialized, Tensor):
    """A buffer that has no shape yet."""

    cls_to_become = Tensor

    def __new__(cls, requires_grad=False, device=None, dtype=None, persistent=True):
        return _nothing(cls, requires_grad, device, dtype)


for _class in (UninitializedParameter, UninitializedBuffer):
    _class.__module__ = "torch.nn.parameter"
del _class
