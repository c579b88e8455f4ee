"""torch.func and modules: calling one with other parameters, and the parameters of several as one."""

from contextlib import contextmanager


def functional_call(module, parameter_and_buffer_dicts, args=None, kwargs=None, *, tie_weights=True, strict=False):
    """module(*args, **kwargs) with the given tensors in place of the parameters and buffers of those names."""
    given = parameter_and_buffer_dicts
    if isinstance(given, (tuple, list)):
        given = {name: t for part in given for name, t in part.items()}
    args = () if args is None else args if isinstance(args, tuple) else (args,)
    with _swapped(module, given):
        return module(*args, **(kwargs or {}))


@contextmanager
def _swapped(module, given):
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
    from .. import stack
    asked = {t.requires_grad for t in tensors}
    if len(asked) > 1:
        raise RuntimeError(f"Expected {name} from each model to have the same .requires_grad")
    return stack(tensors).detach().requires_grad_(asked.pop())
