"""Lighthouse on every page as on a phone: the median of ROUNDS runs, page after page in each round.

The performance score flips by some ten points between runs of the same page, more on a busy machine; what stands for it
in the tests are bytes, requests and what moves.
"""

import json
import os
import statistics
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import sync_playwright

from book.site.sitebook.live_cells.node import find
from book.tools.browser import Site, build, chromium

HERE = Path(__file__).parent
ROUNDS = 3
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
METRICS = {
    "first-contentful-paint": "FCP ms",
    "largest-contentful-paint": "LCP ms",
    "total-blocking-time": "TBT ms",
    "cumulative-layout-shift": "CLS",
}
SERVICE = {"404.html"}  # no page a reader looks for
FLAGS = (
    "--headless --no-sandbox --disable-gpu --disable-dev-shm-usage --host-resolver-rules='MAP * ~NOTFOUND , EXCLUDE 127.0.0.1'"
)


def measure(url, chrome):
    """One run in a fresh profile: scores in percent, metrics, and the audits that cost points outside performance."""
    run = subprocess.run(
        [
            find("node"),
            HERE / "node/node_modules/lighthouse/cli/index.js",
            url,
            "--output=json",
            "--quiet",
            f"--only-categories={','.join(CATEGORIES)}",
            f"--chrome-flags={FLAGS}",
        ],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "CHROME_PATH": chrome},
    )
    report = json.loads(run.stdout)
    scores = [round(100 * report["categories"][name]["score"]) for name in CATEGORIES]
    failed = [
        ref["id"]
        for name in CATEGORIES[1:]
        for ref in report["categories"][name]["auditRefs"]
        if ref["weight"] and (report["audits"][ref["id"]]["score"] or 1) < 0.9
    ]
    return scores, [report["audits"][name]["numericValue"] for name in METRICS], failed


def main():
    subprocess.run([find("npm"), "ci", "--silent"], cwd=HERE / "node", check=True)
    chrome = chromium()
    if not chrome:
        with sync_playwright() as playwright:
            chrome = playwright.chromium.executable_path
    with TemporaryDirectory() as folder:
        site = Site(os.environ.get("SITE_DIR") or build(Path(folder)))
        pages = [page for page in site.pages if page not in SERVICE]
        runs = {page: [] for page in pages}
        with site.open() as server:
            for _ in range(ROUNDS):
                for page in pages:
                    runs[page].append(measure(server.url + page, chrome))
    print(f"{'page':38} perf a11y best  seo   {'  '.join(METRICS.values())}")
    for page, found in runs.items():
        scores = [statistics.median(run[0][k] for run in found) for k in range(len(CATEGORIES))]
        numbers = [statistics.median(run[1][k] for run in found) for k in range(len(METRICS))]
        print(
            f"{page:38} {scores[0]:4} {scores[1]:4} {scores[2]:4} {scores[3]:4}   {numbers[0]:6.0f}  {numbers[1]:6.0f}  {numbers[2]:6.0f}  {numbers[3]:.3f}"
            f"  {' '.join(sorted(set(sum((run[2] for run in found), []))))}"
        )


if __name__ == "__main__":
    main()
