"""Functions of layers of seldom use: response normalisation, channels shuffled, distances, and older names of interpolate."""

import warnings

import numpy as np

from ...core.graph import differentiable
from ...core.tensor import wrap
from .. import functional as F
from .gates import rrelu, self_normalizing_dropout
from .pooling import avg_pool2d, avg_pool3d
from .upsampling import interpolate


def local_response_norm(input, size, alpha=1e-4, beta=0.75, k=1.0):
    """x / (k + alpha · the mean of the squares of `size` neighbouring channels)^beta (Krizhevsky et al. 2012)."""
    dim = input.dim()
    if dim < 3:
        raise ValueError(f"Expected 3D or higher dimensionality                          input (got {dim} dimensions)")
    if not input.numel():
        return input
    squares, before = input.mul(input), (size // 2, (size - 1) // 2)
    if dim == 3:
        means = avg_pool2d(F.pad(squares.unsqueeze(1), (0, 0, *before)), (size, 1), stride=1).squeeze(1)
    else:
        shape = input.size()
        flat = squares.view(shape[0], 1, shape[1], shape[2], -1)
        means = avg_pool3d(F.pad(flat, (0, 0, 0, 0, *before)), (size, 1, 1), stride=1).squeeze(1).view(shape)
    return input / means.mul(alpha).add(k).pow(beta)


def channel_shuffle(input, groups):
    """The channels of the groups in turn."""
    if input.dim() < 3:
        raise RuntimeError(f"channel_shuffle expects input with > 2 dims, but got input with sizes {list(input.shape)}")
    if groups <= 0:
        raise RuntimeError(f"Number of groups to divide channels in must be positive. Value of groups:{groups}")
    if input.size(1) % groups:
        raise RuntimeError(f"Number of channels must be divisible by groups. Got {input.size(1)} channels and {groups} groups.")
    shape = input.shape
    out = input.view(shape[0], groups, -1, *shape[2:]).transpose(1, 2).reshape(shape)
    return differentiable("NativeChannelShuffleBackward0", out._a, (out, lambda g: g))


def feature_alpha_dropout(input, p=0.5, training=False, inplace=False):
    """alpha_dropout of whole channels."""
    draw = lambda a: np.empty((*a.shape[:2], *[1] * (a.ndim - 2)), a.dtype)
    return self_normalizing_dropout(input, p, training, inplace, draw)


def pdist(input, p=2.0):
    """The distance of each pair of rows."""
    if input.dim() != 2:
        raise RuntimeError(f"pdist only supports 2D tensors, got: {input.dim()}D")
    if p < 0:
        raise RuntimeError("pdist only supports non-negative p values")
    rows, columns = map(wrap, np.triu_indices(input.size(0), 1))
    out = (input[rows] - input[columns]).norm(p, 1)
    return differentiable("PdistBackward0", out._a, (out, lambda g: g))


def upsample(input, size=None, scale_factor=None, mode="nearest", align_corners=None):
    """interpolate by its older name."""
    warnings.warn("`nn.functional.upsample` is deprecated. Use `nn.functional.interpolate` instead.", stacklevel=2)
    return interpolate(input, size, scale_factor, mode, align_corners)


def upsample_nearest(input, size=None, scale_factor=None):
    """interpolate by its older name."""
    warnings.warn("`nn.functional.upsample_nearest` is deprecated. Use `nn.functional.interpolate` instead.", stacklevel=2)
    return interpolate(input, size, scale_factor, mode="nearest")


def upsample_bilinear(input, size=None, scale_factor=None):
    """interpolate by its older name."""
    warnings.warn("`nn.functional.upsample_bilinear` is deprecated. Use `nn.functional.interpolate` instead.", stacklevel=2)
    return interpolate(input, size, scale_factor, mode="bilinear", align_corners=True)


def elu_(input, alpha=1.0):
    """elu in place."""
    return F.elu(input, alpha, inplace=True)


def hardtanh_(input, min_val=-1.0, max_val=1.0):
    """hardtanh in place."""
    return F.hardtanh(input, min_val, max_val, inplace=True)


def leaky_relu_(input, negative_slope=0.01):
    """leaky_relu in place."""
    return F.leaky_relu(input, negative_slope, inplace=True)


def rrelu_(input, lower=1.0 / 8, upper=1.0 / 3, training=False):
    """rrelu in place."""
    return rrelu(input, lower, upper, training, inplace=True)


def celu_(input, alpha=1.0):
    """celu in place."""
    return F.celu(input, alpha, inplace=True)


def selu_(input):
    """selu in place."""
    return F.selu(input, inplace=True)


def threshold_(input, threshold, value):
    """threshold in place."""
    return F.threshold(input, threshold, value, inplace=True)


