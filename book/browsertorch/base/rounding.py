"""Sums and products that round where torch's do, so that the last digits agree.

torch multiplies and adds in one step (fused multiply-add, one rounding instead of two), and it adds up
float32 in eight lanes with four accumulators each, moved on in steps, whatever x86 machine it runs on.
"""

import functools
import math

import numpy as np

_LANES = {np.dtype(np.float32): 8, np.dtype(np.float64): 4}   # one vector register of 32 bytes


def fma(a, b, c):
    """a · b + c rounded once, in the dtype of the array a; b and c are arrays or numbers of that dtype."""
    if a.dtype.itemsize < 8:
        return (a.astype(np.float64) * b + c).astype(a.dtype)

    def halves(x):
        big = x * 134217729.0
        high = big - (big - x)
        return high, x - high

    # The product's rounding error by Dekker (1971), the sum's by Knuth.
    product = a * b
    (a1, a2), (b1, b2) = halves(a), halves(b)
    lost = ((a1 * b1 - product) + a1 * b2 + a2 * b1) + a2 * b2
    total = product + c
    moved = total - product
    exact = total + ((product - (total - moved)) + (c - moved) + lost)
    return np.where(np.isfinite(exact), exact, total)      # the errors of what is too large are nan


def total(array):
    """The sum of all elements of a float array, as a scalar of its dtype, in torch's order."""
    if array.flags.c_contiguous:
        return _neighbours(array.size, array.dtype)(array)
    return _along_memory(array.ravel(order="K"))


@functools.lru_cache(maxsize=256)
def _neighbours(n, dtype):
    """What sums up n neighbours in memory: _along_memory, with everything counted out beforehand where numbers are few."""
    lanes = _LANES.get(dtype)
    whole = lanes and n // lanes // 4       # how many times four registers
    if not whole or whole >= 256:
        return lambda array: _along_memory(array.reshape(-1))
    width, end = 4 * lanes, n // lanes * lanes
    blocks, used, add = -(-whole // 16), whole * width, np.add.reduce

    def simple(array):
        return np.add.accumulate(add(add(array.reshape(whole, 4, lanes), axis=0), axis=0))[-1]

    def way(array):
        array = array.reshape(-1)
        if whole < 16:
            parts = add(array[:used].reshape(whole, width), axis=0)
        else:
            rows = array[:used]
            if whole % 16:
                rows = np.zeros(blocks * 16 * width, dtype)
                rows[:used] = array[:used]
            parts = add(add(rows.reshape(blocks, 16, width), axis=1), axis=0)
        parts = parts.reshape(4, lanes)
        if used < end:
            parts = np.concatenate([parts[:1], array[used:end].reshape(-1, lanes), parts[1:]])
        vector = add(parts, axis=0)
        if end < n:
            return _in_order(np.concatenate([array[end:], vector]))
        return np.add.accumulate(vector)[-1]

    return way if used < n or whole >= 16 else simple


def along(array, axes):
    """The sum over the axes (a tuple of numbers >= 0), as an array without them, in torch's order."""
    if axes == (0,) and array.ndim == 2 and array.shape[1] > 1 < array.shape[0] and array.flags.c_contiguous:
        return _over_rows(array.shape, array.dtype)(array)      # the common case
    kept = [i for i in range(array.ndim) if i not in axes]
    shape = [array.shape[i] for i in kept]
    # Axes of length 1 do not matter; the others in the order of the memory.
    order = sorted((i for i in range(array.ndim) if array.shape[i] != 1), key=lambda i: -abs(array.strides[i]))
    summed = [i for i in order if i in axes]
    if array.size == 0 or not summed:
        return array.sum(axis=axes, dtype=array.dtype)
    end = len(order)
    while end and order[end - 1] in axes:
        end -= 1
    inner = order[end:]   # the summed axes whose elements are neighbours
    if inner and len(inner) < len(summed):   # the others are added one after the other
        parts = np.expand_dims(along(array, inner), inner)
        return _in_order(parts.transpose([*axes, *kept]).reshape(-1, *shape))
    places = [i for i in order if i not in axes]
    ones = [i for i in range(array.ndim) if array.shape[i] == 1]
    neighbours = math.prod(array.shape[i] for i in order[order.index(summed[-1]) + 1:])
    rows = array.transpose([*summed, *places, *ones]).reshape(math.prod(array.shape[i] for i in summed), -1, neighbours)
    result = _along_memory(rows) if inner else _across_memory(rows)
    result = result.reshape([array.shape[i] for i in places]).transpose([places.index(i) for i in kept if i in places])
    return np.asarray(result.reshape(shape), order="C")


@functools.lru_cache(maxsize=256)
def _over_rows(shape, dtype):
    """What sums up the rows of a matrix: _across_memory, or its only two steps where the matrix is small."""
    n, m = shape
    lanes = _LANES.get(dtype)
    if lanes and 4 <= n < 64 and not n % 4 and lanes <= m < 4 * lanes:
        return lambda rows: np.add.reduce(np.add.reduce(rows.reshape(-1, 4, m), axis=0), axis=0)
    return _across_memory


def _along_memory(rows):
    """The sum over the first axis, whose elements are neighbours in memory."""
    lanes = _LANES.get(rows.dtype)
    if lanes is None:
        return np.add.reduce(rows.astype(np.float64) if rows.dtype.kind == "f" else rows, axis=0).astype(rows.dtype)
    registers = len(rows) // lanes
    if not registers:
        return _four_apart(rows)
    vector = _four_apart(rows[:registers * lanes].reshape(registers, lanes, *rows.shape[1:]))
    if registers * lanes == len(rows):
        return np.add.accumulate(vector, axis=0)[-1]
    return _in_order(np.concatenate([rows[registers * lanes:], vector]))


def _across_memory(rows):
    """The sum over the first axis, when the last axis has the neighbours: four registers (or numbers) at a time."""
    lanes = _LANES.get(rows.dtype)
    if lanes is None:
        return _along_memory(rows)
    width = 4 * lanes if rows.shape[-1] >= lanes else 4
    wide = rows.shape[-1] // width * width
    if not wide:
        return _four_apart(rows)
    if wide == rows.shape[-1]:
        return _cascade(rows)
    return np.concatenate([_cascade(rows[..., :wide]), _four_apart(rows[..., wide:])], axis=-1)


def _four_apart(rows):
    """The sum over the first axis with four accumulators: rows 0, 4, 8, …; 1, 5, 9, …; …"""
    whole = len(rows) // 4
    parts = rows[:4 * whole].reshape(whole, 4, *rows.shape[1:])
    parts = _in_order(parts) if whole < 16 else _cascade(parts)
    if 4 * whole < len(rows):
        parts = np.concatenate([parts[:1], rows[4 * whole:], parts[1:]])
    return _in_order(parts)


def _cascade(rows):
    """The sum over the first axis, one after the other; sums of a step's rows are added up on a level of their own."""
    n = len(rows)
    if n < 16:
        return _in_order(rows)
    if n < 256 and rows.ndim > 1:             # one level of blocks of 16
        if n % 16:
            rows = np.concatenate([rows, np.zeros((-n % 16, *rows.shape[1:]), rows.dtype)])
        return np.add.reduce(np.add.reduce(rows.reshape(-1, 16, *rows.shape[1:]), axis=1), axis=0)
    step = 1 << max(4, (len(rows) - 1).bit_length() // 4)
    level, result = rows, None
    for last in (False, False, False, True):
        whole = 0 if last else len(level) // step
        rest = _in_order(level[whole * step:])
        result = rest if result is None else result + rest
        if not whole:
            return result
        blocks = level[:whole * step].reshape(whole, step, *rows.shape[1:])
        level = _in_order(blocks.swapaxes(0, 1))


def _in_order(rows):
    """The sum over the first axis, strictly one after the other (numpy may pair neighbours in memory)."""
    if len(rows) < 8 or rows.size == rows.strides[0] // rows.itemsize * len(rows) and rows.size > len(rows):
        return np.add.reduce(rows, axis=0)
    return np.add.accumulate(rows, axis=0)[-1]


_FIRST, *_OTHERS = np.array([0.00019852762, 0.0013930436, 0.008333361, 0.041666485, 0.16666667, 0.5], np.float32).astype(np.float64)


def exponentials(x):
    """(e^x, its sums along the last axis, kept) of a float32 array that is nowhere above 0, as torch's vectors round them (Sleef's expf)."""
    f, wide = np.float32, np.float64
    whole = np.rint(x * f(1.4426950408889634))
    rest = (np.multiply(whole, -0.693145751953125, dtype=wide) + x).astype(f)
    rest = (np.multiply(whole, wide(f(-1.428606765330187e-06)), dtype=wide) + rest).astype(f)
    y, r = _FIRST, rest.astype(wide)
    for c in _OTHERS:
        y = (y * r + c).astype(f)
    y = np.where(x < -104, f(0), np.ldexp((np.multiply(rest * rest, y, dtype=wide) + rest).astype(f) + f(1), whole.astype(np.int32)))
    n = y.shape[-1]
    if n < 8:
        return y, np.add.accumulate(y, axis=-1)[..., -1:]
    sums = np.add.reduce(y[..., :n // 8 * 8].reshape(*y.shape[:-1], n // 8, 8), axis=-2)
    sums[..., :n % 8] += y[..., n // 8 * 8:]
    for half in (4, 2, 1):
        sums = sums[..., :half] + sums[..., half:]
    return y, sums
