"""torch._C._autograd: what the graph keeps, and how it is counted."""

from ..autograd import graph
from ..autograd.virtual import SavedTensor
from ..base.missing import MissingAttribute, missing
from ..core.backward import running


def _saved_tensors_hooks_is_enabled():
    """May saved_tensors_hooks be used here?"""
    return graph.is_enabled()


def _get_current_graph_task_keep_graph():
    """Does the running backward pass keep the graph?"""
    return running[-1].keep if running else True


def _unsafe_set_version_counter(tensors, versions):
    """Say how often the memories of tensors were changed in place."""
    for tensor, version in zip(tensors, versions):
        tensor._counter[0] = version


def __getattr__(name):
    if name.startswith("__"):
        raise AttributeError(name)
    raise missing("torch._C._autograd." + name, MissingAttribute)
