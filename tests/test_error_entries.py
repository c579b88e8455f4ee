"""The error dictionary: each entry shows the message it is named after and a cure that runs, and every error leads to its entry."""

import functools
import json
import re
import subprocess
from urllib.parse import unquote

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import expect

from book.chapters import ERRORS, chapters
from book.site.sitebook.addresses import make_id
from book.site.sitebook.error_entries import Entry, as_data, entries, match, shortened
from book.site.sitebook.error_list import sections
from book.site.sitebook.live_cells import node
from book.tools.sources import ROOT
from browser import visit

ENTRIES = entries(ROOT)
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
WITHOUT = (
    ("RuntimeError: When use_reentrant=True", "the message names both cures, and chapter 16 reads it where it stands"),
    (
        "TypeError: unsupported operand type(s) for *: 'int' and 'Value'",
        "of the class that chapter 18 builds, mended two cells later",
    ),
    ("RuntimeError: Nested forward mode AD is not supported", "chapter 17 reads it where it stands and nests jvp instead"),
    ("NotImplementedError: Computing Jacobian using forward-AD", "the message names its cure, and chapter 17 runs it"),
)


def cells_of(path):
    return json.loads(path.read_text(encoding="utf-8"))["cells"]


def errors_of(cell):
    """Every error a cell stores, as “Type: message”."""
    return [f"{o['ename']}: {o['evalue']}" for o in cell.get("outputs", ()) if o["output_type"] == "error"]


def printed_by(cell):
    return "".join("".join(o["text"]) for o in cell.get("outputs", ()) if o["output_type"] == "stream")


def section_cells(entry):
    """The code cells that stand in an entry's own section."""
    found, inside = [], False
    for cell in cells_of(ROOT / f"{entry.page}.ipynb"):
        if cell["cell_type"] == "code":
            found += [cell] * inside
        elif headings := re.findall(r"^##? .*$", "".join(cell["source"]), re.MULTILINE):
            inside = f"## `{entry.heading}`" in headings
    return found


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.anchor)
def test_an_entry_shows_its_message_and_then_a_cure_that_runs(entry):
    cells = section_cells(entry)
    messages = [" | ".join([*errors_of(cell), printed_by(cell)]) for cell in cells]
    shown = next((i for i, message in enumerate(messages) if match([entry], message)), None)
    assert shown is not None, f"{entry.heading!r} stands in no message of its section"
    assert match(ENTRIES, messages[shown]) == entry, "another entry claims the message"
    assert any(not errors_of(cell) and cell["outputs"] for cell in cells[shown + 1 :]), "no cure is run to success"


def test_a_heading_that_holds_code_first_is_a_message_and_nothing_else():
    for path in NOTEBOOKS:
        if ERRORS.fullmatch(f"notebooks/{path.stem}"):
            for heading, _ in sections(path):
                assert not heading.startswith("`") or heading.count("`") == 2 and heading.endswith("`"), heading
    assert len({entry.anchor for entry in ENTRIES}) == len(ENTRIES)


def test_the_patterns_are_small():
    data = json.dumps(as_data(ENTRIES), ensure_ascii=False, separators=(",", ":"))
    assert len(data.encode()) <= 3072


def test_each_heading_finds_its_own_by_a_beginning_no_longer_than_it_must_be():
    assert [match(ENTRIES, entry.heading) for entry in ENTRIES] == ENTRIES
    assert all(entry.heading.startswith(entry.pattern) for entry in ENTRIES)
    alike = ["the gradient of a tensor is not a leaf", "the gradient of a tensor is not a number", "the gradient of a"]
    short = shortened([Entry("p", heading, heading) for heading in alike], [*alike, "the gradient of a tensor is lost"])
    assert [match(short, heading).heading for heading in alike] == alike
    assert match(short, "the gradient of a tensor is lost").heading == "the gradient of a"
    assert any(entry.pattern != entry.heading for entry in short)


def stored():
    return [(path.stem, cell.get("id"), error) for path in NOTEBOOKS for cell in cells_of(path) for error in errors_of(cell)]


def test_every_stored_error_has_its_entry():
    lost = [error for error in stored() if not match(ENTRIES, error[2]) and not any(error[2].startswith(w) for w, _ in WITHOUT)]
    assert not lost
    unused = [words for words, _ in WITHOUT if not any(error[2].startswith(words) for error in stored())]
    assert not unused


def test_the_scripts_find_the_same_entry_as_the_build():
    messages = sorted({error for _, _, error in stored()} | {printed_by(c) for path in NOTEBOOKS for c in cells_of(path)})
    program = """
        import { entryOf } from "./book/live/page/error-match.js";
        const [data, messages] = JSON.parse(await new Response(process.stdin).text());
        console.log(JSON.stringify(messages.map((message) => entryOf(data, message))));
    """
    done = subprocess.run(
        [node.find("node"), "--input-type=module", "--eval", program],
        cwd=ROOT,
        input=json.dumps([as_data(ENTRIES), messages]),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    found = [match(ENTRIES, message) for message in messages]
    wanted = [entry and f"{entry.page}.html#{make_id(entry.pattern)}" for entry in found]
    assert [unquote(address) or None for address in json.loads(done.stdout)] == wanted
    assert any(wanted)


@functools.cache
def page_of(site, name):
    return BeautifulSoup((site.folder / f"{name}.html").read_text(encoding="utf-8"), "html.parser")


def test_the_opening_page_lists_every_entry_and_each_link_leads_there(site):
    listed = [unquote(link["href"]) for link in page_of(site, "book/errors").select("article li a[href*='errors-']")]
    for page in (page for page in chapters(ROOT) if ERRORS.fullmatch(page.name)):
        ids = {tag["id"] for tag in page_of(site, page.name).select("[id]")}
        for heading, _ in sections(ROOT / f"{page.name}.ipynb"):
            anchor = make_id(heading.replace("`", ""))
            assert f"../{page.name}.html#{anchor}" in listed and anchor in ids


def test_each_line_below_a_stored_error_leads_to_an_anchor_that_is_there(site):
    lines = [
        (name, unquote(link["href"]))
        for name in (path.stem for path in NOTEBOOKS)
        for link in page_of(site, f"notebooks/{name}").select(".error-entry a")
    ]
    assert lines
    for name, href in lines:
        target, anchor = href.split(".html#")
        assert page_of(site, f"notebooks/{target}").find(id=anchor), (name, href)


def test_a_stored_error_and_a_readers_own_lead_to_their_entry(browser, server):
    with visit(browser, server.url + "notebooks/06-computation-graph.html") as page:
        arrives(page, page.locator(".error-entry a:visible").first)  # not one that a prediction still hides
        assert page.problems == []
    with visit(browser, server.url + "notebooks/01-requires-grad.html") as page:
        cell = page.locator("div.cell[data-cell-id]").first
        cell.locator(".live-edit").click()
        expect(cell.locator(".cm-content")).to_be_focused()
        page.keyboard.press("Control+a")
        page.keyboard.insert_text("import torch\ntorch.tensor(2., requires_grad=True).grad.zero_()")
        page.keyboard.press("Control+Enter")
        arrives(page, cell.locator(".error-entry a:visible"))


def arrives(page, link):
    """The link says what it leads to, and leads to the heading of an entry."""
    link.wait_for(timeout=60_000)
    assert link.text_content() == "이 오류 풀이 →"
    link.click()
    page.wait_for_url("**/errors-*.html#*")
    anchor = unquote(page.url.split("#")[1])
    assert anchor in {name for entry in ENTRIES for name in (entry.anchor, make_id(entry.pattern))} and page.evaluate(
        "(id) => !!document.getElementById(id)", anchor
    )
