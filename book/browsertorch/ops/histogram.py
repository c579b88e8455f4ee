"""torch.histogram: counts or weights in intervals."""

import numpy as np

from ..base.return_types import named
from ..core.tensor import Tensor, wrap
from ..api.calls import taught


@taught("T input,T bins,*,T? weight=None,b density=False,TT? out=None|"
        "T input,i bins=100,*,F? range=None,T? weight=None,b density=False,TT? out=None")
def histogram(input, bins=100, *, range=None, weight=None, density=False):
    """(hist, bin_edges): how much of `input` falls in each interval."""
    a = input._a
    if a.dtype.kind != "f":
        raise NotImplementedError(f"\"histogramdd\" not implemented for '{input.dtype.title}'")
    edges = bins._a if isinstance(bins, Tensor) else _edges(a, bins, range)
    counts, _ = np.histogram(a, edges, weights=None if weight is None else weight._a, density=density)
    return named("histogram", hist=wrap(counts.astype(a.dtype)), bin_edges=wrap(np.asarray(edges, a.dtype)))


def _edges(a, bins, range):
    if bins <= 0:
        raise RuntimeError(f"torch.histogram(): bins must be > 0, but got {bins} for dimension 0")
    if range is None:
        low, high = (a.min(), a.max()) if a.size else (0.0, 1.0)
        if not (np.isfinite(low) and np.isfinite(high)):
            raise RuntimeError(f"torch.histogramdd: dimension 0's range [{low:g}, {high:g}] is not finite")
        if low == high and a.size:
            low, high = low - 0.5, high + 0.5
    else:
        low, high = range
        if low > high:
            raise RuntimeError(f"torch.histogramdd: min should not exceed max, but got min {low:g} max {high:g} for dimension 0")
    return np.linspace(low, high, bins + 1, dtype=a.dtype)
