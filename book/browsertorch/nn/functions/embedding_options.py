"""The options of embedding that are of seldom use."""

import numpy as np

from ...base.missing import missing
from ...base.modes import no_grad
from ...core.tensor import wrap


def check(sparse):
    """Gradients of another layout are not here."""
    if sparse:
        raise missing("Embedding(sparse=True): 희소 텐서(sparse tensor)인 기울기")


def shorten(weight, index, max_norm, norm_type):
    """Bring the rows that are named to at most that length, in place."""
    with no_grad():
        for row in np.unique(index):
            length = weight[int(row)].norm(norm_type).item()
            if length > max_norm:
                weight[int(row)] *= max_norm / (length + 1e-7)


def prepared(input, weight, max_norm, norm_type, scale_grad_by_freq, sparse):
    """The rows brought to their length; each row's share of its gradient, or None."""
    check(sparse)
    if max_norm is not None:
        shorten(weight, input._a, max_norm, norm_type)
    if not scale_grad_by_freq:
        return None
    often = np.bincount(input._a.ravel().astype(np.intp), minlength=len(weight._a)).clip(1)
    return wrap((1 / often)[input._a].astype(weight._a.dtype)[..., None])
