"""What a node keeps for its derivatives, as `grad_fn._saved_other` shows it.

A derivative's parameters behind the gradient (the tensors it saved) have torch's names; of the numbers around it, those that torch
keeps too are shown, under torch's names.
"""

from .operands import number_array
from .tensor import wrap

_SHOWN = {name: name for name in ("alpha diagonal dim exponent k keepdim max min offset other p self size step storage_offset stride value "
                                  "weight").split()}
_SHOWN |= {"shape": "self_sym_sizes", "before": "self_sym_sizes", "count": "self_sym_numel", "dims": "dim", "d": "dim", "d0": "dim0",
           "d1": "dim1", "d2": "dim2", "times": "repeats"}
_DIMS = {"FlipBackward0", "RollBackward0", "PermuteBackward0", "Rot90Backward0"}       # there torch's name is dims too
_NO_SIZES = {f"{name}Backward0" for name in "Amax Amin LinalgVectorNorm Logsumexp Gather NllLoss MaskedSelect Nansum AsStrided".split()}
_SIZED = {"MmBackward0": ("self", "mat2"), "AddmmBackward0": ("mat1", "mat2")}     # of these torch also keeps the lengths and steps


def _names(derivative):
    """(the function behind decorators, names of what is saved for it, names of what it takes from around it)"""
    while hasattr(derivative, "__wrapped__"):
        derivative = derivative.__wrapped__
    code = derivative.__code__
    return derivative, code.co_varnames[1:code.co_argcount - len(derivative.__defaults__ or ())], code.co_freevars


def properties(node, inputs):
    """{name: property} for the class of the nodes called `node`; `inputs` as in graph.record."""
    shown = {}
    for spec in inputs:
        if spec[1] is None:
            continue
        _, saved, around = _names(spec[1])
        for name in saved:
            shown["_saved_" + name] = property(lambda self, name=name: _shown(kept_as(self, name), name))
            shown["_raw_saved_" + name] = property(lambda self, name=name: kept_as(self, name, raw=True))
        for name in around:
            if name in _SHOWN and not (name == "shape" and node in _NO_SIZES):
                told = name if name == "dims" and node in _DIMS else _SHOWN[name]
                shown["_saved_" + told] = property(lambda self, name=name: _shown(kept_as(self, name), name))
    for name in _SIZED.get(node, ()):
        for what, steps in (("sizes", False), ("strides", True)):
            shown[f"_saved_{name}_sym_{what}"] = property(lambda self, name=name, steps=steps: _lengths(kept_as(self, name), steps))
    return shown


def _shown(value, name):
    """A number beside a tensor is one too, in torch."""
    if name == "other" and type(value) in (int, float, bool):
        return wrap(number_array(value))
    return 1 if name == "alpha" and value is None else value      # torch keeps it even where its derivative is not needed


def _lengths(tensor, steps):
    return tensor if tensor is None else tensor.stride() if steps else tuple(tensor.shape)


def kept_as(node, wanted, raw=False):
    """What the node's derivatives keep under that name of theirs; None where none of those that need it is needed."""
    for d in node.derivatives:
        if d is None:
            continue
        function, saved, around = _names(d[0])
        if wanted in saved:
            if node.freed:
                raise node.second_backward()
            s = d[1][saved.index(wanted)]
            return s if raw or not hasattr(s, "unpack") else s.unpack(node)
        if wanted in around:
            return function.__closure__[around.index(wanted)].cell_contents
    return None
