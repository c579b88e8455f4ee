"""Every chapter says what it is, has what a chapter has and links rightly; and each rule, broken once, is told in one clear line."""

import copy
import json

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

from book.chapters import chapters, parts, read_opening, time_text
from book.tools.sources import ROOT, Piece
from book.tools.validation.chapter import chapter_hints, chapter_problems
from book.tools.validation.exercises import FOLDER
from book.tools.validation.links import link_problems, order_problems

NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
NAME = "notebooks/99-sample.ipynb"
ANSWER = ":::{admonition} 답 보기\n:class: dropdown\n`9.`입니다.\n:::"
CHOICES = {
    "choices": ["2.", "4.", "오류가 납니다"],
    "answer": "4.",
    "replies": {"2.": "한 번 더합니다.", "오류가 납니다": "더할 수 있습니다."},
}


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_chapter_has_what_a_chapter_has(path):
    name = f"notebooks/{path.name}"
    found = list(chapter_problems(json.loads(path.read_text(encoding="utf-8")), name))
    assert not found, "\n" + "\n".join(found)


def test_links_and_order_are_right():
    found = [*link_problems(), *order_problems(ROOT)]
    assert not found, "\n" + "\n".join(found)


@pytest.fixture(scope="module")
def root(tmp_path_factory):
    """A folder with the exercises of the small chapter, each with eight wrong answers."""
    folder = tmp_path_factory.mktemp("book")
    answers = folder / FOLDER / "answers"
    answers.mkdir(parents=True)
    (folder / FOLDER / "sample.py").touch()
    (answers / "sample.py").write_text(
        "".join(f"# --- part_{number}: sign\nanswer = -1\n" * 8 for number in range(4)), encoding="utf-8"
    )
    return folder


def said(text):
    return [new_output("display_data", data={"text/plain": text})]


def sound():
    """A small chapter without a fault."""
    figure = new_output("display_data", data={"image/svg+xml": "<svg/>"})
    exercises = [
        cell
        for number in range(4)
        for cell in (
            new_code_cell(
                f"answer = ...\n\ncheck.part_{number}(answer)",
                id=f"exercise-{number}",
                metadata={"tags": ["exercise"]},
                outputs=said("… 아직 비어 있습니다."),
            ),
            new_code_cell(
                f"answer = 1\n\ncheck.part_{number}(answer)",
                id=f"solution-{number}",
                metadata={"tags": ["hide-cell"]},
                outputs=said("✓ 맞습니다."),
            ),
        )
    ]
    exercises[0].source = "from gradbook.exercises import sample as check\n\n" + exercises[0].source
    return new_notebook(
        metadata={"description": "소개", "question": "물음?", "short_title": "짧게"},
        cells=[
            new_markdown_cell(
                "# 제목\n\n할 수 있습니다.\n\n- 먼저 알아 둘 것: [앞](01-requires-grad.ipynb)\n- 걸리는 시간: 30분", id="title"
            ),
            new_code_cell("draw()", id="figure", outputs=[figure]),
            new_markdown_cell("## 두 번\n\n`x.grad`는 얼마일까요?", id="question"),
            new_code_cell("x.grad", id="guess", metadata={"tags": ["predict"], "predict": copy.deepcopy(CHOICES)}),
            *exercises,
        ],
    )


def predict(**given):
    def change(notebook):
        notebook.cells[3].metadata.predict = nbformat.from_dict(given)

    return change


def replace(index, old, new):
    def change(notebook):
        assert old in notebook.cells[index].source
        notebook.cells[index].source = notebook.cells[index].source.replace(old, new)

    return change


def without(key):
    return lambda notebook: notebook.metadata.pop(key)


BROKEN = {
    "description": (without("description"), "99-sample.ipynb: 노트북 메타데이터 description이 없습니다"),
    "question": (without("question"), "메타데이터 question이 없습니다"),
    "short title": (lambda notebook: notebook.metadata.update(short_title=" "), "메타데이터 short_title이 없습니다"),
    "title": (lambda notebook: notebook.cells.pop(0), "셀 0 (figure): 첫 셀이 제목이 아닙니다"),
    "prerequisites": (replace(0, "- 먼저 알아 둘 것", "- 미리"), "셀 0 (title): 먼저 알아 둘 것이 없습니다"),
    "minutes": (replace(0, "30분", "금방"), "셀 0 (title): 걸리는 시간이 없습니다"),
    "no figure": (lambda notebook: notebook.cells[1].update(outputs=[]), "그림이 없습니다"),
    "three exercises": (lambda notebook: notebook.cells[4].metadata.update(tags=[]), "연습 문제가 3개입니다. 4개 이상"),
    "no check": (replace(4, "check.part", "print.part"), "셀 4 (exercise-0): 연습 문제 셀에 채점하는 줄이 없습니다"),
    "no solution": (lambda notebook: notebook.cells.pop(5), "셀 4 (exercise-0): 연습 문제 바로 다음에 풀이 셀이 없습니다"),
    "try without an answer": (
        replace(2, "얼마일까요?", "얼마일까요?\n\n**바꿔 보기** 3으로 바꿉니다.\n\n## 답\n\n" + ANSWER),
        "셀 2 (question): ‘바꿔 보기’에 열어",
    ),
    "no import": (replace(4, "import sample as check", "import sample"), "셀 4 (exercise-0): 채점을 불러오지 않습니다"),
    "no file of exercises": (replace(4, "sample", "other"), "notebooks/gradbook/exercises/other.py가 없습니다"),
    "no wrong answers": (
        replace(6, "part_1", "part_9"),
        "문제 part_9의 틀린 답이 0개입니다. notebooks/gradbook/exercises/answers/sample.py에",
    ),
    "solution that fails": (
        lambda notebook: notebook.cells[5].update(outputs=said("✗ 아직 아닙니다.")),
        "셀 4 (exercise-0): 다음 셀의 풀이가",
    ),
    "exercise that passes": (
        lambda notebook: notebook.cells[4].update(outputs=said("✓ 맞습니다.")),
        "셀 4 (exercise-0): 빈 문제가",
    ),
    "predict without question": (lambda notebook: notebook.cells.pop(2), "셀 2 (guess): 예상하는 셀 앞에 물음이 없습니다"),
    "predict without tag": (lambda notebook: notebook.cells[3].metadata.update(tags=[]), "태그 predict가 없습니다"),
    "answer not among choices": (
        predict(**{**CHOICES, "answer": "4"}),
        "셀 3 (guess): 메타데이터 predict의 answer '4'가 choices에 없습니다",
    ),
    "one choice": (predict(choices=["4."], answer="4."), "choices는 글 둘 이상의 목록"),
    "same choice": (predict(choices=["4.", "4."], answer="4."), "같은 글이 두 번"),
    "reply to no choice": (predict(**{**CHOICES, "replies": {"3.": "아닙니다."}}), "'3.'는 틀린 선택지가 아닙니다"),
    "reply to the answer": (predict(**{**CHOICES, "replies": {"4.": "맞습니다."}}), "'4.'는 틀린 선택지가 아닙니다"),
    "empty reply": (predict(**{**CHOICES, "replies": {"2.": ""}}), "replies는 {"),
    "two kinds": (predict(number=4, text="4."), "choices, number, text 가운데 꼭 하나"),
    "no kind": (predict(answer="4."), "choices와 함께 적습니다"),
    "number": (predict(number="4"), "number는 수여야 합니다"),
    "text": (predict(text=" "), "text는 빈 글이 아니어야 합니다"),
    "unknown key": (predict(choise=["2.", "4."], number=4), "모르는 이름 choise"),
}


def test_a_sound_chapter_has_no_problem(root):
    notebook = sound()
    assert list(chapter_problems(notebook, NAME, root)) == list(chapter_hints(notebook, NAME)) == []
    replace(2, "얼마일까요?", "얼마일까요?\n\n**바꿔 보기** 3으로 바꿉니다.\n\n" + ANSWER)(notebook)
    assert list(chapter_problems(notebook, NAME, root)) == []
    for given in ({}, {"number": 4}, {"text": "tensor(4.)"}, {"choices": ["2.", "4."], "answer": "4."}):
        predict(**given)(notebook)
        assert list(chapter_problems(notebook, NAME, root)) == []


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_rule_is_told_in_one_line(name, root):
    change, expected = BROKEN[name]
    notebook = sound()
    change(notebook)
    found = list(chapter_problems(notebook, NAME, root))
    assert any(expected in line for line in found), found
    assert all("\n" not in line and line.startswith(f"{NAME}: ") for line in found)


def test_an_entry_of_the_error_dictionary_needs_neither_exercises_nor_a_figure():
    notebook = sound()
    notebook.cells = [new_markdown_cell("# 오류", id="title"), new_code_cell("1 / 0", id="raise")]
    assert list(chapter_problems(notebook, "notebooks/errors-leaf.ipynb")) == []
    assert any("파일 이름이 장의 이름이 아닙니다" in line for line in chapter_problems(notebook, "notebooks/leaf.ipynb"))


@pytest.mark.parametrize(
    "change, expected",
    [
        (replace(3, "x.grad", "x.grad   # 4."), "셀 3 (guess): 주석에 예상할 답 '4.'이 보입니다"),
        (replace(2, "얼마일까요?", "왜 4. 일까요?"), "예상을 묻는 글에 답 '4.'이 보입니다"),
        (predict(choices=["2.", "4."], answer="4."), "틀린 선택지 '2.'에 답하는 문장이 없습니다"),
    ],
)
def test_what_may_give_a_prediction_away_is_hinted_at(change, expected):
    notebook = sound()
    change(notebook)
    assert any(expected in line for line in chapter_hints(notebook, NAME))


# --- Links and order. ---


@pytest.mark.parametrize(
    "text, expected",
    [
        ("[2장](02-chain-rule.ipynb)", None),
        ("[3장](02-chain-rule.ipynb)", "3장이라고 적은 링크가 2장"),
        ("글\n\n[없는 장](09-gone.ipynb)", "3째 줄: 링크 '09-gone.ipynb'가 가리키는 파일이 없습니다"),
        ("```python\n[0](nothing.ipynb)\n```", None),
        ("다음은 [편미분](03-partial-derivatives.ipynb)입니다.", "바로 다음 장이 아닙니다"),
    ],
)
def test_a_wrong_link_is_told(text, expected):
    found = list(link_problems(pieces=[Piece("notebooks/01-requires-grad.ipynb", "셀 0 (end)", text)]))
    assert len(found) == bool(expected) and (not expected or expected in found[0]), found
    assert not found or found[0].startswith("notebooks/01-requires-grad.ipynb: 셀 0 (end), ")


def test_contents_out_of_order_are_told(tmp_path):
    first = "root: a\nparts:\n- numbered: 1\n  caption: 하나\n  chapters:\n  - file: notebooks/02-b\n  - file: notebooks/01-a\n"
    second = "- caption: 둘\n  chapters:\n  - file: notebooks/03-c\n"
    (tmp_path / "_toc.yml").write_text(f"{first}{second}", encoding="utf-8")
    found = list(order_problems(tmp_path))
    assert len(found) == 3 and "하나: 부의 끝에 점검 문제가 없습니다" in found[0]
    assert "notebooks/01-a: 파일 이름의 번호가" in found[1] and "notebooks/03-c: 장인데 번호가 없는 부" in found[2]
    (tmp_path / "_toc.yml").write_text(f"{first}- chapters:\n  - file: notebooks/self-test-1\n{second}", encoding="utf-8")
    assert list(order_problems(tmp_path)) == found[1:]


# --- What is derived. ---


def test_what_a_first_cell_says_is_read():
    opening = read_opening(sound().cells[0].source)
    assert (opening.title, opening.prerequisites, opening.minutes) == ("제목", ("notebooks/01-requires-grad",), 30)
    assert read_opening("글").title == "" and read_opening("# 가\n- 걸리는 시간: 금방").minutes is None
    assert [time_text(minutes) for minutes in (30, 60, 155)] == ["30분", "1시간", "2시간 35분"]


def test_numbers_go_on_over_parts(tmp_path):
    (tmp_path / "notebooks").mkdir()
    for name in ("01-a", "02-b", "errors-c"):
        (tmp_path / f"notebooks/{name}.ipynb").write_text(nbformat.writes(sound()), encoding="utf-8")
    (tmp_path / "_toc.yml").write_text(
        "root: a\nparts:\n- caption: 하나\n  chapters:\n  - file: book/part-1\n- numbered: 1\n  chapters:\n  - file: notebooks/01-a\n"
        "- caption: 둘\n  numbered: 1\n  chapters:\n  - file: notebooks/02-b\n- caption: 오류\n  chapters:\n  - file: notebooks/errors-c\n",
        encoding="utf-8",
    )
    assert [(part.caption, len(part.pages)) for part in parts(tmp_path)] == [("하나", 2), ("둘", 1), ("오류", 1)]
    assert [(chapter.number, chapter.part) for chapter in chapters(tmp_path)] == [(1, "하나"), (2, "둘"), (None, "오류")]
