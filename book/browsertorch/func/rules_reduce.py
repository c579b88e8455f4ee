"""Batching rules: reductions, and what runs along a dimension."""

from .batched import batched, is_batched
from .dispatch import per_sample, rebatched, rule, unwatched
from .rules_pointwise import several

SEVERAL_DIMS = """sum mean amax amin var std var_mean std_mean all any count_nonzero logsumexp nansum nanmean aminmax vector_norm norm""".split()
ONE_DIM = "prod max min argmax argmin median mode".split()
ALONG = """softmax log_softmax cumsum cumprod cummax cummin logcumsumexp sort argsort topk kthvalue cumsum_ cumprod_""".split()


def _ready(x):
    """(x's physical tensor with at least one dimension behind the batches, number of batches, was one added?)."""
    k, p = len(x._levels), x._physical
    return (p, k, False) if x.dim() else (unwatched(p.unsqueeze, -1), k, True)


def _shifted(x, dim, k):
    return tuple(x._dim(d) + k for d in dim) if isinstance(dim, (tuple, list)) else x._dim(dim) + k


def _done(x, c, p, squeeze=None):
    c.args[0] = p
    out = c.run()
    return rebatched(_squeezed(out, squeeze) if squeeze is not None else out, x._levels, x._visible)


def _squeezed(out, dim):
    if isinstance(out, tuple):
        return type(out)([_squeezed(o, dim) for o in out])
    return unwatched(out.squeeze, dim)


@rule(*SEVERAL_DIMS)
def over_several(c):
    """Reductions over one, several or all dimensions; all of a sample's are not all of the batch's."""
    x = c.x
    if not is_batched(x):
        return per_sample(c)
    if c.name in ("var", "std", "var_mean", "std_mean") and isinstance(c.get("dim"), bool):
        c.put("unbiased", c.get("dim"))
        c.put("dim", None)
    p, k, added = _ready(x)
    dim, keepdim = c.get("dim"), c.get("keepdim")
    everything = dim is None or isinstance(dim, (tuple, list)) and not dim
    c.put("dim", tuple(range(k, p._a.ndim)) if everything else _shifted(x, dim, k))
    return _done(x, c, p, k if added and keepdim else None)


@rule(*ONE_DIM)
def over_one(c):
    """Reductions over one dimension, or over all of them as one."""
    x = c.x
    if c.name in ("max", "min") and len(c.tensors()) == 2:
        return several(c)
    if not is_batched(x):
        return per_sample(c)
    p, k, added = _ready(x)
    dim, keepdim = c.get("dim"), c.get("keepdim")
    if dim is not None or c.name == "mode":
        c.put("dim", x._dim(-1 if dim is None else dim) + k)
        return _done(x, c, p, k if added and keepdim else None)
    flat = p if p._a.ndim == k + 1 else unwatched(p.reshape, *p._a.shape[:k], -1)
    out = unwatched(c.f, flat, k)
    if isinstance(out, tuple):
        out = out[0]
    if keepdim:
        out = unwatched(out.reshape, *p._a.shape[:k], *[1] * x.dim())
    return batched(out, x._levels, x._visible)


@rule(*ALONG)
def along(c):
    """Operations along one dimension that keep the others."""
    x = c.x
    if not is_batched(x) or len(c.tensors()) > 1:
        return per_sample(c)
    if c.name == "sort" and isinstance(c.get("dim"), bool):
        c.put("descending", c.get("dim"))
        c.put("dim", -1)
    p, k, added = _ready(x)
    c.put("dim", x._dim(c.get("dim")) + k)
    out = _done(x, c, p, k if added else None)
    return x if c.name.endswith("_") else out

