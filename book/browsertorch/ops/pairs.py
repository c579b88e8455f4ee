"""Seldom used functions of two tensors, and what else is asked of numbers. Read when one of them is named."""

import math

import numpy as np

from ..base.quiet import quiet
from ..base.return_types import named
from ..core.graph import differentiable
from ..core.operands import operands
from ..core.registry import function, op
from ..core.tensor import Tensor, wrap
from .arithmetic import tensors_only, unsupported


@op
def logaddexp2(input, other):
    """log2(2^input + 2^other)."""
    return differentiable("Logaddexp2Backward0", quiet(np.logaddexp2, *operands("logaddexp2", input, other)),
                          (input, lambda g, self, other: g / (1 + (other - self).exp2()), input, other),
                          (other, lambda g, self, other: g / (1 + (self - other).exp2()), input, other))


@op(inplace=True)
def ldexp(input, other):
    """input · 2^other."""
    return input * wrap(np.asarray(2.0, np.float32)).pow(other)


@op(inplace=True)
def heaviside(input, values):
    """0 where input is negative, 1 where it is positive, `values` where it is 0."""
    if input._a.dtype != values._a.dtype:
        raise RuntimeError("heaviside is not yet implemented for tensors with different dtypes.")
    return differentiable("HeavisideBackward0", np.heaviside(*operands("heaviside", input, values)).astype(input._a.dtype), (input, _refuse))


def _refuse(g):
    raise RuntimeError("derivative for aten::heaviside is not implemented")


@op(inplace=True)
def copysign(input, other):
    """input with other's sign."""
    x, y = operands("copysign", input, other)
    x, y = np.asarray(x), np.asarray(y)
    x = x if x.dtype.kind == "f" else x.astype(np.float32)
    result = np.copysign(x, y.astype(x.dtype))
    name = f"CopysignBackward{0 if isinstance(other, Tensor) else 1}"

    def for_input(g, self, result):
        return g * wrap(np.where(self._a == 0, 0, np.sign(result._a) * np.sign(self._a)).astype(g._a.dtype))

    kept = wrap(result)
    return differentiable(name, result, *tensors_only((input, for_input, input, kept), (other, lambda g: wrap(np.zeros_like(g._a)))))


@op(inplace=True)
def nextafter(input, other):
    """The next number after input towards other."""
    result = np.nextafter(*operands("nextafter", input, other))
    return differentiable("NextafterBackward0", result, (input, lambda g, self, other: g * (self != other), input, other),
                          (other, lambda g: g * 0))


@op
def isposinf(input):
    """Is an element +inf?"""
    return wrap(np.asarray(input._a == math.inf))


@op
def isneginf(input):
    """Is an element -inf?"""
    return wrap(np.asarray(input._a == -math.inf))


@op
def isreal(input):
    """Has an element no imaginary part?"""
    return wrap(np.isreal(input._a))


def _whole(name, input, other):
    x, y = operands(name, input, other)
    if x.dtype.kind not in "iu":
        unsupported(name, x)
    return x, y


@op(inplace=True)
def gcd(input, other):
    """The greatest common divisor."""
    return wrap(np.gcd(*_whole("gcd", input, other)))


@op(inplace=True)
def lcm(input, other):
    """The least common multiple."""
    return wrap(np.lcm(*_whole("lcm", input, other)))


@op
def frexp(input):
    """mantissa and exponent with input = mantissa · 2^exponent."""
    if input._a.dtype.kind != "f":
        raise RuntimeError("torch.frexp() only supports floating-point dtypes")
    mantissa, exponent = np.frexp(input._a)
    scale = wrap(np.ldexp(np.ones_like(mantissa), -exponent))
    out = differentiable("FrexpBackward0", mantissa, (input, lambda g, exponent: g * exponent, scale))
    return named("frexp", mantissa=out, exponent=wrap(np.asarray(exponent, np.int32)))


@op(inplace=True)
def renorm(input, p, dim, maxnorm):
    """The slices along dim scaled down to the p-norm maxnorm."""
    d = input._dim(dim)
    others = tuple(k for k in range(input._a.ndim) if k != d)
    norms = input.norm(p, others, keepdim=True) if others else input.abs()
    factor = wrap(np.where(norms._a > maxnorm, 1, 0).astype(norms._a.dtype))
    return input * (factor * (maxnorm / (norms + 1e-7)) + (1 - factor))


@function
def vander(x, N=None, increasing=False):
    """The powers of x as columns."""
    count = x._a.size if N is None else N
    powers = wrap(np.arange(count) if increasing else np.arange(count)[::-1].copy())
    return x.unsqueeze(-1).pow(powers)
