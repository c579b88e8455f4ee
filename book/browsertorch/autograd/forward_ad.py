"""Forward mode: a tensor carries its tangent, the derivative along one direction, through every operation.

There are no second derivative rules. derivative(u, *saved), the gradient an operation sends back
for a gradient u, is linear in u: its matrix is the transposed Jacobian. Its own vector-Jacobian
product with the input's tangent is therefore Jacobian · tangent, the tangent of the output.

Levels keep nested derivatives apart. A tensor's `_tangents` is {level: tangent}; the tangent of a
level is computed from values that know only of the levels outside it.
"""

import itertools
import sys
from collections import namedtuple

import numpy as np

from ..base.errors import type_name
from ..base.missing import attribute
from ..base.modes import mode
from ..core.backward import fit, run_backward
from ..core.graph import RESULT, Saved, differentiable, edge, of_result, shell, zeros
from ..core.tensor import Tensor
from ..core.views import positions, replace, take

UnpackedDualTensor = namedtuple("UnpackedDualTensor", "primal tangent")
UnpackedDualTensor.__doc__ = "A value and its tangent (None if it has none)."
_ids = itertools.count()
_active = []    # the open levels, outermost first


def _switch():
    """Operations ask this module for tangents while a level is open."""
    mode.levels = sys.modules[__name__] if _active else None
    mode.dual = mode.levels if mode.forward else None


class level:
    """Context manager: open a level of forward-mode differentiation."""

    def __enter__(self):
        self.id = next(_ids)
        _active.append(self.id)
        _switch()
        return self.id

    def __exit__(self, *exc):
        _active.remove(self.id)
        _switch()


class dual_level:
    """Context manager in which make_dual and unpack_dual work."""

    def __enter__(self):
        return enter_dual_level()

    def __exit__(self, *exc):
        exit_dual_level()


_entered = []


def enter_dual_level():
    """Open the level; it cannot be nested."""
    if _entered:
        raise RuntimeError("Nested forward mode AD is not supported at the moment")
    _entered.append(level())
    _entered[-1].__enter__()
    return 0


def exit_dual_level(*, level=None):
    """Close the level; tangents made in it are gone."""
    if level not in (None, len(_entered) - 1):
        raise RuntimeError("Trying to exit a forward AD level that was not the last one that was created. This is not supported.")
    if not _entered:
        raise RuntimeError("Dual level must be a positive number.")
    _entered.pop().__exit__()


def make_dual(tensor, tangent, *, level=None):
    """An alias of `tensor` that carries `tangent` (same shape)."""
    if not _active:
        raise RuntimeError("Trying to create a dual Tensor for forward AD but no level exists, make sure to enter_dual_level() first.")
    for name, t in (("primal", tensor), ("tangent", tangent)):
        if not (t.is_floating_point() or t.is_complex()):
            raise ValueError(f"Expected {name} to be floating point or complex, but got: {t.dtype}")
    if level not in (None, 0):
        raise RuntimeError("Invalid level given to _make_dual")
    if tensor._a.shape != tangent._a.shape:
        raise RuntimeError("Trying to set a forward gradient that has a different size than that of the original Tensor, this is not "
                           f"supported. Tensor is of size {list(tensor.shape)} while the given forward gradient is of size "
                           f"{list(tangent.shape)}.")
    if tangent_of(tensor, _active[-1]) is not None:
        raise RuntimeError("Making a dual Tensor based on a Tensor that already has a forward gradient at the same level "
                           f"{len(_active) - 1} is not supported.")
    if tangent_of(tangent, _active[-1]) is not None:
        raise RuntimeError("Setting a forward grad that itself has a forward gradient at the same level"
                           f"{len(_active) - 1} is not supported.")
    if tangent.stride() != tensor.stride() and tensor._a.size:      # a tangent lies in memory as its tensor does
        laid_out = np.empty_like(tensor._a, tangent._a.dtype)
        laid_out[...] = tangent._a
        tangent = differentiable("CopyBackwards", laid_out, (tangent, lambda g: g))
    return with_tangent(tensor, tangent, _active[-1]) if mode.forward else tensor.view_as(tensor)


def with_tangent(tensor, tangent, level):
    """An alias of `tensor` with a tangent at `level` besides those it has."""
    out = tensor.view_as(tensor)
    out._tangents = {**(tangents(tensor) or {}), level: tangent}
    out._dual = True
    return out


def unpack_dual(tensor, *, level=None):
    """(value, tangent) of the current level."""
    if _active and not isinstance(tensor, Tensor):
        raise TypeError(f"_unpack_dual(): argument 'dual' (position 1) must be Tensor, not {type_name(tensor)}")
    dot = tangent_of(tensor, _active[-1]) if mode.dual else None
    if dot is None:
        return UnpackedDualTensor(tensor, None)
    primal = differentiable("Identity", tensor._a, (tensor, lambda g: g))
    primal._counter = tensor._counter
    primal._tangents = {i: t for i, t in tangents(tensor).items() if i != _active[-1]} or None
    return UnpackedDualTensor(primal, dot)


def _whole(tensor):
    """The tensor whose tangent a view's is a part of; None if it is no view of another."""
    dual = tensor._dual
    return tensor._base if dual is None else None if dual is True else dual


def tangent_of(tensor, level):
    """The tensor's tangent at `level`, or None. Of a view whose memory was changed in place, it is part of the base's."""
    whole = _whole(tensor)
    if whole is not None and tensor._counter[0]:
        of_whole = tangent_of(whole, level)
        if of_whole is not None:
            return take(of_whole, positions(whole, tensor))
    return tensor._tangents and tensor._tangents.get(level)


def tangents(tensor):
    """{level: tangent} of all open levels, or None."""
    found = {i: tangent_of(tensor, i) for i in _active}
    return {i: t for i, t in found.items() if t is not None} or None


def written(tensor, out):
    """`out` was written into `tensor`: its tangents, and those of the tensor it is a view of, follow."""
    base, new = _whole(tensor), out._tangents or {}
    for i in _active:
        dot = new.get(i)
        whole = tangent_of(tensor if base is None else base, i)
        if dot is None and whole is None:
            continue
        dot = zeros(tensor._a.shape, tensor._a.dtype) if dot is None else dot
        tensor._tangents = {**(tensor._tangents or {}), i: dot}
        if base is not None:
            whole = zeros(base._a.shape, base._a.dtype) if whole is None else whole
            base._tangents = {**(base._tangents or {}), i: replace(whole, positions(base, tensor), dot)}


def tangent(tensor):
    """The tangent at the innermost open level, or None (printing)."""
    return tangent_of(tensor, _active[-1]) if _active else None


def below(tensor, level):
    """An alias with the same history that knows only of the levels outside `level`."""
    out = shell(tensor)
    if mode.grad and tensor.requires_grad:
        out._node, out._nr = edge(tensor)
        out._rg = True
    out._tangents = {i: t for i, t in (tangents(tensor) or {}).items() if i < level} or None
    return out


def propagate(out, inputs, name=""):
    """Give the result of an operation its tangents; `name` and `inputs` as in differentiable."""
    outs = out if type(out) is tuple else (out,)
    for depth, level in enumerate(list(_active)):
        total = None
        for t, derivative, *saved in inputs:
            dot = tangent_of(t, level) if isinstance(t, Tensor) else None
            if dot is not None:
                derivative = of_result(name, derivative, saved, outs)
                part = push(t, derivative, saved, out, dot, level, depth)
                total = part if total is None else [a + b for a, b in zip(total, part)]
        if total is not None:
            if name.endswith("BackwardBackward0"):     # here torch adds zeros for the input without a tangent: never -0
                total = [a + 0.0 for a in total]
            set_tangents(outs, total, level)
    if any(o._tangents for o in outs):
        carry_to_saved(outs)


def set_tangents(outs, tangents, level):
    for o, t in zip(outs, tangents):
        if t is not None and isinstance(o, Tensor) and o._a.dtype.kind in "fc":
            o._tangents = {**(o._tangents or {}), level: t}


def carry_to_saved(outs):
    """A node keeps its own result without history; backward must find the tangents there too."""
    if outs[0]._node is not None:
        for d in outs[0]._node.derivatives:
            for s in d[1] if d else ():
                if type(s) is Saved and s.is_result and s.value is not None:
                    s.value._tangents = outs[s.nr]._tangents


class _only:
    """While a tangent is computed: only the outer levels are open, and no hooks look on."""

    def __init__(self, depth):
        self.depth = depth

    def __enter__(self):
        self.before = mode.grad, mode.inference, mode.anomaly, mode.saved_hooks, list(_active)
        mode.inference, mode.anomaly, mode.saved_hooks = False, None, []
        del _active[self.depth:]
        _switch()

    def __exit__(self, *exc):
        mode.grad, mode.inference, mode.anomaly, mode.saved_hooks, _active[:] = self.before
        _switch()


def push(t, derivative, saved, out, dot, level, depth):
    """Jacobian · dot for one input of an operation: the tangents of its results (zeros where they do not depend on it)."""
    outs = out if type(out) is tuple else (out,)
    with _only(depth):
        known = []
        for s in saved:
            if s is RESULT:
                s = outs[0]
            elif type(s) is tuple and s and s[0] is RESULT:
                s = outs[s[1]]
            known.append(below(s, level) if isinstance(s, Tensor) else s)
        recording, mode.grad = mode.grad, True
        us = [zeros(o._a.shape, o._a.dtype) for o in outs]
        for u in us:
            u._rg = u._a.dtype.kind in "fc"
        back = derivative(us if type(out) is tuple else us[0], *known)
        tangents = [None] * len(us)
        if back is not None and back.requires_grad:
            back = fit(back, t._a.shape, t._a.dtype, back.grad_fn, 0)
            dot = below(dot, level)
            floats = [i for i, u in enumerate(us) if u._rg]
            arrived = run_backward([edge(back)], [dot], recording, recording, [edge(us[i]) for i in floats])
            for i, a in zip(floats, arrived):
                tangents[i] = a
        return [zeros(o._a.shape, o._a.dtype) if a is None else a for a, o in zip(tangents, outs)]


def propagate_function(cls, ctx, args, results):
    """The tangents of a custom Function's results, from its jvp."""
    for depth, level in enumerate(list(_active)):
        dots = [tangent_of(a, level) if isinstance(a, Tensor) else None for a in args]
        if all(d is None for d in dots):
            continue
        with _only(depth):
            full = [zeros(a._a.shape, a._a.dtype) if d is None and isinstance(a, Tensor) and ctx._materialize and a._a.dtype.kind in "fc" else d
                    for a, d in zip(args, dots)]
            versions = [None if d is None else d._counter[0] for d in dots]
            saved, ctx._saved = ctx._saved, None       # jvp sees only what save_for_forward kept
            tangents = cls.jvp(ctx, *full)
            ctx._saved = saved
        tangents = tangents if isinstance(tangents, tuple) else (tangents,)
        if len(tangents) != len(results):
            raise RuntimeError(f"Function's jvp returned an invalid number of forward gradients (expected {len(results)} but got "
                               f"{len(tangents)})")
        for position, (result, tangent) in enumerate(zip(results, tangents)):
            if tangent is not None and ctx.non_differentiable and any(result is t for t in ctx.non_differentiable):
                raise RuntimeError(f"Function's jvp returned a gradient at position {position}, but  the corresponding forward output is not a "
                                   "differentiable Tensor.You should return None at that position instead.")
            if tangent is not None and tangent.shape != result.shape:
                raise RuntimeError("Trying to set a forward gradient that has a different size than that of the original Tensor, this is "
                                   f"not supported. Tensor is of size {list(result.shape)} while the given forward gradient is of size "
                                   f"{list(tangent.shape)}.")
            _check_sharing(ctx, args, dots, versions, result, tangent)
        set_tangents(results, tangents, level)


def _check_sharing(ctx, args, dots, versions, result, tangent):
    """What shares memory with an input of a custom Function must have a tangent that shares its memory with the input's."""
    for a, dot, version in zip(args, dots, versions):
        if dot is None or tangent is None:
            continue
        if a is result:             # changed in place
            if dot._counter[0] == version:
                raise RuntimeError("An inplace custom Function is not modifying the forward mode gradients inplace. If the forward is modifying an "
                                   "input inplace, then the jvp function must modify the corresponding gradient inplace.")
            if dot is not tangent:
                raise RuntimeError("An inplace custom Function is not returning the forward mode gradients as-is. If the forward is modifying an "
                                   "input inplace, then the jvp function must modify the gradient inplace and return it as-is.")
        elif result._base is not None and (result._base is a or result._base is a._base):
            if tangent._base is None:
                raise RuntimeError("A custom Function's forward is returning a view (or an input as-is) but the jvp is not returning a view.")
            if dot._base is not None and tangent._base is not dot._base:
                raise RuntimeError("A custom Function is returning a view but the jvp is not returning a view of the same base as the given grad "
                                   "input.")
            if dot._base is None and tangent._base is not dot:
                raise RuntimeError("A custom Function is returning a view but the jvp is not returning a view of the given grad input.")


def __getattr__(name):
    if name == "_current_level":      # -1: none is open
        return len(_entered) - 1
    return attribute("autograd.forward_ad", name)
