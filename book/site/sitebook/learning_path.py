"""`{learning-path} 한 시간`: some chapters in a row, with what they take together; or all of them, shared out over days.

    ```{learning-path}            ```{learning-path}
    :minutes: 60                  :days: 7
    notebooks/01-requires-grad    ```
    notebooks/02-chain-rule
    ```

A path that takes longer than it says, or that leaves out what a chapter of it needs, is a warning, so that it fails the build.
"""

from docutils.parsers.rst import directives

from book.chapters import time_text

from .chapter_table import FromChapters, link, logger


def faults(path, minutes):
    """What is wrong with a path of chapters that is to take at most `minutes`."""
    names = [chapter.name for chapter in path]
    for place, chapter in enumerate(path):
        for name in chapter.prerequisites:
            if name not in names[:place]:
                yield f"{chapter.name}를 읽으려면 {name}가 먼저입니다. 길에 더하거나 {chapter.name}를 빼세요."
    taken = sum(chapter.minutes or 0 for chapter in path)
    if taken > minutes:
        yield f"이 길은 {time_text(taken)}입니다. {time_text(minutes)}을 넘지 않게 장을 빼세요."


def shared_out(path, days):
    """The chapters in order on at most that many days, as evenly as their minutes allow."""
    total, gone, found = sum(chapter.minutes or 0 for chapter in path), 0, [[] for _ in range(days)]
    for chapter in path:
        middle = gone + (chapter.minutes or 0) / 2
        found[min(days - 1, int(middle * days / total))].append(chapter)
        gone += chapter.minutes or 0
    return [day for day in found if day]


class LearningPath(FromChapters):
    has_content = True
    option_spec = {"minutes": directives.nonnegative_int, "days": directives.positive_int}

    def lines(self, root):
        named = [line.strip() for line in self.content if line.strip()]
        known = {chapter.name: chapter for chapter in self.chapters}
        for name in named:
            if name not in known:
                logger.warning("learning-path: %s: 이런 장이 없습니다.", name, location=self.get_location())
        path = [known[name] for name in named if name in known] or [chapter for chapter in self.chapters if chapter.number]
        if "days" in self.options:
            for number, day in enumerate(shared_out(path, self.options["days"]), 1):
                yield f"- {number}일째: {', '.join(map(link, day))} ({time_text(sum(c.minutes or 0 for c in day))})"
            return
        for fault in faults(path, self.options.get("minutes", 10**6)):
            logger.warning("learning-path: %s", fault, location=self.get_location())
        for chapter in path:
            yield f"- {link(chapter)}: {chapter.question}"
        yield from ("", f"모두 {time_text(sum(chapter.minutes or 0 for chapter in path))} 걸립니다.")


def register(app):
    app.add_directive("learning-path", LearningPath)
