"""Rearrangements that copy: diagonals, triangles, turning, repeating; and windows and grids."""

import numpy as np

from ..base.errors import type_name, wrap_dim
from ..base.modes import warn_once
from ..core.graph import differentiable
from ..core.registry import function, method, op
from ..core.tensor import Tensor, wrap
from ..core.views import view
from .arithmetic import unsupported
from .shape import diagonal_backward, expanded, sizes


@op
def diag(input, diagonal=0):
    """A vector as a diagonal matrix; of a matrix, its diagonal."""
    if input._a.ndim == 1:
        return diag_embed(input, diagonal)
    if input._a.ndim != 2:
        raise RuntimeError(f"diag(): Supports 1D or 2D tensors. Got {input._a.ndim}D")
    shape = input._a.shape
    return differentiable("DiagonalBackward0_copy", input._a.diagonal(diagonal).copy(),
                          (input, lambda g: diagonal_backward(g, shape, diagonal, 0, 1)))


@op
def diag_embed(input, offset=0, dim1=-2, dim2=-1):
    """The last dimension on the diagonal of a new pair of dimensions."""
    a = input._a
    d1, d2 = (wrap_dim(d, a.ndim + 1) for d in (dim1, dim2))
    if d1 == d2:
        raise RuntimeError(f"diagonal dimensions cannot be identical {dim1}, {dim2}")
    n = a.shape[-1] + abs(offset)
    out = np.zeros(a.shape[:-1] + (n, n), a.dtype)
    i = np.arange(a.shape[-1])
    out[..., i + max(-offset, 0), i + max(offset, 0)] = a
    return differentiable("DiagEmbedBackward0", np.ascontiguousarray(np.moveaxis(out, (-2, -1), (d1, d2))),
                          (input, lambda g: g.diagonal(offset, d1, d2)))


@op
def diagflat(input, offset=0):
    """All elements as a diagonal matrix."""
    return input.reshape(-1).diag_embed(offset)


def _need_matrix(name, input):
    if input._a.ndim < 2:
        raise RuntimeError(f"{name}: input tensor must have at least 2 dimensions")


@op(inplace=True)
def tril(input, diagonal=0):
    """The lower triangle, zeros above."""
    _need_matrix("tril", input)
    return differentiable("TrilBackward0", np.tril(np.asarray(input._a, order="C"), diagonal), (input, lambda g: g.tril(diagonal)))


@op(inplace=True)
def triu(input, diagonal=0):
    """The upper triangle, zeros below."""
    _need_matrix("triu", input)
    return differentiable("TriuBackward0", np.triu(np.asarray(input._a, order="C"), diagonal), (input, lambda g: g.triu(diagonal)))


def _flip(input, dims):
    dims = tuple(input._dim(d) for d in dims)
    if len(set(dims)) < len(dims):
        raise RuntimeError(f"dim {next(d for d in dims if dims.count(d) > 1)} appears multiple times in the list of dims")
    return differentiable("FlipBackward0", np.flip(input._a, dims if input._a.ndim else ()).copy(order="K"), (input, lambda g: _flip(g, dims)))


function(lambda input, dims: _flip(input, [dims] if isinstance(dims, int) else dims), "flip")
method(lambda self, *dims: _flip(self, sizes(dims)), "flip")


@op
def fliplr(input):
    """flip(1)."""
    if input._a.ndim < 2:
        raise RuntimeError("Input must be >= 2-d.")
    return _flip(input, (1,))


@op
def flipud(input):
    """flip(0)."""
    if not input._a.ndim:
        raise RuntimeError("Input must be >= 1-d.")
    return _flip(input, (0,))


@op
def roll(input, shifts, dims=None):
    """Elements shifted around the end."""
    negative = -shifts if isinstance(shifts, int) else tuple(-s for s in shifts)
    dims = tuple(dims) if isinstance(dims, list) else dims
    count, places = (1 if isinstance(v, int) else len(v) for v in (shifts, () if dims is None else dims))
    if count != places and (places or count != 1):
        raise RuntimeError(f"shifts and dimensions must align. shifts: {count}, dims:{places}")
    if places and not input._a.ndim:
        raise IndexError(f"Dimension specified as {dims if isinstance(dims, int) else dims[0]} but tensor has no dimensions")
    dims = dims if dims is None else input._dim(dims) if isinstance(dims, int) else tuple(input._dim(d) for d in dims) or None
    return differentiable("RollBackward0", np.roll(np.asarray(input._a, order="C"), shifts, dims), (input, lambda g: roll(g, negative, dims)))


@op
def rot90(input, k=1, dims=(0, 1)):
    """Turned by k quarter turns."""
    if input._a.ndim < 2:
        raise RuntimeError(f"expected total dims >= 2, but got total dims = {input._a.ndim}")
    return differentiable("Rot90Backward0", np.rot90(input._a, k, dims).copy(order="K"), (input, lambda g: rot90(g, -k, dims)))


def _repeat(input, times):
    a = input._a
    if len(times) < a.ndim:
        raise RuntimeError("Number of dimensions of repeat dims can not be smaller than number of dimensions of tensor")
    shape = a.shape
    padded = (1,) * (len(times) - a.ndim) + shape
    if any(n < 0 for n in times):
        target = [n * m for n, m in zip(times, padded)]
        raise RuntimeError(f"Trying to create tensor with negative dimension {next(n for n in target if n < 0)}: {target}")
    split = tuple(n for pair in zip(times, padded) for n in pair)
    evens = tuple(range(0, len(split), 2))
    return differentiable("RepeatBackward0", np.tile(a, times),
                          (input, lambda g: (g.reshape(split).sum(evens) if times else g).reshape(shape)))


method(lambda self, *times: _repeat(self, sizes(times)), "repeat")


def _tile(input, times):
    return _repeat(input, (1,) * (input._a.ndim - len(times)) + times)


function(lambda input, dims: _tile(input, sizes((dims,))), "tile")
method(lambda self, *dims: _tile(self, sizes(dims)), "tile")


@op
def repeat_interleave(input, repeats=None, dim=None, *, output_size=None):
    """Each element `repeats` times in a row; of numbers alone, each place as often as its number says."""
    if repeats is None:
        if input._a.dtype.kind not in "iu":
            unsupported("repeat_interleave", input._a)
        return wrap(np.repeat(np.arange(input._a.size, dtype=np.int64), input._a.astype(np.intp)))
    if isinstance(repeats, Tensor) and repeats._a.ndim:
        source = input if dim is not None or input._a.ndim == 1 else input.reshape(-1)
        if repeats._a.dtype.kind not in "iu":
            unsupported("repeat_interleave", repeats._a)
        if repeats._a.size != source._a.shape[dim or 0]:
            raise RuntimeError(f"repeats must have the same size as input along dim, but got repeats.size(0) = {repeats._a.size} and "
                               f"input.size({dim or 0}) = {source._a.shape[dim or 0]}")
        if repeats._a.size and repeats._a.min() < 0:
            raise RuntimeError("repeats can not be negative")
        index = wrap(np.repeat(np.arange(source._a.shape[dim or 0], dtype=np.int64), repeats._a.astype(np.intp)))
        if output_size not in (None, index._a.size):
            raise RuntimeError("allocated size does not match required size")
        return source.index_select(dim or 0, index)
    repeats = int(repeats)
    if repeats < 0:
        raise RuntimeError("Repeats must be non-negative")
    if dim is None:
        flat = input if input._a.ndim == 1 else input.reshape(-1)
        return expanded(flat.unsqueeze(1), (flat._a.size, repeats)).clone().contiguous().view(-1)
    d = input._dim(dim)
    s = input._a.shape
    return expanded(input.unsqueeze(d + 1), s[:d + 1] + (repeats,) + s[d + 1:]).clone().contiguous().flatten(d, d + 1)


def unfold(input, dimension, size, step):
    """Windows of length `size`, `step` apart, as a view with one more dimension at the end."""
    d, shape = input._dim(dimension), input._a.shape
    if not shape:
        return unfold(input.unsqueeze(0), 0, size, step).squeeze(0)
    if size > shape[d]:
        raise RuntimeError(f"maximum size for tensor at dimension {d} is {shape[d]} but size is {size}")
    if step <= 0:
        raise RuntimeError(f"step is {step} but must be > 0")
    windows = np.lib.stride_tricks.sliding_window_view(input._a, size, d, writeable=True)
    take = (slice(None),) * d + (slice(None, None, step),)
    return view("UnfoldBackward0", input, windows[take], lambda g: _unfold_backward(g, shape, d, size, step))


def _unfold_backward(g, shape, d, size, step):
    out = np.zeros(shape, g._a.dtype)
    moved = np.moveaxis(out, d, -1)
    for i in range(g._a.shape[d]):
        moved[..., i * step:i * step + size] += np.moveaxis(g._a, d, -2)[..., i, :]
    return differentiable("UnfoldBackwardBackward0", out, (g, lambda gg: unfold(gg, d, size, step)))


method(unfold)


def _atleast(n, change):
    def more(*tensors):
        if len(tensors) == 1 and isinstance(tensors[0], (tuple, list)):
            return tuple(map(change, tensors[0]))
        return change(tensors[0]) if len(tensors) == 1 else tuple(map(change, tensors))
    function(more, f"atleast_{n}d")


_atleast(1, lambda t: t if t.dim() else t.reshape(1))
_atleast(2, lambda t: t if t.dim() > 1 else t.unsqueeze(0) if t.dim() else t.reshape(1, 1))
_atleast(3, lambda t: t if t.dim() > 2 else t.unsqueeze(-1) if t.dim() > 1 else t.unsqueeze(0).unsqueeze(-1) if t.dim() else t.reshape(1, 1, 1))


@function
def meshgrid(*tensors, indexing=None):
    """Coordinates of a grid: for each input its values along its own dimension."""
    if len(tensors) == 1 and not isinstance(tensors[0], Tensor):
        tensors = tuple(tensors[0])
    if indexing is None:
        warn_once("torch.meshgrid: in an upcoming release, it will be required to pass the indexing argument. (Triggered "
                      "internally at /__w/pytorch/pytorch/aten/src/ATen/native/TensorShape.cpp:4215.)")
    if indexing == "xy" and len(tensors) > 1:
        first, second, *rest = meshgrid(tensors[1], tensors[0], *tensors[2:], indexing="ij")
        return (second, first, *rest)
    for i, t in enumerate(tensors):
        if not isinstance(t, Tensor):
            raise TypeError(f"expected Tensor as element {i} in argument 0, but got {type_name(t)}")
    if not tensors:
        raise RuntimeError("meshgrid expects a non-empty TensorList")
    if any(t.dtype != tensors[0].dtype for t in tensors):
        raise RuntimeError("meshgrid expects all tensors to have the same dtype")
    if indexing not in (None, "ij", "xy"):
        raise RuntimeError(f"torch.meshgrid: indexing must be one of \"xy\" or \"ij\", but received: {indexing}")
    shape = tuple(t.numel() for t in tensors)
    return tuple(t.reshape((1,) * i + (-1,) + (1,) * (len(tensors) - i - 1)).expand(shape) for i, t in enumerate(tensors))
