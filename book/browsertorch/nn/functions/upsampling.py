"""Larger and smaller images: interpolate, pixel_shuffle."""

import functools

import numpy as np

from ...base.missing import missing
from ...core.graph import differentiable
from . import pooling

NAMES = {"nearest": "Nearest", "nearest-exact": "NearestExact", "linear": "Linear", "bilinear": "Bilinear", "trilinear": "Trilinear",
         "bicubic": "Bicubic"}
DIMENSIONS = {"linear": 1, "bilinear": 2, "trilinear": 3, "bicubic": 2}      # of the modes that align_corners is for


def interpolate(input, size=None, scale_factor=None, mode="nearest", align_corners=None, recompute_scale_factor=None, antialias=False):
    """The last dimensions in another size: the nearest element, between neighbours along a line or a cubic, or means of areas."""
    n = input.dim() - 2
    if mode == "lanczos":
        raise missing("torch.nn.functional.interpolate(mode='lanczos')")
    if mode in ("nearest", "area", "nearest-exact") and align_corners is not None:
        raise ValueError("align_corners option can only be set with the interpolating modes: linear | bilinear | bicubic | trilinear")
    if (size is None) == (scale_factor is None):
        raise ValueError("only one of size or scale_factor should be defined" if size is not None else
                         "either size or scale_factor should be defined")
    each = size if size is not None else scale_factor
    each = list(each) if isinstance(each, (tuple, list)) else [each] * n
    old = input.shape[2:]
    if len(each) != n:
        word, given = ("output", f"output size of {size}") if size is not None else ("scale_factor", f"scale_factor of shape {scale_factor}")
        letter = word[0]
        raise ValueError(f"Input and {word} must have the same number of spatial dimensions, but got input with spatial dimensions of "
                         f"{list(old)} and {given}. Please provide input tensor in (N, C, d1, d2, ...,dK) format and "
                         f"{word}{' size' if letter == 'o' else ''} in ({letter}1, {letter}2, ...,{letter}K) format.")
    if recompute_scale_factor and size is not None:
        raise ValueError("recompute_scale_factor is not meaningful with an explicit size.")
    new = each if size is not None else [int(np.floor(float(length) * factor)) for length, factor in zip(old, each)]
    if antialias and not (mode in ("bilinear", "bicubic") and n == 2):
        raise ValueError("Anti-alias option is restricted to bilinear, bicubic, and lanczos modes and requires a 4-D tensor as input")
    if mode == "area" and n in (1, 2, 3):
        return getattr(pooling, f"adaptive_avg_pool{n}d")(input, new)
    if mode in ("linear", "bilinear", "trilinear") and n in (1, 2, 3) and DIMENSIONS[mode] != n:
        raise NotImplementedError(f"Got {input.dim()}D input, but {mode} mode needs {DIMENSIONS[mode] + 2}D input")
    if mode not in NAMES or n not in (1, 2, 3) or DIMENSIONS.get(mode, n) != n:
        raise NotImplementedError(f"Input Error: Only 3D, 4D and 5D input Tensors supported (got {input.dim()}D) for the modes: nearest | linear | "
                                  f"bilinear | bicubic | trilinear | lanczos | area | nearest-exact (got {mode})")
    scales = [None] * n if size is not None or recompute_scale_factor else [1.0 / float(f) for f in each]
    make = _smoothed if antialias else _cubic if mode == "bicubic" else _between if mode in DIMENSIONS else _nearest
    axes = [make(a, b, scale, mode, bool(align_corners)) for a, b, scale in zip(old, new, scales)]
    return _resized(input, f"Upsample{NAMES[mode]}{n}D{'Aa' * antialias}Backward0", axes, tuple(old), tuple(new))


def _nearest(old, new, scale, mode, _):
    """[(index of each new place's neighbour, its share)]."""
    scale = np.float32(old / new if scale is None else scale)
    at = np.floor((np.arange(new, dtype=np.float32) + np.float32(0.5 if mode == "nearest-exact" else 0)) * scale).astype(np.intp)
    return [(np.minimum(at, old - 1), None)]


def _between(old, new, scale, _, align_corners):
    """[(index of each new place's left neighbour, its share), the same of the right]."""
    at = np.maximum(_places(old, new, scale, align_corners), 0)
    left = np.minimum(at.astype(np.intp), old - 1)
    share = np.clip(at - left, 0, 1).astype(np.float32)
    return [(left, 1 - share), (np.minimum(left + 1, old - 1), share)]


def _step(old, new, scale, align_corners):
    """How far apart the new places are, in the old ones."""
    if align_corners:
        return np.float32((old - 1) / (new - 1) if new > 1 else 0)
    return np.float32(old / new if scale is None else scale)


def _places(old, new, scale, align_corners):
    """Where the new places lie among the old ones."""
    places, step = np.arange(new, dtype=np.float32), _step(old, new, scale, align_corners)
    return places * step if align_corners else (places + np.float32(0.5)) * step - np.float32(0.5)


def cubic(x, a):
    """Keys' cubic at distance x (1981)."""
    x = np.abs(x)
    return np.where(x <= 1, ((a + 2) * x - (a + 3)) * x * x + 1, np.where(x < 2, ((a * x - 5 * a) * x + 8 * a) * x - 4 * a, 0 * x))


def _cubic(old, new, scale, _, align_corners):
    """[(index of each of four neighbours, its share)]."""
    at = _places(old, new, scale, align_corners)
    first = np.floor(at)
    share = at - first
    first = first.astype(np.intp)
    return [(np.clip(first + k, 0, old - 1), cubic(share - np.float32(k), np.float32(-0.75)).astype(np.float32)) for k in (-1, 0, 1, 2)]


def _smoothed(old, new, scale, mode, align_corners):
    """As _between and _cubic, but where the image shrinks, of all pixels that fall into the new one."""
    step = float(_step(old, new, scale, align_corners))
    wide = max(step, 1.0)
    reach = wide * (1 if mode == "bilinear" else 2)
    centre = step * (np.arange(new) + 0.5)
    first = np.maximum((centre - reach + 0.5).astype(np.intp), 0)
    count = np.minimum((centre + reach + 0.5).astype(np.intp), old) - first
    at = first[:, None] + np.arange(count.max(initial=0))
    x = (at - centre[:, None] + 0.5) / wide
    share = np.maximum(1 - np.abs(x), 0) if mode == "bilinear" else cubic(x, -0.5)
    share = np.where(at < (first + count)[:, None], share, 0)
    share = (share / share.sum(1, keepdims=True)).astype(np.float32)
    return list(zip(np.minimum(at, old - 1).T, share.T))


def _resized(input, name, axes, old, new):
    a = input._a
    for axis, neighbours in reversed(list(enumerate(axes, 2))):
        shape = [-1 if i == axis else 1 for i in range(a.ndim)]
        terms = [a.take(index, axis) if share is None else a.take(index, axis) * share.astype(a.dtype).reshape(shape)
                 for index, share in neighbours]
        a = functools.reduce(np.add, terms)
    return differentiable(name, a, (input, lambda g: _gathered(g, name, axes, old, new)))


def _gathered(g, name, axes, old, new):
    """Each element's share of the gradients of the places it was used for."""
    a = g._a
    for axis, (neighbours, length) in enumerate(zip(axes, old), 2):
        out = np.zeros((length, *np.moveaxis(a, axis, 0).shape[1:]), a.dtype)
        for index, share in neighbours:
            rows = np.moveaxis(a, axis, 0)
            np.add.at(out, index, rows if share is None else rows * share.astype(a.dtype).reshape(-1, *[1] * (a.ndim - 1)))
        a = np.moveaxis(out, 0, axis)
    return differentiable(name.replace("Backward0", "BackwardBackward0"), np.ascontiguousarray(a),
                          (g, lambda gg: _resized(gg, name, axes, old, new)))


def pixel_shuffle(input, upscale_factor):
    """(…, C·r², H, W) → (…, C, H·r, W·r)."""
    r = upscale_factor
    if input.dim() < 3:
        raise RuntimeError(f"pixel_shuffle expects input to have at least 3 dimensions, but got input with {input.dim()} dimension(s)")
    *lead, channels, h, w = input._a.shape
    if channels % (r * r):
        raise RuntimeError("pixel_shuffle expects its input's 'channel' dimension to be divisible by the square of upscale_factor, but "
                           f"input.size(-3)={channels} is not divisible by {r * r}")
    a = np.moveaxis(input._a.reshape(*lead, channels // (r * r), r, r, h, w), (-4, -3), (-3, -1))
    return differentiable("PixelShuffleBackward0", a.reshape(*lead, channels // (r * r), h * r, w * r),
                          (input, lambda g: pixel_unshuffle(g, r)))


def pixel_unshuffle(input, downscale_factor):
    """(…, C, H·r, W·r) → (…, C·r², H, W)."""
    r = downscale_factor
    if input.dim() < 3:
        raise RuntimeError(f"pixel_unshuffle expects input to have at least 3 dimensions, but got input with {input.dim()} dimension(s)")
    *lead, channels, h, w = input._a.shape
    for name, place, length in (("height", -2, h), ("width", -1, w)):
        if length % r:
            raise RuntimeError(f"pixel_unshuffle expects {name} to be divisible by downscale_factor, but input.size({place})={length} is not "
                               f"divisible by {r}")
    a = np.moveaxis(input._a.reshape(*lead, channels, h // r, r, w // r, r), (-3, -1), (-4, -3))
    return differentiable("PixelUnshuffleBackward0", a.reshape(*lead, channels * r * r, h // r, w // r),
                          (input, lambda g: pixel_shuffle(g, r)))
