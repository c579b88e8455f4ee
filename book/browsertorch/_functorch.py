"""What `import functorch` shows: the names that moved to torch.func, with torch's warning, and modules as functions."""

import copy
import functools
import warnings

from .base.missing import missing
from .ops import public
from .nn.module import Module
from .func import gradients, jacobians, vectorize
from .func.modules import swapped

__version__ = "2.13.0+cpu"
stack = public("stack")


def _moved(name, to, function):
    """functorch.<name>: the function, and the advice to call it by its new name."""
    @functools.wraps(function)
    def old(*args, **kwargs):
        warnings.warn("We've integrated functorch into PyTorch. As the final step of the integration, "
                      f"`functorch.{name}` is deprecated as of PyTorch 2.0 and will be deleted in a future version of PyTorch >= 2.3. "
                      f"Please use `{to}` instead; see the PyTorch 2.0 release notes and/or the `torch.func` migration guide for more "
                      "details https://pytorch.org/docs/main/func.migrating.html", FutureWarning, stacklevel=2)
        return function(*args, **kwargs)
    return old


class FunctionalModuleWithBuffers(Module):
    """A copy of a module, called with its parameters and buffers."""

    def __init__(self, stateless_model, param_names, buffer_names, param_names_map, buffer_names_map):
        super().__init__()
        self.stateless_model = stateless_model
        self.param_names, self.buffer_names = param_names, buffer_names
        self.all_names_map = {**param_names_map, **buffer_names_map}

    def forward(self, params, buffers, *args, **kwargs):
        return _call(self.stateless_model, self.all_names_map, (*params, *buffers), args, kwargs)


class FunctionalModule(Module):
    """A copy of a module, called with its parameters."""

    def __init__(self, stateless_model, param_names, names_map):
        super().__init__()
        self.stateless_model, self.param_names, self.names_map = stateless_model, param_names, names_map

    def forward(self, params, *args, **kwargs):
        return _call(self.stateless_model, self.names_map, params, args, kwargs)


def _call(model, names_map, tensors, args, kwargs):
    given = {name: t for names, t in zip(names_map.values(), tensors) for name in names}
    with swapped(model, given):
        return model(*args, **kwargs)


def _taken(named):
    """(the tensors, their names, {name: all its names}) of named_parameters or named_buffers; a tied tensor has several names."""
    names = {}
    for name, t in named(remove_duplicate=False):
        names.setdefault(id(t), []).append(name)
    members = list(named())
    return tuple(t for _, t in members), tuple(name for name, _ in members), {name: names[id(t)] for name, t in members}


def _split(model, disable_autograd_tracking):
    model = copy.deepcopy(model)
    params, buffers = _taken(model.named_parameters), _taken(model.named_buffers)
    if disable_autograd_tracking:
        for p in params[0]:
            p.requires_grad_(False)
    return model, params, buffers


def _make_functional(model, disable_autograd_tracking=False):
    """(func, params): func(params, *args) is the model with these parameters."""
    if len(list(model.buffers())) > 0:
        raise RuntimeError("make_functional(model): `model` has buffers. Please use make_functional_with_buffers(model) instead.")
    model, (params, names, names_map), _ = _split(model, disable_autograd_tracking)
    return FunctionalModule(model, names, names_map), params


def _make_functional_with_buffers(model, disable_autograd_tracking=False):
    """(func, params, buffers): func(params, buffers, *args) is the model with these."""
    model, (params, names, names_map), (buffers, buffer_names, buffers_map) = _split(model, disable_autograd_tracking)
    return FunctionalModuleWithBuffers(model, names, buffer_names, names_map, buffers_map), params, buffers


def _combine_state_for_ensemble(models):
    """(func, params, buffers) of several models of one class, everything stacked: vmap(func) runs them all."""
    if len(models) == 0:
        raise RuntimeError("combine_state_for_ensemble: Expected at least one model, got 0.")
    if not (all(m.training for m in models) or all(not m.training for m in models)):
        raise RuntimeError("combine_state_for_ensemble: Expected all models to have the same training/eval mode.")
    if not all(type(m) is type(models[0]) for m in models):
        raise RuntimeError("combine_state_for_ensemble: Expected all models to be of the same class.")
    functions, params, buffers = zip(*map(_make_functional_with_buffers, models))
    return (functions[0], *(tuple(stack(shards).detach() for shards in zip(*several)) for several in (params, buffers)))


vmap = _moved("vmap", "torch.vmap", vectorize.vmap)
make_functional = _moved("make_functional", "torch.func.functional_call", _make_functional)
make_functional_with_buffers = _moved("make_functional_with_buffers", "torch.func.functional_call", _make_functional_with_buffers)
combine_state_for_ensemble = _moved("combine_state_for_ensemble", "torch.func.stack_module_state", _combine_state_for_ensemble)
for _home, _names in ((gradients, ("grad", "grad_and_value", "vjp", "jvp")), (jacobians, ("jacrev", "jacfwd", "hessian"))):
    for _name in _names:
        globals()[_name] = _moved(_name, f"torch.func.{_name}", getattr(_home, _name))


def __getattr__(name):
    if name in ("functionalize", "make_fx", "experimental", "compile", "dim", "einops"):
        raise missing(f"functorch.{name}")
    raise AttributeError(f"module 'functorch' has no attribute '{name}'")
