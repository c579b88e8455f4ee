"""torch.distributions.Dirichlet."""

import numpy as np

from ..api.calls import public
from ..base.modes import no_grad
from ..core.graph import RESULT, differentiable
from ..core.tensor import wrap
from . import constraints
from .distribution import Distribution
from .beta_move import beta_move
from .gamma import gamma_numbers


def _backward(g, concentration, result):
    """Each share moves as Beta's of itself and all the others together does; what it gains the others lose."""
    a, x = concentration._a.astype(np.float64), result._a.astype(np.float64)
    moves = wrap(np.vectorize(beta_move)(x, a, a.sum(-1, keepdims=True) - a).astype(result._a.dtype))
    with no_grad():     # once only, as in torch
        return moves * (g - (result * g).sum(-1, True))


class Dirichlet(Distribution):
    """Probabilities that add up to 1: gamma numbers over their sum."""

    arg_constraints = {"concentration": constraints.independent(constraints.positive, 1)}
    support, has_rsample = constraints.simplex, True

    def __init__(self, concentration, validate_args=None):
        if concentration.dim() < 1:
            raise ValueError("`concentration` parameter must be at least one-dimensional.")
        self.concentration = concentration
        super().__init__(concentration.shape[:-1], concentration.shape[-1:], validate_args=validate_args)

    def rsample(self, sample_shape=()):
        a = self.concentration.expand(self._extended_shape(sample_shape))
        numbers = gamma_numbers(a._a, np.float64)
        limits = np.finfo(a._a.dtype)
        shares = np.clip(numbers / numbers.sum(-1, keepdims=True), limits.tiny, 1 - limits.epsneg)
        return differentiable("DirichletBackward", shares.astype(a._a.dtype), (a, _backward, a, RESULT))

    def log_prob(self, value):
        if self._validate_args:
            self._validate_sample(value)
        a = self.concentration
        return (a - 1.0).xlogy(value).sum(-1) + a.sum(-1).lgamma() - a.lgamma().sum(-1)

    mean = property(lambda self: self.concentration / self.concentration.sum(-1, True))

    @property
    def mode(self):
        above = (self.concentration - 1).clamp(min=0.0)
        mode = above / above.sum(-1, True)
        corner = (self.concentration < 1).all(dim=-1)
        first = public("zeros_like")(mode).scatter_(-1, mode.argmax(-1, keepdim=True), 1.0)
        return public("where")(corner.unsqueeze(-1), first, mode)

    @property
    def variance(self):
        total = self.concentration.sum(-1, True)
        return self.concentration * (total - self.concentration) / (total.pow(2) * (total + 1))

    def entropy(self):
        a = self.concentration
        k, total = a.size(-1), a.sum(-1)
        return a.lgamma().sum(-1) - total.lgamma() - (k - total) * total.digamma() - ((a - 1.0) * a.digamma()).sum(-1)
