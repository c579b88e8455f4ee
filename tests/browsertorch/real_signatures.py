"""The signatures of the installed torch's functions and methods, as book/browsertorch/api/signatures.txt holds them.

    python tests/browsertorch/real_signatures.py > book/browsertorch/api/signatures.txt
    python tests/browsertorch/real_signatures.py later > book/browsertorch/api/later.py

Asked of torch itself: forty wrong arguments make it name its signatures, or how many arguments it takes; the schemas of its operators say
the rest (types, where None may stand). Only names that the engine has are asked for.
"""

import importlib
import re
import sys
import warnings
from pathlib import Path

from snippet_engine import BROWSERTORCH

SHORT = {
    "Tensor": "T",
    "Scalar": "N",
    "number": "N",
    "Number": "N",
    "int": "i",
    "SymInt": "i",
    "float": "f",
    "complex": "c",
    "bool": "b",
    "str": "s",
    "tuple of ints": "I",
    "tuple of floats": "F",
    "tuple of Tensors": "TT",
    "tuple of Scalars": "NN",
    "torch.dtype": "dt",
    "ScalarType": "dt",
    "torch.layout": "lay",
    "Layout": "lay",
    "torch.device": "dev",
    "Device": "dev",
    "torch.memory_format": "mem",
    "MemoryFormat": "mem",
    "torch.Generator": "gen",
    "Generator": "gen",
    "object": "o",
    "Storage": "sto",
    "torch.Storage": "sto",
}
LISTS = {"int": "I", "SymInt": "I", "float": "F", "Tensor": "TT", "Scalar": "NN", "number": "NN"}
CAST = "*,mem? memory_format=None"
DATA = "*,dt? dtype=None,dev? device=None"
NOT_IN_SCHEMAS = {
    "nonzero": "T input,*,b as_tuple=False,T? out=None",
    ".size": "i? dim=None",
    ".stride": "i? dim=None",
    ".numpy": "*,b force=False",
    "tensor": f"o data,{DATA},b pin_memory=False,b requires_grad=False,NN names=None",
    "as_tensor": f"o data,{DATA}",
    "asarray": f"o obj,{DATA},b? copy=None,b requires_grad=False",
    ".new_tensor": f"o data,{DATA},b requires_grad=False",
    **{f".{name}": CAST for name in "cpu is_contiguous bool byte cdouble cfloat char double float half int long short".split()},
}


def asked(owner, name):
    """What torch says to forty wrong arguments."""
    if type(getattr(type(owner), name, None) or getattr(owner, name, None)).__name__ not in (
        "method_descriptor",
        "builtin_function_or_method",
    ):
        return None
    return refusal(getattr(owner, name))


def refusal(function):
    try:
        function(*[object()] * 40)
    except TypeError as error:
        return str(error)


def short(type_, none=False):
    """A type of a schema in short: `int[1]? ` is I1?."""
    type_ = re.sub(r"\([^)]*\)", "", type_)
    none = none or type_.endswith("?")
    if type_ in SHORT:
        return SHORT[type_] + "?" * none
    found = re.fullmatch(r"(\w+)\[(\d*)\]", type_.replace("?", ""))
    text = LISTS[found[1]] + (found[2] if LISTS[found[1]] == "I" else "") if found else SHORT[type_.replace("?", "")]
    return text + "?" * none


def split(text, pattern):
    """The parameters in a signature's text: ["*" or (type, name, default or None)]."""
    for part in filter(None, re.split(pattern, text)):
        if part == "*":
            yield part
        else:
            head, _, default = (s.strip() for s in part.partition("="))
            yield (*head.rsplit(" ", 1), default.replace(", ", ";") or None)  # a comma ends a parameter


def schemas(torch, name, method):
    """The parameters of every schema of an operator, self called as the caller sees it (dropped for a method)."""
    for schema in torch._C._jit_get_schemas_for_operator("aten::" + name):
        text = re.match(r"[^(]*\((.*)\) -> ", str(schema))[1]
        if "Dimname" in text:
            continue
        parameters = [p if p == "*" or p[1] != "self" else (p[0], "input", p[2]) for p in split(text, r",(?![^\[(]*[\])]) ?")]
        yield parameters[1:] if method and parameters and parameters[0][1] == "input" else parameters


def shown(message, all_schemas):
    """The signatures that torch itself listed; where None may stand is the schemas' knowledge."""
    options = re.findall(r"^ \* \((.*)\)$", message, flags=re.M) or [message.rpartition("but expected (")[2].rstrip(")")]
    for option in options:
        parameters = list(split(option, ", "))
        plain = _plain(parameters)
        schema = next((s for s in all_schemas if _plain(s) == plain), ())
        types = {p[1]: p[0] for p in schema if p != "*"}
        yield ",".join(
            "*"
            if p == "*"
            else _written(
                short(
                    types.get(p[1], p[0]) if p[0] == "tuple of ints" and p[1] in types else p[0],
                    p[2] == "None" or "?" in types.get(p[1], ""),
                ),
                p,
            )
            for p in parameters
        )


def _plain(parameters):
    extras = ("out", "dtype", "layout", "device", "pin_memory", "requires_grad", "memory_format")
    return [
        (short(p[0]).rstrip("?0123456789"), p[1].replace("self", "input")) for p in parameters if p != "*" and p[1] not in extras
    ]


def _written(type_, parameter):
    return f"{type_} {parameter[1]}" + ("" if parameter[2] is None else f"={parameter[2]}")


def single(function, message, all_schemas, method):
    """The one signature of a function of which torch told only how many arguments it takes."""
    low, high = re.search(r"takes (?:from (\d+) to )?(\d+) positional", message).groups()
    low, high = int(low or high), int(high)
    for parameters in all_schemas:
        positional = parameters[: parameters.index("*")] if "*" in parameters else parameters
        if (
            len(positional) == high
            and sum(p[2] is None for p in positional) == low
            and not any(p[1] == "out" for p in parameters if p != "*")
        ):
            break
    else:
        return None
    written = ["*" if p == "*" else _written(short(p[0]), p) for p in parameters]
    names = [p[1] for p in parameters if p != "*"]
    more = [] if method or "out" in names else out_parameter(function)
    more += ["b requires_grad=False"] if "pin_memory" in names else []
    return ",".join(written + (["*"] if more and "*" not in written else []) + more)


def out_parameter(function):
    """["T? out=None"] and the like where torch's own stub file gives a function an `out`."""
    import torch

    stubs = (Path(torch.__file__).parent / "_C" / "_VariableFunctions.pyi").read_text(encoding="utf-8")
    found = re.search(rf"^def {function}\((?:[^()]|\([^()]*\))*?\bout: ([^=]*)=", stubs, flags=re.M)
    return [] if found is None else [f"{'TT' if 'tuple' in found[1] else 'T'}? out=None"]


def signature_lines(later):
    """{name or .name: the line's text}, functions first; a method is left out where its function's line says it.

    later: of the operations that stand in the second archive, else of the others.
    """
    import torch

    sys.path.insert(0, str(BROWSERTORCH.parent))
    from browsertorch.api import arguments
    from browsertorch.base import missing
    from browsertorch.core import registry

    from browsertorch import Tensor

    places = {key: path for key, path in missing._later.items() if key[0] in ("torch", "Tensor") and path.startswith("ops.")}
    for path in set(places.values()):
        importlib.import_module(f"browsertorch.{path}")
    lines = {"new": "|".join(shown(refusal(torch.Tensor), []))} if not later else {}
    for owner, names in (
        (torch, registry.functions),
        (torch.ones(2), {**registry.methods, **{n: f for n, f in vars(Tensor).items() if callable(f)}}),
    ):
        method = owner is not torch
        for name in sorted(n for n in names if not n.startswith("_")):
            if (("Tensor" if method else "torch", name) in places) is not later:
                continue
            key = "." + name if method else name
            message = asked(owner, name)
            if message is None:
                continue
            known = list(schemas(torch, name, method))
            if key in NOT_IN_SCHEMAS:
                line = NOT_IN_SCHEMAS[key]
            elif "takes no arguments" in message:
                line = "" if method else None
            elif "received an invalid" in message:
                line = "~|" * ("but expected (" in message) + "|".join(shown(message, known))
            else:
                line = single(name, message, known, method) if "positional" in message else None
            if line is None or method and name in lines and line == "|".join(map(arguments._as_method, lines[name].split("|"))):
                continue
            lines[key] = line
    return lines


def text(later=False):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        groups = {}
        for name, line in signature_lines(later).items():
            groups.setdefault(line, []).append(name)
        return "".join(f"{' '.join(names)}|{line}\n" for line, names in groups.items())


HEAD = '''"""signatures.txt of the operations in the second archive (python tests/browsertorch/real_signatures.py later)."""

from .arguments import learn

LINES = """
'''
TAIL = '''"""
for _names, _line in (_each.split("|", 1) for _each in LINES.strip().splitlines()):
    for _name in _names.split():
        learn(_name, _line)
'''


def module():
    """book/browsertorch/api/later.py."""
    return HEAD + text(later=True) + TAIL


if __name__ == "__main__":
    print(module() if sys.argv[1:] == ["later"] else text(), end="")
