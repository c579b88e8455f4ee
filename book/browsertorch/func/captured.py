"""Inside grad, vjp and jvp nothing that comes from outside may be changed in place."""

from ..core import registry
from ..core.tensor import Tensor
from .batched import inside, is_batched, physical, running

COMPARISONS = "eq_ ne_ not_equal_ lt_ less_ le_ less_equal_ gt_ greater_ ge_ greater_equal_".split()
BITWISE = [f"__i{name}__" for name in "and or xor lshift rshift".split()]
OPERATORS = {**{name: name for name in BITWISE}, "__itruediv__": "div_", "__ifloordiv__": "floor_divide_", "__imod__": "remainder_",
             **{f"__i{name}__": name + "_" for name in "add sub mul pow".split()}}      # torch's own names of them
IN_PLACE = {name for name in registry.methods if name[-1] == "_" != name[-2]} | {"__setitem__", *OPERATORS}
CAPTURED = ("During a grad (vjp, jvp, grad, etc) transform, the function provided attempted to call in-place operation (aten::{}) that would "
            "mutate a captured Tensor. This is not supported; please rewrite the function being transformed to explicitly accept the mutated "
            "Tensor(s) as inputs.")


def check_captured(name, args):
    """The innermost grad, vjp or jvp allows no change of what comes from outside."""
    x, level = args[0], running.levels[-1]
    if level.is_batch:
        return
    base = physical(x)._base
    if level not in inside(x) or base is not None and not inside(base) and not is_batched(x) and not any(base is t for t in level.viewed):
        raise RuntimeError(CAPTURED.format(_aten(name, args)))


def _aten(name, args):
    """torch's own name of an in-place operation."""
    value = args[-1]
    if name == "__setitem__":
        index = args[1] if type(args[1]) is tuple else (args[1],)
        if any(isinstance(i, (Tensor, list)) for i in index):
            return "index_put_"
        return "copy_" if isinstance(value, Tensor) or args[1] is index or isinstance(args[1], int) else "fill_.Tensor"
    name = OPERATORS.get(name, name)
    if name in ("add_", "sub_", "mul_", "div_", "subtract_", "multiply_", "divide_", "true_divide_", "floor_divide_"):
        return name + ".Tensor"
    if name in ("fill_", "masked_fill_", "pow_", "remainder_", "fmod_", "lerp_", *COMPARISONS, *BITWISE):
        return name + (".Tensor" if isinstance(value, Tensor) else ".Scalar")
    return name
