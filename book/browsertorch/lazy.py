"""What `import torch` does not read: nn, optim, func and utils come when they are asked for, so that the first cell waits less."""

import importlib

from .core.registry import function, op

MODULES = {"nn", "optim", "func", "utils", "cuda"}
FUNCTIONAL = {"celu", "cosine_similarity", "pairwise_distance", "selu"}     # nn.functional's, also torch's


def attribute(package, name):
    """torch.<name>, or None where it is no name of this kind."""
    if name in MODULES:
        return importlib.import_module("." + name, package)
    if name == "vmap":
        return importlib.import_module(".func", package).vmap
    if name in FUNCTIONAL:
        return getattr(importlib.import_module(".nn.functional", package), name)
    return None


@op
def prelu(input, weight):
    """nn.functional.prelu."""
    from .nn import functional    # late: nn is read when it is asked for
    return functional.prelu(input, weight)


@function
def dropout(input, p, train):
    """nn.functional.dropout."""
    from .nn import functional    # late: nn is read when it is asked for
    return functional.dropout(input, p, train)


@function
def layer_norm(input, normalized_shape, weight=None, bias=None, eps=1e-5, cudnn_enable=True):
    """nn.functional.layer_norm."""
    from .nn import functional    # late: nn is read when it is asked for
    return functional.layer_norm(input, normalized_shape, weight, bias, eps)
