"""What the transforms share: the stack of running transforms, nested arguments, and how a tensor prints inside them.

Every running transform is a level. What is computed inside grad, vjp or jvp, and what they are called with, prints as
`GradTrackingTensor(lvl=..., value=...)`, a batched tensor as `BatchedTensor(...)`, as torch's wrapper tensors do.
"""

from ..base.modes import mode
from ..core.graph import edge, shell
from ..core.printing import plain_str
from .batched import inside, levels_of, peeled, running, whole
from .dispatch import call, made_here, watch


class Level:
    """A running transform; a context manager. `number` is its place in the stack, as it is printed."""

    is_batch = False

    def __enter__(self):
        self.viewed = []      # the tensors of which the function gets views
        if not running.levels:
            watch(True)
        running.enter(self)
        self.number = len(running.levels)
        self.before, mode.func = mode.func, running
        return self

    def __exit__(self, *exc):
        mode.func = self.before
        running.leave(self)
        if mode.func is None:
            watch(False)

    def follows(self, tensor):
        """Does the tensor depend on this level's inputs?"""
        raise NotImplementedError


def tensor_str(tensor):
    """The text of a tensor inside the running transforms. A batched one that escaped from its vmap still shows it."""
    tensor = whole(tensor)
    escaped = [level for level in levels_of(tensor) if level not in running.levels]
    return _text(tensor, running.levels + escaped, inside(tensor))


def _text(tensor, levels, followed):
    if not levels:
        return plain_str(without_levels(tensor))
    *outer, level = levels
    if level in levels_of(tensor):
        value, dim = peeled(tensor)
        return f"BatchedTensor(lvl={level.number}, bdim={dim}, value=\n{_indent(_text(value, outer, followed))}\n)"
    if level not in followed:
        return _text(tensor, outer, followed)
    return f"GradTrackingTensor(lvl={level.number}, value=\n{_indent(_text(tensor, outer, followed))}\n)"


def without_levels(tensor):
    """The tensor with the history it has outside all levels: none, or that of a tensor from outside."""
    if any(level.follows(tensor) for level in running.levels):
        return shell(tensor)
    return tensor


def _indent(text):
    return "\n".join("    " + line for line in text.split("\n"))


def reaches(tensor, nodes):
    """Does the history of `tensor` contain one of `nodes`?"""
    if not tensor.requires_grad:
        return False
    found, todo = set(), [edge(tensor)[0]]
    while todo:
        node = todo.pop()
        if node in nodes:
            return True
        if node is not None and node not in found:
            found.add(node)
            todo.extend(n for n, _ in node.next_functions)
    return False


# -- nested arguments: tuples, lists and dicts of anything

def leaves(tree):
    """The things in a nested structure, in order."""
    if isinstance(tree, dict):
        return [x for value in tree.values() for x in leaves(value)]
    if isinstance(tree, (tuple, list)):
        return [x for value in tree for x in leaves(value)]
    return [tree]


def rebuild(tree, values):
    """A structure like `tree` with its leaves taken from the iterator `values`."""
    if isinstance(tree, dict):
        return type(tree)((key, rebuild(value, values)) for key, value in tree.items())
    if isinstance(tree, (tuple, list)):
        items = [rebuild(value, values) for value in tree]
        return type(tree)(*items) if hasattr(tree, "_make") else type(tree)(items)
    return next(values)


def tree_map(f, tree):
    return rebuild(tree, map(f, leaves(tree)))


def spec(tree, depth=0):
    """The structure as torch's messages show it: TreeSpec(tuple, None, [*, ...])."""
    if isinstance(tree, dict):
        context, children = list(tree), list(tree.values())
    elif isinstance(tree, (tuple, list)):
        context, children = None, list(tree)
    else:
        return "*"
    parts = [spec(child, depth + 2) for child in children]
    return f"TreeSpec({type(tree).__name__}, {context}, [" + (",\n" + " " * (depth + 2)).join(parts) + "])"


class _Star:
    def __repr__(self):
        return "*"


def short_spec(tree):
    """The structure in the other way torch shows it: (*, [*, *])."""
    return repr(tree_map(lambda _: _Star(), tree))


def same_structure(a, b):
    return spec(a) == spec(b)


running.call, running.made_here, running.tensor_str = call, made_here, tensor_str
