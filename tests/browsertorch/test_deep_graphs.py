"""Deep graphs in a small stack: forward, back, twice, in place and away without recursion."""

import subprocess
import sys

from snippet_engine import BROWSERTORCH

LENGTH = 100_000


def test_forward_backward_and_deletion_in_a_small_stack():
    """In a process whose recursion limit is 200 and whose thread has 256 KB of stack."""
    program = f"""
import sys, threading
sys.path.insert(0, {str(BROWSERTORCH.parent)!r})
import browsertorch as torch
x = torch.tensor(1.0, requires_grad=True)
def run():
    sys.setrecursionlimit(200)
    y = x
    for _ in range({LENGTH // 2}):
        y = y * 1.0 + 0.0
    y.backward()
    del y
    z = x
    for _ in range({LENGTH // 10}):
        z = z.exp().log()
    del z
threading.stack_size(256 * 1024)
thread = threading.Thread(target=run)
thread.start()
thread.join()
print(x.grad)
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert (done.returncode, done.stdout, done.stderr) == (0, "tensor(1.)\n", "")


def test_second_derivative_of_a_long_chain(browsertorch):
    x = browsertorch.tensor(1.0, requires_grad=True)
    y = x * x
    for _ in range(2_000):
        y = y * 1.0
    (g,) = browsertorch.autograd.grad(y, x, create_graph=True)
    (h,) = browsertorch.autograd.grad(g, x)
    assert h.item() == 2.0


def test_in_place_chain(browsertorch):
    x = browsertorch.tensor([1.0, 2.0], requires_grad=True)
    y = x * 1
    for _ in range(500):
        y.add_(1)
        y[0] += 1
    y.sum().backward()
    assert x.grad.tolist() == [1.0, 1.0]
