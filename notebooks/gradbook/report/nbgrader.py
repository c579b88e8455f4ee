"""python -m gradbook.report.nbgrader NOTEBOOK… -o FOLDER: chapters as assignments of an nbgrader course.

Below FOLDER/source each gets a folder with its notebook and `gradbook`. Every exercise and its solution become one cell, the
book's answer where nbgrader cuts it out of what learners get, and below it stands a locked cell which raises unless the book's
own check says that the answer is right. The other cells stay as they are.
"""

import argparse
import json
import re
import shutil
import sys
from pathlib import Path

from .book import NOTEBOOKS, chapters, source

CALL = re.compile(r"^check\.(\w+)\((.*)\)\s*\Z", re.MULTILINE)  # the last line of an exercise and of its solution
BEGIN, END = "### BEGIN SOLUTION", "### END SOLUTION"
FOLDED = " 풀이는 다음 셀에 있고, 사이트에서는 접혀 있습니다."  # chapter 1 says so of its solutions
CONFIG = 'c = get_config()\nc.ClearSolutions.code_stub = {"python": ""}  # the exercise itself says what to fill in\n'


def cell(id, grade, code):
    """A code cell that nbgrader knows: one to answer in, or one that grades the answer."""
    said = {"schema_version": 3, "grade_id": id, "solution": not grade, "grade": grade, "locked": grade, "task": False}
    known = {"nbgrader": {**said, "cell_type": "code", **({"points": 1} if grade else {})}}
    return {"cell_type": "code", "id": id, "metadata": known, "source": code, "execution_count": None, "outputs": []}


def pair(exercise, starter, solution):
    """The cell to answer in and the one that grades it, from the exercise's cell and its solution's."""
    call = CALL.search(starter)
    filled = CALL.sub("", solution).strip()
    answer = "\n".join([starter[: call.start()].rstrip(), BEGIN, filled, END, call[0]])
    test = (
        f"from gradbook.exercises import {exercise.topic} as check\n\n"
        f"verdict = check.{call[1]}.judge({call[2]})\n"
        'assert verdict.kind == "right", verdict'
    )
    return [cell(exercise.id, False, answer), cell(exercise.id.replace("exercise", "test", 1), True, test)]


def assignment(chapter):
    """The notebook of a chapter (a book.Chapter) as nbgrader's source."""
    notebook = json.loads((NOTEBOOKS / f"{chapter.name}.ipynb").read_text(encoding="utf-8"))
    exercises, cells = {exercise.id: exercise for exercise in chapter.exercises}, []
    stored = iter(notebook["cells"])
    for found in stored:
        if found["id"] in exercises:
            cells += pair(exercises[found["id"]], source(found), source(next(stored)))  # the next cell is its solution
        else:
            cells.append({**found, "source": source(found).replace(FOLDED, "")})
    return {**notebook, "cells": cells}


def main(arguments=None):
    parser = argparse.ArgumentParser(
        prog="python -m gradbook.report.nbgrader", description="장을 nbgrader의 과제로 만듭니다.", add_help=False
    )
    parser.add_argument("notebooks", nargs="+", type=Path, metavar="노트북", help="연습 문제가 있는 장(01-requires-grad.ipynb)")
    parser.add_argument("-o", "--output", type=Path, required=True, metavar="폴더", help="nbgrader의 과목 폴더")
    parser.add_argument("-h", "--help", action="help", help="이 도움말을 보입니다")
    given, book = parser.parse_args(arguments), chapters()
    if unknown := [path for path in given.notebooks if path.stem not in book or path.resolve().parent != NOTEBOOKS]:
        names = ", ".join(map(str, unknown))
        print(f"연습 문제가 있는 장이 아닙니다: {names}. {NOTEBOOKS} 폴더에서 이름이 01-처럼 시작하는 노트북을 적습니다.", file=sys.stderr)
        return 2
    for path in given.notebooks:
        folder = given.output / "source" / path.stem
        shutil.copytree(
            NOTEBOOKS / "gradbook", folder / "gradbook", ignore=shutil.ignore_patterns("__pycache__", "answers"), dirs_exist_ok=True
        )
        made = json.dumps(assignment(book[path.stem]), ensure_ascii=False, indent=1)
        (folder / path.name).write_text(made + "\n", encoding="utf-8")
    if not (config := given.output / "nbgrader_config.py").exists():
        config.write_text(CONFIG, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
