"""Firefox and WebKit run every cell as the book has it. As tests/test_live_pages.py asks of Chromium, by whose pictures the figures
are compared here too."""

import pytest

from book.tools.live_cells import RECORD, difference, runnable
from browser import ISOLATED, visit
from engines import LINUX
from test_live_pages import notebooks

pytestmark = [LINUX, pytest.mark.long]

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


def test_every_cell_prints_what_real_torch_printed(engine, site, browser):
    wrong, total = [], 0
    with site.open(ISOLATED) as server, visit(browser, "about:blank") as studio:
        for page, notebook in notebooks(site):
            engine.open(server.url + page)
            engine.wait_for_function("() => document.querySelector('.live-run')")
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
