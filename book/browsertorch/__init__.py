"""browsertorch: PyTorch's API on numpy, with an autograd core that can be read.

How it is built: in floors, and a file imports only what stands below it (from bottom to top)
  base/       what knows no tensor: dtypes, values (Size, device, ...), errors, missing (what only real torch has), rounding,
              modes (`mode`: one object with every switch: grad, inference, anomaly, saved_hooks, dual, func)
  core/       tensor (a numpy array _a, a version counter shared by all views of one memory, its place in the graph;
              `wrap(array)` makes one), graph (Node, Saved and `differentiable`), backward (`run_backward`, the way back), views
              (`view`, and changes in place: `write`, `put`), registry (`@op`, `@function`, `@method`: how a Python function
              becomes torch.f and Tensor.f), operands, sums, printing, hooks
  api/        calls: `out=`, torch's words for wrong arguments (arguments, signatures.txt), and how a function looks (builtin)
  ops/        the operations, by subject: arithmetic, reduce, shape, ..., creation, random, linalg
  autograd/   backward and grad, Function, forward mode, gradcheck
  nn/ optim/ utils/
  func/       functions of functions
  this file and lazy.py   what `import torch` shows
  base/later.txt          the modules of a second archive, which is fetched when a program names one of them
  A folder or file of a public name is torch's own (torch.nn, torch.autograd.graph); torch.linalg and torch.random are in ops/.

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
  saved hooks       mode.saved_hooks; graph.Saved calls pack(saved, tensor) and unpack(saved, node)
  device meta       a tensor's _a is a MetaArray (base/meta_array.py), which numpy's functions ask for their result; no operation knows of it
A switch holds what it switches on, so that core need not import it:
  anomaly           mode.anomaly is autograd.anomaly: remember(node) when a node is made, guarded(node, grads, keep) runs one
  forward mode      mode.dual is autograd.forward_ad: propagate(out, inputs) after each operation. With u a dummy
                    gradient, derivative(u, *saved) is linear in u, so its own vjp is the jvp: no second set of rules
  torch.func        mode.func is func.batched.running: every operation comes through its call (func/dispatch.py). vmap runs
                    its function once, on batched tensors (func/batched.py), and dispatch carries their operations out by the
                    rules of func/rules_*.py. The history is always that of the physical tensors, batches included
"""

import math
import sys

from .base import dtypes, return_types
from .base.dtypes import finfo, get_default_dtype, iinfo, promote_types, set_default_dtype
from .base.missing import MISSING_METHODS, MissingMethod, MissingModules, attribute as _later, shown_later
from .base.modes import (enable_grad, inference_mode, is_grad_enabled, is_inference_mode_enabled, is_warn_always_enabled, no_grad,
                         set_grad_enabled, set_warn_always)
from .base.values import Size, contiguous_format, device, layout, memory_format, preserve_format, strided
from .core import printing, registry
from .core.tensor import Tensor
from .api import arguments, calls
from .ops import linalg, random
from . import autograd, lazy

__version__ = "2.13.0+cpu"
pi, e, inf, nan, newaxis = math.pi, math.e, math.inf, math.nan, None
sys.modules.update({f"{__name__}.linalg": linalg, f"{__name__}.random": random, f"{__name__}.return_types": return_types})

default_generator = random.default_generator
for _dtype in dtypes.ALL:
    globals()[_dtype.name] = _dtype
dtype = dtypes.dtype
globals().update(dtypes.ALIASES)
for _name in registry.functions:
    if not _name.endswith("_") or arguments.known(_name):       # torch.exp_, but only Tensor.add_
        globals()[_name] = calls.public(_name)
for _name, _f in {**vars(Tensor), **registry.methods}.items():
    if _name in registry.methods or arguments.known("." + _name):
        setattr(Tensor, _name, calls.method(_f, _name))
for _name in shown_later("Tensor"):
    setattr(Tensor, _name, lazy.LateMethod(__name__, _name))
for _name in MISSING_METHODS:
    if not hasattr(Tensor, _name):     # else the list is older than the method
        setattr(Tensor, _name, MissingMethod(_name))
_lazy = lazy.attribute
if __name__ == "torch":                # else real torch is beside it, and functorch its own
    sys.modules["functorch"] = lazy.functorch(__name__)
for _name in ("base", "core", "api", "ops", "lazy", "arguments", "calls", "dtypes", "printing", "registry"):
    globals().pop(_name)               # how it is done: torch has no torch.core
del _dtype, _name, _f
sys.meta_path.append(MissingModules(__name__))


def __getattr__(name):
    found = _lazy(__name__, name)
    return _later("torch", name) if found is None else found
