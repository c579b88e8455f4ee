"""Arrays without elements: what a tensor of the device meta has in the place of numpy's array.

A MetaArray knows its shape, its steps in memory and its dtype. numpy's functions, given one, ask it for the result
(`__array_function__`, `__array_ufunc__`; the rules are in meta_rules.py), so operations need not know of it. Its dtype carries
a mark (numpy's metadata, which does not count when dtypes are compared), so that what an operation makes of that dtype has no
elements either (meta_numpy.py).
"""

import functools
import math

import numpy as np

NO_ITEM = "Tensor.item() cannot be called on meta tensors"
NO_DATA = "Cannot copy out of meta tensor; no data!"
NO_NUMPY = "can't convert meta device type tensor to numpy. Use Tensor.cpu() to copy the tensor to host memory first."
NO_NONZERO = ("The register_meta function for torch.nonzero() raises unimplemented by default, as a correct data-independent implementation "
              "does not exist. This implementation returns a fake value, assuming all elements of the tensor are non-zero. To enable this "
              "registration, please set 'torch.fx.experimental._config.meta_nonzero_assume_all_nonzero' to True.")


@functools.cache
def marked(dtype):
    """The dtype with the mark of what has no elements."""
    return np.dtype(dtype, metadata={"device": "meta"})


def plain(dtype):
    """The dtype without it."""
    return np.dtype(dtype.str)


def dense(shape, itemsize, order=None):
    """Steps without gaps, row by row; order: the dimensions, from the one with the longest steps on."""
    steps, step = [0] * len(shape), itemsize
    for d in reversed(range(len(shape)) if order is None else order):
        steps[d] = step
        step *= max(shape[d], 1)
    return tuple(steps)


def broadcast(*shapes):
    """np.broadcast_shapes, also where a browser's numpy cannot count that far; ValueError where they do not go together."""
    found = []
    for d in range(max(map(len, shapes), default=0)):
        lengths = {s[-1 - d] for s in shapes if len(s) > d} - {1}
        if len(lengths) > 1:
            raise ValueError("shape mismatch: objects cannot be broadcast to a single shape")
        found.append(lengths.pop() if lengths else 1)
    return tuple(found[::-1])


def not_broadcast(first, second):
    """The error for two shapes of meta that do not go together, which torch looks at from the end."""
    whole = [1] * max(len(second) - len(first), 0) + list(first)
    for d in range(-1, -1 - len(second), -1):
        if second[d] != 1 != whole[d] != second[d]:
            return RuntimeError(f"Attempting to broadcast a dimension of length {second[d]} at {d}! Mismatching argument at index 1 had "
                                f"torch.Size({list(second)}); but expected shape should be broadcastable to {whole}")
        whole[d] = second[d] if whole[d] == 1 else whole[d]


class Flags:
    """numpy's flags of an array, as far as operations ask for them."""

    writeable = True

    def __init__(self, array):
        rows = [(n, s) for n, s in zip(array.shape, array.strides) if n != 1]
        lengths = [n for n, _ in rows]
        steps = tuple(s for _, s in rows)
        self.c_contiguous = not array.size or steps == dense(lengths, array.itemsize)
        self.f_contiguous = not array.size or steps == dense(lengths, array.itemsize, range(len(rows))[::-1])
        self.forc, self.owndata = self.c_contiguous or self.f_contiguous, array.base is None


class MetaArray(np.lib.mixins.NDArrayOperatorsMixin):
    """Shape, steps in memory and dtype of an array that has no elements.

    base: the array it is a view of; offset: where it begins there, in bytes; truth: what bool() says of it, since operations ask
    whether something is wrong with the elements
    """

    device = "meta"
    made = staticmethod(lambda: None)                # called after each was made: meta_numpy.look_through
    __array_ufunc__ = __array_function__ = None      # of meta_rules.py

    def __init__(self, shape, dtype, strides=None, base=None, offset=0, truth=False):
        self.shape, self.dtype = tuple(map(int, shape)), marked(dtype)
        self.strides = dense(self.shape, self.itemsize) if strides is None else tuple(strides)
        self.base, self.offset, self.truth = base, offset, truth
        self.made()

    ndim = property(lambda self: len(self.shape))
    size = property(lambda self: math.prod(self.shape))
    itemsize = property(lambda self: self.dtype.itemsize)
    nbytes = property(lambda self: self.size * self.itemsize)
    flags = property(Flags)
    T = property(lambda self: self.transpose())

    def like(self, dtype=None, shape=None):
        """A new one, ordered in memory as this one is."""
        dtype = self.dtype if dtype is None else np.dtype(dtype)
        if shape is not None and tuple(shape) != self.shape:
            return MetaArray(shape, dtype)
        order = sorted(range(self.ndim), key=lambda d: -self.strides[d])
        return MetaArray(self.shape, dtype, dense(self.shape, dtype.itemsize, order))

    # -- numbers out of it: there are none

    def item(self, *where):
        raise RuntimeError(NO_ITEM)

    __int__ = __float__ = __index__ = __complex__ = item

    def tolist(self):
        raise NotImplementedError(NO_DATA)

    def __array__(self, dtype=None, copy=None):
        raise TypeError(NO_NUMPY)

    @property
    def __array_interface__(self):          # numpy asks for this first where it wants the elements
        raise NotImplementedError(NO_DATA)

    def nonzero(self):
        raise NotImplementedError(NO_NONZERO)

    def __bool__(self):
        return self.truth

    def __len__(self):
        return self.shape[0]

    def __iter__(self):
        return (self[i] for i in range(len(self)))

    # -- copies

    def astype(self, dtype, order="K", copy=True):
        return self if not copy and self.dtype == np.dtype(dtype) else self.like(dtype)

    def copy(self, order="C"):
        return self.like() if order in "KA" else MetaArray(self.shape, self.dtype)

    def __setitem__(self, key, value):
        """Nothing to do."""

    # -- views

    def seen(self, shape, strides, more=0, dtype=None):
        """A view of it that begins `more` bytes behind."""
        return MetaArray(shape, dtype or self.dtype, strides, self if self.base is None else self.base, self.offset + more)

    def view(self, dtype=None):
        if dtype is None or np.dtype(dtype).itemsize == self.itemsize:
            return self.seen(self.shape, self.strides, 0, dtype)
        to = np.dtype(dtype)
        last = self.shape[-1] * self.itemsize // to.itemsize
        whole = [s * to.itemsize // self.itemsize if s == self.itemsize else s for s in self.strides]
        return self.seen((*self.shape[:-1], last), whole, 0, to)

    def transpose(self, *axes):
        axes = axes[0] if len(axes) == 1 and not isinstance(axes[0], int) else axes
        axes = [a % self.ndim for a in axes] if axes else range(self.ndim)[::-1]
        return self.seen([self.shape[a] for a in axes], [self.strides[a] for a in axes])

    def swapaxes(self, first, second):
        axes = list(range(self.ndim))
        axes[first], axes[second] = axes[second], axes[first]
        return self.transpose(axes)

    def reshape(self, *shape, order="C"):
        shape = shape[0] if len(shape) == 1 and not isinstance(shape[0], (int, np.integer)) else shape
        known = math.prod(n for n in shape if n != -1)
        shape = [self.size // known if n == -1 and known else n for n in shape]
        if order == "A" and not self.flags.c_contiguous:
            return self.seen(shape, dense(shape, self.itemsize))
        strides = kept_steps(self, shape)
        return MetaArray(shape, self.dtype) if strides is None else self.seen(shape, strides)

    def ravel(self, order="C"):
        if order == "K" and self.flags.forc:
            return self.seen((self.size,), (self.itemsize,))
        return self.reshape(-1)

    def squeeze(self, axis=None):
        axes = range(self.ndim) if axis is None else [a % self.ndim for a in (axis if isinstance(axis, tuple) else (axis,))]
        kept = [d for d in range(self.ndim) if d not in axes or self.shape[d] != 1]
        return self.seen([self.shape[d] for d in kept], [self.strides[d] for d in kept])

    def diagonal(self, offset=0, axis1=0, axis2=1):
        a, b = axis1 % self.ndim, axis2 % self.ndim
        length = min(self.shape[a] + min(offset, 0), self.shape[b] - max(offset, 0))
        more = -offset * self.strides[a] if offset < 0 else offset * self.strides[b]
        kept = [d for d in range(self.ndim) if d not in (a, b)]
        return self.seen([*(self.shape[d] for d in kept), max(length, 0)],
                         [*(self.strides[d] for d in kept), self.strides[a] + self.strides[b]], more)

    def expanded(self, shape):
        """A view with dimensions repeated."""
        lead = len(shape) - self.ndim
        steps = [0 if m != n else s for m, n, s in zip(self.shape, shape[lead:], self.strides)]
        return self.seen(shape, [0] * lead + steps)

    def __getitem__(self, key):
        key = list(key) if type(key) is tuple else [key]
        if not any(k is Ellipsis for k in key):
            key.append(Ellipsis)
        shape, strides, more, arrays, places, d = [], [], 0, [], [], 0
        left = self.ndim - sum(_width(k) for k in key)
        for k in key:
            if k is Ellipsis:
                shape, strides, d = shape + [*self.shape[d:d + left]], strides + [*self.strides[d:d + left]], d + left
            elif k is None:
                shape, strides = [*shape, 1], [*strides, 0]
            elif isinstance(k, slice):
                start, stop, step = k.indices(self.shape[d])
                shape, strides, more = [*shape, max(-((start - stop) // step), 0)], [*strides, step * self.strides[d]], more + start * self.strides[d]
                d += 1
            elif isinstance(k, (int, np.integer)):
                if not -self.shape[d] <= k < self.shape[d]:
                    raise IndexError(f"index {k} is out of bounds for axis {d} with size {self.shape[d]}")
                more, d = more + k % self.shape[d] * self.strides[d], d + 1
            else:
                k = k if isinstance(k, MetaArray) else np.asarray(k)
                arrays += [k] if k.dtype.kind != "b" else [np.empty(0, int)] if isinstance(k, MetaArray) else k.nonzero()
                places, d = [*places, len(shape)], d + _width(k)
        if not arrays:
            return self.seen(shape, strides, more)
        chosen = broadcast(*(a.shape for a in arrays))
        at = places[0] if len(set(places)) == 1 else 0       # side by side: their shape comes in their place, else first
        return MetaArray((*shape[:at], *chosen, *shape[at:]), self.dtype)       # by a mask of meta nothing: operations look for mistakes so


def _width(k):
    """How many dimensions one item of an index takes."""
    if k is None or k is Ellipsis:
        return 0
    return k.ndim if getattr(getattr(k, "dtype", None), "kind", "") == "b" else 1


def kept_steps(array, shape):
    """The steps of array.reshape(shape) if that needs no copy, else None."""
    if array.flags.c_contiguous:
        return dense(shape, array.itemsize)
    old = [(n, s) for n, s in zip(array.shape, array.strides) if n != 1]
    steps, todo = [], [n for n in shape if n != 1]
    while old:                                          # the shortest runs of dimensions with as many elements on both sides
        here, there = [old.pop(0)], [todo.pop(0)]
        while math.prod(n for n, _ in here) != math.prod(there):
            if math.prod(n for n, _ in here) < math.prod(there):
                here.append(old.pop(0))
            else:
                there.append(todo.pop(0))
        if any(s != n * t for (_, s), (n, t) in zip(here, here[1:])):
            return None
        steps += dense(there, here[-1][1])
    return [array.itemsize if n == 1 else steps.pop(0) for n in shape]


def of(array):
    """What has the shape, steps and dtype of a numpy array, and nothing in it."""
    return array if isinstance(array, MetaArray) else MetaArray(array.shape, plain(array.dtype), [abs(s) for s in array.strides])
