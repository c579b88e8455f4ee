"""ARCHITECTURE.md is true: every path in it exists, each room imports what it may, and no files import each other in a circle.

The engine's own floors: tests/browsertorch/test_floors.py.
"""

import ast
import re
import sys

import pytest

from book.tools.browser import ROOT

PATH = re.compile(r"(?:[\w.-]+/)+[\w.-]*|\b_?[\w-]+\.(?:py|js|md|yml|toml|ini|txt)\b")
MADE = ("_build/", "notebooks/NN-")  # by a build; by an author
# Room: (what of ours it may import, which packages besides the standard library; None: any).
MAY = {
    "notebooks/gradbook": ({"gradbook"}, {"torch", "matplotlib"}),
    "book/changelog.py": (set(), set()),
    "book/chapters.py": (set(), {"yaml"}),
    "book/parsons.py": (set(), set()),
    "book/site/sitebook": ({"book.site.sitebook", "book.changelog", "book.chapters", "book.parsons"}, None),
    "book/tools": ({"book.tools", "book.chapters", "book.parsons", "gradbook"}, None),
    "book/editions": ({"book.editions", "book.tools", "book.changelog", "book.chapters"}, None),
    "book/live/kernel": ({"book.live.kernel"}, {"matplotlib", "torch"}),
    "book/browsertorch": ({"book.browsertorch"}, {"numpy"}),
}
FOR_AUTHORS = {"notebooks/gradbook/fonts/make_font.py"}  # makes the font; no chapter imports it
OURS = ("book", "gradbook", "tests", "bench", *(path.stem for path in (ROOT / "tests").glob("*.py")))


def files(room):
    found = [ROOT / room] if room.endswith(".py") else sorted((ROOT / room).rglob("*.py"))
    return [
        path
        for path in found
        if "node_modules" not in path.parts
        and "answers" not in path.parts
        and path.relative_to(ROOT).as_posix() not in FOR_AUTHORS
    ]


def module(path):
    """The name by which the book imports a file."""
    parts = path.relative_to(ROOT / "notebooks" if "gradbook" in path.parts else ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imported(path):
    """(line, full name) of everything a file imports, also inside functions."""
    package = module(path).split(".")
    if path.name != "__init__.py":
        package.pop()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            home = package[: len(package) - node.level + 1] if node.level else []
            home = ".".join([*home, *([node.module] if node.module else [])])
            yield from ((node.lineno, f"{home}.{alias.name}") for alias in node.names)


def test_every_path_exists():
    text = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    named = {name for name in PATH.findall(text) if not name.startswith(MADE)}
    assert len(named) > 40
    assert [name for name in sorted(named) if not (ROOT / name).exists()] == []


def test_every_room_is_told_of():
    text = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    rooms = {path.parent.relative_to(ROOT).as_posix() for path in (ROOT / "book").glob("*/*.py")} | {*MAY}
    assert [room for room in sorted(rooms) if f"`{room}`" not in text] == []


@pytest.mark.parametrize("room", MAY)
def test_a_room_imports_what_it_may(room):
    ours, others = MAY[room]
    faults = []
    for path in files(room):
        for line, name in imported(path):
            top = name.split(".")[0]
            if top in OURS:
                fine = any(name == may or name.startswith(may + ".") for may in ours)
            else:
                fine = others is None or top in others or top in sys.stdlib_module_names
            if not fine:
                faults.append(f"{path.relative_to(ROOT)}, line {line}: {name}")
    assert faults == []


def test_no_circle():
    modules = {module(path): path for room in MAY if room != "book/browsertorch" for path in files(room)}
    arrows = {}
    for name, path in modules.items():
        found = {other if other in modules else other.rpartition(".")[0] for _, other in imported(path)}
        arrows[name] = found & modules.keys() - {name}
    done, way = set(), []

    def walk(name):
        assert name not in way, " → ".join([*way[way.index(name) :], name])
        if name in done:
            return
        way.append(name)
        for other in sorted(arrows[name]):
            walk(other)
        done.add(way.pop())

    for name in sorted(arrows):
        walk(name)
