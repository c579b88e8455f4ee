"""Between dtypes, and from tensors to Python numbers and lists."""

import numpy as np

from ..base import dtypes
from ..base.modes import mode, warn_once
from ..base.quiet import quiet
from ..base.values import device as Device
from ..core.graph import differentiable, shell
from ..core.operands import fitted, floating
from ..core.registry import function, method, op
from ..core.tensor import Tensor, wrap
from ..core.views import check_writable, count, write
from .creation import check_device
from .shape import sizes


def cast(input, dtype, copy=False):
    """input as another dtype; itself if it has that dtype already."""
    a = input._a
    if a.dtype == dtype.np and not copy:
        return input
    if a.dtype.kind == "c" and dtype.kind in (1, 2):
        warn_once("Casting complex values to real discards the imaginary part (Triggered internally at "
                  "/__w/pytorch/pytorch/aten/src/ATen/native/Copy.cpp:307.)")
        a = a.real
    return differentiable("ToCopyBackward0", quiet(a.astype, dtype.np), (input, lambda g: g))


@method
def to(self, *args, dtype=None, device=None, copy=False, non_blocking=False, memory_format=None):
    """Another dtype (or the cpu, where every tensor already is); itself if nothing changes."""
    for arg in args:
        if isinstance(arg, (dtypes.dtype, type)):
            dtype = arg
        elif isinstance(arg, Tensor):
            dtype, device = arg.dtype, arg.device
        elif isinstance(arg, (str, Device, int)) and not isinstance(arg, bool):
            device = arg
    place = None if device is None else check_device(device)
    out = _arranged(cast(self, dtypes.as_dtype(dtype) or self.dtype, copy), memory_format, "ToCopyBackward0")
    return place.moved(out) if place else out


def _arranged(t, memory_format, node):
    """t, in another order in memory if one is asked for."""
    if memory_format is None or t.is_contiguous(memory_format=memory_format) or memory_format._name == "preserve_format":
        return t
    if memory_format.axes is None:
        return t.contiguous()
    from .channels import arranged    # late: it is in the second archive
    return arranged(t, memory_format, node)


for _name, _dtype in {"float": dtypes.float32, "double": dtypes.float64, "half": dtypes.float16, "int": dtypes.int32,
                      "long": dtypes.int64, "short": dtypes.int16, "bool": dtypes.bool_, "byte": dtypes.uint8,
                      "char": dtypes.int8, "cfloat": dtypes.complex64, "cdouble": dtypes.complex128}.items():
    method(lambda self, memory_format=None, *, _dtype=_dtype: _arranged(cast(self, _dtype), memory_format, "ToCopyBackward0"), _name)


@method
def type_as(self, other):
    return cast(self, other.dtype)


@method
def cpu(self):
    return self.to("cpu")


@method
def cuda(self, *args, **kwargs):
    check_device("cuda")


@op
def clone(input, *, memory_format=None):
    """A copy in memory of its own; gradients pass through it."""
    out = _arranged(input, memory_format, "CloneBackward0")
    return differentiable("CloneBackward0", input._a.copy(order="K"), (input, lambda g: g)) if out is input else out


@method
def contiguous(self, memory_format=None):
    """Itself, or a copy in row order."""
    if getattr(memory_format, "axes", None):
        return _arranged(self, memory_format, "CloneBackward0")
    if self._a.flags.c_contiguous:
        return self
    return differentiable("CloneBackward0", np.ascontiguousarray(self._a), (self, lambda g: g))


@op
def detach(input):
    """The same memory, without history."""
    out = shell(input)
    if input._inference:
        out._inference = True
    if input._is_conj:
        out._is_conj = True
    return out


@method
def item(self):
    """The one element as a Python number."""
    a = self._a
    if a.size != 1:
        raise RuntimeError(f"a Tensor with {a.size} elements cannot be converted to Scalar")
    return a.item()


@method
def tolist(self):
    """Nested lists of Python numbers."""
    return self._a.tolist()


def _number(self, kind):
    if kind is float and self.requires_grad and mode.grad:
        warn_once(_TO_NUMBER, stacklevel=4)
    if self._a.size != 1:
        raise ValueError("only one element tensors can be converted to Python scalars")
    value = self._a.item()
    if type(value) is complex and kind is not complex:
        if value.imag:
            raise RuntimeError(f"value cannot be converted to type {'double' if kind is float else 'int64_t'} without overflow")
        value = value.real
    return kind(value)


_TO_NUMBER = ("Converting a tensor with requires_grad=True to a scalar may lead to unexpected behavior.\nConsider using "
              "tensor.detach() first. (Triggered internally at "
              "/__w/pytorch/pytorch/torch/csrc/autograd/generated/python_variable_methods.cpp:822.)")


@method
def __float__(self):
    return _number(self, float)


@method
def __int__(self):
    return _number(self, int)


@method
def __complex__(self):
    return _number(self, complex)


@method
def __bool__(self):
    a = self._a
    if a.size != 1:
        raise RuntimeError(f"Boolean value of Tensor with {'no values' if a.size == 0 else 'more than one value'} is ambiguous")
    return bool(a.item())


@method
def __index__(self):
    if self._a.size != 1 or self._a.dtype.kind not in "iub":
        raise TypeError("only integer tensors of a single element can be converted to an index")
    return int(self._a.item())


@method
def __len__(self):
    if self._a.ndim == 0:
        raise TypeError("len() of a 0-d tensor")
    return self._a.shape[0]


@method
def __contains__(self, element):
    if not isinstance(element, (Tensor, int, float, complex)):
        raise RuntimeError(f"Tensor.__contains__ only supports Tensor or scalar, but you passed in a {type(element)}.")
    return bool((self == element).any())


@method
def __reversed__(self):
    return self if self._a.ndim == 0 else self.flip(0)


@function
def is_tensor(obj):
    """Is obj a Tensor?"""
    return isinstance(obj, Tensor)


@function
def typename(obj):
    """'torch.FloatTensor' for tensors, else the type's full name."""
    return obj.type() if isinstance(obj, Tensor) else f"{type(obj).__module__}.{type(obj).__qualname__}"


@function
def get_num_threads():
    """1: numpy here runs in one thread."""
    return 1


@function
def set_num_threads(number):
    """Without effect."""


@function
def numel(input):
    """The number of elements."""
    return input._a.size


function(lambda input: input.is_floating_point(), "is_floating_point")
function(lambda input: input.is_complex(), "is_complex")
function(lambda input: input.is_inference(), "is_inference")


@function
def result_type(tensor1, tensor2):
    """The dtype arithmetic of the two would have."""
    if not isinstance(tensor1, Tensor):
        tensor1, tensor2 = tensor2, tensor1
    if not isinstance(tensor2, Tensor):
        return dtypes.number_type(tensor1.dtype, tensor2)
    return dtypes.result_of(tensor1._a, tensor2._a)


@function
def can_cast(from_, to):
    """May a result of one dtype be written in place into another?"""
    return from_.kind <= to.kind


@function
@method
def fill_(self, value):
    """Every element becomes value."""
    if isinstance(value, Tensor) and value._a.ndim:
        raise RuntimeError(f"fill_ only supports 0-dimension value tensor but got tensor with {value._a.ndim} dimensions.")
    full = np.full(self._a.shape, fitted(value, self._a.dtype))
    zero = lambda g: wrap(np.zeros_like(g._a))
    if isinstance(value, Tensor):
        return write(self, lambda x: differentiable("FillBackward3", full, (x, zero),
                                                    (value, lambda g: g.sum())), (), {}, True)
    return write(self, lambda x: differentiable("FillBackward2", full, (x, zero)), (), {}, True)


@op
def is_nonzero(input):
    """Is its one element something else than 0?"""
    return __bool__(input)


@function
@method
def zero_(self):
    """Every element becomes 0."""
    zero = lambda g: wrap(np.zeros_like(g._a))
    return write(self, lambda x: differentiable("ZeroBackward0", np.zeros_like(x._a), (x, zero)), (), {}, True)


@method
def set_(self, source):
    """The memory of source in place of its own."""
    check_writable(self)
    self._a, self._accumulator, self._keep = source._a, None, None
    count(self)
    return self


@method
def resize_(self, *size):
    if self.requires_grad and not (self._inference and mode.inference):
        raise RuntimeError("cannot resize variables that require grad")
    shape = sizes(size)
    if shape == self._a.shape:
        return self
    flat = np.resize(self._a, int(np.prod(shape))) if self._a.size else np.zeros(int(np.prod(shape)), self._a.dtype)
    self._a = flat.reshape(shape)
    count(self)
    return self
