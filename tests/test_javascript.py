"""The JavaScript: ESLint finds nothing, and what of it is pure passes its unit tests under node's own runner."""

import re
import subprocess
from pathlib import Path

import pytest

from book.site.sitebook.live_cells import node

ROOT = Path(__file__).parents[1]
TOOLS = Path(__file__).parent / "js"


@pytest.fixture(scope="module", autouse=True)
def packages():
    node.install(TOOLS)
    node.install()  # the review's scheduler


def run(*arguments):
    return subprocess.run([node.find("node"), *arguments], cwd=ROOT, capture_output=True, text=True, encoding="utf-8")


def test_the_linter_finds_nothing():
    done = run(TOOLS / "node_modules/eslint/bin/eslint.js", "--config", TOOLS / "eslint.config.js", "book", "bench", "tests")
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_unit_tests_pass():
    files = sorted(TOOLS.glob("*.test.js"))
    done = run("--test", "--test-reporter=tap", *files)
    assert done.returncode == 0, done.stdout[-6000:]
    tried = len(re.findall(r'^test\("|^  test\("', "".join(file.read_text("utf-8") for file in files), re.MULTILINE))
    assert f"# pass {tried}" in done.stdout.splitlines(), done.stdout[-2000:]
