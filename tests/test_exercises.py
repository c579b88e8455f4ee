"""The exercises: each is refused as shipped and right as solved, each wrong answer gets the hint for its own mistake, on both engines."""

import json
import os
import re
import subprocess
import sys
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path

import pytest
import torch

from gradbook import exercises
from gradbook.judge.exercise import Exercise
from gradbook.verdict import Verdict

ROOT = Path(__file__).resolve().parent.parent
HANGUL = re.compile("[가-힣]")
STARTS = ("✗ 아직 아닙니다.", "… 아직 비어 있습니다.")


def checks():
    """{"chapter file.check": the check} of every exercise in gradbook."""
    found = {}
    for path in sorted(Path(exercises.__file__).parent.glob("[!_]*.py")):
        module = __import__(f"gradbook.exercises.{path.stem}", fromlist=["_"])
        found.update({f"{path.stem}.{name}": value for name, value in vars(module).items() if isinstance(value, Exercise)})
    return found


CHECKS = checks()


def assert_helpful(said):
    lines = said.splitlines()
    ours = [line for line in lines if not re.match(r"\w+(: |$)", line)]  # Python's own message stays whole, to be searched for
    assert 1 <= len(lines) <= 3 and all(len(line) <= 180 for line in ours), said
    assert said.startswith(STARTS) and HANGUL.search(lines[-1]), said
    assert "Traceback" not in said and "`" not in "".join(ours), said


# --- The chapters. ---


def exercises_of(path):
    """(exercise cell, solution cell) of a chapter."""
    cells = [cell for cell in json.loads(path.read_text(encoding="utf-8"))["cells"] if cell["cell_type"] == "code"]
    for place, cell in enumerate(cells):
        if "exercise" in cell["metadata"].get("tags", []):
            yield cell, cells[place + 1]


def stored(cell):
    """A verdict's text among a cell's outputs."""
    texts = [
        "".join(output["data"].get("text/plain", "")) for output in cell["outputs"] if output["output_type"] == "display_data"
    ]
    return texts[-1] if texts else ""


def test_each_exercise_is_refused_as_shipped_and_right_as_solved():
    tried = Counter()
    for path in sorted((ROOT / "notebooks").glob("*.ipynb")):
        for exercise, solution in exercises_of(path):
            source = "".join(exercise["source"])
            where = f"{path.stem}, {exercise['id']}"
            name = re.findall(r"^check\.(\w+)\(", source, re.MULTILINE)[-1]
            tried[name] += 1
            assert_helpful(stored(exercise))
            assert stored(exercise).startswith(STARTS[1]) == ("..." in source), f"{where}: {stored(exercise)}"
            assert "hide-cell" in solution["metadata"]["tags"] and f"check.{name}(" in "".join(solution["source"]), where
            assert stored(solution).startswith("✓ 맞습니다. ") and "`" not in stored(solution), f"{where}: {stored(solution)}"
    assert set(tried) == {name.partition(".")[2] for name in CHECKS}


# --- Wrong answers: gradbook/exercises/answers, one file a chapter. ---


def given(engine):
    """What book/tools/hints.py found: [topic, exercise, line, expected, diagnosis, text] for every wrong answer."""
    run = subprocess.run(
        [sys.executable, "-m", "book.tools.hints", "--json"],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        check=True,
        env={**os.environ, **engine, "PYTHONUTF8": "1"},
    )
    return json.loads(run.stdout)


@pytest.fixture(scope="module")
def answers():
    return given({})


def test_each_wrong_answer_gets_the_hint_for_its_mistake(answers):
    wrong = [
        f"exercises/answers/{topic}.py:{line}: {exercise}: {expected!r} was expected, {diagnosis!r} came: {text}"
        for topic, exercise, line, expected, diagnosis, text in answers
        if expected != diagnosis
    ]
    assert not wrong, "\n".join(wrong)
    for *_, expected, _, text in answers:
        if expected != "right":  # an unusual answer that must pass
            assert_helpful(text)


def test_every_exercise_has_eight_wrong_answers(answers):
    counts = Counter(f"{topic}.{exercise}" for topic, exercise, _, expected, *_ in answers if expected != "right")
    few = [f"{name}: {counts[name]}" for name in CHECKS if counts[name] < 8]
    assert not few, f"exercises/answers: {few}"


def test_the_browser_engine_gives_the_same_verdicts(answers, tmp_path):
    (tmp_path / "torch").symlink_to(next((ROOT / "book").glob("**/browsertorch")))
    assert given({"PYTHONPATH": str(tmp_path)}) == answers


# --- Odd answers. ---


def raises(error):
    def learner(*_):
        raise error

    return learner


ODD = [
    None,
    ...,
    "",
    "셋",
    b"3",
    -7,
    1e400,
    float("nan"),
    1j,
    10**400,
    [],
    [[]],
    {},
    {1, 2},
    [None] * 4,
    ["a"] * 3,
    [1, [2, 3], 4, 5],
    object(),
    type,
    len,
    lambda: 1,
    lambda a, b, c, d: 1,
    torch.empty(0),
    torch.ones(2, 2),
    torch.tensor(1j),
    raises(ValueError("")),
    raises(ValueError("a\n" * 50)),
    raises(RuntimeError("길다 " * 100)),
    raises(StopIteration()),
    raises(RecursionError("maximum recursion depth exceeded")),
    *(
        lambda *_, odd=odd: odd
        for odd in (
            None,
            ...,
            "셋",
            [],
            {},
            1j,
            10**400,
            float("nan"),
            object(),
            len,
            torch.empty(0),
            torch.ones(3, 3),
            torch.tensor(True),
            [None, "a"],
            [[...]],
        )
    ),
]


@pytest.mark.parametrize("name", CHECKS)
def test_an_odd_answer_gets_a_line_of_korean_too(name):
    for answer in ODD:
        assert_helpful(str(CHECKS[name].judge(answer)))


def test_a_run_leaves_torch_as_it_was():
    before = torch.Tensor.backward, torch.autograd.backward, torch.autograd.grad, torch.is_grad_enabled(), sys.getprofile()
    for check in CHECKS.values():
        check.judge(lambda *_: torch.set_grad_enabled(False))
    assert before == (
        torch.Tensor.backward,
        torch.autograd.backward,
        torch.autograd.grad,
        torch.is_grad_enabled(),
        sys.getprofile(),
    )


# --- How a verdict is shown. ---


def test_a_verdict_is_drawn_in_words_and_escaped():
    verdict = Verdict("wrong", "`x < 1`입니다.", "`<b>`를 봅니다.", "TypeError: <bad> & worse")
    assert str(verdict) == repr(verdict) == "✗ 아직 아닙니다. x < 1입니다.\nTypeError: <bad> & worse\n<b>를 봅니다."
    drawn = verdict._repr_html_()
    tags = []
    parser = HTMLParser()
    parser.handle_starttag = lambda tag, attrs: tags.append(tag)
    parser.feed(drawn)
    assert tags == ["div", "p", "strong", "span", "p", "code", "p", "code"] or tags == [
        "div",
        "p",
        "strong",
        "span",
        "code",
        "p",
        "code",
        "p",
        "code",
    ]
    assert (
        "<code>x &lt; 1</code>\u2060입니다" in drawn and "<code>&lt;b&gt;</code>\u2060를" in drawn
    )  # a particle is not torn off
    assert "`" not in drawn and 'class="verdict wrong"' in drawn
