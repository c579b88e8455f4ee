"""The memory of a sparse tensor: the elements that are not zero, and where they stand. In the place of a numpy array (`Tensor._a`)."""

import numpy as np

from ..base.missing import missing
from .tensor import Tensor, wrap


class OfSparse(NotImplementedError):
    """An operation asked a sparse tensor for its array; calls.py has its rule for sparse tensors tried instead."""

    instead = None      # ops/sparse_coo.py: apply(name, args, kwargs)


OfSparse.__name__ = OfSparse.__qualname__ = "NotImplementedError"
OfSparse.__module__ = "builtins"


def refuse(*args, **kwargs):
    """The error for what nobody wrote a rule for."""
    raise missing("희소 텐서로 하는 이 연산", OfSparse)


class Cells:
    """indices: (dimensions, elements); values: (elements, ...), with further dimensions where whole rows stand at a place."""

    def __init__(self, indices, values, shape, coalesced=False):
        self.indices, self.values, self.shape, self.coalesced = indices, values, tuple(shape), coalesced

    device = "cpu"
    dtype = property(lambda self: self.values.dtype)
    itemsize = property(lambda self: self.values.itemsize)
    ndim = property(lambda self: len(self.shape))
    size = property(lambda self: int(np.prod(self.shape)))
    __array__ = __array_ufunc__ = __array_function__ = __getitem__ = __setitem__ = __len__ = refuse

    def __getattr__(self, name):
        refuse()

    def tensor(self):
        """A tensor over these cells, without history."""
        t = wrap(self.values)
        t._a, t.__class__ = self, Tensor.sparse_class
        return t

    def key(self):
        """The places as an index of an array."""
        return tuple(self.indices.astype(np.intp))

    def dense(self):
        """The array with all its zeros; what stands at one place is added up."""
        array = np.zeros(self.shape, self.dtype)
        if len(self.indices):
            np.add.at(array, self.key(), self.values)
        else:
            array[...] = self.values.sum(0)
        return array.astype(self.dtype, copy=False)

    def like(self, values):
        """Other values at the same places."""
        return Cells(self.indices, values, self.shape, self.coalesced)

    def joined(self):
        """Each place once, in order."""
        if self.coalesced:
            return self
        dims = self.shape[:len(self.indices)]
        flat = np.ravel_multi_index(self.key(), dims) if dims and self.indices.shape[1] else np.zeros(self.indices.shape[1], np.intp)
        places, where = np.unique(flat, return_inverse=True)
        values = np.zeros((len(places), *self.values.shape[1:]), self.dtype)
        np.add.at(values, where.reshape(-1), self.values)
        indices = np.array(np.unravel_index(places, dims), np.int64) if dims else np.zeros((0, len(places)), np.int64)
        return Cells(indices.reshape(len(dims), len(places)), values, self.shape, True)


def cells_of(array, dims=None):
    """The elements of an array that are not zero; dims: how many dimensions are counted as places."""
    dims = array.ndim if dims is None else dims
    some = array.reshape(*array.shape[:dims], -1).any(-1) if dims < array.ndim else array != 0
    indices = np.array(np.nonzero(some), np.int64).reshape(dims, -1) if dims else np.zeros((0, 1), np.int64)
    return Cells(indices, array[tuple(indices.astype(np.intp))] if dims else array[None].copy(), array.shape, True)
