"""Every cell of every chapter, run in order on browsertorch, shows what is stored beside it (made by real torch)."""

import difflib
import os
import re
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

ROOT = Path(__file__).parents[2]
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))


def visible(outputs):
    """What a reader sees of a cell: text of streams, results and errors; figures only as being there."""
    parts = []    # [kind, text]
    for output in outputs:
        if output.output_type == "stream":
            if parts and parts[-1][0] == output.name:
                parts[-1][1] += output.text    # one stream may arrive in several pieces
            else:
                parts.append([output.name, output.text])
        elif output.output_type == "error":
            parts.append(["error", f"{output.ename}: {output.evalue}"])
        else:
            figures = [kind for kind in output.data if kind.startswith("image/")]
            parts.append(["result", "\n".join(figures) or output.data.get("text/plain", "")])
    text = "\n".join(f"{kind}: {without_places(text) if kind == 'stderr' else text}" for kind, text in parts)
    return re.sub(r"at 0x[0-9a-f]+", "at 0x…", text)


def without_places(text):
    """Warnings without the file and line that gave them, and without that line's text: inside torch they differ."""
    text = re.sub(r"^\S+\.py:\d+: (?=\w+Warning:)", "", text, flags=re.M)
    return re.sub(r"^  (?!File )\S.*\n", "", text, flags=re.M)


@pytest.mark.parametrize("path", NOTEBOOKS, ids=[path.stem for path in NOTEBOOKS])
def test_cells_show_what_is_stored(path, tmp_path, monkeypatch):
    (tmp_path / "torch").symlink_to(ROOT / "book" / "browsertorch")
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(tmp_path), os.environ.get("PYTHONPATH", "")]))
    stored = nbformat.read(path, as_version=4)
    run = NotebookClient(nbformat.read(path, as_version=4), timeout=60, kernel_name="python3", allow_errors=True,
                         resources={"metadata": {"path": str(path.parent)}}).execute()
    for number, (a, b) in enumerate(zip(stored.cells, run.cells)):
        if a.cell_type == "code" and "no-browser" not in a.metadata.get("tags", []):
            expected, got = visible(a.outputs), visible(b.outputs)
            if expected != got:
                diff = difflib.unified_diff(expected.splitlines(), got.splitlines(), "stored", "browsertorch", lineterm="", n=99)
                pytest.fail(f"{path.name}, cell {number}:\n{a.source}\n" + "\n".join(diff), pytrace=False)


def test_there_are_chapters():
    assert len(NOTEBOOKS) >= 5
