"""torch.distributions.NegativeBinomial."""

import numpy as np

from ..core.tensor import wrap
from ..nn.functional import logsigmoid
from . import constraints
from .binary import Binary
from .counts import poisson_number
from .distribution import Distribution
from .gamma import Gamma
from .utils import broadcast_all, one_of


class NegativeBinomial(Binary, Distribution):
    """How often a try succeeds before it has failed total_count times."""

    arg_constraints = {"total_count": constraints.greater_than_eq(0), "probs": constraints.half_open_interval(0.0, 1.0),
                       "logits": constraints.real}
    support = constraints.nonnegative_integer

    def __init__(self, total_count, probs=None, logits=None, validate_args=None):
        one_of(probs, logits)
        name = "logits" if probs is None else "probs"
        self.total_count, param = broadcast_all(total_count, logits if probs is None else probs)
        self.total_count = self.total_count.type_as(param)
        setattr(self, name, param)
        super().__init__(param.size(), validate_args=validate_args)

    mean = property(lambda self: self.total_count * self.logits.exp())
    mode = property(lambda self: ((self.total_count - 1) * self.logits.exp()).floor().clamp(min=0.0))
    variance = property(lambda self: self.mean / (-self.logits).sigmoid())

    def sample(self, sample_shape=()):
        rates = Gamma(self.total_count, (-self.logits).exp(), validate_args=False).sample(sample_shape)
        return wrap(np.array([poisson_number(rate) for rate in rates.reshape(-1).tolist()], rates.dtype.np).reshape(rates.shape))

    def log_prob(self, value):
        if self._validate_args:
            self._validate_sample(value)
        unnormalized = self.total_count * logsigmoid(-self.logits) + value * logsigmoid(self.logits)
        norm = -(self.total_count + value).lgamma() + (1.0 + value).lgamma() + self.total_count.lgamma()
        return unnormalized - norm.masked_fill(self.total_count + value == 0.0, 0.0)
