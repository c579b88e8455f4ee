"""Batching rules: x[...], writing there, and choosing along one dimension by an index tensor."""

import numpy as np

from ..core import views
from ..core.registry import methods
from ..core.tensor import Tensor, wrap
from ..ops import public
from ..ops.index import _index, _put
from .batched import all_levels, at, batched, is_batched, levels_of, physical, union
from .dispatch import Call, per_sample, rule, rules, unwatched
from .rules_inplace import prepare

stack, tensor = public("stack"), public("tensor")

MASK = ("vmap: We do not support batching operators that can support dynamic shape. Attempting to batch over indexing with a boolean "
        "mask.")


def _items(x, index):
    """The items of an index as a list, `...` spelled out; lists become tensors."""
    items = [_tensor(i) for i in (index if type(index) is tuple else (index,))]
    if not any(i is Ellipsis for i in items):
        return items
    used = sum(i.dim() if isinstance(i, Tensor) and i.dtype.name == "bool" else i is not None and i is not Ellipsis for i in items)
    at = next(k for k, i in enumerate(items) if i is Ellipsis)
    return items[:at] + [slice(None)] * (x.dim() - used) + [i for i in items[at + 1:] if i is not Ellipsis]


def _tensor(i):
    if isinstance(i, (list, range, np.ndarray)):
        return stack(list(i)) if any(is_batched(v) for v in i) else tensor(i if isinstance(i, np.ndarray) else list(i))
    return i


def _check_masks(items):
    if any(isinstance(i, Tensor) and i.dtype.name == "bool" and levels_of(i) for i in items):
        raise RuntimeError(MASK)


def _walk(x, items):
    """(x with the ints, slices and None of an index carried out, {dimension: index tensor} of what is left)."""
    d, rest = 0, {}
    for i in items:
        if isinstance(i, Tensor) and i.dtype.name == "bool":
            for positions in i.nonzero(as_tuple=True):
                rest[d], d = positions, d + 1
        elif isinstance(i, Tensor):
            rest[d], d = i, d + 1
        elif i is None:
            x, d = x.unsqueeze(d), d + 1
        elif isinstance(i, slice):
            x, d = (x if i == slice(None) else x[(slice(None),) * d + (i,)]), d + 1
        else:
            x = x[(slice(None),) * d + (i,)]
    return x, rest


@rule("__getitem__")
def getitem(c):
    x, index = c.args
    items = _items(x, index)
    _check_masks(items)
    if not any(isinstance(i, Tensor) for i in items):
        try:
            return batched(unwatched(c.f, x._physical, (slice(None),) * len(x._levels) + tuple(items)), x._levels, x._visible)
        except IndexError:
            return per_sample(c)      # refused, in the sample's words
    if any(isinstance(i, Tensor) and i.dtype.name == "bool" and is_batched(i) for i in items):
        return per_sample(c)
    x, rest = _walk(x, items)
    levels, visible = union((x, *rest.values()))
    place = _Places(x, rest, levels)
    return batched(unwatched(place.taken), levels, visible)


class _Places:
    """The places x[..., index, ...] of physical tensors: numpy puts what index arrays choose in front, or where they stand."""

    def __init__(self, x, rest, levels):
        self.x, have = physical(x), all_levels(x)
        dims, n = sorted(rest), len(levels)
        width = max(i.dim() for i in rest.values())
        key = [slice(None)] * self.x._a.ndim
        for k, level in enumerate(have):
            key[k] = np.arange(level.size).reshape([-1 if other is level else 1 for other in levels] + [1] * width)
        for d, i in rest.items():
            a = unwatched(at, i, levels, width)._a
            length = x.shape[d]
            if a.size and (a.min() < -length or a.max() >= length):
                bad = a[(a < -length) | (a >= length)].ravel()[0]
                raise IndexError(f"index {bad} is out of bounds for dimension {d} with size {length}")
            key[len(have) + d] = a
        self.key = tuple(key)
        if not any(map(is_batched, rest.values())) and dims == list(range(dims[0], dims[0] + len(dims))):
            key[:len(have)] = [slice(None)] * len(have)          # the batches stay where they are
            self.key, self.order = tuple(key), list(range(self.x._a.ndim - len(dims) + width))
            return
        together = dims == list(range(dims[0], dims[0] + len(dims)))
        first = dims[0] if together else 0                       # where a sample's result has the index dimensions
        block = first if together and not have else 0            # where numpy's result has batches and index dimensions
        others = self.x._a.ndim - len(have) - len(dims)
        order = [*range(block, block + n)]                       # the batches, then the sample's dimensions
        kept = [d for d in range(n + width + others) if not block <= d < block + n + width]
        self.order = order + kept[:first] + [*range(block + n, block + n + width)] + kept[first:]

    def taken(self):
        out = _index(self.x, self.key)
        return out if self.order == sorted(self.order) else out.permute(self.order)

    def written(self, value):
        """Write a physical value, which broadcasts to what is there."""
        shape = self.x._a[self.key].shape
        value = value.expand([shape[d] for d in self.order])
        back = [self.order.index(d) for d in range(len(self.order))]
        views.write(self.x, _put, (self.key, value.permute(back)), {})


@rule("__setitem__")
def setitem(c):
    x, index, value = c.args
    items = _items(x, index)
    _check_masks(items)
    masked = any(isinstance(i, Tensor) and i.dtype.name == "bool" for i in items)
    prepare(Call(c.f, "index_put_" if any(isinstance(i, Tensor) for i in items) else "copy_", c.args, {}))
    key = (slice(None),) * len(all_levels(x)) + tuple(items)
    if not any(is_batched(i) for i in items) and (not isinstance(value, Tensor) or masked):
        unwatched(c.f, physical(x), key, physical(value) if isinstance(value, Tensor) else value)
        return
    target, rest = _walk(x, items)
    levels = all_levels(x)
    value = value if isinstance(value, Tensor) else wrap(np.asarray(value).astype(x.dtype.np))
    if rest:
        place = _Places(target, rest, levels)
        value = value if value.dtype == x.dtype or value.dim() else value.to(x.dtype)
        unwatched(place.written, unwatched(at, value, levels, len(place.order) - len(levels)))
        return
    while value.dim() > target.dim() and value.shape[0] == 1:
        value = value.squeeze(0)
    unwatched(c.f, physical(x), key, unwatched(at, value, levels, target.dim()))


# -- along one dimension

def _full(c, others):
    """(x's physical tensor, the others', the dimension, ...): all with all batches, which are as long as x's."""
    x = c.x
    levels, visible = union((x, *[t for t in others if isinstance(t, Tensor)]))
    return levels, visible, x._dim(c.get("dim")) + len(levels)


def _along(c, index, *others):
    """The operation with physical tensors that all have all batches; tensors without dimensions get one for a while."""
    x = c.x
    levels, visible, d = _full(c, (index, *others))
    ndim = max(x.dim(), 1)
    grown = lambda t: unwatched(at, t, levels, ndim if t.dim() < ndim else 0, True) if isinstance(t, Tensor) else t
    out = unwatched(c.f, grown(x), d, *map(grown, (index, *others)))
    if index.dim() < ndim and c.name == "gather":
        out = unwatched(out.squeeze, -1)
    return batched(out, levels, visible)


@rule("gather")
def gather(c):
    return _along(c, c.get("index"))


@rule("scatter", "scatter_add")
def scatter(c):
    src = c.get("src")
    return _along(c, c.get("index"), c.get("value") if src is None else src)


@rule("index_select")
def index_select(c):
    x, index = c.x, c.get("index")
    if not x.dim() or index.dim() != 1:
        return per_sample(c)
    d = x._dim(c.get("dim"))
    shape = x.shape
    index = index.view([-1 if k == d else 1 for k in range(x.dim())])
    return x.gather(d, index.expand([index.shape[d] if k == d else n for k, n in enumerate(shape)]))


@rule("index_add", "index_copy", "index_fill")
def indexed(c):
    index, value = c.get("index"), c.get("value" if c.name == "index_fill" else "source")
    if is_batched(index) or not c.x.dim():
        return per_sample(c)
    levels, visible, d = _full(c, (value,))
    grown = lambda t: unwatched(at, t, levels, 0, True) if isinstance(t, Tensor) and t.dim() else t
    rest = {"alpha": c.kwargs["alpha"]} if "alpha" in c.kwargs else {}
    return batched(unwatched(c.f, grown(c.x), d, index, grown(value), **rest), levels, visible)


@rule("scatter_", "scatter_add_", "index_add_", "index_copy_", "index_fill_", "index_put_", "scatter_reduce_", "masked_scatter_", "addmm_",
      "addmv_", "addr_", "baddbmm_")
def computed_then_written(c):
    """In place: the result of the operation out of place, written into x."""
    prepare(c)
    name = c.name[:-1]
    c.x.copy_(rules.get(name, per_sample)(Call(methods[name], name, c.args, c.kwargs)))
    return c.x
