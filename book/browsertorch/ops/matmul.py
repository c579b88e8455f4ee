"""Products of vectors and matrices."""

import numpy as np

from ..base.errors import cpp_name
from ..base.quiet import quiet
from ..core.graph import differentiable
from ..core.registry import function, method, op
from ..core.tensor import Tensor
from .shape import diagonal_backward, expanded_size, infer, squeezed, transposed


def _same_dtype(input, other, text="expected m1 and m2 to have the same dtype, but got: {} != {}", name=cpp_name):
    if input._a.dtype != other._a.dtype:
        raise RuntimeError(text.format(name(input.dtype), name(other.dtype)))


@op
def mm(input, mat2):
    """Matrix times matrix: (n, m) @ (m, p)."""
    a, b = input._a, mat2._a
    if a.ndim != 2:
        raise RuntimeError("self must be a matrix")
    if b.ndim != 2:
        raise RuntimeError("mat2 must be a matrix")
    if a.shape[1] != b.shape[0] or a.dtype != b.dtype:
        _check_mm(input, mat2)
    product = np.dot
    if a.shape[1] == 1:     # dot would add the one product to 0 and lose a -0; beside a single number it skips 0 · inf
        product = np.multiply if a.shape[0] > 1 < b.shape[1] else np.matmul
    left, right = _by_columns(a), _by_columns(b)
    both = input.requires_grad and mat2.requires_grad

    def for_input(g, mat2):
        if both and g._a.dtype != mat2._a.dtype:      # saved as something else: torch goes to the right one first, and fails there
            _same_dtype(*((g, mat2) if right else (mat2, g)))
        return _for_left(g, mat2, left)

    return differentiable("MmBackward0", quiet(product, a, b), (input, for_input, mat2),
                          (mat2, lambda g, self: _for_right(g, self, right), input))


def _by_columns(a):
    """Do its columns stand one after the other in memory? As torch, its gradient's then do too."""
    step = a.itemsize
    return a.strides[0] == step and a.strides[1] == a.shape[0] * step


def _for_left(g, right, columns):
    """The gradient of the left one of two matrices."""
    return transposed(mm(right, transposed(g))) if columns else mm(g, transposed(right))


def _for_right(g, left, columns):
    return transposed(mm(transposed(g), left)) if columns else mm(transposed(left), g)


def _check_mm(input, mat2):
    (n, m), (p, q) = input._a.shape, mat2._a.shape
    if m != p:
        raise RuntimeError(f"a and b must have same reduction dim, but got [{n}, {m}] X [{p}, {q}]." if input.is_meta else
                           f"mat1 and mat2 shapes cannot be multiplied ({n}x{m} and {p}x{q})")
    _same_dtype(input, mat2)


@op
def mv(input, vec):
    """Matrix times vector."""
    if input._a.ndim != 2 or vec._a.ndim != 1:
        raise RuntimeError(f"vector + matrix @ vector expected, got 1, {input._a.ndim}, {vec._a.ndim}")
    (n, m), (k,) = input._a.shape, vec._a.shape
    if m != k:
        raise RuntimeError(f"size mismatch, got input ({n}), mat ({n}x{m}), vec ({k})")
    if input._a.dtype != vec._a.dtype:
        raise RuntimeError(f"addmv input tensors must have the same dtype, but got {vec.dtype.title}, {input.dtype.title}, and "
                           f"{vec.dtype.title}")
    return differentiable("MvBackward0", quiet(np.matmul, input._a, vec._a),
                          (input, lambda g, vec: g.outer(vec), vec),
                          (vec, lambda g, self: self.t().mv(g), input))


@op
def dot(input, tensor):
    """Σ input·tensor of two vectors."""
    return _dot("DotBackward0", input, tensor)


def _dot(node, input, tensor):
    if input._a.ndim != 1 or tensor._a.ndim != 1:
        raise RuntimeError(f"1D tensors expected, but got {input._a.ndim}D and {tensor._a.ndim}D tensors")
    if input._a.dtype != tensor._a.dtype:
        raise RuntimeError(f"dot : expected both vectors to have same dtype, but found {input.dtype.title} and {tensor.dtype.title}")
    n, m = input._a.size, tensor._a.size
    if n != m:
        raise RuntimeError(f"inconsistent tensor size, expected tensor [{n}] and src [{m}] to have the same number of elements, but got "
                           f"{n} and {m} elements respectively")
    a, b = input._a, tensor._a
    product = quiet(np.dot, a, b) if n > 3 else np.add.reduce(quiet(np.multiply, a, b))    # short ones: torch rounds every product
    return differentiable(node, product,
                          (input, lambda g, tensor: g * tensor, tensor),
                          (tensor, lambda g, self: g * self, input))


@op
def vdot(input, other):
    """dot with the conjugate of input."""
    out = _dot("VdotBackward0", input, other)
    if out._a.dtype.kind != "c":
        return out
    return differentiable("VdotBackward0", np.vdot(input._a, other._a), (input, lambda g, other: g.conj() * other, other),
                          (other, lambda g, self: g * self, input))


@op
def bmm(input, mat2):
    """Matrix products of two batches: (b, n, m) @ (b, m, p)."""
    if input._a.ndim != 3:
        raise RuntimeError("batch1 must be a 3D tensor")
    if mat2._a.ndim != 3:
        raise RuntimeError("batch2 must be a 3D tensor")
    b, n, m = input._a.shape
    if mat2._a.shape[:2] != (b, m):
        raise RuntimeError(f"Expected size for first two dimensions of batch2 tensor to be: [{b}, {m}] but got: "
                           f"{list(mat2._a.shape[:2])}.")
    _same_dtype(input, mat2, "expected scalar type {} but found {}", lambda dtype: dtype if input.is_meta else dtype.title)
    return differentiable("BmmBackward0", quiet(np.matmul, input._a, mat2._a),
                          (input, lambda g, mat2: g.bmm(mat2.transpose(1, 2)), mat2),
                          (mat2, lambda g, self: self.transpose(1, 2).bmm(g), input))


@op
def matmul(input, other):
    """The product of vectors, matrices, or batches of matrices (which broadcast)."""
    n, m = input._a.ndim, other._a.ndim
    if n == 2 and m == 2:
        return mm(input, other)
    if n == 1 and m == 1:
        return dot(input, other)
    if n == 2 and m == 1:
        return mv(input, other)
    if n == 1 and m == 2:
        return squeezed(mm(input.unsqueeze(0), other), 0)
    if not n or not m:
        raise RuntimeError("both arguments to matmul need to be at least 1D, but they are " f"{n}D and {m}D")
    return _batched(input, other, n, m)


def _batched(input, other, n, m):
    if m <= 2:                                    # a batch times one matrix: all rows at once
        rows = input.reshape(int(np.prod(input._a.shape[:-1])), input._a.shape[-1])
        if m == 1:
            return unsafe_view(mv(rows, other), input._a.shape[:-1])
        return unsafe_view(mm(rows, other), input._a.shape[:-1] + (other._a.shape[-1],))
    if n <= 2:                                    # one matrix (or vector) times a batch: transposed, all columns at once
        other = other.transpose(-1, -2)
        if n == 1:
            return matmul(other, input)
        if input._a.shape[-1] == other._a.shape[-1] and input.requires_grad:   # else torch multiplies batch by batch
            return matmul(other, input.t()).transpose(-1, -2).clone().contiguous()
        other = other.transpose(-1, -2)
    p, q = input._a.shape[:-2], other._a.shape[:-2]
    for i, (x, y) in enumerate(zip(p[::-1], q[::-1]), 1):
        if x != y and x != 1 and y != 1:
            raise RuntimeError(f"The size of tensor a ({x}) must match the size of tensor b ({y}) at non-singleton dimension "
                               f"{max(len(p), len(q)) - i}")
    batch = np.broadcast_shapes(p, q)
    count = int(np.prod(batch))
    a, b = (t.expand(batch + t._a.shape[-2:]).reshape((count,) + t._a.shape[-2:]) for t in (input, other))
    return unsafe_view(bmm(a, b), batch + (a._a.shape[1], b._a.shape[2]))


def unsafe_view(input, shape):
    """A new shape for a result nobody else sees: not a view of anything."""
    before, shape = input._a.shape, infer(shape, input._a.size)
    return differentiable("UnsafeViewBackward0", input._a.reshape(shape), (input, lambda g: g.reshape(before)))


@op("ger")
def outer(input, vec2):
    """All products of an element of input with one of vec2."""
    for name, t in (("self", input), ("vec2", vec2)):
        if t._a.ndim != 1:
            raise RuntimeError(f"outer: Expected 1-D argument {name}, but got {t._a.ndim}-D")
    return input.reshape((-1, 1)) * vec2


@op
def inner(input, other):
    """The product over the last dimensions."""
    if not input.dim() or not other.dim():
        return input * other
    return tensordot(input, other, ([-1], [-1]))


@op(inplace=True)
def addmm(input, mat1, mat2, *, beta=1, alpha=1):
    """beta·input + alpha·(mat1 @ mat2)."""
    for name, t in (("self", input), ("mat1", mat1)):
        if t._a.dtype != mat2._a.dtype:
            raise RuntimeError(f"{name} and mat2 must have the same dtype, but got {t.dtype.title} and {mat2.dtype.title}")
    _check_mm(mat1, mat2)
    expanded_size(input, (mat1._a.shape[0], mat2._a.shape[1]))
    product = quiet(np.matmul, mat1._a, mat2._a)
    t = mat1._a.dtype.type
    result = (product if alpha == 1 else product * t(alpha)) + (input._a if beta == 1 else input._a * t(beta))
    scaled = lambda g, c: g if c == 1 else g * c
    left, right = _by_columns(mat1._a), _by_columns(mat2._a)
    return differentiable("AddmmBackward0", result, (input, lambda g: scaled(g, beta)),
                          (mat1, lambda g, mat2: scaled(_for_left(g, mat2, left), alpha), mat2),
                          (mat2, lambda g, mat1: scaled(_for_right(g, mat1, right), alpha), mat1))


@op(inplace=True)
def addmv(input, mat, vec, *, beta=1, alpha=1):
    """beta·input + alpha·(mat @ vec)."""
    return differentiable("AddmvBackward0", beta * input._a + alpha * quiet(np.matmul, mat._a, vec._a), (input, lambda g: g * beta),
                          (mat, lambda g, vec: g.outer(vec) * alpha, vec), (vec, lambda g, mat: mat.t().mv(g) * alpha, mat))


@op(inplace=True)
def addr(input, vec1, vec2, *, beta=1, alpha=1):
    """beta·input + alpha·outer(vec1, vec2)."""
    return differentiable("AddrBackward0", beta * input._a + alpha * np.multiply.outer(vec1._a, vec2._a), (input, lambda g: g * beta),
                          (vec1, lambda g, vec2: g.mv(vec2) * alpha, vec2), (vec2, lambda g, vec1: g.t().mv(vec1) * alpha, vec1))


@op(inplace=True)
def baddbmm(input, batch1, batch2, *, beta=1, alpha=1):
    """beta·input + alpha·(batch1 @ batch2)."""
    return differentiable("BaddbmmBackward0", beta * input._a + alpha * quiet(np.matmul, batch1._a, batch2._a), (input, lambda g: g * beta),
                          (batch1, lambda g, batch2: g.bmm(batch2.transpose(1, 2)) * alpha, batch2),
                          (batch2, lambda g, batch1: batch1.transpose(1, 2).bmm(g) * alpha, batch1))


@function
def tensordot(a, b, dims=2):
    """The product over the given dimensions (the last `dims` of a with the first of b)."""
    if isinstance(dims, int):
        if dims > min(a.dim(), b.dim()):
            raise RuntimeError(f"tensordot expects dims < ndim_a or ndim_b, but got dims={dims}")
        left, right = list(range(a.dim() - dims, a.dim())), list(range(dims))
    else:
        left, right = ([d] if isinstance(d, int) else list(d) for d in dims)
    if len(left) != len(right):
        raise RuntimeError("both dimension lists should have same length")
    for p, q in zip(left, right):
        n, m = a.shape[p], b.shape[q]
        if n != m and n == 1:           # what is of length 1 counts for all
            b = b.sum(q, keepdim=True)
        elif n != m and m == 1:
            a = a.sum(p, keepdim=True)
        elif n != m:
            raise RuntimeError(f"contracted dimensions need to match, but first has size {n} in dim {p - a.dim() if type(dims) is int else p} "
                               f"and second has size {m} in dim {q}")
    left, right = [a._dim(d) for d in left], [b._dim(d) for d in right]
    keep_a = [d for d in range(a.dim()) if d not in left]
    keep_b = [d for d in range(b.dim()) if d not in right]
    size = int(np.prod([a.shape[d] for d in left]))
    if not keep_a and not keep_b:
        flat = lambda t, order: t.permute(order) if t.dim() == 1 else t.permute(order).reshape(size)
        return flat(a, left).dot(flat(b, right)).reshape(())
    rows, columns = (int(np.prod([t.shape[d] for d in kept])) for t, kept in ((a, keep_a), (b, keep_b)))
    out = a.permute(keep_a + left).reshape(rows, size).mm(b.permute(right + keep_b).reshape(size, columns))
    return out.reshape(tuple(a.shape[d] for d in keep_a) + tuple(b.shape[d] for d in keep_b))


@op
def kron(input, other):
    """The Kronecker product of two matrices (or tensors of one number of dimensions)."""
    n = max(input._a.ndim, other._a.ndim)
    a, b = (t.reshape((1,) * (n - t._a.ndim) + t._a.shape) for t in (input, other))
    pairs = tuple(k for p in zip(a._a.shape, (1,) * n) for k in p), tuple(k for p in zip((1,) * n, b._a.shape) for k in p)
    return unsafe_view(a.reshape(pairs[0]) * b.reshape(pairs[1]), tuple(p * q for p, q in zip(a._a.shape, b._a.shape)))


@op
def trace(input):
    """The sum of the diagonal."""
    if input._a.ndim != 2:
        raise RuntimeError("trace: expected a matrix, but got tensor with dim " + str(input._a.ndim))
    shape = input._a.shape

    def spread(g):
        return diagonal_backward(g.expand(min(shape)), shape, 0, 0, 1)

    return differentiable("TraceBackward0", np.trace(input._a), (input, spread))


def _operator(self, other):
    return matmul(self, other) if isinstance(other, Tensor) else NotImplemented


method(_operator, "__matmul__")
