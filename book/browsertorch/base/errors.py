"""Errors that several files raise. Wordings are torch 2.13's, recorded from real runs."""

from . import dtypes, values

HEAP_TYPE = 1 << 9


def type_name(value):
    """The name C gives the type of a value."""
    cls = type(value)
    if cls.__module__ == "builtins" or cls.__flags__ & HEAP_TYPE and not isinstance(value, (dtypes.dtype, values.Size, values.device, values.layout)):
        return cls.__name__
    return ("torch" if cls.__flags__ & HEAP_TYPE else cls.__module__) + "." + cls.__name__


def wrap_dim(dim, ndim):
    """A dimension counted from the front; IndexError outside [-ndim, ndim - 1]."""
    bound = ndim or 1
    if not -bound <= dim < bound:
        raise IndexError(f"Dimension out of range (expected to be in range of [{-bound}, {bound - 1}], but got {dim})")
    return dim + bound if dim < 0 else dim


_CPP_NAMES = {"float32": "float", "float64": "double", "int64": "long int", "int32": "int", "float16": "c10::Half",
              "uint8": "unsigned char", "int8": "signed char", "int16": "short int", "complex64": "c10::complex<float>",
              "complex128": "c10::complex<double>"}


def cpp_name(dtype):
    """The name C++ gives a dtype, as some messages print it."""
    return _CPP_NAMES.get(dtype.name, dtype.name)


def broadcast_error(x, y):
    """Two shapes that do not broadcast: the first dimension, from the end, that does not match."""
    a, b = x.shape, y.shape
    if x.device == "meta":
        from .meta_array import not_broadcast    # late: it is in the second archive
        return not_broadcast(a, b)
    n = max(len(a), len(b))
    for i in range(1, n + 1):
        p = a[-i] if i <= len(a) else 1
        q = b[-i] if i <= len(b) else 1
        if p != q and p != 1 and q != 1:
            return RuntimeError(f"The size of tensor a ({p}) must match the size of tensor b ({q}) at non-singleton dimension {n - i}")
    return RuntimeError("shapes do not broadcast")
