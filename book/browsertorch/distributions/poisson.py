"""torch.distributions.Poisson."""

import numpy as np

from ..core.tensor import wrap
from . import constraints
from .counts import poisson_number
from .distribution import Distribution
from .utils import broadcast_all


class Poisson(Distribution):
    """How often something happens that happens rate times on average."""

    arg_constraints = {"rate": constraints.nonnegative}
    support = constraints.nonnegative_integer

    def __init__(self, rate, validate_args=None):
        (self.rate,) = broadcast_all(rate)
        super().__init__(self.rate.size(), validate_args=validate_args)

    mean = variance = property(lambda self: self.rate)
    mode = property(lambda self: self.rate.floor())

    def sample(self, sample_shape=()):
        shape = self._extended_shape(sample_shape)
        rates = self.rate.detach().expand(shape).reshape(-1).tolist()
        return wrap(np.array([poisson_number(rate) for rate in rates], self.rate.dtype.np).reshape(shape))

    def log_prob(self, value):
        if self._validate_args:
            self._validate_sample(value)
        rate, value = broadcast_all(self.rate, value)
        return value.xlogy(rate) - rate - (value + 1).lgamma()
