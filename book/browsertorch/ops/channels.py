"""The order in memory in which an image's channels stand last, as convolutions on some devices like it. Shapes stay as they are."""

import numpy as np

from ..base.values import memory_format
from ..core.graph import differentiable

channels_last, channels_last_3d = memory_format("channels_last"), memory_format("channels_last_3d")
channels_last.axes, channels_last_3d.axes = (0, 2, 3, 1), (0, 2, 3, 4, 1)


def arranged(t, order, node):
    """t in that order in memory."""
    a, axes = t._a, order.axes
    if a.ndim != len(axes):
        raise RuntimeError(f"required rank {len(axes)} tensor to use {order._name} format")
    turned = np.array(a.transpose(axes), order="C")
    return differentiable(node, turned.transpose(np.argsort(axes)), (t, lambda g: g))
