"""The built book in a real browser: a static server for the site, Chromium that reaches nothing else, a page that is watched.

`Site`      the built book: `site.folder`, `site.pages` (every page's address inside it), `site.open()` (a server of one's own)
`chrome`    Chromium for which every other host is unresolvable; a missing browser is an error
`visit`     opens a page and records what went wrong: `with visit(browser, url) as page: … page.problems, page.asked`
`build`     builds the book as `jupyter-book build .` does
"""

import gzip
import mimetypes
import os
import shutil
import socket
import subprocess
import sys
import threading
from contextlib import contextmanager, suppress
from functools import lru_cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

from playwright.sync_api import expect, sync_playwright

ROOT = Path(__file__).resolve().parents[2]
BASE = "/book/"
ISOLATED = {
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Embedder-Policy": "require-corp",
}  # a page that may share memory with its worker
PAINTED = "/painted"  # what a page asks for, or a test in its place, once it has drawn what it has
PATIENCE = 240_000  # ms until something that was to come counts as missing: what is right comes late on a busy machine
expect.set_options(timeout=PATIENCE)
COMPRESSED = ("text/", "application/json", "application/wasm", "application/xml", "image/svg", "application/manifest")
TYPES = {
    ".js": "text/javascript",
    ".mjs": "text/javascript",
    ".wasm": "application/wasm",
    ".woff2": "font/woff2",
    ".ipynb": "application/json",
    ".webmanifest": "application/manifest+json",
    ".svg": "image/svg+xml",
}


class Site:
    def __init__(self, folder):
        self.folder = Path(folder).resolve()
        skip = {"_static", "_sources", "_images", "_downloads", "lite"}  # JupyterLite's page is not of the book: test_lite.py
        found = (p.relative_to(self.folder) for p in self.folder.rglob("*.html"))
        # The root's index.html is only a redirect to the first page.
        self.pages = sorted(str(p.as_posix()) for p in found if not skip & set(p.parts) and str(p) != "index.html")

    def open(self, headers=None, late=()):
        return Server(self.folder, headers or {}, late)


class Server(ThreadingHTTPServer):
    """Serves one folder as a plain static host does. `log` holds (path, status, bytes sent) in order.

    `late` are endings: such files are held back until the page asks for PAINTED."""

    daemon_threads = True

    def __init__(self, folder, headers, late):
        super().__init__(("127.0.0.1", 0), Handler)
        self.folder, self.headers, self.late, self.log = Path(folder).resolve(), headers, late, []
        self.painted = threading.Event()
        self.connections = []
        self.origin = f"http://127.0.0.1:{self.server_address[1]}"
        self.url = self.origin + BASE
        threading.Thread(target=self.serve_forever, daemon=True).start()

    def get_request(self):
        connection, address = super().get_request()
        self.connections.append(connection)
        return connection, address

    def handle_error(self, *_):
        pass  # a browser that leaves a page drops what it was still asking for

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.shutdown()
        self.server_close()
        for connection in self.connections:  # else a browser is still answered over those it keeps open
            with suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)


@lru_cache(maxsize=2048)
def body(path, mtime, zipped):
    data = Path(path).read_bytes()
    return gzip.compress(data, 6, mtime=0) if zipped else data


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def find(self, path):
        if not path.startswith(BASE):
            return None
        file = (self.server.folder / path[len(BASE) :]).resolve()
        if file.is_dir():
            file /= "index.html"
        return file if file.is_relative_to(self.server.folder) and file.is_file() else None

    def do_GET(self):
        path = unquote(urlsplit(self.path).path)
        if path == PAINTED:
            self.server.painted.set()
        if path.endswith(self.server.late):
            self.server.painted.wait(PATIENCE / 1000)
        file, status = self.find(path), 200
        if file is None:
            file, status = self.find(BASE + "404.html"), 404
        kind = "text/plain"
        data = b"404"
        encoding = None
        if file is not None:
            kind = TYPES.get(file.suffix) or mimetypes.guess_type(file.name)[0] or "application/octet-stream"
            if kind.startswith(COMPRESSED) and "gzip" in self.headers.get("Accept-Encoding", ""):
                encoding = "gzip"
            data = body(str(file), file.stat().st_mtime_ns, bool(encoding))
        self.server.log.append((self.path, status, len(data)))
        self.send_response(status)
        self.send_header("Content-Type", kind + ("; charset=utf-8" if kind.startswith("text/") else ""))
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Cache-Control", "max-age=600")
        if encoding:
            self.send_header("Content-Encoding", encoding)
        for name, value in self.server.headers.items():
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(data)

    do_HEAD = do_GET

    def log_message(self, *_):
        pass


def copy_book(folder):
    """A copy of all that a build reads, in a new folder; what it downloads is not among it."""
    for name in ("book", "notebooks"):
        shutil.copytree(
            ROOT / name, folder / name, ignore=shutil.ignore_patterns("node_modules", "__pycache__", ".ipynb_checkpoints")
        )
    for name in ("_config.yml", "_toc.yml", "requirements.txt", "LICENSE", "CHANGELOG.md"):
        shutil.copy(ROOT / name, folder)
    return folder


def run_build(folder, source=ROOT):
    """Runs `jupyter-book build .` with its output in `folder`; a warning is an error. Returns the finished process."""
    command = shutil.which("jupyter-book", path=str(Path(sys.executable).parent)) or "jupyter-book"
    return subprocess.run(
        [command, "build", str(source), "-W", "-n", "--keep-going", "--path-output", str(folder)],
        cwd=source,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONUTF8": "1"},
    )


def build(folder, source=ROOT):
    """Builds the book into `folder` and returns the site's own folder."""
    run = run_build(folder, source)
    if run.returncode:
        raise RuntimeError(f"the book does not build:\n{run.stdout[-3000:]}\n{run.stderr[-6000:]}")
    return folder / "_build" / "html"


def chromium():
    """The Chromium of this machine, or None where Playwright's own is to be used."""
    names = [os.environ.get("CHROMIUM"), "chromium", "chromium-browser", "google-chrome"]
    return next((found for name in names if name and (found := shutil.which(name))), None)


def firefox():
    """The Firefox of this machine, or None."""
    return shutil.which("firefox-esr") or shutil.which("firefox")


@contextmanager
def chrome():
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(
            executable_path=chromium(),
            args=["--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1", "--no-sandbox", "--disable-dev-shm-usage"],
        )
        yield running
        running.close()


@contextmanager
def visit(browser, url, theme="light", width=1280, height=900, **options):
    """A page in a fresh profile. `page.problems`: console errors and uncaught exceptions; `page.asked`: every address asked
    for; `page.own`: those the page itself asked for, not its service worker."""
    context = browser.new_context(
        viewport={"width": width, "height": height}, color_scheme=theme, locale="ko-KR", reduced_motion="reduce", **options
    )
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    page.problems, page.asked, page.own = [], [], []
    page.on("console", lambda m: m.type == "error" and page.problems.append(f"{m.text} ({m.location.get('url')})"))
    page.on("pageerror", lambda error: page.problems.append(f"uncaught: {error}"))
    context.on("request", lambda request: page.asked.append(request.url))
    context.on("request", lambda request: request.service_worker or page.own.append(request.url))
    try:
        page.goto(url, wait_until="load")
        yield page
    finally:
        context.close()
