"""torch.distributions.Binomial."""

import numpy as np

from ..api.calls import public
from ..core.tensor import wrap
from . import constraints
from .binary import Binary
from .counts import binomial_number
from .distribution import Distribution
from .utils import broadcast_all, one_of


def _positive_part(x):
    """max(x, 0), whose gradient at 0 is a half."""
    return (x.clamp(min=0) + x - x.clamp(max=0)) / 2


class Binomial(Binary, Distribution):
    """How many of total_count tries succeed, each with the probability probs."""

    arg_constraints = {"total_count": constraints.nonnegative_integer, "probs": constraints.unit_interval, "logits": constraints.real}
    has_enumerate_support = True

    def __init__(self, total_count=1, probs=None, logits=None, validate_args=None):
        one_of(probs, logits)
        name, given = ("probs", probs) if probs is not None else ("logits", logits)
        count, self._param = broadcast_all(total_count, given)
        setattr(self, name, self._param)
        self.total_count = count.type_as(self._param)
        super().__init__(self._param.size(), validate_args=validate_args)

    @constraints.dependent_property(is_discrete=True, event_dim=0)
    def support(self):
        return constraints.integer_interval(0, self.total_count)

    param_shape = property(lambda self: self._param.size())
    mean = property(lambda self: self.total_count * self.probs)
    mode = property(lambda self: ((self.total_count + 1) * self.probs).floor().clamp(max=self.total_count))
    variance = property(lambda self: self.total_count * self.probs * (1 - self.probs))

    def sample(self, sample_shape=()):
        shape = self._extended_shape(sample_shape)
        pairs = zip(*[p.detach().expand(shape).reshape(-1).tolist() for p in (self.total_count, self.probs)])
        drawn = np.array([binomial_number(count, prob) for count, prob in pairs], self._param.dtype.np)
        return wrap(drawn.reshape(shape))

    def log_prob(self, value):
        if self._validate_args:
            self._validate_sample(value)
        n, logits = self.total_count, self.logits
        orders = (n + 1).lgamma()
        successes, failures = (value + 1).lgamma(), (n - value + 1).lgamma()
        normal = n * _positive_part(logits) + n * (-logits.abs()).exp().log1p() - orders
        return value * logits - successes - failures - normal

    def entropy(self):
        log_prob = self.log_prob(self.enumerate_support(False))
        return -(log_prob.exp() * log_prob).sum(0)

    def enumerate_support(self, expand=True):
        count = int(self.total_count.max())
        if not self.total_count.min() == count:
            raise NotImplementedError("Inhomogeneous total count not supported by `enumerate_support`.")
        return self._each(public("arange")(1 + count, dtype=self._param.dtype), expand)
