"""vmap: a function of one sample, applied to a batch.

The function runs once for each sample and the results are stacked; torch runs it once on the
whole batch. So that this cannot be seen, what it prints is shown once, with the batch's values in
place of the sample's, and asking a batched tensor for a Python number is refused as torch does.
"""

import contextlib
import functools
import io
import re
import sys

from ..errors import wrap_dim
from ..random import default_generator
from ..tensor import Tensor
from .levels import Level, leaves, rebuild, spec, tensor_str
from . import levels

ITEM = ("vmap: It looks like you're calling .item() on a Tensor. We don't support vmap over calling .item() on a Tensor, please try to "
        "rewrite what you're doing with other operations. If error is occurring somewhere inside PyTorch internals, please file a bug "
        "report.")
CONTROL_FLOW = ("vmap: It looks like you're attempting to use a Tensor in some data-dependent control flow. We don't support that yet, "
                "please file an issue at https://github.com/pytorch/pytorch/issues .")
DATA = "Cannot access data pointer of Tensor that doesn't have storage"
RANDOM = ("vmap: called random operation while in randomness error mode. Please either use the 'same' or 'different' randomness flags on "
          "vmap or perform the randomness operation out of vmap")


class BatchLevel(Level):
    """One running vmap: which sample runs, and what the samples showed and asked for, in order."""

    counter = "vmap"

    def __init__(self, size, randomness):
        self.size, self.randomness = size, randomness
        self.shown, self.asked = [], []    # [tensors of the samples], [(tensor of sample 0, length of the output then)]
        self.outputs = []                  # what each sample printed

    def __enter__(self):
        self.locked = vars(default_generator).copy()
        if self.randomness == "error":
            default_generator.bits32 = default_generator.bits64 = refuse_drawing
        return super().__enter__()

    def __exit__(self, *exc):
        super().__exit__(*exc)
        for name in ("bits32", "bits64"):
            vars(default_generator).pop(name, None)
            if name in self.locked:
                setattr(default_generator, name, self.locked[name])

    def start(self, sample):
        self.sample, self.shows, self.asks = sample, 0, 0
        self.outputs.append(io.StringIO())
        if self.randomness == "same":
            if sample == 0:
                self.state = default_generator.get_state()
            default_generator.set_state(self.state)
        return contextlib.redirect_stdout(self.outputs[-1])

    def follows(self, tensor):
        return True

    def text(self, number, inner, tensor):
        """A place to fill when all samples have run."""
        if self.sample == 0:
            self.shown.append([])
        if self.shows < len(self.shown):
            self.shown[self.shows].append(tensor)
        self.shows += 1
        return f"\0{number}:{self.shows - 1}:0\0"

    def ask(self, tensor, error):
        """A tensor is asked for a number. If it is another object in each sample, it is batched: refuse, as of sample 0."""
        if self.sample == 0:
            self.asked.append((tensor, self.outputs[0].tell()))
        elif self.asks < len(self.asked):
            first, length = self.asked[self.asks]
            if first is not tensor:
                self.outputs[0].truncate(length)
                raise RuntimeError(error)
        self.asks += 1

    def printed(self, number):
        """What sample 0 printed, its places filled with the batch."""
        def fill(match):
            tensors = self.shown[int(match[2])]
            if len(tensors) < 2 or all(t is tensors[0] for t in tensors):
                text = tensor_str(tensors[0], number - 1)
            else:
                from .. import stack
                inner = tensor_str(stack([t.detach() for t in tensors]), number - 1)
                text = f"BatchedTensor(lvl={number}, bdim=0, value=\n{levels.indent(inner)}\n)"
            return text.replace("\n", "\n" + " " * int(match[3]))

        return re.sub(rf"\0({number}):(\d+):(\d+)\0", fill, self.outputs[0].getvalue())


def scalar(tensor, what):
    """Called by Tensor.item ("item"), Tensor.__bool__ ("bool") and Tensor.tolist ("data") while a vmap runs."""
    for level in levels.stack:
        if isinstance(level, BatchLevel):
            level.ask(tensor, {"item": ITEM, "bool": CONTROL_FLOW, "data": DATA}[what])


def refuse_drawing(count):
    raise RuntimeError(RANDOM)


def vmap(func, in_dims=0, out_dims=0, randomness="error", *, chunk_size=None):
    """A function that applies func along dimension `in_dims` of its arguments (None: the same for all) and stacks the results."""
    if randomness not in ("error", "different", "same"):
        raise RuntimeError(f"Only allowed values for randomness are 'error', 'different', or 'same'. Got {randomness}")
    if not (chunk_size is None or chunk_size > 0):
        raise ValueError(f"vmap: chunk_size should be None or greater than 0. (got {chunk_size})")

    @functools.wraps(func)
    def wrapped(*args, **kwargs):
        dims, size = _dims(func, args, in_dims)
        samples = [x.unbind(d) if d is not None else (x,) * size for x, d in zip(leaves(args), dims)]
        results = []
        level = BatchLevel(size, randomness)
        try:
            with level:
                number = len(levels.stack)
                for i in range(size):
                    with level.start(i):
                        results.append(func(*rebuild(args, iter([s[i] for s in samples])), **kwargs))
        except Exception:
            _see_the_rest(level, func, args, samples, kwargs)
            raise
        finally:
            if level.outputs:
                sys.stdout.write(level.printed(number))
        return _stacked(func, results, out_dims)

    return wrapped


def _see_the_rest(level, func, args, samples, kwargs):
    """After an error: run the samples that did not, only for the values that what was printed needs."""
    if level.shown:
        with level:
            for i in range(len(level.outputs), level.size):
                with contextlib.suppress(Exception), level.start(i):
                    func(*rebuild(args, iter([s[i] for s in samples])), **kwargs)


def _name(func):
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


def _stacked(func, results, out_dims):
    """The samples' results as one, the batch at out_dims."""
    from .. import stack
    first = results[0]
    dims = _spread(out_dims, first)
    if dims is None:
        raise ValueError(f"vmap({_name(func)}, ..., out_dims={out_dims})(<inputs>): out_dims is not compatible with the structure of `outputs`. "
                         f"out_dims has structure {spec(out_dims)} but outputs has structure {spec(first)}.")
    columns = []
    for column, dim in zip(zip(*map(leaves, results)), dims):
        if dim is None:
            columns.append(column[0])
            continue
        if not isinstance(column[0], Tensor):
            raise ValueError(f"vmap({_name(func)}, ...): `{_name(func)}` must only return Tensors, got type {type(column[0])}. Did you mean to "
                             "set out_dims= to None for output?")
        columns.append(stack(column, dim))
    return rebuild(first, iter(columns))
