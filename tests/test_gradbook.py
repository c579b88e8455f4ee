"""gradbook, which the chapters import: each exercise answers any attempt in Korean, each figure is one and the same SVG."""

import ast
import io
import json
import os
import re
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from contextlib import redirect_stdout
from pathlib import Path

import pytest
import torch
from fontTools.ttLib import TTFont
from matplotlib import get_data_path
from matplotlib.text import Text

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "notebooks"))

from gradbook import exercises, palette  # noqa: E402
from gradbook.contour import draw_gradient  # noqa: E402
from gradbook.graph import draw_graph  # noqa: E402
from gradbook.moving import Moving  # noqa: E402
from gradbook.svg import Picture  # noqa: E402

HANGUL = re.compile("[가-힣]")
EMPTY = "아직 비어 있습니다."


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


def run_chapters():
    """Every code cell of every chapter in order: [(chapter, cell, what it printed, its value)]."""
    done = []
    for path in sorted((ROOT / "notebooks").glob("*.ipynb")):
        names = {"__name__": "__main__"}
        for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]:
            if cell["cell_type"] != "code":
                continue
            try:
                printed, value = run_cell("".join(cell["source"]), names)
            except Exception:
                if "raises-exception" not in cell["metadata"].get("tags", []):
                    raise
                printed, value = "", None
            done.append((path.stem, cell, printed, value))
    return done


def figures(chapters):
    """{name: Picture}: every figure of the chapters, and those that the readers are asked to make."""
    found = {f"{chapter}, {cell['id']}": value for chapter, cell, _, value in chapters if isinstance(value, Picture)}

    def bowl(x, y):
        return 2 * x**2 + y**2

    for at in [(-1.0, 1.0), (1.0, -1.5)]:
        found[f"gradient at {at}"] = draw_gradient(bowl, at=at, alt="기울기 화살표")
    x = torch.tensor([1.0, 2.0, 3.0, 4.0, 5.0, 6.0], requires_grad=True)
    found["graph"] = draw_graph(((x - 1) / 2).mean() + x.exp().sum(), alt="긴 벡터의 계산 그래프", x=x)
    return found


@pytest.fixture(scope="module")
def book():
    """(what run_chapters returns, what figures returns, [(text, whether monospaced) of every text drawn in them])."""
    texts, draw = [], Picture.__init__

    def watch(self, fig, alt):
        draw(self, fig, alt)
        texts.extend((t.get_text(), "Mono" in t.get_fontfamily()[0]) for t in fig.findobj(Text) if t.get_text())

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Picture, "__init__", watch)
        chapters = run_chapters()
        return chapters, figures(chapters), texts


@pytest.fixture
def chapters(book):
    return book[0]


@pytest.fixture
def drawn(book):
    return book[1]


@pytest.fixture
def texts(book):
    return book[2]


# --- The exercises. ---

def checks():
    """{"chapter file.check": the check} of every exercise in gradbook."""
    found = {}
    for path in sorted(Path(exercises.__file__).parent.glob("[!_]*.py")):
        module = __import__(f"gradbook.exercises.{path.stem}", fromlist=["_"])
        found.update({f"{path.stem}.{name}": value for name, value in vars(module).items()
                      if hasattr(value, "__wrapped__") and value.__module__ == module.__name__})
    return found


CHECKS = checks()


def say(check, answer):
    printed = io.StringIO()
    with redirect_stdout(printed):
        check(answer)
    return printed.getvalue()


def assert_helpful(said):
    lines = said.splitlines()
    ours = [line for line in lines if not re.match(r"\w+(: |$)", line)]  # Python's own message stays whole, to be searched for
    assert 1 <= len(lines) <= 3 and all(len(line) <= 120 for line in ours), said
    assert said.startswith((EMPTY, "✗ ")) and HANGUL.search(lines[-1]), said
    assert "Traceback" not in said


def test_each_exercise_is_refused_as_shipped_and_right_as_solved(chapters):
    tried = {}
    for place, (chapter, cell, printed, _) in enumerate(chapters):
        if "exercise" in cell["metadata"].get("tags", []):
            _, solution, answer, _ = chapters[place + 1]
            source = "".join(cell["source"])
            name = re.findall(r"^check\.(\w+)\(", source, re.MULTILINE)[-1]
            tried[name] = chapter
            assert_helpful(printed)
            assert printed.startswith(EMPTY) == ("..." in source), f"{chapter}, {cell['id']}: {printed}"
            assert "hide-cell" in solution["metadata"]["tags"] and f"check.{name}(" in "".join(solution["source"])
            assert answer.startswith("✓ 맞습니다.") and answer.count("\n") == 1, f"{chapter}, {solution['id']}: {answer}"
    assert sorted(tried) == sorted(name.partition(".")[2] for name in CHECKS)
    assert all(list(tried.values()).count(chapter) >= 3 for chapter, *_ in chapters)


def marked(v):
    return torch.tensor(v, requires_grad=True)


def slope_of(function):
    """A learner's function: the gradient of function(x) at the value it is given."""
    def learner(v):
        x = marked(v)
        function(x).backward()
        return x.grad
    return learner


def forgets_return(*_):
    torch.tensor(1.0, requires_grad=True)


def step_on_new_tensor(v):
    w = marked(v)
    ((w - 3) ** 2).backward()
    return w - 0.25 * w.grad


def drops_the_mark(w, x):
    w.requires_grad_(False)
    return w * x + 1


def never_empties(start, steps):
    w = marked(start)
    for _ in range(steps):
        ((w - 3) ** 2).backward()
        with torch.no_grad():
            w -= 0.25 * w.grad
    return w


def keeps_the_last_piece(data, size):
    w = marked(1.0)
    for start in range(0, len(data), size):
        w.grad = None
        ((w * data[start:start + size]) ** 2).sum().backward()
    return w.grad


WRONG = {  # {exercise: [(a learner's answer, what the verdict points to)]}
    "requires_grad.recorded": [
        ([False, True, True, False], "3번째 값이 다릅니다"), ([False, True], "값 4개가"), ("FTFF", "값 4개가"),
        ([..., True, False, False], EMPTY)],
    "requires_grad.slope": [
        (slope_of(lambda x: x**3), "나온 값은 3, 나와야 할 값은 -1"), (forgets_return, "None"), (lambda v: 3 * v, "x ** 3 - 4 * x"),
        (lambda v: (torch.tensor(v) ** 3).backward(), "requires_grad=True"), (2.0, "함수의 이름만")],
    "requires_grad.late_mark": [
        (slope_of(lambda x: x**2), "6x"), (lambda v: torch.tensor(v).grad, "None")],
    "requires_grad.flat_place": [(0, "값이 다릅니다"), ("3", "값이 다릅니다"), (marked(2.0), "값이 다릅니다")],
    "chain_rule.cube_of_double": [([2, 3, 6], "2번째, 3번째"), ([2, 12], "값 3개가"), ((2, 12, 14), "3번째 값이 다릅니다")],
    "chain_rule.by_hand": [
        (lambda x: 2 * (x**2 + 1), "dz/du = 2u"), (lambda x: x.backward(), "파이썬 수"), (forgets_return, "None")],
    "chain_rule.wrong_place": [(lambda x: 6 * x, "나온 값은 6, 나와야 할 값은 18"), (lambda x: 2 * v * 3, "NameError")],  # noqa: F821
    "chain_rule.doubled": [(lambda n: 2 * n, "n = 3일 때"), (lambda n: marked(1.0) * 2**n, None), (lambda: 2, "TypeError")],
    "partial_derivatives.two_slopes": [([4, 12], "1번째, 2번째"), ([12], "값 2개가"), ([12, 3], "2번째")],
    "partial_derivatives.sum_of_cubes": [
        (slope_of(lambda x: x**3), "스칼라"), (slope_of(lambda x: (x**3).mean()), "3x²"), (lambda v: 3, "값 3개가")],
    "partial_derivatives.no_scalar": [
        (slope_of(lambda x: 3 * x**2), "수가 몇 개"), (slope_of(lambda x: (3 * x**2).mean()), "평균이 아니라 합")],
    "partial_derivatives.one_step": [
        (lambda x, y: [x + 0.5 * x, y + y], "1번째, 2번째"), (lambda x, y: [x - 0.5 * x, y - 0.5 * y], "2번째"),
        (lambda x, y: x, "값 2개가")],
    "no_grad.inside_and_after": [([False, False, False, True], "1번째"), ([True, False, True, True], "3번째")],
    "no_grad.predict": [
        (lambda w, x: w * x + 1, "no_grad"), (lambda w, x: (w * x + 1).item(), "기록 없는 텐서가 아닙니다"),
        (lambda w, x: w * x, "w * x + 1"), (drops_the_mark, "표시가 사라졌습니다")],
    "no_grad.wrong_block": [(step_on_new_tensor, "표시된 리프가 아닙니다"), (lambda v: v - 0.5 * (v - 3), "표시된 리프가 아닙니다")],
    "no_grad.half_recorded": [(lambda v: [v**3, 3 * v**2], "2번째"), (lambda v: v**3, "값 2개가"), (lambda v: [..., ...], EMPTY)],
    "reset_grad.three_values": [([2, 2, 3], "2번째"), ([2, 4, 7], "3번째"), ([2, 4], "값 3개가")],
    "reset_grad.descend": [(never_empties, "비웠는지"), (lambda start, steps: start, "start = 1, steps = 1에서")],
    "reset_grad.never_reset": [(lambda values: values, "남아 있지 않은지"), (lambda values: [2 * values[0]], "값 3개가")],
    "reset_grad.in_pieces": [(keeps_the_last_piece, "비우지는 않습니다"), (lambda data, size: None, "None")],
}


@pytest.mark.parametrize("name", CHECKS)
def test_a_typical_wrong_answer_is_told_where_to_look(name):
    for answer, expected in WRONG[name]:
        said = say(CHECKS[name], answer)
        if expected is not None:
            assert_helpful(said)
            assert expected in said, said


def raises(error):
    def learner(*_):
        raise error
    return learner


ODD = [None, ..., "", "셋", b"3", -7, 1e400, float("nan"), 1j, 10**400, [], [[]], {}, {1, 2}, [None] * 4, ["a"] * 3, [1, [2, 3], 4, 5],
       object(), type, len, lambda: 1, lambda a, b, c, d: 1, torch.empty(0), torch.ones(2, 2), torch.tensor(1j),
       raises(ValueError("")), raises(ValueError("a\n" * 50)), raises(RuntimeError("길다 " * 100)), raises(StopIteration()),
       raises(RecursionError("maximum recursion depth exceeded")),
       *(lambda *_, odd=odd: odd for odd in (None, ..., "셋", [], {}, 1j, 10**400, float("nan"), object(), len,
                                             torch.empty(0), torch.ones(3, 3), torch.tensor(True), [None, "a"], [[...]]))]


@pytest.mark.parametrize("name", CHECKS)
def test_an_odd_answer_gets_a_line_of_korean_too(name):
    for answer in ODD:
        assert_helpful(say(CHECKS[name], answer))


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


def test_every_chapter_has_a_figure(chapters):
    shown = {chapter for chapter, _, _, value in chapters if isinstance(value, (Picture, Moving))}
    assert shown >= {p.stem for p in (ROOT / "notebooks").glob("*.ipynb")}


def test_every_colour_has_a_dark_one_of_its_own():
    named = {value for name, value in vars(palette).items() if name.isupper() and isinstance(value, str)}
    assert set(palette.DARK) == named and len(set(palette.DARK.values())) == len(named)
    assert not set(palette.DARK.values()) & named, "a colour that is light here and dark there would be replaced twice"


@pytest.mark.parametrize("old, new, expected", [
    ("</svg>", "", "no XML"), ("<title>", "<desc>", "no XML"), ("그래프", "graph", "Korean <title>"), ("img", "none", "role=img"),
    (palette.WARM, "#ff0000", "#ff0000"), ("fill: none", "fill: white", "white"), ("</svg>", "<style/></svg>", "around it"),
    ("</svg>", '<g opacity="0.5"/></svg>', "blends"), ("</svg>", '<g fill="red"/></svg>', "red"),
    ("</svg>", '<g id="f"/><g id="f"/></svg>', "twice"), ("</svg>", '<use href="#gone"/></svg>', "gone"),
])
def test_a_fault_is_seen(old, new, expected):
    svg = draw_graph(torch.ones(2, requires_grad=True).sum(), alt="그래프").svg
    assert list(faults(svg)) == [] and old in svg
    assert any(expected in fault for fault in faults(svg.replace(old, new)))


def characters(file):
    return set(map(chr, TTFont(file).getBestCmap()))


def without(texts, known, monospaced):
    """The characters of the texts outside formulas that the font does not have."""
    return {c for text, mono in texts if mono == monospaced for c in re.sub(r"\$[^$]*\$", "", text)} - known - {"\n"}


def test_the_fonts_have_every_character_of_the_figures(texts):
    korean = characters(ROOT / "notebooks/gradbook/fonts/gradbook-sans.ttf")
    mono = characters(Path(get_data_path()) / "fonts/ttf/DejaVuSansMono.ttf")
    assert any(HANGUL.search(text) for text, _ in texts) and any(is_mono for _, is_mono in texts)
    assert not without(texts, korean, False) and not without(texts, mono, True)
    assert without([*texts, ("뷁∇$∇$", False)], korean, False) == {"뷁", "∇"} - korean


def test_a_fresh_process_draws_the_same_bytes_and_the_stored_ones(drawn, chapters):
    """With other hashes, from another folder, in another language."""
    run = subprocess.run([sys.executable, __file__], stdout=subprocess.PIPE, cwd=ROOT / "tests", check=True,
                         env={**os.environ, "PYTHONHASHSEED": "1", "LC_ALL": "C", "PYTHONUTF8": "1", "OMP_NUM_THREADS": "1"})
    assert json.loads(run.stdout) == {name: picture.svg for name, picture in drawn.items()}
    for chapter, cell, _, value in chapters:
        if isinstance(value, Picture):
            stored = "".join(cell["outputs"][0]["data"]["image/svg+xml"])
            assert value.svg == stored, f"{chapter}, {cell['id']}: make outputs"


if __name__ == "__main__":
    print(json.dumps({name: picture.svg for name, picture in figures(run_chapters()).items()}))
