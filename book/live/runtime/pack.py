"""Runs inside Pyodide at build time: turns Python sources into archives whose modules are compiled already.

Only the very Python that will read them can compile them, and a reader's browser should not have to. Modules go in without
their source (`x.pyc` in `x.py`'s place), which halves what is fetched; the standard library's source is fetched later.
"""

import io
import os
import re
import sys
import tarfile
import zipfile
from importlib._bootstrap_external import _code_to_hash_pyc
from importlib.util import source_hash
from pathlib import Path

SITE = f"/lib/python{sys.version_info[0]}.{sys.version_info[1]}/site-packages/"
# What no reader needs to run a cell: tests, C headers, stubs, the Fortran wrapper, sample data, fonts for PDF, what teachers run.
LEFT_OUT = re.compile(
    r"(^|/)(tests?|include|f2py|sample_data|images|pdfcorefonts|afm|__pycache__|\.ipynb_checkpoints)/"
    r"|\.(pyi|pxd|pyx|h|c|a|f|f90|typed|ini|md)$|\.dist-info/(RECORD|WHEEL|LICENSE.*/)"
    r"|(^|/)(conftest|setup)\.py$|^gradbook/(exercises/answers|report)/"
)


def compiled(source, name):
    code = compile(source, name, "exec", dont_inherit=True)
    return bytes(_code_to_hash_pyc(code, source_hash(source), False))


def standard_library(source, target):
    """The standard library's zip with compiled modules, stored so that importing does not inflate."""
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            if name.endswith(".py"):
                new.writestr(zipfile.ZipInfo(name + "c"), compiled(data, f"{source}/{name}"))
            else:
                new.writestr(zipfile.ZipInfo(name), data)


def files(source):
    """(name, bytes) of a wheel's files, of a folder's, below the folder's own name, or of one module."""
    path = Path(source)
    if path.suffix == ".py":
        yield path.name, path.read_bytes()
    elif path.is_dir():
        for file in sorted(path.rglob("*")):
            if file.is_file():
                yield str(Path(path.name) / file.relative_to(path)), file.read_bytes()
    else:
        with zipfile.ZipFile(path) as wheel:
            for name in sorted(wheel.namelist()):
                if not name.endswith("/"):
                    yield name, wheel.read(name)


def archive(sources, target, extra=()):
    """One tar of some wheels, folders and modules; `sources` are (path, another name for its first folder, or None)."""
    packed = {}
    for source, rename in sources:
        for name, data in files(source):
            if rename:
                name = rename + (name[name.index("/") :] if "/" in name else "/" + name)
            if LEFT_OUT.search(name):
                continue
            if name.endswith(".py"):
                name, data = name + "c", compiled(data, SITE + name)
            packed[name] = data
    write(target, {**packed, **dict(extra)})


def part(target, rest, modules):
    """Takes an archive apart: `modules` (their paths, without an ending) go to `rest`."""
    with tarfile.open(target) as whole:
        packed = {entry.name: whole.extractfile(entry).read() for entry in whole}
    later = {name for name in packed if name.removesuffix(".pyc").removesuffix("/__init__") in modules}
    write(target, {name: data for name, data in packed.items() if name not in later})
    write(rest, {name: packed[name] for name in later})


def write(target, packed):
    """Writes {name: bytes} as a tar."""
    with tarfile.open(target, "w", format=tarfile.USTAR_FORMAT) as out:
        for name, data in packed.items():
            entry = tarfile.TarInfo(name)
            entry.size = len(data)
            out.addfile(entry, io.BytesIO(data))


def font_list():
    """matplotlib's list of the fonts it found: importing its font manager here wrote it, so that no reader waits for that."""
    import matplotlib.font_manager  # noqa: F401

    name = "matplotlib/fontlist.json"
    return name, Path(SITE, name).read_bytes()


IMPORTS = "matplotlib_live/imports.txt"


def split(target, rest):
    """Takes matplotlib's archive apart, in a Python that has not imported it: what a first figure opens stays in `target`.

    All else goes to `rest`; of its data (fonts above all) an empty file stays behind and says where it will be. What a first
    figure opens of other packages (parts of numpy that no first cell imports) joins it, and the order in which it imports.
    """
    with tarfile.open(target) as whole:
        packed = {entry.name: whole.extractfile(entry).read() for entry in whole}
    opened, imported = watched(draw)
    first = {name: Path(SITE, name).read_bytes() for name in sorted(opened)}
    later = {name: data for name, data in packed.items() if name not in first}
    awaited = {name: b"" for name in later if not name.endswith((".pyc", ".so"))}
    write(target, {**first, **awaited, IMPORTS: "\n".join(imported).encode()})
    write(rest, later)


def watched(action):
    """(names of the files below SITE that the action opens, the modules it imports in the order in which they are done)."""
    import importlib._bootstrap as bootstrap

    opened, imported, load = set(), [], bootstrap._load_unlocked

    def loaded(spec):
        module = load(spec)
        imported.append(spec.name)
        if spec.origin:
            note(spec.origin)
        return module

    def note(path):
        if str(path).startswith(SITE) and Path(path).is_file():
            opened.add(str(path).removeprefix(SITE))

    sys.addaudithook(lambda event, values: event == "open" and isinstance(values[0], (str, Path)) and note(values[0]))
    bootstrap._load_unlocked = loaded
    try:
        action()
    finally:
        bootstrap._load_unlocked = load
    return opened, imported


def draw():
    """Figures with what everyday figures have: lines, a contour, letters in the default face and in formulas."""
    os.environ["MPLBACKEND"] = "module://matplotlib_live"
    import matplotlib
    from matplotlib import pyplot

    for fontset in ("dejavusans", "cm"):
        with matplotlib.rc_context({"mathtext.fontset": fontset}):
            figure, axes = pyplot.subplots()
            axes.plot([0, 1], [0, 1], "o-", label="$y = x^2$")
            axes.contour([[0, 1], [1, 0]])
            axes.set_title(r"$\frac{\partial z}{\partial x}$")
            axes.legend()
            figure.savefig(io.StringIO(), format="svg", bbox_inches="tight")
    pyplot.close("all")
