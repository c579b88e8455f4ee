"""A batch out of samples: tensors are stacked, numbers become a tensor, tuples and dicts are gone through."""

import copy
from collections.abc import Mapping, MutableMapping, MutableSequence, Sequence

import numpy as np

from ....base.dtypes import float64
from ....core.tensor import Tensor
from ....ops.creation import as_tensor, tensor
from ....ops.join import stack

MESSAGE = "default_collate: batch must contain tensors, numpy arrays, numbers, dicts or lists; found {}"


def _is_text(dtype):
    return dtype.kind in "SUO"


def default_convert(data):
    """Arrays as tensors, wherever they are; all else as it is."""
    kind = type(data)
    if isinstance(data, Tensor):
        return data
    if kind.__module__ == "numpy" and kind.__name__ != "str_":
        return data if isinstance(data, np.ndarray) and _is_text(data.dtype) else as_tensor(data)
    if isinstance(data, Mapping):
        return _like_mapping(data, {key: default_convert(data[key]) for key in data})
    if isinstance(data, tuple) and hasattr(data, "_fields"):
        return kind(*map(default_convert, data))
    if isinstance(data, tuple):
        return [default_convert(d) for d in data]
    if isinstance(data, Sequence) and not isinstance(data, (str, bytes)):
        return _like_sequence(data, [default_convert(d) for d in data])
    return data


def _like_mapping(like, items):
    try:
        if isinstance(like, MutableMapping):
            made = copy.copy(like)
            made.update(items)
            return made
        return type(like)(items)
    except TypeError:
        return items


def _like_sequence(like, items):
    try:
        if isinstance(like, MutableSequence):
            made = copy.copy(like)
            for i, item in enumerate(items):
                made[i] = item
            return made
        return type(like)(items)
    except TypeError:
        return items


def _tensors(batch, collate_fn_map):
    return stack(list(batch), 0)


def _arrays(batch, collate_fn_map):
    if _is_text(batch[0].dtype):
        raise TypeError(MESSAGE.format(batch[0].dtype))
    return collate([as_tensor(b) for b in batch], collate_fn_map=collate_fn_map)


default_collate_fn_map = {
    Tensor: _tensors,
    np.ndarray: _arrays,
    (np.bool_, np.number, np.object_): lambda batch, collate_fn_map: as_tensor(batch),
    float: lambda batch, collate_fn_map: tensor(batch, dtype=float64),
    int: lambda batch, collate_fn_map: tensor(batch),
    str: lambda batch, collate_fn_map: batch,
    bytes: lambda batch, collate_fn_map: batch,
}


def collate(batch, *, collate_fn_map=None):
    """One sample's shape with a batch in each place; collate_fn_map: {type: what makes a batch of it}."""
    first = batch[0]
    kind = type(first)
    if collate_fn_map is not None:
        if kind in collate_fn_map:
            return collate_fn_map[kind](batch, collate_fn_map=collate_fn_map)
        for known, make in collate_fn_map.items():
            if isinstance(first, known):
                return make(batch, collate_fn_map=collate_fn_map)
    together = lambda samples: collate(samples, collate_fn_map=collate_fn_map)
    if isinstance(first, Mapping):
        return _like_mapping(first, {key: together([d[key] for d in batch]) for key in first})
    if isinstance(first, tuple) and hasattr(first, "_fields"):
        return kind(*map(together, zip(*batch)))
    if isinstance(first, Sequence):
        if any(len(sample) != len(first) for sample in batch):
            raise RuntimeError("each element in list of batch should be of equal size")
        columns = list(map(together, zip(*batch)))
        return columns if isinstance(first, tuple) else _like_sequence(first, columns)
    raise TypeError(MESSAGE.format(kind))


def default_collate(batch):
    """A batch as a DataLoader makes it."""
    return collate(batch, collate_fn_map=default_collate_fn_map)
