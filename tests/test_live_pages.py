"""Every page's code, run in the reader's browser, prints what the book holds.

Each page is opened in a real Chromium, 실행 is pressed on each of its cells from the first to the last, and what the kernel
sends is compared with the outputs stored in the notebook, which real torch printed: text, errors (the frames of the cell and
the last line) and every rich output, exactly; figures as pictures. The page must also say of each cell that it is equal.
Run with `-s` to read the report of cells, equal and differing.
"""

import base64
import difflib
import io
import json
import re

import pytest
from browser import ROOT, visit
from PIL import Image, ImageChops, ImageFilter

# Cells that cannot run in a browser, by page and cell id. A new one is named here, or the test fails.
NO_BROWSER = set()

# Notes what the worker sends, before any script of the page runs.
RECORD = """
window.recorded = [];
window.Worker = class extends Worker {
  constructor(...options) {
    super(...options);
    this.addEventListener("message", ({ data }) => {
      if (["begin", "output", "update", "done"].includes(data.type)) recorded.push(data);
    });
  }
};
"""


def notebooks(site):
    """(page, notebook) of every page made from a notebook that holds code."""
    for page in site.pages:
        source = ROOT / page.replace(".html", ".ipynb")
        if source.exists():
            yield page, json.loads(source.read_text(encoding="utf-8"))


def code_cells(notebook):
    return [cell for cell in notebook["cells"] if cell["cell_type"] == "code"]


def joined(text):
    return "".join(text) if isinstance(text, list) else text


def tidy(text):
    """What may differ between two runs: an object's address (tests/sanitize.cfg), the number of the run."""
    text = re.sub(r"\x1b\[[0-9;]*m", "", text)
    text = re.sub(r"at 0x[0-9a-fA-F]{6,}", "at 0x…", text)
    return re.sub(r"Cell In\[\d+\]", "Cell In[…]", text)


def own_frames(traceback):
    """A traceback's frames in the cell and its last line: frames in libraries are torch's files there, the engine's here."""
    kept, library = [], False
    lines = tidy("\n".join(traceback)).rstrip().split("\n")
    for line, following in zip(lines, [*lines[1:], ""]):
        if line.startswith("File "):
            library = True
        elif line.startswith("Cell In["):
            library = False
        if not library and "[... skipping" not in line:
            kept.append(line)
        if library and not line and not following.startswith("File "):
            library = False
    return "\n".join(kept)


def canonical(outputs):
    """Outputs in one form: [(kind, text or picture)], neighbouring pieces of a stream joined."""
    found = []
    for output in outputs:
        kind = output["output_type"]
        if kind == "stream":
            text = joined(output["text"])
            if found and found[-1][0] == output["name"]:
                found[-1] = (output["name"], found[-1][1] + text)
            else:
                found.append((output["name"], text))
        elif kind == "error":
            found.append(("error", own_frames(output["traceback"])))
        else:
            data = {mime: joined(value) for mime, value in sorted(output["data"].items())}
            found += [(f"{kind} {mime}", value) for mime, value in data.items()]
    return [(kind, value if "image/" in kind else tidy(value)) for kind, value in found]


def shot(page, kind, value):
    """The picture as Chromium draws it, on white."""
    mime = kind.split()[1]
    data = value.encode() if mime == "image/svg+xml" else base64.b64decode(value)
    address = f"data:{mime};base64,{base64.b64encode(data).decode()}"
    page.set_content(f'<body style="margin:0;background:#fff"><img id="it" src="{address}">')
    page.evaluate("document.getElementById('it').decode()")
    return Image.open(io.BytesIO(page.locator("#it").screenshot())).convert("L")


def blank(picture):
    low, high = picture.getextrema()
    return high - low < 32


def alike(a, b):
    """The same picture up to a hair: another release of matplotlib moves a letter by half a pixel or a contour by less.

    Over the book's first eleven figures no point of an honest pair is further apart than 32 levels; a missing line is."""
    if abs(a.width - b.width) > 2 or abs(a.height - b.height) > 2:
        return False
    half = (a.width // 2, a.height // 2)
    soft = [picture.resize(half, Image.BOX).filter(ImageFilter.BoxBlur(2)) for picture in (a, b)]
    return sum(ImageChops.difference(*soft).histogram()[32:]) <= 4


def letters(svg):
    """The outlines of a figure's letters in the order they are first drawn: matplotlib scales a font's outlines by 1/64."""
    return [re.sub(r"\s+", " ", outline) for outline in
            re.findall(r'<path id="[^"]*" d="([^"]*)"\s*transform="scale\(0\.0156', svg)]


def same_letters(a, b):
    """The same letters of the same fonts; releases of matplotlib round an outline's place differently, by a hundredth of it."""
    if a.count("<use") != b.count("<use"):
        return False
    a, b = letters(a), letters(b)
    numbers = r"-?[\d.]+"
    return len(a) == len(b) and all(
        re.sub(numbers, "#", one) == re.sub(numbers, "#", other)
        and all(abs(float(x) - float(y)) <= 16 for x, y in zip(re.findall(numbers, one), re.findall(numbers, other)))
        for one, other in zip(a, b))


def difference(studio, book, run):
    """None where a run's outputs are the book's, else where they are not."""
    texts = [[f"{kind}: {value}" if "image/" not in kind else kind for kind, value in canonical(side)] for side in (book, run)]
    if texts[0] != texts[1]:
        lines = ["\n".join(side).split("\n") for side in texts]
        return "\n".join(difflib.unified_diff(*lines, "book", "browser", lineterm="", n=1))
    for (kind, stored), (_, drawn) in zip(canonical(book), canonical(run)):
        if "image/" not in kind or stored == drawn:
            continue
        if "svg" in kind and not same_letters(stored, drawn):
            return "the figure's letters have other shapes"
        pictures = shot(studio, kind, stored), shot(studio, kind, drawn)
        if blank(pictures[1]):
            return "the figure is blank"
        if not alike(*pictures):
            return "the figure is another picture"
    return None


def run_page(browser, url, cells, problems):
    """Presses 실행 on each cell in order; → {cell id: (outputs, what the page says)}."""
    results = {}
    with visit(browser, "about:blank") as page:
        page.add_init_script(RECORD)
        page.goto(url, wait_until="load")
        page.evaluate("document.querySelectorAll('main details').forEach((folded) => (folded.open = true))")
        for cell in cells:
            root = page.locator(f'[data-cell-id="{cell["id"]}"]')
            page.evaluate("recorded.length = 0")
            root.locator(".live-run").click()
            root.locator(":scope[data-result]").wait_for()
            sent = page.evaluate("recorded")
            begun = [message["type"] for message in sent].count("begin")
            assert begun == 1, f"{url} {cell['id']}: one press ran {begun} cells"
            outputs = [message["output"] for message in sent if message["type"] == "output"]
            results[cell["id"]] = outputs, root.get_attribute("data-result")
        problems += [f"{url}: {problem}" for problem in page.problems]
    return results


@pytest.fixture(scope="module")
def problems():
    """What the browser's console complained of while the cells ran."""
    return []


@pytest.fixture(scope="module")
def runs(site, browser, problems):
    """{page: {cell id: (stored outputs, outputs of the run, what the page says)}}, in a browser that can share memory."""
    isolated = {"Cross-Origin-Opener-Policy": "same-origin", "Cross-Origin-Embedder-Policy": "require-corp"}
    found = {}
    with site.open(isolated) as server:
        for name, notebook in notebooks(site):
            cells = [cell for cell in code_cells(notebook) if "no-browser" not in cell["metadata"].get("tags", [])]
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
    print("\n" + "\n".join([f"{'page':40} cells equal differ", *lines, f"{'all':40} {total:5} {total - len(wrong):5} {len(wrong):5}"]))
    assert total, "no page has a cell to run"
    assert not wrong, "\n\n".join(wrong)


def test_the_page_says_so_of_every_cell(runs):
    silent = [f"{page} cell {cell}: {said}" for page, cells in runs.items() for cell, (*_, said) in cells.items() if said != "same"]
    assert not silent, "\n".join(silent)


def test_no_run_leaves_an_error_in_the_console(runs, problems):
    assert not problems, "\n".join(problems)


def test_figures_are_drawn_without_missing_letters(runs):
    warned = [f"{page} cell {cell}" for page, cells in runs.items() for cell, (_, ran, _) in cells.items()
              for output in ran if output.get("name") == "stderr" and "missing from" in output["text"]]
    assert not warned, "\n".join(warned)


def test_cells_that_cannot_run_in_a_browser_are_known_and_say_why(site, browser, server):
    marked = {}
    for page, notebook in notebooks(site):
        for cell in code_cells(notebook):
            if "no-browser" in cell["metadata"].get("tags", []):
                marked[page, cell["id"]] = cell["metadata"]["no_browser"]
    assert set(marked) == NO_BROWSER
    for (page, cell), reason in marked.items():
        with visit(browser, server.url + page) as opened:
            root = opened.locator(f'[data-cell-id="{cell}"]')
            assert root.get_attribute("data-no-browser") == reason
            assert root.locator(".live-run").count() == 0


def test_every_cell_of_a_notebook_is_on_its_page_with_its_source(site, browser, server):
    """The page reads a cell's source from what it shows: a cell whose code is not there could not run as the book's."""
    for name, notebook in notebooks(site):
        with visit(browser, server.url + name) as page:
            shown = page.evaluate("""[...document.querySelectorAll("div.cell[data-cell-id]")].map((cell) =>
                [cell.dataset.cellId, cell.querySelector(".cell_input pre").textContent.replace(/\\n$/, "")])""")
        assert shown == [[cell["id"], joined(cell["source"])] for cell in code_cells(notebook)], name
