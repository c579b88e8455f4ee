"""`{error-list}`: every entry of the error dictionary, page by page in the order of `_toc.yml`: a link, and what it is about.

A section of a notebook `errors-*.ipynb` is an entry: no list of them is written by hand.
"""

import json
import re
from pathlib import Path

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from book.chapters import ERRORS, chapters

from .addresses import make_id

SECTION = re.compile(r"^## (.+)\n+((?:[^\n#].*)?)", re.MULTILINE)
WARNING = "경고입니다. "


def sections(notebook):
    """(heading as written, the first sentence below it) of each of a notebook's sections."""
    cells = json.loads(Path(notebook).read_text(encoding="utf-8"))["cells"]
    texts = ("".join(cell["source"]) + "\n" for cell in cells if cell["cell_type"] == "markdown")
    return [(heading.strip(), first_sentence(below)) for text in texts for heading, below in SECTION.findall(text)]


def first_sentence(text):
    """That an entry is about a warning says too little."""
    return re.split(r"(?<=[다요]\.) ", text.removeprefix(WARNING))[0]


class ErrorList(SphinxDirective):
    def run(self):
        listed = nodes.container(classes=["error-list"])  # search_index.py leaves it out: the entries themselves are found
        listed += self.parse_text_to_nodes("\n".join(self.lines(Path(self.env.srcdir))), offset=self.content_offset)
        return [listed]

    def lines(self, root):
        self.env.note_dependency(str(root / "_toc.yml"))
        for page in chapters(root):
            if not ERRORS.fullmatch(page.name):
                continue
            file = root / f"{page.name}.ipynb"
            self.env.note_dependency(str(file))
            yield from (f"**[{page.short_title}](/{page.name}.ipynb)**: {page.question}", "")
            for heading, about in sections(file):
                yield f"- [{heading}](/{page.name}.ipynb#{make_id(heading.replace('`', ''))})\\\n  {about}"
            yield ""


def register(app):
    app.add_directive("error-list", ErrorList)
