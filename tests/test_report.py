"""gradbook.report: a class's files judged again, hostile ones without harm, and the table that the teachers' page shows."""

import codecs
import csv
import json
import os
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

import pytest

from book.tools import hints
from gradbook.report import book, handed, needed, sandbox, tables
from gradbook.report.collect import Result

ROOT = Path(__file__).resolve().parents[1]
NOTEBOOKS = ROOT / "notebooks"
CHAPTER = "01-requires-grad"
BOOK = book.chapters()
CELLS = BOOK[CHAPTER].cells
SOLUTIONS = {id.replace("solution", "exercise"): code for id, code in CELLS.items() if id.startswith("solution")}


def report(*arguments, folder):
    """The command as a teacher types it, in the folder of what was handed in."""
    surroundings = {**os.environ, "PYTHONPATH": str(NOTEBOOKS), "PYTHONUTF8": "1"}
    command = [sys.executable, "-m", "gradbook.report", *map(str, arguments)]
    return subprocess.run(command, cwd=folder, env=surroundings, capture_output=True, text=True, encoding="utf-8")


def filled(name, answers, **more):
    """A chapter's notebook as Jupyter saves it, with these cells filled in: {id: code}."""
    notebook = json.loads((NOTEBOOKS / f"{name}.ipynb").read_text(encoding="utf-8"))
    for cell in notebook["cells"]:
        if cell["id"] in answers:
            cell.update(source=answers[cell["id"]].splitlines(keepends=True), outputs=[], execution_count=None)
    return json.dumps({**notebook, **more}, ensure_ascii=False)


def exported(pages, drafts):
    """What the page of the progress exports (book/site/assets/progress-file.js)."""
    return json.dumps(
        {"kind": "autograd-book-progress", "exported": "2026-11-30", "version": 1, "pages": pages, "drafts": drafts}
    )


def job(code, name="recorded", topic="requires_grad", above=()):
    return {"topic": topic, "name": name, "code": code, "above": [*above]}


ITEM = "answer = [False, True, True, False]\n\ncheck.recorded(answer)"
CLASS = {
    f"김하나-{CHAPTER}-my.ipynb": filled(CHAPTER, SOLUTIONS),
    f"이두리-{CHAPTER}-my.ipynb": filled(
        CHAPTER,
        {
            "exercise-recorded": ITEM,
            "exercise-slope": SOLUTIONS["exercise-slope"].replace("y.backward()", "y.backward"),
            "exercise-flat-place": "def flat_place(f):\n    x = torch.tensor(0., requires_grad=True)\n    f(x).backward()\n    while x.grad != 0:\n        x = x + 1\n    return x\n\ncheck.flat_place(flat_place)",
        },
    ),
    "박세나-자동미분-진도-2026-11-30.json": exported(
        {f"notebooks/{CHAPTER}": {"read": True, "predictions": {}, "exercises": {"exercise-late-mark": True}}},
        {
            f"notebooks/{CHAPTER}": {
                "cells": {
                    "exercise-recorded": {"base": "0", "code": ITEM},
                    "exercise-slope": {"base": "0", "code": SOLUTIONS["exercise-slope"]},
                },
                "scratch": [],
            }
        },
    ),
    "최네모.ipynb": filled(CHAPTER, SOLUTIONS)[:5000],
}


@pytest.fixture(scope="module")
def judged(tmp_path_factory):
    """A class's folder, judged: what the command printed, and the CSV's rows."""
    folder = tmp_path_factory.mktemp("class")
    (folder / "제출").mkdir()
    for name, text in CLASS.items():
        (folder / "제출" / name).write_text(text, encoding="utf-8")
    done = report("제출", "--csv", "결과.csv", folder=folder)
    with open(folder / "결과.csv", encoding="utf-8-sig", newline="") as file:
        return done, list(csv.DictReader(file))


def test_each_answer_gets_its_verdict(judged):
    done, rows = judged
    found = {(row["이름"], row["문제"]): (row["결과"], row["진단"]) for row in rows}
    exercises = ("recorded", "slope", "late_mark", "flat_place")
    assert found == {
        **{("김하나", name): ("맞음", "right") for name in exercises},
        ("이두리", "recorded"): ("아직", "item"),
        ("이두리", "slope"): ("아직", "backward_without_parentheses"),
        ("이두리", "late_mark"): ("안 풂", ""),
        ("이두리", "flat_place"): ("멈춤", "timeout"),
        ("박세나", "recorded"): ("아직", "item"),
        ("박세나", "slope"): ("맞음", "right"),
        ("박세나", "late_mark"): ("기록만", ""),
        ("박세나", "flat_place"): ("안 풂", ""),
    }
    assert "`b.item()`은 기록이 없는" in next(row["힌트"] for row in rows if row["진단"] == "item")


def test_a_broken_file_is_named_and_loses_nothing(judged):
    done, _ = judged
    assert done.returncode == 1
    assert done.stderr.splitlines() == [
        f"읽지 못했습니다: {Path('제출', '최네모.ipynb')}: JSON이 아니거나 내용이 잘렸습니다. 파일을 다시 받습니다."
    ]


def test_columns_stand_below_each_other_with_hangul_two_wide(judged):
    lines = judged[0].stdout.splitlines()
    head = next(line for line in lines if line.startswith("이름"))
    rows = lines[lines.index(head) + 1 :]
    assert len(rows) == 3 and {tables.width(row) for row in rows} == {tables.width(head)}
    assert rows[0].split() == ["김하나", "4", "0", "0", "0", "0", "0", "0", "0"]


def test_the_page_for_teachers_shows_what_the_command_prints(judged):
    page = (ROOT / "book/teachers.md").read_text(encoding="utf-8")
    assert f"```text\n{judged[0].stdout}\n{judged[0].stderr}```" in page


def test_nothing_handed_in_is_an_error_of_its_own(tmp_path):
    done = report("없음.ipynb", folder=tmp_path)
    assert done.returncode == 2 and done.stdout == ""
    assert done.stderr.splitlines() == [
        "읽지 못했습니다: 없음.ipynb: 파일이 없습니다. 이름을 확인합니다.",
        "채점할 것이 없습니다. 연습 문제가 있는 장의 노트북(.ipynb)이나 진도 파일(.json)을 적습니다.",
    ]


# --- What an answer may try. ---

HOSTILE = {
    "import os\nwhile True:\n    os.fork()": "blocked",
    "import multiprocessing.util as m\nwhile True:\n    m.spawnv_passfds(b'/bin/touch', [b'touch', b'{canary}'], [])": "blocked",
    "import os\nos.system('touch {canary}')": "blocked",
    "open('{canary}', 'w')": "blocked",
    "torch.save(torch.ones(3), '{canary}')": "blocked",
    "import os\nos.remove('{treasure}')": "blocked",
    "import shutil\nshutil.rmtree('{home}')": "blocked",
    "import socket\nsocket.create_connection(('127.0.0.1', {port}))": "blocked",
    "torch.distributed.TCPStore('127.0.0.1', {port}, is_master=True)": "blocked",
    "import os, signal\nos.kill(os.getppid(), signal.SIGKILL)": "blocked",
    "import resource\nresource.setrlimit(resource.RLIMIT_AS, (-1, -1))": "blocked",
    "import os\nassert 'TEACHERS_SECRET' not in os.environ\nanswer = [False, True, False, False]": "right",
    "import sys\nassert sys.stdin.read() == ''\nanswer = [False, True, False, False]": "right",
    "torch.ones(10 * 2**28)": "memory",
    "answer = 'x' * (10 * 2**30)": "memory",
    "print('x' * 10**7)\nanswer = [False, True, False, False]": "right",
    "import sys\nsys.exit()": "cell",
    "raise ValueError('\\x1b[2J')": "cell",
    "answer = [": "cell",
    "answer": "cell",
    "": "empty",
    "import os\nos.write(3, b'x' * 10**5)": "crash",
    "import os\nos._exit(0)": "crash",
    "import ctypes\nctypes.string_at(0)": "crash",
    "while True:\n    try:\n        while True:\n            pass\n    except BaseException:\n        pass": "timeout",
    "answer = [False, True, False, False]": "right",
}


@contextmanager
def standard_input(file):
    """This file as the process's own standard input, which processes inherit; pytest's is empty."""
    before = os.dup(0)
    try:
        os.dup2(file.fileno(), 0)
        yield
    finally:
        os.dup2(before, 0)
        os.close(before)


def test_what_an_answer_tries_hurts_nobody(tmp_path, monkeypatch):
    monkeypatch.setenv("TEACHERS_SECRET", "x")
    home = tmp_path / "home"
    home.mkdir()
    treasure, canary = home / "treasure", home / "canary"
    treasure.write_text("kept")
    places = {"{canary}": str(canary), "{treasure}": str(treasure), "{home}": str(home), "{port}": "9"}
    codes = []
    for code in HOSTILE:
        for name, value in places.items():
            code = code.replace(name, value)
        codes.append(code)
    (tmp_path / "typed").write_text("the teacher's next command")
    with open(tmp_path / "typed", "rb") as typed, standard_input(typed):
        outcomes, kernel = sandbox.judge([job(code) for code in codes])
    assert {code: found["diagnosis"] for code, found in zip(HOSTILE, outcomes)} == HOSTILE
    assert kernel, "these tests want a kernel that filters calls"
    assert [path.name for path in home.iterdir()] == ["treasure"] and treasure.read_text() == "kept"


WITHOUT_KERNEL = """import sys
from gradbook.report import syscalls, walls
syscalls.refuse = lambda: False  # as on macOS and Windows
kernel, tried = walls.build(60)
try:
    exec(sys.argv[1])
except PermissionError:
    print(kernel, *tried)
"""


@pytest.mark.parametrize(
    "code, event",
    [
        ("open('a', 'w')", "open"),
        ("import os; os.remove('kept')", "os.remove"),
        ("import os; os.system('touch a')", "os.system"),
        ("import subprocess; subprocess.run(['touch', 'a'])", "subprocess.Popen"),
        ("import socket; socket.socket().connect(('127.0.0.1', 9))", "socket.__new__"),
    ],
)
def test_where_the_kernel_does_not_python_refuses(tmp_path, code, event):
    (tmp_path / "kept").touch()
    surroundings = {**os.environ, "PYTHONPATH": str(NOTEBOOKS)}
    command = [sys.executable, "-c", WITHOUT_KERNEL, code]
    done = subprocess.run(command, cwd=tmp_path, env=surroundings, capture_output=True, text=True, encoding="utf-8")
    assert done.stdout.split() == ["False", event], done.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["kept"]


KERNEL_ALONE = """import json, os, resource, signal, socket, subprocess, sys, threading
from gradbook.report import syscalls
place, reading = os.open(".", os.O_RDONLY), os.open("kept", os.O_RDONLY)
me = os.pidfd_open(os.getpid())
assert syscalls.refuse()  # and no audit hook
passed = {}
for code in json.load(sys.stdin):
    try:
        exec(code)
        passed[code] = "done"
    except (PermissionError, ValueError):  # the second: resource, of a call that was refused
        pass
    except OSError as error:
        passed[code] = str(error)
thread = threading.Thread(target=open("kept").read)
thread.start()
thread.join()
print(json.dumps(passed))
"""
REFUSED_BY_THE_KERNEL = [
    "open('kept', 'w')", "open('kept', 'a')", "open('kept', 'r+')", "os.open('new', os.O_RDONLY | os.O_CREAT)",
    "os.open('kept', os.O_RDONLY | os.O_TRUNC)", "os.truncate('kept', 0)", "os.rename('kept', 'new')", "os.rename('kept', 'new', src_dir_fd=place)",
    "os.mkdir('new')", "os.mkdir('new', dir_fd=place)", "os.rmdir('folder')", "os.rmdir('folder', dir_fd=place)", "os.remove('kept')",
    "os.remove('kept', dir_fd=place)", "os.link('kept', 'new')", "os.link('kept', 'new', src_dir_fd=place)", "os.symlink('kept', 'new')",
    "os.symlink('kept', 'new', dir_fd=place)", "os.chmod('kept', 0)", "os.chmod(reading, 0)", "os.chmod('kept', 0, dir_fd=place)",
    "os.chown('kept', -1, -1)", "os.lchown('kept', -1, -1)", "os.fchown(reading, -1, -1)", "os.chown('kept', -1, -1, dir_fd=place)",
    "os.utime('kept')", "os.mkfifo('new')", "os.mkfifo('new', dir_fd=place)", "os.setxattr('kept', 'user.a', b'')",
    "os.setxattr(reading, 'user.a', b'')", "os.removexattr('kept', 'user.a')", "os.removexattr(reading, 'user.a')",
    "os.fork() or os._exit(0)", "os.posix_spawn('/bin/touch', ['touch', 'new'], {})", "subprocess.run(['/bin/touch', 'new'])",
    "os.execv('/bin/touch', ['touch', 'new'])", "os.kill(os.getpid(), 0)", "signal.pthread_kill(threading.get_ident(), 0)",
    "signal.pidfd_send_signal(me, 0)", "socket.socket()", "socket.socketpair()", "resource.setrlimit(resource.RLIMIT_CORE, (0, 0))",
    "resource.prlimit(0, resource.RLIMIT_CORE, (0, 0))", "os.setpriority(os.PRIO_PROCESS, 0, 19)",
]  # fmt: skip


def test_the_kernel_refuses_without_python(tmp_path):
    """Each of these reaches Linux by a call of its own; reading and threads, which torch needs, stay."""
    (tmp_path / "kept").touch()
    (tmp_path / "folder").mkdir()
    surroundings = {**os.environ, "PYTHONPATH": str(NOTEBOOKS)}
    done = subprocess.run(
        [sys.executable, "-c", KERNEL_ALONE], cwd=tmp_path, env=surroundings, input=json.dumps(REFUSED_BY_THE_KERNEL),
        capture_output=True, text=True, encoding="utf-8",
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == {}
    assert sorted(path.name for path in tmp_path.iterdir()) == ["folder", "kept"]


def test_the_first_answer_waits_for_torch_and_each_has_ten_seconds(monkeypatch):
    waited, next_line = [], sandbox.next_line
    monkeypatch.setattr(sandbox, "next_line", lambda lines, seconds: waited.append(seconds) or next_line(lines, seconds))
    sandbox.judge([job(ITEM), job(ITEM)])
    assert waited == [sandbox.START, 10, 10]


def test_the_walls_are_no_part_of_a_verdict():
    """Every answer to the chapters whose functions torch loads late gets in the sandbox what it gets in a notebook."""
    given = [(topic, *part) for topic in ("training_loop", "forward_mode") for part in hints.split(hints.ANSWERS / f"{topic}.py")]
    outcomes, _ = sandbox.judge([job(code, name, topic) for topic, name, _, _, code in given])
    pairs = zip(given, outcomes)
    assert [
        f"{topic}.py:{line}: {found}" for (topic, _, expected, line, _), found in pairs if found["diagnosis"] != expected
    ] == []


def test_an_answer_finds_what_cells_above_it_define():
    chapter = BOOK["06-computation-graph"]
    code = chapter.cells["solution-unfilled"]
    codes = [*chapter.cells.values()]
    above = needed.above(codes[: codes.index(code)], code, ("torch", "check"))
    assert any("def leaves_of" in cell for cell in above) and len(above) < 4
    [found], _ = sandbox.judge([job(code, "unfilled", "computation_graph", above)])
    assert found["kind"] == "right"


@pytest.mark.parametrize(
    "code, made, used",
    [
        ("import a.b as c\nfrom d import e\n\ndef f(x):\n    y = g(x)\n    return y + z", {"c", "e", "f"}, {"g", "z"}),
        ("x = [i * k for i in range(n)]", {"x"}, {"k", "n"}),
        ("class A(B):\n    def m(self):\n        return w", {"A"}, {"B", "w"}),
        ("answer = [", set(), set()),
    ],
)
def test_names_that_a_cell_makes_and_takes(code, made, used):
    assert needed.names(code) == (made, used)


# --- What is handed in. ---


def works(tmp_path, text, name="a.ipynb"):
    path = tmp_path / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return handed.works(path, BOOK)


@pytest.mark.parametrize(
    "text, words",
    [
        ("", "JSON이 아니거나"),
        (b"\xff\xfe\x00", "JSON이 아니거나"),
        ("[" * 100_000, "JSON이 아니거나"),
        ("[]", "노트북도 진도 파일도"),
        ('{"a": 1}', "노트북도 진도 파일도"),
        ('{"cells": 5}', "있어야 할 내용이"),
        ('{"cells": [{"cell_type": "code"}]}', "있어야 할 내용이"),
        ('{"cells": [{"cell_type": "code", "id": "x", "metadata": {}, "source": ["1"]}]}', "이 책의 장이 아닙니다"),
        ('{"kind": "autograd-book-progress", "version": 2, "pages": {}}', "다른 판에서"),
        ('{"kind": "autograd-book-progress", "version": 1}', "있어야 할 내용이"),
        ('{"kind": "autograd-book-progress", "version": 1, "pages": {}}', "적힌 장이 없습니다"),
        (exported({}, {f"notebooks/{CHAPTER}": {"cells": {"exercise-slope": {"code": 3}}}}), "있어야 할 내용이"),
    ],
)
def test_what_cannot_be_read_says_what_to_do(tmp_path, text, words):
    with pytest.raises(handed.Unreadable, match=words):
        works(tmp_path, text)


def test_notebooks_without_exercises_are_passed_over(tmp_path):
    """A learner may hand in the whole folder of the book."""
    notebooks = {path.stem: path.read_text(encoding="utf-8") for path in NOTEBOOKS.glob("*.ipynb")}
    assert {name for name, text in notebooks.items() if works(tmp_path, text)} == BOOK.keys() < notebooks.keys()
    foreign = {"cell_type": "code", "id": "0a1b2c3d", "metadata": {}, "source": "1"}
    own = json.loads(notebooks["cheat-sheet"])
    assert works(tmp_path, json.dumps({**own, "cells": [*own["cells"], foreign]})) == []


@pytest.mark.parametrize(
    "path, name",
    [
        (f"김하나-{CHAPTER}-my.ipynb", "김하나"),
        (f"{CHAPTER}-my (1) 김하나.ipynb", "김하나"),
        (f"김하나/{CHAPTER}-my (2).ipynb", "김하나"),
        ("김하나/자동미분-진도-2026-11-30.json", "김하나"),
        (f"hub-data/homes/hana/notebooks/{CHAPTER}.ipynb", "hana"),
        ("김하나_자동미분-진도-2026-11-30 (1).json", "김하나"),
        ("Kim Hana.ipynb", "Kim Hana"),
    ],
)
def test_the_learner_is_named_by_the_file_or_its_folder(path, name):
    assert handed.learner(Path(path), BOOK) == name


def test_an_answer_in_an_added_cell_or_in_a_notebook_without_ids_counts(tmp_path):
    notebook = json.loads(filled(CHAPTER, {}))
    added = {"cell_type": "code", "id": "mine", "metadata": {}, "source": ITEM, "outputs": [], "execution_count": None}
    notebook["cells"].append(added)
    [work] = works(tmp_path, json.dumps(notebook))
    exercise = BOOK[CHAPTER].exercises[0]
    assert handed.answer_to(exercise, work, BOOK[CHAPTER]) == ITEM
    for cell in notebook["cells"]:
        cell["metadata"]["id"] = cell.pop("id")  # as Colab saves them
    [work] = works(tmp_path, json.dumps(notebook))
    assert [handed.answer_to(exercise, work, BOOK[CHAPTER]) for exercise in BOOK[CHAPTER].exercises] == [ITEM, None, None, None]


def test_an_added_cell_of_the_site_stands_below_its_neighbour():
    cells = handed.with_drafts({"a": "1", "b": "2"}, {"cells": {"b": {"code": "3"}, "b@0f": {"code": "4"}}, "scratch": [
        {"id": "s", "after": "a", "code": "5"}, {"id": "t", "after": "s", "code": "6"}, {"id": "u", "after": "gone", "code": "7"}]})  # fmt: skip
    assert [*cells.items()] == [("a", "1"), ("s", "5"), ("t", "6"), ("b", "3"), ("u", "7")]


def test_every_exercise_of_the_book_can_be_collected():
    stored = [json.loads(path.read_text(encoding="utf-8"))["cells"] for path in NOTEBOOKS.glob("*.ipynb")]
    tagged = sum("exercise" in cell["metadata"].get("tags", ()) for cells in stored for cell in cells)
    assert sum(len(chapter.exercises) for chapter in BOOK.values()) == tagged
    for chapter in BOOK.values():
        assert len({exercise.title for exercise in chapter.exercises}) == len(chapter.exercises)
        assert all(exercise.name and exercise.topic and " 연습 " in exercise.title for exercise in chapter.exercises)


def test_the_tables_count_order_and_cut():
    """What the class above does not show: the most frequent first, three at most; columns only for what there is; nobody's line broken."""
    [first, second] = BOOK[CHAPTER].exercises[:2]

    def results(exercise, *found):
        return [Result(f"{who}", exercise, "a", kind, why, f"한 일 {why}", f"`힌트` {why}") for who, kind, why in found]

    given = [
        *results(second, ("나\x1b[2J", "right", "right"), ("e\u0301", "empty", "empty")),
        *results(
            first,
            ("a", "wrong", "1"),
            ("b", "wrong", "2"),
            ("c", "stopped", "3"),
            ("나\x1b[2J", "wrong", "3"),
            ("d", "wrong", "2"),
        ),
        *results(first, ("e\u0301", "stopped", "3"), ("f", "wrong", "4"), ("g", "untouched", "")),
    ]
    assert [*tables.text(given, [])] == [
        "문제                                  맞음  아직  빈칸  멈춤  안 풂",
        "1장 연습 2. 써 보기: 세제곱의 기울기     1     0     1     0      0",
        "1장 연습 1. 떠올리기: 기록되는 것        0     5     0     2      1",
        "",
        "자주 나온 틀린 답",
        "1장 연습 1. 떠올리기: 기록되는 것",
        "  3명  한 일 3 (c, 나 [2J, e\u0301)",
        "  2명  힌트 2 (b, d)",
        "  1명  힌트 1 (a)",
        "",
        "이름    맞음  아직  빈칸  멈춤  안 풂",
        "a          0     1     0     0      0",
        "b          0     1     0     0      0",
        "c          0     0     0     1      0",
        "d          0     1     0     0      0",
        "e\u0301          0     0     1     1      0",
        "f          0     1     0     0      0",
        "g          0     0     0     0      1",
        "나 [2J     1     1     0     0      0",
    ]
    assert "자주 나온 틀린 답\n  없습니다.\n" in "\n".join(tables.text(given[:2], []))


def rows(tmp_path, *results):
    """The CSV of these results, as a spreadsheet takes it: UTF-8 only where it begins so."""
    tables.write(tmp_path / "a.csv", results)
    assert (tmp_path / "a.csv").read_bytes().startswith(codecs.BOM_UTF8)
    with open(tmp_path / "a.csv", encoding="utf-8-sig", newline="") as file:
        return [*csv.DictReader(file)]


def test_a_line_of_the_csv_says_all_there_is_of_an_answer(tmp_path):
    exercise = BOOK[CHAPTER].exercises[1]
    [row] = rows(tmp_path, Result("김하나", exercise, "a.ipynb", "stopped", "timeout", "한 일", "힌트\n둘째 줄", "오류, 쉼표"))
    assert row == {
        "이름": "김하나",
        "장": CHAPTER,
        "문제": "slope",
        "제목": "1장 연습 2. 써 보기: 세제곱의 기울기",
        "결과": "멈춤",
        "진단": "timeout",
        "무엇을 했나": "한 일",
        "힌트": "힌트\n둘째 줄",
        "오류": "오류, 쉼표",
        "파일": "a.ipynb",
    }


@pytest.mark.parametrize("first", ["=", "+", "-", "@", "\t", "\r"])
def test_a_spreadsheet_calculates_nothing_that_a_learner_wrote(tmp_path, first):
    [row] = rows(tmp_path, Result(f"{first}1+1", BOOK[CHAPTER].exercises[0], "a", "wrong", error=f"{first}x"))
    assert (row["이름"], row["오류"]) == (f"'{first}1+1", f"'{first}x")
