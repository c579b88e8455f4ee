"""autograd.Function inside a vmap: its own `vmap` method, or the rule generated from forward and backward."""

import weakref
from collections import namedtuple
from contextlib import contextmanager

from ..base.modes import mode, no_grad
from ..core.graph import Saved, edge
from ..core.tensor import Tensor
from ..autograd.function import Function, attach
from .batched import added, all_levels, at, batched, is_batched, levels_of, like, physical, removed, running, union
from .dispatch import Call, per_sample, unwatched

VmapInfo = namedtuple("VmapInfo", "batch_size randomness")

NO_RULE = ("You tried to vmap over {}, but it does not have vmap support. Please override and implement the vmap staticmethod or set "
           "generate_vmap_rule=True. For more details, please see https://pytorch.org/docs/main/notes/extending.func.html")


def apply_batched(cls, args):
    """cls.apply(*args) while a vmap runs."""
    own = cls.vmap is not Function.vmap
    if own and cls.generate_vmap_rule:
        raise RuntimeError(f"You tried to vmap over {cls.__name__}, but it has both generate_vmap_rule=True and an overridden "
                           "vmap staticmethod. Please set generate_vmap_rule=False or delete the overridden vmap staticmethod to avoid ambiguity. "
                           "For more details, please see https://pytorch.org/docs/main/notes/extending.func.html")
    tensors = [a for a in args if isinstance(a, Tensor)]
    visible = union(tensors)[1]
    if not own and not cls.generate_vmap_rule:
        raise RuntimeError(NO_RULE.format(cls.__name__))
    if not any(map(is_batched, tensors)):
        return unwatched(cls.apply, *args)
    if own and visible:
        return _by_its_own(cls, args, tensors)
    if mode.dual or own:
        return per_sample(Call(cls.apply, cls.__name__, args, {}))
    return _generated(cls, args)


def _by_its_own(cls, args, tensors):
    """The method `vmap`, which gets the batch of the innermost vmap as a dimension."""
    level = max((found for t in tensors for found in levels_of(t)), key=lambda found: found.number)
    dims = tuple(a._place if level in all_levels(a) else None for a in args)
    values = [a if d is None else unwatched(removed, a, d, level) for a, d in zip(args, dims)]
    out, out_dims = cls.vmap(VmapInfo(level.size, level.randomness), dims, *values)
    several = isinstance(out, tuple)
    outs = out if several else (out,)
    places = out_dims if isinstance(out_dims, tuple) else (out_dims,) * len(outs)
    results = tuple(o if d is None or not isinstance(o, Tensor) else unwatched(added, o, o._dim(d), level) for o, d in zip(outs, places))
    return results if several else results[0]


def _generated(cls, args):
    """forward and backward run once each, on batched tensors."""
    ctx = cls._ctx_class()
    tensors = [a for a in args if isinstance(a, Tensor)]
    ctx.needs_input_grad = tuple(isinstance(a, Tensor) and physical(a).requires_grad for a in args)
    with no_grad():
        output = cls.forward(*args)
        cls.setup_context(ctx, args, output)
    outs = output if isinstance(output, tuple) else (output,)
    node = None
    if mode.grad and any(ctx.needs_input_grad):
        edges = tuple(edge(physical(t)) if physical(t).requires_grad else (None, 0) for t in tensors)
        meta = [isinstance(o, Tensor) and (physical(o)._a.shape, physical(o)._a.dtype) or None for o in outs]
        node = _batched_class(cls)(edges, (), meta)
        node.ctx, node.is_tensor = ctx, [isinstance(a, Tensor) for a in args]
        node.inputs = [(all_levels(t), t.shape) for t in tensors]
        node.outputs = [like(o, None) if is_batched(o) else None for o in outs]
        node.levels = union(tensors)[0]
    inputs = [physical(t) for t in tensors]
    results = tuple(like(o, unwatched(attach, physical(o), i, node, inputs, ctx, len(outs))) if isinstance(o, Tensor) else o
                    for i, o in enumerate(outs))
    _keep(ctx, node, outs)
    return results if isinstance(output, tuple) else results[0]


def _keep(ctx, node, outs):
    """The tensors of save_for_backward, as batched as they are."""
    if ctx.to_save is None or node is None:
        return
    ctx._node = weakref.ref(node)
    ctx._saved = []
    for t in ctx.to_save:
        nr = next((i for i, o in enumerate(outs) if o is t), None)
        kept = t if t is None else Saved(physical(t)) if nr is None else Saved(physical(t), True, nr)
        ctx._saved.append(_Batched(kept, t) if is_batched(t) else kept)
    ctx.to_save = None


class _Batched:
    """A saved tensor that is batched again when it is unpacked."""

    def __init__(self, saved, t):
        self.saved, self.levels, self.visible = saved, t._levels, t._visible

    def unpack(self, node):
        return batched(self.saved.unpack(node), self.levels, self.visible)


def _batched_class(cls):
    """The class of the nodes of cls inside a vmap, under the same name."""
    base = cls._backward_cls

    def apply(self, grads, keep=True):
        grads = [g if o is None or g is None else batched(g, o._levels, o._visible) for g, o in zip(grads, self.outputs)]
        with _again(self.levels):
            found = base.apply(self, grads, keep)
            return [g if g is None else _fit(_summed(g, shape), levels) for g, (levels, shape) in zip(found, self.inputs)]

    return type("Vmapped" + base.__name__, (base,), {"__module__": base.__module__, "apply": apply})


def _summed(g, shape):
    """A sample's gradient with the shape of the sample's input, which may have been broadcast."""
    lead = g.dim() - len(shape)
    dims = [*range(lead), *[lead + i for i, n in enumerate(shape) if n == 1 and g.shape[lead + i] != 1]]
    return g.sum(dims).view(shape) if dims else g


def _fit(g, levels):
    """The physical gradient of an input with batches at `levels`: summed over those it does not have."""
    return unwatched(_over_batches, g, levels)


def _over_batches(g, levels):
    for level in all_levels(g):
        if level not in levels:
            p, k = g._physical, g._levels.index(level)
            g = batched(p.sum(k), g._levels[:k] + g._levels[k + 1:], g._visible - {level})
    return at(g, levels, expand=True)


@contextmanager
def _again(levels):
    """While the context lasts, these vmaps run (again)."""
    entered = [level for level in levels if level not in running.levels]
    before = mode.func
    for level in entered:
        level.__enter__()
    mode.func = running
    try:
        yield
    finally:
        for level in reversed(entered):
            level.__exit__()
        mode.func = before


running.apply_batched = apply_batched
