"""A chapter's exercises: enough of them, each with its check, a solution that passes, and wrong answers to try the hints on."""

import re

from book.tools.sources import ROOT

EXERCISES, WRONG_ANSWERS = 4, 8
KINDS = "떠올리기, 써먹기, 틀린 곳 찾기, 만들기"
FOLDER = "notebooks/gradbook/exercises"
RIGHT, REFUSED = "✓", ("✗", "…")  # how a verdict begins


def source(cell):
    return "".join(cell["source"])


def tags(cell):
    return cell["metadata"].get("tags", [])


def verdict(cell):
    """The verdict among a cell's stored outputs, as text; empty where there is none."""
    texts = [
        "".join(output["data"].get("text/plain", ""))
        for output in cell.get("outputs", ())
        if output["output_type"] == "display_data"
    ]
    return texts[-1] if texts else ""


def checked(cell):
    """The name of the exercise that a cell calls: check.name(…)."""
    found = re.findall(r"^check\.(\w+)\(", source(cell), re.MULTILINE)
    return found[-1] if found else None


def topic_of(cells):
    """The file of exercises that the chapter imports: from gradbook.exercises import TOPIC as check."""
    for cell in cells:
        if found := re.search(r"^from gradbook\.exercises import (\w+) as check", source(cell), re.MULTILINE):
            return found[1]
    return None


def exercise_problems(cells, root=ROOT):
    """(place of the cell or None, what is wrong)."""
    found = [place for place, cell in enumerate(cells) if "exercise" in tags(cell)]
    if len(found) < EXERCISES:
        yield None, f"연습 문제가 {len(found)}개입니다. {EXERCISES}개 이상({KINDS})을 넣고 태그 exercise를 다세요."
    topic = topic_of(cells)
    if found and not topic:
        yield found[0], "채점을 불러오지 않습니다. 첫 연습 문제 셀에 from gradbook.exercises import 주제 as check를 적으세요."
    elif topic and not (root / FOLDER / f"{topic}.py").is_file():
        yield (
            found[0] if found else None,
            f"{FOLDER}/{topic}.py가 없습니다. 채점할 문제를 이 파일에 적으세요(CONTRIBUTING.md의 ‘연습 문제’).",
        )
    for place in found:
        yield from ((place, problem) for problem in one_exercise(cells, place, topic, root))


def one_exercise(cells, place, topic, root):
    name = checked(cells[place])
    if not name:
        yield "연습 문제 셀에 채점하는 줄이 없습니다. 마지막 줄에 check.이름(…)을 적으세요."
        return
    solution = cells[place + 1] if place + 1 < len(cells) else None
    if solution is None or solution["cell_type"] != "code" or "hide-cell" not in tags(solution) or checked(solution) != name:
        yield f"연습 문제 바로 다음에 풀이 셀이 없습니다. check.{name}(…)으로 끝나는 셀을 넣고 태그 hide-cell을 다세요."
    elif not verdict(solution).startswith(RIGHT):
        yield f"다음 셀의 풀이가 맞다는 채점을 받지 못했습니다({verdict(solution).splitlines()[:1] or '채점 없음'}). 풀이나 채점을 고치고 make outputs로 저장하세요."
    if not verdict(cells[place]).startswith(REFUSED):
        yield "빈 문제가 틀렸다는 채점을 받지 못했습니다. `...`을 남기거나 틀린 코드를 두고 make outputs로 저장하세요."
    if topic:
        path = root / FOLDER / "answers" / f"{topic}.py"
        answers = re.findall(rf"^# --- {name}: *\S", path.read_text(encoding="utf-8") if path.is_file() else "", re.MULTILINE)
        if len(answers) < WRONG_ANSWERS:
            yield (
                f"문제 {name}의 틀린 답이 {len(answers)}개입니다. {FOLDER}/answers/{topic}.py에 `# --- {name}: 진단`으로 시작하는 답을 "
                f"{WRONG_ANSWERS}개 이상 적으세요."
            )
