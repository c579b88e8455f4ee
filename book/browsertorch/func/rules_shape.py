"""Batching rules: views, rearrangements, joining and splitting."""

import math

from ..base.errors import wrap_dim
from ..core.tensor import Tensor
from ..ops import public
from ..ops.shape import sizes
from .batched import at, batched, is_batched, physical, union
from .dispatch import per_sample, rebatched, rule, unwatched

cat = public("cat")

# the arguments that count dimensions, of operations on one tensor
DIMS = {"transpose": ("dim0", "dim1"), "swapaxes": ("dim0", "dim1"), "swapdims": ("dim0", "dim1"), "select": ("dim",), "narrow": ("dim",),
        "split": ("dim",), "chunk": ("dim",), "tensor_split": ("dim",), "unbind": ("dim",), "diagonal": ("dim1", "dim2"),
        "unfold": ("dimension",), "movedim": ("source", "destination"), "moveaxis": ("source", "destination"), "diff": ("dim",),
        "unflatten": ("dim",)}


@rule(*DIMS)
def counted(c):
    """The same operation with its dimensions counted behind the batches."""
    x = c.x
    if not is_batched(x):
        return per_sample(c)
    k = len(x._levels)
    if not x.dim():
        return per_sample(c)
    for name in DIMS[c.name]:
        dim = c.get(name)
        c.put(name, [x._dim(d) + k for d in dim] if isinstance(dim, (tuple, list)) else x._dim(dim) + k)
    if c.name == "unflatten":
        shape, d = x.shape, c.get("dim") - k
        return x.reshape(*shape[:d], *c.get("sizes"), *shape[d + 1:])
    return c.run(physical, x._levels, x._visible)


def _batch(x):
    """The lengths of x's batches."""
    return x._physical._a.shape[:len(x._levels)]


def _lengths(c, keyword):
    """The lengths in x.view(2, 3), x.view((2, 3)) and x.view(size=(2, 3))."""
    return sizes((c.kwargs[keyword],) if keyword in c.kwargs else tuple(c.args[1:]))


@rule("view", "reshape", "view_as", "reshape_as")
def viewed(c):
    """The batches stay in front of a new shape."""
    x = c.x
    if not is_batched(x):
        return (x.view if c.name == "view_as" else x.reshape)(c.args[1].shape)
    if c.name in ("view_as", "reshape_as"):
        shape = c.args[1].shape
    elif len(c.args) == 2 and hasattr(c.args[1], "np"):
        return c.run(physical, x._levels, x._visible)
    else:
        shape = _lengths(c, "shape" if c.name == "reshape" else "size")
    p = x._physical
    f = p.view if c.name.startswith("view") else p.reshape
    return batched(unwatched(f, *_batch(x), *shape), x._levels, x._visible)


def reshaped(x, shape):
    return batched(unwatched(x._physical.reshape, *_batch(x), *shape), x._levels, x._visible)


@rule("flatten")
def flatten(c):
    x = c.x
    start, end = x._dim(c.get("start_dim")), x._dim(c.get("end_dim"))
    s = x.shape
    if not s:
        return reshaped(x, (1,))
    return x if start == end else reshaped(x, (*s[:start], math.prod(s[start:end + 1]), *s[end + 1:]))


@rule("ravel")
def ravel(c):
    return c.x if c.x.dim() == 1 else reshaped(c.x, (-1,))


@rule("squeeze")
def squeeze(c):
    x, dim = c.x, c.get("dim")
    p, k = x._physical, len(x._levels)
    if dim is None:
        out = unwatched(p.view, *_batch(x), *[n for n in x.shape if n != 1])
    else:
        dims = [x._dim(d) for d in (dim if isinstance(dim, (tuple, list)) else [dim])] if x.dim() else []
        out = unwatched(p.squeeze, tuple(d + k for d in dims))
    return batched(out, x._levels, x._visible)


@rule("unsqueeze")
def unsqueeze(c):
    x = c.x
    return batched(unwatched(c.f, x._physical, wrap_dim(c.get("dim"), x.dim() + 1) + len(x._levels)), x._levels, x._visible)


@rule("expand", "expand_as", "broadcast_to")
def expand(c):
    x = c.x
    if not is_batched(x):
        return x.expand(c.args[1].shape)
    shape = c.args[1].shape if c.name == "expand_as" else _lengths(c, "size")
    if len(shape) < x.dim():
        return per_sample(c)      # refused
    p = at(x, x._levels, len(shape)) if x.dim() == len(shape) else unwatched(
        x._physical.view, *_batch(x), *[1] * (len(shape) - x.dim()), *x.shape)
    return batched(unwatched(p.expand, *_batch(x), *shape), x._levels, x._visible)


@rule("repeat", "tile")
def repeat(c):
    x = c.x
    times = _lengths(c, "repeats" if c.name == "repeat" else "dims")
    if c.name == "tile":
        times = (1,) * (x.dim() - len(times)) + times
    elif len(times) < x.dim():
        return per_sample(c)      # refused
    p, k = x._physical, len(x._levels)
    for _ in range(len(times) - x.dim()):
        p = unwatched(p.unsqueeze, k)
    return batched(unwatched(p.repeat, *[1] * k, *times), x._levels, x._visible)


@rule("repeat_interleave")
def repeat_interleave(c):
    x, dim = c.x, c.get("dim")
    if isinstance(c.get("repeats"), Tensor) or not x.dim():
        return per_sample(c)
    if dim is None and x.dim() > 1:
        x = c.args[0] = reshaped(x, (-1,))
    c.put("dim", x._dim(dim or 0) + len(x._levels))
    return c.run(physical, x._levels, x._visible)


# -- other orders of the dimensions

def permuted(x, dims):
    k = len(x._levels)
    return batched(unwatched(x._physical.permute, *range(k), *[d + k for d in dims]), x._levels, x._visible)


@rule("permute")
def permute(c):
    x, dims = c.x, _lengths(c, "dims")
    if len(dims) != x.dim() or len({x._dim(d) for d in dims}) != len(dims):
        return per_sample(c)      # refused
    return permuted(x, [x._dim(d) for d in dims])


@rule("T")
def all_reversed(c):
    if c.x.dim() != 2:
        return per_sample(c)      # deprecated
    return permuted(c.x, (1, 0))


@rule("t", "mT", "mH", "H", "adjoint")
def transposed(c):
    x = c.x
    n, k = x.dim(), len(x._levels)
    if n > 2 and c.name in ("t", "H") or n < 2 and c.name != "t":
        return per_sample(c)      # refused
    d0, d1 = (k + max(n - 2, 0), k + max(n - 1, 0))
    return batched(unwatched(x._physical.transpose, d0, d1) if n else x._physical, x._levels, x._visible)


@rule("flip", "fliplr", "flipud")
def flip(c):
    x = c.x
    dims = (1,) if c.name == "fliplr" else (0,) if c.name == "flipud" else _lengths(c, "dims")
    return batched(unwatched(x._physical.flip, [x._dim(d) + len(x._levels) for d in dims]), x._levels, x._visible)


@rule("roll")
def roll(c):
    x, shifts, dims, k = c.x, c.get("shifts"), c.get("dims"), len(c.x._levels)
    if dims is None:
        p = x._physical if x.dim() == 1 else unwatched(x._physical.reshape, *_batch(x), -1)
        return batched(unwatched(unwatched(p.roll, shifts, k).view, *x._physical.shape), x._levels, x._visible)
    dims = x._dim(dims) + k if isinstance(dims, int) else tuple(x._dim(d) + k for d in dims)
    return batched(unwatched(x._physical.roll, shifts, dims), x._levels, x._visible)


@rule("rot90")
def rot90(c):
    x, k = c.x, len(c.x._levels)
    return batched(unwatched(x._physical.rot90, c.get("k"), [x._dim(d) + k for d in c.get("dims")]), x._levels, x._visible)


@rule("diag")
def diag(c):
    x, offset = c.x, c.get("diagonal")
    return x.diag_embed(offset) if x.dim() == 1 else x.diagonal(offset).clone()


@rule("diag_embed")
def diag_embed(c):
    x = c.x
    return batched(unwatched(x._physical.diag_embed, c.get("offset")), x._levels, x._visible)


@rule("msort")
def msort(c):
    return c.x.sort(0).values


@rule("trace")
def trace(c):
    return c.x.diagonal().sum(-1) if c.x.dim() == 2 else per_sample(c)


# -- several tensors

@rule("cat", "concat", "concatenate", "stack")
def joined(c):
    """Every part with all batches; those that are missing are repeated."""
    tensors = list(c.args[0] if c.args else c.kwargs["tensors"])
    levels, visible = union(tensors)
    k, new = len(levels), c.name == "stack"
    dim = wrap_dim(c.get("dim"), tensors[0].dim() + new)
    parts = [at(t, levels, expand=True) for t in tensors]
    return batched(unwatched(c.f, parts, k + dim), levels, visible)


@rule("__iter__")
def iterate(c):
    if not c.x.dim():
        raise TypeError("iteration over a 0-d tensor")
    return iter(c.x.unbind(0))


@rule("new_zeros", "new_ones", "new_empty", "new_full")
def new(c):
    """A new tensor for each sample."""
    x = c.x
    if not is_batched(x):
        return per_sample(c)
    shape = tuple(c.args[1]) if c.name == "new_full" else _lengths(c, "size")
    rest = {key: value for key, value in c.kwargs.items() if key != "size"}
    value = c.args[2:3] if c.name == "new_full" else ()
    return rebatched(unwatched(c.f, x._physical, (*_batch(x), *shape), *value, **rest), x._levels, x._visible)


@rule("hstack", "vstack", "row_stack", "dstack")
def side_by_side(c):
    """torch.cat of tensors that get the dimensions it needs."""
    ndim = {"hstack": 1, "dstack": 3}.get(c.name, 2)
    parts = list(c.args[0])
    for k, t in enumerate(parts):
        t = t.reshape(1) if not t.dim() else t
        t = t.unsqueeze(0) if t.dim() < min(ndim, 2) else t
        parts[k] = t.unsqueeze(2) if t.dim() < ndim else t
    return cat(parts, {"hstack": int(parts[0].dim() > 1), "dstack": 2}.get(c.name, 0))


@rule("cross", "vecdot")
def over_vectors(c):
    """Two tensors' products along a dimension."""
    a, b = c.args[:2]
    levels, visible = union((a, b))
    ndim = max(a.dim(), b.dim())
    c.kwargs["dim"] = c.kwargs.get("dim", -1) if c.kwargs.get("dim", -1) < 0 else c.kwargs["dim"] - ndim
    return c.run(lambda t: at(t, levels, ndim, True), levels, visible)


@rule("backward", "atleast_1d", "atleast_2d", "meshgrid", "broadcast_tensors", "tensordot", "inner", "take_along_dim", "nanmean", "einsum",
      "multi_dot", "cosine_similarity", "normalize", "softmin", "softsign", "tanhshrink", "l1_loss", "cross_entropy", "check_reduction")
def composed(c):
    """Made of other operations, which have their rules."""
    return c.f(*c.args, **c.kwargs)
