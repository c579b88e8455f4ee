"""The process in which answers run: `python -m gradbook.report.child JOBS SECONDS` judges each of a JSON file's jobs and writes a line about it.

The first line says that torch is there and whether the kernel holds the walls: the time of the first answer begins with it.
"""

import json
import os
import sys
from importlib import import_module

import torch

from gradbook.report import walls
from gradbook.report.answer import verdict_on

REFUSED = "operation not permitted"  # what the kernel refuses, in the words of any library
KERNEL = "운영 체제"
FULL = ("can't allocate memory", "not enough memory")  # torch's words; Python's is MemoryError


def outcome(job, tried):
    """{kind, diagnosis, seen, hint, error} of one answer."""
    tried.clear()
    torch.set_default_dtype(torch.float32)
    torch.set_grad_enabled(True)
    torch.manual_seed(0)
    try:
        found = verdict_on(job["topic"], job["name"], job["code"], "<답>", job["above"])
        result = {name: getattr(found, name) for name in ("kind", "diagnosis", "seen", "hint", "error")}
    except BaseException as error:  # the cell itself raised, or left
        if REFUSED in str(error).lower():
            tried.append(KERNEL)
        line = f"{type(error).__name__}: {error}".splitlines()[0]
        result = {"kind": "wrong", "diagnosis": "cell", "seen": "셀을 실행하다가 오류가 났습니다.", "hint": "", "error": line}
    if result["kind"] != "right" and (tried or REFUSED in result["error"].lower()):
        said = f"파일, 프로세스, 연결을 다루려고 해서 막았습니다({tried[0] if tried else KERNEL})."
        return {**result, "kind": "stopped", "diagnosis": "blocked", "seen": said, "hint": "코드를 직접 보세요."}
    if result["error"].startswith("MemoryError") or any(words in result["error"] for words in FULL):
        return {**result, "kind": "stopped", "diagnosis": "memory", "seen": "메모리를 2 GB 넘게 쓰려고 했습니다.", "hint": "텐서의 크기를 봅니다."}
    return result


def main(path, seconds):
    with open(path, encoding="utf-8") as file:
        jobs = json.load(file)
    torch.set_num_threads(1)
    torch.optim.SGD([torch.ones(1)])  # torch loads a third of itself at the first optimizer, checkpoint or vmap, with files of its own
    for topic in {job["topic"] for job in jobs}:
        import_module(f"gradbook.exercises.{topic}")
    told = os.fdopen(os.dup(1), "w", encoding="utf-8")
    nothing = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nothing, stream)
    kernel, tried = walls.build(int(seconds))
    print(json.dumps({"kernel": kernel}), file=told, flush=True)
    for job in jobs:
        print(json.dumps(outcome(job, tried)), file=told, flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
