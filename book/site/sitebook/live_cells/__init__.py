"""Live cells: everything a page needs to run its cells in the browser is fetched, packed, bundled and published here.

Published under `live/` beside the site, never inside `_static`: `live/pyodide-<version>/` and `live/packages/` hold what
rarely changes, `live/<bundle>/` the bundled JavaScript. Every address but the first holds a hash of its content.

_config.yml, sphinx.config:
    live_cells: false    # a book without live cells
    live_torch:          # which torch the worker loads
      name: browsertorch
      version: "1.0"
      path: book/browsertorch             # a folder of Python beside _config.yml, or else
      address: https://…/torch-….whl           # a wheel: an address, or a path beside _config.yml
      sha256: …                                # of that wheel
      packages: [sympy]                        # Pyodide packages it needs besides numpy
      pyodide: …                               # another version than book/package.json pins
"""

import json
import shutil
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from sphinx.errors import ExtensionError
from sphinx.util import logging

from .. import error_entries, places
from ..checksums import checksums
from . import licenses, node, packages, sources

logger = logging.getLogger(__name__)

BROWSERS = "safari16.4,firefox115,chrome111"  # the oldest that the JavaScript is written for
KEPT = 30 * 24 * 3600  # seconds that something made stays in the cache; it is made again where it is still wanted
INPUTS = "inputs.json"  # in the cache: {file of a bundle: the files it is made of}
TORCH = {"name": "browsertorch", "version": "1.0", "path": "book/browsertorch"}


@dataclass
class Live:
    """What is published for the live cells."""

    bundle: str  # hash of the JavaScript
    runtime: dict  # what the worker knows: runtime.json
    files: dict  # address below the site's root → file or bytes


def register(app):
    app.add_config_value("live_cells", True, "html")
    app.add_config_value("live_torch", TORCH, "html")


def wanted(app):
    return app.config.live_cells and app.builder.name == "html"


def prepare(app):
    """Makes everything before the first page is written: the pages name the bundle."""
    app.sitebook.licenses = licenses.of_site()
    if not wanted(app):
        return
    torch = {**TORCH, **app.config.live_torch}
    if bool(torch.get("address")) != bool(torch.get("sha256")):
        raise ExtensionError("_config.yml의 live_torch에는 address와 sha256을 함께 적어 주세요.")
    cache = Path(app.confdir) / ".cache" / "live"
    cache.mkdir(parents=True, exist_ok=True)
    node.install()
    pyodide = sources.Pyodide(cache, torch.get("pyodide"))
    plan = packages.plan(pyodide, torch)
    files = Files()
    core = f"live/pyodide-{pyodide.version}/"
    files.add(core + "pyodide.asm.js", pyodide.core / "pyodide.asm.js")
    # Another torch is not in the snapshot; unpacking and importing it needs the rest of the library.
    frozen, first = (
        (["numpy"], ["python_stdlib", "numpy", "torch_needs", "torch"]) if torch.get("address") else (["numpy", "torch"], [])
    )
    packed, layout = packages.pack(pyodide, plan, frozen, cache)
    listed = {name: files.archive(name, packed[name]) for package in plan for name in package.archives}
    wheel = None
    if torch.get("address"):
        wheel = sources.torch_wheel(torch["address"], torch["sha256"], cache)
        listed["torch"] = {**files.archive("torch", wheel.read_bytes(), ".whl"), "kind": "wheel"}
    library = (pyodide.core / "python_stdlib.zip").read_bytes()
    listed["python_stdlib"] = {**files.archive("python_stdlib", library, ".zip"), "kind": "library"}
    snapshot = files.archive("snapshot", packed["snapshot"], ".bin")
    runtime = {
        "core": f"../{core.removeprefix('live/')}",
        "loader": described(core + "pyodide.asm.js", (pyodide.core / "pyodide.asm.js").read_bytes()),
        "wasm": files.archive("pyodide.asm.wasm", packages.wasm(pyodide, cache), ".bin"),
        "snapshot": snapshot,
        "layout": layout,
        "site": pyodide.site,
        "library": pyodide.library,
        "lock": {"info": pyodide.lock["info"], "packages": {}},
        "packages": listed,
        "first": [name for name in first if name in listed],
        "later": [name for name in ("python_stdlib", *frozen, "gradbook") if name not in first],
        "modules": packages.modules(plan, torch, packed, frozen),
        "rest": packages.REST,
        "versions": {
            "python": pyodide.lock["info"]["python"],
            "pyodide": pyodide.version,
            "torch": f"{torch['name']} {torch['version']}",
        },
    }
    folder = make_bundle(runtime, error_entries.as_data(error_entries.entries(app.confdir)), cache)
    bundle = folder.name.removeprefix("bundle-")
    inputs = json.loads((folder / INPUTS).read_text("utf-8"))
    app.sitebook.licenses |= licenses.of_live_cells(plan, wheel, set().union(*inputs.values()))
    for file in sorted(file for file in folder.iterdir() if file.name != INPUTS):
        files.add(f"live/{bundle}/{file.name}", file)
    app.sitebook.live = Live(bundle, runtime, files.listed)
    forget(cache)


def forget(cache):
    """Removes what the cache holds of builds long ago: every change of a source leaves a package behind."""
    for made in [*cache.glob("bundle-*"), *(cache / "packed").glob("*")]:
        if time.time() - made.stat().st_mtime > KEPT:
            shutil.rmtree(made) if made.is_dir() else made.unlink()


def make_bundle(runtime, errors, cache):
    """The folder in the cache with the JavaScript of page and worker, named by the hash of everything it is made of.

    errors: the patterns of the error dictionary, which pages bring with them.
    """
    text, patterns = json.dumps(runtime, ensure_ascii=False, sort_keys=True), json.dumps(errors, ensure_ascii=False)
    scripts = [packages.content(places.LIVE / name) for name in ("page", "worker", "notebook", "client.js")]
    lock = packages.content(places.BOOK / "package-lock.json")
    made_of = packages.digest([text, patterns, lock, packages.content(Path(__file__)), *scripts])
    bundle = cache / f"bundle-{made_of}"
    if not bundle.is_dir():
        scratch = Path(tempfile.mkdtemp(dir=cache))
        description = scratch / "runtime.json"  # only the worker imports it
        description.write_text(text, "utf-8")
        known_errors = scratch / "error-entries.json"  # only the pages import it
        known_errors.write_text(patterns, "utf-8")
        inputs = {}
        for arguments in (
            (
                places.LIVE / "page" / "main.js",
                f"--alias:error-entries={known_errors}",
                "--splitting",
                "--entry-names=[name]",
                "--chunk-names=[name]-[hash]",
                f"--outdir={scratch}",
            ),
            # On their own: what they share with the pages would become one more file for each of them to fetch.
            (
                places.LIVE / "worker" / "worker.js",
                "--external:node:*",
                "--external:ws",
                f"--alias:runtime={description}",
                f"--outfile={scratch / 'worker.js'}",
            ),
            (
                places.LIVE / "notebook" / "extension.js",
                f'--define:PYTHON="{runtime["versions"]["python"]}"',
                f"--outfile={scratch / 'notebook.js'}",
            ),
        ):
            esbuild(*arguments, f"--metafile={scratch / INPUTS}")
            made = json.loads((scratch / INPUTS).read_text("utf-8"))["outputs"]
            inputs |= {Path(output).name: sorted(each["inputs"]) for output, each in made.items()}
        (scratch / INPUTS).write_text(json.dumps(inputs), "utf-8")
        description.unlink()
        known_errors.unlink()
        if not bundle.is_dir():  # another build may have been faster
            scratch.rename(bundle)
    return bundle


def esbuild(*arguments):
    """Bundles; gives the bundle where the arguments name no file for it."""
    return node.node(
        places.BOOK / "node_modules" / "esbuild" / "bin" / "esbuild",
        *arguments,
        "--bundle",
        "--minify",
        "--format=esm",
        f"--target={BROWSERS}",
        "--charset=utf8",
        "--log-level=warning",
        purpose="JavaScript 묶기",
    )


def described(path, data):
    """What the worker must know of a file to fetch it: where it is, seen from the worker's own folder, and that it is whole."""
    return {"path": f"../{path.removeprefix('live/')}", "size": len(data), "checksums": checksums(data)}


class Files:
    """What is published: {address below the site's root: file or bytes}."""

    def __init__(self):
        self.listed = {}

    def add(self, address, source):
        self.listed[address] = source

    def archive(self, name, data, suffix=".tar.gz"):
        """Lists bytes under an address that holds their hash; gives what the worker must know of them."""
        path = f"live/packages/{name}-{sources.sha256(data)[:12]}{suffix}"
        self.add(path, data)
        return {**described(path, data), "kind": "archive", "title": packages.TITLES.get(name, name)}


def pages_of_another_bundle(app, env):
    """The pages name their bundle, so a new one is written into all of them, also where their text stayed."""
    bundle = app.sitebook.live.bundle if app.sitebook.live else None
    before, app.sitebook.kept.bundle = app.sitebook.kept.bundle, bundle
    return env.found_docs if before != bundle else []


def mark_page(app, pagename, templatename, context, doctree):
    """Tells the pages that have code cells where their bundle of the live cells is."""
    if app.sitebook.live and '<div class="cell' in (context.get("body") or ""):
        context["live_root"] = f"{context['content_root']}live/{app.sitebook.live.bundle}/"
        app.add_css_file("live.css")


def publish(app):
    out = Path(app.outdir)
    text = licenses.written(app.sitebook.licenses).encode()
    if not (out / licenses.FILE).is_file() or (out / licenses.FILE).read_bytes() != text:
        sources.write(out / licenses.FILE, text)
    place(out, "live", app.sitebook.live.files if app.sitebook.live else {})


def place(out, folder, listed):
    """Puts a folder of files beside the site: what stands is not copied again, what belongs to another build goes."""
    for file in [*sorted((out / folder).rglob("*"), reverse=True), *out.glob(folder)]:
        if file.is_dir():
            if not any(file.iterdir()):
                file.rmdir()
        elif file.relative_to(out).as_posix() not in listed:
            file.unlink()
    for address, source in listed.items():
        target = out / address
        if stands(target, source):
            continue
        target.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(source, bytes):
            sources.write(target, source)
        else:
            shutil.copyfile(source, target)


def stands(target, source):
    if not target.is_file():
        return False
    if isinstance(source, bytes):
        return target.read_bytes() == source
    return target.stat().st_size == source.stat().st_size  # a file's address changes with its content
