"""What the build does for the live cells: verified sources, each file once, nothing stale, clear words when something is missing."""

import gzip
import hashlib
import json
import re
import sys
import tarfile
import threading
import zipfile
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.metadata import version
from pathlib import Path
from types import SimpleNamespace

import pytest
from sphinx.errors import ExtensionError

from book.site.sitebook import live_cells, state
from book.site.sitebook.live_cells import node, packages, sources
from browser import ROOT

CACHE = ROOT / ".cache" / "live"
FIRST_OUTPUT = 7_000_000  # bytes, as they are sent, from the click to the first output


def application(out, cells=True, **torch):
    config = SimpleNamespace(live_cells=cells, live_torch=torch)
    return SimpleNamespace(
        config=config, builder=SimpleNamespace(name="html"), confdir=str(ROOT), outdir=str(out), sitebook=state.State()
    )


@pytest.fixture
def built(tmp_path):
    app = application(tmp_path)
    live_cells.prepare(app)
    live_cells.publish(app)
    return app


def tree(folder):
    return {
        file.relative_to(folder).as_posix(): (file.stat().st_mtime_ns, file.stat().st_size)
        for file in sorted(Path(folder).rglob("*"))
        if file.is_file()
    }


def test_wheels_are_the_lock_files(built):
    pyodide = sources.Pyodide(CACHE)
    for name in pyodide.closure(["numpy", "matplotlib"], without=packages.NOT_NEEDED):
        entry = pyodide.lock["packages"][name]
        assert hashlib.sha256((pyodide.wheels / entry["file_name"]).read_bytes()).hexdigest() == entry["sha256"], name


def test_a_wheel_with_another_hash_is_not_kept(tmp_path):
    pyodide = sources.Pyodide(CACHE)
    pyodide.wheels = tmp_path
    entry = pyodide.lock["packages"]["six"]
    with pytest.raises(ExtensionError, match=r"six-1\.16\.0.*sha256"):
        pyodide._keep(entry, b"something else", "https://example.org")
    assert list(tmp_path.iterdir()) == []


class Cdn(BaseHTTPRequestHandler):
    """Pyodide's CDN as it may be: `answer` is "right", "wrong", "short", "missing" or "silent" from the second file on."""

    def do_GET(self):
        name = self.path.rsplit("/", 1)[-1]
        self.server.asked.append(name)
        answer = self.server.answer if len(self.server.asked) > 1 else "right"
        data = (CACHE / f"pyodide-{sources.pinned()}" / name).read_bytes()
        if answer == "silent":
            self.server.enough.wait(30)
            return
        self.send_response(404 if answer == "missing" else 200)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write({"right": data, "wrong": data[::-1], "short": data[:100], "missing": b" " * len(data)}[answer])

    def log_message(self, *_):
        pass


@pytest.fixture
def cdn(tmp_path, monkeypatch):
    """A CDN of the test's own, and a registry that only notes what it is asked for: `fetch(answer)` → (from the CDN, from it)."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Cdn)
    server.daemon_threads, server.enough = True, threading.Event()
    threading.Thread(target=server.serve_forever, daemon=True).start()
    monkeypatch.setattr(sources, "CDN", f"http://127.0.0.1:{server.server_address[1]}/v{{version}}/full/")
    monkeypatch.setattr(sources, "UNREACHABLE", 1)
    pyodide = sources.Pyodide(CACHE)
    pyodide.wheels = tmp_path

    def fetch(answer):
        carried = []
        monkeypatch.setattr(sources.Pyodide, "_from_carrier", lambda self, entries: carried.extend(entries))
        server.answer, server.asked = answer, []
        pyodide.fetch(["six", "cycler"])
        return server.asked, carried

    yield fetch
    server.enough.set()
    server.shutdown()
    server.server_close()


def test_wheels_come_from_the_cdn(cdn, tmp_path):
    asked, carried = cdn("right")
    assert len(asked) == 2 and carried == []
    assert sorted(file.name for file in tmp_path.iterdir()) == sorted(asked)
    assert cdn("right") == ([], []), "what stands is not fetched again"


@pytest.mark.parametrize("answer", ["short", "missing", "silent"])
def test_a_cdn_that_fails_gives_way_to_the_registry(cdn, tmp_path, answer):
    asked, carried = cdn(answer)
    assert carried == ["cycler"], "only what the CDN did not give"
    assert [file.name for file in tmp_path.iterdir()] == asked[:1], "nothing broken is kept"


def test_a_cdn_with_another_file_ends_the_build(cdn, tmp_path):
    with pytest.raises(ExtensionError, match=r"cycler-0\.12\.1.*sha256"):
        cdn("wrong")
    assert [file.name for file in tmp_path.iterdir()] == ["six-1.16.0-py2.py3-none-any.whl"]


def test_an_unreachable_cdn_gives_way_to_the_registry(cdn, monkeypatch):
    monkeypatch.setattr(sources, "CDN", "http://127.0.0.1:9/{version}/")
    assert cdn("right") == ([], ["six", "cycler"])


def test_a_missing_source_ends_the_build_with_a_sentence(tmp_path, monkeypatch):
    pyodide = sources.Pyodide(CACHE)
    pyodide.wheels = tmp_path
    monkeypatch.setattr(sources, "CDN", "http://127.0.0.1:9/{version}/")
    monkeypatch.setattr(sources, "CARRIER", ("no-such-package-for-the-book==0", ""))
    monkeypatch.setenv("PIP_INDEX_URL", "http://127.0.0.1:9/simple")
    monkeypatch.setenv("PIP_RETRIES", "0")
    monkeypatch.setenv("PIP_TIMEOUT", "2")
    with pytest.raises(ExtensionError, match="받지 못했습니다.*live_cells를 false로"):
        pyodide.fetch(["six"])


def test_each_file_is_published_once(built):
    found = {}
    for file in Path(built.outdir).rglob("*"):
        if file.is_file():
            found.setdefault(hashlib.sha256(file.read_bytes()).hexdigest(), []).append(file.name)
    assert [names for names in found.values() if len(names) > 1] == []


def test_addresses_hold_their_content(built):
    for file in (Path(built.outdir) / "live" / "packages").iterdir():
        digest = re.search(r"-([0-9a-f]{12})\.", file.name).group(1)
        assert hashlib.sha256(file.read_bytes()).hexdigest().startswith(digest), file.name


def test_an_unchanged_build_copies_nothing_and_leaves_nothing_stale(built):
    out = Path(built.outdir)
    before = tree(out)
    (out / "live" / "0ld").mkdir()
    (out / "live" / "0ld" / "main.js").write_text("old")
    (out / "live" / "packages" / "torch-0ld.tar.gz").write_text("old")
    again = application(out)
    live_cells.prepare(again)
    live_cells.publish(again)
    assert tree(out) == before
    assert not (out / "live" / "0ld").exists()


def test_a_book_without_live_cells(built):
    app = application(built.outdir, cells=False)
    live_cells.prepare(app)
    live_cells.publish(app)
    assert app.sitebook.live is None and not (Path(built.outdir) / "live").exists()
    context = {"body": '<div class="cell docutils container">', "content_root": "../"}
    live_cells.mark_page(app, "notebooks/01", "page.html", context, None)
    assert "live_root" not in context


# What is compiled into the packages' modules, by words that stand in them.
COMPILED = {
    b"FreeType": "freetype",
    b"JPEG library": "libjpeg",
    b"LIBTIFF": "libtiff",
    b"WebP": "libwebp",
    b"_backend_agg": "anti-grain geometry",
    b"St9bad_alloc": "llvm (libc++, libc++abi, compiler-rt)",
}


def test_every_published_package_has_its_licence(built):
    """Read from what is published: the archives' own list of packages, what is compiled into them, and the packages whose code
    is in the JavaScript."""
    out = Path(built.outdir)
    text = (out / "licenses.txt").read_text("utf-8-sig")
    titles = {line.lower() for rule, line in zip(text.splitlines(), text.splitlines()[1:]) if rule == "=" * 78}
    published = {"이 책", "pyodide", "cpython", "emscripten", "musl", "ipython " + version("ipython")}
    for file in (out / "live" / "packages").glob("*.tar.gz"):
        with tarfile.open(file) as archive:
            folders = {name.split("/")[0] for name in archive.getnames() if ".dist-info/" in name}
            for module in (archive.extractfile(name).read() for name in archive.getnames() if name.endswith(".so")):
                published |= {title for words, title in COMPILED.items() if words in module}
        published |= {" ".join(folder.removesuffix(".dist-info").split("-")).lower() for folder in folders}
    bundle = CACHE / f"bundle-{built.sitebook.live.bundle}"
    made_of = json.loads((bundle / "inputs.json").read_text("utf-8"))
    assert {"main.js", "worker.js", "notebook.js"} <= {*made_of}
    for name, made in made_of.items():
        assert (out / "live" / built.sitebook.live.bundle / name).is_file()
        published |= {
            "/".join(parts[:2] if parts[0].startswith("@") else parts[:1])
            for source in made
            if "node_modules/" in source
            for parts in [source.split("node_modules/")[-1].split("/")]
        }
    lock = sources.Pyodide(CACHE).lock["packages"]
    assert {
        *(f"{name} {lock[name]['version']}" for name in ("numpy", "matplotlib")),
        "@codemirror/view",
        *COMPILED.values(),
    } <= published
    assert published <= titles, published - titles
    assert "Reserved Font Name" in text and "Mozilla Public License" in text


def test_a_package_without_a_licence_text_ends_the_build(tmp_path):
    wheel = tmp_path / "torch-9.9-py3-none-any.whl"
    with zipfile.ZipFile(wheel, "w") as out:
        out.writestr("torch-9.9.dist-info/METADATA", "Metadata-Version: 2.1\nName: torch\nVersion: 9.9\n")
    with pytest.raises(ExtensionError, match="torch 9.9에 라이선스 글이 없습니다"):
        live_cells.licenses.of_wheel(wheel)


def test_only_pages_with_cells_load_the_live_cells(site):
    for name in site.pages:
        text = (site.folder / name).read_text("utf-8")
        assert ('<div class="cell ' in text) == ("data-live=" in text), name


def test_first_output_stays_within_its_bytes(built):
    """What page and worker fetch before the first cell has run, as a server sends it: the editor and others come when wanted."""
    out = Path(built.outdir)
    runtime = built.sitebook.live.runtime
    paths = [runtime[name]["path"] for name in ("wasm", "snapshot")] + [
        runtime["packages"][name]["path"] for name in runtime["first"]
    ]
    home = out / "live" / built.sitebook.live.bundle
    total = sum(sent(home / path) for path in paths) + sent(home / runtime["core"] / "pyodide.asm.js")
    scripts = [file for file in home.iterdir() if file.name.startswith(("main.", "page-", "chunk-", "look-", "worker."))]
    assert len({file.name[:4] for file in scripts}) == 5
    total += sum(map(sent, scripts))
    assert total <= FIRST_OUTPUT, f"{total:,} bytes"


def sent(file):
    data = file.read_bytes()
    return len(data) if file.suffix in (".gz", ".bin") else len(gzip.compress(data, 6))


def test_another_torch_needs_its_hash(tmp_path):
    with pytest.raises(ExtensionError, match="address와 sha256"):
        live_cells.prepare(application(tmp_path, address="https://example.org/torch.whl"))


def test_another_torch_is_verified(tmp_path):
    wheel = tmp_path / "torch-9.9-py3-none-any.whl"
    wheel.write_bytes(b"PK\x05\x06" + bytes(18))
    with pytest.raises(ExtensionError, match="sha256이 _config.yml의 live_torch.sha256과 다릅니다"):
        sources.torch_wheel(str(wheel), "0" * 64, tmp_path / "cache")
    digest = hashlib.sha256(wheel.read_bytes()).hexdigest()
    assert sources.torch_wheel(str(wheel), digest, tmp_path / "cache").read_bytes() == wheel.read_bytes()


def test_another_torch_takes_the_place_of_ours(tmp_path):
    wheel = tmp_path / "torch-9.9-py3-none-any.whl"
    with zipfile.ZipFile(wheel, "w") as out:
        out.writestr("torch/__init__.py", "__version__ = '9.9'\n")
        out.writestr("torch-9.9.dist-info/METADATA", "Metadata-Version: 2.1\nName: torch\nVersion: 9.9\n")
        out.writestr("torch-9.9.dist-info/LICENSE", "free")
    digest = hashlib.sha256(wheel.read_bytes()).hexdigest()
    app = application(tmp_path / "out", name="PyTorch", version="9.9", address=str(wheel), sha256=digest)
    live_cells.prepare(app)
    listed = app.sitebook.live.runtime
    assert listed["versions"]["torch"] == "PyTorch 9.9"
    assert listed["packages"]["torch"]["kind"] == "wheel" and listed["first"][-1] == "torch"


def test_modules_bring_what_they_import():
    table = packages.submodules(ROOT / "notebooks" / "gradbook")
    assert "matplotlib" in table["gradbook.graph"] and "torch" in table["gradbook.tangent"]
    assert "matplotlib" not in table["gradbook.palette"]


def test_a_failing_tool_is_told_in_one_sentence():
    with pytest.raises(ExtensionError, match="시험에 실패했습니다") as raised:
        node.run([sys.executable, "-c", "import sys; print('x' * 5000, file=sys.stderr); sys.exit('까닭')"], "시험")
    assert "까닭" in str(raised.value) and "xxx" not in str(raised.value)
