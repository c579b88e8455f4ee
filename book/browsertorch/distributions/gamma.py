"""torch.distributions.Gamma."""

import math

import numpy as np

from ..api.calls import public
from ..base import dtypes
from ..core.graph import RESULT, differentiable
from ..core.tensor import wrap
from ..ops.incomplete_gamma import igamma
from ..ops.random import default_generator
from . import constraints
from .distribution import Distribution
from .utils import broadcast_all


def gamma_numbers(shapes, real):
    """A gamma number for each shape, drawn as torch draws it: rejection from a cubed normal (Marsaglia and Tsang 2000)."""
    shapes = np.asarray(shapes, real)
    flat = [_one_gamma(a) for a in shapes.ravel()]
    return np.maximum(np.array(flat, np.float64).reshape(shapes.shape), float(np.finfo(real).tiny))


def _one_gamma(shape):
    one, scale = shape.dtype.type, 1.0
    if shape < 1:
        if shape == 0:
            return 0.0
        scale = (1 - _uniform()) ** float(one(1) / shape)
        shape = shape + one(1)
    d = float(shape - one(np.float32(1) / np.float32(3)))
    c = 1 / math.sqrt(9 * d)
    while True:
        x = default_generator.normal(1)[0]
        y = 1 + c * x
        if y <= 0:
            continue
        v = y * y * y
        u = 1 - _uniform()
        if u < 1 - float(np.float32(0.0331)) * x * x * x * x or math.log(u) < 0.5 * x * x + d * (1 - v + math.log(v)):
            return scale * d * v


def _uniform():
    return float(default_generator.uniform(1)[0])


def standard_gamma(concentration):
    """Gamma numbers of rate 1; the gradient by the implicit function theorem: the number moves so that its probability stays."""
    a = concentration._a
    values = gamma_numbers(a, a.dtype.type).astype(a.dtype)
    return differentiable("StandardGammaBackward0", values,
                          (concentration, lambda g, self, result: g * _moves(self, result), concentration, RESULT))


def _moves(self, result):
    moves = np.vectorize(_move, otypes=[np.float64])(self._a, result._a).astype(self._a.dtype)
    return differentiable("StandardGammaGradBackward0", moves, (self, _refuse))


def _refuse(g):
    raise NotImplementedError("the derivative for '_standard_gamma_grad' is not implemented.")


def _move(a, x):
    """∂x/∂a = -(∂P/∂a) / (∂P/∂x), with P(a, x) = x^a e^-x Σ x^n / Γ(a+n+1), whose terms are differentiated one by one."""
    a, x = float(a), float(x)
    term, above, psi, total = 1 / a, a, _digamma(a) + 1 / a, 0.0
    while term > 1e-18 * abs(total) or above < x:
        total += term * (math.log(x) - psi)
        above += 1
        term *= x / above
        psi += 1 / above
    return -x * total


def _digamma(a):
    return float(public("digamma")(wrap(np.float64(a)))._a)


class Gamma(Distribution):
    """The sum of concentration many exponential waits of one rate; concentration need not be whole."""

    arg_constraints = {"concentration": constraints.positive, "rate": constraints.positive}
    support, has_rsample = constraints.nonnegative, True

    def __init__(self, concentration, rate, validate_args=None):
        self.concentration, self.rate = broadcast_all(concentration, rate)
        super().__init__(self.concentration.size(), validate_args=validate_args)

    mean = property(lambda self: self.concentration / self.rate)
    mode = property(lambda self: ((self.concentration - 1) / self.rate).clamp(min=0))
    variance = property(lambda self: self.concentration / self.rate.pow(2))

    def rsample(self, sample_shape=()):
        shape = self._extended_shape(sample_shape)
        value = standard_gamma(self.concentration.expand(shape)) / self.rate.expand(shape)
        value.detach().clamp_(min=dtypes.finfo(value.dtype).tiny)
        return value

    def log_prob(self, value):
        value = public("as_tensor")(value, dtype=self.rate.dtype)
        if self._validate_args:
            self._validate_sample(value)
        return (self.concentration.xlogy(self.rate) + (self.concentration - 1).xlogy(value) - self.rate * value
                - self.concentration.lgamma())

    def cdf(self, value):
        if self._validate_args:
            self._validate_sample(value)
        return igamma(self.concentration, self.rate * value)

    def entropy(self):
        a = self.concentration
        return a - self.rate.log() + a.lgamma() + (1.0 - a) * a.digamma()
