"""What a reader wrote, carried elsewhere: a link to an edited cell, a notebook of one's own, a report."""

import json
from pathlib import Path
from urllib.parse import parse_qs, urlparse

import pytest
from playwright.sync_api import expect

from browser import ROOT
from test_live_ui import AXE, PAGE, choose, reader, scratch, write

CELL = "mark-tensor"
CODE = "x = torch.tensor([1., 2.])\nx.requires_grad = True\nprint('고친 셀', x)"


def edited(page):
    return page.locator(f"[data-cell-id={CELL}]")


@pytest.fixture(scope="module")
def link(browser, server):
    """The link to a cell that was edited, made by the cell's menu."""
    with reader(browser, server, permissions=["clipboard-read", "clipboard-write"]) as page:
        write(edited(page), CODE)
        choose(edited(page), "이 셀의 링크 복사")
        expect(edited(page).locator(".live-state")).to_have_text("링크를 복사했습니다")
        made = page.evaluate("navigator.clipboard.readText()")
        assert page.problems == []
    assert made.startswith(f"{server.url}{PAGE}#cell={CELL}.") and len(made) < 400
    return made[len(server.url) :]


def test_whoever_opens_a_link_sees_the_difference_and_decides(browser, server, link):
    with reader(browser, server, page=link, width=390, theme="dark") as page:
        offered = page.locator(".live-shared")
        expect(offered).to_be_focused()
        expect(offered).to_be_in_viewport()
        expect(offered).to_contain_text("아직 실행하지 않았습니다")
        expect(offered.locator("ins").last).to_contain_text("링크 print('고친 셀', x)")
        page.clock.run_for(60_000)
        assert page.locator(".live-editor, .cell[data-live], .cell[data-result]").count() == 0, (
            "nothing is replaced, nothing runs"
        )
        assert page.evaluate("document.documentElement.scrollWidth") <= 390
        page.evaluate(AXE)
        found = page.evaluate("axe.run(document, { resultTypes: ['violations'] })")["violations"]
        assert [(rule["id"], node["html"][:200]) for rule in found for node in rule["nodes"]] == []
        offered.get_by_role("button", name="링크의 코드 쓰기").click()
        expect(edited(page).locator(".cm-content")).to_contain_text("고친 셀")
        assert "#" not in page.url and page.locator(".live-shared").count() == 0
        assert page.locator(".cell[data-live], .cell[data-result]").count() == 0
        page.reload()
        expect(edited(page).locator(".cm-content")).to_contain_text("고친 셀")
        assert page.problems == []


def test_a_link_that_is_dropped_or_broken_loses_nothing(browser, server, link):
    with reader(browser, server) as page:
        write(edited(page), "print('내 코드')")
        page.evaluate("(hash) => { location.hash = hash }", link.partition("#")[2])
        offered = page.locator(".live-shared")
        expect(offered).to_contain_text("지금 고쳐 둔 코드")
        offered.get_by_role("button", name="버리기").click()
        expect(edited(page).locator(".cm-content")).to_have_text("print('내 코드')")
        # taken, and taken back
        page.evaluate("(hash) => { location.hash = hash }", link.partition("#")[2])
        offered.get_by_role("button", name="링크의 코드 쓰기").click()
        expect(edited(page).locator(".cm-content")).to_contain_text("고친 셀")
        page.locator(".live-word button").click()
        expect(edited(page).locator(".cm-content")).to_have_text("print('내 코드')")
        for broken in (link[:-3], link + "A", f"{PAGE}#cell=<b>"):
            page.goto(server.url + broken)
            expect(page).to_have_url(server.url + PAGE)  # the broken part is taken out of the address
            expect(page.locator(".live-word")).to_contain_text("링크에 담긴 코드를 읽지 못했습니다")
            expect(edited(page).locator(".cm-content")).to_have_text("print('내 코드')")
            assert offered.count() == 0
        page.goto(server.url + link.replace(CELL, "gone-cell"))
        expect(offered).to_contain_text("이 쪽에는 그 셀이 없습니다")
        offered.get_by_role("button", name="빈 셀로 옮기기").click()
        expect(page.locator(".live-scratch .cm-content")).to_contain_text("고친 셀")
        assert page.problems == []


def test_code_that_no_link_can_hold_is_told_and_a_blocked_copy_shows_the_link(browser, server):
    blocked = "navigator.clipboard.writeText = () => Promise.reject(new DOMException('no', 'NotAllowedError'))"
    with reader(browser, server, blocked) as page:
        write(edited(page), "x = 1")
        choose(edited(page), "이 셀의 링크 복사")
        assert f"#cell={CELL}." in page.get_by_label("셀의 링크").input_value()
        page.get_by_role("button", name="닫기", exact=True).click()
        write(edited(page), "x = 1\n" * 700)
        choose(edited(page), "이 셀의 링크 복사")
        expect(page.locator(".live-word")).to_contain_text("너무 길어")
        assert page.locator(".live-offer").count() == 0


def test_the_chapters_notebook_is_given_with_the_readers_code(browser, server):
    with reader(browser, server, width=390, accept_downloads=True) as page:
        own = page.get_by_role("button", name="고친 노트북 내려받기")
        expect(own).to_have_count(0)
        write(edited(page), CODE)
        scratch(page, "print('더한 셀')")
        with page.expect_download() as given:
            own.click()
        assert given.value.suggested_filename == "01-requires-grad-my.ipynb"
        mine = json.loads(Path(given.value.path()).read_text(encoding="utf-8"))
        book = json.loads((ROOT / "notebooks/01-requires-grad.ipynb").read_text(encoding="utf-8"))
        cell = next(cell for cell in mine["cells"] if cell["id"] == CELL)
        assert ("".join(cell["source"]), cell["outputs"], cell["execution_count"]) == (CODE, [], None)
        added = [cell for cell in mine["cells"] if cell["id"].startswith("scratch-")]
        assert ["".join(cell["source"]) for cell in added] == ["print('더한 셀')"]
        rest = [cell for cell in mine["cells"] if cell["id"] != CELL and cell not in added]
        assert rest == [cell for cell in book["cells"] if cell["id"] != CELL]
        assert page.evaluate("document.documentElement.scrollWidth") <= 390
        page.reload()
        expect(own).to_be_visible()
        choose(page.locator(".live-scratch"), "이 셀 지우기")
        choose(edited(page), "이 셀 되돌리기")
        expect(own).to_have_count(0)
        assert page.problems == []


def test_a_cell_is_reported_only_where_the_book_has_an_address_for_it(browser, server):
    with reader(browser, server) as page:
        write(edited(page), CODE)
        edited(page).locator(".live-menu summary").click()
        assert page.get_by_role("button", name="이 셀 알리기").count() == 0
        opened = "window.open = (...asked) => { window.asked = asked }"
        page.evaluate(f"document.documentElement.dataset.issues = 'https://example.org/a/b/issues'; {opened}")
        page.keyboard.press("Escape")
        choose(edited(page), "이 셀 알리기")
        page.wait_for_function("() => window.asked")
        address, place, features = page.evaluate("window.asked")
        assert (place, features) == ("_blank", "noopener")
        asked = parse_qs(urlparse(address).query)
        assert address.startswith("https://example.org/a/b/issues/new?") and asked["title"] == [
            f"notebooks/01-requires-grad: {CELL}"
        ]
        assert "+ print('고친 셀', x)" in asked["body"][0] and "Mozilla/5.0" in asked["body"][0]
        assert page.problems == []
