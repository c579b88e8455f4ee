"""Views as copies, tensors with one of their views replaced, combinations of elements. Read when one of them is named."""

import itertools

import numpy as np

from ..core.registry import function, method, op
from ..core.tensor import wrap
from .arrange import meshgrid
from .creation import empty
from .inplace import as_strided
from .join import chunk, split, stack
from .matmul import unsafe_view
from .shape import permute


def _copies(names):
    for name in names.split():
        def copied(input, *args, name=name, **kwargs):
            result = _view(name, input, args, kwargs)
            return tuple(t.clone().contiguous() for t in result) if isinstance(result, tuple) else result.clone().contiguous()
        copied.__doc__ = f"{name} as a copy."
        function(copied, name + "_copy")


def _view(name, input, args, kwargs):
    if name == "permute":
        return permute(input, *args, **kwargs)
    if name == "expand":
        return input.expand(*args)
    return getattr(input, name)(*args, **kwargs)


_copies("as_strided diagonal expand permute squeeze t transpose unbind unfold unsqueeze view split_with_sizes split select detach")


@op
def narrow_copy(input, dim, start, length):
    """narrow as a copy."""
    return input.narrow(dim, start, length).clone().contiguous()


@function
def alias_copy(input):
    """A copy."""
    return input.clone().contiguous()


def _replaced(input, src, view):
    """A copy of input whose view is src."""
    out = input.clone().contiguous()
    place = view(out)
    if place.shape != src.shape:
        raise RuntimeError(f"expected src to have a size equal to the slice of self. src size = {list(src.shape)}, "
                           f"slice size = {list(place.shape)}")
    place.copy_(src)
    return out


@op
def select_scatter(input, src, dim, index):
    """input with src in the place of select(dim, index)."""
    return _replaced(input, src, lambda t: t.select(dim, index))


@op
def slice_scatter(input, src, dim=0, start=None, end=None, step=1):
    """input with src in the place of the slice start:end:step of dimension dim."""
    d = input._dim(dim)
    return _replaced(input, src, lambda t: t[(slice(None),) * d + (slice(start, end, step),)])


@op
def diagonal_scatter(input, src, offset=0, dim1=0, dim2=1):
    """input with src on its diagonal."""
    return _replaced(input, src, lambda t: t.diagonal(offset, dim1, dim2))


@op
def unsafe_chunk(input, chunks, dim=0):
    """chunk, of which torch does not know that the parts share memory."""
    return tuple(part.clone() for part in chunk(input, chunks, dim))


@op
def unsafe_split(input, split_size, dim=0):
    """split likewise."""
    return tuple(part.clone() for part in split(input, split_size, dim))


@op
def unsafe_split_with_sizes(input, split_sizes, dim=0):
    """split by lengths, likewise."""
    return tuple(part.clone() for part in split(input, split_sizes, dim))


@function
def empty_strided(size, stride, **options):
    """Uninitialised, with these steps in memory between neighbours."""
    steps = [(n - 1) * s for n, s in zip(size, stride)]
    memory = empty((1 + sum(steps) if 0 not in size else 0,), **{**options, "requires_grad": False})
    return as_strided(memory, size, stride).detach().requires_grad_(options.get("requires_grad", False))


def _split_along(name, least, dimension):
    def cut(input, indices_or_sections):
        if input._a.ndim < least:
            raise RuntimeError(f"torch.{name} requires a tensor with at least {least} dimension, but got a tensor with "
                               f"{input._a.ndim} dimensions!")
        d = dimension(input)
        if isinstance(indices_or_sections, int) and (not indices_or_sections or input._a.shape[d] % indices_or_sections):
            raise RuntimeError(f"torch.{name} attempted to split along dimension {d}, but the size of the dimension {input._a.shape[d]} is not "
                               f"divisible by the split_size {indices_or_sections}!")
        return input.tensor_split(indices_or_sections, d)
    cut.__name__ = name
    cut.__doc__ = "tensor_split along one dimension."
    op(cut)


_split_along("hsplit", 1, lambda input: 0 if input._a.ndim == 1 else 1)
_split_along("vsplit", 2, lambda input: 0)
_split_along("dsplit", 3, lambda input: 2)


@op(inplace=True)
def put(input, index, source, accumulate=False):
    """input with source's elements at flat positions."""
    flat = input.reshape(-1)
    return flat.index_put((index.reshape(-1),), source.reshape(-1), accumulate).reshape(input.shape)


@function
def fill(input, value):
    """A tensor like input, filled with value."""
    return input.clone().fill_(value)


@function
def block_diag(*tensors):
    """The matrices along the diagonal of one, zeros elsewhere."""
    blocks = [t.reshape(1, 1) if not t._a.ndim else t.reshape(1, -1) if t._a.ndim == 1 else t for t in tensors]
    rows, columns = (int(np.sum([t._a.shape[k] for t in blocks])) for k in (0, 1))
    out = blocks[0].new_zeros((rows, columns))
    top = left = 0
    for t in blocks:
        n, m = t._a.shape
        out[top:top + n, left:left + m] = t
        top, left = top + n, left + m
    return out


@op(inplace=True)
def addbmm(input, batch1, batch2, *, beta=1, alpha=1):
    """beta·input + alpha·(the sum of the products of two batches of matrices)."""
    product = (batch1 @ batch2).sum(0)
    return (input * beta if beta else 0) + product * alpha


@function
def cumulative_trapezoid(y, x=None, *, dx=None, dim=-1):
    """The integral of y by trapezoids, up to each point."""
    n, d = y._a.shape[dim], y._dim(dim)
    pairs = y.narrow(d, 0, n - 1) + y.narrow(d, 1, n - 1)
    if x is None:
        return (pairs * ((1 if dx is None else dx) / 2.0)).cumsum(d)
    widths = x.diff(dim=d if x._a.ndim == y._a.ndim else -1)
    if x._a.ndim != y._a.ndim:
        widths = widths.reshape([-1 if k == d else 1 for k in range(y._a.ndim)])
    return (pairs * widths).cumsum(d) / 2.0


method(lambda self, other: self.resize_(other.shape), "resize_as_")


def _need_vector(input):
    if input._a.ndim != 1:
        raise RuntimeError(f"Expect a 1D vector, but got shape {list(input._a.shape)}")


@function
def cartesian_prod(*tensors):
    """All combinations of one element of each."""
    for t in tensors:
        _need_vector(t)
    if len(tensors) == 1:
        return tensors[0]
    return stack([unsafe_view(grid.clone().contiguous(), (-1,)) for grid in meshgrid(*tensors, indexing="ij")], 1)


@op
def combinations(input, r=2, with_replacement=False):
    """All ways to take r elements."""
    _need_vector(input)
    if r < 0:
        raise RuntimeError(f"Expect a non-negative number, but got {r}")
    if r == 0:
        return wrap(np.zeros(0, input._a.dtype))
    pick = itertools.combinations_with_replacement if with_replacement else itertools.combinations
    index = np.array(list(pick(range(input._a.size), r)), np.int64).reshape(-1, r)
    return stack([input.index_select(0, wrap(column)) for column in index.T.copy()], 1)
