"""What held when somebody tried to break the live cells, so that it goes on holding: hostile outputs and addresses, forged
messages, downloads that are cut, stall or begin anew, a plain http address."""

import threading
from contextlib import contextmanager

import pytest
from playwright.sync_api import expect

from browser import BASE, ISOLATED, PATIENCE, Handler, chromium, visit
from hostile import ADDRESSES, HTML, OTHER, STORED
from test_live_ui import (
    DATA_SAVER,
    DRAFTS,
    OPEN,
    PAGE,
    cells,
    choose,
    done,
    press,
    printed,
    reader,
    run,
    said,
    write,
)
from test_offline import kept

KEPT = "'mine'"


@pytest.fixture(scope="module")
def other(site):
    """Another host, which would answer anybody; what it was asked for is in its log."""
    with site.open({"Access-Control-Allow-Origin": "*"}) as server:
        yield server


def unharmed(page, other):
    assert page.evaluate("window.hacked ?? window.frames[0]?.hacked") is None
    assert other.log == []
    assert page.locator("h1").is_visible()


def test_html_that_is_hostile_is_shown_as_words(browser, isolated, other):
    assert len(HTML) >= 21
    with reader(browser, isolated) as page:
        address = page.url
        code = "from IPython.display import HTML, display\nfor html in {}:\n    display(HTML(html))"
        cell = run(page, code.format([html.replace(OTHER, other.url) for html in HTML]))
        assert said(cell) == "실행했습니다"
        shown = cell.locator(".text_html")
        assert shown.count() == len(HTML)
        for word in shown.get_by_text("press").all():
            word.click()
        found = shown.evaluate_all(
            "(all) => [...new Set(all.flatMap((one) => [...one.querySelectorAll('*')].map((e) => e.localName)))]"
        )
        assert set(found) <= {"img", "a", "details", "p", "title"}
        page.clock.run_for(60_000)
        assert page.url == address
        unharmed(page, other)
        assert [problem for problem in page.problems if "Content Security Policy" not in problem] == []


@pytest.fixture(scope="module")
def tried(browser):
    """A page for one visit after the other. Nothing comes by itself that the next would cut off."""
    with visit(browser, "about:blank") as page:
        page.add_init_script(DATA_SAVER)
        yield page


@pytest.mark.parametrize("address", ADDRESSES, ids=range(len(ADDRESSES)))
def test_an_address_that_is_hostile_runs_and_changes_nothing(tried, isolated, other, address):
    page = tried
    page.goto("about:blank")
    page.goto(isolated.url + PAGE + address.replace(OTHER, other.url))
    page.locator(".live-menu" if "#cell=" in address else ".live-run").first.wait_for(state="attached")
    assert page.locator(".cell[data-live], .cell[data-result], .live-editor, [data-edited]").count() == 0
    assert page.evaluate(f"localStorage.getItem('{DRAFTS}')") is None
    unharmed(page, other)
    assert page.problems == []


@pytest.mark.parametrize("name", STORED)
def test_a_draft_that_is_crafted_runs_nothing_and_hinders_no_other(tried, isolated, other, name):
    page = tried
    page.goto(isolated.url + "404.html")  # of the same store, without cells
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [DRAFTS, STORED[name]])
    page.goto(isolated.url + PAGE)
    page.evaluate(OPEN)
    page.locator(".live-menu" if STORED[name] else ".live-run").first.wait_for(state="attached")
    assert page.locator(".cell[data-live], .cell[data-result]").count() == 0
    own = cells(page).nth(2)
    write(own, KEPT)
    page.reload()
    expect(own.locator(".cm-content")).to_have_text(KEPT)
    unharmed(page, other)
    assert page.problems == []


FORGED = """
import js
from pyodide.ffi import to_js
def forge(**message):
    js.self.postMessage(to_js(message, dict_converter=js.Object.fromEntries))
hostile = '<img src=x onerror="hacked = 1"><script>hacked = 1</script>'
for kind in ("nothing", "begin", "ready", "progress", "clear", "answer", "update", "done", "done", "failed", "output", "__proto__"):
    forge(type=kind, number=hostile, status=hostile, ms=hostile, key=hostile, value=hostile, displayId=hostile, what=hostile,
          loaded=hostile, total=hostile, message=hostile, info=to_js({"torch": hostile}, dict_converter=js.Object.fromEntries),
          output=to_js({"output_type": "display_data", "data": {"text/html": hostile, "text/plain": hostile}, "metadata": {}},
                       dict_converter=js.Object.fromEntries))
js.self.postMessage(None)
js.self.postMessage("text")
print("over")
"""
FROM_OUTSIDE = """async () => {
    const forged = [null, "text", "activate", "keep the runtime", ...["start", "output", "done", "ready", "failed", "lost", "run"].map((type) =>
        ({ type, id: document.querySelector("[data-cell-id]").dataset.cellId, code: "1/0", message: "forged", status: "ok",
           output: { output_type: "display_data", data: { "text/html": "<script>hacked = 1</script>" } } }))];
    for (const message of forged) {
        window.postMessage(message, "*");
        dispatchEvent(new MessageEvent("message", { data: message, origin: "https://example.org" }));
        navigator.serviceWorker.controller?.postMessage(message);
    }
    for (const newValue of ["text", "{}", null])
        for (const key of [Object.keys(localStorage)[0] ?? "x", null]) dispatchEvent(new StorageEvent("storage", { key, newValue }));
    await new Promise((heard) => {
        addEventListener("message", ({ data }) => data === "the last" && heard());
        window.postMessage("the last", "*");
    });
}"""


def test_messages_that_are_forged_reach_nothing(browser, site, other):
    """By whoever has a handle on the page; and by a cell, in the name of the worker: it harms its own run at most."""
    with site.open() as server, visit(browser, server.url + "book/index.html") as page:
        kept(page)
        page.goto(server.url + PAGE)
        page.locator(".live-menu").first.wait_for(state="attached")
        page.evaluate(FROM_OUTSIDE)
        assert page.locator(".cell[data-live], .cell[data-result]").count() == 0
        assert page.locator(".live-word").inner_text() == ""
        cell = cells(page).first
        press(cell)
        done(cell)
        assert said(cell) == "책과 같습니다"
        run(page, FORGED)
        unharmed(page, other)
        choose(page.locator(".live-scratch"), "이 셀 지우기")
        page.locator(".live-bar").get_by_role("button", name="변수 비우기").click()
        press(cells(page).nth(1))
        done(cells(page).nth(1))
        assert said(cells(page).nth(1)) == "책과 같습니다"


def test_a_page_that_is_reloaded_while_python_comes_starts_anew(browser, site):
    (snapshot,) = site.folder.glob("live/packages/snapshot-*")
    with site.open(ISOLATED, late=(snapshot.name,)) as server, reader(browser, server) as page:
        for _ in range(2):
            press(cells(page).first)
            expect(page.locator(".live-load")).to_contain_text("내려받는 중")
            page.reload()
            page.locator(".live-menu").first.wait_for(state="attached")
            assert page.locator(".cell[data-live], .cell[data-result]").count() == 0
        server.painted.set()
        press(cells(page).first)
        done(cells(page).first)
        assert said(cells(page).first) == "책과 같습니다"


class Poor(Handler):
    """A poor line: `server.ways` says how the next answers to the snapshot go wrong; then all is well."""

    def do_GET(self):
        name = self.path.rsplit("/", 1)[-1]
        if name.startswith("worker.js"):  # its patience is shorter here: the test need not wait for what it would
            return self.give(
                200, b"const late = setTimeout; self.setTimeout = (f, ms) => late(f, ms > 10_000 ? 500 : ms);\n" + self.file()
            )
        if not name.startswith("snapshot") or not self.server.ways:
            return super().do_GET()
        way, data = self.server.ways[0], self.file()
        start = int(self.headers.get("Range", "bytes=0-").removeprefix("bytes=").rstrip("-"))
        half = data[start : start + (len(data) - start) // 2]
        if way in ("no range", "no end") and not start:
            self.give(200, half if way == "no range" else data, len(data) + 1)
            return self.server.over.wait(PATIENCE / 1000)  # until the page gives up, or the test is over
        self.server.ways.pop(0)
        if way == "no range":
            self.give(200, data)
        elif way == "no end":
            self.give(416 if start == len(data) else 206, data[start:])
        elif way == "error":
            self.give(500, b"<!doctype html>")
        else:
            self.give(206 if start else 200, half, len(data) - start)
            if way == "stall":
                self.server.over.wait(PATIENCE / 1000)

    def file(self):
        return self.find(self.path.partition("?")[0]).read_bytes()

    def give(self, status, data, promised=None):
        self.send_response(status)
        self.send_header("Content-Type", "text/javascript" if ".js" in self.path else "application/octet-stream")
        self.send_header("Content-Length", str(len(data) if promised is None else promised))
        for name, value in self.server.headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(data)
        self.close_connection = promised is not None


@contextmanager
def poor(site, *ways):
    with site.open(ISOLATED) as server:
        server.RequestHandlerClass, server.ways, server.over = Poor, [*ways], threading.Event()
        yield server
        server.over.set()


@pytest.mark.parametrize(
    "ways",
    [("cut", "cut"), ("stall", "cut"), ("no range",), ("no end",), ("error", "cut", "error")],
    ids=" then ".join,
)
def test_a_poor_line_brings_python_in_the_end(browser, site, ways):
    with poor(site, *ways) as server, reader(browser, server) as page:
        cell = cells(page).first
        press(cell)
        done(cell)
        assert said(cell) == "책과 같습니다"
        assert server.ways == []


def test_a_page_that_is_gone_back_to_has_its_kernel_still(browser, isolated):
    """Playwright tells its Chromium to keep no page that was left, as readers' own does (back-forward cache). It lets go of one that a
    service worker takes over, as in a first visit."""
    remembering = browser.browser_type.launch(
        executable_path=chromium(), args=["--no-sandbox"], ignore_default_args=["--disable-back-forward-cache"]
    )
    with visit(remembering, isolated.url + PAGE, service_workers="block") as page:
        cell = cells(page).first
        press(cell)
        done(cell)
        write(cells(page).nth(2), KEPT)
        page.evaluate("() => { window.left = true; }")
        page.goto(isolated.url + "book/index.html")
        assert page.evaluate("window.left") is None
        page.go_back(wait_until="commit")  # nothing is loaded
        assert page.evaluate("window.left") is True
        assert said(cell) == "책과 같습니다"
        expect(cells(page).nth(2).locator(".cm-content")).to_have_text(KEPT)
        press(cells(page).nth(1))
        done(cells(page).nth(1))
        assert said(cells(page).nth(1)) == "책과 같습니다"
        assert page.problems == []
    remembering.close()


PLAIN = "http://book.example"  # no browser takes this for safe


def test_a_plain_http_address_runs_the_cells(browser, site):
    """There a page has no service worker, no shared memory, no clipboard and no checksums."""
    with site.open(ISOLATED) as server, visit(browser, "about:blank") as page:

        def give(route):
            answer = route.fetch(url=route.request.url.replace(PLAIN, server.origin))
            route.fulfill(response=answer)

        page.context.route(f"{PLAIN}/**", give)
        page.goto(f"{PLAIN}{BASE}{PAGE}")
        assert page.evaluate("[isSecureContext, crossOriginIsolated, 'serviceWorker' in navigator]") == [False, False, False]
        cell = cells(page).first
        press(cell)
        done(cell)
        assert said(cell) == "책과 같습니다"
        write(cells(page).nth(2), KEPT)
        choose(cells(page).nth(2), "코드 복사")
        expect(page.locator(".live-word")).to_contain_text("복사하지 못했습니다")
        page.reload()
        expect(cells(page).nth(2).locator(".cm-content")).to_have_text(KEPT)


def test_without_scripts_code_and_output_are_read_and_nothing_can_be_pressed(browser, server):
    with visit(browser, server.url + PAGE, java_script_enabled=False) as page:
        assert page.locator(".cell_input pre").first.is_visible()
        assert page.locator(".cell_output").locator("visible=true").count()  # others wait for a prediction, unfolded by hand
        assert page.locator("[class^=live-]").count() == 0


@pytest.mark.parametrize("media", [{"media": "print"}, {"forced_colors": "active"}], ids=["on paper", "forced colours"])
def test_what_was_run_is_seen(browser, isolated, media):
    """On paper the code and what it printed, no buttons; in the reader's own colours a border where a ground sets apart."""
    with reader(browser, isolated) as page:
        cell = run(page, "print('seen')")
        page.emulate_media(**media)
        assert "seen" in printed(cell) and cell.locator(".cm-content").is_visible()
        if "media" in media:
            assert page.locator(".live-strip, .live-bar").locator("visible=true").count() == 0
        else:
            assert cell.locator(".cell_input").evaluate("(code) => getComputedStyle(code).borderTopStyle") == "solid"
            assert cell.locator(".live-run").is_visible()
