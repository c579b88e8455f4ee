"""`make epub`: the book as an EPUB 3, made of the built site's pages.

A chapter is a file, formulas stay MathML, figures stay SVG, fonts travel along. Only the cover needs a browser: it is the
PDF's first page as a picture.
"""

import html
import mimetypes
import re
import sys
import tempfile
import uuid
import zipfile
from pathlib import Path

from bs4 import BeautifulSoup
from playwright.sync_api import sync_playwright

from book.editions import gather
from book.tools.browser import chromium

HERE = Path(__file__).parent
FONTS = ("text-regular.", "text-bold.", "code-regular.", "code-bold.", "math.", "LICENSE")
PROPERTIES = {"mathml": "<math", "svg": "<svg"}  # what the manifest says of a chapter: by what stands in it
MEDIA = {".svg": "image/svg+xml", ".woff2": "font/woff2", ".css": "text/css", ".xhtml": "application/xhtml+xml"}

PAGE = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="ko" xml:lang="ko">
<head><meta charset="utf-8"/><title>{title}</title>
<link rel="stylesheet" href="fonts/fonts.css"/><link rel="stylesheet" href="epub.css"/></head>
<body{kind}>{body}</body>
</html>
"""
CONTAINER = """<?xml version="1.0" encoding="utf-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="book/content.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
"""
PACKAGE = """<?xml version="1.0" encoding="utf-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" xml:lang="ko" unique-identifier="id">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="id">urn:uuid:{identifier}</dc:identifier>
<dc:title>{title}</dc:title><dc:language>ko</dc:language><dc:creator>{author}</dc:creator><dc:date>{date}</dc:date>
<dc:rights>CC BY 4.0</dc:rights>
<meta property="dcterms:modified">{date}T00:00:00Z</meta>
<meta property="schema:accessMode">textual</meta><meta property="schema:accessMode">visual</meta>
<meta property="schema:accessModeSufficient">textual</meta>
<meta property="schema:accessibilityFeature">structuralNavigation</meta>
<meta property="schema:accessibilityFeature">alternativeText</meta>
<meta property="schema:accessibilityFeature">MathML</meta>
<meta property="schema:accessibilityHazard">none</meta>
</metadata>
<manifest>
{manifest}
</manifest>
<spine>
{spine}
</spine>
</package>
"""


def xhtml(page, book):
    """A page's article as XHTML: links between the book's files, pictures in images/, formulas in their namespace."""
    article = page.article
    for tag, target in list(gather.links(book, page)):
        if target is None:
            tag.unwrap()
            continue
        for name in ("download", "rel", "title"):
            tag.attrs.pop(name, None)
        if not isinstance(target, str):
            other, name = target
            target = f"{other.short}.xhtml" + (f"#{name}" if name else "")
        tag["href"] = target
    for tag in article.select("img[src]"):
        tag["src"] = "images/" + tag["src"].rsplit("/", 1)[-1]
    for tag in article.select(
        "math [displaystyle]:not(mstyle, mtable)"
    ):  # MathML 3, which EPUB is checked against, knows it there only
        tag.wrap(BeautifulSoup("", "html.parser").new_tag("mstyle", displaystyle=tag.attrs.pop("displaystyle")))
    for tag in article.select("math [scriptlevel]:not(mstyle)"):
        del tag["scriptlevel"]
    for tag in article.select("math"):
        tag["xmlns"] = "http://www.w3.org/1998/Math/MathML"
    for tag in article.select("figure > figcaption"):
        tag.parent.append(tag)  # the last of a figure: what a screen keeps below it comes before
    for tag in article.select("svg[viewbox]"):
        tag["viewBox"] = tag.attrs.pop("viewbox")  # read as HTML, which knows no capitals
    for tag in article.select(".highlight pre"):
        if tag.span and not tag.span.contents:
            tag.span.decompose()  # Pygments' empty first <span>
    return PAGE.format(title=html.escape(page.title), kind="", body=str(article))


def contents(book):
    """The navigation document: parts, chapters, sections."""
    lines, part = [f'<li><a href="{book.pages[0].short}.xhtml">{html.escape(book.title)}</a></li>'], ""
    for page in book.pages[1:]:
        if page.part != part:
            lines += ["</ol></li>"] if part else []
            lines.append(f"<li><span>{html.escape(page.part)}</span><ol>")
            part = page.part
        sections = "".join(
            f'<li><a href="{page.short}.xhtml#{h2.parent["id"]}">{html.escape(" ".join(h2.get_text().split()))}</a></li>'
            for h2 in page.article.select("section[id] > h2")
        )
        lines.append(
            f'<li><a href="{page.short}.xhtml">{html.escape(page.title)}</a>'
            + (f"<ol>{sections}</ol>" if sections else "")
            + "</li>"
        )
    lines += ["</ol></li>"] if part else []
    nav = f'<nav epub:type="toc" role="doc-toc"><h1>차례</h1><ol>{"".join(lines)}</ol></nav>'
    return PAGE.format(title="차례", kind="", body=nav)


def cover_picture(book):
    """The cover as a PNG of 1600 × 2240 pixels."""
    style = (gather.ROOT / "book/site/assets/style.css").read_text(encoding="utf-8") + (HERE / "print.css").read_text(
        encoding="utf-8"
    )
    fonts = re.sub(r"url\(([^)]+)\)", lambda m: f"url({(book.site / '_static/fonts' / m[1]).as_uri()})", gather.faces(book.site))
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 800, "height": 1120}, device_scale_factor=2)
        source = Path(folder, "cover.html")
        source.write_text(
            f'<!doctype html><html lang="ko"><meta charset="utf-8"><style>{fonts}{style}'
            "html{font-size:16px}.front-cover{width:800px;height:1120px}</style>" + gather.cover(book),
            encoding="utf-8",
        )
        page.goto(source.as_uri())
        page.evaluate("document.fonts.ready")
        picture = page.screenshot()
        browser.close()
    return picture


def files(book):
    """Everything in the EPUB's book/ folder, in reading order: (name, bytes, manifest properties, in spine)."""
    yield "images/cover.png", cover_picture(book), "cover-image", False
    alt = html.escape(f"{book.title} 표지: 등고선을 따라 최솟값으로 내려가는 점들")
    cover = f'<section epub:type="cover" class="cover"><img src="images/cover.png" alt="{alt}"/></section>'
    yield "cover.xhtml", PAGE.format(title="표지", kind="", body=cover).encode(), "", True
    nav = contents(book).encode()
    pictures = {}
    chapters = []
    for page in book.pages:
        for tag in page.article.select("img[src]"):
            file = (book.site / page.name).parent / tag["src"]
            if not file.is_file():
                sys.exit(f"EPUB에 넣을 그림이 없습니다: {page.name}: {tag['src']}")
            pictures["images/" + file.name] = file.read_bytes()
        text = xhtml(page, book)
        chapters.append(
            (f"{page.short}.xhtml", text.encode(), " ".join(name for name, sign in PROPERTIES.items() if sign in text), True)
        )
    yield from chapters[:1]
    yield "nav.xhtml", nav, "nav", True
    yield from chapters[1:]
    for name, data in sorted(pictures.items()):
        yield name, data, "", False
    yield "epub.css", (HERE / "epub.css").read_bytes(), "", False
    yield "fonts/fonts.css", gather.faces(book.site).encode(), "", False
    for file in sorted((book.site / "_static/fonts").iterdir()):
        if file.name.startswith(FONTS):
            yield f"fonts/{file.name}", file.read_bytes(), "", False


def package(book, entries):
    manifest, spine = [], []
    for i, (name, _, properties, in_spine) in enumerate(entries):
        kind = MEDIA.get(Path(name).suffix) or mimetypes.guess_type(name)[0]
        manifest.append(
            f'<item id="f{i}" href="{name}" media-type="{kind}"' + (f' properties="{properties}"' if properties else "") + "/>"
        )
        if in_spine:
            spine.append(f'<itemref idref="f{i}"/>')
    # By its identifier a reader's library knows the book again: the name behind it never changes.
    return PACKAGE.format(
        identifier=uuid.uuid5(uuid.NAMESPACE_URL, "gradbook"),
        title=html.escape(book.title),
        author=html.escape(book.author),
        date=book.date.isoformat(),
        manifest="\n".join(manifest),
        spine="\n".join(spine),
    )


def make(site, target):
    """Write the site in `site` as the EPUB `target`; the same site gives the same bytes."""
    book = gather.read(site)
    entries = list(files(book))
    Path(target).parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(target, "w") as archive:

        def add(name, data, compress=zipfile.ZIP_DEFLATED):
            entry = zipfile.ZipInfo(name, (*book.date.timetuple()[:3], 0, 0, 0))
            entry.compress_type = compress
            archive.writestr(entry, data)

        add("mimetype", "application/epub+zip", zipfile.ZIP_STORED)  # first and uncompressed, says the format
        add("META-INF/container.xml", CONTAINER)
        add("book/content.opf", package(book, entries))
        for name, data, _, _ in entries:
            add(f"book/{name}", data)
    gather.note_sources(book.site, target)


if __name__ == "__main__":
    make(*gather.arguments("book.epub"))
