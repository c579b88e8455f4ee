"""`make addresses`: notes the addresses that an edition publishes in `book/addresses.txt`, so that none of them is lost.

An address that vanishes breaks somebody's bookmark: a line in `book/redirects.yml` leads on.
"""

import sys

from bs4 import BeautifulSoup

from book.tools.browser import ROOT, Site
from book.tools.sources import source_of

LIST = ROOT / "book/addresses.txt"


def pages_of(site):
    """{page: its parsed HTML} of a built Site."""
    return {name: BeautifulSoup((site.folder / name).read_text(encoding="utf-8"), "html.parser") for name in site.pages}


def listed():
    return LIST.read_text(encoding="utf-8").split()


def published(site):
    """Every address a reader can bookmark: pages, their sections and the glossary's terms."""
    return sorted(
        f"{name[:-5]}#{tag['id']}"
        for name, page in pages_of(site).items()
        if source_of(name[:-5])
        for tag in page.select("article section[id], article tr[id]")
    )


if __name__ == "__main__":
    LIST.write_text("\n".join(sorted({*listed(), *published(Site(sys.argv[1]))})) + "\n", encoding="utf-8")
