"""The cheat sheet is one sheet: A4, every line of it on the page, large enough to read."""

import io

import nbformat
from pypdf import PdfReader

from book.tools.sources import ROOT
from browser import visit

PAGE = "notebooks/cheat-sheet"


def squeezed(text):
    return "".join(text.split())


def test_it_prints_on_one_page_with_every_line(browser, server):
    with visit(browser, f"{server.url}{PAGE}.html") as page:
        printed = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))
        page.emulate_media(media="print")
        sizes = page.evaluate(
            "[...document.querySelectorAll('article pre')].map((pre) => parseFloat(getComputedStyle(pre).fontSize))"
        )
    assert [(round(sheet.mediabox.width), round(sheet.mediabox.height)) for sheet in printed.pages] == [(842, 595)]
    text = squeezed(printed.pages[0].extract_text())
    cells = [cell for cell in nbformat.read(ROOT / f"{PAGE}.ipynb", as_version=4).cells if cell.cell_type == "code"]
    lines = [line for cell in cells for line in cell.source.splitlines() if line.strip()]
    assert [line for line in lines if squeezed(line) not in text] == []
    assert min(sizes) >= 8  # 6 points
