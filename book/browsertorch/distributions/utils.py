"""torch.distributions.utils: what distributions share."""

from ..api.calls import public
from ..base import dtypes
from ..base.modes import enable_grad
from ..core.tensor import Tensor

euler_constant = 0.57721566490153286060
NUMBERS = (int, float)


def broadcast_all(*values):
    """Numbers and tensors as tensors of one shape; numbers take the first tensor's dtype."""
    if not all(isinstance(v, (Tensor, *NUMBERS)) for v in values):
        raise ValueError("Input arguments must all be instances of Number, torch.Tensor or objects implementing __torch_function__.")
    dtype = next((v.dtype for v in values if isinstance(v, Tensor)), dtypes.get_default_dtype())
    return public("broadcast_tensors")(*[v if isinstance(v, Tensor) else public("tensor")(v, dtype=dtype) for v in values])


def one_of(probs, logits):
    """Either is given, not both."""
    if (probs is None) == (logits is None):
        raise ValueError("Either `probs` or `logits` must be specified, but not both.")


def clamp_probs(probs):
    """Probabilities held off 0 and 1."""
    eps = dtypes.finfo(probs.dtype).eps
    return probs.clamp(min=eps, max=1 - eps)


def probs_to_logits(probs, is_binary=False):
    held = clamp_probs(probs)
    return held.log() - (-held).log1p() if is_binary else held.log()


def logits_to_probs(logits, is_binary=False):
    return logits.sigmoid() if is_binary else logits.softmax(-1)


class lazy_property:
    """A property computed at its first use, with its history, and kept from then on."""

    def __init__(self, wrapped):
        self.wrapped, self.__doc__ = wrapped, wrapped.__doc__

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        with enable_grad():
            value = self.wrapped(instance)
        setattr(instance, self.wrapped.__name__, value)
        return value
