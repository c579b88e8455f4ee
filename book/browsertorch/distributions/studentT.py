"""torch.distributions.StudentT."""

import math

from ..api.calls import public
from . import constraints
from .chi2 import Chi2
from .distribution import Distribution
from .normal import standard
from .utils import broadcast_all


class StudentT(Distribution):
    """A normal number over an estimate of its width from df others: heavier tails the fewer there are."""

    arg_constraints = {"df": constraints.positive, "loc": constraints.real, "scale": constraints.positive}
    support, has_rsample = constraints.real, True

    def __init__(self, df, loc=0.0, scale=1.0, validate_args=None):
        self.df, self.loc, self.scale = broadcast_all(df, loc, scale)
        self._chi2 = Chi2(self.df)
        super().__init__(self.df.size(), validate_args=validate_args)

    def expand(self, batch_shape, _instance=None):
        new = super().expand(batch_shape)
        new._chi2 = self._chi2.expand(batch_shape)
        return new

    mode = property(lambda self: self.loc)
    mean = property(lambda self: self.loc.masked_fill(self.df <= 1, math.nan))

    @property
    def variance(self):
        of_many = self.scale.pow(2) * self.df / (self.df - 2)
        return public("where")(self.df > 2, of_many, public("where")(self.df > 1, math.inf, math.nan).to(self.df.dtype))

    def rsample(self, sample_shape=()):
        x = standard(self.df, self._extended_shape(sample_shape))
        return self.loc + self.scale * (x * (self._chi2.rsample(sample_shape) / self.df).rsqrt())

    def log_prob(self, value):
        if self._validate_args:
            self._validate_sample(value)
        y = (value - self.loc) / self.scale
        z = (self.scale.log() + 0.5 * self.df.log() + 0.5 * math.log(math.pi) + (0.5 * self.df).lgamma()
             - (0.5 * (self.df + 1.0)).lgamma())
        return -0.5 * (self.df + 1.0) * (y**2.0 / self.df).log1p() - z

    def entropy(self):
        half, more = 0.5 * self.df, 0.5 * (self.df + 1)
        lbeta = half.lgamma() + math.lgamma(0.5) - more.lgamma()
        return self.scale.log() + 0.5 * (self.df + 1) * (more.digamma() - half.digamma()) + 0.5 * self.df.log() + lbeta
