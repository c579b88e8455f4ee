"""Normalisation over groups of channels, over one image's channels, and by the root mean square."""

import numpy as np

from ...base.quiet import silent
from ...base.rounding import fma
from ...core.graph import differentiable
from ...core.tensor import wrap
from .. import functional as F


@silent
def group_norm(input, num_groups, weight=None, bias=None, eps=1e-5):
    """The channels (dimension 1) of each group, with all their places, with mean 0 and variance 1 (Wu and He 2018)."""
    if input.dim() < 2:
        raise RuntimeError(f"Expected at least 2 dimensions for input tensor but received {input.dim()}")
    x = input._a
    count, channels = x.shape[:2]
    if channels % num_groups:
        raise RuntimeError("Expected number of channels in input to be divisible by num_groups, but got input of shape "
                           f"{list(x.shape)} and num_groups={num_groups}")
    for name, t in (("weight", weight), ("bias", bias)):
        if t is not None and t._a.shape != (channels,):
            raise RuntimeError(f"Expected {name} to be a vector of size equal to the number of channels in input, but got {name} of shape "
                               f"{list(t.shape)} and input of shape {list(x.shape)}")
    column = (1, -1, *[1] * (x.ndim - 2))
    grouped = x.reshape(count, num_groups, -1).astype(np.float64)
    mean = grouped.mean(-1).astype(x.dtype)
    rstd = (1 / np.sqrt(grouped.var(-1) + eps)).astype(x.dtype)
    each = channels // num_groups
    slope = np.repeat(rstd, each, 1)
    slope = slope if weight is None else slope * weight._a
    shift = -slope * np.repeat(mean, each, 1)
    shift = shift if bias is None else shift + bias._a
    whole = (count, channels, *[1] * (x.ndim - 2))
    result = fma(x, slope.reshape(whole), shift.reshape(whole))

    def parts(input):
        groups = input.reshape(count, num_groups, -1)
        centred = groups - groups.mean(-1, keepdim=True)
        rstd = ((centred * centred).mean(-1, keepdim=True) + eps).rsqrt()
        return centred * rstd, rstd

    def for_input(g, input, weight, result1, result2):
        hat, rstd = parts(input)
        g = (g if weight is None else g * weight.reshape(column)).reshape(hat.shape)
        return ((g - g.mean(-1, keepdim=True) - hat * (g * hat).mean(-1, keepdim=True)) * rstd).reshape(input.shape)

    rest = (0, *range(2, x.ndim))
    return differentiable("NativeGroupNormBackward0", result,
                          (input, for_input, input, weight, wrap(mean), wrap(rstd)),
                          (weight, lambda g, input: (g * parts(input)[0].reshape(g.shape)).sum(rest), input),
                          (bias, lambda g: g.sum(rest)))


def instance_norm(input, running_mean=None, running_var=None, weight=None, bias=None, use_input_stats=True, momentum=0.1, eps=1e-5):
    """Every channel of every image with mean 0 and variance 1 (Ulyanov et al. 2016)."""
    count, channels, *places = input.shape
    if use_input_stats and np.prod(places) == 1:
        raise ValueError(f"Expected more than 1 spatial element when training, got input size {input.size()}")
    means, variances, weights, biases = (t if t is None else t.repeat(count) for t in (running_mean, running_var, weight, bias))
    out = F.batch_norm(input.contiguous().view(1, count * channels, *places), means, variances, weights, biases, use_input_stats, momentum, eps)
    if use_input_stats and running_mean is not None:
        running_mean.copy_(means.view(count, channels).mean(0))
        running_var.copy_(variances.view(count, channels).mean(0))
    return out.view(input.shape)


def rms_norm(input, normalized_shape, weight=None, eps=None):
    """x / √(mean of x² + eps) over the last dimensions (Zhang and Sennrich 2019)."""
    shape = tuple(normalized_shape)
    if tuple(input.shape[input.dim() - len(shape):]) != shape:
        raise RuntimeError(f"Given normalized_shape={list(shape)}, expected input with shape [*, {', '.join(map(str, shape))}], "
                           f"but got input of size{list(input.shape)}")
    eps = float(np.finfo(input._a.dtype).eps) if eps is None else eps
    scaled = input * (input.pow(2).mean(tuple(range(-len(shape), 0)), keepdim=True) + eps).rsqrt()
    return scaled if weight is None else scaled * weight
