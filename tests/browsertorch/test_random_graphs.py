"""Random graphs of the supported operations give the same values, gradients and errors on real torch and on browsertorch.

A graph is a list of steps over a pool of tensors. Each step is an operation (elementwise, broadcasting, reduction, view,
in-place change, joining) on tensors of the pool; its result joins the pool. Both engines run the same steps on the same
numbers; a step that fails must fail with the same error on both. At the end everything is summed and differentiated, and the
gradients once more.
"""

import sys
import warnings
from pathlib import Path

import numpy as np
import torch
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

sys.path.insert(0, str(Path(__file__).parents[2] / "book"))
import browsertorch

warnings.filterwarnings("ignore")
torch.set_num_threads(1)

SHAPES = [(), (3,), (2, 3), (2, 1), (1, 3), (1,), (2, 2, 3)]

# name -> f(engine, x, y, k): x, y tensors of the pool, k a small number
OPERATIONS = {
    "exp": lambda t, x, y, k: t.exp(x.clamp(max=3)),
    "log": lambda t, x, y, k: t.log(x * x + 1),
    "sqrt": lambda t, x, y, k: t.sqrt(x * x + 0.5),
    "sin": lambda t, x, y, k: t.sin(x),
    "cos": lambda t, x, y, k: x.cos(),
    "tanh": lambda t, x, y, k: t.tanh(x),
    "sigmoid": lambda t, x, y, k: x.sigmoid(),
    "relu": lambda t, x, y, k: t.relu(x),
    "abs": lambda t, x, y, k: abs(x),
    "neg": lambda t, x, y, k: -x,
    "square": lambda t, x, y, k: x**2,
    "cube": lambda t, x, y, k: x**3,
    "clamp": lambda t, x, y, k: x.clamp(-1, k),
    "add": lambda t, x, y, k: x + y,
    "sub": lambda t, x, y, k: x - y,
    "mul": lambda t, x, y, k: x * y,
    "div": lambda t, x, y, k: x / (y * y + 1),
    "pow": lambda t, x, y, k: (x * x + 1) ** y.clamp(-2, 2),
    "scalar_left": lambda t, x, y, k: k - 2 / (x * x + 1),
    "scalar_right": lambda t, x, y, k: (x + k) * 0.5,
    "maximum": lambda t, x, y, k: t.maximum(x, y),
    "where": lambda t, x, y, k: t.where(x > y, x, y * 2),
    "matmul": lambda t, x, y, k: flat(x) @ flat(y),
    "matmul_transposed": lambda t, x, y, k: flat(x) @ flat(y).t(),
    "matmul_batch": lambda t, x, y, k: t.ones(2, 4, 3, dtype=t.float64) @ flat(x),
    "sum": lambda t, x, y, k: x.sum(),
    "sum_dim": lambda t, x, y, k: x.sum(-1),
    "sum_keepdim": lambda t, x, y, k: x.sum(k, keepdim=True),
    "mean": lambda t, x, y, k: x.mean(),
    "mean_dim": lambda t, x, y, k: x.mean(0),
    "prod": lambda t, x, y, k: x.clamp(-2, 2).prod(),
    "max": lambda t, x, y, k: x.max(),
    "max_dim": lambda t, x, y, k: x.max(-1).values,
    "amax": lambda t, x, y, k: x.amax(0, keepdim=True),
    "var": lambda t, x, y, k: x.var(unbiased=False),
    "norm": lambda t, x, y, k: (x * x + 1).norm(),
    "logsumexp": lambda t, x, y, k: x.logsumexp(-1),
    "softmax": lambda t, x, y, k: x.softmax(-1),
    "log_softmax": lambda t, x, y, k: x.log_softmax(0),
    "cumsum": lambda t, x, y, k: x.cumsum(-1),
    "reshape": lambda t, x, y, k: x.reshape(-1),
    "view": lambda t, x, y, k: x.view(-1, 1),
    "transpose": lambda t, x, y, k: x.transpose(0, -1),
    "t": lambda t, x, y, k: x.t(),
    "unsqueeze": lambda t, x, y, k: x.unsqueeze(k),
    "squeeze": lambda t, x, y, k: x.squeeze(),
    "flatten": lambda t, x, y, k: x.flatten(),
    "expand": lambda t, x, y, k: x.expand(2, 2, 3),
    "flip": lambda t, x, y, k: x.flip(0),
    "first": lambda t, x, y, k: x[0],
    "last_column": lambda t, x, y, k: x[..., -1],
    "slice": lambda t, x, y, k: x[-2:],
    "step": lambda t, x, y, k: x[..., ::2],
    "mask": lambda t, x, y, k: x[x >= x.mean()],
    "index": lambda t, x, y, k: x[[0, 0]],
    "unbind": lambda t, x, y, k: x.unbind(0)[0],
    "cat": lambda t, x, y, k: t.cat([x, y]),
    "stack": lambda t, x, y, k: t.stack([x, x * 2], k),
    "clone": lambda t, x, y, k: x.clone(),
    "detach": lambda t, x, y, k: x.detach(),
    "add_": lambda t, x, y, k: x.add_(y.clone()),
    "mul_": lambda t, x, y, k: x.mul_(0.5),
    "mul_tensor_": lambda t, x, y, k: x.mul_(y.clone()),
    "sub_number_": lambda t, x, y, k: x.sub_(k),
    "zero_": lambda t, x, y, k: x.zero_(),
    "sigmoid_": lambda t, x, y, k: x.sigmoid_(),
    "copy_": lambda t, x, y, k: x.copy_(y.clone()),
    "set_first": lambda t, x, y, k: x.__setitem__(0, k),
    "set_last_column": lambda t, x, y, k: x.__setitem__((..., -1), y.sum()),
    "set_masked": lambda t, x, y, k: (x.clone() if 0 in x.stride() else x).__setitem__(x > 0.5, 0.5),
    "slice_mul_": lambda t, x, y, k: x[-1:].mul_(2),
    "view_add_": lambda t, x, y, k: x.view(-1).add_(1),
    "no_grad_add_": lambda t, x, y, k: without_grad(t, lambda: x.detach().add_(0.25)),
}


def flat(x):
    """At most two dimensions."""
    return x.flatten(1) if x.dim() > 2 else x


def without_grad(t, f):
    with t.no_grad():
        return f()


leaf = st.tuples(st.sampled_from(SHAPES), st.booleans(), st.integers(0, 2**16))
step = st.tuples(st.sampled_from(sorted(OPERATIONS)), st.integers(0, 9), st.integers(0, 9), st.integers(0, 1))


def attempt(f):
    """(result, None) or (None, "Type: message")."""
    try:
        return f(), None
    except Exception as error:
        return None, f"{type(error).__name__}: {error}"


def run(t, leaves, steps):
    """Everything that can be seen: each step's value or error, the gradients or the error of backward, second derivatives."""
    seen, pool = [], []
    for shape, requires_grad, seed in leaves:
        numbers = np.random.default_rng(seed).uniform(-2, 2, shape)
        pool.append(t.tensor(np.asarray(numbers).tolist(), dtype=t.float64, requires_grad=requires_grad))
    inputs = [x for x in pool if x.requires_grad]
    for name, i, j, k in steps:
        x, y = pool[i % len(pool)], pool[j % len(pool)]
        result, error = attempt(lambda: OPERATIONS[name](t, x, y, k))
        seen.append((name, error or (None if result is None else describe(result))))
        if error is None and result is not None:
            pool.append(result)
    total, error = attempt(lambda: sum((x * x).sum() for x in pool))
    seen.append(("total", error or describe(total)))
    if error is None and inputs:
        grads, error = attempt(lambda: t.autograd.grad(total, inputs, create_graph=True, allow_unused=True))
        seen.append(("grad", error or [g is not None and describe(g)[1:] for g in grads]))
        if error is None:
            again = sum((g * g).sum() for g in grads if g is not None and g.requires_grad)
            if not isinstance(again, int):
                second, error = attempt(lambda: t.autograd.grad(again, inputs, allow_unused=True))
                seen.append(("second", error or [g is not None and describe(g)[1:] for g in second]))
    seen.append(("versions", [x._version for x in pool[: len(leaves)]]))
    return seen


def describe(x):
    """(name of grad_fn, shape, requires_grad, is_leaf, numbers)."""
    name = x.grad_fn and x.grad_fn.name()
    return name, tuple(x.shape), x.requires_grad, x.is_leaf, x.detach().numpy().copy()


def same(a, b):
    if isinstance(a, np.ndarray):
        return isinstance(b, np.ndarray) and a.shape == b.shape and np.allclose(a, b, rtol=1e-7, atol=1e-9, equal_nan=True)
    if isinstance(a, (tuple, list)):
        return type(a) is type(b) and len(a) == len(b) and all(map(same, a, b))
    return a == b


@settings(max_examples=1500, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(st.lists(leaf, min_size=1, max_size=3), st.lists(step, min_size=1, max_size=8))
def test_same_values_gradients_and_errors(leaves, steps):
    real, browser = run(torch, leaves, steps), run(browsertorch, leaves, steps)
    for a, b in zip(real, browser):
        assert same(a, b), f"{leaves} {steps}\ntorch:        {a}\nbrowsertorch: {b}"
    assert len(real) == len(browser)


@settings(max_examples=500, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(leaf, st.lists(step, min_size=1, max_size=6))
def test_forward_mode_agrees_with_reverse_mode(leaf, steps):
    """The tangent of the end for a tangent v of the input is gradient · v, also through views and in-place changes."""
    t = browsertorch
    shape, _, seed = leaf
    random = np.random.default_rng(seed)
    x, v = (t.tensor(np.asarray(random.uniform(-2, 2, shape)).tolist(), dtype=t.float64) for _ in range(2))
    x.requires_grad_()
    with t.autograd.forward_ad.dual_level():
        pool = [t.autograd.forward_ad.make_dual(x, v).clone()]
        for name, i, j, k in steps:
            if "detach" not in name and "no_grad" not in name:  # reverse and forward mode see different functions there
                result, error = attempt(lambda: OPERATIONS[name](t, pool[i % len(pool)], pool[j % len(pool)], k))
                if error is None and result is not None:
                    pool.append(result)
        total, error = attempt(lambda: sum((p * p).sum() for p in pool))
        dot = None if error else t.autograd.forward_ad.unpack_dual(total).tangent
        gradient, error = (None, error) if error else attempt(lambda: t.autograd.grad(total, x)[0])
    if error is None:
        assert np.allclose(dot.item(), (gradient * v).sum().item(), rtol=1e-8, atol=1e-8, equal_nan=True)
