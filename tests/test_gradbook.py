"""gradbook, which the chapters import: each figure is one and the same SVG. Its exercises: test_exercises.py."""

import ast
import io
import json
import re
import xml.etree.ElementTree as ElementTree
from contextlib import redirect_stdout
from pathlib import Path

import pytest
import torch
from fontTools.ttLib import TTFont
from matplotlib import get_data_path
from matplotlib.text import Text

from gradbook import palette
from gradbook.graph import draw_graph
from gradbook.svg import Picture, _rounded

ROOT = Path(__file__).resolve().parent.parent
HANGUL = re.compile("[가-힣]")
PHONE = 350  # pixels for a figure on a screen of 390


# --- What the chapters do. ---


def run_cell(source, names):
    """Run a cell as Jupyter does: what it printed and the value of its last expression; errors that are content are dropped."""
    tree = ast.parse(source)
    last = tree.body.pop() if tree.body and isinstance(tree.body[-1], ast.Expr) else None
    printed, value = io.StringIO(), None
    with redirect_stdout(printed):
        exec(compile(tree, "cell", "exec"), names)
        if last is not None:
            value = eval(compile(ast.Expression(last.value), "cell", "eval"), names)
    return printed.getvalue(), value


def run_chapters(holding):
    """Every code cell, in order, of the notebooks that hold this text: [(chapter, cell, what it printed, its value)]."""
    done = []
    torch.set_warn_always(True)  # all chapters run in this one process: what torch says once, each may want to show
    try:
        for path in sorted((ROOT / "notebooks").glob("*.ipynb")):
            text = path.read_text(encoding="utf-8")
            if holding in text:
                torch.set_default_dtype(torch.float32)  # a chapter may choose its own
                done.extend((path.stem, *cell) for cell in run_notebook(json.loads(text)))
    finally:
        torch.set_default_dtype(torch.float32)
        torch.set_warn_always(False)
    return done


def run_notebook(notebook):
    names = {"__name__": "__main__"}
    for cell in notebook["cells"]:
        if cell["cell_type"] != "code":
            continue
        try:
            printed, value = run_cell("".join(cell["source"]), names)
        except Exception as error:
            if "raises-exception" not in cell["metadata"].get("tags", []):
                error.add_note(f"in cell {cell['id']}")
                raise
            printed, value = "", None
        yield cell, printed, value


def figures(chapters):
    """{name: Picture}: every figure of the chapters, and those that the readers are asked to make."""
    found = {f"{chapter}, {cell['id']}": value for chapter, cell, _, value in chapters if isinstance(value, Picture)}

    x = torch.tensor([1.0, 2.0, 3.0, 4.0, 5.0, 6.0], requires_grad=True)
    found["graph"] = draw_graph(((x - 1) / 2).mean() + x.exp().sum(), alt="긴 벡터의 계산 그래프", x=x)
    return found


@pytest.fixture(scope="module")
def book():
    """(what run_chapters returns, what figures returns, [(text, whether monospaced) of every text drawn in them],
    [(alt, its smallest letters in pixels on a phone)])."""
    texts, sizes, draw = [], [], Picture.__init__

    def watch(self, fig, alt):
        draw(self, fig, alt)
        found = [t for t in fig.findobj(Text) if t.get_text() and t.get_visible()]
        texts.extend((t.get_text(), "Mono" in t.get_fontfamily()[0]) for t in found)
        scale = min(1, PHONE / (fig.get_figwidth() * 96))
        sizes.append((alt, min(t.get_size() for t in found) * 96 / 72 * scale))

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Picture, "__init__", watch)
        chapters = run_chapters(holding="image/svg+xml")
        return chapters, figures(chapters), texts, sizes


@pytest.fixture
def chapters(book):
    return book[0]


@pytest.fixture
def drawn(book):
    return book[1]


@pytest.fixture
def texts(book):
    return book[2]


# --- The figures. ---


def faults(svg):
    """What is wrong with a figure's SVG text, one line each."""
    try:
        root = ElementTree.fromstring(svg)
    except ElementTree.ParseError as error:
        yield f"no XML: {error}"
        return
    space = "{http://www.w3.org/2000/svg}"
    if root.tag != f"{space}svg" or root.get("role") != "img":
        yield "no <svg role=img>"
    if root[0].tag != f"{space}title" or not HANGUL.search(root[0].text or ""):
        yield "does not begin with a Korean <title>"
    ids = [element.get("id") for element in root.iter() if element.get("id")]
    if len(ids) != len(set(ids)):
        yield "an id stands twice"
    for wanted in re.findall(r'(?:href="#|url\(#)([^")]+)', svg):
        if wanted not in ids:
            yield f"nothing has the id {wanted}"
    for element in root.iter():
        style = dict(part.split(":", 1) for part in element.get("style", "").replace(" ", "").split(";") if part)
        for key, value in {**element.attrib, **style}.items():
            if key in ("fill", "stroke", "color", "stop-color") and value != "none" and value not in palette.DARK:
                yield f"<{element.tag.removeprefix(space)}> has the colour {value}, which palette.py does not"
            if "opacity" in key and float(value) != 1:
                yield "blends colours"
        if element.tag in (f"{space}style", f"{space}script"):
            yield "reaches the page around it"


def test_figures_are_sound_svg_in_the_colours_of_the_palette(drawn):
    wrong = [f"{name}: {fault}" for name, picture in drawn.items() for fault in faults(picture.svg)]
    assert not wrong, "\n".join(wrong)


def test_letters_of_a_figure_are_as_large_as_a_phone_needs(book):
    assert not [(alt, size) for alt, size in book[3] if size < 11]


def test_every_colour_has_a_dark_one_of_its_own():
    named = {value for name, value in vars(palette).items() if name.isupper() and isinstance(value, str)}
    assert set(palette.DARK) == named and len(set(palette.DARK.values())) == len(named)
    assert not set(palette.DARK.values()) & named, "a colour that is light here and dark there would be replaced twice"


@pytest.mark.parametrize(
    "old, new, expected",
    [
        ("</svg>", "", "no XML"),
        ("<title>", "<desc>", "no XML"),
        ("그래프", "graph", "Korean <title>"),
        ("img", "none", "role=img"),
        (palette.WARM, "#ff0000", "#ff0000"),
        ("fill: none", "fill: white", "white"),
        ("</svg>", "<style/></svg>", "around it"),
        ("</svg>", '<g opacity="0.5"/></svg>', "blends"),
        ("</svg>", '<g fill="red"/></svg>', "red"),
        ("</svg>", '<g id="f"/><g id="f"/></svg>', "twice"),
        ("</svg>", '<use href="#gone"/></svg>', "gone"),
    ],
)
def test_a_fault_is_seen(old, new, expected):
    svg = draw_graph(torch.ones(2, requires_grad=True).sum(), alt="그래프").svg
    assert list(faults(svg)) == [] and old in svg
    assert any(expected in fault for fault in faults(svg.replace(old, new)))


@pytest.mark.parametrize("half", [12.345, -7.125, 0.12345, -0.00005])
def test_a_coordinate_on_a_half_does_not_turn_with_the_processors_last_digit(half):
    digits = [re.sub(r".+", _rounded, f"{half + step * 1e-6:.6f}") for step in (-2, -1, 0, 1, 2)]
    assert len(set(digits)) == 1, digits


def characters(file):
    return set(map(chr, TTFont(file).getBestCmap()))


def without(texts, known, monospaced):
    """The characters of the texts outside formulas that the font does not have."""
    return {c for text, mono in texts if mono == monospaced for c in re.sub(r"\$[^$]*\$", "", text)} - known - {"\n"}


def test_the_fonts_have_every_character_of_the_figures(texts):
    korean = characters(ROOT / "notebooks/gradbook/fonts/book-sans.ttf")
    mono = characters(Path(get_data_path()) / "fonts/ttf/DejaVuSansMono.ttf")
    assert any(HANGUL.search(text) for text, _ in texts) and any(is_mono for _, is_mono in texts)
    assert not without(texts, korean, False) and not without(texts, mono, True)
    assert without([*texts, ("뷁∇$∇$", False)], korean, False) == {"뷁", "∇"} - korean


def test_this_process_draws_the_stored_bytes(chapters):
    """With all other chapters' figures drawn before it; a process of its own, elsewhere: test_processors.py."""
    for chapter, cell, _, value in chapters:
        if isinstance(value, Picture):
            stored = "".join(cell["outputs"][0]["data"]["image/svg+xml"])
            assert value.svg == stored, f"{chapter}, {cell['id']}: make outputs"
