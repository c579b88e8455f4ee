"""Answers judged in a process of their own: what one of them does ends with its process, and the next goes on in another."""

import json
import os
import queue
import site
import subprocess
import sys
import tempfile
import threading
from pathlib import Path

SECONDS = 10  # for one answer
START = 120  # until torch is there, on the slowest machine
LONGEST = 20_000  # characters that a process may say about one answer

LATE = {
    "kind": "stopped", "diagnosis": "timeout", "seen": f"{SECONDS}초 안에 끝나지 않았습니다.", "hint": "끝나지 않는 반복이 있는지 봅니다.", "error": "",
}  # fmt: skip
GONE = {"kind": "stopped", "diagnosis": "crash", "seen": "답을 실행하다가 파이썬이 꺼졌습니다.", "hint": "코드를 직접 보세요.", "error": ""}
KINDS = ("right", "wrong", "empty", "stopped")  # of what became of an answer that was run


class NoSandbox(Exception):
    """The process did not start at all: nothing can be judged here."""


def judge(jobs):
    """(what became of each job, whether the kernel held the walls). A job: {topic, name, code, above}."""
    outcomes, kernel = [], True
    while len(outcomes) < len(jobs):
        kernel = attempt(jobs[len(outcomes) :], outcomes) and kernel
    return outcomes, kernel


def attempt(jobs, outcomes):
    """One process: adds what became of its jobs up to the first that did not come back. Returns whether the kernel held."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        empty = Path(folder, "empty")
        empty.mkdir()
        Path(folder, "jobs.json").write_text(json.dumps(jobs), encoding="utf-8")
        with open(Path(folder, "errors.txt"), "wb+") as errors:
            process = subprocess.Popen(
                [sys.executable, "-B", "-m", "gradbook.report.child", str(Path(folder, "jobs.json")), str(START + SECONDS * len(jobs))],
                cwd=empty, env=surroundings(folder), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=errors,
            )  # fmt: skip
            lines = queue.Queue()
            threading.Thread(target=read, args=(process.stdout, lines), daemon=True).start()
            try:
                first = next_line(lines, START)
                if "kernel" not in first:
                    errors.seek(0)
                    raise NoSandbox((errors.read().decode(errors="replace").strip().splitlines() or ["아무 말 없이 끝났습니다."])[-1])
                for _ in jobs:
                    found = next_line(lines, SECONDS)
                    outcomes.append(found)
                    if found is LATE or found is GONE:
                        break
                return first["kernel"]
            finally:
                process.kill()
                process.wait()
                process.stdout.close()


def surroundings(folder):
    """The environment's variables: what Python needs to find torch, and nothing of the teacher's."""
    system = {name: os.environ[name] for name in ("SYSTEMROOT", "PATH") if name in os.environ}
    here = [str(Path(__file__).resolve().parents[2]), *(path for path in sys.path if os.path.isabs(path))]
    return {
        **system, "HOME": folder, "TEMP": folder, "TMPDIR": folder, "PYTHONPATH": os.pathsep.join(dict.fromkeys(here)),
        "PYTHONUSERBASE": site.getuserbase(), "PYTHONUTF8": "1", "OMP_NUM_THREADS": "1",
    }  # fmt: skip


def read(stream, lines):
    try:
        while line := stream.readline(LONGEST):
            lines.put(line)
    except ValueError:  # closed: nobody waits any more
        pass
    lines.put(None)


def next_line(lines, seconds):
    """What the process says next; GONE where it says nothing more, or what no process of ours says."""
    try:
        found = json.loads(lines.get(timeout=seconds) or "null")
    except queue.Empty:
        return LATE
    except ValueError:  # an answer wrote there itself
        return GONE
    if not isinstance(found, dict):
        return GONE
    ours = found.keys() == {"kernel"} or (found.keys() == GONE.keys() and found["kind"] in KINDS and all(isinstance(text, str) for text in found.values()))
    return found if ours else GONE
