"""Tensor.cauchy_, geometric_ and log_normal_: rarer ways to fill a tensor with random numbers."""

import numpy as np

from ..base import dtypes
from ..base.errors import cpp_name
from .random import default_generator, fills_in_place, in_memory_order


def _floats(array, name):
    if array.dtype.kind != "f":
        raise RuntimeError(f"{name} distribution is a continuous probability distribution. dtype must be a floating point but you specified "
                           f"{cpp_name(dtypes.of(array))}")


def _fill_cauchy(array, median=0.0, sigma=1.0, *, generator=None):
    _floats(array, "Cauchy")
    if not sigma > 0:
        raise RuntimeError(f"cauchy_ expects sigma > 0.0, but found sigma={sigma:g}")
    eps = np.finfo(np.float64).eps
    draw = (generator or default_generator).uniform
    return in_memory_order(array, lambda count: median + sigma * np.tan(np.pi * (np.clip(draw(count), eps, 1 - eps) - 0.5)))


def _fill_geometric(array, p, *, generator=None):
    if not 0 < p < 1:
        raise RuntimeError(f"geometric_ expects p to be in (0, 1), but got p={p:g}")
    draw = (generator or default_generator).uniform
    return in_memory_order(array, lambda count: np.ceil(np.log(draw(count)) / np.log1p(-p)))


def _fill_log_normal(array, mean=1.0, std=2.0, *, generator=None):
    if not std > 0:
        raise RuntimeError(f"log_normal_ expects std > 0.0, but found std={std:g}")
    generator = generator or default_generator
    return in_memory_order(array, lambda count: np.exp([generator.normal(1)[0] * std + mean for _ in range(count)]))


fills_in_place("cauchy_", lambda *args: "CauchyBackward0", _fill_cauchy)
fills_in_place("geometric_", lambda *args: "GeometricBackward0", _fill_geometric)
fills_in_place("log_normal_", lambda *args: "LogNormalBackward0", _fill_log_normal)
