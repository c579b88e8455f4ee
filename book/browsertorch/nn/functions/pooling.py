"""Poolings of one, two or three dimensions. In one dimension they are, as in torch, those of two with a dimension more.

A maximum is a choice of places, an average a sum over places: each operation's derivative is its counterpart, and that one's
derivative is the operation again.
"""

import math

import numpy as np

from ...base.errors import type_name
from ...base.quiet import silent
from ...core.graph import differentiable
from ...core.tensor import Tensor, wrap
from ...api.calls import batch_aware, taught
from .windows import many, padded, places, windows


def _out_size(n, kernel, stride, padding, dilation, ceil):
    """How many windows start in the input or in the padding before it."""
    room = n + 2 * padding - dilation * (kernel - 1) - 1
    count = -(-room // stride) + 1 if ceil else room // stride + 1
    return count - 1 if ceil and (count - 1) * stride >= n + padding else count


def _plan(name, input, n, kernel_size, stride, padding, dilation, ceil):
    """(kernel, stride, padding, dilation, sizes of the result) after torch's checks."""
    words = {1: "one int", 2: "two ints", 3: "three ints"}[n]
    for word, value in (("kernel_size", kernel_size), ("stride", stride), ("padding", padding), ("dilation", dilation)):
        if isinstance(value, (tuple, list)) and len(value) not in (0, 1, n):
            also = "omitted, a" if word == "stride" else "a"
            raise RuntimeError(f"{name}: {word} must either be {also} single int, or a tuple of {words}")
    kernel = many(kernel_size, n)
    stride = kernel if stride is None or isinstance(stride, (tuple, list)) and not stride else many(stride, n)
    padding, dilation = many(padding, n), many(dilation, n)
    if any(s == 0 for s in stride):
        raise RuntimeError("stride should not be zero")
    if any(k <= 0 for k in kernel):
        raise RuntimeError("kernel size should be greater than zero, but got " + " ".join(
            f"{w}: {k}" for w, k in zip((("kT", "kH", "kW"))[3 - n:], kernel)))
    for p, k, d in zip(padding[::-1], kernel[::-1], dilation[::-1]):
        if p > (d * (k - 1) + 1) // 2:
            raise RuntimeError(f"pad should be at most half of effective kernel size, but got pad={p}, kernel_size={k} and dilation={d}")
    shape = input.shape[-n:]
    sizes = tuple(map(_out_size, shape, kernel, stride, padding, dilation, (ceil,) * n))
    if any(s < 1 for s in sizes):
        text = lambda lengths: "x".join(map(str, (input.shape[-n - 1], *lengths)))
        raise RuntimeError(f"Given input size: ({text(shape)}). Calculated output size: ({text(sizes)}). Output size is too small")
    return kernel, stride, padding, dilation, sizes


def _tensor(name, input):
    if not isinstance(input, Tensor):
        raise TypeError(f"{name}(): argument 'input' (position 1) must be Tensor, not {type_name(input)}")


def _check_batch(input, n):
    if input.dim() not in (n + 1, n + 2):
        raise RuntimeError(f"non-empty {n + 1}D or {n + 2}D (batch mode) tensor expected for input")
    if 0 in input.shape[-n - 1:]:
        raise RuntimeError(f"Expected {n + 1}D or {n + 2}D (batch mode) tensor with optional 0 dim batch size for input, but got:"
                           f"{list(input.shape)}")


# -- a choice of places

def _chosen(node, input, index, n):
    """The elements at `index`, places in each plane of the last n dimensions."""
    shape, sizes = input._a.shape, index._a.shape
    flat = input._a.reshape(*shape[:-n], -1)
    array = np.take_along_axis(flat, index._a.reshape(*sizes[:-n], -1), -1).reshape(sizes)
    return differentiable(node, array, (input, lambda g, self, result1: _scattered(g, result1, shape, n), input, index))


def _scattered(g, index, shape, n):
    """The gradient of an input of that shape: each element added to its place."""
    planes = math.prod(shape[:-n])
    size = math.prod(shape[-n:])
    flat = (index._a.reshape(planes, -1) + np.arange(planes)[:, None] * size).ravel()
    array = np.bincount(flat.astype(np.intp), g._a.ravel(), planes * size).astype(g._a.dtype).reshape(shape)
    return differentiable(f"MaxPool{n}DWithIndicesBackwardBackward0", array,
                          (g, lambda gg, result1: _chosen("GatherBackward0", gg, result1, n), index))


def _max_pool(name, n, input, kernel_size, stride, padding, dilation, ceil_mode):
    _check_batch(input, n)
    kernel, stride, padding, dilation, sizes = _plan(name, input, n, kernel_size, stride, padding, dilation, ceil_mode)
    a = input._a
    shape = a.shape[-n:]
    least = -np.inf if a.dtype.kind == "f" else np.iinfo(a.dtype).min
    behind = [max((m - 1) * s + d * (k - 1) + 1 - length - p, 0) for m, s, d, k, length, p in
              zip(sizes, stride, dilation, kernel, shape, padding)]
    view = windows(padded(a, padding, least, behind), kernel, stride, dilation, sizes)
    best = view.reshape(*view.shape[:-n], -1).argmax(-1)
    steps = np.unravel_index(best, kernel)
    index = np.zeros_like(best)
    for axis, (step, s, d, p, length) in enumerate(zip(steps, stride, dilation, padding, shape)):
        column = (-1, *[1] * (n - 1 - axis))
        place = (np.arange(sizes[axis]) * s - p).reshape(column) + step * d
        index = index * length + np.maximum(place, 0)      # a window of -inf only may have chosen the padding
    index = wrap(index.astype(np.int64))
    return _chosen(f"MaxPool{n}DWithIndicesBackward0", input, index, n), index


def max_pool1d_with_indices(input, kernel_size, stride=None, padding=0, dilation=1, ceil_mode=False, return_indices=False):
    """The largest element of each window along the last dimension, and its place."""
    _tensor("max_pool1d", input)
    if input.dim() not in (2, 3):
        raise RuntimeError(f"max_pool1d: Expected 2D or 3D (batch mode) tensor with optional 0 dim batch size for input, but got:"
                           f"{list(input.shape)}")
    kernel = many(kernel_size, 1)
    if kernel[0] <= 0:
        raise RuntimeError(f"max_pool1d() kernel_size must be greater than zero, but got {kernel[0]}")
    step = many(kernel if stride is None else stride, 1)
    size = _out_size(input.shape[-1], kernel[0], step[0] or 1, many(padding, 1)[0], many(dilation, 1)[0], ceil_mode)
    if size < 1:
        raise RuntimeError(f"max_pool1d() Invalid computed output size: {size}")
    out, index = _max_pool("max_pool1d", 2, input.unsqueeze(-2), (1, *kernel), (1, *step), (0, *many(padding, 1)),
                           (1, *many(dilation, 1)), ceil_mode)
    return out.squeeze(-2), index.squeeze(-2)


def max_pool2d_with_indices(input, kernel_size, stride=None, padding=0, dilation=1, ceil_mode=False, return_indices=False):
    """The largest element of each window over the last two dimensions, and its place in the plane."""
    _tensor("max_pool2d", input)
    return _max_pool("max_pool2d", 2, input, kernel_size, stride, padding, dilation, ceil_mode)


def max_pool3d_with_indices(input, kernel_size, stride=None, padding=0, dilation=1, ceil_mode=False, return_indices=False):
    """The largest element of each window over the last three dimensions, and its place."""
    _tensor("max_pool3d", input)
    return _max_pool("max_pool3d", 3, input, kernel_size, stride, padding, dilation, ceil_mode)


def _max_choice(with_indices, name):
    def pool(input, kernel_size, stride=None, padding=0, dilation=1, ceil_mode=False, return_indices=False):
        got = with_indices(input, kernel_size, stride, padding, dilation, ceil_mode)
        return got if return_indices else got[0]
    pool.__name__, pool.__qualname__, pool.__doc__ = name, "boolean_dispatch.<locals>.fn", f"{with_indices.__doc__[:-1]} if asked for."
    return pool


max_pool1d = _max_choice(max_pool1d_with_indices, "max_pool1d")
max_pool2d = _max_choice(max_pool2d_with_indices, "max_pool2d")
max_pool3d = _max_choice(max_pool3d_with_indices, "max_pool3d")


def _unpool(n, input, indices, kernel_size, stride, padding, output_size):
    kernel = many(kernel_size, n)
    stride, padding = kernel if stride is None else many(stride, n), many(padding, n)
    if output_size is None:
        sizes = [(m - 1) * s + k - 2 * p for m, s, k, p in zip(input.shape[-n:], stride, kernel, padding)]
    else:
        sizes = list(output_size)[-n:]
    shape = (*input.shape[:-n], *sizes)
    if indices.numel() and int(indices._a.max()) >= math.prod(sizes):
        raise RuntimeError(f"Found an invalid max index: {int(indices._a.max())} (output volumes are of size {'x'.join(map(str, sizes))})")
    flat = np.zeros((*shape[:-n], math.prod(sizes)), input._a.dtype)
    np.put_along_axis(flat, indices._a.reshape(*shape[:-n], -1), input._a.reshape(*shape[:-n], -1), -1)
    return differentiable(f"MaxUnpool{n}DBackward0", flat.reshape(shape),
                          (input, lambda g, indices: _chosen("GatherBackward0", g, indices, n), indices))


def max_unpool1d(input, indices, kernel_size, stride=None, padding=0, output_size=None):
    """What max_pool1d took, back at its places; 0 elsewhere."""
    return _unpool(1, input, indices, kernel_size, stride, padding, output_size)


def max_unpool2d(input, indices, kernel_size, stride=None, padding=0, output_size=None):
    """What max_pool2d took, back at its places; 0 elsewhere."""
    return _unpool(2, input, indices, kernel_size, stride, padding, output_size)


# -- a sum over places

class _Average:
    """What is the same in an average and in its derivative."""

    def __init__(self, node, shape, kernel, stride, padding, sizes, divisors):
        self.node, self.shape, self.sizes, self.padding, self.divisors = node, shape, sizes, padding, divisors
        n = len(kernel)
        self.places = [met for _, met in places(kernel, stride, (1,) * n, sizes)]
        self.behind = [max((m - 1) * s + k - length - p, 0) for m, s, k, length, p in zip(sizes, stride, kernel, shape[-n:], padding)]

    @silent
    def taken(self, input):
        wide = padded(input._a, self.padding, 0, self.behind)
        total = wide[self.places[0]].copy()
        for met in self.places[1:]:
            total += wide[met]
        array = total // self.divisors if total.dtype.kind in "iu" else (total / self.divisors).astype(total.dtype)
        way = self
        return differentiable(self.node + "Backward0", array, (input, lambda g, self: way.given(g), input))

    @silent
    def given(self, g):
        n = len(self.padding)
        share = (g._a / self.divisors).astype(g._a.dtype)
        wide = np.zeros((*self.shape[:-n], *(p + length + b for p, length, b in zip(self.padding, self.shape[-n:], self.behind))),
                        g._a.dtype)
        for met in self.places:
            wide[met] += share
        array = wide[(..., *(slice(p, p + length) for p, length in zip(self.padding, self.shape[-n:])))]
        return differentiable(self.node + "BackwardBackward0", array, (g, self.taken))


def _lengths(length, kernel, stride, padding, size, count_padding):
    """How many elements each window counts along one dimension."""
    starts = np.arange(size) * stride - padding
    ends = np.minimum(starts + kernel, length + padding)
    return ends - starts if count_padding else np.minimum(ends, length) - np.maximum(starts, 0)


def _avg_pool(name, n, input, kernel_size, stride, padding, ceil_mode, count_include_pad, divisor_override):
    _check_batch(input, n) if input.dim() >= n + 1 else input.size(-n - 1)
    kernel, stride, padding, _, sizes = _plan(name, input, n, kernel_size, stride, padding, 1, ceil_mode)
    if divisor_override == 0:
        raise RuntimeError("divisor must be not zero")
    divisors = np.ones(())
    for counts in map(_lengths, input.shape[-n:], kernel, stride, padding, sizes, (count_include_pad,) * n):
        divisors = divisors[..., None] * counts
    divisors = (divisors if divisor_override is None else np.full(sizes, divisor_override)).astype(input._a.dtype)
    return _Average(f"AvgPool{n}D", input._a.shape, kernel, stride, padding, sizes, divisors).taken(input)


@taught("T input,I1 kernel_size,I1 stride=[],I1 padding=0,b ceil_mode=False,b count_include_pad=True")
def avg_pool1d(input, kernel_size, stride=None, padding=0, ceil_mode=False, count_include_pad=True):
    """The mean of each window along the last dimension."""
    kernel = many(kernel_size, 1)
    step = many(stride, 1) if stride not in (None, (), []) else kernel
    return _avg_pool("avg_pool1d", 2, input.unsqueeze(-2), (1, *kernel), (1, *step), (0, *many(padding, 1)), ceil_mode,
                     count_include_pad, None).squeeze(-2)


def avg_pool2d(input, kernel_size, stride=None, padding=0, ceil_mode=False, count_include_pad=True, divisor_override=None):
    """The mean of each window over the last two dimensions."""
    _tensor("avg_pool2d", input)
    return _avg_pool("avg_pool2d", 2, input, kernel_size, stride, padding, ceil_mode, count_include_pad, divisor_override)


def avg_pool3d(input, kernel_size, stride=None, padding=0, ceil_mode=False, count_include_pad=True, divisor_override=None):
    """The mean of each window over the last three dimensions."""
    _tensor("avg_pool3d", input)
    return _avg_pool("avg_pool3d", 3, input, kernel_size, stride, padding, ceil_mode, count_include_pad, divisor_override)


def lp_pool1d(input, norm_type, kernel_size, stride=None, ceil_mode=False):
    """(Σ x^p)^(1/p) of each window along the last dimension."""
    out = avg_pool1d(input.pow(norm_type), kernel_size, stride, 0, ceil_mode)
    return (out.sign() * out.abs().relu()).mul(many(kernel_size, 1)[0]).pow(1.0 / norm_type)


def lp_pool2d(input, norm_type, kernel_size, stride=None, ceil_mode=False):
    """(Σ x^p)^(1/p) of each window over the last two dimensions."""
    out = avg_pool2d(input.pow(norm_type), kernel_size, stride, 0, ceil_mode)
    return (out.sign() * out.abs().relu()).mul(math.prod(many(kernel_size, 2))).pow(1.0 / norm_type)


# -- as many windows as asked for

def _targets(name, input, n, output_size):
    """The lengths of the result; None stands for the input's own."""
    if isinstance(output_size, int):
        output_size = (output_size,) * n
    if len(output_size) > input.dim():
        raise ValueError(f"Input dimension should be at least {len(output_size) + 1}")
    sizes = [own if size is None else size for size, own in zip(output_size, input.shape[-len(output_size):])]
    if len(sizes) != n:
        raise RuntimeError(f"{name}: output_size must be {n}")
    return sizes


def _edges(length, size):
    """(first places, places behind the last) of the windows."""
    i = np.arange(size)
    return i * length // size, -(-(i + 1) * length // size)


class _AdaptiveAverage:
    """Sums over windows of unlike lengths: a matrix of ones for each dimension."""

    def __init__(self, node, shape, sizes, dtype):
        self.node, self.matrices, counts = node, [], np.ones((), dtype)
        for length, size in zip(shape, sizes):
            first, behind = _edges(length, size)
            at = np.arange(length)
            self.matrices.append(((at >= first[:, None]) & (at < behind[:, None])).astype(dtype))
            counts = counts[..., None] * (behind - first)
        self.counts = counts.astype(dtype)

    def _along(self, array, turned):
        for axis, matrix in enumerate(self.matrices, -len(self.matrices)):
            array = np.moveaxis(np.moveaxis(array, axis, -1) @ (matrix if turned else matrix.T), -1, axis)
        return np.ascontiguousarray(array)

    def taken(self, input):
        way = self
        return differentiable(self.node + "Backward0", self._along(input._a, False) / self.counts,
                              (input, lambda g, self: way.given(g), input))

    def given(self, g):
        return differentiable(self.node + "BackwardBackward0", self._along(g._a / self.counts, True), (g, self.taken))


def adaptive_avg_pool1d(input, output_size):
    """The means of `output_size` windows along the last dimension."""
    if isinstance(output_size, (tuple, list)) and len(output_size) != 1:
        raise RuntimeError(f"adaptive_avg_pool1d() argument 'output_size' should contain one int (got {len(output_size)})")
    if input.dim() not in (2, 3):
        raise RuntimeError(f"adaptive_avg_pool1d(): Expected 2D or 3D tensor, but got {list(input.shape)}")
    return adaptive_avg_pool2d(input.unsqueeze(-2), (1, *many(output_size, 1))).squeeze(-2)


def _adaptive_avg(n, input, output_size):
    sizes = _targets(f"adaptive_avg_pool{n}d", input, n, output_size)
    if input.dim() not in (n + 1, n + 2):
        raise RuntimeError(f"adaptive_avg_pool{n}d(): Expected {n + 1}D or {n + 2}D tensor, but got {list(input.shape)}")
    if all(size == 1 for size in sizes):
        return input.mean(tuple(range(-1, -n - 1, -1)), keepdim=True)
    if input._a.dtype.kind != "f":
        raise NotImplementedError(f"\"adaptive_avg_pool{n}d\" not implemented for '{input.dtype.title}'")
    return _AdaptiveAverage(f"AdaptiveAvgPool{n}D", input.shape[-n:], sizes, input._a.dtype).taken(input)


def adaptive_avg_pool2d(input, output_size):
    """The means of (H, W) windows over the last two dimensions."""
    return _adaptive_avg(2, input, output_size)


def adaptive_avg_pool3d(input, output_size):
    """The means of (D, H, W) windows over the last three dimensions."""
    return _adaptive_avg(3, input, output_size)


def adaptive_max_pool1d_with_indices(input, output_size, return_indices=False):
    """The maxima of `output_size` windows along the last dimension, and their places."""
    out, index = adaptive_max_pool2d_with_indices(input.unsqueeze(-2), (1, *many(output_size, 1)))
    return out.squeeze(-2), index.squeeze(-2)


def adaptive_max_pool2d_with_indices(input, output_size, return_indices=False):
    """The maxima of (H, W) windows over the last two dimensions, and their places in the plane."""
    sizes = _targets("adaptive_max_pool2d", input, 2, output_size)
    if input.dim() not in (3, 4):
        raise RuntimeError(f"adaptive_max_pool2d(): Expected 3D or 4D tensor, but got: {list(input.shape)}")
    (height, width), a = input.shape[-2:], input._a
    index = np.empty_like(a, np.int64, shape=(*a.shape[:-2], *sizes))
    for i, (top, bottom) in enumerate(zip(*_edges(height, sizes[0]))):
        for j, (left, right) in enumerate(zip(*_edges(width, sizes[1]))):
            best = a[..., top:bottom, left:right].reshape(*a.shape[:-2], -1).argmax(-1)
            index[..., i, j] = (best // (right - left) + top) * width + best % (right - left) + left
    index = wrap(index)
    return _chosen("AdaptiveMaxPool2DBackward0", input, index, 2), index


def _adaptive_choice(with_indices, name):
    def pool(input, output_size, return_indices=False):
        got = with_indices(input, output_size)
        return got if return_indices else got[0]
    pool.__name__, pool.__qualname__, pool.__doc__ = name, "boolean_dispatch.<locals>.fn", f"{with_indices.__doc__[:-1]} if asked for."
    return pool


adaptive_max_pool1d = _adaptive_choice(adaptive_max_pool1d_with_indices, "adaptive_max_pool1d")
adaptive_max_pool2d = _adaptive_choice(adaptive_max_pool2d_with_indices, "adaptive_max_pool2d")
batch_aware(globals())
