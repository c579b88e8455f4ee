"""vmap: a function of one sample, applied to a whole batch at once.

The function runs once. Its arguments are batched tensors (batched.py): they look like one sample, and every operation on
them is done for all samples (dispatch.py and the rules).
"""

import functools

from ..base.errors import wrap_dim
from ..core.tensor import Tensor
from ..ops import public
from .batched import added, inside, levels_of, removed
from .dispatch import mark, unwatched
from .levels import Level, leaves, rebuild, spec

cat = public("cat")


class BatchLevel(Level):
    """One running vmap: the length of its batch, and which random numbers it allows."""

    is_batch = True

    def __init__(self, size, randomness):
        self.size, self.randomness = size, randomness

    def follows(self, tensor):
        return self in levels_of(tensor)


def vmap(func, in_dims=0, out_dims=0, randomness="error", *, chunk_size=None):
    """A function that applies func along dimension `in_dims` of its arguments (None: the same for all) and stacks the results.

    chunk_size: so many samples at a time, to save memory
    """
    if randomness not in ("error", "different", "same"):
        raise RuntimeError(f"Only allowed values for randomness are 'error', 'different', or 'same'. Got {randomness}")
    if not (chunk_size is None or chunk_size > 0):
        raise ValueError(f"vmap: chunk_size should be None or greater than 0. (got {chunk_size})")

    @functools.wraps(func)
    def wrapped(*args, **kwargs):
        dims, size = _dims(func, args, in_dims)
        if chunk_size is None:
            return _batch(func, args, dims, size, out_dims, randomness, kwargs)
        return _in_chunks(func, args, dims, size, out_dims, randomness, kwargs, chunk_size)

    return wrapped


def _batch(func, args, dims, size, out_dims, randomness, kwargs):
    """One call of func on the whole batch."""
    with BatchLevel(size, randomness) as level:
        inputs = [x if d is None else mark(unwatched(added, x, d, level), inside(x)) for x, d in zip(leaves(args), dims)]
        outputs = func(*rebuild(args, iter(inputs)), **kwargs)
        return rebuild(outputs, iter([_result(func, x, d, level) for x, d in zip(leaves(outputs), _out_dims(func, outputs, out_dims))]))


def _in_chunks(func, args, dims, size, out_dims, randomness, kwargs, chunk_size):
    """The batch in parts, one call of func for each; the results joined."""
    starts = range(0, size, chunk_size)
    parts = []
    for start in starts:
        length = min(chunk_size, size - start)
        chunk = [x if d is None else x.narrow(d, start, length) for x, d in zip(leaves(args), dims)]
        parts.append(_batch(func, rebuild(args, iter(chunk)), dims, length, out_dims, randomness, kwargs))
    columns = zip(*map(leaves, parts))
    return rebuild(parts[0], iter([column[0] if d is None else cat(column, d)
                                   for column, d in zip(columns, _out_dims(func, parts[0], out_dims))]))


def _name(func):
    if isinstance(func, functools.partial):
        return f"functools.partial({_name(func.func)}, ...)"
    return getattr(func, "__name__", None) or repr(func)


def _dims(func, args, in_dims):
    """(the mapped dimension of each leaf of args, the size of the batch); every error of torch about them."""
    me = f"vmap({_name(func)}, in_dims={in_dims}, ...)(<inputs>): "
    if not isinstance(in_dims, (int, tuple)):
        raise ValueError(me + "expected `in_dims` to be int or a (potentially nested) tuple matching the structure of inputs, got: "
                         f"{type(in_dims)}.")
    if not args:
        raise ValueError(f"vmap({_name(func)})(<inputs>): got no inputs. Maybe you forgot to add inputs, or you are trying to vmap over a "
                         "function with no inputs. The latter is unsupported.")
    dims = _spread(in_dims, args)
    if dims is None:
        raise ValueError(me + f"in_dims is not compatible with the structure of `inputs`. in_dims has structure {spec(in_dims)} but inputs has "
                         f"structure {spec(args)}.")
    sizes = []
    for k, (x, d) in enumerate(zip(leaves(args), dims)):
        if d is None:
            continue
        if not isinstance(d, int):
            raise ValueError(me + f"Got in_dim={d} for an input but in_dim must be either an integer dimension or None.")
        if not isinstance(x, Tensor):
            raise ValueError(me + f"Got in_dim={d} for an input but the input is of type {type(x)}. We cannot vmap over non-Tensor arguments, "
                             "please use None as the respective in_dim")
        if not -x.dim() <= d < x.dim():
            raise ValueError(me + f"Got in_dim={d} for some input, but that input is a Tensor of dimensionality {x.dim()} so expected in_dim to "
                             f"satisfy -{x.dim()} <= in_dim < {x.dim()}.")
        dims[k] = wrap_dim(d, x.dim())
        sizes.append(x.shape[dims[k]])
    if not sizes:
        raise ValueError("vmap: Expected at least one Tensor to vmap over")
    if len(set(sizes)) > 1:
        raise ValueError("vmap: Expected all tensors to have the same size in the mapped dimension, got sizes "
                         f"{sizes} for the mapped dimension")
    return dims, sizes[0]


def _spread(dims, tree):
    """One dimension for each leaf of `tree` from a structure of dimensions that may stop earlier; None if it does not fit."""
    if not isinstance(dims, (tuple, list, dict)):
        return [dims] * len(leaves(tree))
    if type(dims) is not type(tree) or len(dims) != len(tree) or isinstance(dims, dict) and list(dims) != list(tree):
        return None
    keys = dims if isinstance(dims, dict) else range(len(dims))
    parts = [_spread(dims[k], tree[k]) for k in keys]
    return None if None in parts else [d for part in parts for d in part]


def _out_dims(func, outputs, out_dims):
    """Where the batch goes in each leaf of the outputs."""
    dims = _spread(out_dims, outputs)
    if dims is None:
        raise ValueError(f"vmap({_name(func)}, ..., out_dims={out_dims})(<inputs>): out_dims is not compatible with the structure of `outputs`. "
                         f"out_dims has structure {spec(out_dims)} but outputs has structure {spec(outputs)}.")
    return dims


def _result(func, x, dim, level):
    """A result of func without the level."""
    if not isinstance(x, Tensor):
        if dim is None:
            return x
        raise ValueError(f"vmap({_name(func)}, ...): `{_name(func)}` must only return Tensors, got type {type(x)}. Did you mean to "
                         "set out_dims= to None for output?")
    if dim is None and level in levels_of(x):
        raise ValueError(f"vmap({_name(func)}, ...): `{_name(func)}` can not return a BatchedTensor when out_dim is None")
    return mark(unwatched(removed, x, dim, level), inside(x))
