"""torch.distributions: random numbers whose densities and gradients are known. A file for each, as in torch."""

from ..base.missing import attribute, shown_later
from . import constraints, transforms
from .bernoulli import Bernoulli
from .beta import Beta
from .binomial import Binomial
from .categorical import Categorical
from .chi2 import Chi2
from .dirichlet import Dirichlet
from .distribution import Distribution
from .exponential import Exponential
from .gamma import Gamma
from .geometric import Geometric
from .independent import Independent
from .kl import kl_divergence, register_kl
from .laplace import Laplace
from .log_normal import LogNormal
from .mixture_same_family import MixtureSameFamily
from .multinomial import Multinomial
from .multivariate_normal import MultivariateNormal
from .normal import Normal
from .one_hot_categorical import OneHotCategorical, OneHotCategoricalStraightThrough
from .poisson import Poisson
from .transformed_distribution import TransformedDistribution
from .transforms import (AbsTransform, AffineTransform, ComposeTransform, ExpTransform, IndependentTransform, PowerTransform, SigmoidTransform,
                         SoftmaxTransform, SoftplusTransform, TanhTransform, Transform, identity_transform)
from .uniform import Uniform

__all__ = [name for name, value in list(globals().items()) if isinstance(value, type)]
__all__ += ["identity_transform", "kl_divergence", "register_kl"]
__all__ += [name for name in shown_later("distributions") if name[0].isupper()]


def __getattr__(name):
    return attribute("distributions", name)
