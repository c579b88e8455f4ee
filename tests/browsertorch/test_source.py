"""What the sources promise: only numpy and the standard library, relative imports, short files, a small download."""

import ast
import io
import re
import subprocess
import sys
import zipfile

import pytest

from snippet_engine import BROWSERTORCH

FILES = sorted(BROWSERTORCH.rglob("*.py"))
IDS = [str(path.relative_to(BROWSERTORCH)) for path in FILES]


@pytest.mark.parametrize("path", FILES, ids=IDS)
def test_imports_are_relative_numpy_or_standard(path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            roots = {name.name.partition(".")[0] for name in node.names}
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            roots = {node.module.partition(".")[0]}
        else:
            continue
        assert roots <= {"numpy", *sys.stdlib_module_names}, f"{path.name}:{node.lineno} imports {roots}"


@pytest.mark.parametrize("path", FILES, ids=IDS)
def test_a_file_is_read_in_one_sitting(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 500


@pytest.mark.parametrize("path", FILES, ids=IDS)
def test_it_parses_on_python_3_11(path):
    ast.parse(path.read_text(encoding="utf-8"), feature_version=(3, 11))


def test_no_path_or_address_of_another_machine():
    for path in FILES:
        assert not re.search(r"/work/|/root/|/home/", path.read_text(encoding="utf-8")), path


def test_the_download_stays_small():
    """All sources in one zip. The number is what it is today and a little room: a jump is a mistake."""
    memory = io.BytesIO()
    with zipfile.ZipFile(memory, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for path in (*FILES, *BROWSERTORCH.rglob("*.txt")):
            archive.write(path, path.relative_to(BROWSERTORCH))
    assert len(memory.getvalue()) <= 238_000


def test_import_loads_no_more_than_the_core():
    """nn, optim, func and the rest come when they are asked for."""
    program = (
        f"import sys; sys.path.insert(0, {str(BROWSERTORCH.parent)!r}); import browsertorch; "
        "print([n for n in sys.modules if n.startswith('browsertorch.') and n.split('.')[1] in ('nn', 'optim', 'func', 'utils')])"
    )
    assert subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout.strip() == "[]"
