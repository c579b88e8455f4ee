"""Starting values of seldom use: trunc_normal_, dirac_, sparse_."""

import math
import warnings

from ..base.modes import no_grad
from ..ops import public


def trunc_normal_(tensor, mean=0.0, std=1.0, a=-2.0, b=2.0, generator=None):
    """Normal, but drawn again where it falls outside [a, b]."""
    if mean < a - 2 * std or mean > b + 2 * std:
        warnings.warn("mean is more than 2 std from [a, b] in nn.init.trunc_normal_. The distribution of values may be incorrect.", stacklevel=2)
    where = public("where")
    below = lambda x: (1.0 + math.erf((x - mean) / std / math.sqrt(2.0))) / 2.0
    with no_grad():
        if below(b) - below(a) > 0.3:
            low, high = (tensor.new_tensor(bound).item() for bound in (a, b))
            kept = tensor.normal_(mean, std, generator=generator)
            while (outside := (kept < low) | (kept > high)).any():
                kept = where(outside, tensor.new_empty(tensor.shape).normal_(mean, std, generator=generator), kept)
            return tensor if kept is tensor else tensor.copy_(kept)
        top = -0.5 * ((max(a, min(mean, b)) - mean) / std) ** 2
        pending = None
        while pending is None or pending.any():      # uniform, kept as often as the density says
            drawn = tensor.new_empty(tensor.shape).uniform_(a, b, generator=generator)
            refused = tensor.new_empty(tensor.shape).uniform_(generator=generator).log_() > ((drawn - mean) / std) ** 2 * -0.5 - top
            tensor.copy_(drawn if pending is None else where(pending, drawn, tensor))
            pending = refused if pending is None else pending & refused
        return tensor


def dirac_(tensor, groups=1):
    """A convolution's weight that hands its input on."""
    if tensor.dim() not in (3, 4, 5):
        raise ValueError("Only tensors with 3, 4, or 5 dimensions are supported")
    if tensor.size(0) % groups:
        raise ValueError("dim 0 must be divisible by groups")
    each = tensor.size(0) // groups
    middle = [n // 2 for n in tensor.shape[2:]]
    with no_grad():
        tensor.zero_()
        for group in range(groups):
            for d in range(min(each, tensor.size(1))):
                tensor[(group * each + d, d, *middle)] = 1
    return tensor


def sparse_(tensor, sparsity, std=0.01, generator=None):
    """Normal, and in each column that share of zeros (Martens 2010)."""
    if tensor.dim() != 2:
        raise ValueError("Only tensors with 2 dimensions are supported")
    with no_grad():
        tensor.normal_(0, std, generator=generator)
        for column in range(tensor.size(1)):
            rows = public("randperm")(tensor.size(0))
            tensor[rows[:math.ceil(sparsity * tensor.size(0))], column] = 0
    return tensor
