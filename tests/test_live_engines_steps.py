"""Firefox and WebKit do what a reader does most: press, edit, stop, come back, read offline, predict, step through a figure."""

import pytest

from browser import ISOLATED, STORE
from engine_pages import DONE, FIRST, PAGE, SECOND, TEXT, THIRD, lighten, run, see, write
from engines import CONTROL, ENTER, HOME, LINUX, RIGHT
from test_offline import build, copy, kept
from test_predictions import FIRST as QUESTION
from test_predictions import PAGE as ASKING
from test_predictions import SPEC

__all__ = ["copy"]
pytestmark = [LINUX, pytest.mark.long]


def test_a_cell_is_run_edited_stopped_and_found_again(engine, site):
    with site.open(ISOLATED) as server:
        engine.open(f"{server.url}{PAGE}.html")
        assert run(engine, SECOND) == "책과 같습니다"
        assert engine.evaluate("(cell) => document.querySelector(cell).dataset.result", FIRST) == "same"
        write(engine, THIRD, "kept = 41")
        engine.press(CONTROL, ENTER)
        engine.wait_for_function(DONE, THIRD)
        write(engine, THIRD, "while True: pass")
        engine.press(CONTROL, ENTER)  # with the mouse, two presses in a moment were a double click: that is one press
        see(engine, f"{THIRD} .live-state", "실행 중")
        assert run(engine, THIRD) == "멈췄습니다 · 변수는 그대로입니다"
        write(engine, THIRD, "print(kept + 1)")
        engine.press(CONTROL, ENTER)
        see(engine, f"{THIRD} .live-diff ins", "42")
        names = engine.evaluate("() => [...Object.keys(localStorage), ...Object.keys(sessionStorage)]")
        assert names and all(name.startswith(STORE) for name in names), names
        engine.reload()
        see(engine, f"{THIRD} .cm-content", "print(kept + 1)")


def test_a_page_that_is_gone_back_to_has_its_kernel_still(engine, copy):
    """The browser keeps the page that was left whole, its worker too, and shows it again as it was (back-forward cache).
    It lets go of one that a service worker takes over, as in a first visit."""
    lighten(copy.folder)
    with copy.open() as server:
        engine.open(f"{server.url}book/index.html")
        kept(engine)
        engine.open(f"{server.url}{PAGE}.html")
        assert run(engine, FIRST) == "책과 같습니다"
        write(engine, THIRD, "1 + 1")
        engine.evaluate("() => { window.left = true; }")
        engine.leave(f"{server.url}book/index.html")
        engine.arrive("!window.left")
        engine.evaluate("() => { setTimeout(() => history.back()); }")
        engine.arrive("window.left")
        assert engine.evaluate(TEXT, f"{FIRST} .live-state") == "책과 같습니다"
        assert engine.evaluate(TEXT, f"{THIRD} .cm-content") == "1 + 1"
        assert run(engine, SECOND) == "책과 같습니다"
        assert run(engine, THIRD) == "책과 다른 출력입니다"


def test_a_cell_runs_without_a_network(engine, copy):
    lighten(copy.folder, "_static/", "live/")
    with copy.open() as server:
        engine.open(f"{server.url}{PAGE}.html")
        kept(engine)
        engine.reload()
        assert run(engine, FIRST) == "책과 같습니다"
        engine.wait_for_function(
            """async (n) => (await (await caches.open("/book/:runtime")).keys()).length === n""", len(build(copy.folder)["later"])
        )
        names = engine.evaluate("() => caches.keys()")
        assert all(name.startswith(STORE) for name in names), names
    engine.open(f"{server.url}{PAGE}.html")
    assert engine.evaluate("() => crossOriginIsolated")
    assert run(engine, FIRST) == "책과 같습니다"
    engine.open(f"{server.url}lite/notebooks/index.html?path={PAGE}.ipynb")
    see(engine, "h1", "지금은 이 쪽을 열 수 없습니다")


def test_an_output_waits_for_a_prediction(engine, server):
    shown = "(cell) => document.querySelector(`${cell} .cell_output`).checkVisibility()"
    question = f"[data-cell-id={QUESTION}]"
    engine.open(f"{server.url}{ASKING}.html")
    assert not engine.evaluate(shown, question)
    right = list(SPEC["choices"]).index(SPEC["answer"]) + 1
    engine.click(f"{question} form.guess button:nth-of-type({right})")
    see(engine, f"{question} [role=status]", "예상대로입니다")
    assert engine.evaluate(shown, question)


def test_backward_is_walked_step_by_step(engine, server):
    figure = "[data-cell-id=steps-figure] figure.moving.ready"
    engine.open(f"{server.url}notebooks/02-chain-rule.html")
    engine.click(f"{figure} input")
    engine.press(HOME)
    see(engine, f"{figure} figcaption", "순전파를 시작합니다")
    engine.press(RIGHT)
    see(engine, f"{figure} figcaption", "순전파: 거듭제곱(PowBackward0)")
    back, on = (f"{figure} .moving-steps button:nth-of-type({place})" for place in (1, 2))
    for _ in range(3):
        engine.click(on)
    see(engine, f"{figure} figcaption", "역전파: 곱하기(MulBackward0). 1 × 국소 도함수 10 = 10")
    engine.click(back)
    see(engine, f"{figure} figcaption", "역전파는 맨 끝의 기울기 1에서 출발합니다.")
