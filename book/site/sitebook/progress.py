"""The reader's progress: how much there is to do in each chapter, and the page that shows what is done.

The contents carry the numbers (navigation.py), so every page knows them without asking for another file; progress-marks.js
draws there, progress-page.js fills the page of `{progress}`. What the reader did stays in the browser.
"""

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from book.chapters import chapters

PLACE = '<div id="progress">'
WITHOUT = "진도는 브라우저가 스크립트로 적고 보여 줍니다. 지금은 스크립트가 꺼져 있어 진도를 볼 수 없습니다. 책은 그대로 읽을 수 있습니다."


def read(app):
    app.sitebook.tasks = {
        chapter.name: (chapter.predictions, chapter.exercises, chapter.orders)
        for chapter in chapters(app.srcdir)
        if chapter.number
    }


class Progress(SphinxDirective):
    def run(self):
        return [nodes.raw("", f"{PLACE}<noscript><p>{WITHOUT}</p></noscript></div>", format="html")]


def load(app, pagename, templatename, context, doctree):
    if PLACE in (context.get("body") or ""):
        app.add_css_file("progress.css")
        app.add_js_file("progress-page.js", type="module")


def register(app):
    app.add_directive("progress", Progress)
