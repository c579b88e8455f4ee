"""The built site's pages as one book: what the PDF and the EPUB are made of.

Both editions are made from the pages in ``_build/html``, so they show what the site shows: the same stored outputs,
formulas as MathML, figures as SVG. Only what belongs to a screen is taken out.
"""

import datetime
import os
import posixpath
import shutil
import sys
import zipfile
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

import yaml
from bs4 import BeautifulSoup

from book.changelog import editions
from book.chapters import parts

ROOT = Path(__file__).resolve().parents[2]
# The last: code that draws a figure (tag hide-input), folded on the site and one click away.
ON_SCREEN_ONLY = ".headerlink, img.dark, .cover, .start, script, noscript, button, aside.take, .tag_hide-input > details, .guess, .chapter-map svg"

LONG_AGO = (1980, 1, 1, 0, 0, 0)  # the first day a ZIP knows: of the same files the same bytes
SITE_ONLY = {"book/progress", "book/review"}  # what the browser fills


@dataclass
class Page:
    name: str  # as in _toc.yml: notebooks/01-requires-grad
    part: str  # the part's caption, empty for the front page
    title: str  # chapters with their number: 1. …
    article: BeautifulSoup

    @property
    def short(self):
        return self.name.rsplit("/", 1)[-1]


@dataclass
class Book:
    title: str
    author: str
    version: str
    date: datetime.date  # on which this edition came out
    site: Path
    address: str  # of the published site, or empty
    pages: list


def reading_order():
    """Every page of an edition as (name, part), in the order of _toc.yml."""
    yield yaml.safe_load((ROOT / "_toc.yml").read_text(encoding="utf-8"))["root"], ""
    for part in parts(ROOT):
        yield from ((page, part.caption) for page in part.pages if page not in SITE_ONLY)


def read(site):
    """Return the Book of a built site's folder."""
    config = yaml.safe_load((ROOT / "_config.yml").read_text(encoding="utf-8"))
    edition = editions(ROOT)[0]
    pages = []
    for name, part in reading_order():
        text = Path(site, name + ".html").read_text(encoding="utf-8")
        article = clean(BeautifulSoup(text, "html.parser").select_one("article"))
        pages.append(Page(name, part, " ".join(article.h1.get_text().split()), article))
    address = os.environ.get("BOOK_URL", "") or config.get("html", {}).get("baseurl", "")
    return Book(config["title"], config["author"], edition.version, edition.date, Path(site), address.rstrip("/"), pages)


def clean(article):
    """Take out what only a screen has, and open what is folded: paper cannot be clicked."""
    for tag in article.select(ON_SCREEN_ONLY):
        tag.decompose()
    for prediction in article.select("details.prediction"):
        prediction.summary.decompose()
        prediction.unwrap()
    for fold in article.select("details"):
        fold.name = "div"
        fold.attrs = {"class": fold.get("class", [])}
        fold.summary.string = fold.summary.get_text().strip().removesuffix(" 보기")  # nothing to press: 풀이 보기 → 풀이
        fold.summary.name = "p"
    for tag in article.select(".moving"):
        del tag["data-moving"]
    for tag in article.select("img"):
        tag.attrs.pop("loading", None)
    article.name = "section"
    return article


def faces(site):
    """The site's stylesheet of fonts, for a book that waits for its fonts: on the site a late one is left out."""
    return Path(site, "_static/fonts/fonts.css").read_text(encoding="utf-8").replace("font-display:optional;", "")


def links(book, page):
    """Each link of a page as (tag, target): a (page, id) of the book, a whole address, or None for what a book lacks."""
    by_file = {other.name + ".html": other for other in book.pages}
    for tag in page.article.select("a[href]"):
        link = urlsplit(tag["href"])
        if link.scheme:
            yield tag, tag["href"]
            continue
        path = (
            posixpath.normpath(posixpath.join(posixpath.dirname(page.name), unquote(link.path)))
            if link.path
            else page.name + ".html"
        )
        if path in by_file:
            yield tag, (by_file[path], unquote(link.fragment))
        else:
            yield tag, f"{book.address}/{path}" if book.address else None


def arguments(name):
    """The site's folder and the file to write: from the command line, else those of `make book`."""
    site = Path(sys.argv[1]).resolve() if len(sys.argv) > 1 else ROOT / "_build/html"
    return site, site.parent / "editions" / name


def note_sources(site, target):
    """Beside an edition: what the site it was made of was built from, so that it is offered and released only while that holds."""
    shutil.copyfile(site / ".sources", f"{target}.sources")


def files_of(site):
    """The site as {name: bytes}, without what the build notes for itself."""
    found = {file.relative_to(site).as_posix(): file for file in sorted(site.rglob("*")) if file.is_file()}
    return {name: file.read_bytes() for name, file in found.items() if not name.startswith(".")}


def pack(target, entries):
    """Write (name, bytes) as a ZIP; the same entries give the same bytes."""
    target.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(target, "w") as archive:
        for name, data in entries:
            entry = zipfile.ZipInfo(name, LONG_AGO)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, data)


def korean_date(date):
    return f"{date.year}년 {date.month}월 {date.day}일"


def cover(book):
    """The cover as HTML, drawn by the site's own stylesheet and print.css."""
    art = (
        (ROOT / "book/site/theme/cover.svg")
        .read_text(encoding="utf-8")
        .replace('viewBox="0 0 1200 400"', 'viewBox="380 -60 760 560" preserveAspectRatio="xMidYMid slice"')
    )
    return (
        f'<section class="front-cover"><div class="front-art" aria-hidden="true">{art}</div>'
        f'<div class="front-words"><p class="front-kind">PyTorch로 배우는</p><p class="front-title">{book.title}</p>'
        f'<p class="front-foot"><span>{book.author}</span><span>{book.version}판 · {korean_date(book.date)}</span></p></div></section>'
    )
