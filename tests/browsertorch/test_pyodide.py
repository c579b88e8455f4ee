"""The snippets in Pyodide, where integers have 32 bits, nothing raises floating-point flags and no BLAS multiplies matrices."""

import json
import re
import subprocess
from pathlib import Path

import pytest

from book.site.sitebook.live_cells import node, sources
from processors import agrees
from snippet_engine import title
from test_snippets import FILES, Engine

ROOT = Path(__file__).parents[2]

# Snippets whose text depends on what stands beside torch: a warning of the numpy there, which Pyodide's has not.
OTHER_NUMPY = {"ops/creation-as_numpy_array", "core/detach-np_array_of_requires_grad"}


def same_on_every_python(text):
    """The Python of Pyodide prints an OrderedDict differently and suggests names for misspelt ones."""
    text = re.sub(r"\. Did you mean: '\w+'\?", "", text)
    return re.sub(r"OrderedDict\(\{(.*?)\}\)$", lambda m: f"OrderedDict([{_pairs(m[1])}])", text, flags=re.M)


def _pairs(items):
    return re.sub(r"(^|, )('[\w.]+'): (.*?)(?=, '[\w.]+': |$)", r"\1(\2, \3)", items)


@pytest.fixture(scope="module")
def texts(tmp_path_factory):
    """(real, pyodide): {snippet: text} of all snippets."""
    node.install()
    cache = ROOT / ".cache" / "live"
    cache.mkdir(parents=True, exist_ok=True)
    pyodide = sources.Pyodide(cache)
    answers = tmp_path_factory.mktemp("pyodide") / "answers.jsonl"
    real = Engine("real")
    for path in FILES:
        real.start(path)
    command = [
        node.find("node"),
        "--no-warnings",
        Path(__file__).with_name("pyodide_engine.mjs"),
        pyodide.core,
        pyodide.site,
        ROOT,
        pyodide.fetch(["numpy"])["numpy"],
        answers,
        *FILES,
    ]
    done = subprocess.run(list(map(str, command)), capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, [line for line in done.stderr.splitlines() if len(line) < 500][-12:]
    lines = answers.read_text(encoding="utf-8").splitlines()
    ours = {title(path, name): text for path, line in zip(FILES, lines) for name, text in json.loads(line).items()}
    torchs = {title(path, name): text for path in FILES for name, text in real.result(path).items()}
    real.close()
    return torchs, ours


def test_same_text_in_pyodide(texts):
    real, ours = texts
    assert real.keys() == ours.keys()
    different = {name for name in real if not agrees(name, same_on_every_python(ours[name]), same_on_every_python(real[name]))}
    assert not different - OTHER_NUMPY, "\n".join(
        f"{name}\n-- torch\n{real[name]}-- Pyodide\n{ours[name]}" for name in sorted(different - OTHER_NUMPY)[:5]
    )
    assert not OTHER_NUMPY - different, "no exception any more"
