"""torch.distributions.HalfCauchy."""

import math

from ..api.calls import public
from .cauchy import Cauchy
from .half_normal import Half


class HalfCauchy(Half):
    """The size of a Cauchy number around 0."""

    def __init__(self, scale, validate_args=None):
        super().__init__(Cauchy, scale, validate_args)

    mean = property(lambda self: public("full_like")(self.scale, math.inf))
    variance = property(lambda self: self.base_dist.variance)
