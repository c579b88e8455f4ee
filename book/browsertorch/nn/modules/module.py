"""torch.nn.modules.module: hooks that every module calls.

With the first of them the class takes over its objects' dictionaries of hooks: each is then seen together with the hooks of all.
"""

from collections import OrderedDict

from ...base.missing import MissingAttribute, missing
from ...core.hooks import RemovableHandle
from ..module import Module

EVERYWHERE = {"_forward_pre_hooks": OrderedDict(), "_forward_hooks": OrderedDict(), "_backward_pre_hooks": OrderedDict(),
              "_backward_hooks": OrderedDict()}


class Together:
    """A module's own hooks (which `own` keeps) behind those of all."""

    def __init__(self, everywhere, own):
        self.everywhere, self.own = everywhere, own

    def items(self):
        return [*self.everywhere.items(), *self.own.items()]

    def values(self):
        return [*self.everywhere.values(), *self.own.values()]

    def __len__(self):
        return len(self.everywhere) + len(self.own)

    def __setitem__(self, number, hook):
        self.own[number] = hook

    def pop(self, number, default=None):
        return self.own.pop(number, default)

    def move_to_end(self, number, last=True):
        self.own.move_to_end(number, last)


def _seen_together(name):
    return property(lambda self: Together(EVERYWHERE[name], self.__dict__[name]))


def _full(self):
    """Which kind a module's backward hooks are; hooks of all are full ones."""
    own = self.__dict__.get("_is_full_backward_hook")
    return True if own is None and EVERYWHERE["_backward_hooks"] else own


def _set_full(self, full):
    self.__dict__["_is_full_backward_hook"] = full


def _register(name, hook):
    if name not in vars(Module):
        for each in EVERYWHERE:
            setattr(Module, each, _seen_together(each))
        Module._is_full_backward_hook = property(_full, _set_full)
    return RemovableHandle(EVERYWHERE[name], hook)


def _refuse(**options):
    for option, value in options.items():
        if value:
            raise missing(f"모든 모듈의 훅에서 {option}=True")


def register_module_forward_pre_hook(hook):
    """hook(module, args) before every module's forward; what it returns replaces args."""
    return _register("_forward_pre_hooks", hook)


def register_module_forward_hook(hook, *, with_kwargs=False, always_call=False):
    """hook(module, args, output) after every module's forward; what it returns replaces the output."""
    _refuse(with_kwargs=with_kwargs, always_call=always_call)
    return _register("_forward_hooks", hook)


def register_module_full_backward_pre_hook(hook):
    """hook(module, grad_output) before every module's backward; what it returns replaces grad_output."""
    return _register("_backward_pre_hooks", hook)


def register_module_full_backward_hook(hook):
    """hook(module, grad_input, grad_output) after every module's backward; what it returns replaces grad_input."""
    return _register("_backward_hooks", hook)


def __getattr__(name):
    if name.startswith("register_module_"):
        raise missing("torch.nn.modules.module." + name, MissingAttribute)
    raise AttributeError(f"module 'torch.nn.modules.module' has no attribute '{name}'")
