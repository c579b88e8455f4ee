"""The book's sources: every address outside the book is one that somebody has looked up, and every source is cited.

external_addresses.txt has a line for each: address, tab, what stands there. It is a second writing: a slip in one of the two is
seen without a network.
"""

import re
from pathlib import Path

from book.chapters import CHAPTER, ERRORS
from book.site.sitebook.addresses import make_id
from book.tools.sources import ROOT, markdown_pieces

KNOWN = dict(line.split("\t") for line in Path(__file__).with_name("external_addresses.txt").read_text("utf-8").splitlines())
LINK = re.compile(r"\[((?:[^\[\]]|\[[^\]]*\])*)\]\((https?://[^\s)]+)\)")


def links():
    """(where, text, address) of every link out of the book."""
    for piece in markdown_pieces():
        for text, address in LINK.findall(piece.text):
            yield piece.file, text.strip("*"), address


def test_every_address_outside_the_book_was_looked_up():
    used = {address for _, _, address in links()}
    assert sorted(used - KNOWN.keys()) == [], "look it up, then add it to tests/external_addresses.txt with its title"
    assert sorted(KNOWN.keys() - used) == [], "no page links there any more: take it out of tests/external_addresses.txt"


def test_a_source_is_called_what_stands_at_its_address():
    named = {address: text for file, text, address in links() if file == "book/sources.md"}
    assert len(named) > 30
    assert {address: text for address, text in named.items() if KNOWN.get(address) != text} == {}


def test_no_address_stands_bare():
    """An address outside a link is not read by the tests above."""
    bare = [(piece.file, found) for piece in markdown_pieces() for found in re.findall(r"https?://\S+", LINK.sub("", piece.text))]
    assert [found for found in bare if "127.0.0.1" not in found[1]] == []


def test_every_source_is_cited_by_a_chapter():
    headings = re.findall(r"^### (.+)$", (ROOT / "book/sources.md").read_text(encoding="utf-8"), re.MULTILINE)
    keys = [make_id(heading) for heading in headings]
    cited = {
        key
        for piece in markdown_pieces()
        if CHAPTER.fullmatch(name := piece.file.removesuffix(".ipynb")) or ERRORS.fullmatch(name)
        for key in re.findall(r"\(\.\./book/sources\.md#([\w-]+)\)", piece.text)
    }
    assert sorted(cited - set(keys)) == []
    assert sorted(set(keys) - cited) == []
