"""`{chapter-map}`: the chapters in reading order, and beside them lines from each to those it is needed for.

The chapters of the part the page opens; on a page outside the parts with chapters, all. What a chapter needs is what its first
cell links to (book/chapters.py). A line is left out where a longer way says the same.
"""

from docutils import nodes

from book.chapters import time_text

from .chapter_table import FromChapters, link

ROW, RIM, WIDEST = 52, 8, 50  # the height of a row (style.css: 3.25rem), the room beside a dot, the furthest an arc reaches


def needed(chapters):
    """{name: the names it needs, without those that these already need}, among `chapters`."""
    given = {
        chapter.name: {name for name in chapter.prerequisites if any(c.name == name for c in chapters)} for chapter in chapters
    }

    def all_before(name):
        return given[name].union(*map(all_before, given[name]))

    return {
        name: {one for one in needs if not any(one in all_before(other) for other in needs - {one})}
        for name, needs in given.items()
    }


def lines_drawn(chapters):
    """The SVG beside the list: a dot a chapter, a line or an arc a need."""
    rows = {chapter.name: (number + 0.5) * ROW for number, chapter in enumerate(chapters)}
    ways = sorted((rows[before], rows[name]) for name, needs in needed(chapters).items() for before in needs)
    out = {(top, bottom): min(WIDEST, 10 + 7 * (bottom - top) / ROW) * (bottom - top > ROW) for top, bottom in ways}
    dot, height = (
        RIM + max(out.values(), default=0) * 0.75,
        ROW * len(chapters),
    )  # a curve reaches three quarters of the way to its handles
    drawn = [
        f'<path d="M{dot:g} {top:g}C{dot - far:g} {top:g} {dot - far:g} {bottom:g} {dot:g} {bottom:g}"/>'
        for (top, bottom), far in out.items()
    ]
    dots = [f'<circle cx="{dot:g}" cy="{y:g}" r="5"/>' for y in rows.values()]
    return (
        f'<svg aria-hidden="true" viewBox="0 0 {dot + RIM:g} {height}" style="width:{(dot + RIM) / 16:g}rem;height:{height / 16:g}rem">'
        + "".join(drawn + dots)
        + "</svg>"
    )


def after(chapter, numbers):
    """‘1, 4장을 읽은 뒤 · 30분’."""
    before = sorted(numbers[name] for name in chapter.prerequisites if numbers.get(name))
    words = [f"{', '.join(map(str, before))}장을 읽은 뒤"] if before else ["바로 읽을 수 있습니다"]
    return " · ".join(words + [time_text(chapter.minutes)] * bool(chapter.minutes))


class ChapterMap(FromChapters):
    def run(self):
        listed = super().run()
        frame = nodes.container(classes=["chapter-map"])
        frame += nodes.raw("", lines_drawn(self.shown), format="html")
        frame += listed
        return [frame]

    def lines(self, root):
        part = self.part_here(root)
        numbered = [chapter for chapter in self.chapters if chapter.number]
        self.shown = [chapter for chapter in numbered if part and chapter.name in part.pages] or numbered
        numbers = {chapter.name: chapter.number for chapter in self.chapters}
        for chapter in self.shown:
            yield f"- {link(chapter)}\\\n  {after(chapter, numbers)}"


def register(app):
    app.add_directive("chapter-map", ChapterMap)
