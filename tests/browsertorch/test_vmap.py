"""vmap over a random function is the loop over the samples, in values and gradients, on browsertorch and on real torch.

A function is a list of steps over a pool: a sample of a batch and a weight that all samples share. Each step is an operation of
test_random_graphs.py that torch has a batching rule for. The function is tried by vmap and by a loop; its results, its gradients
by sample (vmap of grad) and the gradients of everything must be the same numbers. Real torch's vmap must give them too.
"""

import numpy as np
import torch
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from test_random_graphs import OPERATIONS, attempt, browsertorch

SHAPES = [(), (3,), (2, 3), (3, 1)]
# A mask has no batching rule; detach and no_grad have no gradient to compare.
LEFT_OUT = {"mask", "set_masked", "detach", "no_grad_add_"}
CALLED = {name: f for name, f in OPERATIONS.items() if name not in LEFT_OUT}

sample = st.tuples(st.sampled_from(SHAPES), st.sampled_from(SHAPES), st.integers(0, 2**16))
step = st.tuples(st.sampled_from(sorted(CALLED)), st.integers(0, 9), st.integers(0, 9), st.integers(0, 1))
BATCH = 3


def inputs(t, shapes):
    """(a batch of samples, a weight), the same numbers on both engines."""
    of_sample, of_weight, seed = shapes
    random = np.random.default_rng(seed)
    return [
        t.tensor(np.asarray(random.uniform(-2, 2, shape)).tolist(), dtype=t.float64) for shape in ((BATCH, *of_sample), of_weight)
    ]


def function(t, steps):
    """A function of a sample and the weight; its result depends on everything that was computed."""

    def f(x, w):
        pool = [x * 1, w * x.sum()]
        for name, i, j, k in steps:
            result = CALLED[name](t, pool[i % len(pool)], pool[j % len(pool)], k)
            if result is not None:
                pool.append(result)
        return sum((p * p).sum() for p in pool)

    return f


def numbers(x):
    return x.detach().numpy()


def close(a, b):
    return all(p.shape == q.shape and np.allclose(p, q, rtol=1e-6, atol=1e-8, equal_nan=True) for p, q in zip(a, b))


def by_vmap(t, f, X, w):
    values = t.vmap(f, in_dims=(0, None))(X, w)
    by_sample = t.vmap(t.func.grad(f, argnums=(0, 1)), in_dims=(0, None))(X, w)
    of_all = t.func.grad(lambda X, w: t.vmap(f, in_dims=(0, None))(X, w).sum(), argnums=(0, 1))(X, w)
    forward = t.vmap(lambda x: t.func.jvp(lambda w: f(x, w), (w,), (t.ones_like(w),))[1])(X)
    return [numbers(r) for r in (values, *by_sample, *of_all, forward)]


def by_loop(t, f, X, w):
    values = t.stack([f(x, w) for x in X])
    pairs = [t.func.grad(f, argnums=(0, 1))(x, w) for x in X]
    by_sample = [t.stack(list(column)) for column in zip(*pairs)]
    of_all = (by_sample[0], by_sample[1].sum(0))
    forward = t.stack([t.func.jvp(lambda w: f(x, w), (w,), (t.ones_like(w),))[1] for x in X])
    return [numbers(r) for r in (values, *by_sample, *of_all, forward)]


@settings(max_examples=600, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(sample, st.lists(step, min_size=1, max_size=5))
def test_vmap_is_the_loop(shapes, steps):
    t = browsertorch
    X, w = inputs(t, shapes)
    looped, refused = attempt(lambda: by_loop(t, function(t, steps), X, w))
    assume(refused is None)
    batched, error = attempt(lambda: by_vmap(t, function(t, steps), X, w))
    if error:  # what torch refuses too: writing a sample into what all samples share, or over what backward needs
        assert attempt(lambda: by_vmap(torch, function(torch, steps), *inputs(torch, shapes)))[1], (
            f"{shapes} {steps}\nvmap: {error}"
        )
        return
    assert close(batched, looped), f"{shapes} {steps}\nvmap: {batched}\nloop: {looped}"


@settings(max_examples=300, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(sample, st.lists(step, min_size=1, max_size=4))
def test_real_torch_gives_the_same(shapes, steps):
    real, refused = attempt(lambda: by_vmap(torch, function(torch, steps), *inputs(torch, shapes)))
    ours, error = attempt(lambda: by_vmap(browsertorch, function(browsertorch, steps), *inputs(browsertorch, shapes)))
    if refused is None:
        assert error is None, f"{shapes} {steps}\n{error}"
        assert close(ours, real), f"{shapes} {steps}\nbrowsertorch: {ours}\ntorch: {real}"


def test_rules_are_of_operations():
    """A rule under a name that no operation has would never be used."""
    import importlib

    places = [importlib.import_module(f"browsertorch.{name}") for name in ("nn.functional", "nn.losses", "linalg")]
    dispatch = importlib.import_module("browsertorch.func.dispatch")
    registry = importlib.import_module("browsertorch.core.registry")
    missing = importlib.import_module("browsertorch.base.missing")
    later = {name for owner in ("torch", "Tensor", "linalg", "nn.functional") for name in missing.shown_later(owner)}
    known = {*registry.methods, *registry.functions, *(name for place in places for name in vars(place)), *later}
    assert [name for name in (*dispatch.rules, *dispatch.random) if name not in known] == []
