"""Which packages a cell needs, found in its import statements before it runs, and a last resort for imports found nowhere."""

import ast
import json
import sys
from importlib.machinery import PathFinder

from . import figures

LIBRARY = "python_stdlib"  # the rest of the standard library

_fetch = None
_table = {}  # module → packages that must be there to import it
_there = set()


def install(fetch, table):
    """`fetch(package)` loads one at once (the page waits); `table` is the build's list of modules and what they need."""
    global _fetch, _table
    _fetch, _table = fetch, dict(table)
    sys.meta_path.append(LastResort)


def needs(code):
    """The packages that must be loaded before this cell runs, in order."""
    try:
        tree = ast.parse(code)
    except (SyntaxError, ValueError):
        return []
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names = [node.module, *(f"{node.module}.{alias.name}" for alias in node.names)]
        else:
            continue
        for name in names:
            found += [package for package in of_module(name) if package not in _there and package not in found]
    return found


def of_module(name):
    """The packages a module needs, itself included; for a submodule without an entry, its parent's."""
    if name in sys.modules:
        return []
    if name.split(".")[0] in sys.stdlib_module_names:
        return [LIBRARY]
    while name:
        if name in _table:
            return _table[name]
        name = name.rpartition(".")[0]
    return []


def arrived(package):
    """Called when a package lies on the disk."""
    _there.add(package)
    sys.path_importer_cache.clear()
    if package == LIBRARY:
        json.__loader__.invalidate_caches()  # it read another file when the book was built
    if package == "matplotlib":
        figures.prepare()


class LastResort:
    """The last of Python's finders: an import inside a function, which no look at the cell could foresee."""

    _asking = False

    @classmethod
    def find_spec(cls, name, path=None, target=None):
        missing = [package for package in of_module(name) if package not in _there]
        if not missing or cls._asking:
            return None
        cls._asking = True
        try:
            for package in missing:
                _fetch(package)
        finally:
            cls._asking = False
        return PathFinder.find_spec(name, path)
