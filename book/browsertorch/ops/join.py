"""Several tensors into one, one into several."""

import numpy as np

from ..base import dtypes
from ..core.graph import differentiable
from ..core.registry import function, method, op
from ..core.tensor import wrap
from ..core.views import view_many


@function
def cat(tensors, dim=0, *, axis=None):
    """Tensors joined along an existing dimension."""
    dim = dim if axis is None else axis
    tensors = list(tensors)
    if not tensors:
        raise ValueError("torch.cat(): expected a non-empty list of Tensors")
    for i, t in enumerate(tensors):
        if t._a.ndim == 0:
            raise RuntimeError(f"zero-dimensional tensor (at position {i}) cannot be concatenated")
    parts = [t for t in tensors if t._a.shape != (0,)] or tensors
    empty = [] if parts is tensors else [t for t in tensors if t._a.shape == (0,)]       # torch lets these join everything
    first = parts[0]._a
    d = parts[0]._dim(dim)
    for i, t in enumerate(parts):
        if t._a.ndim != first.ndim:
            raise RuntimeError(f"Tensors must have same number of dimensions: got {first.ndim} and {t._a.ndim}")
        for k, (p, q) in enumerate(zip(first.shape, t._a.shape)):
            if p != q and k != d:
                wrong = (f"{p} in dimension {k} but got {q} for tensor number {i} in the list" if t.is_meta else
                         f"size {p} but got size {q} for tensor number {i} in the list.")
                raise RuntimeError(f"Sizes of tensors must match except in dimension {d}. Expected {wrong}")
    common = common_dtype(tensors)
    specs, start = [], 0
    for t in parts:
        length = t._a.shape[d]
        specs.append((t, lambda g, start=start, length=length: g.narrow(d, start, length)))
        start += length
    specs += [(t, lambda g: wrap(np.zeros(0, g._a.dtype))) for t in empty]
    return differentiable("CatBackward0", _by_rows(np.concatenate, [t._a.astype(common, copy=False) for t in parts], d), *specs)


def _by_rows(join, arrays, d):
    """Joined, and laid out in memory as torch does: row by row, images with channels last as they were."""
    joined = join(arrays, d)
    return joined if arrays[0].ndim == 4 else np.ascontiguousarray(joined)


def common_dtype(tensors):
    common = tensors[0]._a
    for t in tensors[1:]:
        if t._a.dtype != common.dtype:
            common = np.empty((1,) * max(common.ndim, t._a.ndim), dtypes.result_of(common, t._a).np)
    return common.dtype


function(cat, "concat", "concatenate")


@function
def stack(tensors, dim=0):
    """Tensors of one shape joined along a new dimension."""
    tensors = list(tensors)
    if not tensors:
        raise RuntimeError("stack expects a non-empty TensorList")
    first = getattr(tensors[0], "shape", None)
    for i, t in enumerate(tensors):
        if t._a.shape != first:
            raise RuntimeError(f"stack expects each tensor to be equal size, but got {list(first)} at entry 0 and {list(t._a.shape)} at "
                               f"entry {i}")
    n = len(first) + 1
    if not -n <= dim < n:
        raise IndexError(f"Dimension out of range (expected to be in range of [{-n}, {n - 1}], but got {dim})")
    d = dim % n
    common = common_dtype(tensors)
    return differentiable("StackBackward0", _by_rows(np.stack, [t._a.astype(common, copy=False) for t in tensors], d),
                          *[(t, lambda g, i=i: g.select(d, i)) for i, t in enumerate(tensors)])


@function
def hstack(tensors):
    """cat along dimension 1 (0 for vectors)."""
    tensors = [t.reshape(1) if t._a.ndim == 0 else t for t in tensors]
    return cat(tensors, 0 if tensors[0]._a.ndim == 1 else 1)


@function
def vstack(tensors):
    """cat along dimension 0, vectors as rows."""
    return cat([t.reshape(1).unsqueeze(0) if not t._a.ndim else t.unsqueeze(0) if t._a.ndim < 2 else t for t in tensors], 0)


function(vstack, "row_stack")


@function
def column_stack(tensors):
    """cat along dimension 1, vectors as columns."""
    return cat([t.reshape(-1, 1) if t._a.ndim < 2 else t for t in tensors], 1)


@function
def dstack(tensors):
    """cat along dimension 2."""
    return cat([t.reshape(1, 1, 1) if not t._a.ndim else t.unsqueeze(0).unsqueeze(2) if t._a.ndim < 2 else t.unsqueeze(2) if t._a.ndim == 2 else t for t in tensors], 2)


@op
def split(input, split_size_or_sections, dim=0):
    """Views of consecutive parts along dim: of one length, or of the given lengths."""
    if not input._a.ndim:
        raise RuntimeError("split expects at least a 1-dimensional tensor")
    size, d = split_size_or_sections, input._dim(dim)
    n = input._a.shape[d]
    if isinstance(size, int):
        if size < 0:
            raise RuntimeError(f"split expects split_size be non-negative, but got split_size={size}")
        if size == 0 and n:
            raise RuntimeError(f"split_size can only be 0 if dimension size is 0, but got dimension size of {n}")
        return _parts("SplitBackward0", input, [min(size, n - s) for s in range(0, n, size or 1)] or [0], d)
    if not isinstance(size, (tuple, list)):
        raise TypeError(f"split_with_sizes(): argument 'split_sizes' (position 2) must be tuple of ints, not {type(size).__name__}")
    if any(k < 0 for k in size):
        raise RuntimeError(f"split_with_sizes expects split_sizes have only non-negative entries, but got split_sizes={list(size)}")
    if sum(size) != n:
        raise RuntimeError(f"split_with_sizes expects split_sizes to sum exactly to {n} (input tensor's size at dimension {dim}), but got "
                           f"split_sizes={list(size)}")
    return _parts("SplitWithSizesBackward0", input, list(size), d)


def _parts(name, input, lengths, d):
    if not lengths:
        return ()
    arrays, start = [], 0
    for length in lengths:
        arrays.append(input._a[(slice(None),) * d + (slice(start, start + length),)])
        start += length
    return view_many(name, input, tuple(arrays), lambda gs: cat(gs, d))


@op
def split_with_sizes(input, split_sizes, dim=0):
    """split into the given lengths."""
    return split(input, list(split_sizes), dim)


@op
def chunk(input, chunks, dim=0):
    """At most `chunks` parts of equal length along dim."""
    if not input._a.ndim:
        raise RuntimeError("chunk expects at least a 1-dimensional tensor")
    n = input._a.shape[input._dim(dim)]
    if chunks <= 0:
        raise RuntimeError(f"chunk expects `chunks` to be greater than 0, got: {chunks}")
    return split(input, max(1, -(-n // chunks)), dim)


@op
def tensor_split(input, indices_or_sections, dim=0):
    """Parts at the given places, or into so many parts."""
    if not input._a.ndim:
        raise RuntimeError("tensor_split expected at least a 1-dimensional tensor, but got a tensor with 0 dims")
    d, n = input._dim(dim), input._a.shape[dim]
    if hasattr(indices_or_sections, "tolist"):
        indices_or_sections = indices_or_sections.tolist()
    if isinstance(indices_or_sections, int):
        k = indices_or_sections
        ends = [n // k * (i + 1) + min(i + 1, n % k) for i in range(k)]
    else:
        ends = [*indices_or_sections, n]
    return tuple(input.narrow(d, s, e - s) for s, e in zip([0, *ends], ends))


@op
def unbind(input, dim=0):
    """The slices along dim, as views without that dimension."""
    d = input._dim(dim)
    if input._a.ndim == 0:
        raise IndexError("Dimension specified as 0 but tensor has no dimensions")
    arrays = tuple(input._a[(slice(None),) * d + (i, ...)] for i in range(input._a.shape[d]))
    return view_many("UnbindBackward0", input, arrays, lambda gs: stack(gs, d)) if arrays else ()


@method
def __iter__(self):
    if self._a.ndim == 0:
        raise TypeError("iteration over a 0-d tensor")
    return iter(unbind(self, 0))
