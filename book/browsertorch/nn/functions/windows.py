"""Windows that slide over the last dimensions of an array: what convolutions and poolings are made of."""

import numpy as np


def many(value, n):
    """A number for each of n dimensions."""
    if isinstance(value, int):
        return (value,) * n
    value = tuple(map(int, value))
    return value * n if len(value) == 1 else value


def padded(array, padding, value=0, after=None):
    """`padding` more before each of the last dimensions, and `after` (or as much) behind it."""
    after = padding if after is None else after
    if not any(padding) and not any(after):
        return array
    lead = array.ndim - len(padding)
    shape = [n + a + b for n, a, b in zip(array.shape[lead:], padding, after)]
    out = np.full((*array.shape[:lead], *shape), value, array.dtype)
    out[(..., *(slice(a, a + n) for n, a in zip(array.shape[lead:], padding)))] = array
    return out


def windows(array, kernel, stride, dilation, sizes):
    """A view (..., *sizes, *kernel): at each place the elements under the kernel."""
    n = len(kernel)
    lead, steps = array.shape[:-n], array.strides[-n:]
    return np.lib.stride_tricks.as_strided(
        array, (*lead, *sizes, *kernel),
        (*array.strides[:-n], *(s * t for s, t in zip(stride, steps)), *(d * t for d, t in zip(dilation, steps))), writeable=False)


def places(kernel, stride, dilation, sizes):
    """For each element of the kernel its index, and the slices of the padded array that it meets."""
    for index in np.ndindex(*kernel):
        yield index, (..., *(slice(i * d, i * d + s * (n - 1) + 1, s) for i, d, s, n in zip(index, dilation, stride, sizes)))
