"""Complex numbers and their parts: conj, real, imag, angle, polar, pairs of floats.

A gradient of a complex z is ∂L/∂x + i·∂L/∂y (Wirtinger's conjugate one): the way of steepest ascent in the plane. The functions
here are not differentiable in the complex sense, so each says its own; core/graph.py has the rule for those that are.
"""

import numpy as np

from ..core.graph import RESULT, differentiable
from ..core.operands import check_broadcast, floating
from ..core.registry import function, method, op
from ..core.tensor import wrap
from ..core.views import view
from ..api.calls import asking


def _is_complex(t):
    return t._a.dtype.kind == "c"


@op
def conj(input):
    """The complex conjugate. (torch computes it when it is needed; here it is at once, in memory of its own.)"""
    if not _is_complex(input):
        return input
    out = differentiable("ConjBackward0", np.conj(input._a), (input, lambda g: g.conj()))
    out._is_conj = not input._is_conj
    return out


@op(inplace=True)
def conj_physical(input):
    """conj, at once in torch too."""
    if not _is_complex(input):
        return input
    return differentiable("ConjPhysicalBackward0", np.conj(input._a), (input, lambda g: conj_physical(g)))


@op
def is_conj(input):
    """Is it a conjugate that torch has still to compute?"""
    return input._is_conj


@op
def is_neg(input):
    """Is it a negative that torch has still to compute? Never here."""
    return False


@op
def resolve_conj(input):
    """A conjugate computed."""
    return input.clone() if input._is_conj else input


@op
def resolve_neg(input):
    """input itself."""
    return input


@function
def view_as_real(input):
    """Complex numbers as pairs of floats, over the same memory."""
    if not _is_complex(input):
        raise RuntimeError("view_as_real is only supported for complex tensors")
    if input._is_conj:
        raise RuntimeError("view_as_real doesn't work on unresolved conjugated tensors.  To resolve the conjugate tensor so you can view it as "
                           "real, use self.resolve_conj(); however, be warned that the resulting tensor will NOT alias the original.")
    return _pairs(input)


def pairs(array):
    """The same memory as pairs of floats."""
    real = array.real
    return np.lib.stride_tricks.as_strided(real, (*real.shape, 2), (*real.strides, real.itemsize))


def _pairs(input):
    return view("ViewAsRealBackward0", input, pairs(input._a), lambda g: view_as_complex(g.contiguous()))


@function
def view_as_complex(input):
    """Pairs of floats in the last dimension as complex numbers, over the same memory."""
    a = input._a
    if a.dtype.kind != "f":
        raise RuntimeError(f"view_as_complex is only supported for half, float and double tensors, but got a tensor of scalar type: "
                           f"{input.dtype.title}")
    if not a.ndim:
        raise RuntimeError("Input tensor must have one or more dimensions")
    if a.shape[-1] != 2:
        raise RuntimeError("Tensor must have a last dimension of size 2")
    if input.stride(-1) != 1:
        raise RuntimeError("Tensor must have a last dimension with stride 1")
    return view("ViewAsComplexBackward0", input, a.view(input.dtype.to_complex().np)[..., 0], lambda g: _pairs(g))


def _real(input):
    return _pairs(input).select(-1, 0) if _is_complex(input) else input


def _imag(input):
    if not _is_complex(input):
        raise RuntimeError("imag is not implemented for tensors with non-complex dtypes.")
    return _pairs(input).select(-1, 1)


def _part(f, name, place):
    """torch.<name> and the property, which can be set."""
    def set_part(self, value):
        if place and not _is_complex(self):
            raise RuntimeError("imag is not implemented for tensors with non-complex dtypes.")
        f(self).copy_(value)

    function(f, name)
    method(property(asking(f, name), set_part, doc=f"The {name} part."), name)


_part(_real, "real", 0)
_part(_imag, "imag", 1)


@op
def angle(input):
    """The angle of complex numbers; of real ones 0 or π."""
    a = floating(input._a)
    if a.dtype.kind == "c":
        return differentiable("AngleBackward0", np.angle(a), (input, _angle_backward, input))
    result = np.where(np.isnan(a), a, np.where(a < 0, a.dtype.type(np.pi), a.dtype.type(0)))
    return differentiable("AngleBackward0", result, (input, lambda g, self: wrap(np.zeros_like(g._a)), input))


def _angle_backward(g, self):
    size = self.abs()
    return (g / (size * size)).masked_fill(size == 0, 0) * self * 1j


def _floats(first, second):
    for t in (first, second):
        if t._a.dtype.kind != "f":
            raise RuntimeError("Expected both inputs to be Half, Float or Double tensors but got "
                               f"{first.dtype.title} and {second.dtype.title}")
    if first._a.dtype != second._a.dtype:
        raise RuntimeError(f"Expected object of scalar type {first.dtype.title} but got scalar type {second.dtype.title} for second argument")
    check_broadcast(first._a, second._a)


def _complex(real, imag):
    """real + imag·i."""
    _floats(real, imag)
    out = np.empty_like(real._a, real.dtype.to_complex().np, shape=np.broadcast_shapes(real._a.shape, imag._a.shape))
    out.real, out.imag = real._a, imag._a
    return differentiable("ComplexBackward0", out, (real, lambda g: g), (imag, lambda g: g * -1j))


function(_complex, "complex")


@function
def polar(abs, angle):
    """The number of that absolute value and that angle."""
    _floats(abs, angle)
    turn = angle._a.astype(np.float64)
    out = np.empty_like(turn, abs.dtype.to_complex().np, shape=np.broadcast_shapes(abs._a.shape, turn.shape))
    out.real, out.imag = abs._a * np.cos(turn).astype(abs._a.dtype), abs._a * np.sin(turn).astype(abs._a.dtype)
    return differentiable("PolarBackward0", out, (abs, lambda g, result: g * sgn(result).conj(), RESULT),
                          (angle, lambda g, result: g * (result.conj() * -1j), RESULT))


def sgn(input):
    """z / |z|, and 0 for 0."""
    size = np.abs(input._a)
    values = np.where(size == 0, 0, input._a / np.where(size == 0, 1, size)).astype(input._a.dtype)
    return differentiable("SgnBackward0", values, (input, _sgn_backward, input, RESULT))


def _sgn_backward(g, self, result):
    size = self.abs()
    across = g - _real(g * result.conj()) * result      # what points along z changes only its size
    return (across / size).masked_fill(size == 0, 0)
