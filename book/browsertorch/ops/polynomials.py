"""Orthogonal polynomials by their recurrences: torch.special's. Nothing of them is recorded, in torch neither."""

import numpy as np

from ..core.operands import floating
from ..core.tensor import Tensor, wrap


def _polynomial(name, first, step, shifted=False):
    """first(x): the one of degree 1; step(x, k, now, before): the one of degree k + 1."""
    def value(x, n):
        x, n = 2 * x - 1 if shifted else x, int(n)
        if n < 0:
            return 0.0
        before, now = 1.0, first(x)
        if n < 1:
            return before
        for k in range(1, n):
            before, now = now, step(x, k, now, before)
        return now

    def polynomial(input, n):
        x, degree = (t._a if isinstance(t, Tensor) else np.asarray(t) for t in (input, n))
        kind = np.result_type(*(floating(t._a).dtype for t in (input, n) if isinstance(t, Tensor)))
        with np.errstate(all="ignore"):
            return wrap(np.vectorize(value, otypes=[np.float64])(x.astype(np.float64), degree.astype(np.float64)).astype(kind))

    polynomial.__name__ = polynomial.__qualname__ = name
    polynomial.__doc__ = f"The polynomial of degree n at each element of input: {name}."
    return polynomial


_chebyshev = lambda x, k, now, before: 2 * x * now - before
FIRST = {"t": lambda x: x, "u": lambda x: 2 * x, "v": lambda x: 2 * x - 1, "w": lambda x: 2 * x + 1}
ALL = {name: _polynomial(name, first, _chebyshev, shifted)
       for kind, first in FIRST.items()
       for name, shifted in ((f"chebyshev_polynomial_{kind}", False), (f"shifted_chebyshev_polynomial_{kind}", True))}
ALL["hermite_polynomial_h"] = _polynomial("hermite_polynomial_h", lambda x: 2 * x, lambda x, k, now, before: 2 * x * now - 2 * k * before)
ALL["hermite_polynomial_he"] = _polynomial("hermite_polynomial_he", lambda x: x, lambda x, k, now, before: x * now - k * before)
ALL["laguerre_polynomial_l"] = _polynomial("laguerre_polynomial_l", lambda x: 1 - x,
                                           lambda x, k, now, before: ((2 * k + 1 - x) * now - k * before) / (k + 1))
ALL["legendre_polynomial_p"] = _polynomial("legendre_polynomial_p", lambda x: x,
                                           lambda x, k, now, before: ((2 * k + 1) * x * now - k * before) / (k + 1))
