"""Firefox and WebKit run every cell as the book has it and do what a reader does most. Everything else is proven in Chromium alone.

Each test has the site at an address of its own, where nothing is kept yet; the browser is one for all of them.
"""

import json
import os
import shutil
import sys

import pytest

from book.tools.live_cells import ISOLATED, RECORD, difference, runnable
from browser import ROOT, STORE, Site, visit
from engines import CONTROL, ENGINES, ENTER, HOME, RIGHT
from test_live_pages import notebooks
from test_offline import KEPT, build
from test_predictions import FIRST as QUESTION
from test_predictions import PAGE as ASKING
from test_predictions import SPEC

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="WebKitGTK and its driver are Linux's")

PAGE = "notebooks/01-requires-grad"
CODE = runnable(json.loads((ROOT / f"{PAGE}.ipynb").read_text(encoding="utf-8")))
FIRST, SECOND, THIRD = (f'[data-cell-id="{cell["id"]}"]' for cell in CODE[:3])
OPEN = """() => {
    for (const folded of document.querySelectorAll("main details")) folded.open = true;
    for (const away of document.querySelectorAll("section.self-test [hidden]")) away.hidden = false;
}"""
# Presses 실행 once; what the run sent, and what the page says of it.
PRESS = """async (name) => {
    const cell = document.querySelector(`[data-cell-id="${name}"]`);
    recorded.length = 0;
    cell.querySelector(".live-run").click();
    while (!cell.dataset.result) await new Promise((again) => setTimeout(again, 5));
    return [recorded, cell.dataset.result];
}"""
DONE = "(cell) => document.querySelector(cell).dataset.result && !document.querySelector(cell).dataset.live"
TEXT = "(place) => document.querySelector(place).textContent"


@pytest.fixture(scope="module", params=ENGINES)
def engine(request):
    with ENGINES[request.param]() as running:
        yield running


@pytest.fixture
def copy(site, tmp_path):
    """A site of the test's own, to change: hard links to the built one, but for what is rewritten."""
    shutil.copytree(site.folder, tmp_path / "site", copy_function=os.link)
    return Site(tmp_path / "site")


def run(engine, cell):
    """Presses the cell's 실행; → what the page says of it."""
    engine.click(f"{cell} .live-run")
    engine.until(DONE, cell)
    return engine.evaluate(TEXT, f"{cell} .live-state")


def write(engine, cell, code):
    engine.click(f"{cell} .live-edit")
    engine.until("(cell) => document.activeElement.matches(`${cell} .cm-content`)", cell)
    engine.press(CONTROL, "a")
    engine.write(code)


def see(engine, place, words):
    """Waits until these words are in that place."""
    engine.until("(place, words) => document.querySelector(place)?.textContent.includes(words)", place, words)


def own_cell(engine, server, code):
    """Opens the page with a cell of the reader's, which an earlier visit has left."""
    kept = {"cells": {"x": None}, "scratch": [None, {"id": 1}, {"id": "s", "after": CODE[0]["id"], "code": code}]}
    engine.open(f"{server.url}404.html")
    engine.evaluate("(name, kept) => { localStorage[name] = kept; }", f"{STORE}live:{PAGE}", json.dumps(kept))
    engine.open(f"{server.url}{PAGE}.html")
    engine.until("() => document.querySelector('.live-scratch .cm-content')")  # what is below it moves as it comes
    return ".live-scratch"


def test_every_cell_prints_what_real_torch_printed(engine, site, browser):
    """As tests/test_live_pages.py asks of Chromium, whose pictures the figures are compared by here too."""
    wrong, total = [], 0
    with site.open(ISOLATED) as server, visit(browser, "about:blank") as studio:
        for page, notebook in notebooks(site):
            engine.open(server.url + page)
            engine.until("() => document.querySelector('.live-run')")
            engine.evaluate(f"() => {{ {RECORD} }}")
            engine.evaluate(OPEN)
            for cell in runnable(notebook):
                sent, said = engine.evaluate(PRESS, cell["id"])
                outputs = [message["output"] for message in sent if message["type"] == "output"]
                begun = [message["type"] for message in sent].count("begin")
                found = difference(studio, cell["outputs"], outputs)
                total += 1
                if found or said != "same" or begun != 1:
                    wrong.append(f"{page} cell {cell['id']}: {said}, {begun} cells ran\n{found or ''}")
    print(f"\n{engine}: {total} cells, {total - len(wrong)} equal")
    assert total, "no page has a cell to run"
    assert not wrong, "\n\n".join(wrong)


def test_a_cell_is_run_edited_stopped_and_found_again(engine, site):
    with site.open(ISOLATED) as server:
        engine.open(f"{server.url}{PAGE}.html")
        assert run(engine, SECOND) == "책과 같습니다"
        assert engine.evaluate("(cell) => document.querySelector(cell).dataset.result", FIRST) == "same"
        write(engine, THIRD, "kept = 41")
        engine.press(CONTROL, ENTER)
        engine.until(DONE, THIRD)
        write(engine, THIRD, "while True: pass")
        engine.press(CONTROL, ENTER)  # with the mouse, two presses in a moment were a double click: that is one press
        see(engine, f"{THIRD} .live-state", "실행 중")
        assert run(engine, THIRD) == "멈췄습니다 · 변수는 그대로입니다"
        write(engine, THIRD, "print(kept + 1)")
        engine.press(CONTROL, ENTER)
        see(engine, f"{THIRD} .live-diff ins", "42")
        names = engine.evaluate("() => [...Object.keys(localStorage), ...Object.keys(sessionStorage)]")
        assert names and all(name.startswith(STORE) for name in names), names
        engine.reload()
        see(engine, f"{THIRD} .cm-content", "print(kept + 1)")


def test_a_cell_runs_without_a_network(engine, site):
    with site.open() as server:
        engine.open(f"{server.url}{PAGE}.html")
        engine.evaluate(f"() => {KEPT}")
        engine.reload()
        assert run(engine, FIRST) == "책과 같습니다"
        engine.until(
            """async (n) => (await (await caches.open("/book/:runtime")).keys()).length === n""", len(build(site.folder)["later"])
        )
        names = engine.evaluate("() => caches.keys()")
        assert all(name.startswith(STORE) for name in names), names
    engine.open(f"{server.url}{PAGE}.html")
    assert engine.evaluate("() => crossOriginIsolated")
    assert run(engine, FIRST) == "책과 같습니다"
    engine.open(f"{server.url}lite/notebooks/index.html?path={PAGE}.ipynb")
    see(engine, "h1", "지금은 이 쪽을 열 수 없습니다")


def test_an_output_waits_for_a_prediction(engine, server):
    shown = "(cell) => document.querySelector(`${cell} .cell_output`).checkVisibility()"
    question = f"[data-cell-id={QUESTION}]"
    engine.open(f"{server.url}{ASKING}.html")
    assert not engine.evaluate(shown, question)
    right = list(SPEC["choices"]).index(SPEC["answer"]) + 1
    engine.click(f"{question} form.guess button:nth-of-type({right})")
    see(engine, f"{question} [role=status]", "예상대로입니다")
    assert engine.evaluate(shown, question)


def test_backward_is_walked_step_by_step(engine, server):
    figure = "[data-cell-id=steps-figure] figure.moving.ready"
    engine.open(f"{server.url}notebooks/02-chain-rule.html")
    engine.click(f"{figure} input")
    engine.press(HOME)
    see(engine, f"{figure} figcaption", "순전파를 시작합니다")
    engine.press(RIGHT)
    see(engine, f"{figure} figcaption", "순전파: 거듭제곱(PowBackward0)")
    back, on = (f"{figure} .moving-steps button:nth-of-type({place})" for place in (1, 2))
    for _ in range(3):
        engine.click(on)
    see(engine, f"{figure} figcaption", "역전파: 곱하기(MulBackward0). 1 × 국소 도함수 10 = 10")
    engine.click(back)
    see(engine, f"{figure} figcaption", "역전파는 맨 끝의 기울기 1에서 출발합니다.")


ASKING_AROUND = """
import js
async def asked(address):
    try:
        return (await js.fetch(address)).status
    except Exception:
        return "no answer"
print(await asked("{own}"), await asked("{other}"), [name for name in ("caches", "indexedDB", "Worker") if hasattr(js, name)])
"""


def test_a_cell_reaches_its_own_site_alone_and_nothing_that_outlives_it(engine, site):
    """The other host would answer anybody. The cell is one that a draft kept, among drafts that are none."""
    with site.open() as server, site.open({"Access-Control-Allow-Origin": "*"}) as other:
        own, others = f"{server.url}index.html", f"{other.url}index.html"
        cell = own_cell(engine, server, ASKING_AROUND.format(own=own, other=others))
        run(engine, cell)
        assert engine.evaluate(TEXT, f"{cell} .cell_output").strip() == "200 no answer []"
        assert other.log == []


# Counts how long the page answers nobody.
WATCH = """() => {
    let last = performance.now();
    window.longest = 0;
    setInterval(() => {
        const now = performance.now();
        longest = Math.max(longest, now - last);
        last = now;
    }, 10);
}"""


def test_a_long_output_leaves_the_page_answering(engine, site):
    """Drawn as a whole, and its line counted letter by letter, this one took Firefox 7 seconds and WebKit 28."""
    with site.open() as server:
        cell = own_cell(engine, server, "print('x' * 200_000)")
        assert run(engine, FIRST) == "책과 같습니다"
        engine.evaluate(WATCH)
        run(engine, cell)
        see(engine, f"{cell} .live-rest", "남은 글자")
        assert engine.evaluate("() => longest") < 2_000


def test_a_page_that_was_replaced_in_the_cache_is_not_given(engine, site):
    with site.open() as server:
        engine.open(f"{server.url}{PAGE}.html")
        engine.evaluate(f"() => {KEPT}")
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


def test_a_wrong_file_of_the_runtime_is_not_kept(engine, copy):
    (snapshot,) = copy.folder.glob("live/packages/snapshot-*")
    data = snapshot.read_bytes()
    snapshot.unlink()
    snapshot.write_bytes(b"<!doctype html>")
    with copy.open() as server:
        engine.open(f"{server.url}{PAGE}.html")
        engine.evaluate(f"() => {KEPT}")
        engine.reload()
        engine.click(f"{FIRST} .live-run")
        see(engine, ".live-word", "이 책의 것이 아니거나")
        snapshot.write_bytes(data)
        assert run(engine, FIRST) == "책과 같습니다"
