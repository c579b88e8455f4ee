"""Formulas become MathML at build time: no script, no foreign host, and screen readers read them."""

from docutils import nodes
from math_core import LatexError, LatexToMathML
from sphinx.util import logging

logger = logging.getLogger(__name__)
converter = LatexToMathML(fancy_error=False)


def convert(text, node, display):
    try:
        return converter.convert_with_local_state(text, displaystyle=display)
    except LatexError as error:
        logger.warning("수식을 옮길 수 없습니다: %s: %s", text, " ".join(str(error).split()), location=node)
        return f"<code>{text}</code>"


def visit_inline(self, node):
    self.body.append(convert(node.astext(), node, display=False))
    raise nodes.SkipNode


def visit_block(self, node):
    identifier = f' id="{node["ids"][0]}"' if node.get("ids") else ""
    number = f'<span class="number">({node["number"]})</span>' if node.get("number") else ""
    self.body.append(f'<div class="math"{identifier}>{convert(node.astext(), node, display=True)}{number}</div>\n')
    raise nodes.SkipNode


def choose(app, config):
    config.html_math_renderer = "mathml"


def register(app):
    app.add_html_math_renderer("mathml", (visit_inline, None), (visit_block, None))
