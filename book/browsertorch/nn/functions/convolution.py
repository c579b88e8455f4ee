"""Convolutions of one, two or three dimensions, as one matrix product of the windows (im2col).

Three operations are each other's derivatives, so that derivatives of any order come by themselves: the convolution of an
input with a weight, the gradient of its input (which is the transposed convolution), and the gradient of its weight.
"""

import math
import warnings
from collections import namedtuple

import numpy as np

from ...base.errors import cpp_name
from ...base.quiet import silent
from ...core.graph import differentiable
from ...core.tensor import wrap
from ...api.calls import taught
from .windows import many, padded, places, windows

Way = namedtuple("Way", "stride padding dilation groups")


def _sizes(shape, kernel, way):
    """The lengths of the result's last dimensions."""
    return tuple((n + 2 * p - d * (k - 1) - 1) // s + 1
                 for n, k, s, p, d in zip(shape[2:], kernel, way.stride, way.padding, way.dilation))


def _columns(x, kernel, way, sizes):
    """The windows as matrices (N, groups, channels of a group · kernel, places)."""
    n = len(kernel)
    view = windows(padded(x, way.padding), kernel, way.stride, way.dilation, sizes)
    view = view.transpose(0, 1, *range(2 + n, 2 + 2 * n), *range(2, 2 + n))
    rows = x.shape[1] // way.groups * math.prod(kernel)
    return view.reshape(x.shape[0], way.groups, rows, math.prod(sizes))


@silent
def _convolve(x, weight, bias, way):
    kernel = weight.shape[2:]
    sizes = _sizes(x.shape, kernel, way)
    rows = weight.reshape(way.groups, weight.shape[0] // way.groups, -1)
    out = np.matmul(rows, _columns(x, kernel, way, sizes)).reshape(x.shape[0], weight.shape[0], *sizes)
    return out if bias is None else out + bias.reshape(-1, *[1] * len(kernel))


@silent
def _spread(g, weight, shape, way):
    """The gradient of an input of that shape."""
    kernel, sizes = weight.shape[2:], g.shape[2:]
    rows = weight.reshape(way.groups, weight.shape[0] // way.groups, -1).swapaxes(1, 2)
    columns = np.matmul(rows, g.reshape(g.shape[0], way.groups, -1, math.prod(sizes)))
    columns = columns.reshape(g.shape[0], shape[1], *kernel, *sizes)
    out = np.zeros((*shape[:2], *(n + 2 * p for n, p in zip(shape[2:], way.padding))), g.dtype)
    for index, met in places(kernel, way.stride, way.dilation, sizes):
        out[met] += columns[(slice(None), slice(None), *index)]
    return out[(..., *(slice(p, p + n) for n, p in zip(shape[2:], way.padding)))]


@silent
def _correlate(x, g, kernel, way):
    """The gradient of the weight."""
    columns = _columns(x, kernel, way, g.shape[2:])
    rows = g.reshape(g.shape[0], way.groups, g.shape[1] // way.groups, columns.shape[-1])
    return np.matmul(rows, columns.swapaxes(2, 3)).sum(0).reshape(g.shape[1], x.shape[1] // way.groups, *kernel)


def _summed(g):
    return g.sum((0, *range(2, g.dim())))


def _convolution(input, weight, bias, way, node="ConvolutionBackward0"):
    shape, kernel = input._a.shape, weight._a.shape[2:]
    return differentiable(node, _convolve(input._a, weight._a, None if bias is None else bias._a, way),
                          (input, lambda g, weight: _transposed(g, weight, None, shape, way, INNER), weight),
                          (weight, lambda g, input: _weight_gradient(input, g, kernel, way), input), (bias, _summed))


def _transposed(input, weight, bias, shape, way, node="ConvolutionBackward0"):
    """The transposed convolution: `input` spread over a result of that shape."""
    array, kernel = _spread(input._a, weight._a, shape, way), weight._a.shape[2:]
    if bias is not None:
        array = array + bias._a.reshape(-1, *[1] * len(kernel))
    places = tuple(map(slice, input._a.shape))     # a longer result (output_padding) would make more of them

    def for_input(g, weight):
        out = _convolution(g, weight, None, way, INNER)
        return out if out._a.shape == input_shape else out[places]

    input_shape = input._a.shape
    return differentiable(node, array, (input, for_input, weight),
                          (weight, lambda g, input: _weight_gradient(g, input, kernel, way), input), (bias, _summed))


def _weight_gradient(x, g, kernel, way):
    shape = x._a.shape
    return differentiable(INNER, _correlate(x._a, g._a, kernel, way),
                          (x, lambda gg, g: _transposed(g, gg, None, shape, way, INNER), g),
                          (g, lambda gg, x: _convolution(x, gg, None, way, INNER), x))


INNER = "ConvolutionBackwardBackward0"


def _same(input, weight, way):
    """(input, way) for padding='same': more behind than before where the sum is odd."""
    if any(s != 1 for s in way.stride):
        raise RuntimeError("padding='same' is not supported for strided convolutions")
    totals = [d * (k - 1) for d, k in zip(way.dilation, weight.shape[2:])]
    if any(total % 2 for total in totals):
        warnings.warn("Using padding='same' with even kernel lengths and odd dilation may require a zero-padded copy of the input be "
                      "created (Triggered internally at /__w/pytorch/pytorch/aten/src/ATen/native/Convolution.cpp:1101.)", stacklevel=4)
        from ..functional import pad    # late: functional reads this file when it is asked for
        input = pad(input, [width for total in reversed(totals) for width in (0, total % 2)])
    return input, way._replace(padding=tuple(total // 2 for total in totals))


def _same_kind(input, bias):
    if bias is not None and bias.dtype != input.dtype:
        raise RuntimeError(f"Input type ({cpp_name(input.dtype)}) and bias type ({cpp_name(bias.dtype)}) should be the same")


def _check(name, input, weight, bias, way, n, transposed=False):
    """Torch's errors, in torch's order."""
    for word in ("stride", "padding", "dilation"):
        if len(getattr(way, word)) != n:
            raise RuntimeError(f"expected {word} to be a single integer value or a list of {n} values to match the convolution "
                               f"dimensions, but got {word}={list(getattr(way, word))}")
    if any(p < 0 for p in way.padding):
        raise RuntimeError("negative padding is not supported")
    if any(s <= 0 for s in way.stride):
        raise RuntimeError("non-positive stride is not supported")
    if any(d <= 0 for d in way.dilation):
        raise RuntimeError(f"dilation should be greater than zero, but got {list(way.dilation)}")
    if way.groups <= 0:
        raise RuntimeError("non-positive groups is not supported")
    shape, weights, kernel = list(input.shape), list(weight.shape), weight.shape[2:]
    given = "transposed=1" if transposed else f"groups={way.groups}"
    if weights[0] % way.groups:
        raise RuntimeError(f"Given groups={way.groups}, expected weight to be divisible by {way.groups} at dimension 0, but got weight "
                           f"of size [{weights}] instead")
    wanted = weights[0] if transposed else weights[1] * way.groups
    if shape[1] != wanted and input.is_meta:
        raise RuntimeError("Invalid channel dimensions")
    if shape[1] != wanted:
        raise RuntimeError(f"Given {given}, weight of size {weights}, expected input{shape} to have {wanted} channels, but got "
                           f"{shape[1]} channels instead")
    outs = weights[1] * way.groups if transposed else weights[0]
    if bias is not None and (bias.dim() != 1 or bias.shape[0] != outs):
        raise RuntimeError(f"Given {'transposed=1, ' * transposed}weight of size {weights}, expected bias to be 1-dimensional with {outs} "
                           f"elements, but got bias of size {list(bias.shape)} instead")
    if weight.dtype != input.dtype:
        raise RuntimeError(f"expected scalar type {input.dtype.title} but found {weight.dtype.title}")
    _same_kind(input, bias)
    if transposed:
        return
    whole = [m + 2 * p for m, p in zip(shape[2:], way.padding)]
    wide = [d * (k - 1) + 1 for d, k in zip(way.dilation, kernel)]
    if any(a < b for a, b in zip(whole, wide)):
        raise RuntimeError(f"Calculated padded input size per channel: ({' x '.join(map(str, whole))}). Kernel size: "
                           f"({' x '.join(map(str, wide))}). Kernel size can't be greater than actual input size")


def _batched(name, input, n):
    """(input with its batch dimension, had it none?)"""
    if input.dim() not in (n + 1, n + 2):
        raise RuntimeError(f"Expected {n + 1}D (unbatched) or {n + 2}D (batched) input to {name}, but got input of size: "
                           f"{list(input.shape)}")
    return (input.unsqueeze(0), True) if input.dim() == n + 1 else (input, False)


def _conv(name, n, input, weight, bias, stride, padding, dilation, groups):
    if not isinstance(padding, str):
        _same_kind(input, bias)
    input, single = _batched(name, input, n)
    spatial = weight.dim() - 2
    way = Way(many(stride, n), (0,) * n if isinstance(padding, str) else many(padding, n), many(dilation, n), groups)
    if isinstance(padding, str):
        if padding not in ("same", "valid"):
            raise RuntimeError(f"Invalid padding string: '{padding}'")
        if padding == "same":
            input, way = _same(input, weight, way)
    _check(name, input, weight, bias, way, spatial)
    out = _convolution(input, weight, bias, way)
    return out.squeeze(0) if single else out


def _conv_transpose(name, n, input, weight, bias, stride, padding, output_padding, groups, dilation):
    input, single = _batched(name, input, n)
    way, more = Way(many(stride, n), many(padding, n), many(dilation, n), groups), many(output_padding, n)
    _check(name, input, weight, bias, way, n, True)
    if any(m >= s and m >= d for m, s, d in zip(more, way.stride, way.dilation)):
        words = ("depth", "height", "width")[3 - max(n, 2):]
        text = [f"{what}_{word}: {v}" for what, values, own in (("output_padding", more, 0), ("stride", way.stride, 1),
                                                              ("dilation", way.dilation, 1))
                for word, v in zip(words, (own,) * (len(words) - n) + tuple(values))]
        raise RuntimeError("output padding must be smaller than either stride or dilation, but got " + " ".join(text))
    sizes = tuple((m - 1) * s - 2 * p + d * (k - 1) + 1 + o for m, s, p, d, k, o in
                  zip(input.shape[2:], way.stride, way.padding, way.dilation, weight.shape[2:], more))
    out = _transposed(input, weight, bias, (input.shape[0], weight.shape[1] * groups, *sizes), way)
    return out.squeeze(0) if single else out


def _signatures(n):
    return (f"T input,T weight,T? bias=None,I{n} stride=1,I{n} padding=0,I{n} dilation=1,i groups=1"
            f'|T input,T weight,T? bias=None,I{n} stride=1,s padding="valid",I{n} dilation=1,i groups=1')


def _transpose_signature(n):
    return f"T input,T weight,T? bias=None,I{n} stride=1,I{n} padding=0,I{n} output_padding=0,i groups=1,I{n} dilation=1"


@taught(_signatures(1))
def conv1d(input, weight, bias=None, stride=1, padding=0, dilation=1, groups=1):
    """Σ over a window that slides along the last dimension: input (N, C, L), weight (out, C / groups, k)."""
    return _conv("conv1d", 1, input, weight, bias, stride, padding, dilation, groups)


@taught(_signatures(2))
def conv2d(input, weight, bias=None, stride=1, padding=0, dilation=1, groups=1):
    """Σ over a window that slides over the last two dimensions: input (N, C, H, W), weight (out, C / groups, kH, kW)."""
    return _conv("conv2d", 2, input, weight, bias, stride, padding, dilation, groups)


@taught(_signatures(3))
def conv3d(input, weight, bias=None, stride=1, padding=0, dilation=1, groups=1):
    """Σ over a window that slides over the last three dimensions."""
    return _conv("conv3d", 3, input, weight, bias, stride, padding, dilation, groups)


@taught(_transpose_signature(1))
def conv_transpose1d(input, weight, bias=None, stride=1, padding=0, output_padding=0, groups=1, dilation=1):
    """What takes conv1d's result back to its input's length: each element times the kernel, added where they meet."""
    return _conv_transpose("conv_transpose1d", 1, input, weight, bias, stride, padding, output_padding, groups, dilation)


@taught(_transpose_signature(2))
def conv_transpose2d(input, weight, bias=None, stride=1, padding=0, output_padding=0, groups=1, dilation=1):
    """What takes conv2d's result back to its input's size."""
    return _conv_transpose("conv_transpose2d", 2, input, weight, bias, stride, padding, output_padding, groups, dilation)


@taught(_transpose_signature(3))
def conv_transpose3d(input, weight, bias=None, stride=1, padding=0, output_padding=0, groups=1, dilation=1):
    """What takes conv3d's result back to its input's size."""
    return _conv_transpose("conv_transpose3d", 3, input, weight, bias, stride, padding, output_padding, groups, dilation)


def unfold(input, kernel_size, dilation=1, padding=0, stride=1):
    """The windows as columns: (N, C · kH · kW, places)."""
    way = Way(many(stride, 2), many(padding, 2), many(dilation, 2), 1)
    kernel, shape = many(kernel_size, 2), input.shape
    single = input.dim() == 3
    if single:
        shape, input = (1, *shape), input.unsqueeze(0)
    out = _unfolded(input, kernel, way, _sizes(shape, kernel, way), tuple(shape))
    return out.squeeze(0) if single else out


def _unfolded(x, kernel, way, sizes, shape):
    array = _columns(x._a, kernel, way, sizes)
    return differentiable("Im2ColBackward0", array.reshape(shape[0], shape[1] * math.prod(kernel), math.prod(sizes)),
                          (x, lambda g: _folded(g, kernel, way, sizes, shape)))


def _folded(g, kernel, way, sizes, shape):
    columns = g._a.reshape(shape[0], shape[1], *kernel, *sizes)
    out = np.zeros((*shape[:2], *(n + 2 * p for n, p in zip(shape[2:], way.padding))), columns.dtype)
    for index, met in places(kernel, way.stride, way.dilation, sizes):
        out[met] += columns[(slice(None), slice(None), *index)]
    out = out[(..., *(slice(p, p + n) for n, p in zip(shape[2:], way.padding)))]
    return differentiable("Col2ImBackward0", out, (g, lambda gg: _unfolded(gg, kernel, way, sizes, shape)))


def fold(input, output_size, kernel_size, dilation=1, padding=0, stride=1):
    """Columns added up where their windows meet: what unfold's derivative does."""
    way = Way(many(stride, 2), many(padding, 2), many(dilation, 2), 1)
    kernel, size = many(kernel_size, 2), many(output_size, 2)
    single = input.dim() == 2
    if single:
        input = input.unsqueeze(0)
    shape = (input.shape[0], input.shape[1] // math.prod(kernel), *size)
    sizes = _sizes(shape, kernel, way)
    if input.shape[2] != math.prod(sizes):
        raise RuntimeError(f"Given output_size=({size[0]}, {size[1]}), kernel_size=({kernel[0]}, {kernel[1]}), dilation="
                           f"({way.dilation[0]}, {way.dilation[1]}), padding=({way.padding[0]}, {way.padding[1]}), stride="
                           f"({way.stride[0]}, {way.stride[1]}), expected size of input's dimension 2 to match the calculated number of "
                           f"sliding blocks {sizes[0]} * {sizes[1]} = {math.prod(sizes)}, but got input.size(2)={input.shape[2]}.")
    out = _folded(input, kernel, way, sizes, shape)
    return out.squeeze(0) if single else out
