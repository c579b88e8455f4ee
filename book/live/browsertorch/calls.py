"""What every torch.<name> and Tensor.<name> does besides its work: other names of arguments, `out=`, and refusing wrong ones."""

import functools

from . import arguments
from .inplace import put
from .modes import is_grad_enabled, mode, warn_once
from .tensor import Tensor


PLAIN = {Tensor, int, float}       # arguments that are checked only when the call fails
_NUMPYS = {"axis": "dim", "keepdims": "keepdim"}        # numpy's names of torch's arguments
_LISTS = {"view": "size", "expand": "size", "repeat": "repeats", "permute": "dims", "flip": "dims", "tile": "dims", "reshape": "shape",
          "new_zeros": "size", "new_ones": "size", "new_empty": "size", "broadcast_to": "size"}
_PYTHONS = {"norm", "split"}                            # written in Python in torch: they know their own names only


def method(f, name):
    """Tensor.<name>: f, which also takes axis= and keepdims= for dim= and keepdim=, and a list of lengths by its name."""
    known = arguments.text_of("." + name)     # parsed at the first wrong call only: thousands of objects would slow every start
    if not callable(f) or name.startswith("__") or known is not None and not known.strip("~|*,"):      # nothing to get wrong but the number
        return f
    keyword = _LISTS.get(name)
    renames = _has_dim(f) and name not in _PYTHONS
    checked = arguments.Checked("." + name)

    @functools.wraps(f)
    def call(self, *args, **kwargs):
        for a in args:
            if type(a) not in PLAIN:
                checked(args, kwargs)
                break
        if kwargs:
            checked(args, kwargs)
            if keyword in kwargs:
                args = (kwargs.pop(keyword),)
            if renames:
                kwargs = _renamed(kwargs)
        try:
            return inside(f, name, (self, *args), kwargs) if mode.func else f(self, *args, **kwargs)
        except Exception:
            checked.again(args, kwargs)
            raise

    return call


class Builtin:
    """A method that shows itself as torch's do: `<built-in method item of Tensor object at 0x…>`.

    It costs a little at every call, so only those are made so which a reader may well forget to call.
    """

    NAMES = ("item", "tolist", "numpy", "size", "numel")

    def __init__(self, f):
        self.f = f
        functools.update_wrapper(self, f)

    def __get__(self, tensor, cls=None):
        return self if tensor is None else _Bound(self.f, tensor)

    def __call__(self, *args, **kwargs):
        return self.f(*args, **kwargs)

    def __repr__(self):
        return f"<method '{self.__name__}' of 'torch._C.TensorBase' objects>"


class _Bound:
    __slots__ = ("f", "__self__")

    def __init__(self, f, tensor):
        self.f, self.__self__ = f, tensor

    def __call__(self, *args, **kwargs):
        return self.f(self.__self__, *args, **kwargs)

    def __getattr__(self, name):
        return getattr(self.f, name)

    def __repr__(self):
        return f"<built-in method {self.f.__name__} of {type(self.__self__).__name__} object at {id(self.__self__):#x}>"


def _has_dim(f):
    while hasattr(f, "__wrapped__"):
        f = f.__wrapped__
    code = getattr(f, "__code__", None)
    return code is not None and "dim" in code.co_varnames[:code.co_argcount + code.co_kwonlyargcount]


def _renamed(kwargs):
    return {_NUMPYS.get(name, name): value for name, value in kwargs.items()}


def guarded(f, name):
    """torch.<name>: f, which refuses wrong arguments as torch does, and writes into `out`."""
    renames = _has_dim(f) and name not in _PYTHONS
    checked = arguments.Checked(name)

    @functools.wraps(f)
    def call(*args, **kwargs):
        for a in args:
            if type(a) not in PLAIN:
                checked(args, kwargs)
                break
        if kwargs:
            checked(args, kwargs)
            if renames:
                kwargs = _renamed(kwargs)
            if "out" in kwargs:
                return into(kwargs.pop("out"), call, name, args, kwargs)
        try:
            return inside(f, name, args, kwargs) if mode.func else f(*args, **kwargs)
        except Exception:
            checked.again(args, kwargs)
            raise

    return call


def inside(f, name, args, kwargs):
    """f(*args, **kwargs) inside a transform of torch.func."""
    from .func.dispatch import call
    return call(f, name, args, kwargs)


def batch_aware(namespace):
    """Let the public functions that a module defined itself ask for their rule inside a transform of torch.func."""
    for name, f in list(namespace.items()):
        if getattr(f, "__module__", None) == namespace["__name__"] and not name.startswith("_") and hasattr(f, "__code__"):
            namespace[name] = _asking(f, name)


def _asking(f, name):
    @functools.wraps(f)
    def call(*args, **kwargs):
        return inside(f, name, args, kwargs) if mode.func else f(*args, **kwargs)
    return call


def into(out, call, name, args, kwargs):
    """torch.<name>(..., out=out): the result written into out (or, for several results, into each of a tuple)."""
    result = call(*args, **kwargs)
    if out is None:
        return result
    if mode.func and hasattr(result, "_levels"):
        raise RuntimeError(f"Batching rule not implemented for aten::{name}.out; the fallback path doesn't work on out= or view ops.")
    if isinstance(out, tuple):
        for o, r in zip(out, result):
            into(o, lambda: r, name, (), {})
        return out
    if result.requires_grad or out.requires_grad and is_grad_enabled():
        raise RuntimeError(f"{name}(): functions with out=... arguments don't support automatic differentiation, but one of the arguments "
                           "requires grad.")
    if out.shape != result.shape:
        if out.numel():
            warn_once(f"An output with one or more elements was resized since it had shape {list(out.shape)}, which does not match the "
                      f"required output shape {list(result.shape)}. "
                      "This behavior is deprecated, and in a future PyTorch release outputs will not be resized unless they have zero "
                      "elements. You can explicitly reuse an out tensor t by resizing it, inplace, to zero elements with t.resize_(0). "
                      "(Triggered internally at /__w/pytorch/pytorch/aten/src/ATen/native/Resize.cpp:30.)")
        out.resize_(result.shape)
    return put(out, result)
