"""`{error-list}`: every entry of the error dictionary, page by page in the order of `_toc.yml`, each a link to its section.

A section of a notebook `errors-*.ipynb` is an entry: no list of them is written by hand.
"""

import json
import re
from pathlib import Path

from sphinx.util.docutils import SphinxDirective

from book.chapters import ERRORS, chapters

from .addresses import make_id

SECTION = re.compile(r"^## (.+)$", re.MULTILINE)


def sections(notebook):
    """The headings of a notebook's sections as written, backticks included."""
    cells = json.loads(Path(notebook).read_text(encoding="utf-8"))["cells"]
    texts = ("".join(cell["source"]) for cell in cells if cell["cell_type"] == "markdown")
    return [heading.strip() for text in texts for heading in SECTION.findall(text)]


class ErrorList(SphinxDirective):
    def run(self):
        return self.parse_text_to_nodes("\n".join(self.lines(Path(self.env.srcdir))), offset=self.content_offset)

    def lines(self, root):
        self.env.note_dependency(str(root / "_toc.yml"))
        for page in chapters(root):
            if not ERRORS.fullmatch(page.name):
                continue
            file = root / f"{page.name}.ipynb"
            self.env.note_dependency(str(file))
            yield from (f"**[{page.short_title}](/{page.name}.ipynb)**: {page.question}", "")
            yield from (f"- [{text}](/{page.name}.ipynb#{make_id(text.replace('`', ''))})" for text in sections(file))
            yield ""


def register(app):
    app.add_directive("error-list", ErrorList)
