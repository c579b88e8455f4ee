"""Sparse tensors in coordinate format: only the elements that are not zero are kept, with their places. Read when a program names one.

An operation of a sparse tensor is a rule here, called as the operation (`rules`); what has none says so (core/cells.py).
"""


import numpy as np

from ..base.missing import missing
from ..base.modes import warn_once
from ..base.values import Size, layout
from ..core import printing
from ..core.cells import Cells, OfSparse, cells_of
from ..core.graph import differentiable
from ..core.registry import function, method
from ..core.tensor import Tensor, wrap
from .creation import tensor as tensor_of

sparse_coo = layout("sparse_coo")
UNCHECKED = (
    "Sparse invariant checks are implicitly disabled. Memory errors (e.g. SEGFAULT) will occur when operating on a sparse tensor which violates the "
    "invariants, but checks incur performance overhead. To silence this warning, explicitly opt in or out. See "
    "`torch.sparse.check_sparse_tensor_invariants.__doc__` for guidance.  (Triggered internally at "
    "/__w/pytorch/pytorch/aten/src/ATen/Context.cpp:816.)")
CSR = ("Sparse CSR tensor support is in beta state. If you miss a functionality in the sparse tensor support, please submit a feature request to "
       "https://github.com/pytorch/pytorch/issues. (Triggered internally at /__w/pytorch/pytorch/aten/src/ATen/SparseCsrTensorImpl.cpp:49.)")
rules = {}


def rule(*names):
    def register(f):
        for name in names or (f.__name__.strip("_"),):
            rules[name] = f
        return f
    return register


def apply(name, args, kwargs):
    """The operation `name` where sparse tensors are among its arguments."""
    if name in rules:
        return rules[name](*args, **kwargs)
    raise missing(f"희소 텐서의 {name}")


OfSparse.instead = staticmethod(apply)


class Sparse(Tensor):
    """A tensor whose memory is Cells. Python asks its operators first, also for dense + sparse."""

    is_sparse, layout = True, sparse_coo

    def __repr__(self, *, tensor_contents=None):
        return text(self)

    def stride(self, dim=None):
        return (0,) * self.dim()

    def numpy(self, *, force=False):
        raise TypeError("can't convert Sparse layout tensor to numpy. Use Tensor.to_dense() first.")

    def data_ptr(self):
        raise RuntimeError("Cannot access data pointer of Tensor that doesn't have storage")

    def untyped_storage(self):
        raise NotImplementedError("Cannot access storage of SparseTensorImpl")

    storage = untyped_storage


Sparse.__name__ = Sparse.__qualname__ = "Tensor"
Sparse.__module__ = "torch"
Tensor.sparse_class = Sparse
for _name, _of in {"add": lambda a, b: add(a, b), "radd": lambda a, b: add(b, a), "sub": lambda a, b: sub(a, b), "rsub": lambda a, b: sub(b, a),
                   "mul": lambda a, b: mul(a, b), "rmul": lambda a, b: mul(a, b), "truediv": lambda a, b: div(a, b), "neg": lambda a: neg(a),
                   "matmul": lambda a, b: mm(a, b), "rmatmul": lambda a, b: mm(b, a)}.items():
    setattr(Sparse, f"__{_name}__", _of)


def text(t):
    """repr(t): its places, its values, its size."""
    cells, indent = t._a, " " * 7
    parts = [f"{name}=tensor([], size={array.shape})" if array.size == 0 else
             f"{name}=tensor({printing.array_text(array, len(indent + name) + 8)})"
             for name, array in (("indices", cells.indices), ("values", cells.values))]
    notes = [f"size={tuple(cells.shape)}", f"nnz={cells.values.shape[0]}"]
    if t.dtype not in (tensor_of(0.0).dtype, tensor_of(0).dtype, tensor_of(True).dtype):
        notes.append(f"dtype={t.dtype}")
    notes.append("layout=torch.sparse_coo")
    if t.grad_fn is not None:
        notes.append(f"grad_fn=<{type(t.grad_fn).__name__}>")
    elif t.requires_grad:
        notes.append("requires_grad=True")
    last = indent
    lines = []
    for note in notes:
        if len(last) + len(note) + 1 > 80 and last.strip():
            lines.append(last.rstrip())
            last = indent
        last += note + ", "
    return f"tensor({parts[0]},\n{indent}{parts[1]},\n" + "\n".join([*lines, last[:-2]]) + ")"


def is_sparse(t):
    return isinstance(t, Sparse)


def at(t, cells):
    """The values of t, dense or sparse, at the places of the cells."""
    def values(t):
        array = t._a.dense() if is_sparse(t) else t._a
        return array[cells.key()] if len(cells.indices) else np.repeat(array[None], cells.values.shape[0], 0)

    def spread(gg):
        out = make("SparseCooTensorWithDimsAndTensorsBackward0", cells, gg)
        return out if sparse else out.to_dense()

    sparse = is_sparse(t)
    return differentiable("SparseMaskBackward0", values(t), (t, spread))


def make(name, cells, values):
    """The tensor `values` at the places of the cells."""
    return differentiable(name, cells.like(values._a), (values, lambda g: at(g, cells)))


@function
def sparse_coo_tensor(indices, values=None, size=None, *, dtype=None, device=None, pin_memory=False, requires_grad=False, check_invariants=None,
                      is_coalesced=None):
    """A tensor of zeros but for values[k] at (indices[0][k], indices[1][k], ...)."""
    if check_invariants is None:
        warn_once(UNCHECKED)
    if values is None:                   # of that size, without elements
        size, indices, values = indices, np.zeros((len(indices), 0), np.int64), tensor_of([])
    i = np.array(indices._a if isinstance(indices, Tensor) else indices).astype(np.int64)
    values = values if isinstance(values, Tensor) else tensor_of(values)
    values = values if dtype is None else values.to(dtype)
    nnz = values._a.shape[0]
    if i.shape[1] != nnz:
        raise RuntimeError(f"indices and values must have same nnz, but got nnz from indices: {i.shape[1]}, nnz from values: {nnz}")
    if size is None:
        size = (*(int(n) + 1 for n in (i.max(1) if nnz else i.sum(1) - 1)), *values._a.shape[1:])
    if len(size) != len(i) + values._a.ndim - 1:
        raise RuntimeError(f"'len(size) == sparse_dim + dense_dim' is not satisfied: len(size) = {len(size)}, sparse_dim = {len(i)}, dense_dim = "
                           f"{values._a.ndim - 1}")
    out = make("SparseCooTensorWithDimsAndTensorsBackward0", Cells(i, values._a, size, bool(is_coalesced)), values)
    return out.detach().requires_grad_() if requires_grad else out


@method
def to_sparse(self, sparse_dim=None, *, layout=None, blocksize=None, dense_dim=None):
    """The same without its zeros; sparse_dim: how many dimensions are counted as places."""
    if layout not in (None, sparse_coo) or blocksize is not None:
        raise missing(f"to_sparse(layout={layout})")
    if is_sparse(self):
        return self
    name = "ToSparseBackward1" if sparse_dim is None else "ToSparseBackward0"
    return differentiable(name, cells_of(self._a, sparse_dim), (self, lambda g: g.to_dense()))


@method
def to_dense(self, dtype=None, *, masked_grad=None):
    """The same with its zeros."""
    if not is_sparse(self):
        return self if dtype is None else self.to(dtype)
    cells = self._a.joined()

    def back(g):
        if masked_grad is False:
            return g if is_sparse(g) else g.to_sparse(len(cells.indices))
        return make("SparseMaskBackward0", cells, at(g, cells))

    out = differentiable("ToDenseBackward0", self._a.dense(), (self, back))
    return out if dtype is None else out.to(dtype)


@method
def sparse_mask(self, mask):
    """Its values where the sparse tensor mask has some."""
    cells = mask._a.joined()
    return make("SparseMaskBackward0", cells, at(self, cells)) if self._a.shape == cells.shape else refuse_mask(self, mask)


def refuse_mask(self, mask):
    raise RuntimeError(f"sparse_mask(): operands have incompatible sizes; self has size {list(self.shape)} but mask has size {list(mask.shape)}")


def _about(f):
    """Tensor.<name>, which only a sparse tensor has."""
    def about(self, *args):
        if not is_sparse(self):
            raise RuntimeError(f"{f.__name__} expected sparse coordinate tensor layout but got Strided")
        return f(self, *args)
    about.__name__, about.__doc__ = f.__name__, f.__doc__
    return method(about)


@_about
def coalesce(self):
    """Each place once, in order."""
    return self if self._a.coalesced else differentiable("CoalesceBackward0", self._a.joined(), (self, lambda g: g))


@_about
def is_coalesced(self):
    """Does each place stand there once, in order?"""
    return self._a.coalesced


@_about
def _coalesced_(self, coalesced):
    """Say whether it is."""
    self._a.coalesced = coalesced
    return self


def _joined(self, name):
    if not self._a.coalesced:
        raise RuntimeError(f"Cannot get {name} on an uncoalesced tensor, please call .coalesce() first")
    return self._a


@_about
def indices(self):
    """The places, a row for each dimension."""
    return wrap(_joined(self, "indices").indices)


@_about
def values(self):
    """The values."""
    cells = _joined(self, "values")
    return differentiable("ValuesBackward0", cells.values, (self, lambda g: make("SparseCooTensorWithDimsAndTensorsBackward0", cells, g)))


@_about
def _indices(self):
    """The places as they were given."""
    return wrap(self._a.indices)


@_about
def _values(self):
    """The values as they were given, without history."""
    return wrap(self._a.values)


@_about
def _nnz(self):
    """How many values there are."""
    return self._a.values.shape[0]


@_about
def sparse_dim(self):
    """How many dimensions are counted as places."""
    return len(self._a.indices)


@_about
def dense_dim(self):
    """How many dimensions each value has."""
    return self._a.values.ndim - 1


# -- rules

def _cast(t, dtype):
    return t if t.dtype == dtype else t.to(dtype)


@rule("detach", "data")
def _detach(self):
    t = self._a.tensor()
    t._counter = self._counter
    return t


@rule()
def clone(self, *, memory_format=None):
    c = self._a
    return differentiable("CloneBackward0", Cells(c.indices.copy(), c.values.copy(), c.shape, c.coalesced), (self, lambda g: g))


@rule()
def to(self, dtype):
    before = self.dtype
    return differentiable("ToCopyBackward0", self._a.like(self._a.values.astype(dtype.np)), (self, lambda g: _cast(g, before)))


@rule()
def neg(self):
    return differentiable("NegBackward0", self._a.like(-self._a.values), (self, lambda g: -g))


def _joint(a, b):
    """The cells of both, merged as two sorted rows are: what stands at one place in both is added, other repetitions stay."""
    if len(a.indices) != len(b.indices):
        b = cells_of(b.dense(), len(a.indices))
    keys = [list(map(tuple, c.indices.T.tolist())) for c in (a, b)]
    which, i, j = [], 0, 0
    while i < len(keys[0]) or j < len(keys[1]):
        first = j == len(keys[1]) or i < len(keys[0]) and keys[0][i] <= keys[1][j]
        second = i == len(keys[0]) or j < len(keys[1]) and keys[1][j] <= keys[0][i]
        which.append((i if first else -1, j if second else -1))
        i, j = i + first, j + second
    values = np.zeros((len(which), *a.values.shape[1:]), np.result_type(a.values, b.values))
    indices = np.zeros((len(a.indices), len(which)), np.int64)
    for place, pair in enumerate(which):
        for cells, at_ in zip((a, b), pair):
            if at_ >= 0:
                values[place] += cells.values[at_]
                indices[:, place] = cells.indices[:, at_]
    return Cells(indices, values, a.shape, a.coalesced and b.coalesced)


def _scaled(g, number):
    return g if number == 1 else g * number


@rule("add", "add_")
def add(input, other, *, alpha=1):
    if not isinstance(input, Tensor) or is_sparse(input) and not is_sparse(other):
        raise RuntimeError("add(sparse, dense) is not supported. Use add(dense, sparse) instead.")
    if input._a.shape != other._a.shape:
        raise RuntimeError(f"add: expected 'self' and 'other' to have same sizes, but {list(input.shape)} != {list(other.shape)}")
    scaled = other._a.like(other._a.values * alpha) if alpha != 1 else other._a
    array = _joint(input._a, scaled) if is_sparse(input) else input._a + scaled.dense()
    return differentiable("AddBackward0", array, (input, lambda g: g), (other, lambda g: _scaled(g, alpha)))


@rule()
def sub(input, other, *, alpha=1):
    if is_sparse(input) and not is_sparse(other):
        raise RuntimeError("sub(sparse, dense) is not supported. Use sub(dense, sparse) instead.")
    array = add(input.detach(), other.detach(), alpha=-alpha)._a
    return differentiable("SubBackward0", array, (input, lambda g: g), (other, lambda g: _scaled(g, -alpha)))


@rule()
def mul(input, other):
    if not is_sparse(input):
        input, other = other, input
    if not isinstance(other, Tensor):
        return differentiable("MulBackward0", input._a.like(input._a.values * other), (input, lambda g: g * other))
    cells = input._a.joined()
    with_other = other._a.joined().dense() if is_sparse(other) else np.broadcast_to(other._a, cells.shape)
    product = cells.like(cells.values * with_other[cells.key()])
    if is_sparse(other):
        there = np.zeros(cells.shape, bool)
        there[other._a.key()] = True
        kept = there[cells.key()]
        kept = kept if kept.ndim == 1 else kept.reshape(len(kept), -1).any(1)
        product = Cells(cells.indices[:, kept], product.values[kept], cells.shape, True)
    return differentiable("MulBackward0", product, (input, lambda g, other: g * other, other), (other, lambda g, self: g * self, input))


@rule()
def div(input, other):
    return differentiable("DivBackward0", input._a.like(input._a.values / other), (input, lambda g: g / other))


@rule()
def sum(input, dim=None, keepdim=False, *, dtype=None):
    if dim is not None or dtype is not None:
        raise missing("희소 텐서의 sum(dim=…)")
    shape = input._a.shape
    return differentiable("SumBackward0", np.asarray(input._a.values.sum(), input._a.dtype), (input, lambda g: g.expand(shape)))


@rule()
def t(input):
    c = input._a
    if len(c.indices) != 2:
        raise missing("값이 행인 희소 텐서의 t")
    return differentiable("TBackward0", Cells(c.indices[::-1].copy(), c.values, c.shape[::-1]), (input, lambda g: g.t()))


@rule("mm", "matmul")
def mm(input, mat2):
    for matrix in (input, mat2):
        if matrix._a.ndim != 2:
            raise missing("희소 텐서와 행렬이 아닌 것의 곱")
    a, b = (m._a.dense() if is_sparse(m) else m._a for m in (input, mat2))
    if is_sparse(input) and is_sparse(mat2):
        for _ in range(2):
            warn_once(CSR)
    elif is_sparse(input) and a.shape[1] != b.shape[0]:
        raise RuntimeError(f"addmm: Argument #3 (dense): Expected dim 0 size {a.shape[1]}, got {b.shape[0]}")
    if a.shape[1] != b.shape[0]:
        raise RuntimeError(f"mat1 and mat2 shapes cannot be multiplied ({a.shape[0]}x{a.shape[1]} and {b.shape[0]}x{b.shape[1]})")
    array = cells_of(a @ b) if is_sparse(input) and is_sparse(mat2) else a @ b
    return differentiable("MmBackward0", array, (input, lambda g, mat2: g.mm(mat2.to_dense().t().conj()), mat2),
                          (mat2, lambda g, self: self.to_dense().t().conj().mm(g), input))


def gather_backward(g, d, index, shape):
    """The gradient of gather(..., sparse_grad=True): only the places that were taken."""
    if not shape:
        return differentiable("GatherBackwardBackward0", Cells(np.zeros((0, g._a.size or 1), np.int64), g._a.reshape(-1), ()), (g, lambda gg: gg.to_dense()))
    index = index._a.reshape(index._a.shape or (1,))
    places = np.array(np.indices(index.shape).reshape(index.ndim, -1), np.int64)
    places[d] = index.reshape(-1)
    return Cells(places, g._a.reshape(-1), shape).tensor()

