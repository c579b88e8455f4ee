"""What every torch.<name> does besides its work: `out=`, and torch's words for wrong arguments."""

import functools

from .inplace import put
from .modes import is_grad_enabled, warn_once
from .tensor import Tensor


_NUMPYS = {"axis": "dim", "keepdims": "keepdim"}        # numpy's names of torch's arguments
_LISTS = {"view": "size", "expand": "size", "repeat": "repeats", "permute": "dims", "flip": "dims", "tile": "dims", "reshape": "shape",
          "new_zeros": "size", "new_ones": "size", "new_empty": "size", "broadcast_to": "size"}
_PYTHONS = {"norm", "split"}                            # written in Python in torch: they know their own names only


def method(f, name):
    """Tensor.<name>: f, which also takes axis= and keepdims= for dim= and keepdim=, and a list of lengths by its name."""
    if name in _LISTS:
        keyword = _LISTS[name]

        @functools.wraps(f)
        def call(self, *args, **kwargs):
            if keyword in kwargs:
                args = (kwargs.pop(keyword),)
            return f(self, *args, **kwargs)
    elif _has_dim(f) and name not in _PYTHONS:
        @functools.wraps(f)
        def call(self, *args, **kwargs):
            return f(self, *args, **_renamed(kwargs)) if kwargs else f(self, *args)
    else:
        return f
    return call


def _has_dim(f):
    while hasattr(f, "__wrapped__"):
        f = f.__wrapped__
    code = getattr(f, "__code__", None)
    return code is not None and "dim" in code.co_varnames[:code.co_argcount + code.co_kwonlyargcount]


def _renamed(kwargs):
    return {_NUMPYS.get(name, name): value for name, value in kwargs.items()}


def guarded(f, name):
    """torch.<name>: f, with torch's words for a wrong or missing argument (found out only when f fails)."""
    renames = _has_dim(f) and name not in _PYTHONS

    @functools.wraps(f)
    def call(*args, **kwargs):
        if renames and kwargs:
            kwargs = _renamed(kwargs)
        if "out" in kwargs:
            return into(kwargs.pop("out"), call, name, args, kwargs)
        try:
            return f(*args, **kwargs)
        except (AttributeError, TypeError) as error:
            better = explain(f, name, args, kwargs, error)
            if better is None:
                raise
            raise better from None

    return call


def into(out, call, name, args, kwargs):
    """torch.<name>(..., out=out): the result written into out (or, for several results, into each of a tuple)."""
    result = call(*args, **kwargs)
    if out is None:
        return result
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


def explain(f, name, args, kwargs, error):
    """The error torch raises for these arguments, if they are the cause."""
    import inspect
    parameters = list(inspect.signature(f).parameters.values())
    text = str(error)
    if isinstance(error, TypeError) and "missing" in text and "required positional" in text and text.startswith(f.__name__ + "()"):
        names = [p.name for p in parameters if p.default is p.empty and p.kind is p.POSITIONAL_OR_KEYWORD]
        given = len(args)
        left = [n for n in names[given:] if n not in kwargs]
        if not left:
            return None
        quoted = ", ".join(f'"{n}"' for n in left)
        return TypeError(f"{name}() missing {len(left)} required positional arguments: {quoted}")
    if isinstance(error, AttributeError) and "has no attribute '_a'" in text and parameters and parameters[0].name == "input":
        for position, (p, value) in enumerate(zip(parameters, args), 1):
            if p.name in ("input", "other", "mat2", "tensor", "vec2", "index", "mask") and not isinstance(value, Tensor):
                return TypeError(f"{name}(): argument '{p.name}' (position {position}) must be Tensor, not {type(value).__name__}")
    return None
