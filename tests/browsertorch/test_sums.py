"""Sums over all elements equal torch's to the last bit, whatever their number (on a processor with other kernels: nearly)."""

import numpy as np
import pytest
import torch

from processors import same_numbers

SIZES = [*range(80), 127, 128, 129, 500, 511, 512, 513, 1023, 1025, 2000, 4095, 4096, 5000, 10001, 32767]


@pytest.mark.parametrize("dtype", ["float32", "float64", "float16"])
def test_totals(browsertorch, dtype):
    from browsertorch.base import rounding

    torch.set_num_threads(1)  # several threads share a long sum out, and round elsewhere
    for size in SIZES:
        array = np.random.default_rng(size).standard_normal(size).astype(dtype)
        assert same_numbers(torch.from_numpy(array).sum().numpy(), rounding.total(array)), size


def test_sums_along_dimensions(browsertorch):
    from browsertorch.base import rounding

    torch.set_num_threads(1)
    rng = np.random.default_rng(0)
    for shape in [(8, 5), (33, 40), (17, 64), (70, 8), (3, 33), (5, 4, 3), (12, 2, 40), (2, 50, 9), (4, 4, 4, 4)]:
        array = rng.standard_normal(shape).astype(np.float32)
        for axes in [(i,) for i in range(len(shape))] + [(0, 1), tuple(range(len(shape)))]:
            ours = rounding.along(array, axes)
            assert same_numbers(torch.from_numpy(array).sum(axes).numpy(), ours), (shape, axes)
