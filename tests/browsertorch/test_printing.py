"""Any tensor prints as in torch: random shapes, dtypes, magnitudes and print options."""

import random

import numpy as np
import pytest
import torch

DTYPES = ["float32", "float64", "float16", "int64", "int32", "int8", "uint8", "bool", "complex64", "complex128"]
SHAPES = [(), (0,), (3,), (1,), (12,), (40,), (1100,), (2, 0), (2, 3), (5, 1), (30, 50), (2, 3, 4), (1, 2, 1, 3), (12, 11, 10)]


def values(draw, shape, dtype):
    count = int(np.prod(shape))
    kind = np.dtype(dtype).kind
    rng = np.random.default_rng(draw.randrange(2**32))
    if kind == "c":
        return values(draw, shape, "float64") + 1j * values(draw, shape, "float64")
    if kind == "b":
        return rng.random(count) < 0.5
    if kind in "iu":
        return rng.integers(0, 120, count) * (1 if kind == "u" else draw.choice([-1, 1]))
    normal = rng.standard_normal(count)
    special = draw.choice([np.nan, np.inf, -np.inf, 0.0, -0.0])
    return draw.choice(
        [
            normal,
            np.round(normal * 10),
            normal * 10.0 ** draw.randrange(-10, 10),
            normal * 10.0 ** rng.integers(-8, 9, count),
            np.where(rng.random(count) < 0.3, special, normal),
            np.where(rng.random(count) < 0.3, special, np.round(normal * 100)),
            normal * 0,
        ]
    )


def options(draw):
    if draw.random() < 0.6:
        return {}
    return dict(
        precision=draw.choice([None, 0, 2, 8]),
        threshold=draw.choice([None, 0, 5, 20]),
        edgeitems=draw.choice([None, 0, 1, 2]),
        linewidth=draw.choice([None, 20, 40, 120]),
        profile=draw.choice([None, "default", "short", "full"]),
        sci_mode=draw.choice([None, True, False]),
    )


@pytest.mark.parametrize("seed", range(5))
def test_texts_agree(browsertorch, seed):
    draw = random.Random(seed)
    for _ in range(250):
        shape, dtype, chosen = draw.choice(SHAPES), draw.choice(DTYPES), options(draw)
        with np.errstate(all="ignore"):
            array = np.asarray(values(draw, shape, dtype)).astype(dtype).reshape(shape)
        recorded = array.dtype.kind == "f" and draw.random() < 0.3
        texts = []
        for engine in (torch, browsertorch):
            engine.set_printoptions(profile="default")
            engine.set_printoptions(**chosen)
            tensor = engine.from_numpy(array.copy())
            if recorded:
                tensor = tensor.requires_grad_().clone()
            texts.append(repr(tensor))
            engine.set_printoptions(profile="default")
        assert texts[0] == texts[1], (shape, dtype, chosen)
