"""What is switched on right now: recording, inference, anomaly detection, default dtype."""

import functools
import warnings


class _Mode:
    """One object for all switches, so that reading one costs a single attribute lookup."""

    __slots__ = (
        "grad", "asked", "inference", "anomaly", "check_nan", "saved_hooks", "late", "forward", "levels", "dual", "func", "watch",
    )

    def __init__(self):
        self.grad = True         # are operations recorded?
        self.asked = True        # within inference mode, where nothing is recorded: was it asked for?
        self.inference = False   # are new tensors inference tensors?
        self.anomaly = None      # autograd.anomaly while every node keeps the traceback of its forward call
        self.check_nan = True
        self.saved_hooks = []    # stack of (pack, unpack) of saved_tensors_hooks
        self.late = None         # inside an in-place operation under such hooks: saved results, which the hooks get when they are written
        self.forward = True      # do operations carry tangents along?
        self.levels = None       # autograd.forward_ad while a forward-mode level is open
        self.dual = None         # `levels`, while tangents are carried
        self.watch = None        # is called before a memory changes in place: allow_mutation_on_saved_tensors
        self.func = None         # func.batched.running inside torch.func.grad, vjp, jvp, vmap, ...


mode = _Mode()


class Switch:
    """Context manager and decorator that sets attributes of `mode` and puts them back."""

    def __enter__(self):
        self._before = (mode.grad, mode.asked, mode.inference, mode.forward)
        self._set()

    def __exit__(self, *exc):
        mode.grad, mode.asked, mode.inference, forward = self._before
        if forward is not mode.forward:
            carry(forward)

    def __call__(self, function):
        if isinstance(function, type):
            warnings.warn("Decorating classes is deprecated and will be disabled in future versions. You should only decorate functions or "
                          "methods. To preserve the current behavior of class decoration, you can directly decorate the `__init__` "
                          "method and nothing else.", FutureWarning, stacklevel=2)
            function = _making(function)
        if _is_generator(function):
            return self._generator(function)

        @functools.wraps(function)
        def switched(*args, **kwargs):
            with self._clone():
                return function(*args, **kwargs)

        return switched

    def _generator(self, function):
        """A generator runs switched between its yields only."""
        @functools.wraps(function)
        def switched(*args, **kwargs):
            steps = function(*args, **kwargs)
            resume, given = steps.send, (None,)
            while True:
                try:
                    with self._clone():
                        value = resume(*given)
                except StopIteration as stop:
                    return stop.value
                try:
                    resume, given = steps.send, ((yield value),)
                except GeneratorExit:
                    with self._clone():
                        steps.close()
                    raise
                except BaseException as error:
                    resume, given = steps.throw, (error,)

        return switched

    def _clone(self):
        return type(self)()


def _making(cls):
    """What a decorated class becomes: a function that makes its objects."""
    make = lambda *args, **kwargs: cls(*args, **kwargs)
    make.__qualname__ = "_DecoratorContextManager.__call__.<locals>.<lambda>"
    return make


def _record(on):
    mode.grad, mode.asked = on and not mode.inference, on


def carry(on):
    mode.forward, mode.dual = on, mode.levels if on else None


def _is_generator(function):
    code = getattr(function, "__code__", None)
    return code is not None and bool(code.co_flags & 0x20)     # inspect.CO_GENERATOR, without importing inspect


class _Plain(Switch):
    """A switch without arguments: `@no_grad` works as well as `@no_grad()`."""

    def __new__(cls, function=None):
        self = object.__new__(cls)
        return self if function is None else Switch.__call__(self, function)


class no_grad(_Plain):
    """Operations inside are not recorded; their results do not require gradients."""

    def _set(self):
        _record(False)


class enable_grad(_Plain):
    """Operations inside are recorded, even within no_grad."""

    def _set(self):
        _record(True)


class set_grad_enabled(Switch):
    """Switch recording on or off, at once; as a context it is put back at the end."""

    def __init__(self, mode: bool):
        if not isinstance(mode, bool):
            raise TypeError(f"set_grad_enabled(): argument 'enabled' (position 1) must be bool, not {type(mode).__name__}")
        self.mode, self.prev = mode, is_grad_enabled()
        self._set()

    def __enter__(self):
        self._set()

    def __exit__(self, *exc):
        _record(self.prev)

    def __call__(self, function):
        _record(self.prev)     # a decorator switches only while the function runs
        return super().__call__(function)

    def _set(self):
        _record(self.mode)

    def _clone(self):
        return type(self)(self.mode)

    def __repr__(self):
        return f"torch.autograd.grad_mode.set_grad_enabled(mode={self.mode})"


class inference_mode(Switch):
    """Like no_grad, and the tensors made inside can never take part in a graph."""

    def __new__(cls, mode=True):
        self = super().__new__(cls)
        if isinstance(mode, bool):
            return self
        self.mode = True
        return Switch.__call__(self, mode)

    def __init__(self, mode=True):
        self.mode = mode

    def _set(self):
        mode.inference = self.mode
        mode.grad = mode.asked = not self.mode
        carry(not self.mode)      # torch stops forward mode here, and not in no_grad

    def _clone(self):
        return type(self)(self.mode)


class forward_mode(Switch):
    """Operations carry tangents along, even within inference_mode: torch.func.jvp."""

    def _set(self):
        carry(True)


for _class in (no_grad, enable_grad, set_grad_enabled, inference_mode):
    _class.__module__ = "torch.autograd.grad_mode"


def is_grad_enabled():
    """True while operations are recorded (or would be, outside of inference mode)."""
    return mode.asked if mode.inference else mode.grad


def is_inference_mode_enabled():
    """True inside inference_mode."""
    return mode.inference


_warn_always = False
_warned = set()


def warn_once(text, stacklevel=3):
    """A warning torch shows once per process."""
    if _warn_always or text not in _warned:
        if not _warn_always:
            _warned.add(text)
        warnings.warn(text, stacklevel=stacklevel)


def set_warn_always(b):
    """With True, warnings that come once per process come every time."""
    global _warn_always
    _warn_always = bool(b)


def is_warn_always_enabled():
    """What set_warn_always was given."""
    return _warn_always
