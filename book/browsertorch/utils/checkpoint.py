"""Checkpointing: do not keep what backward needs, compute it again (torch.utils.checkpoint).

use_reentrant=False: tensors saved inside are replaced by empty places; the first one asked for
in a backward pass runs the function again and fills them all.
use_reentrant=True: the function runs unrecorded; its backward runs it again, recorded.
"""

import warnings
from contextlib import contextmanager, nullcontext

from ..base.missing import missing, no_attribute
from ..base.modes import enable_grad, mode, no_grad
from ..core.backward import running
from ..core.graph import Saved
from ..core.tensor import Tensor
from ..ops.random import get_rng_state, set_rng_state
from ..autograd import Function
from ..autograd.graph import saved_tensors_hooks
from .. import autograd

TIP = """
Tip: To see a more detailed error message, either pass `debug=True` to
`torch.utils.checkpoint.checkpoint(...)` or wrap the code block
with `with torch.utils.checkpoint.set_checkpoint_debug_enabled(True):` to
enable checkpoint\u2011debug mode globally.

If this error occurs under torch.compile with automatic_dynamic_shapes enabled,
it may be because the recomputation selected a different compiled graph than the
forward pass (e.g., a dynamic graph instead of the original static graph).
To fix this, either:
  - Use torch._dynamo.mark_dynamic() to explicitly mark varying dimensions as
    dynamic upfront, avoiding the static-to-dynamic transition.
  - Call torch._C._dynamo.eval_frame._set_lru_cache(False) to disable LRU cache
    reordering, which can change which graph is checked first between forward
    and recompute.
See https://github.com/pytorch/pytorch/issues/166926 for more details and
workaround examples.
"""
NO_CHOICE = ("{}: the use_reentrant parameter should be passed explicitly. {} use_reentrant=False is recommended, but if you need to preserve "
             "the current default behavior, you can pass use_reentrant=True. Refer to docs for more details on the differences between the "
             "two variants.")


class CheckpointError(RuntimeError):
    """The second run did not do what the first did."""


def checkpoint(function, *args, use_reentrant=None, context_fn=None, determinism_check="default", debug=False, early_stop=True, **kwargs):
    """function(*args, **kwargs), whose saved tensors are computed again in backward instead of kept."""
    if use_reentrant is None:
        warnings.warn(NO_CHOICE.format("torch.utils.checkpoint", "Starting in PyTorch 2.9, calling checkpoint without use_reentrant will raise an "
                                       "exception."), stacklevel=2)
        use_reentrant = True
    preserve = kwargs.pop("preserve_rng_state", True)
    if kwargs and use_reentrant:
        raise ValueError("Unexpected keyword arguments: " + ",".join(kwargs))
    if debug:
        raise missing("checkpoint의 debug")
    if use_reentrant:
        if context_fn is not None:
            raise ValueError("Passing `context_fn` or `debug` is only supported when use_reentrant=False.")
        return CheckpointFunction.apply(function, preserve, *args)
    if not mode.grad:
        return function(*args, **kwargs)
    early_stop = early_stop if _early_stop is None else _early_stop
    first, again = (nullcontext(), nullcontext()) if context_fn is None else context_fn()
    run = _Run(function, args, kwargs, preserve, determinism_check != "none", early_stop, again)
    with saved_tensors_hooks(run.pack, run.unpack), first:
        result = function(*args, **kwargs)
    run.done = True
    return result


_early_stop = None
_group = None


class GraphExecGroup:
    """Backward passes inside, over parts of the graph that do not overlap, run each checkpointed function again at most once."""

    def __enter__(self):
        global _group
        if _group is not None:
            raise RuntimeError(f"GraphExecGroup contexts cannot be nested. Already inside group {_group}")
        _group = self
        return self

    def __exit__(self, *exc):
        global _group
        _group = None


@contextmanager
def set_checkpoint_early_stop(enable):
    """Inside, whether the second run of a checkpointed function stops when it has all that backward needs."""
    global _early_stop
    before, _early_stop = _early_stop, enable
    try:
        yield
    finally:
        _early_stop = before


def checkpoint_sequential(functions, segments, input, use_reentrant=None, **kwargs):
    """The functions (or nn.Sequential) one after another, all but the last of `segments` parts checkpointed."""
    if use_reentrant is None:
        warnings.warn(NO_CHOICE.format("torch.utils.checkpoint.checkpoint_sequential", "In version 2.9 we will raise an exception if use_reentrant "
                                       "is not passed."), stacklevel=2)
        use_reentrant = True
    preserve = kwargs.pop("preserve_rng_state", True)
    if kwargs:
        raise ValueError("Unexpected keyword arguments: " + ",".join(kwargs))
    functions = list(functions)

    def part(start, stop):
        def run(x):
            for f in functions[start:stop]:
                x = f(x)
            return x
        return run

    size = len(functions) // segments
    start = 0
    for start in range(0, size * (segments - 1), size):
        input = checkpoint(part(start, start + size), input, use_reentrant=use_reentrant, preserve_rng_state=preserve)
    return part(start + size if segments > 1 else 0, len(functions))(input)


@contextmanager
def _random_state(state):
    """Random numbers as in the first run; afterwards as if nothing had been drawn."""
    before = get_rng_state()
    if state is not None:
        set_rng_state(state)
    try:
        yield
    finally:
        if state is not None:
            set_rng_state(before)


class _Enough(Exception):
    """Stops the second run when every place is filled."""


class _Run:
    """One checkpointed call: how to run it again, and the places of what it saved."""

    def __init__(self, function, args, kwargs, preserve, compare, early_stop, context):
        self.function, self.kwargs = function, kwargs
        self.args = [Saved(a) if isinstance(a, Tensor) else a for a in args]
        self.state = get_rng_state() if preserve else None
        self.compare, self.early_stop, self.context = compare, early_stop, context
        self.done = False    # did the first run end? A backward pass within it must not expect all that it will save
        self.first = []      # what the first run saved: its shape, dtype, device
        self.filled = {}     # the running backward pass -> {place: tensor}

    def pack(self, tensor):
        self.first.append(_metadata(tensor))
        return len(self.first) - 1

    def unpack(self, place):
        now = _group or (running[-1].number if running else None)     # not the pass itself: it holds the nodes, and they hold this
        if now is None:      # somebody looks at it, outside of any backward pass
            return self._again()[place]
        if self.filled.get("pass", self) is not now:
            self.filled = {"pass": now, **dict(enumerate(self._again()))}
        if place not in self.filled:
            raise CheckpointError("torch.utils.checkpoint: Unpack is being triggered for a tensor that was already unpacked once. If you are calling "
                                  "ctx.saved_tensors in backward, make sure to do so only once. Otherwise please open an issue with details on "
                                  "your use case.")
        return self.filled.pop(place)

    def _again(self):
        """Run the function again and return what it saves; CheckpointError if that differs from the first run."""
        saved = []

        def pack(tensor):
            kept = tensor.detach() if tensor.requires_grad else tensor
            if len(saved) == len(self.first):
                if not self.done:
                    return kept
                raise CheckpointError("torch.utils.checkpoint: trying to save more tensors during recomputation than during the original forward "
                                      f"pass.\n{TIP}")
            saved.append(kept)
            if self.early_stop and len(saved) == len(self.first):
                raise _Enough
            return kept

        args = [a.unpack(None) if isinstance(a, Saved) else a for a in self.args]
        with _random_state(self.state), enable_grad(), saved_tensors_hooks(pack, lambda t: t), self.context:
            try:
                self.function(*args, **self.kwargs)
            except _Enough:
                pass
        self._check(saved)
        return saved

    def _check(self, saved):
        if len(saved) != len(self.first):
            raise CheckpointError("torch.utils.checkpoint: A different number of tensors was saved during the original forward and recomputation.\n"
                                  f"Number of tensors saved during forward: {len(self.first)}\n"
                                  f"Number of tensors saved during recomputation: {len(saved)}.\n{TIP}")
        differ = [(i, a, _metadata(t)) for i, (a, t) in enumerate(zip(self.first, saved)) if a != _metadata(t)]
        if differ and self.compare:
            text = "".join(f"tensor at position {i}:\nsaved metadata: {a}\nrecomputed metadata: {b}\n" for i, a, b in differ)
            raise CheckpointError("torch.utils.checkpoint: Recomputed values for the following tensors have different metadata than during the forward "
                                  f"pass.\n{text}.\n{TIP}")


def _metadata(tensor):
    return {"shape": tensor.shape, "dtype": tensor.dtype, "device": tensor.device}


class CheckpointFunction(Function):
    """use_reentrant=True as a custom Function."""

    @staticmethod
    def forward(ctx, function, preserve, *args):
        if not any(isinstance(a, Tensor) and a.requires_grad for a in args):
            warnings.warn("None of the inputs have requires_grad=True. Gradients will be None", stacklevel=2)
        ctx.function, ctx.state = function, get_rng_state() if preserve else None
        ctx.args = [None if isinstance(a, Tensor) else a for a in args]
        ctx.places = [i for i, a in enumerate(args) if isinstance(a, Tensor)]
        ctx.save_for_backward(*[a for a in args if isinstance(a, Tensor)])
        with no_grad():
            return function(*args)

    @staticmethod
    def backward(ctx, *grads):
        if running and running[-1].inputs is not None:
            raise RuntimeError("When use_reentrant=True, torch.utils.checkpoint is incompatible with .grad() or passing an `inputs` parameter to "
                               ".backward(). To resolve this error, you can either set use_reentrant=False, or call .backward() without passing "
                               "the `inputs` argument.")
        args = list(ctx.args)
        for i, t in zip(ctx.places, ctx.saved_tensors):
            args[i] = t.detach().requires_grad_(t.requires_grad)
        with _random_state(ctx.state), enable_grad():
            outputs = ctx.function(*args)
        outputs = outputs if isinstance(outputs, tuple) else (outputs,)
        pairs = [(o, g) for o, g in zip(outputs, grads) if isinstance(o, Tensor) and o.requires_grad]
        if not pairs:
            raise RuntimeError("none of output has requires_grad=True, this checkpoint() is not necessary")
        autograd.backward(*zip(*pairs))
        return (None, None) + tuple(a.grad if isinstance(a, Tensor) else None for a in args)


def __getattr__(name):
    raise no_attribute("utils.checkpoint", name)
