"""The book's Python keeps the few rules of ruff.toml, and is laid out by one tool."""

import ast
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


def waited_for(path):
    """(line, text) of what a file's tests wait for in a page by Playwright, where it is written on the spot."""
    for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(call, ast.Call) and ast.unparse(call.func).endswith(".wait_for_function"):
            if not ast.unparse(call.func).startswith(("engine.", "self.")):  # engines.py sends a function itself
                yield call.lineno, ast.unparse(call.args[0])


def test_a_page_is_waited_for_by_a_function():
    """Playwright evaluates an expression anew at each look, and a page whose policy forbids eval lets it do so once only."""
    found = [(path, *each) for path in sorted((ROOT / "tests").rglob("*.py")) for each in waited_for(path)]
    assert len(found) > 30
    assert [f"{path.name}:{line}: {text}" for path, line, text in found if "=>" not in text] == []
