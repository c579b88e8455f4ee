"""torch.distributions.kl_divergence: how far one distribution is from another."""

import math

from ..api.calls import public
from ..base.missing import missing
from .bernoulli import Bernoulli
from .beta import Beta
from .binomial import Binomial
from .categorical import Categorical
from .dirichlet import Dirichlet
from .distribution import Distribution
from .exponential import Exponential
from .gamma import Gamma
from .geometric import Geometric
from .independent import Independent, sum_rightmost
from .laplace import Laplace
from .multivariate_normal import MultivariateNormal, half_log_det, squared_distance
from .normal import Normal
from .one_hot_categorical import OneHotCategorical
from .poisson import Poisson
from .transformed_distribution import TransformedDistribution
from .uniform import Uniform
from ..ops.triangles import solve_triangular

_registered = {}
_ONLY_TORCHS = {      # what real torch knows besides
    "Bernoulli": "Poisson", "Beta": "Exponential Gamma Normal Pareto Uniform", "Exponential": "Gumbel Normal Pareto",
    "Gamma": "Exponential Gumbel Normal Pareto", "Gumbel": "Beta Exponential Gamma Normal Pareto Uniform", "Laplace": "Normal Pareto",
    "Normal": "Gumbel Laplace Pareto", "Pareto": "Beta Exponential Gamma Normal Uniform", "Uniform": "Beta Exponential Gamma Gumbel Pareto"}


def register_kl(type_p, type_q):
    """Decorator: the function gives KL(p || q) for distributions of these types."""
    for each in (type_p, type_q):
        if not (isinstance(each, type) and issubclass(each, Distribution)):
            raise TypeError(f"Expected {'type_p' if each is type_p else 'type_q'} to be a Distribution subclass but got {each}")

    def register(fun):
        _registered[type_p, type_q] = fun
        return fun

    return register


def kl_divergence(p, q):
    """KL(p || q) = E[log p(x) - log q(x)] for x from p."""
    fits = [pair for pair in _registered if isinstance(p, pair[0]) and isinstance(q, pair[1])]
    if not fits and type(q).__name__ in _ONLY_TORCHS.get(type(p).__name__, "").split():
        raise missing(f"torch.distributions.kl_divergence({type(p).__name__}, {type(q).__name__})")
    if not fits:
        raise NotImplementedError(f"No KL(p || q) is implemented for p type {type(p).__name__} and q type {type(q).__name__}")
    nearest = min(fits, key=lambda pair: (type(p).__mro__.index(pair[0]), type(q).__mro__.index(pair[1])))
    return _registered[nearest](p, q)


def _infinite(t):
    return public("full_like")(t, math.inf)


@register_kl(Bernoulli, Bernoulli)
def _bernoulli(p, q):
    first = p.probs * ((-q.logits).exp().log1p() - (-p.logits).exp().log1p())
    second = (1 - p.probs) * (q.logits.exp().log1p() - p.logits.exp().log1p())
    first = public("where")(q.probs == 0, math.inf, first).masked_fill(p.probs == 0, 0)
    return first + public("where")(q.probs == 1, math.inf, second).masked_fill(p.probs == 1, 0)


@register_kl(Beta, Beta)
def _beta(p, q):
    ps, qs = p.concentration1 + p.concentration0, q.concentration1 + q.concentration0
    t1 = q.concentration1.lgamma() + q.concentration0.lgamma() + ps.lgamma()
    t2 = p.concentration1.lgamma() + p.concentration0.lgamma() + qs.lgamma()
    t3 = (p.concentration1 - q.concentration1) * p.concentration1.digamma()
    t4 = (p.concentration0 - q.concentration0) * p.concentration0.digamma()
    return t1 - t2 + t3 + t4 + (qs - ps) * ps.digamma()


@register_kl(Binomial, Binomial)
def _binomial(p, q):
    if (p.total_count < q.total_count).any():
        raise NotImplementedError("KL between Binomials where q.total_count > p.total_count is not implemented")
    kl = p.total_count * (p.probs * (p.logits - q.logits) + (-p.probs).log1p() - (-q.probs).log1p())
    return public("where")(p.total_count > q.total_count, math.inf, kl)


@register_kl(Categorical, Categorical)
def _categorical(p, q):
    t = p.probs * (p.logits - q.logits)
    t = public("where")((q.probs == 0).expand_as(t), math.inf, t)
    return public("where")((p.probs == 0).expand_as(t), 0.0, t).sum(-1)


@register_kl(OneHotCategorical, OneHotCategorical)
def _one_hot(p, q):
    return _categorical(p._categorical, q._categorical)


@register_kl(Dirichlet, Dirichlet)
def _dirichlet(p, q):
    ps, qs = p.concentration.sum(-1), q.concentration.sum(-1)
    t1, t2 = ps.lgamma() - qs.lgamma(), (p.concentration.lgamma() - q.concentration.lgamma()).sum(-1)
    t4 = p.concentration.digamma() - ps.digamma().unsqueeze(-1)
    return t1 - t2 + ((p.concentration - q.concentration) * t4).sum(-1)


@register_kl(Exponential, Exponential)
def _exponential(p, q):
    ratio = q.rate / p.rate
    return -ratio.log() + ratio - 1


@register_kl(Gamma, Gamma)
def _gamma(p, q):
    t1 = q.concentration * (p.rate / q.rate).log()
    t2 = q.concentration.lgamma() - p.concentration.lgamma()
    t3 = (p.concentration - q.concentration) * p.concentration.digamma()
    return t1 + t2 + t3 + (q.rate - p.rate) * (p.concentration / p.rate)


@register_kl(Geometric, Geometric)
def _geometric(p, q):
    return -p.entropy() - (-q.probs).log1p() / p.probs - q.logits


@register_kl(Laplace, Laplace)
def _laplace(p, q):
    ratio, distance = p.scale / q.scale, (p.loc - q.loc).abs()
    return -ratio.log() + distance / q.scale + ratio * (-distance / p.scale).exp() - 1


@register_kl(MultivariateNormal, MultivariateNormal)
def _multivariate_normal(p, q):
    if p.event_shape != q.event_shape:
        raise ValueError("KL-divergence between two Multivariate Normals with different event shapes cannot be computed")
    mine, other = p._unbroadcasted_scale_tril, q._unbroadcasted_scale_tril
    spread = solve_triangular(other, mine, upper=False).pow(2).sum((-2, -1))
    distance = squared_distance(other, q.loc - p.loc)
    return half_log_det(other) - half_log_det(mine) + 0.5 * (spread + distance - p.event_shape[0])


@register_kl(Normal, Normal)
def _normal(p, q):
    ratio = (p.scale / q.scale).pow(2)
    return 0.5 * (ratio + ((p.loc - q.loc) / q.scale).pow(2) - 1 - ratio.log())


@register_kl(Poisson, Poisson)
def _poisson(p, q):
    return p.rate * (p.rate.log() - q.rate.log()) - (p.rate - q.rate)


@register_kl(Uniform, Uniform)
def _uniform(p, q):
    result = ((q.high - q.low) / (p.high - p.low)).log()
    return public("where")((q.low > p.low) | (q.high < p.high), math.inf, result)


@register_kl(Uniform, Normal)
def _uniform_normal(p, q):
    width = p.high - p.low
    t1 = (math.sqrt(math.pi * 2) * q.scale / width).log()
    t2 = width.pow(2) / 12
    t3 = ((p.high + p.low - 2 * q.loc) / 2).pow(2)
    return t1 + 0.5 * (t2 + t3) / q.scale.pow(2)


@register_kl(Exponential, Gamma)
def _exponential_gamma(p, q):
    ratio = q.rate / p.rate
    t1 = -q.concentration * ratio.log()
    return t1 + ratio + q.concentration.lgamma() + q.concentration * 0.57721566490153286060 - (1 + 0.57721566490153286060)


@register_kl(Independent, Independent)
def _independent(p, q):
    if p.reinterpreted_batch_ndims != q.reinterpreted_batch_ndims:
        raise NotImplementedError
    return sum_rightmost(kl_divergence(p.base_dist, q.base_dist), p.reinterpreted_batch_ndims)


@register_kl(TransformedDistribution, TransformedDistribution)
def _transformed(p, q):
    if p.transforms != q.transforms or p.event_shape != q.event_shape:
        raise NotImplementedError
    return kl_divergence(p.base_dist, q.base_dist)


for _wide in (Normal, Laplace):      # what q never gives: infinitely far
    for _narrow in (Beta, Exponential, Gamma, Uniform):
        register_kl(_wide, _narrow)(lambda p, q: _infinite(p.loc))
register_kl(Exponential, Beta)(lambda p, q: _infinite(p.rate))
register_kl(Exponential, Uniform)(lambda p, q: _infinite(p.rate))
register_kl(Gamma, Beta)(lambda p, q: _infinite(p.concentration))
register_kl(Gamma, Uniform)(lambda p, q: _infinite(p.concentration))
register_kl(Poisson, Bernoulli)(lambda p, q: _infinite(p.rate))
register_kl(Poisson, Binomial)(lambda p, q: _infinite(p.rate))
