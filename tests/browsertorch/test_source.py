"""What the sources promise: only numpy and the standard library, relative imports, short files, a small download."""

import ast
import importlib
import inspect
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


LATER = [line.split() for line in (BROWSERTORCH / "base" / "later.txt").read_text(encoding="utf-8").splitlines()]


def module(path):
    return path.relative_to(BROWSERTORCH).with_suffix("").as_posix().removesuffix("/__init__")


def zipped(paths):
    memory = io.BytesIO()
    with zipfile.ZipFile(memory, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for path in paths:
            archive.write(path, path.relative_to(BROWSERTORCH))
    return len(memory.getvalue())


def test_the_downloads_stay_small():
    """The sources of each archive in one zip. The numbers are what they are today and a little room: a jump is a mistake.

    The second holds whole subjects (convolution, distributions, optimizers, losses and layers of seldom use, the device meta, the
    profiler) and the names of what is missing; it is fetched only by who names one of them.
    """
    later = {listed for listed, *_ in LATER}
    first = [path for path in FILES if module(path) not in later]
    assert zipped([*first, *BROWSERTORCH.rglob("*.txt")]) <= 235_000
    assert zipped([path for path in FILES if module(path) in later]) <= 258_000


def test_each_module_of_the_second_archive_is_there():
    assert not {listed for listed, *_ in LATER} - set(map(module, FILES))


@pytest.mark.parametrize("listed, shown", [(listed, shown) for listed, *shown in LATER], ids=[listed for listed, *_ in LATER])
def test_it_has_the_names_that_other_modules_show(browsertorch, listed, shown):
    found = importlib.import_module(f"{browsertorch.__name__}.{listed.replace('/', '.')}")
    for owner, _, names in (part.partition(":") for part in shown):
        place = browsertorch.Tensor if owner == "Tensor" else importlib.import_module(own(browsertorch, owner))
        for name in names.split(","):
            if owner == "Tensor":
                getattr(browsertorch.ones(1, dtype=browsertorch.cfloat), name)  # what a class shows is read at its first use
            value = getattr(place, name)
            value = value.fget if type(value) is property else value
            made_of = inspect.unwrap(getattr(value, "func", value))  # of an operation, which is shown as torch shows it
            own_name = hasattr(found, name.removesuffix("_"))
            assert value in (found, getattr(found, name, found)) or own_name or made_of.__module__ == found.__name__


def own(browsertorch, owner):
    return browsertorch.__name__ + ("" if owner == "torch" else "." + owner)


def test_the_first_archive_works_without_the_second(tmp_path):
    """Every module of it can be imported where the others are not."""
    for path in FILES:
        if module(path) not in {listed for listed, *_ in LATER}:
            target = tmp_path / "torch" / path.relative_to(BROWSERTORCH)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.symlink_to(path)
    for path in BROWSERTORCH.rglob("*.txt"):
        (tmp_path / "torch" / path.relative_to(BROWSERTORCH)).symlink_to(path)
    names = [
        ".".join(file.relative_to(tmp_path).with_suffix("").parts).removesuffix(".__init__") for file in tmp_path.rglob("*.py")
    ]
    program = f"import sys; sys.path.insert(0, {str(tmp_path)!r}); import {', '.join(names)}"
    subprocess.run([sys.executable, "-c", program], check=True)


def test_import_loads_no_more_than_the_core():
    """nn, optim, func and the rest come when they are asked for."""
    program = (
        f"import sys; sys.path.insert(0, {str(BROWSERTORCH.parent)!r}); import browsertorch; "
        "print([n for n in sys.modules if n.startswith('browsertorch.') and n.split('.')[1] in ('nn', 'optim', 'func', 'utils')])"
    )
    assert subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout.strip() == "[]"


WITHOUT_META = """
torch.nn.Linear(2, 2, device="cpu")(torch.ones(1, 2)).sum().backward()
read = [name for name in sys.modules if ".meta" in name]
assert not read, read
"""
AFTER_META = """
m = torch.ones(2, 3, device="meta", requires_grad=True)
(m.softmax(0) @ torch.rand(3, 2, device="meta")).sum().backward()
torch.rand(600, device="meta").sum(), torch.rand(40, 40, device="meta").sum(0)
for t in (torch.ones(2).type_as(m), torch.ones(2).to(m.dtype), torch.zeros_like(m, device="cpu"), torch.rand(600).sum(), torch.rand(40, 40).sum(0),
          torch.ones(2, requires_grad=True).exp().sum(), torch.nn.functional.layer_norm(torch.rand(2, 3), (3,))):
    assert type(t._a) is numpy.ndarray and t._a.dtype.metadata is None, t
"""


@pytest.mark.parametrize("program", [WITHOUT_META, AFTER_META], ids=["before", "after"])
def test_a_program_without_meta_has_numpy_itself_and_one_with_it_its_ordinary_arrays(program):
    head = f"import sys; sys.path.insert(0, {str(BROWSERTORCH.parent)!r}); import numpy, browsertorch as torch\n"
    subprocess.run([sys.executable, "-c", head + program], check=True)
