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
TAKES_SNAPSHOT = (RUNTIME / "pack.mjs", places.LIVE / "worker" / "restore.js")
# Of matplotlib's needs: its canvas for another kind of page, a font library for PDF, time zones for dates.
NOT_NEEDED = ("matplotlib-pyodide", "fonttools", "pytz")
REST = {"matplotlib": "matplotlib_rest"}  # package → what of it no first figure opens, fetched after that figure
TITLES = {"python_stdlib": "파이썬 표준 라이브러리", "matplotlib_rest": "matplotlib", "torch_later": "torch"}


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
    packer = digest([pyodide.version, str(COMPRESSION), content(RUNTIME / "pack.py")])
    lock = pyodide.lock["packages"]

    def library(name, names, extra=(), **options):
        wheels = pyodide.fetch(names)
        modules = {module for each in names for module in lock[each]["imports"]}
        return Package(name, [*((path, None) for path in wheels.values()), *extra], packer, modules, **options)

    everything = pyodide.closure(["matplotlib"], without=NOT_NEEDED)
    packages = [
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
    packer = digest([pyodide.version, str(COMPRESSION), content(RUNTIME / "pack.py")])
    kernel = Package("kernel", [(KERNEL, None), (pretty, "kernel")], packer, set())
    inside = [package for package in packages if package.name in frozen]
    memory = "snapshot-" + digest([kernel.key, *(package.key for package in inside), *map(content, TAKES_SNAPSHOT)])
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
                sources.write(home / file, squeeze(out / f"{name}.tar"))
            if not stands:
                sources.write(home / f"{memory}.bin.gz", squeeze(out / "snapshot.bin"))
                sources.write(home / f"{memory}.json", (out / "snapshot.json").read_bytes())
    packed = {name: (home / file).read_bytes() for package in packages for name, file in package.archives.items()}
    packed["snapshot"] = (home / f"{memory}.bin.gz").read_bytes()
    return packed, json.loads((home / f"{memory}.json").read_text())


def squeeze(path):
    return deflate.gzip_compress(path.read_bytes(), COMPRESSION)


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
