"""BatchedTensor: what a function sees of a whole batch while vmap runs it, as if it were one sample.

A batched tensor holds a physical tensor whose first dimensions are batches, one for each vmap that it is batched
at, outermost first, and hides them: its shape is the sample's. The history (grad_fn) is the physical tensor's.

Two kinds of batch dimension. A *visible* one holds samples that differ: the tensor came from an argument of that
vmap. An invisible one repeats one tensor: grad, vjp and jvp inside a vmap give each sample a copy of its own of
what they differentiate by, so that each sample has its own derivative. Nobody can tell such a tensor from an
unbatched one: it prints like one, and may be asked for a number.
"""

import numpy as np

from ..base import dtypes
from ..base.errors import wrap_dim
from ..base.values import Size
from ..core.graph import shell
from ..core.tensor import Tensor, readonly

ESCAPED = ("Either your tensor may have escaped from inside a function being vmapped and this is a user error (see "
           "https://pytorch.org/functorch/stable/ux_limitations.html), or there is an internal functorch error in `gen_vmap_plumbing` "
           "Please file an issue if it looks like the latter")
NO_STORAGE = "Cannot access data pointer of Tensor that doesn't have storage"


class Running:
    """The running transforms (levels.Level), outermost first: all, the vmaps, and the others, which mark what they compute.

    While one runs it is `mode.func`, and what floors below ask of a transform they ask of it: call, made_here, tensor_str
    (put here by levels.py), any_batched, apply_batched (functions.py), vector_jacobian (gradients.py).
    """

    levels, batches, marks = [], (), ()
    depth = 0          # of operations that call others

    def enter(self, level):
        self.levels.append(level)
        self._sort()

    def leave(self, level):
        self.levels.remove(level)
        self._sort()

    def _sort(self):
        self.batches = tuple(level for level in self.levels if level.is_batch)
        self.marks = tuple(level for level in self.levels if not level.is_batch)


running = Running()


class BatchedTensor(Tensor):
    """One sample's view of a batch.

    _physical  the tensor with all batch dimensions in front
    _levels    the running vmaps (levels.Level) those dimensions belong to, outermost first
    _visible   those of them at which the samples differ, a frozenset
    _place     where the innermost batch dimension is shown when printed (an argument with in_dims=1 shows bdim=1)
    _argument  the argument of vmap itself, if it is shown as it was given, with its batch in another place
    """

    _place, _argument = 0, None

    @property
    def _a(self):
        raise RuntimeError(ESCAPED)

    # -- what it holds: the sample's, not the batch's

    @readonly
    def shape(self):
        return Size(self._physical._a.shape[len(self._levels):])

    def size(self, dim=None):
        return self.shape if dim is None else self.shape[self._dim(dim)]

    def dim(self):
        return self._physical._a.ndim - len(self._levels)

    ndimension = dim
    ndim = property(dim)

    def numel(self):
        return self.shape.numel()

    nelement = numel
    itemsize = property(lambda self: self._physical._a.itemsize)
    nbytes = property(lambda self: self.numel() * self.itemsize)

    def element_size(self):
        return self.itemsize

    @readonly
    def dtype(self):
        return dtypes.of(self._physical._a)

    device = property(lambda self: self._physical.device)
    is_meta = property(lambda self: self._physical.is_meta)

    def stride(self, dim=None):
        steps = self._physical.stride()[len(self._levels):]
        return steps if dim is None else steps[self._dim(dim)]

    def storage_offset(self):
        return self._physical.storage_offset()

    def is_contiguous(self, memory_format=None):
        return self._physical.is_contiguous()

    def is_floating_point(self):
        return self._physical.is_floating_point()

    def is_complex(self):
        return self._physical.is_complex()

    def _dim(self, dim):
        return wrap_dim(dim, self.dim())

    # -- its place in the graph: hidden by the vmap, unless a transform inside it follows the tensor

    @property
    def requires_grad(self):
        return tracked(self)

    @requires_grad.setter
    def requires_grad(self, value):
        self.requires_grad_(value)

    @readonly
    def grad_fn(self):
        return self._physical.grad_fn if self.requires_grad else None

    @property
    def output_nr(self):
        return self._physical.output_nr

    grad = property(lambda self: None)

    @property
    def data(self):
        raise RuntimeError("accessing `data` under vmap transform is not allowed")

    _counter = property(lambda self: self._physical._counter)

    @property
    def _version(self):
        return self._physical._version

    def _is_view(self):
        return self._physical._is_view()

    # -- numbers out of it: refused, they would differ from sample to sample

    def data_ptr(self):
        raise RuntimeError(NO_STORAGE)

    def untyped_storage(self):
        raise NotImplementedError("Cannot access storage of BatchedTensorImpl")

    storage = untyped_storage

    def numpy(self, *, force=False):
        if self.requires_grad and not force:
            raise RuntimeError("Can't call numpy() on Tensor that requires grad. Use tensor.detach().numpy() instead.")
        raise RuntimeError(NO_STORAGE)

    def __format__(self, spec):
        return self.item().__format__(spec) if self.dim() == 0 else object.__format__(self, spec)

    def __repr__(self, *, tensor_contents=None):
        return running.tensor_str(self)

    def __deepcopy__(self, memo):
        self.untyped_storage()


BatchedTensor.__name__, BatchedTensor.__qualname__, BatchedTensor.__module__ = "Tensor", "Tensor", "torch"     # what type(x) shows


def inside(tensor):
    """The transforms inside which a tensor was computed (see dispatch.mark), or which were called with it."""
    return vars(tensor).get("_inside", ())


def is_batched(x):
    return type(x) is BatchedTensor


def batched(tensor, levels, visible):
    """A physical tensor with the batches of `levels` in front, as a batched tensor; as it is without levels."""
    if not levels:
        return tensor
    out = object.__new__(BatchedTensor)
    out._physical, out._levels, out._visible = tensor, levels, visible
    return out


def like(x, tensor):
    """A physical tensor batched as x is."""
    return batched(tensor, x._levels, x._visible) if is_batched(x) else tensor


def physical(x):
    return x._physical if is_batched(x) else x


def all_levels(x):
    """The levels whose dimensions the physical tensor has."""
    return x._levels if is_batched(x) else ()


def levels_of(x):
    """The levels at which x is visibly batched, outermost first."""
    return [level for level in x._levels if level in x._visible] if is_batched(x) else []


def union(xs):
    """(all levels of some tensors, outermost first; the visible ones)."""
    levels, visible = (), frozenset()
    for x in xs:
        if is_batched(x):
            visible |= x._visible
            if x._levels != levels:
                levels = tuple(sorted({*levels, *x._levels}, key=lambda level: level.number)) if levels else x._levels
    return levels, visible


def at(x, levels, ndim=0, expand=False):
    """x's physical tensor with its batches where those of `levels` stand, ready to broadcast with others.

    ndim:   at least so many dimensions behind the batches (new ones of length 1)
    expand: batches that x does not have are repeated instead of left out or of length 1
    """
    have, p = all_levels(x), physical(x)
    if not have and not expand:
        return p
    own = p._a.shape[len(have):]
    own = (1,) * (ndim - len(own)) + own
    if have != levels or len(own) != p._a.ndim - len(have):
        lengths = dict(zip(have, p._a.shape))
        p = p.view(*[lengths.get(level, 1) for level in levels], *own)
    if expand and have != levels:
        p = p.expand(*[level.size for level in levels], *own)
    return p


def added(x, dim, level):
    """x as an argument of a vmap over its dimension dim: that becomes the batch of `level`, the innermost."""
    have, p = all_levels(x), physical(x)
    k = len(have)
    out = batched(p.movedim(k + dim, k) if dim else p, (*have, level), (x._visible if have else frozenset()) | {level})
    if dim:
        out._place, out._argument = dim, x
    return out


def removed(x, dim, level):
    """x as a result of a vmap: the batch of `level` as its dimension dim (None: without it)."""
    if level not in all_levels(x):
        if dim is None:
            return x
        k = len(all_levels(x))
        d = wrap_dim(dim, x.dim() + 1)
        p = physical(x)
        p = (p if not k else p.unsqueeze(k)).expand(*p._a.shape[:k], level.size, *p._a.shape[k:])
    else:
        k, p = x._levels.index(level), x._physical
        if dim is None:
            return batched(p.select(k, 0), x._levels[:k] + x._levels[k + 1:], x._visible - {level})
        d = wrap_dim(dim, x.dim() + 1)
    levels = tuple(other for other in all_levels(x) if other is not level)
    p = p.movedim(k, len(levels) + d) if k != len(levels) + d else p
    return batched(p, levels, x._visible - {level} if levels else None)


def sample(x, level, i):
    """Sample number i of a tensor's batch at `level`."""
    if level not in all_levels(x):
        return x
    k = x._levels.index(level)
    return batched(x._physical.select(k, i), x._levels[:k] + x._levels[k + 1:], x._visible - {level})


def whole(x):
    """x without its invisible batches."""
    for level in all_levels(x):
        if level not in x._visible:
            x = sample(x, level, 0)
    return x


def peeled(x):
    """(the value inside a tensor's innermost batch, the place of that batch's dimension), to be printed."""
    k, p = len(x._levels) - 1, x._physical
    if x._argument is not None:
        return x._argument, x._place
    if x._place:
        p = shell(p)
        p._a = np.moveaxis(p._a, k, k + x._place)
        p._node, p._nr, p._rg = x._physical.grad_fn, x._physical._nr, x._physical.requires_grad
    return batched(p, x._levels[:-1], x._visible - {x._levels[-1]}), x._place


def lifted(x, levels):
    """x with a copy of its own for every sample of `levels` that it was not batched at: new invisible batches."""
    if not isinstance(x, Tensor) or not {*levels} - {*all_levels(x)}:
        return x
    together = tuple(sorted({*levels, *all_levels(x)}, key=lambda level: level.number))
    return batched(at(x, together, expand=True).clone().contiguous(), together, x._visible if is_batched(x) else frozenset())


def tracked(tensor):
    """Does the innermost transform around a batched tensor follow its derivatives (so that it requires a gradient there)?"""
    for level in reversed(running.levels):
        if level in levels_of(tensor):
            return False
        if level.follows(tensor):
            return True
    return physical(tensor).requires_grad


def any_batched(*xs):
    return any(map(is_batched, xs))


running.any_batched = any_batched
