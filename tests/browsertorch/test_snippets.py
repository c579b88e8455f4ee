"""Every snippet shows the same text on real torch and on browsertorch, whatever the processor."""

import difflib
import functools
import json
import os
import platform
import subprocess
import sys
from pathlib import Path

import pytest

from processors import SAME_ON_EVERY_X86, SETTINGS, VARYING, agrees
from snippet_engine import SNIPPETS, split, title

pytestmark = pytest.mark.long
HERE = Path(__file__).parent
FILES = sorted(SNIPPETS.rglob("*.py"))
EACH = [(path, name) for path in FILES for name in split(path)]


class Engine:
    """A process that keeps one engine imported and runs snippet files on demand.

    kind: real, browser, or up or down (browsertorch with its last bits moved); setting: environment variables of its own.
    """

    def __init__(self, kind, setting=None):
        self.texts = {}
        script = "snippet_engine.py" if kind in ("real", "browser") else "moved_bits.py"
        self.process = subprocess.Popen(
            [sys.executable, HERE / script, kind],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
            env={**os.environ, "OMP_NUM_THREADS": "1", "PYTHONWARNINGS": "", "PYTHONUTF8": "1", **(setting or {})},
        )

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
        self.process.kill()  # all it had to say is said; how long torch takes to end is the machine's affair
        self.process.wait()


def everything(engine):
    """{file-snippet: text} of all snippets on one engine; what it has run already it does not run again."""
    for path in FILES:
        engine.start(path)
    return {title(path, name): text for path in FILES for name, text in engine.result(path).items()}


def everything_on(kind, setting=None):
    """The same on an engine of its own."""
    engine = Engine(kind, setting)
    texts = everything(engine)
    engine.close()
    return texts


@pytest.fixture(scope="session")
def engines():
    both = Engine("real"), Engine("browser")
    yield both
    for engine in both:
        engine.close()


@pytest.mark.parametrize("path, name", EACH, ids=[title(path, name) for path, name in EACH])
def test_same_text(engines, path, name):
    for engine in engines:  # both at the same time
        engine.start(path)
    real, browser = (engine.result(path)[name] for engine in engines)
    if not agrees(title(path, name), browser, real):
        pytest.fail(f"{split(path)[name]}\n" + difference(real, browser), pytrace=False)


def difference(real, ours):
    return "\n".join(difflib.unified_diff(real.splitlines(), ours.splitlines(), "torch", "browsertorch", lineterm="", n=99))


def unlike(real, ours):
    """What differs between two engines' {snippet: text}, for a message; but for what varies."""
    assert real.keys() == ours.keys()
    return "\n\n".join(
        f"{name}\n{difference(real[name], ours[name])}" for name in real if name not in VARYING and real[name] != ours[name]
    )


@pytest.fixture(scope="module")
def ours(engines):
    """{snippet: text} on browsertorch."""
    _, browser = engines
    return everything(browser)


@pytest.fixture(scope="module")
def elsewhere():
    """elsewhere(setting): {snippet: text} of real torch computing as another processor does."""

    @functools.cache
    def texts(setting):
        return everything_on("real", SETTINGS[setting])

    return texts


@pytest.mark.parametrize("setting", SAME_ON_EVERY_X86)
def test_same_text_on_other_processors(elsewhere, ours, setting):
    wrong = unlike(elsewhere(setting), ours)
    assert not wrong, f"Print what is exact, or fewer digits; see processors.py.\n{wrong}"


@pytest.mark.parametrize("direction", ["up", "down"])
def test_no_text_rests_on_a_last_bit(ours, direction):
    """On processors, too, that nobody has here."""
    moved = everything_on(direction)
    wrong = unlike(ours, moved)
    assert not wrong, f"Print what is exact, or fewer digits; see moved_bits.py.\n{wrong}"
    assert any(moved[name] != ours[name] for name in VARYING), "no bit was moved"


@pytest.mark.parametrize("name", VARYING)
def test_what_varies_is_recorded_and_does_vary(elsewhere, name):
    known = VARYING[name]
    assert known["why"] and len(set(known["texts"])) > 1, f"{name} prints one text on every processor: take it off varying.json"
    if platform.machine() in ("x86_64", "AMD64"):
        assert {elsewhere(setting)[name] for setting in SAME_ON_EVERY_X86} <= set(known["texts"]), (
            "python tests/browsertorch/processors.py"
        )


def test_snippets_are_there():
    """None is lost when files are moved or a line that begins one is misspelt: nothing stands before the first one of a file."""
    assert len(EACH) > 2700
    assert [str(path) for path in FILES if not path.read_text(encoding="utf-8").startswith("# --- ")] == []


def test_names_say_what_is_tried():
    """A name is an identifier, so that a failing test can be found and run by it."""
    assert [name for _, name in EACH if not name.isidentifier()] == []
