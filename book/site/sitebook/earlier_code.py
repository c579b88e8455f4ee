"""Which earlier cells the code of a prediction needs: asked again days later, it stands without the page above it.

Read from the names alone. A cell that gives a name stands before it, and so do the cells that give what that one needs, unless
it is a function or a class: how one is written inside does not matter. What was done to a value since it was given comes along,
in a few cells at most. What is imported needs no word.
"""

import ast
import builtins
from dataclasses import dataclass

EVERYWHERE = {*dir(builtins), "torch"}
ASIDE = {"exercise", "hide-cell", "hide-input"}  # the reader's own, solutions and figures: no later cell builds on them
DONE_SINCE = 4  # more cells than these tell a story of their own
TOOLS = (ast.FunctionDef, ast.ClassDef)
IMPORTS = (ast.Import, ast.ImportFrom)


@dataclass(frozen=True)
class Names:
    needs: frozenset  # asked for before they are given here
    gives: frozenset  # without what it imports
    tools: frozenset  # those of them that are functions and classes
    acts: bool  # it does more than give these and print
    fails: bool


def _bound(node):
    """The names that a piece of code gives, wherever in it."""
    for each in ast.walk(node):
        if isinstance(each, ast.Name) and isinstance(each.ctx, ast.Store):
            yield each.id
        elif isinstance(each, ast.arg):
            yield each.arg
        elif isinstance(each, TOOLS):
            yield each.name
        elif isinstance(each, ast.alias):
            yield (each.asname or each.name).partition(".")[0]
        elif isinstance(each, ast.ExceptHandler) and each.name:
            yield each.name


def _asked(node):
    """The names that an expression or a simple statement asks for, without those it binds for itself alone."""
    own = {
        name
        for each in ast.walk(node)
        if isinstance(each, (ast.Lambda, ast.comprehension))
        for name in _bound(each.args if isinstance(each, ast.Lambda) else each.target)
    }
    found = {each.id for each in ast.walk(node) if isinstance(each, ast.Name) and isinstance(each.ctx, ast.Load)}
    if isinstance(node, ast.AugAssign):
        found.update(_bound(node.target))
    return found - own


def _needs(body, given):
    """What a sequence of statements needs; what they give is added to `given`, in order."""
    found = set()
    for statement in body:
        blocks = [block for field in ("body", "handlers", "orelse", "finalbody") for block in getattr(statement, field, ())]
        if isinstance(statement, TOOLS):
            found |= _asked(statement) - set(_bound(statement)) - given
        elif blocks:
            head = [each for each in ast.iter_child_nodes(statement) if each not in blocks]
            found |= set().union(*map(_asked, head)) - given
            given.update(name for each in head for name in _bound(each))
            if isinstance(statement, ast.ExceptHandler) and statement.name:
                given.add(statement.name)
            found |= _needs(blocks, given)
        else:
            found |= _asked(statement) - given
        given.update([statement.name] if isinstance(statement, TOOLS) else _bound(statement))
    return found


def _prints(statement):
    call = statement.value if isinstance(statement, ast.Expr) else None
    return isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id == "print"


def read(source, tags=()):
    body = ast.parse(source).body
    given = set()
    needs = _needs(body, given)
    fails = "raises-exception" in tags
    imported = {name for each in body if isinstance(each, IMPORTS) for name in _bound(each)}
    return Names(
        needs=frozenset(needs - EVERYWHERE),
        gives=frozenset(given - imported - (needs if fails else set())),  # what it failed to change stays as it was
        tools=frozenset(each.name for each in body if isinstance(each, TOOLS)),
        acts=not all(isinstance(each, TOOLS + IMPORTS) or _prints(each) for each in body),
        fails=fails,
    )


def _given_by(name, cells, before):
    return next((at for at in reversed(range(before)) if name in cells[at].gives), None)


def needed(cells, at):
    """The places in `cells` (Names in order) of those that cell `at` needs, in order."""
    found = set()

    def add(names, before):
        for name in names:
            giver = _given_by(name, cells, before)
            if giver is not None and giver not in found:
                found.add(giver)
                if name not in cells[giver].tools:
                    add(cells[giver].needs, giver)

    add(cells[at].needs, at)
    since = set()
    for name in cells[at].needs:
        giver = _given_by(name, cells, at)
        if giver is None or name in cells[giver].tools:
            continue
        touched = {name}
        for place in range(giver + 1, at):
            if cells[place].acts and not cells[place].fails and cells[place].needs & touched:
                since.add(place)
                touched |= cells[place].gives
    if len(since) <= DONE_SINCE:
        found |= since
    return sorted(found)


def of_notebook(notebook):
    """{id of a prediction's cell: ids of the cells that its code needs} of those that need any."""
    stored = [cell for cell in notebook["cells"] if cell["cell_type"] == "code"]
    stored = [cell for cell in stored if not ASIDE & set(cell["metadata"].get("tags", ()))]
    cells = [read("".join(cell["source"]), cell["metadata"].get("tags", ())) for cell in stored]
    asking = [at for at, cell in enumerate(stored) if "predict" in cell["metadata"].get("tags", ())]
    found = {stored[at]["id"]: [stored[place]["id"] for place in needed(cells, at)] for at in asking}
    return {cell: before for cell, before in found.items() if before}
