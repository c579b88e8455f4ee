"""Why the result that backward() was called on has no record."""

import ast
import re

import torch

from .diagnosis import NotYet
from .missing import flag, reassigned
from .source import names_in

CUTS = re.compile(r"(?<!\.grad)\.item\(|(?<!\.grad)\.detach\(|\.data\b|\.tolist\(|\.numpy\(|torch\.(?:as_)?tensor\((?=[^)]*[a-z])|\bfloat\(")


def no_record(run, text, message, line):
    """Raise NotYet where the exception says that there is no record."""
    if "does not require grad" not in message:
        return
    seen = f"{line.seen} `backward()`를 부른 결과에 기록이 없습니다."
    root = run.passes[-1].root if run.passes else None
    name = next((name for name, value in run.tensors.items() if value is root), None)
    made = run.source.assigned(name) if name else []
    used = names_in(made[-1].value) if made else set()
    leaves = {each for each, value in run.leaves.items() if value is not root}
    plain = [each for each, value in run.tensors.items() if value is not root and not value.requires_grad]
    other_root(run, name, root, seen, message)
    if any(map(run.source.in_no_grad, made)) or (not made and run.passes and not run.passes[-1].recording):
        raise NotYet("made_in_no_grad", seen, "결과를 `no_grad` 블록 안에서 계산했습니다. 미분할 계산은 블록 밖에서 합니다.", message)
    for each in plain:
        itself = run.source.made_from_itself(each)
        if any(map(run.source.in_no_grad, itself)) or run.source.owners_of_grad([node.value for node in itself]):
            reassigned(run, each, seen, message)
    if not leaves:
        flag(run, message, seen)
    for each in plain:
        first, *again = run.source.assigned(each) or [None]
        if again and "requires_grad=True" in ast.unparse(first) and run.source.calls("tensor") and "tensor(" in ast.unparse(again[-1].value):
            raise NotYet("made_anew", seen, f"`{ast.unparse(again[-1])}`은 처음의 `{each}` 대신 기록 없는 새 텐서를 담습니다. "
                         "새로 만들 때도 `requires_grad=True`를 적거나, 처음의 텐서를 그대로 씁니다.", message)
    for each in plain:
        if each in used and not used & leaves and any(
                isinstance(node, ast.Assign) and run.source.in_no_grad(node) for node in run.source.assigned(each)):
            raise NotYet("made_in_no_grad", seen, f"`{each}`의 계산이 `no_grad` 블록 안에 있습니다. 미분할 계산은 블록 밖에서 합니다.", message)
    for each in plain:
        for node in run.source.made_from_itself(each):
            if CUTS.search(ast.unparse(node.value)):
                raise NotYet("cut", seen, f"`{ast.unparse(node)}`에서 기록이 끊겼습니다. 그 줄을 지우고 처음의 `{each}`를 그대로 씁니다.", message)
    marks = marked(run, name, made, [each for each in plain if each in used and run.tensors[each].is_floating_point()], seen, message)
    unused = [each for each in leaves if not run.source.read(each)]
    if unused:
        raise NotYet("leaf_unused", seen, f"`{unused[0]}`의 값이 계산에 쓰이지 않았습니다. 결과가 `{unused[0]}`에서 나오도록 식에 넣습니다.", message)
    if not leaves and any(call.args and "tensor(" in ast.unparse(call.args[0]) for call in run.source.calls("tensor")):
        raise NotYet("tensor_of_tensors", seen, "텐서를 모아 `torch.tensor([…])`에 넣으면 값만 옮겨지고 기록이 끊깁니다. 수의 리스트로 `torch.tensor(…, requires_grad=True)`를 만듭니다.", message)
    for node in run.source.nodes(ast.Assign):
        place = node.targets[0]
        if isinstance(place, ast.Subscript) and isinstance(place.value, ast.Call):
            raise NotYet("written_to_copy", seen, f"새로 만든 사본에 적어 곧바로 버려집니다: `{ast.unparse(place.value)}`. 이름에 담아 씁니다.", message)
    cut = CUTS.search("\n".join(ast.unparse(node) for node in run.source.nodes(ast.Assign, ast.Return, ast.Expr) if not (
        isinstance(node, ast.Assign) and (getattr(node.targets[0], "id", None) in leaves or "requires_grad=True" in ast.unparse(node)))))
    if cut and (leaves or marks or "requires_grad=True" in run.source.text):
        raise NotYet("cut", seen, f"`{cut[0].strip('.(')}`에서 기록이 끊겼습니다. 텐서를 그대로 계산에 씁니다.", message)
    if not leaves and not any(isinstance(value, torch.Tensor) and value.requires_grad for value in run.given):
        raise NotYet("no_mark", seen, "`requires_grad=True`인 텐서가 없습니다. 입력이 될 텐서를 만들 때 적습니다.", message)
    raise NotYet("no_record", seen, "그 결과를 계산할 때 쓴 텐서 가운데 `requires_grad=True`인 것이 있는지, 중간에 기록이 끊기지 않았는지 봅니다.", message)


def other_root(run, name, root, seen, message):
    """Raise NotYet where a later result, made of this one, has a record."""
    for each, value in run.tensors.items():
        if name and value is not root and value.grad_fn is not None and value.numel() == 1 and any(
                name in names_in(node.value) for node in run.source.assigned(each)):
            raise NotYet("other_root", seen, f"기록이 있는 것은 `{each}`입니다. `{each}.backward()`를 부릅니다.", message)


def marked(run, name, made, plain, seen, message):
    """The lines that set requires_grad after a tensor was made; raise NotYet where they stand at the wrong place."""
    marks = [node for node in run.source.nodes(ast.Assign) if getattr(node.targets[0], "attr", "") == "requires_grad"
             and getattr(node.value, "value", None) is True]
    marks += [call for call in run.source.calls("requires_grad_") if getattr(call.args[0] if call.args else None, "value", True)]
    if not (made and marks):
        return marks
    if any(mark.lineno > made[-1].lineno for mark in marks):
        raise NotYet("late_mark", seen, f"`{name}`의 계산이 `requires_grad`를 `True`로 바꾸는 줄보다 앞에 있습니다. 그 줄을 계산보다 앞에 둡니다.", message)
    owners = set().union(*(names_in(getattr(mark, "targets", [mark])[0]) for mark in marks))
    for each in plain:
        before = [node for node in run.source.assigned(each) if node.lineno < made[-1].lineno]
        if before and each in owners and before[-1].lineno > marks[-1].lineno:
            raise NotYet("made_anew", seen, f"`requires_grad`를 `True`로 바꾼 다음에 `{each} = …`으로 새 텐서를 만들었습니다. 바꾼 텐서를 그대로 씁니다.", message)
        if before and each not in owners and before[-1].lineno < marks[0].lineno:
            raise NotYet("made_before_mark", seen, f"`{each} = …` 줄이 `requires_grad`를 `True`로 바꾸는 줄보다 앞에 있어 기록이 없습니다. 뒤로 옮깁니다.", message)
    return marks
