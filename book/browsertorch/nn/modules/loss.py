"""The losses of nn/functions/losses.py as layers."""

import inspect

from ..functions import losses
from ..functions.ctc import ctc_loss
from ..loss_layers import _Loss, _WeightedLoss

TENSORS = {"input", "target", "var", "input1", "input2", "anchor", "positive", "negative"}


def _layer(name, function, base=_Loss, keywords_only=False):
    """A layer that keeps the function's options as attributes; its arguments are the options, in the function's order."""
    parameters = [p for p in inspect.signature(function).parameters.values() if p.name not in TENSORS]
    kind = inspect.Parameter.KEYWORD_ONLY if keywords_only else inspect.Parameter.POSITIONAL_OR_KEYWORD
    signature = inspect.Signature([p.replace(kind=kind) for p in parameters])
    legacy = ("size_average", "reduce", "reduction")
    options = [p.name for p in parameters if p.name not in legacy]

    def __init__(self, *args, **kwargs):
        bound = signature.bind(*args, **kwargs)
        bound.apply_defaults()
        given = bound.arguments
        base.__init__(self, *([given["weight"]] if base is _WeightedLoss else []), *(given.get(option) for option in legacy))
        for option in options:
            if option != "weight":
                setattr(self, option, given[option])
        if name == "TripletMarginLoss" and self.margin <= 0:
            raise ValueError(f"TripletMarginLoss: expected margin to be greater than 0, got {self.margin} instead")

    def forward(self, *tensors):
        return function(*tensors, **{option: getattr(self, option) for option in options}, reduction=self.reduction)

    return type(name, (base,), {"__init__": __init__, "forward": forward, "__doc__": function.__doc__, "__module__": __name__})


PoissonNLLLoss = _layer("PoissonNLLLoss", losses.poisson_nll_loss)
GaussianNLLLoss = _layer("GaussianNLLLoss", losses.gaussian_nll_loss, keywords_only=True)
CosineEmbeddingLoss = _layer("CosineEmbeddingLoss", losses.cosine_embedding_loss)
MarginRankingLoss = _layer("MarginRankingLoss", losses.margin_ranking_loss)
TripletMarginLoss = _layer("TripletMarginLoss", losses.triplet_margin_loss)
HingeEmbeddingLoss = _layer("HingeEmbeddingLoss", losses.hinge_embedding_loss)
SoftMarginLoss = _layer("SoftMarginLoss", losses.soft_margin_loss)
MultiLabelSoftMarginLoss = _layer("MultiLabelSoftMarginLoss", losses.multilabel_soft_margin_loss, _WeightedLoss)
MultiMarginLoss = _layer("MultiMarginLoss", losses.multi_margin_loss, _WeightedLoss)
MultiLabelMarginLoss = _layer("MultiLabelMarginLoss", losses.multilabel_margin_loss)


class CTCLoss(_Loss):
    """ctc_loss as a layer."""

    def __init__(self, blank=0, reduction="mean", zero_infinity=False):
        super().__init__(reduction=reduction)
        self.blank, self.zero_infinity = blank, zero_infinity

    def forward(self, log_probs, targets, input_lengths, target_lengths):
        return ctc_loss(log_probs, targets, input_lengths, target_lengths, self.blank, self.reduction, self.zero_infinity)


class TripletMarginWithDistanceLoss(_Loss):
    """triplet_margin_with_distance_loss as a layer."""

    def __init__(self, *, distance_function=None, margin=1.0, swap=False, reduction="mean"):
        super().__init__(reduction=reduction)
        if margin <= 0:
            raise ValueError(f"TripletMarginWithDistanceLoss: expected margin to be greater than 0, got {margin} instead")
        self.distance_function = losses.pairwise_distance if distance_function is None else distance_function
        self.margin, self.swap = margin, swap

    def forward(self, anchor, positive, negative):
        return losses.triplet_margin_with_distance_loss(anchor, positive, negative, distance_function=self.distance_function,
                                                        margin=self.margin, swap=self.swap, reduction=self.reduction)
