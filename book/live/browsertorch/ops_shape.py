"""Views (new shapes over the same memory) and the rearrangements that copy."""

import math

import numpy as np

from .engine import differentiable
from .inplace import view
from .modes import warn_once
from .registry import function, method, op
from .tensor import NON_2D_T, Tensor, wrap


def sizes(args):
    """view(2, 3), view((2, 3)) and view([2, 3]) alike: a tuple of ints."""
    if len(args) == 1 and not isinstance(args[0], (int, np.integer, Tensor)):
        args = args[0]
    return tuple(int(n) for n in args)


def infer(shape, count):
    """Replace the one -1 in a shape by what makes it hold `count` elements."""
    unknown = [i for i, n in enumerate(shape) if n == -1]
    if len(unknown) > 1:
        raise RuntimeError("only one dimension can be inferred")
    known = math.prod(n for n in shape if n != -1)
    if unknown and known and count % known == 0:
        return tuple(count // known if n == -1 else n for n in shape)
    if unknown or known != count or any(n < 0 for n in shape):
        raise RuntimeError(f"shape '{list(shape)}' is invalid for input of size {count}")
    return shape


def _viewed(a, shape):
    """a.reshape(shape) if that needs no copy, else None."""
    r = a.reshape(shape)
    return r if a.size == 0 or np.may_share_memory(r, a) else None


@method
def view_(input, *shape):
    """The same memory in another shape; RuntimeError if the strides do not allow it."""
    if len(shape) == 1 and hasattr(shape[0], "np"):
        return wrap(input._a.view(shape[0].np))
    if any(isinstance(n, float) for n in shape):
        got = ", ".join(type(n).__name__ for n in shape)
        raise TypeError(f"view() received an invalid combination of arguments - got ({got}), but expected one of:\n"
                        " * (torch.dtype dtype)\n * (tuple of ints size)\n")
    before = input._a.shape
    r = _viewed(input._a, infer(sizes(shape), input._a.size))
    if r is None:
        raise RuntimeError("view size is not compatible with input tensor's size and stride (at least one dimension spans across "
                           "two contiguous subspaces). Use .reshape(...) instead.")
    return view("ViewBackward0", input, r, lambda g: g.reshape(before))


method(view_, "view")


def _reshape(input, shape):
    shape = infer(shape, input._a.size)
    before = input._a.shape
    r = _viewed(input._a, shape)
    if r is None:
        copy = differentiable("CloneBackward0", np.ascontiguousarray(input._a), (input, lambda g: g))
        return differentiable("UnsafeViewBackward0", copy._a.reshape(shape), (copy, lambda g: g.reshape(before)))
    name = "ViewBackward0" if input._a.flags.c_contiguous else "ReshapeAliasBackward0"
    return view(name, input, r, lambda g: g.reshape(before))


@method
def reshape(input, *shape):
    """Another shape: a view where possible, else a copy."""
    return _reshape(input, sizes(shape))


@function
def reshape(input, shape):
    return _reshape(input, sizes((shape,)))


@method
def view_as(input, other):
    """view(other.size())."""
    return view_(input, other._a.shape)


@method
def reshape_as(input, other):
    return _reshape(input, other._a.shape)


@op
def flatten(input, start_dim=0, end_dim=-1):
    """Dimensions start_dim to end_dim as one."""
    start, end = input._dim(start_dim), input._dim(end_dim)
    s = input._a.shape
    if not s:
        return _reshape(input, (1,))
    return input if start == end else _reshape(input, s[:start] + (math.prod(s[start:end + 1]),) + s[end + 1:])


@op
def ravel(input):
    """One dimension, in row order."""
    return _reshape(input, (-1,))


@op
def unflatten(input, dim, sizes):
    """Dimension dim split into several."""
    dim, s, sizes = input._dim(dim), input._a.shape, tuple(sizes)
    try:
        lengths = infer(sizes, s[dim])
    except RuntimeError:
        raise RuntimeError(f"unflatten: Provided sizes {list(sizes)} don't multiply up to the size of dim {dim} ({s[dim]}) in the input "
                           "tensor" if sizes else "unflatten: sizes must be non-empty") from None
    return _reshape(input, s[:dim] + lengths + s[dim + 1:])


@op("swapaxes", "swapdims")
def transpose(input, dim0, dim1):
    """Two dimensions swapped (a view)."""
    d0, d1 = input._dim(dim0), input._dim(dim1)
    a = input._a
    return view("TransposeBackward0", input, a.swapaxes(d0, d1) if a.ndim else a.view(), lambda g: g.transpose(d0, d1))


@op
def t(input):
    """The transpose of a matrix; a vector as it is."""
    if input._a.ndim > 2:
        raise RuntimeError(f"t() expects a tensor with <= 2 dimensions, but self is {input._a.ndim}D")
    return view("TBackward0", input, input._a.T, lambda g: g.t())


def transposed(matrix):
    """t() inside a derivative: nobody can change it in place, so it need not be known as a view."""
    return differentiable("TBackward0", matrix._a.T, (matrix, transposed))


@property
def T(input):
    """All dimensions reversed."""
    if input._a.ndim != 2:
        warn_once(NON_2D_T if input._a.ndim else
                  "Tensor.T is deprecated on 0-D tensors. This function is the identity in these cases. (Triggered internally at "
                  "/__w/pytorch/pytorch/aten/src/ATen/native/TensorShape.cpp:4321.)")
    return permute(input, tuple(range(input._a.ndim))[::-1])


@property
def mT(input):
    """The last two dimensions swapped."""
    if input._a.ndim < 2:
        raise RuntimeError(f"tensor.mT is only supported on matrices or batches of matrices. Got {input._a.ndim}-D tensor.")
    return transpose(input, -2, -1)


method(T, "T")
method(mT, "mT")
method(mT, "mH")


def permute(input, dims):
    """The dimensions in another order (a view)."""
    if len(dims) != input._a.ndim:
        raise RuntimeError("permute(sparse_coo): number of dimensions in the tensor input does not match the length of the desired "
                           f"ordering of dimensions i.e. input.dim() = {input._a.ndim} is not equal to len(dims) = {len(dims)}")
    dims = tuple(input._dim(d) for d in dims)
    if len(set(dims)) != len(dims):
        raise RuntimeError("permute(): duplicate dims are not allowed.")
    back = tuple(int(i) for i in np.argsort(dims))
    return view("PermuteBackward0", input, input._a.transpose(dims), lambda g: permute(g, back))


function(permute)
method(lambda self, *dims: permute(self, sizes(dims)), "permute")


@op("moveaxis")
def movedim(input, source, destination):
    """Dimensions moved to other places."""
    source, destination = ([d] if isinstance(d, int) else list(d) for d in (source, destination))
    source, destination = [input._dim(d) for d in source], [input._dim(d) for d in destination]
    order = [d for d in range(input._a.ndim) if d not in source]
    for d, s in sorted(zip(destination, source)):
        order.insert(d, s)
    return permute(input, tuple(order))


@op
def squeeze(input, dim=None):
    """Dimensions of length 1 dropped: all, or those in dim."""
    shape = input._a.shape
    if dim is None:
        dims, name = tuple(range(len(shape))), "SqueezeBackward0"
    elif isinstance(dim, int):
        dims, name = (input._dim(dim),), "SqueezeBackward1"
    else:
        dims, name = tuple(input._dim(d) for d in dim), "SqueezeBackward2"
    kept = tuple(n for d, n in enumerate(shape) if n != 1 or d not in dims)
    return view(name, input, input._a.reshape(kept), lambda g: g.reshape(shape))


def squeezed(input, dim, name="SqueezeBackward4"):
    """squeeze(dim) as torch's own functions call it, under a name of its own."""
    shape = input._a.shape
    return differentiable(name, input._a.squeeze(dim), (input, lambda g: g.reshape(shape)))


@op
def unsqueeze(input, dim):
    """A new dimension of length 1 at dim."""
    n = input._a.ndim + 1
    if not -n <= dim < n:
        raise IndexError(f"Dimension out of range (expected to be in range of [{-n}, {n - 1}], but got {dim})")
    dim %= n
    return view("UnsqueezeBackward0", input, np.expand_dims(input._a, dim), lambda g: g.squeeze(dim))


def expanded(input, size):
    """expand, with the lengths as a tuple."""
    a = input._a
    shape = a.shape
    if shape and size != shape:
        target = _expanded_size(input, size)
        if a.size and a.flags.c_contiguous:
            r = np.ndarray(target, a.dtype, a, 0, [0] * (len(target) - len(shape)) + [0 if n == 1 else s for n, s in zip(shape, a.strides)])
        else:
            r = np.broadcast_to(a, target)
            if a.flags.writeable:
                r.flags.writeable = True     # parts of it may be written; see inplace.put
    else:
        r = a.view() if shape else np.ndarray(size, a.dtype, a, 0, (0,) * len(size))
    return view("ExpandBackward0", input, r, lambda g: g.sum_to_size(shape))


def _expanded_size(input, size):
    """The lengths that expand(size) means: -1 stands for the length there is. RuntimeError where it cannot be expanded."""
    shape = input._a.shape
    lead = len(size) - len(shape)
    if lead < 0:
        raise RuntimeError(f"expand({input.type()}{{{list(shape)}}}, size={list(size)}): the number of sizes provided ({len(size)}) must "
                           f"be greater or equal to the number of dimensions in the tensor ({len(shape)})")
    target = tuple(shape[i - lead] if n == -1 and i >= lead else n for i, n in enumerate(size))
    for i in range(len(target) - 1, lead - 1, -1):
        if shape[i - lead] not in (1, target[i]):
            raise RuntimeError(f"The expanded size of the tensor ({target[i]}) must match the existing size ({shape[i - lead]}) at "
                               f"non-singleton dimension {i}.  Target sizes: {list(size)}.  Tensor sizes: {list(shape)}")
    return target


@method
def expand(input, *size, implicit=False):
    """A view with dimensions of length 1 repeated: no memory is copied."""
    return expanded(input, sizes(size))


@method
def expand_as(input, other):
    return expanded(input, other._a.shape)


@function
def broadcast_to(input, size):
    """expand(size)."""
    return expanded(input, sizes((size,)))


method(lambda self, *size: expanded(self, sizes(size)), "broadcast_to")


@function
def broadcast_tensors(*tensors):
    """All expanded to their common shape."""
    shape = np.broadcast_shapes(*(t.shape for t in tensors))
    return tuple(t.expand(shape) for t in tensors)


@function
def broadcast_shapes(*shapes):
    from .size import Size
    return Size(np.broadcast_shapes(*(s if not isinstance(s, int) else (s,) for s in shapes)))


@op
def diagonal(input, offset=0, dim1=0, dim2=1):
    """The diagonal as a view."""
    shape, dtype = input._a.shape, input._a.dtype
    d1, d2 = input._dim(dim1), input._dim(dim2)
    r = input._a.diagonal(offset, d1, d2)
    r.flags.writeable = True
    return view("DiagonalBackward0", input, r, lambda g: _diagonal_backward(g, shape, offset, d1, d2))


def _diagonal_backward(g, shape, offset, d1, d2):
    out = np.zeros(shape, g._a.dtype)
    d = out.diagonal(offset, d1, d2)
    d.flags.writeable = True
    d[...] = g._a
    return differentiable("DiagonalBackwardBackward0", out, (g, lambda gg: gg.diagonal(offset, d1, d2)))


@op
def diag(input, diagonal=0):
    """A vector as a diagonal matrix; of a matrix, its diagonal."""
    if input._a.ndim == 1:
        return diag_embed(input, diagonal)
    shape = input._a.shape
    return differentiable("DiagonalBackward0_copy", input._a.diagonal(diagonal).copy(),
                          (input, lambda g: _diagonal_backward(g, shape, diagonal, 0, 1)))


@op
def diag_embed(input, offset=0, dim1=-2, dim2=-1):
    """The last dimension on the diagonal of a new pair of dimensions."""
    a = input._a
    n = a.shape[-1] + abs(offset)
    out = np.zeros(a.shape[:-1] + (n, n), a.dtype)
    i = np.arange(a.shape[-1])
    out[..., i + max(-offset, 0), i + max(offset, 0)] = a
    return differentiable("DiagEmbedBackward0", out, (input, lambda g: g.diagonal(offset, -2, -1)))


def _check_matrix(name, input):
    if input._a.ndim < 2:
        raise RuntimeError(f"{name}: input tensor must have at least 2 dimensions")


@op(inplace=True)
def tril(input, diagonal=0):
    """The lower triangle, zeros above."""
    _check_matrix("tril", input)
    return differentiable("TrilBackward0", np.tril(input._a, diagonal), (input, lambda g: g.tril(diagonal)))


@op(inplace=True)
def triu(input, diagonal=0):
    """The upper triangle, zeros below."""
    _check_matrix("triu", input)
    return differentiable("TriuBackward0", np.triu(input._a, diagonal), (input, lambda g: g.triu(diagonal)))


def _flip(input, dims):
    dims = tuple(input._dim(d) for d in dims) if input._a.ndim else ()
    return differentiable("FlipBackward0", np.flip(input._a, dims).copy(), (input, lambda g: _flip(g, dims)))


function(lambda input, dims: _flip(input, [dims] if isinstance(dims, int) else dims), "flip")
method(lambda self, *dims: _flip(self, sizes(dims)), "flip")


@op
def fliplr(input):
    """flip(1)."""
    return _flip(input, (1,))


@op
def flipud(input):
    """flip(0)."""
    return _flip(input, (0,))


@op
def roll(input, shifts, dims=None):
    """Elements shifted around the end."""
    negative = -shifts if isinstance(shifts, int) else tuple(-s for s in shifts)
    dims = tuple(dims) if isinstance(dims, list) else dims
    return differentiable("RollBackward0", np.roll(input._a, shifts, dims), (input, lambda g: roll(g, negative, dims)))


@op
def rot90(input, k=1, dims=(0, 1)):
    """Turned by k quarter turns."""
    return differentiable("Rot90Backward0", np.rot90(input._a, k, dims).copy(), (input, lambda g: rot90(g, -k, dims)))


def _repeat(input, times):
    a = input._a
    if len(times) < a.ndim:
        raise RuntimeError("Number of dimensions of repeat dims can not be smaller than number of dimensions of tensor")
    shape = a.shape
    padded = (1,) * (len(times) - a.ndim) + shape
    split = tuple(n for pair in zip(times, padded) for n in pair)
    evens = tuple(range(0, len(split), 2))
    return differentiable("RepeatBackward0", np.tile(a, times),
                          (input, lambda g: (g.reshape(split).sum(evens) if times else g).reshape(shape)))


method(lambda self, *times: _repeat(self, sizes(times)), "repeat")


def _tile(input, times):
    return _repeat(input, (1,) * (input._a.ndim - len(times)) + times)


function(lambda input, dims: _tile(input, sizes((dims,))), "tile")
method(lambda self, *dims: _tile(self, sizes(dims)), "tile")


@op
def repeat_interleave(input, repeats, dim=None):
    """Each element `repeats` times in a row."""
    if isinstance(repeats, Tensor) and repeats._a.ndim:
        source = input if dim is not None or input._a.ndim == 1 else input.reshape(-1)
        index = wrap(np.repeat(np.arange(source._a.shape[dim or 0], dtype=np.int64), repeats._a.astype(np.intp)))
        return source.index_select(dim or 0, index)
    repeats = int(repeats)
    if dim is None:
        flat = input if input._a.ndim == 1 else input.reshape(-1)
        return expanded(flat.unsqueeze(1), (flat._a.size, repeats)).clone().contiguous().view(-1)
    d = input._dim(dim)
    s = input._a.shape
    return expanded(input.unsqueeze(d + 1), s[:d + 1] + (repeats,) + s[d + 1:]).clone().contiguous().flatten(d, d + 1)


def unfold(input, dimension, size, step):
    """Windows of length `size`, `step` apart, as a view with one more dimension at the end."""
    d, shape = input._dim(dimension), input._a.shape
    windows = np.lib.stride_tricks.sliding_window_view(input._a, size, d, writeable=True)
    take = (slice(None),) * d + (slice(None, None, step),)
    return view("UnfoldBackward0", input, windows[take], lambda g: _unfold_backward(g, shape, d, size, step))


def _unfold_backward(g, shape, d, size, step):
    out = np.zeros(shape, g._a.dtype)
    moved = np.moveaxis(out, d, -1)
    for i in range(g._a.shape[d]):
        moved[..., i * step:i * step + size] += np.moveaxis(g._a, d, -2)[..., i, :]
    return differentiable("UnfoldBackwardBackward0", out, (g, lambda gg: unfold(gg, d, size, step)))


method(unfold)


@function
def atleast_1d(*tensors):
    out = [t.reshape(1) if t.dim() == 0 else t for t in tensors]
    return out[0] if len(out) == 1 else tuple(out)


@function
def atleast_2d(*tensors):
    out = [t.reshape(1, 1) if t.dim() == 0 else t.unsqueeze(0) if t.dim() == 1 else t for t in tensors]
    return out[0] if len(out) == 1 else tuple(out)


@function
def meshgrid(*tensors, indexing=None):
    """Coordinates of a grid: for each input its values along its own dimension."""
    if len(tensors) == 1 and not isinstance(tensors[0], Tensor):
        tensors = tuple(tensors[0])
    if indexing is None:
        warn_once("torch.meshgrid: in an upcoming release, it will be required to pass the indexing argument. (Triggered "
                      "internally at /__w/pytorch/pytorch/aten/src/ATen/native/TensorShape.cpp:4215.)")
    if indexing == "xy" and len(tensors) > 1:
        first, second, *rest = meshgrid(tensors[1], tensors[0], *tensors[2:], indexing="ij")
        return (second, first, *rest)
    shape = tuple(t.numel() for t in tensors)
    return tuple(t.reshape((1,) * i + (-1,) + (1,) * (len(tensors) - i - 1)).expand(shape) for i, t in enumerate(tensors))
