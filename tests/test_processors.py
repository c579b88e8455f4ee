"""`make outputs` stores the same bytes on every machine: real torch runs the notebooks with the kernels of other processors, from
another folder, with other hashes, in another language.

nbval runs them with this machine's own, tests/browsertorch/test_book_cells.py with last bits that no machine has.
"""

import os
import shutil
import subprocess
import sys

import pytest

from book.tools.sources import ROOT
from tests.browsertorch.processors import SAME_ON_EVERY_X86, SETTINGS


@pytest.mark.parametrize("setting", SAME_ON_EVERY_X86)
def test_outputs_are_the_same_bytes(setting, tmp_path):
    shutil.copytree(
        ROOT / "notebooks", tmp_path / "notebooks", ignore=shutil.ignore_patterns("__pycache__", ".ipynb_checkpoints")
    )
    copies = sorted((tmp_path / "notebooks").glob("*.ipynb"))
    done = subprocess.run(
        [sys.executable, "-m", "book.tools.outputs", *copies],
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**os.environ, **SETTINGS[setting], "PYTHONHASHSEED": "1", "LC_ALL": "C", "OMP_NUM_THREADS": "1", "PYTHONUTF8": "1"},
    )
    assert done.returncode == 0, done.stdout + done.stderr
    changed = [copy.name for copy in copies if copy.read_bytes() != (ROOT / "notebooks" / copy.name).read_bytes()]
    assert not changed, f"{changed}: print what is exact, or fewer digits; see with {SETTINGS[setting]} make outputs"
