"""The self-tests: each pool is whole, and on the page it is drawn, answered, scored, kept and drawn anew."""

import copy
import json
import re
from pathlib import Path

import axe_playwright_python
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_output
from playwright.sync_api import expect

from book.chapters import SELF_TEST, parts
from book.site.sitebook.particles import JOINER
from book.tools.validation.self_test import questions, self_test_problems
from browser import ISOLATED, PATIENCE, ROOT, STORE, visit

PAGES = [page for part in parts(ROOT) for page in part.pages if SELF_TEST.fullmatch(page)]
PAGE = PAGES[0]
ASKED = 10  # in one try: book/site/assets/self-test.js
AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
SEEDED = "let drawn = %d; Math.random = () => (drawn = (drawn * 16807) %% 2147483647) / 2147483647;"


def cells_of(page):
    return json.loads((ROOT / f"{page}.ipynb").read_text(encoding="utf-8"))["cells"]


POOL = questions(cells_of(PAGE))
ANSWERS = {
    cell["id"]: cell["metadata"]["predict"]["answer"]
    for page in PAGES
    for _, own in questions(cells_of(page))
    for cell in own
    if "predict" in cell["metadata"]
}


# --- The pool. ---


def question(number):
    def variant(value):
        given = {
            "choices": ["`1`", "`2`", f"`{value}`"],
            "answer": f"`{value}`",
            "replies": {"`1`": "하나가 아닙니다.", "`2`": "둘이 아닙니다."},
        }
        return new_code_cell(
            f"print({value})",
            metadata={"tags": ["predict"], "predict": given},
            outputs=[new_output("stream", name="stdout", text=f"{value}\n")],
        )

    told = "찍은 수입니다. 까닭은 하나입니다. [5장, 초기화](05-reset-grad.ipynb#초기화)에 있습니다."
    return [new_markdown_cell(f"## 물음 {number}\n\n무엇일까요?"), variant(10), variant(20), new_markdown_cell(told)]


def sound():
    return [new_markdown_cell("# 점검"), *(cell for number in range(12) for cell in question(number))]


def source(place, old, new):
    def change(cells):
        assert old in cells[place]["source"]
        cells[place]["source"] = cells[place]["source"].replace(old, new)

    return change


BROKEN = {
    "eleven questions": (lambda cells: cells.__delitem__(slice(45, None)), "점검 문제가 11개입니다. 12개 이상"),
    "no explanation": (lambda cells: cells.pop(4), "설명이 없습니다"),
    "short explanation": (source(4, "찍은 수입니다. 까닭은 하나입니다. ", ""), "설명이 짧습니다"),
    "no link": (source(4, "](05-reset-grad.ipynb#초기화)", "]"), "배운 절의 링크가 없습니다"),
    "a link to a whole chapter": (source(4, "#초기화", ""), "배운 절의 링크가 없습니다"),
    "a link to another chapter": (source(4, "[5장", "[4장"), "4장이라고 적은 링크가 다른 장을"),
    "one set of numbers": (lambda cells: cells.pop(2), "수를 바꾼 셀이 없습니다"),
    "the same numbers": (lambda cells: cells.__setitem__(3, copy.deepcopy(cells[2])), "수를 바꾼 셀이 없습니다"),
    "a cell that is no question": (lambda cells: cells[3].update(metadata={}), "모두 태그 predict가 있어야"),
    "two choices": (lambda cells: cells[2]["metadata"]["predict"]["choices"].pop(0), "choices가 셋 이상"),
    "no reply": (lambda cells: cells[2]["metadata"]["predict"]["replies"].popitem(), "'`2`'에 답하는 문장이 없습니다"),
    "another output": (lambda cells: cells[2]["outputs"][0].update(text="11\n"), "torch가 찍은 것(11)과 다릅니다"),
    "an error not said": (lambda cells: cells[2]["metadata"]["tags"].append("raises-exception"), "‘오류’가 없습니다"),
}


def test_a_sound_pool_has_no_problem():
    assert list(self_test_problems(sound())) == []


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_rule_is_told_at_its_cell(name):
    change, expected = BROKEN[name]
    cells = sound()
    del cells[0]  # places count from the first cell given
    cells.insert(0, new_markdown_cell("# 점검"))
    change(cells)
    found = list(self_test_problems(cells))
    assert any(expected in problem for _, problem in found), found
    assert all(place is None or place <= 4 for place, _ in found), found


# --- The page. ---


@pytest.fixture
def page(browser, server):
    with visit(browser, "about:blank") as page:
        yield page
        assert page.problems == []


def begin(page, server, seed=7, name=PAGE):
    page.add_init_script(SEEDED % seed)
    page.goto(f"{server.url}{name}.html", wait_until="load")
    expect(page.locator("section.self-test[data-drawn]")).to_have_count(1)


def asked(page):
    """The cell that is asked about now."""
    return page.locator(".self-test > section:visible .cell:visible")


def choices(page):
    return [text.replace(JOINER, "") for text in asked(page).locator("form.guess button").all_inner_texts()]


def answer(page, right=True):
    """Answers the question; → (its heading, the cell's id)."""
    cell = asked(page)
    identity, heading = cell.get_attribute("data-cell-id"), page.locator(".self-test h2:visible").inner_text()
    for button in cell.locator("form.guess button").all():
        if (button.get_attribute("value") == ANSWERS[identity]) == right:
            button.click()
            break
    page.locator(".self-test-next").wait_for()
    return heading, identity


def go_through(page, right=lambda number: True):
    """A whole try; → [(heading, cell)] in the order in which they were asked."""
    gone = []
    for number in range(ASKED):
        expect(page.locator(".self-test-bar p")).to_have_text(f"물음 {number + 1}/{ASKED}")
        gone.append(answer(page, right(number)))
        page.locator(".self-test-next").click()
    return gone


def test_a_draw_has_its_own_order_of_questions_and_choices(browser, server):
    drawn = []
    for seed in (7, 7, 11):
        with visit(browser, "about:blank") as page:
            begin(page, server, seed)
            drawn.append(([], []))
            for _ in range(ASKED):
                drawn[-1][1].append(choices(page))
                drawn[-1][0].append(answer(page)[0])
                page.locator(".self-test-next").click()
    assert drawn[0] == drawn[1]
    assert drawn[0][0] != drawn[2][0] and drawn[0][1] != drawn[2][1]
    stored = [
        [choice.replace("`", "") for choice in cell["metadata"]["predict"]["choices"]]
        for _, own in POOL
        for cell in own
        if "predict" in cell["metadata"]
    ]
    assert any(shown not in stored for shown in drawn[0][1])


def test_an_answer_is_told_with_its_reply_and_the_explanation(page, server):
    begin(page, server)
    told = page.locator(".self-test .told:visible")
    assert told.count() == 0 and not page.locator(".self-test-next").is_visible()
    _, cell = answer(page, right=False)
    status = page.locator(f"[data-cell-id={cell}] [role=status]")
    expect(status).to_have_text(re.compile("^예상과 다릅니다. .+"))
    expect(told).to_have_count(1)
    assert page.locator(f"[data-cell-id={cell}] .cell_output").is_visible()
    page.locator(".self-test-next").click()
    _, cell = answer(page)
    expect(page.locator(f"[data-cell-id={cell}] [role=status]")).to_have_text("예상대로입니다.")


def test_the_first_answer_counts_and_the_score_says_what_to_read(page, server):
    begin(page, server)
    gone = go_through(page, right=lambda number: number > 1)
    expect(page.locator(".self-test-score")).to_have_text(f"{ASKED}문항 가운데 {ASKED - 2}문항을 맞혔습니다.")
    expect(page.locator(".self-test-score")).to_be_focused()
    told = [page.locator(f".self-test > section:has([data-cell-id={cell}]) .told a") for _, cell in gone[:2]]
    wanted = [link.get_attribute("href") for link in told]
    links = page.locator(".self-test-bar li a")
    assert sorted(link.get_attribute("href") for link in links.all()) == sorted(wanted)
    assert page.evaluate(f"JSON.parse(localStorage['{STORE}progress']).pages['{PAGE}']") == {
        "read": False,
        "predictions": {},
        "exercises": {},
        "score": {"right": ASKED - 2, "of": ASKED},
    }
    assert page.locator(".self-test > section:visible").count() == ASKED  # to look through
    links.first.click()
    page.wait_for_url(re.compile(r"/notebooks/\d\d-.*#"))


def test_a_second_choice_and_an_output_opened_unanswered_are_not_right(page, server):
    begin(page, server)
    answer(page, right=False)
    answer(page)  # after the reply
    page.locator(".self-test-next").click()
    page.get_by_text("답하지 않고 열기").locator("visible=true").click()
    page.locator(".self-test-next").click()
    for _ in range(ASKED - 2):
        answer(page)
        page.locator(".self-test-next").click()
    expect(page.locator(".self-test-score")).to_have_text(f"{ASKED}문항 가운데 {ASKED - 2}문항을 맞혔습니다.")


@pytest.mark.parametrize("name", PAGES[1:])
def test_every_part_is_gone_through_in_the_same_way(page, server, name):
    begin(page, server, name=name)
    go_through(page)
    expect(page.locator(".self-test-score")).to_have_text(f"{ASKED}문항 가운데 {ASKED}문항을 맞혔습니다.")
    assert page.locator(".self-test-bar a").count() == 0


def test_a_new_try_has_other_numbers_and_no_answers(page, server):
    begin(page, server)
    before = dict(go_through(page))
    page.get_by_role("button", name="다시 풀기").click()
    expect(page.locator(".self-test > section:visible h2")).to_be_focused()
    after = {}
    for _ in range(ASKED):
        assert page.locator(".self-test .told:visible").count() == 0
        assert asked(page).locator("[aria-pressed=true]").count() == 0
        heading, cell = answer(page, right=False)
        after[heading] = cell
        page.locator(".self-test-next").click()
    assert list(after) != list(before)
    assert all(after[heading] != before[heading] for heading in after.keys() & before.keys())
    assert page.evaluate(f"JSON.parse(localStorage['{STORE}progress']).pages['{PAGE}'].score.right") == 0


def test_by_keyboard_alone(page, server):
    begin(page, server)
    asked(page).locator("form.guess button").first.focus()
    for number in range(ASKED):
        page.keyboard.press("Enter")
        page.locator(".self-test-next").wait_for()
        while not page.evaluate("document.activeElement.matches('.self-test-next')"):
            page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        if number + 1 == ASKED:
            break
        expect(page.locator(".self-test > section:visible h2")).to_be_focused()
        while not page.evaluate("document.activeElement.matches('form.guess button')"):
            page.keyboard.press("Tab")
    expect(page.locator(".self-test-score")).to_be_focused()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('.self-test-bar') !== null")


def test_the_cell_asked_about_runs_without_those_put_away(browser, site):
    with site.open(ISOLATED) as server, visit(browser, "about:blank") as page:
        begin(page, server)
        cell = asked(page)
        cell.locator(".live-run").click()
        expect(cell).to_have_attribute("data-result", "same")
        assert page.locator(".self-test [data-result]").count() == 2  # this one and the imports
        assert page.problems == []


def test_a_link_to_a_question_finds_it(page, server):
    heading = page.locator(".self-test > section").first
    page.goto(f"{server.url}{PAGE}.html", wait_until="load")
    anchor = page.locator(".self-test > section").last.get_attribute("id")
    page.goto("about:blank")
    page.goto(f"{server.url}{PAGE}.html#{anchor}", wait_until="load")
    assert page.locator(f"[id='{anchor}']").is_visible() and heading.is_visible()
    page.get_by_role("button", name="풀기 시작").click()
    assert page.locator(".self-test > section:visible").count() == 1


def test_the_last_scores_stand_beside_the_progress(page, server):
    page.goto(server.url + "404.html")
    kept = {PAGE: {"read": False, "predictions": {}, "exercises": {}, "score": {"right": 7, "of": 10}}}
    page.evaluate(f"text => localStorage.setItem('{STORE}progress', text)", json.dumps({"version": 1, "pages": kept}))
    page.goto(server.url + "book/progress.html", wait_until="load")
    lines = page.locator(".progress-tests li")
    expect(lines).to_have_count(len(PAGES))
    expect(lines.first).to_contain_text("10문항 가운데 7문항")
    page.get_by_role("button", name="모두 지우기").click()
    page.get_by_role("dialog").get_by_role("button", name="지우기").click()
    expect(lines.first).to_contain_text("아직 풀지 않았습니다")


def test_without_scripts_every_question_is_read(browser, server):
    with visit(browser, f"{server.url}{PAGE}.html", java_script_enabled=False) as page:
        assert page.locator(".self-test > section:visible").count() == len(POOL)
        assert page.locator(".self-test .cell:has(details.prediction):visible").count() == sum(
            "predict" in cell["metadata"] for _, own in POOL for cell in own
        )
        first = page.locator(".self-test > section").first
        assert not first.locator(".told").is_visible()
        for summary in first.locator("details.prediction > summary").all():
            summary.click()
        assert first.locator(".told").is_visible() and first.locator(".cell_output").first.is_visible()


def test_without_a_network(browser, site):
    server = site.open()
    with visit(browser, server.url + PAGE + ".html") as page:
        page.evaluate(
            "navigator.serviceWorker.ready.then(async () => { while (!navigator.serviceWorker.controller) await new Promise(r => setTimeout(r, 20)); })"
        )
        server.__exit__()
        page.reload()
        go_through(page)
        expect(page.locator(".self-test-score")).to_be_visible(timeout=PATIENCE)
        assert page.problems == []


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("state", ["asked", "answered", "finished"])
def test_a_reader_with_any_senses_can_take_it(browser, server, theme, state):
    with visit(browser, "about:blank", theme=theme, width=390) as page:
        begin(page, server)
        if state == "answered":
            answer(page, right=False)
        if state == "finished":
            go_through(page, right=lambda number: number % 2)
        page.evaluate(AXE)
        found = page.evaluate(
            "axe.run('article').then(({ violations }) => violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`))"
        )
        assert found == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        heights = page.locator(
            ":is(.self-test-bar, .self-test-next, .guess) button:visible, button.self-test-next:visible"
        ).evaluate_all("all => all.map((button) => button.getBoundingClientRect().height)")
        assert min(heights) >= 32  # for thumbs
