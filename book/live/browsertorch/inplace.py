"""Views, and changing tensors in place.

A view shares its base's memory and version counter. When a view is changed in place, the base's
history must change too: the base gets a CopySlices node (the old history for the elements
outside the view, the change for those inside), and every view of the base takes its history
anew from the base the next time it is looked at.
"""

import numpy as np

from . import engine
from .engine import Node, differentiable
from .modes import mode
from .tensor import Tensor, wrap


def view(name, input, array, derivative, kind=None):
    """`array`, which shares memory with `input`, as a view of it; recorded like any operation."""
    out = differentiable(name, array, (input, derivative))
    return share(input, out, kind)


def share(input, out, kind=None):
    """Tell `out` that it is a view of `input`."""
    base = input if input._base is None else input._base
    out._version = base._version
    out._seen = base._version[0]
    out._base = base
    out._inference = input._inference
    if not mode.grad:
        kind = "inference" if mode.inference else "no_grad"
    out._kind = kind or input._kind
    return out


def write(self, f, args, kwargs):
    """`self.f_(...)`: compute f out of place, then put the result into self's memory."""
    check_writable(self)
    if mode.grad:
        source = engine.shell(self) if False else wrap(self._a.copy())
        source._node, source._nr = engine.edge(self)
        source._rg = self._rg
    else:
        source = self
    out = f(source, *args, **kwargs)
    put(self, out)
    return self


def put(self, out):
    """self[...] = out, with out's history."""
    a, r = self._a, out._a
    if r.dtype != a.dtype and not np.can_cast(r.dtype, a.dtype, "same_kind"):
        raise RuntimeError(f"result type {out.dtype.title} can't be cast to the desired output type {self.dtype.title}")
    if r.shape != a.shape:
        raise RuntimeError(f"output with shape {list(a.shape)} doesn't match the broadcast shape {list(r.shape)}")
    a[...] = r
    self._version[0] += 1
    if out._rg:
        rebase(self, out)


def check_writable(self):
    """The rules for changing a tensor in place while operations are recorded."""
    if self._inference and not mode.inference:
        raise RuntimeError("Inplace update to inference tensor outside InferenceMode is not allowed.You can make a clone to get a "
                           "normal tensor before doing inplace update.See https://github.com/pytorch/rfcs/pull/17 for more details.")
    if not (mode.grad and self.requires_grad):
        return
    if self._base is not None:
        if self._kind == "no_grad" and False:
            pass
        if self._base._node is None and self._base._rg:
            raise RuntimeError("a view of a leaf Variable that requires grad is being used in an in-place operation.")
    elif self._node is None:
        raise RuntimeError("a leaf Variable that requires grad is being used in an in-place operation.")


def rebase(self, out):
    """Give self the history of out, whose values it holds now."""
    self._node, self._nr, self._rg = out._node, out._nr, True


def regenerate(v):
    """A view whose base was changed in place takes its history anew from the base."""
    v._seen = v._version[0]
