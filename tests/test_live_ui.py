"""The live cells as a reader meets them: pressing, typing, leaving, coming back. What cells print is test_live_pages.py's.

`lab` is one page with Python ready, shared by the tests that need nothing fresh; what a test writes, it writes in a cell of
its own. Tests of storage, of the start and of what is lost open a page of their own.
"""

import gzip
import json
import re
from contextlib import contextmanager
from pathlib import Path

import axe_playwright_python
import pytest
from playwright.sync_api import expect

from browser import PATIENCE, STORE, visit

PAGE = "notebooks/01-requires-grad.html"
DRAFTS = f"{STORE}live:notebooks/01-requires-grad"
BUTTONS = 1_080  # bytes, gzip: what every page with code loads
PAGE_GROWTH = 160_000  # bytes, gzip: that, the cells and the editor

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
OPEN = "for (const closed of document.querySelectorAll('details.prediction')) closed.open = true"  # as a reader who has answered
DATA_SAVER = "Object.defineProperty(navigator, 'connection', { value: { saveData: true, effectiveType: '4g' } })"


@contextmanager
def reader(browser, server, script=None, page=PAGE, ready=True, **options):
    """The page with its live cells there. `script` runs before the page's own. Its clock can be run ahead: a minute later
    is what would have come by itself."""
    with visit(browser, "about:blank", **options) as opened:
        opened.clock.install()
        if script:
            opened.add_init_script(script)
        opened.goto(server.url + page, wait_until="load")
        opened.evaluate(OPEN)
        if ready:
            opened.locator(".live-menu").first.wait_for(state="attached")
        yield opened


@pytest.fixture(scope="module")
def opened_lab(browser, isolated):
    with reader(browser, isolated) as page:
        press(cells(page).first)
        done(cells(page).first)
        yield page


@pytest.fixture
def lab(opened_lab):
    """The shared page as it was: no cell of another test, no edit."""
    page = opened_lab
    for _ in page.locator(".live-scratch").all():
        choose(page.locator(".live-scratch").first, "이 셀 지우기")
    choose(cells(page).first, "모두 되돌리기")
    page.problems.clear()
    yield page
    assert page.problems == []


def cells(page):
    return page.locator("div.cell[data-cell-id]:not(.live-scratch)")


def press(cell):
    cell.locator(".live-run").click()


def done(cell):
    """Waits until the cell's run is over."""
    cell.page.wait_for_function(
        "(cell) => cell.dataset.result && !cell.dataset.live", arg=cell.element_handle(), timeout=PATIENCE
    )
    return cell


def said(cell):
    return cell.locator(".live-state").inner_text()


def choose(cell, word):
    cell.locator(".live-menu summary").click()
    cell.locator(".live-menu").get_by_role("button", name=word, exact=True).click()


def code(cell):
    return cell.evaluate("(cell) => [...cell.querySelectorAll('.cm-line')].map((line) => line.textContent).join('\\n')")


def write(cell, text):
    """Opens the cell's editor and replaces its code by typing."""
    cell.locator(".live-edit").click()
    expect(cell.locator(".cm-content")).to_be_focused()
    cell.page.keyboard.press("Control+a")
    cell.page.keyboard.insert_text(text)


def scratch(page, text):
    """A new cell after the page's first, with this code in it; focus is in its editor."""
    before = page.locator(".live-scratch").count()
    choose(cells(page).first, "아래에 빈 셀 추가")
    expect(page.locator(".live-scratch")).to_have_count(before + 1)
    cell = page.locator(".live-scratch").first
    expect(cell.locator(".cm-content")).to_be_focused()
    page.keyboard.insert_text(text)
    return cell


def run(page, text):
    """Runs `text` in a new cell; → the cell, done."""
    cell = scratch(page, text)
    page.keyboard.press("Control+Enter")
    return done(cell)


def printed(cell):
    return cell.locator(".cell_output").inner_text()


def forgive(page):
    """The policy's word about handlers in hostile output is no mistake of the page."""
    page.problems[:] = [problem for problem in page.problems if "inline event handler" not in problem]


def stored(page):
    return json.loads(page.evaluate(f"localStorage.getItem('{DRAFTS}')") or "{}")


# ── before anything is pressed ──────────────────────────────────────────────────────────────────────────────────────────


def test_the_buttons_come_without_moving_the_page(browser, server):
    """The page with its live cells is laid out as the page whose scripts have not come yet."""
    # Both with every face loaded: `fonts.ready` alone may be true before a face was asked for.
    places = """Promise.allSettled([...document.fonts].map((face) => face.load())).then(() => [...document.querySelectorAll('article *:not(.live-strip, .live-strip *, .live-bar, .live-bar *)')]
        .map((element) => Math.round(element.getBoundingClientRect().top)))"""
    for width in (1280, 390):
        with visit(browser, "about:blank", width=width) as page:
            page.route("**/live/**", lambda route: route.abort())
            page.goto(server.url + PAGE, wait_until="load")
            page.evaluate(OPEN)
            before = page.evaluate(places)
        with reader(browser, server, width=width) as page:
            assert page.evaluate(places) == before


def test_the_page_grows_little_and_only_when_it_is_wanted(browser, site, server):
    def size(address):
        return len(gzip.compress((site.folder / address.removeprefix(server.url)).read_bytes(), 9))

    with reader(browser, server, DATA_SAVER, ready=False) as page:
        page.locator(".live-run").first.wait_for()
        page.clock.run_for(60_000)
        first = {address for address in page.asked if "/live/" in address}
        assert sum(map(size, first)) <= BUTTONS, f"under data saver only the buttons are loaded: {first}"
        page.locator(".live-edit").first.click()
        page.locator(".cm-content").wait_for()
        everything = {address for address in page.asked if "/live/" in address}
    assert not [address for address in everything if "/packages/" in address or "/pyodide-" in address], "editing needs no Python"
    assert sum(map(size, everything)) <= PAGE_GROWTH


def test_the_page_says_which_torch_runs_also_before_it_is_used(browser, server):
    with reader(browser, server) as page:
        expect(page.locator("article > .live-bar .live-engine")).to_contain_text("browsertorch")
        expect(page.locator(".live-engine")).to_contain_text("준비됨")
        assert page.locator(".live-bar").evaluate("(bar) => getComputedStyle(bar).position") == "absolute", "not over the text"


def test_a_cell_that_cannot_run_here_says_why(browser, isolated, third):
    reason = "이 셀은 프로세스를 만들어서 브라우저에서는 실행할 수 없습니다."

    def mark(route):
        answer = route.fetch()
        body = answer.text().replace(f'data-cell-id="{third}"', f'data-cell-id="{third}" data-no-browser="{reason}"')
        route.fulfill(response=answer, body=body)

    with visit(browser, "about:blank") as page:
        page.route(f"**/{PAGE}", mark)
        page.goto(isolated.url + PAGE, wait_until="load")
        cell = page.locator(f"[data-cell-id='{third}']")
        assert cell.locator(".live-strip, .live-run").count() == 0
        assert reason in cell.evaluate("(cell) => getComputedStyle(cell, '::before').content")
        below = page.locator("[data-cell-id]").nth(3)
        press(below)
        done(below)
        assert below.get_attribute("data-result") == "same", "the cells below run without it"


def test_nothing_in_an_address_runs_code(browser, server):
    for tail in ("?code=print(1)&run=1&live=1", "#run", "#import-torch"):
        with reader(browser, server, page=PAGE + tail) as page:
            page.clock.run_for(60_000)
            assert page.locator(".cell[data-live], .cell[data-result], .live-editor").count() == 0


def test_stored_code_comes_back_without_running(browser, server):
    with reader(browser, server) as page:
        scratch(page, "print('저절로')")
        page.reload()
        expect(page.locator(".live-scratch .cm-content")).to_have_text("print('저절로')")
        page.clock.run_for(60_000)
        assert page.locator(".cell[data-live], .cell[data-result]").count() == 0


def test_everything_that_is_pressed_is_named_by_what_it_shows(lab):
    names = lab.evaluate("""[...document.querySelectorAll('.live-strip button, .live-strip summary, .live-bar button')]
        .map((button) => [button.textContent.trim(), button.ariaLabel])""")
    assert names and all(text and label is None for text, label in names)


# ── pressing 실행 ───────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_first_press_runs_the_cells_above_and_says_so(browser, isolated):
    watch = """window.words = [];
    addEventListener('DOMContentLoaded', () => new MutationObserver(() => {
      for (const place of document.querySelectorAll('.live-bar p, .live-heard')) words.push(place.textContent);
    }).observe(document.body, { subtree: true, childList: true, characterData: true }));"""
    with reader(browser, isolated, watch + DATA_SAVER, ready=False) as page:
        press(cells(page).nth(3))
        done(cells(page).nth(3))
        for index in range(4):
            assert cells(page).nth(index).get_attribute("data-result") == "same", index
        assert cells(page).nth(4).get_attribute("data-result") is None
        words = page.evaluate("words")
        assert any("위쪽 셀 3개를 아직 실행하지 않아 먼저 실행합니다" in word for word in words)
        assert any(re.search(r"내려받는 중 [\d.]+ / [\d.]+ MB", word) for word in words), "bytes while Python loads"
        expect(page.locator(".live-heard")).to_contain_text("셀 4개를 실행했습니다. 코드 셀 4: 책과 같습니다")
        torch = page.locator(".live-engine").inner_text()
        assert "torch" in torch and "준비됨" in torch
        press(cells(page).nth(3))
        done(cells(page).nth(3))
        assert [word for word in page.evaluate("words") if "위쪽 셀" in word][-1].startswith("위쪽 셀 3개")


def test_a_cell_after_a_change_shows_what_differs_and_reset_brings_the_book_back(lab):
    cell = cells(lab).nth(2)
    book = printed(cell)
    write(cell, "print('w: 1.5  손실: 2.25')\nprint('다른 줄')")
    assert cell.get_attribute("data-edited") is not None
    lab.keyboard.press("Control+Enter")
    done(cell)
    assert said(cell) == "책과 다른 출력입니다"
    assert cell.locator(".live-diff ins").all_inner_texts() == ["지금 다른 줄"]
    assert len(cell.locator(".live-diff del").all()) == len(book.strip().split("\n")) - 1
    choose(cell, "이 셀 되돌리기")
    expect(cell.locator(".live-diff")).to_have_count(0)
    assert printed(cell) == book
    assert cell.get_attribute("data-edited") is None
    lab.locator(".live-word").get_by_role("button", name="취소").click()
    expect(cell.locator(".cm-content")).to_contain_text("다른 줄")


def test_a_change_that_prints_the_same_says_so(lab):
    cell = cells(lab).nth(2)
    write(cell, cell.locator(".cell_input pre").first.text_content().rstrip("\n") + "\n\n# 덧붙인 말")
    lab.keyboard.press("Control+Enter")
    done(cell)
    assert said(cell) == "고친 코드 · 출력은 책과 같습니다"


def test_a_figure_is_compared_as_a_picture(lab):
    lab.evaluate(
        "window.broken = []; addEventListener('error', ({ target }) => broken.push(target.outerHTML ?? String(target)), true)"
    )
    figure = lab.locator(".cell:has(img.figure)").first
    figure.evaluate("(cell) => cell.querySelectorAll('details').forEach((folded) => (folded.open = true))")
    press(figure)
    done(figure)
    assert said(figure) == "책과 같습니다"
    book = figure.locator(".cell_input pre").first.text_content().rstrip("\n")
    assert "y, x=x" in book
    write(figure, book.replace("y, x=x", "y * 2, x=x"))
    lab.keyboard.press("Control+Enter")
    done(figure)
    assert said(figure) == "책과 다른 출력입니다"
    visible = figure.locator(".cell_output img:visible")
    assert visible.count() == 1 and visible.evaluate("(image) => image.naturalWidth > 100")
    lab.evaluate("document.documentElement.dataset.theme = 'dark'")
    assert "dark" in visible.get_attribute("class") and visible.evaluate("(image) => image.naturalWidth > 100")
    assert "4fc3d7" in visible.get_attribute("src"), "the accent of the dark palette"
    lab.evaluate("document.documentElement.dataset.theme = 'light'")
    assert lab.evaluate("broken") == [], "no picture that failed"


def test_all_cells_run_and_an_error_the_book_does_not_have_ends_the_row(lab):
    write(cells(lab).nth(1), "1 / 0")
    choose(cells(lab).nth(3), "위쪽 모두 실행")
    done(cells(lab).nth(1))
    expect(lab.locator(".live-word")).to_contain_text("코드 셀 2에서 오류가 나 여기서 멈췄습니다")
    assert said(cells(lab).nth(2)) == "실행하지 않았습니다"
    assert "ZeroDivisionError: division by zero" in printed(cells(lab).nth(1))


def test_a_traceback_shows_the_line_of_the_cell(lab):
    cell = run(lab, "a = 1\nb = 0\n\na / b")
    text = printed(cell)
    assert re.search(r"Cell In\[\d+\], line 4", text)
    assert re.search(r"-+> 4 a / b", text)
    assert text.rstrip().split("\n")[-1] == "ZeroDivisionError: division by zero"
    assert said(cell) == "오류가 났습니다"


def test_output_is_shown_while_the_cell_still_runs(lab):
    cell = scratch(lab, "import time\nprint('먼저')\nprint('이어서', end='', flush=True)\ntime.sleep(3600)")
    lab.keyboard.press("Control+Enter")
    expect(cell.locator(".cell_output")).to_have_text("먼저\n이어서")
    assert cell.get_attribute("data-live") == "busy"
    press(cell)
    assert "먼저\n이어서" in printed(done(cell))


def test_a_line_written_over_shows_what_stands_there_last(lab):
    cell = run(lab, r"print('   0%\r 100', end=''); print('\r끝', end='\r'); print(flush=True); print('하나\r', end='')")
    assert cell.locator(".cell_output pre").text_content() == "끝100%\n하나"


@pytest.mark.parametrize("width, height", [(320, 225), (390, 420)])
def test_the_line_that_is_typed_is_seen_where_little_height_is_left(browser, isolated, width, height):
    """At a zoom of 400 %, or above a phone's keyboard: the head and the bar took two thirds of it."""
    with reader(browser, isolated, width=width, height=height) as page:
        cell = cells(page).nth(1)
        cell.locator(".live-edit").click()
        expect(cell.locator(".cm-content")).to_be_focused()
        page.keyboard.press("Control+End")
        page.keyboard.insert_text("\n" * 12 + "typed = 1")
        line = cell.locator(".cm-line").last.bounding_box()
        covered = page.evaluate(
            "([x, y]) => !document.elementFromPoint(x, y)?.closest('.cm-editor')", [line["x"] + 5, line["y"] + line["height"] / 2]
        )
        assert not covered, line
        shown = page.evaluate(
            "[...document.querySelectorAll('.top, .live-bar')].map((e) => e.getBoundingClientRect()).filter((r) => r.bottom > 0 && r.top < innerHeight)"
        )
        assert sum(box["height"] for box in shown) <= height / 4, shown


def test_a_press_shows_at_once_and_a_double_click_is_one_press(browser, isolated):
    with reader(browser, isolated, ready=False, script=DATA_SAVER) as page:
        held = []
        page.route("**/page-*.js", lambda route: held.append(route))
        cell = cells(page).first
        cell.locator(".live-run").dblclick()
        expect(cell.locator(".live-state")).to_have_text("여는 중")
        press(cell)
        for route in held:
            route.continue_()
        done(cell)
        assert said(cell) == "책과 같습니다"
        assert len(held) == 1
        # WebKit counts two clicks on one place as a double one, also where another cell's button has come there.
        following = cells(page).nth(1)
        following.locator(".live-run").dispatch_event("click", {"detail": 2})
        done(following)


LONG = {
    "print('x' * 1_900_000)": "x" * 20_000,
    "raise ValueError('x' * 2_000_000)": "x" * 10_000,
    "'y' * 2_000_000": "'yyy",
    "class Long:\n    def _repr_html_(self):\n        return '<p>' * 1_000_000\nLong()": "<p>" * 1_000,
    "for i in range(20_000):\n    print(f'\\r{i}', end='')": "19999",
    "for i in range(20_000):\n    print(i)": "0\n1\n2\n",
}


@pytest.mark.parametrize("code", LONG)
def test_of_a_long_output_the_beginning_is_drawn_and_the_rest_offered(lab, code):
    """Whatever is printed, raised or returned: a page that draws all of it stands still for minutes."""
    cell = run(lab, code)
    drawn = cell.locator(".cell_output pre").first
    assert LONG[code] in drawn.text_content()
    assert len(drawn.text_content()) <= 20_000
    more = cell.get_by_role("button", name="이어서 보기")
    if "end=''" in code:
        expect(more).to_have_count(0)
        return
    expect(cell.locator(".live-rest")).to_contain_text("남은 글자")
    before = len(drawn.text_content())
    more.focus()
    lab.keyboard.press("Enter")
    assert len(drawn.text_content()) > before


def test_an_endless_loop_stops_and_variables_stay(lab):
    run(lab, "kept = 41")
    cell = scratch(lab, "while True:\n    pass")
    lab.keyboard.press("Control+Enter")
    expect(cell.locator(".live-state")).to_contain_text("실행 중")
    assert cell.locator(".live-run").inner_text().strip() == "멈춤"
    press(cell)
    done(cell)
    assert said(cell) == "멈췄습니다 · 변수는 그대로입니다"
    assert "42" in printed(run(lab, "kept + 1"))


def test_a_run_of_other_code_says_nothing_of_what_stands_there_now(lab):
    cell = cells(lab).nth(2)
    book = printed(cell)
    state = cell.locator(".live-state")
    for change, words in (("되돌리기", ""), ("고치기", "아직 실행하지 않은 코드입니다")):
        write(cell, "print('시작')\nwhile True:\n    pass")
        lab.keyboard.press("Control+Enter")
        expect(cell.locator(".cell_output")).to_have_text("시작\n")
        if change == "되돌리기":
            choose(cell, "이 셀 되돌리기")
        else:
            write(cell, "1 + 1")
        lab.locator(".live-bar").get_by_role("button", name="멈춤").click()
        expect(state).to_have_text(words)
        assert cell.get_attribute("data-result") is None
        if change == "되돌리기":
            assert printed(cell) == book


def test_without_shared_memory_stopping_loses_variables_and_says_so(browser, server):
    with reader(browser, server, service_workers="block") as page:
        first = cells(page).first
        press(first)
        done(first)
        cell = scratch(page, "while True:\n    pass")
        page.keyboard.press("Control+Enter")
        expect(cell.locator(".live-state")).to_contain_text("실행 중")
        page.locator(".live-bar").get_by_role("button", name="멈춤").click()
        expect(cell.locator(".live-state")).to_contain_text("변수가 사라졌습니다")
        expect(page.locator(".live-word")).to_contain_text("변수는 모두 사라졌습니다")
        assert code(cell) == "while True:\n    pass", "the code is still there"
        # The next press starts from the top again.
        write(cell, "print('다시')")
        page.keyboard.press("Control+Enter")
        expect(page.locator(".live-word")).to_contain_text("위쪽 셀 1개")
        done(cell)
        assert printed(cell).strip() == "다시"


def test_a_failed_download_is_told_and_tried_again(browser, server):
    with visit(browser, "about:blank", service_workers="block") as page:
        page.add_init_script(DATA_SAVER)
        page.context.route("**/live/packages/**", lambda route: route.abort())
        page.goto(server.url + PAGE, wait_until="load")
        first = cells(page).first
        press(first)
        again = page.locator(".live-word").get_by_role("button", name="다시 시도")
        expect(again).to_be_visible()
        assert said(first) == "실행하지 않았습니다"
        page.context.unroute_all()
        again.click()
        expect(page.locator(".live-engine")).to_contain_text("준비됨")
        press(first)
        done(first)
        assert said(first) == "책과 같습니다"


def test_a_print_loop_is_cut_off_and_says_how_much_is_left_out(lab):
    cell = run(lab, "for number in range(10**6):\n    print(number, '가' * 20)")
    printed_in_all = sum(len(f"{number} ") + 21 for number in range(10**6))
    assert cell.locator(".live-note:not(.live-rest)").all_inner_texts() == [
        "출력이 2,000,000자를 넘어 그 뒤는 남기지 않습니다.",
        f"남기지 않은 출력: {printed_in_all - 2_000_000:,}자",
    ]
    assert len(printed(cell)) < 2_000_000
    assert "아직" in printed(run(lab, "print('아직 움직입니다')"))


# ── typing ──────────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_opening_the_editor_moves_nothing_and_keeps_the_colours(lab):
    cell = cells(lab).nth(10)  # no other test opens its editor
    colours = """(cell) => [...cell.querySelectorAll('SELECTOR')].filter((span) => span.textContent.trim())
        .map((span) => [span.textContent, getComputedStyle(span).color])"""
    before = cell.bounding_box()["height"]
    printed_colours = dict(cell.evaluate(colours.replace("SELECTOR", "pre:not(.live-editor) span")))
    cell.locator(".cell_input pre").first.click()
    expect(cell.locator(".cm-content")).to_be_focused()
    assert abs(cell.bounding_box()["height"] - before) <= 1
    expect(cell.locator(".cm-line").last.locator(".nb")).not_to_have_count(0)  # the editor reads the code bit by bit
    edited = dict(cell.evaluate(colours.replace("SELECTOR", ".cm-line > span")))
    shared = edited.keys() & printed_colours.keys()
    assert len(shared) > 8
    assert {word: edited[word] for word in shared} == {word: printed_colours[word] for word in shared}


def test_an_editor_on_a_phone_wraps_as_the_printed_code_does(lab):
    lab.set_viewport_size({"width": 390, "height": 900})
    lines = """(cell) => [...cell.querySelectorAll('SELECTOR')].map((line) => line.getBoundingClientRect().height)
        .filter((height) => height > 40)"""
    wrapped = lines.replace("SELECTOR", "pre:not(.live-editor) .line")
    cell = next(cell for cell in cells(lab).all() if cell.evaluate(wrapped))
    printed, before = cell.evaluate(wrapped), cell.bounding_box()["height"]
    cell.locator(".cell_input pre").first.click()
    expect(cell.locator(".cm-content")).to_be_focused()
    assert cell.evaluate(lines.replace("SELECTOR", ".cm-line")) == pytest.approx(printed, abs=1)
    assert abs(cell.bounding_box()["height"] - before) <= 1
    lab.set_viewport_size({"width": 1280, "height": 900})


def test_the_editors_letters_are_the_printed_codes_also_in_forced_colours_on_paper_and_after_a_turn(lab):
    cell = cells(lab).nth(2)
    write(cell, "print('긴 줄', " + "'가', " * 80 + ")")
    face = """([of]) => { const { fontFamily, fontSize, lineHeight, tabSize } = getComputedStyle(of); return [fontFamily, fontSize, lineHeight, tabSize] }"""
    for media in ({"forced_colors": "active"}, {"media": "print"}, {"width": 390}, {}):
        width = media.pop("width", 1280)
        lab.set_viewport_size({"width": width, "height": 900})
        lab.emulate_media(**media)
        printed, edited = (
            cell.locator(name).first.evaluate("(of) => (" + face + ")([of])") for name in (".cell_input pre", ".cm-line")
        )
        assert edited == printed, media or width
        if "media" in media:
            assert cell.locator(".cm-scroller").evaluate("(box) => box.scrollWidth <= box.clientWidth"), "paper does not scroll"
        lab.emulate_media(media="null", forced_colors="null")
    lab.set_viewport_size({"width": 1280, "height": 900})


def test_tab_indents_escape_leaves_and_tab_moves_on(lab):
    cell = scratch(lab, "x = 1")
    lab.keyboard.press("Home")
    lab.keyboard.press("Tab")
    assert code(cell) == "    x = 1"
    lab.keyboard.press("Home")
    lab.keyboard.press("Shift+Tab")
    assert code(cell) == "x = 1"
    lab.keyboard.press("Escape")
    expect(cell.locator(".live-run")).to_be_focused()
    assert cell.locator(".live-run").evaluate("(button) => getComputedStyle(button).outlineStyle") != "none", "focus is seen"
    lab.keyboard.press("Tab")
    expect(cell.locator(".live-edit")).to_be_focused()
    lab.keyboard.press("Tab")
    expect(cell.locator(".live-menu summary")).to_be_focused()
    lab.keyboard.press("Enter")
    lab.keyboard.press("Tab")
    expect(cell.locator(".live-menu li button").first).to_be_focused()
    lab.keyboard.press("Escape")
    expect(cell.locator(".live-menu summary")).to_be_focused()
    expect(cell.locator(".live-menu li")).to_have_count(0)


def test_shift_enter_goes_on_and_ctrl_enter_stays(lab):
    cell = scratch(lab, "print('하나')")
    lab.keyboard.press("Control+Enter")
    done(cell)
    expect(cell.locator(".cm-content")).to_be_focused()
    lab.keyboard.press("Shift+Enter")
    here = "document.activeElement.closest('.cell').dataset.cellId"
    shown = [other.get_attribute("data-cell-id") for other in cells(lab).all() if other.locator(".live-run").is_visible()]
    assert lab.evaluate(here) == shown[1], "the next cell that is not folded away"
    done(cell)
    assert printed(cell).strip() == "하나" and code(cell) == "print('하나')"


def test_hangul_is_composed_in_the_editor(lab):
    cell = scratch(lab, "기")
    keyboard = lab.context.new_cdp_session(lab)
    for piece in ("ㅇ", "우", "울"):
        keyboard.send("Input.imeSetComposition", {"text": piece, "selectionStart": 1, "selectionEnd": 1})
    assert code(cell) == "기울"
    keyboard.send("Input.insertText", {"text": "울"})
    for piece in ("ㄱ", "기"):
        keyboard.send("Input.imeSetComposition", {"text": piece, "selectionStart": 1, "selectionEnd": 1})
    keyboard.send("Input.insertText", {"text": "기"})
    lab.keyboard.insert_text(" = 3; print(기울기)")
    assert code(cell) == "기울기 = 3; print(기울기)"
    lab.keyboard.press("Control+Enter")
    done(cell)
    assert printed(cell).strip() == "3"
    assert "기울기" in json.dumps(stored(lab), ensure_ascii=False)


def test_names_are_completed_from_the_live_namespace(lab):
    run(lab, "class 상자:\n    넓이 = 3\n\nmy_box = 상자()")
    scratch(lab, "my_b")
    lab.keyboard.press("Control+Space")
    option = lab.locator(".cm-tooltip-autocomplete li")
    expect(option.filter(has_text="my_box")).to_be_visible()
    lab.wait_for_timeout(120)  # CodeMirror takes an Enter right after the list appeared for one meant for the text
    lab.keyboard.press("Enter")
    expect(option).to_have_count(0)
    lab.keyboard.type(".")
    expect(option.filter(has_text="넓이")).to_be_visible()
    lab.keyboard.press("Escape")
    expect(option).to_have_count(0)
    expect(lab.locator(".live-scratch .cm-content").first).to_be_focused()


def test_signature_and_docstring_on_demand(lab):
    run(lab, 'def double(value, times=2):\n    """값을 곱합니다."""\n    return value * times')
    cell = scratch(lab, "double")
    for key in ("Shift+Tab", "Control+i"):
        lab.keyboard.press(key)
        expect(lab.locator(".live-help")).to_contain_text("double(value, times=2)")
        expect(lab.locator(".live-help")).to_contain_text("값을 곱합니다.")
        expect(lab.locator(".live-heard")).to_contain_text("double(value, times=2)")
        lab.keyboard.press("Escape")
        expect(lab.locator(".live-help")).to_have_count(0)
        expect(cell.locator(".cm-content")).to_be_focused()
    lab.keyboard.press("Escape")
    choose(cell, "커서 자리 설명 보기")
    expect(lab.locator(".live-help")).to_contain_text("double(value, times=2)")


def test_undo_reaches_across_runs(lab):
    cell = cells(lab).nth(2)
    write(cell, "print(1)")
    lab.keyboard.press("Control+Enter")
    done(cell)
    lab.keyboard.press("Control+a")
    lab.keyboard.insert_text("print(2)")
    lab.keyboard.press("Control+Enter")
    done(cell)
    lab.keyboard.press("Control+z")
    assert code(cell) == "print(1)"
    lab.keyboard.press("Control+z")
    assert code(cell) == cell.locator(".cell_input pre").first.text_content().rstrip("\n")


def test_code_is_copied(browser, server):
    with reader(browser, server, permissions=["clipboard-read", "clipboard-write"]) as page:
        cell = cells(page).nth(2)
        choose(cell, "코드 복사")
        expect(cell.locator(".live-state")).to_have_text("복사했습니다")
        assert page.evaluate("navigator.clipboard.readText()") == cell.locator("pre").first.text_content().rstrip("\n")


# ── nothing lost ────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_edits_and_added_cells_survive_a_reload(browser, server):
    with reader(browser, server) as page:
        name = cells(page).nth(2).get_attribute("data-cell-id")
        write(cells(page).nth(2), "print('내 코드')")
        scratch(page, "print('내 셀')")
        page.reload()
        expect(page.locator(f"[data-cell-id='{name}'] .cm-content")).to_have_text("print('내 코드')")
        expect(page.locator(".live-scratch .cm-content")).to_have_text("print('내 셀')")
        assert page.locator(".live-scratch").evaluate("(cell) => cell.previousElementSibling.dataset.cellId") == cells(
            page
        ).first.get_attribute("data-cell-id")
        choose(page.locator(".live-scratch"), "이 셀 지우기")
        expect(page.locator(".live-scratch")).to_have_count(0)
        page.locator(".live-word").get_by_role("button", name="되살리기").click()
        expect(page.locator(".live-scratch .cm-content")).to_have_text("print('내 셀')")
        choose(page.locator(".live-scratch"), "이 셀 지우기")
        choose(cells(page).first, "모두 되돌리기")
        expect(page.locator("[data-edited]")).to_have_count(0)
        assert stored(page) == {}


def test_added_cells_keep_their_order_and_those_of_another_tab(browser, server):
    def codes(page):
        return [code(cell) for cell in page.locator(".live-scratch").all()]

    def add(page, above, text):
        before = page.locator(".live-scratch").count()
        choose(above, "아래에 빈 셀 추가")
        expect(page.locator(".live-scratch")).to_have_count(before + 1)
        page.keyboard.insert_text(text)

    with reader(browser, server) as page:
        scratch(page, "'둘'")
        add(page, page.locator(".live-scratch").first, "'넷'")
        add(page, page.locator(".live-scratch").first, "'셋'")
        scratch(page, "'하나'")
        other = page.context.new_page()
        for each in (page, other):
            each.goto(server.url + PAGE)
            expect(each.locator(".live-scratch .cm-content")).to_have_count(4)
            assert codes(each) == ["'하나'", "'둘'", "'셋'", "'넷'"]
        add(other, cells(other).nth(3), "'다른 탭'")
        page.bring_to_front()
        choose(page.locator(".live-scratch").nth(1), "이 셀 지우기")
        page.locator(".live-scratch .cm-content").nth(2).click()
        page.keyboard.type("#")
        page.reload()
        expect(page.locator(".live-scratch .cm-content")).to_have_count(4)
        assert codes(page) == ["'하나'", "'셋'", "'넷'#", "'다른 탭'"]


@contextmanager
def old_text(browser, server, drafts, scratch=()):
    text = json.dumps(json.dumps({"cells": drafts, "scratch": scratch}))
    once = f"if (!sessionStorage.seeded) {{ localStorage.setItem('{DRAFTS}', {text}); sessionStorage.seeded = 1 }}"
    with reader(browser, server, once) as page:
        yield page


@pytest.fixture(scope="module")
def third(site):
    """The id of the page's third cell."""
    return re.findall(r'data-cell-id="([^"]+)"', (site.folder / PAGE).read_text(encoding="utf-8"))[2]


def test_a_changed_book_offers_the_readers_code_and_keeps_the_book(browser, server, third):
    drafts = {third: {"base": "0" * 16, "code": "print('옛 판에서 고친 코드')"}}
    with old_text(browser, server, drafts) as page:
        cell = page.locator(f"[data-cell-id='{third}']")
        offer = cell.locator(".live-offer")
        expect(offer).to_contain_text("책의 코드가 바뀌었습니다")
        expect(offer.locator("ins")).to_contain_text("옛 판에서 고친 코드")
        assert cell.locator(".live-editor").count() == 0, "the book's code stays until the reader decides"
        # Editing the new text does not write over what is offered.
        write(cell, "print('새 판에서 고친 코드')")
        page.reload()
        expect(offer.locator("ins")).to_contain_text("옛 판에서 고친 코드")
        expect(cell.locator(".cm-content")).to_have_text("print('새 판에서 고친 코드')")
        offer.get_by_role("button", name="내 코드 쓰기").click()
        expect(cell.locator(".cm-content")).to_have_text("print('옛 판에서 고친 코드')")
        expect(offer).to_have_count(0)
        page.keyboard.press("Control+z")
        expect(cell.locator(".cm-content")).to_have_text("print('새 판에서 고친 코드')")
        page.keyboard.press("Control+y")
        page.reload()
        expect(cell.locator(".cm-content")).to_have_text("print('옛 판에서 고친 코드')")
        assert offer.count() == 0


def test_what_is_no_draft_hides_no_other(browser, server, third):
    drafts = {"x": None, "y": 5, "z": {"code": 1}, third: {"base": "0" * 16, "code": "print('내 코드')"}}
    with old_text(browser, server, drafts, [None, {"id": 1}, {"id": "s", "after": "x", "code": "print('내 셀')"}]) as page:
        expect(page.locator(f"[data-cell-id='{third}'] .live-offer ins")).to_contain_text("내 코드")
        expect(page.locator(".live-scratch .cm-content")).to_have_text("print('내 셀')")


def test_a_changed_book_can_be_taken_instead(browser, server, third):
    with old_text(browser, server, {third: {"base": "0" * 16, "code": "print(1)"}}) as page:
        page.get_by_role("button", name="책의 코드 쓰기").click()
        assert stored(page) == {}
        assert page.locator(".live-editor, .live-offer").count() == 0


def test_code_of_a_cell_that_is_gone_is_offered(browser, server):
    with old_text(browser, server, {"gone-cell": {"base": "0" * 16, "code": "print('없어진 셀')"}}) as page:
        expect(page.locator(".live-offer")).to_contain_text("없어진 셀에 쓴 코드")
        page.get_by_role("button", name="빈 셀로 옮기기").click()
        expect(page.locator(".live-scratch .cm-content")).to_have_text("print('없어진 셀')")
        page.reload()
        expect(page.locator(".live-scratch .cm-content")).to_have_text("print('없어진 셀')")


@pytest.mark.parametrize(
    "broken",
    [
        "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('denied', 'SecurityError') } })",
        "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }",
    ],
    ids=["blocked storage", "full storage"],
)
def test_a_browser_that_stores_nothing_is_told_and_works(browser, isolated, broken):
    with reader(browser, isolated, broken) as page:
        cell = cells(page).first
        write(cell, "print('그래도')")
        told = page.locator(".live-unkept")
        expect(told).to_contain_text("저장하지 못했습니다")
        page.keyboard.press("Control+Enter")
        done(cell)
        assert "그래도" in printed(cell)
        scratch(page, "1")
        choose(page.locator(".live-scratch"), "이 셀 지우기")
        expect(page.locator(".live-word")).to_contain_text("지웠습니다")
        expect(told).to_contain_text("저장하지 못했습니다")
        assert page.problems == []


def test_when_there_is_room_again_nothing_more_is_said(browser, server):
    full = """const set = Storage.prototype.setItem; window.full = true;
        Storage.prototype.setItem = function (...item) { if (full) throw new DOMException('full'); set.apply(this, item); }"""
    with reader(browser, server, full) as page:
        write(cells(page).first, "1")
        expect(page.locator(".live-unkept")).to_contain_text("저장하지 못했습니다")
        page.evaluate("full = false")
        page.keyboard.insert_text("2")
        expect(page.locator(".live-unkept")).to_have_text("")
        assert "12" in json.dumps(stored(page))


def test_what_another_tab_writes_in_a_cell_is_offered_not_lost(browser, server):
    with reader(browser, server) as page:
        cell = cells(page).nth(2)
        write(cell, "'이 탭'")
        other = page.context.new_page()
        other.goto(server.url + PAGE)
        expect(cells(other).nth(2).locator(".cm-content")).to_have_text("'이 탭'")
        write(cells(other).nth(2), "'다른 탭'")
        offer = cell.locator(".live-offer")
        expect(offer).to_contain_text("다른 탭에서 이 셀을 다르게 고쳤습니다")
        expect(offer.locator("ins")).to_have_text(re.compile("'다른 탭'"))
        page.bring_to_front()
        offer.get_by_role("button", name="이 탭의 코드 쓰기").click()
        expect(cells(other).nth(2).locator(".live-offer ins")).to_have_text(re.compile("'이 탭'"))
        assert "이 탭" in json.dumps(stored(page), ensure_ascii=False)
        other.bring_to_front()
        cells(other).nth(2).get_by_role("button", name="다른 탭의 코드 쓰기").click()
        expect(cells(other).nth(2).locator(".cm-content")).to_have_text("'이 탭'")
        assert page.locator(".live-offer").count() == other.locator(".live-offer").count() == 0


def test_an_editor_that_does_not_load_loses_nothing(browser, server):
    with reader(browser, server, service_workers="block") as page:  # the worker would answer from its cache
        write(cells(page).nth(2), "print('내 코드')")
        page.context.route("**/editor-*.js", lambda route: route.abort())
        page.goto(server.url + "book/index.html")
        page.goto(server.url + PAGE)
        expect(page.locator(".live-word")).to_contain_text("코드는 저장되어 있으니")
        assert "내 코드" in json.dumps(stored(page), ensure_ascii=False)
        assert page.locator(".live-bar").count() == 1
        page.context.unroute_all()
        page.reload()
        expect(cells(page).nth(2).locator(".cm-content")).to_have_text("print('내 코드')")


# ── safe ────────────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_code_runs_in_a_worker_without_the_page(lab):
    cell = run(lab, "import js\nprint(hasattr(js, 'document'), hasattr(js, 'localStorage'), hasattr(js, 'window'))")
    assert printed(cell).strip() == "False False False"


def test_html_of_an_output_cannot_reach_the_page(lab):
    lab.evaluate("delete window.hacked")
    before = len(lab.asked)
    cell = run(
        lab,
        """class Evil:
    def _repr_html_(self):
        return ('<b>굵게</b><script>hacked = 1</script><img src="x" onerror="hacked = 2"><svg onload="hacked = 3"></svg>'
                '<a href="javascript:hacked = 4" onclick="hacked = 5">누르기</a><iframe srcdoc="<script>parent.hacked = 6</script>"></iframe>'
                '<style>body { display: none }</style><form action="/x"><input name="live"></form><p style="position: fixed" id="main" class="live-bar">글</p>'
                '<div class="verdict right" style="color: red"><p class="verdict live-bar">맞습니다</p></div>')

Evil()""",
    )
    shown = cell.locator(".text_html")
    assert "굵게" in shown.inner_text()
    shown.get_by_text("누르기").click()
    kinds = shown.evaluate(
        "(shown) => [...shown.querySelectorAll('*')].map((node) => [node.localName, ...node.getAttributeNames()].join(' '))"
    )
    assert kinds == ["b", "img", "a rel", "p", "div class", "p"]  # a verdict keeps its class, and nothing else does
    assert lab.evaluate("window.hacked") is None
    assert [address for address in lab.asked[before:] if address.endswith("/x")] == []
    forgive(lab)


def test_a_drawing_of_an_output_is_a_picture(lab):
    lab.evaluate("delete window.hacked")
    cell = run(
        lab,
        """class Drawing:
    def _repr_svg_(self):
        return ('<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"><title>빨간 네모</title>'
                '<script>parent.hacked = 1</script><rect width="40" height="40" fill="red" onload="hacked = 2"/></svg>')

Drawing()""",
    )
    image = cell.locator(".cell_output img.light")
    assert image.get_attribute("alt") == "빨간 네모"
    lab.wait_for_function("(image) => image.naturalWidth === 40", arg=image.element_handle())
    assert cell.locator(".cell_output svg, .cell_output script").count() == 0
    assert lab.evaluate("window.hacked") is None
    forgive(lab)


# ── hands, eyes, small screens ──────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_while_cells_are_used(browser, isolated, theme):
    with reader(browser, isolated, theme=theme) as page:
        write(cells(page).first, "def f(x):\n    return x ** 2\n\nprint('1 3.0')\n1 / 0")
        page.keyboard.press("Control+Enter")
        done(cells(page).first)
        press(cells(page).nth(2))
        done(cells(page).nth(2))
        scratch(page, "print('가' * 300)")
        page.keyboard.press("Control+Enter")
        done(page.locator(".live-scratch"))
        cells(page).nth(2).locator(".live-menu summary").click()
        page.evaluate(AXE)
        found = page.evaluate("axe.run(document, { resultTypes: ['violations'] })")["violations"]
        assert not [
            f"{rule['id']}: {node['html'][:200]}: {node['failureSummary'][:300]}" for rule in found for node in rule["nodes"]
        ]


def test_fingers_hit_every_control_and_a_phone_scrolls_one_way(browser, isolated):
    for width in (360, 390):
        with reader(browser, isolated, width=width, height=740, has_touch=True) as page:
            write(cells(page).first, "print('길게 늘어서는 줄 ' * 30)")
            press(cells(page).first)
            done(cells(page).first)
            cells(page).first.locator(".live-menu summary").click()
            small = page.evaluate("""[...document.querySelectorAll('.live-strip button, .live-menu summary, .live-bar button, .live-diff summary')]
                .map((button) => [button.textContent, button.getBoundingClientRect()])
                .filter(([, box]) => box.width && (box.width < 44 || box.height < 44)).map(([word]) => word)""")
            assert small == []
            assert page.evaluate("document.documentElement.scrollWidth") <= width
            menu = cells(page).first.locator(".live-menu ul").bounding_box()
            assert menu["x"] >= 0 and menu["x"] + menu["width"] <= width


def test_long_lines_of_an_output_can_be_reached(lab):
    cell = run(lab, "print('가' * 400)\n'나' * 400")
    for pre in cell.locator(".cell_output pre").all():
        assert pre.evaluate("(pre) => pre.scrollWidth <= pre.clientWidth || pre.tabIndex === 0")


def test_an_exercise_invites_and_its_answer_is_no_difference(lab):
    exercise = lab.locator(".tag_exercise").first
    assert exercise.locator(".live-edit").inner_text() == "써 보기"
    write(exercise, "print('내 답')")
    lab.keyboard.press("Control+Enter")
    done(exercise)
    assert said(exercise) == "실행했습니다"
    assert exercise.locator(".live-diff").count() == 0
