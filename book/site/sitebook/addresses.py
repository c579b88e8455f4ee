"""Addresses that last: Korean heading ids, and redirects for the ones that changed.

docutils drops Hangul from ids, so headings become ``#id1``, ``#id2`` and shift when one is inserted.
Here an id is made of the heading's own words. What moved is listed in ``book/redirects.yml``.
"""

import html
import posixpath
import re
import unicodedata
from pathlib import Path

import docutils.nodes
import sphinx.util.nodes
import yaml
from docutils import nodes
from sphinx.errors import ExtensionError
from sphinx.util.osutil import relative_uri

from . import page_head

REDIRECTS = "book/redirects.yml"
GLOSSARY = "book/glossary"

# redirect.js keeps the #… part, which a refresh would lose; the site's policy forbids an inline script.
MOVED_PAGE = """<!doctype html>
<html lang="ko">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<title>옮긴 쪽</title>
<meta name="robots" content="noindex">
<link rel="canonical" href="{target}">
<script src="{root}_static/redirect.js"></script>
<noscript><meta http-equiv="refresh" content="0; url={target}"></noscript>
</head>
<body><p>이 쪽은 <a href="{target}">새 주소</a>로 옮겼습니다.</p></body>
</html>
"""


def make_id(text):
    """Return the id of a heading: its letters and digits, lower case, joined by hyphens.

    ``2. 연쇄 법칙(chain rule)`` gives ``_2-연쇄-법칙-chain-rule``: an id never starts with a digit, because CSS selectors
    could not name it. Empty when the text holds neither letter nor digit.
    """
    words = re.findall(r"[^\W_]+", unicodedata.normalize("NFC", text).lower())
    name = "-".join(words)
    return f"_{name}" if name[:1].isdigit() else name


def read_redirects(path):
    """Return the list of moved addresses as ``(pages, sections)``.

    ``pages`` maps an old page to a new address, ``sections`` maps a page to its ``{old id: new address}``.
    """
    if not path.exists():
        return {}, {}
    pages, sections = {}, {}
    for old, new in (yaml.safe_load(path.read_text(encoding="utf-8")) or {}).items():
        page, _, anchor = old.partition("#")
        if anchor:
            sections.setdefault(page, {})[anchor] = new
        else:
            pages[page] = new
    return pages, sections


def keep_old_ids(app, doctree):
    """Give a renamed section its old id too, and leave a line where a section moved to another page."""
    here = app.env.docname
    for old, new in app.sitebook.kept.moved_sections.get(here, {}).items():
        new_page, _, new_id = new.partition("#")
        if new_page != here:
            uri = posixpath.relpath(new_page, posixpath.dirname(here) or ".") + ".html" + (f"#{new_id}" if new_id else "")
            line = nodes.paragraph(
                "",
                "이 자리에 있던 절은 ",
                nodes.reference("", "새 주소", refuri=uri, internal=True),
                nodes.Text("로 옮겼습니다."),
                ids=[old],
                classes=["moved"],
            )
            next(doctree.findall(nodes.section)).append(line)
            continue
        section = next((s for s in doctree.findall(nodes.section) if new_id in s["ids"]), None)
        if section is None:
            raise ExtensionError(f"{REDIRECTS}: {old!r} → {new!r}: 쪽 {here}에 그런 절이 없습니다. 새 주소를 고치세요.")
        section["ids"].append(old)


def name_terms(app, doctree):
    """Give each row of the glossary its term's id, so that a term can be linked to and found."""
    if app.env.docname != GLOSSARY:
        return
    for row in doctree.findall(nodes.row):
        term = make_id(row[0].astext())
        if isinstance(row.parent, nodes.tbody) and term and term not in doctree.ids:
            row["ids"].append(term)
            doctree.ids[term] = row


def write_moved_pages(app):
    """Write a page at each old page's address that leads to the new one, keeping the ``#…`` part."""
    for old, new in app.sitebook.kept.moved_pages.items():
        new_page, _, anchor = new.partition("#")
        if new_page not in app.env.found_docs or old in app.env.found_docs:
            raise ExtensionError(f"{REDIRECTS}: {old!r} → {new!r}: 옛 쪽은 없고 새 쪽은 있어야 합니다.")
        target = relative_uri(old + ".html", new_page + ".html") + (f"#{anchor}" if anchor else "")
        file = Path(app.outdir, old + ".html")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(
            MOVED_PAGE.format(target=html.escape(target), root="../" * old.count("/"), policy=page_head.POLICY), encoding="utf-8"
        )


def drop_pages(app, env, _added, _changed, removed):
    """A page taken out of the book leaves nothing behind at its address."""
    for page in removed:
        for suffix in (".html", ".ipynb"):
            Path(app.outdir, page + suffix).unlink(missing_ok=True)
    return []


def link_by_heading(app, config):
    """Let Markdown link to a heading by its id: ``[연쇄 법칙](02-chain-rule.ipynb#연쇄-법칙)``."""
    config.myst_heading_slug_func = f"{__name__}.make_id"
    config.myst_heading_anchors = 4


def load_redirects(app, env, _added, _changed, _removed):
    """Read the list; pages whose sections' old ids changed are read again."""
    pages, sections = read_redirects(Path(app.srcdir, REDIRECTS))
    kept = app.sitebook.kept
    before, kept.moved_pages, kept.moved_sections = kept.moved_sections, pages, sections
    return [page for page in {*before, *sections} if before.get(page) != sections.get(page) and page in env.found_docs]


def number_equal_headings(app):
    """A second heading of the same words becomes 제목-1 instead of id1, as MyST's own anchors do."""
    app.env.settings.update(auto_id_prefix="%")


def register(app):
    docutils.nodes.make_id = make_id  # headings
    sphinx.util.nodes._make_id = make_id  # glossary terms and other targets
