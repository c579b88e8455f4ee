"""Functions that let a part through: glu, rrelu, dropout of whole channels; and bilinear."""

import math

import numpy as np

from ...core.graph import differentiable
from ...core.tensor import wrap
from ...ops import public
from ...ops.einsum import einsum


def glu(input, dim=-1):
    """The first half times the sigmoid of the second."""
    if input.dim() == 0:
        raise RuntimeError("glu does not support 0-dimensional tensors")
    size = input.size(dim)
    if size % 2:
        raise RuntimeError(f"Halving dimension must be even, but dimension {dim % input.dim()} is size {size}")

    def parts(x):
        return x.narrow(dim, 0, size // 2), x.narrow(dim, size // 2, size // 2).sigmoid()

    def derivative(g, self):
        a, gate = parts(self)
        return public("cat")([g * gate, g * a * gate * (1 - gate)], dim)

    a, gate = parts(input.detach())
    return differentiable("GluBackward0", (a * gate)._a, (input, derivative, input))


def rrelu(input, lower=1.0 / 8, upper=1.0 / 3, training=False, inplace=False):
    """leaky_relu whose slope is drawn anew for each element; without training, the middle one."""
    if training:
        slope = wrap(np.where(input._a <= 0, public("empty_like")(input.detach()).uniform_(lower, upper)._a, input._a.dtype.type(1)))
    else:
        slope = wrap(np.where(input._a <= 0, input._a.dtype.type((lower + upper) / 2), input._a.dtype.type(1)))
    out = differentiable("RreluWithNoiseBackward0", input._a * slope._a, (input, lambda g, noise: g * noise, slope))
    return input.copy_(out) if inplace else out


def _of_channels(name, dims):
    def dropped(input, p=0.5, training=True, inplace=False):
        if p < 0.0 or p > 1.0:
            raise ValueError(f"dropout probability has to be between 0 and 1, but got {p}")
        if input.dim() not in dims:
            raise RuntimeError(f"{name}: Expected {dims[0]}D or {dims[-1]}D input, but received a {input.dim()}D input. ")
        if not training or p == 0 or not input.numel():
            return input
        batched = input.dim() == dims[-1]
        shape = (*input.shape[:2], *[1] * (input.dim() - 2)) if batched else (input.shape[0], *[1] * (input.dim() - 1))
        if p == 1:
            return input * wrap(np.zeros(shape, input._a.dtype))
        noise = wrap(np.empty(shape, input._a.dtype)).bernoulli_(1 - p).div_(1 - p)
        return input.mul_(noise) if inplace else input * noise

    dropped.__name__ = dropped.__qualname__ = name
    dropped.__doc__ = "dropout of whole channels."
    return dropped


dropout1d, dropout2d, dropout3d = (_of_channels(f"dropout{n}d", (n + 1, n + 2)) for n in (1, 2, 3))


def self_normalizing_dropout(input, p, training, inplace, draw):
    """dropout that keeps mean and variance of what selu makes; draw(array): an empty array for what is kept and what not."""
    if p < 0.0 or p > 1.0:
        raise ValueError(f"dropout probability has to be between 0 and 1, but got {p}")
    if not training or p == 0 or not input.numel():
        return input
    if p == 1:
        return input * wrap(np.zeros_like(input._a))
    low = 1.7580993408473766
    slope = 1 / math.sqrt((low * low * p + 1) * (1 - p))
    noise = wrap(draw(input._a)).bernoulli_(1 - p)
    shift = noise.add(-1).mul_(low * slope).add_(low * slope * p)
    return input.mul_(noise.mul_(slope)).add_(shift) if inplace else input * noise.mul_(slope) + shift


def alpha_dropout(input, p=0.5, training=False, inplace=False):
    """dropout that keeps mean and variance of what selu makes (Klambauer et al. 2017)."""
    return self_normalizing_dropout(input, p, training, inplace, np.empty_like)


def bilinear(input1, input2, weight, bias=None):
    """x₁ᵀ W x₂ + b for each of W's matrices."""
    out = einsum("...n,anm,...m->...a", input1, weight, input2)
    return out if bias is None else out + bias

