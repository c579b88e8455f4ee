"""The book's exercises as its notebooks hold them: they stand beside this package, in the repository and in the archive of the site."""

import json
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

NOTEBOOKS = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Exercise:
    chapter: str  # 01-requires-grad
    topic: str  # requires_grad: the file of its check
    name: str  # slope: check.slope
    id: str  # of its cell
    title: str  # 1장 연습 2. 써 보기: 세제곱의 기울기


@dataclass(frozen=True)
class Chapter:
    name: str
    cells: dict  # id → code, in order
    exercises: tuple


def source(cell):
    return "".join(cell["source"])


def topic_of(codes):
    """The file of checks that some cells import."""
    found = re.search(r"^from gradbook\.exercises import (\w+) as check", "\n".join(codes), re.MULTILINE)
    return found and found[1]


def checked(code):
    """The exercise that a cell hands its answer to: the name in its last check.name(…)."""
    found = re.findall(r"^check\.(\w+)\(", code, re.MULTILINE)
    return found[-1] if found else None


def chapters():
    """{name: Chapter} of every notebook with exercises, in order."""
    found = {}
    for path in sorted(NOTEBOOKS.glob("[0-9]*.ipynb")):
        stored = json.loads(path.read_text(encoding="utf-8"))["cells"]
        cells = {cell["id"]: source(cell) for cell in stored if cell["cell_type"] == "code"}
        topic, exercises, heading = topic_of(cells.values()), [], ""
        for cell in stored:
            if cell["cell_type"] == "markdown":
                heading = (re.findall(r"^### (.+)$", source(cell), re.MULTILINE) or [heading])[-1]
            elif "exercise" in cell["metadata"].get("tags", ()):
                title = f"{int(path.stem[:2])}장 {heading}".replace("`", "")
                exercises.append(Exercise(path.stem, topic, checked(source(cell)), cell["id"], title))
        if exercises:
            found[path.stem] = Chapter(path.stem, cells, tuple(exercises))
    return found


@cache
def without_exercises():
    """The ids of the code cells of every other notebook of the book, one set for each: the error dictionary, the self-tests, what is looked up."""
    numbered = {*NOTEBOOKS.glob("[0-9]*.ipynb")}
    others = [json.loads(path.read_text(encoding="utf-8"))["cells"] for path in sorted({*NOTEBOOKS.glob("*.ipynb")} - numbered)]
    return [{cell["id"] for cell in cells if cell["cell_type"] == "code"} for cells in others]
