"""The book's Python keeps the few rules of ruff.toml, and is laid out by one tool."""

import subprocess
import sys

import pytest

from book.tools.browser import ROOT


@pytest.mark.parametrize("command", ["check", "format --check"])
def test_python_is_as_ruff_asks(command):
    run = subprocess.run(
        [sys.executable, "-m", "ruff", *command.split(), "--output-format=concise", "."],
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    mend = command.removesuffix(" --check") + (" --fix" if command == "check" else "")
    assert run.returncode == 0, f"{run.stdout}{run.stderr}\nTo mend it: .venv/bin/ruff {mend}"
