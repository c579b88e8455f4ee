"""Batching rules: random numbers, which a vmap allows only as its `randomness` says."""

from ..ops import public
from ..ops.join import stack as joined
from .batched import all_levels, at, batched, is_batched, physical, running, union
from .dispatch import decorator, random, unwatched

empty_like = public("empty_like")

REFUSED = ("vmap: called random operation while in randomness error mode. Please either use the 'same' or 'different' randomness flags on "
           "vmap or perform the randomness operation out of vmap")
SAME_OF_BATCHED = "Vmap does not currently support same randomness with a batched tensor input. Please file an issue with functorch"
DIFFERENT_IN_PLACE = ("vmap: Cannot ask for different inplace randomness on an unbatched tensor. This will appear like same randomness. If "
                      "this is necessary for your usage, please file an issue with functorch.")


def allowed():
    """The running vmaps, outermost first; RuntimeError if one of them allows no random numbers."""
    found = running.batches
    if any(level.randomness == "error" for level in found):
        raise RuntimeError(REFUSED)
    return found


def different():
    """Those of the running vmaps whose samples get numbers of their own."""
    return tuple(level for level in allowed() if level.randomness == "different")


drawing = decorator(random)


@drawing("rand", "randn", "randint", "normal", "randperm")
def new(c):
    """A new tensor, with a batch for each vmap whose samples differ."""
    levels = different()
    sizes = tuple(level.size for level in levels)
    if c.name == "normal" and c.tensors():
        return of_tensor(c)
    if c.name == "randperm":
        return _each_permutation(c, levels)
    args, kwargs = c.args, c.kwargs
    if c.name in ("rand", "randn"):
        shape = kwargs.pop("size") if "size" in kwargs else args[0] if len(args) == 1 and isinstance(args[0], (tuple, list)) else args
        args = [(*sizes, *shape)]
    elif "size" in kwargs:
        kwargs["size"] = (*sizes, *kwargs["size"])
    else:
        args[-1] = (*sizes, *args[-1])
    return batched(unwatched(c.f, *args, **kwargs), levels, frozenset(levels))


def _each_permutation(c, levels):
    if not levels:
        return c.run()
    parts = [_each_permutation(c, levels[1:]) for _ in range(levels[0].size)]
    return batched(unwatched(joined, [physical(p) for p in parts]), levels, frozenset(levels))


@drawing("rand_like", "randn_like", "randint_like")
def like_tensor(c):
    """Numbers in the shape of a tensor: for the whole batch, or once for all samples."""
    x, levels = c.x, different()
    if not is_batched(x) or not {*levels} & {*all_levels(x)}:
        p = unwatched(physical(x).__getitem__, (0,) * len(all_levels(x)))
        c.args[0] = unwatched(p.expand, *[level.size for level in levels], *p._a.shape)
        return batched(unwatched(c.f, unwatched(c.args[0].contiguous), *c.args[1:], **c.kwargs), levels, frozenset(levels))
    return c.run(physical, x._levels, x._visible | {*levels})


@drawing("bernoulli", "multinomial")
def of_tensor(c):
    """Numbers whose distribution is in a tensor."""
    tensors = c.tensors()
    levels = different()
    if any(map(is_batched, tensors)) and not levels:
        raise RuntimeError(SAME_OF_BATCHED)
    together, visible = union(tensors)
    together = tuple(sorted({*together, *levels}, key=lambda level: level.number))
    out = c.run(lambda t: at(t, together, expand=True), together, visible | {*levels})
    return out


@drawing("normal_", "uniform_", "bernoulli_", "exponential_", "random_")
def in_place(c):
    x, levels = c.x, different()
    if {*levels} - {*all_levels(x)}:
        raise RuntimeError(DIFFERENT_IN_PLACE)
    if not is_batched(x) or {*levels} == {*x._levels}:
        c.run(physical)
        return x
    p = x._physical
    same = [0 if level not in levels else slice(None) for level in x._levels]
    drawn = unwatched(p.__getitem__, tuple(same))
    drawn = unwatched(drawn.clone)
    unwatched(c.f, drawn, *c.args[1:], **c.kwargs)
    key = tuple(None if s == 0 else slice(None) for s in same) + (Ellipsis,)
    unwatched(p.copy_, unwatched(drawn.__getitem__, key))
    return x


@drawing("dropout")
def dropout(c):
    """Dropped elements differ from sample to sample, or are the same ones in all."""
    x, p = c.x, c.get("p")
    if not c.get("training") or p == 0 or not x.numel():
        return c.run(physical, x._levels, x._visible) if is_batched(x) else c.run()
    levels = different()
    if not is_batched(x) and not levels:
        return c.run()
    together, visible = union([x])
    if {*levels} - {*together}:
        together = tuple(sorted({*together, *levels}, key=lambda level: level.number))
        x = batched(at(x, together, expand=True), together, visible | {*levels})
    noise = empty_like(x)
    noise.bernoulli_(1 - p)
    noise.div_(1 - p)
    return x.mul_(noise) if c.get("inplace") else x * noise
