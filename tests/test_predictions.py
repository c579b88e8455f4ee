"""Predictions in a real browser: an output and what is said of it open with the reader's answer, and not before.

The chapters' own predictions are tried on their pages; each form of answer in the place of a chapter's, as the site writes it.
"""

import json
import re
from contextlib import contextmanager
from pathlib import Path

import axe_playwright_python
import pytest
from playwright.sync_api import expect

from book.site.sitebook.particles import JOINER
from book.site.sitebook.predictions import question
from browser import STORE, visit

ROOT = Path(__file__).parents[1]
PAGE = "notebooks/04-no-grad"
AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
FORM = re.compile(r'<form class="guess".*?</summary>', re.DOTALL)


def asked(page):
    """(cell, its metadata) of each prediction of a chapter."""
    cells = json.loads((ROOT / f"{page}.ipynb").read_text(encoding="utf-8"))["cells"]
    return [(cell["id"], cell["metadata"].get("predict", {})) for cell in cells if "predict" in cell["metadata"].get("tags", [])]


FIRST, SPEC = asked(PAGE)[0]


@pytest.fixture
def page(browser, server):
    with visit(browser, f"{server.url}{PAGE}.html") as page:
        yield page
        assert page.problems == []


def parts(page, cell=FIRST):
    """The form, the output and what is said of it."""
    root = page.locator(f"[data-cell-id={cell}]")
    return root.locator("form.guess"), root.locator(".cell_output"), page.locator(f"[data-cell-id={cell}] + .told")


def test_an_output_and_its_explanation_wait_for_a_choice(page):
    form, output, told = parts(page)
    assert not output.is_visible() and not told.is_visible()
    form.get_by_role("button").filter(has_text=plain(SPEC["answer"])).click()
    assert output.is_visible() and told.is_visible()
    expect(form.get_by_role("status")).to_have_text(re.compile("^예상대로입니다"))


def plain(words):
    return words.replace("`", "")


def test_a_wrong_choice_is_told_its_own_reply(page):
    form, output, _ = parts(page)
    wrong, reply = next(iter(SPEC["replies"].items()))
    form.locator("button").filter(has_text=plain(wrong)).first.click()
    assert output.is_visible()
    form.get_by_role("status").filter(has_text="예상과 다릅니다.").wait_for()
    assert form.get_by_role("status").inner_text().replace(JOINER, "") == f"예상과 다릅니다. {plain(reply)}"
    assert form.locator("[aria-pressed=true]").inner_text().replace(JOINER, "") == plain(wrong)


def test_an_answer_is_kept_and_can_be_given_anew(browser, server):
    with visit(browser, f"{server.url}{PAGE}.html") as page:
        form, output, _ = parts(page)
        form.locator("button").first.click()
        said = form.get_by_role("status").inner_text()
        page.reload()
        assert output.is_visible() and form.get_by_role("status").inner_text() == said
        page.locator(f"[data-cell-id={FIRST}] details.prediction > summary").click()
        assert not output.is_visible() and form.get_by_role("status").inner_text() == ""
        page.reload()
        assert not output.is_visible()


def test_every_way_of_answering_works_by_keyboard_alone(page):
    form, output, _ = parts(page)
    form.locator("button").first.focus()
    page.keyboard.press("Enter")
    assert output.is_visible()
    second = asked(PAGE)[1][0]
    page.locator(f"[data-cell-id={second}] details.prediction > summary").focus()
    page.keyboard.press("Enter")
    assert parts(page, second)[1].is_visible()
    assert page.evaluate(f"JSON.parse(localStorage['{STORE}progress']).pages['{PAGE}'].predictions['{second}'].said") is None


@pytest.mark.parametrize(
    "spec, wrong, right, no_answer",
    [
        ({"number": -0.25}, "1/4", "−1/4", "넷"),
        ({"text": "tensor([2., 4.])"}, "[2, 4]", "tensor([2.,4.])", ""),
    ],
)
def test_a_number_and_a_text_are_typed(browser, server, spec, wrong, right, no_answer):
    with opened_with(browser, server, spec) as page:
        form, output, _ = parts(page)
        field = form.get_by_role("textbox")
        field.fill(no_answer)
        field.press("Enter")
        assert not output.is_visible() and "적어 주세요" in form.get_by_role("status").inner_text()
        field.fill(wrong)
        field.press("Enter")
        assert output.is_visible() and "예상과 다릅니다" in form.get_by_role("status").inner_text()
        field.fill(right)
        field.press("Enter")
        assert "예상대로입니다" in form.get_by_role("status").inner_text()


def test_where_nothing_is_compared_one_button_opens(browser, server):
    with opened_with(browser, server, {}) as page:
        form, output, told = parts(page)
        assert not form.is_visible()
        page.get_by_text("예상했습니다", exact=True).click()
        assert output.is_visible() and told.is_visible()


@contextmanager
def opened_with(browser, server, spec):
    """The page with the first prediction asked as `spec` says."""
    address = f"{server.url}{PAGE}.html"

    def ask(route):
        answer = route.fetch()
        route.fulfill(response=answer, body=FORM.sub(lambda _: question(spec), answer.text(), count=1))

    with visit(browser, "about:blank", service_workers="block") as page:
        page.route(address, ask)
        page.goto(address, wait_until="load")
        yield page


def test_without_scripts_the_outputs_open_by_their_own_button(browser, server):
    with visit(browser, f"{server.url}{PAGE}.html", java_script_enabled=False) as page:
        form, output, told = parts(page)
        assert not form.is_visible() and not output.is_visible()
        page.locator(f"[data-cell-id={FIRST}] details.prediction > summary").click()
        assert output.is_visible() and told.is_visible()


def test_on_paper_every_output_stands_open(page):
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator("details.prediction:not([open])").count() == 0
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator("details.prediction[open]").count() == 0
    assert page.evaluate(f"localStorage.getItem('{STORE}progress')") is None


def test_a_run_opens_its_own_output_and_keeps_those_above_closed(browser, site):
    isolated = {"Cross-Origin-Opener-Policy": "same-origin", "Cross-Origin-Embedder-Policy": "require-corp"}
    second = asked(PAGE)[1][0]
    with site.open(isolated) as server, visit(browser, f"{server.url}{PAGE}.html") as page:
        page.locator(f"[data-cell-id={second}] .live-run").click()
        page.locator(f"[data-cell-id={second}][data-result=same]").wait_for()
        assert parts(page, second)[1].is_visible()
        assert page.locator(f"[data-cell-id={FIRST}]").get_attribute("data-result") == "same"
        assert not parts(page)[1].is_visible()


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("answered", [False, True])
def test_a_reader_with_any_senses_can_answer(browser, server, theme, answered):
    with visit(browser, f"{server.url}{PAGE}.html", theme=theme, width=390) as page:
        if answered:
            for form in page.locator("form.guess").all():
                form.locator("button").first.click()
        page.evaluate(AXE)
        found = page.evaluate(
            "axe.run('article').then(({ violations }) => violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`))"
        )
        assert found == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        heights = page.locator(".guess button:visible").evaluate_all(
            "all => all.map((button) => button.getBoundingClientRect().height)"
        )
        assert min(heights) >= 32  # for thumbs
