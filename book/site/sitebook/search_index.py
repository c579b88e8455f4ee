"""Search index: one row a section, written to ``search-index.json`` for ``search-engine.js``.

Rows are kept by page, so an incremental build reads only the pages that changed. In which other words readers ask for a
section stands in ``book/asked.yml`` and joins its row when the index is written; what readers call things that the book calls
otherwise, ``book/called.yml``, joins the index as it is.
The stock index and its scripts are left out: no stock search reads Korean.
"""

import json
import re
import unicodedata
from pathlib import Path

import yaml
from docutils import nodes
from sphinx.errors import ExtensionError

from book.chapters import SELF_TEST

from .changes import PAGE as CHANGES

ASKED = "book/asked.yml"
CALLED = "book/called.yml"
BREAK = "\f"  # between paragraphs, cells, outputs and questions: no match crosses it
NOT_WORTH_A_ROW = re.compile(r"^<(Figure|.* object at|IPython\.)")
ANSI = re.compile(r"\x1b\[[0-9;]*m")
SIGNS = {
    "partial": "∂",
    "nabla": "∇",
    "cdot": "·",
    "times": "×",
    "to": "→",
    "rightarrow": "→",
    "le": "≤",
    "ge": "≥",
    "approx": "≈",
}


def plain_formula(latex):
    r"""Return inline LaTeX as one would type it: ``\frac{\partial z}{\partial x}`` gives ``∂z/∂x``."""
    text = re.sub(r"\\[dt]?frac\{([^{}]*)\}\{([^{}]*)\}", r"\1/\2", latex)
    text = re.sub(r"\\([A-Za-z]+) ?", lambda sign: SIGNS.get(sign[1], ""), text)
    return re.sub(r"[{}\\]", "", text).strip()


def words(node):
    """Return a node's text on one line, formulas as plain signs."""
    parts = []
    for child in node.findall(lambda n: isinstance(n, (nodes.Text, nodes.math))):
        if isinstance(child, nodes.math):
            parts.append(plain_formula(child.astext()))
        elif not isinstance(child.parent, (nodes.math, nodes.raw)):
            parts.append(child.astext())
    return " ".join("".join(parts).split())


def figure_titles(node):
    """Return the alternative texts of a figure drawn as SVG."""
    return re.findall(r"<title[^>]*>([^<]+)</title>", node.astext())


class Rows:
    """Walks one page and gathers ``[anchor, title, prose, code]`` for each section and glossary term."""

    def __init__(self, doctree):
        self.rows = []
        self.walk(doctree, None)

    def start(self, anchor, title):
        self.rows.append([anchor, title, [], []])
        return self.rows[-1]

    def walk(self, node, row):
        for child in node.children:
            if isinstance(child, nodes.section):
                title = child.next_node(nodes.title)
                self.walk(child, self.start(child["ids"][0] if self.rows else "", words(title)))
            elif isinstance(child, nodes.row) and child["ids"]:  # a term of the glossary
                term, *rest = child.children
                self.start(child["ids"][0], words(term))[2].append(" · ".join(filter(None, map(words, rest))))
            elif row is not None:
                self.gather(child, row)

    def gather(self, node, row):
        _, _, prose, code = row
        if isinstance(node, nodes.literal_block):
            text = ANSI.sub("", node.astext()).strip()
            if text and not NOT_WORTH_A_ROW.match(text):
                code.append(re.sub(r"\n\s*\n", "\n", text))
        elif node.get("nb_element") == "mime_bundle":
            self.gather_output(node, row)
        elif isinstance(node, nodes.raw):
            prose.extend(figure_titles(node))
        elif isinstance(node, nodes.row):
            prose.append(" · ".join(filter(None, map(words, node.children))))
        elif isinstance(node, (nodes.paragraph, nodes.rubric, nodes.caption)) or (
            isinstance(node, nodes.title) and not isinstance(node.parent, nodes.section)
        ):
            prose.append(words(node))
        elif isinstance(node, nodes.image):
            prose.append(node.get("alt", ""))
        elif (
            isinstance(node, nodes.Element)
            and not isinstance(node, (nodes.title, nodes.thead, nodes.comment, nodes.math_block))
            and "error-list" not in node["classes"]  # what it lists is found where it stands
        ):
            self.walk(node, row)

    def gather_output(self, bundle, row):
        """Of the several forms of one output: a figure's title, else its plain text."""
        by_type = {child["mime_type"]: child for child in bundle.children}
        titles = [title for mime in ("image/svg+xml", "text/html") if mime in by_type for title in figure_titles(by_type[mime])]
        if titles:
            row[2].extend(titles)
        elif "text/plain" in by_type:
            self.walk(by_type["text/plain"], row)


def read_page(app, doctree):
    """Keep the page's rows; a chapter's first says the question that it answers too. A self-test's questions are not looked up, and
    what an edition says of a chapter is found in the chapter."""
    rows = Rows(doctree).rows
    if SELF_TEST.fullmatch(app.env.docname) or app.env.docname == CHANGES:
        del rows[1:]
    if rows and (question := app.sitebook.questions.get(app.env.docname)):
        rows[0][2].insert(0, question.replace("`", ""))
    clean = [[anchor, title, BREAK.join(filter(None, prose)), BREAK.join(code)] for anchor, title, prose, code in rows]
    app.sitebook.kept.search_rows[app.env.docname] = [[unicodedata.normalize("NFC", text) for text in row] for row in clean]


def forget_page(app, env, docname):
    app.sitebook.kept.search_rows.pop(docname, None)


def reading_order(env):
    """Return the pages in the order of the book; pages outside it last."""
    order = env.toctree_includes.get(env.config.root_doc, [])
    rest = sorted(set(env.sitebook.search_rows) - {env.config.root_doc, *order})
    return [name for name in [env.config.root_doc, *order, *rest] if name in env.sitebook.search_rows]


def read_asked(path):
    """Return ``{(page, anchor): its questions}`` of ``book/asked.yml``."""
    pages = yaml.safe_load(path.read_text(encoding="utf-8")) if path.exists() else {}
    return {
        (page, anchor): BREAK.join(questions.split(", ")) for page, asked in pages.items() for anchor, questions in asked.items()
    }


def read_called(path):
    """Return ``{what readers say: what the book says, by commas}`` of ``book/called.yml``."""
    return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader) if path.exists() else {}  # "no" stays a word


def index_of(env, asked, called):
    """Return the index: ``pages`` as [name, title], ``sections`` as [page number, anchor, title, prose, code, questions?], and
    ``called``."""
    pages, sections, left = [], [], dict(asked)
    for number, name in enumerate(reading_order(env)):
        rows = env.sitebook.search_rows[name]
        pages.append([name, rows[0][1] if rows else name])
        for row in rows:
            questions = left.pop((name, row[0]), None)
            sections.append([number, *row, questions] if questions else [number, *row])
    if left:
        raise ExtensionError(f"{ASKED}: 책에 없는 절입니다: {', '.join('#'.join(address) for address in left)}")
    return {"pages": pages, "sections": sections, "called": called}


def write_index(app):
    index = index_of(app.env, read_asked(Path(app.srcdir, ASKED)), read_called(Path(app.srcdir, CALLED)))
    text = json.dumps(index, ensure_ascii=False, separators=(",", ":"))
    Path(app.outdir, "search-index.json").write_text(text, encoding="utf-8")


def leave_out_the_stock_one(app):
    app.builder.search = False


def search_page(app):
    """The page for ?q=… links; its script is book/site/assets/search.js."""
    yield "search", {"title": "찾기"}, "search.html"
