"""After one visit the book reads, searches and runs without a network; a new build replaces the old one whole."""

import contextlib
import hashlib
import json
import os
import re
import shutil

import pytest
from playwright.sync_api import TimeoutError

from browser import Site, some, visit

CHAPTER = "notebooks/01-requires-grad.html"
KEPT = "navigator.serviceWorker.ready.then(async () => { while (!navigator.serviceWorker.controller) await new Promise(r => setTimeout(r, 20)); })"
START = 90_000  # ms for Python to start on a busy machine


def kept(page):
    """Waits until the service worker holds the build and answers for this page."""
    page.evaluate(KEPT)


def build(folder):
    text = (folder / "sw.js").read_text("utf-8")
    return json.loads(re.search(r"^const BUILD = (.*);.*$", text, re.M).group(1))


@pytest.fixture
def copy(site, tmp_path):
    """A site of the test's own, to change: hard links to the built one, but for what is rewritten."""
    folder = tmp_path / "site"
    shutil.copytree(site.folder, folder, copy_function=os.link)
    return Site(folder)


def test_reads_and_searches_without_network(browser, site):
    server = site.open()
    with visit(browser, server.url + CHAPTER) as page:
        kept(page)
        server.__exit__()
        for name in some(site.pages):  # that each is kept: test_the_list_is_the_site
            page.goto(server.url + name)
            page.locator("h1").first.wait_for()  # 404.html first looks whether the page has moved
            assert page.evaluate("getComputedStyle(document.body).marginTop") == "0px", f"{name}: no style"
        page.goto(server.url + "search.html?q=requires_grad")
        page.wait_for_function("document.querySelectorAll('main a[href*=\"requires-grad\"]').length > 0")
        assert page.problems == []


def test_runs_without_network(browser, site):
    server = site.open()
    with visit(browser, server.url + CHAPTER) as page:
        kept(page)
        page.reload()
        run_first_cell(page)
        page.wait_for_function(
            """async (n) => (await (await caches.open("runtime")).keys()).length === n""",
            arg=len(build(site.folder)["later"]),
            timeout=START,
        )
        server.__exit__()
        page.goto(server.url + CHAPTER)
        assert page.evaluate("crossOriginIsolated")
        run_first_cell(page)
        assert page.problems == []


def run_first_cell(page):
    cell = page.locator("div.cell:has(.live-run)").first
    cell.locator(".live-run").click()
    page.locator("div.cell[data-result=same]").first.wait_for(timeout=START)


def test_keeps_only_what_is_of_this_build(browser, copy):
    """A server that still gives an older page is not believed."""
    page_file = copy.folder / CHAPTER
    text = page_file.read_text("utf-8")
    page_file.unlink()
    page_file.write_text(text.replace("</body>", "<!-- older --></body>"), "utf-8")
    with copy.open() as server, visit(browser, server.url + "book/index.html") as page:
        assert (
            page.evaluate("""async () => {
            const { installing } = await navigator.serviceWorker.register("../sw.js", { updateViaCache: "none" });
            while (!["redundant", "activated"].includes(installing.state))
                await new Promise(go => installing.addEventListener("statechange", go, { once: true }));
            return installing.state;
        }""")
            == "redundant"
        )


def test_a_new_build_replaces_the_old_whole(browser, copy):
    with copy.open() as server, visit(browser, server.url + "book/index.html") as page:
        kept(page)
        page.goto(server.url + CHAPTER)
        publish_another(copy.folder)
        second = page.context.new_page()
        second.goto(server.url + "book/index.html")
        second.evaluate("""async () => { const r = await navigator.serviceWorker.getRegistration(); await r.update();
            while (!r.waiting) await new Promise(go => setTimeout(go, 20)); }""")
        second.goto(server.url + CHAPTER)
        assert second.locator("#build-2").count() == 0, "a second page was open: both stay with the old build"
        page.close()
        for _ in range(5):  # one of the next pages: the browser may count the closed one a moment longer
            second.goto(server.url + CHAPTER, wait_until="commit")
            with contextlib.suppress(TimeoutError):
                second.wait_for_selector("#build-2", state="attached", timeout=5000)
                break
        assert second.locator("#build-2").count() == 1
        assert second.evaluate("caches.keys().then(names => names.filter(n => n.startsWith('book-')).length)") == 1


def publish_another(folder):
    """The next build: one page changed, everything else as it was."""
    page = folder / CHAPTER
    text = page.read_text("utf-8").replace("</body>", '<i id="build-2"></i></body>')
    page.unlink()
    page.write_text(text, "utf-8")
    before = build(folder)
    after = {
        **before,
        "name": "second",
        "files": {**before["files"], CHAPTER: hashlib.sha256(page.read_bytes()).hexdigest()[:16]},
    }
    worker = (
        (folder / "sw.js")
        .read_text("utf-8")
        .replace(json.dumps(before, ensure_ascii=False), json.dumps(after, ensure_ascii=False))
    )
    assert '"second"' in worker
    (folder / "sw.js").unlink()
    (folder / "sw.js").write_text(worker, "utf-8")


def test_only_changed_files_are_fetched_again(browser, copy):
    with copy.open() as server, visit(browser, server.url + "book/index.html") as page:
        kept(page)
        publish_another(copy.folder)
        asked = len(server.log)
        page.evaluate("""async () => { const r = await navigator.serviceWorker.getRegistration(); await r.update();
            while (!r.waiting) await new Promise(go => setTimeout(go, 20)); }""")
        assert {path.removeprefix("/book/") for path, _, _ in server.log[asked:]} == {"sw.js", CHAPTER}


@pytest.mark.parametrize("saves, asked", [("true", 0), ("false", 1)])
def test_never_under_data_saver(browser, site, saves, asked):
    """The page's clock is run ahead, so that whatever would come later comes now."""
    connection = f"Object.defineProperty(navigator, 'connection', {{ value: {{ saveData: {saves}, effectiveType: '4g' }} }});"
    spy = "window.asked = 0; navigator.serviceWorker.register = async () => { window.asked++; };"
    with site.open() as server, visit(browser, "about:blank") as page:
        page.add_init_script(connection + spy)
        page.clock.install()
        page.goto(server.url + CHAPTER)
        page.wait_for_function("document.readyState === 'complete'")
        page.clock.run_for(60_000)
        assert page.evaluate("window.asked") == asked


def test_can_be_installed(site):
    manifest = json.loads((site.folder / "manifest.webmanifest").read_text("utf-8"))
    assert manifest["name"] and manifest["lang"] == "ko" and manifest["display"] == "standalone"
    for icon in manifest["icons"]:
        assert (site.folder / icon["src"]).is_file(), icon
    assert {"192x192", "512x512"} <= {icon["sizes"] for icon in manifest["icons"]}
    for name in site.pages:
        if name != "404.html":  # which stands at no address of its own
            assert 'rel="manifest"' in (site.folder / name).read_text("utf-8"), name


def test_the_list_is_the_site(site):
    """Every page and what it loads is in the build; nothing in it is missing from the site."""
    listed = build(site.folder)
    for name in [*listed["files"], *listed["later"]]:
        assert (site.folder / name).is_file(), name
    assert set(site.pages) <= set(listed["files"])
