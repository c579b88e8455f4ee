"""The review that is spaced: its page, its scheduler out of npm, and what a question needs when it stands without its page.

The questions, cells and outputs themselves are not written a second time: review-page.js takes them out of the chapters' pages.
"""

import json
from pathlib import Path

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from . import earlier_code, live_cells, places
from .live_cells import licenses
from .offline import keep

SCHEDULE = places.SITE / "review" / "schedule.js"
SCHEDULER = "ts-fsrs"
PLACE = '<div id="review">'
WITHOUT = "이 쪽에서는 예상했던 물음과 풀었던 연습 문제가 며칠 뒤에 다시 나옵니다. 지금은 {}. 책은 그대로 읽을 수 있습니다."
NO_SCRIPTS = f"<noscript><p>{WITHOUT.format('스크립트가 꺼져 있어 보여 줄 수 없습니다')}</p></noscript>"
NOT_MADE = f"<p>{WITHOUT.format('셀을 실행하지 않는 판이라 복습이 들어 있지 않습니다')}</p>"


def prepare(app):
    if app.sitebook.live:  # a book without live cells is made without npm
        app.sitebook.schedule = live_cells.esbuild(SCHEDULE)
        app.sitebook.licenses |= dict([licenses.of_npm(SCHEDULER)])


class Review(SphinxDirective):
    def run(self):
        return [nodes.raw("", f"{PLACE}{NO_SCRIPTS}</div>", format="html")]


def load(app, pagename, templatename, context, doctree):
    if PLACE not in (context.get("body") or ""):
        return
    if app.sitebook.schedule:
        app.add_css_file("review.css")
        app.add_js_file("review-page.js", type="module")
    else:
        context["body"] = context["body"].replace(NO_SCRIPTS, NOT_MADE)


def publish(app):
    if app.sitebook.schedule:
        static = Path(app.outdir, "_static")
        keep(static / "review-schedule.js", app.sitebook.schedule)
        keep(static / "review-earlier.json", json.dumps(earlier(app), separators=(",", ":")))


def earlier(app):
    """{chapter: {id of a question's cell: ids of the cells that its code needs}}"""
    read = {name: json.loads(Path(app.srcdir, f"{name}.ipynb").read_text(encoding="utf-8")) for name in app.sitebook.tasks}
    return {name: earlier_code.of_notebook(notebook) for name, notebook in read.items()}


def register(app):
    app.add_directive("review", Review)
