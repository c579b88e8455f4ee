"""Tensors written into and reshaped in place: copy_, t_, squeeze_ and their like; and as_strided, the view behind all views."""

import numpy as np

from ..base.missing import missing
from ..core.graph import differentiable, node_type, shell
from ..core.operands import check_broadcast, number_array
from ..core.registry import method, methods, op
from ..core.tensor import Tensor, wrap
from ..core.views import check_writable, count, offsets, overlaps, put, spread, stand, take, view


@op
def as_strided(input, size, stride, storage_offset=None):
    """A view of the memory under input: element (i, j, ...) is the one at storage_offset + i · stride[0] + j · stride[1] + ..."""
    size, stride = tuple(size), tuple(stride)
    first = input.storage_offset()
    start = first if storage_offset is None else storage_offset
    memory = (input if input._base is None else input._base)._a.ravel("K")
    if memory.flags.owndata:
        raise missing("빈 곳이 있는 메모리의 as_strided")
    item, there = memory.itemsize, memory.size
    if len(size) != len(stride):
        raise RuntimeError("mismatch in length of strides and shape")
    if any(s < 0 for s in stride):
        raise RuntimeError(f"as_strided: Negative strides are not supported at the moment, got strides: {list(stride)}")
    if any(n < 0 for n in size):
        raise RuntimeError(f"Storage size calculation overflowed with sizes={list(size)} and strides={list(stride)}")
    if start < 0:
        raise RuntimeError(f"Tensor: invalid storage offset {start}")
    needed = start + 1 + sum((n - 1) * s for n, s in zip(size, stride)) if 0 not in size else 0
    if needed > there:
        raise RuntimeError(f"setStorage: sizes {list(size)}, strides {list(stride)}, storage offset {start}, and itemsize {item} requiring a "
                           f"storage size of {needed * item} are out of bounds for storage of size {there * item}")
    r = np.ndarray(size, memory.dtype, memory, start * item if needed else 0, [s * item for s in stride])
    shape, steps, shared = input._a.shape, input.stride(), overlaps(input._a)

    def back(g):
        """What arrives is added up in a memory of zeros, from where input takes it; elements in one place share what came there."""
        here = offsets(shape, steps) + first
        g = spread(g, offsets(size, stride) + (first if storage_offset is None else storage_offset), (there,))
        return take(g / wrap(np.bincount(here.ravel().astype(np.intp), minlength=there).clip(1)) if shared else g, here)

    return view("AsStridedBackward0", input, r, back)


@method
def copy_(self, src, non_blocking=False):
    """Write src (broadcast, cast) into self."""
    if not isinstance(src, Tensor):
        src = wrap(number_array(src))
    check_writable(self, [src])
    check_broadcast(self._a, src._a)
    shape = np.broadcast_shapes(self._a.shape, src._a.shape)
    if shape != self._a.shape:
        raise RuntimeError(f"output with shape {list(self._a.shape)} doesn't match the broadcast shape {list(shape)}")
    values = np.broadcast_to(src._a, shape)
    return fill_in(self, values.astype(self._a.dtype), src)


def fill_in(self, values, src, filled=False):
    """Write an array into self: the tensor src, or (filled) its one element everywhere."""
    source = shell(self)
    source._node, source._nr, source._rg = self.grad_fn, self._nr, self._rg
    name, back = ("FillBackward3", lambda g: g.sum()) if filled else ("CopyBackwards", lambda g: g)
    return put(self, differentiable(name, values, (source, lambda g: wrap(np.zeros_like(g._a))), (src, back)))


def _shape_in_place(name):
    """Tensor.<name>_: its shape changes, its memory stays."""
    def change(self, *args, **kwargs):
        check_writable(self)
        if self._base is not None and self._base._a.dtype != self._a.dtype and self.requires_grad:
            raise missing(f"기록되는 view_as_real의 {name}_")      # torch's gradients are wrong there
        source = shell(self)
        source._node, source._nr, source._rg = self.grad_fn, self._nr, self._rg
        source._base, source._seen = self._base, self._counter[0]
        out = methods[name](source, *args, **kwargs)
        self._a = out._a
        count(self)
        if out._rg:
            kind, number = out._node.name().split("Backward")
            out._node.__class__ = node_type(f"{kind}Backward{int(number) + (3 if kind == 'Squeeze' else 1)}")
            stand(self, out._node, out._nr)      # a base keeps its history: its elements are what they were
            self._seen = self._counter[0]
        return self

    change.__name__ = name + "_"
    method(change)


for _name in ("t", "transpose", "swapaxes", "swapdims", "squeeze", "unsqueeze", "as_strided"):
    _shape_in_place(_name)
