"""Search in Chromium: milliseconds a query (least of nine) over the gold set, at the book's size and at thirty times
its text (mark: at most 8)."""

import gzip
import json
from pathlib import Path
from tempfile import TemporaryDirectory

import yaml
from playwright.sync_api import sync_playwright

from book.tools.browser import Site, build, chromium

ROOT = Path(__file__).resolve().parent.parent
TIMES = 30
ROUNDS = 9

MEASURE = """async ([queries, times, rounds]) => {
    const { prepare, search } = await import(new URL("_static/search-engine.js", location.href));
    const data = await (await fetch("search-index.json")).json();
    const pages = [], sections = [];
    for (let i = 0; i < times; i++) {
        pages.push(...data.pages);
        sections.push(...data.sections.map(([page, ...rest]) => [page + i * data.pages.length, ...rest]));
    }
    const start = performance.now();
    const index = prepare({ pages, sections });
    const prepared = performance.now() - start;
    const all = [];
    for (const query of queries) {
        const took = [];
        for (let i = 0; i < rounds; i++) {
            const began = performance.now();
            search(index, query, 12);
            took.push(performance.now() - began);
        }
        all.push([Math.min(...took), query]); // the round least disturbed by what else the machine does
    }
    return { prepared, characters: index.lengths.reduce((sum, length) => sum + length, 0), all: all.sort((a, b) => a[0] - b[0]) };
}"""


def main():
    with TemporaryDirectory() as folder:
        measure(Site(build(Path(folder))))


def measure(site):
    queries = [
        entry["query"]
        for name in ("search_gold.yml", "search_gold_aside.yml", "search_gold_asked.yml")
        for entry in yaml.safe_load((ROOT / "tests" / name).read_text(encoding="utf-8"))
    ]
    text = (site.folder / "search-index.json").read_bytes()
    words = sum(len(" ".join(row[2:5]).split()) for row in json.loads(text)["sections"])
    size = len(gzip.compress(text, 6))
    print(f"index: {size} bytes compressed, {words} words, {size / words:.2f} bytes a word")
    with site.open() as server, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        for times in (1, TIMES):
            page = browser.new_page()
            page.goto(server.url + "search.html")
            found = page.evaluate(MEASURE, [queries, times, ROUNDS])
            took = [ms for ms, _ in found["all"]]
            print(
                f"{times:>2}× the book ({found['characters']:,} characters): median {took[len(took) // 2]:.2f} ms, "
                f"95 % {took[int(len(took) * 0.95)]:.2f} ms, slowest {took[-1]:.2f} ms ({found['all'][-1][1][:40]!r}); "
                f"index ready in {found['prepared']:.0f} ms"
            )
            page.close()
        browser.close()


if __name__ == "__main__":
    main()
