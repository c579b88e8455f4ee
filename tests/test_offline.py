"""After one visit the book reads, searches and runs without a network; a new build replaces the old one whole."""

import contextlib
import hashlib
import json
import os
import re
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Error, TimeoutError, expect

from browser import ROOT, Site, some, visit
from test_live_ui import choose, write

CHAPTER = "notebooks/01-requires-grad.html"
CODE = "print('고친 셀')"
KEPT = """navigator.serviceWorker.ready.then(() => navigator.serviceWorker.controller
    || new Promise((taken) => navigator.serviceWorker.addEventListener("controllerchange", taken, { once: true }))).then(() => {})"""
START = 90_000  # ms for Python to start on a busy machine


def kept(page):
    """Waits until the service worker holds the build and answers for this page."""
    page.evaluate(KEPT)


def wait_for_next(page):
    """Waits until the next build stands ready."""
    page.evaluate("""async () => {
        const registration = await navigator.serviceWorker.getRegistration();
        const { installing, waiting } = await registration.update();
        if (!waiting) await new Promise((ready) => installing.addEventListener("statechange", ready, { once: true }));
    }""")


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
        page.wait_for_function("() => document.querySelectorAll('main a[href*=\"requires-grad\"]').length > 0")
        assert page.problems == []


def test_runs_without_network(browser, site):
    server = site.open()
    with visit(browser, server.url + CHAPTER) as page:
        kept(page)
        page.reload()
        run_first_cell(page)
        page.wait_for_function(
            """async (n) => (await (await caches.open("/book/:runtime")).keys()).length === n""",
            arg=len(build(site.folder)["later"]),
            timeout=START,
        )
        server.__exit__()
        page.goto(server.url + CHAPTER)
        assert page.evaluate("crossOriginIsolated")
        run_first_cell(page)
        assert page.problems == []


def test_a_link_to_a_cell_and_ones_own_notebook_need_no_network(browser, site):
    """Made, opened and taken on a page that was never read with a network; its figures move too."""
    server = site.open()
    options = {"permissions": ["clipboard-read", "clipboard-write"], "accept_downloads": True}
    with visit(browser, server.url + "book/index.html", **options) as page:
        kept(page)
        server.__exit__()
        page.goto(server.url + CHAPTER)
        page.locator("figure.moving.ready").first.wait_for()
        cell = page.locator("div.cell:has(.live-menu)").first
        write(cell, CODE)
        choose(cell, "이 셀의 링크 복사")
        expect(cell.locator(".live-state")).to_have_text("링크를 복사했습니다")
        link = page.evaluate("navigator.clipboard.readText()")
        page.evaluate("localStorage.clear()")  # whoever opens it has another browser

        page.goto("about:blank")
        page.goto(link)
        shared = page.locator(".live-shared")
        expect(shared.locator("ins").last).to_contain_text(CODE)
        assert page.get_by_role("button", name="고친 노트북 내려받기").count() == 0
        shared.get_by_role("button", name="링크의 코드 쓰기").click()
        expect(cell.locator(".cm-content")).to_have_text(CODE)

        with page.expect_download() as given:
            page.get_by_role("button", name="고친 노트북 내려받기").click()
        mine = json.loads(Path(given.value.path()).read_text(encoding="utf-8"))["cells"]
        book = json.loads((ROOT / CHAPTER).with_suffix(".ipynb").read_text(encoding="utf-8"))["cells"]
        assert ["".join(ours["source"]) for ours, theirs in zip(mine, book, strict=True) if ours != theirs] == [CODE]
        assert page.problems == []


def test_what_is_not_kept_says_that_there_is_no_connection(browser, site):
    """Not that its address is wrong; and no download holds a page in place of its file."""
    server = site.open()
    with visit(browser, server.url + CHAPTER) as page:
        kept(page)
        server.__exit__()
        page.goto(f"{server.url}lite/notebooks/index.html?path=notebooks/01-requires-grad.ipynb")
        assert page.locator("h1").inner_text() == "지금은 이 쪽을 열 수 없습니다"
        page.get_by_role("link", name="책의 첫 쪽").click()
        page.wait_for_url(server.url + "book/index.html")
        with pytest.raises(Error, match="net::ERR_"):
            page.goto(server.url + "notebooks.zip")


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
        wait_for_next(second)
        second.goto(server.url + CHAPTER)
        assert second.locator("#build-2").count() == 0, "a second page was open: both stay with the old build"
        page.close()
        for _ in range(5):  # one of the next pages: the browser may count the closed one a moment longer
            second.goto(server.url + CHAPTER, wait_until="commit")
            with contextlib.suppress(TimeoutError):
                second.wait_for_selector("#build-2", state="attached", timeout=5000)
                break
        assert second.locator("#build-2").count() == 1
        assert second.evaluate("caches.keys().then(names => names.filter(n => n.startsWith('/book/:book-')).length)") == 1


def test_a_new_build_also_takes_over_at_an_address_with_a_fragment(browser, copy):
    """As of any search result: "Refresh: 0" went to the fragment of an empty page."""
    with copy.open() as server, visit(browser, server.url + "book/index.html") as page:
        kept(page)
        publish_another(copy.folder)
        wait_for_next(page)
        page.goto(server.url + CHAPTER + "#exercises", wait_until="commit")
        page.wait_for_selector("#build-2", state="attached")
        assert page.url.endswith("#exercises")


def test_nothing_of_other_sites_on_this_origin_is_touched(browser, copy):
    """Their caches stay, also those called as this book's were once; their pages are given as their server gives them."""
    others = ["book-1", "notebooks-1", "runtime", "/other/:book-1", "/book/more/:book-1"]
    keep = """async (names) => { for (const name of names) await (await caches.open(name)).put("/other/live/a.js", new Response("a")); }"""
    below = copy.folder / "another" / "page.html"
    below.parent.mkdir()
    with copy.open() as server, visit(browser, server.url + "book/index.html") as page:
        page.evaluate(keep, others)
        page.evaluate(
            """async () => { await (await caches.open("runtime")).put("/book/live/packages/old.zip", new Response("b")); }"""
        )
        kept(page)
        below.write_text("<!doctype html><title>-</title>", "utf-8")
        held = (
            """async (names) => Promise.all(names.map(async (name) => [name, (await (await caches.open(name)).keys()).length]))"""
        )
        assert page.evaluate(held, others) == [[name, 1] for name in others]
        assert "cross-origin-embedder-policy" in page.goto(server.url + CHAPTER).headers
        assert "cross-origin-embedder-policy" not in page.goto(server.url + "another/page.html").headers


def test_a_page_that_was_replaced_in_the_cache_is_not_given(browser, site):
    """Whoever runs a script on this origin can write there; what is not the published page is fetched anew."""
    with site.open() as server, visit(browser, server.url + CHAPTER) as page:
        kept(page)
        page.evaluate(
            """async (address) => {
            const name = (await caches.keys()).find((name) => name.startsWith("/book/:book-"));
            const other = new Response("<!doctype html><title>another</title>", { headers: { "Content-Type": "text/html" } });
            await (await caches.open(name)).put(address, other);
        }""",
            server.url + CHAPTER,
        )
        page.goto(server.url + CHAPTER)
        assert page.title().startswith("1. ")
        assert page.locator(".live-run").count() > 1


def test_a_wrong_file_of_the_runtime_is_not_kept(browser, copy):
    (snapshot,) = copy.folder.glob("live/packages/snapshot-*")
    data = snapshot.read_bytes()
    snapshot.unlink()
    snapshot.write_bytes(b"<!doctype html>")
    with copy.open() as server, visit(browser, server.url + CHAPTER) as page:
        kept(page)
        page.reload()
        cell = page.locator("div.cell:has(.live-run)").first
        cell.locator(".live-run").click()
        page.locator(".live-word", has_text="이 책의 것이 아니거나").wait_for()
        names = "async () => (await (await caches.open('/book/:runtime')).keys()).map((request) => request.url)"
        assert not any("snapshot" in url for url in page.evaluate(names))
        snapshot.write_bytes(data)
        run_first_cell(page)
        page.problems.clear()  # what the browser says of the wrong file


def publish_another(folder):
    """The next build: one page changed, everything else as it was."""
    publish(folder, "second", CHAPTER, lambda text: text.replace("</body>", '<i id="build-2"></i></body>'))


def publish(folder, name, page, change):
    """Another build with this name, in which a page has changed; its files are no links any more."""
    before = build(folder)
    text = rewrite(folder / page, change)
    checksum = hashlib.sha256(text.encode()).hexdigest()[:16]
    after = {**before, "name": name, "files": {**before["files"], page: checksum}}
    old, new = (json.dumps(each, ensure_ascii=False) for each in (before, after))
    rewrite(folder / "sw.js", lambda worker: worker.replace(old, new))


def rewrite(file, change):
    before = file.read_text("utf-8")
    text = change(before)
    assert text != before
    file.unlink()
    file.write_text(text, "utf-8")
    return text


def test_only_changed_files_are_fetched_again(browser, copy):
    with copy.open() as server, visit(browser, server.url + "book/index.html") as page:
        kept(page)
        publish_another(copy.folder)
        asked = len(server.log)
        wait_for_next(page)
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
        page.wait_for_function("() => document.readyState === 'complete'")
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
