"""What every page of the built site carries, read from its HTML."""

import base64
import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
import zipfile
from html.parser import HTMLParser
from urllib.parse import unquote, urlsplit

import pytest
import yaml
from bs4 import BeautifulSoup

from book.site.sitebook import downloads, launch
from browser import ROOT, Site, build, copy_book

SERVICE = {"404.html", "search.html"}
REDIRECTS = "meta[http-equiv=refresh i], noscript > meta[http-equiv=refresh i]"


@pytest.fixture(scope="module")
def pages(site):
    """{address: parsed page}, without the pages that only lead elsewhere."""
    parsed = {p: BeautifulSoup((site.folder / p).read_text(encoding="utf-8"), "html.parser") for p in site.pages}
    return {p: page for p, page in parsed.items() if not page.select_one(REDIRECTS)}


@pytest.fixture(scope="module")
def chapters(pages):
    return {address: page for address, page in pages.items() if address not in SERVICE}


def reading_order():
    toc = yaml.safe_load((ROOT / "_toc.yml").read_text(encoding="utf-8"))
    return [toc["root"], *(chapter["file"] for part in toc["parts"] for chapter in part["chapters"])]


class Nesting(HTMLParser):
    """Notes every end tag that closes another element than the last one opened."""

    def __init__(self):
        super().__init__()
        self.open, self.wrong = [], []

    def handle_starttag(self, tag, attributes):
        if tag not in ("meta", "link", "img", "br", "hr", "input"):
            self.open.append(tag)

    def handle_startendtag(self, tag, attributes):
        pass

    def handle_endtag(self, tag):
        if self.open and self.open[-1] == tag:
            self.open.pop()
        else:
            self.wrong.append(f"line {self.getpos()[0]}: </{tag}> inside {self.open[-3:]}")


def test_elements_nest(site):
    wrong = []
    for address in site.pages:
        parser = Nesting()
        parser.feed((site.folder / address).read_text(encoding="utf-8"))
        wrong += [f"{address}: {found}" for found in parser.wrong[:1]]
    assert not wrong


def test_pages_are_those_of_the_contents(chapters):
    assert set(chapters) == {f"{name}.html" for name in reading_order()}


def test_language_title_and_description(pages):
    wrong, seen = [], {}
    for address, page in pages.items():
        if page.html["lang"] != "ko":
            wrong.append(f"{address}: lang")
        if not page.title or not page.title.text.strip():
            wrong.append(f"{address}: title")
        description = page.select_one("meta[name=description]")["content"]
        if not re.search("[가-힣]", description) or not 10 <= len(description) <= 200:
            wrong.append(f"{address}: description {description!r}")
        if address not in SERVICE and description in seen:
            wrong.append(f"{address}: same description as {seen[description]}")
        seen[description] = address
    assert not wrong


def test_pages_carry_the_description_their_author_wrote(chapters):
    for name in reading_order():
        source = ROOT / f"{name}.md"
        if source.exists():
            given = yaml.safe_load(source.read_text(encoding="utf-8").split("---")[1])["myst"]["html_meta"]["description"]
        else:
            given = json.loads(source.with_suffix(".ipynb").read_text(encoding="utf-8"))["metadata"].get(
                "description", "a description, which hygiene misses"
            )
        for name_of_meta in ("name=description", "property='og:description'"):
            assert chapters[f"{name}.html"].select_one(f"meta[{name_of_meta}]")["content"] == given, name


def test_policy_allows_the_site_itself_alone(pages):
    for address, page in pages.items():
        policy = page.select_one("meta[http-equiv=Content-Security-Policy]")["content"]
        rules = dict(rule.strip().split(" ", 1) for rule in policy.split(";"))
        assert rules["default-src"] == "'self'" and rules["form-action"] == "'none'", address
        hosts = [word for rule in rules.values() for word in rule.split() if "." in word or "//" in word or word == "*"]
        assert not hosts, f"{address}: {hosts}"
        assert "'unsafe-eval'" not in policy and "'unsafe-inline'" not in rules["script-src"], address
        # The policy stands before anything it has to govern.
        first = page.head.find(["script", "link", "style"])
        assert str(page).index("Content-Security-Policy") < str(page).index(str(first)), address
        for script in page.select("script:not([src])"):
            digest = base64.b64encode(hashlib.sha256(script.string.encode()).digest()).decode()
            assert f"'sha256-{digest}'" in rules["script-src"], f"{address}: inline script"


def test_colours_outside_the_stylesheet_are_the_stylesheets(site, pages):
    """The page for a wrong address has no stylesheet, a browser's own frame and an installed book none either."""
    style = (ROOT / "book/site/assets/style.css").read_text(encoding="utf-8")
    light, dark = (
        {
            name: found
            for name, *both in re.findall(r"--([\w-]+): var\(--light, (#\w+)\) var\(--dark, (#\w+)\)", style)
            for found in [both[i]]
        }
        for i in (0, 1)
    )
    inside = pages["404.html"].style.string
    for palette, rule in ((light, inside.split("@media")[0]), (dark, inside.split("@media")[1])):
        used = dict(re.findall(r"--([\w-]+): (#\w+)", rule))
        assert used and used == {name: palette[name] for name in used}
    notebook = (ROOT / "book/live/notebook/book.css").read_text(encoding="utf-8")
    used = re.findall(r"var\(--light, (#\w+)\) var\(--dark, (#\w+)\)", notebook)
    assert used and {*used} <= {*zip(light.values(), dark.values(), strict=True)}
    for address, page in pages.items():
        frame = [meta["content"] for meta in page.select("meta[name=theme-color]")]
        assert address == "404.html" or frame == [light["paper"], dark["paper"]], address
    manifest = json.loads((site.folder / "manifest.webmanifest").read_text(encoding="utf-8"))
    assert manifest["background_color"] == manifest["theme_color"] == light["paper"]


def test_previous_and_next_follow_the_contents(chapters):
    order = [f"{name}.html" for name in reading_order()]
    for before, here, after in zip([None, *order], order, [*order[1:], None]):
        page = chapters[here]
        for rel, target in (("prev", before), ("next", after)):
            link = page.select_one(f".turn a[rel={rel}]")
            assert (link is not None) == (target is not None), f"{here}: {rel}"
            if link:
                assert os.path.normpath(os.path.join(os.path.dirname(here), link["href"])) == os.path.normpath(target)
                title = chapters[target].h1.get_text().strip()
                assert link.span.get_text().strip() == title


def test_the_contents_mark_the_page_they_stand_on(chapters):
    for address, page in chapters.items():
        marked = page.select("#nav [aria-current=page]")
        assert [m["href"].split("/")[-1] for m in marked] == [address.split("/")[-1]], address
        assert len(page.select("#nav a")) == len(reading_order()), address


def test_downloads(site, chapters):
    for address, page in chapters.items():
        links = {a.get_text(): a["href"] for a in page.select(".take a[download]")}
        for href in links.values():
            assert (site.folder / os.path.dirname(address) / href).resolve().is_file(), f"{address}: {href}"
        if address.startswith("notebooks/"):
            file = site.folder / address.replace(".html", ".ipynb")
            source = ROOT / address.replace(".html", ".ipynb")
            assert file.read_bytes() == source.read_bytes()
            assert set(links) == {"이 노트북 내려받기", "노트북 모두 내려받기"}, address


def test_the_archive_holds_all_that_the_notebooks_need(site, tmp_path):
    with zipfile.ZipFile(site.folder / "notebooks.zip") as archive:
        names = set(archive.namelist())
        archive.extractall(tmp_path)
    assert {f"{name}.ipynb" for name in reading_order() if name.startswith("notebooks/")} <= names
    assert "requirements.txt" in names
    helpers = {
        p.relative_to(ROOT).as_posix()
        for p in (ROOT / "notebooks/gradbook").rglob("*")
        if p.is_file() and not {"__pycache__", "answers"} & {*p.parts}
    }
    assert helpers <= names
    imported = set()
    for file in (tmp_path / "notebooks").glob("*.ipynb"):
        for cell in json.loads(file.read_text(encoding="utf-8"))["cells"]:
            imported |= set(re.findall(r"^(?:from|import) (gradbook[\w.]*)", "".join(cell["source"]), re.MULTILINE))
    missing = [
        name
        for name in imported
        if not any((tmp_path / "notebooks" / name.replace(".", "/")).with_suffix(s).exists() for s in ("", ".py"))
    ]
    assert not missing


def test_the_archive_is_the_same_bytes_every_time(tmp_path):
    files = []
    for name in ("a", "b"):
        files.append(tmp_path / f"{name}.txt")
        files[-1].write_text(name * 1000)
    downloads.pack(tmp_path / "one.zip", tmp_path, files)
    os.utime(files[0], (1e9, 1e9))
    downloads.pack(tmp_path / "two.zip", tmp_path, files[::-1])
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()


def test_the_archive_follows_what_changed(tmp_path, monkeypatch):
    file, archive = tmp_path / "a.txt", tmp_path / "all.zip"
    for text in ("before", "after"):
        file.write_text(text)
        downloads.pack(archive, tmp_path, [file])
        assert zipfile.ZipFile(archive).read("a.txt").decode() == text
    (tmp_path / "b.txt").write_text("new")
    os.utime(tmp_path / "b.txt", (1e9, 1e9))
    downloads.pack(archive, tmp_path, [file, tmp_path / "b.txt"])
    assert zipfile.ZipFile(archive).namelist() == ["a.txt", "b.txt"]


def test_headings_descend_one_level_at_a_time(pages):
    wrong = []
    for address, page in pages.items():
        levels = [int(h.name[1]) for h in page.main.select("h1, h2, h3, h4, h5, h6")]
        if levels.count(1) != 1 or levels[0] != 1 or any(b > a + 1 for a, b in zip(levels, levels[1:])):
            wrong.append(f"{address}: {levels}")
    assert not wrong


def test_figures_have_korean_alternatives_and_their_size(pages):
    wrong = []
    for address, page in pages.items():
        for image in page.select("img"):
            if not re.search("[가-힣]", image.get("alt", "")):
                wrong.append(f"{address}: {image['src']}: alt {image.get('alt')!r}")
            if not (image.get("width") and image.get("height")):
                wrong.append(f"{address}: {image['src']}: no size")
    assert not wrong
    figures = [image for page in pages.values() for image in page.select("img.figure")]
    assert figures
    assert len([f for f in figures if "dark" in f["class"]]) == len([f for f in figures if "light" in f["class"]])


def test_dark_figures_differ_from_light_ones_in_colour_only(site):
    for dark in (site.folder / "_images").glob("*.dark.svg"):
        light = dark.with_name(dark.name.replace(".dark.svg", ".svg"))
        bare = [re.sub(r"#[0-9a-fA-F]{6}", "#", f.read_text(encoding="utf-8")) for f in (light, dark)]
        assert bare[0] == bare[1]
        assert light.read_bytes() != dark.read_bytes()


def test_every_link_and_anchor_leads_somewhere(site, pages):
    wrong = []
    ids = {address: {tag["id"] for tag in page.select("[id]")} for address, page in pages.items()}
    for address, page in pages.items():
        for tag in page.select("[href], [src]"):
            target = tag.get("href") or tag.get("src")
            parts = urlsplit(target)
            if parts.scheme in ("http", "https", "mailto", "data") or address == "404.html":
                continue
            path = os.path.normpath(os.path.join(os.path.dirname(address), unquote(parts.path))) if parts.path else address
            if not (site.folder / path).is_file():
                wrong.append(f"{address}: {target}: no such file")
            elif parts.fragment and path in ids and unquote(parts.fragment) not in ids[path]:
                wrong.append(f"{address}: {target}: no such id")
    assert not wrong


def test_pages_link_to_the_repository_and_the_site_only_where_their_addresses_are_set(pages):
    book = yaml.safe_load((ROOT / "_config.yml").read_text(encoding="utf-8"))
    launched, published = bool(book["repository"]["url"]), bool(book["html"].get("baseurl"))
    for address, page in pages.items():
        text = str(page)
        for host in ("colab", "mybinder"):
            assert (host in text) == (launched and address.startswith("notebooks/")), address
        assert ('rel="canonical"' in text) == published, address
        assert page.html.has_attr("data-issues") == launched, address


def test_launch_links_appear_with_the_repositorys_address():
    repository = {
        "url": "https://example.org/a/b",
        "name": "a/b",
        "branch": "main",
        "colab_url": "https://c",
        "binderhub_url": "https://d",
    }
    found = [link["href"] for link in launch.links(repository, "notebooks/01-x.ipynb")]
    assert found == [
        "https://c/github/a/b/blob/main/notebooks/01-x.ipynb",
        "https://d/v2/gh/a/b/main?urlpath=lab/tree/notebooks/01-x.ipynb",
    ]
    assert launch.links({**repository, "url": ""}, "notebooks/01-x.ipynb") == []


@pytest.fixture(scope="module")
def launched(tmp_path_factory):
    """The book built with a repository: a chapter's page, and that repository on this machine."""
    book = copy_book(tmp_path_factory.mktemp("launched") / "book")
    shutil.copytree(ROOT / ".cache/fonts", book / ".cache/fonts")
    config = book / "_config.yml"
    config.write_text(
        config.read_text("utf-8").replace('url: ""', f"url: file://{book}").replace("live_cells: true", "live_cells: false"),
        "utf-8",
    )
    for command in (
        ["init", "-q", "-b", "main"],
        ["add", "-A"],
        ["-c", "user.name=a", "-c", "user.email=a@b", "commit", "-qm", "a"],
    ):
        subprocess.run(["git", *command], cwd=book, check=True)
    return BeautifulSoup((build(book, book) / "notebooks/01-requires-grad.html").read_text("utf-8"), "html.parser")


def test_the_line_for_colab_brings_what_a_notebook_imports(launched, tmp_path):
    """Colab opens one notebook in an empty folder: here one, in which the page's line is run and the notebook's imports are tried."""
    assert any("/github/" in link["href"] for link in launched.select(".take a"))
    assert launched.html["data-issues"].endswith("/book/issues"), "where a cell is reported"
    line = launched.select_one(".take pre code").get_text()
    assert line.startswith("!git clone ")
    subprocess.run(line[1:].replace("/tmp/book", str(tmp_path / "clone")), shell=True, cwd=tmp_path, check=True)
    source = json.loads((ROOT / "notebooks/01-requires-grad.ipynb").read_text("utf-8"))
    imports = [row for cell in source["cells"] for row in "".join(cell["source"]).splitlines() if row.startswith("from gradbook")]
    assert imports
    subprocess.run([sys.executable, "-c", "\n".join(imports)], cwd=tmp_path, check=True)


def test_site_map_and_addresses_when_the_site_is_published(tmp_path, monkeypatch):
    monkeypatch.setenv("BOOK_URL", "https://example.org/book")
    published = Site(build(tmp_path))
    urls = [e.text for e in ElementTree.parse(published.folder / "sitemap.xml").iter() if e.tag.endswith("loc")]
    assert sorted(urls) == sorted(f"https://example.org/book/{name}.html" for name in reading_order())
    assert "https://example.org/book/sitemap.xml" in (published.folder / "robots.txt").read_text()
    for url in urls:
        page = BeautifulSoup(
            (published.folder / url.removeprefix("https://example.org/book/")).read_text(encoding="utf-8"), "html.parser"
        )
        assert page.select_one("link[rel=canonical]")["href"] == url
        image = page.select_one("meta[property='og:image']")["content"]
        assert (published.folder / image.removeprefix("https://example.org/book/")).is_file()


def test_a_formula_that_cannot_be_converted_names_its_page(tmp_path):
    (tmp_path / "conf.py").write_text(
        "from book.site.sitebook import attach, mathml\n\n\ndef setup(app):\n    attach(app, mathml)\n"
    )
    (tmp_path / "index.rst").write_text("Title\n=====\n\nText :math:`\\unknown{x}` more.\n")
    run = subprocess.run(
        [sys.executable, "-m", "sphinx", "-q", str(tmp_path), str(tmp_path / "out")], cwd=ROOT, capture_output=True, text=True
    )
    assert re.search(r"index\.rst:4: WARNING: .*\\unknown\{x\}", run.stderr), run.stderr


def test_what_the_engine_page_names_stands_in_the_code_it_shows(pages):
    """The code is taken from the engine's files as they are; what is written about it must keep up with them."""
    engine = pages["book/engine.html"]
    code = " ".join(
        pre.get_text()
        for address, page in pages.items()
        for pre in page.select("article pre")
        if address == "book/engine.html" or address.startswith("notebooks/")
    )
    sources = ROOT / "book/browsertorch"
    files = {file.relative_to(sources).as_posix() for file in sources.rglob("*")} | {"browsertorch", "book/browsertorch"}
    missing = []
    for tag in engine.select("article :not(td) > p code, article li code, article td:first-child code"):
        text = tag.get_text()
        if text.rstrip("/") not in files and not all(
            re.search(rf"\b{name}\b", code) for name in re.findall(r"[A-Za-z_]\w*", text)
        ):
            missing.append(text)
    assert not missing


def test_no_formula_is_left_as_source(pages):
    for address, page in pages.items():
        assert not re.search(r"\\(frac|partial|begin|sum)\b", page.main.get_text()), address
    assert sum(len(page.select("math")) for page in pages.values()) > 20


@pytest.mark.parametrize("style", ["regular", "bold"])
def test_code_is_twice_as_wide_for_hangul(style):
    from fontTools.ttLib import TTFont

    font = TTFont(ROOT / f"book/site/fonts/code-{style}.woff2")
    widths = {code: font["hmtx"][name][0] for code, name in font.getBestCmap().items()}
    assert {widths[code] for code in range(0x20, 0x7F)} == {500}
    assert {width for code, width in widths.items() if 0xAC00 <= code <= 0xD7A3} == {1000}


def test_the_face_of_formulas_has_the_sign_of_every_root_on_a_page(site):
    from fontTools.ttLib import TTFont

    assert any("<msqrt" in (site.folder / page).read_text(encoding="utf-8") for page in site.pages)
    assert ord("√") in TTFont(site.folder / "_static/fonts/math.woff2").getBestCmap()


def test_fonts_bear_their_own_names_and_ship_their_licence(site):
    from fontTools.ttLib import TTFont

    for file in (ROOT / "book/site/fonts").glob("*.woff2"):
        names = {str(record) for record in TTFont(file)["name"].names if record.nameID in (1, 3, 4, 6, 16)}
        assert names and not [n for n in names if re.search("pretendard|nanum|stix", n, re.IGNORECASE)], file.name
    assert "SIL OPEN FONT LICENSE" in (site.folder / "_static/fonts/LICENSE.txt").read_text(encoding="utf-8")
