"""browsertorch: PyTorch's API on numpy, with an autograd core that can be read.

How it is built
  tensor.py      Tensor: a numpy array (_a), a version counter shared by all views of one memory (_counter),
                 and its place in the graph (_node, _nr, _rg). `wrap(array)` makes one.
  engine.py      Node, Saved and `differentiable`: the graph. backward.py: `run_backward`, the way back through it.
  inplace.py     views (`view`), in-place changes (`write`, `put`) and what they do to the history.
  modes.py       `mode`: one object with every switch (grad, inference, anomaly, saved_hooks, dual, func).
  registry.py    `@op`, `@function`, `@method`: how a Python function becomes torch.f and Tensor.f; calls.py adds `out=`
                 and torch's words for wrong arguments (arguments.py, signatures.txt); builtin.py is what they look like.
  dtypes.py creation.py printing.py random.py errors.py size.py, ops_*.py, linalg.py: by subject.

One way to declare an operation
  @op(inplace=True)                                       # torch.mul, Tensor.mul, Tensor.mul_
  def mul(input, other):
      x, y = operands("mul", input, other)                # numpy arrays of the result's dtype
      return differentiable("MulBackward0", quiet(operator.mul, x, y),
                            (input, lambda g, other: g * other, other),
                            (other, lambda g, self: g * self, input))
  One line per input: (input, derivative, *tensors to save). The derivative is written with Tensor
  operations on g, so derivatives of any order come by themselves. It takes every tensor it uses
  as a parameter, never from around it: what is listed as saved is version-checked, packed
  by saved_tensors_hooks, and freed after backward. Parameter names are torch's (`grad_fn._saved_other`).
  RESULT among the saved stands for the operation's own result. The engine sums broadcast gradients
  and casts dtypes, so derivatives need not.

What plugs in where
  custom Function   a Node subclass with its own `apply(grads, keep)` (autograd/function.py)
  hooks             Node.hooks (hooks.py), run by run_backward
  saved hooks       mode.saved_hooks; engine.Saved calls autograd.graph.pack(saved) / unpack(saved, node)
  anomaly           mode.anomaly; autograd.anomaly.remember(node) when a node is made, guarded(node, grads, keep) runs one
  forward mode      mode.dual > 0; autograd.forward_ad.propagate(out, inputs) after each operation. With u a dummy
                    gradient, derivative(u, *saved) is linear in u, so its own vjp is the jvp: no second set of rules
  torch.func        mode.func > 0 while a transform runs; then every operation comes through func.dispatch.call. vmap runs
                    its function once, on batched tensors (func/batched.py), and dispatch carries their operations out by the
                    rules of func/rules_*.py. The history is always that of the physical tensors, batches included
"""

import importlib
import math
import sys

from . import arguments, calls, dtypes, registry
from .dtypes import finfo, get_default_dtype, iinfo, promote_types, set_default_dtype
from .errors import MissingMethod, MissingModules, no_attribute, missing_names
from .modes import (enable_grad, inference_mode, is_grad_enabled, is_inference_mode_enabled, no_grad,
                    is_warn_always_enabled, set_grad_enabled, set_warn_always)
from .size import Size, contiguous_format, device, layout, memory_format, preserve_format, strided
from .tensor import Tensor
from . import (convert, creation, linalg, ops_arithmetic, ops_arrange, ops_compare, ops_gather, ops_index, ops_join, ops_math, ops_matmul,
               ops_reduce, ops_shape, ops_sort, printing, random)
from . import autograd

__version__ = "2.13.0+cpu"
pi, e, inf, nan, newaxis = math.pi, math.e, math.inf, math.nan, None

default_generator = random.default_generator
for _dtype in dtypes.ALL:
    globals()[_dtype.name] = _dtype
dtype = dtypes.dtype
globals().update(dtypes.ALIASES)
for _name, _f in registry.functions.items():
    if _name.endswith("_") and not arguments.known(_name):      # torch.exp_, but only Tensor.add_
        continue
    globals()[_name] = _f if isinstance(_f, (type, creation.tensortype)) else calls.function(_f, _name)
for _name, _f in {**vars(Tensor), **registry.methods}.items():
    if _name in registry.methods or arguments.known("." + _name):
        setattr(Tensor, _name, calls.method(_f, _name))
for _name in missing_names("Tensor"):
    if not hasattr(Tensor, _name):     # else the list is older than the method
        setattr(Tensor, _name, MissingMethod(_name))
for _name, _f in list(globals().items()):
    if isinstance(_f, type(sys)) and _f.__package__ == __name__ and _name not in ("linalg", "random", "return_types"):
        del globals()[_name]           # torch has no torch.size, no torch.engine
del _dtype, _name, _f

_LAZY = {"nn", "optim", "func", "linalg", "utils", "random", "testing", "cuda"}
_FUNCTIONAL = {"celu", "cosine_similarity", "pairwise_distance", "selu"}     # nn.functional's, also torch's


sys.meta_path.append(MissingModules(__name__))


def __getattr__(name):
    if name in _FUNCTIONAL:
        return getattr(importlib.import_module(".nn.functional", __name__), name)
    if name in _LAZY:
        return importlib.import_module("." + name, __name__)
    if name == "vmap":
        from .func import vmap
        return vmap
    raise no_attribute("torch", name)
