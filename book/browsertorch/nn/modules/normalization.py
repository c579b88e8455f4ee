"""GroupNorm and RMSNorm; LayerNorm is in layers.py."""

from ...ops import public
from ..functions import normalization
from .. import init
from ..layers import empty
from ..module import Module
from ..parameter import Parameter


def _scale(layer, name, shape, wanted, dtype, device):
    """A parameter of that shape, or None under its name."""
    setattr(layer, name, Parameter(empty(*shape, dtype=dtype, device=device))) if wanted else layer.register_parameter(name, None)


class _Affine(Module):
    """What scales by a weight of ones and shifts by a bias of zeros at first, where it has them."""

    def reset_parameters(self):
        if self.affine:
            init.ones_(self.weight)
            if self.bias is not None:
                init.zeros_(self.bias)


class GroupNorm(_Affine):
    """group_norm with a weight and a bias for each channel."""

    def __init__(self, num_groups, num_channels, eps=1e-5, affine=True, device=None, dtype=None, *, bias=True):
        super().__init__()
        if num_channels % num_groups != 0:
            raise ValueError(f"num_channels ({num_channels}) must be divisible by num_groups ({num_groups})")
        self.num_groups, self.num_channels, self.eps, self.affine = num_groups, num_channels, eps, affine
        _scale(self, "weight", (num_channels,), affine, dtype, device)
        _scale(self, "bias", (num_channels,), affine and bias, dtype, device)
        self.reset_parameters()

    def forward(self, input):
        return normalization.group_norm(input, self.num_groups, self.weight, self.bias, self.eps)

    def extra_repr(self):
        return f"{self.num_groups}, {self.num_channels}, eps={self.eps}, affine={self.affine}, bias={self.bias is not None}"


class RMSNorm(Module):
    """rms_norm with a weight for each element."""

    def __init__(self, normalized_shape, eps=None, elementwise_affine=True, device=None, dtype=None):
        super().__init__()
        self.normalized_shape = (normalized_shape,) if isinstance(normalized_shape, int) else tuple(normalized_shape)
        self.eps, self.elementwise_affine = eps, elementwise_affine
        _scale(self, "weight", self.normalized_shape, elementwise_affine, dtype, device)
        self.reset_parameters()

    def reset_parameters(self):
        if self.elementwise_affine:
            init.ones_(self.weight)

    def forward(self, x):
        return normalization.rms_norm(x, self.normalized_shape, self.weight, self.eps)

    def extra_repr(self):
        return f"{self.normalized_shape}, eps={self.eps}, elementwise_affine={self.elementwise_affine}"


class _InstanceNorm(_Affine):
    def __init__(self, num_features, eps=1e-5, momentum=0.1, affine=False, track_running_stats=False, device=None, dtype=None,
                 *, bias=True):
        super().__init__()
        self.num_features, self.eps, self.momentum = num_features, eps, momentum
        self.affine, self.track_running_stats = affine, track_running_stats
        _scale(self, "weight", (num_features,), affine, dtype, device)
        _scale(self, "bias", (num_features,), affine and bias, dtype, device)
        for name, made in (("running_mean", "zeros"), ("running_var", "ones")):
            self.register_buffer(name, public(made)(num_features, dtype=dtype, device=device) if track_running_stats else None)
        self.register_buffer("num_batches_tracked", public("tensor")(0, device=device) if track_running_stats else None)
        self.reset_parameters()

    def forward(self, input):
        if input.dim() not in (self._n + 1, self._n + 2):
            raise ValueError(f"expected {self._n + 1}D or {self._n + 2}D input (got {input.dim()}D input)")
        batched = input.dim() == self._n + 2
        if input.shape[-self._n - 1] != self.num_features and self.affine:
            raise ValueError(f"expected input's size at dim={int(batched)} to match num_features ({self.num_features}), but got: "
                             f"{input.shape[-self._n - 1]}.")
        out = normalization.instance_norm(input if batched else input.unsqueeze(0), self.running_mean, self.running_var, self.weight, self.bias,
                                          self.training or not self.track_running_stats, self.momentum, self.eps)
        return out if batched else out.squeeze(0)

    def extra_repr(self):
        return (f"{self.num_features}, eps={self.eps}, momentum={self.momentum}, affine={self.affine}, bias={self.bias is not None}, "
                f"track_running_stats={self.track_running_stats}")


for _n in (1, 2, 3):
    globals()[f"InstanceNorm{_n}d"] = type(f"InstanceNorm{_n}d", (_InstanceNorm,), {
        "_n": _n, "__module__": __name__.replace("normalization", "instancenorm"), "__doc__": f"instance_norm with {_n} dimension{'s' * (_n > 1)}."})
del _n
