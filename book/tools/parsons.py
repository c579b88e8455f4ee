"""Runs every order of a Parsons problem's lines with real torch: which are right, and what the others do.

`make outputs` stores what came in the cell's metadata, beside the call that the author chose; tests/test_parsons.py and
`make check` (python -m book.tools.parsons notebooks/NN-topic.ipynb) run it again.
"""

import json
import sys
import traceback
import warnings
from dataclasses import dataclass, field
from itertools import permutations

import torch

from book.parsons import KEY, read, written
from book.tools.hints import verdict_on
from book.tools.sources import ROOT
from book.tools.validation.exercises import checked, source, topic_of

PLACE = "<order>"


@dataclass
class Outcome:
    shows: str  # what the call gives, or the error's line
    at: int | None = None  # the line of the code that raised it
    tensors: dict = field(default_factory=dict)  # name → value, as the function leaves them


def outcome(code, call):
    """What `call` does where `code` makes the function."""
    names, left = {"torch": torch}, {}

    def watch(frame, event, value):
        if event == "return" and frame.f_code.co_filename == PLACE and frame.f_code.co_name != "<module>":
            left.update(frame.f_locals)

    exec(compile(code, PLACE, "exec"), names)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            sys.setprofile(watch)
            shows = repr(eval(call, names))
    except Exception as error:
        lines = [frame.lineno for frame in traceback.extract_tb(error.__traceback__) if frame.filename == PLACE]
        return Outcome(f"{type(error).__name__}: {str(error).splitlines()[0]}", lines[-1])
    finally:
        sys.setprofile(None)
    return Outcome(shows, tensors={name: repr(value.tolist()) for name, value in left.items() if isinstance(value, torch.Tensor)})


def executed(topic, cell):
    """[{"orders": all that do the same, "shows": what the call gives, …}, …], those of the right orders first.

    An order is right where the exercise's check says of it what it says of the solution, and the call gives the same and leaves
    the same tensors. "at": the piece that raised the error which is shown; "leaves": {name: [its value, the solution's]} where
    only those differ.
    """
    program, call, name = read(source(cell)), cell["metadata"][KEY]["call"], checked(cell)
    own = tuple(range(len(program.pieces)))
    wanted, said = outcome(program.function(own), call), verdict(topic, name, program, own)
    found = {}
    for order in permutations(own):
        got, right = outcome(program.function(order), call), verdict(topic, name, program, order) == said
        entry = {"shows": got.shows}
        if got.at:
            entry["at"] = program.piece_at(order, got.at)
        elif right and got.shows == wanted.shows:
            if others := {
                key: [value, wanted.tensors[key]] for key, value in got.tensors.items() if value != wanted.tensors[key]
            }:
                entry["leaves"] = others
            else:
                entry["right"] = True
        found.setdefault(repr(entry), (entry, []))[1].append(written(order))
    entries = [entry | {"orders": " ".join(orders)} for entry, orders in found.values()]
    return sorted(entries, key=lambda entry: "right" not in entry)


def verdict(topic, name, program, order):
    return str(verdict_on(topic, name, program.cell(order), PLACE))


def run_all(cells):
    """[(cell, what its orders do)] of a notebook's Parsons problems."""
    topic = topic_of(cells)
    return [(cell, executed(topic, cell)) for cell in cells if KEY in cell["metadata"]]


def stale(file):
    """What a notebook stores of its orders against what they do now, a line a problem."""
    cells = json.loads((ROOT / file).read_text(encoding="utf-8"))["cells"]
    for cell, orders in run_all([each for each in cells if each["cell_type"] == "code"]):
        if cell["metadata"][KEY].get("executed") != orders:
            yield f"{file}: 셀 {cells.index(cell)} ({cell['id']}): 저장된 차례와 실행한 결과가 다릅니다. make outputs로 다시 저장하세요."


if __name__ == "__main__":
    for problem in stale(sys.argv[1]):
        print(problem)
