"""einsum: sums of products by index letters, pair after pair, as permutations and one batched product."""

from ..core.registry import function
from ..core.tensor import Tensor


@function
def einsum(equation, *operands):
    """Sums of products by index letters, e.g. "ij,jk->ik"; without "->" those that occur once stay, sorted."""
    if len(operands) == 1 and not isinstance(operands[0], Tensor):
        operands = tuple(operands[0])
    letters = equation.replace("...", "   ")
    for i, c in enumerate(letters):
        if c not in " ,->" and not (c.isascii() and c.isalpha()):
            raise RuntimeError(f"einsum(): invalid subscript given at index {i} in the equation string, subscripts must be in [a-zA-Z]")
    equation = equation.replace(" ", "")
    if "." in equation:
        equation = _without_dots(equation, operands)
    left, arrow, right = equation.partition("->")
    terms = left.split(",")
    if len(terms) != len(operands):
        raise RuntimeError("einsum(): fewer operands were provided than specified in the equation" if len(terms) > len(operands) else
                           "einsum(): more operands were provided than specified in the equation")
    if not arrow:
        right = "".join(c for c in sorted(set(left) - {","}) if left.count(c) == 1)
    sizes = _sizes(terms, operands)
    for c in right:
        if c not in sizes:
            raise RuntimeError(f"einsum(): output subscript {c} does not appear in the equation for any input operand")
    pairs = [_without_repeats(t, x) for t, x in zip(terms, operands)]
    term, x = pairs[0]
    if len(pairs) == 1:
        x = x.permute([term.index(c) for c in right] + [k for k, c in enumerate(term) if c not in right])
        return x if len(term) == len(right) else x.sum(list(range(len(right), len(term))))
    for i, (other_term, y) in enumerate(pairs[1:], 1):
        later = right + "".join(t for t, _ in pairs[i + 1:])
        term, x = _multiply(term, x, other_term, y, later)
    gone = [k for k, c in enumerate(term) if c not in right]
    if gone:
        x = x.sum(gone)
        term = "".join(c for c in term if c in right)
    order = [term.index(c) for c in right]
    return x.permute(order) if order != sorted(order) else x


def _sizes(terms, operands):
    sizes = {}
    for k, (t, x) in enumerate(zip(terms, operands)):
        if len(t) != x.dim():
            raise RuntimeError(f"einsum(): the number of subscripts in the equation ({len(t)}) does not match the number of dimensions "
                               f"({x.dim()}) for operand {k} and no ellipsis was given")
        for c, n in zip(t, x.shape):
            if sizes.setdefault(c, n) != n:
                if n != 1 and sizes[c] != 1:
                    raise RuntimeError(f"einsum(): subscript {c} has size {n} for operand {k} which does not broadcast with previously "
                                       f"seen size {sizes[c]}")
                sizes[c] = max(n, sizes[c])
    return sizes


def _without_repeats(term, x):
    """A letter twice in one term means the diagonal."""
    for c in dict.fromkeys(term):
        while term.count(c) > 1:
            i = term.index(c)
            j = term.index(c, i + 1)
            x = x.diagonal(0, i, j).movedim(-1, i)
            term = term[:j] + term[j + 1:]
    return term, x


def _multiply(a, x, b, y, later):
    """Two terms into one: letters needed later and in both are the batch, letters in both only are summed."""
    summed = [c for c in a if c in b and c not in later]
    batch = [c for c in a if c in b and c in later]
    only_a = [c for c in a if c not in b]
    only_b = [c for c in b if c not in a]
    for letters, name in ((only_a, "a"), (only_b, "b")):
        for c in [c for c in letters if c not in later]:
            letters.remove(c)
            if name == "a":
                x, a = x.sum(a.index(c)), a.replace(c, "")
            else:
                y, b = y.sum(b.index(c)), b.replace(c, "")
    out = batch + only_a + only_b
    if not summed:
        return "".join(out), _aligned(x, a, out) * _aligned(y, b, out)
    length = lambda t, term, letters: [t.shape[term.index(c)] for c in letters]
    size = lambda lengths: _product(lengths)
    left, right = batch + only_a + summed, batch + summed + only_b
    nb, na, ns, no = (length(x, a, batch), length(x, a, only_a), length(x, a, summed), length(y, b, only_b))
    p = x.permute([a.index(c) for c in left]).reshape(size(nb), size(na), size(ns))
    q = y.permute([b.index(c) for c in right]).reshape(size(nb), size(ns), size(no))
    return "".join(out), p.bmm(q).view(nb + na + no)


def _product(lengths):
    n = 1
    for length in lengths:
        n *= length
    return n


def _aligned(x, term, out):
    """x with its dimensions in the order of `out`, length 1 where it has no such letter."""
    x = x.permute([term.index(c) for c in out if c in term])
    for i, c in enumerate(out):
        if c not in term:
            x = x.unsqueeze(i)
    return x


def _without_dots(equation, operands):
    """`...` spelled out in letters that the equation does not use."""
    left, arrow, right = equation.partition("->")
    free = [c for c in "ZYXWVUTSRQPONMLKJIHGFEDCBA" if c not in equation]
    terms, most = [], 0
    for t, x in zip(left.split(","), operands):
        extra = x.dim() - len(t.replace("...", "")) if "..." in t else 0
        most = max(most, extra)
        terms.append((t, extra))
    letters = free[:most]
    spell = lambda t, n: t.replace("...", "".join(letters[most - n:]))
    left = ",".join(spell(t, n) for t, n in terms)
    if not arrow:
        right = "..." + "".join(c for c in sorted(set(left) - {","} - set(letters)) if left.count(c) == 1)
    return left + "->" + spell(right, most)
