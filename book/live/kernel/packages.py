"""Which packages a cell needs, found in its import statements before it runs, and a last resort for imports found nowhere."""

import ast
import json
import os
import sys
from importlib.machinery import PathFinder

from . import figures

SITE = f"/lib/python{sys.version_info[0]}.{sys.version_info[1]}/site-packages/"
LIBRARY = "python_stdlib"  # the rest of the standard library
NOT_FETCHED = "`{}`을(를) 내려받지 못했습니다. 연결을 확인한 뒤 다시 실행해 주세요."

_fetch = None
_table = {}  # module → packages that must be there to import it
_rest = {}  # package → the package with what of it a first use does not open
_there = set()


def install(fetch, table, rest):
    """`fetch(package)` loads one at once (the page waits); `table` and `rest` are what the build knows of modules and packages."""
    global _fetch, _table, _rest
    _fetch, _table, _rest = fetch, dict(table), dict(rest)
    sys.meta_path.insert(sys.meta_path.index(PathFinder) + 1, LastResort)  # before torch's own, which tells what is not there


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
    if (top := name.split(".")[0]) in sys.stdlib_module_names:
        return [LIBRARY] if LIBRARY in _there else _table.get(top, [LIBRARY])
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
        sys.addaudithook(await_data)


def await_data(event, arguments):
    """Gets the rest of a package when one of its files is opened (a seldom used font) that is still an empty one."""
    if event == "open" and isinstance(path := arguments[0], str) and path.startswith(SITE) and not path.endswith(".pyc"):
        waiting = [rest for package, rest in _rest.items() if package in _there and rest not in _there]
        if waiting and os.path.isfile(path) and not os.path.getsize(path):
            for rest in waiting:
                _fetch(rest)


class LastResort:
    """Python's finder after that of the disk: an import inside a function, which no look at the cell could foresee."""

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
        except Exception:
            raise ImportError(NOT_FETCHED.format(name), name=name) from None
        finally:
            cls._asking = False
        return PathFinder.find_spec(name, path)
