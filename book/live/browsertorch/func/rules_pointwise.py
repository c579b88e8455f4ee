"""Batching rules: operations element by element, out of place and in place, and what asks for a number."""

import warnings

import numpy as np

from .. import dtypes
from ..errors import missing
from ..inplace import share
from ..registry import methods
from ..tensor import Tensor, wrap
from .batched import NO_STORAGE, all_levels, at, batched, inside, is_batched, levels_of, lifted, physical, union, whole
from .dispatch import NO_RULE, Call, mark, per_sample, rule, unwatched, warn_if_slow

ONE = """abs absolute acos acosh arccos arccosh arcsin arcsinh arctan arctanh asin asinh atan atanh angle bitwise_not bool byte ceil cdouble
cfloat char clone conj contiguous cos cosh cpu deg2rad detach digamma double empty_like erf erfc exp exp2 expm1 fix float floor frac
full_like half imag int isfinite isinf isnan lgamma log log10 log1p log2 logical_not logit long nan_to_num neg negative ones_like positive
rad2deg real reciprocal relu round rsqrt sgn short sigmoid sign signbit sin sinh sqrt square tan tanh tril triu trunc zeros_like
__abs__ __invert__ __neg__ __pos__ celu elu gelu hardshrink hardsigmoid hardswish hardtanh leaky_relu logsigmoid mish relu6 selu silu
softplus softshrink threshold pad divided multiplied
inv inverse det slogdet cholesky eigh eigvalsh svd svdvals qr pinv pinverse matrix_exp matrix_power matrix_norm logdet""".split()

SEVERAL = """add sub subtract mul multiply div divide true_divide floor_divide remainder fmod pow float_power maximum minimum fmax fmin
xlogy arctan2 atan2 hypot logaddexp lerp addcmul addcdiv rsub eq ne not_equal lt less le less_equal gt greater ge greater_equal logical_and
logical_or logical_xor bitwise_and bitwise_or bitwise_xor where _where clamp clip clamp_max clamp_min complex
__add__ __sub__ __mul__ __truediv__ __floordiv__ __mod__ __pow__ __radd__ __rsub__ __rmul__ __rtruediv__ __rfloordiv__ __rmod__ __rpow__
__eq__ __ne__ __lt__ __le__ __gt__ __ge__ __and__ __or__ __xor__ __rand__ __ror__ __rxor__""".split()


@rule(*ONE)
def one(c):
    """One tensor in, one or more of its kind out; the operation does not look at dimensions, or counts them from the end."""
    if c.kwargs.get("inplace"):
        return changed(c)
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
        c.name = "where_true"
        return refused(c)
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
    from .. import where
    return where(c.get("mask"), value, c.x)


# -- in place

ARITHMETIC = ("vmap: {0}(self, *extra_args) is not possible because there exists a Tensor `other` in extra_args that has more elements "
              "than `self`. This happened due to `other` being vmapped over but `self` not being vmapped over in a vmap. Please try to "
              "use out-of-place operators instead of {0}. If said operator is being called inside the PyTorch framework, please file a "
              "bug report instead.")
BY_SAMPLE = ARITHMETIC.replace("{0}", "aten::{0}").replace("in a vmap. ", "at level {1}. ")      # where torch has no rule
_BY_NAME = {"fill_", "index_add_", "index_put_", "index_fill_", "index_copy_"}     # torch's message says these, not "inplace arithmetic"
_ADDITIONS = {"add_", "sub_", "subtract_", "__iadd__", "__isub__"}                 # refused by their shapes


def prepare(c, name=None):
    """Before c.x is written: RuntimeError if others are visibly batched where it is not; give it the batches that it needs."""
    x, others = c.x, [t for t in c.tensors() if t is not c.x]
    levels, visible = union(others)
    if visible or levels_of(x):
        warn_if_slow(c)
    new = visible - (x._visible if is_batched(x) else frozenset())
    if new:
        if c.name in NO_RULE:
            raise RuntimeError(BY_SAMPLE.format(c.name, max(level.number for level in new)))
        if c.name in _ADDITIONS:
            ndim = max(t.dim() for t in [x, *others])
            unwatched(c.f, physical(x), *[at(t, levels, ndim) for t in others])     # raises
        name = name or c.name
        raise RuntimeError(ARITHMETIC.format(name if name in _BY_NAME else "inplace arithmetic"))
    if {*levels} - {*all_levels(x)}:
        become_batched(x, levels)


def become_batched(x, levels):
    """Turn x itself into one with (invisible) batches at `levels`: something that has them is to be written into it."""
    if physical(x)._base is None:
        new = lifted(x, levels)
    elif is_batched(x) or not x._base._a.flags.c_contiguous:
        raise missing("vmap 안에서 뷰를 통해 바깥 텐서에 미분할 값을 쓰는 일")
    else:                         # a view: its base first, then the same part of that
        base, a, offset = x._base, x._a, x.data_ptr() - x._base.data_ptr()
        become_batched(base, levels)
        p = base._physical
        part = wrap(np.ndarray((*p._a.shape[:len(levels)], *a.shape), a.dtype, p._a, offset, p._a.strides[:len(levels)] + a.strides))
        new = batched(share(p, part), levels, frozenset())
        part._seen = -1           # takes its history from the base
    marks = inside(x)
    vars(x).clear()
    x.__class__ = type(new)
    vars(x).update(vars(new))
    mark(x, marks)


@rule(*[name + "_" for name in ONE + SEVERAL if name + "_" in methods],
      *[f"__i{name}__" for name in "add sub mul truediv floordiv pow".split()], "masked_fill_", "copy_")
def changed(c):
    """x.f_(...): the physical tensor is written."""
    prepare(c)
    x = c.x
    levels, ndim = all_levels(x), max(t.dim() for t in c.tensors())
    c.run(lambda t: physical(x) if t is x else at(t, levels, ndim))
    return x


@rule("fill_", "zero_")
def filled(c):
    prepare(c)
    value = c.args[1] if len(c.args) > 1 else c.kwargs.get("value")
    if isinstance(value, Tensor) and is_batched(value):
        c.x.copy_(value)
    else:
        unwatched(c.f, physical(c.x), *c.args[1:])
    return c.x


# -- numbers for Python

ITEM = ("vmap: It looks like you're calling .item() on a Tensor. We don't support vmap over calling .item() on a Tensor, please try to "
        "rewrite what you're doing with other operations. If error is occurring somewhere inside PyTorch internals, please file a bug "
        "report.")
CONTROL_FLOW = ("vmap: It looks like you're attempting to use a Tensor in some data-dependent control flow. We don't support that yet, "
                "please file an issue at https://github.com/pytorch/pytorch/issues .")
EITHER = ("vmap: It looks like you're either (1) calling .item() on a Tensor or (2) attempting to use a Tensor in some data-dependent control "
          "flow or (3) encountering this error in PyTorch internals. For (1): we don't support vmap over calling .item() on a Tensor, please "
          "try to rewrite what you're doing with other operations. For (2): we don't support data-dependent control flow in vmap yet, please "
          "file an issue at https://github.com/pytorch/pytorch/issues . For (3): please file an issue.")
DYNAMIC = ("vmap: We do not support batching operators that can output dynamic shape. Attempted to vmap over aten::{}. Please file an issue "
           "at https://github.com/pytorch/pytorch/issues if you need this feature.")
MASKED = ("vmap: Attempted to vmap over `mask` in torch.masked_select(self, mask) We cannot support this because for each batch this "
          "would return a differently shaped Tensor. Please file an issue at https://github.com/pytorch/pytorch/issues if you need this "
          "feature.")
REFUSED = {
    **dict.fromkeys(("item", "__float__", "__int__", "__complex__", "__index__", "__contains__", "tensor", "full", "arange", "linspace",
                     "as_tensor", "new_tensor"), ITEM),
    "__bool__": CONTROL_FLOW, "tolist": NO_STORAGE,
    "allclose": "vmap over torch.allclose isn't supported yet. Please file an issue at https://github.com/pytorch/pytorch/issues if you need "
                "this feature.",
    "equal": "Batching rule not implemented for aten::equal. We could not generate a fallback.",
    "column_stack": "Batching rule not implemented for aten::column_stack. We could not generate a fallback.",
    "masked_select": MASKED,
    **{name: DYNAMIC.format(aten) for name, aten in {"nonzero": "nonzero", "where_true": "where", "unique": "_unique2",
                                                     "unique_consecutive": "unique_consecutive"}.items()},
}


@rule(*REFUSED)
def refused(c):
    """What would differ from sample to sample in Python, or in shape; of tensors without visible batches it is known."""
    for t in c.tensors():
        if levels_of(t):
            text = REFUSED[c.name]
            hidden = any(level.number > levels_of(t)[-1].number for level in inside(t))      # by a grad or jvp inside the vmap
            raise RuntimeError(EITHER if hidden and text in (ITEM, CONTROL_FLOW) else text)
    one = Call(c.f, c.name, c.args, c.kwargs)
    return one.run(lambda t: whole(t))


@rule("tensor")
def copied(c):
    """torch.tensor(x): torch makes its copy a leaf in place."""
    if is_batched(c.x) and levels_of(c.x):
        warnings.warn("To copy construct from a tensor, it is recommended to use sourceTensor.detach().clone() or "
                      "sourceTensor.detach().clone().requires_grad_(True), rather than torch.tensor(sourceTensor).", stacklevel=2)
        c.name = "detach_"
        warn_if_slow(c)
        p = physical(c.x)
        unwatched(lambda: p.view_as(p).detach_())
    c.name = "tensor"
    return refused(c)


@rule("new_tensor")
def new_tensor(c):
    return c.run(physical) if is_batched(c.x) and len(c.tensors()) == 1 else refused(c)


@rule("__len__")
def length(c):
    if not c.x.dim():
        raise TypeError("len() of a 0-d tensor")
    return c.x.shape[0]


@rule("numel", "is_tensor", "is_floating_point", "is_complex", "typename", "result_type")
def asked(c):
    """Questions about a tensor that its sample answers."""
    if c.name == "numel":
        return c.x.numel()
    return c.run(physical)
