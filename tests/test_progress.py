"""The reader's progress in a real browser: what a chapter notes, what the contents and the page of its own show, the file."""

import json
import re
from pathlib import Path

import axe_playwright_python
import pytest
from playwright.sync_api import expect

from book.chapters import chapters
from browser import ISOLATED, PATIENCE, ROOT, STORE, visit

PAGE = "notebooks/04-no-grad"
OTHER = "notebooks/05-reset-grad"
CHAPTERS = {chapter.name: chapter for chapter in chapters(ROOT) if chapter.number}
CHAPTER = CHAPTERS[PAGE]
AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
DONE = {
    "read": True,
    "predictions": {"gone": {"asked": "", "said": "4", "right": True}},
    "exercises": {"gone": True},
    "reviews": {"gone": {"log": [[20000, 3]], "due": 20003}},
}


def cells(tag):
    stored = json.loads((ROOT / f"{PAGE}.ipynb").read_text(encoding="utf-8"))["cells"]
    return [(cell, after) for cell, after in zip(stored, stored[1:]) if tag in cell["metadata"].get("tags", ())]


def record(page):
    return page.evaluate(f"JSON.parse(localStorage.getItem('{STORE}progress'))")


def begin(page, server, pages, address="book/progress.html"):
    """The page, opened by a reader whose record holds `pages`."""
    page.goto(server.url + "404.html")
    page.evaluate(f"text => localStorage.setItem('{STORE}progress', text)", json.dumps({"version": 1, "pages": pages}))
    page.goto(server.url + address, wait_until="load")


@pytest.fixture
def page(browser):
    with visit(browser, "about:blank") as page:
        yield page
        assert page.problems == []


def link(page, name=PAGE):
    return page.locator(f"#nav a[href$='{name}.html']")


def row(page, name=PAGE):
    return page.locator("#progress tbody tr").filter(has=page.locator(f"a[href$='{name}.html']"))


def shown(page, name=PAGE):
    """[read, predictions, exercises, orders of lines] of a chapter, as its row says."""
    return [
        row(page, name).get_by_role("checkbox").is_checked(),
        *row(page, name).locator("td:not(:has(input))").all_inner_texts(),
    ]


def sums(page):
    return page.locator(".progress-sums strong").all_inner_texts()


def told(page, pattern):
    expect(page.locator("#progress [role=status]")).to_have_text(re.compile(pattern))


def out_of(read, predictions, exercises, orders=0):
    """The sums with this much done, of all that the notebooks hold."""
    all_of = CHAPTERS.values()
    wanted = (len(CHAPTERS), *(sum(getattr(c, kind) for c in all_of) for kind in ("predictions", "exercises", "orders")))
    return [f"{done}/{total}" for done, total in zip((read, predictions, exercises, orders), wanted)]


def choose(page, text):
    page.locator("#progress input[type=file]").set_input_files(
        {"name": "a.json", "mimeType": "application/json", "buffer": text.encode()}
    )


def test_what_a_reader_does_is_counted(browser, site):
    """A prediction, an exercise solved live, the page read to its end: in the contents at once, and on the page of its own."""
    exercise, solution = cells("exercise")[0]
    start = "".join(exercise["source"]).splitlines()[0]
    with site.open(ISOLATED) as server, visit(browser, f"{server.url}{PAGE}.html") as page:
        assert link(page).locator(".progress-mark").count() == 0 and record(page) is None
        forms = page.locator("form.guess")
        forms.nth(0).locator("button").first.click()
        expect(link(page).locator(".unseen")).to_have_text(f" (예상 1/{CHAPTER.predictions}, 연습 문제 0/{CHAPTER.exercises})")
        page.locator("details.prediction > summary").nth(1).click()  # opened, not answered

        cell = page.locator(f"[data-cell-id={exercise['id']}]")
        for code, verdict in (("", "empty"), (f"{start}\n{''.join(solution['source'])}", "right")):
            if code:
                cell.locator(".live-edit").click()
                expect(cell.locator(".cm-content")).to_be_focused()
                page.keyboard.press("Control+a")
                page.keyboard.insert_text(code)
            cell.locator(".live-run").click()
            cell.locator(f".verdict.{verdict}").wait_for(timeout=PATIENCE)
            page.wait_for_function("(cell) => cell.dataset.result && !cell.dataset.live", arg=cell.element_handle())
            assert list(record(page)["pages"][PAGE]["exercises"]) == ([exercise["id"]] if code else [])

        assert not record(page)["pages"][PAGE]["read"]
        page.locator(".turn").scroll_into_view_if_needed()
        done = f" (읽음, 예상 1/{CHAPTER.predictions}, 연습 문제 1/{CHAPTER.exercises})"
        expect(link(page).locator(".unseen")).to_have_text(done)
        page.goto(f"{server.url}book/progress.html")
        assert sums(page) == out_of(1, 1, 1)
        assert shown(page) == [True, f"1/{CHAPTER.predictions}", f"1/{CHAPTER.exercises}", ""]
        assert {address for address in page.asked if not address.startswith((server.url, "blob:", "data:"))} == set()
        assert page.problems == []


def test_a_file_brings_back_what_was_cleared(page, server):
    begin(page, server, {PAGE: DONE, OTHER: {**DONE, "read": False}})
    before = record(page)
    assert sums(page) == out_of(1, 2, 2)
    with page.expect_download() as download:
        page.get_by_role("button", name="파일로 내보내기").click()
    assert re.fullmatch(r"자동미분-진도-\d{4}-\d\d-\d\d\.json", download.value.suggested_filename)
    text = Path(download.value.path()).read_text(encoding="utf-8")

    page.get_by_role("button", name="모두 지우기").click()
    page.get_by_role("button", name="그만두기").click()
    assert record(page) == before
    page.get_by_role("button", name="모두 지우기").click()
    page.get_by_role("dialog").get_by_role("button", name="지우기").click()
    told(page, "모두 지웠습니다")
    assert sums(page) == out_of(0, 0, 0) and record(page) is None and page.locator(".progress-mark").count() == 0

    with page.expect_file_chooser() as chooser:
        page.get_by_role("button", name="파일에서 가져오기").click()
    chooser.value.set_files({"name": "a.json", "mimeType": "application/json", "buffer": text.encode()})
    told(page, "쪽 2개의 기록을 가져와 더했습니다")
    assert sums(page) == out_of(1, 2, 2) and record(page) == before


@pytest.mark.parametrize(
    "text, reason",
    [
        ("{", "JSON 형식이 아니거나"),
        ('{"cells": []}', "이 책의 진도 파일이 아닙니다"),
        (
            json.dumps({"kind": "autograd-book-progress", "version": 1, "pages": {OTHER: DONE, PAGE: {**DONE, "exercises": 3}}}),
            f"{PAGE}의 연습 문제 기록이 잘못",
        ),
    ],
)
def test_a_bad_file_loses_nothing_and_says_what_is_wrong(page, server, text, reason):
    begin(page, server, {PAGE: DONE})
    before = record(page)
    choose(page, text)
    told(page, f"가져오지 못했습니다.*{reason}.*지금 기록은 그대로입니다")
    assert record(page) == before and sums(page) == out_of(1, 1, 1)


def test_a_reader_marks_a_chapter_by_keyboard_and_another_tab_sees_it(page, server):
    begin(page, server, {}, f"{OTHER}.html")
    second = page.context.new_page()
    second.goto(f"{server.url}book/progress.html")
    box = row(second).get_by_role("checkbox")
    assert box.get_attribute("aria-label").endswith(": 읽음")
    box.focus()
    second.keyboard.press("Space")
    told(second, "읽은 장으로 적었습니다")
    expect(link(page).locator(".progress-mark[data-read]")).to_have_count(1)
    second.get_by_role("button", name="모두 지우기").focus()
    second.keyboard.press("Enter")
    second.keyboard.press("Escape")
    assert shown(second)[0] is True


def test_answers_to_what_the_chapter_no_longer_asks_are_dropped_on_its_page(page, server):
    begin(page, server, {PAGE: DONE, OTHER: DONE}, f"{PAGE}.html")
    expect(link(page).locator(".unseen")).to_have_text(f" (읽음, 예상 0/{CHAPTER.predictions}, 연습 문제 0/{CHAPTER.exercises})")
    assert record(page)["pages"][OTHER] == DONE


def test_nothing_moves_when_the_marks_appear(page, server):
    tops = "[...document.querySelectorAll('#nav a')].map((link) => link.getBoundingClientRect().top + document.querySelector('#nav').scrollTop)"
    begin(page, server, {}, f"{PAGE}.html")
    before = page.evaluate(tops)
    begin(page, server, dict.fromkeys(CHAPTERS, DONE), f"{PAGE}.html")
    expect(page.locator(".progress-mark")).to_have_count(len(CHAPTERS))
    assert page.evaluate(tops) == before


def test_without_scripts_the_page_says_so(browser, server):
    with visit(browser, f"{server.url}book/progress.html", java_script_enabled=False) as page:
        assert "스크립트가 꺼져 있어" in page.locator("#progress").inner_text()


def test_where_storage_is_blocked_the_page_says_so(browser, server):
    denied = "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('denied', 'SecurityError') } })"
    with visit(browser, "about:blank") as page:
        page.add_init_script(denied)
        page.goto(f"{server.url}book/progress.html", wait_until="load")
        row(page).get_by_role("checkbox").click()
        told(page, "저장하지 못했습니다")
        assert not row(page).get_by_role("checkbox").is_checked()
        assert page.problems == []


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("asking", [False, True])
def test_a_reader_with_any_senses_sees_how_far_it_went(browser, server, theme, asking):
    with visit(browser, "about:blank", theme=theme, width=390) as page:
        begin(page, server, {PAGE: DONE, OTHER: DONE})
        page.locator("#nav-toggle").click()
        expect(page.locator(".progress-mark")).to_have_count(2)
        if asking:
            page.keyboard.press("Escape")
            page.get_by_role("button", name="모두 지우기").click()
        page.evaluate(AXE)
        found = page.evaluate("axe.run().then(({ violations }) => violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`))")
        assert found == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        sizes = page.locator("#progress button:visible, #progress label").evaluate_all(
            "all => all.map((e) => e.getBoundingClientRect().height)"
        )
        assert min(sizes) >= 32  # for thumbs
