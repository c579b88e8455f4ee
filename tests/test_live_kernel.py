"""The kernel of the live cells beside real IPython: the same cells, the same outputs."""

import json
import os
import re
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

KERNEL = Path(__file__).parents[1] / "book" / "live" / "kernel"

# Cells of a kind stand beside each other.
# fmt: off
CELLS = [
    # values as IPython writes them
    "[1, 2.5, 'a']", "list(range(60))", "list(range(2000))", "{'a': 1, 'b': [1, 2]}", "{i: 'x' * i for i in range(12)}",
    "{3, 1, 2}", "frozenset({1})", "set()", "(1,)", "()", "'한글'", "'줄\\n바꿈'", "b'x'", "3.0", "None", "...", "range(3)",
    "class Plain:\n    pass\n\nPlain", "class Named:\n    def __repr__(self):\n        return '이름'\n\n[Named()]",
    "def area(r, pi=3.14):\n    return pi * r * r\n\narea", "len", "print", "int", "lambda: 0", "[].append", "import math\nmath",
    "ValueError('나쁨')", "[ValueError(1), KeyError]", "from collections import *\nCounter('abca')", "OrderedDict(a=1)",
    "defaultdict(list, a=[1])", "deque([1, 2])", "from types import SimpleNamespace\nSimpleNamespace(a=1)",
    "[[i * j for j in range(8)] for i in range(8)]", "{'긴 이름 ' + str(i): list(range(i)) for i in range(10)}",
    "a = [1]\na.append(a)\na", "import re\nre.compile('a')", "True", "type(1)", "1;", "x = 5", "x", "# 설명만", "",
    "float('nan'), float('inf')", "1 + 2j", "slice(1, 2)", "iter", "'a' * 200", "['a' * 50, 'b' * 50]",
    "from dataclasses import dataclass\n@dataclass\nclass Point:\n    x: int\n    y: int = 0\n\nPoint(1)",
    "from enum import Enum\nclass Color(Enum):\n    RED = 1\nColor.RED", "import datetime\ndatetime.date(2024, 1, 2)",
    # printed text and rich outputs
    "print('하나')\nprint('둘', end='')\nprint()", "for i in range(3):\n    print(i)\ni", "import sys\nprint('오류', file=sys.stderr)",
    "from IPython.display import display\ndisplay(1, [2])", "class Html:\n    def _repr_html_(self):\n        return '<b>1</b>'\n"
    "    def __repr__(self):\n        return 'Html'\n\nHtml()", "display({'a': 1})",
    "class Svg:\n    def _repr_svg_(self):\n        return '<svg/>'\n    def __repr__(self):\n        return 'Svg'\n\ndisplay(Svg())\n2",
    # errors
    "1 / 0", "x = 1\ny = 0\n\nx / y\nz = 3", "def f(a):\n    b = a\n    # 설명\n\n    return (b /\n            0)\n\ndef g():\n    return f(1)",
    "g()", "x = = 1", "for i in range(3)\n    pass", "def q():\nreturn 1", "print('a'", "s = 'abc", "undefined_name",
    "try:\n    1 / 0\nexcept Exception as e:\n    raise ValueError('나쁨') from e", "try:\n    1 / 0\nexcept Exception:\n    {}['없음']",
    "raise KeyError('한글')", "class E(Exception):\n    pass\nraise E('여러 줄\\n둘째 줄')", "assert 1 == 2", "assert False, '설명'",
    "for i in range(3):\n    if i == 1:\n        raise RuntimeError('in loop')\n    print(i)", "(lambda: 1 / 0)()",
    "f(1,\n  2,\n  3)", "from nowhere import x", "e = ValueError('x'); e.add_note('메모'); raise e", "raise KeyboardInterrupt",
    "def deep(*args, flag=True, **rest):\n    raise ValueError('깊은 곳')\n\ndeep(1)", "total = dict(a=1,\n             b=1 / 0,\n             c=2)",
    "\n\n1 / 0", "  1 / 0", "class Bad:\n    def __repr__(self):\n        return 1 / 0\n",
    "x = 1\nx.append(2)", "int('한글')", "import warnings\nwarnings.warn('조심')", "exec('1/0')", "await 1",
    "async def later():\n    return 3\n\nawait later()", "with open('없는 파일.txt') as h:\n    pass",
]
# fmt: on


@pytest.fixture(scope="module")
def expected():
    notebook = nbformat.v4.new_notebook(
        metadata={"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}
    )
    notebook.cells = [nbformat.v4.new_code_cell(code) for code in CELLS]
    NotebookClient(notebook, timeout=120, allow_errors=True).execute()
    return [cell.outputs for cell in notebook.cells]


RUN = """
import asyncio, json, sys
answer = sys.stdout
_, home, cells = sys.argv
sys.path.insert(0, home)
import kernel
sent, outputs = [], []
kernel.begin(lambda kind, text: sent.append((kind, json.loads(text))), lambda name: None, {}, {})
for code in json.loads(cells):
    sent.clear()
    status = kernel.run(code)
    if asyncio.iscoroutine(status):
        asyncio.run(status)
    outputs.append([fields["output"] for kind, fields in sent if kind == "output"])
json.dump(outputs, answer)
"""


@pytest.fixture(scope="module")
def answer(tmp_path_factory):
    """answer(program, cells): what a program prints as JSON that has our kernel, in this Python."""
    home = tmp_path_factory.mktemp("kernel")
    shutil.copytree(KERNEL, home / "kernel", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(find_spec("IPython.lib.pretty").origin, home / "kernel" / "pretty.py")  # as the build does

    def ask(program, cells):
        done = subprocess.run(
            [sys.executable, "-c", program, str(home), json.dumps(cells)],
            capture_output=True,
            text=True,
            encoding="utf-8",
            cwd=home,
            env={**os.environ, "PYTHONUTF8": "1", "PYTHONDONTWRITEBYTECODE": "1"},
        )
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)

    return ask


@pytest.fixture(scope="module")
def shown(answer):
    """What our kernel sends for the same cells."""
    return answer(RUN, CELLS)


def plain(outputs):
    """Outputs as comparable text: streams joined, no colour, no machine's paths or addresses, no library's own frames."""
    found = []
    for output in outputs:
        kind = output["output_type"]
        if output.get("metadata", {}).get("note"):  # a sentence of the book's own
            continue
        if kind == "stream":
            text = re.sub(r"(/tmp/ipykernel\S+?\.py|Cell In\[\d+\]):", "CELL:", output["text"])
            if found and found[-1][0] == output["name"]:
                found[-1] = (output["name"], found[-1][1] + text)
            else:
                found.append((output["name"], text))
        elif kind == "error":
            text = re.sub("\x1b\\[[0-9;]*m", "", "\n".join(output["traceback"]))
            value = re.sub(r"\((\S+\.py|Cell In\[\d+\]), line", "(CELL, line", output["evalue"])
            found.append((kind, output["ename"], value, text))
        else:
            data = {
                mime: re.sub("0x[0-9a-f]+", "0x…", value) if isinstance(value, str) else value
                for mime, value in output["data"].items()
            }
            found.append((kind, data))
    return found


@pytest.mark.parametrize("index", range(len(CELLS)), ids=[re.sub(r"\W+", " ", code)[:40] or "empty" for code in CELLS])
def test_same_as_ipython(expected, shown, index):
    assert plain(shown[index]) == plain(expected[index])


COUNT = f"import time\ntime.monotonic = lambda: 1.0\n{RUN}".replace(
    "json.dump(outputs", "json.dump([len(each) for each in outputs]"
)


@pytest.mark.parametrize("line", ["print(i)", "print(i, flush=True)", "print(i, end='\\r', flush=True)"])
def test_a_page_gets_few_messages_however_much_is_printed_at_once(answer, line):
    """Each takes the page a moment in which nobody scrolls or types. The clock stands still here."""
    assert answer(COUNT, [f"for i in range(20_000):\n    {line}"]) == [501]


# Code that Python cannot read, and a word of the sentence that says why. The line of a slip may come after the cell's first.
SLIPS = {
    "y = x ** 3 - 4x": "글자가 붙어",
    "y = x ** 3.sum()": "괄호로 묶습니다",
    "def f(v):\n    x = torch.tensor(v, requires_grad=True\n    y = x": "2번째 줄: 이 줄에서 연 괄호",
    "y = (x + 1))": "여는 괄호가 없습니다",
    "y = [1, 2)": "모양이 다릅니다",
    "y = (1 +": "끝나기 전에 끊겼습니다",
    "def f(v):": "끝나기 전에 끊겼습니다",
    "for i in range(3)\n    pass": "쌍점(:)으로 끝나야",
    "if x:\n    pass\nelse x > 1:\n    pass": "쌍점(:)까지 읽지 못했습니다",
    "with torch.no_grad():\nx = 1": "빈칸 네 개만큼",
    "def f(v):\n    # 여기에 적습니다.\n\nf(1)": "주석만 있는 블록도",
    "x = 1\n  y = 2": "2번째 줄: 이 줄이 앞줄보다",
    "if x:\n        y = 1\n    z = 2": "위의 어느 줄과도",
    "def f(v):\n\tx = 1\n        y = 2": "탭과 빈칸",
    "if x.grad = 0:\n    pass": "비교할 때는 “==”로",
    "if x = 0:\n    pass": "비교할 때는 “==”로",
    "2 * x = y": "왼쪽에는 값을 담을 이름",
    "torch.tensor(v, x.requires_grad=True)": "왼쪽에는 이름 하나만",
    "answer = [2 12, 24]": "쉼표나 연산 기호",
    "x = 'abc": "따옴표를 닫지",
    "y = x × 2": "모르는 글자",
    "return x": "함수 밖",
    "f(a=1, 2)": "보다 앞에 적습니다",
    "print x": "괄호를 붙입니다",
    "y = x if x > 0": "else가 있어야",
    "else if x:\n    pass": "elif",
    "def f(v):\n    y =\n    return y": "2번째 줄: “=”의 오른쪽이 비어",
    "i++": "i += 1",
    "x => 1": "“>=”의 차례로",
    "y = 2 x": "기호가 없습니다",
    "answer = [True, False,, True]": "^가 가리키는 곳",
    "answer = [true, false]": "이름은 True입니다",
    "answer = [unmade.requires_grad]": "없는 이름입니다: unmade. 철자가",
}


def test_a_slip_is_said_in_korean(tmp_path):
    shutil.copytree(KERNEL, tmp_path / "kernel", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(find_spec("IPython.lib.pretty").origin, tmp_path / "kernel" / "pretty.py")
    cells = json.dumps([*SLIPS, "exec('x = = 1')", "1 / 0"])
    done = subprocess.run(
        [sys.executable, "-c", RUN, str(tmp_path), cells], stdout=subprocess.PIPE, encoding="utf-8", check=True,
        env={**os.environ, "PYTHONUTF8": "1"},
    )  # fmt: skip
    said = []
    for outputs in json.loads(done.stdout):
        said.append("".join(output["data"]["text/plain"] for output in outputs if output.get("metadata", {}).get("note")))
    assert not [(code, words, text) for (code, words), text in zip(SLIPS.items(), said) if words not in text]
    assert said[-2:] == ["", ""]
    sentences = re.findall(r'"([^"]+)"\),$', (KERNEL / "slips.py").read_text(encoding="utf-8"), re.MULTILINE)
    assert not [sentence for sentence in sentences if not any(sentence in text for text in said)]


LOOK = r"""
import importlib, json, sys, warnings
answer = sys.stdout
_, home, engine = sys.argv
sys.path.insert(0, home)
sys.modules["torch"] = importlib.import_module(engine)
import kernel
kernel.begin(lambda kind, text: None, lambda name: None, {}, {})
asked = json.load(sys.stdin)
assert kernel.run(asked["set_up"]) == "ok"
names = kernel.cell.namespace
warnings.simplefilter("error")
before = [*warnings.filters]
found = {
    "looks": {code: kernel.look(code.replace("|", ""), code.index("|")) for code in asked["codes"]},
    "inspected": kernel.inspect("y", 1),
    "variables": kernel.variables("a = x + y\nprint(z, x, box)\nfor i in range(3): pass"),
}
assert [*warnings.filters] == before
assert names["ran"] == [], names["ran"]
assert (names["x"]._version, names["x"].grad.tolist(), names["y"]._version) == (0, [5.0, 5.0], 0)
json.dump(found, answer)
"""
SET_UP = """
import torch
x = torch.tensor([1., 2.], requires_grad=True)
y = x * 3
z = y.sum()
kept = x * 2
kept.retain_grad()
(z + kept.sum()).backward()
grid = torch.arange(6).reshape(2, 3)
big = torch.arange(5000.).reshape(50, 100)
none = torch.zeros(0)
model = torch.nn.Linear(2, 1)
count, word, flag, parts = 3, "가" * 500, True, [1, 2]
ran = []

class Box:
    seen = 5
    @property
    def full(self):
        ran.append("property")
    def __getattr__(self, name):
        ran.append(name)
    def __repr__(self):
        ran.append("repr")
        return ""
    def __len__(self):
        ran.append("len")
        return 1

box = Box()
box.own = y
lot = [box]

def area(r):
    return r
"""
LOOKS = {
    "|x": {
        "shape": "(2,)",
        "dtype": "torch.float32",
        "값": "tensor([1., 2.])",
        "requires_grad": "True",
        "is_leaf": "True",
        "grad_fn": "None",
        "grad": "tensor([5., 5.])",
    },
    "y = x| * 3": {"값": "tensor([1., 2.])"},
    "print('한글 x', y|)": {
        "값": "tensor([3., 6.])",
        "is_leaf": "False",
        "grad_fn": "MulBackward0",
        "grad": "None · 리프가 아니어서 남기지 않습니다",
    },
    "f'{x|}'": {"값": "tensor([1., 2.])"},
    "kept|": {"is_leaf": "False", "grad": "tensor([1., 1.])"},
    "x.gr|ad": {"값": "tensor([5., 5.])", "requires_grad": "False", "grad": "None"},
    "z|": {"shape": "()", "값": "tensor(9.)", "grad_fn": "SumBackward0"},
    "grid|": {"값": "tensor([[0, 1, 2],\n        [3, 4, 5]])", "dtype": "torch.int64", "grad": "None"},
    "big|": {
        "shape": "(50, 100)",
        "값": "tensor([0., 1., 2., 3., 4., 5.]) …\n모두 5000개 가운데 앞의 6개",
        "최솟값, 최댓값": "0, 4999",
    },
    "none|": {"shape": "(0,)", "값": "tensor([])"},
    "model|": {"weight": "torch.float32 (1, 2)", "bias": "torch.float32 (1,)"},
    "model.weight|": {"shape": "(1, 2)", "requires_grad": "True"},
    "count|": {"값": "3"},
    "flag|": {"값": "True"},
    "word|": {"값": "'" + "가" * 120 + "' …"},
    "parts|": {"길이": "2"},
    "lot|": {"길이": "1"},
    "box.own|": {"값": "tensor([3., 6.])"},
    "box.seen|": {"값": "5"},
}
NOT_LOOKED_AT = [
    *("'x|'", "# x|", "area|", "torch|", "box|", "box.full|", "box.anything|", "y.data|", "nowhere|", "f(x|=1)", "x| +"),
    *(
        "[x| for x in y]",
        "lambda x: x|",
        "def f(x):\n    return x|",
        "def f():\n    x = 1\n    return x|",
        "class A:\n    x = 1\n    y = x|",
    ),
]


@pytest.mark.parametrize("engine", ["torch", "book.browsertorch"])
def test_what_a_name_holds_is_said_and_nothing_runs(engine, tmp_path):
    shutil.copytree(KERNEL, tmp_path / "kernel", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(find_spec("IPython.lib.pretty").origin, tmp_path / "kernel" / "pretty.py")
    done = subprocess.run(
        [sys.executable, "-c", LOOK, str(tmp_path), engine],
        input=json.dumps({"set_up": SET_UP, "codes": [*LOOKS, *NOT_LOOKED_AT]}),
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=tmp_path,
        env={**os.environ, "PYTHONUTF8": "1", "PYTHONDONTWRITEBYTECODE": "1", "PYTHONPATH": str(KERNEL.parents[2])},
    )
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    for code, facts in LOOKS.items():
        assert found["looks"][code], code
        said = dict(found["looks"][code]["facts"])
        assert {label: said.get(label) for label in facts} == facts, code
    assert {code: found["looks"][code] for code in NOT_LOOKED_AT} == dict.fromkeys(NOT_LOOKED_AT)
    assert [held["name"] for held in found["variables"]] == ["x", "y", "z"]
    assert dict(found["inspected"]["facts"])["grad_fn"] == "MulBackward0"
