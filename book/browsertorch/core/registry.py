"""How an operation becomes `torch.name` and `Tensor.name`.

    @op                       torch.exp(x) and x.exp()
    @op(inplace=True)         ... and x.exp_()
    @op("absolute")           ... and the further name torch.absolute / x.absolute
    @function / @method       only torch.name / only Tensor.name
"""

from .views import write

functions = {}   # becomes the namespace of the package
methods = {}     # becomes attributes of Tensor


def op(*aliases, inplace=False):
    """Register a function under its own name and its aliases, in both places."""
    if len(aliases) == 1 and callable(aliases[0]):
        return op()(aliases[0])

    def register(f):
        _named(f, f.__name__)
        for name in (f.__name__, *aliases):
            functions[name] = methods[name] = f
            if inplace:
                methods[name + "_"] = functions[name + "_"] = inplace_version(f, name + "_")
        return f

    return register


def _named(f, name):
    """Give a function made by another (or a lambda) the name that errors show."""
    if "<" in getattr(f, "__qualname__", ""):
        f.__name__ = f.__qualname__ = name


def function(f, *names):
    _named(f, names[0] if names else f.__name__)
    for name in names or (f.__name__,):
        functions[name] = f
    return f


def method(f, *names):
    _named(f, names[0] if names else f.__name__)
    if f.__class__ is not property and f.__name__.startswith("__"):
        f.__qualname__ = "Tensor." + f.__name__
    for name in names or (f.__name__,):
        methods[name] = f
    return f


def inplace_version(f, name):
    """`x.name(...)`: run f, then write its result into x (see views.write)."""
    def method(self, *args, **kwargs):
        return write(self, f, args, kwargs)

    method.__name__, method.__module__ = name, f.__module__
    return method
