"""What the editor asks: how a name goes on, and what a name is. Nothing is run: only names and attributes are followed."""

import builtins
import inspect as reflection
import io
import keyword
import re
import sys
import tokenize
import types
import warnings

from . import cell, packages, values
from . import names as written
from .values import NOTHING

DOTTED = re.compile(r"(?:[^\W\d]\w*\s*\.\s*)*[^\W\d]?\w*$")
IMPORT = re.compile(
    r"^\s*(?:from\s+([\w.]+)\s+import\s+(?:[\w\s,(]*,\s*)?|(?:import|from)\s+(?:[\w.]+\s*,\s*)*)(?P<prefix>[\w.]*)$"
)
LIMIT = 200


def complete(code, cursor):
    """How the name before the cursor can go on: {prefix, options} or None."""
    before = code[:cursor]
    line = before.rpartition("\n")[2]
    if in_text_or_comment(before):
        return None
    found = IMPORT.match(line)
    if found:
        return modules(found.group(1), found.group("prefix"))
    dotted = DOTTED.search(before).group()
    path, _, prefix = dotted.rpartition(".")
    if path:
        owner = follow(path)
        if owner is NOTHING:
            return None
        options = attributes(owner, prefix)
    elif not prefix:
        return None
    else:
        options = arguments(before[: len(before) - len(prefix)], prefix) + names(prefix)
    return {"prefix": prefix, "options": options[:LIMIT]} if options else None


def in_text_or_comment(before):
    """Whether the cursor is inside a string or a comment."""
    try:
        for token in tokenize.generate_tokens(io.StringIO(before + "\n").readline):
            if token.type == tokenize.COMMENT and token.end == (before.count("\n") + 1, len(before.rpartition("\n")[2])):
                return True
    except tokenize.TokenError as error:
        return "string" in error.args[0]
    except (SyntaxError, IndentationError):
        pass
    return False


def follow(path):
    """The object that a dotted name means now, or NOTHING."""
    first, *rest = re.split(r"\s*\.\s*", path.strip())
    value = cell.namespace.get(first, getattr(builtins, first, NOTHING))
    for name in rest:
        if value is NOTHING:
            break
        value = attribute(value, name)
    return value


def attribute(value, name):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            return getattr(value, name)
        except BaseException:
            return NOTHING


def attributes(owner, prefix):
    try:
        found = [name for name in dir(owner) if isinstance(name, str) and name.startswith(prefix)]
    except Exception:
        return []
    if not prefix.startswith("_"):
        found = [name for name in found if not name.startswith("_")]
    kind = type(owner)
    options = []
    for name in found[:LIMIT]:
        described = reflection.getattr_static(kind, name, NOTHING) if not isinstance(owner, (type, types.ModuleType)) else NOTHING
        # A property is not computed for a list of names.
        value = NOTHING if isinstance(described, (property, types.GetSetDescriptorType)) else attribute(owner, name)
        options.append(option(name, value, "property"))
    return options


def names(prefix):
    options = [
        option(name, value)
        for name, value in cell.namespace.items()
        if isinstance(name, str) and name.startswith(prefix) and (not name.startswith("_") or prefix.startswith("_"))
    ]
    options += [{"label": word, "type": "keyword", "detail": ""} for word in keyword.kwlist if word.startswith(prefix)]
    options += [
        option(name, getattr(builtins, name))
        for name in dir(builtins)
        if name.startswith(prefix) and not name.startswith("_") and name not in cell.namespace and not keyword.iskeyword(name)
    ]
    return options


def arguments(before, prefix):
    """The names of the arguments of the call the cursor is in."""
    function = called(before)
    if function is NOTHING:
        return []
    try:
        parameters = reflection.signature(function).parameters.values()
    except Exception:  # a signature of the reader's own may raise anything
        return []
    kinds = (reflection.Parameter.POSITIONAL_OR_KEYWORD, reflection.Parameter.KEYWORD_ONLY)
    return [
        {"label": p.name + "=", "type": "variable", "detail": "" if p.default is p.empty else f"{p.default!r}"[:40]}
        for p in parameters
        if p.kind in kinds and p.name.startswith(prefix) and p.name != "self"
    ]


def called(before):
    """The function whose parentheses are open at the end of the text, or NOTHING."""
    depth = 0
    for position in range(len(before) - 1, -1, -1):
        sign = before[position]
        if sign in ")]}":
            depth += 1
        elif sign in "([{":
            if depth == 0:
                path = DOTTED.search(before[:position].rstrip()).group()
                return follow(path) if sign == "(" and path else NOTHING
            depth -= 1
    return NOTHING


def modules(parent, prefix):
    """Names after `import` and `from … import`."""
    if parent:
        owner = sys.modules.get(parent, NOTHING)
        return {"prefix": prefix, "options": attributes(owner, prefix)[:LIMIT]} if owner is not NOTHING else None
    known = {
        name
        for name in {*sys.stdlib_module_names, *sys.modules, *packages._table}
        if name.startswith(prefix) and not name.startswith("_") and name.count(".") == prefix.count(".")
    }
    return {"prefix": prefix, "options": [{"label": name, "type": "module", "detail": ""} for name in sorted(known)][:LIMIT]}


def option(name, value, otherwise="variable"):
    return {"label": name, "type": kind_of(value, otherwise), "detail": "" if value is NOTHING else type(value).__name__}


def kind_of(value, otherwise="variable"):
    kind = type(value)  # isinstance would ask the value for its __class__
    if issubclass(kind, type):
        return "class"
    if issubclass(kind, types.ModuleType):
        return "module"
    return "function" if value is not NOTHING and callable(value) else otherwise


def inspect(code, cursor):
    """What the name at the cursor is, or the function whose call the cursor is in: {name, signature, doc, type, facts} or None."""
    after = re.match(r"\w*", code[cursor:]).group()
    path = DOTTED.search(code[:cursor] + after).group()
    value = follow(path) if path.strip(". ") else NOTHING
    if value is NOTHING:
        value = called(code[:cursor])
        path = getattr(value, "__name__", "")
    if value is NOTHING:
        return None
    doc = reflection.getdoc(value) or ""
    facts = values.facts(value)
    signature = type(value).__name__ if facts or not callable(value) else signature_of(value)
    if not callable(value):
        doc = ""
    return {"name": path, "signature": signature, "doc": doc, "type": kind_of(value), "facts": facts}


def look(code, cursor):
    """What the name that stands at the cursor holds: {name, type, facts} or None. Only what is stored is looked at."""
    return next((held(path) for start, end, path in written.used(code) if start <= cursor <= end), None)


def variables(code):
    """What every name of a cell holds, in the order of the text."""
    paths = dict.fromkeys(path for _, _, path in written.used(code) if "." not in path)
    return [found for path in paths if (found := values.attempt(lambda: held(path), None))][:LIMIT]


def held(path):
    first, *rest = path.split(".")
    value = cell.namespace.get(first, NOTHING)
    for name in rest:
        value = NOTHING if value is NOTHING else values.member(value, name)
    found = [] if value is NOTHING else values.facts(value)
    return {"name": path, "type": type(value).__name__, "facts": found} if found else None


def signature_of(value):
    try:
        return f"{getattr(value, '__name__', '')}{reflection.signature(value)}"
    except Exception:
        return ""
