"""Faults that were found once, by hand, in Firefox and WebKit too: each mended one stays so there. Those of the worker alone:
test_live_engines_kernel.py."""

import pytest

from browser import BASE, ISOLATED, PAINTED, Handler
from engine_pages import DONE, FIRST, PAGE, TEXT, THIRD, lighten, own_cells, run, see, write
from engines import CONTROL, END, ENTER, LINUX, SIZE
from test_live_ui import LONG
from test_live_worker import flipped, wrong
from test_offline import copy, kept, publish_another, wait_for_next
from test_predictions import FIRST as QUESTION
from test_predictions import PAGE as ASKING
from test_storage import two

__all__ = ["copy", "two"]
pytestmark = [LINUX, pytest.mark.long]
RESULT = "(cell) => document.querySelector(cell).dataset.result ?? null"


@pytest.fixture
def light(copy):
    lighten(copy.folder)
    return copy


def test_a_new_edition_takes_over_at_an_address_with_a_fragment(engine, light):
    with light.open() as server:
        engine.open(f"{server.url}book/index.html")
        kept(engine)
        publish_another(light.folder)
        wait_for_next(engine)
        engine.leave(f"{server.url}{PAGE}.html#exercises")
        engine.arrive("document.querySelector('#build-2')")
        assert engine.evaluate("location.hash") == "#exercises"


def test_wrong_files_of_the_runtime_are_fetched_anew(engine, site):
    """Flipped, cut short, and a page in their place: the first three answers."""
    bends = iter([flipped, lambda data: data[:-1000], lambda data: b"<!doctype html>"])
    with wrong(site, ("pyodide.asm", "snapshot"), 3, lambda data: next(bends)(data)) as server:
        engine.open(f"{server.url}{PAGE}.html")
        assert run(engine, FIRST) == "책과 같습니다"
        assert server.wrong == 0


@pytest.mark.parametrize("worker", [True, False], ids=["", "no service worker"])
def test_a_wrong_file_of_the_runtime_is_not_kept(engine, light, worker):
    (snapshot,) = light.folder.glob("live/packages/snapshot-*")
    data = snapshot.read_bytes()
    snapshot.unlink()
    snapshot.write_bytes(b"<!doctype html>")
    if not worker:
        (light.folder / "sw.js").unlink()
    with light.open() as server:
        engine.open(f"{server.url}{PAGE}.html")
        if worker:
            kept(engine)
            engine.reload()
        engine.click(f"{FIRST} .live-run")
        see(engine, ".live-word", "이 책의 것이 아니거나")
        snapshot.write_bytes(data)
        engine.click(".live-word button")
        see(engine, ".live-engine", "준비됨")
        assert run(engine, FIRST) == "책과 같습니다"


def test_of_a_long_output_the_beginning_is_drawn_and_the_rest_offered(engine, site):
    """Drawn as a whole, and a line counted letter by letter, each of these takes longer than the driver waits."""
    with site.open(ISOLATED) as server:
        for cell, (code, begins) in zip(own_cells(engine, server, *LONG), LONG.items()):
            run(engine, cell)
            drawn = engine.evaluate(TEXT, f"{cell} .cell_output pre")
            assert begins in drawn and len(drawn) <= 20_000, code
            if "end=''" in code:
                continue
            see(engine, f"{cell} .live-rest", "남은 글자")
            engine.click(f"{cell} .live-rest button")
            assert len(engine.evaluate(TEXT, f"{cell} .cell_output pre")) > len(drawn), code


def names(engine):
    """The sites' paths under which this origin keeps something."""
    kept = engine.evaluate(
        "caches.keys().then((caches) => [...caches, ...Object.keys(localStorage), ...Object.keys(sessionStorage)])"
    )
    return {name.partition(":")[0] for name in kept}


def test_two_books_on_one_origin_mix_nothing(engine, two):
    """Nor do they touch what another site there keeps, and the pages below them are given as their server gives them."""
    first, second = f"{two.url}first/", f"{two.url}second/"
    for name in ("first", "second"):
        lighten(two.folder / name)
    below = two.folder / "first/another/page.html"
    below.parent.mkdir()
    below.write_text("<!doctype html><title>-</title>", encoding="utf-8")
    engine.open(f"{first}another/page.html")
    engine.evaluate(
        "(async () => { for (const name of ['book-1', 'runtime']) await (await caches.open(name)).put('/x', new Response('')); })()"
    )
    edited = "document.querySelectorAll('[data-edited]').length"
    for book, number in ((first, "1"), (second, "2")):
        engine.open(f"{book}{ASKING}.html")
        engine.click(f"[data-cell-id={QUESTION}] form.guess button")
        engine.open(f"{book}{PAGE}.html")
        engine.wait_for_function("document.querySelector('.live-bar')")
        assert (engine.evaluate(edited), engine.evaluate("document.documentElement.dataset.theme")) == (0, "light"), book
        engine.click("#theme-toggle")
        write(engine, THIRD, number)
        kept(engine)
    for book, number in ((first, "1"), (second, "2")):
        engine.open(f"{book}{PAGE}.html")
        see(engine, f"{THIRD} .cm-content", number)
        assert engine.evaluate("document.documentElement.dataset.theme") == "dark"
    assert names(engine) == {f"{BASE}first/", f"{BASE}second/", "book-1", "runtime"}
    assert engine.evaluate(
        "Promise.all(['book-1', 'runtime'].map((name) => caches.open(name).then((cache) => cache.match('/x')).then(Boolean)))"
    ) == [True, True]
    engine.open(f"{first}another/page.html")
    assert not engine.evaluate("crossOriginIsolated")


class Refusing(Handler):
    """Gives nothing whose name begins with `server.refused`."""

    def do_GET(self):
        if self.path.rsplit("/", 1)[-1].startswith(self.server.refused):
            self.send_error(503)
        else:
            super().do_GET()


def test_a_package_that_cannot_be_had_is_told_before_and_in_the_error(engine, site):
    with site.open(ISOLATED) as server:
        server.RequestHandlerClass, server.refused = Refusing, ("matplotlib",)
        (cell,) = own_cells(engine, server, "print('before')\nimport matplotlib.pyplot")
        assert run(engine, cell) == "오류가 났습니다"
        note, told = (engine.evaluate(TEXT, f"{cell} .cell_output {part}") for part in (".live-note", ".traceback"))
        assert "내려받지 못했습니다" in note and "내려받지 못했습니다" in told
        assert "JsException" not in told and "packages.py" not in told
        assert "before" in engine.evaluate(TEXT, f"{cell} .cell_output")
        server.refused = ("nothing",)
        assert run(engine, cell) == "실행했습니다"


def test_a_press_shows_at_once_and_a_double_click_is_one_press(engine, site):
    (page,) = site.folder.glob("live/*/page-*.js")
    with site.open(ISOLATED, late=(page.name,)) as server:
        engine.open(f"{server.url}{PAGE}.html")
        engine.click(f"{FIRST} .live-run", times=2)
        see(engine, f"{FIRST} .live-state", "여는 중")
        engine.click(f"{FIRST} .live-run")
        engine.evaluate(f"() => {{ fetch('{PAINTED}') }}")
        engine.wait_for_function(DONE, FIRST)
        assert engine.evaluate(TEXT, f"{FIRST} .live-state") == "책과 같습니다"


ASKING_AROUND = """
import js
from pyodide.code import run_js
async def asked(address):
    try:
        return (await js.fetch(address)).status
    except Exception:
        return "no answer"
async def imported(address):
    try:
        return await run_js(f"import('{{address}}').then(() => 'imported')")
    except Exception:
        return "refused"
print(await asked("{own}"), await asked("{other}"), await imported("data:text/javascript,1"))
"""
SUBMIT = """(action) => new Promise((refused) => {
    addEventListener("securitypolicyviolation", ({ effectiveDirective }) => refused(effectiveDirective));
    const form = Object.assign(document.createElement("form"), { action });
    document.body.append(form);
    form.requestSubmit();
})"""


def test_a_cell_reaches_its_own_site_alone_and_no_form_leaves_it(engine, site):
    """The other host would answer anybody. The cell is one that a draft kept, among drafts that are none."""
    with site.open() as server, site.open({"Access-Control-Allow-Origin": "*"}) as other:
        own, others = f"{server.url}index.html", f"{other.url}index.html"
        (cell,) = own_cells(engine, server, ASKING_AROUND.format(own=own, other=others))
        run(engine, cell)
        assert engine.evaluate(TEXT, f"{cell} .cell_output").strip() == "200 no answer refused"
        assert engine.evaluate(SUBMIT, others) == "form-action"
        assert other.log == []


def test_a_page_that_was_replaced_in_the_cache_is_not_given(engine, light):
    with light.open() as server:
        engine.open(f"{server.url}{PAGE}.html")
        kept(engine)
        engine.evaluate(
            """async (address) => {
                const name = (await caches.keys()).find((name) => name.startsWith("/book/:book-"));
                const other = new Response("<!doctype html><title>another</title>", { headers: { "Content-Type": "text/html" } });
                await (await caches.open(name)).put(address, other);
            }""",
            f"{server.url}{PAGE}.html",
        )
        engine.reload()
        assert engine.evaluate("() => document.title").startswith("1. ")


# Whether something covers the line that is typed, and how much of the window the head and the bar take.
IN_SIGHT = """() => {
    const line = [...document.querySelectorAll(".cm-line")].at(-1).getBoundingClientRect();
    const seen = document.elementFromPoint(line.x + 5, line.y + line.height / 2)?.closest(".cm-editor");
    const boxes = [...document.querySelectorAll(".top, .live-bar")].map((part) => part.getBoundingClientRect());
    const shown = boxes.filter(({ bottom, top }) => bottom > 0 && top < innerHeight);
    return seen && shown.reduce((sum, { height }) => sum + height, 0) <= innerHeight / 4;
}"""


@pytest.mark.parametrize("engine", ["webkit"], indirect=True)
def test_the_line_that_is_typed_is_seen_where_little_height_is_left(engine, site):
    """WebKitGTK's window stays some 450 pixels wide; it is the height that is little. A headless Firefox never has the keyboard
    (document.hasFocus()), by which the page knows that it is typed into."""
    with site.open() as server:
        engine.open(f"{server.url}{PAGE}.html")
        run(engine, FIRST)  # from now on the bar stands at the window's foot; nothing moves any more what is written below
        write(engine, THIRD, "")
        try:
            for size in ((320, 225), (390, 420)):
                engine.resize(*size)
                for _ in range(12):
                    engine.press(ENTER)
                engine.write("typed = 1")
                engine.press(CONTROL, END)
                engine.wait_for_function(IN_SIGHT)
        finally:
            engine.resize(*SIZE)


def test_a_browser_without_webassembly_is_told_so(engine, site):
    with wrong(site, "worker", 1_000, lambda data: b"delete self.WebAssembly;\n" + data) as server:
        engine.open(f"{server.url}{PAGE}.html")
        engine.evaluate("() => { delete window.WebAssembly; }")
        engine.click(f"{FIRST} .live-run")
        see(engine, ".live-word", "이 브라우저에서 실행 엔진을 켜지 못했습니다")


# Another page of this origin, as another tab is one.
OTHER_TAB = """(code) => {
    const other = document.createElement("iframe");
    document.body.append(other);
    const store = other.contentWindow.localStorage;
    const { site, docname } = document.documentElement.dataset;
    const kept = JSON.parse(store.getItem(`${site}live:${docname}`));
    for (const draft of Object.values(kept.cells)) draft.code = code;
    store.setItem(`${site}live:${docname}`, JSON.stringify(kept));
    other.remove();
}"""
FULL = """() => {
    window.set = Storage.prototype.setItem;
    Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError"); };
}"""


def test_what_is_said_of_a_cell_is_true_and_stays(engine, site):
    """Of a run whose code was taken back; of a cell that another tab edits; of a store that is full."""
    with site.open(ISOLATED) as server:
        engine.open(f"{server.url}{PAGE}.html")
        run(engine, THIRD)
        book = engine.evaluate(TEXT, f"{THIRD} .cell_output").split()
        write(engine, THIRD, "while True: pass")
        engine.press(CONTROL, ENTER)
        see(engine, f"{THIRD} .live-state", "실행 중")
        engine.click(f"{THIRD} .live-menu summary")
        engine.click(f"{THIRD} .live-menu li:nth-last-child(2) button")
        engine.click(".live-bar [data-act=stop]")
        engine.wait_for_function("(cell) => !document.querySelector(cell).dataset.live", THIRD)
        assert engine.evaluate(TEXT, f"{THIRD} .live-state") == ""
        assert engine.evaluate(RESULT, THIRD) is None
        assert engine.evaluate(TEXT, f"{THIRD} .cell_output").split() == book

        write(engine, THIRD, "1")
        engine.evaluate(OTHER_TAB, "2")
        see(engine, f"{THIRD} .live-offer ins", "2")
        engine.click(f"{THIRD} .live-offer button")
        see(engine, f"{THIRD} .cm-content", "2")

        engine.evaluate(FULL)
        write(engine, THIRD, "3")
        see(engine, ".live-unkept", "저장하지 못했습니다")
        engine.press(CONTROL, ENTER)
        engine.wait_for_function(DONE, THIRD)
        assert "저장하지 못했습니다" in engine.evaluate(TEXT, ".live-unkept")
        engine.evaluate("() => { Storage.prototype.setItem = set; }")
        engine.write("4")
        engine.wait_for_function("document.querySelector('.live-unkept').textContent === ''")
