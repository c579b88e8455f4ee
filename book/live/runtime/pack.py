"""Runs inside Pyodide at build time: turns Python sources into archives whose modules are compiled already.

Only the very Python that will read them can compile them, and a reader's browser should not have to. Modules go in without
their source (`x.pyc` in `x.py`'s place), which halves what is fetched; the standard library's source is fetched later.
"""

import io
import re
import tarfile
import zipfile
from importlib._bootstrap_external import _code_to_hash_pyc
from importlib.util import source_hash
from pathlib import Path

SITE = "/lib/python3.12/site-packages/"
# What no reader needs to run a cell: tests, C headers, stubs, the Fortran wrapper, sample data, fonts for PDF.
LEFT_OUT = re.compile(
    r"(^|/)(tests?|include|f2py|sample_data|images|pdfcorefonts|afm|__pycache__|\.ipynb_checkpoints)/"
    r"|\.(pyi|pxd|pyx|h|c|a|f|f90|typed|ini|md)$|\.dist-info/(RECORD|WHEEL|LICENSE.*/)"
    r"|(^|/)(conftest|setup)\.py$")


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
    with tarfile.open(target, "w", format=tarfile.USTAR_FORMAT) as out:
        def add(name, data):
            entry = tarfile.TarInfo(name)
            entry.size = len(data)
            out.addfile(entry, io.BytesIO(data))

        for source, rename in sources:
            for name, data in files(source):
                if rename:
                    name = rename + (name[name.index("/"):] if "/" in name else "/" + name)
                if LEFT_OUT.search(name):
                    continue
                if name.endswith(".py"):
                    name, data = name + "c", compiled(data, SITE + name)
                add(name, data)
        for name, data in extra:
            add(name, data)


def font_list():
    """matplotlib's list of the fonts it found: importing its font manager here wrote it, so that no reader waits for that."""
    import matplotlib.font_manager  # noqa: F401

    name = "matplotlib/fontlist.json"
    return name, Path(SITE, name).read_bytes()
