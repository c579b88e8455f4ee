"""What every chapter has: what it says of itself, four exercises, a figure, predictions that can be answered.

`chapter_problems` yields what must be mended, `chapter_hints` what deserves a second look; lines as in hygiene.py.
"""

import re

from book.chapters import CHAPTER, ERRORS, NEEDS, SELF_TEST, SHEETS, TIME, read_opening
from book.tools.sources import ROOT
from book.tools.validation.exercises import exercise_problems, source, tags
from book.tools.validation.parsons import parsons_problems
from book.tools.validation.self_test import self_test_problems

OWN_WORDS = {
    "description": "장을 소개하는 한 문장(검색 결과와 공유 화면에 나옵니다)",
    "question": "장이 답하는 물음 한 문장(차례의 표에 나옵니다)",
    "short_title": "표와 지도에 쓰는 짧은 제목",
}
ANSWERS = ("choices", "number", "text")  # how a prediction is answered: exactly one of them, or none


def draws(cell):
    """Whether a cell shows a figure: SVG, or one that moves (gradbook/moving.py)."""
    return any(
        "image/svg+xml" in data or 'class="moving"' in "".join(data.get("text/html", ""))
        for data in (output.get("data", {}) for output in cell.get("outputs", ()))
    )


def predict_problems(cell):
    """What is wrong with a cell's metadata `predict`."""
    given = cell["metadata"].get("predict", {})
    if "predict" not in tags(cell):
        if given:
            yield "메타데이터 predict는 있지만 태그 predict가 없습니다. 태그를 다세요."
        return
    if not isinstance(given, dict):
        yield '메타데이터 predict는 {"choices": …}, {"number": …}, {"text": …} 가운데 하나여야 합니다.'
        return
    kinds = [key for key in ANSWERS if key in given]
    if unknown := sorted(set(given) - {*ANSWERS, "answer", "replies"}):
        yield f"메타데이터 predict에 모르는 이름 {', '.join(unknown)}이 있습니다. 쓸 수 있는 이름: choices, answer, replies, number, text."
    if given and len(kinds) != 1:
        yield "메타데이터 predict에는 choices, number, text 가운데 꼭 하나를 적어야 합니다."
    if "choices" not in given and {"answer", "replies"} & set(given):
        yield "메타데이터 predict의 answer와 replies는 choices와 함께 적습니다."
    if "choices" in given:
        yield from choice_problems(given)
    if "number" in given and (isinstance(given["number"], bool) or not isinstance(given["number"], (int, float))):
        yield "메타데이터 predict의 number는 수여야 합니다."
    if "text" in given and not (isinstance(given["text"], str) and given["text"].strip()):
        yield "메타데이터 predict의 text는 빈 글이 아니어야 합니다."


def choice_problems(given):
    choices, replies = given["choices"], given.get("replies", {})
    if not (isinstance(choices, list) and len(choices) > 1 and all(isinstance(c, str) and c.strip() for c in choices)):
        yield "메타데이터 predict의 choices는 글 둘 이상의 목록이어야 합니다."
        return
    if len(set(choices)) != len(choices):
        yield "메타데이터 predict의 choices에 같은 글이 두 번 있습니다. 하나를 바꾸세요."
    if given.get("answer") not in choices:
        yield f"메타데이터 predict의 answer {given.get('answer')!r}가 choices에 없습니다. choices의 글 그대로 적으세요."
    if not isinstance(replies, dict) or not all(isinstance(reply, str) and reply.strip() for reply in replies.values()):
        yield '메타데이터 predict의 replies는 {"고른 글": "그에 답하는 한 문장"}이어야 합니다.'
        return
    if strange := [key for key in replies if key not in choices or key == given.get("answer")]:
        yield f"메타데이터 predict의 replies에 있는 {strange[0]!r}는 틀린 선택지가 아닙니다. choices의 글 그대로 적으세요."


def answer_of(given):
    return str(given.get("answer", given.get("number", given.get("text", "")))).strip().strip("`")


def predict_hints(cell, before):
    """Where a prediction may be given away, or a wrong choice is left without an answer. before: the cell before it."""
    given = cell["metadata"].get("predict", {})
    if "predict" not in tags(cell) or not isinstance(given, dict) or not given:
        return
    answer = answer_of(given)
    wrong = [choice for choice in given.get("choices", ()) if choice != given.get("answer")]
    alone = re.compile(rf"(?<![\w.\-]){re.escape(answer)}(?![\w.]*\w)")
    if len(answer) > 1 and any(alone.search(line.partition("#")[2]) for line in source(cell).splitlines()):
        yield f"주석에 예상할 답 {answer!r}이 보입니다. 답은 출력 뒤의 글에 적으세요."
    question = source(before).strip().split("\n\n")[-1] if before and before["cell_type"] == "markdown" else ""
    others = [choice for choice in wrong if choice.strip("`") in question]
    if len(answer) > 1 and not others and alone.search(question):
        yield f"예상을 묻는 글에 답 {answer!r}이 보입니다. 물음만 남기세요."
    if missing := [choice for choice in wrong if choice not in given.get("replies", {})]:
        yield f"틀린 선택지 {missing[0]!r}에 답하는 문장이 없습니다. 메타데이터 predict의 replies에 적으세요."


def opening_problems(cells, chapter):
    first = cells[0] if cells else None
    opening = read_opening(source(first)) if first and first["cell_type"] == "markdown" else read_opening("")
    if not opening.title:
        yield 0, "첫 셀이 제목이 아닙니다. `# 제목`으로 시작하는 글 셀을 맨 앞에 두세요."
        return
    if chapter and not opening.needs:
        yield 0, f"먼저 알아 둘 것이 없습니다. 첫 셀에 `{NEEDS} [앞 장에서 배운 것](01-requires-grad.ipynb)`처럼 적으세요."
    if chapter and not opening.minutes:
        yield 0, f"걸리는 시간이 없습니다. 첫 셀에 `{TIME} 30분`처럼 적으세요."


def try_problems(text):
    """Each “바꿔 보기” has an answer that opens, before the next one or the next heading."""
    for asked in re.split(r"\*\*바꿔 보기\*\*", text)[1:]:
        asked = re.split(r"^#+ ", asked, flags=re.MULTILINE)[0]
        if not re.search(r"^:{3,}\{admonition\} 답 보기\n:class: dropdown$", asked, re.MULTILINE):
            yield "‘바꿔 보기’에 열어 볼 답이 없습니다. 물음 다음에 `:::{admonition} 답 보기`와 `:class: dropdown`, 답, `:::`을 적으세요."


def rules(notebook, name, root):
    """(place of the cell or None, what is wrong) for a notebook given as a dict; name: notebooks/NN-topic.ipynb."""
    cells, page = notebook["cells"], name.removesuffix(".ipynb")
    chapter, self_test = bool(CHAPTER.fullmatch(page)), bool(SELF_TEST.fullmatch(page))
    if not chapter and not self_test and not ERRORS.fullmatch(page) and page not in SHEETS:
        yield (
            None,
            "파일 이름이 장의 이름이 아닙니다. notebooks/NN-topic.ipynb(오류 사전은 notebooks/errors-topic.ipynb)로 바꾸세요.",
        )
    for key, what in OWN_WORDS.items():
        value = notebook["metadata"].get(key)
        if not (isinstance(value, str) and value.strip()):
            yield None, f"노트북 메타데이터 {key}이 없습니다. {what}을 적으세요."
    yield from opening_problems(cells, chapter)
    if self_test:
        yield from self_test_problems(cells)
    if chapter:
        yield from exercise_problems(cells, root)
        yield from parsons_problems(cells)
        if not any(map(draws, cells)):
            yield None, "그림이 없습니다. gradbook의 함수로 SVG를 그리는 셀을 넣으세요(CONTRIBUTING.md의 ‘그림’)."
    for place, cell in enumerate(cells):
        if cell["cell_type"] == "markdown":
            yield from ((place, problem) for problem in try_problems(source(cell)))
            continue
        yield from ((place, problem) for problem in predict_problems(cell))
        if "predict" in tags(cell) and (not place or cells[place - 1]["cell_type"] != "markdown"):
            yield place, "예상하는 셀 앞에 물음이 없습니다. 바로 앞에 글 셀을 두고 무엇이 나올지 물으세요."


def hints(notebook):
    for place, cell in enumerate(notebook["cells"]):
        if cell["cell_type"] == "code":
            before = notebook["cells"][place - 1] if place else None
            yield from ((place, hint) for hint in predict_hints(cell, before))


def lines(found, notebook, name):
    for place, text in found:
        at = "" if place is None else f" 셀 {place} ({notebook['cells'][place].get('id') or '이름 없음'}):"
        yield f"{name}:{at} {text}"


def chapter_problems(notebook, name, root=ROOT):
    yield from lines(rules(notebook, name, root), notebook, name)


def chapter_hints(notebook, name):
    yield from lines(hints(notebook), notebook, name)
