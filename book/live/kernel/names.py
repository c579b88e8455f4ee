"""Which names of the namespace a cell's text means. They are read from its syntax tree, so that a word in a string, an
argument's name and what a function calls its own are left out."""

import ast

SCOPES = (
    *(ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda, ast.ClassDef),
    *(ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp),
)


def used(code):
    """[(start, end, path)]: where each name stands, counted in characters, and what it is in full: `x`, `x.grad`."""
    try:
        tree = ast.parse(code)
    except (SyntaxError, ValueError, RecursionError):
        return []
    lines = code.split("\n")
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)
    found = []
    for node, path in visible(tree, frozenset()):
        column = len(lines[node.end_lineno - 1].encode()[: node.end_col_offset].decode())  # the tree counts bytes
        end = starts[node.end_lineno - 1] + column
        found.append((end - len(path.rpartition(".")[2]), end, path))
    return sorted(found)


def visible(node, hidden):
    """(node, path) of the names in a tree that are not `hidden` by a scope around them."""
    if isinstance(node, SCOPES):
        hidden = hidden | own(node)
    path = dotted(node)
    if path and path.partition(".")[0] not in hidden:
        yield node, path
    for child in ast.iter_child_nodes(node):
        yield from visible(child, hidden)


def dotted(node):
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute):
        owner = dotted(node.value)
        return owner and f"{owner}.{node.attr}"
    return ""


def own(scope):
    """The names that mean something else inside a function, a class or a comprehension; rather one too many than one too few."""
    names, shared = set(), set()
    for node in ast.walk(scope):
        if isinstance(node, ast.arg):
            names.add(node.arg)
        elif isinstance(node, ast.Name) and not isinstance(node.ctx, ast.Load):
            names.add(node.id)
        elif isinstance(node, ast.alias):
            names.add((node.asname or node.name).partition(".")[0])
        elif isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.ExceptHandler)) and node is not scope:
            names.add(node.name)
        elif isinstance(node, ast.Global):
            shared.update(node.names)
    return names - shared
