"""Looking at what a name holds: with a pointer, with a finger, with keys, aloud."""

import re

import pytest
from playwright.sync_api import expect

from test_live_ui import AXE, cells, choose, done, press, reader, run, scratch

MARKED = "[data-cell-id=mark-tensor]"
CODE = "rows = torch.arange(6.).reshape(2, 3).requires_grad_()\ntotal = (rows ** 2).sum()\ntotal.backward()"


@pytest.fixture(scope="module")
def lab(browser, isolated):
    """A page in which MARKED has run."""
    with reader(browser, isolated) as page:
        press(page.locator(MARKED))
        done(page.locator(MARKED))
        yield page
        assert page.problems == []


def name(cell, word):
    """A name in the printed code of a cell."""
    return cell.locator(".highlight pre span").filter(has_text=re.compile(f"^{word}$")).first


def hover(page, box):
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.clock.run_for(400)


def place(page, word, line=""):
    """Where a word of an added cell's editor is on the screen: in the line that holds `line`, or the first that holds the word."""
    return page.evaluate(
        """([word, line]) => {
            const row = [...document.querySelectorAll('.live-scratch .cm-line')].find(({ textContent }) => textContent.includes(line));
            const walker = document.createTreeWalker(row, NodeFilter.SHOW_TEXT);
            while (walker.nextNode()) {
                const at = walker.currentNode.textContent.indexOf(word);
                if (at < 0) continue;
                const range = document.createRange();
                range.setStart(walker.currentNode, at);
                range.setEnd(walker.currentNode, at + word.length);
                const { x, y, width, height } = range.getBoundingClientRect();
                return { x, y, width, height };
            }
        }""",
        [word, line or word],
    )


def away(page):
    page.mouse.move(2, 300)
    page.clock.run_for(400)
    expect(page.locator(".live-tip")).to_be_hidden()


def test_a_pointer_on_a_printed_name_shows_the_tensor(lab):
    tip = lab.locator(".live-tip")
    word = name(lab.locator(MARKED), "x")
    word.scroll_into_view_if_needed()
    hover(lab, word.bounding_box())
    expect(tip).to_be_visible()
    for fact in ("x Tensor", "shape", "dtype", "torch.float32", "requires_grad", "is_leaf", "grad_fn", "grad"):
        expect(tip).to_contain_text(fact)
    # The pointer may go onto what is shown, to copy from it; Escape closes it.
    hover(lab, tip.bounding_box())
    lab.clock.run_for(2000)
    expect(tip).to_be_visible()
    lab.keyboard.press("Escape")
    expect(tip).to_be_hidden()
    away(lab)
    # Code that has not run may mean other values.
    word = name(cells(lab).nth(7), "x")
    word.scroll_into_view_if_needed()
    hover(lab, word.bounding_box())
    expect(tip).to_be_hidden()


def test_a_pointer_on_a_name_in_the_editor_shows_what_it_holds_now(lab):
    cell = run(lab, CODE + "\ndef double(rows):\n    return rows")
    tip = lab.locator(".live-tip")
    hover(lab, place(lab, "total"))
    for fact in ("SumBackward0", "tensor(55.)", "리프가 아니어서"):
        expect(tip).to_contain_text(fact)
    away(lab)
    hover(lab, place(lab, "rows"))
    expect(tip).to_contain_text("(2, 3)")
    expect(tip).to_contain_text("[ 0.,  2.,  4.]")
    away(lab)
    hover(lab, place(lab, "return"))  # a word of Python
    expect(tip).to_be_hidden()
    box = place(lab, "rows", "return rows")
    hover(lab, box)  # the function's own, not the one outside
    expect(tip).to_be_hidden()
    hover(lab, box | {"x": box["x"] + box["width"] + 60})  # the empty place right of it
    expect(tip).to_be_hidden()
    away(lab)
    choose(cell, "이 셀 지우기")


def test_the_keys_that_explain_a_name_tell_a_tensor(lab):
    choose(run(lab, CODE), "이 셀 지우기")
    cell = scratch(lab, "total")
    lab.keyboard.press("Control+i")
    help_ = lab.locator(".live-help")
    for fact in ("total", "Tensor", "SumBackward0", "tensor(55.)"):
        expect(help_).to_contain_text(fact)
    expect(lab.locator(".live-heard")).to_contain_text("is_leaf False")
    lab.keyboard.press("Escape")
    expect(help_).to_have_count(0)
    choose(cell, "이 셀 지우기")


def test_the_variables_of_a_cell_are_listed_for_keys_and_follow_the_runs(lab):
    cell = run(lab, "first = torch.ones(2)\nsecond = first + 1")
    choose(cell, "변수 보기")
    box = lab.locator(".live-variables")
    expect(box).to_be_focused()
    assert box.get_attribute("aria-label") == "빈 셀의 변수"
    assert box.locator("code").all_inner_texts() == ["first", "second"]
    run(lab, "second = torch.zeros(3)")
    expect(box).to_contain_text("tensor([0., 0., 0.])")
    box.focus()
    lab.keyboard.press("Escape")
    expect(box).to_have_count(0)
    expect(lab.locator(".live-scratch").nth(1).locator(".live-menu summary")).to_be_focused()
    for _ in range(2):
        choose(lab.locator(".live-scratch").first, "이 셀 지우기")


def test_nothing_is_looked_up_while_a_cell_runs(lab):
    cell = scratch(lab, "import time\nfor step in range(1000):\n    time.sleep(0.02)")
    lab.keyboard.press("Control+Enter")
    expect(cell.locator(".live-state")).to_contain_text("실행 중")
    word = name(lab.locator(MARKED), "x")
    word.scroll_into_view_if_needed()
    hover(lab, word.bounding_box())
    assert lab.locator(".live-tip").is_hidden()
    away(lab)
    press(cell)
    done(cell)
    choose(cell, "이 셀 지우기")


def test_a_finger_sees_a_value_and_a_second_touch_edits(browser, isolated):
    with reader(browser, isolated, width=390, height=740, has_touch=True, is_mobile=True, theme="dark") as page:
        cell = page.locator(MARKED)
        press(cell)
        done(cell)
        page.wait_for_function("() => document.querySelector('.live-tip')")
        word = name(cell, "x")
        word.tap()
        tip = page.locator(".live-tip")
        expect(tip).to_contain_text("requires_grad")
        expect(page.locator(".live-heard")).to_contain_text("x, Tensor. shape")
        box = tip.bounding_box()
        assert box["x"] >= 0 and box["x"] + box["width"] <= 390
        assert page.evaluate("document.documentElement.scrollWidth") <= 390
        choose(cell, "변수 보기")
        expect(page.locator(".live-variables")).to_be_focused()
        page.evaluate(AXE)
        word.tap()
        expect(tip).to_be_visible()
        found = page.evaluate("axe.run(document, { resultTypes: ['violations'] })")["violations"]
        assert [(rule["id"], node["html"][:200]) for rule in found for node in rule["nodes"]] == []
        assert cell.locator(".live-editor").count() == 0
        cell.locator(".live-state").tap()  # anywhere else
        expect(tip).to_be_hidden()
        word.tap()
        expect(tip).to_be_visible()
        word.tap()
        expect(tip).to_be_hidden()
        expect(cell.locator(".cm-content")).to_be_focused()
        assert page.problems == []
