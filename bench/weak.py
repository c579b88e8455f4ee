"""A weak phone on a slow line beside a fast machine: what a reader feels there, in Chromium.

While Python starts and cells run, three programs a core never rest, so that page and worker get a quarter of it (Chromium's own
throttle reaches the page's main thread only: by it keys and scrolling are measured). The line gives 10 Mbit/s to all together.
"""

import os
import statistics
import subprocess
import sys
import threading
import time
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import sync_playwright

from bench.live import FIGURE, FIRST, press
from book.tools.browser import PATIENCE, Handler, Site, build, chromium
from book.tools.live_cells import ISOLATED

CHAPTER = "notebooks/01-requires-grad.html"
ROUNDS = 3
LINE = 10e6 / 8  # bytes a second
PIECE = 16_384
SLOWER = 4  # times
TEXT = "gradient = x.grad * 2 + offset"
ENDLESS = "while True:\n    pass"
# How long the browser took from each key to the picture that shows it; it rounds to 8 ms, and leaves out what took less than 16.
KEYS = """() => { window.keys = []; new PerformanceObserver((list) => {
    for (const { name, duration } of list.getEntries()) if (name === 'keydown') keys.push(duration);
}).observe({ type: 'event', durationThreshold: 16 }); }"""
# The longest time between two pictures while the page is scrolled.
FRAMES = """() => { window.longest = 0; let before = performance.now();
    const frame = (now) => { longest = Math.max(longest, now - before); before = now; requestAnimationFrame(frame); };
    requestAnimationFrame(frame); }"""
MEMORY = "performance.measureUserAgentSpecificMemory().then(({ bytes }) => bytes)"
RUN_ALL = """async () => {
    const cells = [...document.querySelectorAll('div.cell[data-cell-id]')].filter((cell) => cell.querySelector('.live-run'));
    for (const cell of cells) {
        delete cell.dataset.result;
        cell.querySelector('.live-run').click();
        while (!cell.dataset.result) await new Promise((done) => setTimeout(done, 20));
    }
    return cells.map((cell) => cell.dataset.result);
}"""


class Line:
    """What all connections share."""

    def __init__(self):
        self.lock, self.free = threading.Lock(), 0.0

    def wait(self, size):
        with self.lock:
            now = time.monotonic()
            self.free = max(now, self.free) + size / LINE
            rest = self.free - now
        time.sleep(rest)


class SlowHandler(Handler):
    line = Line()

    def setup(self):
        super().setup()
        send = self.wfile.write

        def write(data):
            for at in range(0, len(data), PIECE):
                self.line.wait(len(data[at : at + PIECE]))
                send(data[at : at + PIECE])

        self.wfile.write = write


@contextmanager
def crowded(programs):
    """So many programs beside the browser that never rest."""
    busy = [subprocess.Popen([sys.executable, "-c", ENDLESS]) for _ in range(programs)]
    try:
        yield
    finally:
        for program in busy:
            program.kill()
            program.wait()


def main():
    with TemporaryDirectory() as folder:
        site = Site(build(Path(folder)))
        with site.open(ISOLATED) as server:
            measure("a fast machine", server)
            server.RequestHandlerClass = SlowHandler
            measure("a weak phone on a slow line", server, SLOWER)


def measure(name, server, slower=1):
    firsts, figures = [], []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        with crowded((slower - 1) * os.cpu_count()):
            for _ in range(ROUNDS):
                page = browser.new_context().new_page()
                page.set_default_timeout(PATIENCE)
                page.goto(server.url + CHAPTER, wait_until="load")
                page.locator(".live-run").first.wait_for()
                firsts.append(press(page, FIRST))
                figures.append(press(page, FIGURE))
            began = time.monotonic()
            results = page.evaluate(RUN_ALL)
            took = time.monotonic() - began
        print(f"{name}: first output {statistics.median(firsts):.2f} s, first figure after it {statistics.median(figures):.2f} s")
        print(f"{name}: {results.count('same')} of {len(results)} cells equal, {took:.1f} s for all")
        print(f"{name}: {page.evaluate(MEMORY) / 1e6:.0f} MB of memory for page and worker after them")
        page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": slower})
        print(f"{name}: while a cell runs, {typed(page)}; {scrolled(page)}")
        browser.close()


def typed(page):
    first, second = page.locator("div.cell:has(.live-run)").all()[:2]
    type_into(page, first, ENDLESS)
    first.locator(".live-run").click()
    type_into(page, second, " ")
    page.evaluate(KEYS)
    page.keyboard.type(TEXT, delay=100)
    keys = page.evaluate("new Promise(requestAnimationFrame).then(() => keys)")
    return f"{len(TEXT)} keys took {max(keys, default=16):.0f} ms at most"


def scrolled(page):
    page.evaluate(FRAMES)
    for _ in range(20):
        page.mouse.wheel(0, 400)
        page.evaluate("new Promise(requestAnimationFrame)")
    return f"scrolling showed a picture every {page.evaluate('longest'):.0f} ms at least"


def type_into(page, cell, text):
    cell.locator(".cm-content, pre").first.click()
    page.keyboard.press("Control+A")
    page.keyboard.insert_text(text)


if __name__ == "__main__":
    main()
