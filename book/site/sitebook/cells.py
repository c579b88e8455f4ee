"""How a notebook's cells and the boxes around them become HTML: ids for the live cells, folding, wide tables."""

import json
from pathlib import Path

from docutils import nodes
from myst_nb.sphinx_ import HideCodeCellNode
from sphinx.locale import admonitionlabels
from sphinx.transforms.post_transforms import SphinxPostTransform

FOLDED = {"content": "풀이 보기", "source": "코드 보기", "output": "출력 보기", "outputs": "출력 보기"}


def note_ids(app, doctree):
    """Give each code cell the id it has in its notebook and the reason why it cannot run in a browser, and outputs their source."""
    path = Path(app.env.doc2path(app.env.docname))
    if path.suffix != ".ipynb":
        return
    stored = json.loads(path.read_text(encoding="utf-8"))["cells"]
    for cell in doctree.findall(nodes.container):
        if cell.get("nb_element") == "cell_code":
            cell["data"] = {"data-cell-id": stored[cell["cell_index"]].get("id")}
            if "no-browser" in cell["cell_metadata"].get("tags", []):
                # A stylesheet prints it (attr()), which cannot set code apart: without the marks.
                cell["data"]["data-no-browser"] = cell["cell_metadata"].get("no_browser", "").replace("`", "")
            note_sources(cell, stored[cell["cell_index"]]["outputs"])


def note_sources(cell, outputs):
    """LaTeX and Markdown are printed as source and drawn: what was drawn keeps its source, by which the page compares a run."""
    bundles = [node for node in cell.findall(nodes.container) if node.get("nb_element") == "mime_bundle"]
    for bundle, output in zip(bundles, (output for output in outputs if "data" in output)):
        for drawn in bundle.children:
            if drawn["mime_type"] in ("text/latex", "text/markdown"):
                box = nodes.container("", *drawn.children, classes=["output", drawn["mime_type"].replace("/", "_")])
                box["data"] = {
                    "data-source": json.dumps("".join(output["data"][drawn["mime_type"]]))
                }  # an attribute keeps no line breaks
                drawn.children = []
                drawn += box


class Fold(SphinxPostTransform):
    """Admonitions of the class `dropdown` open on demand; a table scrolls inside a box of its own."""

    default_priority = 300
    formats = ("html",)

    def run(self, **kwargs):
        for box in list(self.document.findall(nodes.Admonition)):
            if "dropdown" in box["classes"]:
                title = box.next_node(nodes.title)
                label = title.astext() if title else str(admonitionlabels[box.tagname])
                if title:
                    box.remove(title)
                fold = HideCodeCellNode("", *box.children, prompt_show=label, classes=["admonition"])
                box.replace_self(fold)
        for table in list(self.document.findall(nodes.table)):
            frame = nodes.container(classes=["table"])
            table.replace_self(frame)
            frame += table


def visit_fold(self, node):
    label = FOLDED.get(node["prompt_show"], node["prompt_show"])
    classes = " ".join(["fold", *node["classes"]])
    self.body.append(f'<details class="{classes}"><summary>{self.encode(label)}</summary>\n')


def depart_fold(self, node):
    self.body.append("</details>\n")


def visit_container(self, node):
    self.body.append(self.starttag(node, "div", CLASS="container", **node.get("data", {})))


def depart_container(self, node):
    self.body.append("</div>\n")


def name_folds(app, config):
    """myst-nb puts the kind of what is folded in place of {type}; a cell may give a sentence of its own."""
    config.nb_code_prompt_show = "{type}"


def register(app):
    app.add_post_transform(Fold)
    app.add_node(HideCodeCellNode, override=True, html=(visit_fold, depart_fold))
    app.add_node(nodes.container, override=True, html=(visit_container, depart_container))
