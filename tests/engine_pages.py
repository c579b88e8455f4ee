"""What the tests in Firefox and WebKit do on a page of the book: press, write, look. Chromium's ways are test_live_ui.py's."""

import json

import pytest

from book.tools.live_cells import runnable
from browser import ROOT, STORE
from engines import CONTROL, ENGINES
from test_offline import build, rewrite
from test_predictions import PAGE as ASKING

PAGE = "notebooks/01-requires-grad"
CODE = runnable(json.loads((ROOT / f"{PAGE}.ipynb").read_text(encoding="utf-8")))
FIRST, SECOND, THIRD = (f'[data-cell-id="{cell["id"]}"]' for cell in CODE[:3])
DONE = "(cell) => document.querySelector(cell).dataset.result && !document.querySelector(cell).dataset.live"
TEXT = "(place) => document.querySelector(place).textContent"


@pytest.fixture(scope="session", params=ENGINES)
def engine(request):
    """One browser for all tests: each has the site at an address of its own, where nothing is kept yet."""
    with ENGINES[request.param]() as running:
        yield running


def lighten(folder, *needed):
    """Lets the service worker of a copied book keep few files, three pages and what begins so: what it does with them it does with
    all, and a browser on a busy machine is minutes over all."""
    whole = build(folder)
    names = ("book/index.html", f"{PAGE}.html", f"{ASKING}.html", *needed)
    few = {**whole, "files": {name: checksum for name, checksum in whole["files"].items() if name.startswith(names)}}
    old, new = (json.dumps(each, ensure_ascii=False) for each in (whole, few))
    rewrite(folder / "sw.js", lambda worker: worker.replace(old, new))


def run(engine, cell):
    """Presses the cell's 실행; → what the page says of it."""
    engine.click(f"{cell} .live-run")
    engine.wait_for_function(DONE, cell)
    return engine.evaluate(TEXT, f"{cell} .live-state")


def write(engine, cell, code):
    engine.click(f"{cell} .live-edit")
    engine.wait_for_function("(cell) => document.activeElement.matches(`${cell} .cm-content`)", cell)
    engine.press(CONTROL, "a")
    engine.write(code)


def see(engine, place, words):
    """Waits until these words are in that place."""
    engine.wait_for_function("(place, words) => document.querySelector(place)?.textContent.includes(words)", place, words)


def own_cells(engine, server, *codes):
    """Opens the page with cells of the reader's, which an earlier visit has left among what is no draft; → their selectors."""
    names = [f"s{place}" for place in range(len(codes))]
    above = [CODE[0]["id"], *names]
    added = [{"id": name, "after": after, "code": code} for name, after, code in zip(names, above, codes)]
    kept = {"cells": {"x": None}, "scratch": [None, {"id": 1}, *added]}
    engine.open(f"{server.url}404.html")
    engine.evaluate("(name, kept) => { localStorage[name] = kept; }", f"{STORE}live:{PAGE}", json.dumps(kept))
    engine.open(f"{server.url}{PAGE}.html")
    # What is below them moves as they come.
    engine.wait_for_function("(many) => document.querySelectorAll('.live-scratch .cm-content').length === many", len(codes))
    return [f"[data-cell-id={name}]" for name in names]
