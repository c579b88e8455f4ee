"""A page's code cells run in Chromium as a reader runs them, and what they print compared with the notebook's stored outputs.

Text, errors (the frames of the cell and the last line) and every rich output are compared exactly; figures as pictures.
"""

import base64
import difflib
import io
import re

from PIL import Image, ImageChops, ImageFilter

from book.tools.browser import visit

# What a host says so that a page may share memory with its worker.
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


def code_cells(notebook):
    return [cell for cell in notebook["cells"] if cell["cell_type"] == "code"]


def runnable(notebook):
    """The code cells that run in a browser: all but those that say why they cannot."""
    return [cell for cell in code_cells(notebook) if "no-browser" not in cell["metadata"].get("tags", [])]


def joined(text):
    return "".join(text) if isinstance(text, list) else text


def tidy(text):
    """What may differ between two runs: an object's address (book/tools/validation/sanitize.cfg), the number of the run."""
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
    return [
        re.sub(r"\s+", " ", outline) for outline in re.findall(r'<path id="[^"]*" d="([^"]*)"\s*transform="scale\(0\.0156', svg)
    ]


def same_letters(a, b):
    """The same letters of the same fonts; releases of matplotlib round an outline's place differently, by a hundredth of it."""
    if a.count("<use") != b.count("<use"):
        return False
    a, b = letters(a), letters(b)
    numbers = r"-?[\d.]+"
    return len(a) == len(b) and all(
        re.sub(numbers, "#", one) == re.sub(numbers, "#", other)
        and all(abs(float(x) - float(y)) <= 20 for x, y in zip(re.findall(numbers, one), re.findall(numbers, other)))
        for one, other in zip(a, b)
    )


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
        page.evaluate("document.querySelectorAll('section.self-test [hidden]').forEach((put_away) => (put_away.hidden = false))")
        for cell in cells:
            root = page.locator(f'[data-cell-id="{cell["id"]}"]')
            button = root.locator(".live-run")
            assert button.is_visible(), f"{url} {cell['id']}: nothing to press"
            # The mouse's way to it is proven elsewhere (test_live_ui.py): over all cells it takes longer than their code.
            button.evaluate("(button) => { recorded.length = 0; button.click(); }")
            root.locator(":scope[data-result]").wait_for()
            sent = page.evaluate("recorded")
            begun = [message["type"] for message in sent].count("begin")
            assert begun == 1, f"{url} {cell['id']}: one press ran {begun} cells"
            outputs = [message["output"] for message in sent if message["type"] == "output"]
            results[cell["id"]] = outputs, root.get_attribute("data-result")
        problems += [f"{url}: {problem}" for problem in page.problems]
    return results
