"""A batch norm drawn into the layer before it, for evaluation."""

import copy

from ..parameter import Parameter


def _checked(layer, bn):
    if layer.training or bn.training:
        raise AssertionError("Fusion only for eval!")
    if bn.running_mean is None or bn.running_var is None:
        raise AssertionError("bn.running_mean and bn.running_var must not be None")
    return copy.deepcopy(layer)


def _statistics(layer, bn):
    return layer.weight, layer.bias, bn.running_mean, bn.running_var, bn.eps, bn.weight, bn.bias


def fuse_conv_bn_eval(conv, bn, transpose=False):
    """A convolution that does what conv and bn do one after the other."""
    fused = _checked(conv, bn)
    fused.weight, fused.bias = fuse_conv_bn_weights(*_statistics(fused, bn), transpose)
    return fused


def fuse_linear_bn_eval(linear, bn):
    """A linear layer that does what linear and bn do one after the other."""
    if linear.out_features != bn.num_features and bn.num_features != 1:
        raise AssertionError("To fuse, linear.out_features == bn.num_features or bn.num_features == 1, got linear.out_features="
                             f"{linear.out_features} and bn.num_features={bn.num_features}")
    fused = _checked(linear, bn)
    fused.weight, fused.bias = fuse_linear_bn_weights(*_statistics(fused, bn))
    return fused


def fuse_conv_bn_weights(conv_w, conv_b, bn_rm, bn_rv, bn_eps, bn_w, bn_b, transpose=False):
    """The weight and bias that do both."""
    scale = (bn_rv + bn_eps).rsqrt() if bn_w is None else bn_w * (bn_rv + bn_eps).rsqrt()
    shape = ([1, -1] if transpose else [-1, 1]) + [1] * (conv_w.dim() - 2)
    shift = (-bn_rm if conv_b is None else conv_b - bn_rm) * scale
    weight, bias = conv_w * scale.reshape(shape), shift if bn_b is None else shift + bn_b
    return Parameter(weight.detach(), conv_w.requires_grad), Parameter(bias.detach(), conv_b is not None and conv_b.requires_grad)


def fuse_linear_bn_weights(linear_w, linear_b, bn_rm, bn_rv, bn_eps, bn_w, bn_b):
    """The weight and bias that do both."""
    return fuse_conv_bn_weights(linear_w, linear_b, bn_rm, bn_rv, bn_eps, bn_w, bn_b)
