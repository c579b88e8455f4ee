"""What every torch.<name> and Tensor.<name> does besides its work: other names of arguments, `out=`, and refusing wrong ones."""

import functools
import types

from ..base.modes import is_grad_enabled, mode, warn_once
from ..core import registry
from ..core.views import put
from . import arguments
from .builtin import builtin_function, method_descriptor


_NUMPYS = {"axis": "dim", "keepdims": "keepdim"}        # numpy's names of torch's arguments
_LISTS = {"view": "size", "expand": "size", "repeat": "repeats", "permute": "dims", "flip": "dims", "tile": "dims", "reshape": "shape",
          "new_zeros": "size", "new_ones": "size", "new_empty": "size", "broadcast_to": "size"}


def method(f, name):
    """Tensor.<name>: f, which also takes a list of lengths by its name."""
    if not callable(f) or name.startswith("__"):
        return f
    if arguments.known("." + name):
        return method_descriptor(_checked(f, name, "." + name, _LISTS.get(name)))
    return _checked(_python_method(f, name), name, "." + name)


def _python_method(f, name):
    """f for a method that is written in Python in torch: under the name that Python's own errors show."""
    copy = types.FunctionType(f.__code__, f.__globals__, name, f.__defaults__, f.__closure__)
    copy.__kwdefaults__, copy.__doc__, copy.__qualname__ = f.__kwdefaults__, f.__doc__, "Tensor." + name
    return copy


_public = {}


def public(name):
    """torch.<name> as a reader gets it, which inside a transform asks for its rule; made once."""
    if name not in _public:
        f = registry.functions[name]
        _public[name] = function(f, name) if isinstance(f, types.FunctionType) else f      # not torch.FloatTensor, torch.Generator
    return _public[name]


def function(f, name):
    """torch.<name>: f, which also writes into `out`."""
    call = _checked(f, name, name)
    return builtin_function(call) if arguments.known(name) else call


def taught(signatures):
    """Decorator: a function of the second archive as torch.<name>; its signatures are written as in signatures.txt."""
    def teach(f):
        arguments.learn(f.__name__, signatures)
        return function(f, f.__name__)
    return teach


def _checked(f, name, key, keyword=None):
    """f, which refuses wrong arguments as torch does, and takes axis= and keepdims= for dim= and keepdim=. key: where its signatures are."""
    renames = arguments.known(key)                        # what is written in Python in torch knows its own names only
    asks = key == name or name in registry.methods        # not what a tensor is asked about itself
    own, right = key != name, set()                       # right: types of arguments that were right
    bare = own or None                                    # as many arguments has a method that is given none: nothing to get wrong

    def call(*args, **kwargs):
        if kwargs or len(args) != bare and tuple(map(type, args)) not in right:
            arguments.check(key, args, kwargs, right)
        if kwargs:
            if keyword in kwargs:
                args += (kwargs.pop(keyword),)
            if renames:
                kwargs = {_NUMPYS.get(name, name): value for name, value in kwargs.items()}
            if "out" in kwargs:
                return into(kwargs.pop("out"), call, name, args, kwargs)
        try:
            return mode.func.call(f, name, args, kwargs) if mode.func and asks else f(*args, **kwargs)
        except Exception as error:
            if hasattr(error, "instead"):                 # a sparse tensor is among them
                return error.instead(name, args, kwargs)
            arguments.refuse_wrong(key, args, kwargs)     # were the values the cause?
            raise

    call.__name__, call.__qualname__ = name, "Tensor." * own + name
    call.__doc__, call.__wrapped__ = f.__doc__, f
    return call


def batch_aware(namespace):
    """Let the public functions that a module defined itself ask for their rule inside a transform of torch.func."""
    for name, f in list(namespace.items()):
        if getattr(f, "__module__", None) == namespace["__name__"] and not name.startswith("_") and hasattr(f, "__code__"):
            namespace[name] = asking(f, name)


def asking(f, name):
    """The function f, which asks for its rule."""
    @functools.wraps(f)
    def call(*args, **kwargs):
        return mode.func.call(f, name, args, kwargs) if mode.func else f(*args, **kwargs)
    return call


def into(out, call, name, args, kwargs):
    """torch.<name>(..., out=out): the result written into out (or, for several results, into each of a tuple)."""
    result = call(*args, **kwargs)
    if out is None:
        return result
    if mode.dual and any(hasattr(t, "_tangents") and mode.dual.tangents(t) for t in (out, result)):
        raise NotImplementedError(f"Trying to use forward AD with {registry.functions[name].__name__}_out that does not support it because it is "
                                  "an out= function")
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
