"""Module: what layers and networks have in common.

A Module keeps three dictionaries: its parameters, its buffers (tensors that are kept but not trained)
and its child modules. Assigning an attribute sorts it into the right one, so that `parameters()`,
`state_dict()` or `to()` find everything below a network by walking down the children.
"""

import warnings
from collections import OrderedDict

from ..base.missing import MissingAttribute, missing
from ..base.modes import no_grad
from ..base.values import device as Device
from ..core.graph import RemovableHandle, differentiable
from ..core.tensor import Tensor
from ..ops import public
from .backward_hooks import BackwardHooks
from .parameter import Buffer, Parameter


# Attributes of real modules that these have not.
_MISSING = frozenset(
    "bfloat16 compile get_buffer get_extra_state ipu mtia register_load_state_dict_post_hook "
    "register_load_state_dict_pre_hook register_state_dict_post_hook register_state_dict_pre_hook set_extra_state set_submodule "
    "share_memory xpu".split())


def typename(value):
    """What torch's errors call the kind of a value."""
    if isinstance(value, Tensor):
        return value.type()
    own = value if hasattr(value, "__qualname__") else type(value)
    place = own.__module__
    return own.__qualname__ if place in (None, "builtins") else f"{place}.{own.__qualname__}"


class Module:
    """Base class of layers and networks: assign children and parameters in `__init__`, compute in `forward`."""

    _version = 1                     # of what state_dict holds
    _is_full_backward_hook = None    # until a hook says which kind

    def __init__(self):
        self.__dict__.update(
            training=True, _parameters={}, _buffers={}, _modules={}, _non_persistent_buffers_set=set(),
            _forward_pre_hooks=OrderedDict(), _forward_hooks=OrderedDict(),
            _backward_pre_hooks=OrderedDict(), _backward_hooks=OrderedDict(), _kwargs_hooks=set())

    def forward(self, *args, **kwargs):
        raise NotImplementedError(f'Module [{type(self).__name__}] is missing the required "forward" function')

    def __call__(self, *args, **kwargs):
        if not (self._forward_hooks or self._forward_pre_hooks or self._backward_hooks or self._backward_pre_hooks):
            return self.forward(*args, **kwargs)
        return self._call_with_hooks(args, kwargs)

    # -- attributes

    def __setattr__(self, name, value):
        own = self.__dict__
        if isinstance(value, Parameter):
            self._forget(name, "_parameters", "parameters")
            self.register_parameter(name, value)
        elif name in own.get("_parameters", ()):
            if value is not None:
                raise TypeError(f"cannot assign '{typename(value)}' as parameter '{name}' (torch.nn.Parameter or None expected)")
            self._parameters[name] = None
        elif isinstance(value, Module):
            self._forget(name, "_modules", "module")
            own["_modules"][name] = value
        elif name in own.get("_modules", ()):
            if value is not None:
                raise TypeError(f"cannot assign '{typename(value)}' as child module '{name}' (torch.nn.Module or None expected)")
            own["_modules"][name] = None
        elif isinstance(value, Buffer):
            self._forget(name, "_buffers", "buffer")
            self.register_buffer(name, value, value._persistent)
        elif name in own.get("_buffers", ()):
            if value is not None and not isinstance(value, Tensor):
                raise TypeError(f"cannot assign '{typename(value)}' as buffer '{name}' "
                                "(torch.nn.Buffer, torch.Tensor or None expected)")
            own["_buffers"][name] = value
        else:
            object.__setattr__(self, name, value)

    def _forget(self, name, kept, what):
        own = self.__dict__
        if kept not in own:
            raise AttributeError(f"cannot assign {what} before Module.__init__() call")
        for place in (own, own["_parameters"], own["_buffers"], own["_modules"]):
            if place is not own[kept]:
                place.pop(name, None)
        own["_non_persistent_buffers_set"].discard(name)

    def __getattr__(self, name):
        for kept in ("_parameters", "_buffers", "_modules"):
            place = self.__dict__.get(kept, ())
            if name in place:
                return place[name]
        if name in _MISSING:
            raise missing(f"torch.nn.Module.{name}", MissingAttribute)
        raise AttributeError(f"'{type(self).__name__}' object has no attribute '{name}'")

    def __delattr__(self, name):
        for kept in ("_parameters", "_buffers", "_modules"):
            if name in self.__dict__[kept]:
                del self.__dict__[kept][name]
                self._non_persistent_buffers_set.discard(name)
                return
        object.__delattr__(self, name)

    def __dir__(self):
        names = {*dir(type(self)), *self.__dict__, *self._parameters, *self._modules, *self._buffers}
        return sorted(name for name in names if not name[0].isdigit())

    def _check_name(self, what, name, kept, initial):
        if kept not in self.__dict__:
            raise AttributeError(f"cannot assign {initial} before Module.__init__() call")
        if not isinstance(name, str):
            raise TypeError(f"{what} name should be a string. Got {typename(name)}")
        taken = hasattr(self, name) and name not in self.__dict__[kept]
        if what == "module" and taken:   # here torch looks for the name first
            raise KeyError(f"attribute '{name}' already exists")
        if "." in name:
            raise KeyError(f'{what} name can\'t contain "."' + (f", got: {name}" if what == "module" else ""))
        if name == "":
            raise KeyError(f'{what} name can\'t be empty string ""')
        if taken:
            raise KeyError(f"attribute '{name}' already exists")

    def register_parameter(self, name, param):
        """Add a Parameter (or None) under a name."""
        self._check_name("parameter", name, "_parameters", "parameter")
        if param is not None and not isinstance(param, Parameter):
            raise TypeError(f"cannot assign '{typename(param)}' object to parameter '{name}' "
                            "(torch.nn.Parameter or None required)")
        if param is not None and param.grad_fn:
            raise ValueError(f"Cannot assign non-leaf Tensor to parameter '{name}'. Model parameters must be created explicitly. "
                             f"To express '{name}' as a function of another Tensor, compute the value in the forward() method.")
        self._parameters[name] = param

    def register_buffer(self, name, tensor, persistent=True):
        """Add a tensor that belongs to the state but is not trained; persistent=False: not in state_dict."""
        self._check_name("buffer", name, "_buffers", "buffer")
        if tensor is not None and not isinstance(tensor, Tensor):
            raise TypeError(f"cannot assign '{typename(tensor)}' object to buffer '{name}' (torch Tensor or None required)")
        self._buffers[name] = tensor
        (self._non_persistent_buffers_set.discard if persistent else self._non_persistent_buffers_set.add)(name)

    def add_module(self, name, module):
        """Add a child module under a name."""
        if module is not None and not isinstance(module, Module):
            raise TypeError(f"{typename(module)} is not a Module subclass")
        self._check_name("module", name, "_modules", "module")
        self._modules[name] = module

    register_module = add_module

    # -- walking

    def named_modules(self, memo=None, prefix="", remove_duplicate=True):
        """(path, module) of this module and all below it, each module once."""
        memo = set() if memo is None else memo
        if self in memo:
            return
        if remove_duplicate:
            memo.add(self)
        yield prefix, self
        for name, child in self._modules.items():
            if child is not None:
                yield from child.named_modules(memo, f"{prefix}.{name}" if prefix else name, remove_duplicate)

    def modules(self):
        """This module and all below it."""
        for _, module in self.named_modules():
            yield module

    def named_children(self):
        """(name, module) of the direct children."""
        seen = set()
        for name, child in self._modules.items():
            if child is not None and child not in seen:
                seen.add(child)
                yield name, child

    def children(self):
        """The direct children."""
        for _, child in self.named_children():
            yield child

    def _named_members(self, kept, prefix, recurse, remove_duplicate):
        seen = set()
        modules = self.named_modules(prefix=prefix, remove_duplicate=remove_duplicate) if recurse else [(prefix, self)]
        for path, module in modules:
            for name, value in getattr(module, kept).items():
                if value is None or value in seen:
                    continue
                if remove_duplicate:
                    seen.add(value)
                yield f"{path}.{name}" if path else name, value

    def named_parameters(self, prefix="", recurse=True, remove_duplicate=True):
        """(path, Parameter) of every parameter below, each once."""
        yield from self._named_members("_parameters", prefix, recurse, remove_duplicate)

    def parameters(self, recurse=True):
        """Every parameter below, each once."""
        for _, param in self.named_parameters(recurse=recurse):
            yield param

    def named_buffers(self, prefix="", recurse=True, remove_duplicate=True):
        """(path, tensor) of every buffer below."""
        yield from self._named_members("_buffers", prefix, recurse, remove_duplicate)

    def buffers(self, recurse=True):
        """Every buffer below."""
        for _, buffer in self.named_buffers(recurse=recurse):
            yield buffer

    def get_submodule(self, target):
        """The module at a path such as "encoder.0"."""
        module = self
        for name in target.split(".") if target else ():
            if not hasattr(module, name):
                raise AttributeError(f"{type(module).__name__} has no attribute `{name}`")
            module = getattr(module, name)
            if not isinstance(module, Module):
                raise AttributeError(f"`{name}` is not an nn.Module")
        return module

    def get_parameter(self, target):
        """The Parameter at a path such as "encoder.0.weight"."""
        path, _, name = target.rpartition(".")
        module = self.get_submodule(path)
        if not hasattr(module, name):
            raise AttributeError(f"{type(module).__name__} has no attribute `{name}`")
        if not isinstance(getattr(module, name), Parameter):
            raise AttributeError(f"`{name}` is not an nn.Parameter")
        return getattr(module, name)

    # -- changing all at once

    def apply(self, fn):
        """fn(module) for every module below, children first, then this one."""
        for child in self.children():
            child.apply(fn)
        fn(self)
        return self

    def _apply(self, fn):
        """Replace the memory of every parameter (and its gradient) and every buffer by fn(tensor)."""
        for module in self.modules():
            for param in module._parameters.values():
                if param is not None:
                    with no_grad():
                        param.data = fn(param.data)
                        if param.grad is not None:
                            param.grad.data = fn(param.grad)
            for name, buffer in module._buffers.items():
                if buffer is not None:
                    module._buffers[name] = fn(buffer)
        return self

    def to(self, *args, **kwargs):
        """Move to a dtype (floating parameters and buffers only) or a device."""
        for dtype in (*args, *kwargs.values()):
            if getattr(dtype, "kind", 2) < 2:
                raise TypeError("nn.Module.to only accepts floating point or complex dtypes, but got desired "
                                f"dtype={dtype}")
        order = kwargs.pop("memory_format", None)      # of images and volumes only
        device = next((v for v in (*args, *kwargs.values()) if isinstance(v, (str, Device, Tensor))), None)

        def convert(t):
            try:
                if not t.is_floating_point():
                    return t.to(device=getattr(device, "device", device))
                return t.to(*args, **kwargs, memory_format=order if t.dim() in (4, 5) else None)
            except NotImplementedError as error:
                if t.is_meta:
                    error.args = (f"{error} Please use torch.nn.Module.to_empty() instead of torch.nn.Module.to() when moving module from "
                                  "meta to a different device.",)
                raise
        return self._apply(convert)

    def to_empty(self, *, device, recurse=True):
        """Move to a device without what the parameters and buffers hold."""
        return self._apply(lambda t: public("empty_like")(t, device=device))

    def float(self):
        return self._apply(lambda t: t.float() if t.is_floating_point() else t)

    def double(self):
        return self._apply(lambda t: t.double() if t.is_floating_point() else t)

    def half(self):
        return self._apply(lambda t: t.half() if t.is_floating_point() else t)

    def type(self, dst_type):
        return self._apply(lambda t: t.type(dst_type))

    def cpu(self):
        return self._apply(lambda t: t.cpu())

    def cuda(self, device=None):
        return self._apply(lambda t: t.cuda(device))

    def train(self, mode=True):
        """Training mode for this module and all below it (dropout and batch norm look at it)."""
        if not isinstance(mode, bool):
            raise ValueError("training mode is expected to be boolean")
        for module in self.modules():
            module.training = mode
        return self

    def eval(self):
        """Evaluation mode: train(False). It does not switch recording off."""
        return self.train(False)

    def requires_grad_(self, requires_grad=True):
        """Set requires_grad of every parameter below."""
        for param in self.parameters():
            param.requires_grad_(requires_grad)
        return self

    def zero_grad(self, set_to_none=True):
        """Forget the gradients of every parameter below, or fill them with zeros."""
        for param in self.parameters():
            clear_grad(param, set_to_none)

    # -- state

    def state_dict(self, *, destination=None, prefix="", keep_vars=False):
        """{path: tensor} of all parameters and persistent buffers; the tensors share the module's memory."""
        state = destination
        if state is None:
            state = OrderedDict()
            state._metadata = OrderedDict()
        if hasattr(state, "_metadata"):
            state._metadata[prefix[:-1]] = {"version": self._version}
        for name, value in (*self._parameters.items(), *self._buffers.items()):
            if value is not None and name not in self._non_persistent_buffers_set:
                state[prefix + name] = value if keep_vars else value.detach()
        for name, child in self._modules.items():
            if child is not None:
                child.state_dict(destination=state, prefix=f"{prefix}{name}.", keep_vars=keep_vars)
        return state

    def load_state_dict(self, state_dict, strict=True, assign=False):
        """Copy the tensors of a state_dict into this module.

        strict: RuntimeError for missing or unexpected keys. assign: take the tensors themselves. Returns the missing
        and unexpected keys; RuntimeError lists every problem, among them wrong shapes.
        """
        from .loading import load    # late: it is in the second archive
        return load(self, state_dict, strict, assign)

    # -- hooks

    def register_forward_pre_hook(self, hook, *, prepend=False, with_kwargs=False):
        """hook(module, args) before forward; what it returns replaces args."""
        return self._add_hook(self._forward_pre_hooks, hook, prepend, with_kwargs)

    def register_forward_hook(self, hook, *, prepend=False, with_kwargs=False, always_call=False):
        """hook(module, args, output) after forward; what it returns replaces the output."""
        if always_call:
            raise missing("register_forward_hook(always_call=True)")
        return self._add_hook(self._forward_hooks, hook, prepend, with_kwargs)

    def register_full_backward_pre_hook(self, hook, prepend=False):
        """hook(module, grad_output) before the module's backward; what it returns replaces grad_output."""
        return self._add_hook(self._backward_pre_hooks, hook, prepend)

    def register_full_backward_hook(self, hook, prepend=False):
        """hook(module, grad_input, grad_output) after the module's backward; what it returns replaces grad_input."""
        self._use_hooks(True)
        return self._add_hook(self._backward_hooks, hook, prepend)

    def register_backward_hook(self, hook):
        """hook(module, grad_input, grad_output) on the last node of the module alone: replaced by register_full_backward_hook."""
        self._use_hooks(False)
        return self._add_hook(self._backward_hooks, hook, False)

    def _use_hooks(self, full):
        if self._is_full_backward_hook not in (None, full):
            raise RuntimeError("Cannot use both regular backward hooks and full backward hooks on a single Module. Please use only one of them.")
        self._is_full_backward_hook = full

    def _add_hook(self, hooks, hook, prepend, with_kwargs=False):
        handle = RemovableHandle(hooks, hook)
        if prepend:
            hooks.move_to_end(handle.id, last=False)
        if with_kwargs:
            self._kwargs_hooks.add(handle.id)
        return handle

    def _call_with_hooks(self, args, kwargs):
        for number, hook in list(self._forward_pre_hooks.items()):
            if number in self._kwargs_hooks:
                changed = hook(self, args, kwargs)
                if changed is not None:
                    if not (isinstance(changed, tuple) and len(changed) == 2):
                        raise RuntimeError(f"forward pre-hook must return None or a tuple of (new_args, new_kwargs), but got {changed}.")
                    args, kwargs = changed
                continue
            changed = hook(self, args)
            if changed is not None:
                args = changed if isinstance(changed, tuple) else (changed,)
        full = self._backward_hooks and self._is_full_backward_hook
        backward = BackwardHooks(self) if full or self._backward_pre_hooks else None
        if backward:
            args = backward.on_inputs(args)
        output = self.forward(*args, **kwargs)
        for number, hook in list(self._forward_hooks.items()):
            changed = hook(self, args, kwargs, output) if number in self._kwargs_hooks else hook(self, args, output)
            if changed is not None:
                output = changed
        if self._backward_hooks and not full:
            from .last_node import watch_last_node    # late: it is in the second archive
            watch_last_node(self, args, output)
        return backward.on_outputs(output) if backward else output

    # -- text

    def extra_repr(self):
        """What stands between the brackets of a layer's text."""
        return ""

    def _get_name(self):
        return type(self).__name__

    def __repr__(self):
        extra = self.extra_repr()
        lines = extra.split("\n") if extra else []
        children = [f"({name}): {indented(repr(child))}" for name, child in self._modules.items()]
        if not children and len(lines) < 2:
            return f"{self._get_name()}({extra})"
        return self._get_name() + "(\n  " + "\n  ".join(lines + children) + "\n)"


def indented(text):
    """All lines but the first moved two to the right."""
    return text.replace("\n", "\n  ")


def clear_grad(param, set_to_none):
    """Forget param.grad, or fill it with zeros."""
    if param._grad is None:
        return
    if set_to_none:
        param._grad = None
        return
    if param._grad.grad_fn is not None:
        param._grad.detach_()
    else:
        param._grad.requires_grad_(False)
    param._grad.zero_()
