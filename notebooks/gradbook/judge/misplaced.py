"""A sum at the wrong place, or something else in its place: named only when the same answer with the sum where it belongs is right."""

import ast
import copy

from .cuts import right
from .diagnosis import NotYet

OTHERS = {"mean": "평균", "prod": "곱", "norm": "노름", "max": "가장 큰 값", "min": "가장 작은 값"}


class _Outward(ast.NodeTransformer):
    """`x.sum() ** 2`, and the like of a mean, becomes `(x ** 2).sum()`."""

    def visit_BinOp(self, node):
        self.generic_visit(node)
        call = node.left
        if isinstance(node.op, ast.Pow) and isinstance(call, ast.Call) and getattr(call.func, "attr", "") in ("sum", "mean") and not call.args:
            power = ast.BinOp(call.func.value, ast.Pow(), node.right)
            return ast.Call(ast.Attribute(power, "sum", ast.Load()), [], [])
        return node


class _Instead(ast.NodeTransformer):
    """Puts sum in the place of another name."""

    def __init__(self, name):
        self.name = name

    def visit_Attribute(self, node):
        self.generic_visit(node)
        return ast.copy_location(ast.Attribute(node.value, "sum", node.ctx), node) if node.attr == self.name else node


def misplaced(runs, bad, seen):
    """Raise NotYet where a power was taken of the sum, or something else was taken for it."""
    if not isinstance(bad.source.tree, ast.FunctionDef) or not bad.passes:
        return
    outward = _Outward().visit(copy.deepcopy(bad.source.tree))
    if ast.dump(outward) != ast.dump(bad.source.tree) and right(outward, runs):
        first = "평균" if bad.source.calls("mean") else "합"
        raise NotYet("power_of_sum", seen, f"{first}을 구한 다음 거듭제곱했습니다. 원소마다 거듭제곱한 것을 더합니다.")
    for name, words in OTHERS.items():
        if bad.source.calls(name) and right(_Instead(name).visit(copy.deepcopy(bad.source.tree)), runs):
            raise NotYet("no_sum", seen, f"합이 아니라 다른 것을 구했습니다: {words}. `{name}` 대신 `sum`을 씁니다.")
