"""torch.func: derivatives and batching as functions of functions.

grad, vjp, jvp: gradients.py; jacrev, jacfwd, hessian, linearize: jacobians.py; vmap: vectorize.py, over tensors of batched.py, whose
operations dispatch.py carries out by the rules of rules_*.py; modules: modules.py; what all share: levels.py.
"""

from ..base.missing import no_attribute
from . import (functions, rules_index, rules_inplace, rules_matmul, rules_nn, rules_numbers, rules_pointwise, rules_random, rules_reduce,
               rules_shape)
from .gradients import grad, grad_and_value, jvp, vjp
from .jacobians import hessian, jacfwd, jacrev, linearize
from .modules import functional_call, stack_module_state
from .vectorize import vmap


def __getattr__(name):
    raise no_attribute("func", name)
