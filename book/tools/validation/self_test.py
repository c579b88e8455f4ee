"""What every self-test has: a dozen questions, each with variants, a reply to every wrong choice, an explanation that leads to its section.

`self_test_problems` yields (place of the cell or None, what is wrong), as the rules of chapter.py.
"""

import re

from book.tools.validation.exercises import source, tags

FEWEST = 12
TAUGHT = re.compile(r"\[(\d+)장, [^\]]+\]\((\d\d)-[a-z0-9-]+\.ipynb#[^)]+\)")
SENTENCE = re.compile(r"(?:다|요|까)[.?](?=\s|$)")


def printed(cell):
    """What a cell shows, white space aside."""
    return "".join("".join(output.get("text", "")) for output in cell["outputs"]).split()


def questions(cells):
    """[(place of a question's first cell, its cells)]: from a heading `## …` to the next."""
    starts = [place for place, cell in enumerate(cells) if source(cell).startswith("## ")]
    return [(start, cells[start:end]) for start, end in zip(starts, [*starts[1:], len(cells)])]


def variant_problems(cell):
    given = cell["metadata"].get("predict", {})
    choices, answer = given.get("choices", []), given.get("answer", "")
    if len(choices) < 3:
        yield "점검 문제에는 choices가 셋 이상 있어야 합니다. 틀린 선택지 하나가 오해 하나입니다."
    if missing := [choice for choice in choices if choice not in (answer, *given.get("replies", {}))]:
        yield f"틀린 선택지 {missing[0]!r}에 답하는 문장이 없습니다. 메타데이터 predict의 replies에 적으세요."
    if "raises-exception" in tags(cell):
        if "오류" not in answer:
            yield f"오류를 내는 셀인데 answer {answer!r}에 ‘오류’가 없습니다."
    elif answer.strip("`").split() != printed(cell):
        yield f"answer {answer!r}이 torch가 찍은 것({' '.join(printed(cell))})과 다릅니다. 찍힌 그대로 백틱 안에 적으세요."


def question_problems(cells):
    """(place among the question's cells, what is wrong)."""
    variants = [(place, cell) for place, cell in enumerate(cells) if "predict" in tags(cell)]
    if len({source(cell) for _, cell in variants}) < 2:
        yield 0, "수를 바꾼 셀이 없습니다. 태그 predict인 셀을 둘 이상, 서로 다르게 두세요."
    if others := [place for place, cell in enumerate(cells) if cell["cell_type"] == "code" and "predict" not in tags(cell)]:
        yield others[0], "점검 문제의 셀에는 모두 태그 predict가 있어야 합니다. 준비하는 줄은 물음의 셀 안에 적으세요."
    for place, cell in variants:
        yield from ((place, problem) for problem in variant_problems(cell))
    last = cells[-1]
    if last["cell_type"] != "markdown" or len(cells) < 2:
        yield len(cells) - 1, "설명이 없습니다. 마지막 셀 다음에 까닭을 적은 글 셀을 두세요."
        return
    if len(SENTENCE.findall(source(last))) < 2:
        yield len(cells) - 1, "설명이 짧습니다. 까닭을 두 문장 넘게 적으세요."
    taught = TAUGHT.findall(source(last))
    if not taught:
        yield len(cells) - 1, "설명에 배운 절의 링크가 없습니다. [5장, 절의 제목](05-reset-grad.ipynb#절의-제목)처럼 적으세요."
    if wrong := [f"{said}장" for said, file in taught if int(said) != int(file)]:
        yield len(cells) - 1, f"{wrong[0]}이라고 적은 링크가 다른 장을 가리킵니다. 하나를 고치세요."


def self_test_problems(cells):
    found = questions(cells)
    if len(found) < FEWEST:
        yield None, f"점검 문제가 {len(found)}개입니다. {FEWEST}개 이상, `## 제목`마다 하나씩 두세요."
    for start, own in found:
        yield from ((start + place, problem) for place, problem in question_problems(own))
