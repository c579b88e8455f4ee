"""`make pdf`: the book as a tagged PDF, printed by Chromium from the built site.

Contents with page numbers need the numbers first: the book is printed twice, and the first print says on which page
each chapter and section begins.
"""

import html
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright
from pypdf import PdfReader, PdfWriter

from book.editions import gather
from book.tools.browser import PATIENCE, chromium

HOST = "http://book.invalid/"  # answered from the site's folder, so that fonts load as they do on the site
HERE = Path(__file__).parent


def prepare(book):
    """Make ids short and unique in the one document (chapters repeat headings such as 연습) and links internal."""
    names = {}
    for number, page in enumerate(book.pages):
        for i, tag in enumerate([page.article, *page.article.select("[id]")]):
            names[page.name, tag.get("id", "")] = tag["id"] = f"p{number}-{i}"
        names.setdefault((page.name, ""), f"p{number}-0")
        page.article["class"] = "chapter"
        for tag in page.article.select("img[src]"):
            tag["src"] = HOST + tag["src"].removeprefix("../")
    for page in book.pages:
        for tag, target in list(gather.links(book, page)):
            if target is None:
                tag.unwrap()
            elif isinstance(target, str):
                tag["href"] = target
            else:
                other, name = target
                tag["href"] = "#" + names[other.name, name]


def entries(page):
    """A chapter's lines of the contents: (class, id, heading) of the chapter and of each of its sections."""
    yield "toc-chapter", page.article["id"], page.article.h1
    for h2 in page.article.select("section[id] > h2"):
        yield "toc-section", h2.parent["id"], h2


def contents(book, numbers):
    """The table of contents: parts, chapters and their sections, with page numbers where they are known."""
    lines, part = [], None
    for page in book.pages[1:]:
        if page.part != part:
            part = page.part
            lines.append(f'<p class="toc-part">{html.escape(part)}</p>')
        for kind, name, heading in entries(page):
            lines.append(
                f'<p class="{kind}"><a href="#{name}"><span>{heading.decode_contents()}</span><i></i><b>{numbers.get(name, "")}</b></a></p>'
            )
    return f'<section class="contents"><h1>차례</h1>{"".join(lines)}</section>'


def document(book, numbers):
    """The whole book as one HTML document."""
    # Chromium has no running heads from text, so each chapter's pages get their own @page rule.
    heads = "".join(
        f"@page c{i} {{ @top-left {{ content: {quoted(page.title)}; }} }} #{page.article['id']} {{ page: c{i}; }}\n"
        for i, page in enumerate(book.pages)
    )
    chapters = "\n".join(str(page.article) for page in book.pages)
    return (
        f'<!doctype html><html lang="ko" data-theme="light"><head><meta charset="utf-8"><base href="{HOST}">'
        f'<title>{html.escape(book.title)}</title><meta name="author" content="{html.escape(book.author)}">'
        '<link rel="stylesheet" href="_static/fonts/fonts.css"><link rel="stylesheet" href="_static/style.css">'
        f"<style>{(HERE / 'print.css').read_text(encoding='utf-8')}\n{heads}</style></head>"
        f"<body>{gather.cover(book)}{contents(book, numbers)}<main>{chapters}</main></body></html>"
    )


def quoted(text):
    """Text as a CSS string."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def serve(folder, text):
    """Answer the one page and every file it asks for from the site's folder."""

    def answer(route):
        path = route.request.url.removeprefix(HOST).split("?")[0]
        if path == "book.html":
            return route.fulfill(body=text, content_type="text/html; charset=utf-8")
        if path == "_static/fonts/fonts.css":
            return route.fulfill(body=gather.faces(folder), content_type="text/css")
        file = Path(folder, path)
        return route.fulfill(path=file) if file.is_file() else route.fulfill(status=404)

    return answer


def printed(browser, book, numbers, target, final=True):
    """Prints the book; not for keeps, without what only a reader needs of it."""
    page = browser.new_page()
    page.route(HOST + "**", serve(book.site, document(book, numbers)))
    missing = []
    page.on("response", lambda response: response.ok or missing.append(response.url))
    page.emulate_media(media="print")  # before: the fonts that paper needs are asked for as the page is laid out
    # "load", never "networkidle": while a slow machine still reads the page nothing is asked for either, and half a book is printed.
    page.goto(HOST + "book.html", wait_until="load", timeout=PATIENCE)
    page.evaluate("document.fonts.ready")
    if missing:
        sys.exit(f"PDF에 넣을 파일이 없습니다: {', '.join(missing)}")
    page.pdf(path=target, prefer_css_page_size=True, print_background=True, tagged=final, outline=final)
    page.close()


def page_numbers(file):
    """On which page each link target stands, counted from the cover."""
    reader = PdfReader(file)
    return {
        name.removeprefix("/"): reader.get_destination_page_number(target) + 1
        for name, target in reader.named_destinations.items()
    }


def describe(file, book):
    """Add what Chromium leaves out: the author, and that a reader's window shows the title and the bookmarks."""
    writer = PdfWriter(file, incremental=True)
    writer.add_metadata({"/Author": book.author, "/Subject": "PyTorch의 자동 미분을 코드로 배우는 책", "/Creator": book.title})
    writer.page_mode = "/UseOutlines"
    writer.create_viewer_preferences()
    writer.viewer_preferences.display_doctitle = True
    writer.write(file)


def make(site, target):
    """Print the site in `site` as the PDF `target`."""
    book = gather.read(site)
    prepare(book)
    Path(target).parent.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        draft = Path(folder, "draft.pdf")
        printed(browser, book, {}, draft, final=False)
        numbers = page_numbers(draft)
        for _, name, heading in (entry for page in book.pages[1:] for entry in entries(page)):
            if name not in numbers:
                sys.exit(
                    f"PDF에 빠진 곳이 있습니다: {heading.get_text()} ({name}). 브라우저가 책을 끝까지 읽지 못했습니다. 다시 만들어 보세요."
                )
        printed(browser, book, numbers, target)
        browser.close()
    describe(target, book)
    gather.note_sources(book.site, target)


if __name__ == "__main__":
    make(*gather.arguments("book.pdf"))
