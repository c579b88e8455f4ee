"""Random numbers equal torch's bit by bit, in any order of calls, sizes and dtypes (on a processor with other kernels: nearly)."""

import random

import pytest
import torch

from processors import same_numbers

SIZES = [0, 1, 2, 3, 7, 15, 16, 17, 20, 31, 32, 33, 48, 100, 1001]


def call(draw):
    """(what, f(engine)): one random call and how it is made."""
    count, dtype = draw.choice(SIZES), draw.choice(["float32", "float32", "float64", "float16"])
    low, high = sorted([draw.uniform(-3, 3), draw.uniform(-3, 3)])
    start, width = draw.randrange(-100, 100), draw.choice([1, 2, 10, 2**27, 2**28, 2**31, 2**32, 2**50])
    chance = draw.random()
    calls = {
        "rand": lambda t: t.rand(count, dtype=getattr(t, dtype)),
        "randn": lambda t: t.randn(count, dtype=getattr(t, dtype)),
        "uniform_": lambda t: t.empty(count, dtype=getattr(t, dtype)).uniform_(low, high),
        "normal_": lambda t: t.empty(count, dtype=getattr(t, dtype)).normal_(low, high - low),
        "randint": lambda t: t.randint(start, start + width, (count,)),
        "randperm": lambda t: t.randperm(count),
        "bernoulli_": lambda t: t.empty(count).bernoulli_(chance),
        "bernoulli": lambda t: t.bernoulli(t.full((count,), chance)),
        "exponential_": lambda t: t.empty(count).exponential_(1.7),
        "random_": lambda t: t.empty(count, dtype=getattr(t, dtype)).random_(),
        "normal": lambda t: t.normal(t.full((count,), low), t.full((count,), 0.5)),
        "multinomial": lambda t: t.multinomial(t.arange(1.0, 6.0), 3, replacement=chance < 0.5),
        "transposed": lambda t: t.zeros(4, 5).t().normal_(),
        "dropout": lambda t: t.nn.functional.dropout(t.ones(count), 0.3),
        "linear": lambda t: t.nn.Linear(3, 1 + count % 7).weight.detach(),
        "state": lambda t: t.get_rng_state(),
    }
    what = draw.choice(list(calls))
    return (what, count, dtype), calls[what]


@pytest.mark.parametrize("part", range(4))
def test_streams_agree(browsertorch, part):
    draw = random.Random(part)
    for _ in range(25):
        seed = draw.choice([draw.randrange(1000), draw.getrandbits(64), -draw.getrandbits(40)])
        torch.manual_seed(seed)
        browsertorch.manual_seed(seed)
        for _ in range(20):
            what, f = call(draw)
            real, ours = f(torch), f(browsertorch)
            assert str(real.dtype) == str(ours.dtype), what
            assert same_numbers(real.numpy(), ours.numpy()), (seed, what)
