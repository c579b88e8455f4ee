"""The book's chapters as `_toc.yml` and the notebooks themselves name them: number, title, question, minutes, prerequisites.

The site and an author's tools read them here, so that a chapter is one file and one line of `_toc.yml`: no table, count or
map of chapters is written by hand.
"""

import json
import re
from dataclasses import dataclass
from pathlib import Path

import yaml

CHAPTER = re.compile(r"notebooks/(\d\d)-[a-z0-9-]+")
ERRORS = re.compile(r"notebooks/errors-[a-z0-9-]+")  # the error dictionary: neither exercises nor prerequisites
SHEETS = ("notebooks/cheat-sheet", "notebooks/versions")  # looked up, not read through: neither exercises nor prerequisites
SELF_TEST = re.compile(r"notebooks/self-test-\d")  # a part's questions, drawn anew on each try: book/site/assets/self-test.js
NEEDS, TIME = "- 먼저 알아 둘 것:", "- 걸리는 시간:"


@dataclass(frozen=True)
class Part:
    caption: str
    pages: tuple  # every page of the part as _toc.yml names it, in order
    numbered: tuple  # those of them that bear a chapter's number


@dataclass(frozen=True)
class Opening:
    """What a notebook's first cell says of it."""

    title: str
    needs: str  # the line of prerequisites, empty where there is none
    prerequisites: tuple  # the chapters it links to: notebooks/01-requires-grad
    minutes: int | None


@dataclass(frozen=True)
class Chapter:
    name: str  # as in _toc.yml: notebooks/01-requires-grad
    number: int | None
    part: str  # the part's caption
    title: str
    short_title: str
    question: str
    description: str
    prerequisites: tuple
    minutes: int | None
    predictions: int = 0  # outputs that wait for the reader's answer
    exercises: int = 0  # cells that a reader can solve in the browser
    orders: int = 0  # solutions whose lines a reader puts in order


def _pages(entries):
    for entry in entries:
        yield entry["file"]
        yield from _pages(entry.get("sections", ()))


def parts(root):
    """The parts of `_toc.yml` in the folder `root`. An entry without a caption goes on with the part before it, so that a
    part may hold pages with a number and pages without."""
    found = []
    for entry in yaml.safe_load(Path(root, "_toc.yml").read_text(encoding="utf-8")).get("parts", ()):
        pages = tuple(_pages(entry.get("chapters", ())))
        numbered = pages if entry.get("numbered") else ()
        if found and not entry.get("caption"):
            before = found.pop()
            found.append(Part(before.caption, before.pages + pages, before.numbered + numbered))
        else:
            found.append(Part(entry.get("caption", ""), pages, numbered))
    return found


def read_opening(source):
    """source: the Markdown of a notebook's first cell."""
    lines = source.splitlines()
    title = next((line.removeprefix("# ").strip() for line in lines if line.startswith("# ")), "")
    needs = next((line.removeprefix(NEEDS).strip() for line in lines if line.startswith(NEEDS)), "")
    time = next((line.removeprefix(TIME) for line in lines if line.startswith(TIME)), "")
    minutes = re.fullmatch(r"\s*(\d+)분\s*", time)
    return Opening(
        title,
        needs,
        tuple(f"notebooks/{name}" for name in re.findall(r"\]\((?:\./)?([\w-]+)\.ipynb[#)]", needs)),
        int(minutes[1]) if minutes else None,
    )


def chapters(root):
    """Every notebook of the book in the order of `_toc.yml`. What one does not say of itself is empty."""
    found, number = [], 0
    for part in parts(root):
        for name in part.pages:
            number += name in part.numbered
            path = Path(root, f"{name}.ipynb")
            if not path.is_file():
                continue
            notebook = json.loads(path.read_text(encoding="utf-8"))
            first = notebook["cells"][0]["source"] if notebook["cells"] else ""
            opening = read_opening("".join(first))
            tags = [set(cell["metadata"].get("tags", ())) for cell in notebook["cells"]]
            own = {key: notebook["metadata"].get(key, "") for key in ("short_title", "question", "description")}
            found.append(
                Chapter(
                    name,
                    number if name in part.numbered else None,
                    part.caption,
                    opening.title,
                    prerequisites=opening.prerequisites,
                    minutes=opening.minutes,
                    predictions=sum("predict" in cell for cell in tags),
                    exercises=sum("exercise" in cell and "no-browser" not in cell for cell in tags),
                    orders=sum("parsons" in cell["metadata"] for cell in notebook["cells"]),
                    **own,
                )
            )
    return found


def time_text(minutes):
    """30분, 1시간, 2시간 35분."""
    hours, rest = divmod(minutes, 60)
    return " ".join([f"{hours}시간"] * bool(hours) + [f"{rest}분"] * bool(rest or not hours))
