"""Making tensors from numbers."""

import functools
import inspect
import operator
import warnings

import numpy as np

from ..base import dtypes
from ..base.errors import cpp_name, type_name
from ..base.missing import missing
from ..base.quiet import silent
from ..base.values import Size, default_device, device as Device, places, preserve_format, shape_of
from ..core.graph import differentiable
from ..core.operands import check_broadcast, fitted
from ..core.registry import function, method
from ..core.tensor import Tensor, wrap
from ..api.arguments import complaint
from .nested_data import array_of, check_numpy_type


def finish(array, requires_grad):
    t = wrap(array)
    if requires_grad:
        if array.dtype.kind not in "fc":
            raise RuntimeError("Only Tensors of floating point and complex dtype can require gradients")
        t._rg = True
    return t


def _np(dtype):
    return (dtypes.as_dtype(dtype) or dtypes.default[0]).np


def check_device(device):
    """What makes tensors there; None: nothing particular. CUDA raises what a CPU build of torch raises."""
    if device is None:
        device = default_device[-1]
    if device is None:
        return None
    kind = Device(device).type
    if kind in ("cuda", "xpu"):
        raise AssertionError(f"Torch not compiled with {kind.upper()} enabled")
    if kind == "meta":
        from .meta import Meta    # late: it is in the second archive
        return Meta
    if kind != "cpu":
        raise missing(f"device='{kind}'")
    return places.get(kind)


def factory(f):
    """What makes an array becomes what makes a tensor, with the options that all such functions have."""
    @functools.wraps(f)
    def make(*args, device=None, requires_grad=False, layout=None, pin_memory=False, memory_format=None, **kwargs):
        place = args and args[0].is_meta and places["meta"] if like and device is None else check_device(device)
        if pin_memory:
            raise RuntimeError("pin_memory=True requires a CUDA or other accelerator backend; no pinned memory allocator is available on this "
                               "system.")
        array = place.made(f, args, kwargs) if place else f(*args, **kwargs)
        if memory_format not in (None, preserve_format):
            array = wrap(array).contiguous(memory_format=memory_format)._a
        return finish(array, requires_grad)

    own = inspect.signature(f).parameters
    like = next(iter(own)) in ("input", "self")         # then it is made where that is
    options = inspect.signature(make, follow_wrapped=False).parameters
    shown = {**own, **{name: option for name, option in options.items() if option.kind is option.KEYWORD_ONLY and name not in own}}
    make.__signature__ = inspect.Signature(sorted(shown.values(), key=lambda each: each.kind))  # what editors tell a reader
    return make


@function
@factory
@silent
def tensor(data, *, dtype=None):
    """A new tensor with a copy of `data`: a number, nested lists, a numpy array.

    dtype: as given, or int64, bool or the default float by what the data is.
    Errors: ValueError for rows of different lengths, RuntimeError for what is not a number.
    """
    _advise(data, "torch.tensor")
    return array_of(data, dtype)


def _advise(data, name):
    if isinstance(data, Tensor):
        warnings.warn("To copy construct from a tensor, it is recommended to use sourceTensor.detach().clone() or "
                      f"sourceTensor.detach().clone().requires_grad_(True), rather than {name}(sourceTensor).", stacklevel=4)


@function
def as_tensor(data, dtype=None, device=None):
    """data as a tensor, sharing memory with a tensor or numpy array where possible."""
    place = check_device(device)
    if place or isinstance(data, Tensor):
        data = data if isinstance(data, Tensor) else wrap(array_of(data))
        data = data if dtype is None else data.to(dtype)
        return place.moved(data) if place else data
    if isinstance(data, np.ndarray) and (dtype is None or dtype.np == data.dtype):
        return from_numpy(data)
    return wrap(array_of(data, dtype))


@function
def asarray(obj, *, dtype=None, device=None, copy=None, requires_grad=False):
    """as_tensor, with a choice to copy."""
    array = as_tensor(obj, dtype, device)._a
    return finish(array.copy() if copy else array, requires_grad)


@function
def from_numpy(ndarray):
    """A tensor over the array's own memory."""
    if not isinstance(ndarray, np.ndarray):
        raise TypeError(f"expected np.ndarray (got {type_name(ndarray)})")
    check_numpy_type(ndarray.dtype)
    if any(step < 0 for step in ndarray.strides):
        raise ValueError("At least one stride in the given numpy array is negative, and tensors with negative strides are not currently "
                         "supported. (You can probably work around this by making a copy of your array  with array.copy().) ")
    return wrap(ndarray)


def _full_like(a, value, dtype):
    """In memory as the array is, if it has all its elements there."""
    return np.full_like(a, value, dtype, order="C" if 0 in a.strides else "K")


def _filled(name, value):
    def make(*lengths, size=None, dtype=None):
        size = lengths or (size,)
        if name == "zeros" and any(isinstance(n, int) and n < 0 for n in (size[0] if isinstance(size[0], (tuple, list)) else size)):
            raise RuntimeError("zeros: Dimension size must be non-negative.")
        return np.full(shape_of(name, size), value, _np(dtype))

    def like(input, *, dtype=None):
        return _full_like(input._a, value, dtypes.as_dtype(dtype).np if dtype else None)

    def new(self, *size, dtype=None):
        if not size:
            raise TypeError("size is missing")
        return np.full(shape_of('new_' + name, size), value, dtypes.as_dtype(dtype).np if dtype else self._a.dtype)

    make.__name__, like.__name__, new.__name__ = name, name + "_like", "new_" + name
    make.__doc__ = f"{name}(2, 3): a tensor of that shape" + (" (torch leaves its memory as it was; here it is 0)." if name == "empty" else ".")
    like.__doc__ = f"{name} with the shape and dtype of input."
    function(factory(like))
    method(factory(new))
    return function(factory(make))


@function
@factory
def scalar_tensor(s, *, dtype=None):
    """A tensor without dimensions."""
    return np.asarray(s, _np(dtype))


zeros, ones, empty = _filled("zeros", 0), _filled("ones", 1), _filled("empty", 0)


@function
@factory
def full(size, fill_value, *, dtype=None):
    """A tensor filled with one value."""
    value = number_of(fill_value)
    return _all_equal(size, value, dtypes.as_dtype(dtype) or dtypes.of_number(value))


def _all_equal(size, value, dtype):
    return np.full(shape_of("full", (size,)), fitted(value, dtype.np))


def number_of(value):
    """The number in a tensor given in a number's place."""
    if isinstance(value, Tensor):
        if value._a.ndim or value.requires_grad:
            raise TypeError("not a number")         # calls.py says it in torch's words
        return value.item()
    return value.item() if isinstance(value, np.generic) else value


@function
@factory
def full_like(input, fill_value, *, dtype=None):
    """full with the shape and dtype of input."""
    dtype = (dtypes.as_dtype(dtype) or input.dtype).np
    return _full_like(input._a, fitted(number_of(fill_value), dtype), dtype)


@method
@factory
def new_full(self, size, fill_value, *, dtype=None):
    return _all_equal(size, number_of(fill_value), dtypes.as_dtype(dtype) or self.dtype)


@method
@factory
def new_tensor(self, data, *, dtype=None):
    """A copy of data with this tensor's dtype."""
    _advise(data, "tensor.new_tensor")
    return array_of(data, dtype or self.dtype)


@function
@factory
def arange(start=None, end=None, step=1, *, dtype=None):
    """start, start + step, ... below end."""
    if end is None:
        start, end = 0, start
    elif start is None:
        start = 0
    start, end, step = (number_of(v) for v in (start, end, step))
    dtype = dtypes.as_dtype(dtype) or (dtypes.int64 if all(isinstance(v, int) for v in (start, end, step)) else dtypes.default[0])
    if dtype.kind in (0, 3):
        raise NotImplementedError(f"\"arange_cpu\" not implemented for '{dtype.title}'")
    if not (np.isfinite(start) and np.isfinite(end)):
        raise RuntimeError(f"unsupported range: {start:g} -> {end:g}")
    if dtype.kind == 1:
        start, end, step = int(start), int(end), int(step)
    if step == 0:
        raise RuntimeError("step must be nonzero")
    if (end - start) * step < 0:
        raise RuntimeError("upper bound and lower bound inconsistent with step sign")
    values = start + np.arange(int(np.ceil((end - start) / step)), dtype=np.float64 if dtype.kind == 2 else np.int64) * step
    return values.astype(dtype.np)


_WIDER = {np.float64: np.longdouble, np.complex64: np.complex128, np.complex128: np.clongdouble}


@function
@factory
def linspace(start, end, steps, *, dtype=None):
    """`steps` numbers from start to end, both included: counted from the nearer end, as torch does."""
    t = _np(dtype).type
    for name, v in (("start", start), ("end", end)):
        if isinstance(v, Tensor) and v._a.ndim:
            raise RuntimeError("linspace only supports 0-dimensional start and end tensors, but got "
                               f"{name} with {v._a.ndim} dimension(s).")
    start, end = (v.item() if isinstance(v, Tensor) else v for v in (start, end))
    steps = operator.index(steps)
    if steps < 0:
        raise RuntimeError("number of steps must be non-negative")
    if steps == 1:
        return np.array([start], t)
    if np.dtype(t).kind not in "fc":
        step = (float(end) - start) / (steps - 1)
        return np.array([int(start + step * i) for i in range(steps)], t)
    step = t((t(end) - t(start)) / t(steps - 1)) if steps else t(0)
    i, wide = np.arange(steps), _WIDER.get(t, np.float64)     # torch rounds start + step · i only once
    up, down = wide(t(start)) + wide(step) * i, wide(t(end)) - wide(step) * (steps - 1 - i)
    return np.where(i < steps // 2, up, down).astype(t)


@function
@factory
def logspace(start, end, steps, base=10.0, *, dtype=None):
    """base to the powers linspace(start, end, steps)."""
    start, end = (number_of(v) for v in (start, end))
    values = np.power(np.float64(base), np.linspace(start, end, steps))
    return values.astype(_np(dtype))


@function
@factory
def eye(n, m=None, *, dtype=None):
    """Ones on the diagonal, zeros elsewhere."""
    for name, length in (("n", n), ("m", m)):
        if length is not None and length < 0:
            raise RuntimeError(f"{name} must be greater or equal to 0, got {length}")
    return np.eye(n, m, dtype=_np(dtype))


@function
@factory
def tril_indices(row, col, offset=0, *, dtype=dtypes.int64):
    """The places of the lower triangle, rows above columns."""
    return np.stack(np.tril_indices(row, offset, col)).astype(dtype.np)


@function
@factory
def triu_indices(row, col, offset=0, *, dtype=dtypes.int64):
    """The places of the upper triangle, rows above columns."""
    return np.stack(np.triu_indices(row, offset, col)).astype(dtype.np)


def legacy(dtype, args, kwargs):
    """torch.Tensor(2, 3) and torch.Tensor([1, 2]); torch.FloatTensor and its like have their own dtype."""
    wrong = complaint("new", args, kwargs)
    if wrong is not None:
        raise TypeError(wrong)
    device = kwargs.pop("device", None)
    if device is not None and not str(device).startswith("cpu"):
        raise RuntimeError(f"legacy constructor expects device type: cpu but device type: {str(device).partition(':')[0]} was passed")
    if kwargs:
        args = tuple(kwargs.values())
    data = args[0] if len(args) == 1 else None
    if isinstance(data, Tensor):
        if dtype is not None and data.dtype is not dtype:
            raise TypeError(_OPTIONS.format(cpp_name(dtype), cpp_name(data.dtype)))
        return wrap(data._a)
    dtype = dtype or dtypes.default[0]
    if isinstance(data, (list, tuple, range, np.ndarray)) and not isinstance(data, Size) and "size" not in kwargs:
        return wrap(array_of(data, dtype))
    if isinstance(data, str):
        raise TypeError("new(): invalid data type 'str'")
    if data is not None and not isinstance(data, (Size, tuple)) and not hasattr(data, "__index__") or isinstance(data, bool) or args == (None,):
        raise TypeError(f"new(): data must be a sequence (got {type_name(data)})")
    return wrap(np.zeros(shape_of("new", args) if args else (0,), dtype.np))


@method
def new(self, *args, **kwargs):
    """As torch.Tensor(...), of this tensor's dtype."""
    return legacy(self.dtype, args, kwargs)


_OPTIONS = ("expected TensorOptions(dtype={}, device=cpu, layout=Strided, requires_grad=false (default), pinned_memory=false (default), "
            "memory_format=(nullopt)) (got TensorOptions(dtype={}, device=cpu, layout=Strided, requires_grad=false (default), "
            "pinned_memory=false (default), memory_format=(nullopt)))")


class tensortype:
    """torch.FloatTensor and its like: makes tensors of one dtype, and isinstance() asks it."""

    def __init__(self, title, dtype):
        self.title, self.dtype = title, dtype

    def __call__(self, *args, **kwargs):
        return legacy(self.dtype, args, kwargs)

    def __instancecheck__(self, tensor):
        return isinstance(tensor, Tensor) and tensor.dtype is self.dtype

    def __repr__(self):
        return f"<class 'torch.{self.title}'>"


for _dtype in (dtypes.float32, dtypes.float64, dtypes.int64, dtypes.int32, dtypes.bool_, dtypes.float16, dtypes.uint8):
    function(tensortype(_dtype.title + "Tensor", _dtype), _dtype.title + "Tensor")


Tensor._legacy = staticmethod(legacy)
