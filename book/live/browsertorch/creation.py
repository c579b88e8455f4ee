"""Making tensors from numbers."""

import warnings

import numpy as np

from . import dtypes
from .errors import missing
from .quiet import silent
from .registry import function, method
from .size import shape_of
from .tensor import Tensor, wrap


def finish(array, requires_grad, name="tensor"):
    if not isinstance(requires_grad, bool):
        raise TypeError(f"{name}(): argument 'requires_grad' must be bool, not {type(requires_grad).__name__}")
    t = wrap(array)
    if requires_grad:
        if array.dtype.kind not in "fc":
            raise RuntimeError("Only Tensors of floating point and complex dtype can require gradients")
        if array.dtype.kind == "c":
            raise missing("복소수 텐서의 미분")
        t._rg = True
    return t


def _np(dtype):
    return (dtypes.as_dtype(dtype) or dtypes.default[0]).np


_DEVICES = ("cpu, cuda, ipu, xpu, mkldnn, opengl, opencl, ideep, hip, ve, fpga, maia, xla, lazy, vulkan, mps, meta, hpu, mtia, "
            "privateuseone").split(", ")


def check_device(device):
    """Only the CPU is here; another device raises what a CPU build of torch raises."""
    if device is not None:
        name = str(device)
        if name.startswith("cuda"):
            raise AssertionError("Torch not compiled with CUDA enabled")
        if not name.startswith("cpu"):
            if name.isalpha() and name not in _DEVICES:
                raise RuntimeError(f"Expected one of {', '.join(_DEVICES)} device type at start of device string: {name}")
            if not name.partition(":")[0].isalpha():
                raise RuntimeError(f"Invalid device string: '{name}'")
            raise missing(f"device='{name}'")


@function
@silent
def tensor(data, *, dtype=None, device=None, requires_grad=False, pin_memory=False):
    """A new tensor with a copy of `data`: a number, nested lists, a numpy array.

    dtype: as given, or int64, bool or the default float by what the data is.
    Errors: ValueError for rows of different lengths, RuntimeError for what is not a number.
    """
    check_device(device)
    if isinstance(data, Tensor):
        warnings.warn("To copy construct from a tensor, it is recommended to use sourceTensor.detach().clone() or "
                      "sourceTensor.detach().clone().requires_grad_(True), rather than torch.tensor(sourceTensor).", stacklevel=2)
    return finish(_array(data, dtype), requires_grad)


def _array(data, dtype=None):
    dtype = dtypes.as_dtype(dtype)
    if isinstance(data, Tensor):
        return data._a.astype(dtype.np) if dtype else data._a.copy()
    if isinstance(data, (np.ndarray, np.number, np.bool_)):
        if dtype is None and dtypes.from_numpy(data.dtype) is None:
            raise TypeError(_NO_NUMPY_TYPE.format(data.dtype if data.dtype.kind != "U" else "numpy.str_"))
        kind = np.int64 if data.dtype == np.dtype(int) else data.dtype      # numpy's own int has 32 bits in a browser
        return np.array(data, dtype.np if dtype else kind)
    shape, flat = _shape(data), []
    _flatten(data, shape, 0, flat)
    if dtype is None:
        found = dtypes.bool_ if flat else dtypes.default[0]
        for v in flat:
            found = dtypes.promote_types(found, _type_of(v))
        dtype = found
    else:
        for v in flat:
            _type_of(v)
    flat = [_number(v) if isinstance(v, (Tensor, np.generic)) else v for v in flat]
    if dtype.kind == 1:
        return _integers(flat, dtype).reshape(shape)
    return np.array(flat, dtype.np).reshape(shape)


def _number(v):
    """A 0-dim tensor or numpy number as Python's; float() warns where that loses a gradient."""
    return float(v) if isinstance(v, Tensor) and v.requires_grad else v.item()


def _integers(flat, dtype):
    try:
        return np.array([int(v) for v in flat], np.int64).astype(dtype.np)
    except OverflowError:
        raise ValueError("Overflow when unpacking long long") from None


_NO_NUMPY_TYPE = ("can't convert np.ndarray of type {}. The only supported types are: float64, float32, float16, complex64, complex128, "
                  "int64, int32, int16, int8, uint64, uint32, uint16, uint8, and bool.")


def _type_of(value):
    if isinstance(value, Tensor):
        if value._a.size != 1:
            raise ValueError("only one element tensors can be converted to Python scalars")
        return value.dtype
    if isinstance(value, np.generic):
        return dtypes.from_numpy(value.dtype)
    if isinstance(value, (bool, int, float, complex)):
        return dtypes.of_number(value)
    if isinstance(value, str):
        raise TypeError("new(): invalid data type 'str'")
    raise RuntimeError(f"Could not infer dtype of {type(value).__name__}")


def _is_sequence(data):
    return isinstance(data, (list, tuple, range, str)) or isinstance(data, np.ndarray) and data.ndim > 0


def _shape(data):
    shape = []
    while _is_sequence(data):
        if isinstance(data, str):
            raise ValueError("too many dimensions 'str'") if shape else TypeError("new(): invalid data type 'str'")
        shape.append(len(data))
        if not len(data):
            break
        data = data[0]
    return tuple(shape)


def _flatten(data, shape, depth, flat):
    if depth == len(shape):
        if _is_sequence(data):
            raise TypeError(f"'{type(data).__name__}' object cannot be interpreted as an integer" if all(isinstance(v, int) for v in flat) else
                            f"must be real number, not {type(data).__name__}")
        flat.append(data)
        return
    if not _is_sequence(data):
        raise TypeError("not a sequence")
    if len(data) != shape[depth]:
        raise ValueError(f"expected sequence of length {shape[depth]} at dim {depth} (got {len(data)})")
    for item in data:
        _flatten(item, shape, depth + 1, flat)


@function
def as_tensor(data, dtype=None, device=None):
    """data as a tensor, sharing memory with a tensor or numpy array where possible."""
    if isinstance(data, Tensor):
        return data if dtype is None else data.to(dtype)
    if isinstance(data, np.ndarray) and (dtype is None or dtype.np == data.dtype):
        return from_numpy(data)
    return wrap(_array(data, dtype))


@function
def asarray(obj, *, dtype=None, device=None, copy=None, requires_grad=False):
    """as_tensor, with a choice to copy."""
    return finish((as_tensor(obj, dtype)._a.copy() if copy else as_tensor(obj, dtype)._a), requires_grad)


@function
def from_numpy(ndarray):
    """A tensor over the array's own memory."""
    if not isinstance(ndarray, np.ndarray):
        raise TypeError(f"expected np.ndarray (got {type(ndarray).__name__})")
    if dtypes.from_numpy(ndarray.dtype) is None:
        raise TypeError(_NO_NUMPY_TYPE.format("numpy." + ndarray.dtype.name if ndarray.dtype.kind == "O" else ndarray.dtype))
    return wrap(ndarray)


def _filled(name, value):
    def make(*size, dtype=None, device=None, requires_grad=False, layout=None, pin_memory=False, **kwargs):
        check_device(device)
        if not size:
            if "size" not in kwargs:
                raise TypeError(f'{name}() missing 1 required positional arguments: "size"')
            size = (kwargs.pop("size"),)
        if kwargs:
            raise TypeError(f"{name}() got an unexpected keyword argument '{next(iter(kwargs))}'")
        if name == "zeros" and any(isinstance(n, int) and n < 0 for n in (size[0] if isinstance(size[0], (tuple, list)) else size)):
            raise RuntimeError("zeros: Dimension size must be non-negative.")
        return finish(np.full(shape_of(name, size), value, _np(dtype)), requires_grad, name)

    def like(input, *, dtype=None, device=None, requires_grad=False, layout=None, memory_format=None):
        check_device(device)
        return finish(np.full(input._a.shape, value, dtypes.as_dtype(dtype).np if dtype else input._a.dtype), requires_grad)

    def new(self, *size, dtype=None, device=None, requires_grad=False, layout=None):
        return finish(np.full(shape_of('new_' + name, size), value, dtypes.as_dtype(dtype).np if dtype else self._a.dtype), requires_grad)

    make.__name__, like.__name__, new.__name__ = name, name + "_like", "new_" + name
    make.__doc__ = f"{name}(2, 3): a tensor of that shape" + (" (torch leaves its memory as it was; here it is 0)." if name == "empty" else ".")
    like.__doc__ = f"{name} with the shape and dtype of input."
    function(make)
    function(like)
    method(new)
    return make


@function
def scalar_tensor(s, *, dtype=None, device=None, requires_grad=False):
    """A tensor without dimensions."""
    return finish(np.asarray(s, _np(dtype)), requires_grad)


zeros, ones, empty = _filled("zeros", 0), _filled("ones", 1), _filled("empty", 0)


@function
def full(size, fill_value, *, dtype=None, device=None, requires_grad=False):
    """A tensor filled with one value."""
    if not isinstance(size, (tuple, list)):
        raise TypeError(f"full(): argument 'size' (position 1) must be tuple of ints, not {type(size).__name__}")
    value = fill_value.item() if isinstance(fill_value, Tensor) else fill_value
    return finish(np.full(shape_of("full", (size,)), value, (dtypes.as_dtype(dtype) or dtypes.of_number(value)).np), requires_grad)


@function
def full_like(input, fill_value, *, dtype=None, device=None, requires_grad=False):
    """full with the shape and dtype of input."""
    return finish(np.full(input._a.shape, fill_value, dtypes.as_dtype(dtype).np if dtype else input._a.dtype), requires_grad)


@method
def new_full(self, size, fill_value, *, dtype=None, device=None, requires_grad=False):
    return finish(np.full(shape_of("full", (size,)), fill_value, dtypes.as_dtype(dtype).np if dtype else self._a.dtype), requires_grad)


@method
def new_tensor(self, data, *, dtype=None, device=None, requires_grad=False):
    """A copy of data with this tensor's dtype."""
    return finish(_array(data, dtype or self.dtype), requires_grad)


@function
def arange(start=None, end=None, step=1, *, dtype=None, device=None, requires_grad=False):
    """start, start + step, ... below end."""
    alone = end is None
    start, end = (0, start) if alone else (start or 0, end)
    start, end, step = (v.item() if isinstance(v, (Tensor, np.generic)) else v for v in (start, end, step))
    given = [("end", end)] if alone else [("start", start), ("end", end), ("step", step)]
    for position, (name, value) in enumerate(given, 1):
        if not isinstance(value, (int, float)):
            raise TypeError(f"arange(): argument '{name}' (position {position}) must be Number, not {type(value).__name__}")
    if step == 0:
        raise RuntimeError("step must be nonzero")
    if (end - start) * step < 0:
        raise RuntimeError("upper bound and lower bound inconsistent with step sign")
    if dtype is None:
        dtype = dtypes.int64 if all(isinstance(v, int) for v in (start, end, step)) else dtypes.default[0]
    count = int(np.ceil((end - start) / step))
    values = start + np.arange(count, dtype=np.float64 if dtype.kind == 2 else np.int64) * step
    return finish(values.astype(dtype.np), requires_grad)


@function
def linspace(start, end, steps, *, dtype=None, device=None, requires_grad=False):
    """`steps` numbers from start to end, both included: counted from the nearer end, as torch does."""
    t = (dtype or dtypes.default[0]).np.type
    start, end = (v.item() if isinstance(v, Tensor) else v for v in (start, end))
    if not isinstance(steps, (int, np.integer)):
        got = ", ".join(type(v).__name__ for v in (start, end, steps))
        raise TypeError(f"linspace() received an invalid combination of arguments - got ({got}), but expected one of:\n" + "".join(
            f" * ({a} start, {b} end, int steps, *, Tensor out = None, torch.dtype dtype = None, torch.layout layout = None, torch.device "
            "device = None, bool pin_memory = False, bool requires_grad = False)\n"
            for a, b in (("Tensor", "Tensor"), ("Number", "Tensor"), ("Tensor", "Number"), ("Number", "Number"))))
    if steps < 0:
        raise RuntimeError("number of steps must be non-negative")
    if steps == 1:
        return finish(np.array([start], t), requires_grad)
    if np.dtype(t).kind != "f":
        step = (float(end) - start) / (steps - 1)
        return finish(np.array([int(start + step * i) for i in range(steps)], t), requires_grad)
    step = t((t(end) - t(start)) / t(steps - 1)) if steps else t(0)
    i = np.arange(steps)
    up, down = t(start) + step * i.astype(t), t(end) - step * (steps - 1 - i).astype(t)
    return finish(np.where(i < steps // 2, up, down).astype(t), requires_grad)


@function
def logspace(start, end, steps, base=10.0, *, dtype=None, device=None, requires_grad=False):
    """base to the powers linspace(start, end, steps)."""
    values = np.power(np.float64(base), np.linspace(start, end, steps))
    return finish(values.astype(_np(dtype)), requires_grad)


@function
def eye(n, m=None, *, dtype=None, device=None, requires_grad=False):
    """Ones on the diagonal, zeros elsewhere."""
    if not isinstance(n, (int, np.integer)):
        raise TypeError(f"eye(): argument 'n' (position 1) must be int, not {type(n).__name__}")
    return finish(np.eye(n, m, dtype=_np(dtype)), requires_grad)


def _complex(real, imag):
    """real + imag·i."""
    from .engine import differentiable
    return differentiable("ComplexBackward0", real._a + imag._a * (1j if real._a.itemsize == 8 else np.complex64(1j)),
                          (real, lambda g: g), (imag, lambda g: g))


function(_complex, "complex")


@function
def tril_indices(row, col, offset=0, **kwargs):
    """The places of the lower triangle, rows above columns."""
    return wrap(np.stack(np.tril_indices(row, offset, col)).astype(np.int64))


@function
def triu_indices(row, col, offset=0, **kwargs):
    """The places of the upper triangle, rows above columns."""
    return wrap(np.stack(np.triu_indices(row, offset, col)).astype(np.int64))


@function
def cartesian_prod(*tensors):
    """All combinations of one element of each."""
    grids = np.meshgrid(*(t._a for t in tensors), indexing="ij")
    return wrap(np.stack([g.reshape(-1) for g in grids], -1)) if len(tensors) > 1 else tensors[0]


@function
def combinations(input, r=2, with_replacement=False):
    """All ways to take r elements."""
    import itertools
    pick = itertools.combinations_with_replacement if with_replacement else itertools.combinations
    index = np.array(list(pick(range(input._a.size), r)), np.int64).reshape(-1, r)
    return wrap(input._a[index])


def legacy(cls, *args):
    """torch.Tensor(2, 3) and torch.Tensor([1, 2])."""
    if len(args) == 1 and isinstance(args[0], Tensor):
        t = wrap(args[0]._a)
    elif len(args) == 1 and isinstance(args[0], (list, tuple, np.ndarray)):
        t = wrap(_array(args[0], dtypes.default[0]))
    else:
        t = wrap(np.zeros(shape_of("Tensor", args) if args else (0,), dtypes.default[0].np))
    t.__class__ = cls
    return t


class tensortype:
    """torch.FloatTensor and its like: makes tensors of one dtype, and isinstance() asks it."""

    def __init__(self, title, dtype):
        self.title, self.dtype = title, dtype

    def __call__(self, *args):
        if args and isinstance(args[0], (list, tuple, np.ndarray)):
            return wrap(_array(args[0], self.dtype))
        return wrap(np.zeros(shape_of("Tensor", args) if args else (0,), self.dtype.np))

    def __instancecheck__(self, tensor):
        return isinstance(tensor, Tensor) and tensor.dtype is self.dtype

    def __repr__(self):
        return f"<class 'torch.{self.title}'>"


for _dtype in (dtypes.float32, dtypes.float64, dtypes.int64, dtypes.int32, dtypes.bool_, dtypes.float16, dtypes.uint8):
    function(tensortype(_dtype.title + "Tensor", _dtype), _dtype.title + "Tensor")
