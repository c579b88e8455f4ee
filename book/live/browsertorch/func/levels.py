"""What the transforms share: the stack of running transforms, nested arguments, and how a tensor prints inside them.

Every running transform is a level. A tensor that a level follows prints as
`GradTrackingTensor(lvl=..., value=...)` or `BatchedTensor(...)`, as torch's wrapper tensors do.
"""

import re

from ..engine import edge, shell
from ..modes import mode

stack = []    # the running transforms, outermost first


class Level:
    """A running transform; a context manager."""

    counter = "func"    # which number of `mode` says that one is running

    def __enter__(self):
        stack.append(self)
        setattr(mode, self.counter, getattr(mode, self.counter) + 1)
        return self

    def __exit__(self, *exc):
        stack.remove(self)
        setattr(mode, self.counter, getattr(mode, self.counter) - 1)

    def follows(self, tensor):
        """Does the tensor depend on this level's inputs?"""
        raise NotImplementedError

    def text(self, number, inner, tensor):
        """How this level shows a tensor it follows; inner() is how the levels outside show it."""
        return f"GradTrackingTensor(lvl={number}, value=\n{indent(inner())}\n)"


def tensor_str(tensor, depth=None):
    """The text of a tensor inside `depth` levels (all of them by default)."""
    depth = len(stack) if depth is None else depth
    if depth == 0:
        from ..printing import plain_str
        return plain_str(without_levels(tensor))
    level = stack[depth - 1]
    if not level.follows(tensor):
        return tensor_str(tensor, depth - 1)
    return level.text(depth, lambda: tensor_str(tensor, depth - 1), tensor)


def without_levels(tensor):
    """The tensor with the history it has outside all levels: none, or that of a tensor from outside."""
    if any(level.follows(tensor) for level in stack):
        return shell(tensor)
    return tensor


def indent(text):
    """Four spaces more; a place kept for a later text (see vectorize.py) remembers how deep it stands."""
    text = re.sub(r"\0(\d+):(\d+):(\d+)\0", lambda m: f"\0{m[1]}:{m[2]}:{int(m[3]) + 4}\0", text)
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
        return type(tree)(*items) if hasattr(tree, "_fields") else type(tree)(items)
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


def same_structure(a, b):
    return spec(a) == spec(b)

