"""Layers of seldom use, and DataParallel, which on a machine without GPUs calls its module."""

from ..functions import convolution, of_seldom_use as functions
from ..layers import BatchNorm, Dropout
from ..losses import nll_loss
from ..loss_layers import NLLLoss
from ..module import Module


class LocalResponseNorm(Module):
    """local_response_norm as a layer."""

    def __init__(self, size, alpha=1e-4, beta=0.75, k=1.0):
        super().__init__()
        self.size, self.alpha, self.beta, self.k = size, alpha, beta, k

    def forward(self, input):
        return functions.local_response_norm(input, self.size, self.alpha, self.beta, self.k)

    def extra_repr(self):
        return f"{self.size}, alpha={self.alpha}, beta={self.beta}, k={self.k}"


class ChannelShuffle(Module):
    """channel_shuffle as a layer."""

    def __init__(self, groups):
        super().__init__()
        self.groups = groups

    def forward(self, input):
        return functions.channel_shuffle(input, self.groups)

    def extra_repr(self):
        return f"groups={self.groups}"


class FeatureAlphaDropout(Dropout):
    """feature_alpha_dropout as a layer."""

    def forward(self, input):
        return functions.feature_alpha_dropout(input, self.p, self.training)


class Unfold(Module):
    """unfold as a layer."""

    def __init__(self, kernel_size, dilation=1, padding=0, stride=1):
        super().__init__()
        self.kernel_size, self.dilation, self.padding, self.stride = kernel_size, dilation, padding, stride

    def forward(self, input):
        return convolution.unfold(input, self.kernel_size, self.dilation, self.padding, self.stride)

    def extra_repr(self):
        return f"kernel_size={self.kernel_size}, dilation={self.dilation}, padding={self.padding}, stride={self.stride}"


class Fold(Module):
    """fold as a layer."""

    def __init__(self, output_size, kernel_size, dilation=1, padding=0, stride=1):
        super().__init__()
        self.output_size, self.kernel_size, self.dilation, self.padding, self.stride = output_size, kernel_size, dilation, padding, stride

    def forward(self, input):
        return convolution.fold(input, self.output_size, self.kernel_size, self.dilation, self.padding, self.stride)

    def extra_repr(self):
        return (f"output_size={self.output_size}, kernel_size={self.kernel_size}, dilation={self.dilation}, padding={self.padding}, "
                f"stride={self.stride}")


class SyncBatchNorm(BatchNorm):
    """BatchNorm over several processes; there is one."""

    def __init__(self, num_features, eps=1e-5, momentum=0.1, affine=True, track_running_stats=True, process_group=None, device=None, dtype=None):
        super().__init__(num_features, eps, momentum, affine, track_running_stats, device, dtype)
        self.process_group = process_group

    def forward(self, input):
        raise ValueError("SyncBatchNorm expected input tensor to be on GPU or XPU or privateuseone or hpu or mtia")


class NLLLoss2d(NLLLoss):
    """NLLLoss by its older name."""

    def forward(self, input, target):
        return nll_loss(input, target, self.weight, ignore_index=self.ignore_index, reduction=self.reduction)


class DataParallel(Module):
    """Calls its module: there are no GPUs among which to divide the batch."""

    def __init__(self, module, device_ids=None, output_device=None, dim=0):
        super().__init__()
        self.module, self.device_ids = module, []

    def forward(self, *inputs, **kwargs):
        return self.module(*inputs, **kwargs)


for _class, _place in ((LocalResponseNorm, "normalization"), (ChannelShuffle, "channelshuffle"), (FeatureAlphaDropout, "dropout"),
                       (Unfold, "fold"), (Fold, "fold"), (SyncBatchNorm, "batchnorm"), (NLLLoss2d, "loss")):     # where torch keeps it
    _class.__module__ = __name__.replace("of_seldom_use", _place)
DataParallel.__module__ = "torch.nn.parallel.data_parallel"
del _class, _place
