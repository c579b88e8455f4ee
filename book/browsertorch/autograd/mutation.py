"""torch.autograd.graph.allow_mutation_on_saved_tensors: what backward needs may be changed in place."""

from contextlib import contextmanager
from weakref import WeakKeyDictionary, WeakValueDictionary

from ..base.modes import mode
from .graph import saved_tensors_hooks

_open = []


class Handle:
    """Stands for a saved tensor of one version; a node keeps it, the context only looks at it."""

    def __init__(self, tensor):
        self.memory, self.tensor = tensor._counter, tensor.detach()


class Copies:
    """What one such context knows of the saved tensors.

    tid_to_weakhandle: {(address, version counter, version): its handle}; cloned: {handle: copy from before the change}
    """

    def __init__(self):
        self.tid_to_weakhandle, self.cloned = WeakValueDictionary(), WeakKeyDictionary()

    def clear(self):
        self.tid_to_weakhandle.clear()
        self.cloned.clear()

    def pack(self, tensor):
        key = tensor.data_ptr(), id(tensor._counter), tensor._counter[0]
        handle = self.tid_to_weakhandle.get(key)
        if handle is None:
            handle = self.tid_to_weakhandle[key] = Handle(tensor)
        return handle

    def unpack(self, handle):
        if self not in _open:
            raise AssertionError("Trying to backward outside of the 'allow_mutation_on_saved_tensors' contextin which the graph was originally "
                                 "recorded.")
        return self.cloned.get(handle, handle.tensor)

    def before_change(self, tensor):
        """The memory of the tensor is about to change: copy what was saved of it."""
        for handle in list(self.tid_to_weakhandle.values()):
            if handle.memory is tensor._counter and handle not in self.cloned:
                self.cloned[handle] = handle.tensor.clone()
                handle.tensor = None


@contextmanager
def allow_mutation_on_saved_tensors():
    """Inside, a saved tensor is copied before it is changed in place, so that the change does no harm."""
    if _open:
        raise RuntimeError("allow_mutation_on_saved_tensors contexts cannot be nested")
    copies = Copies()
    _open.append(copies)
    mode.watch = copies.before_change
    try:
        with saved_tensors_hooks(copies.pack, copies.unpack):
            yield copies
    finally:
        mode.watch = None
        copies.clear()
        _open.remove(copies)
