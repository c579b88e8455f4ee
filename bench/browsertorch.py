"""browsertorch against real torch and pyborch on small tensors, one thread: microseconds, and how many times real torch's.

    make bench BENCH=browsertorch        marks: at most 10 times real torch, not slower than pyborch

The engines take turns in processes of their own; each figure is the least of all turns.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

LIVE = Path(__file__).resolve().parent.parent / "book" / "live"
ENGINES = {"torch": "import torch", "browsertorch": f"import sys; sys.path.insert(0, {str(LIVE)!r}); import browsertorch as torch",
           "pyborch": "import borch as torch"}
TURNS = 5

MEASURE = """
import json, time

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

print(json.dumps({"scalar chain, forward, an operation": least(forward, 200), "scalar chain, forward and back, an operation": least(chain, 200),
                  "2-layer MLP (10-20-1, batch 32), a step": least(mlp, 1), "polynomial fit (2,000 points), a step": least(polynomial, 1)}))
"""


def main():
    times = {engine: {} for engine in ENGINES}
    for _ in range(TURNS):
        for engine, load in ENGINES.items():
            out = subprocess.run([sys.executable, "-c", load + MEASURE], capture_output=True, text=True, check=True,
                                 env=dict(os.environ, OMP_NUM_THREADS="1", MKL_NUM_THREADS="1", OPENBLAS_NUM_THREADS="1")).stdout
            for task, micros in json.loads(out).items():
                times[engine][task] = min(micros, times[engine].get(task, micros))
    print(f"{'':48}" + "".join(f"{engine:>22}" for engine in ENGINES))
    for task, real in times["torch"].items():
        print(f"{task:48}" + "".join(f"{times[e][task]:12.1f} µs {times[e][task] / real:5.1f}×" for e in ENGINES))


if __name__ == "__main__":
    main()
