"""Every snippet shows the same text on real torch and on browsertorch."""

import difflib
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from snippet_engine import split

HERE = Path(__file__).parent
FILES = sorted((HERE / "snippets").glob("*.py"))
SNIPPETS = [(path, name) for path in FILES for name in split(path)]


class Engine:
    """A process that keeps one engine imported and runs snippet files on demand."""

    def __init__(self, kind):
        self.texts = {}
        self.process = subprocess.Popen(
            [sys.executable, HERE / "snippet_engine.py", kind], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
            env=dict(os.environ, OMP_NUM_THREADS="1", PYTHONWARNINGS=""))

    def start(self, path):
        """Let the process run a file, once."""
        if path not in self.texts:
            self.texts[path] = None
            self.process.stdin.write(f"{path}\n")
            self.process.stdin.flush()

    def result(self, path):
        """{snippet name: text} of a file that was started last."""
        if self.texts[path] is None:
            answer = self.process.stdout.readline()
            assert answer, f"the engine's process ended while it ran {path.name}"
            self.texts[path] = json.loads(answer)
        return self.texts[path]

    def close(self):
        self.process.stdin.close()
        self.process.wait(timeout=10)


@pytest.fixture(scope="session")
def engines():
    both = Engine("real"), Engine("browser")
    yield both
    for engine in both:
        engine.close()


@pytest.mark.parametrize("path, name", SNIPPETS, ids=[f"{path.stem}-{name}" for path, name in SNIPPETS])
def test_same_text(engines, path, name):
    for engine in engines:    # both at the same time
        engine.start(path)
    real, browser = (engine.result(path)[name] for engine in engines)
    if real != browser:
        diff = difflib.unified_diff(real.splitlines(), browser.splitlines(), "torch", "browsertorch", lineterm="", n=99)
        pytest.fail(f"{split(path)[name]}\n" + "\n".join(diff), pytrace=False)


def test_there_are_enough_snippets():
    assert len(SNIPPETS) >= 400


def test_names_say_what_is_tried():
    """A name is an identifier, so that a failing test can be found and run by it."""
    assert [name for _, name in SNIPPETS if not name.isidentifier()] == []
