"""Reading offline: the service worker with the list of this build's files, and the manifest that makes the book installable."""

import hashlib
import json
from pathlib import Path

from . import outer_pages, places
from .checksums import checksum, checksums

SOURCE = places.LIVE / "sw.js"
MANIFEST = "manifest.webmanifest"
KEPT = {".html", ".css", ".js", ".json", ".woff2", ".svg", ".png", ".webmanifest", ".ipynb"}
LATER = ("live/packages/", "live/pyodide-")  # big: kept once a cell has run
# Not of the book's pages: sources, what is only downloaded, JupyterLite (kept by those who open it), the link preview.
LEFT_OUT = ("_sources/", "_downloads/", "lite/", "sw.js", "_static/icons/og.png")


def name_manifest(app, pagename, templatename, context, doctree):
    context["manifest"] = MANIFEST


def write(app):
    out = Path(app.outdir)
    keep(out / MANIFEST, json.dumps(manifest(app), ensure_ascii=False, indent=1))
    files, later = {}, {}
    for file in sorted(out.rglob("*")):
        name = file.relative_to(out).as_posix()
        if not file.is_file() or name.startswith((*LEFT_OUT, ".")):
            continue
        if name.startswith(LATER):
            later[name] = checksums(file.read_bytes())
        elif file.suffix in KEPT:
            files[name] = checksum(file.read_bytes())
    notebooks = next((folder.relative_to(out).as_posix() for folder in out.glob("lite/jupyterlite-*")), "")
    unreached = outer_pages.unreached(app)
    build = {
        "name": hashlib.sha256(json.dumps([files, later, notebooks, unreached]).encode()).hexdigest()[:12],
        "files": files,
        "later": later,
        "notebooks": notebooks,
        "unreached": unreached,
    }
    keep(out / "sw.js", SOURCE.read_text("utf-8").replace('"__BUILD__"', json.dumps(build, ensure_ascii=False)))


def manifest(app):
    icon = {"src": "_static/icons/icon-192.png", "sizes": "192x192", "type": "image/png"}
    return {
        "id": "./",
        "name": app.config.html_title,
        "short_name": app.config.html_title,
        "lang": "ko",
        "dir": "ltr",
        "start_url": "./",
        "scope": "./",
        "display": "standalone",
        "background_color": "#fbfaf7",
        "theme_color": "#fbfaf7",
        "icons": [
            icon,
            {**icon, "src": "_static/icons/icon-512.png", "sizes": "512x512"},
            {**icon, "src": "_static/icons/maskable-512.png", "sizes": "512x512", "purpose": "maskable"},
        ],
    }


def keep(path, text):
    """Writes a file only where it changed, so that an unchanged build leaves its date alone."""
    if not path.is_file() or path.read_text("utf-8") != text:
        path.write_text(text, "utf-8")
