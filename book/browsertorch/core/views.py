"""Views, and changing tensors in place.

A view shares its base's memory and version counter. When a view is changed in place, the base's
history must change too: the base gets a CopySlices node (its old history for the elements
outside the view, the change for those inside), and every view of the base takes its history
anew from the base the next time it is looked at.
"""

import weakref

import numpy as np

from ..base import dtypes
from ..base.missing import missing
from ..base.modes import mode
from .graph import INFERENCE_UPDATE, Node, Saved, differentiable, edge, node_type, pack, shell, short_name
from .hooks import hooks_of
from .tensor import Tensor, wrap


def view(name, input, array, derivative, kind=None):
    """`array`, which shares memory with `input`, as a view of it; recorded like any operation."""
    return share(input, differentiable(name, array, (input, derivative)), kind)


def view_many(name, input, arrays, derivative):
    """Several views made by one operation (split, unbind): they may not be changed in place."""
    outs = differentiable(name, arrays, (input, derivative))
    for out in outs:
        share(input, out, "multi")
    return outs


def share(input, out, kind=None):
    """Tell `out` that it is a view of `input`."""
    base = input if input._base is None else input._base
    out._counter = base._counter
    out._seen = base._counter[0]
    out._base = base
    if input._dual is not None:
        out._dual = input if input._dual is True else input._dual
    if input._is_conj and out._a.dtype.kind == "c":
        out._is_conj = True
    if input._inference:
        out._inference, out._node, out._rg = True, None, False
    elif mode.inference:
        out._inference = False
    if not mode.grad:
        kind = "inference" if mode.inference else "no_grad"
    out._kind = kind or input._kind
    return out


def write(self, f, args, kwargs, same_everywhere=False):
    """`self.f_(...)`: compute f out of place, then put the result into self's memory."""
    check_writable(self, args)
    source = self
    if mode.grad:
        source = wrap(self._a.copy("K"))  # derivatives may save the values from before the change
        source._node, source._nr, source._rg = self.grad_fn, self._nr, self._rg
    if mode.dual:
        source._tangents = mode.dual.tangents(self)
    before, late = mode.late, [] if mode.saved_hooks else None
    mode.late = late
    try:
        out = f(source, *args, **kwargs)
    except RuntimeError as error:                     # NotImplementedError is one
        if len(args) == 1 and (isinstance(error, NotImplementedError) or str(error) == "ZeroDivisionError"):
            check_result(self, *_result_of(self, args[0]))       # torch looks at this before it computes
        raise
    finally:
        mode.late = before
    put(self, out, same_everywhere)
    for saved in late or ():
        pack(saved, saved.value)
    return self


def _result_of(self, other):
    """Shape and dtype of an operation of a tensor with another, or with a number."""
    if not isinstance(other, Tensor):
        return self._a.shape, dtypes.number_type(self.dtype, other)
    try:
        shape = np.broadcast_shapes(self._a.shape, other._a.shape)
    except ValueError:
        shape = self._a.shape                                    # the operation has its own words for that
    return shape, dtypes.result_of(self._a, other._a)


def check_result(self, shape, dtype):
    """May a result of that shape and dtype be written into self?"""
    if shape != self._a.shape:
        raise RuntimeError(f"output with shape {list(self._a.shape)} doesn't match the broadcast shape {list(shape)}")
    if dtype.kind > self.dtype.kind:
        raise RuntimeError(f"result type {dtype.title} can't be cast to the desired output type {self.dtype.title}")


def overlaps(a):
    """Do several elements of the array share one place in memory, as after expand?"""
    return 0 in a.strides and a.size > 1 and any(st == 0 and n > 1 for st, n in zip(a.strides, a.shape))


def put(self, out, same_everywhere=False):
    """self[...] = out, with out's history. same_everywhere: one number, which an expanded tensor can take too."""
    a, r = self._a, out._a
    if r.dtype != a.dtype or r.shape != a.shape:
        check_result(self, r.shape, out.dtype)
    if not same_everywhere and overlaps(a):
        raise RuntimeError("unsupported operation: more than one element of the written-to tensor refers to a single memory location. "
                           "Please clone() the tensor before performing the operation.")
    if mode.watch:
        mode.watch(self)
    a[...] = r
    count(self)
    if mode.dual:
        mode.dual.written(self, out)
    if out._rg:
        rebase(self, out._node, out._nr)
    return self


def count(self):
    """One more version. An inference tensor has none to count outside inference_mode: it is refused here, already changed, as in torch."""
    if self._inference and not mode.inference:
        raise RuntimeError(INFERENCE_UPDATE)
    self._counter[0] += 1


def check_writable(self, others=()):
    """The rules for changing a tensor in place by an operation with other arguments."""
    if self._is_conj:
        raise missing("conj()의 결과(켤레 뷰)를 제자리에서 바꾸는 일")
    if not mode.grad:
        return
    base = self._base
    if base is None:
        if self._rg and self._node is None:
            raise RuntimeError("a leaf Variable that requires grad is being used in an in-place operation.")
        return
    if not (self.requires_grad or any(isinstance(t, Tensor) and t.requires_grad for t in others)):
        return
    if self._kind is not None:
        raise RuntimeError(_forbidden(self))
    if self.requires_grad and base._node is None:
        raise RuntimeError("a view of a leaf Variable that requires grad is being used in an in-place operation.")


def _forbidden(self, indirect=False):
    """Why a view of this kind may not be changed (indirect: used, after its base was)."""
    kind, node = self._kind, self._node
    changed = "its base or another view of its base has been" if indirect else "is being"
    if kind in ("no_grad", "inference") or node is None:
        made = "A view was" if node is None else f"Output {self._nr} of {short_name(node)} is a view of a view which was"
        said = (f"{made} created in inference mode and {changed} modified inplace in normal mode." if kind == "inference" else
                f"{made} created in no_grad mode and {changed} modified inplace with grad mode enabled.")
    else:
        said = f"Output {self._nr} of {short_name(node)} is a view and {changed} modified inplace."
    if kind == "multi":
        return said + (" This view is the output of a function that returns multiple views. Such functions do not allow the output views "
                       "to be modified inplace. You should replace the inplace operation by an out-of-place one.")
    if kind == "custom":
        return said + (" This view was created inside a custom Function (or because an input was returned as-is) and the autograd logic to "
                       "handle view+inplace would override the custom backward associated with the custom Function, leading to incorrect "
                       "gradients. This behavior is forbidden. You can fix this by cloning the output of the custom Function.")
    block = "inference_mode" if kind == "inference" else "no_grad"
    return said + (" Given that this use case is ambiguous and error-prone, it is forbidden. You can clarify your code by moving both the view "
                   f"and the inplace either both inside the {block} block (if you don't want the inplace to be tracked) or both outside (if "
                   "you want the inplace to be tracked).")


def rebase(self, node, nr):
    """Give self the history of an in-place operation whose result it holds now."""
    results = [s for d in node.derivatives for s in (d[1] if d else ()) if type(s) is Saved and s.is_result and s.value is not None]
    for s in results:
        s.value, s.version = shell(self), self._counter[0]
    if self._base is None:
        stand(self, node, nr)
        return
    base = self._base
    base_edge = edge(base)
    slices = CopySlices(base, self, node, base_edge)
    stand(base, slices, 0)
    weak, where, shape, meta = weakref.ref(slices), slices.where, base._a.shape, (self._a.shape, self._a.dtype)
    for s in results:        # the result is the view now: derivatives of its derivative go through the base
        s.owner = lambda: strided((weak(), 0), where, shape, meta)
    self._seen = -1          # also this view takes its history from the base


def stand(tensor, node, nr):
    """Give a tensor another place in the graph. Its hooks stay with what it was; retain_grad means what it is now."""
    if tensor._retain:
        tensor._node.hooks.retain.pop(tensor._nr)
        hooks_of(node).retain[nr] = weakref.ref(tensor)
    tensor._node, tensor._nr, tensor._rg, tensor._backward_hooks = node, nr, True, None


class CopySlices(Node):
    """The history of a base after one of its views was changed in place by the operation `change`."""

    __module__ = "builtins"

    def name(self):
        return "torch::autograd::CopySlices"

    def __init__(self, base, changed, change, base_edge):
        super().__init__((base_edge, *change.next_functions[1:]), (), [(base._a.shape, base._a.dtype)])
        self.change = change
        self.where = positions(base, changed)

    def apply(self, grads, keep=True):
        g = grads[0]
        if g is None:
            return (None,) * len(self.next_functions)
        inside = take(g, self.where)
        results = self.change.apply([inside], keep)
        r = results[0]
        if r is not None and r._a.shape != inside._a.shape:
            r = r.sum_to_size(inside._a.shape)
        return (replace(g, self.where, r), *results[1:])


def offsets(shape, strides):
    """For each element of a tensor, where it is in memory, counted from the first one."""
    o = np.zeros((), np.int64)
    for n, s in zip(shape, strides):
        o = o[..., None] + np.arange(n) * s
    return o


def positions(base, view_):
    """For each element of a view, its flat index in the base."""
    if base._a.dtype != view_._a.dtype:
        from .crossed import Crossed    # late: it is in the second archive
        return Crossed(base, view_, offsets)
    at_base = offsets(base._a.shape, base.stride())
    at_view = offsets(view_._a.shape, view_.stride()) + (view_.data_ptr() - base.data_ptr()) // base._a.itemsize
    flat = np.zeros(int(at_base.max(initial=0)) + 1, np.int64)
    flat[at_base.ravel()] = np.arange(at_base.size)
    return flat[at_view]


def take(g, where):
    """The elements of g at flat positions."""
    if hasattr(where, "floats"):      # crossed.Crossed
        return where.take(g, take)
    shape = g._a.shape
    return differentiable("AsStridedBackward0*", g._a.reshape(-1)[where], (g, lambda gg: spread(gg, where, shape)))


def spread(g, where, shape):
    """Zeros of `shape` with g added at flat positions: the derivative of take."""
    if hasattr(where, "floats"):      # crossed.Crossed
        return where.spread(g, shape, spread)
    out = np.zeros(int(np.prod(shape)), g._a.dtype)
    np.add.at(out, where, g._a)
    return differentiable("AsStridedBackwardBackward0", out.reshape(shape), (g, lambda gg: take(gg, where)))


def replace(g, where, inside):
    """g with `inside` (zeros if None) at flat positions."""
    if hasattr(where, "floats"):      # crossed.Crossed
        return where.replace(g, inside, replace)
    out = g._a.copy().reshape(-1)
    out[where] = 0 if inside is None else inside._a
    return differentiable("CopySlicesBackward0", out.reshape(g._a.shape), (g, lambda gg: replace(gg, where, None)),
                          (inside, lambda gg: take(gg, where)))


def strided(base_edge, where, shape, meta):
    """The node of a view of a base of that shape, by the flat positions of its elements."""
    return node_type("AsStridedBackward0*")((base_edge,), [(lambda g: spread(g, where, shape), [])], [meta])


def regenerate(v):
    """A view whose base was changed in place takes its history anew from the base."""
    base = v._base
    plain = v._inference or v._node is None and not base.requires_grad
    if v._kind is not None and not plain:
        raise RuntimeError(_forbidden(v, indirect=True))
    v._seen = v._counter[0]
    if plain:
        return
    stand(v, strided(edge(base), positions(base, v), base._a.shape, (v._a.shape, v._a.dtype)), 0)


Tensor._regenerate = regenerate
