"""Addresses last: ids are Korean, stable and unique, old ones redirect, and every internal link arrives.

`book/addresses.txt` holds the addresses of the editions so far (`make addresses` adds an edition's new ones).
"""

import re
from urllib.parse import unquote, urlsplit

import pytest
from bs4 import BeautifulSoup
from sphinx.application import Sphinx
from sphinx.util.docutils import docutils_namespace

from book.site.sitebook.addresses import make_id, read_redirects
from book.tools.addresses import listed, pages_of
from book.tools.sources import ROOT, find


@pytest.mark.parametrize(
    "text, expected",
    [
        ("연쇄 법칙", "연쇄-법칙"),
        ("연쇄 법칙(chain rule)이란?", "연쇄-법칙-chain-rule-이란"),
        ("torch.no_grad()", "torch-no-grad"),
        ("2. 편미분", "_2-편미분"),
        ("연쇄".encode().decode(), "연쇄"),
        ("\u110b\u1167\u11ab\u1109\u116b", "연쇄"),  # the same word, decomposed as macOS writes it
        ("∂ → ?", ""),
    ],
)
def test_id_is_made_of_the_headings_words(text, expected):
    assert make_id(text) == expected


def build(folder, pages, redirects=""):
    """Builds a small book of the given Markdown pages with our extension; returns its output folder."""
    source = folder / "source"
    (source / "book").mkdir(parents=True, exist_ok=True)
    (source / "conf.py").write_text(
        "from book.site.sitebook import addresses, attach\n\nextensions = ['myst_parser']\nmaster_doc = 'a'\nhtml_theme = 'basic'\n\n\n"
        "def setup(app):\n    attach(app, addresses)\n",
        encoding="utf-8",
    )
    (source / "book/redirects.yml").write_text(redirects, encoding="utf-8")
    for name, text in pages.items():
        (source / f"{name}.md").write_text("---\norphan: true\n---\n" + text, encoding="utf-8")
    with docutils_namespace():
        Sphinx(source, source, folder / "out", folder / "doctrees", "html", warningiserror=True, status=None).build()
    return folder / "out"


def ids(file):
    return [tag["id"] for tag in BeautifulSoup(file.read_text(encoding="utf-8"), "html.parser").select("[id]")]


def test_inserting_a_heading_moves_no_other_and_equal_headings_are_told_apart(tmp_path):
    before = ids(build(tmp_path / "1", {"a": "# 처음\n\n## 연습\n\n글\n\n## 연습\n\n글\n\n## 끝\n\n글\n"}) / "a.html")
    after = ids(build(tmp_path / "2", {"a": "# 처음\n\n## 새 절\n\n글\n\n## 연습\n\n글\n\n## 연습\n\n글\n\n## 끝\n"}) / "a.html")
    assert [i for i in before if i in ("처음", "연습", "연습-1", "끝")] == ["처음", "연습", "연습-1", "끝"]
    assert [i for i in after if i != "새-절"] == before


def test_links_inside_the_book_use_the_same_ids(tmp_path):
    out = build(tmp_path, {"a": "# 처음\n\n[둘째](b.md#torch-no-grad)\n", "b": "# 둘째\n\n## `torch.no_grad()`\n\n글\n"})
    assert 'href="b.html#torch-no-grad"' in (out / "a.html").read_text(encoding="utf-8")


def test_a_renamed_section_keeps_its_old_id_and_a_moved_page_redirects(tmp_path):
    pages = {"a": "# 처음\n\n## 새 이름\n\n글\n", "b": "# 둘째\n\n## 옮겨 온 절\n\n글\n"}
    out = build(tmp_path, pages, "a#옛-이름: a#새-이름\na#떠난-절: b#옮겨-온-절\nold/c: b\n")
    page = BeautifulSoup((out / "a.html").read_text(encoding="utf-8"), "html.parser")
    assert page.find(id="옛-이름").find_parent("section")["id"] == "새-이름"
    assert page.find(id="떠난-절").a["href"] == "b.html#옮겨-온-절"
    moved = BeautifulSoup((out / "old/c.html").read_text(encoding="utf-8"), "html.parser")
    assert moved.select_one("link[rel=canonical]")["href"] == "../b.html"
    # The list changes, the page does not: an incremental build still follows the list.
    build(tmp_path, pages, "a#더-옛-이름: a#새-이름\n")
    assert {"더-옛-이름"} == {i for i in ids(out / "a.html") if "옛" in i}


def test_a_moved_page_keeps_the_section_asked_for(tmp_path, browser):
    from browser import Site, visit

    out = build(tmp_path, {"a": "# 처음\n", "b": "# 둘째\n\n## 절\n\n글\n"}, "old/c: b\n")
    (out / "_static/redirect.js").write_bytes((ROOT / "book/site/assets/redirect.js").read_bytes())
    with Site(out).open() as server, visit(browser, server.url + "a.html") as page:
        page.goto(server.url + "old/c.html#절")
        page.wait_for_url("**/b.html#*")
        assert unquote(urlsplit(page.url).fragment) == "절"


def test_a_redirect_to_nowhere_fails_and_says_where(tmp_path):
    from sphinx.errors import ExtensionError

    with pytest.raises(ExtensionError, match="redirects.yml: '옛-이름' → 'a#없음'"):
        build(tmp_path, {"a": "# 처음\n"}, "a#옛-이름: a#없음\n")


def test_every_id_is_unique_and_a_headings_id_is_its_words(site):
    wrong = []
    for name, page in pages_of(site).items():
        seen = [tag["id"] for tag in page.select("[id]")]
        wrong += [
            f"{find(name[:-5], i.replace('-', ' '))}: 주소 {i!r} 가 한 쪽에 두 번 있습니다."
            for i in sorted({i for i in seen if seen.count(i) > 1})
        ]
        for section in page.select("section[id]"):
            if re.match(r"\d|(id|section-)\d*$", section["id"]):
                heading = section.find(re.compile("h[1-6]")).get_text()
                wrong.append(
                    f"{find(name[:-5], heading.strip())}: 제목 {heading!r} 에 글자가 없어 주소가 {section['id']!r} 입니다."
                )
    assert not wrong, "\n".join(wrong)


def test_every_internal_link_and_anchor_arrives(site):
    pages = pages_of(site)
    anchors = {name: {tag["id"] for tag in page.select("[id]")} for name, page in pages.items()}
    wrong = []
    for name, page in pages.items():
        for tag in page.select("[href], [src]"):
            address = tag.get("href") or tag.get("src") or ""
            link = urlsplit(address)
            if link.scheme or link.netloc or tag.get("rel") == ["canonical"]:
                continue
            file = (site.folder / name).parent.joinpath(unquote(link.path)).resolve() if link.path else site.folder / name
            file = file / "index.html" if file.is_dir() else file
            target = file.relative_to(site.folder).as_posix() if file.is_relative_to(site.folder) else "?"
            anchor = unquote(link.fragment)
            place = lambda: find(name[:-5], anchor and "#" + anchor, f"({link.path}", tag.get_text().strip())  # noqa: E731
            if not file.is_file():
                wrong.append(f"{place()}: 링크 {address!r} 가 가리키는 파일이 없습니다.")
            elif anchor and target in anchors and anchor not in anchors[target]:
                wrong.append(f"{place()}: 링크 {address!r} 가 가리키는 자리가 없습니다.")
    assert not wrong, "\n".join(sorted(set(wrong)))


def test_no_published_address_is_lost(site):
    moved_pages, _ = read_redirects(ROOT / "book/redirects.yml")
    here = {f"{name[:-5]}#{i}" for name in site.pages for i in ids(site.folder / name)}
    lost = [a for a in listed() if a not in here and a.partition("#")[0] not in moved_pages]
    assert not lost, "\n".join(
        f"{a.replace('#', '.html#', 1)}: 주소가 사라졌습니다. book/redirects.yml 에 새 주소를 쓰세요." for a in lost
    )
