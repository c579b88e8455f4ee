"""Batching rules: the functions of torch.nn.functional that are not made of other operations."""

import math

from ..core.tensor import Tensor
from ..ops import public
from .batched import at, batched, is_batched, physical, union
from .dispatch import per_sample, rule, unwatched
from .rules_pointwise import one, several

arange, where = public("arange"), public("where")


@rule("relu")
def relu(c):
    """torch.relu, Tensor.relu and nn.functional.relu, also in place."""
    if c.kwargs.get("inplace") or len(c.args) > 1 and c.args[1]:
        return c.x.relu_()
    return one(c)


@rule("mse_loss", "smooth_l1_loss", "huber_loss", "binary_cross_entropy")
def of_elements(c):
    """The elements' losses, then each sample's mean or sum."""
    input, target = c.get("input"), c.get("target")
    reduction = c.get("reduction")
    if reduction not in ("none", "mean", "sum") or c.get("size_average") is not None or c.get("reduce") is not None:
        return per_sample(c)
    if input.shape != target.shape:
        if c.name == "binary_cross_entropy":
            return per_sample(c)      # refused
        from ..nn.losses import _warn_sizes    # late: func does not read nn, but who calls a loss has read it
        _warn_sizes(input, target)
        _check_broadcast(input, target)
    levels, visible = union((input, target))
    ndim = max(input.dim(), target.dim())
    p, q = (unwatched(at, t, levels, ndim, True) for t in (input, target))
    shape = [max(a, b) for a, b in zip(p.shape, q.shape)]
    rest = {name: c.get(name) for name in ("beta", "delta", "weight") if c.get(name) is not None}
    out = batched(unwatched(c.f, unwatched(p.expand, shape), unwatched(q.expand, shape), reduction="none", **rest), levels, visible)
    if reduction == "none" or not ndim:
        return out
    return out.mean() if reduction == "mean" else out.sum()


def _check_broadcast(input, target):
    """RuntimeError in the sample's words."""
    a, b = input.shape, target.shape
    n = max(len(a), len(b))
    for i, (p, q) in enumerate(zip((1,) * (n - len(a)) + a, (1,) * (n - len(b)) + b)):
        if p != q and p != 1 and q != 1:
            raise RuntimeError(f"The size of tensor a ({p}) must match the size of tensor b ({q}) at non-singleton dimension {i}")


@rule("prelu")
def prelu(c):
    return several(c) if c.get("weight").numel() == 1 else per_sample(c)


@rule("nll_loss")
def nll_loss(c):
    """-input[target], as torch takes it apart for batches: gather, where, sum, divide."""
    input, target, weight = c.get("input"), c.get("target"), c.get("weight")
    ignore, reduction = c.get("ignore_index"), c.get("reduction")
    if c.get("size_average") is not None or c.get("reduce") is not None or target.dtype.name != "int64":
        return per_sample(c)
    axis = 0 if input.dim() < 2 else 1
    if target.dim() != input.dim() - 1:
        return per_sample(c)
    used = target != ignore
    picked = where(used, target, 0).unsqueeze(axis)
    shares = None
    if weight is not None:
        shares = weight.view([-1 if d == axis else 1 for d in range(input.dim())]).expand(input.shape).gather(axis, picked).squeeze(axis)
        input = input * weight.view([-1 if d == axis else 1 for d in range(input.dim())])
    loss = where(used, -input.gather(axis, picked).squeeze(axis), 0)
    if reduction == "none":
        return loss
    if reduction == "sum":
        return loss.sum()
    return loss.sum() / (used.sum().to(loss.dtype) if shares is None else where(used, shares, 0).sum())


@rule("binary_cross_entropy_with_logits")
def with_logits(c):
    """As torch takes it apart for batches, so that e^x does not overflow."""
    input, target, weight, heavy = c.get("input"), c.get("target"), c.get("weight"), c.get("pos_weight")
    reduction = c.get("reduction")
    if heavy is not None or weight is not None or input.shape != target.shape or c.get("size_average") is not None:
        return per_sample(c)
    above = (-input).clamp_min(0)
    loss = (1 - target) * input + above + ((-above).exp() + (-input - above).exp()).log()
    return loss if reduction == "none" else loss.mean() if reduction == "mean" else loss.sum()


@rule("layer_norm")
def layer_norm(c):
    """Normalised over the last dimensions; a batched weight or bias afterwards."""
    x, weight, bias = c.get("input"), c.get("weight"), c.get("bias")
    if is_batched(x) and not is_batched(weight) and not is_batched(bias):
        return c.run(physical, x._levels, x._visible)
    from ..nn import functional as F    # late: func does not read nn
    out = F.layer_norm(x, c.get("normalized_shape"), eps=c.get("eps"))
    out = out if weight is None else out * weight
    return out if bias is None else out + bias


@rule("batch_norm")
def batch_norm(c):
    """The batch's channels as channels of their own."""
    x, mean, var, weight, bias = (c.get(name) for name in ("input", "running_mean", "running_var", "weight", "bias"))
    training = c.get("training")
    if training and mean is not None and is_batched(x) and not (is_batched(mean) and is_batched(var)):
        raise RuntimeError(BATCH_NORM)
    if training and mean is not None:
        return per_sample(c)
    levels, visible = union([t for t in (x, mean, var) if isinstance(t, Tensor)])
    p = unwatched(at, x, levels, 0, True)
    k, (n, channels, *rest) = len(levels), x.shape
    p = unwatched(lambda: p.movedim(k, 0).reshape(n, -1, *rest))
    flat = lambda t: None if t is None else unwatched(lambda: at(t, levels, 0, True).reshape(-1))
    p = unwatched(c.f, p, flat(mean), flat(var), None, None, training, c.get("momentum"), c.get("eps"))
    out = batched(unwatched(lambda: p.reshape(n, *[level.size for level in levels], channels, *rest).movedim(0, k)), levels, visible)
    column = [-1] + [1] * len(rest)
    out = out if weight is None else out * weight.view(column)
    return out if bias is None else out + bias.view(column)


BATCH_NORM = ("Batch norm got a batched tensor as input while the running_mean or running_var, which will be updated in place, were not "
              "batched.\nIf you are using a module and do not need eval mode, please set `track_running_stats` to be False.If you are "
              "using a prebuilt module and do not need eval mode, please see the functorch website for resources on how to patch your "
              "module to work with vmap")


@rule("embedding")
def embedding(c):
    """Rows of one table, or of the table of each sample: all tables below each other."""
    index, table = c.get("input"), c.get("weight")
    if not is_batched(table):
        return c.run(physical, index._levels, index._visible)
    if c.get("padding_idx") is not None:
        return per_sample(c)
    levels, visible = union((index, table))
    rows, width = table.shape
    tables = unwatched(lambda: at(table, levels, 0, True).reshape(-1, width))
    first = unwatched(lambda: (arange(math.prod(level.size for level in levels)) * rows).reshape(
        [level.size for level in levels] + [1] * index.dim()))
    return batched(unwatched(lambda: c.f(at(index, levels, 0, True) + first, tables)), levels, visible)


@rule("one_hot")
def one_hot(c):
    if c.get("num_classes") < 0:
        raise RuntimeError("When vmap-ing torch.nn.functional.one_hot, please provide an explicit positive num_classes argument.")
    return c.run(physical, c.x._levels, c.x._visible)
