"""Batching rules: products of vectors and matrices."""

from ..ops.matmul import matmul as plain_matmul
from ..ops.shape import squeezed
from .batched import all_levels, at, batched, union
from .dispatch import per_sample, rule, unwatched


@rule("matmul", "__matmul__", "mm", "mv", "dot", "vdot", "bmm")
def matmul(c):
    """The product of the samples' vectors, matrices or batches of matrices."""
    a, b = c.args[0], c.args[1] if len(c.args) > 1 else next(iter(c.kwargs.values()))
    n, m = a.dim(), b.dim()
    _check(c.name, n, m)
    levels, visible = union((a, b))
    out = batched(unwatched(_product, a, b, n, m, levels), levels, visible)
    if (n, m) == (2, 1) and len(levels) == 1 and not all_levels(a):
        out._place = 1              # the samples are columns in torch
    return out


def _check(name, n, m):
    wanted = {"mm": (2, 2), "mv": (2, 1), "dot": (1, 1), "vdot": (1, 1), "bmm": (3, 3)}.get(name)
    if wanted == (1, 1) != (n, m):
        raise RuntimeError("Got wrong shapes for dot")
    if wanted and (n, m) != wanted:
        raise RuntimeError(f"Shape mismatch: Got incorrect dims for {name}(a, b). a has dim {n}and b has dim {m}but expected them to have dim "
                           f"{wanted[0]} and dim {wanted[1]}")
    if not n or not m:
        raise RuntimeError(f"both arguments to matmul need to be at least 1D, but they are {n}D and {m}D")


def _product(a, b, n, m, levels):
    """The physical product: the batches are a batch of matrices, or the rows of one where the other operand has none."""
    p, q = at(a, levels, n), at(b, levels, m)
    only_a, only_b = not all_levels(b), not all_levels(a)
    if m == 1 and n <= 2:
        if only_a:
            return plain_matmul(p, q)
        if only_b:                                          # one matrix for all vectors: they are its columns
            k = len(levels)
            columns = q.reshape(-1, q._a.shape[-1]).t() if k > 1 else q.t()
            out = plain_matmul(p, columns)
            out = out.movedim(-1, 0) if n == 2 else out
            return out.reshape(*[level.size for level in levels], *out._a.shape[1:]) if k > 1 else out
        if n == 1:
            return plain_matmul(p.unsqueeze(-2), q.unsqueeze(-1)).squeeze(-1).squeeze(-1)
    if m == 1:
        return plain_matmul(p, at(b, levels, n - 1).unsqueeze(-1)).squeeze(-1)
    if n == 1:
        return squeezed(plain_matmul(at(a, levels, m - 1).unsqueeze(-2), q), -2, "SqueezeBackward5")
    wide = max(n, m)
    return plain_matmul(at(a, levels, wide), at(b, levels, wide))


@rule("outer", "ger")
def outer(c):
    a, b = c.args[:2] if len(c.args) > 1 else (c.args[0], c.kwargs["vec2"])
    if a.dim() != 1 or b.dim() != 1:
        return per_sample(c)      # refused
    return a.unsqueeze(-1) * b


@rule("addmm", "addmv", "addr", "baddbmm")
def plus_product(c):
    """beta · input + alpha · product."""
    x, a, b = c.args[:3]
    product = a @ b if c.name != "addr" else a.unsqueeze(-1) * b
    beta, alpha = c.get("beta"), c.get("alpha")
    return (x if beta == 1 else x * beta) + (product if alpha == 1 else product * alpha)


@rule("linear")
def linear(c):
    """input @ weight.T + bias."""
    input, weight, bias = c.get("input"), c.get("weight"), c.get("bias")
    out = input @ weight.t()
    return out if bias is None else bias + out if input.dim() == 2 else out + bias


@rule("solve")
def solve(c):
    """linalg.solve: the batches of both."""
    a, b = c.args[:2]
    levels, visible = union((a, b))
    if b.dim() == 1:
        return batched(unwatched(c.f, at(a, levels, 2, True), at(b, levels, 1, True), **c.kwargs), levels, visible)
    return batched(unwatched(c.f, at(a, levels, 2, True), at(b, levels, 2, True), **c.kwargs), levels, visible)
