"""Self-tests: a part's questions, each a section with a few cells `predict` that differ in their numbers, and an explanation.

Without scripts, on paper and in Jupyter they are read one after another. On the page self-test.js draws from them.
"""

from docutils import nodes

from book.chapters import SELF_TEST


def mark(app, doctree):
    if SELF_TEST.fullmatch(app.env.docname):
        doctree.next_node(nodes.section)["classes"].append("self-test")


def load(app, pagename, templatename, context, doctree):
    if SELF_TEST.fullmatch(pagename):
        app.add_css_file("self-test.css")
        app.add_js_file("self-test.js", type="module")
