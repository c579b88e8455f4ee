"""torch.nn.utils.prune: weights held at 0 by a mask, computed anew before each forward pass."""

from ...base.missing import no_attribute
from ...ops import public
from ..parameter import Parameter


class _Mask:
    """The hook: the parameter is <name>_orig times <name>_mask."""

    def __init__(self, name):
        self._tensor_name = name

    def __call__(self, module, inputs):
        setattr(module, self._tensor_name, self.apply_mask(module))

    def apply_mask(self, module):
        return getattr(module, self._tensor_name + "_mask").to(dtype=getattr(module, self._tensor_name + "_orig").dtype) * getattr(
            module, self._tensor_name + "_orig")


def _hook(module, name):
    return next(((number, hook) for number, hook in module._forward_pre_hooks.items()
                 if isinstance(hook, _Mask) and hook._tensor_name == name), None)


def _masked(module, name, mask):
    """The parameter with a mask more."""
    if _hook(module, name) is None:
        original = getattr(module, name)
        del module._parameters[name]
        module.register_parameter(name + "_orig", original)
        module.register_buffer(name + "_mask", mask)
        module.register_forward_pre_hook(_Mask(name))
    else:
        getattr(module, name + "_mask").data = getattr(module, name + "_mask") * mask
    setattr(module, name, _hook(module, name)[1].apply_mask(module))
    return module


def _count(amount, size):
    if isinstance(amount, bool) or not isinstance(amount, (int, float)):
        raise TypeError(f"Invalid type for amount: {amount}. Must be int or float.")
    if amount < 0 or isinstance(amount, float) and amount > 1.0:
        raise ValueError(f"amount={amount} should either be a float in the range [0, 1] or a non-negative integer")
    if isinstance(amount, int) and amount > size:
        raise ValueError(f"amount={amount} should be smaller than the number of parameters to prune={size}")
    return amount if isinstance(amount, int) else round(amount * size)


def _state(module, name):
    """The parameter and the mask it has."""
    tensor = getattr(module, name + "_orig" if _hook(module, name) else name)
    return tensor, getattr(module, name + "_mask", None) if _hook(module, name) else None


def _by_elements(scores, mask, amount, random):
    """A mask with `amount` of the elements that are left at 0: the smallest, or drawn ones."""
    new = scores.new_ones(scores.shape) if mask is None else mask.clone()
    left = new.view(-1).nonzero().view(-1)
    n = _count(amount, left.numel())
    if n:
        each = public("rand")(left.numel()) if random else scores.reshape(-1)[left].abs()
        new.view(-1)[left[each.topk(n, largest=random).indices]] = 0
    return new


def identity(module, name):
    """A mask of ones."""
    tensor, _ = _state(module, name)
    return _masked(module, name, tensor.new_ones(tensor.shape))


def l1_unstructured(module, name, amount, importance_scores=None):
    """The smallest elements at 0: a number of them, or a share."""
    tensor, mask = _state(module, name)
    return _masked(module, name, _by_elements((tensor if importance_scores is None else importance_scores).detach(), mask, amount, False))


def random_unstructured(module, name, amount):
    """Drawn elements at 0."""
    tensor, mask = _state(module, name)
    return _masked(module, name, _by_elements(tensor.detach(), mask, amount, True))


def _by_slices(module, name, amount, dim, score):
    tensor, mask = _state(module, name)
    mask = tensor.detach().new_ones(tensor.shape) if mask is None else mask.clone()
    d = dim % tensor.dim()
    rows = mask.movedim(d, 0).reshape(tensor.size(d), -1)
    left = rows.any(1).nonzero().view(-1)
    n = _count(amount, left.numel())
    keep = tensor.detach().new_ones(tensor.size(d))
    if n:
        keep[left[score((tensor.detach() * mask).movedim(d, 0).reshape(tensor.size(d), -1)[left]).topk(n, largest=False).indices]] = 0
    return _masked(module, name, mask * keep.view([-1 if i == d else 1 for i in range(tensor.dim())]))


def ln_structured(module, name, amount, n, dim, importance_scores=None):
    """The slices along dim whose n-norm is smallest at 0."""
    return _by_slices(module, name, amount, dim, lambda rows: rows.norm(n, 1))


def random_structured(module, name, amount, dim):
    """Drawn slices along dim at 0."""
    return _by_slices(module, name, amount, dim, lambda rows: public("rand")(len(rows)))


def custom_from_mask(module, name, mask):
    """The mask that is given."""
    return _masked(module, name, mask.to(dtype=_state(module, name)[0].dtype))


class L1Unstructured:
    """For global_unstructured: the smallest elements."""

    random = False


class RandomUnstructured:
    """For global_unstructured: drawn elements."""

    random = True


def global_unstructured(parameters, pruning_method, importance_scores=None, **kwargs):
    """Among the elements of several parameters (module, name) together."""
    cat = public("cat")
    states = [_state(module, name) for module, name in parameters]
    whole = cat([tensor.detach().reshape(-1) for tensor, _ in states])
    masks = cat([tensor.detach().new_ones(tensor.numel()) if mask is None else mask.reshape(-1) for tensor, mask in states])
    made, start = _by_elements(whole, masks, kwargs["amount"], pruning_method.random), 0
    for (module, name), (tensor, _) in zip(parameters, states):
        _masked(module, name, made[start:start + tensor.numel()].view(tensor.shape).clone())
        start += tensor.numel()


def remove(module, name):
    """Make the parameter an ordinary one again, with its zeros."""
    found = _hook(module, name)
    if found is None:
        raise ValueError(f"Parameter '{name}' of module {module} has to be pruned before pruning can be removed")
    weight = found[1].apply_mask(module)
    delattr(module, name)
    original = module._parameters.pop(name + "_orig")
    del module._buffers[name + "_mask"]
    original.data = weight.data
    setattr(module, name, Parameter(original.data))
    module._forward_pre_hooks.pop(found[0])
    return module


def is_pruned(module):
    """Has it, or a module within, a mask?"""
    return any(isinstance(hook, _Mask) for part in module.modules() for hook in part._forward_pre_hooks.values())


def __getattr__(name):
    raise no_attribute("nn.utils.prune", name)
