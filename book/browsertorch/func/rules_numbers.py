"""Batching rules: what asks a tensor for a Python number, or for a shape that depends on its numbers."""

import warnings

from .batched import NO_STORAGE, inside, is_batched, levels_of, physical, whole
from .dispatch import rule, unwatched, warn_if_slow

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
    **{name: DYNAMIC.format(aten) for name, aten in {"nonzero": "nonzero", "unique": "_unique2",
                                                     "unique_consecutive": "unique_consecutive"}.items()},
}


@rule(*REFUSED)
def refused(c, text=None):
    """What would differ from sample to sample in Python, or in shape; of tensors without visible batches it is known."""
    for t in c.tensors():
        if levels_of(t):
            text = text or REFUSED[c.name]
            hidden = any(level.number > levels_of(t)[-1].number for level in inside(t))      # by a grad or jvp inside the vmap
            raise RuntimeError(EITHER if hidden and text in (ITEM, CONTROL_FLOW) else text)
    return c.run(whole)


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
