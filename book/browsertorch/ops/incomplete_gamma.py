"""The incomplete gamma functions: igamma is the distribution function of gamma numbers, igammac the rest up to 1."""

import math

import numpy as np

from ..base.modes import mode
from ..core.graph import differentiable
from ..core.operands import operands
from ..core.registry import op
from ..core.tensor import Tensor


def _lower(a, x):
    """P(a, x): by its series below a + 1, else by the continued fraction of the rest (Lentz 1976)."""
    if not (a >= 0 and x >= 0) or a == 0 == x:
        return math.nan
    if a == 0 or x == math.inf:
        return 1.0
    if x == 0 or a == math.inf:
        return 0.0
    front = math.exp(a * math.log(x) - x - math.lgamma(a))
    return front * _series(a, x) if x < a + 1 else 1 - front * _fraction(a, x)


def _upper(a, x):
    if not (a > 0 and 0 < x < math.inf) or a == math.inf or x < a + 1:
        return 1 - _lower(a, x)
    return math.exp(a * math.log(x) - x - math.lgamma(a)) * _fraction(a, x)


def _series(a, x):
    term = total = 1 / a
    while term > total * 1e-17:
        a += 1
        term *= x / a
        total += term
    return total


def _fraction(a, x):
    b = x + 1 - a
    c, d = 1e300, 1 / b
    h = d
    for i in range(1, 10000):
        b += 2
        n = -i * (i - a)
        d = 1 / (n * d + b)
        c = b + n / c
        h *= c * d
        if abs(c * d - 1) < 1e-16:
            break
    return h


def _incomplete(name, f, sign):
    each = np.vectorize(f, otypes=[np.float64])

    def apply(input, other):
        x, y = operands(name, input, other)
        if mode.dual and isinstance(input, Tensor) and mode.dual.tangents(input):
            raise NotImplementedError(
                f"Trying to use forward AD with {name} that does not support it because it has not been implemented yet.\nPlease file an issue to "
                "PyTorch at https://github.com/pytorch/pytorch/issues/new?template=feature-request.yml so that we can prioritize its implementation or "
                "submit a PR adding the implementation to derivatives.yaml")

        def for_input(g):
            raise NotImplementedError(f"the derivative for '{name}: input' is not implemented.")

        def for_other(g, self, other):
            return g * sign * ((self - 1) * other.log() - other - self.lgamma()).exp()

        return differentiable(f"{name.capitalize()}Backward0", each(x.astype(np.float64), y.astype(np.float64)).astype(x.dtype),
                              (input, for_input), (other, for_other, input, other))

    apply.__name__ = apply.__qualname__ = name
    apply.__doc__ = f"{name.capitalize()}(a, x), the share of Γ(a) {'up to' if sign > 0 else 'from'} x on."
    return op(inplace=True)(apply)


igamma, igammac = _incomplete("igamma", _lower, 1), _incomplete("igammac", _upper, -1)
