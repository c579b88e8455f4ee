"""Which line of the cell made each variable, read from the caller's own code."""

import ast
import linecache

import torch


def variables(frame):
    """{name: tensor} of what the caller can see, its own names first."""
    seen = {**frame.f_globals, **frame.f_locals}
    return {name: value for name, value in seen.items() if not name.startswith("_") and isinstance(value, torch.Tensor)}


def assignments(frame):
    """({name: number of the line that gave it its value}, {number: the line's code}) of the caller's cell or file."""
    text = "".join(linecache.getlines(frame.f_code.co_filename, frame.f_globals))
    try:
        tree = ast.parse(text)
    except SyntaxError:  # magics, or no code at all
        return {}, {}
    made = {}
    for statement in ast.walk(tree):
        targets = getattr(statement, "targets", None) or [getattr(statement, "target", None)]
        if isinstance(statement, (ast.Assign, ast.AugAssign, ast.AnnAssign)) and statement.lineno <= frame.f_lineno:
            made |= {target.id: max(statement.lineno, made.get(target.id, 0)) for target in targets if isinstance(target, ast.Name)}
    return made, {number: line.split("#")[0].strip() for number, line in enumerate(text.splitlines(), start=1)}


def note_lines(order, made):
    """Give every node its line: that of its variable, else of the first node it goes into."""
    for node in order:
        node.line = made.get(node.name, node.line)
        for source in node.inputs:
            if source.line is None:
                source.line = node.line
