"""What the worker loads, packed once and kept: Python's memory, numpy, matplotlib, torch, gradbook."""

import ast
import gzip
import hashlib
import io
import json
import os
import shutil
import tarfile
import tempfile
import zipfile
from importlib.util import find_spec
from pathlib import Path

import deflate
from sphinx.errors import ExtensionError

from .. import places
from . import node, sources

RUNTIME = places.LIVE / "runtime"
KERNEL = places.LIVE / "kernel"
BACKEND = places.LIVE / "matplotlib_live"
COMPRESSION = 12  # libdeflate's best: gzip that every browser opens, 3 % smaller than zlib's best
RESTORE = [places.LIVE / "worker" / name for name in ("restore.js", "libraries.js")]
# Of matplotlib's needs: its canvas for another kind of page, a font library for PDF, time zones for dates.
NOT_NEEDED = ("matplotlib-pyodide", "fonttools", "pytz")
REST = {"matplotlib": "matplotlib_rest"}  # package → what of it no first figure opens, fetched after that figure
# Of the standard library: what matplotlib and gradbook import and a cell without figures does not. It comes compiled, before the rest.
WITH_FIGURES = ("base64.py", "calendar.py", "decimal.py", "gzip.py", "hashlib.py", "html", "shlex.py", "uuid.py")
TRIED = {"_hashlib", "_uuid"}  # imported by these where there is one; in Pyodide's standard library there is none
TITLES = {
    "python_stdlib": "파이썬 표준 라이브러리",
    "library_part": "파이썬 표준 라이브러리",
    "matplotlib_rest": "matplotlib",
    "torch_later": "torch",
}


class Package:
    """What goes into an archive, the name of its file and which Python modules it brings.

    With `split` it becomes two, `name` and `split["rest"]`: the modules of `split["modules"]`, else what its first use, which
    needs the packages of `split["needs"]`, does not open.
    """

    def __init__(self, name, paths, key, modules, split=None):
        self.name, self.paths, self.modules, self.split = name, paths, modules, split
        self.key = digest([key, *(content(Path(path)) for path, _ in paths)])

    @property
    def archives(self):
        """{name of an archive: name of its file in the cache}"""
        names = [self.name, *([self.split["rest"]] if self.split else [])]
        return {name: f"{name}-{self.key}.tar.gz" for name in names}

    @property
    def job(self):
        return {
            "name": self.name,
            "split": self.split,
            "sources": [{"path": str(path), "rename": rename} for path, rename in self.paths],
        }


def plan(pyodide, torch):
    """The packages of the book, by name, in the order in which they can be packed; `torch` is _config.yml's live_torch."""
    packer = made_by(pyodide)
    lock = pyodide.lock["packages"]

    def library(name, names, extra=(), **options):
        wheels = pyodide.fetch(names)
        modules = {module for each in names for module in lock[each]["imports"]}
        return Package(name, [*((path, None) for path in wheels.values()), *extra], packer, modules, **options)

    part = library_part(pyodide)
    everything = pyodide.closure(["matplotlib"], without=NOT_NEEDED)
    packages = [
        Package("library_part", [(path, None) for path in part], packer, {path.stem for path in part} | TRIED),
        library("numpy", ["numpy"]),
        library(
            "matplotlib",
            [name for name in everything if name != "numpy"],
            extra=[(BACKEND, None)],
            split={"rest": REST["matplotlib"], "needs": ["numpy"]},
        ),
    ]
    if torch.get("address"):
        needs = [name for name in pyodide.closure(torch.get("packages") or []) if name != "numpy"]
        if needs:
            packages.append(library("torch_needs", needs))
    else:
        path = places.ROOT / torch["path"]
        packages.append(Package("torch", [(path, "torch")], packer, {"torch"}, later(path)))
    packages.append(Package("gradbook", [(places.GRADBOOK, None)], packer, {"gradbook"}))
    return packages


def library_part(pyodide):
    """The sources of WITH_FIGURES, taken out of Pyodide's standard library."""
    folder = pyodide.wheels / "library_part"
    if not folder.is_dir():
        folder.parent.mkdir(parents=True, exist_ok=True)
        scratch = Path(tempfile.mkdtemp(dir=folder.parent))
        with zipfile.ZipFile(pyodide.core / "python_stdlib.zip") as whole:
            whole.extractall(scratch, [name for name in whole.namelist() if name.split("/")[0] in WITH_FIGURES])
        try:
            scratch.rename(folder)
        except OSError:  # another build was there first
            if not folder.is_dir():
                raise
            shutil.rmtree(scratch)
    return [folder / name for name in WITH_FIGURES]


def later(path):
    """How torch is split: modules that base/later.txt lists are fetched when a program names them."""
    listed = path / "base" / "later.txt"
    if not listed.is_file():
        return None
    modules = [f"torch/{line.split()[0]}" for line in listed.read_text("utf-8").splitlines()]
    return {"rest": "torch_later", "modules": modules, "needs": []}


def pack(pyodide, packages, frozen, cache):
    """Packs what the cache does not hold; `frozen` are the packages that the snapshot has imported.

    Returns {name: bytes}, the snapshot under its own name, and what restore.js must know of it.
    """
    pretty = Path(find_spec("IPython.lib.pretty").origin)  # IPython's own text for values, as the stored outputs have it
    packer = made_by(pyodide)
    kernel = Package("kernel", [(KERNEL, None), (pretty, "kernel")], packer, set())
    inside = [package for package in packages if package.name in frozen]
    memory = "snapshot-" + digest([kernel.key, *(package.key for package in inside), *map(content, RESTORE)])
    home = cache / "packed"
    missing = [package for package in packages if not all((home / file).is_file() for file in package.archives.values())]
    stands = (home / f"{memory}.json").is_file()
    if missing or not stands:
        home.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=cache) as scratch:
            out = Path(scratch)
            library = home / f"python_stdlib-{packer}.zip"
            if library.is_file():
                shutil.copy(library, out / "python_stdlib.zip")
            for package in packages:  # what others are made with
                if package not in missing and (
                    package in inside or any(package.name in p.split["needs"] for p in missing if p.split)
                ):
                    packed = (home / package.archives[package.name]).read_bytes()
                    (out / f"{package.name}.tar").write_bytes(gzip.decompress(packed))
            job = {
                "core": f"{pyodide.core}{os.sep}",
                "out": str(out),
                "site": pyodide.site,
                "library": pyodide.library,
                "packages": [package.job for package in [*missing, *([] if stands else [kernel])]],
                "snapshot": None if stands else {"packages": [p.name for p in inside], "imports": frozen},
            }
            (out / "job.json").write_text(json.dumps(job))
            node.node(RUNTIME / "pack.mjs", out / "job.json", purpose="라이브 셀의 파이썬 꾸리기")
            if not library.is_file():
                sources.write(library, (out / "python_stdlib.zip").read_bytes())
            for name, file in [archive for package in missing for archive in package.archives.items()]:
                sources.write(home / file, deflate.gzip_compress((out / f"{name}.tar").read_bytes(), COMPRESSION))
            if not stands:
                squeeze(out / "snapshot.bin", home / f"{memory}.bin")
                sources.write(home / f"{memory}.json", (out / "snapshot.json").read_bytes())
    packed = {name: (home / file).read_bytes() for package in packages for name, file in package.archives.items()}
    packed["snapshot"] = (home / f"{memory}.bin").read_bytes()
    return packed, json.loads((home / f"{memory}.json").read_text())


def made_by(pyodide):
    """A hash of what makes the archives."""
    return digest([pyodide.version, str(COMPRESSION), content(RUNTIME)])


def wasm(pyodide, cache):
    """Pyodide's WebAssembly with zstd, which saves a fifth of what servers' gzip leaves of it."""
    packed = cache / "packed" / f"wasm-{made_by(pyodide)}.bin"
    if not packed.is_file():
        squeeze(pyodide.core / "pyodide.asm.wasm", packed)
    return packed.read_bytes()


def squeeze(source, target):
    """Packs what a reader waits for before anything runs."""
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=target.parent) as scratch:
        packed = Path(scratch) / target.name
        node.node(RUNTIME / "squeeze.mjs", source, packed, purpose="라이브 셀의 파이썬 압축")
        packed.replace(target)


def modules(packages, torch, packed, frozen):
    """{module: packages to load before it is imported}, dependencies first.

    `packed` are the archives' bytes by name; `frozen` the packages that the snapshot has imported: a module that imports one of
    them does not need its files.
    """
    table = {}
    for package in packages:
        for module in package.modules:
            table[module] = [package.name]
        if package.split:
            first, rest = (archived(packed[name]) for name in package.archives)
            table.update({module: [*package.archives] for module in rest - first})
    for module, needed in table.items():
        if "matplotlib" in needed:
            table[module] = ["library_part", *needed]
    if torch.get("address"):
        table["torch"] = [p.name for p in packages if p.name == "torch_needs"] + ["torch"]
    for module, imported in submodules(places.GRADBOOK).items():
        needed = [name for other in sorted(imported) for name in table.get(other, []) if name not in frozen]
        table[module] = list(dict.fromkeys([*needed, *table["gradbook"]]))
    return table


def archived(data):
    """The names of the modules in an archive, and of the packages they are in."""
    with tarfile.open(fileobj=io.BytesIO(data)) as archive:
        files = [Path(name) for name in archive.getnames() if name.endswith((".pyc", ".so"))]
    modules = [[*file.parent.parts, file.name.split(".")[0]] for file in files]
    return {".".join(parts[:end]).removesuffix(".__init__") for parts in modules for end in range(1, len(parts) + 1)}


def submodules(folder):
    """{module of a package's folder: the other packages it imports, through its own modules too}."""
    own, others = {}, {}
    for file in sorted(folder.rglob("*.py")):
        parts = [folder.name, *file.relative_to(folder).with_suffix("").parts]
        module = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
        tree = ast.parse(file.read_text("utf-8"), str(file))
        names = set()
        # Imports inside functions are left to the moment they run: that is what they are inside for.
        for statement in tree.body:
            if isinstance(statement, ast.Import):
                names.update(alias.name for alias in statement.names)
            elif isinstance(statement, ast.ImportFrom) and not statement.level:
                names.add(statement.module)
                names.update(f"{statement.module}.{alias.name}" for alias in statement.names)
        own[module] = {name for name in names if name.split(".")[0] == folder.name}
        others[module] = {name.split(".")[0] for name in names} - {folder.name}

    def reach(module, seen):
        if module in seen or module not in own:
            return set()
        seen.add(module)
        return others[module].union(*(reach(name, seen) for name in own[module]))

    return {module: reach(module, set()) for module in own}


def content(path):
    """A hash of a file, or of a folder's files with their names."""
    if path.is_file():
        return sources.sha256(path.read_bytes())
    if not path.is_dir():
        raise ExtensionError(f"{path}이(가) 없습니다. _config.yml의 live_torch.path를 확인해 주세요.")
    files = [file for file in sorted(path.rglob("*")) if file.is_file() and "__pycache__" not in file.parts]
    return digest([f"{file.relative_to(path).as_posix()} {sources.sha256(file.read_bytes())}" for file in files])


def digest(words):
    return hashlib.sha256("\n".join(words).encode()).hexdigest()[:12]
