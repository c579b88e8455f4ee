"""The engine stands in floors: a file imports what is below it, at its top, and no files import each other in a circle.
An import inside a function gives its reason in a comment, `# late: ...`.

What the floors are is told in book/browsertorch/__init__.py; an import that points up is named by its file and line.
"""

import ast
import re

from snippet_engine import BROWSERTORCH

FLOORS = [
    {"base"},
    {"core"},
    {"api"},
    {"ops"},
    {"autograd"},
    {"nn", "optim", "utils", "backends", "distributions"},
    {"func"},
    {"face", "cuda", "_C"},
]
HEIGHT = {folder: height for height, floor in enumerate(FLOORS) for folder in floor}
# Files that torch's own names put in a folder below the one they are built of.
HIGHER = {"autograd/functional.py": "func", "autograd/profiler.py": "func"}
FILES = {path.relative_to(BROWSERTORCH).as_posix(): path for path in sorted(BROWSERTORCH.rglob("*.py"))}


def floor(file):
    folder, inside, _ = file.partition("/")
    return HIGHER.get(file, folder if inside else "face")


def target(file, node, name):
    """The file that `from ... import name` in `file` reads, or None if it is not the engine's."""
    if not node.level:
        return None
    folder = file.split("/")[:-1]
    folder = folder[: len(folder) - (node.level - 1)] + (node.module.split(".") if node.module else [])
    candidates = (
        "/".join([*folder, name]) + ".py",
        "/".join([*folder, name, "__init__.py"]),
        "/".join(folder) + ".py",
        "/".join([*folder, "__init__.py"]),
    )
    return next(c for c in candidates if c in FILES)


def imports(file):
    """(line, is it at the top of the file?, file imported or None) of every import."""
    tree = ast.parse(FILES[file].read_text(encoding="utf-8"))
    head = set()
    for statement in tree.body[1:] if ast.get_docstring(tree) else tree.body:
        if not isinstance(statement, ast.Import | ast.ImportFrom):
            break
        head.add(statement)
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield node.lineno, node in head, None
        elif isinstance(node, ast.ImportFrom):
            for name in node.names:
                yield node.lineno, node in head, target(file, node, name.name)


def test_every_folder_has_its_floor():
    assert {floor(file) for file in FILES} == set(HEIGHT)
    assert HIGHER.keys() <= FILES.keys()


def test_imports_stand_at_the_top_or_say_why_not():
    inside = []
    for file, path in FILES.items():
        lines = path.read_text(encoding="utf-8").splitlines()
        inside += [
            f"{file}:{line}" for line, at_top, _ in imports(file) if not at_top and not re.search(r"# late: \w+", lines[line - 1])
        ]
    assert not inside, "\n".join(inside)


def test_imports_point_down():
    up = [
        f"{file}:{line} ({floor(file)}) imports {imported} ({floor(imported)})"
        for file in FILES
        for line, _, imported in imports(file)
        if imported and not below(imported, file)
    ]
    assert not up, "\n".join(up)


def below(imported, file):
    """May the file import the other? Of its own floor it may: a circle is another test's matter."""
    return HEIGHT[floor(imported)] <= HEIGHT[floor(file)]


def test_no_circle():
    """Files are taken away that import none of those left; what stays has a circle in it."""
    left = {file: {imported for _, at_top, imported in imports(file) if imported} - {file} for file in FILES}
    while free := [file for file, needs in left.items() if not needs & left.keys()]:
        for file in free:
            del left[file]
    assert not left, {file: sorted(needs & left.keys()) for file, needs in left.items()}
