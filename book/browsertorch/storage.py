"""torch.storage: the memory under tensors, as elements of one dtype or as bytes."""

import warnings

import numpy as np

from .base import dtypes
from .base.missing import no_attribute
from .base.values import Storage, device

WARNING = ("TypedStorage is deprecated. It will be removed in the future and UntypedStorage will be the only storage class. This should "
           "only matter to you if you are using storages directly.  To access UntypedStorage directly, use tensor.untyped_storage() "
           "instead of tensor.storage()")
_warned = False


class _Elements(Storage):
    """What is the same in both kinds: a one-dimensional array of all the memory."""

    def __init__(self, array):
        self._array = array

    def __len__(self):
        return len(self._array)

    def size(self):
        return len(self._array)

    def nbytes(self):
        return self._array.nbytes

    def element_size(self):
        return self._array.itemsize

    def data_ptr(self):
        return 0 if self.device.type == "meta" else self._array.__array_interface__["data"][0]

    def __getitem__(self, index):
        if not isinstance(index, slice) and not -len(self._array) <= index < len(self._array):
            raise IndexError(f"index {index} out of range for storage of size {len(self._array)}")
        found = self._array[index]
        return type(self)(found) if isinstance(index, slice) else found.item()

    def __setitem__(self, index, value):
        self._array[index] = value

    def __iter__(self):
        return iter(self._array.tolist())

    def tolist(self):
        """All elements as numbers."""
        return self._array.tolist()

    @property
    def device(self):
        return device(self._array.device)

    def __repr__(self):
        rows = "...\n" if self.device.type == "meta" else "".join(f" {number}\n" for number in self._array.tolist())
        return f"{rows}[torch.storage.{type(self).__name__}({self._kind()}device={self.device}) of size {len(self)}]"


class UntypedStorage(_Elements):
    """The memory as bytes."""

    def _kind(self):
        return ""


class TypedStorage(_Elements):
    """The memory as elements of the tensor's dtype."""

    @property
    def dtype(self):
        return dtypes.of(self._array)

    def __getitem__(self, index):
        if isinstance(index, slice):
            raise RuntimeError("slices are only supported in UntypedStorage.__getitem__")
        return super().__getitem__(index)

    def _kind(self):
        return f"dtype={self.dtype}, "

    def type(self):
        return f"torch.{self.dtype.title}Storage"

    def untyped(self):
        """The same memory as bytes."""
        return UntypedStorage(self._array.view(np.uint8))


def memory_of(tensor):
    """All memory under a tensor as one array of its dtype; None where that cannot be."""
    root = Storage(tensor)._array
    if not root.flags.forc or root.dtype != tensor._a.dtype:
        return None
    return root.reshape(-1, order="A")


def typed(tensor):
    """tensor.storage()"""
    global _warned
    if not _warned:
        _warned = True
        warnings.warn(WARNING, stacklevel=3)
    return TypedStorage(memory_of(tensor))


def untyped(tensor):
    """tensor.untyped_storage()"""
    return UntypedStorage(memory_of(tensor).view(np.uint8))


def _class_of(dtype):
    """torch.FloatStorage and the like: what a file names for the dtype of its memory."""
    return type(f"{dtype.title}Storage", (), {"__module__": "torch", "dtype": dtype, "__doc__": f"Memory of {dtype} elements."})


CLASSES = {dtype: _class_of(dtype) for dtype in dtypes.ALL if dtype.title in (
    "Float Double Half Long Int Short Char Byte Bool ComplexFloat ComplexDouble".split())}
globals().update({cls.__name__: cls for cls in CLASSES.values()})


def __getattr__(name):
    raise no_attribute("storage", name)
