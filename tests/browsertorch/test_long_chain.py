"""A chain of operations goes forward and back without recursion, with memory linear in its length."""

import sys
import tracemalloc
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2] / "book" / "live"))
import browsertorch as torch


def chain(length):
    x = torch.tensor(1., dtype=torch.float64, requires_grad=True)
    y = x
    for _ in range(length):
        y = y * 1.00001
    return x, y


def test_100000_operations_forward_and_back():
    x, y = chain(100_000)
    y.backward()
    assert abs(x.grad.item() - 1.00001 ** 100_000) < 1e-9
    del y    # freeing the graph must not recurse either


def memory(length):
    tracemalloc.start()
    x, y = chain(length)
    used = tracemalloc.get_traced_memory()[0]
    y.backward()
    del y
    left = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    return used, left


def test_memory_is_linear_and_freed():
    memory(10)    # what the first call of anything keeps
    short, long = memory(2_000), memory(8_000)
    assert 3.5 < long[0] / short[0] < 4.5
    assert long[1] < long[0] / 50
