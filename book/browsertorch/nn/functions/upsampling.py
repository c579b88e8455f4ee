"""Larger and smaller images: interpolate, pixel_shuffle."""

import numpy as np

from ...base.missing import missing
from ...core.graph import differentiable

NAMES = {"nearest": "Nearest", "nearest-exact": "NearestExact", "linear": "Linear", "bilinear": "Bilinear", "trilinear": "Trilinear"}
LINEAR = {"linear": 1, "bilinear": 2, "trilinear": 3}


def interpolate(input, size=None, scale_factor=None, mode="nearest", align_corners=None, recompute_scale_factor=None, antialias=False):
    """The last dimensions in another size: the nearest element, or between neighbours along a line."""
    n = input.dim() - 2
    if mode in ("bicubic", "area") or antialias:
        raise missing(f"torch.nn.functional.interpolate(mode={mode!r}, antialias={antialias})")
    if mode not in NAMES:
        raise NotImplementedError(f"Input Error: Only 3D, 4D and 5D input Tensors supported (got {input.dim()}D) for the modes: nearest | linear | "
                                  f"bilinear | bicubic | trilinear | area | nearest-exact (got {mode})")
    if mode not in LINEAR and align_corners is not None:
        raise ValueError("align_corners option can only be set with the interpolating modes: linear | bilinear | bicubic | trilinear")
    if mode in LINEAR and LINEAR[mode] != n:
        raise NotImplementedError(f"Got {input.dim()}D input, but {mode} mode needs {LINEAR[mode] + 2}D input")
    if (size is None) == (scale_factor is None):
        raise ValueError("only one of size or scale_factor should be defined" if size is not None else
                         "either size or scale_factor should be defined")
    each = size if size is not None else scale_factor
    each = list(each) if isinstance(each, (tuple, list)) else [each] * n
    if len(each) != n:
        raise ValueError("Input and output must have the same number of spatial dimensions, but got input with spatial dimensions of "
                         f"{list(input.shape[2:])} and output size of {size}." if size is not None else
                         f"scale_factor shape must match input shape. Input is {n}D, scale_factor size is {len(each)}")
    old = input.shape[2:]
    new = each if size is not None else [int(np.floor(float(length) * factor)) for length, factor in zip(old, each)]
    scales = [None] * n if size is not None or recompute_scale_factor else [1.0 / float(f) for f in each]
    make = _between if mode in LINEAR else _nearest
    axes = [make(a, b, scale, mode == "nearest-exact", bool(align_corners)) for a, b, scale in zip(old, new, scales)]
    return _resized(input, f"Upsample{NAMES[mode]}{n}DBackward0", axes, tuple(old), tuple(new))


def _nearest(old, new, scale, centred, _):
    """[(index of each new place's neighbour, its share)]."""
    scale = np.float32(old / new if scale is None else scale)
    at = np.floor((np.arange(new, dtype=np.float32) + np.float32(0.5 if centred else 0)) * scale).astype(np.intp)
    return [(np.minimum(at, old - 1), None)]


def _between(old, new, scale, _, align_corners):
    """[(index of each new place's left neighbour, its share), the same of the right]."""
    places = np.arange(new, dtype=np.float32)
    if align_corners:
        at = places * np.float32((old - 1) / (new - 1) if new > 1 else 0)
    else:
        at = np.maximum((places + np.float32(0.5)) * np.float32(old / new if scale is None else scale) - np.float32(0.5), 0)
    left = np.minimum(at.astype(np.intp), old - 1)
    share = np.clip(at - left, 0, 1).astype(np.float32)
    return [(left, 1 - share), (np.minimum(left + 1, old - 1), share)]


def _resized(input, name, axes, old, new):
    a = input._a
    for axis, neighbours in reversed(list(enumerate(axes, 2))):
        shape = [-1 if i == axis else 1 for i in range(a.ndim)]
        terms = [a.take(index, axis) if share is None else a.take(index, axis) * share.astype(a.dtype).reshape(shape)
                 for index, share in neighbours]
        a = terms[0] if len(terms) == 1 else terms[0] + terms[1]
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
