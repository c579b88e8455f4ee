"""How the random numbers of Binomial and Poisson are drawn, with torch's own values."""

import math

from ..ops.random import default_generator


def _uniform():
    return float(default_generator.uniform(1)[0])


def poisson_number(rate):
    """How often it happens at this rate: small ones by a product of uniforms (Knuth), large ones by rejection (Hörmann 1993)."""
    if rate == 0:
        return 0
    if rate < 10:
        count, product, limit = 0, _uniform(), math.exp(-rate)
        while product > limit:
            count, product = count + 1, product * _uniform()
        return count
    b = 0.931 + 2.53 * math.sqrt(rate)
    a = -0.059 + 0.02483 * b
    while True:
        u, v = _uniform() - 0.5, _uniform()
        us = 0.5 - abs(u)
        k = math.floor((2 * a / us + b) * u + rate + 0.43)
        if us >= 0.07 and v <= 0.9277 - 3.6224 / (b - 2):
            return k
        if k < 0 or us < 0.013 and v > us:
            continue
        if (math.log(v) + math.log(1.1239 + 1.1328 / (b - 3.4)) - math.log(a / (us * us) + b)
                <= -rate + k * math.log(rate) - math.lgamma(k + 1)):
            return k


def binomial_number(count, prob):
    """How many of count tries succeed: rare ones by the gaps between them, the others by rejection (Hörmann 1993)."""
    if count <= 0 or prob <= 0:
        return 0
    if prob >= 1:
        return count
    if prob > 0.5:
        return count - binomial_number(count, 1 - prob)
    return _rejected(count, prob) if count * prob >= 10 else _by_gaps(count, prob)


def _by_gaps(count, prob):
    tried, found = 0.0, 0
    while True:
        tried += math.ceil(math.log(_uniform()) / math.log1p(-prob))
        if tried > count:
            return found
        found += 1


def _stirling(k):
    """log k! - its approximation by Stirling."""
    return math.lgamma(k + 1) - ((k + 0.5) * math.log(k + 1) - (k + 1) + 0.5 * math.log(2 * math.pi))


def _rejected(count, prob):
    deviation = math.sqrt(count * prob * (1 - prob))
    b = 1.15 + 2.53 * deviation
    a = -0.0873 + 0.0248 * b + 0.01 * prob
    m, r = math.floor((count + 1) * prob), prob / (1 - prob)
    while True:
        u, v = _uniform() - 0.5, _uniform()
        us = 0.5 - abs(u)
        k = math.floor((2 * a / us + b) * u + count * prob + 0.5)
        if us >= 0.07 and v <= 0.92 - 4.2 / b:
            return k
        if not 0 <= k <= count:
            continue
        v = math.log(v * (2.83 + 5.1 / b) * deviation / (a / (us * us) + b))
        if v <= ((m + 0.5) * math.log((m + 1) / (r * (count - m + 1))) + (count + 1) * math.log((count - m + 1) / (count - k + 1))
                 + (k + 0.5) * math.log(r * (count - k + 1) / (k + 1)) + _stirling(m) + _stirling(count - m) - _stirling(k)
                 - _stirling(count - k)):
            return k
