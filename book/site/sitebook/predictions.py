"""Predictions: the output of a cell tagged `predict` stays closed until the reader has said what it will be.

The cell's metadata `predict` says how the reader answers: {"choices": […], "answer": …, "replies": {…}}, {"number": 4},
{"text": "tensor(4.)"}, or nothing: then the one button is all. Output and what the book says of it (the paragraphs up to the
next cell or heading, with the figure that shows it) open together. The output is a <details>, so that it opens without
scripts too; predict.js compares.
"""

import hashlib
import json
import re
from html import escape

from docutils import nodes

from .particles import JOINER

TAG = "predict"


class Closed(nodes.General, nodes.Element):
    """The outputs of a cell, behind the question. `spec`: the cell's metadata `predict`."""


class Told(nodes.General, nodes.Element):
    """What the book says of an output, read after it."""


def is_cell(node):
    return isinstance(node, nodes.container) and node.get("nb_element") == "cell_code"


def told_after(cell):
    """The paragraphs up to the next cell or section, and the figures (cells whose code is folded) that follow at once.

    A last paragraph that asks what the next cell will show, or to predict it, is that cell's question: it stays in sight.
    """
    told, following = [], None
    for node in cell.parent.children[cell.parent.index(cell) + 1 :]:
        figure = is_cell(node) and "hide-input" in node["cell_metadata"].get("tags", [])
        if isinstance(node, nodes.section) or (is_cell(node) and not figure) or (told and is_cell(told[-1]) and not figure):
            following = node
            break
        told.append(node)
    asks = told and isinstance(told[-1], nodes.paragraph) and re.search(r"\?|예상해 봅니다", told[-1].astext())
    if asks and is_cell(following) and TAG in following["cell_metadata"].get("tags", []):
        told.pop()
    return told


def close(app, doctree):
    """Put the outputs of each such cell, and what is told after it, behind the question."""
    for cell in list(doctree.findall(is_cell)):
        metadata = cell["cell_metadata"]
        outputs = next((part for part in cell.children if part.get("nb_element") == "cell_code_output"), None)
        if TAG not in metadata.get("tags", []) or outputs is None:
            continue
        closed = Closed(spec=metadata.get(TAG, {}))
        outputs.replace_self(closed)
        closed += outputs
        if told := told_after(cell):
            box = Told()
            told[0].replace_self(box)
            for node in told[1:]:
                node.parent.remove(node)
            box += told


def with_code(text):
    """A choice's words as HTML: `…` is code, and a particle after it stays on its line."""
    return re.sub(r"`([^`]+)`(?=([가-힣])?)", lambda found: f"<code>{found[1]}</code>{JOINER if found[2] else ''}", escape(text))


def controls(spec):
    """The form's controls: a button a choice, or a field for a number or a text."""
    if "choices" in spec:
        return "".join(
            f'<button type="button" value="{escape(choice)}">{with_code(choice)}</button>' for choice in spec["choices"]
        )
    if "number" in spec:
        return '<input name="guess" inputmode="decimal" autocomplete="off" aria-label="예상한 수"><button type="submit">확인</button>'
    if "text" in spec:
        return '<input name="guess" class="wide" autocomplete="off" spellcheck="false" aria-label="예상한 출력"><button type="submit">확인</button>'
    return ""


def question(spec):
    """The question's form, and the beginning of the <details> that holds what opens with its answer."""
    text, way = json.dumps(spec, ensure_ascii=False, sort_keys=True), controls(spec)
    asked = hashlib.sha256(text.encode()).hexdigest()[:8]  # another question is another prediction
    return (
        f'<form class="guess" data-asked="{asked}" data-guess="{escape(text)}"><span class="guess-word">예상</span>'
        f'<span class="guess-ways" role="group" aria-label="예상">{way}</span><p class="guess-said" role="status"></p></form>\n'
        f'<details class="prediction"><summary><span>{"답하지 않고 열기" if way else "예상했습니다"}</span>'
        "<span>다시 예상하기</span></summary>\n"
    )


def visit_closed(self, node):
    self.body.append(question(node["spec"]))


def visit_told(self, node):
    self.body.append('<div class="told">\n')


def depart_told(self, node):
    self.body.append("</div>\n")


def load(app, pagename, templatename, context, doctree):
    if '<form class="guess"' in (context.get("body") or ""):
        app.add_js_file("predict.js", type="module")


def register(app):
    app.add_node(Closed, html=(visit_closed, lambda self, node: self.body.append("</details>\n")))
    app.add_node(Told, html=(visit_told, depart_told))
