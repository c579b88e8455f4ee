"""Activation functions: each value beside its slope (first derivative) and curve (second derivative).

`value` and `slope` work on numpy arrays and round after each step as torch does; `curve` works on Tensors, so that
derivatives of any order can be taken.
"""

import math

import numpy as np

from ..base.errors import type_name
from ..base.quiet import silent
from ..core.graph import differentiable
from ..core.tensor import Tensor, wrap
from ..core.views import write
from ..api.calls import batch_aware
from ..ops.elementwise import _erf, in_float64, relu as _relu, sigmoid, tanh


_exp, _expm1, _log1p, _tanh = map(in_float64, (np.exp, np.expm1, np.log1p, np.tanh))


@silent
def _elementwise(node, input, value, slope, curve=None, backward_node=None, number=0):
    """The recorded operation y = value(x)."""
    backward_node = backward_node or node + "Backward"
    return differentiable(f"{node}Backward{number}", value(input._a).astype(input._a.dtype, copy=False),
                          (input, lambda g, self: _times_slope(backward_node, g, self, slope, curve), input))


@silent
def _times_slope(node, g, x, slope, curve):
    """g · slope(x), itself an operation: this is what backward records under create_graph."""
    bend = (lambda gg, grad_output, self: gg * grad_output * curve(self)) if curve else (lambda gg, grad_output, self: gg * 0)
    return differentiable(node + "Backward0", _product(g._a, slope(x._a)),
                          (g, lambda gg, self: _times_slope(node, gg, self, slope, curve), x), (x, bend, g, x))


def _product(g, slope):
    """g · slope; where the slope is 0, 0 and never -0."""
    return np.where(slope, g * slope.astype(g.dtype, copy=False), g.dtype.type(0))


def _check(name, input, kernel=None):
    if not isinstance(input, Tensor):
        raise TypeError(f"{name}(): argument 'input' (position 1) must be Tensor, not {type_name(input)}")
    if kernel and input._a.dtype.kind != "f":
        raise NotImplementedError(f'"{kernel}" not implemented for \'{input.dtype.title}\'')


def _in_place(function, input, inplace, *options):
    return write(input, function, options, {}) if inplace else function(input, *options)


def relu(input, inplace=False):
    """max(0, x)."""
    _check("relu" + "_" * bool(inplace), input)
    return _in_place(_relu, input, inplace)


def relu_(input):
    """relu, in place."""
    return relu(input, inplace=True)


def leaky_relu(input, negative_slope=0.01, inplace=False):
    """x for x > 0, else negative_slope · x."""
    _check("leaky_relu" + "_" * bool(inplace), input, "leaky_relu_cpu")
    return _in_place(_leaky_relu, input, inplace, negative_slope, int(inplace))


def _leaky_relu(input, negative_slope, number):
    return _elementwise("LeakyRelu", input, lambda a: np.where(a > 0, a, a * negative_slope),
                        lambda a: np.where(a > 0, 1.0, negative_slope), number=number)


def hardtanh(input, min_val=-1.0, max_val=1.0, inplace=False):
    """x, held between min_val and max_val."""
    _check("hardtanh" + "_" * bool(inplace), input)
    if min_val > max_val:
        raise ValueError("min_val cannot be greater than max_val")
    return _in_place(_hardtanh, input, inplace, min_val, max_val)


def _hardtanh(input, low, high):
    return _elementwise("Hardtanh", input, lambda a: np.clip(a, low, high), lambda a: ~((a <= low) | (a >= high)))


def relu6(input, inplace=False):
    """min(max(0, x), 6)."""
    _check("relu6_" if inplace else "hardtanh", input)
    return _in_place(_hardtanh, input, inplace, 0.0, 6.0)


def threshold(input, threshold, value, inplace=False):
    """x where x > threshold, else value."""
    _check("threshold" + "_" * bool(inplace), input)
    return _in_place(_threshold, input, inplace, threshold, value)


def _threshold(input, least, value):
    return _elementwise("Threshold", input, lambda a: np.where(a <= least, value, a), lambda a: ~(a <= least))


def hardshrink(input, lambd=0.5):
    """x where |x| > lambd, else 0."""
    _check("hardshrink", input, "hardshrink_cpu")
    return _elementwise("Hardshrink", input, lambda a: np.where(abs(a) <= lambd, 0, a), lambda a: ~(abs(a) <= lambd))


def softshrink(input, lambd=0.5):
    """x moved towards 0 by lambd."""
    _check("softshrink", input, "softshrink_check")
    if lambd < 0:
        raise RuntimeError(f"lambda must be in range [0, {float(np.finfo(input._a.dtype).max):g}] for input dtype {input.dtype.title}, "
                           f"but found {lambd:g}")
    return _elementwise("Softshrink", input, lambda a: np.where(a > lambd, a - lambd, np.where(a < -lambd, a + lambd, a * 0)),
                        lambda a: ~(abs(a) <= lambd))


def hardsigmoid(input, inplace=False):
    """x / 6 + 1/2, held between 0 and 1."""
    _check("hardsigmoid" + "_" * bool(inplace), input, "hardsigmoid_cpu")
    return _in_place(_hardsigmoid, input, inplace)


def _hardsigmoid(input):
    def refuse(*_):
        raise RuntimeError("derivative for aten::hardsigmoid_backward is not implemented")

    def backward(g, self):
        return differentiable("NotImplemented", _product(g._a * g._a.dtype.type(1 / 6), abs(self._a) < 3), (g, refuse), (self, refuse))

    return differentiable("HardsigmoidBackward0", np.clip(input._a + 3, 0, 6) / 6, (input, backward, input))


def hardswish(input, inplace=False):
    """x · hardsigmoid(x)."""
    _check("hardswish" + "_" * bool(inplace), input, "hardswish_cpu")
    return _in_place(_hardswish, input, inplace)


def _hardswish(input):
    return _elementwise("Hardswish", input, lambda a: a * np.clip(a + 3, 0, 6) / 6,
                        lambda a: np.where(a <= -3, 0, np.where(a < 3, a / 3 + 0.5, 1)),
                        lambda x: (x.abs() < 3).to(x.dtype) / 3)


def elu(input, alpha=1.0, inplace=False):
    """x for x > 0, else alpha · (e^x - 1)."""
    _check("elu" + "_" * bool(inplace), input, "elu_cpu")
    return _in_place(_elu, input, inplace, "Elu", alpha, 1.0, 1.0, int(inplace))


def _elu(input, node, alpha, scale, input_scale, number):
    low = alpha * scale
    return _elementwise(node, input, lambda a: np.where(a > 0, a * scale, _expm1(np.minimum(a, 0) * input_scale) * low),
                        lambda a: np.where(a <= 0, input_scale * low * _exp(np.minimum(a, 0) * input_scale), scale),
                        lambda x: (x.clamp(max=0) * input_scale).exp() * (low * input_scale**2) * (x < 0),
                        "EluBackward", number)


def selu(input, inplace=False):
    """elu with the scale that keeps mean 0 and variance 1 (Klambauer et al. 2017)."""
    _check("selu" + "_" * bool(inplace), input, "elu_cpu")
    return _in_place(_elu, input, inplace, "Elu", 1.6732632423543772848170429916717, 1.0507009873554804934193349852946, 1.0, int(inplace))


def celu(input, alpha=1.0, inplace=False):
    """x for x > 0, else alpha · (e^(x/alpha) - 1)."""
    _check("celu" + "_" * bool(inplace), input, "elu_cpu")
    return _in_place(_elu, input, inplace, "Celu", alpha, 1.0, 1.0 / alpha, int(inplace))


def softplus(input, beta=1.0, threshold=20.0):
    """log(1 + e^(beta·x)) / beta; x itself where beta·x > threshold."""
    _check("softplus", input, "softplus_cpu")
    return _elementwise("Softplus", input,
                        lambda a: np.where(a * beta > threshold, a, _log1p(_exp(np.minimum(a * beta, threshold))) / beta),
                        lambda a: np.where(a * beta > threshold, 1, _odds(_exp(np.minimum(a * beta, threshold)))),
                        lambda x: _bell(x * beta) * beta * (x * beta <= threshold))


def _odds(z):
    return z / (z + 1)


def _bell(x):
    s = sigmoid(x)
    return s * (1 - s)


def logsigmoid(input):
    """log(1 / (1 + e^-x))."""
    _check("log_sigmoid", input, "log_sigmoid_cpu")
    a = input._a
    buffer = _exp(-abs(a))
    return differentiable("LogSigmoidBackward0", np.minimum(a, 0) - _log1p(buffer),
                          (input, _logsigmoid_backward, input, wrap(buffer)))


def _logsigmoid_backward(g, self, buffer):
    slope = _odds(buffer._a)
    return differentiable("LogSigmoidBackwardBackward0", g._a * np.where(self._a < 0, 1 - slope, slope),
                          (g, _logsigmoid_backward, self, buffer),
                          (self, lambda gg, grad_output, self: gg * grad_output * -_bell(self), g, self))


logsigmoid.__name__ = "log_sigmoid"   # torch's own name for it


def gelu(input, approximate="none"):
    """x · Φ(x), Φ the normal distribution function (Hendrycks and Gimpel 2016); "tanh": its approximation."""
    _check("gelu", input)
    if approximate not in ("none", "tanh"):
        raise RuntimeError("approximate argument must be either none or tanh.")
    _check("gelu", input, "GeluKernelImpl")
    if approximate == "tanh":
        return _elementwise("Gelu", input, _tanh_gelu, _tanh_gelu_slope, _tanh_gelu_curve)
    return _elementwise("Gelu", input, lambda a: a * 0.5 * (1 + _erf(a * math.sqrt(0.5))),
                        lambda a: 0.5 * (1 + _erf(a * math.sqrt(0.5))) + a * (_exp(a * a * -0.5) * math.sqrt(0.5 / math.pi)),
                        lambda x: (-x * x / 2).exp() * (2 - x * x) / math.sqrt(2 * math.pi))


_K, _C = math.sqrt(2 / math.pi), 0.044715


def _tanh_gelu(a):
    return 0.5 * a * (1 + _tanh(_K * (a + _C * (a * a * a))))


def _tanh_gelu_slope(a):
    t = _tanh(_K * (a + _C * (a * a * a)))
    return 0.5 * (1 + t) + 0.5 * a * (1 - t * t) * (_K * (1 + 3 * _C * (a * a)))


def _tanh_gelu_curve(x):
    t = (_K * (x + _C * x**3)).tanh()
    inner = _K * (1 + 3 * _C * x * x)
    return (1 - t * t) * (inner + x / 2 * (6 * _K * _C * x - 2 * t * inner * inner))


def silu(input, inplace=False):
    """x · sigmoid(x)."""
    _check("silu" + "_" * bool(inplace), input, "silu_cpu")
    return _in_place(_silu, input, inplace)


@silent
def _silu(input):
    def backward(g, self):
        s = sigmoid(self)
        return g * (s * (1 + self * (1 - s)))

    return differentiable("SiluBackward0", input._a / (1 + _exp(-input._a)), (input, backward, input))


def mish(input, inplace=False):
    """x · tanh(softplus(x))."""
    _check("mish" + "_" * bool(inplace), input, "mish_cpu")
    return _in_place(_mish, input, inplace)


@silent
def _mish(input):
    def backward(g, self):
        t = tanh(softplus(self))
        return g * (t + self * sigmoid(self) * (1 - t * t))

    return differentiable("MishBackward0", input._a * _tanh(_log1p(_exp(input._a))),
                          (input, backward, input))


def softsign(input):
    """x / (1 + |x|)."""
    return input / (input.abs() + 1)


def tanhshrink(input):
    """x - tanh(x)."""
    return input - input.tanh()


def prelu(input, weight):
    """x for x > 0, else weight · x; weight has one element, or one for each channel (dimension 1)."""
    _check("prelu", input)
    if input.dtype != weight.dtype:
        raise RuntimeError(f"prelu: Type promoting not supported. Got {input.dtype.title} and {weight.dtype.title}")
    count, channels = weight.numel(), input._a.shape[1] if input.dim() > 1 else 1
    if count not in (1, channels):
        raise RuntimeError("Mismatch of parameter numbers and input channel size. Found parameter numbers = "
                           f"{count} and channel size = {channels}.")
    if not input.dim():
        weight = weight.view(())
    if input.dim() > 1:
        weight = weight.view(1, -1, *[1] * (input.dim() - 2))
    return differentiable("PreluKernelBackward0", np.where(input._a > 0, input._a, weight._a * input._a),
                          (input, lambda g, self, weight: _prelu_backward(g, self, weight), input, weight),
                          (weight, lambda g, self: (self <= 0) * self * g, input))


def _prelu_backward(g, self, weight):
    return differentiable("PreluKernelBackwardBackward0", np.where(self._a > 0, g._a, weight._a * g._a),
                          (g, lambda gg, self, weight: _prelu_backward(gg, self, weight), self, weight),
                          (self, lambda gg, grad_output, self: gg * grad_output * 0, g, self),
                          (weight, lambda gg, grad_output, self: (self <= 0) * gg * grad_output, g, self))


batch_aware(globals())
