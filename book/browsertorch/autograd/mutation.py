"""torch.autograd.graph.allow_mutation_on_saved_tensors: what backward needs may be changed in place."""

from contextlib import contextmanager

from .graph import saved_tensors_hooks

_open = []


class Copies:
    """The copies that one such context made; `clear` forgets them."""

    def __init__(self):
        self.kept = {}

    def clear(self):
        self.kept.clear()


@contextmanager
def allow_mutation_on_saved_tensors():
    """Inside, a copy of every saved tensor is kept (torch copies it when it is changed), so that in-place changes do no harm."""
    if _open:
        raise RuntimeError("allow_mutation_on_saved_tensors contexts cannot be nested")
    copies = Copies()

    def pack(tensor):
        copies.kept[len(copies.kept)] = tensor.detach().clone()
        return len(copies.kept) - 1

    def unpack(number):
        if copies not in _open:
            raise AssertionError("Trying to backward outside of the 'allow_mutation_on_saved_tensors' contextin which the graph was originally "
                                 "recorded.")
        return copies.kept[number]

    _open.append(copies)
    try:
        with saved_tensors_hooks(pack, unpack):
            yield copies
    finally:
        copies.clear()
        _open.remove(copies)
