"""`{chapter-table}`: the chapters of every part (on the front page) or of the part the page opens, with question and minutes.

From `_toc.yml` and the notebooks' own words (book/chapters.py): no such table is written by hand.
"""

from pathlib import Path

from sphinx.util import logging
from sphinx.util.docutils import SphinxDirective

from book.chapters import chapters, parts, time_text

logger = logging.getLogger(__name__)


class FromChapters(SphinxDirective):
    """A directive made from the chapters: its page is read again when one of them changes. `lines` gives its Markdown."""

    def run(self):
        root = Path(self.env.srcdir)
        self.chapters = chapters(root)
        for name in ("_toc.yml", *(f"{chapter.name}.ipynb" for chapter in self.chapters)):
            self.env.note_dependency(str(root / name))
        for chapter in self.chapters:
            if not (chapter.short_title and chapter.question):
                logger.warning(
                    "%s.ipynb: 노트북 메타데이터 short_title과 question을 적으세요.", chapter.name, location=self.get_location()
                )
        return self.parse_text_to_nodes("\n".join(self.lines(root)), offset=self.content_offset)

    def part_here(self, root):
        """The part this page stands in, or None on the front page."""
        return next((part for part in parts(root) if self.env.docname in part.pages), None)


def link(chapter):
    number = f"{chapter.number}. " if chapter.number else ""
    return f"[{number}{chapter.short_title}](/{chapter.name}.ipynb)"


def table(rows):
    timed = any(chapter.minutes for chapter in rows)
    yield "| 장 | 답하는 물음 | 시간 |" if timed else "| 쪽 | 답하는 물음 |"
    yield "|---|---|---|" if timed else "|---|---|"
    for chapter in rows:
        time = f" {time_text(chapter.minutes)} |" if chapter.minutes else " |" if timed else ""
        yield f"| {link(chapter)} | {chapter.question.replace('|', chr(92) + '|')} |{time}"
    yield ""


class ChapterTable(FromChapters):
    def lines(self, root):
        here = self.part_here(root)
        for part in [here] if here else parts(root):
            rows = [chapter for chapter in self.chapters if chapter.name in part.pages]
            if not rows:
                continue
            if not here:
                yield from (f"**{self.opened(part)}**{total(rows)}", "")
            yield from table(rows)

    def opened(self, part):
        """The part's caption, a link where the part has a page that opens it."""
        first = part.pages[0]
        return f"[{part.caption}](/{first}.md)" if first.startswith("book/") else part.caption


def total(rows):
    minutes = sum(chapter.minutes or 0 for chapter in rows)
    return f" {time_text(minutes)}" if minutes else ""


def register(app):
    app.add_directive("chapter-table", ChapterTable)
