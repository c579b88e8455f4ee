"""torch.func and modules: calling one with other parameters, and the parameters of several as one."""

from contextlib import contextmanager

from ..core.tensor import Tensor
from ..ops import public

stack = public("stack")


def functional_call(module, parameter_and_buffer_dicts, args=None, kwargs=None, *, tie_weights=True, strict=False):
    """module(*args, **kwargs) with the given tensors in place of the parameters and buffers of those names."""
    given = parameter_and_buffer_dicts
    if isinstance(given, (tuple, list)):
        names = [name for part in given for name in part]
        several = [name for name in dict.fromkeys(names) if names.count(name) > 1]
        if several:
            raise ValueError(f"{several} appeared in multiple dictionaries; behavior of functional call is ambiguous")
        given = {name: t for part in given for name, t in part.items()}
    elif not isinstance(given, dict):
        raise ValueError(f"Expected parameter_and_buffer_dicts to be a dict, or a list/tuple of dicts, but got {type(given)}")
    known = [name for named in (module.named_parameters, module.named_buffers) for name, _ in named()]
    if strict:
        problems = [f"\n\t{what} key(s): {', '.join(map(repr, sorted(names)))}." for what, names in
                    (("Unexpected", given.keys() - known), ("Missing", {*known} - given.keys())) if names]
        if problems:
            raise RuntimeError(f"Error(s) in reparametrizing for {type(module).__name__}:" + "".join(problems))
    for name in known:
        if given.get(name) is not None and not isinstance(given[name], Tensor):
            raise TypeError(f"{given[name]} is not an instance of torch.Tensor")
    args = () if args is None else args if isinstance(args, tuple) else (args,)
    with swapped(module, given):
        return module(*args, **(kwargs or {}))


@contextmanager
def swapped(module, given):
    """The module's parameters and buffers replaced while the context lasts."""
    places = []
    for prefix, part in module.named_modules():
        for table in (part._parameters, part._buffers):
            for name in table:
                full = f"{prefix}.{name}" if prefix else name
                if full in given:
                    places.append((table, name, table[name]))
                    table[name] = given[full]
    try:
        yield
    finally:
        for table, name, before in places:
            table[name] = before


def stack_module_state(models):
    """(parameters, buffers) of several models of one class, each stacked along a new dimension 0: a vmap over it runs them all.

    Errors: RuntimeError for no models, different classes, modes (train, eval) or requires_grad.
    """
    if len(models) == 0:
        raise RuntimeError("stack_module_state: Expected at least one model, got 0.")
    if not (all(m.training for m in models) or all(not m.training for m in models)):
        raise RuntimeError("stack_module_state: Expected all models to have the same training/eval mode.")
    if not all(type(m) is type(models[0]) for m in models):
        raise RuntimeError("stack_module_state: Expected all models to be of the same class.")
    params, buffers = ([dict(getattr(m, named)()) for m in models] for named in ("named_parameters", "named_buffers"))
    return {name: _one(name, [p[name] for p in params]) for name in params[0]}, {name: _one(name, [b[name] for b in buffers])
                                                                                for name in buffers[0]}


def _one(name, tensors):
    asked = {t.requires_grad for t in tensors}
    if len(asked) > 1:
        raise RuntimeError(f"Expected {name} from each model to have the same .requires_grad")
    return stack(tensors).detach().requires_grad_(asked.pop())
