"""One answer judged as in its notebook: the cell runs, and the verdict that its check would show is returned."""

import io
import linecache
import warnings
from contextlib import redirect_stdout
from importlib import import_module

import torch

from gradbook.judge import exercise


def verdict_on(topic, name, code, place, above=()):
    """code: the cell, which makes a function named like the exercise, or `answer`, and may end with its own `check.name(…)`.

    place: what Python calls the cell in its messages; above: cells to run before it, whatever becomes of them.
    """
    check = import_module(f"gradbook.exercises.{topic}")
    verdicts = []
    names = {"__name__": "__main__", "torch": torch, "check": check}
    exercise.show, shown = verdicts.append, exercise.show
    try:
        with warnings.catch_warnings(), redirect_stdout(io.StringIO()):
            warnings.simplefilter("ignore")
            for number, before in enumerate(above):
                try:
                    run(before, f"{place}:{number}", names)
                except Exception:  # a chapter's cell may raise on purpose
                    pass
            verdicts.clear()
            run(code, place, names)
            if not verdicts:
                getattr(check, name)(names.get(name, names.get("answer", ...)))
    finally:
        exercise.show = shown
    return verdicts[-1]


def run(code, place, names):
    linecache.cache[place] = (len(code), None, code.splitlines(True), place)  # as a notebook keeps its cells
    exec(compile(code, place, "exec"), names)
