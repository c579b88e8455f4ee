"""A weak phone on a slow line: what a reader feels there, in Chromium. Part of bench/live.py.

While Python starts and cells run, three programs a core never rest, so that page and worker get a quarter of it (Chromium's own
throttle reaches the page's main thread only: by it keys and scrolling are measured). The line gives 10 Mbit/s to all together.
"""

import os
import statistics
import subprocess
import sys
import threading
import time
from contextlib import ExitStack, contextmanager

from playwright.sync_api import sync_playwright

from bench import memory
from bench.press import CHAPTER, FIGURE, FIRST, press
from book.tools.browser import ISOLATED, PATIENCE, Handler, chromium

ROUNDS = 5
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


def measure(sites):
    """Prints what a reader feels of each of the sites, {name: Site}: in turns, so that all have the same machine."""
    with ExitStack() as opened, sync_playwright() as playwright:
        servers = {name: opened.enter_context(site.open(ISOLATED)) for name, site in sites.items()}
        for server in servers.values():
            server.RequestHandlerClass = SlowHandler
        seen = {name: [] for name in sites}
        with crowded((SLOWER - 1) * os.cpu_count()):
            for _ in range(ROUNDS):
                for name, server in servers.items():
                    seen[name].append(visit(playwright, server))
        for name, rounds in seen.items():
            report(name, rounds)
        for name, server in servers.items():
            print(f"weak phone, {name}: {used(playwright, server)}")
        first = [statistics.median(each["first"] for each in rounds) for rounds in seen.values()]
        if len(first) == 2:
            print(f"weak phone: first output now in {first[1] / first[0]:.2f} of the time before")


def visit(playwright, server):
    """One reader's first visit, in a browser of its own: seconds and MB."""
    found = {}
    browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
    page = opened_page(browser, server)
    found["page"] = memory.of_page(page)
    found["first"] = press(page, FIRST)
    found["memory then"] = memory.of_page(page)
    found["figure"] = press(page, FIGURE)
    began = time.monotonic()
    found["results"] = page.evaluate(RUN_ALL)
    found["all"] = time.monotonic() - began
    found["memory after all"] = memory.of_page(page)
    browser.close()
    return found


def opened_page(browser, server):
    # Without the service worker, which on a first visit keeps the book at its own pace and memory, in the page's process.
    page = browser.new_context(service_workers="block").new_page()
    page.set_default_timeout(PATIENCE)
    page.add_init_script(
        "Object.defineProperty(navigator, 'connection', { value: { effectiveType: '3g' } })"
    )  # the press starts it
    page.goto(server.url + CHAPTER, wait_until="load")
    page.locator(".live-run").first.wait_for()
    return page


def report(name, rounds):
    def median(what):
        return statistics.median(each[what] for each in rounds)

    times = [each["first"] for each in rounds]
    print(f"weak phone, {name}: first output {median('first'):.2f} s ({min(times):.2f}–{max(times):.2f})")
    results = rounds[-1]["results"]
    print(f"weak phone, {name}: {results.count('same')} of {len(results)} cells equal, {median('all'):.1f} s for all")
    print(
        f"weak phone, {name}: MB of the page's process: {median('page'):.0f} before Python, {median('memory then'):.0f} at the first"
        f" output, {median('memory after all'):.0f} after all cells"
    )


def used(playwright, server):
    """Keys and scrolling while a cell runs."""
    browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
    page = opened_page(browser, server)
    press(page, FIRST)
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    said = f"while a cell runs, {typed(page)}; {scrolled(page)}"
    browser.close()
    return said


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
