"""What the page for teachers says a learner fetches is what a browser fetches from the built site."""

import gzip
import json
import re
from pathlib import Path

import pytest

from browser import ISOLATED, PATIENCE, ROOT

PAGE = "notebooks/01-requires-grad.html"
AHEAD = ("/live/packages/", "/live/pyodide-")  # fetched by an idle page for the first run
PACKED = {".woff2", ".png"}  # a server sends these as they are


def stated():
    """{when: megabytes} of the page's table."""
    text = (ROOT / "book/teachers.md").read_text(encoding="utf-8")
    return {when: float(size) for when, size in re.findall(r"^\| (.+?) \| ([\d.]+) MB", text, re.MULTILINE)}


def megabytes(log):
    return sum(size for *_, size in log) / 1e6


def kept_ahead(folder):
    """What the service worker fetches: the whole book."""
    found = re.search(r"const BUILD = (\{.*\});", (folder / "sw.js").read_text(encoding="utf-8"))
    files = [folder / name for name in json.loads(found[1])["files"]]
    return sum(len(file.read_bytes() if file.suffix in PACKED else gzip.compress(file.read_bytes(), 6)) for file in files) / 1e6


def test_the_page_says_what_a_learner_fetches(browser, site):
    with site.open(ISOLATED) as server:
        page = browser.new_context(service_workers="block").new_page()
        page.goto(server.url + PAGE, wait_until="networkidle")
        first = megabytes(entry for entry in server.log if not any(part in entry[0] for part in AHEAD))
        cell = page.locator(".cell[data-cell-id]").first
        cell.locator(".live-run").click()
        page.wait_for_function("(cell) => cell.dataset.result && !cell.dataset.live", arg=cell.element_handle(), timeout=PATIENCE)
        live = megabytes(server.log) - first
        page.context.close()

        page = browser.new_context().new_page()
        page.goto(server.url + PAGE)
        page.wait_for_function("() => navigator.serviceWorker.controller", timeout=PATIENCE)
        before = megabytes(server.log)
        page.goto(server.url + PAGE, wait_until="networkidle")
        again = megabytes(server.log) - before
        page.context.close()
    measured = [first, live, kept_ahead(Path(site.folder)), again]
    *said, said_again = stated().values()
    assert measured[:3] == pytest.approx(said, rel=0.15)
    assert again < said_again
