"""Convolution layers."""

import math

from .. import functional as F, init
from ..functions import convolution
from ..functions.windows import many
from ..layers import empty
from ..module import Module


class _ConvNd(Module):
    """What all convolution layers hold: weight and bias start uniform in ±1/√(inputs of one output)."""

    n, transposed = 2, False

    def __init__(self, in_channels, out_channels, kernel_size, stride, padding, dilation, output_padding, groups, bias, padding_mode,
                 device=None, dtype=None):
        super().__init__()
        if self.transposed and padding_mode != "zeros":
            raise ValueError(f'Only "zeros" padding mode is supported for {type(self).__name__}')
        n = self.n
        stride = many(stride, n)
        if groups <= 0:
            raise ValueError("groups must be a positive integer")
        if in_channels % groups:
            raise ValueError("in_channels must be divisible by groups")
        if out_channels % groups:
            raise ValueError("out_channels must be divisible by groups")
        if isinstance(padding, str):
            choices = {"same", "valid"}
            if padding not in choices:
                raise ValueError(f"Invalid padding string {padding!r}, should be one of {choices}")
            if padding == "same" and any(s != 1 for s in stride):
                raise ValueError("padding='same' is not supported for strided convolutions")
        choices = {"zeros", "reflect", "replicate", "circular"}
        if padding_mode not in choices:
            raise ValueError(f"padding_mode must be one of {choices}, but got padding_mode='{padding_mode}'")
        self.in_channels, self.out_channels, self.groups, self.padding_mode = in_channels, out_channels, groups, padding_mode
        self.kernel_size, self.stride, self.dilation = many(kernel_size, n), stride, many(dilation, n)
        self.padding = padding if isinstance(padding, str) else many(padding, n)
        self.output_padding = many(output_padding, n)
        first, second = (in_channels, out_channels) if self.transposed else (out_channels, in_channels)
        self.weight = empty(first, second // groups, *self.kernel_size, dtype=dtype, device=device)
        self.bias = empty(out_channels, dtype=dtype, device=device) if bias else self.register_parameter("bias", None)
        self.reset_parameters()

    def reset_parameters(self):
        init.kaiming_uniform_(self.weight, a=math.sqrt(5))
        if self.bias is not None:
            inputs = self.weight.size(1) * math.prod(self.kernel_size)
            if inputs:
                init.uniform_(self.bias, -1 / math.sqrt(inputs), 1 / math.sqrt(inputs))

    def extra_repr(self):
        text = f"{self.in_channels}, {self.out_channels}, kernel_size={self.kernel_size}, stride={self.stride}"
        for name, usual in (("padding", (0,) * self.n), ("dilation", (1,) * self.n), ("output_padding", (0,) * self.n), ("groups", 1)):
            value = getattr(self, name)
            if value != usual:
                text += f", {name}={value}"
        if self.bias is None:
            text += ", bias=False"
        return text if self.padding_mode == "zeros" else f"{text}, padding_mode={self.padding_mode}"


class _Conv(_ConvNd):
    def __init__(self, in_channels, out_channels, kernel_size, stride=1, padding=0, dilation=1, groups=1, bias=True,
                 padding_mode="zeros", device=None, dtype=None):
        super().__init__(in_channels, out_channels, kernel_size, stride, padding, dilation, 0, groups, bias, padding_mode, device, dtype)

    def _around(self):
        """How much F.pad adds on each side, the last dimension first."""
        if self.padding == "valid":
            return [0] * (2 * self.n)
        if self.padding == "same":
            totals = [d * (k - 1) for d, k in zip(self.dilation, self.kernel_size)]
            return [width for total in reversed(totals) for width in (total // 2, total - total // 2)]
        return [width for p in reversed(self.padding) for width in (p, p)]

    def forward(self, input):
        return self._conv_forward(input, self.weight, self.bias)

    def _conv_forward(self, input, weight, bias):
        conv, padding = getattr(convolution, f"conv{self.n}d"), self.padding
        if self.padding_mode != "zeros":
            input, padding = F.pad(input, self._around(), mode=self.padding_mode), 0
        return conv(input, weight, bias, self.stride, padding, self.dilation, self.groups)


def _named(cls):
    """Python's own errors name the class that a reader wrote."""
    def __init__(self, in_channels, out_channels, kernel_size, stride=1, padding=0, dilation=1, groups=1, bias=True,
                 padding_mode="zeros", device=None, dtype=None):
        _Conv.__init__(self, in_channels, out_channels, kernel_size, stride, padding, dilation, groups, bias, padding_mode, device, dtype)

    __init__.__qualname__ = cls.__name__ + ".__init__"
    cls.__init__ = __init__
    return cls


@_named
class Conv1d(_Conv):
    """conv1d with a weight and a bias of its own."""

    n = 1


@_named
class Conv2d(_Conv):
    """conv2d with a weight and a bias of its own."""


@_named
class Conv3d(_Conv):
    """conv3d with a weight and a bias of its own."""

    n = 3


class _ConvTransposeNd(_ConvNd):
    transposed = True

    def __init__(self, in_channels, out_channels, kernel_size, stride=1, padding=0, output_padding=0, groups=1, bias=True, dilation=1,
                 padding_mode="zeros", device=None, dtype=None):
        super().__init__(in_channels, out_channels, kernel_size, stride, padding, dilation, output_padding, groups, bias, padding_mode,
                         device, dtype)

    def forward(self, input, output_size=None):
        conv = getattr(convolution, f"conv_transpose{self.n}d")
        return conv(input, self.weight, self.bias, self.stride, self.padding, self._more(input, output_size), self.groups, self.dilation)

    def _more(self, input, output_size):
        """The output padding with which the result has the wished for size."""
        if output_size is None:
            return self.output_padding
        n, sizes = self.n, list(output_size)
        if len(sizes) == n + 2 or len(sizes) == n + 1 and input.dim() == n + 1:
            sizes = sizes[-n:]
        if len(sizes) != n:
            lead = input.dim() - n
            raise ValueError(f"ConvTranspose{n}D: for {input.dim()}D input, output_size must have {n} or {n + lead} elements "
                             f"(got {len(sizes)})")
        least = [(m - 1) * s - 2 * p + d * (k - 1) + 1 for m, s, p, d, k in
                 zip(input.shape[-n:], self.stride, self.padding, self.dilation, self.kernel_size)]
        most = [low + s - 1 for low, s in zip(least, self.stride)]
        if any(not low <= size <= high for low, size, high in zip(least, sizes, most)):
            raise ValueError(f"requested an output size of {output_size}, but valid sizes range from {least} to {most} "
                             f"(for an input of {input.size()[2:]})")
        return [size - low for size, low in zip(sizes, least)]


class ConvTranspose1d(_ConvTransposeNd):
    """conv_transpose1d with a weight and a bias of its own."""

    n = 1


class ConvTranspose2d(_ConvTransposeNd):
    """conv_transpose2d with a weight and a bias of its own."""


class ConvTranspose3d(_ConvTransposeNd):
    """conv_transpose3d with a weight and a bias of its own."""

    n = 3
