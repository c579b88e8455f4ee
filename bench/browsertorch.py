"""browsertorch against real torch and pyborch on small tensors, one thread: microseconds, and how many times real torch's.
Then browsertorch against pyborch in Pyodide under node, and what `import torch` costs there, from the archive readers get.

    make bench BENCH=browsertorch        marks: at most 10 times real torch, not slower than pyborch; import at most 100 ms

The engines take turns in processes of their own; each figure is the least of all turns.
"""

import json
import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory

from book.site.sitebook.live_cells import TORCH, node, packages, sources

ROOT = Path(__file__).resolve().parent.parent
BOOK = ROOT / "book"

ENGINES = {
    "torch": "import torch",
    "browsertorch": f"import sys; sys.path.insert(0, {str(BOOK)!r}); import browsertorch as torch",
    "pyborch": "import borch as torch",
}
IN_PYODIDE = {"browsertorch": "torch", "pyborch": "borch"}
TURNS = 5

MEASURE = """
def least(step, operations, seconds=0.15):
    step()
    best, end = float("inf"), time.perf_counter() + seconds
    while time.perf_counter() < end:
        start = time.perf_counter()
        step()
        best = min(best, time.perf_counter() - start)
    return best / operations * 1e6

x = torch.tensor(2.0, requires_grad=True)

def forward():
    y = x
    for _ in range(100):
        y = y * 0.99 + 0.01
    return y

def chain():
    forward().backward()

torch.manual_seed(0)
X, T = torch.rand(32, 10), torch.rand(32, 1)
layers = [torch.rand(10, 20).requires_grad_(), torch.zeros(20).requires_grad_(),
          torch.rand(20, 1).requires_grad_(), torch.zeros(1).requires_grad_()]

def descend(parameters, rate):
    with torch.no_grad():
        for p in parameters:
            p -= rate * p.grad
            p.grad = None

def mlp():
    W1, b1, W2, b2 = layers
    ((torch.relu(X @ W1 + b1) @ W2 + b2 - T) ** 2).mean().backward()
    descend(layers, 0.001)

xs = torch.linspace(-3, 3, 2000)
ys = torch.sin(xs)
coefficients = [torch.tensor(0.1, requires_grad=True) for _ in range(4)]

def polynomial():
    a, b, c, d = coefficients
    ((a + b * xs + c * xs ** 2 + d * xs ** 3 - ys) ** 2).sum().backward()
    descend(coefficients, 1e-6)

figures.update({"scalar chain, forward, an operation": least(forward, 200), "scalar chain, forward and back, an operation": least(chain, 200),
                  "2-layer MLP (10-20-1, batch 32), a step": least(mlp, 1), "polynomial fit (2,000 points), a step": least(polynomial, 1)})
print(json.dumps(figures))
"""
IMPORT = """
import json, time
import numpy
start = time.perf_counter()
import MODULE as torch
figures = {"import, after numpy": (time.perf_counter() - start) * 1e6}
"""


def main():
    natively(), in_pyodide()


def natively():
    """Real torch is the measure of all."""
    alone = dict(os.environ, OMP_NUM_THREADS="1", MKL_NUM_THREADS="1", OPENBLAS_NUM_THREADS="1")
    start = "import json, time\nfigures = {}\n"
    table(
        "in CPython",
        "torch",
        least_of_turns(
            {engine: ([sys.executable, "-c", f"{load}\n{start}{MEASURE}"], alone) for engine, load in ENGINES.items()}
        ),
    )


def in_pyodide():
    """browsertorch from the archive of compiled modules that the site publishes, without the snapshot; pyborch from its sources."""
    cache = ROOT / ".cache" / "live"
    cache.mkdir(parents=True, exist_ok=True)
    node.install()
    pyodide = sources.Pyodide(cache)
    packed, _ = packages.pack(pyodide, packages.plan(pyodide, TORCH), ["numpy", "torch"], cache)
    with TemporaryDirectory() as folder:
        here, commands = Path(folder), {}
        for name in ("numpy", "torch"):
            (here / f"{name}.tar.gz").write_bytes(packed[name])
        for engine, module in IN_PYODIDE.items():
            job = {
                "core": f"{pyodide.core}{os.sep}",
                "site": pyodide.site,
                "library": str(pyodide.core / "python_stdlib.zip"),
                "archives": [str(here / f"{name}.tar.gz") for name in ("numpy", "torch")],
                "folders": [str(Path(find_spec("borch").origin).parent)],
                "program": IMPORT.replace("MODULE", module) + MEASURE,
            }
            (here / f"{engine}.json").write_text(json.dumps(job), encoding="utf-8")
            commands[engine] = (
                [node.find("node"), "--no-warnings", str(Path(__file__).with_suffix(".mjs")), str(here / f"{engine}.json")],
                None,
            )
        table("in Pyodide", "pyborch", least_of_turns(commands))
    print(f"the archive of torch: {len(packed['torch']):,} bytes; the snapshot that holds it: {len(packed['snapshot']):,}")


def least_of_turns(commands):
    """{engine: {task: microseconds}} of {engine: (command, environment)}."""
    times = {engine: {} for engine in commands}
    for _ in range(TURNS):
        for engine, (command, environment) in commands.items():
            done = subprocess.run(command, capture_output=True, text=True, check=True, env=environment)
            for task, micros in json.loads(done.stdout.splitlines()[-1]).items():
                times[engine][task] = min(micros, times[engine].get(task, micros))
    return times


def table(title, measure, times):
    """The figures of each engine, and how many times those of the engine `measure` they are."""
    print(f"{title:48}" + "".join(f"{engine:>22}" for engine in times))
    for task, unit in times[measure].items():
        print(f"{task:48}" + "".join(f"{times[e][task]:12,.1f} µs {times[e][task] / unit:5.1f}×" for e in times))


if __name__ == "__main__":
    main()
