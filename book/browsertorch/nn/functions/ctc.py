"""ctc_loss: of all ways to write a sequence of labels with blanks and repetitions in T steps (Graves et al. 2006)."""

import numpy as np

from ...base.quiet import silent
from ...core.graph import differentiable
from ...core.tensor import Tensor, wrap
from ...ops import public


def _lengths(lengths):
    return [int(n) for n in (lengths.flatten().tolist() if isinstance(lengths, Tensor) else lengths)]


def _check(log_probs, targets, inputs, outputs, blank):
    steps, batch, classes = log_probs.shape
    if log_probs.dtype.kind != 2:
        raise NotImplementedError(f"\"ctc_loss_cpu\" not implemented for '{log_probs.dtype.title}'")
    if not 0 <= blank < classes:
        raise RuntimeError("blank must be in label range")
    for name, lengths in (("input", inputs), ("target", outputs)):
        if len(lengths) != batch:
            raise RuntimeError(f"{name}_lengths must be of size batch_size")
    for length in inputs:
        if length < 0:
            raise RuntimeError(f"Expected input_lengths to have value at least 0, but got value {length} (while checking arguments for "
                               "ctc_loss_allocate_outputs)")
        if length > steps:
            raise RuntimeError(f"Expected input_lengths to have value at most {steps}, but got value {length} (while checking arguments for "
                               "ctc_loss_allocate_outputs)")
    longest = max(outputs, default=0)
    if targets.dim() == 2 and targets.size(1) < longest:
        raise RuntimeError(f"Expected tensor to have size at least {longest} at dimension 1, but got size {targets.size(1)} for argument #2 "
                           "'targets' (while checking arguments for ctc_loss_allocate_outputs)")


def _logsumexp(*terms):
    top = np.maximum.reduce(terms)
    safe = np.where(np.isfinite(top), top, 0)
    return np.log(sum(np.exp(t - safe) for t in terms)) + safe


def _sweep(lp, path, skips):
    """alpha[t, s]: the log of how likely the first t steps write the path up to its place s."""
    alpha = np.full((len(lp), len(path)), -np.inf)
    alpha[0, :2] = lp[0, path[:2]]
    for t in range(1, len(lp)):
        before = alpha[t - 1]
        one = np.concatenate(([-np.inf], before[:-1]))
        two = np.where(skips, np.concatenate(([-np.inf] * 2, before[:-2]))[:len(path)], -np.inf)
        alpha[t] = _logsumexp(before, one, two) + lp[t, path]
    return alpha


def _one(lp, labels, blank):
    """(-log of the probability of the labels, its gradient by the inputs of the softmax that made lp)."""
    if not len(lp):
        return (0.0 if not len(labels) else np.inf), np.zeros_like(lp)
    path = np.full(2 * len(labels) + 1, blank)
    path[1::2] = labels
    skips = np.zeros(len(path), bool)
    skips[2:] = (path[2:] != blank) & (path[2:] != path[:-2])
    alpha = _sweep(lp, path, skips)
    back = np.zeros(len(path), bool)
    back[:-2] = skips[2:]
    beta = _sweep(lp[::-1], path[::-1], back[::-1])[::-1, ::-1]
    loss = -_logsumexp(*alpha[-1, -2:]) if len(path) > 1 else -alpha[-1, -1]
    used = np.zeros_like(lp)
    share = np.exp(alpha + beta - lp[:, path] + loss) if np.isfinite(loss) else np.full(alpha.shape, np.nan)
    for s, label in enumerate(path):
        used[:, label] += share[:, s]
    return loss, np.exp(lp) - used


@silent
def _each(log_probs, targets, inputs, outputs, blank, zero_infinity):
    """Each sequence's loss and gradient."""
    lp, labels = log_probs._a.astype(np.float64), targets._a
    losses, slopes = np.zeros(lp.shape[1]), np.zeros_like(lp)
    starts = np.cumsum([0, *outputs])
    for n, (steps, length) in enumerate(zip(inputs, outputs)):
        own = labels[n, :length] if labels.ndim == 2 else labels[starts[n]:starts[n] + length]
        losses[n], slopes[:steps, n] = _one(lp[:steps, n], own, blank)
        if zero_infinity and losses[n] == np.inf:
            slopes[:, n] = 0
    return losses.astype(log_probs._a.dtype), slopes.astype(log_probs._a.dtype)


def ctc_loss(log_probs, targets, input_lengths, target_lengths, blank=0, reduction="mean", zero_infinity=False):
    """-log of the probability that log_probs (steps, batch, classes) write the targets."""
    alone = log_probs.dim() == 2
    if alone:
        log_probs, targets = log_probs.unsqueeze(1), targets.unsqueeze(0) if targets.dim() == 1 else targets
    inputs, outputs = _lengths(input_lengths), _lengths(target_lengths)
    _check(log_probs, targets, inputs, outputs, blank)
    losses, slopes = _each(log_probs, targets, inputs, outputs, blank, zero_infinity)

    def again(_):
        raise RuntimeError("derivative for aten::_ctc_loss_backward is not implemented")

    result = differentiable("CtcLossBackward0", losses,
                            (log_probs, lambda g: differentiable("NotImplemented", slopes * g._a[:, None], (g, again))))
    if zero_infinity:
        result = public("where")(result == np.inf, 0.0, result)
    if reduction == "mean":
        return (result / wrap(np.maximum(outputs, 1))).mean()
    if reduction == "sum":
        return result.sum()
    if reduction != "none":
        raise ValueError(f"{reduction} is not a valid value for reduction")
    return result.squeeze(0) if alone else result
