"""Number types, their names, and which type comes out when two meet.

The rules are those of https://docs.pytorch.org/docs/stable/tensor_attributes.html (type promotion):
bool < integer < floating < complex; within a category the wider type wins; a Python number or a
tensor without dimensions takes part only if its category is higher.
"""

import numpy as np

from .missing import missing


class _Named(type):
    __name__ = "dtype"


class dtype(metaclass=_Named):
    """A tensor's number type. `np` is numpy's type, `kind` 0 bool, 1 integer, 2 floating, 3 complex."""

    __slots__ = ("name", "np", "kind", "title")
    __module__ = "torch"

    def __init__(self, name, kind, title):
        self.name, self.np, self.kind, self.title = name, np.dtype(name), kind, title

    is_floating_point = property(lambda self: self.kind == 2)
    is_complex = property(lambda self: self.kind == 3)
    is_signed = property(lambda self: self.np.kind in "ifc")
    itemsize = property(lambda self: self.np.itemsize)

    def __repr__(self):
        return "torch." + self.name

    def __reduce__(self):
        return (named, (self.name,))

    def to_complex(self):
        if self is float16:
            raise missing("torch.complex32")
        return {4: complex64, 8: complex128}[self.itemsize] if self.kind == 2 else self

    def to_real(self):
        return {complex64: float32, complex128: float64}.get(self, self)


type.__dict__["__name__"].__set__(dtype, "torch.dtype")      # the name errors of Python's show; `dtype.__name__` is _Named's

bool_ = dtype("bool", 0, "Bool")
uint8 = dtype("uint8", 1, "Byte")
int8 = dtype("int8", 1, "Char")
int16 = dtype("int16", 1, "Short")
int32 = dtype("int32", 1, "Int")
int64 = dtype("int64", 1, "Long")
float16 = dtype("float16", 2, "Half")
float32 = dtype("float32", 2, "Float")
float64 = dtype("float64", 2, "Double")
complex64 = dtype("complex64", 3, "ComplexFloat")
complex128 = dtype("complex128", 3, "ComplexDouble")
uint16 = dtype("uint16", 1, "UInt16")
uint32 = dtype("uint32", 1, "UInt32")
uint64 = dtype("uint64", 1, "UInt64")

ALL = (bool_, uint8, int8, int16, int32, int64, float16, float32, float64, complex64, complex128,
       uint16, uint32, uint64)
ALIASES = {"half": float16, "float": float32, "double": float64, "short": int16, "int": int32,
           "long": int64, "cfloat": complex64, "cdouble": complex128}
_by_numpy = {d.np: d for d in ALL}
_by_name = {d.name: d for d in ALL}
default = [float32]      # a list, so that set_default_dtype can change it for every module


def named(name):
    return _by_name[name]


def of(array):
    """The dtype of a numpy array (or numpy dtype)."""
    return _by_numpy[array.dtype]


def from_numpy(np_dtype):
    return _by_numpy.get(np_dtype)


_python_types = {int: int64, float: float64, bool: bool_, complex: complex128}


def as_dtype(value):
    """A dtype argument: a dtype, or one of Python's int, float, bool, complex."""
    return value if value is None or isinstance(value, dtype) else _python_types[value]


def of_number(value):
    """The dtype torch gives a Python number: bool, int64, the default float, or the default complex."""
    if isinstance(value, bool):
        return bool_
    if isinstance(value, int):
        return int64
    return default[0] if isinstance(value, float) else default[0].to_complex()


def _join(a, b):
    if a is b:
        return a
    if a.kind != b.kind:
        low, high = (a, b) if a.kind < b.kind else (b, a)
        if high.kind == 3 and low is float64:
            return complex128
        return high
    if a is uint8 or b is uint8:             # uint8 with a signed type needs the next wider signed type
        other = b if a is uint8 else a
        return int16 if other is int8 else other
    return a if a.itemsize > b.itemsize else b


_joined = {(a, b): _join(a, b) for a in ALL for b in ALL}


def promote_types(type1, type2):
    """The smallest dtype that both can be turned into."""
    return _joined[type1, type2]


def number_type(tensor_dtype, value):
    """The result dtype of a tensor of `tensor_dtype` with the Python number `value`."""
    kind = 0 if value is True or value is False else 1 if isinstance(value, int) else 3 if isinstance(value, complex) else 2
    if kind <= tensor_dtype.kind:
        return tensor_dtype
    if kind == 3:
        return tensor_dtype.to_complex() if tensor_dtype.kind == 2 else default[0].to_complex()
    return int64 if kind == 1 else default[0]


def result_of(a, b):
    """The result dtype of two numpy arrays under torch's rules (0-dim arrays give way)."""
    da, db = _by_numpy[a.dtype], _by_numpy[b.dtype]
    if da is db:
        return da
    if a.ndim == 0 and b.ndim and da.kind <= db.kind:
        return db
    if b.ndim == 0 and a.ndim and db.kind <= da.kind:
        return da
    return _joined[da, db]


class finfo:
    """Limits of a floating dtype."""

    def __init__(self, type=None):
        self._dtype = type or default[0]
        if self._dtype.kind < 2:
            raise TypeError(f"torch.finfo() requires a floating point input type. Use torch.iinfo to handle '{self._name()}'")
        info = np.finfo(self._dtype.np)
        self.bits, self.eps, self.max, self.min = info.bits, float(info.eps), float(info.max), float(info.min)
        self.tiny = self.smallest_normal = float(info.tiny)
        self.resolution = 10.0 ** -info.precision
        self.dtype = self._dtype.name

    def _name(self):
        return "torch.finfo"

    def __repr__(self):
        return (f"finfo(resolution={self.resolution:g}, min={self.min:g}, max={self.max:g}, eps={self.eps:g}, "
                f"smallest_normal={self.smallest_normal:g}, tiny={self.tiny:g}, dtype={self.dtype})")


class iinfo:
    """Limits of an integer dtype."""

    def __init__(self, type):
        if type.kind >= 2:
            raise TypeError("torch.iinfo() requires an integer input type. Use torch.finfo to handle 'torch.iinfo'")
        info = np.iinfo(type.np)
        self.bits, self.max, self.min, self.dtype = info.bits, int(info.max), int(info.min), type.name

    def __repr__(self):
        return f"iinfo(min={self.min:g}, max={self.max:g}, dtype={self.dtype})"


def get_default_dtype():
    return default[0]


def set_default_dtype(d, /):
    if not isinstance(d, dtype) or d.kind != 2:
        raise TypeError(("" if isinstance(d, dtype) else "invalid dtype object: ") + "only floating-point types are supported as the default type")
    default[0] = d
