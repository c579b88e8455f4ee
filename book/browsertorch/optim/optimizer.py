"""Optimizer: what all of them share – groups of parameters with their options, a state for each parameter, step()."""

import warnings
from collections import OrderedDict, defaultdict
from copy import deepcopy

from ..base.missing import MissingAttribute, missing
from ..base.modes import enable_grad, no_grad
from ..base.quiet import quiet
from ..core.graph import RemovableHandle
from ..core.tensor import Tensor, wrap
from ..nn.module import clear_grad, typename


def check(good, what, value):
    """ValueError "Invalid <what>: <value>" unless good."""
    if not good:
        raise ValueError(f"Invalid {what}: {value}")


class Optimizer:
    """Base class. A subclass says in `_update` how one parameter's memory changes.

    params: Tensors, (name, Tensor) pairs, or dictionaries {"params": …, option: value, …}; defaults: the options.
    state[param] is what the optimizer remembers about a parameter, such as its momentum.
    """

    _run = staticmethod(quiet)

    def __init__(self, params, defaults):
        for option in ("differentiable", "capturable", "fused"):
            if defaults.get(option):
                raise missing(f"torch.optim.{type(self).__name__}({option}=True)")
        self.defaults = defaults
        self._step_pre_hooks, self._step_post_hooks = OrderedDict(), OrderedDict()
        if isinstance(params, Tensor):
            raise TypeError("params argument given to the optimizer should be an iterable of Tensors or dicts, but got "
                            + typename(params))
        self.state = defaultdict(dict)
        self.param_groups = []
        groups = list(params)
        if not groups:
            raise ValueError("optimizer got an empty parameter list")
        if not isinstance(groups[0], dict):
            groups = [{"params": groups}]
        for group in groups:
            self.add_param_group(group)

    def __getattr__(self, name):
        if name in ("register_load_state_dict_pre_hook", "register_load_state_dict_post_hook", "register_state_dict_pre_hook",
                    "register_state_dict_post_hook"):
            raise missing(f"torch.optim.Optimizer.{name}", MissingAttribute)
        raise AttributeError(f"'{type(self).__name__}' object has no attribute '{name}'")

    def add_param_group(self, param_group):
        """Add parameters with options of their own."""
        if not isinstance(param_group, dict):
            raise TypeError(f"param_group must be a dict, but got {type(param_group)}")
        params = param_group["params"]
        if isinstance(params, set):
            raise TypeError("optimizer parameters need to be organized in ordered collections, but the ordering of tensors in "
                            "sets will change between runs. Please use a list instead.")
        params = [params] if isinstance(params, Tensor) else list(params)
        names = [p[0] for p in params if isinstance(p, tuple)]
        params = [p[1] if isinstance(p, tuple) else p for p in params]
        if names:
            if len(names) != len(params):
                raise ValueError("all optimizer params should be with/without names. Some param names are missing")
            param_group["param_names"] = names
        for param in params:
            if not isinstance(param, Tensor):
                raise TypeError(f"optimizer can only optimize Tensors, but one of the params is {typename(param)}")
            if not (param.is_leaf or param.retains_grad):
                raise ValueError("can't optimize a non-leaf Tensor")
        param_group["params"] = params
        for name, default in self.defaults.items():
            param_group.setdefault(name, default)
        if len(params) != len(set(params)):
            warnings.warn("optimizer contains a parameter group with duplicate parameters; in future, this will cause an error; "
                          "see github.com/pytorch/pytorch/issues/40967 for more information", stacklevel=3)
        named = "param_names" in param_group
        if any(("param_names" in group) != named for group in self.param_groups):
            raise ValueError("all optimizer param groups should be with/without names. cannot add param group "
                             f"{'with' if named else 'without'} names to the optimizer")
        if not {p for group in self.param_groups for p in group["params"]}.isdisjoint(params):
            raise ValueError("some parameters appear in more than one parameter group")
        self.param_groups.append(param_group)

    def step(self, closure=None):
        """Change every parameter that has a gradient. closure: computes the loss anew and returns it."""
        given = (self,) if closure is None else (self, closure)
        for hook in list(self._step_pre_hooks.values()):
            changed = hook(self, given, {})
            if changed is not None:
                (_, *rest), named = given, _ = changed
                closure = rest[0] if rest else named.get("closure")
        loss = None
        if closure is not None:
            with enable_grad():
                loss = closure()
        with no_grad():
            for group in self.param_groups:
                for param in group["params"]:
                    if param._grad is not None:
                        gradient = -param._grad._a if group["maximize"] else param._grad._a
                        state, place = self.state.get(param, {}), param
                        if gradient.dtype.kind == "c":      # its parts, each as a number of its own
                            from ..ops.complex_parts import pairs    # late: it is in the second archive
                            place, gradient = wrap(pairs(param._a)), pairs(gradient)
                        self._run(self._update, place, gradient, state, group)
                        if state:      # what remembers nothing leaves no entry
                            self.state[param] = state
                        param._counter[0] += 1
        for hook in list(self._step_post_hooks.values()):
            hook(self, given, {})
        return loss

    def _update(self, param, grad, state, group):
        """Change param._a in place. grad: a numpy array; state: this parameter's; group: its options."""
        raise NotImplementedError

    def zero_grad(self, set_to_none=True):
        """Forget the gradients of all parameters, or fill them with zeros."""
        for group in self.param_groups:
            for param in group["params"]:
                clear_grad(param, set_to_none)

    def register_step_pre_hook(self, hook):
        """hook(optimizer, args, kwargs) before each step."""
        return RemovableHandle(self._step_pre_hooks, hook)

    def register_step_post_hook(self, hook):
        """hook(optimizer, args, kwargs) after each step."""
        return RemovableHandle(self._step_post_hooks, hook)

    def _numbers(self):
        params = [param for group in self.param_groups for param in group["params"]]
        return {param: number for number, param in reversed(list(enumerate(dict.fromkeys(params))))}

    def state_dict(self):
        """{"state": {number: …}, "param_groups": […]}, with numbers in place of the parameters."""
        numbers = self._numbers()
        groups = [{**{k: v for k, v in group.items() if k != "params"}, "params": [numbers[p] for p in group["params"]]}
                  for group in self.param_groups]
        return {"state": {numbers[p]: dict(state) for p, state in self.state.items()}, "param_groups": groups}

    def load_state_dict(self, state_dict):
        """Take over options and state from another optimizer's state_dict()."""
        saved = deepcopy(state_dict["param_groups"])
        if len(saved) != len(self.param_groups):
            raise ValueError("loaded state dict has a different number of parameter groups")
        if any(len(new["params"]) != len(own["params"]) for new, own in zip(saved, self.param_groups)):
            raise ValueError("loaded state dict contains a parameter group that doesn't match the size of optimizer's group")
        by_number = {n: p for new, own in zip(saved, self.param_groups) for n, p in zip(new["params"], own["params"])}
        self.state = defaultdict(dict)
        for number, state in state_dict["state"].items():
            param = by_number[number]
            self.state[param] = {key: value.to(param.dtype) if isinstance(value, Tensor) and key != "step" else value
                                 for key, value in state.items()}
        self.param_groups = [{**new, "params": own["params"]} for new, own in zip(saved, self.param_groups)]

    def __repr__(self):
        text = type(self).__name__ + " ("
        for number, group in enumerate(self.param_groups):
            lines = [f"    {key}: {group[key]}\n" for key in sorted(group) if key != "params"]
            text += f"\nParameter Group {number}\n" + "".join(lines)
        return text + ")"
