"""The page for a projector, in a real browser: large, one step after the other, by keyboard, and what is left when it ends."""

import gzip
import re
from pathlib import Path

import axe_playwright_python
import pytest
from playwright.sync_api import expect

from browser import ISOLATED, PATIENCE, ROOT, visit

PAGE = "notebooks/01-requires-grad"
AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
GROWTH = 600  # bytes, gzip, by which the button and its listener may enlarge a page: the projector itself comes when it is wanted
SHOWN = """() => [...document.querySelectorAll('article section > *')]
    .filter((block) => !block.matches('section, span, [data-away]') && block.offsetParent).map((block) => block.textContent.slice(0, 20))"""


@pytest.fixture(params=[(1280, "light"), (390, "dark")])
def page(request, browser, site):
    width, theme = request.param
    with site.open(ISOLATED) as server, visit(browser, f"{server.url}{PAGE}.html", theme, width, 800) as page:
        yield page
        assert page.problems == []


def place(page):
    """(step, of how many)"""
    return [int(number) for number in page.locator("#projector output").inner_text().split(" / ")]


def begin(page):
    page.keyboard.press("Alt+p")
    expect(page.locator("#projector output")).to_have_text(re.compile(r"^1 / \d\d$"))


def forth_to(page, wanted):
    """Presses on until `wanted` is seen."""
    for _ in range(place(page)[1]):
        if wanted.is_visible():
            return
        page.keyboard.press("ArrowRight")
    raise AssertionError("it never appears")


def test_a_step_appears_with_each_key_and_a_heading_clears_the_screen(page):
    before = page.evaluate("parseFloat(getComputedStyle(document.documentElement).fontSize)")
    begin(page)
    assert page.evaluate("parseFloat(getComputedStyle(document.documentElement).fontSize)") >= before * 1.15
    first = page.evaluate(SHOWN)
    assert first[0].startswith("1.") and not page.locator("#nav, .top, footer").filter(visible=True).count()
    page.keyboard.press("Space")
    second = page.evaluate(SHOWN)
    assert set(second).isdisjoint(first), "a heading clears the screen"
    page.keyboard.press("PageDown")
    assert page.evaluate(SHOWN)[: len(second)] == second and len(page.evaluate(SHOWN)) == len(second) + 1, (
        "a cell joins its question"
    )
    page.keyboard.press("ArrowRight")  # three steps forth: each of three keys goes one back
    for key in ("PageUp", "Shift+Space", "ArrowLeft"):
        page.keyboard.press(key)
    assert place(page)[0] == 1 and page.evaluate(SHOWN) == first
    assert page.get_by_role("button", name="이전").is_disabled()


def test_every_step_shows_something_and_the_last_is_the_end(page):
    begin(page)
    seen, total = [], place(page)[1]
    while (now := place(page)[0]) not in seen:
        seen.append(now)
        assert page.evaluate("""() => [...document.querySelectorAll('article :is(p, pre, h1, h2, h3, figure, .figure)')].some((block) => {
            const { top, bottom } = block.getBoundingClientRect();
            return block.offsetParent && bottom > 0 && top < innerHeight;
        })""")
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), now
        page.keyboard.press("ArrowRight")
    assert seen[-1] == total and page.get_by_role("button", name="다음").is_disabled()


def test_a_prediction_and_a_cell_work_there_and_keys_in_them_stay_theirs(page):
    begin(page)
    cell = page.locator(".cell.tag_predict").first
    forth_to(page, cell)
    told = cell.locator("xpath=following-sibling::*[1]")
    at = place(page)[0]
    cell.locator("form.guess button").first.click()
    assert cell.locator("details.prediction").get_attribute("open") is not None
    page.keyboard.press("Space")  # on the button: it is the button's
    assert place(page)[0] == at
    page.keyboard.press("ArrowRight")
    assert told.is_visible() and place(page)[0] == at + 1
    cell.locator(".live-edit").click()
    expect(cell.locator(".cm-content")).to_be_focused()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Space")
    assert place(page)[0] == at + 1
    cell.locator(".live-run").click()
    page.wait_for_function("(cell) => cell.dataset.result && !cell.dataset.live", arg=cell.element_handle(), timeout=PATIENCE)


def test_a_moving_figure_and_its_controls_stand_above_the_bar(page):
    begin(page)
    figure = page.locator("figure.moving.ready").first
    forth_to(page, figure)
    stage, controls, bar = (
        part.bounding_box()
        for part in (figure.locator(".moving-stage"), figure.locator(".moving-controls > div").last, page.locator("#projector"))
    )
    assert controls["y"] + controls["height"] <= bar["y"], "the bar covers no control"
    assert stage["height"] + controls["height"] <= bar["y"], "both fit on one screen"


def test_a_figure_stands_whole_on_the_screen_though_its_code_does_not_fit(browser, server):
    with visit(browser, f"{server.url}notebooks/05-reset-grad.html", "light", 1280, 800) as page:
        begin(page)
        cell = page.locator(".cell:has(img.figure):not(.tag_hide-input)").first
        forth_to(page, cell)
        figure = cell.locator("img.figure").filter(visible=True).bounding_box()
        assert cell.bounding_box()["height"] > 800, "of a cell that is longer than the screen"
        assert figure["y"] >= 0 and figure["y"] + figure["height"] <= page.locator("#projector").bounding_box()["y"]


def test_a_reload_finds_its_place_and_escape_ends_it(page):
    begin(page)
    for _ in range(5):
        page.keyboard.press("ArrowRight")
    at, shown = place(page), page.evaluate(SHOWN)
    page.reload()
    expect(page.locator("#projector output")).to_have_text(f"{at[0]} / {at[1]}")
    assert page.evaluate(SHOWN) == shown
    page.keyboard.press("Escape")
    expect(page.locator("#projector")).to_have_count(0)
    assert page.locator("[data-away]").count() == 0 and page.locator(".top").is_visible()
    expect(page.locator("#projector-open")).to_be_focused()
    assert page.get_by_text(shown[-1][:12]).first.evaluate("(e) => e.getBoundingClientRect().top < innerHeight"), "where it ended"
    page.reload()
    expect(page.locator("#projector-open")).to_be_visible()
    assert page.locator("#projector").count() == 0


def test_a_reader_with_any_senses_can_follow(page):
    page.locator("#projector-open").click()
    expect(page.locator("#projector output")).to_have_text(re.compile(r"^1 / \d\d$"))
    for _ in range(8):
        page.get_by_role("button", name="다음").click()
    page.evaluate(AXE)
    found = page.evaluate("axe.run().then(({ violations }) => violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`))")
    assert found == []
    sizes = page.locator("#projector button").evaluate_all("all => all.map((e) => e.getBoundingClientRect().height)")
    assert min(sizes) >= 32
    page.get_by_role("button", name="끝내기").click()
    expect(page.locator("#projector")).to_have_count(0)


def test_a_page_pays_little_for_it(site):
    def sent(text):
        return len(gzip.compress(text.encode(), 9))

    html = (site.folder / f"{PAGE}.html").read_text(encoding="utf-8")
    button = html[
        html.index('<button type="button" class="icon-button" id="projector-open"') : html.index(
            '<button type="button" class="icon-button" id="theme-toggle"'
        )
    ]
    script = (ROOT / "book/site/assets/book.js").read_text(encoding="utf-8")
    own = script[script.index("// -- the page for a projector") :]
    grown = sent(html) - sent(html.replace(button, "")) + sent(script) - sent(script.replace(own, ""))
    assert 0 < grown <= GROWTH
    assert "projector.js" not in html and "projector.css" not in html
