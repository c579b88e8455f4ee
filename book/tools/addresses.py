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


def note(site, file=LIST):
    """Adds to the list what the site publishes; says what is left to do."""
    before = set(file.read_text(encoding="utf-8").split())
    after = before.union(published(site))
    file.write_text("\n".join(sorted(after)) + "\n", encoding="utf-8")
    if new := len(after - before):
        print(f"{file.name}: 주소 {new}개를 새로 적었습니다. 이 파일을 커밋한 다음 태그를 답니다.")


if __name__ == "__main__":
    note(Site(sys.argv[1]))
