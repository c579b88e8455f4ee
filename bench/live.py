"""Live cells in Chromium: from the click to the first output, cold, warm and on a page open for five seconds; what a later cell
costs above its own computing; the first figure; bytes. Medians, beside the marks of the project. Then a weak phone (weak.py).

    make bench BENCH=live                                   builds the site, or takes the one in SITE_DIR
    BEFORE=other/_build/html make bench BENCH=live          the weak phone also with the site of another commit, in turns
"""

import os
import re
import statistics
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import sync_playwright

from bench import weak
from bench.press import BETWEEN, CHAPTER, EMPTY, FIGURE, FIRST, press
from book.tools.browser import ISOLATED, Site, build, chromium

ROUNDS = 5

PRESSES = 20
AFTERWARDS = "stdlib|numpy|gradbook|library_part|matplotlib"  # fetched ahead of other cells, while nothing runs


def main():
    with TemporaryDirectory() as folder:
        site = Site(os.environ.get("SITE_DIR") or build(Path(folder)))
        with site.open(ISOLATED) as server, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
            measure(server, browser)
            browser.close()
        before = os.environ.get("BEFORE")
        weak.measure({**({"before": Site(before)} if before else {}), "now": site})


def measure(server, browser):
    cold, warm, idle, figures, ahead, later = [], [], [], [], [], []
    for _ in range(ROUNDS):
        context = browser.new_context()
        began = len(server.log)
        cold.append(first_output(context, server)[0])
        fetched = sizes(server.log[began:])
        first_output(context, server, then=other_cells)  # its figure fills the browser's cache
        took, (figure, empty) = first_output(context, server, then=other_cells)
        warm.append(took)
        figures.append(figure)
        later += empty
        took, figure = first_output(context, server, wait=5, then=figure_after_reading)
        idle.append(took)
        ahead.append(figure)
        context.close()
    report("click to first output, cold", cold, "2.0")
    report("click to first output, warm", warm, "1.2")
    report("click to first output, page open for 5 s", idle, "0.1")
    report("first figure, warm, Python running", figures, "1.5")
    report("first figure, warm, five seconds after the first cell", ahead, "1.5")
    report("a later cell that computes nothing", later, "0.010")
    print(f"bytes of the live cells until the first output: {sum(fetched.values()) / 1e6:.2f} MB (mark: 7.0)")
    for name, sent in sorted(fetched.items(), key=lambda each: -each[1]):
        print(f"  {sent / 1e6:6.3f} MB {name}")


def sizes(log):
    """{a file of the live cells, without the hash in its name: bytes sent}; what comes once the first cell has run is left out."""
    fetched = {}
    for path, _, sent in log:
        if "/live/" in path and not re.search(AFTERWARDS, path):
            name = re.sub(r"-\w{8,12}(?=\.)", "", path.rsplit("/", 1)[-1])
            fetched[name] = fetched.get(name, 0) + sent
    return fetched


def first_output(context, server, wait=0, then=None):
    """Seconds from the press to the first output, on a page of its own; and what `then` measures on that page."""
    page = context.new_page()
    if not wait:  # only the press starts the worker
        page.add_init_script("Object.defineProperty(navigator, 'connection', { value: { effectiveType: '3g' } })")
    page.goto(server.url + CHAPTER, wait_until="load")
    page.locator(".live-run").first.wait_for()
    time.sleep(wait)
    took = press(page, FIRST)
    others = then(page) if then else None
    page.close()
    return took, others


def other_cells(page):
    """The first figure, and a cell that computes nothing, many times."""
    figure = press(page, FIGURE)
    press(page, BETWEEN)
    press(page, EMPTY)
    return figure, [press(page, EMPTY) for _ in range(PRESSES)]


def figure_after_reading(page):
    """The first figure of a reader who has read on meanwhile."""
    time.sleep(5)
    return press(page, FIGURE)


def report(name, seconds, mark):
    print(f"{name}: {statistics.median(seconds):.3f} s (mark: {mark}; {min(seconds):.3f}–{max(seconds):.3f})")


if __name__ == "__main__":
    main()
