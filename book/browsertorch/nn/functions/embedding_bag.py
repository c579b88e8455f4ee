"""embedding_bag: of a table of vectors, sums of rows."""

import numpy as np

from ...base.errors import type_name
from ...core.graph import differentiable
from ...core.tensor import Tensor, wrap
from .embedding_options import check, shorten


def _bags(input, offsets, include_last_offset):
    """[(first, behind the last)] of each bag."""
    starts = offsets._a.tolist()
    if include_last_offset:
        return list(zip(starts[:-1], starts[1:]))
    return list(zip(starts, [*starts[1:], input.numel()]))


def _check_bag(input, weight, offsets):
    for name, value in (("weight", weight), ("input", input)):
        if not isinstance(value, Tensor):
            raise TypeError(f"embedding_bag(): argument '{name}' must be Tensor, not {type_name(value)}")
    if input.dim() == 2:
        if offsets is not None:
            raise ValueError("if input is 2D, then offsets has to be None, as input is treated is a mini-batch of fixed length sequences. "
                             f"However, found offsets of type {type(offsets)}")
    elif input.dim() == 1:
        if not isinstance(offsets, Tensor):
            raise ValueError("offsets has to be a 1D Tensor but got None" if offsets is None else "offsets has to be a 1D Tensor")
        if offsets.dim() != 1:
            raise ValueError("offsets has to be a 1D Tensor")
        if offsets.numel() and offsets._a[0]:
            raise RuntimeError(f"offsets[0] has to be 0, i.e., the first sequence in the mini-batch has to start from position 0. However, got "
                               f"{int(offsets._a[0])}")
        if offsets.numel() and offsets._a[-1] > input.numel():
            raise RuntimeError(f"offsets[-1] can not be greater than input's length: {input.numel()}, but got offsets[-1] of {int(offsets._a[-1])}")
    else:
        raise ValueError(f"input has to be 1D or 2D Tensor, but got Tensor of dimension {input.dim()}")
    if input._a.dtype.name not in ("int64", "int32"):
        raise RuntimeError("Expected tensor for argument #1 'indices' to have one of the following scalar types: Long, Int; "
                           f"but got {input.type()} instead (while checking arguments for embedding_bag)")


def embedding_bag(input, weight, offsets=None, max_norm=None, norm_type=2.0, scale_grad_by_freq=False, mode="mean", sparse=False,
                  per_sample_weights=None, include_last_offset=False, padding_idx=None):
    """The sum, mean or maximum of the rows that each bag of numbers names."""
    check(sparse)
    _check_bag(input, weight, offsets)
    if per_sample_weights is not None and input.size() != per_sample_weights.size():
        raise ValueError(f"embedding_bag: If per_sample_weights ({list(per_sample_weights.shape)}) is not None, then it must have the same "
                         f"shape as the input ({list(input.shape)})")
    if mode not in ("sum", "mean", "max"):
        raise ValueError("mode has to be one of sum, mean or max")
    if per_sample_weights is not None and mode != "sum":
        raise NotImplementedError(f"embedding_bag: per_sample_weights was not None. per_sample_weights is only supported for mode='sum' (got "
                                  f"mode='{mode}'). Please open a feature request on GitHub.")
    index = input._a.ravel().astype(np.intp)
    if ((index < 0) | (index >= len(weight._a))).any():
        raise RuntimeError(f"embedding_bag: Expected idx >= 0 && idx < num_embeddings but found idx to be "
                           f"{index[(index < 0) | (index >= len(weight._a))][0]}")
    if max_norm is not None:
        shorten(weight, index, max_norm, norm_type)
    n = input.size(1) if input.dim() == 2 else None
    bags = [(i * n, i * n + n) for i in range(input.size(0))] if n is not None else _bags(input, offsets, include_last_offset)
    bags = [np.array([k for k in range(a, b) if index[k] != padding_idx], np.intp) for a, b in bags]
    if mode == "max":
        return _largest(index, weight, bags)
    share = np.zeros((len(bags), index.size), weight._a.dtype)
    for row, bag in zip(share, bags):
        row[bag] = 1 if mode == "sum" else 1 / max(len(bag), 1)
    return _weighted(index, weight, share, per_sample_weights, scale_grad_by_freq)


def _weighted(index, weight, share, per_sample, by_frequency):
    """Each bag's rows times their shares, summed."""
    times = share if per_sample is None else share * per_sample._a.ravel()
    often = np.bincount(index, minlength=len(weight._a))[index].astype(weight._a.dtype) if by_frequency else 1

    def for_weight(g, per_sample):
        rows = wrap(share / often).mT @ g
        if per_sample is not None:
            rows = rows * per_sample.reshape(-1, 1)
        return g.new_zeros(weight_shape).index_add(0, wrap(index.astype(np.int64)), rows)

    def for_samples(g, weight):
        return ((wrap(share).mT @ g) * weight[wrap(index.astype(np.int64))]).sum(-1).reshape(sample_shape)

    weight_shape, sample_shape = weight.shape, None if per_sample is None else per_sample.shape
    inputs = [(weight, for_weight, per_sample)]
    if per_sample is not None:
        inputs.append((per_sample, for_samples, weight))
    return differentiable("EmbeddingBagBackward0", times @ weight._a[index], *inputs)


def _largest(index, weight, bags):
    """Each bag's largest number of every column."""
    a = weight._a
    hit = np.full((len(bags), a.shape[1]), -1, np.intp)
    for row, bag in zip(hit, bags):
        if len(bag):
            row[:] = index[bag[a[index[bag]].argmax(0)]]
    columns = np.arange(a.shape[1])
    shape = weight.shape

    def for_weight(g):
        out = np.zeros(shape, g._a.dtype)
        for row, gradient in zip(hit, g._a):
            out[row[row >= 0], columns[row >= 0]] += gradient[row >= 0]
        return differentiable("EmbeddingBagBackwardBackward0", out, (g, lambda gg: gg[wrap(hit.astype(np.int64)), wrap(columns.astype(np.int64))]))

    return differentiable("EmbeddingBagBackward0", np.where(hit >= 0, a[hit, columns], a.dtype.type(0)), (weight, for_weight))
