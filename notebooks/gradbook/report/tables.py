"""The report as text in columns, and as a CSV with a line for every answer."""

import csv
import unicodedata

COLUMNS = {"right": "맞음", "wrong": "아직", "empty": "빈칸", "stopped": "멈춤", "noted": "기록만", "untouched": "안 풂"}
HEAD = ("이름", "장", "문제", "제목", "결과", "진단", "무엇을 했나", "힌트", "오류", "파일")
FORMULA = ("=", "+", "-", "@", "\t", "\r")  # a spreadsheet would calculate what begins so


def width(text):
    """Columns of a terminal: Hangul takes two, a combining sign none."""
    return sum(0 if unicodedata.combining(sign) else 2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in text)


def visible(text):
    """In one line, without what would move a terminal's cursor."""
    return "".join(sign if sign.isprintable() else " " for sign in text)


def columns(rows):
    """Rows as lines: the first column to the left, the others to the right."""
    rows = [[visible(str(cell)) for cell in row] for row in rows]
    widths = [max(map(width, column)) for column in zip(*rows)]
    for row in rows:
        first, *others = [(cell, " " * (most - width(cell))) for cell, most in zip(row, widths)]
        yield "  ".join(["".join(first), *(room + cell for cell, room in others)]).rstrip()


def counted(name, results, shown):
    return [name, *(sum(result.kind == kind for result in results) for kind in shown)]


def text(results, works):
    """The tables: by exercise, what went wrong there most often, by learner."""
    shown = [kind for kind in COLUMNS if kind != "noted" or any(result.kind == kind for result in results)]
    titles = list(dict.fromkeys(result.exercise.title for result in results))
    by_title = {title: [result for result in results if result.exercise.title == title] for title in titles}
    learners = sorted({result.learner for result in results})
    yield from columns([["문제", *(COLUMNS[kind] for kind in shown)], *(counted(title, by_title[title], shown) for title in titles)])
    yield ""
    yield "자주 나온 틀린 답"
    yield from [line for title in titles for line in wrong(title, by_title[title])] or ["  없습니다."]
    yield ""
    progress = {name: [work for work in works if work.learner == name] for name in learners}
    told = any(work.read or work.predicted for work in works)
    rows = [["이름", *(COLUMNS[kind] for kind in shown), *(["읽은 장", "예상"] if told else [])]]
    for name in learners:
        own = progress[name]
        numbers = [sum(work.read for work in own), sum(work.predicted for work in own)] if told else []
        rows.append([*counted(name, [result for result in results if result.learner == name], shown), *numbers])
    yield from columns(rows)


def wrong(title, results, most=3):
    """What went wrong in one exercise, the most frequent first: how many, what there is to say of it, who."""
    groups = {}
    for result in results:
        if result.kind in ("wrong", "stopped"):
            groups.setdefault(result.diagnosis, []).append(result)
    yield from [title] if groups else []
    for group in sorted(groups.values(), key=len, reverse=True)[:most]:
        yield visible(f"  {len(group)}명  {group[0].why} ({', '.join(result.learner for result in group)})")


def write(path, results):
    """A CSV that spreadsheets open as UTF-8."""
    with open(path, "w", encoding="utf-8-sig", newline="") as file:
        out = csv.writer(file)
        out.writerow(HEAD)
        for result in results:
            exercise = result.exercise
            row = (
                result.learner, exercise.chapter, exercise.name, exercise.title, COLUMNS[result.kind], result.diagnosis,
                result.seen, result.hint, result.error, result.file,
            )  # fmt: skip
            out.writerow([f"'{cell}" if cell.startswith(FORMULA) else cell for cell in map(str, row)])
