"""Batch normalization of images and volumes; BatchNorm1d is in layers.py."""

from ..layers import BatchNorm

_BatchNorm = BatchNorm      # the name that programs ask isinstance with


class BatchNorm2d(BatchNorm):
    """batch_norm over (N, C, H, W)."""

    _dims = (4,)


class BatchNorm3d(BatchNorm):
    """batch_norm over (N, C, D, H, W)."""

    _dims = (5,)
