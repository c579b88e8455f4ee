"""Parsons problems: each order of the lines was run with real torch, each wrong one is told what it did, and readers of any kind
put them in order."""

import copy
import itertools
import json
import re
from pathlib import Path

import axe_playwright_python
import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import expect

from book.editions import gather
from book.parsons import KEY, orders_of, read, rule_for, shuffled
from book.site.sitebook.particles import JOINER
from book.tools.parsons import stale
from book.tools.sources import ROOT
from book.tools.validation.exercises import source
from book.tools.validation.parsons import parsons_problems, right_orders
from browser import STORE, visit

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
STORED = {path.stem: json.loads(path.read_text(encoding="utf-8"))["cells"] for path in sorted(ROOT.glob("notebooks/*.ipynb"))}
PROBLEMS = {
    cell["id"]: (f"notebooks/{name}", read(source(cell)), cell["metadata"][KEY])
    for name, cells in STORED.items()
    for cell in cells
    if KEY in cell["metadata"]
}
LOOP, RESET = "solution-losses", "solution-descend"


def plain(text):
    return " ".join(text.replace(JOINER, "").replace("`", "").split())


# --- What was run. ---


@pytest.mark.parametrize("page", sorted({page for page, *_ in PROBLEMS.values()}))
def test_every_order_does_what_is_stored_of_it(page):
    assert list(stale(f"{page}.ipynb")) == []


def test_the_chapters_of_loops_have_one():
    assert {"notebooks/05-reset-grad", "notebooks/13-training-loop"} <= {page for page, *_ in PROBLEMS.values()}


def test_what_may_be_exchanged_is_right_and_what_readers_get_wrong_is_not():
    """By hand, beside what was run: the rules that the book teaches of the training loop."""
    zero, loss, backward, step, keep = "01234"

    def fine(order):
        at = order.index
        emptied = at(backward) < at(zero) < at(step)
        return at(loss) < at(backward) < at(step) and at(loss) < at(keep) and not emptied

    orders = ["".join(order) for order in itertools.permutations("01234")]
    entries = PROBLEMS[LOOP][2]["executed"]
    assert sorted(right_orders(entries)) == [order for order in orders if fine(order)]
    does = {order: entry for entry in entries for order in orders_of(entry)}
    assert does["12034"]["shows"] == "[4.0, 4.0, 4.0]"  # emptied between backward() and step(): nothing moves
    assert does["30124"]["leaves"] == {"w": ["2.5", "2.75"]}  # step() first: one step behind, though the list is the same


def test_the_first_order_is_the_same_in_every_build_and_wrong():
    for _, program, given in PROBLEMS.values():
        right = right_orders(given["executed"])
        order = shuffled(program.pieces, right)
        assert order == shuffled(program.pieces, right) and "".join(map(str, order)) not in right
    assert shuffled(("a", "b", "c"), ["012"]) == [2, 1, 0]


# --- What authors are told. ---


def broken(change):
    """The problems of a chapter's cells after a change to the metadata of descend."""
    cells = copy.deepcopy(STORED["05-reset-grad"])
    cell = next(cell for cell in cells if cell["id"] == RESET)
    change(cell, cell["metadata"][KEY])
    return [problem for _, problem in parsons_problems(cells)]


def set_in(*way, value):
    def change(_, given):
        for key in way[:-1]:
            given = given[key]
        given[way[-1]] = value

    return change


FAULTS = {
    "no solution": (lambda cell, _: cell["metadata"].update(tags=[]), "풀이 셀(태그 hide-cell)에 적습니다"),
    "no loop": (
        lambda cell, _: cell.update(source="def descend(start, steps):\n    return start"),
        "for 반복문이 든 함수가 없습니다",
    ),
    "few lines": (lambda cell, _: cell.update(source="def f():\n    for _ in ():\n        pass"), "문장이 1개입니다"),
    "unknown key": (set_in("calls", value=""), "이어야 합니다"),
    "no such line": (set_in("wrong", 0, "order", 0, value="loss.backwards()"), "'loss.backwards()'는 반복문 안 문장의 첫 줄이"),
    "nothing said": (set_in("wrong", 0, "says", value=" "), "무엇이 틀렸는지 말하는 문장"),
    "not run": (lambda _, given: given.pop("executed"), "make outputs로 모든 차례를"),
    "an order missing": (lambda _, given: given["executed"].pop(), "make outputs로 모든 차례를"),
    "no word of what may be exchanged": (lambda _, given: given.pop("also"), "맞는 차례가 3가지입니다"),
    "a wrong order without a word": (lambda _, given: given["wrong"].pop(), "틀린 차례 0132에 할 말이 없습니다"),
    "a right order called wrong": (
        set_in("wrong", 2, "order", value=["loss.backward()", "w.grad = None"]),
        "맞는 차례 0123에 틀렸다고 말합니다",
    ),
    "a word that no order gets": (
        lambda _, given: given["wrong"].append(given["wrong"][0]),
        "어느 차례에도 나오지 않습니다",
    ),
    "the same result": (lambda _, given: given["executed"][1].update(shows="2.5"), "결과가 같습니다"),
    "another name than the error's": (set_in("wrong", 0, "says", value="틀렸습니다."), "`loss`이 없습니다"),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_broken_rule_is_seen(name):
    change, expected = FAULTS[name]
    assert broken(lambda *_: None) == []
    assert any(expected in problem for problem in broken(change)), broken(change)


# --- The page. ---


@pytest.fixture
def page(browser):
    with visit(browser, "about:blank") as page:
        yield page
        assert page.problems == []


def opened(page, server, problem=LOOP):
    """The board of a problem, open, on its page."""
    page.goto(f"{server.url}{PROBLEMS[problem][0]}.html", wait_until="load")
    return unfolded(page, problem)


def unfolded(page, problem=LOOP):
    board = page.locator(f"[data-parsons={problem}]")
    page.locator(f".parsons-fold:has([data-parsons={problem}]) > summary").click()
    expect(board).to_have_attribute("data-ready", "")
    return board


def order(board):
    return "".join(board.locator("li").evaluate_all("all => all.map(({ dataset }) => dataset.line)"))


def line(board, number):
    return board.locator(f"[data-line='{number}']")


def put(board, wanted):
    """Puts the lines in this order by the keyboard."""
    for place, number in enumerate(wanted):
        line(board, number).focus()
        while order(board).index(number) > place:
            board.page.keyboard.press("ArrowUp")
    assert order(board) == wanted


def check(board):
    board.get_by_role("button", name="확인").click()
    return board.locator(".parsons-said")


def kept(page, problem=LOOP):
    record = page.evaluate(f"JSON.parse(localStorage.getItem('{STORE}progress'))") or {"pages": {}}
    return record["pages"].get(PROBLEMS[problem][0], {}).get("orders", {}).get(problem)


def test_the_lines_stand_shuffled_between_the_exercise_and_its_solution(page, server):
    for problem, (_, program, given) in PROBLEMS.items():
        board = opened(page, server, problem)
        first = "".join(map(str, shuffled(program.pieces, right_orders(given["executed"]))))
        assert order(board) == first
        shown = board.locator(".parsons-code").inner_text()
        for text in [*program.head, *program.tail, *program.pieces]:
            assert all(part.strip() in shown for part in text.splitlines())
        around = "fold => [fold.previousElementSibling, fold.nextElementSibling].map(e => e.dataset.cellId ?? e.querySelector('[data-cell-id]').dataset.cellId)"
        before, after = page.locator(f".parsons-fold:has([data-parsons={problem}])").evaluate(around)
        assert before.startswith("exercise-") and after == problem


def test_by_keyboard_alone_and_each_move_is_told(page, server):
    board = opened(page, server)
    moved = board.locator(".unseen[role=status]")
    last = order(board)[-1]
    line(board, last).focus()
    page.keyboard.press("ArrowDown")
    expect(moved).to_have_text("맨 아래의 줄입니다.")
    page.keyboard.press("ArrowUp")
    expect(line(board, last)).to_be_focused()
    name = PROBLEMS[LOOP][1].names()[int(last)]
    expect(moved).to_have_text(f"{name} 줄을 5개 가운데 4번째로 옮겼습니다.")
    assert order(board)[3] == last
    put(board, "01234")
    while not page.evaluate("document.activeElement.textContent === '확인'"):
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(board).to_have_attribute("data-result", "right")
    expect(board.locator(".parsons-said")).to_have_text(re.compile(r"^맞습니다\. .*맞는 차례는 모두 11가지입니다\."))


def test_by_buttons(page, server):
    board = opened(page, server)
    first = order(board)[0]
    name = PROBLEMS[LOOP][1].names()[int(first)]
    down = board.get_by_role("button", name=f"{name} 아래로")
    for place in range(1, 5):
        down.click()
        assert order(board)[place] == first
        expect(down).to_be_focused()
    board.get_by_role("button", name=f"{name} 위로").click()
    assert order(board)[3] == first


def middle(locator):
    box = locator.bounding_box()
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def test_by_mouse(page, server):
    board = opened(page, server)
    before = order(board)
    board.scroll_into_view_if_needed()
    page.mouse.move(*middle(line(board, before[0]).locator("pre")))
    page.mouse.down()
    page.mouse.move(*middle(line(board, before[3])), steps=8)
    assert board.locator("[data-held]").count() == 1
    page.mouse.up()
    assert order(board) == before[1:4] + before[0] + before[4]
    expect(board.locator("[data-held]")).to_have_count(0)
    page.mouse.move(*middle(line(board, before[4])))
    assert order(board) == before[1:4] + before[0] + before[4]


def test_by_touch(browser, server):
    with visit(browser, "about:blank", width=390, has_touch=True) as page:
        board = opened(page, server)
        before = order(board)
        board.scroll_into_view_if_needed()
        finger = page.context.new_cdp_session(page)

        def touch(kind, *points):
            finger.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [{"x": x, "y": y} for x, y in points]})

        x, start = middle(line(board, before[4]).locator(".parsons-grip"))
        end = middle(line(board, before[0]))[1]
        touch("touchStart", (x, start))
        for part in range(1, 9):
            touch("touchMove", (x, start + (end - start) * part / 8 - 2))
        touch("touchEnd")
        expect(board.locator("li").first).to_have_attribute("data-line", before[4])
        assert order(board) == before[4] + before[:4]
        assert page.problems == []


# Lays the lines out in each order at once and presses the button: that readers can is shown above. → [[what is said, lines named], …]
TRY_ALL = """(board, orders) => orders.map((order) => {
  const list = board.querySelector("ol");
  list.append(...[...order].map((number) => list.querySelector(`[data-line="${number}"]`)));
  board.querySelector(":scope > button").click();
  const named = [...list.querySelectorAll("[data-named]")].map(({ dataset }) => Number(dataset.line));
  return [board.querySelector(".parsons-said").textContent, named];
})"""


@pytest.mark.parametrize("problem", PROBLEMS)
def test_every_order_is_told_what_it_did(page, server, problem):
    _, program, given = PROBLEMS[problem]
    board = opened(page, server, problem)
    rules = [[program.names().index(name) for name in rule["order"]] for rule in given["wrong"]]
    wanted = next(entry["shows"] for entry in given["executed"] if entry.get("right"))
    for entry in given["executed"]:
        orders = orders_of(entry)
        for each, (said, named) in zip(orders, board.evaluate(TRY_ALL, orders), strict=True):
            said = plain(said)
            if entry.get("right"):
                assert said.startswith(f"맞습니다. {given['call']}의 결과는 {wanted}입니다."), each
                assert said.endswith(plain(given.get("also", ""))) and not named
                continue
            place = rule_for(entry, each, rules)
            told = plain(given["wrong"][place]["says"])
            assert said.startswith(f"아직 아닙니다. {told} 이 차례로 실행하면 {given['call']}"), each
            assert sorted(named) == sorted(rules[place]), each
            if "at" in entry:
                assert said.endswith(f"에서 오류가 납니다. {' '.join(entry['shows'].split())}")
            elif "leaves" in entry:
                assert "결과는 같지만" in said and all(value in said for pair in entry["leaves"].values() for value in pair)
            else:
                assert said.endswith(f"의 결과는 {entry['shows']}입니다. 나와야 하는 결과는 {wanted}입니다.")


def test_a_move_takes_the_verdict_back(page, server):
    board = opened(page, server)
    said = check(board)
    expect(said).to_have_text(re.compile("^아직 아닙니다"))
    line(board, order(board)[0]).focus()
    page.keyboard.press("ArrowDown")
    expect(said).to_be_empty()
    assert board.get_attribute("data-result") is None and board.locator("[data-named]").count() == 0


def test_the_progress_remembers_and_the_right_one_for_good(browser, server):
    with visit(browser, "about:blank") as page:
        board = opened(page, server)
        assert kept(page) is None
        put(board, "12034")
        check(board)
        assert kept(page)["said"] == "12034" and kept(page)["right"] is False
        page.reload(wait_until="load")
        board = unfolded(page)
        assert order(board) == "12034"
        expect(board.locator(".parsons-said")).to_have_text(re.compile("^아직 아닙니다"))
        put(board, "10234")
        check(board)
        put(board, "01324")
        check(board)
        assert kept(page)["said"] == "10234" and kept(page)["right"] is True
        page.reload(wait_until="load")
        expect(page.locator(".parsons-solved:visible")).to_have_count(1)
        page.goto(f"{server.url}book/progress.html", wait_until="load")
        sums = page.locator(".progress-sums li").filter(has_text="맞춘 순서")
        expect(sums.locator("strong")).to_have_text(f"1/{len(PROBLEMS)}")
        row = page.locator("#progress tbody tr").filter(has=page.locator("a[href$='13-training-loop.html']"))
        expect(row.locator("td").last).to_have_text("1/2")
        assert page.problems == []


def test_what_the_page_does_not_ask_any_more_is_dropped(page, server):
    page.goto(server.url + "404.html")
    entry = {"asked": "gone", "said": "01234", "right": True}
    pages = {PROBLEMS[LOOP][0]: {"read": True, "predictions": {}, "exercises": {}, "orders": {LOOP: entry, "gone": entry}}}
    page.evaluate(f"text => localStorage.setItem('{STORE}progress', text)", json.dumps({"version": 1, "pages": pages}))
    board = opened(page, server)
    assert board.get_attribute("data-result") is None
    assert page.evaluate(f"JSON.parse(localStorage['{STORE}progress']).pages")[PROBLEMS[LOOP][0]]["orders"] == {}


def test_nothing_glides_where_the_reader_wants_no_motion(page, server):
    board = opened(page, server)
    gliding = "board => { board.querySelector('.parsons-down').click(); return document.getAnimations().length; }"
    page.emulate_media(reduced_motion="reduce")
    assert board.evaluate(gliding) == 0
    page.emulate_media(reduced_motion="no-preference")
    assert board.evaluate(gliding) == 2


def test_without_scripts_the_question_is_read_and_the_solution_folded(browser, server):
    with visit(browser, f"{server.url}{PROBLEMS[LOOP][0]}.html", java_script_enabled=False) as page:
        solution = page.locator(f"[data-cell-id={LOOP}] .cell_input")
        fold = page.locator(f".parsons-fold:has([data-parsons={LOOP}])")
        assert not fold.locator("ol").is_visible() and not solution.is_visible()
        fold.locator("summary").click()
        assert (
            fold.locator("li").count() == 5 and fold.locator("li").first.is_visible() and fold.get_by_role("button").count() == 0
        )
        assert not solution.is_visible()


def test_only_the_pages_that_ask_load_the_script(site):
    loading = {
        name
        for name in site.pages
        if "parsons.js" in (text := (site.folder / name).read_text(encoding="utf-8")) or "parsons.css" in text
    }
    assert loading == {f"{page}.html" for page, *_ in PROBLEMS.values()}


def test_on_paper_the_lines_are_a_question_before_the_solution(site):
    text = (site.folder / f"{PROBLEMS[LOOP][0]}.html").read_text(encoding="utf-8")
    article = gather.clean(BeautifulSoup(text, "html.parser").select_one("article"))
    fold = article.select_one(f".parsons-fold:has([data-parsons={LOOP}])")
    assert fold.name == "div" and fold.p.get_text() == "순서 맞추기"
    names = [PROBLEMS[LOOP][1].names()[int(li["data-line"])] for li in fold.select("li")]
    assert [li.get_text().strip().split("\n")[0] for li in fold.select("li")] == names
    block = article.select_one("[data-parsons=solution-rolled] li[data-line='3']")
    assert block.get_text().strip() == "with torch.no_grad():\n    w -= 0.125 * v"  # as it is indented
    assert fold.find_next_sibling().select_one(f"[data-cell-id={LOOP}]") or fold.find_next_sibling()["data-cell-id"] == LOOP


def test_the_review_still_finds_the_solution_of_the_exercise(page, server):
    opened(page, server)
    found = page.evaluate(
        """async () => {
          const { cardOf } = await import(new URL("../_static/review-cards.js", location));
          return cardOf(document, location.href, { id: "exercise-losses", kind: "exercise" }).parts.at(-1).textContent;
        }"""
    )
    assert "kept.append(loss.item())" in found and "풀이 보기" in found


def test_without_a_network(browser, site):
    server = site.open()
    with visit(browser, f"{server.url}{PROBLEMS[LOOP][0]}.html") as page:
        page.evaluate(
            "navigator.serviceWorker.ready.then(async () => { while (!navigator.serviceWorker.controller) await new Promise(r => setTimeout(r, 20)); })"
        )
        server.__exit__()
        page.reload()
        board = unfolded(page)
        put(board, "01234")
        expect(check(board)).to_have_text(re.compile("^맞습니다"))
        assert page.problems == []


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("state", ["asked", "wrong", "right"])
def test_a_reader_with_any_senses_can_put_them_in_order(browser, server, theme, state):
    with visit(browser, "about:blank", theme=theme, width=390) as page:
        board = opened(page, server)
        if state == "right":
            put(board, "01234")
        if state != "asked":
            expect(check(board)).not_to_be_empty()
        page.evaluate(AXE)
        found = page.evaluate(
            "axe.run('.parsons-fold[open]').then(({ violations }) => violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`))"
        )
        assert found == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        sizes = board.locator("button:visible, .parsons-grip").evaluate_all(
            "all => all.map((each) => Math.min(each.offsetWidth, each.offsetHeight))"
        )
        assert min(sizes) >= 30  # for thumbs
        assert page.problems == []
