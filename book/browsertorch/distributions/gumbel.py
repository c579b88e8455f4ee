"""torch.distributions.Gumbel."""

import math

from ..api.calls import public
from ..base import dtypes
from . import constraints
from .kl import register_kl
from .transformed_distribution import TransformedDistribution
from .transforms import AffineTransform, ExpTransform
from .uniform import Uniform
from .utils import broadcast_all, euler_constant


class Gumbel(TransformedDistribution):
    """The largest of many numbers: -log(-log u) of a uniform u, moved to loc and stretched by scale."""

    arg_constraints = {"loc": constraints.real, "scale": constraints.positive}
    support = constraints.real

    def __init__(self, loc, scale, validate_args=None):
        self.loc, self.scale = broadcast_all(loc, scale)
        limits, like = dtypes.finfo(self.loc.dtype), public("full_like")
        base = Uniform(like(self.loc, limits.tiny), like(self.loc, 1 - limits.eps), validate_args=validate_args)
        steps = [ExpTransform().inv, AffineTransform(0, -like(self.scale, 1)), ExpTransform().inv, AffineTransform(loc, -self.scale)]
        super().__init__(base, steps, validate_args=validate_args)

    mean = property(lambda self: self.loc + self.scale * euler_constant)
    mode = property(lambda self: self.loc)
    stddev = property(lambda self: math.pi / math.sqrt(6) * self.scale)
    variance = property(lambda self: self.stddev.pow(2))

    def log_prob(self, value):
        if self._validate_args:
            self._validate_sample(value)
        y = (self.loc - value) / self.scale
        return (y - y.exp()) - self.scale.log()

    def entropy(self):
        return self.scale.log() + (1 + euler_constant)


@register_kl(Gumbel, Gumbel)
def _gumbel(p, q):
    ratio = p.scale / q.scale
    first, second = q.loc / q.scale, p.loc / q.scale
    t3 = (first + (1 + ratio).lgamma() - second).exp()
    return ratio * euler_constant - (first - second) - ratio.log() + t3 - (1 + euler_constant)
