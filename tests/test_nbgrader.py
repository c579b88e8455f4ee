"""Chapters as assignments of nbgrader: the real one hands out what learners get in the book and grades it as the book's checks do."""

import json
import os
import subprocess
from contextlib import suppress

import pytest

from book.tools.browser import ROOT
from environment import environment
from gradbook.report import book, nbgrader, needed
from gradbook.report.answer import run

CHAPTER = "01-requires-grad"
BOOK = book.chapters()
SCORES = """
import json
from nbgrader.api import Gradebook
with Gradebook("sqlite:///gradebook.db") as held:
    submission = held.find_submission(ASSIGNMENT, "hana")
    print(json.dumps({grade.name: grade.auto_score for grade in submission.notebooks[0].grades}))
"""


def exported(folder, *names):
    return nbgrader.main([*(str(book.NOTEBOOKS / f"{name}.ipynb") for name in names), "-o", str(folder)])


def codes(notebook):
    return {cell["id"]: book.source(cell) for cell in notebook["cells"] if cell["cell_type"] == "code"}


def handed_out(code):
    """What nbgrader leaves of a cell to answer in."""
    before, _, rest = code.partition(nbgrader.BEGIN)
    return before + rest.partition(nbgrader.END)[2]


def passes(above, answer, test):
    """Whether the test cell raises nothing below the answer."""
    names = {"__name__": "__main__"}
    for number, code in enumerate(needed.above(above, answer, ())):
        with suppress(Exception):  # a chapter's cell may raise on purpose
            run(code, f"<{number}>", names)
    run(answer, "<answer>", names)
    try:
        run(test, "<test>", names)
    except AssertionError as refused:
        assert str(refused).startswith(("✗", "…"))
        return False
    return True


@pytest.mark.parametrize("name", BOOK)
def test_a_solution_passes_and_the_exercise_as_handed_out_fails(name):
    notebook = nbgrader.assignment(BOOK[name])
    ids = [cell["id"] for cell in notebook["cells"]]
    assert len({*ids}) == len(ids)
    assert not any("다음 셀에 있고" in book.source(cell) for cell in notebook["cells"])
    cells = codes(notebook)
    for exercise in BOOK[name].exercises:
        at = [*cells].index(exercise.id)
        answer, test = [*cells.values()][at : at + 2]
        above = [*cells.values()][:at]
        assert handed_out(answer) == BOOK[name].cells[exercise.id]
        assert passes(above, answer, test), exercise.id
        assert not passes(above, handed_out(answer), test), exercise.id


def test_nbgrader_hands_out_and_grades(tmp_path):
    python = environment("nbgrader", ROOT / "tests/nbgrader-requirements.txt", limits=[ROOT / "book/hub/requirements.txt"])
    surroundings = {
        **os.environ,
        "PATH": f"{python.parent}{os.pathsep}{os.environ['PATH']}",  # nbgrader calls alembic by its name
        "JUPYTER_CONFIG_DIR": str(tmp_path / "config"),
        "PYTHONPATH": "",  # gradbook is the one that was handed out
    }

    def call(*words):
        done = subprocess.run([python, *words], cwd=tmp_path, env=surroundings, capture_output=True, text=True, encoding="utf-8")
        assert done.returncode == 0, done.stderr[-3000:]
        return done.stdout

    assert exported(tmp_path, CHAPTER) == 0
    call("-m", "nbgrader", "generate_assignment", CHAPTER)
    released = tmp_path / "release" / CHAPTER
    notebook = json.loads((released / f"{CHAPTER}.ipynb").read_text(encoding="utf-8"))
    cells, own = codes(notebook), BOOK[CHAPTER].cells
    for exercise in BOOK[CHAPTER].exercises:
        assert cells[exercise.id] == own[exercise.id]
    assert not cells.keys() & {id for id in own if id.startswith("solution")}

    answers = {
        "exercise-recorded": own["solution-recorded"],
        "exercise-slope": own["solution-slope"].replace("y.backward()", "y.backward"),
        "test-slope": "pass",  # nbgrader puts its own back
        "exercise-flat-place": own["solution-flat-place"],
    }
    for cell in notebook["cells"]:
        cell["source"] = answers.get(cell["id"], cell["source"])
    submitted = tmp_path / "submitted/hana" / CHAPTER
    submitted.mkdir(parents=True)
    (submitted / f"{CHAPTER}.ipynb").write_text(json.dumps(notebook), encoding="utf-8")
    call("-m", "nbgrader", "autograde", CHAPTER)
    assert json.loads(call("-c", SCORES.replace("ASSIGNMENT", repr(CHAPTER)))) == {
        "test-recorded": 1,
        "test-slope": 0,
        "test-late-mark": 0,
        "test-flat-place": 1,
    }


def test_the_course_keeps_its_settings_and_another_notebook_is_refused(tmp_path, capsys):
    (tmp_path / "nbgrader_config.py").write_text("# the teacher's\n", encoding="utf-8")
    assert exported(tmp_path, CHAPTER, "02-chain-rule") == 0
    assert (tmp_path / "nbgrader_config.py").read_text(encoding="utf-8") == "# the teacher's\n"
    assert sorted(path.name for path in (tmp_path / "source").iterdir()) == [CHAPTER, "02-chain-rule"]
    assert exported(tmp_path / "none", "versions") == 2
    assert "versions.ipynb" in capsys.readouterr().err
    assert not (tmp_path / "none").exists()
