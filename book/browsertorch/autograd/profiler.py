"""torch.autograd.profiler: which operations a program calls, how often, and for how long.

While a profile runs it is `mode.func`, which every operation asks (api/calls.py, func/dispatch.py). An operation is one event: here
none calls others, as torch's own do, so what they call is not in the list. A node of a backward pass is two, as in torch; what it
computes is not shown, but for the backward of a Function of one's own; so is what an optimizer computes.
"""

import functools
import time

from ..base.missing import missing
from ..base.modes import mode
from ..core.graph import AccumulateGrad, Node
from ..core.printing import plain_str
from ..core.tensor import Tensor
from ..core.views import CopySlices
from ..func.batched import running
from ..func.dispatch import call, watch
from ..optim.optimizer import Optimizer
from .function import Function, FunctionNode
from .profiler_names import title
from .profiler_util import EventList, FunctionEvent

_profiles = []      # those that run, the innermost last


class profile:
    """Context manager: record what runs inside. Afterwards `function_events` are the events, and table() is the text of them."""

    levels = batches = marks = ()

    def __init__(self, enabled=True, *, use_cuda=False, use_device=None, record_shapes=False, with_flops=False, profile_memory=False,
                 with_stack=False, with_modules=False, use_kineto=False, use_cpu=True, experimental_config=None, acc_events=False,
                 custom_trace_id_callback=None):
        for name, asked in (("with_flops", with_flops), ("profile_memory", profile_memory), ("with_stack", with_stack)):
            if asked:
                raise missing(f"profile의 {name}")
        self.enabled, self.record_shapes, self.entered, self.function_events = enabled, record_shapes, False, None

    def __enter__(self):
        if not self.enabled:
            return None
        if self.entered:
            raise RuntimeError("Profiler context manager is not reentrant")
        if mode.func and mode.func.levels:
            raise missing("torch.func의 변환 안에서 시작하는 profile")
        self.entered, self._events, self._open, self._began = True, [], [], time.perf_counter_ns()
        self._before, mode.func = mode.func, self
        _profiles.append(self)
        _look_on(True)
        return self

    def __exit__(self, *exc):
        if self.enabled:
            mode.func = self._before
            _profiles.remove(self)
            _look_on(bool(_profiles))
            self.function_events = EventList(self._events)
            self.function_events._populate_cpu_children()

    # -- while it runs

    def begin(self, name, arguments=(), user=False, seq=-1):
        shapes = [list(a.shape) if isinstance(a, Tensor) else [] for a in arguments] if self.record_shapes else None
        event = FunctionEvent(len(self._events) + 1, name, 1, self._now(), None, shapes, user, seq)
        self._events.append(event)
        return event

    def end(self, event):
        event.time_range.end = self._now()

    def _now(self):
        return (time.perf_counter_ns() - self._began) / 1000

    def call(self, f, name, args, kwargs):
        """An operation that was called: an event."""
        shown = title(f, name, args)
        if shown is None:
            return f(*args, **kwargs)
        event = self.begin(shown, (*args, *kwargs.values()))
        mode.func = None
        try:
            return f(*args, **kwargs)
        finally:
            mode.func = self
            self.end(event)

    def made_here(self, tensor):
        return tensor

    def tensor_str(self, tensor):
        return plain_str(tensor)

    def any_batched(self, *tensors):
        return False

    # -- afterwards

    def _finished(self):
        return EventList() if self.function_events is None else self.function_events

    def __str__(self):
        return "<unfinished torch.autograd.profile>" if self.function_events is None else str(self.function_events)

    __repr__ = __str__

    def table(self, *args, **kwargs):
        return self._finished().table(*args, **kwargs)

    def key_averages(self, *args, **kwargs):
        return self._finished().key_averages(*args, **kwargs)

    def total_average(self):
        return self._finished().total_average()

    def export_chrome_trace(self, path):
        self._finished().export_chrome_trace(path)

    self_cpu_time_total = property(lambda self: self._finished().self_cpu_time_total)


class record_function:
    """Context manager and decorator: what runs inside is one event of that name in the profile around it."""

    def __init__(self, name, args=None):
        self.name, self.args, self._begun = name, args, []

    def __enter__(self):
        if _profiles:
            self._begun.append((_profiles[-1], _profiles[-1].begin(self.name, user=True)))
        return self

    def __exit__(self, *exc):
        if self._begun:
            of, event = self._begun.pop()
            of.end(event)

    def __call__(self, f):
        @functools.wraps(f)
        def named(*args, **kwargs):
            with record_function(self.name, self.args):
                return f(*args, **kwargs)
        return named


class emit_nvtx:
    """Tell the events to a tool for GPUs, which is not here."""

    def __init__(self, enabled=True, record_shapes=False):
        if enabled:
            raise missing(f"torch.autograd.profiler.{type(self).__name__}")


class emit_itt(emit_nvtx):
    """Tell them to a tool for CPUs, which is not here."""


def kineto_available():
    """Torch's own recorder is not here."""
    return False


def _profiler_enabled():
    """Does a profile run?"""
    return bool(_profiles)


# -- looking on: nodes, Functions, and operations inside a transform

def _call_inside(f, name, args, kwargs):
    shown = None if running.depth else title(f, name, args)
    if shown is None:
        return call(f, name, args, kwargs)
    now = _profiles[-1]
    event = now.begin(shown, (*args, *kwargs.values()))
    try:
        return call(f, name, args, kwargs)
    finally:
        now.end(event)


def _apply_of_node(plain):
    def apply(self, grads, keep=True):
        if not _profiles or mode.func is None:      # kept from a profile that ended; inside a node that runs another's
            return plain(self, grads, keep)
        now, name, seq = _profiles[-1], self.name(), -1 if self.seq is None else self.seq
        outer = now.begin(f"autograd::engine::evaluate_function: {name}", seq=seq)
        inner, before = now.begin(name, grads, seq=seq), mode.func
        if not (before.levels or isinstance(self, FunctionNode)):      # there a reader's operations run
            mode.func = None
        try:
            return plain(self, grads, keep)
        finally:
            mode.func = before
            now.end(inner)
            now.end(outer)
    return apply


def _apply_of_function(plain):
    def apply(cls, *args, **kwargs):
        if not _profiles:                           # kept from a profile that ended
            return plain.__func__(cls, *args, **kwargs)
        now = _profiles[-1]
        event = now.begin(cls.__name__, args)
        try:
            return plain.__func__(cls, *args, **kwargs)
        finally:
            now.end(event)
    return classmethod(apply)


def _of_optimizer(plain):
    def method(self, *args, **kwargs):
        what = plain.__name__
        with record_function(f"Optimizer.{what}#{type(self).__name__}.{what}"):
            return plain(self, *args, **kwargs)
    return method


_plain = {(cls, name): cls.__dict__[name] for cls, name in (
    (Node, "apply"), (AccumulateGrad, "apply"), (CopySlices, "apply"), (FunctionNode, "apply"), (Function, "apply"),
    (Optimizer, "step"), (Optimizer, "zero_grad"))}
_LOOKING = {Function: _apply_of_function, Optimizer: _of_optimizer}
_looking = {(cls, name): _LOOKING.get(cls, _apply_of_node)(f) for (cls, name), f in _plain.items()}


def _look_on(on):
    watch(on or bool(running.levels))
    running.call = _call_inside if on else call
    for (cls, name), f in (_looking if on else _plain).items():
        setattr(cls, name, f)
