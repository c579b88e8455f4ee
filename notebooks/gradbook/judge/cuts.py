"""A record cut in one term of several: the gradient comes out, and a part of it is missing.

A cut is named only when the same answer without it is right.
"""

import ast
import copy

import torch

from .diagnosis import NotYet
from .run import Run
from .values import equal, is_number, plain

METHODS = ("detach", "item", "tolist", "numpy")


class _Join(ast.NodeTransformer):
    """Leaves the cuts out, and keeps their code in `cuts`."""

    def __init__(self, run):
        self.run, self.cuts = run, []

    def without(self, node, kept):
        self.cuts.append(ast.unparse(node))
        return kept

    def visit_Call(self, node):
        self.generic_visit(node)
        function = node.func
        if isinstance(function, ast.Attribute) and function.attr in METHODS and getattr(function.value, "attr", "") != "grad":
            return self.without(node, function.value)
        if len(node.args) != 1 or node.keywords:
            return node
        if getattr(function, "id", "") == "float" or (
                getattr(function, "attr", "") in ("tensor", "as_tensor") and any(
                    isinstance(part, ast.Name) and part.id in self.run.tensors for part in ast.walk(node.args[0]))):
            return self.without(node, node.args[0])
        return node

    def visit_Attribute(self, node):
        self.generic_visit(node)
        return self.without(node, node.value) if node.attr == "data" and isinstance(node.ctx, ast.Load) else node

    def visit_With(self, node):
        self.generic_visit(node)
        block = next((item.context_expr for item in node.items if "no_grad" in ast.unparse(item.context_expr)), None)
        return self.without(block, node.body) if block is not None else node


class _Swap(ast.NodeTransformer):
    """Puts the tensor's name where the number it was made of stands in a calculation."""

    def __init__(self, number, tensor):
        self.number, self.tensor = number, tensor

    def visit_Name(self, node):
        return ast.copy_location(ast.Name(self.tensor, node.ctx), node) if node.id == self.number else node


def cut(runs, bad, seen):
    """Raise NotYet about a cut in the calculation without which all runs are right."""
    if not isinstance(bad.source.tree, ast.FunctionDef) or not bad.passes:
        return
    join = _Join(bad)
    tree = join.visit(copy.deepcopy(bad.source.tree))
    if join.cuts and right(tree, runs):
        raise NotYet("partly_cut", seen, f"`{join.cuts[0]}`에서 기록이 끊겨 그 부분의 기울기가 빠졌습니다. 기록을 끊지 말고 그대로 계산에 씁니다.")
    for number, tensor in numbers_beside(bad):
        tree = copy.deepcopy(bad.source.tree)
        for node in [node for node in ast.walk(tree) if isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") != tensor]:
            node.value = _Swap(number, tensor).visit(node.value)
        if right(tree, runs):
            raise NotYet("number_in_term", seen, f"`{number}`에 담긴 것은 파이썬 수라 기록되지 않습니다. 계산에는 텐서인 `{tensor}` 쪽을 씁니다.")


def numbers_beside(run):
    """[(number's name, tensor's name)]: what the function got as a number and made a leaf of."""
    given = [arg.arg for arg in run.source.tree.args.args]
    return [(name, leaf) for name in given if is_number(run.names.get(name)) for leaf, tensor in run.leaves.items()
            if tensor.numel() == 1 and tensor.item() == run.names[name]]


def right(tree, runs):
    """Whether the function of this code gives what is wanted in every run."""
    names = dict(getattr(runs[0].answer, "__globals__", {}), torch=torch)
    try:
        exec(compile(ast.fix_missing_locations(ast.Module([tree], [])), "<mended>", "exec"), names)
        again = [Run(names[tree.name], run.inputs, run.wanted) for run in runs]
    except Exception:  # code that cannot stand without the cut
        return False
    return all(run.error is None and equal(run.value, plain(run.wanted)) for run in again)
