"""weight_norm and spectral_norm as hooks: a weight computed anew before each forward pass."""

import warnings

import numpy as np

from ...base.modes import no_grad
from ...core.graph import differentiable
from ...core.tensor import wrap
from .. import functional as F
from ..parameter import Parameter
from ..uninitialized import UninitializedParameter


def norm_except_dim(v, pow=2, dim=0):
    """The norm over all dimensions but one (-1: over all)."""
    if dim == -1:
        return v.norm(pow)
    return v.norm(pow, tuple(i for i in range(v.dim()) if i != dim), keepdim=True) if v.dim() > 1 else v.abs()


def lengthened(v, g, dim):
    """v with the lengths g (Salimans and Kingma 2016)."""
    if dim not in (0, v.dim() - 1):
        return v * (g / norm_except_dim(v, 2, dim))
    others = tuple(i for i in range(v.dim()) if i != dim)
    length = np.sqrt((v._a * v._a).sum(others, keepdims=True))

    def slope(w, v, norms):
        return (w * v).sum(others, keepdim=True) / norms if others else w * v / norms

    def for_v(w, v, g, norms):
        return g / norms * (w - v * slope(w, v, norms) / norms)

    return differentiable("WeightNormInterfaceBackward0", v._a * (g._a / length),
                          (v, for_v, v, g, wrap(length)), (g, slope, v, wrap(length)))


class WeightNorm:
    """The hook of weight_norm."""

    def __init__(self, name, dim):
        self.name, self.dim = name, -1 if dim is None else dim

    def compute_weight(self, module):
        return lengthened(getattr(module, self.name + "_v"), getattr(module, self.name + "_g"), self.dim)

    def remove(self, module):
        weight = self.compute_weight(module)
        for name in (self.name, self.name + "_g", self.name + "_v"):
            delattr(module, name)
        setattr(module, self.name, Parameter(weight.data))

    def __call__(self, module, inputs):
        setattr(module, self.name, self.compute_weight(module))


def weight_norm(module, name="weight", dim=0):
    """Let the weight be g·v/‖v‖ from now on, with parameters <name>_g and <name>_v."""
    warnings.warn("`torch.nn.utils.weight_norm` is deprecated in favor of `torch.nn.utils.parametrizations.weight_norm`.",
                  FutureWarning, stacklevel=2)
    if any(isinstance(hook, WeightNorm) and hook.name == name for hook in module._forward_pre_hooks.values()):
        raise RuntimeError(f"Cannot register two weight_norm hooks on the same parameter {name}")
    hook, weight = WeightNorm(name, dim), getattr(module, name)
    if isinstance(weight, UninitializedParameter):
        raise ValueError("The module passed to `WeightNorm` can't have uninitialized parameters. Make sure to run the dummy forward before "
                         "applying weight normalization")
    del module._parameters[name]
    module.register_parameter(name + "_g", Parameter(norm_except_dim(weight, 2, hook.dim).data))
    module.register_parameter(name + "_v", Parameter(weight.data))
    setattr(module, name, hook.compute_weight(module))
    module.register_forward_pre_hook(hook)
    return module


class SpectralNorm:
    """The hook of spectral_norm."""

    def __init__(self, name="weight", n_power_iterations=1, dim=0, eps=1e-12):
        check_iterations(n_power_iterations)
        self.name, self.n_power_iterations, self.dim, self.eps = name, n_power_iterations, dim, eps

    def compute_weight(self, module, do_power_iteration):
        weight, u, v = (getattr(module, self.name + part) for part in ("_orig", "_u", "_v"))
        rows = as_rows(weight, self.dim).reshape(weight.size(self.dim), -1)
        if do_power_iteration:
            with no_grad():
                for _ in range(self.n_power_iterations):
                    v.copy_(F.normalize(rows.t().mv(u), dim=0, eps=self.eps))
                    u.copy_(F.normalize(rows.mv(v), dim=0, eps=self.eps))
                u, v = u.clone(), v.clone()      # two forward passes before one backward
        return weight / u.dot(rows.mv(v))

    def remove(self, module):
        with no_grad():
            weight = self.compute_weight(module, False)
        for part in ("", "_u", "_v", "_orig"):
            delattr(module, self.name + part)
        module.register_parameter(self.name, Parameter(weight.detach()))

    def __call__(self, module, inputs):
        setattr(module, self.name, self.compute_weight(module, module.training))


def check_iterations(n):
    if n <= 0:
        raise ValueError(f"Expected n_power_iterations to be positive, but got n_power_iterations={n}")


def as_rows(weight, dim):
    """The weight with that dimension first."""
    return weight if dim == 0 else weight.permute(dim, *(i for i in range(weight.dim()) if i != dim))


def outputs_dim(module):
    """Which dimension of the weight counts the outputs."""
    return 1 if type(module).__name__.removeprefix("Parametrized").startswith("ConvTranspose") else 0


def spectral_norm(module, name="weight", n_power_iterations=1, eps=1e-12, dim=None):
    """Divide the weight by its largest singular value, found by power iteration (Miyato et al. 2018)."""
    if any(isinstance(hook, SpectralNorm) and hook.name == name for hook in module._forward_pre_hooks.values()):
        raise RuntimeError(f"Cannot register two spectral_norm hooks on the same parameter {name}")
    hook = SpectralNorm(name, n_power_iterations, outputs_dim(module) if dim is None else dim, eps)
    weight = module._parameters[name]
    if weight is None:
        raise ValueError(f"`SpectralNorm` cannot be applied as parameter `{name}` is None")
    if isinstance(weight, UninitializedParameter):
        raise ValueError("The module passed to `SpectralNorm` can't have uninitialized parameters. Make sure to run the dummy forward before "
                         "applying spectral normalization")
    with no_grad():
        rows = as_rows(weight, hook.dim).reshape(weight.size(hook.dim), -1)
        u, v = (F.normalize(weight.new_empty(n).normal_(0, 1), dim=0, eps=eps) for n in rows.shape)
    delattr(module, name)
    module.register_parameter(name + "_orig", weight)
    setattr(module, name, weight.data)
    module.register_buffer(name + "_u", u)
    module.register_buffer(name + "_v", v)
    module.register_forward_pre_hook(hook)
    return module


def _remove(module, name, kind, text):
    for number, hook in module._forward_pre_hooks.items():
        if isinstance(hook, kind) and hook.name == name:
            hook.remove(module)
            module._forward_pre_hooks.pop(number)
            return module
    raise ValueError(f"{text} of '{name}' not found in {module}")


def remove_weight_norm(module, name="weight"):
    """Make the weight an ordinary parameter again."""
    return _remove(module, name, WeightNorm, "weight_norm")


def remove_spectral_norm(module, name="weight"):
    """Make the weight an ordinary parameter again."""
    return _remove(module, name, SpectralNorm, "spectral_norm")
