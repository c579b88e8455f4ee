"""What learners hand in: a chapter's notebook that they filled in, or the progress file of the site with the code in it."""

import json
import re
from dataclasses import dataclass, field
from pathlib import Path

from .book import NOTEBOOKS, checked, source, topic_of, without_exercises

KIND, VERSION = "autograd-book-progress", 1  # book/site/assets/progress-file.js
LARGEST = 20_000_000  # bytes; a chapter with its figures has some 200,000
OWN_WORDS = r"자동미분-진도-\d{4}-\d\d-\d\d|\(\d+\)"  # that the site and browsers put into a file's name, beside a chapter's


class Unreadable(Exception):
    """A file that cannot be taken, and what to do about it, as a sentence for the teacher."""


@dataclass
class Work:
    """One chapter of one learner."""

    learner: str
    chapter: str
    file: Path
    cells: dict  # id → code, in order, as the learner left them
    solved: set = field(default_factory=set)  # ids that the site noted as solved
    read: bool = False
    predicted: int = 0


def files(paths):
    """The files that are meant: a folder stands for the notebooks and JSON files in it."""
    for path in paths:
        if path.is_dir():
            inside = (file for file in path.rglob("*") if file.suffix in (".ipynb", ".json"))
            yield from sorted(file for file in inside if ".ipynb_checkpoints" not in file.parts)
        else:
            yield path


def works(path, book):
    """The Works in a file, none in a notebook of the book without exercises; or Unreadable. book: {name: book.Chapter}."""
    try:
        if path.stat().st_size > LARGEST:
            raise Unreadable("파일이 너무 큽니다. 이 책의 노트북이나 진도 파일이 맞는지 물어봅니다.")
        held = json.loads(path.read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        raise Unreadable("파일이 없습니다. 이름을 확인합니다.") from None
    except OSError as error:
        raise Unreadable(f"파일을 열 수 없습니다({error.strerror}).") from None
    except (ValueError, RecursionError):
        raise Unreadable("JSON이 아니거나 내용이 잘렸습니다. 파일을 다시 받습니다.") from None
    if not isinstance(held, dict):
        raise Unreadable("노트북도 진도 파일도 아닙니다. 무엇을 냈는지 물어봅니다.")
    try:
        if held.get("kind") == KIND:
            return from_progress(path, held, book)
        if "cells" in held:
            return from_notebook(path, held["cells"], book)
    except (TypeError, AttributeError, KeyError):
        raise Unreadable("있어야 할 내용이 없거나 꼴이 다릅니다. 다시 내보내서 내게 합니다.") from None
    raise Unreadable("노트북도 진도 파일도 아닙니다. 무엇을 냈는지 물어봅니다.")


def from_notebook(path, stored, book):
    ids = [cell.get("id") or cell["metadata"].get("id") or f"cell {place}" for place, cell in enumerate(stored)]  # Colab: the second
    cells = {id: source(cell) for id, cell in zip(ids, stored) if cell["cell_type"] == "code"}
    topic = topic_of(cells.values())
    shared = {name: len(chapter.cells.keys() & cells.keys()) for name, chapter in book.items()}
    name = next((name for name, chapter in book.items() if chapter.exercises[0].topic == topic), max(shared, key=shared.get))
    if not topic and max((len(ids & cells.keys()) for ids in without_exercises()), default=0) > shared[name]:
        return []
    if not topic and not shared[name]:
        raise Unreadable("이 책의 장이 아닙니다. 연습 문제가 있는 장의 노트북을 내게 합니다.")
    if not any(exercise.topic == topic for exercise in book[name].exercises) and topic:
        raise Unreadable(f"이 책에 없는 연습 문제입니다({topic}). 같은 판의 책인지 봅니다.")
    return [Work(learner(path, book), name, path, cells)]


def from_progress(path, held, book):
    if held.get("version") != VERSION:
        raise Unreadable("책의 다른 판에서 내보낸 파일입니다. 같은 판의 책에서 채점합니다.")
    drafts, found = held.get("drafts", {}), []
    for page in sorted({*held["pages"], *drafts}):
        if (name := page.removeprefix("notebooks/")) not in book:
            continue
        noted = held["pages"].get(page, {"read": False, "predictions": {}, "exercises": {}})
        answered = [entry for entry in noted["predictions"].values() if entry["said"] is not None]
        cells = with_drafts(book[name].cells, drafts.get(page, {}))
        found.append(Work(learner(path, book), name, path, cells, {*noted["exercises"]}, noted["read"] is True, len(answered)))
    if not found:
        raise Unreadable("진도 파일에 적힌 장이 없습니다. 책을 읽은 브라우저에서 내보냈는지 물어봅니다.")
    return found


def with_drafts(cells, drafts):
    """The chapter's cells with the reader's code (book/live/page/drafts.js), each added cell below the one it was added to."""
    own = {**cells, **{id: draft["code"] + "" for id, draft in drafts.get("cells", {}).items() if id in cells}}
    for added in drafts.get("scratch", ()):
        order = [*own]
        at = order.index(added["after"]) + 1 if added["after"] in own else len(order)
        order.insert(at, added["id"])
        own[added["id"]] = added["code"] + ""
        own = {id: own[id] for id in order}
    return own


def learner(path, book):
    """A file's name less the chapter's and the site's words; where nothing is left, the folder's, or of a copy of the book's the one above."""
    chapters = "|".join(map(re.escape, book))
    name = re.sub(rf"(?:{chapters})(?:-my)?|{OWN_WORDS}", "", path.stem).strip(" -_")
    return name or next(folder.name for folder in path.resolve().parents if folder.name != NOTEBOOKS.name)


def answer_to(exercise, work, chapter):
    """The cell in which a learner answers: the book's own, or one that the learner added. None where it is the book's still."""
    own = [code for id, code in work.cells.items() if id not in chapter.cells and checked(code) == exercise.name]
    given = [*own, work.cells.get(exercise.id, "")]
    changed = [code for code in given if code.strip() and code.strip() != chapter.cells[exercise.id].strip()]
    return changed[-1] if changed else None
