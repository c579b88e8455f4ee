"""torch.func's Jacobians and Hessians: a vmap over the rows (vjp) or the columns (jvp) of the identity; linearize."""

import functools

from ..ops import public
from .gradients import jvp, _pick, _put, vjp
from .levels import leaves, rebuild, same_structure, spec, tree_map
from .vectorize import vmap

eye, zeros_like = public("eye"), public("zeros_like")


def _basis(xs):
    """For each tensor one of shape (n, *its shape): together the rows are the standard basis, n all their elements."""
    lengths = [x.numel() for x in xs]
    parts = eye(sum(lengths)).split(lengths, 1)
    return [part.to(x.dtype).reshape(-1, *x.shape) for part, x in zip(parts, xs)]


def _real(name, what, tree):
    """The tensors of a tree; none may be complex."""
    found = leaves(tree)
    for i, t in enumerate(found):
        if t.is_complex():
            raise RuntimeError(f"{name}: Expected all {what} to be real but received complex tensor at flattened input idx: {i}")
    return found


def jacrev(func, argnums=0, *, has_aux=False, chunk_size=None, _preallocate_and_copy=False):
    """A function that returns the Jacobian of func, its rows in reverse mode: shape (*output, *input)."""
    if chunk_size is not None and chunk_size <= 0:
        raise ValueError("jacrev: `chunk_size` should be greater than 0.")

    @functools.wraps(func)
    def wrapper(*args, **kwargs):
        numbers = _pick(args, argnums)

        def partial(*chosen):
            return func(*_put(args, numbers, chosen), **kwargs)

        inputs = [args[n] for n in numbers]
        _real("jacrev", "inputs", inputs)
        output, vjp_fn, *aux = vjp(partial, *inputs, has_aux=has_aux)
        outs = _real("jacrev", "outputs", output)
        rows = leaves(vmap(lambda *weights: vjp_fn(rebuild(output, iter(weights))), chunk_size=chunk_size)(*_basis(outs)))
        parts = [row.split([out.numel() for out in outs]) for row in rows]
        blocks = [_arrange(inputs, [part[i].view(out.shape + x.shape) for part, x in zip(parts, leaves(inputs))], argnums)
                  for i, out in enumerate(outs)]
        result = rebuild(output, iter(blocks))
        return (result, *aux) if has_aux else result

    return wrapper


def _arrange(inputs, values, argnums):
    """Values, one for each tensor of the inputs, in the structure of the inputs."""
    result = rebuild(tuple(inputs), iter(values))
    return result[0] if isinstance(argnums, int) else result


def jacfwd(func, argnums=0, has_aux=False, *, randomness="error"):
    """A function that returns the Jacobian of func, its columns in forward mode: shape (*output, *input)."""
    @functools.wraps(func)
    def wrapper(*args, **kwargs):
        numbers = _pick(args, argnums)
        inputs = tuple(args[n] for n in numbers)

        def partial(*chosen):
            return func(*_put(args, numbers, chosen), **kwargs)

        xs = _real("jacfwd", "inputs", inputs)

        def push(*directions):
            _, dots, *aux = jvp(partial, inputs, rebuild(inputs, iter(directions)), has_aux=has_aux)
            _real("jacfwd", "outputs", dots)
            return (dots, *aux)

        dots, *aux = vmap(push, randomness=randomness)(*_basis(xs))
        blocks = []
        for dot in leaves(dots):
            columns = dot.movedim(0, -1).split([x.numel() for x in xs], -1)
            shaped = [column.unflatten(-1, x.shape) if x.dim() else column.squeeze(-1) for column, x in zip(columns, xs)]
            blocks.append(_arrange(inputs, shaped, argnums))
        result = rebuild(dots, iter(blocks))
        return (result, tree_map(lambda t: t[0], aux[0])) if has_aux else result

    return wrapper


def hessian(func, argnums=0):
    """A function that returns the second derivatives of func: forward mode over reverse mode."""
    return jacfwd(jacrev(func, argnums), argnums)


def linearize(func, *primals):
    """(func(*primals), a function from tangents like the primals to Jacobian · tangents).

    func runs twice: for its value and for its derivative. The derivative vjp(weights) is linear in the weights: its own
    vector-Jacobian product with a tangent is Jacobian · tangent, however often it is asked.
    """
    output = func(*primals)
    value, vjp_fn = vjp(func, *primals)
    _, push = vjp(lambda *weights: vjp_fn(rebuild(value, iter(weights))), *map(zeros_like, leaves(value)))

    def jvp_fn(*tangents):
        if not same_structure(primals, tangents):
            raise RuntimeError(f"Expected the tangents {spec(tangents)} to have the same argspec as the primals {spec(primals)}")
        for i, (p, t) in enumerate(zip(leaves(primals), leaves(tangents))):
            for what in ("shape", "dtype"):
                if getattr(p, what) != getattr(t, what):
                    raise RuntimeError(f"tangent:{i} with {what} {getattr(t, what)} in flattened pytree doesn't match the {what} "
                                       f"{getattr(p, what)} of the corresponding primal.")
        return rebuild(value, iter([t.detach() for t in push(tangents)]))

    return output, jvp_fn
