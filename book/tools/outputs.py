"""`make outputs`: executes every notebook with real torch and stores it in normal form. Twice changes no byte.

A notebook whose cell fails without the tag `raises-exception` is left as it was, and named.
"""

import subprocess
import sys
from pathlib import Path

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError

from book.parsons import KEY
from book.tools import parsons
from book.tools.validation import warm_kernels
from book.tools.validation.normal_form import ANSI, normal_notebook, to_text

ROOT = Path(__file__).resolve().parents[2]


def execute(notebook, folder):
    """Runs every cell of `notebook` (nbformat node) in a new kernel started in `folder`; outputs are put in place."""
    NotebookClient(
        notebook, timeout=300, kernel_name="python3", record_timing=False, resources={"metadata": {"path": str(folder)}}
    ).execute(stderr=subprocess.DEVNULL)
    return notebook


def store(path):
    """Executes one notebook and writes it if a byte changed. Returns what happened, a line for the author."""
    name = f"notebooks/{path.name}"
    before = path.read_text(encoding="utf-8")
    try:
        notebook = nbformat.reads(before, as_version=4)
        nbformat.validate(notebook)
    except (nbformat.reader.NotJSONError, nbformat.ValidationError) as error:
        raise SystemExit(
            f"{name}: 노트북이 아닙니다 ({str(error).splitlines()[0]}). Jupyter에서 열어 다시 저장하거나 "
            "git에서 되돌리세요. 파일은 그대로 두었습니다."
        ) from None
    try:
        execute(notebook, path.parent)
    except CellExecutionError as error:
        index = next(
            i
            for i, cell in enumerate(notebook.cells)
            if cell.cell_type == "code"
            and any(o.output_type == "error" for o in cell.outputs)
            and "raises-exception" not in cell.metadata.get("tags", [])
        )
        raise SystemExit(
            f"{name}: 셀 {index} ({notebook.cells[index].id}): {ANSI.sub('', error.ename)}: "
            f"{error.evalue}. 오류를 보이려는 셀이면 태그 raises-exception을 달고, 아니면 코드를 고치세요. "
            "파일은 그대로 두었습니다."
        ) from None
    for cell, orders in parsons.run_all([each for each in notebook.cells if each.cell_type == "code"]):
        cell.metadata[KEY]["executed"] = orders
    after = to_text(normal_notebook(notebook))
    if after == before:
        return f"{name}: 그대로"
    path.write_text(after, encoding="utf-8", newline="\n")
    return f"{name}: 출력을 새로 저장했습니다"


if __name__ == "__main__":
    warm_kernels.install()
    named = [Path(arg).resolve() for arg in sys.argv[1:]]
    for chapter in named or sorted((ROOT / "notebooks").glob("*.ipynb")):
        print(store(chapter), flush=True)
