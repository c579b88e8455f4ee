"""Every cell of every chapter, run in order on browsertorch, shows what is stored beside it (made by real torch).

It does so with every last bit moved, up and down: what is stored holds on any processor. As it is, browsertorch runs the cells in
the browser (test_live_pages.py).
"""

import difflib
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
DIRECTIONS = ("up", "down")
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))


def visible(outputs):
    """What a reader sees of a cell: text of streams, results, errors and figures."""
    parts = []  # [kind, text]
    for output in outputs:
        if output.output_type == "stream":
            if parts and parts[-1][0] == output.name:
                parts[-1][1] += output.text  # one stream may arrive in several pieces
            else:
                parts.append([output.name, output.text])
        elif output.output_type == "error":
            parts.append(["error", f"{output.ename}: {output.evalue}"])
        else:
            parts += [[kind, "".join(text)] for kind, text in sorted(output.data.items())]
    text = "\n".join(f"{kind}: {without_places(text) if kind == 'stderr' else text}" for kind, text in parts)
    return re.sub(r"at 0x[0-9a-f]+", "at 0x…", text)


def without_places(text):
    """Warnings without the file and line that gave them, and without that line's text: inside torch they differ."""
    text = re.sub(r"^\S+\.py:\d+: (?=\w+Warning:)", "", text, flags=re.M)
    return re.sub(r"^  (?!File )\S.*\n", "", text, flags=re.M)


@pytest.fixture(scope="module")
def engines(tmp_path_factory):
    """{direction: a process that runs notebooks}, on a torch that is browsertorch."""
    folder = tmp_path_factory.mktemp("engines")
    (folder / "torch").symlink_to(ROOT / "book" / "browsertorch")
    places = os.pathsep.join(map(str, [folder, HERE, ROOT, ROOT / "notebooks"]))
    both = {
        direction: subprocess.Popen(
            [sys.executable, HERE / "moved_cells.py", direction],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
            env={**os.environ, "PYTHONPATH": places, "PYTHONUTF8": "1"},
        )
        for direction in DIRECTIONS
    }
    yield both
    for engine in both.values():
        engine.communicate()  # its end of input; it ends with the kernels' parent


@pytest.mark.parametrize("path", NOTEBOOKS, ids=[path.stem for path in NOTEBOOKS])
def test_cells_show_what_is_stored_whatever_the_last_bit(path, engines):
    for engine in engines.values():  # both at the same time
        engine.stdin.write(f"{path}\n")
        engine.stdin.flush()
    stored = nbformat.read(path, as_version=4)
    wrong = []
    for direction, engine in engines.items():
        answer = json.loads(engine.stdout.readline())
        if isinstance(answer, str):
            wrong.append(f"{path.name}, bits moved {direction}: it did not run\n{answer}")
            continue
        run = nbformat.from_dict(answer)
        file, moved = "".join(output.text for output in run.cells.pop().outputs).split()
        assert Path(file).parents[1].name.startswith("engines"), "not browsertorch"
        assert moved != "0.2623642385005951", "no bit was moved"
        for number, (a, b) in enumerate(zip(stored.cells, run.cells, strict=True)):
            if a.cell_type == "code" and "no-browser" not in a.metadata.get("tags", []):
                expected, got = visible(a.outputs).splitlines(), visible(b.outputs).splitlines()
                if expected != got:
                    diff = difflib.unified_diff(expected, got, "stored", f"browsertorch, {direction}", lineterm="", n=2)
                    wrong.append(f"{path.name}, cell {number}:\n{a.source}\n" + "\n".join(diff))
    if wrong:
        pytest.fail("\n\n".join(wrong), pytrace=False)
