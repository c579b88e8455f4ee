"""Figures that move: the values are torch's and the same bytes everywhere, and a reader moves them in a real browser."""

import gzip
import json
import os
import re
import subprocess
import sys
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
import torch

from gradbook import palette
from gradbook.drawing import Drawing, short, ticks
from gradbook.levels import level_curves
from gradbook.moving import Control, Moving
from gradbook.steps import steps
from gradbook.tangent import GAPS
from moving_examples import FIGURES
from test_gradbook import faults, run_chapters
from test_live_ui import write

ROOT = Path(__file__).resolve().parent.parent
GRADBOOK = ROOT / "notebooks/gradbook"
BUDGET = 30_000  # bytes of a figure, gzip
SCRIPT = 12_000  # bytes of the script and the style, gzip


@pytest.fixture(scope="module")
def drawn():
    return {name: draw() for name, draw in FIGURES.items()}


@pytest.fixture(scope="module")
def all_drawn(drawn):
    """Those, and every figure that moves in a chapter: nobody has to name it here."""
    chapters = run_chapters(holding="data-moving")
    shown = {f"{chapter}, {cell['id']}": value for chapter, cell, _, value in chapters if isinstance(value, Moving)}
    assert shown
    return {**drawn, **shown}


def zipped(text):
    return len(gzip.compress(text.encode(), 9))


# --- What is stored. ---


def test_still_pictures_are_sound_svg_in_the_colours_of_the_palette(all_drawn):
    wrong = [
        f"{name}: {fault}"
        for name, figure in all_drawn.items()
        for drawings in figure.frames
        for drawing in drawings
        for fault in faults(drawing.svg(figure.alt))
    ]
    assert not wrong, "\n".join(sorted(set(wrong)))


def test_the_still_picture_is_an_image_that_needs_no_script(drawn):
    for figure in drawn.values():
        found = re.findall(r'<img alt="([^"]+)" width="\d+" height="\d+" src="data:image/svg\+xml,([^"]+)">', figure.html)
        assert [unquote(svg) for _, svg in found] == [d.svg(figure.alt) for d in figure.frames[figure.start]]
        assert "<script" not in figure.html and "<style" not in figure.html


def test_letters_are_as_large_as_a_phone_needs(all_drawn):
    for name, figure in all_drawn.items():
        for drawings in figure.frames:
            for drawing in drawings:
                sizes = [attributes["font-size"] for tag, attributes, _ in drawing.shapes if tag == "text"]
                assert drawing.width <= 360 and min(sizes, default=12) >= 12, name


def test_each_figure_and_the_script_stay_light(all_drawn):
    assert {name: zipped(figure.html) for name, figure in all_drawn.items() if zipped(figure.html) > BUDGET} == {}
    assert sum(zipped((GRADBOOK / name).read_text(encoding="utf-8")) for name in ("moving.js", "moving.css")) < SCRIPT


@pytest.mark.parametrize("capability", ["default", "avx2"])
def test_a_fresh_process_on_another_processor_stores_the_same_bytes(drawn, capability):
    run = subprocess.run(
        [sys.executable, ROOT / "tests/moving_examples.py"],
        stdout=subprocess.PIPE,
        cwd=ROOT / "tests",
        check=True,
        env={
            **os.environ,
            "ATEN_CPU_CAPABILITY": capability,
            "PYTHONHASHSEED": "1",
            "PYTHONPATH": str(ROOT / "notebooks"),
            "PYTHONUTF8": "1",
        },
    )
    assert json.loads(run.stdout) == {name: figure.html for name, figure in drawn.items()}


def test_the_style_has_the_colours_of_the_palette():
    style = (GRADBOOK / "moving.css").read_text(encoding="utf-8")
    for name, light in vars(palette).items():
        if name.isupper() and isinstance(light, str):
            variable = f"--fig-{name.lower().replace('_', '-')}"
            assert f"{variable}: {light};" in style and style.count(f"{variable}: {palette.DARK[light]};") == 2
            for kind in ("fill", "stroke"):
                assert f'.moving [{kind}="{light}"] {{ {kind}: var({variable}); }}' in style


# --- What changes from frame to frame. ---


def values(figure, at):
    """The figure's shapes as the script leaves them when the controls stand `at`: the still picture with its changes."""
    sizes = [len(control.values) for control in figure.controls]
    shapes = [
        [[tag, dict(attributes), text] for tag, attributes, text in drawing.shapes] for drawing in figure.frames[figure.start]
    ]
    for picture, number, name, (axes, kept) in figure.data["changes"]:
        index = 0
        for axis in axes:
            index = index * sizes[axis] + at[axis]
        if name == "text":
            shapes[picture][number][2] = kept[index]
        else:
            shapes[picture][number][1][name] = kept[index]
    return [
        [(tag, {k: str(v) for k, v in attributes.items() if v != ""}, str(text)) for tag, attributes, text in drawing]
        for drawing in shapes
    ]


def test_the_changes_make_every_frame(all_drawn):
    for name, figure in all_drawn.items():
        sizes = [len(control.values) for control in figure.controls]
        for number, drawings in enumerate(figure.frames):
            at, rest = [], number
            for size in reversed(sizes):
                at.insert(0, rest % size)
                rest //= size
            drawn_so = [
                [(tag, {k: str(v) for k, v in attributes.items() if v != ""}, text) for tag, attributes, text in d.shapes]
                for d in drawings
            ]
            assert values(figure, at) == drawn_so, f"{name}, {at}"


def test_a_value_is_kept_by_the_controls_it_depends_on():
    def draw(a, b):
        drawing = Drawing(height=20)
        drawing.circle(a, 5, 2)
        drawing.circle(b, a * b, 2)
        return drawing, f"{b}입니다."

    figure = Moving("점", [Control("a", [1, 2], ["1", "2"]), Control("b", [0, 5, 9], ["0", "5", "9"], start=2)], draw)
    assert figure.data["changes"] == [
        [0, 0, "cx", [[0], [1, 2]]],
        [0, 1, "cx", [[1], [0, 5, 9]]],
        [0, 1, "cy", [[0, 1], [0, 5, 9, 0, 10, 18]]],
    ]
    assert figure.data["say"] == [[1], ["0입니다.", "5입니다.", "9입니다."]]
    assert figure.start == 2


def test_frames_of_other_shapes_are_refused():
    def draw(a):
        drawing = Drawing()
        (drawing.circle if a else drawing.line)(1, 2, 3, *([] if a else [4]))
        return drawing, "."

    with pytest.raises(ValueError, match="같은 도형"):
        Moving("점", [Control("a", [0, 1], ["0", "1"])], draw)


def test_a_number_on_the_edge_of_rounding_does_not_turn_with_its_last_bit():
    assert {short(12.25), short(12.25 - 2e-15), short(12.25 + 2e-15)} == {"12.3"}
    assert short(-1e-12) == "0" and short(3) == "3" and short(-0.5) == "-0.5"
    assert ticks(-0.75, 6.25) == [0, 2, 4, 6] and ticks(-2.5, 2.5) == [-2, -1, 0, 1, 2]


def test_torch_found_the_slope(drawn):
    figure = drawn["tangent"]
    said = dict(zip(GAPS, figure.sentences))
    assert (
        "기울기는 3입니다" in said[1.0]
        and "기울기는 1입니다" in said[-1.0]
        and "backward()가 구한 x = 1에서의 기울기는 2입니다" in said[0]
    )


def test_a_chain_multiplies_from_the_end(drawn):
    assert drawn["chain"].sentences[4:] == [
        "역전파: 맨 끝의 1에서 출발합니다. dw/dw = 1",
        "역전파: 국소 도함수 8을 곱합니다. 1 × 8 = 8",
        "역전파: 국소 도함수 1을 곱합니다. 8 × 1 = 8",
        "역전파: 국소 도함수 3을 곱합니다. 8 × 3 = 24",
    ]
    assert "x = 1에서 h = 0.5만큼 늘릴 때의 비율: 2.5 × 10 = 25" in drawn["lines"].sentences
    assert "x = 1에서 h가 0에 다가갈 때의 비율, 곧 국소 도함수: 2 × 10 = 20" in drawn["lines"].sentences


def test_a_level_curve_is_one_curve_on_its_level():
    xs = [place / 10 for place in range(-20, 21)]
    curves = level_curves(xs, xs, [[x * x + y * y for x in xs] for y in xs], 1.0)
    assert len(curves) == 1 and curves[0][0] == curves[0][-1] and len(curves[0]) > 60
    assert all(abs(x * x + y * y - 1) < 0.01 for x, y in curves[0])


def test_steps_tell_value_gradient_and_local_derivative(drawn):
    said = drawn["steps"].sentences
    assert said[0] == "순전파를 시작합니다. 리프: w = 2, x = 3" or said[0] == "순전파를 시작합니다. 리프: x = 3, w = 2"
    assert "순전파: 곱하기(MulBackward0). y = 6" in said and "순전파: 거듭제곱(PowBackward0). 값 1" in said
    assert "역전파는 맨 끝의 기울기 1에서 출발합니다." in said
    assert "역전파: 거듭제곱(PowBackward0). 1 × 국소 도함수 2 = 2" in said
    assert {"2 × 국소 도함수 3 = 6", "2 × 국소 도함수 2 = 4"} <= set(
        re.split(r"[.,] ", next(s for s in said if s.startswith("역전파: 곱하기")))
    )
    lit = [
        shape
        for drawings in drawn["steps"].frames
        for tag, shape, _ in drawings[0].shapes
        if tag == "rect" and "visibility" not in shape
    ]
    assert len(lit) >= len(said)  # the line of code is lit in every frame
    assert any("y = w * x" in text for _, _, text in drawn["steps"].frames[0][0].shapes)


def test_steps_read_as_a_nested_list(drawn):
    listed = drawn["steps"].more
    assert listed.startswith("<details><summary>") and listed.count("<li>") == listed.count("</li>") >= 8
    assert "거듭제곱(PowBackward0), 값 1, 기울기 1" in listed and "x, 값 3, 기울기" in listed


def test_steps_leave_everything_as_it_was():
    x = torch.tensor(3.0, requires_grad=True)
    loss = (2 * x) ** 2
    steps(loss)
    assert x.grad is None
    loss.backward()
    assert x.grad == 24
    for wrong in (lambda: steps(loss), lambda: steps(x), lambda: steps(torch.ones(2, requires_grad=True) * 2)):
        with pytest.raises(ValueError, match="[가-힣]"):
            wrong()


def test_what_a_loop_repeats_is_folded(drawn):
    figure = drawn["steps, a loop"]
    assert len(figure.sentences) < 40 and any("98번 되풀이" in text for _, _, text in figure.frames[0][-1].shapes)


def test_the_browser_s_torch_draws_the_same_bytes(drawn):
    """The same code on the engine that runs in the reader's browser."""
    run = subprocess.run(
        [sys.executable, ROOT / "tests/moving_examples.py", "browsertorch"],
        stdout=subprocess.PIPE,
        check=True,
        env={**os.environ, "PYTHONUTF8": "1"},
    )
    found = json.loads(run.stdout)
    assert {name: html == drawn[name].html for name, html in found.items()} == dict.fromkeys(FIGURES, True)


def test_torch_counts_and_walks(drawn):
    ends = [sentence for sentence in drawn["orders"].sentences if "다 구했습니다" in sentence]
    assert any("24번" in end for end in ends) and any("60번" in end for end in ends)
    assert "x.grad는 6입니다. a의 길에서 올 2만큼이 빠졌습니다. 오류는 나지 않습니다." in drawn["lost"].sentences
    assert "x.grad는 2 + 6 = 8입니다." in drawn["lost"].sentences
    walks = drawn["descent"].sentences
    assert any(sentence.endswith("발산합니다.") for sentence in walks) and any(
        "손실은 0.046입니다." in sentence for sentence in walks
    )


def test_jupyter_gets_the_script_once(monkeypatch):
    import gradbook.moving

    def show():
        return FIGURES["tangent"]()._repr_mimebundle_()["text/html"]

    monkeypatch.setattr(gradbook.moving, "_sent", False)
    monkeypatch.delenv("JPY_SESSION_NAME", raising=False)
    monkeypatch.delenv("VSCODE_PID", raising=False)
    assert "<script" not in show()  # what an author stores has none
    monkeypatch.setenv("JPY_SESSION_NAME", "notebook")
    assert show().startswith("<style>") and "<script" not in show()


# --- A reader moves them. ---

PAGE = "notebooks/01-requires-grad.html"
FRAME = """(figure) => [...figure.querySelectorAll('svg > :not(title)')].map((shape) =>
    [shape.localName, shape.getAttribute('cx') ?? shape.getAttribute('d') ?? '', shape.textContent].join(' '))"""


@pytest.fixture
def page(browser, server):
    from book.tools.browser import visit

    with visit(browser, server.url + PAGE) as opened:
        yield opened
        assert opened.problems == []


def moving(page):
    figure = page.locator("figure.moving").first
    figure.scroll_into_view_if_needed()
    page.wait_for_function("() => document.querySelector('figure.moving.ready')")
    return figure


def test_the_stored_figure_moves_by_keyboard_and_says_what_it_shows(page):
    figure = moving(page)
    slider, caption = figure.get_by_role("slider"), figure.locator("figcaption")
    before = figure.evaluate(FRAME)
    assert slider.get_attribute("aria-valuetext") == "1" and caption.get_attribute("aria-live") == "polite"
    slider.focus()
    page.keyboard.press("ArrowLeft")
    assert slider.get_attribute("aria-valuetext") == "0.95" and "h = 0.95" in caption.inner_text()
    after = figure.evaluate(FRAME)
    assert before != after and len(before) == len(after)
    page.keyboard.press("Home")
    assert slider.get_attribute("aria-valuetext") == "−1.5"
    for _ in GAPS:  # every frame's letters are in the fonts that the page has
        page.keyboard.press("ArrowRight")
    assert not [url for url in page.own if url.endswith(".whole.woff2")]


def test_the_stored_figure_moves_by_finger(page):
    figure = moving(page)
    box = figure.locator("svg").bounding_box()
    x, y = box["x"] + box["width"] * 0.6, box["y"] + box["height"] * 0.5
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x - 40, y, steps=4)
    page.mouse.up()
    assert figure.get_by_role("slider").get_attribute("aria-valuetext") != "1"
    before = figure.evaluate(FRAME)
    page.mouse.move(x, y)
    assert figure.evaluate(FRAME) == before


STEPS = "notebooks/02-chain-rule.html"
STEPS_CELL = "[data-cell-id=steps-figure]"
# The lines of code that stand on a ground of their own.
LIT = """(figure) => [...figure.querySelector('svg').querySelectorAll('rect:not([visibility])')]
    .map((ground) => ground.nextElementSibling.textContent)"""


def test_steps_go_node_by_node_with_buttons_and_arrow_keys_and_light_their_line(browser, server):
    from book.tools.browser import visit

    with visit(browser, server.url + STEPS, width=390) as page:
        figure = page.locator(f"{STEPS_CELL} figure.moving.ready")
        slider, caption = figure.get_by_role("slider"), figure.locator("figcaption")
        back, on = (figure.get_by_role("button", name=name) for name in ("이전", "다음"))

        def at():
            return slider.get_attribute("aria-valuetext"), caption.inner_text(), figure.evaluate(LIT)

        slider.focus()
        page.keyboard.press("Home")
        assert at() == ("6단계 중 1단계", "순전파를 시작합니다. 리프: x = 3", ["x = torch.tensor([3.], requires_grad=True)"])
        assert back.get_attribute("aria-disabled") == "true" and on.get_attribute("aria-disabled") == "false"
        page.keyboard.press("ArrowRight")
        assert at() == ("6단계 중 2단계", "순전파: 거듭제곱(PowBackward0). y = 9", ["y = x ** 2"])
        on.press("Enter")
        assert at() == ("6단계 중 3단계", "순전파: 곱하기(MulBackward0). z = 90", ["z = y * 10"])
        on.click()
        on.click()
        assert at() == ("6단계 중 5단계", "역전파: 곱하기(MulBackward0). 1 × 국소 도함수 10 = 10", ["z = y * 10"])
        back.click()
        assert at() == ("6단계 중 4단계", "역전파는 맨 끝의 기울기 1에서 출발합니다.", ["z = y * 10"])
        slider.press("End")
        assert at() == ("6단계 중 6단계", "역전파: 거듭제곱(PowBackward0). 10 × 국소 도함수 6 = 60", ["y = x ** 2"])
        assert on.get_attribute("aria-disabled") == "true"
        assert figure.get_by_role("button", name="재생").count() == 0, "who asks for calm steps by hand"
        figure.locator("summary").press("Enter")
        assert figure.get_by_role("listitem").first.inner_text().startswith("곱하기(MulBackward0), z, 값 90, 기울기 1")
        assert page.evaluate("document.documentElement.scrollWidth") <= 390
        assert page.problems == []


def test_steps_follow_the_reader_s_own_expression(browser, server):
    from book.tools.browser import visit

    with visit(browser, server.url + STEPS) as page:
        cell = page.locator(STEPS_CELL)
        write(
            cell,
            "import torch\nfrom gradbook.steps import steps\nw = torch.tensor(2., requires_grad=True)\nloss = w.sin() * w\nsteps(loss)",
        )
        cell.locator(".live-run").click()
        page.wait_for_function("(cell) => cell.dataset.result && !cell.dataset.live", arg=cell.element_handle())
        figure = cell.locator("figure.moving.ready", has_text="SinBackward0")
        figure.get_by_role("slider").press("Home")
        page.keyboard.press("ArrowRight")
        assert figure.locator("figcaption").inner_text() == "순전파: 사인(SinBackward0). 값 0.909"
        assert figure.evaluate(LIT) == ["loss = w.sin() * w"]
        assert page.problems == []


def test_nothing_jumps_when_the_script_comes(browser, server):
    from book.tools.browser import visit

    heights = []
    for scripts in (True, False):
        with visit(browser, server.url + PAGE, java_script_enabled=scripts) as page:
            if not scripts:  # as it is laid out before the script has come: theme.js has marked the page
                page.set_content(page.content().replace("<html ", '<html class="js" ', 1))
                page.wait_for_load_state("networkidle")
            else:
                moving(page)
            heights.append(round(page.locator("figure.moving").first.bounding_box()["height"]))
    assert abs(heights[0] - heights[1]) <= 3, heights


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_without_scripts_the_still_picture_stands_in_the_colours_of_the_screen(browser, server, theme):
    from book.tools.browser import visit

    with visit(browser, server.url + PAGE, theme, 390, java_script_enabled=False) as page:
        svg = page.locator("figure.moving svg").first
        assert svg.is_visible() and svg.bounding_box()["width"] > 300
    with visit(browser, server.url + PAGE, theme, 390) as page:
        ink = page.evaluate("getComputedStyle(document.querySelector('figure.moving [stroke=\"#1c2430\"]')).stroke")
        number = {"light": palette.INK, "dark": palette.DARK[palette.INK]}[theme]
        assert ink == "rgb({}, {}, {})".format(*(int(number[i : i + 2], 16) for i in (1, 3, 5)))
        small = page.evaluate("""[...document.querySelectorAll('figure.moving svg text')].map((t) =>
            parseFloat(t.getAttribute('font-size')) * t.getScreenCTM().a).filter((size) => size < 11)""")
        assert small == []


def test_a_page_without_such_a_figure_does_not_load_the_script(site):
    pages = {page: (site.folder / page).read_text(encoding="utf-8") for page in site.pages}
    assert {page for page, text in pages.items() if "moving.js" in text} == {
        page for page, text in pages.items() if 'class="moving"' in text
    }


# Bytes of script and style, gzip, that a page loaded before there were figures that move, progress, reviews and links to cells:
# one without cells and one with.
BEFORE = {"book/glossary.html": 11_052, "notebooks/errors-backward.html": 26_222}
GROWTH = 12_000  # and how many more they may be now
OTHERS = ("/fonts/", "/worker.js", "/live/pyodide-")  # faces, and what the cells' worker begins with


@pytest.mark.parametrize("address", BEFORE)
def test_a_page_without_such_a_figure_pays_little(browser, site, address):
    from book.tools.browser import visit

    with site.open() as server, visit(browser, server.url + address, service_workers="block") as page:
        assert page.locator("figure.moving").count() == 0
        if page.locator(".live-run").count():
            page.locator(".live-menu").first.wait_for(state="attached")  # comes with the last of the scripts
        sizes = {path: size for path, _, size in server.log if urlsplit(path).path.endswith((".js", ".css"))}
    paid = {path: size for path, size in sizes.items() if not any(part in path for part in OTHERS)}
    assert 0 < sum(paid.values()) - BEFORE[address] <= GROWTH, paid


def test_a_figure_that_was_run_moves_too_and_counts_as_the_book_s(page):
    figure = moving(page)
    figure.get_by_role("slider").focus()
    page.keyboard.press("ArrowLeft")  # where the reader left it is no difference
    cell = page.locator("div.cell", has=page.locator("figure.moving")).first
    cell.locator(".live-run").click()
    page.wait_for_function("(cell) => cell.dataset.result && !cell.dataset.live", arg=cell.element_handle())
    assert cell.get_attribute("data-result") == "same", cell.inner_text()
    again = cell.locator("figure.moving.ready")
    again.get_by_role("slider").focus()
    page.keyboard.press("ArrowRight")
    assert again.get_by_role("slider").get_attribute("aria-valuetext") == "1.05"


def test_the_script_finds_places(page):
    moving(page)
    found = page.evaluate("""async () => {
        const { place, nearest } = await import(document.querySelector('script[src*="moving.js"]').src);
        return [place([0, 2], [1, 5, 2], [3, 9, 4]), place([], [1], [3]), nearest([0, 10, 30], 21), nearest([0, 10, 30], -9)];
    }""")
    assert found == [6, 0, 2, 0]


def test_hostile_data_stay_data(page):
    """What an output claims to be a figure that moves brings nothing into the page that runs or loads."""
    hostile = json.dumps(
        {
            "controls": [],
            "changes": [[0, 0, "onclick", [[], ["alert(1)"]]], [0, 0, "href", [[], ["https://x.test"]]]],
            "say": [[], ["<img src=x onerror=alert(1)>"]],
        }
    )
    page.evaluate(
        """(data) => {
        const figure = Object.assign(document.createElement('figure'), { className: 'moving', id: 'hostile' });
        figure.dataset.moving = data;
        const svg = '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(1)</scr' + 'ipt><path d="M0 0" onclick="alert(1)" style="fill:red"/><image href="https://x.test"/></svg>';
        figure.innerHTML = '<div class="moving-stage"><img></div><figcaption></figcaption>';
        figure.querySelector('img').src = 'data:image/svg+xml,' + encodeURIComponent(svg);
        document.querySelector('main').append(figure);
    }""",
        hostile,
    )
    page.wait_for_selector("#hostile.ready", state="attached")
    made = page.locator("#hostile").evaluate("(f) => [f.querySelector('svg').outerHTML, f.querySelector('figcaption').innerHTML]")
    assert made[0] == '<svg><path d="M0 0"></path></svg>'
    assert made[1] == "&lt;img src=x onerror=alert(1)&gt;"
    page.problems[:] = [problem for problem in page.problems if "inline event handler" not in problem]  # the policy's word
