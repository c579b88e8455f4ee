"""python -m gradbook.report FILE… [--csv PATH]: notebooks and progress files of learners, or folders of them.

Ends with 0 where all of them were judged, with 1 where some could not be read (the others are in the report), with 2 where nothing
could be judged.
"""

import argparse
import sys
from pathlib import Path

from . import book, collect, handed, tables
from .sandbox import KINDS, NoSandbox

NO_KERNEL = "이 컴퓨터에서는 파이썬만 답을 막습니다. 파일과 네트워크를 운영 체제까지 막는 것은 Linux(x86-64)뿐입니다. 모르는 사람의 파일은 Linux에서 채점합니다."


def main(arguments=None):
    parser = argparse.ArgumentParser(
        prog="python -m gradbook.report", description="학습자가 낸 노트북과 진도 파일을 다시 채점해 표로 보입니다.", add_help=False
    )
    parser.add_argument("files", nargs="+", type=Path, metavar="파일", help="노트북(.ipynb), 진도 파일(.json), 그것들이 든 폴더")
    parser.add_argument("--csv", type=Path, metavar="경로", help="답마다 한 줄인 CSV를 이 경로에 적습니다")
    parser.add_argument("-h", "--help", action="help", help="이 도움말을 보입니다")
    given = parser.parse_args(arguments)

    chapters, works, unread = book.chapters(), [], []
    for file in handed.files(given.files):
        try:
            works += handed.works(file, chapters)
        except handed.Unreadable as error:
            unread.append(f"읽지 못했습니다: {file}: {error}")
    try:
        results, kernel = collect.results(works, chapters)
    except NoSandbox as error:
        print(f"채점할 파이썬을 시작하지 못했습니다. torch가 설치되어 있는지 봅니다. {error}", file=sys.stderr)
        return 2
    if works:
        judged = sum(result.kind in KINDS for result in results)
        print(f"{len({work.learner for work in works})}명이 낸 답 {judged}개를 채점했습니다.\n")
        print("\n".join(tables.text(results, works)))
    print(*unread, *([] if kernel else [NO_KERNEL]), sep="\n", end="\n" if unread or not kernel else "", file=sys.stderr)
    if not works:
        print("채점할 것이 없습니다. 연습 문제가 있는 장의 노트북(.ipynb)이나 진도 파일(.json)을 적습니다.", file=sys.stderr)
        return 2
    if given.csv:
        try:
            tables.write(given.csv, results)
        except OSError as error:
            print(f"{given.csv}에 적지 못했습니다({error.strerror}).", file=sys.stderr)
            return 2
    return 1 if unread else 0


if __name__ == "__main__":
    sys.exit(main())
