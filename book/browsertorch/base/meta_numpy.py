"""numpy as the engine's modules see it once a program has named the device meta.

It is numpy, but for what makes arrays without asking their arguments: zeros, full, asarray and their like make a MetaArray where
the dtype carries its mark, where they are given one, or (`elsewhere`) where a whole function is to work without elements. A
program that never names meta never reads this file: its modules have numpy itself.
"""

import contextlib
import sys
import types

import numpy as np

from . import meta_array, meta_rules, rounding  # noqa: F401 (meta_rules tells MetaArray its rules)
from .meta_array import MetaArray

_place = None            # "meta" or "cpu" while everything is made there, whatever it is made like


@contextlib.contextmanager
def elsewhere(place):
    """Context: what is made inside is made there."""
    global _place
    before, _place = _place, place
    try:
        yield
    finally:
        _place = before


class _AnyArray(type):
    """isinstance(x, np.ndarray) holds for both kinds."""

    def __instancecheck__(cls, x):
        return isinstance(x, (np.ndarray, MetaArray))

    def __call__(cls, shape, dtype=float, buffer=None, offset=0, strides=None):
        if isinstance(buffer, MetaArray):
            return buffer.seen(shape, strides, offset, dtype)
        return np.ndarray(shape, dtype, buffer, offset, strides)


class ndarray(metaclass=_AnyArray):
    """numpy's class of arrays."""


def _is_marked(dtype):
    return isinstance(dtype, np.dtype) and dtype.metadata is not None


def _maker(make, first):
    """zeros(shape, dtype) and its like; first: where its dtype stands among the arguments."""
    def made(shape, *args, **kwargs):
        dtype = kwargs.get("dtype", args[first] if len(args) > first else None)
        if _place == "meta" or _place is None and _is_marked(dtype):
            if dtype is None:
                dtype = np.asarray(args[0]).dtype if first else np.float64
            return MetaArray(shape if isinstance(shape, (tuple, list)) else (shape,), dtype)
        return make(shape, *args, **kwargs)
    return made


def _like(make):
    """zeros_like(array, ...) and its like."""
    def made(array, *args, **kwargs):
        if _place == "meta":
            array = meta_array.of(array)
        elif _place == "cpu" and isinstance(array, MetaArray):
            array = np.empty(array.shape, meta_array.plain(array.dtype))
        return make(array, *args, **kwargs)
    return made


def _copier(make):
    """asarray(x, dtype, order=...) and its like."""
    def made(x, dtype=None, *args, order="K", ndmin=0, **kwargs):
        if not isinstance(x, MetaArray):
            more = {"ndmin": ndmin} if ndmin else {}
            made = make(x, dtype, *args, order=order, **more, **kwargs)
            return meta_array.of(made) if _is_marked(dtype) else made
        if ndmin > x.ndim:
            x = x.reshape((1,) * (ndmin - x.ndim) + x.shape)
        x = x if dtype is None else x.astype(dtype, copy=False)
        return x if order == "K" or x.flags.c_contiguous else x.copy()
    return made


def _contiguous(x, dtype=None):
    return np_without.asarray(x, dtype, order="C") if isinstance(x, MetaArray) else np.ascontiguousarray(x, dtype)


def _strided(array, shape, strides, writeable=True):
    if isinstance(array, MetaArray):
        return array.seen(shape, strides)
    return np.lib.stride_tricks.as_strided(array, shape, strides, writeable=writeable)


np_without = types.ModuleType("numpy")
vars(np_without).update({name: getattr(np, name) for name in dir(np)})
vars(np_without).update({name: _maker(getattr(np, name), name == "full") for name in ("zeros", "ones", "empty", "full")})
vars(np_without).update({name: _like(getattr(np, name)) for name in ("zeros_like", "ones_like", "empty_like", "full_like")})
vars(np_without).update(asarray=_copier(np.asarray), array=_copier(np.array), ascontiguousarray=_contiguous, ndarray=ndarray,
                        broadcast_shapes=meta_array.broadcast)
strides = types.SimpleNamespace(as_strided=_strided, sliding_window_view=np.lib.stride_tricks.sliding_window_view)
np_without.lib = types.SimpleNamespace(stride_tricks=strides)
_known = 0               # how many modules there were when the engine's were looked through


def look_through():
    """Give the engine's modules, also those that were read since, this numpy."""
    global _known
    if _known != len(sys.modules):
        _known, package = len(sys.modules), __name__.partition(".")[0] + "."
        for name, module in list(sys.modules.items()):
            if name.startswith(package) and ".base.meta_" not in name and vars(module).get("np") is np:
                module.np = np_without


def _sum(f):
    """A sum in torch's order, of what has elements."""
    def total(array, axes=None):
        if not isinstance(array, MetaArray):
            return f(array) if axes is None else f(array, axes)
        return np.add.reduce(array, axis=axes)
    return total


rounding.total, rounding.along = _sum(rounding.total), _sum(rounding.along)
MetaArray.made = staticmethod(look_through)
look_through()
