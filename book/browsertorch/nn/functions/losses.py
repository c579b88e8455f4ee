"""Losses beside those of losses.py: of distributions, of distances, of margins."""

import math

import numpy as np

from ...base.modes import no_grad
from ...core.graph import differentiable
from ...core.tensor import wrap
from ...ops import public
from ...ops.distances import row_length
from .. import functional as F
from ..losses import check_reduction, legacy_reduction

where, zeros_like, ones_like = public("where"), public("zeros_like"), public("ones_like")


def _reduced(loss, reduction):
    return loss.mean() if reduction == "mean" else loss.sum() if reduction == "sum" else loss


def _reduction(size_average, reduce, reduction):
    reduction = legacy_reduction(size_average, reduce, reduction)
    check_reduction(reduction)
    return reduction


def poisson_nll_loss(input, target, log_input=True, full=False, size_average=None, eps=1e-8, reduce=None, reduction="mean"):
    """Minus the log-likelihood of counts whose mean is e^input (or, with log_input=False, input)."""
    reduction = _reduction(size_average, reduce, reduction)
    loss = input.exp() - target * input if log_input else input - target * (input + eps).log()
    if full:
        stirling = target * target.log() - target + 0.5 * (2 * math.pi * target).log()
        loss = loss + stirling.masked_fill(target <= 1, 0)
    return _reduced(loss, reduction)


def gaussian_nll_loss(input, target, var, full=False, eps=1e-6, reduction="mean"):
    """Minus the log-likelihood of normal variables with mean input and variance var."""
    if isinstance(var, float):
        if var < 0:
            raise ValueError("var has negative entry/entries")
        var = var * ones_like(input)
    elif (var < 0).any():
        raise ValueError("var has negative entry/entries")
    if var.size() != input.size():
        if input.size()[:-1] == var.size():
            var = var.unsqueeze(-1)
        elif not (input.dim() == var.dim() and sum(b for a, b in zip(input.size(), var.size()) if a != b) == 1):
            raise ValueError("var is of incorrect size")
    if reduction not in ("none", "mean", "sum"):
        raise ValueError(reduction + " is not valid")
    var = var.clone()
    with no_grad():
        var.clamp_(min=eps)
    loss = 0.5 * (var.log() + (input - target) ** 2 / var)
    return _reduced(loss + 0.5 * math.log(2 * math.pi) if full else loss, reduction)


def cosine_embedding_loss(input1, input2, target, margin=0, size_average=None, reduce=None, reduction="mean"):
    """1 - cos for pairs of target 1, max(0, cos - margin) for those of target -1."""
    reduction = _reduction(size_average, reduce, reduction)
    products, lengths = (input1 * input2).sum(-1), ((input1 * input1).sum(-1) + 1e-12, (input2 * input2).sum(-1) + 1e-12)
    cos = products / (lengths[0] * lengths[1]).sqrt()
    zeros = zeros_like(cos)
    return _reduced(where(target == 1, 1 - cos, zeros) + where(target == -1, (cos - margin).clamp_min(0), zeros), reduction)


def margin_ranking_loss(input1, input2, target, margin=0, size_average=None, reduce=None, reduction="mean"):
    """max(0, margin - target · (input1 - input2))."""
    reduction = _reduction(size_average, reduce, reduction)
    if not input1.dim() == input2.dim() == target.dim():
        raise RuntimeError(f"margin_ranking_loss : All input tensors should have same dimension but got sizes: input1: {input1.size()}, "
                           f"input2: {input2.size()}, target: {target.size()} ")
    return _reduced((-target * (input1 - input2) + margin).clamp_min(0), reduction)


def triplet_margin_loss(anchor, positive, negative, margin=1.0, p=2, eps=1e-6, swap=False, size_average=None, reduce=None, reduction="mean"):
    """max(0, margin + the distance to the positive - that to the negative)."""
    reduction = _reduction(size_average, reduce, reduction)
    if margin <= 0:
        raise ValueError(f"margin must be greater than 0, got {margin}")
    near, far = pairwise_distance(anchor, positive, p, eps), pairwise_distance(anchor, negative, p, eps)
    if swap:
        far = far.minimum(pairwise_distance(positive, negative, p, eps))
    return _reduced((margin + near - far).clamp_min(0), reduction)


def hinge_embedding_loss(input, target, margin=1.0, size_average=None, reduce=None, reduction="mean"):
    """The input where target is 1, max(0, margin - input) where it is -1."""
    reduction = _reduction(size_average, reduce, reduction)
    zeros = zeros_like(input)
    apart, together = where(target != 1, (margin - input).clamp_min(0), zeros), where(target != -1, input, zeros)
    return _reduced(apart + together, reduction)


def multilabel_soft_margin_loss(input, target, weight=None, size_average=None, reduce=None, reduction="mean"):
    """binary_cross_entropy_with_logits, as a mean over the classes."""
    reduction = _reduction(size_average, reduce, reduction)
    loss = -(target * F.logsigmoid(input) + (1 - target) * F.logsigmoid(-input))
    loss = loss if weight is None else loss * weight
    return _reduced(loss.sum(input.dim() - 1) / input.size(-1), reduction)


def soft_margin_loss(input, target, size_average=None, reduce=None, reduction="mean"):
    """log(1 + e^(-target · input))."""
    reduction = _reduction(size_average, reduce, reduction)
    with no_grad():
        value = _reduced((-target * input).exp().log1p(), reduction)

    def derivative(g, self, target):
        z = (-target * self).exp()
        return -target * z / (1 + z) * (g / self.numel() if reduction == "mean" else g)

    return differentiable("SoftMarginLossBackward0", value._a, (input, derivative, input, target))


def multi_margin_loss(input, target, p=1, margin=1.0, weight=None, size_average=None, reduce=None, reduction="mean"):
    """Σ max(0, margin - x[target] + x[other])^p over the other classes, divided by their number."""
    reduction = _reduction(size_average, reduce, reduction)
    if p not in (1, 2):
        raise ValueError("only p == 1 and p == 2 supported")
    if weight is not None and weight.dim() != 1:
        raise ValueError("weight must be one-dimensional")

    rows, places = (t.unsqueeze(0) if input.dim() < 2 else t for t in (input, target))
    classes = rows.shape[1]
    others = wrap(np.arange(classes) != places._a[:, None])
    share = 1 / classes if weight is None else weight[places].unsqueeze(1) / classes

    def apart(input):
        x = input.reshape(-1, classes)
        return (margin - x.gather(1, places.unsqueeze(1)) + x).clamp_min(0) * others

    def derivative(g, self):
        slope = apart(self)
        slope = (slope > 0) * share if p == 1 else 2 * slope * share
        slope = slope.scatter_add(1, places.unsqueeze(1), -slope.sum(1, keepdim=True))
        return (slope * (g / len(slope) if reduction == "mean" else g if reduction == "sum" else g.reshape(-1, 1))).reshape(self.shape)

    with no_grad():
        each = (apart(input) ** p * share).sum(1)
        value = _reduced(each if input.dim() > 1 else each[0], reduction)
    return differentiable("MultiMarginLossBackward0", value._a, (input, derivative, input))


def pairwise_distance(x1, x2, p=2.0, eps=1e-6, keepdim=False):
    """The p-norm of x1 - x2 + eps over the last dimension."""
    return row_length(x1 - x2 + eps, p, keepdim)


def triplet_margin_with_distance_loss(anchor, positive, negative, *, distance_function=None, margin=1.0, swap=False, reduction="mean"):
    """triplet_margin_loss with a distance of one's own."""
    if reduction not in ("mean", "sum", "none"):
        raise ValueError(f"{reduction} is not a valid value for reduction")
    if margin <= 0:
        raise ValueError(f"margin must be greater than 0, got {margin}")
    distance = pairwise_distance if distance_function is None else distance_function
    near, far = distance(anchor, positive), distance(anchor, negative)
    if swap:
        far = far.minimum(distance(positive, negative))
    return _reduced((margin + near - far).clamp_min(0), reduction)


def multilabel_margin_loss(input, target, size_average=None, reduce=None, reduction="mean"):
    """Σ max(0, 1 - x[y] + x[i]) over the classes y that target lists before its first -1, and the others i; divided by all."""
    reduction = _reduction(size_average, reduce, reduction)
    if input.dim() > 2 or input.shape != target.shape:
        raise RuntimeError(f"inconsistent target size: {list(target.shape)} for input of size: {list(input.shape)}")
    classes = input.shape[-1]
    rows, listed = input._a.reshape(-1, classes), target._a.reshape(-1, classes)
    pairs = [(row, int(y), [i for i in range(classes) if i not in labels]) for row, labels in enumerate(
        [own[:own.index(-1)] if -1 in own else own for own in listed.tolist()]) for y in labels]
    losses, slopes = np.zeros(len(rows), rows.dtype), np.zeros_like(rows)
    for row, y, others in pairs:
        apart = 1 - rows[row, y] + rows[row, others]
        losses[row] += np.maximum(apart, 0).sum()
        slopes[row, others] += apart > 0
        slopes[row, y] -= (apart > 0).sum()
    losses, slopes = losses / classes, slopes / classes / (len(rows) if reduction == "mean" else 1)
    value = losses.mean() if reduction == "mean" else losses.sum() if reduction == "sum" else losses.reshape(input.shape[:-1])
    slope = wrap(slopes.reshape(input.shape).astype(rows.dtype))
    return differentiable("MultilabelMarginLossBackward0", np.asarray(value, rows.dtype),
                          (input, lambda g, slope: (g.unsqueeze(-1) if reduction == "none" else g) * slope, slope))
