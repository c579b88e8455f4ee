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
def shown(tmp_path_factory):
    """What our kernel sends for the same cells, in this Python."""
    home = tmp_path_factory.mktemp("kernel")
    shutil.copytree(KERNEL, home / "kernel", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(find_spec("IPython.lib.pretty").origin, home / "kernel" / "pretty.py")  # as the build does
    done = subprocess.run(
        [sys.executable, "-c", RUN, str(home), json.dumps(CELLS)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=home,
        env={**os.environ, "PYTHONUTF8": "1", "PYTHONDONTWRITEBYTECODE": "1"},
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def plain(outputs):
    """Outputs as comparable text: streams joined, no colour, no machine's paths or addresses, no library's own frames."""
    found = []
    for output in outputs:
        kind = output["output_type"]
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
