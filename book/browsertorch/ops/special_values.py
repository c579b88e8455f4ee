"""Special functions of one number, with their derivatives. Read when one of them is named."""

import functools
import math

import numpy as np

from ..base.quiet import silent
from ..core.graph import RESULT, differentiable
from ..core.operands import floating
from ..core.registry import op
from ..core.tensor import Tensor
from .elementwise import SELF, digamma, in_float64, lgamma, unary
from .where import where


def _zeta(s, q):
    """Σ (k + q)^-s by Euler and Maclaurin; s > 1."""
    if s == 1:
        return math.inf
    if s < 1 or q != q or s != s:
        return math.nan
    if q <= 0:
        if q == math.floor(q):
            return math.inf
        if s != math.floor(s):
            return math.nan
    total, k = 0.0, 0
    while k < 12 or q + k < 12:
        total += (q + k) ** -s
        k += 1
    a = q + k
    total += a ** (1 - s) / (s - 1) + a ** -s / 2
    term, power = s, a ** (-s - 1)
    for i, b in enumerate((1 / 6, -1 / 30, 1 / 42, -1 / 30, 5 / 66, -691 / 2730, 7 / 6, -3617 / 510), start=1):
        total += b / math.factorial(2 * i) * term * power
        term *= (s + 2 * i - 1) * (s + 2 * i)
        power /= a * a
    return total


zeta_of = np.vectorize(_zeta, otypes=[np.float64])


@silent
def _trigamma(x):
    """By the reflection formula, the recurrence and the asymptotic series, in x's own precision as torch does it: near the poles it shows."""
    one = x.dtype.type
    low = x < 0.5
    reflected = np.square(one(math.pi) / np.sin(one(math.pi) * x))
    x = np.where(low, 1 - x, x)
    total = np.zeros_like(x)
    for _ in range(6):
        total, x = total + 1 / (x * x), x + 1
    square = 1 / (x * x)
    total = total + (1 + 1 / (2 * x) + square * (one(1 / 6) - square * (one(1 / 30) - square * one(1 / 42)))) / x
    return np.where(low, reflected - total, total)


@op(inplace=True)
def polygamma(n, input=None):
    """The n-th derivative of digamma."""
    if isinstance(n, Tensor):
        n, input = input, n
    if n < 0:
        raise RuntimeError("polygamma(n, x) does not support negative n.")
    if n == 0:
        return digamma(input)
    a = floating(input._a)
    values = _trigamma(a) if n == 1 else (-1) ** (n + 1) * math.factorial(n) * zeta_of(n + 1.0, a.astype(np.float64))
    return differentiable("PolygammaBackward0", values.astype(a.dtype), (input, lambda g, self: g * polygamma(n + 1, self), input))


@op(inplace=True)
def mvlgamma(input, p):
    """log of the multivariate gamma function of dimension p."""
    if p < 1:
        raise RuntimeError("p has to be greater than or equal to 1")
    total = lgamma(input)
    for k in range(1, p):
        total = total + lgamma(input - k / 2)
    return total + p * (p - 1) / 4 * math.log(math.pi)


def each(f):
    """A function of one number as one of arrays."""
    return in_float64(np.vectorize(f, otypes=[np.float64]))


special = functools.partial(unary, shown=False)     # torch.special's alone


def _bessel_i(n, scaled):
    """The modified Bessel function of order n, times e^-|x| if scaled."""
    def value(x):
        a = abs(x)
        if a < 30:
            term = total = (a / 2) ** n / math.factorial(n)
            k = 0
            while abs(term) > 1e-18 * abs(total):
                k += 1
                term *= (a / 2) ** 2 / (k * (k + n))
                total += term
            total *= math.exp(-a) if scaled else 1.0
        else:
            term = total = 1.0
            for k in range(1, 20):
                term *= -(4 * n * n - (2 * k - 1) ** 2) / (8 * a * k)
                total += term
            total /= math.sqrt(2 * math.pi * a)
            total *= 1.0 if scaled else math.exp(min(a, 709))
        return -total if n % 2 and x < 0 else total
    return each(value)


i0 = unary("i0", _bessel_i(0, False), lambda g, self: g * i1(self), SELF)
i0e = special("special_i0e", _bessel_i(0, True), lambda g, self, result: g * (i1e(self) - self.sgn() * result), SELF, RESULT)
i1 = special("special_i1", _bessel_i(1, False), lambda g, self, result: g * (i0(self) - where(self == 0, 0.5, result / self)), SELF, RESULT)
i1e = special("special_i1e", _bessel_i(1, True),
            lambda g, self, result: g * (i0e(self) - result * (self.sgn() + where(self == 0, 0.0, 1 / self)) - where(self == 0, 0.5, 0.0)), SELF, RESULT)


def _erfcx(x):
    if x < 25:
        return math.exp(x * x) * math.erfc(x) if x > -26 else math.inf
    return 1 / (x * math.sqrt(math.pi)) * (1 - 0.5 / (x * x) + 0.75 / x ** 4)


erfcx = special("special_erfcx", each(_erfcx), lambda g, self, result: (2.0 * self * result - 2.0 / math.sqrt(math.pi)) * g, SELF, RESULT)


def _erfinv(y):
    if abs(y) >= 1:
        return math.copysign(math.inf, y) if abs(y) == 1 else math.nan
    log = math.log1p(-y * y)
    first = 2 / (math.pi * 0.147) + log / 2
    x = math.copysign(math.sqrt(math.sqrt(first * first - log / 0.147) - first), y)     # Winitzki 2008, then Newton's steps
    for _ in range(3):
        x -= (math.erf(x) - y) / (2 / math.sqrt(math.pi) * math.exp(-x * x))
    return x


erfinv = unary("erfinv", each(_erfinv), lambda g, result: 0.5 * math.sqrt(math.pi) * result.pow(2).exp() * g, RESULT)
ndtr = special("special_ndtr", each(lambda x: 0.5 * math.erfc(-x / math.sqrt(2))),
             lambda g, self: g * (self * self * -0.5).exp() / math.sqrt(2 * math.pi), SELF)
ndtri = special("special_ndtri", each(lambda p: math.nan if not 0 <= p <= 1 else math.sqrt(2) * _erfinv(2 * p - 1)),
              lambda g, result: g * math.sqrt(2 * math.pi) * (result.square() / 2).exp(), RESULT)
log_ndtr = special("special_log_ndtr", each(lambda x: math.log(_erfcx(-x / math.sqrt(2)) / 2) - x * x / 2 if x < 1 else
                                          math.log1p(-math.erfc(x / math.sqrt(2)) / 2)),
                 lambda g, self, result: g / erfcx(self * -math.sqrt(0.5)) * math.sqrt(2 / math.pi), SELF, RESULT)
entr = special("special_entr", each(lambda x: -math.inf if x < 0 else 0.0 if x == 0 else x if x != x else -x * math.log(x)),
             lambda g, self: g * where(self > 0, -self.log() - 1, where(self == 0, math.inf, math.nan)), SELF)
sinc = unary("sinc", np.sinc,
             lambda g, self: g * where(self == 0, 0.0, ((self * math.pi * (self * math.pi).cos() - (self * math.pi).sin()) / (self * self * math.pi))),
             SELF)
