"""Operations inside the transforms of torch.func: every one comes through `call`.

torch.<name>, most methods of Tensor and the functions of torch.nn.functional and torch.linalg ask `mode.func` whether a
transform runs (calls.py); operators and other bare methods are replaced while one runs (`watch`). An operation with a
batched tensor among its arguments is carried out by its rule, on the physical tensors (the rules_*.py files). Where there
is no rule the operation runs once for each sample and the results are stacked. Results are marked with the transforms
inside which they were computed (`mark`), because that is how they print.
"""

from ..base.modes import mode, warn_once
from ..core import registry
from ..core.tensor import Tensor
from ..ops.join import stack
from .batched import NO_STORAGE, BatchedTensor, all_levels, batched, inside, physical, running, sample, union
from .captured import COMPARISONS, IN_PLACE, check_captured

rules = {}        # name of the operation -> rule(call)
random = {}       # the same for random numbers, which are watched without batched tensors too


class Call:
    """One call of an operation: f(*args, **kwargs), with `get` and `put` for an argument by its name."""

    def __init__(self, f, name, args, kwargs):
        self.f, self.name, self.args, self.kwargs = f, name, list(args), kwargs
        self.x = self.args[0] if args else kwargs.get("input")

    def _names(self):
        f = self.f
        while hasattr(f, "__wrapped__"):
            f = f.__wrapped__
        return f, f.__code__.co_varnames[:f.__code__.co_argcount]

    def get(self, name):
        """The argument called `name`, or its default."""
        if name in self.kwargs:
            return self.kwargs[name]
        f, names = self._names()
        at = names.index(name) if name in names else len(self.args)
        if at < len(self.args):
            return self.args[at]
        if name in names:
            return f.__defaults__[at - len(names)]
        return (f.__kwdefaults__ or {}).get(name)

    def put(self, name, value):
        names = self._names()[1]
        at = names.index(name) if name in names else len(self.args)
        if at < len(self.args):
            self.args[at] = value
        else:
            self.kwargs[name] = value

    def tensors(self):
        """All tensors among the arguments, also in lists and tuples."""
        return [t for t in _flat([*self.args, *self.kwargs.values()]) if isinstance(t, Tensor)]

    def run(self, change=None, levels=(), visible=frozenset()):
        """f on physical tensors, which `change` makes of the tensors; the results are batched at `levels`."""
        args, kwargs = self.args, self.kwargs
        if change is not None:
            args, kwargs = _mapped(change, args), {name: _mapped(change, value) for name, value in kwargs.items()}
        return rebatched(unwatched(self.f, *args, **kwargs), levels, visible)


def _flat(values):
    for v in values:
        if type(v) in (list, tuple):
            yield from _flat(v)
        else:
            yield v


def _mapped(change, value):
    if isinstance(value, Tensor):
        return change(value)
    if isinstance(value, (list, tuple)) and any(isinstance(v, Tensor) for v in _flat(value)):
        return [_mapped(change, v) for v in value] if isinstance(value, list) else rebuilt(value, [_mapped(change, v) for v in value])
    return value


def rebuilt(value, items):
    """A tuple like `value`, named if it is."""
    return tuple(items) if type(value) is tuple else type(value)(items)


def rebatched(out, levels, visible):
    if isinstance(out, Tensor):
        return batched(out, levels, visible)
    if isinstance(out, (tuple, list)):
        items = [rebatched(o, levels, visible) for o in out]
        return items if isinstance(out, list) else rebuilt(out, items)
    return out


def unwatched(f, *args, **kwargs):
    """f(*args, **kwargs) as if no vmap were running: on physical tensors."""
    before, mode.func = mode.func, None
    try:
        return f(*args, **kwargs)
    finally:
        mode.func = before


def decorator(table):
    """A decorator that takes names of operations, and writes the rule that carries them out into `table` under each."""
    def of(*names):
        def register(f):
            table.update(dict.fromkeys(names, f))
            return f
        return register
    return of


rule = decorator(rules)


def _any_batched(values):
    for v in values:
        kind = type(v)
        if kind is BatchedTensor or (kind is tuple or kind is list) and _any_batched(v):
            return True
    return False


def call(f, name, args, kwargs):
    """The operation `name`, inside a transform: f(*args, **kwargs)."""
    if not running.depth and name in IN_PLACE and running.marks:
        check_captured(name, args)
    running.depth += 1
    try:
        out = _carried_out(f, name, args, kwargs)
    finally:
        running.depth -= 1
    if running.marks and not (args and out is args[0]):
        mark(out, running.marks)
    return out


def _carried_out(f, name, args, kwargs):
    if running.batches and (name in random or _any_batched(args) or kwargs and _any_batched(kwargs.values())):
        carry_out = random.get(name) or rules.get(name, per_sample)
        return carry_out(Call(f, name, args, dict(kwargs)))
    return f(*args, **kwargs)


def made_here(tensor):
    """A tensor that was made without an operation, as marked as their results."""
    return mark(tensor, running.marks)


def mark(out, levels):
    """Note on a result inside which grad, vjp and jvp it was computed."""
    if isinstance(out, Tensor):
        out._inside = levels
    elif isinstance(out, (tuple, list)):
        for o in out:
            mark(o, levels)
    return out


def per_sample(c):
    """The operation once for each sample, the results stacked: torch's own way where it has no rule."""
    tensors = c.tensors()
    levels, visible = union(tensors)
    if visible:
        warn_if_slow(c)
    return _each(c, levels, visible)


def _each(c, levels, visible):
    if not levels:
        return unwatched(c.f, *c.args, **c.kwargs)
    level = levels[0]
    results = []
    for i in range(level.size):
        one = Call(c.f, c.name, _mapped(lambda t: sample(t, level, i), c.args),
                   {name: _mapped(lambda t: sample(t, level, i), value) for name, value in c.kwargs.items()})
        results.append(_each(one, levels[1:], visible))
    return stacked(results, level, visible)


def stacked(results, level, visible):
    """The results for each sample of the outermost level that is left, as one."""
    first = results[0]
    if isinstance(first, (tuple, list)):
        items = [stacked([r[k] for r in results], level, visible) for k in range(len(first))]
        return items if isinstance(first, list) else rebuilt(first, items)
    if not isinstance(first, Tensor):
        return first
    levels = tuple(sorted({level, *all_levels(first)}, key=lambda other: other.number))
    at = levels.index(level)
    joined = unwatched(stack, [physical(r) for r in results], at)
    return batched(unwatched(joined.view, *joined._a.shape), levels, visible & {*levels})


# operations for which torch itself has no rule, and torch's further name for them; "?" is Scalar or Tensor
NO_RULE = {**dict.fromkeys("""diagflat take isclose histc bincount kl_div argwhere masked_scatter addcdiv_ addcmul_ addmm_ addmv_ addr_ clamp_ clip_
cumprod_ cumsum_ fix_ index_copy_ masked_scatter_ negative_ square_ tril_ triu_ detach_""".split(), ""),
           **dict.fromkeys([*COMPARISONS, "fmod_", "remainder_", "lerp_"], ".?"),
           **dict.fromkeys("floor_divide_ subtract_".split(), ".Tensor"),
           "quantile": ".scalar", "isin": ".Tensor_Tensor", "scatter_": ".src"}


def warn_if_slow(c):
    """torch's warning for what it can only do sample by sample."""
    if c.name in NO_RULE:
        last = "Tensor" if isinstance(c.args[-1], Tensor) else "Scalar"
        warn_once(f"There is a performance drop because we have not yet implemented the batching rule for aten::{c.name}"
                  f"{NO_RULE[c.name].replace('?', last)}. Please file us an issue on GitHub so that we can prioritize its implementation. "
                  "(Triggered internally at /__w/pytorch/pytorch/aten/src/ATen/functorch/BatchedFallback.cpp:82.)")


# -- watching: the methods of Tensor

_plain = {}       # the methods as they are outside, and as they are while a vmap runs
_watching = {}


def watch(on):
    """Replace the methods of Tensor by ones that come through `call`, or put them back."""
    if not _plain:
        bare = [name for name, f in registry.methods.items() if f is Tensor.__dict__[name]]      # the others ask by themselves
        for name in (*bare, "numpy", "requires_grad_"):
            f = _plain[name] = Tensor.__dict__[name]
            _watching[name] = property(_watched(f.fget, name)) if isinstance(f, property) else _watched(f, name)
        _watching["numpy"], _watching["requires_grad_"] = _numpy, _requires_grad_
    for name, f in (_watching if on else _plain).items():
        setattr(Tensor, name, f)


def _numpy(self, *, force=False):
    """Tensor.numpy: what a transform has made has no memory of its own in torch."""
    array = _plain["numpy"](self, force=force)
    if mode.func and any(level in running.levels for level in inside(self)):
        raise RuntimeError(NO_STORAGE)
    return array


def _requires_grad_(self, requires_grad=True):
    """Tensor.requires_grad_: refused inside a transform."""
    if not (mode.func and mode.func.levels):
        return _plain["requires_grad_"](self, requires_grad)
    raise RuntimeError("You are attempting to call Tensor.requires_grad_() (or perhaps using torch.autograd.functional.* APIs) inside of a "
                       "function being transformed by a functorch transform. This is unsupported, please attempt to use the functorch "
                       "transforms (e.g. grad, vjp, jacrev, jacfwd, hessian) or call requires_grad_() outside of a function being transformed "
                       "instead.")


def _watched(f, name):
    def method(*args, **kwargs):
        if mode.func:
            return mode.func.call(f, name, args, kwargs)
        return f(*args, **kwargs)
    return method
