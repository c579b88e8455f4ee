"""torch.nn.modules.utils: a number for every dimension, as programs with convolutions of their own import it."""

from collections.abc import Iterable


def _ntuple(n):
    return lambda x: tuple(x) if isinstance(x, Iterable) else (x,) * n


_single, _pair, _triple, _quadruple = map(_ntuple, (1, 2, 3, 4))
