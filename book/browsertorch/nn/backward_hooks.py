"""Hooks on a module's backward: what register_full_backward_hook and its older kin put around a call."""

import warnings

from ..base.modes import no_grad
from ..core.graph import differentiable
from ..core.tensor import Tensor


class BackwardHooks:
    """One call's backward hooks: identity nodes around the module's inputs and outputs see both gradients."""

    def __init__(self, module):
        self.module, self.grad_output, self.node, self.places = module, None, None, ()

    def on_inputs(self, args):
        args, self.places, self.node = _identity(args)
        self.count = len(args)
        if self.node:
            self.node.register_hook(self._after)
        return args

    def on_outputs(self, output):
        single = not isinstance(output, tuple)
        if single and not isinstance(output, Tensor):
            warnings.warn("For backward hooks to be called, module output should be a Tensor or a tuple of Tensors but received "
                          f"{type(output)}", stacklevel=4)
        outputs, self.out_places, node = _identity((output,) if single else output)
        if node:
            node.register_hook(self._before)     # after this node's own prehooks, as in torch
        return outputs[0] if single else outputs

    def _before(self, _, grads):
        self.grad_output = grads
        for hook in list(self.module._backward_pre_hooks.values()):
            changed = hook(self.module, self.grad_output)
            if changed is not None:
                self.grad_output = _as_many(changed, self.grad_output, "Backward pre hook", "grad_output")
        if not self.node:   # no input asks for a gradient: this is the last moment
            warnings.warn("Full backward hook is firing when gradients are computed with respect to module outputs since no inputs "
                          "require gradients. See https://docs.pytorch.org/docs/main/generated/torch.nn.Module.html"
                          "#torch.nn.Module.register_full_backward_hook for more details.", stacklevel=5)
            self._call((None,) * self.count)
        return self.grad_output

    def _after(self, grad_input, _):
        if self.grad_output is None:     # what arrived did not come through the module's outputs
            return None
        full = [None] * self.count
        for place, grad in zip(self.places, grad_input):
            full[place] = grad
        changed = self._call(tuple(full))
        self.grad_output = None
        return tuple(changed[place] for place in self.places)

    _before.__name__ = _after.__name__ = "hook"      # as messages about what they return call them

    def _call(self, grad_input):
        for hook in list(self.module._backward_hooks.values()):
            changed = hook(self.module, grad_input, self.grad_output)
            if changed is not None:
                grad_input = _as_many(changed, grad_input, "Backward hook", "grad_input")
        return grad_input


def _as_many(changed, grads, hook, name):
    if len(changed) != len(grads):
        raise RuntimeError(f"{hook} returned an invalid number of {name}, got {len(changed)}, but expected {len(grads)}")
    return tuple(changed)


def _as_view(value, out, count):
    """`out` as what it is in torch, an input that a Function returns as it is: a view, not to be changed in place."""
    if not (out._rg and value._rg):
        return value.detach()
    with no_grad():
        view = value.view_as(value)
    view._kind, view._seen = "multi" if count > 1 else "custom", view._counter[0]
    view._node, view._nr, view._rg = out._node, out._nr, True
    return view


def _identity(values):
    """The tensors among `values` through one node; returns (values, their places, the node or None)."""
    places = [i for i, v in enumerate(values) if isinstance(v, Tensor)]
    inputs = [(values[place], lambda g, i=i: g if type(g) is not list else g[i]) for i, place in enumerate(places)]
    arrays = tuple(values[place]._a for place in places)
    outs = differentiable("BackwardHookFunctionBackward", arrays, *inputs) if arrays else ()
    values = list(values)
    for place, out in zip(places, outs):
        values[place] = _as_view(values[place], out, len(outs))
    return tuple(values), places, outs[0].grad_fn if outs else None
