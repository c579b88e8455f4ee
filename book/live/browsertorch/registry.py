"""How an operation becomes `torch.name` and `Tensor.name`.

    @op                       torch.exp(x) and x.exp()
    @op(inplace=True)         ... and x.exp_()
    @op("absolute")           ... and the further name torch.absolute / x.absolute
    @function / @method       only torch.name / only Tensor.name
"""

import functools

functions = {}   # becomes the namespace of the package
methods = {}     # becomes attributes of Tensor


def op(*aliases, inplace=False):
    """Register a function under its own name and its aliases, in both places."""
    if len(aliases) == 1 and callable(aliases[0]):
        return op()(aliases[0])

    def register(f):
        for name in (f.__name__, *aliases):
            functions[name] = methods[name] = f
            if inplace:
                methods[name + "_"] = functions[name + "_"] = inplace_version(f, name + "_")
        return f

    return register


def function(f, *names):
    for name in names or (f.__name__,):
        functions[name] = f
    return f


def method(f, *names):
    for name in names or (f.__name__,):
        methods[name] = f
    return f


def inplace_version(f, name):
    """`x.name(...)`: run f, then write its result into x (see views.write)."""
    def method(self, *args, **kwargs):
        return write(self, f, args, kwargs)

    method.__name__ = name
    return method


def write(self, f, args, kwargs):   # bound late: inplace.py needs tensors, tensors need this file
    from .inplace import write
    globals()["write"] = write
    return write(self, f, args, kwargs)


def guarded(f, name):
    """torch.<name>: f, with torch's words for a wrong or missing argument (found out only when f fails)."""
    @functools.wraps(f)
    def call(*args, **kwargs):
        try:
            return f(*args, **kwargs)
        except (AttributeError, TypeError) as error:
            better = explain(f, name, args, kwargs, error)
            if better is None:
                raise
            raise better from None

    return call


def explain(f, name, args, kwargs, error):
    """The error torch raises for these arguments, if they are the cause."""
    import inspect

    from .tensor import Tensor
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
