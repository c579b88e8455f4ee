"""torch.testing: assert_close, which says by how much two values differ."""

import cmath
from collections.abc import Mapping, Sequence

import numpy as np

from .base import dtypes
from .base.missing import no_attribute
from .core.tensor import Tensor
from .ops import public

isclose, as_tensor = public("isclose"), public("as_tensor")
PRECISION = {"float16": (0.001, 1e-5), "float32": (1.3e-6, 1e-5), "float64": (1e-7, 1e-7), "complex64": (1.3e-6, 1e-5),
             "complex128": (1e-7, 1e-7)}     # (rtol, atol)
NUMBERS = {int: "int64", float: "float64", complex: "complex128"}


class _Mismatch(Exception):
    """The error to raise, before it knows at which item it happened."""

    def __init__(self, kind, text):
        self.kind, self.text, self.items = kind, text, []

    def to_error(self, msg):
        text = self.text
        if self.items:
            text += "\n\nThe failure occurred for item " + "".join(f"[{item!r}]" for item in reversed(self.items))
        return self.kind(msg if isinstance(msg, str) else msg(text) if callable(msg) else text)


def assert_close(actual, expected, *, allow_subclasses=True, rtol=None, atol=None, equal_nan=False, check_device=True, check_dtype=True,
                 check_layout=True, check_stride=False, msg=None):
    """AssertionError unless both are nearly the same: tensors, numbers, and sequences and dicts of them."""
    way = {"allow_subclasses": allow_subclasses, "rtol": rtol, "atol": atol, "equal_nan": equal_nan, "check_dtype": check_dtype,
           "check_stride": check_stride}
    try:
        _compare(actual, expected, way)
    except _Mismatch as found:
        raise found.to_error(msg if found.kind is AssertionError else None) from None


def _compare(actual, expected, way):
    text = isinstance(actual, str) or isinstance(expected, str)
    if not text and isinstance(actual, Sequence) and isinstance(expected, Sequence):
        if len(actual) != len(expected):
            raise _Mismatch(AssertionError, f"The length of the sequences mismatch: {len(actual)} != {len(expected)}")
        _compare_items(range(len(actual)), actual, expected, way)
    elif isinstance(actual, Mapping) and isinstance(expected, Mapping):
        missing, more = expected.keys() - actual.keys(), actual.keys() - expected.keys()
        if missing or more:
            raise _Mismatch(AssertionError, "The keys of the mappings do not match:\n" + "\n".join(
                f"{what} keys in the actual mapping: {sorted(keys)}" for what, keys in (("Missing", missing), ("Additional", more)) if keys))
        try:
            keys = sorted(actual)
        except Exception:
            keys = list(actual)
        _compare_items(keys, actual, expected, way)
    elif actual is None or expected is None:
        if actual is not expected:
            raise _Mismatch(AssertionError, f"None mismatch: {actual} is not {expected}")
    elif isinstance(actual, (bool, np.bool_)) and isinstance(expected, (bool, np.bool_)):
        if bool(actual) is not bool(expected):
            raise _Mismatch(AssertionError, f"Booleans mismatch: {bool(actual)} is not {bool(expected)}")
    elif isinstance(actual, (*NUMBERS, np.number)) and isinstance(expected, (*NUMBERS, np.number)):
        _compare_numbers(*(x.item() if isinstance(x, np.number) else x for x in (actual, expected)), way)
    elif not text and _related(actual, expected, way):
        _compare_tensors(as_tensor(actual), as_tensor(expected), way)
    else:
        raise TypeError(f"No comparison pair was able to handle inputs of type {type(actual)} and {type(expected)}.")


def _compare_items(keys, actual, expected, way):
    for key in keys:
        try:
            _compare(actual[key], expected[key], way)
        except _Mismatch as found:
            found.items.append(key)
            raise


def _related(actual, expected, way):
    if not all(isinstance(x, (Tensor, np.ndarray)) for x in (actual, expected)):
        return False
    if way["allow_subclasses"]:
        return isinstance(actual, type(expected)) or isinstance(expected, type(actual))
    return type(actual) is type(expected)


def _tolerances(names, way):
    rtol, atol = way["rtol"], way["atol"]
    if (rtol is None) != (atol is None):
        raise _Mismatch(ValueError, "Both 'rtol' and 'atol' must be either specified or omitted, but got no "
                        f"{'rtol' if rtol is None else 'atol'}.")
    if rtol is not None:
        return rtol, atol
    return tuple(map(max, zip(*(PRECISION.get(name, (0.0, 0.0)) for name in names))))


def _compare_numbers(actual, expected, way):
    rtol, atol = _tolerances([NUMBERS[type(x)] for x in (actual, expected)], way)
    if way["check_dtype"] and type(actual) is not type(expected):
        raise _Mismatch(AssertionError, f"The (d)types do not match: {type(actual)} != {type(expected)}.")
    if actual == expected or way["equal_nan"] and cmath.isnan(actual) and cmath.isnan(expected):
        return
    difference = abs(actual - expected)
    if not (cmath.isfinite(difference) and difference <= atol + rtol * abs(expected)):
        raise _Mismatch(AssertionError, _numbers_text(actual, expected, rtol, atol))


def _compare_tensors(actual, expected, way):
    rtol, atol = _tolerances([actual.dtype.name, expected.dtype.name], way)
    checks = [("shape", lambda t: t.shape, True), ("stride()", lambda t: t.stride(), way["check_stride"]),
              ("dtype", lambda t: t.dtype, way["check_dtype"])]
    for name, value, wanted in checks:
        if wanted and value(actual) != value(expected):
            raise _Mismatch(AssertionError, f"The values for attribute '{name}' do not match: {value(actual)} != {value(expected)}.")
    if actual.dtype != expected.dtype:
        common = dtypes.promote_types(actual.dtype, expected.dtype)
        actual, expected = actual.to(common), expected.to(common)
    matches = isclose(actual.detach(), expected.detach(), rtol=rtol, atol=atol, equal_nan=way["equal_nan"])._a
    if matches.all():
        return
    text = (_numbers_text(actual.item(), expected.item(), rtol, atol) if not matches.ndim else
            _tensors_text(actual.detach()._a, expected.detach()._a, matches, rtol, atol))
    raise _Mismatch(AssertionError, text)


def _tensors_text(actual, expected, matches, rtol, atol):
    wrong = matches.size - int(matches.sum())
    if actual.dtype.kind not in "fc":
        actual, expected = actual.astype(np.int64), expected.astype(np.int64)
    with np.errstate(all="ignore"):
        absolute = np.where(matches, 0, abs(actual - expected))
        divisor = abs(expected)
        relative = absolute / divisor if absolute.dtype.kind == "f" else absolute.astype(np.float32) / divisor.astype(np.float32)
    relative = np.where(matches, relative.dtype.type(0), relative)
    greatest = [(array.ravel()[array.argmax()].item(), tuple(map(int, np.unravel_index(array.argmax(), matches.shape))))
                for array in (absolute, relative)]
    return _text("Tensor-likes", f"Mismatched elements: {wrong} / {matches.size} ({wrong / matches.size:.1%})",
                 [f"Greatest {kind} difference: {value} at index {place}" for kind, (value, place) in zip(("absolute", "relative"), greatest)],
                 rtol, atol)


def _numbers_text(actual, expected, rtol, atol):
    absolute = abs(actual - expected)
    relative = float("inf") if expected == 0 else absolute / abs(expected)
    return _text("Scalars", f"Expected {expected} but got {actual}.",
                 [f"Absolute difference: {absolute}", f"Relative difference: {relative}"], rtol, atol)


def _text(what, extra, differences, rtol, atol):
    equality = rtol == 0 and atol == 0
    lines = [line if equality else f"{line} (up to {tolerance} allowed)" for line, tolerance in zip(differences, (atol, rtol))]
    return "\n".join([f"{what} are not {'equal' if equality else 'close'}!\n", extra, *lines])


def __getattr__(name):
    raise no_attribute("testing", name)
