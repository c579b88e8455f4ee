"""The cells above an answer that it needs: an answer may use a name that an earlier cell imports or defines."""

import builtins
import symtable


def names(code):
    """(names that the code makes, names that it takes from outside). Of code that does not parse: none."""
    try:
        top = symtable.symtable(code, "<cell>", "exec")
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return set(), set()
    made = {name.get_name() for name in top.get_symbols() if name.is_assigned() or name.is_imported() or name.is_namespace()}
    used = {name.get_name() for name in top.get_symbols() if name.is_referenced()} | set(from_inside(top))
    return made, used - made - set(dir(builtins))


def from_inside(table):
    """What the functions and classes in a table take from the top."""
    for inner in table.get_children():
        yield from (name.get_name() for name in inner.get_symbols() if name.is_global())
        yield from from_inside(inner)


def above(codes, answer, given):
    """Those of the cells `codes` that `answer` needs, in their order. given: the names that it has anyway."""
    wanted, found = names(answer)[1] - set(given), []
    for code in reversed(codes):
        made, used = names(code)
        if made & wanted:
            found.insert(0, code)
            wanted = wanted - made | used - set(given)
    return found
