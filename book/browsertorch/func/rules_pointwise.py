"""Batching rules: operations element by element, out of place."""

from ..base import dtypes
from ..core.tensor import Tensor
from ..ops import public
from .batched import at, is_batched, physical, union
from .dispatch import per_sample, rule, rules
from .rules_numbers import DYNAMIC, refused

where = public("where")

ONE = """abs absolute acos acosh arccos arccosh arcsin arcsinh arctan arctanh asin asinh atan atanh angle bitwise_not bool byte ceil cdouble
cfloat char clone conj contiguous cos cosh cpu deg2rad detach digamma double empty_like erf erfc exp exp2 expm1 fix float floor frac
full_like half imag int isfinite isinf isnan lgamma log log10 log1p log2 logical_not logit long nan_to_num neg negative ones_like positive
rad2deg real reciprocal relu round rsqrt sgn short sigmoid sign signbit sin sinh sqrt square tan tanh tril triu trunc zeros_like
__abs__ __invert__ __neg__ __pos__ celu elu gelu hardshrink hardsigmoid hardswish hardtanh leaky_relu logsigmoid mish relu6 selu silu
softplus softshrink threshold pad divided multiplied conj_physical is_conj resolve_conj
inv inverse det slogdet cholesky eigh eigvalsh svd svdvals qr pinv pinverse matrix_exp matrix_power matrix_norm logdet""".split()

SEVERAL = """add sub subtract mul multiply div divide true_divide floor_divide remainder fmod pow float_power maximum minimum fmax fmin
xlogy arctan2 atan2 hypot logaddexp lerp addcmul addcdiv rsub eq ne not_equal lt less le less_equal gt greater ge greater_equal logical_and
logical_or logical_xor bitwise_and bitwise_or bitwise_xor bitwise_left_shift bitwise_right_shift where _where clamp clip clamp_max clamp_min complex polar
__add__ __sub__ __mul__ __truediv__ __floordiv__ __mod__ __pow__ __radd__ __rsub__ __rmul__ __rtruediv__ __rfloordiv__ __rmod__ __rpow__
__eq__ __ne__ __lt__ __le__ __gt__ __ge__ __and__ __or__ __xor__ __rand__ __ror__ __rxor__ __lshift__
__rshift__ __rlshift__ __rrshift__""".split()


@rule(*ONE)
def one(c):
    """One tensor in, one or more of its kind out; the operation does not look at dimensions, or counts them from the end."""
    if c.kwargs.get("inplace"):
        return rules["copy_"](c)       # as every change in place
    x = c.x
    if not is_batched(x):
        return per_sample(c)
    out = c.run(physical, x._levels, x._visible)
    if is_batched(out):
        out._place = x._place
    return out


@rule(*SEVERAL)
def several(c):
    """Tensors that broadcast with each other."""
    tensors = c.tensors()
    if c.name == "where" and len(tensors) == len(c.args) == 1:
        return refused(c, DYNAMIC.format("where"))
    levels, visible = union(tensors)
    ndim = max(t.dim() for t in tensors)
    kind = _common(tensors, ndim)
    return c.run(lambda t: _cast(at(t, levels, ndim), t, ndim, kind), levels, visible)


def _common(tensors, ndim):
    """The dtype of the result where tensors without dimensions of their own, which count less, have another; else None."""
    if not ndim or all(t.dim() == ndim for t in tensors) or len({t.dtype for t in tensors}) == 1:
        return None
    top = [t for t in tensors if t.dim()]
    kind = top[0].dtype
    for t in top[1:]:
        kind = dtypes.promote_types(kind, t.dtype)
    return kind


def _cast(p, t, ndim, kind):
    """Without dimensions a dtype of the same category gives way to the others'."""
    if kind is not None and is_batched(t) and not t.dim() and t.dtype.kind == kind.kind and t.dtype is not kind:
        return p.to(kind)
    return p


@rule("to", "type_as")
def cast(c):
    """Another dtype; of a tensor given for it, only the dtype counts."""
    c.args = [c.x, *[t.dtype if isinstance(t, Tensor) else t for t in c.args[1:]]]
    return one(c) if is_batched(c.x) and c.name == "to" else c.x.to(*c.args[1:], **c.kwargs)


@rule("masked_fill")
def masked_fill(c):
    value = c.get("value")
    if not is_batched(value):
        return several(c)
    return where(c.get("mask"), value, c.x)
