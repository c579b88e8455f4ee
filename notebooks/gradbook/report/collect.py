"""From the works handed in to one Result for each learner and exercise."""

import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from ..verdict import without_ticks
from . import handed, needed, sandbox
from .book import Exercise

BEST = ("right", "wrong", "stopped", "empty", "noted", "untouched")  # what counts where a learner handed in an exercise twice
GIVEN = ("torch", "check")


@dataclass(frozen=True)
class Result:
    learner: str
    exercise: Exercise
    file: str
    kind: str
    diagnosis: str = ""
    seen: str = ""
    hint: str = ""
    error: str = ""

    @property
    def why(self):
        """The first that there is to say of the mistake."""
        return without_ticks(self.hint if self.kind == "wrong" else self.seen) or self.error or without_ticks(self.seen)


def results(works, book, judge: Callable = sandbox.judge):
    """(the results by exercise and learner, whether the kernel held every sandbox)."""
    with ThreadPoolExecutor(min(4, os.cpu_count() or 1)) as pool:  # each waits for a process of its own
        judged = list(pool.map(lambda work: of_work(work, book[work.chapter], judge), works))
    best = {}
    for result in (result for found, _ in judged for result in found):
        key = result.exercise, result.learner
        if key not in best or BEST.index(result.kind) < BEST.index(best[key].kind):
            best[key] = result
    order = [exercise for chapter in book.values() for exercise in chapter.exercises]
    return sorted(best.values(), key=lambda result: (order.index(result.exercise), result.learner)), all(kernel for _, kernel in judged)


def of_work(work, chapter, judge):
    answers = {exercise: handed.answer_to(exercise, work, chapter) for exercise in chapter.exercises}
    given = [exercise for exercise in chapter.exercises if answers[exercise] is not None]
    outcomes, kernel = judge([job(exercise, answers[exercise], work) for exercise in given]) if given else ([], True)
    found = dict(zip(given, outcomes))
    made = []
    for exercise, code in answers.items():
        fields = found[exercise] if code is not None else {"kind": "noted" if exercise.id in work.solved else "untouched"}
        made.append(Result(work.learner, exercise, work.file.name, **fields))
    return made, kernel


def job(exercise, code, work):
    codes = [*work.cells.values()]
    above = needed.above(codes[: codes.index(code)], code, GIVEN)
    return {"topic": exercise.topic, "name": exercise.name, "code": code, "above": above}
