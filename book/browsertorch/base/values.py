"""Small values around a tensor: Size, device, layout, storage."""

import builtins
import operator


class Size(tuple):
    """A shape: prints as torch.Size([2, 3])."""

    __slots__ = ()
    __module__ = "torch"

    def __repr__(self):
        return f"torch.Size({builtins.list(self)})"

    def numel(self):
        n = 1
        for length in self:
            n *= length
        return n

    def __new__(cls, lengths=()):
        lengths = tuple(lengths)
        for place, length in enumerate(lengths):
            if not hasattr(length, "__index__"):
                raise TypeError(f"torch.Size() takes an iterable of 'int' (item {place} is '{type(length).__name__}')")
        return tuple.__new__(cls, lengths)

    def __getitem__(self, index):
        got = tuple.__getitem__(self, index)
        return tuple.__new__(Size, got) if isinstance(index, slice) else got

    def __add__(self, other):
        if not isinstance(other, tuple):
            raise TypeError(f"can only concatenate tuple (not {type(other).__name__}) to torch.Size")
        return Size(tuple.__add__(self, other))

    def __radd__(self, other):
        return Size(other + tuple(self)) if isinstance(other, tuple) else NotImplemented

    def __mul__(self, times):
        return Size(tuple.__mul__(self, times))

    __rmul__ = __mul__


DEVICES = ("cpu, cuda, ipu, xpu, mkldnn, opengl, opencl, ideep, hip, ve, fpga, maia, xla, lazy, vulkan, mps, meta, hpu, mtia, "
           "privateuseone").split(", ")


class device:
    """Where a tensor lives: here the CPU, or meta, where it has no elements."""

    __module__ = "torch"

    def __init__(self, type, index=None):
        if isinstance(type, device):
            type, index = type.type, type.index
        if isinstance(type, int):
            raise RuntimeError("Cannot access accelerator device when none is available.")
        name, colon, number = type.partition(":")
        if not type:
            raise RuntimeError("Device string must not be empty")
        if not name.isalpha() or colon and number != "0" and (not number.isdecimal() or number[0] == "0"):
            raise RuntimeError(f"Invalid device string: '{type}'")
        if name not in DEVICES:
            raise RuntimeError(f"Expected one of {', '.join(DEVICES)} device type at start of device string: {name}")
        self.type, self.index = name, int(number) if number else index

    def __repr__(self):
        return f"device(type='{self.type}'" + (")" if self.index is None else f", index={self.index})")

    def __str__(self):
        return self.type if self.index is None else f"{self.type}:{self.index}"

    def __eq__(self, other):
        return isinstance(other, device) and (self.type, self.index) == (other.type, other.index)

    def __hash__(self):
        return hash((self.type, self.index))

    def __enter__(self):
        default_device.append(self)
        return self

    def __exit__(self, *exc):
        default_device.pop()


places = {}                 # the device's kind: what makes tensors there, or moves them (ops/meta.py), once a program has named meta
default_device = [None]     # where tensors are made that say nothing else; a `with` puts its own behind


class layout:
    def __init__(self, name):
        self._name = name

    def __repr__(self):
        return "torch." + self._name


class memory_format(layout):
    axes = None      # of another order than the dimensions': which stands first in memory, which next


strided = layout("strided")
contiguous_format, preserve_format = memory_format("contiguous_format"), memory_format("preserve_format")


class Storage:
    """The memory under a tensor, as far as its address and size."""

    def __init__(self, tensor):
        root = tensor._base if tensor._base is not None else tensor
        array = root._a
        while array.base is not None and isinstance(array.base, type(array)):
            array = array.base
        self._array = array

    def data_ptr(self):
        return self._array.__array_interface__["data"][0]

    def nbytes(self):
        return self._array.nbytes

    def size(self):
        return self._array.nbytes


def shape_of(name, size):
    """The shape in `name(2, 3)` or `name((2, 3))`: a tuple of ints, or torch's error."""
    if len(size) == 1 and isinstance(size[0], (tuple, list)):
        size = size[0]
    for place, length in enumerate(size, 1):
        if not hasattr(length, "__index__"):
            raise TypeError(f"{name}(): argument 'size' failed to unpack the object at pos {place} with error "
                            f'"type must be tuple of ints,but got {type(length).__name__}"')
        if length < 0:
            raise RuntimeError(f"Trying to create tensor with negative dimension {length}: {list(size)}")
    return tuple(map(operator.index, size))
