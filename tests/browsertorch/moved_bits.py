"""A processor that does not exist: what NumPy computes inexactly comes out one float32 step higher or lower.

    python moved_bits.py up|down        then as snippet_engine.py: browsertorch on that processor

Exponentials, logarithms, powers, sums, products of matrices and the like are rounded differently by every processor's kernels.
What a processor that does exist prints is among what survives this. Exact results stay: a sum of small whole numbers is the
same everywhere.
"""

import builtins
import sys
import types

import numpy as np

INEXACT = (
    "exp exp2 expm1 log log2 log10 log1p sin cos tan sinh cosh tanh arcsin arccos arctan arctan2 arcsinh arccosh arctanh "
    "power logaddexp matmul dot"
).split()
INEXACT_LINALG = "inv solve det pinv".split()


def exact(values):
    """Where a value has so few binary digits that every processor finds it."""
    scaled = values * 2.0**16
    return ~np.isfinite(values) | (scaled == np.round(scaled))


def moved(result, inputs, towards):
    if not isinstance(result, (np.ndarray, np.generic)) or result.dtype not in (np.float32, np.float64):
        return result
    values = np.asarray(result)
    numbers = [array for array in map(np.asarray, inputs) if array.dtype.kind in "fiub"]
    # browsertorch computes float32 in float64 at times: numbers that are float32's are moved by a step of float32.
    single = all(np.array_equal(array.astype(np.float32), array, equal_nan=True) for array in numbers)
    coarse = values.astype(np.float32) if single else values
    with np.errstate(all="ignore"):
        other = np.nextafter(coarse, coarse.dtype.type(towards)).astype(values.dtype)
        values = np.where(exact(values), values, other)
    return values if isinstance(result, np.ndarray) else values[()]


class Moved:
    """A function of NumPy whose results are moved; all else about it is as it was."""

    def __init__(self, function, towards, parts=()):
        self.__wrapped__, self.towards = function, towards
        for name in parts:
            setattr(self, name, Moved(getattr(function, name), towards))

    def __getattr__(self, name):
        return getattr(self.__wrapped__, name)

    def __call__(self, *inputs, out=None, **options):
        result = moved(self.__wrapped__(*inputs, **options), inputs, self.towards)
        if out is None:
            return result
        target = out[0] if isinstance(out, tuple) else out
        target[...] = result
        return target


class Sums(Moved):
    """np.add, whose single additions are exact to the last digit everywhere, but whose sums of many numbers are not."""

    def __call__(self, *inputs, **options):
        return self.__wrapped__(*inputs, **options)


class Numpy(types.ModuleType):
    """numpy with some of its functions moved; for the engine alone, not for what else runs beside it."""

    def __init__(self, towards):
        super().__init__("numpy")
        for name in INEXACT:
            setattr(self, name, Moved(getattr(np, name), towards))
        self.add = Sums(np.add, towards, parts=["reduce", "accumulate"])
        self.linalg = types.SimpleNamespace(**vars(np.linalg))
        for name in INEXACT_LINALG:
            setattr(self.linalg, name, Moved(getattr(np.linalg, name), towards))

    def __getattr__(self, name):
        return getattr(np, name)

    def __dir__(self):
        return dir(np)


def install(direction, load):
    """Calls `load`, which imports browsertorch; what of it imports numpy, now or later, finds such a numpy."""
    moving, given = Numpy({"up": np.inf, "down": -np.inf}[direction]), builtins.__import__

    def find(name, globals=None, *rest, **named):
        importing = (globals or {}).get("__name__", "")
        # meta_rules names numpy's functions; it computes nothing.
        ours = name == "numpy" and importing.partition(".")[0] == "torch" and importing != "torch.base.meta_rules"
        return moving if ours else given(name, globals, *rest, **named)

    builtins.__import__ = find
    return load()


if __name__ == "__main__":
    import snippet_engine

    load = snippet_engine.load_browsertorch
    snippet_engine.load_browsertorch = lambda: install(sys.argv[1], load)
    snippet_engine.main("browser")
