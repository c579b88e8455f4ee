"""In-place changes where a view and its base differ in being complex: both are looked at as pairs of floats."""

import numpy as np

from .graph import differentiable


def pairs(t):
    """Complex numbers as pairs of floats; floats as they are."""
    if t._a.dtype.kind != "c":
        return t
    a = np.ascontiguousarray(t._a)
    return differentiable("ViewAsRealBackward0", a.view(a.real.dtype).reshape(*t._a.shape, 2), (t, numbers))


def numbers(t):
    """Pairs of floats as complex numbers."""
    a = np.ascontiguousarray(t._a)
    return differentiable("ViewAsComplexBackward0", a.view(np.result_type(a.dtype, np.complex64))[..., 0], (t, pairs))


class Crossed:
    """Where a view's floats stand among its base's, in the place of an array of positions (core/views.py)."""

    def __init__(self, base, view, offsets):
        unit = min(base._a.itemsize, view._a.itemsize)

        def places(t):
            twice = t._a.itemsize // unit
            steps = [s * twice for s in t.stride()]
            return offsets((*t._a.shape, 2), (*steps, 1)) if twice == 2 else offsets(t._a.shape, steps)

        at_base = places(base)
        flat = np.zeros(int(at_base.max(initial=0)) + 1, np.int64)
        flat[at_base.ravel()] = np.arange(at_base.size)
        self.floats = flat[places(view) + (view.data_ptr() - base.data_ptr()) // unit]
        self.is_complex = view._a.dtype.kind == "c"

    def take(self, g, take):
        inside = take(pairs(g), self.floats)
        return numbers(inside) if self.is_complex else inside

    def spread(self, g, shape, spread):
        if self.is_complex:
            return spread(pairs(g), self.floats, shape)
        return numbers(spread(g, self.floats, (*shape, 2)))

    def replace(self, g, inside, replace):
        changed = replace(pairs(g), self.floats, None if inside is None else pairs(inside))
        return changed if self.is_complex else numbers(changed)
