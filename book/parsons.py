"""Parsons problems: the statements of a solution's loop, which a reader puts in order. A solution's metadata `parsons` asks for one.

The site draws them (book/site/sitebook/parsons.py); an author's tools run every order (book/tools/parsons.py) and check what is
said of the wrong ones (book/tools/validation/parsons.py).
"""

import ast
import hashlib
from dataclasses import dataclass

KEY = "parsons"


@dataclass(frozen=True)
class Program:
    """A function with one loop. Comments are left out: they would tell the order."""

    head: tuple  # lines before the loop's body
    pieces: tuple  # the body's statements, each the text of its lines
    tail: tuple  # the function's lines after the loop
    rest: tuple  # the cell's lines after the function

    def names(self):
        """What a piece is called: its first line."""
        return [piece.split("\n")[0].strip() for piece in self.pieces]

    def function(self, order):
        """The function with its pieces in this order: numbers of pieces."""
        return "\n".join([*self.head, *(self.pieces[number] for number in order), *self.tail])

    def piece_at(self, order, line):
        """The number of the piece in which a line of `function(order)`, counted from 1, stands."""
        line -= len(self.head)
        for number in order:
            line -= self.pieces[number].count("\n") + 1
            if line <= 0:
                return number
        raise ValueError("the line stands after the loop")

    def cell(self, order):
        return "\n".join([self.function(order), *self.rest])


def read(source):
    """The Program of a solution's cell; None where it has no function with a `for` loop."""
    lines = source.splitlines()
    function = next((node for node in ast.parse(source).body if isinstance(node, ast.FunctionDef)), None)
    loop = next((node for node in function.body if isinstance(node, ast.For)), None) if function else None
    if not loop:
        return None

    def told(first, last):
        return tuple(line for line in lines[first - 1 : last] if not line.lstrip().startswith("#"))

    return Program(
        told(function.lineno, loop.body[0].lineno - 1),
        tuple("\n".join(told(statement.lineno, statement.end_lineno)) for statement in loop.body),
        told(loop.end_lineno + 1, function.end_lineno),
        told(function.end_lineno + 1, len(lines)),
    )


def written(order):
    """An order as it is stored: 0213."""
    return "".join(map(str, order))


def follows(order, numbers):
    """Whether these pieces come one after another in the order (written), whatever stands between them."""
    places = [order.index(str(number)) for number in numbers]
    return places == sorted(places)


def orders_of(entry):
    return entry["orders"].split()


def rule_for(entry, order, rules):
    """The first of the rules, lists of pieces' numbers, that tells what is wrong with this order, as its place among them; None
    where there is none.

    A rule fits an order in which its pieces come in its order, and an error that one of them raised.
    """
    for place, numbers in enumerate(rules):
        if follows(order, numbers) and entry.get("at", numbers[0]) in numbers:
            return place
    return None


def shuffled(pieces, right):
    """The order that is shown first, the same in every build: by hashes, and none of the right ones (written)."""
    for salt in range(100):
        order = sorted(range(len(pieces)), key=lambda number: hashlib.sha256(f"{salt}{pieces[number]}".encode()).digest())
        if written(order) not in right:
            return order
    raise ValueError("every order of these lines is right")
