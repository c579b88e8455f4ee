"""Every page's code, run in the reader's browser, prints what the book holds.

Each page is opened in a real Chromium, 실행 is pressed on each of its cells from the first to the last, and what the kernel
sends is compared with the outputs stored in the notebook, which real torch printed: text, errors (the frames of the cell and
the last line) and every rich output, exactly; figures as pictures. The page must also say of each cell that it is equal.
Run with `-s` to read the report of cells, equal and differing.
"""

import json

import pytest
from bs4 import BeautifulSoup, SoupStrainer

from book.tools.live_cells import code_cells, difference, joined, run_page, runnable
from browser import ISOLATED, ROOT, visit

pytestmark = pytest.mark.long


def notebooks(site):
    """(page, notebook) of every page made from a notebook that holds code."""
    for page in site.pages:
        source = ROOT / page.replace(".html", ".ipynb")
        if source.exists():
            yield page, json.loads(source.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def problems():
    """What the browser's console complained of while the cells ran."""
    return []


@pytest.fixture(scope="module")
def runs(site, browser, problems):
    """{page: {cell id: (stored outputs, outputs of the run, what the page says)}}, in a browser that can share memory."""
    found = {}
    with site.open(ISOLATED) as server:
        for name, notebook in notebooks(site):
            cells = runnable(notebook)
            results = run_page(browser, server.url + name, cells, problems)
            found[name] = {cell["id"]: (cell["outputs"], *results[cell["id"]]) for cell in cells}
    return found


def test_every_cell_prints_what_real_torch_printed(runs, browser):
    wrong, lines = [], []
    with visit(browser, "about:blank") as studio:
        for page, cells in runs.items():
            differing = {}
            for cell, (stored, ran, _) in cells.items():
                if where := difference(studio, stored, ran):
                    differing[cell] = where
            lines.append(f"{page:40} {len(cells):5} {len(cells) - len(differing):5} {len(differing):5}")
            wrong += [f"{page} cell {cell}:\n{where}" for cell, where in differing.items()]
    total = sum(map(len, runs.values()))
    print(
        "\n"
        + "\n".join([f"{'page':40} cells equal differ", *lines, f"{'all':40} {total:5} {total - len(wrong):5} {len(wrong):5}"])
    )
    assert total, "no page has a cell to run"
    assert not wrong, "\n\n".join(wrong)


def test_the_page_says_so_of_every_cell(runs):
    silent = [
        f"{page} cell {cell}: {said}" for page, cells in runs.items() for cell, (*_, said) in cells.items() if said != "same"
    ]
    assert not silent, "\n".join(silent)


def test_no_run_leaves_an_error_in_the_console(runs, problems):
    assert not problems, "\n".join(problems)


def test_figures_are_drawn_without_missing_letters(runs):
    warned = [
        f"{page} cell {cell}"
        for page, cells in runs.items()
        for cell, (_, ran, _) in cells.items()
        for output in ran
        if output.get("name") == "stderr" and "missing from" in output["text"]
    ]
    assert not warned, "\n".join(warned)


def test_cells_that_cannot_run_in_a_browser_say_why(site, browser, server):
    marked = {}
    for page, notebook in notebooks(site):
        for cell in code_cells(notebook):
            if "no-browser" in cell["metadata"].get("tags", []):
                marked[page, cell["id"]] = cell["metadata"]["no_browser"]
    for (page, cell), reason in marked.items():
        with visit(browser, server.url + page) as opened:
            root = opened.locator(f'[data-cell-id="{cell}"]')
            assert root.get_attribute("data-no-browser") == reason.replace("`", "")
            assert root.locator(".live-run").count() == 0


def test_every_cell_of_a_notebook_is_on_its_page_with_its_source(site):
    """The page reads a cell's source from what it shows: a cell whose code is not there could not run as the book's."""
    for name, notebook in notebooks(site):
        page = BeautifulSoup((site.folder / name).read_text("utf-8"), "html.parser", parse_only=SoupStrainer("article"))
        shown = [
            [cell["data-cell-id"], cell.select_one(".cell_input pre").get_text().removesuffix("\n")]
            for cell in page.select("div.cell[data-cell-id]")
        ]
        assert shown == [[cell["id"], joined(cell["source"])] for cell in code_cells(notebook)], name
