"""torch._C: of torch's own inside, what looks at a running backward pass and at its switches."""

import weakref
from operator import attrgetter

from ..base.errors import type_name
from ..base.missing import MissingAttribute, missing
from ..base.modes import carry as _set_fwd_grad_enabled, is_grad_enabled as is_grad_enabled
from ..core.backward import running
from ..core.graph import Node
from ..autograd.threads import is_multithreading_enabled as _is_multithreading_enabled
from . import _autograd as _autograd, _functions as _functions

has_lapack = True


class _WeakTensorRef:
    """Is a tensor still there? The reference does not keep it."""

    def __init__(self, tensor):
        self._ref = weakref.ref(tensor)

    def expired(self):
        return self._ref() is None


def _current_autograd_node():
    """The node whose gradients are computed now, or None."""
    return running[-1].node if running else None


def _current_graph_task_id():
    """The number of the running backward pass; -1 outside of any."""
    return running[-1].number if running else -1


def _nodes(now):
    return [n for n in now.arrived if now.needed is None or n in now.needed]


def _will_engine_execute_node(node):
    """Will the running backward pass compute the gradients of this node's inputs?"""
    if isinstance(node, Node):
        if not running:
            raise RuntimeError("_get_should_execute_nodes should only be called during the backward pass")
        now = running[-1]
        if node.seq is None and now.needed is not None and now.needed.get(node) is False:
            raise RuntimeError("_will_engine_execute_node: You are trying to query whether an AccumulateGrad node will run, but you are currently "
                               "running autograd.grad().")
        return node in now.arrived if now.needed is None else node in now.needed
    raise RuntimeError(f"_will_engine_execute_node expects an grad_fn, but got {type_name(node)}")


def _current_graph_task_execution_order():
    """The nodes of the running backward pass in the order they run."""
    if not running:
        raise RuntimeError("_current_graph_task_execution_order should only be called during the backward pass")
    if _is_multithreading_enabled():
        raise RuntimeError("_current_graph_task_execution_order expects the current backward to be executed with multithreading disabled, e.g. by "
                           "running:\n\nwith torch.autograd.set_multithreading_enabled(False):\n    ...\n")
    nodes, order = _nodes(running[-1]), []
    waiting = {leaf: sum(f is leaf for n in nodes for f, _ in n.next_functions) for leaf in nodes if leaf.seq is None}
    for node in sorted((n for n in nodes if n.seq is not None), key=attrgetter("seq"), reverse=True):
        order.append(node)
        for following, _ in node.next_functions:
            if following in waiting:
                waiting[following] -= 1
                if not waiting[following]:
                    order.append(following)
    return order


def __getattr__(name):
    if name.startswith("__"):
        raise AttributeError(name)
    raise missing("torch._C." + name, MissingAttribute)
