"""The learner's code as a tree, where Python still has it: for naming a mistake that the run has shown."""

import ast
import inspect
import linecache
import textwrap


def names_in(node):
    """The names that stand in this part of the code."""
    return {part.id for part in ast.walk(node) if isinstance(part, ast.Name)}


def class_lines(made):
    """The lines of a class and the number of its first one, as getsourcelines gives them; that asks for a file, which a notebook's cell is not."""
    method = next(part for part in map(inspect.unwrap, (getattr(part, "__func__", part) for part in vars(made).values())) if inspect.isfunction(part))
    lines = linecache.getlines(method.__code__.co_filename)
    node = next(node for node in ast.walk(ast.parse("".join(lines))) if isinstance(node, ast.ClassDef) and node.name == made.__name__)
    return lines[node.lineno - 1:node.end_lineno], node.lineno


class Source:
    """The code of a function or of a class. Without it, every question is answered by "no" or by nothing."""

    def __init__(self, function):
        try:
            lines, self.first = class_lines(function) if isinstance(function, type) else inspect.getsourcelines(function)
            tree = ast.parse(textwrap.dedent("".join(lines)))
        except Exception:
            tree = ast.Module([], [])
        self.text = ast.unparse(tree)
        found = [node for node in ast.walk(tree) if isinstance(node, (ast.FunctionDef, ast.Lambda))]
        named = [node for node in found if getattr(node, "name", None) == getattr(function, "__name__", "")]
        self.tree = tree if isinstance(function, type) else (named or found or [tree])[0]
        self.known = bool(found)
        self.parents = {child: node for node in ast.walk(self.tree) for child in ast.iter_child_nodes(node)}

    def nodes(self, *kinds):
        return [node for node in ast.walk(self.tree) if isinstance(node, kinds)]

    def around(self, node):
        """What the node stands in, from the inside out."""
        while node in self.parents:
            node = self.parents[node]
            yield node

    def in_loop(self, node):
        return any(isinstance(outer, (ast.For, ast.While)) for outer in self.around(node))

    def in_no_grad(self, node):
        return any(isinstance(outer, ast.With) and "no_grad" in ast.unparse(outer.items[0]) for outer in self.around(node))

    def calls(self, name):
        """Calls of a function or method of that name."""
        return [node for node in self.nodes(ast.Call) if name in (getattr(node.func, "attr", None), getattr(node.func, "id", None))]

    def used(self, name):
        """Calls of it, and where it decorates: `@x.register_hook` calls it without parentheses."""
        return self.calls(name) + [sign for node in self.nodes(ast.FunctionDef) for sign in node.decorator_list if getattr(sign, "attr", None) == name]

    def without_call(self, name):
        """`x.name` where it is not called: `y.backward` without its parentheses."""
        called = {id(node.func) for node in self.nodes(ast.Call)}
        return [node for node in self.nodes(ast.Attribute) if node.attr == name and id(node) not in called]

    def dropped(self):
        """What makes a new value only, where that value is not kept: a line `w.detach()` or `w - w.grad` by itself."""
        return [node.value for node in self.nodes(ast.Expr) if isinstance(node.value, ast.BinOp)
                or isinstance(node.value, ast.Call) and getattr(node.value.func, "attr", "") in
                ("detach", "clone", "sum", "mean", "item", "float", "pow", "square", "mul", "add", "sub", "div", "tolist", "reshape", "view")]

    def has_power_sign(self):
        return any(isinstance(node.op, ast.BitXor) for node in self.nodes(ast.BinOp, ast.AugAssign))

    def assigned(self, name):
        """Where a value is given to `name`."""
        return [node for node in self.nodes(ast.Assign, ast.AugAssign)
                if any(getattr(target, "id", None) == name for target in getattr(node, "targets", [getattr(node, "target", None)]))]

    def set_to_none(self):
        """Names that a loop sets to None: `y = None` where `x.grad = None` is meant."""
        return [node.targets[0].id for node in self.nodes(ast.Assign) if self.in_loop(node) and isinstance(node.targets[0], ast.Name)
                and isinstance(node.value, ast.Constant) and node.value.value is None]

    def made_from_itself(self, name):
        """`x = x * 2`, where x is then another tensor."""
        return [node for node in self.assigned(name) if isinstance(node, ast.Assign)
                and any(isinstance(part, ast.Name) and part.id == name for part in ast.walk(node.value))]

    def uncalled(self):
        """Functions made inside that nobody calls or hands on."""
        made = [node.name for node in self.nodes(ast.FunctionDef) if node is not self.tree and not node.decorator_list
                and not any(isinstance(outer, ast.ClassDef) for outer in self.around(node))]
        used = {part.id for call in self.nodes(ast.Call) for part in [call.func, *call.args, *(each.value for each in call.keywords)]
                if isinstance(part, ast.Name)}
        used |= {node.id for value in self.returned() for node in ast.walk(value) if isinstance(node, ast.Name)}
        return [name for name in made if name not in used]

    def read(self, name):
        """Where the name's value enters a calculation: `x.grad` by itself is none."""
        return [node for node in self.nodes(ast.Name) if node.id == name and isinstance(node.ctx, ast.Load)
                and getattr(self.parents.get(node), "attr", "") not in ("grad", "requires_grad", "requires_grad_", "zero_grad")]

    def returned(self):
        """Every expression that is returned."""
        if isinstance(self.tree, ast.Lambda):
            return [self.tree.body]
        return [node.value for node in self.nodes(ast.Return) if node.value is not None]

    def owners_of_grad(self, parts=None):
        """Names n of the `n.grad` in these parts, or in what is returned."""
        parts = self.returned() if parts is None else parts
        return [node.value.id for part in parts for node in ast.walk(part)
                if isinstance(node, ast.Attribute) and node.attr == "grad" and isinstance(node.value, ast.Name) and isinstance(node.ctx, ast.Load)]

    def emptied(self):
        """[(name, node)]: where `name.grad` is emptied."""
        found = [(node.targets[0].value, node) for node in self.nodes(ast.Assign) if getattr(node.targets[0], "attr", "") == "grad"]
        for call in self.calls("zero_"):
            owner = getattr(call.func, "value", None)
            found += [(part.value, call) for part in ast.walk(owner) if isinstance(part, ast.Attribute) and part.attr == "grad"] if owner else []
        return [(getattr(owner, "id", ""), node) for owner, node in found]

    def at(self, number):
        """The nodes of the file's line `number`."""
        if not self.known:
            return []
        return [node for node in ast.walk(self.tree) if getattr(node, "lineno", None) == number - max(self.first, 1) + 1]
