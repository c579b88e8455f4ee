"""Runs snippets as notebook cells on one engine, real torch or browsertorch.

    python snippet_engine.py real|browser

reads paths of snippet files on stdin, one a line, and answers each with one line of JSON: {snippet name: text}. The text is what a
notebook would show: stdout, warnings as ``Category: message``, the repr of a last expression, a final exception as
``Type: message``; addresses are replaced.
"""

import ast
import contextlib
import importlib.util
import io
import json
import linecache
import random
import re
import signal
import sys
import traceback
import warnings
from pathlib import Path

BROWSERTORCH = Path(__file__).parents[2] / "book" / "browsertorch"
SNIPPETS = Path(__file__).parent / "snippets"  # grouped as the engine's folders are
SECONDS_PER_SNIPPET = 20


def load_browsertorch():
    """Import the folder under the name ``torch``, as the browser does; the real one is then out of reach."""
    spec = importlib.util.spec_from_file_location(
        "torch", BROWSERTORCH / "__init__.py", submodule_search_locations=[str(BROWSERTORCH)]
    )
    module = importlib.util.module_from_spec(spec)
    sys.modules["torch"] = module
    spec.loader.exec_module(module)
    return module


def split(path):
    """{name: source} of a snippet file; each snippet starts with a line ``# --- name``."""
    parts = re.split(r"^# --- (.+)\n", Path(path).read_text(encoding="utf-8"), flags=re.M)
    names, sources = parts[1::2], parts[2::2]
    repeated = {name for name in names if names.count(name) > 1}
    if repeated:
        raise ValueError(f"{path}: repeated snippet names {sorted(repeated)}")
    return dict(zip(names, sources))


def title(path, name):
    """A snippet by its file and name, as tests are called: ops/matmul-mm."""
    return f"{Path(path).relative_to(SNIPPETS).with_suffix('').as_posix()}-{name}"


def normalise(text):
    text = re.sub(r"0x[0-9a-f]+", "0x…", text)
    # Frames of the engine's own files differ; the reader's own lines (file <snippet …>) stay.
    text = re.sub(r'^  File "(?!<snippet)[^\n]*\n(?:    [^\n]*\n)*', "", text, flags=re.M)
    return text


def fresh_state(torch):
    """What a snippet may have left behind; every snippet starts as a new notebook would."""
    torch.set_default_dtype(torch.float32)
    torch.set_printoptions(profile="default")
    torch.set_grad_enabled(True)
    torch.autograd.set_detect_anomaly(False)
    torch.manual_seed(0)
    torch.set_warn_always(True)  # torch shows some warnings once per process; here each snippet counts as a process
    random.seed(0)


def run(torch, name, source):
    """The text a notebook would show for one cell."""
    fresh_state(torch)
    filename = f"<snippet {name}>"
    linecache.cache[filename] = (len(source), None, source.splitlines(True), filename)
    tree = ast.parse(source, filename)
    last = None
    if tree.body and isinstance(tree.body[-1], ast.Expr):
        last = compile(ast.Expression(tree.body.pop().value), filename, "eval")
    scope = {"__name__": "__main__", "torch": torch}
    out = io.StringIO()

    def show(message, category, *args, **kwargs):
        out.write(f"{category.__name__}: {message}\n")

    signal.setitimer(signal.ITIMER_PROF, SECONDS_PER_SNIPPET)  # of computing: a busy machine makes nothing run too long
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(out), warnings.catch_warnings():
        warnings.simplefilter("always", append=True)  # after Python's and the engine's own filters, as in a notebook
        warnings.showwarning = show
        try:
            exec(compile(tree, filename, "exec"), scope)
            if last is not None:
                value = eval(last, scope)
                if value is not None:
                    out.write(f"{value!r}\n")
        except Exception as error:
            out.write("".join(traceback.format_exception_only(error)))
    signal.setitimer(signal.ITIMER_PROF, 0)
    return normalise(out.getvalue())


def too_long(signum, frame):
    raise TimeoutError(f"snippet computed longer than {SECONDS_PER_SNIPPET} seconds")


def main(engine):
    signal.signal(signal.SIGPROF, too_long)
    if engine == "browser":
        torch = load_browsertorch()
    else:
        import torch

        torch.set_num_threads(1)
    answers = sys.stdout
    for line in sys.stdin:
        texts = {name: run(torch, name, source) for name, source in split(line.strip()).items()}
        answers.write(json.dumps(texts) + "\n")
        answers.flush()


if __name__ == "__main__":
    main(sys.argv[1])
