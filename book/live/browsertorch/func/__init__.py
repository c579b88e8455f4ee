"""torch.func: derivatives and batching as functions of functions.

grad, vjp, jvp, jacrev, jacfwd, hessian: gradients.py; vmap: vectorize.py; what they share: levels.py.
"""

from contextlib import contextmanager

from ..errors import no_attribute
from .gradients import grad, grad_and_value, hessian, jacfwd, jacrev, jvp, vjp
from .vectorize import vmap


def __getattr__(name):
    raise no_attribute("func", name)


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
