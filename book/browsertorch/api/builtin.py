"""Functions and methods that look like torch's, which are written in C.

A forgotten pair of parentheses shows what they are: `loss.item` prints `<built-in method item of Tensor object at 0x...>`, and
`loss.item * 2` names the type builtin_function_or_method. Both are C types of Python underneath: cheap.
"""

import functools


class builtin_function_or_method(functools.partial):
    """torch.sum (no arguments yet) or x.sum (bound to x)."""

    __module__ = "builtins"
    __name__ = property(lambda self: self.func.__name__)
    __doc__ = property(lambda self: self.func.__doc__)

    def __repr__(self):
        owner = self.args[0] if self.args else type
        return f"<built-in method {self.__name__} of {type(owner).__name__} object at {hex(id(owner))}>"


def builtin_function(f):
    """torch.<name>, with the address torch gives its functions."""
    made = builtin_function_or_method(f)
    made.__dict__.update(__module__="torch", __qualname__="_VariableFunctionsClass." + f.__name__)
    return made


class method_descriptor(property):
    """Tensor.sum: reading it from a tensor binds it."""

    def __init__(self, f):
        super().__init__(functools.partial(builtin_function_or_method, f))
        self.f = self.__wrapped__ = f
        self.__doc__ = f.__doc__

    __name__ = property(lambda self: self.f.__name__)

    def __call__(self, *args, **kwargs):
        return self.f(*args, **kwargs)

    def __repr__(self):
        return f"<method '{self.f.__name__}' of 'torch._C.TensorBase' objects>"
