"""torch.distributions.MixtureSameFamily."""

from ..base.modes import no_grad
from ..base.values import Size
from . import constraints
from .categorical import Categorical
from .distribution import Distribution


class MixtureSameFamilyConstraint(constraints.Constraint):
    """Values that every component may give; they lack the components' dimension."""

    def __init__(self, base_constraint):
        self.base_constraint = base_constraint

    is_discrete = property(lambda self: self.base_constraint.is_discrete)
    event_dim = property(lambda self: self.base_constraint.event_dim)

    def check(self, value):
        dim = -1 - self.event_dim
        result = self.base_constraint.check(value.unsqueeze(dim))
        return result.reshape(result.shape[: result.dim() + dim + self.event_dim] + (-1,)).all(-1)

    def __repr__(self):
        return f"{type(self).__name__}({self.base_constraint!r})"


class MixtureSameFamily(Distribution):
    """A number from one of several components, which a Categorical distribution chooses."""

    arg_constraints = {}

    def __init__(self, mixture_distribution, component_distribution, validate_args=None):
        self._mixture_distribution, self._component_distribution = mixture_distribution, component_distribution
        if not isinstance(mixture_distribution, Categorical):
            raise ValueError(" The Mixture distribution needs to be an  instance of torch.distributions.Categorical")
        if not isinstance(component_distribution, Distribution):
            raise ValueError("The Component distribution need to be an instance of torch.distributions.Distribution")
        own, parts = mixture_distribution.batch_shape, component_distribution.batch_shape[:-1]
        for one, other in zip(reversed(own), reversed(parts)):
            if one != 1 and other != 1 and one != other:
                raise ValueError(f"`mixture_distribution.batch_shape` ({own}) is not compatible with `component_distribution.batch_shape`"
                                 f"({parts})")
        kinds = mixture_distribution.logits.shape[-1]
        components = component_distribution.batch_shape[-1]
        if kinds != components:
            raise ValueError(f"`mixture_distribution component` ({kinds}) does not equal `component_distribution.batch_shape[-1]` "
                             f"({components})")
        self._num_component, self._event_ndims = components, len(component_distribution.event_shape)
        super().__init__(parts, component_distribution.event_shape, validate_args=validate_args)

    def expand(self, batch_shape, _instance=None):
        new = self._like(batch_shape)
        new._component_distribution = self._component_distribution.expand((*new._batch_shape, self._num_component))
        new._mixture_distribution = self._mixture_distribution.expand(new._batch_shape)
        return new

    mixture_distribution = property(lambda self: self._mixture_distribution)
    component_distribution = property(lambda self: self._component_distribution)

    @constraints.dependent_property
    def support(self):
        return MixtureSameFamilyConstraint(self._component_distribution.support)

    @property
    def _shares(self):
        probs = self._mixture_distribution.probs
        return probs.reshape(probs.shape + (1,) * self._event_ndims)

    @property
    def mean(self):
        return (self._shares * self._component_distribution.mean).sum(-1 - self._event_ndims)

    @property
    def variance(self):
        parts, dim = self._component_distribution, -1 - self._event_ndims
        within = (self._shares * parts.variance).sum(dim)
        between = (self._shares * (parts.mean - self.mean.unsqueeze(dim)).pow(2.0)).sum(dim)
        return within + between

    def cdf(self, x):
        return (self._component_distribution.cdf(self._each_component(x)) * self._mixture_distribution.probs).sum(-1)

    def log_prob(self, x):
        if self._validate_args:
            self._validate_sample(x)
        logs = self._component_distribution.log_prob(self._each_component(x))
        return (logs + self._mixture_distribution.logits.log_softmax(-1)).logsumexp(dim=-1)

    def _each_component(self, x):
        return x.unsqueeze(-1 - self._event_ndims)

    def sample(self, sample_shape=()):
        with no_grad():
            sample_shape = Size(sample_shape)
            dim = len(sample_shape) + len(self._batch_shape)
            chosen = self._mixture_distribution.sample(sample_shape)
            values = self._component_distribution.sample(sample_shape)
            chosen = chosen.reshape(chosen.shape + (1,) * (self._event_ndims + 1))
            return values.gather(dim, chosen.repeat((1,) * (dim + 1) + self._event_shape)).squeeze(dim)

    def __repr__(self):
        return f"MixtureSameFamily(\n  {self._mixture_distribution!r},\n  {self._component_distribution!r})"
