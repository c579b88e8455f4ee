"""Views (new shapes over the same memory) and the rearrangements that copy."""

import math

import numpy as np

from ..base.dtypes import dtype
from ..base.modes import warn_once
from ..base.values import Size
from ..core.graph import differentiable
from ..core.operands import check_broadcast
from ..core.registry import function, method, op
from ..core.tensor import NON_2D_T, Tensor, wrap
from ..core.views import view


def sizes(args):
    """view(2, 3), view((2, 3)) and view([2, 3]) alike: a tuple of ints."""
    if not args:
        raise TypeError("no lengths")         # calls.py says it in torch's words
    if len(args) == 1 and not isinstance(args[0], (int, np.integer, Tensor)):
        args = args[0]
    return tuple(int(n) for n in args)


def infer(shape, count):
    """Replace the one -1 in a shape by what makes it hold `count` elements."""
    unknown = [i for i, n in enumerate(shape) if n == -1]
    if len(unknown) > 1:
        raise RuntimeError("only one dimension can be inferred")
    known = math.prod(n for n in shape if n != -1)
    for i, n in enumerate(shape):
        if n < -1:
            raise RuntimeError(f"invalid shape dimension {n} at index {i} of shape {list(shape)}")
    if unknown and not known and not count:
        raise RuntimeError(f"cannot reshape tensor of 0 elements into shape {list(shape)} because the unspecified dimension size -1 can be "
                           "any value and is ambiguous")
    if unknown and known and count % known == 0:
        return tuple(count // known if n == -1 else n for n in shape)
    if unknown or known != count:
        raise RuntimeError(f"shape '{list(shape)}' is invalid for input of size {count}")
    return shape


def _viewed(a, shape):
    """a.reshape(shape) if that needs no copy, else None."""
    r = a.reshape(shape)
    return r if a.size == 0 or np.may_share_memory(r, a) else None


def _reinterpreted(input, to):
    """The same bytes as numbers of another dtype."""
    a, n = input._a, to.itemsize // input._a.itemsize
    problem = None
    if n != 1 and a.ndim and a.strides[-1] != a.itemsize:
        problem = f"self.stride(-1) must be 1 to view {{}} as {{}} (different element sizes), but got {a.strides[-1] // a.itemsize}"
    elif n > 1 and a.shape[-1] % n:
        problem = f"self.size(-1) must be divisible by {n} to view {{}} as {{}} (different element sizes), but got {a.shape[-1]}"
    if problem:
        raise RuntimeError(problem.format(input.dtype.title, to.title))
    return wrap(a.view(to.np))


def view_(input, *shape):
    """The same memory in another shape; RuntimeError if the strides do not allow it."""
    if len(shape) == 1 and isinstance(shape[0], dtype):
        return _reinterpreted(input, shape[0])
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
    if start > end:
        raise RuntimeError("flatten() has invalid args: start_dim cannot come after end_dim")
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
    return view_(input, s[:dim] + lengths + s[dim + 1:])


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


def _swapped(name):
    def swap(input):
        """The last two dimensions swapped."""
        n = input._a.ndim
        if not n:
            called, place = ("adjoint()", 4390) if name == "adjoint()" else ("Tensor." + name, {"H": 4335, "mT": 4373, "mH": 4382}[name])
            instead = "This function is the identity in these cases." if name == "mT" else "Consider using x.conj()."
            warn_once(f"{called} is deprecated on 0-D tensors. {instead} (Triggered internally at "
                      f"/__w/pytorch/pytorch/aten/src/ATen/native/TensorShape.cpp:{place}.)")
            return input.conj() if name != "mT" and input._a.dtype.kind == "c" else input
        if name == "H" and n != 2:
            raise RuntimeError(f"tensor.H is only supported on matrices (2-D tensors). Got {n}-D tensor."
                               + (" For batches of matrices, consider using tensor.mH" if n > 2 else ""))
        if n < 2:
            raise RuntimeError(f"tensor.{name} is only supported on matrices or batches of matrices. Got {n}-D tensor.")
        turned = transpose(input, -2, -1)
        return turned.conj() if name != "mT" and input._a.dtype.kind == "c" else turned
    return swap


method(T, "T")
for _name in ("mT", "mH", "H"):
    method(property(_swapped(_name)), _name)
adjoint = _swapped("adjoint()")
adjoint.__name__ = "adjoint"
op(adjoint)


def permute(input, dims):
    """The dimensions in another order (a view)."""
    if len(dims) != input._a.ndim:
        raise RuntimeError("permute(sparse_coo): number of dimensions in the tensor input does not match the length of the desired "
                           f"ordering of dimensions i.e. input.dim() = {input._a.ndim} is not equal to len(dims) = {len(dims)}")
    dims = tuple(input._dim(d) for d in dims)
    if len(set(dims)) != len(dims):
        raise RuntimeError("permute(): duplicate dims are not allowed.")
    return view("PermuteBackward0", input, input._a.transpose(dims), lambda g: permute(g, tuple(int(i) for i in np.argsort(dims))))


function(permute)
method(lambda self, *dims: permute(self, sizes(dims)), "permute")


@op("moveaxis")
def movedim(input, source, destination):
    """Dimensions moved to other places."""
    source, destination = ([d] if isinstance(d, int) else list(d) for d in (source, destination))
    source, destination = [input._dim(d) for d in source], [input._dim(d) for d in destination]
    if not input._a.ndim:
        return permute(input, ())
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
        target = expanded_size(input, size)
        if a.size and a.flags.c_contiguous:
            r = np.ndarray(target, a.dtype, a, 0, [0] * (len(target) - len(shape)) + [0 if n == 1 else s for n, s in zip(shape, a.strides)])
        else:
            r = np.broadcast_to(a, target)
            if a.flags.writeable:
                r.flags.writeable = True     # parts of it may be written; see views.put
    else:
        r = a.view() if shape else np.ndarray(size, a.dtype, a, 0, (0,) * len(size))
    return view("ExpandBackward0", input, r, lambda g: g.sum_to_size(shape))


def expanded_size(input, size):
    """The lengths that expand(size) means: -1 stands for the length there is. RuntimeError where it cannot be expanded."""
    shape = input._a.shape
    lead = len(size) - len(shape)
    if lead < 0:
        raise RuntimeError(f"expand({input.type()}{{{list(shape)}}}, size={list(size)}): the number of sizes provided ({len(size)}) must "
                           f"be greater or equal to the number of dimensions in the tensor ({len(shape)})")
    for i, n in enumerate(size[:lead]):
        if n < 0:
            raise RuntimeError(f"The expanded size of the tensor ({n}) isn't allowed in a leading, non-existing dimension {i}")
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
    for n, t in enumerate(tensors):
        for before in tensors[:n]:
            check_broadcast(before, t)
    shape = np.broadcast_shapes(*(t.shape for t in tensors))
    return tuple(t if t._a.shape == shape else t.expand(shape) for t in tensors)


@function
def broadcast_shapes(*shapes):
    whole = [1] * max((len(s) for s in shapes if not isinstance(s, int)), default=1)
    for place, s in enumerate(shapes):
        s = (s,) if isinstance(s, int) else tuple(s)
        for i in range(-1, -1 - len(s), -1):
            if s[i] not in (1, whole[i]) and whole[i] != 1:
                raise RuntimeError(f"Attempting to broadcast a dimension of length {s[i]} at {i}! Mismatching argument at index {place} had "
                                   f"{s}; but expected shape should be broadcastable to {whole}")
            whole[i] = s[i] if whole[i] == 1 else whole[i]
    return Size(whole)


@op
def diagonal(input, offset=0, dim1=0, dim2=1):
    """The diagonal as a view."""
    shape = input._a.shape
    d1, d2 = input._dim(dim1), input._dim(dim2)
    if d1 == d2:
        raise RuntimeError(f"diagonal dimensions cannot be identical {dim1}, {dim2}")
    r = input._a.diagonal(offset, d1, d2)
    r.flags.writeable = True
    return view("DiagonalBackward0", input, r, lambda g: diagonal_backward(g, shape, offset, d1, d2))


def diagonal_backward(g, shape, offset, d1, d2):
    out = np.zeros(shape, g._a.dtype)
    d = out.diagonal(offset, d1, d2)
    d.flags.writeable = True
    d[...] = g._a
    return differentiable("DiagonalBackwardBackward0", out, (g, lambda gg: gg.diagonal(offset, d1, d2)))
