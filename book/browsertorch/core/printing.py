"""How tensors become text.

The rules, in the order they are applied:

1. A float tensor looks at its finite non-zero values only. All of them whole
   numbers: digits and a dot (``1.``). Largest over smallest above 1000, largest
   above 1e8 or smallest below 1e-4: scientific notation. Otherwise ``precision``
   digits after the point.
2. Every element is padded to the widest of those values.
3. More than ``threshold`` elements: each long dimension keeps ``edgeitems`` at
   both ends, and only the elements kept take part in rules 1 and 2.
4. What the digits do not say is added behind them: size, dtype, ``grad_fn`` or
   ``requires_grad``; on a new line where the line would grow past ``linewidth``.
"""

import math

import numpy as np

from ..base import dtypes
from ..base.modes import mode
from .registry import function, method


class _Options:
    precision = 4
    threshold = 1000
    edgeitems = 3
    linewidth = 80
    sci_mode = None


_options = _Options()
_PROFILES = {
    "default": dict(precision=4, threshold=1000, edgeitems=3, linewidth=80),
    "short": dict(precision=2, threshold=1000, edgeitems=2, linewidth=80),
    "full": dict(precision=4, threshold=math.inf, edgeitems=3, linewidth=80),
}


@function
def set_printoptions(
    precision=None, threshold=None, edgeitems=None, linewidth=None, profile=None, sci_mode=None
):
    """Change how tensors are printed.

    precision: digits after the point (4). threshold: number of elements from
    which the middle is left out (1000). edgeitems: elements kept at both ends (3).
    linewidth: characters in a line (80). profile: "default", "short" or "full".
    sci_mode: True or False forces scientific notation on or off; None decides by
    the values, and is set whenever the argument is left out.
    """
    vars(_options).update(_PROFILES.get(profile, {}))
    given = dict(precision=precision, threshold=threshold, edgeitems=edgeitems, linewidth=linewidth)
    vars(_options).update({name: value for name, value in given.items() if value is not None})
    _options.sci_mode = sci_mode


class _Formatter:
    """Formats the elements of one real array: all in the same notation and width."""

    def __init__(self, array):
        self.spec = None  # None: integers and booleans, printed as Python does
        self.dot = ""
        self.width = 1
        if array.dtype.kind != "f":
            sample = map(str, array.ravel().tolist())
        else:
            values = array.ravel().astype(np.float64)
            values = values[np.isfinite(values) & (values != 0)]
            self._choose_notation(values)
            sample = (format(v, self.spec) + self.dot for v in values.tolist())
        self.width = max(map(len, sample), default=1)

    def _choose_notation(self, values):
        whole = bool((values == np.ceil(values)).all())
        scientific = _options.sci_mode
        if not values.size:
            scientific = False
        elif scientific is None:
            size = np.abs(values)
            low, high = size.min(), size.max()
            with np.errstate(over="ignore"):
                scientific = high / low > 1000.0 or high > 1.0e8 or low < 1.0e-4
        if scientific:
            self.spec = f".{_options.precision}e"
        elif whole:
            self.spec, self.dot = ".0f", "."
        else:
            self.spec = f".{_options.precision}f"

    def __call__(self, value):
        if self.spec is None:
            text = str(value)
        else:
            text = format(value, self.spec)
            if math.isfinite(value):
                text += self.dot
        return text.rjust(self.width)


class _ComplexFormatter:
    """Real and imaginary parts, each formatted as an array of its own."""

    def __init__(self, array):
        self.real, self.imag = _Formatter(array.real), _Formatter(array.imag)
        self.width = self.real.width + self.imag.width + 1

    def __call__(self, value):
        imag = self.imag(value.imag).lstrip() + "j"
        sign = "" if imag[0] in "+-" else "+"
        return self.real(value.real) + sign + imag


def _edges(array):
    """The elements that a summary shows."""
    for axis, size in enumerate(array.shape):
        kept = _options.edgeitems
        if size > 2 * kept:
            array = array.take([*range(kept), *range(size - kept, size)], axis)
    return array


def _nested(array, indent, summarize, element):
    """Text of an array; indent: number of characters in front of its first line."""
    if array.ndim == 0:
        return element(array.item())
    kept = _options.edgeitems
    cut = summarize and array.shape[0] > 2 * kept
    if array.ndim > 1:
        show = lambda rows: [_nested(row, indent + 1, summarize, element) for row in rows]
        separator = "," + "\n" * (array.ndim - 1) + " " * (indent + 1)
        dots = "..."
    else:
        show = lambda part: [element(value) for value in part.tolist()]
        separator = ", "
        dots = " ..." if kept else "..."
    parts = show(array) if not cut else show(array[:kept]) + [dots] + show(array[len(array) - kept :])
    if array.ndim > 1:
        return "[" + separator.join(parts) + "]"
    per_line = max(1, (_options.linewidth - indent) // (element.width + 2))
    lines = [", ".join(parts[i : i + per_line]) for i in range(0, len(parts), per_line)]
    return "[" + (",\n" + " " * (indent + 1)).join(lines) + "]"


def array_text(array, indent=0):
    """The digits and brackets of an array of any shape; indent as in `_nested`."""
    if array.device == "meta":
        return "..."
    if array.size == 0:
        return "[]"
    summarize = array.size > _options.threshold
    sample = _edges(array) if summarize else array
    formatter = _ComplexFormatter if array.dtype.kind == "c" else _Formatter
    return _nested(array, indent, summarize, formatter(sample))


def labelled_text(array, label="tensor", default_dtype="float32", dtype="", suffixes=()):
    """``label(digits, suffix, …)``, wrapped at the line width.

    array: any shape; default_dtype: "float32" or "float64", not worth a mention;
    dtype: text of the array's type, as in ``torch.float64``; suffixes: texts that
    come last, such as ``requires_grad=True``.
    """
    notes, meta = [], array.device == "meta"
    unmentioned = {"int64", "bool", default_dtype}
    unmentioned.add("complex64" if default_dtype != "float64" else "complex128")
    if meta:
        notes.append("device='meta'")
    if meta or array.size == 0:
        if meta or array.ndim != 1:
            notes.append(f"size={array.shape}")
        unmentioned = {default_dtype}
    elif not _options.edgeitems:
        notes.append(f"size={array.shape}")
    if array.dtype.name not in unmentioned:
        notes.append(f"dtype={dtype}")
    indent = len(label) + 1
    text = label + "(" + array_text(array, indent)
    line = len(text) - text.rfind("\n") + 1
    for note in (*notes, *suffixes):
        if line + len(note) + 2 > _options.linewidth:
            text += ",\n" + " " * indent + note
            line = indent + len(note)
        else:
            text += ", " + note
            line += len(note) + 2
    return text + ")"


def tensor_str(tensor):
    """repr(tensor); inside torch.func's transforms, how they show it."""
    if mode.func:
        return mode.func.tensor_str(tensor)
    return plain_str(tensor)


@method
def __repr__(self, *, tensor_contents=None):
    return tensor_str(self)


def plain_str(tensor):
    """Its elements, and what they do not say (dtype, grad_fn or requires_grad, tangent)."""
    suffixes = []
    try:
        node = tensor.grad_fn
    except RuntimeError:         # a view whose base was changed under no_grad
        node = "Invalid"
    if node is not None:
        suffixes.append(f"grad_fn=<{node if node == 'Invalid' else type(node).__name__}>")
    elif tensor.requires_grad:
        suffixes.append("requires_grad=True")
    if mode.dual:
        dot = mode.dual.tangent(tensor)
        if dot is not None:
            suffixes.append(f"tangent={dot}")
    return labelled_text(tensor._a, "tensor", dtypes.default[0].name, str(tensor.dtype), suffixes)
