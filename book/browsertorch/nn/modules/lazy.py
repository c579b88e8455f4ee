"""Lazy layers: they learn how many inputs they have from the first input, and then become the ordinary layer."""

import itertools

import numpy as np

from ...base.modes import no_grad
from ...core.tensor import wrap
from ..layers import BatchNorm, BatchNorm1d, Linear
from ..uninitialized import Uninitialized, UninitializedBuffer, UninitializedParameter
from .batchnorm import BatchNorm2d, BatchNorm3d
from .conv import Conv1d, Conv2d, Conv3d, ConvTranspose1d, ConvTranspose2d, ConvTranspose3d


class LazyModuleMixin:
    """A layer with parameters of unknown shape; a subclass says in initialize_parameters(input) what the input tells."""

    cls_to_become = None

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self._initialize_hook = self.register_forward_pre_hook(self._infer_parameters, with_kwargs=True)

    def initialize_parameters(self, *args, **kwargs):
        raise NotImplementedError(f"initialize_parameters is not implemented for {type(self).__name__}")

    def has_uninitialized_params(self):
        """Is there still a parameter or buffer without a shape?"""
        return any(isinstance(value, Uninitialized) for value in itertools.chain(self._parameters.values(), self._buffers.values()))

    def _infer_parameters(self, module, args, kwargs=None):
        module.initialize_parameters(*args, **(kwargs or {}))
        if module.has_uninitialized_params():
            raise RuntimeError(f"module {self._get_name()} has not been fully initialized")
        module._initialize_hook.remove()
        del module._initialize_hook
        if module.cls_to_become is not None:
            module.__class__ = module.cls_to_become


class LazyLinear(LazyModuleMixin, Linear):
    """Linear that takes in_features from its first input."""

    cls_to_become = Linear

    def __init__(self, out_features, bias=True, device=None, dtype=None):
        super().__init__(0, 0, False)
        self.weight = UninitializedParameter(dtype=dtype, device=device)
        self.out_features = out_features
        if bias:
            self.bias = UninitializedParameter(dtype=dtype, device=device)

    def reset_parameters(self):
        if not self.has_uninitialized_params() and self.in_features:
            super().reset_parameters()

    @no_grad()
    def initialize_parameters(self, input):
        if self.has_uninitialized_params():
            self.in_features = input.shape[-1]
            self.weight.materialize((self.out_features, self.in_features))
            if self.bias is not None:
                self.bias.materialize((self.out_features,))
            self.reset_parameters()
        if self.in_features == 0:
            if input.shape[-1] != self.weight.shape[-1]:
                raise AssertionError(f"The in_features inferred from input: {input.shape[-1]} is not equal to in_features from self.weight: "
                                     f"{self.weight.shape[-1]}")
            self.in_features = input.shape[-1]


class _LazyConv(LazyModuleMixin):
    def _without_shape(self, out_channels, bias, device, dtype):
        self.weight = UninitializedParameter(dtype=dtype, device=device)
        self.out_channels = out_channels
        if bias:
            self.bias = UninitializedParameter(dtype=dtype, device=device)

    def reset_parameters(self):
        if not self.has_uninitialized_params() and self.in_channels:
            super().reset_parameters()

    @no_grad()
    def initialize_parameters(self, input, *args, **kwargs):
        if not self.has_uninitialized_params():
            return
        if input.dim() not in (self.n + 1, self.n + 2):
            raise RuntimeError(f"Expected {self.n + 1}D (unbatched) or {self.n + 2}D (batched) input to {type(self).__name__}, but got input "
                               f"of size: {input.shape}")
        self.in_channels = input.shape[-self.n - 1]
        if self.in_channels % self.groups:
            raise ValueError("in_channels must be divisible by groups")
        first, second = (self.in_channels, self.out_channels) if self.transposed else (self.out_channels, self.in_channels)
        self.weight.materialize((first, second // self.groups, *self.kernel_size))
        if self.bias is not None:
            self.bias.materialize((self.out_channels,))
        self.reset_parameters()


def _lazy_conv(conv):
    """The lazy layer of a convolution layer."""
    def __init__(self, out_channels, kernel_size, stride=1, padding=0, dilation=1, groups=1, bias=True, padding_mode="zeros", device=None,
                 dtype=None):
        super(cls, self).__init__(0, 0, kernel_size, stride, padding, dilation, groups, False, padding_mode, dtype=dtype, device=device)
        self._without_shape(out_channels, bias, device, dtype)

    def of_transpose(self, out_channels, kernel_size, stride=1, padding=0, output_padding=0, groups=1, bias=True, dilation=1,
                     padding_mode="zeros", device=None, dtype=None):
        super(cls, self).__init__(0, 0, kernel_size, stride, padding, output_padding, groups, False, dilation, padding_mode, dtype=dtype, device=device)
        self._without_shape(out_channels, bias, device, dtype)

    name = f"Lazy{conv.__name__}"
    cls = type(name, (_LazyConv, conv), {"__module__": __name__, "__init__": of_transpose if conv.transposed else __init__,
                                         "cls_to_become": conv, "__doc__": f"{conv.__name__} that takes in_channels from its first input."})
    cls.__init__.__qualname__ = f"{name}.__init__"
    return cls


LazyConv1d, LazyConv2d, LazyConv3d, LazyConvTranspose1d, LazyConvTranspose2d, LazyConvTranspose3d = map(
    _lazy_conv, (Conv1d, Conv2d, Conv3d, ConvTranspose1d, ConvTranspose2d, ConvTranspose3d))


class _LazyNorm(LazyModuleMixin, BatchNorm):
    def __init__(self, eps=1e-5, momentum=0.1, affine=True, track_running_stats=True, device=None, dtype=None, *, bias=True):
        super().__init__(0, eps, momentum, False, False, dtype=dtype, bias=False)
        self.affine, self.track_running_stats = affine, track_running_stats
        if affine:
            self.weight = UninitializedParameter(dtype=dtype, device=device)
            if bias:
                self.bias = UninitializedParameter(dtype=dtype, device=device)
        if track_running_stats:
            self.running_mean, self.running_var = UninitializedBuffer(dtype=dtype, device=device), UninitializedBuffer(dtype=dtype, device=device)
            self.num_batches_tracked = wrap(np.zeros((), np.int64))

    def reset_parameters(self):
        if not self.has_uninitialized_params() and self.num_features:
            super().reset_parameters()

    def initialize_parameters(self, input):
        if not self.has_uninitialized_params():
            return
        self.num_features = input.shape[1]
        for value in (self.weight, self.bias, self.running_mean, self.running_var):
            if value is not None:
                value.materialize((self.num_features,))
        self.reset_parameters()


class LazyBatchNorm1d(_LazyNorm):
    """BatchNorm1d that takes num_features from its first input."""

    cls_to_become, _dims = BatchNorm1d, (2, 3)


class LazyBatchNorm2d(_LazyNorm):
    """BatchNorm2d that takes num_features from its first input."""

    cls_to_become, _dims = BatchNorm2d, (4,)


class LazyBatchNorm3d(_LazyNorm):
    """BatchNorm3d that takes num_features from its first input."""

    cls_to_become, _dims = BatchNorm3d, (5,)
