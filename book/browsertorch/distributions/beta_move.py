"""How a Beta number moves when its first parameter grows and its probability stays: the gradient through Dirichlet's samples."""

import numpy as np

from ..api.calls import public
from ..core.tensor import wrap

# Numbers from 0 to infinity and their weights (double exponential quadrature, Takahasi and Mori 1974)
_t = np.linspace(-4.0, 3.5, 601)
_STEPS = np.exp(np.pi / 2 * np.sinh(_t))
_WEIGHTS = _STEPS * (np.pi / 2 * np.cosh(_t)) * (_t[1] - _t[0])


def _digamma(a):
    return float(public("digamma")(wrap(np.float64(a)))._a)


def beta_move(x, a, b):
    """-∂F/∂a / (∂F/∂x) / (1 - x) of the distribution function F(x; a, b) = ∫₀ˣ t^(a-1) (1-t)^(b-1) dt / B(a, b).

    The integral of (log t + ψ(a+b) - ψ(a)) under the density is 0 as a whole, so it is taken over the side of x that is less of it.
    """
    centre = _digamma(a + b) - _digamma(a)
    below = x < a / (a + b)
    here, there, p, q = (x, 1 - x, a, b) if below else (1 - x, x, b, a)
    t = here * np.exp(-_STEPS)                                              # from x (or 1 - x) down to 0
    log_t = np.log(here) - _STEPS if below else np.log1p(-t)
    density = np.exp(-p * _STEPS + (q - 1) * (np.log1p(-t) - np.log(there)))
    moved = here * ((log_t + centre) * density * _WEIGHTS).sum()
    return (-moved if below else moved) / (1 - x)
