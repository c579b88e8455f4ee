"""What `import torch` does not read: nn, optim, func and utils come when they are asked for, so that the first cell waits less."""

import importlib
import types

from .base.missing import place
from .api import calls
from .core import registry
from .core.registry import function, method, op
from .core.tensor import Tensor

MODULES = {"nn", "optim", "func", "utils", "cuda"}
FUNCTIONAL = {"celu", "cosine_similarity", "pairwise_distance", "selu"}     # nn.functional's, also torch's


class LateMethod:
    """A method of tensors whose module is read when it is asked for."""

    def __init__(self, package, name):
        self.package, self.name = package, name

    def __get__(self, tensor, owner):
        if tensor is None:
            return self
        read(self.package, place("Tensor", self.name))
        setattr(Tensor, self.name, calls.method(registry.methods[self.name], self.name))
        return getattr(tensor, self.name)

    def __set__(self, tensor, value):      # real and imag
        self.__get__(tensor, None)
        setattr(tensor, self.name, value)


def read(package, path):
    """Read a module of the second archive, and what is known of its functions' arguments."""
    importlib.import_module(f"{package}.api.later")
    importlib.import_module(f"{package}.{path}")


def functorch(package):
    """The module `functorch`, which torch brings along; what it shows is read when it is asked for."""
    module = types.ModuleType("functorch")
    module.__getattr__ = lambda name: getattr(importlib.import_module(package + "._functorch"), name)
    return module


def attribute(package, name):
    """torch.<name>, or None where it is no name of this kind."""
    if name in MODULES:
        return importlib.import_module("." + name, package)
    if name == "vmap":
        return importlib.import_module(".func", package).vmap
    if name in FUNCTIONAL:
        return getattr(importlib.import_module(".nn.functional", package), name)
    path = place("torch", name)
    if path is None:
        return None
    read(package, path)
    return calls.public(name) if name in registry.functions else None      # else it is no operation


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


@method
def storage(self):
    """The memory as elements."""
    from .storage import typed    # late: it is in the second archive
    return typed(self)


@method
def untyped_storage(self):
    """The memory as bytes."""
    from .storage import untyped    # late: it is in the second archive
    return untyped(self)
