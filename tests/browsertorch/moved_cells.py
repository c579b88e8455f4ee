"""Runs notebooks on browsertorch with its last bits moved, each in a kernel of its own.

    python moved_cells.py up|down       with a folder on PYTHONPATH in which `torch` is browsertorch

reads paths of notebooks on stdin, one a line, and answers each with one line of JSON: the notebook with what its cells showed, and a
last cell that says which torch it was and what log(1.3) came to; or, as a string, the traceback of what kept it from running.
"""

import json
import os
import sys
import traceback
from pathlib import Path

import nbformat
from nbclient import NotebookClient

from book.tools.browser import PATIENCE
from book.tools.validation import warm_kernels

WHICH = "print(torch.__file__, torch.tensor(1.3).log().item())"


def execute(path):
    """The notebook at `path` (nbformat node), run anew cell by cell."""
    notebook = nbformat.read(path, as_version=4)
    notebook.cells.append(nbformat.v4.new_code_cell(WHICH))
    NotebookClient(
        notebook,
        timeout=PATIENCE // 1000,
        startup_timeout=PATIENCE // 1000,
        kernel_name="python3",
        allow_errors=True,
        resources={"metadata": {"path": str(path.parent)}},
    ).execute()
    return notebook


if __name__ == "__main__":
    answers, sys.stdout = sys.stdout, sys.stderr
    os.environ["MOVED_BITS"] = sys.argv[1]
    # The process that kernels are forked from imports, before all else, the torch that they shall find.
    warm_kernels.PRELOAD.insert(0, "moved_torch")
    warm_kernels.install()
    for line in sys.stdin:
        try:
            answer = execute(Path(line.strip()))
        except Exception:  # the next notebook's test must not fail with it
            answer = traceback.format_exc()
        answers.write(json.dumps(answer) + "\n")
        answers.flush()
