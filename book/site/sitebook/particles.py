"""A Korean particle stays on the line of the word it belongs to.

`word-break: keep-all` keeps words of Hangul whole. Browsers still break a line after a closing sign and around a formula:
`학습(training)` ends one line and `이라고` begins the next. Such a word is wrapped in `<span class="whole">` (style.css); where it is
too long for a line, a word joiner holds the particle to its last letters.
"""

import re

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

SHORT = 24  # characters that fit a line of a phone; what is longer has to wrap
CLOSED = re.compile(r"\S*[^\w\s가-힣(\[“‘]+[가-힣]\S*")  # a word in which Hangul follows a closing sign
JOINER = "\u2060"  # no width, and no line begins after it
PARTICLE = re.compile(r"[가-힣]\S*")
AS_IT_STANDS = (nodes.literal, nodes.literal_block, nodes.math, nodes.math_block, nodes.raw, nodes.comment)


def whole(*children):
    return nodes.inline("", "", *children, classes=["whole"])


def breaks_after(node):
    """Whether a browser may begin a new line right after this element."""
    if isinstance(node, (nodes.math, nodes.image)):
        return True
    if isinstance(node, nodes.raw):  # half an element: </kbd>
        return False
    return isinstance(node, nodes.Element) and bool(re.search(r"[^\w\s]$|_$", node.astext()))


def split(text):
    """A text as nodes, its words that could be torn wrapped."""
    end = 0
    for word in CLOSED.finditer(text):
        if len(word[0]) <= SHORT:
            yield nodes.Text(text[end : word.start()])
            yield whole(nodes.Text(word[0]))
            end = word.end()
    yield nodes.Text(text[end:])


def keep_whole(children):
    kept = []
    for child in children:
        if not isinstance(child, nodes.Text):
            kept.append(child)
            continue
        text = child.astext()
        particle = kept and breaks_after(kept[-1]) and PARTICLE.match(text)
        if particle:
            short = isinstance(kept[-1], nodes.math) or len(kept[-1].astext()) <= SHORT
            kept.append(whole(kept.pop(), nodes.Text(particle[0])) if short else nodes.Text(JOINER + particle[0]))
            text = text[particle.end() :]
        kept += [node for node in split(text) if node.astext()]
    return kept


def keep_all_whole(tree):
    for parent in list(tree.findall(nodes.TextElement)):
        if not isinstance(parent, AS_IT_STANDS) and any(isinstance(child, nodes.Text) for child in parent.children):
            parent.children, children = [], parent.children
            parent.extend(keep_whole(children))


def in_contents(app, doctree):
    """What Sphinx keeps of a page for the contents beside every page: its title and its headings."""
    for kept in (app.env.tocs, app.env.titles):
        keep_all_whole(kept[app.env.docname])


class Particles(SphinxPostTransform):
    default_priority = 400
    formats = ("html",)

    def run(self, **kwargs):
        keep_all_whole(self.document)
        for code in self.document.findall(nodes.literal):
            if len(code.astext()) <= SHORT:
                code["classes"].append("whole")


def register(app):
    app.add_post_transform(Particles)
