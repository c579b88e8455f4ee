"""torch.special: functions of mathematics, most of them torch's own under another name."""

import numpy as np

from .base.missing import no_attribute
from .core.graph import differentiable
from .core.operands import operands
from .core.tensor import Tensor
from .api import calls
from .ops import public
from .ops.incomplete_gamma import igamma as gammainc, igammac as gammaincc
from .ops.polynomials import ALL
from .ops.special_values import (digamma, entr, erfcx, erfinv, i0, i0e, i1, i1e, log_ndtr, mvlgamma as multigammaln, ndtr, ndtri, polygamma, sinc,
                                 zeta_of)

for _name, _own in {"expit": "sigmoid", "gammaln": "lgamma", "psi": "digamma", **{name: name for name in (
        "erf erfc exp2 expm1 log1p log_softmax logit logsumexp round softmax xlogy").split()}}.items():
    globals()[_name] = public(_own)
for _name, _f in {**ALL, **{f: globals()[f] for f in "digamma entr erfcx gammainc gammaincc erfinv i0 i0e i1 i1e log_ndtr multigammaln ndtr ndtri polygamma sinc".split()}}.items():
    globals()[_name] = calls.asking(_f, _name)


def zeta(input, other):
    """Σ (k + other)^-input."""
    x, y = (np.asarray(a, np.float64) for a in operands("zeta", input, other))
    kind = next(t._a.dtype for t in (input, other) if isinstance(t, Tensor))
    return differentiable("SpecialZetaBackward0", zeta_of(x, y).astype(kind), *[(t, _no_zeta) for t in (input, other) if isinstance(t, Tensor)])


def _no_zeta(g):
    raise NotImplementedError("the derivative for 'special_zeta' is not implemented.")


def xlog1py(input, other):
    """input · log(1 + other), and 0 where input is 0."""
    x, y = (np.asarray(a) for a in operands("xlog1py", input, other))
    x, y = (a if a.dtype.kind == "f" else a.astype(np.float32) for a in (x, y))
    with np.errstate(all="ignore"):
        result = np.where(np.isnan(y), y, np.where(x == 0, 0, x * np.log1p(y))).astype(x.dtype)
    parts = [(input, lambda g, self, other: g * _log1p(other).masked_fill((self == 0) & (other <= -1), 0.0), input, other),
             (other, lambda g, self, other: g * self / (other + 1), input, other)]
    return differentiable("SpecialXlog1PyBackward0", result, *[part for part in parts if isinstance(part[0], Tensor)])


def _log1p(value):
    return value.log1p() if isinstance(value, Tensor) else float(np.log1p(value))


def __getattr__(name):
    raise no_attribute("special", name)


calls.batch_aware(globals())
