"""Loss functions: value and derivatives of a batch's elements, then their mean, sum or neither.

Each loss is one recorded operation (MseLossBackward0, …), and so is its derivative, because backward can be
recorded too. `scale` is 1/n for reduction="mean", else 1: the factor of every element's share.
"""

import warnings

import numpy as np

from ..base.errors import type_name
from ..base.missing import missing
from ..base.quiet import quiet, silent
from ..base import rounding
from ..core.graph import differentiable
from ..core.operands import operands
from ..core.tensor import Tensor, wrap
from ..api.calls import batch_aware
from ..ops.arithmetic import scaled
from .activations import logsigmoid


def check_reduction(reduction):
    if reduction not in ("none", "mean", "sum"):
        raise ValueError(f"{reduction} is not a valid value for reduction")


def legacy_reduction(size_average, reduce, reduction):
    """`reduction`, unless one of the two old arguments is given."""
    if size_average is None and reduce is None:
        return reduction
    size_average = True if size_average is None else size_average
    reduce = True if reduce is None else reduce
    reduction = "mean" if size_average and reduce else "sum" if reduce else "none"
    warnings.warn(f"size_average and reduce args will be deprecated, please use reduction='{reduction}' instead.", stacklevel=3)
    return reduction


def _warn_sizes(input, target):
    if target.size() != input.size():
        warnings.warn(f"Using a target size ({target.size()}) that is different to the input size ({input.size()}). "
                      "This will likely lead to incorrect results due to broadcasting. Please ensure they have the same size.",
                      stacklevel=3)


def _reduced(array, reduction):
    """The mean or the sum of an array, or the array itself."""
    if reduction == "none":
        return array
    result = rounding.total(array)
    return quiet(np.divide, result, array.dtype.type(array.size)) if reduction == "mean" else result


def _no_weight(name, weight):
    if weight is not None:
        raise missing(f"torch.nn.functional.{name}(weight=…)")


def _scale(reduction, count):
    return 1 / count if reduction == "mean" and count else 1.0


# Losses of the difference d = input - target

def _of_difference(node, kernel, input, target, reduction, value, slope, curve, promotes=True):
    """value(d), with slope its derivative (both numpy) and curve its second derivative (of a Tensor).

    promotes: may input and target differ in dtype?
    """
    check_reduction(reduction)
    x, y = operands(node, input, target)
    if x.dtype.kind != "f":
        raise NotImplementedError(f'"{kernel}" not implemented for \'{input.dtype.title}\'')
    d = quiet(np.subtract, x, y)
    scale = _scale(reduction, d.size)

    def backward(g, self, target):
        if not promotes and self.dtype != target.dtype:
            raise RuntimeError(f"Found dtype {target.dtype.title} but expected {self.dtype.title}")
        array = quiet(lambda: scale * slope(self._a - target._a) * g._a).astype(self._a.dtype, copy=False)
        return differentiable(
            node + "BackwardBackward0", array,
            (g, lambda gg, self, target: backward(gg, self, target), self, target),
            (self, lambda gg, grad_output, self, target: gg * grad_output * (curve(self - target) * scale), g, self, target),
            (target, lambda gg, grad_output, self, target: -gg * grad_output * (curve(self - target) * scale), g, self, target))

    result = _reduced(quiet(value, d), reduction)
    return differentiable(node + "Backward0", result if promotes else np.asarray(result, input._a.dtype),
                          (input, backward, input, target),
                          (target, lambda g, self, target: backward(g, target, self), input, target))


def mse_loss(input, target, size_average=None, reduce=None, reduction="mean", weight=None):
    """(input - target)²."""
    reduction = legacy_reduction(size_average, reduce, reduction)
    _no_weight("mse_loss", weight)
    _warn_sizes(input, target)
    return _of_difference("MseLoss", "mse_cpu", input, target, reduction, lambda d: d * d, lambda d: 2 * d, lambda d: 2.0)


def l1_loss(input, target, size_average=None, reduce=None, reduction="mean", weight=None):
    """|input - target|."""
    reduction = legacy_reduction(size_average, reduce, reduction)
    _no_weight("l1_loss", weight)
    _warn_sizes(input, target)
    check_reduction(reduction)
    loss = (input - target).abs()
    return loss if reduction == "none" else loss.mean() if reduction == "mean" else loss.sum()


def smooth_l1_loss(input, target, size_average=None, reduce=None, reduction="mean", beta=1.0):
    """d²/(2·beta) where |d| < beta, else |d| - beta/2."""
    reduction = legacy_reduction(size_average, reduce, reduction)
    _warn_sizes(input, target)
    if beta < 0:
        raise RuntimeError("smooth_l1_loss does not support negative values for beta.")
    if beta == 0:
        return l1_loss(input, target, reduction=reduction)
    half = 0.5 / beta
    return _of_difference("SmoothL1Loss", "smooth_l1_cpu", input, target, reduction,
                          lambda d: np.where(abs(d) < beta, half * d * d, abs(d) - 0.5 * beta).astype(d.dtype, copy=False),
                          lambda d: np.clip(d / beta, -1, 1), lambda d: (d.abs() < beta) / beta)


def huber_loss(input, target, reduction="mean", delta=1.0, weight=None):
    """d²/2 where |d| <= delta, else delta·(|d| - delta/2)."""
    _no_weight("huber_loss", weight)
    _warn_sizes(input, target)
    if delta <= 0:
        raise RuntimeError("huber_loss does not support non-positive values for delta.")
    return _of_difference("HuberLoss", "huber_cpu", input, target, reduction,
                          lambda d: np.where(abs(d) <= delta, 0.5 * d * d, delta * (abs(d) - 0.5 * delta)).astype(d.dtype, copy=False),
                          lambda d: np.clip(d, -delta, delta), lambda d: (d.abs() <= delta) * 1.0, promotes=False)


# Classification

def _check_tensors(name, *values):
    for position, (label, value) in enumerate(zip(("input", "target"), values), 1):
        if not isinstance(value, Tensor):
            raise TypeError(f"{name}(): argument '{label}' (position {position}) must be Tensor, not {type_name(value)}")


def nll_loss(input, target, weight=None, size_average=None, ignore_index=-100, reduce=None, reduction="mean"):
    """-input[n, target[n]] for log-probabilities input (N, C, …) or (C) and class numbers target (N, …) or ()."""
    reduction = legacy_reduction(size_average, reduce, reduction)
    check_reduction(reduction)
    _check_tensors("nll_loss_nd", input, target)
    x, y = input._a, target._a
    if x.ndim == 1 and y.ndim == 1 and y.size != 1 and y.dtype.name in ("int64", "uint8"):
        raise ValueError(f"For 1D input, 1D target must have size 1, but got target size: {y.size}")
    if x.ndim > 1 and x.shape[0] != (y.shape or (1,))[0]:
        raise ValueError(f"Expected input batch_size ({x.shape[0]}) to match target batch_size ({(y.shape or (1,))[0]}).")
    if x.ndim < 3 and y.ndim > 1:
        raise RuntimeError("0D or 1D target tensor expected, multi-target not supported")
    if x.ndim > 2 and y.shape != x.shape[:1] + x.shape[2:]:
        raise RuntimeError(f"Expected target size {list(x.shape[:1] + x.shape[2:])}, got {list(y.shape)}")
    if y.dtype.name not in ("int64", "uint8"):
        raise RuntimeError(f"expected target dtype to be Long or Byte, but got {target.dtype.title}")
    classes = x.shape[1] if x.ndim > 1 else x.shape[0]
    if weight is not None and weight.shape != (classes,):
        raise RuntimeError(f"weight tensor should be defined either for all {classes} classes or no classes but got weight "
                           f"tensor of shape: {list(weight.shape)}")
    wrong = (y != ignore_index) & ((y < 0) | (y >= classes))
    if wrong.any():
        raise IndexError(f"Target {y[wrong][0]} is out of bounds.")
    if x.ndim in (3, *range(5, 65)):      # as a picture of one row
        input, target = input.contiguous().view(len(x), classes, 1, -1), target.contiguous().view(len(x), 1, -1)
        loss = _nll(input, target, weight, None, ignore_index, reduction)
        return loss.view(y.shape) if reduction == "none" else loss
    return _nll(input, target, weight, None, ignore_index, reduction)


def _places(target, weight, ignore_index, classes, dtype):
    """A batch as a table with a row for each target: (rows, its target's column, the weight there)."""
    y = target._a.ravel()
    used = y != ignore_index
    column = np.where(used, y, 0)
    return np.arange(y.size), column, (np.ones(classes, dtype) if weight is None else weight._a)[column] * used


def _nll(input, target, weight, total_weight, ignore_index, reduction):
    x, shape = input._a, target._a.shape
    classes = x.shape[1] if x.ndim > 1 else x.shape[0]
    node = "NllLoss" if x.ndim < 3 else "NllLoss2D"
    rows, column, share = _places(target, weight, ignore_index, classes, x.dtype)
    if total_weight is None:
        total_weight = wrap(np.asarray(rounding.total(share)))
    table = (x if x.ndim < 3 else np.moveaxis(x, 1, -1)).reshape(-1, classes)
    picked = np.where(share != 0, -table[rows, column] * share, x.dtype.type(0))
    if reduction == "none":
        array = picked.reshape(shape)
    else:
        array = rounding.total(picked)
        if reduction == "mean":
            array = quiet(np.divide, array, total_weight._a)

    def backward(g, self, target, weight, total_weight):
        rows, column, share = _places(target, weight, ignore_index, classes, g._a.dtype)
        change = -share * g._a.ravel()
        if reduction == "mean":
            change = quiet(np.divide, change, total_weight._a)
        table = np.zeros((rows.size, classes), g._a.dtype)
        table[rows, column] = np.where(share != 0, change, 0)
        array = table.reshape(self._a.shape) if self._a.ndim < 3 else np.ascontiguousarray(np.moveaxis(table.reshape(*shape, classes), -1, 1))
        return differentiable(node + "BackwardBackward0", array,   # linear in g: its derivative is the loss of gg
                              (g, lambda gg, target, weight, total_weight: _nll(
                                  gg, target, weight, total_weight, ignore_index, reduction), target, weight, total_weight),
                              (self, lambda gg: wrap(np.zeros_like(table).reshape(array.shape))))

    return differentiable(node + "Backward0", array, (input, backward, input, target, weight, total_weight))


def cross_entropy(input, target, weight=None, size_average=None, ignore_index=-100, reduce=None, reduction="mean",
                  label_smoothing=0.0):
    """nll_loss(log_softmax(input), target); target holds class numbers, or probabilities in input's shape.

    label_smoothing: this share of each target is spread evenly over all classes.
    """
    reduction = legacy_reduction(size_average, reduce, reduction)
    check_reduction(reduction)
    _check_tensors("cross_entropy_loss", input, target)
    axis = 0 if input.dim() <= 1 else 1
    if target.shape == input.shape:
        if not target.is_floating_point():
            raise RuntimeError(f"Expected floating point type for target with class probabilities, got {target.dtype.title}")
        if ignore_index >= 0:
            raise RuntimeError("ignore_index is not supported for floating point target")
        return _soft_cross_entropy(input.log_softmax(axis), target, weight, reduction, label_smoothing, axis)
    if not 0 <= label_smoothing <= 1:
        raise RuntimeError(f"label_smoothing must be between 0.0 and 1.0. Got: {label_smoothing:g}")
    logs = input.log_softmax(axis)
    loss = nll_loss(logs, target, weight, ignore_index=ignore_index, reduction=reduction)
    if not label_smoothing:
        return loss
    smooth = _smoothing(logs, target, weight, ignore_index, reduction, axis)
    return multiplied(loss, 1 - label_smoothing) + multiplied(smooth, label_smoothing / input.shape[axis])


def _class_weights(weight, logs, axis):
    return weight.reshape([-1 if i == axis else 1 for i in range(logs.dim())])


def _smoothing(logs, target, weight, ignore_index, reduction, axis):
    """The mean, sum, … of -Σ log p over all classes."""
    loss = -(logs if weight is None else logs * _class_weights(weight, logs, axis)).sum(axis)
    used = target != ignore_index
    loss = loss * used
    if reduction == "none":
        return loss
    if reduction == "sum":
        return loss.sum()
    if weight is not None:
        return loss.sum() / weight[target[used]].sum()
    return loss.sum() / used.sum()


def _soft_cross_entropy(logs, target, weight, reduction, label_smoothing, axis):
    classes = logs.shape[axis]
    if label_smoothing:
        target = target * (1 - label_smoothing) + label_smoothing / classes
    product = logs * target
    if weight is not None and weight.shape != (classes,):
        raise RuntimeError(f"cross_entropy: weight tensor should be defined either for all {classes} classes or no classes but got weight "
                           f"tensor of shape: {list(weight.shape)}")
    if weight is not None:
        product = product * _class_weights(weight, logs, axis)
    if reduction == "none":
        return -product.sum(axis)
    loss = -product.sum()
    return divided(loss, logs.numel() // classes) if reduction == "mean" else loss


def divided(input, number):
    """input / number, under the name torch's own code gives it."""
    return differentiable("DivBackward1", quiet(np.divide, input._a, input._a.dtype.type(number)), (input, lambda g: divided(g, number)))


def multiplied(input, number):
    """input * number, likewise."""
    return scaled(input, number)


@silent
def binary_cross_entropy(input, target, weight=None, size_average=None, reduce=None, reduction="mean"):
    """-(t·log x + (1-t)·log(1-x)) of probabilities x; logarithms are held above -100."""
    reduction = legacy_reduction(size_average, reduce, reduction)
    check_reduction(reduction)
    if target.size() != input.size():
        raise ValueError(f"Using a target size ({target.size()}) that is different to the input size ({input.size()}) is "
                         "deprecated. Please ensure they have the same size.")
    if input._a.dtype.kind != "f":
        raise NotImplementedError(f'"binary_cross_entropy" not implemented for \'{input.dtype.title}\'')
    if target.dtype != input.dtype:
        raise RuntimeError(f"Found dtype {target.dtype.title} but expected {input.dtype.title}")
    for name, t in (("input", input), ("target", target)):
        if not ((t._a >= 0) & (t._a <= 1)).all():
            raise RuntimeError(f"all elements of {name} should be between 0 and 1")
    if weight is not None:
        for place, (n, m) in enumerate(zip(weight.shape[::-1], target.shape[::-1]), 1):
            if n != m and n != 1 and m != 1:
                raise RuntimeError(f"Attempting to broadcast a dimension of length {n} at -{place}! Mismatching argument at index 1 had "
                                   f"{weight.shape}; but expected shape should be broadcastable to {list(target.shape)}")
        weight = weight.expand(np.broadcast_shapes(weight.shape, target.shape))
    scale = _scale(reduction, input.numel())
    x, t = input._a.astype(np.float64), target._a
    array = (t - 1) * np.maximum(np.log1p(-x), -100) - t * np.maximum(np.log(x), -100)
    array = (array if weight is None else array * weight._a).astype(input._a.dtype)

    def shared(g, weight):
        return g * scale if weight is None else g * weight * scale

    def backward(g, self, target, weight):
        x, t = self._a, target._a
        array = quiet(np.divide, g._a * (x - t), np.maximum((1 - x) * x, x.dtype.type(1e-12)))
        array = (array if weight is None else array * weight._a) * x.dtype.type(scale)
        return differentiable("BinaryCrossEntropyBackwardBackward0", array,
                              (g, lambda gg, self, target, weight: backward(gg, self, target, weight), self, target, weight),
                              (self, lambda gg, grad_output, self, target, weight: shared(gg, weight) * grad_output * (
                                  self * self - 2 * self * target + target) / (self * (1 - self)).pow(2),
                               g, self, target, weight),
                              (target, lambda gg, grad_output, self, weight: -shared(gg, weight) * grad_output / (
                                  self * (1 - self)), g, self, weight))

    return differentiable("BinaryCrossEntropyBackward0", _reduced(array, reduction),
                          (input, backward, input, target, weight),
                          (target, lambda g, self, weight: shared(g, weight) * ((-self).log1p() - self.log()), input, weight))


def binary_cross_entropy_with_logits(input, target, weight=None, size_average=None, reduce=None, reduction="mean",
                                     pos_weight=None):
    """binary_cross_entropy(sigmoid(input), target), without overflow; pos_weight weighs the targets 1."""
    reduction = legacy_reduction(size_average, reduce, reduction)
    check_reduction(reduction)
    if target.size() != input.size():
        raise ValueError(f"Target size ({target.size()}) must be the same as input size ({input.size()})")
    if target._a.dtype.kind != "f" and input._a.dtype.kind == "f":
        raise RuntimeError(f"result type {input.dtype.title} can't be cast to the desired output type {target.dtype.title}")
    x, t = input.detach(), target.detach()
    logs = logsigmoid(x)
    if pos_weight is not None:
        logs = logs * ((pos_weight - 1) * t + 1)
    loss = (1 - t) * x - logs
    if weight is not None:
        loss = loss * weight
    scale = input.numel() if reduction == "mean" else None

    def finished(g, weight):
        g = g if weight is None else g * weight
        return g if scale is None else divided(g, scale)

    def backward(g, pos_weight, self, target, weight):
        heavy = target if pos_weight is None else target * pos_weight
        return finished(g * ((heavy + 1 - target) * self.sigmoid() - heavy), weight)

    def target_backward(g, pos_weight, self, weight):
        if pos_weight is None:
            return finished(-self * g, weight)
        return finished(g * (logsigmoid(-self) - pos_weight * logsigmoid(self)), weight)

    return differentiable("BinaryCrossEntropyWithLogitsBackward0", _reduced(loss._a, reduction),
                          (input, backward, pos_weight, input, target, weight),
                          (target, target_backward, pos_weight, input, weight))


def kl_div(input, target, size_average=None, reduce=None, reduction="mean", log_target=False):
    """target·(log target - input) for log-probabilities input; "batchmean" divides the sum by the first dimension."""
    reduction = legacy_reduction(size_average, reduce, reduction)
    if reduction == "mean":
        warnings.warn("reduction: 'mean' divides the total loss by both the batch size and the support size.'batchmean' divides "
                      "only by the batch size, and aligns with the KL div math definition.'mean' will be changed to behave the "
                      "same as 'batchmean' in the next major release.", stacklevel=2)
    if reduction != "batchmean":
        check_reduction(reduction)
    _check_tensors("kl_div", input, target)
    if input._a.dtype.kind in "iub" or target._a.dtype.kind in "iub":
        raise RuntimeError("kl_div: Integral inputs not supported.")
    loss = target.exp() * (target - input) if log_target else target.xlogy(target) - target * input
    if reduction == "batchmean":
        return loss.sum() / input.size(0) if input.dim() else loss.sum()
    return loss if reduction == "none" else loss.mean() if reduction == "mean" else loss.sum()


batch_aware(globals())
