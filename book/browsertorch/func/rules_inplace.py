"""Batching rules: operations in place. The physical tensor is written, and with it what all samples see."""

import numpy as np

from ..base.missing import missing
from ..core.registry import methods
from ..core.tensor import Tensor, wrap
from ..core.views import share
from .batched import all_levels, at, batched, inside, is_batched, levels_of, lifted, physical, union
from .captured import BITWISE, OPERATORS
from .dispatch import NO_RULE, mark, rule, unwatched, warn_if_slow
from .rules_pointwise import ONE, SEVERAL

ARITHMETIC = ("vmap: {0}(self, *extra_args) is not possible because there exists a Tensor `other` in extra_args that has more elements "
              "than `self`. This happened due to `other` being vmapped over but `self` not being vmapped over in a vmap. Please try to "
              "use out-of-place operators instead of {0}. If said operator is being called inside the PyTorch framework, please file a "
              "bug report instead.")
BY_SAMPLE = ARITHMETIC.replace("{0}", "aten::{0}").replace("in a vmap. ", "at level {1}. ")      # where torch has no rule
_BY_NAME = {"fill_", "index_add_", "index_put_", "index_fill_", "index_copy_"}     # torch's message says these, not "inplace arithmetic"
_ADDITIONS = {"add_", "sub_", "subtract_", *BITWISE}                               # refused by their shapes


def prepare(c):
    """Before c.x is written: RuntimeError if others are visibly batched where it is not; give it the batches that it needs."""
    x, others = c.x, [t for t in c.tensors() if t is not c.x]
    c.name = OPERATORS.get(c.name, c.name)
    levels, visible = union(others)
    if visible or levels_of(x):
        warn_if_slow(c)
    new = visible - (x._visible if is_batched(x) else frozenset())
    if new:
        if c.name in NO_RULE:
            raise RuntimeError(BY_SAMPLE.format(c.name, max(level.number for level in new)))
        if c.name in _ADDITIONS:
            ndim = max(t.dim() for t in [x, *others])
            unwatched(c.f, physical(x), *[at(t, levels, ndim) for t in others])     # raises
        raise RuntimeError(ARITHMETIC.format(c.name if c.name in _BY_NAME else "inplace arithmetic"))
    if {*levels} - {*all_levels(x)}:
        become_batched(x, levels)


def become_batched(x, levels):
    """Turn x itself into one with (invisible) batches at `levels`: something that has them is to be written into it."""
    if physical(x)._base is None:
        new = lifted(x, levels)
    elif is_batched(x) or not x._base._a.flags.c_contiguous:
        raise missing("vmap 안에서 뷰를 통해 바깥 텐서에 미분할 값을 쓰는 일")
    else:                         # a view: its base first, then the same part of that
        base, a, offset = x._base, x._a, x.data_ptr() - x._base.data_ptr()
        become_batched(base, levels)
        p = base._physical
        part = wrap(np.ndarray((*p._a.shape[:len(levels)], *a.shape), a.dtype, p._a, offset, p._a.strides[:len(levels)] + a.strides))
        new = batched(share(p, part), levels, frozenset())
        part._seen = -1           # takes its history from the base
    marks = inside(x)
    vars(x).clear()
    x.__class__ = type(new)
    vars(x).update(vars(new))
    mark(x, marks)


@rule(*[name + "_" for name in ONE + SEVERAL if name + "_" in methods],
      *OPERATORS, "masked_fill_", "copy_")
def changed(c):
    """x.f_(...): the physical tensor is written."""
    prepare(c)
    x = c.x
    levels, ndim = all_levels(x), max(t.dim() for t in c.tensors())
    c.run(lambda t: physical(x) if t is x else at(t, levels, ndim))
    return x


@rule("fill_", "zero_")
def filled(c):
    prepare(c)
    value = c.args[1] if len(c.args) > 1 else c.kwargs.get("value")
    if isinstance(value, Tensor) and is_batched(value):
        c.x.copy_(value)
    else:
        unwatched(c.f, physical(c.x), *c.args[1:])
    return c.x
