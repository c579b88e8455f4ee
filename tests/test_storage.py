"""What the book keeps in a browser is named by where the book stands: two books on one origin mix nothing, and what an edition
kept under its old names is taken over."""

import json
import os
import shutil

import pytest
from playwright.sync_api import expect

from browser import STORE, Site, visit
from test_live_ui import cells, choose, write
from test_predictions import PAGE as ASKING
from test_predictions import parts

PAGE = "notebooks/01-requires-grad"
KEYS = "[...Object.keys(localStorage), ...Object.keys(sessionStorage)]"


@pytest.fixture
def two(site, tmp_path):
    """The book twice on one origin."""
    for name in ("first", "second"):
        shutil.copytree(site.folder, tmp_path / name, copy_function=os.link, ignore=shutil.ignore_patterns("lite"))
    with Site(tmp_path).open() as server:
        yield server


def use(page, book, text):
    """Does all that leaves something behind."""
    page.goto(f"{book}{ASKING}.html")
    parts(page)[0].locator("button").first.click()
    page.goto(f"{book}{PAGE}.html")
    page.locator("#theme-toggle").click()
    write(cells(page).nth(2), text)
    page.locator("#projector-open").click()
    expect(page.locator("#projector")).to_be_visible()


def test_two_books_on_one_origin_mix_nothing(browser, two):
    first, second = f"{two.url}first/", f"{two.url}second/"
    with visit(browser, "about:blank", service_workers="block") as page:
        use(page, first, "print('첫 책')")
        page.goto(f"{second}{ASKING}.html")
        assert not parts(page)[1].is_visible()
        page.goto(f"{second}{PAGE}.html")
        assert page.get_attribute("html", "data-theme") == "light"
        assert page.locator("#projector, [data-edited]").count() == 0
        assert {key.partition(":")[0] for key in page.evaluate(KEYS) if not key.endswith(":named")} == {"/book/first/"}
        use(page, second, "print('둘째 책')")
        page.goto(f"{first}{PAGE}.html")
        expect(page.locator("#projector")).to_be_visible()
        expect(cells(page).nth(2).locator(".cm-content")).to_have_text("print('첫 책')")
        assert {key.partition(":")[0] for key in page.evaluate(KEYS)} == {"/book/first/", "/book/second/"}


def test_what_stood_under_the_old_names_is_taken_over_once(browser, server):
    done = {"read": True, "predictions": {}, "exercises": {}}
    with visit(browser, server.url + "404.html") as page:
        keep = "kept => { for (const [name, value] of Object.entries(kept)) localStorage.setItem(name, value); }"
        draft = json.dumps({"cells": {}, "scratch": [{"id": "s", "after": "", "code": "print('내 셀')"}]})
        kept = {
            f"live:{PAGE}": draft,
            "guess:notebooks/02-chain-rule": "{}",
            "progress": json.dumps({"version": 1, "pages": {PAGE: done}}),
            "theme": "dark",
            "another's": "1",
        }
        page.evaluate(keep, kept)
        page.goto(f"{server.url}{PAGE}.html")
        assert page.get_attribute("html", "data-theme") == "dark"
        expect(page.locator(".live-scratch .cm-content")).to_have_text("print('내 셀')")
        pages = page.evaluate(f"JSON.parse(localStorage['{STORE}progress']).pages")
        assert pages[PAGE] == done and "notebooks/02-chain-rule" in pages
        choose(page.locator(".live-scratch"), "이 셀 지우기")
        page.reload()
        expect(cells(page).first).to_be_visible()
        assert page.locator(".live-scratch").count() == 0 and page.evaluate(f"localStorage['{STORE}live:{PAGE}']") is None
        left = page.evaluate("names => names.map((name) => localStorage.getItem(name))", list(kept))
        assert left == list(kept.values()), "another book on this origin may have it still"
        assert page.evaluate(f"""localStorage.getItem("{STORE}another's")""") is None
