"""One call of the learner's function, observed: which names it left, which backward passes it ran, what it raised."""

import contextlib
import functools
import sys

import torch

from .source import Source
from .values import holds_ellipsis, plain

WEIGHTS = ("gradient", "grad_tensors", "grad_outputs")  # backward(), autograd.backward(), autograd.grad()


class Pass:
    """A call of backward() or autograd.grad(): where it started, what was given for the gradient there, and whether recording was on then."""

    def __init__(self, root, weights=None):
        self.weights = weights if isinstance(weights, torch.Tensor) else None
        self.root = root if isinstance(root, torch.Tensor) else None
        self.recording = torch.is_grad_enabled()
        self.value = None if self.root is None else self.root.detach().clone()

    def reached(self):
        """The leaves that this pass sent gradients to."""
        return leaves_of(self.root) if self.root is not None else []


def leaves_of(tensor):
    """The leaves with requires_grad=True that the tensor was calculated from."""
    found, seen, waiting = [], set(), [tensor.grad_fn]
    if tensor.is_leaf:
        return [tensor]
    while waiting:
        node = waiting.pop()
        if node is None or node in seen:
            continue
        seen.add(node)
        variable = getattr(node, "variable", None)
        if isinstance(variable, torch.Tensor):
            found.append(variable)
        waiting += [following for following, _ in node.next_functions]
    return found


class Run:
    """inputs, wanted: of the case; got: what came back; value: got as numbers and lists; error: what was raised; names: the function's variables at its end;
    passes: its backward passes; pass_error: what the last one of them to fail raised; left_off: whether it left recording switched off; source: its code; answer: the function itself."""

    def __init__(self, answer, inputs, wanted, call=None):
        self.answer, self.inputs, self.wanted = answer, inputs, wanted
        self.got = self.error = self.pass_error = None
        self.names, self.passes = {}, []
        self.source = Source(answer)
        given = [fresh(value) for value in inputs]
        self.given = given
        with observed(self):
            try:
                self.got = call(answer, *given) if call else answer(*given)
            except Exception as error:
                self.error = error
        self.value = None if holds_ellipsis(self.got) else plain(self.got)  # now: a later call may change the tensor

    @property
    def tensors(self):
        return {name: value for name, value in self.names.items() if isinstance(value, torch.Tensor)}

    @property
    def leaves(self):
        """The function's tensors with requires_grad=True that were not calculated: their .grad is filled."""
        return {name: value for name, value in self.tensors.items() if value.requires_grad and value.is_leaf}

    def reached(self, tensor):
        return any(any(leaf is tensor for leaf in each.reached()) for each in self.passes)


def codes(answer):
    """The code objects of a function, or of a class's methods."""
    parts = vars(answer).values() if isinstance(answer, type) else [answer]
    return [part.__code__ for part in (getattr(part, "__func__", part) for part in parts) if hasattr(part, "__code__")]


def fresh(value):
    """The case's input for one run: what a function does to a tensor must not reach the next run."""
    if isinstance(value, torch.Tensor):
        return value.detach().clone().requires_grad_(value.requires_grad)
    return list(value) if isinstance(value, list) else value


@contextlib.contextmanager
def observed(run):
    """Note in `run` what happens inside; all is as before afterwards."""
    watched = set(map(id, codes(run.answer)))
    depth = 0

    def noted(function):
        @functools.wraps(function)
        def replacement(*args, **kwargs):
            nonlocal depth
            if not depth:  # Tensor.backward calls autograd.backward
                root = args[0] if args else kwargs.get("tensors", kwargs.get("outputs"))
                place = 2 if function.__name__ == "grad" else 1
                weights = args[place] if len(args) > place else next((kwargs[name] for name in WEIGHTS if name in kwargs), None)
                run.passes.append(Pass(root[0] if isinstance(root, (list, tuple)) and root else root, weights))
            depth += 1
            try:
                return function(*args, **kwargs)
            except Exception as error:
                run.pass_error = error
                raise
            finally:
                depth -= 1
        return replacement

    def remember(frame, event, _):
        if event == "return" and id(frame.f_code) in watched:
            with contextlib.suppress(RecursionError):  # where the learner's function calls itself without end
                run.names = dict(frame.f_locals)

    places = [(torch.Tensor, "backward"), (torch.autograd, "backward"), (torch.autograd, "grad")]
    before = [getattr(owner, name) for owner, name in places]
    profile, recording = sys.getprofile(), torch.is_grad_enabled()
    try:
        for (owner, name), function in zip(places, before):
            setattr(owner, name, noted(function))
        sys.setprofile(remember)
        yield
    finally:
        sys.setprofile(profile)
        run.left_off = recording and not torch.is_grad_enabled()
        torch.set_grad_enabled(recording)
        for (owner, name), function in zip(places, before):
            setattr(owner, name, function)
