"""torch's own check of arguments, and its words for wrong ones.

signatures.txt holds, for each function, what the installed torch accepts (made by tests/browsertorch/real_signatures.py).
A line is `name name ...|signature|signature...`; methods are `.name`. A signature is `type name=default, ...` with the short types of
TYPES, `*` before keyword-only ones, `?` where None is allowed and a digit where a single int may stand for a list. `~` says that
torch knows older signatures as well, which it does not show.
"""

import os

import numpy as np

from ..base import dtypes, values
from ..base.errors import type_name
from ..core.tensor import Tensor

TYPES = {"T": "Tensor", "N": "Number", "i": "int", "f": "float", "c": "complex", "b": "bool", "I": "tuple of ints", "F": "tuple of floats",
         "TT": "tuple of Tensors", "NN": "tuple of Scalars", "dt": "torch.dtype", "lay": "torch.layout", "dev": "torch.device", "s": "str",
         "mem": "torch.memory_format", "gen": "torch.Generator", "o": "object", "sto": "torch.Storage"}
NUMPYS = {"dim": ("axis",), "keepdim": ("keepdims",), "input": ("x", "a", "x1"), "other": ("x2",)}    # numpy's names of torch's arguments
NUMBERS_AS_TENSORS = {"add", "div", "divide", "mul", "multiply", "sub", "subtract", "true_divide", "floor_divide", "copy"}
with open(os.path.join(os.path.dirname(__file__), "signatures.txt"), encoding="utf-8") as _file:
    _lines = {_name: _way for _names, _, _way in (_line.rstrip("\n").partition("|") for _line in _file) for _name in _names.split()}
_parsed = {}


class Parameter:
    """One parameter of a signature."""

    def __init__(self, text, keyword):
        kind, _, rest = text.partition(" ")
        self.name, has_default, self.default = rest.partition("=")
        self.optional, self.keyword, self.none = bool(has_default), keyword, kind.endswith("?") or self.default == "[]"
        kind = kind.rstrip("?")
        self.single = kind[-1].isdigit()
        self.kind = kind.rstrip("0123456789")

    def __str__(self):
        return f"{TYPES[self.kind]} {self.name}" + (f" = {self.default}" if self.optional else "")

    def accepts(self, value, function):
        """(does the value fit?, place of the list's element that does not, or None)"""
        if value is None and self.none:
            return True, None
        return _CHECKS[self.kind](self, value, function)


def _is_int(value):
    return isinstance(value, (int, np.integer)) and not isinstance(value, bool)


def _plain_tensor(value):
    return isinstance(value, Tensor) and not value.requires_grad and value.dim() == 0


def _int(p, value, function=None):
    return _is_int(value) or _plain_tensor(value) and value.dtype.kind == dtypes.int64.kind, None


def _float(p, value, function):
    return isinstance(value, (float, int, np.floating, np.integer)) or _plain_tensor(value), None


def _number(p, value, function):
    return isinstance(value, (bool, np.bool_, complex, np.complexfloating)) or _float(p, value, function)[0], None


def _tensor(p, value, function):
    return isinstance(value, Tensor) or function.rstrip("_") in NUMBERS_AS_TENSORS and _number(p, value, function)[0], None


def _ints(p, value, function):
    if isinstance(value, (tuple, list)):
        ok = not value or _is_index(value[0])
        return ok, None if ok else 0
    return p.single and _int(p, value)[0], None


def _is_index(value):
    return _is_int(value) or isinstance(value, Tensor) and value.numel() == 1 and value.dtype.kind <= dtypes.int64.kind


def _tensors(p, value, function):
    if not isinstance(value, (tuple, list)):
        return False, None
    bad = next((i for i, v in enumerate(value) if not isinstance(v, Tensor)), None)
    return bad is None, bad


def _list_of(check):
    def checked(p, value, function):
        return isinstance(value, (tuple, list)) and all(check(p, v, function)[0] for v in value), None
    return checked


def _of(*classes):
    return lambda p, value, function: (isinstance(value, classes), None)


_CHECKS = {"T": _tensor, "N": _number, "i": _int, "f": _float, "c": _number, "I": _ints, "TT": _tensors, "F": _list_of(_float),
           "NN": _list_of(_number), "s": _of(str), "lay": _of(values.layout), "mem": _of(values.memory_format),
           "b": lambda p, value, function: (isinstance(value, bool) or _plain_tensor(value) and value.dtype is dtypes.bool_, None),
           "dt": lambda p, value, function: (isinstance(value, dtypes.dtype) or isinstance(value, type) and value in (int, float, bool, complex), None),
           "dev": lambda p, value, function: (isinstance(value, (values.device, str)) or _is_int(value), None),
           "gen": lambda p, value, function: (type(value).__name__ == "Generator", None),
           "o": lambda p, value, function: (True, None), "sto": _of(values.Storage)}


class Signature:
    """One way to call a function."""

    def __init__(self, text):
        head, star, tail = text.partition("*")
        self.parameters = ([Parameter(t, False) for t in head.split(",") if t] + [Parameter(t, True) for t in tail.split(",") if t])
        self.positional = sum(not p.keyword for p in self.parameters)
        self.least = sum(not p.optional for p in self.parameters)
        self.parts = [str(p) for p in self.parameters]
        if star:
            self.parts.insert(self.positional, "*")
        self.parts = self.parts or [""]

    def __str__(self):
        return "(" + ", ".join(self.parts) + ")"

    def complaint(self, function, args, kwargs):
        """What is wrong with the arguments, or None."""
        spread = self.positional == 1 and self.parameters[0].kind == "I"      # view(2, 3) for view((2, 3))
        if len(args) > self.positional and not spread:
            return self._too_many(function, len(args))
        left, args = dict(kwargs), list(args)
        for place, p in enumerate(self.parameters):
            by_name = not (args and place < len(args) and not p.keyword)
            if by_name:
                if args and p.keyword and place < len(args) and not spread:
                    return self._too_many(function, len(args))
                name = next((n for n in (p.name, *NUMPYS.get(p.name, ())) if n in left), None)
                if name is None:
                    if p.optional:
                        continue
                    missing = [q.name for q in self.parameters[place:] if not q.optional]
                    return (f"{function}() missing {len(missing)} required positional argument{'s' if len(missing) == 1 else ''}: "
                            + ", ".join(f'"{n}"' for n in missing))
                value = left.pop(name)
            else:
                value = args[place]
            fits, bad = p.accepts(value, function)
            if fits:
                if spread and place == 0 and not by_name and len(args) > 1:
                    return self._too_many(function, len(args))
                continue
            if spread and place == 0 and not by_name and _int(p, value)[0]:
                args = args[:1]
                continue
            if spread and place == 0 and len(args) > 1:
                return self._too_many(function, len(args))
            if p.kind == "TT" and bad is not None:
                return f"expected Tensor as element {bad} in argument {place}, but got {type_name(value[bad])}"
            at = "" if by_name else f" (position {place + 1})"
            but = f"not {type_name(value)}" if bad is None or by_name else f"but found element of type {type_name(value[bad])} at pos {bad}"
            return f"{function}(): argument '{p.name}'{at} must be {TYPES[p.kind]}, {but}"
        names = [p.name for p in self.parameters]
        for name in kwargs if left else ():
            if name not in names:
                return f"{function}() got an unexpected keyword argument '{name}'"
            if names.index(name) < len(args):
                return f"{function}() got multiple values for argument '{name}'"
        return None

    def _too_many(self, function, given):
        if self.least != self.positional:
            return f"{function}() takes from {self.least} to {self.positional} positional arguments but {given} were given"
        plural, were = "s" if self.positional != 1 else "", "was" if given == 1 else "were"
        return f"{function}() takes {self.positional} positional argument{plural} but {given} {were} given"

    def unknown(self, kwargs):
        """The keywords that are not among the last words of the signature: torch looks no closer."""
        last = [part.rpartition(" ")[2] for part in self.parts[max(0, len(self.parts) - len(kwargs)):]]
        return [n for n in kwargs if n not in last]

    def mismatch(self, args, kwargs):
        """The line torch adds below a signature that has as many parameters as were given."""
        if len(self.parts) != len(args) + len(kwargs):
            return ""
        if unknown := self.unknown(kwargs):
            return "      didn't match because some of the keywords were incorrect: " + ", ".join(unknown) + "\n"
        return f"      didn't match because some of the arguments have invalid types: {self.marked(args, kwargs)}\n"

    def marked(self, args, kwargs):
        """The types of the arguments, those this signature does not name between exclamation marks."""
        names, shown = [part.rpartition(" ")[2] for part in self.parts], []
        for part, name, value in zip(self.parts, names, [*args, *(kwargs[n] for n in names[len(args):])]):
            kind = part.rpartition(" ")[0]
            text = ("" if len(shown) < len(args) else name + "=") + described(value)
            fits = type_name(value) in {"float": ("float", "int", "long"), "int": ("int", "long")}.get(kind, (kind,))
            shown.append(text if fits else f"!{text}!")
        return "(" + ", ".join(shown) + (")" if args or not kwargs else ", )")


def described(value):
    """The same, with what a list holds."""
    if isinstance(value, (list, tuple)):
        left, right = ("[", "]") if isinstance(value, list) else ("(", ")")
        return f"{type_name(value)} of {left}{', '.join(map(type_name, value))}{right}"
    return type_name(value)


def known(name):
    """Does torch's C code check the arguments of torch.<name>, or of the method .<name>?"""
    return name in _lines or name[0] == "." and name[1:] in _lines


def learn(name, line):
    """What signatures.txt does not say."""
    _lines[name] = line


def signatures(name):
    """(all signatures of a function, or of a method written `.name`; does torch hide older ones?), or None."""
    if name not in _parsed:
        text = _lines.get(name)
        if text is None and known(name):      # a method like its function, but for the first argument
            text = "|".join(_as_method(s) for s in _lines[name[1:]].split("|"))
        hidden = text is not None and text.startswith("~")
        _parsed[name] = None if text is None else ([Signature(s) for s in text.removeprefix("~|").split("|")], hidden)
    return _parsed[name]


def _as_method(signature):
    parts = [p for p in signature.split(",") if p not in ("T input", "T? out=None", "TT? out=None")]
    return ",".join(parts[:-1] if parts and parts[-1] == "*" else parts)


def complaint(name, args, kwargs):
    """torch's words about the arguments of torch.<name>, or of the method .<name>; None if they fit (or the name is unknown)."""
    known = signatures(name)
    if known is None:
        return None
    ways, hidden = known
    function = name.lstrip(".")
    if not ways[0].parameters and len(ways) == 1:
        if kwargs:
            return f"TensorBase.{function}() takes no keyword arguments"
        return f"TensorBase.{function}() takes no arguments ({len(args)} given)" if args else None
    if len(ways) == 1 and not hidden:
        return ways[0].complaint(function, args, kwargs)
    if any(way.complaint(function, args, kwargs) is None for way in ways):
        return None
    given = len(args) + len(kwargs)
    near = [way for way in ways if way.least <= given <= len(way.parameters)]
    if len(near) == 1:
        return near[0].complaint(function, args, kwargs)
    kwargs = dict(reversed(kwargs.items()))         # in the order of torch's own table
    text = f"{function}() received an invalid combination of arguments - got "
    if len(ways) == 1 and kwargs and ways[0].unknown(kwargs):
        return text + "unrecognized keyword arguments: " + ", ".join(ways[0].unknown(kwargs))
    if len(ways) == 1 and len(ways[0].parts) == given:
        return f"{text}{ways[0].marked(args, kwargs)}, but expected {ways[0]}"
    got = ", ".join(map(type_name, args)) + (", " if args and kwargs else "")
    got += ", ".join(f"{n}={type_name(v)}" for n, v in kwargs.items()) + (", " if kwargs and not args else "")
    text += f"({got}), but expected "
    if len(ways) == 1:
        return text + str(ways[0])
    return text + "one of:\n" + "".join(f" * {way}\n{way.mismatch(args, kwargs)}" for way in ways)


def refuse_wrong(name, args, kwargs):
    """TypeError for wrong arguments of torch.<name>, or of the method .<name>, whose tensor is the first of args."""
    text = complaint(name, args[name[0] == ".":], kwargs)
    if text is not None:
        raise TypeError(text) from None


def check(name, args, kwargs, right):
    """refuse_wrong, but for arguments of types that were right before."""
    types = (*map(type, args), *kwargs, *map(type, kwargs.values())) if kwargs else tuple(map(type, args))
    if types not in right:
        refuse_wrong(name, args, kwargs)
        right.add(types)
