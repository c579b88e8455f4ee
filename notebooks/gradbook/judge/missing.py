"""Why a `.grad` is None: the one thing that happens to every learner, for seven different reasons."""

import ast
import difflib

from .diagnosis import NotYet
from .source import names_in


def explain(run, name, error=""):
    """Raise NotYet about the None in `name.grad`, or return where the reason is not to be seen. name: a variable, or None."""
    tensor = run.tensors.get(name)
    if tensor is None and len(run.leaves) == 1:
        name, tensor = next(iter(run.leaves.items()))
    seen = f"`{name}.grad`가 `None`입니다." if name else "`.grad`가 `None`입니다."
    if tensor is not None and not tensor.is_leaf:
        hint = f"`{name}`에 담긴 텐서는 계산해서 얻은 결과입니다. 기울기는 `requires_grad=True`로 만든 텐서의 `.grad`에 담깁니다."
        made = run.source.made_from_itself(name)
        if any(getattr(part, "id", "") == name for loop in run.source.nodes(ast.For) for part in ast.walk(loop.target)):
            hint = f"반복문의 `for {name} in …`이 같은 이름에 다른 텐서를 담았습니다. 반복문의 변수에는 다른 이름을 씁니다."
        if made:
            hint = f"`{name} = …`으로 같은 이름에 새 결과를 담아, 처음에 만든 텐서가 아닙니다. 결과에는 다른 이름을 씁니다."
        if made and run.source.owners_of_grad([made[0].value]):
            hint = f"`{name} = …`으로 같은 이름에 새 결과를 담아, 처음에 만든 텐서가 아닙니다. `no_grad` 블록에서 제자리 연산인 `{name} -= …`으로 고칩니다."
        if not run.passes and not run.source.calls("backward") and not run.source.calls("grad"):
            seen += " `backward()`도 부르지 않았습니다."
        raise NotYet("no_leaf", seen, hint, error)
    if not run.passes and run.source.without_call("backward"):
        raise NotYet("backward_without_parentheses", f"{seen} `backward` 뒤에 괄호가 없어 부르지 않았습니다.",
                     "`y.backward()`처럼 괄호를 붙입니다.", error)
    if not run.passes and run.source.uncalled():
        name = run.source.uncalled()[0]
        raise NotYet("uncalled", f"안에서 만든 함수를 한 번도 부르지 않았습니다: `{name}`.", f"`{name}(…)`처럼 괄호를 붙이고 값을 넘겨 부릅니다.", error)
    if not error and not run.passes and run.source.calls("backward") and all(map(run.source.in_loop, run.source.calls("backward"))):
        raise NotYet("loop_not_entered", f"{seen} `backward()`가 든 반복문이 한 번도 돌지 않았습니다.", "반복할 것이 비어 있지 않은지, `range`나 조각의 개수를 봅니다.", error)
    if not run.passes and run.source.calls("backward"):
        raise NotYet("read_early", f"{seen} 아직 `backward()`를 부르기 전입니다.", "`backward()`를 부른 다음에 `.grad`를 읽습니다.", error)
    if not run.passes:
        raise NotYet("no_backward", f"{seen} `backward()`를 부르지 않았습니다.", "계산한 결과에서 `backward()`를 불러야 기울기가 담깁니다.", error)
    if tensor is None:
        return
    filled = [each for each, leaf in run.leaves.items() if leaf.grad is not None]
    if not tensor.requires_grad and filled and any(tensor is given for given in run.given):
        raise NotYet("other_tensor", f"{seen} 미분할 텐서가 아닙니다.", f"기울기는 `{filled[0]}.grad`에 담겨 있습니다.", error)
    if not tensor.requires_grad and run.source.made_from_itself(name):
        reassigned(run, name, seen, error)
    if not tensor.requires_grad and filled and any(names_in(node.value) & set(run.leaves) for node in run.source.assigned(name)):
        raise NotYet("other_tensor", f"{seen} 기록 없이 계산한 결과입니다.", f"기울기는 `{filled[0]}.grad`에 담겨 있습니다.", error)
    if not tensor.requires_grad:
        flag(run, error, seen)
        raise NotYet("no_mark", f"{seen} `{name}.requires_grad`가 `False`입니다.", "텐서를 만들 때 `requires_grad=True`를 적습니다.", error)
    if tensor.grad is not None:
        raise NotYet("read_early", "`.grad`를 읽은 때에는 아직 `None`이었습니다.", "`backward()`를 부른 다음에 `.grad`를 읽습니다.", error)
    if not run.reached(tensor) and run.source.known and not run.source.read(name):
        raise NotYet("leaf_unused", f"{seen} `{name}`의 값이 계산에 쓰이지 않았습니다.", f"결과가 `{name}`에서 나오도록 식에 넣습니다.", error)
    again = [node for node in run.source.assigned(name) if isinstance(node, ast.Assign)]
    starts = run.source.calls("backward")
    if not run.reached(tensor) and len(again) > 1 and starts and again[-1].lineno > starts[-1].lineno:
        raise NotYet("made_anew", f"{seen} `backward()`를 부른 다음에 `{name} = …`으로 새 텐서를 만들었습니다.", f"그 줄을 지웁니다. 기울기는 처음의 `{name}`에 담겼습니다.", error)
    if not run.reached(tensor):
        raise NotYet("cut", f"{seen} `backward()`를 부른 텐서에서 거슬러 가도 `{name}`에 이르지 않습니다.",
                     "`.item()`, `detach()`, `.data`, `torch.tensor(…)`, `no_grad`로 중간에 기록이 끊기지 않았는지 봅니다.", error)
    if run.source.calls("grad"):
        raise NotYet("grad_returns", f"{seen} `torch.autograd.grad`는 `.grad`에 담지 않고 기울기를 돌려줍니다.",
                     "돌려받은 튜플에서 값을 꺼냅니다.", error)
    if not (run.source.emptied() or run.source.calls("zero_grad")):
        raise NotYet("no_gradient_arrived", f"{seen} `backward()`가 지나갔지만 담긴 기울기가 없습니다.",
                     "비운 다음에 읽지 않았는지, 지나온 계산이 저마다 기울기를 돌려주는지 봅니다.", error)
    raise NotYet("cleared", f"{seen} 구한 기울기를 비운 다음에 읽었습니다.", "`.grad`를 읽거나 쓴 다음에 비웁니다.", error)


def reassigned(run, name, seen, error):
    """Raise NotYet about `name = …` whose result has no record."""
    made = run.source.made_from_itself(name)
    inside = "블록 안의 " if any(map(run.source.in_no_grad, made)) else ""
    hint = f"{inside}`{name} = …`은 기록 없는 새 텐서를 만듭니다. 결과에는 다른 이름을 씁니다."
    if run.source.owners_of_grad([node.value for node in made]):
        hint = f"{inside}`{name} = …`은 기록 없는 새 텐서를 만듭니다. {'' if inside else '`no_grad` 블록에서 '}제자리 연산인 `{name} -= …`으로 고칩니다."
    raise NotYet("reassigned", seen, hint, error)


def flag(run, error, seen):
    """Raise NotYet where requires_grad was meant to be set and was not."""
    source = run.source
    if any("requires_grad" in ast.unparse(node.left) for node in source.nodes(ast.Compare)):
        raise NotYet("compared_flag", seen, "`==`는 비교할 뿐 값을 바꾸지 않습니다. `x.requires_grad = True`처럼 `=` 하나로 적습니다.", error)
    if source.assigned("requires_grad"):
        raise NotYet("loose_flag", seen, "`requires_grad`라는 변수를 새로 만들었을 뿐입니다. `x.requires_grad = True`처럼 텐서의 이름을 앞에 적습니다.", error)
    for node in source.nodes(ast.Assign):
        name = getattr(node.targets[0], "attr", "")
        if name == "requires_grad" and getattr(node.value, "value", None) is False:
            raise NotYet("flag_off", seen, "`requires_grad`를 `False`로 바꾸어 기록이 꺼졌습니다. 그 줄을 지웁니다.", error)
        if name not in ("requires_grad", "grad", "data", "") and difflib.get_close_matches(name, ["requires_grad"], 1, .7):
            raise NotYet("misspelt_flag", seen, f"철자가 다른 `{name}`에 값을 담았습니다. `requires_grad`입니다.", error)
    for node in source.without_call("requires_grad"):
        if isinstance(source.parents.get(node), ast.Expr):
            raise NotYet("flag_read", seen, "`x.requires_grad`는 값을 읽을 뿐입니다. `x.requires_grad = True`처럼 적어야 바뀝니다.", error)
    if source.without_call("requires_grad_"):
        raise NotYet("flag_not_called", seen, "`requires_grad_` 뒤에 괄호를 붙여 부릅니다.", error)
