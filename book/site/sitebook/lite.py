"""노트북으로 열기: each chapter as a whole notebook in JupyterLite, under `lite/`, run by the live cells' own Python.

Of JupyterLite only the page for a single notebook is published. Its kernel is book/live/notebook/kernel.js, so that nothing is
fetched twice: Python, numpy, torch and gradbook are the files below `live/`. A book without live cells has none of this.
"""

import json
import posixpath
import tarfile
import tempfile
from importlib import metadata
from pathlib import Path

import nbformat
from sphinx.errors import ExtensionError

from . import live_cells, page_head, places

CORE, WORDS = "jupyterlite-core", "jupyterlab-language-pack-ko-KR"
PAGE = "lite/notebooks/index.html"
SCRIPTS = places.LIVE / "notebook"
OTHER_APPS = {"lab", "repl", "tree", "edit", "consoles"}
# JupyterLab checks its settings with functions it makes from text. Nowhere else on the site is that allowed.
POLICY = page_head.POLICY.replace("'wasm-unsafe-eval'", "'unsafe-eval'")
LEFT_OUT = [
    "@jupyterlab/javascript-extension",  # outputs that are scripts of the page
    "@jupyterlite/application-extension:service-worker-manager",  # the site has its own
    "@jupyterlite/application-extension:clear-browser-data",  # of everything; extension.js gives back one notebook
    "@jupyter-notebook/notebook-extension:tab-icon",  # wants icons that JupyterLite does not have
    # Ways to what is not published, or to other sites:
    "@jupyterlite/notebook-application-extension:logo",
    "@jupyterlite/notebook-application-extension:path-opener",  # extension.js has its own
    "@jupyter-notebook/application-extension:pages",
    "@jupyter-notebook/notebook-extension:open-tree-tab",
    "@jupyter-notebook/console-extension",
    "@jupyterlab/console-extension",
    "@jupyterlab/fileeditor-extension",
    "@jupyterlab/help-extension",
    "@jupyterlab/filebrowser-extension:open-url",
    "@jupyterlab/tooltip-extension:consoles",
    "@jupyterlab/tooltip-extension:files",
]
OVERRIDES = {
    "@jupyterlab/translation-extension:plugin": {"locale": "ko_KR"},
    "@jupyterlab/mainmenu-extension:plugin": {
        "menus": [{"id": "jp-mainmenu-file", "items": [{"command": "filemenu:create-console", "disabled": True}]}]
    },
    "@jupyterlab/apputils-extension:themes": {},  # filled in by start.js
}
ANY_TIME = "2026-01-01T00:00:00Z"  # JupyterLite asks for dates; the same files give the same bytes


def check(app):
    if not app.sitebook.live:
        return
    for package in (CORE, WORDS):
        try:
            metadata.version(package)
        except metadata.PackageNotFoundError:
            raise ExtensionError(f"{package} 패키지가 없습니다. `pip install -r requirements.txt`가 함께 설치합니다.") from None


def offer(app, pagename, templatename, context, doctree):
    if app.sitebook.live and context.get("page_source_suffix") == ".ipynb":
        link = {"label": "노트북으로 열기", "href": f"{context['content_root']}{PAGE}?path={pagename}.ipynb"}
        context["launch_links"] = [link, *context["launch_links"]]


def publish(app):
    listed = {}
    if app.sitebook.live:
        listed |= application(app) | words() | contents(app)
        for name in ("start.js", "book.css"):
            listed[f"lite/{name}"] = (SCRIPTS / name).read_bytes()
        listed["lite/book/container.js"] = (SCRIPTS / "container.js").read_bytes()
        listed[PAGE] = app.builder.templates.render(
            "lite.html",
            {"docstitle": app.config.html_title, "policy": POLICY, "config": json.dumps(config(app), ensure_ascii=False)},
        ).encode()
    live_cells.place(Path(app.outdir), "lite", listed)


def home():
    """Where JupyterLite's own files stand: the address changes with the version."""
    return f"lite/jupyterlite-{metadata.version(CORE)}"


def config(app):
    """What JupyterLab reads at its start; every …Url is seen from `lite/`."""
    return {
        "appName": app.config.html_title,
        "appVersion": metadata.version(CORE),
        "appUrl": "notebooks",
        "notebookPage": "notebooks",
        "baseUrl": "./",
        "fullStaticUrl": posixpath.relpath(home(), "lite"),
        "faviconUrl": "../_static/icons/icon.svg",
        "settingsUrl": posixpath.relpath(f"{home()}/schemas", "lite"),
        "themesUrl": posixpath.relpath(f"{home()}/themes", "lite"),
        "licensesUrl": f"{home()}/third-party-licenses.json",
        "federated_extensions": [{"name": "book", "load": "container.js", "extension": "./extension"}],
        "fullLabextensionsUrl": "./",
        "extensionUrl": f"../live/{app.sitebook.live.bundle}/notebook.js",
        "contentsAllJsonFile": "all.json",
        "defaultKernelName": "python3",
        "disabledExtensions": LEFT_OUT,
        "settingsOverrides": OVERRIDES,
        # Which page of the book shows what a notebook names, seen from the site's root.
        "bookPages": {
            Path(app.env.doc2path(document)).relative_to(app.srcdir).as_posix(): app.builder.get_target_uri(document)
            for document in sorted(app.env.found_docs)
        },
    }


def application(app):
    """JupyterLite's built files, unpacked once, without what the notebook page never asks for."""
    name = f"jupyterlite-app-{metadata.version(CORE)}.tgz"
    cache = Path(app.confdir) / ".cache" / "lite" / Path(name).stem
    if not cache.is_dir():
        cache.parent.mkdir(parents=True, exist_ok=True)
        scratch = Path(tempfile.mkdtemp(dir=cache.parent))
        with tarfile.open(file_of(CORE, name)) as archive:
            for member in archive:
                parts = Path(member.name).parts[2:]  # package/build/…
                if member.isfile() and member.name.startswith("package/build/") and used(parts):
                    target = scratch.joinpath(*parts)
                    target.parent.mkdir(parents=True, exist_ok=True)
                    target.write_bytes(archive.extractfile(member).read())
        if not cache.is_dir():  # another build may have been faster
            scratch.rename(cache)
    files = {f"{home()}/{file.relative_to(cache).as_posix()}": file for file in sorted(cache.rglob("*")) if file.is_file()}
    return {**files, f"{home()}/schemas/all_federated.json": b"[]"}


def used(parts):
    name = parts[-1]
    icons = name.startswith("fa-") and not name.endswith(".woff2")  # for browsers that are long gone
    return parts[0] not in OTHER_APPS and not icons and not name.endswith((".map", ".orig", "service-worker.js"))


def words():
    """JupyterLab's interface in Korean, as its translations service would answer: the language pack and, in words.json, ours."""
    own = {text: [korean] for text, korean in json.loads((SCRIPTS / "words.json").read_text("utf-8")).items()}
    packs = {
        name: json.loads(file_of(WORDS, f"LC_MESSAGES/{name}.json").read_text("utf-8")) for name in ("jupyterlab", "notebook")
    }
    packs["jupyterlite"] = {"": {**packs["notebook"][""], "domain": "jupyterlite"}}  # which nobody has translated
    data = {name: {**pack, **own} for name, pack in packs.items()}
    languages = {
        "ko_KR": {"displayName": "Korean", "nativeName": "한국어"},
        "en": {"displayName": "English", "nativeName": "English"},
    }
    licences = "\n\n".join(
        f"{name}\n\n{file_of(name, suffix).read_text('utf-8')}" for name, suffix in ((CORE, "LICENSE"), (WORDS, "LICENSE.txt"))
    )
    return {
        "lite/api/translations/all.json": answer({"data": languages, "message": ""}),
        "lite/api/translations/ko_KR.json": answer({"data": data, "message": ""}),
        "lite/LICENSE.txt": licences.encode(),
    }


def contents(app):
    """The chapters, as Jupyter's contents service would answer: lines joined, their outputs trusted as the book's own."""
    listed, folders = {}, {"": {}}
    for document in sorted(app.env.found_docs):
        file = Path(app.env.doc2path(document))
        if file.suffix != ".ipynb":
            continue
        notebook = nbformat.v4.reads(
            file.read_text("utf-8")
        )  # which joins the lines and, being the tests' work, does not validate
        for cell in notebook.cells:
            if cell.cell_type == "code":
                cell.metadata["trusted"] = True
        path, kind = f"{document}.ipynb", "notebook"
        listed[f"lite/files/{path}"] = answer(notebook)
        while path:
            folder = posixpath.dirname(path)
            folders.setdefault(folder, {})[path] = entry(path, kind)
            path, kind = folder, "directory"
    for folder, entries in folders.items():
        listing = {**entry(folder, "directory"), "format": "json", "content": list(entries.values())}
        listed[posixpath.join("lite/api/contents", folder, "all.json")] = answer(listing)
    return listed


def entry(path, kind):
    return {
        "name": posixpath.basename(path),
        "path": path,
        "type": kind,
        "format": None,
        "content": None,
        "mimetype": None,
        "size": None,
        "writable": True,
        "created": ANY_TIME,
        "last_modified": ANY_TIME,
    }


def answer(data):
    return json.dumps(data, ensure_ascii=False).encode()


def file_of(package, suffix):
    """A file of an installed package."""
    return Path(next(file for file in metadata.files(package) if file.as_posix().endswith(suffix)).locate())
