"""torch.distributions.OneHotCategorical, and the one that lets gradients through."""

from ..api.calls import public
from . import constraints
from .categorical import Categorical
from .distribution import Distribution


def one_hot(indices, n, dtype):
    return public("zeros")((*indices.shape, n), dtype=dtype).scatter_(-1, indices.unsqueeze(-1), 1)


class OneHotCategorical(Distribution):
    """A Categorical number as a row with a single 1."""

    arg_constraints = {"probs": constraints.simplex, "logits": constraints.real_vector}
    support, has_enumerate_support = constraints.one_hot, True

    def __init__(self, probs=None, logits=None, validate_args=None):
        self._categorical = Categorical(probs, logits)
        super().__init__(self._categorical.batch_shape, self._categorical.param_shape[-1:], validate_args=validate_args)

    def expand(self, batch_shape, _instance=None):
        new = self._like(batch_shape)
        new._categorical = self._categorical.expand(new._batch_shape)
        return new

    logits = property(lambda self: self._categorical.logits)
    probs = mean = property(lambda self: self._categorical.probs)
    param_shape = property(lambda self: self._categorical.param_shape)
    mode = property(lambda self: one_hot(self.probs.argmax(-1), self.probs.shape[-1], self.probs.dtype))
    variance = property(lambda self: self.probs * (1 - self.probs))

    def sample(self, sample_shape=()):
        return one_hot(self._categorical.sample(sample_shape), self._categorical._num_events, self.probs.dtype)

    def log_prob(self, value):
        if self._validate_args:
            self._validate_sample(value)
        return self._categorical.log_prob(value.max(-1)[1])

    def entropy(self):
        return self._categorical.entropy()

    def enumerate_support(self, expand=True):
        n = self._event_shape[0]
        values = public("eye")(n, dtype=self.probs.dtype).view((n,) + (1,) * len(self._batch_shape) + (n,))
        return values.expand((n, *self._batch_shape, n)) if expand else values


class OneHotCategoricalStraightThrough(OneHotCategorical):
    """The same; rsample passes gradients on as if it gave the probabilities."""

    has_rsample = True

    def rsample(self, sample_shape=()):
        return self.sample(sample_shape) + (self.probs - self.probs.detach())
