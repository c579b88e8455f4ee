"""Padding with what is there: reflected, replicated or circular. Each padded element has one place that it comes from."""

import numpy as np

from ...core.graph import differentiable

SUPPORTED = """Padding size {} is not supported for {}D input tensor.
Supported combinations for non-constant padding:
  - 2D or 3D input: padding size = 2 (pads last dimension)
  - 3D or 4D input: padding size = 4 (pads last 2 dimensions)
  - 4D or 5D input: padding size = 6 (pads last 3 dimensions)"""
NODES = {"reflect": "ReflectionPad{}DBackward0", "replicate": "ReplicationPad{}DBackward0", "circular": "CopySlices"}


def pad_with_own(input, pad, mode, value):
    """F.pad where mode is not "constant"."""
    if mode not in NODES:
        raise NotImplementedError(f"Unrecognised padding mode {mode}")
    if value is not None and value != 0:
        raise RuntimeError(f'Padding mode "{mode}" doesn\'t take in value argument')
    n = len(pad) // 2
    if len(pad) % 2 or input.dim() not in (n + 1, n + 2) or n > 3:
        raise NotImplementedError(SUPPORTED.format(len(pad), input.dim()))
    indices = []
    for i in range(n):
        axis = input.dim() - n + i
        before, after = pad[2 * (n - 1 - i):2 * (n - i)]
        length = input.shape[axis]
        if mode == "reflect" and max(before, after) >= length:
            raise RuntimeError(f"Argument #{2 * n + 2}: Padding size should be less than the corresponding input dimension, but got: padding "
                               f"({before}, {after}) at dimension {axis} of input {list(input.shape)}")
        if mode == "circular" and max(before, after) > length:
            raise RuntimeError("Padding value causes wrapping around more than once.")
        place = np.arange(-before, length + after)
        if mode == "replicate":
            place = np.clip(place, 0, length - 1)
        elif mode == "circular":
            start, end = max(-before, 0), length + min(after, 0)      # what less than nothing is padded with is cut off first
            place = start + (place - start) % max(end - start, 1)
        else:
            place = (length - 1) - np.abs((length - 1) - np.abs(place))
        indices.append(place)
    return _taken(NODES[mode].format(n), input, np.ix_(*indices))


def _taken(node, input, places):
    shape = input._a.shape
    return differentiable(node, input._a[(..., *places)], (input, lambda g: _given(g, shape, places)))


def _given(g, shape, places):
    array = np.zeros(shape, g._a.dtype)
    np.add.at(array, (..., *places), g._a)
    return differentiable("PadBackwardBackward0", array, (g, lambda gg: _taken("PadBackward0", gg, places)))
