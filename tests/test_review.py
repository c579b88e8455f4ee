"""The review that is spaced, in a real browser: what comes back and when, answered in place; what is kept of it, and what is loaded."""

import datetime
import json
import re
from pathlib import Path
from types import SimpleNamespace

import axe_playwright_python
import pytest
from playwright.sync_api import expect

from book.chapters import chapters
from book.site.sitebook import earlier_code, review
from browser import ROOT, STORE, visit

REVIEW = "book/review.html"
PAGE, OTHER = "notebooks/04-no-grad", "notebooks/05-reset-grad"
CHAPTERS = [chapter.name for chapter in chapters(ROOT) if chapter.number]
AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
NOON = datetime.datetime(2026, 3, 2, 12)  # the reader's first day
KEPT = "navigator.serviceWorker.ready.then(async () => { while (!navigator.serviceWorker.controller) await new Promise(r => setTimeout(r, 20)); })"


def day(later=0):
    return (NOON.date() - datetime.date(1970, 1, 1)).days + later


def cells(page, tag):
    stored = json.loads((ROOT / f"{page}.ipynb").read_text(encoding="utf-8"))["cells"]
    return [cell for cell in stored if tag in cell["metadata"].get("tags", ())]


def asked(site, page, cell):
    """The name of the question that a cell asks, as the site writes it."""
    text = (site.folder / f"{page}.html").read_text(encoding="utf-8")
    return re.search(rf'data-cell-id="{cell}">.*?data-asked="(\w+)"', text, re.DOTALL)[1]


def card(site, page, at, due):
    """{cell: review} of a chapter's prediction number `at`, or of its first exercise, done three days before it is due."""
    cell = cells(page, "exercise")[0]["id"] if at is None else cells(page, "predict")[at]["id"]
    entry = {"log": [[day(due - 3), 3]], "due": day(due)}
    return {cell: entry if at is None else {"asked": asked(site, page, cell), **entry}}


def done(reviews, **more):
    return {"read": False, "predictions": {}, "exercises": {}, "reviews": reviews, **more}


@pytest.fixture
def page(browser):
    with visit(browser, "about:blank", timezone_id="Asia/Seoul", service_workers="block") as page:
        page.clock.set_fixed_time(NOON)
        yield page
        assert page.problems == []


def begin(page, server, pages, address=REVIEW):
    """The page, opened by a reader whose record holds `pages`."""
    page.goto(server.url + "404.html")
    page.evaluate(f"text => localStorage.setItem('{STORE}progress', text)", json.dumps({"version": 1, "pages": pages}))
    page.goto(server.url + address, wait_until="load")


def on_day(page, later):
    page.clock.set_fixed_time(NOON + datetime.timedelta(days=later))
    page.reload()


def title(page):
    return page.locator("#review h2")


def rest(page, heading, text):
    expect(title(page)).to_have_text(heading)
    expect(page.locator(".review-rest p").first).to_have_text(text)


def reviews(page, name=PAGE):
    return page.evaluate(f"(name) => JSON.parse(localStorage['{STORE}progress']).pages[name].reviews", name)


def answer(page, right, form="#review form.guess"):
    """Answers a question, and gives its cell's id."""
    form = page.locator(form)
    spec = json.loads(form.get_attribute("data-guess"))
    if "number" in spec:
        form.get_by_role("textbox").fill(str(spec["number"] + (not right)))
        form.get_by_role("button").click()
    else:
        form.locator("button").nth([choice == spec["answer"] for choice in spec["choices"]].index(right)).click()
    return form.evaluate("(form) => form.closest('[data-cell-id]').dataset.cellId")


def press(page, words):
    page.locator(".review-ways").get_by_role("button", name=words, exact=True).click()


def violations(page):
    page.evaluate(AXE)
    found = page.evaluate("axe.run().then(({ violations }) => violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`))")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    return found


def test_what_was_predicted_comes_back_the_wrong_sooner_than_the_right(page, server):
    begin(page, server, {}, f"{PAGE}.html")
    ids = [cell["id"] for cell in cells(PAGE, "predict")[:2]]
    for id, right in zip(ids, (False, True)):
        answer(page, right, f"[data-cell-id={id}] form.guess")
        answer(page, True, f"[data-cell-id={id}] form.guess")  # looked at, not counted
    assert {id: (entry["log"], entry["due"]) for id, entry in reviews(page).items()} == {
        ids[0]: ([[day(), 1]], day(1)),
        ids[1]: ([[day(), 3]], day(3)),
    }
    assert page.locator("#nav .progress-due").count() == 0

    page.goto(server.url + REVIEW)
    rest(page, "오늘은 복습할 것이 없습니다", "다음은 내일입니다.")
    on_day(page, 1)
    expect(page.locator(f"#nav a[href$='{REVIEW}'], #nav a[href='#']").locator(".progress-due")).to_have_text("1개")
    assert answer(page, True) == ids[0]
    assert page.locator("#review .cell_output").is_visible() and page.locator("#review .told").is_visible()
    expect(page.locator("#review .guess-said")).to_have_text(re.compile("^예상대로입니다"))
    press(page, "알고 있었습니다")
    rest(page, "오늘 할 것을 다 했습니다", "다음은 2일 뒤입니다.")
    expect(page.locator("#review [role=status]").first).to_have_text("앞의 것은 3일 뒤 다시 나옵니다.")
    assert page.locator("#nav .progress-due").count() == 0
    assert reviews(page)[ids[0]] == {**reviews(page)[ids[0]], "log": [[day(), 1], [day(1), 3]], "due": day(4)}


def test_a_wrong_answer_is_kept_before_anything_else_is_pressed(page, site, server):
    begin(page, server, {PAGE: done(card(site, PAGE, 0, 0))})
    id = answer(page, False)
    assert reviews(page)[id]["log"] == [[day(-3), 3], [day(), 1]] and reviews(page)[id]["due"] == day(1)
    assert page.locator(".review-ways button").all_inner_texts() == ["다음"]
    answer(page, True)  # a second answer is looked at, not counted
    assert reviews(page)[id]["log"][-1] == [day(), 1]
    page.reload()
    rest(page, "오늘 할 것을 다 했습니다", "다음은 내일입니다.")


def test_an_output_opened_without_an_answer_was_not_known(page, site, server):
    begin(page, server, {PAGE: done(card(site, PAGE, 0, 0))})
    page.get_by_text("답하지 않고 열기").click()
    press(page, "다음")
    rest(page, "오늘 할 것을 다 했습니다", "다음은 내일입니다.")


def test_what_was_easy_comes_back_later(page, site, server):
    begin(page, server, {PAGE: done(card(site, PAGE, 0, 0))})
    id = answer(page, True)
    known = reviews(page)[id]["due"]
    press(page, "쉬웠습니다")
    assert reviews(page)[id]["log"] == [[day(-3), 3], [day(), 4]] and reviews(page)[id]["due"] > known > day(1)


def test_an_exercise_comes_back_with_its_task_and_the_way_into_its_chapter(page, site, server):
    begin(page, server, {PAGE: done(card(site, PAGE, None, 0))})
    expect(title(page)).to_have_text(re.compile(r"^4장\. 연습 1"))
    assert page.locator("#review .cell.tag_exercise .cell_output").count() == 0
    page.get_by_text("풀이 보기").click()
    assert page.locator("#review .verdict.right").is_visible()
    way = page.get_by_role("link", name="4장에서 보기")
    href = way.get_attribute("href")
    press(page, "막혔습니다")
    rest(page, "오늘 할 것을 다 했습니다", "다음은 내일입니다.")
    page.goto(href)
    assert page.url.startswith(f"{server.url}{PAGE}.html#")
    assert page.locator(":target .tag_exercise").count() == 1


def test_chapters_take_turns_for_ten_minutes_and_the_rest_waits(page, site, server):
    begin(
        page,
        server,
        {name: done({k: v for at in range(10) for k, v in card(site, name, at, -at).items()}) for name in (PAGE, OTHER)},
    )
    expect(page.locator(".review-left")).to_have_text("오늘 남은 것 15개, 약 10분")
    seen = []
    for _ in range(15):
        seen.append(title(page).inner_text()[0])
        before = title(page).element_handle()
        answer(page, True)
        press(page, "쉬웠습니다")
        page.wait_for_function("(before) => !before.isConnected", arg=before)
        title(page).wait_for()
    assert seen == ["4", "5"] * 7 + ["4"] or seen == ["5", "4"] * 7 + ["5"]
    rest(page, "오늘 몫을 다 했습니다", "5개가 더 남았습니다. 내일 이어서 해도 됩니다.")
    page.reload()
    rest(page, "오늘 몫을 다 했습니다", "5개가 더 남았습니다. 내일 이어서 해도 됩니다.")
    press(page, "이어서 하기")
    expect(page.locator(".review-left")).to_have_text("오늘 남은 것 5개, 약 4분")


def test_who_answered_before_there_was_a_review_reviews_it_from_now_on(page, site, server):
    (id,) = card(site, PAGE, 0, 0)
    exercise = cells(PAGE, "exercise")[0]["id"]
    predictions = {
        id: {"asked": asked(site, PAGE, id), "said": "x", "right": False},
        "opened": {"asked": "q", "said": None, "right": None},
    }
    before = {"read": True, "predictions": predictions, "exercises": {exercise: True}}
    begin(page, server, {PAGE: before})
    rest(page, "오늘은 복습할 것이 없습니다", "다음은 내일입니다.")
    assert {cell: entry["log"] for cell, entry in reviews(page).items()} == {id: [[day(), 1]], exercise: [[day(), 3]]}
    assert page.evaluate(f"JSON.parse(localStorage['{STORE}progress']).pages")[PAGE] == {**before, "reviews": reviews(page)}


def test_what_left_the_book_leaves_without_a_word(page, site, server):
    (id,) = fine = card(site, PAGE, 0, 0)
    another = {cells(PAGE, "predict")[1]["id"]: {**fine[id], "asked": "another"}}
    begin(page, server, {PAGE: done({"gone": fine[id], **another, **fine}), "notebooks/gone": done({"gone": fine[id]})})
    assert answer(page, True) == id
    press(page, "쉬웠습니다")
    expect(title(page)).to_have_text("오늘 할 것을 다 했습니다")
    assert list(reviews(page)) == [id]


@pytest.mark.parametrize(
    "broken", [5, "abc", [1], {"x": 5}, {"x": {"log": [], "due": 1}}, {"x": {"log": [["a", 3]], "due": None}}]
)
def test_what_is_no_review_costs_nothing_else(page, site, server, broken):
    (id,) = fine = card(site, PAGE, 0, 0)
    kept = {"read": True, "predictions": {id: {"asked": fine[id]["asked"], "said": "x", "right": True}}, "exercises": {}}
    begin(page, server, {PAGE: {**kept, "reviews": broken}, OTHER: done(card(site, OTHER, 0, 0))})
    expect(title(page)).to_have_text(re.compile(r"^5장\."))
    assert page.evaluate(f"JSON.parse(localStorage['{STORE}progress']).pages")[PAGE] == {
        **kept,
        "reviews": {id: {**fine[id], "log": [[day(), 3]], "due": day(3)}},
    }
    begin(page, server, {PAGE: {**kept, "reviews": broken}}, "book/progress.html")
    assert page.locator(".progress-sums strong").all_inner_texts()[0].startswith("1/")
    with page.expect_download() as download:
        page.get_by_role("button", name="파일로 내보내기").click()
    assert json.loads(Path(download.value.path()).read_text(encoding="utf-8"))["pages"][PAGE] == {**kept, "reviews": {}}


def test_a_file_brings_the_reviews_back(page, site, server):
    begin(page, server, {PAGE: done(card(site, PAGE, 0, 0)), OTHER: done(card(site, OTHER, None, 5))}, "book/progress.html")
    before = [reviews(page, name) for name in (PAGE, OTHER)]
    with page.expect_download() as download:
        page.get_by_role("button", name="파일로 내보내기").click()
    text = Path(download.value.path()).read_text(encoding="utf-8")
    page.get_by_role("button", name="모두 지우기").click()
    page.get_by_role("dialog").get_by_role("button", name="지우기").click()
    page.goto(server.url + REVIEW)
    expect(title(page)).to_have_text("아직 복습할 것이 없습니다")
    assert page.get_by_role("link", name="1장부터 읽기").get_attribute("href") == f"{server.url}{CHAPTERS[0]}.html"

    page.goto(server.url + "book/progress.html")
    file = {"name": "a.json", "mimeType": "application/json", "buffer": text.encode()}
    page.locator("#progress input[type=file]").set_input_files(file)
    expect(page.locator("#progress [role=status]")).to_have_text(re.compile("쪽 2개의 기록을 가져와"))
    assert [reviews(page, name) for name in (PAGE, OTHER)] == before
    page.goto(server.url + REVIEW)
    expect(title(page)).to_have_text(re.compile(r"^4장\."))


def test_what_is_cleared_on_another_page_is_not_asked(page, site, server):
    begin(page, server, {PAGE: done(card(site, PAGE, 0, 0))})
    title(page).wait_for()
    second = page.context.new_page()
    second.goto(server.url + "404.html")
    second.evaluate(f"localStorage.removeItem('{STORE}progress')")
    expect(title(page)).to_have_text("아직 복습할 것이 없습니다")


def test_the_keyboard_is_enough_and_the_focus_goes_along(page, site, server):
    begin(page, server, {PAGE: done(card(site, PAGE, 0, 0)), OTHER: done(card(site, OTHER, None, 0))})
    title(page).wait_for()
    assert page.evaluate("document.activeElement === document.body")  # nothing was pressed yet

    def tab_to(selector):
        for _ in range(40):
            page.keyboard.press("Tab")
            if page.evaluate("(selector) => document.activeElement.matches(selector)", selector):
                return
        raise AssertionError(f"not reached: {selector}")

    page.locator("#main").focus()
    ways = "#review form.guess button" if "4장" in title(page).inner_text() else ".review-ways button"
    tab_to(ways)
    page.keyboard.press("Enter")
    if "guess" in ways:
        assert page.evaluate("document.activeElement.matches('#review form.guess button')")  # the reader stays where it answered
        tab_to(".review-ways button")
        page.keyboard.press("Enter")
    page.wait_for_function("() => document.activeElement.matches('#review h2')")
    expect(page.locator(".review-told")).to_have_text(re.compile("^앞의 것은 .+ 다시 나옵니다"))
    tab_to(".review-ways button" if "guess" in ways else "#review form.guess button")
    page.keyboard.press("Enter")
    if "guess" not in ways:
        tab_to(".review-ways button")
        page.keyboard.press("Enter")
    page.wait_for_function("() => document.activeElement.matches('.review-rest h2')")


def test_only_the_chapters_that_are_due_are_fetched_and_the_scheduler_only_here(page, site, server):
    begin(page, server, {PAGE: done(card(site, PAGE, 0, 0)), OTHER: done(card(site, OTHER, 0, 2))}, f"{CHAPTERS[0]}.html")
    assert not [url for url in page.asked if "review-" in url]
    page.asked.clear()
    page.goto(server.url + REVIEW)
    title(page).wait_for()
    assert [url for url in page.asked if "/notebooks/" in url] == [f"{server.url}{PAGE}.html"]
    assert [url for url in page.asked if "review-schedule" in url]


def test_a_chapter_that_cannot_be_had_is_asked_for_again(page, site, server):
    page.route(f"**/{PAGE}.html", lambda route: route.fulfill(status=503, content_type="text/html", body="<p>no</p>"))
    begin(page, server, {PAGE: done(card(site, PAGE, 0, 0)), OTHER: done(card(site, OTHER, 0, 0))})
    expect(title(page)).to_have_text(re.compile(r"^5장\."))
    answer(page, True)
    press(page, "쉬웠습니다")
    rest(page, "장을 불러오지 못했습니다", "1개가 남았습니다. 인터넷에 연결되어 있는지 보고 다시 엽니다.")
    assert reviews(page) == card(site, PAGE, 0, 0)  # what could not be seen is not gone
    page.unroute(f"**/{PAGE}.html")
    press(page, "다시 열기")
    expect(title(page)).to_have_text(re.compile(r"^4장\."))
    page.problems.clear()  # the browser's own word on the 503


def test_reviews_without_network(browser, site):
    server = site.open()
    with visit(browser, server.url + REVIEW) as page:
        page.clock.set_fixed_time(NOON)
        page.evaluate(KEPT)
        server.__exit__()
        begin(page, server, {PAGE: done(card(site, PAGE, 0, 0))})
        answer(page, True)
        press(page, "알고 있었습니다")
        expect(title(page)).to_have_text("오늘 할 것을 다 했습니다")
        assert page.problems == []


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_reader_with_any_senses_can_review(browser, site, server, theme):
    with visit(browser, "about:blank", theme=theme, width=390, service_workers="block") as page:
        page.clock.set_fixed_time(NOON)
        begin(page, server, {})
        title(page).wait_for()
        assert violations(page) == []
        begin(page, server, {PAGE: done(card(site, PAGE, 1, 0)), OTHER: done(card(site, OTHER, None, 0))})
        for _ in range(2):
            title(page).wait_for()
            assert violations(page) == []
            if page.locator("#review form.guess").count():
                answer(page, False)
                assert violations(page) == []
            heights = page.locator("#review button:visible").evaluate_all(
                "all => all.map((e) => e.getBoundingClientRect().height)"
            )
            assert min(heights) >= 32  # for thumbs
            before = title(page).element_handle()
            page.locator(".review-ways button").first.click()
            page.wait_for_function("(before) => !before.isConnected", arg=before)
        expect(title(page)).to_have_text("오늘 할 것을 다 했습니다")
        assert violations(page) == []
        assert page.problems == []


def test_what_scrolls_in_a_card_can_be_reached_and_has_a_name(page, site, server):
    page.set_viewport_size({"width": 300, "height": 800})
    name, at = "notebooks/15-hooks", 10  # its question stands under a table
    begin(page, server, {name: done(card(site, name, at, 0))})
    table = page.locator("#review .table")
    assert table.evaluate("(table) => table.scrollWidth > table.clientWidth")
    expect(table).to_have_attribute("tabindex", "0")
    expect(table).to_have_attribute("aria-label", re.compile("표"))


def test_without_scripts_the_page_says_what_it_is_for(browser, server):
    with visit(browser, server.url + REVIEW, java_script_enabled=False) as page:
        assert "며칠 뒤에 다시 나옵니다. 지금은 스크립트가 꺼져 있어" in page.locator("#review").inner_text()


def test_where_storage_is_blocked_the_page_still_invites(browser, server):
    denied = "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('denied', 'SecurityError') } })"
    with visit(browser, "about:blank") as page:
        page.add_init_script(denied)
        page.goto(server.url + REVIEW, wait_until="load")
        expect(title(page)).to_have_text("아직 복습할 것이 없습니다")
        assert page.problems == []


def test_a_record_of_a_newer_edition_is_left_alone(page, server):
    page.goto(server.url + "404.html")
    newer = json.dumps({"version": 2, "chapters": []})
    page.evaluate(f"text => localStorage.setItem('{STORE}progress', text)", newer)
    page.goto(server.url + REVIEW)
    expect(title(page)).to_have_text("복습을 열 수 없습니다")
    assert page.evaluate(f"localStorage['{STORE}progress']") == newer


def test_every_question_and_exercise_of_the_book_can_stand_alone(page, server):
    """With a title and with the text that asks; what its code needs is on its page."""
    page.goto(server.url + REVIEW)
    lacking = page.evaluate(
        """async (chapters) => {
            const { cardOf } = await import(new URL("../_static/review-cards.js", location));
            const earlier = await (await fetch("../_static/review-earlier.json")).json();
            const lacking = [];
            for (const name of chapters) {
                const address = new URL(`../${name}.html`, location).href;
                const page = new DOMParser().parseFromString(await (await fetch(address)).text(), "text/html");
                for (const cell of page.querySelectorAll(".cell:is(.tag_predict, .tag_exercise)")) {
                    const asked = cell.querySelector("form.guess")?.dataset.asked, needs = earlier[name][cell.dataset.cellId] ?? [];
                    const card = cardOf(page, address, { id: cell.dataset.cellId, asked, kind: asked ? "prediction" : "exercise" }, needs);
                    const at = card.parts.findIndex((part) => part.dataset.cellId === cell.dataset.cellId);
                    const texts = card.parts.slice(0, at).filter((part) => !part.matches(".review-earlier"));
                    const found = card.parts[0].matches(".review-earlier") ? card.parts[0].querySelectorAll(".cell").length : 0;
                    if (!texts.length || found !== needs.length || !card.title.some((node) => node.textContent.trim()) || card.place.endsWith("#"))
                        lacking.push(`${name} ${cell.dataset.cellId}`);
                }
            }
            return lacking;
        }""",
        CHAPTERS,
    )
    assert lacking == []


def test_a_book_without_live_cells_says_that_it_has_no_review():
    app = SimpleNamespace(sitebook=SimpleNamespace(schedule=""))
    context = {"body": f"<p>a</p>{review.PLACE}{review.NO_SCRIPTS}</div>"}
    review.load(app, "book/review", "page.html", context, None)
    assert context["body"] == f"<p>a</p>{review.PLACE}{review.NOT_MADE}</div>"


# ── what a question's code needs of the cells above ──
def needed(*sources, tags=()):
    cells = [earlier_code.read(source, tags if at + 1 < len(sources) else ()) for at, source in enumerate(sources)]
    return earlier_code.needed(cells, len(cells) - 1)


@pytest.mark.parametrize(
    "sources, places",
    [
        (["x = 1", "x = 2", "print(x)"], [1]),  # the last that gives it
        (["x = 1", "y = x", "z = 5", "print(y)"], [0, 1]),  # and what that one needs
        (["a = 1\ndef f():\n    return a", "f()"], [0]),  # but not the inside of a function
        (["a = 1", "def f():\n    b = a\n    return b", "f()"], [1]),
        (["x = 1", "y = x * 2", "print(y)", "y.backward()", "print(x.grad)"], [0, 1, 3]),  # what was done to it since
        (["import torch.nn as nn\nx = 1", "nn.Linear(1, 1)"], []),  # an import needs no word
        (["x = 1", "x = torch.tensor(2.)\nprint(x)"], []),  # given anew before it is asked for
        (["w = 1", "with torch.no_grad():\n    w -= 0.5"], [0]),  # changed in place: asked for
        (["i = 1", "print([i for i in range(3)], (lambda i: i)(2))\nfor i in range(2):\n    print(i)"], []),  # its own
        (["e = 1", "try:\n    f = 1\nexcept RuntimeError as e:\n    print(e, f)"], []),
        (["x = 1", *["x.add_(1)"] * 5, "print(x)"], [0]),  # a story of its own
    ],
)
def test_a_question_brings_the_code_it_builds_on(sources, places):
    assert needed(*sources) == places


def test_a_cell_that_fails_did_nothing_to_a_value():
    assert needed("x = 1", "x.add_(1)", "print(x)", tags=("raises-exception",)) == [0]
    assert needed("x = 1", "x -= 1", "print(x)", tags=("raises-exception",)) == [0]
    assert needed("x = 1", "x = 2\ny = x", "print(x)", tags=("raises-exception",)) == [1]


def test_a_notebook_names_its_questions_that_need_others():
    def cell(id, source, *tags):
        return {"cell_type": "code", "id": id, "source": [source], "metadata": {"tags": list(tags)}}

    notebook = {
        "cells": [
            {"cell_type": "markdown", "id": "text", "source": ["x = 1"], "metadata": {}},
            cell("given", "x = 1"),
            cell("solution", "x = 2", "hide-cell"),
            cell("asks", "print(x)", "predict"),
            cell("alone", "print(1)", "predict"),
        ]
    }
    assert earlier_code.of_notebook(notebook) == {"asks": ["given"]}
