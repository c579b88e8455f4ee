"""What a value that came back says about the mistake."""

import ast
import re

import torch

from .diagnosis import NotYet
from .errors import first_line, value_emptied
from .missing import explain
from .run import leaves_of
from .values import equal, holds_ellipsis, is_number, numbers, plain, text


def hidden(run):
    """Raise NotYet about an exception of backward() that the function caught and kept to itself."""
    if run.pass_error is not None and run.source.nodes(ast.ExceptHandler):
        raise NotYet("hidden_error", "`backward()`에서 난 오류를 `except`로 가렸습니다.", "오류는 그대로 남아 있습니다. `except`를 지우고 메시지를 읽어 까닭을 고칩니다.",
                     first_line(run.pass_error))


def optimizer(run, gradient):
    """Raise NotYet about an optimizer whose step() is not called, or before there is a gradient, or that subtracts something else."""
    if "torch.optim" not in run.source.text or gradient:
        return
    if not run.passes and run.source.calls("step") and not run.source.without_call("backward"):
        raise NotYet("no_backward", "`backward()`를 부르지 않아 옵티마이저가 쓸 기울기가 없습니다.", "손실에서 `backward()`를 부른 다음에 `step()`을 부릅니다.")
    if not run.passes:
        return
    steps, starts = run.source.calls("step"), run.source.calls("backward")
    if not steps:
        raise NotYet("no_step_call", "옵티마이저의 `step()`을 부르지 않아 파라미터가 그대로입니다.", "`backward()` 뒤에 옵티마이저의 `step()`을 괄호까지 붙여 부릅니다.")
    if starts and max(call.lineno for call in steps) < min(call.lineno for call in starts):
        raise NotYet("step_before_backward", "기울기를 구하기 전에 옵티마이저의 `step()`을 불렀습니다.", "`backward()`로 구한 다음에 `step()`을 부릅니다.")
    other = re.search(r"torch\.optim\.(?!SGD)(\w+)\(|\b(momentum|weight_decay|dampening|nesterov)=", run.source.text)
    if other:
        raise NotYet("other_optimizer", f"기울기를 그대로 빼지 않는 옵티마이저입니다: `{other[1] or other[2]}`.", "학습률 곱하기 기울기만 빼는 것은 `torch.optim.SGD(…, lr=…)`입니다.")


def nothing(run):
    """Raise NotYet about a function that returned None."""
    source = run.source
    returned = source.returned()
    if source.known and not returned:
        printed = " `print`는 화면에 찍을 뿐 값을 돌려주지 않습니다." if source.calls("print") else ""
        raise NotYet("no_return", "함수가 돌려준 값이 없습니다.", f"마지막 줄에 `return`과 돌려줄 값을 적습니다.{printed}")
    for value in returned:
        called = getattr(value.func, "attr", getattr(value.func, "id", "")) if isinstance(value, ast.Call) else ""
        if called == "backward":
            raise NotYet("result_of_backward", "`backward()`가 돌려주는 값은 없습니다.", "부른 다음에 입력의 `.grad`를 돌려줍니다.")
        if called in ("append", "extend", "sort", "reverse", "clear", "insert", "print", "zero_grad", "step"):
            raise NotYet("result_of_none", f"`{called}(…)`가 돌려주는 값은 없습니다.", "부른 다음 줄에서 돌려줄 값을 따로 적습니다.")
    owners = source.owners_of_grad()
    for value in returned:
        emptied = [node for node in source.assigned(getattr(value, "id", "")) if source.in_loop(node) and getattr(node.value, "value", ...) is None]
        if emptied and run.passes:
            raise NotYet("overwritten", f"돌려준 `{value.id}`가 `None`입니다. 반복할 때마다 `{value.id} = None`이 찾은 값을 덮어썼습니다.",
                         f"찾으면 바로 `return`하거나, `{value.id} = None`을 반복문 앞에 한 번만 둡니다.")
        if isinstance(value, ast.Name):
            for given in source.assigned(value.id):
                if isinstance(given.value, ast.Call) and getattr(given.value.func, "attr", "") == "backward":
                    raise NotYet("result_of_backward", "`backward()`가 돌려주는 값은 없습니다.", "부른 다음에 입력의 `.grad`를 돌려줍니다.")
                owners += source.owners_of_grad([given.value])
    filled = owners and all(name in run.leaves and run.leaves[name].grad is not None for name in owners)
    if (owners and not (filled and source.nodes(ast.If))) or (run.leaves and not run.passes) or not source.known:
        explain(run, owners[0] if owners else None)
    branches = source.nodes(ast.Return)
    if branches and all(any(isinstance(outer, ast.If) for outer in source.around(node)) or node.value is None or
                        isinstance(node.value, ast.Constant) for node in branches) and source.nodes(ast.If):
        conditions = [node.test for node in source.nodes(ast.If)]
        if any(call for call in source.calls("backward") if any(part is call for test in conditions for part in ast.walk(test))):
            raise NotYet("result_of_backward", "`backward()`가 돌려주는 값은 없습니다. `if`의 조건에 쓸 수 없습니다.", "먼저 부르고, `if`에서는 입력의 `.grad`를 봅니다.")
        if any(getattr(part, "attr", "") == "requires_grad" for test in conditions for part in ast.walk(test)):
            raise NotYet("flag_for_gradient", "`if`의 조건에서 `requires_grad`를 보았습니다. 기울기가 아니라 `True`나 `False`입니다.", "기울기는 `.grad`에 있습니다.")
        for name in source.owners_of_grad(conditions):
            if name in run.tensors and not run.tensors[name].is_leaf:
                explain(run, name)
        seen = "`if`의 조건이 한 번도 참이 아니어서 돌려준 값이 없습니다."
        if any(sum(any(leaf is each for each in one.reached()) for one in run.passes) > 1 for leaf in run.leaves.values()):
            raise NotYet("accumulated", seen, "같은 텐서에서 `backward()`를 여러 번 불러 `.grad`에 앞의 값까지 더해집니다. 매번 새로 만들거나 비웁니다.")
        for test in conditions:
            if isinstance(test, ast.Compare) and isinstance(test.ops[0], ast.Is) and isinstance(test.comparators[0], ast.Constant) and (
                    test.comparators[0].value is not None):
                raise NotYet("identity", seen, "`is`는 같은 객체인지 봅니다. 값이 같은지는 `==`로 비교합니다.")
        if any(source.in_loop(node) and any(isinstance(part, ast.Return) for part in node.orelse) for node in source.nodes(ast.If)):
            raise NotYet("return_in_loop", "조건이 거짓이면 `else`의 `return`이 첫 번째 반복에서 함수를 끝냅니다.", "`else`를 지웁니다. 못 찾았을 때의 `return`은 반복문 뒤에 둡니다.")
        for each in run.passes:
            name = next((name for name, value in run.tensors.items() if value is each.root), None)
            if name and each.root.is_leaf:
                raise NotYet("backward_from_input", f"{seen} 입력인 `{name}`에서 `backward()`를 불렀습니다.", "계산한 결과에서 `backward()`를 부릅니다.")
        loops = source.nodes(ast.For, ast.While)
        if loops and not any(map(source.in_loop, source.nodes(ast.If))):
            raise NotYet("if_outside_loop", "`if`가 반복문 뒤에 있어 마지막 값만 살펴보았습니다.", "`if`를 들여 써서 반복문 안에 둡니다.")
        raise NotYet("no_branch", seen, "조건에 쓴 값을 `print`로 찍어 보고, 조건이 참일 때 값을 돌려주는지 봅니다.")
    raise NotYet("none", "돌려준 값이 `None`입니다.", "`return` 뒤에 적은 값이 어디에서 왔는지 봅니다.")


def kind(run):
    """Raise NotYet where what came back is of another kind than what is wanted."""
    got, wanted = run.value, plain(run.wanted)
    if holds_ellipsis(run.got):
        raise NotYet("empty")
    if hasattr(run.got, "next_functions"):
        raise NotYet("record_for_gradient", "`grad_fn`을 돌려주었습니다. 기울기가 아니라 계산의 기록입니다.", "기울기는 입력의 `.grad`에 담깁니다.")
    if got is None:
        nothing(run)
    written = [value for value in run.source.returned() if isinstance(value, (ast.Tuple, ast.List)) and len(value.elts) > 1]
    if written and isinstance(got, list) and is_number(wanted) and not isinstance(run.wanted, list) and equal(got[0], wanted):
        raise NotYet("more_returned", f"값이 {len(got)}개 돌아왔습니다. 첫째 값은 맞습니다.", "값 하나만 돌려줍니다.")
    if isinstance(got, (list, tuple)) and any(item is None for item in got):
        if any(getattr(call.func, "attr", "") == "backward" for part in run.source.returned() for call in ast.walk(part) if isinstance(call, ast.Call)):
            raise NotYet("result_of_backward", "`backward()`가 돌려주는 값은 없습니다.", "먼저 부르고, 돌려줄 때는 입력의 `.grad`를 적습니다.")
        if not run.passes and not run.source.calls("backward") and not run.source.without_call("backward") and not run.source.calls("grad") and run.source.owners_of_grad([run.source.tree]):
            raise NotYet("no_backward", "`.grad`가 모두 `None`입니다. `backward()`를 부르지 않았습니다.", "계산한 결과에서 `backward()`를 불러야 기울기가 담깁니다.")
        owners = run.source.owners_of_grad() or run.source.owners_of_grad([run.source.tree])
        broken = [name for name in owners if name in run.tensors and run.tensors[name].is_leaf and run.tensors[name].grad is None]
        odd = [name for name in owners if name in run.tensors and not run.tensors[name].is_leaf]
        if odd or broken or run.leaves:
            explain(run, (odd or broken or owners or [None])[0])
        raise NotYet("none", "돌려준 값에 `None`이 있습니다.", "값이 담긴 다음에 읽었는지 봅니다.")
    if any(callable(item) for item in (got if isinstance(got, list) else [got])) and not callable(run.wanted):
        raise NotYet("function_for_value", "값이 아니라 함수가 돌아왔습니다.", "부르는 이름 뒤에 괄호를 붙였는지 봅니다.")
    if isinstance(got, str) and not isinstance(wanted, str):
        raise NotYet("text_for_number", f"수가 아니라 글자가 돌아왔습니다: {got[:20]!r}.", "글자로 바꾸지 말고 값을 그대로 돌려줍니다.")
    if isinstance(got, bool) and not isinstance(wanted, bool):
        raise NotYet("flag_for_number", f"수가 아니라 {got}가 돌아왔습니다.", "비교한 결과나 `requires_grad`가 아니라 값을 돌려줍니다.")
    if isinstance(got, dict):
        raise NotYet("other_kind", "사전(dict)이 돌아왔습니다.", "값만 돌려줍니다.")


def objects(runs, bad, where):
    """Raise NotYet where it is not a calculation that went wrong: one tensor kept several times, a loop left too early."""
    source = bad.source
    for each in bad.passes:
        if each.root is not None and each.root.is_leaf and (
                used(bad, each.root) or any(bad.tensors.get(name) is each.root for name in bad.source.owners_of_grad())):
            names = [name for name, value in bad.tensors.items() if value is each.root] or ["x"]
            if len(names) > 1:  # y = x, and no calculation between: another mistake
                continue
            name = names[0]
            raise NotYet("backward_from_input", f"{where(bad)} 입력인 `{name}`에서 `backward()`를 불렀습니다.", "계산한 결과에서 `backward()`를 부릅니다.")
    if len(runs) > 1 and isinstance(runs[0].got, torch.Tensor) and all(run.got is runs[0].got for run in runs):
        raise NotYet("made_outside", "부를 때마다 같은 텐서가 돌아옵니다.", "텐서를 함수 안에서, 받은 값으로 새로 만듭니다.")
    raw = bad.got if isinstance(bad.got, (list, tuple)) else []
    tensors = [item for item in raw if isinstance(item, torch.Tensor)]
    if len(tensors) > 1 and len({id(item) for item in tensors}) == 1:
        for name, leaf in bad.leaves.items():
            if leaf is tensors[0]:
                raise NotYet("same_object", f"{where(bad)} 같은 텐서 `{name}` 자체가 {len(tensors)}번 담겼습니다.", f"담는 순간의 값을 `.item()`으로 꺼냅니다. 기울기라면 `{name}.grad`에서 꺼냅니다.")
        if any(isinstance(value, (ast.List, ast.Tuple)) and len({ast.unparse(item) for item in value.elts}) == 1 for value in source.returned()):
            raise NotYet("same_written", f"{where(bad)} 같은 것을 {len(tensors)}번 적었습니다.", "돌려줄 값이 저마다 무엇인지 문제에서 다시 봅니다.")
        raise NotYet("same_object", f"{where(bad)} 같은 텐서가 {len(tensors)}번 담겼습니다.",
                     "텐서는 나중에 바뀐 값까지 함께 보입니다. 담는 순간의 값을 `.item()`이나 `.clone()`으로 꺼냅니다.")
    value_emptied(bad, f"{where(bad)} 다른 값이 나왔습니다.")
    part_of_input(bad, where)
    if any(isinstance(node.value, ast.Compare) for node in source.nodes(ast.Expr)):
        raise NotYet("compared_for_assigned", f"{where(bad)} 다른 값이 나왔습니다.", "`==`는 비교할 뿐 값을 바꾸지 않습니다. 값을 담을 때는 `=` 하나로 적습니다.")
    for name in ("zero_", "append", "remove"):
        if any(not isinstance(source.parents.get(node), ast.Call) for node in source.without_call(name)):  # handed over, it is called later
            raise NotYet("without_parentheses", f"{where(bad)} 다른 값이 나왔습니다.", f"`{name}` 뒤에 괄호가 없어 부르지 않았습니다.")
    early = [node for node in source.nodes(ast.Return) if source.in_loop(node)]
    if any(not isinstance(source.parents[node], ast.If) for node in early):
        raise NotYet("return_in_loop", f"{where(bad)} 첫 번째 반복에서 함수가 끝났습니다.", "`return`의 들여쓰기를 줄여 반복문 뒤에 둡니다.")


def part_of_input(run, where):
    """Raise NotYet where the tensor was made of one number: an element of the list that was given, or its sum."""
    given = [arg.arg for arg in getattr(getattr(run.source.tree, "args", None), "args", [])]
    made = [call for call in run.source.calls("tensor") if call.args and not any(isinstance(outer, (ast.For, ast.ListComp)) for outer in run.source.around(call))]
    if len(made) != 1:
        return
    value = made[0].args[0]
    element = isinstance(value, ast.Subscript) and isinstance(value.slice, ast.Constant)
    of = value.value if element else value.args[0] if isinstance(value, ast.Call) and getattr(value.func, "id", "") in ("sum", "max", "min") and value.args else None
    if getattr(of, "id", "") in given:
        raise NotYet("part_of_input", f"{where(run)} 수 하나로 텐서를 만들었습니다: `{ast.unparse(value)}`.",
                     f"`torch.tensor({of.id}, requires_grad=True)`로 원소를 모두 담은 벡터를 만듭니다.")


def patterns(runs, bad, gradient, where):
    """Raise NotYet about values that differ, where a pattern is to be seen in them."""
    gots, wants = [run.value for run in runs], [plain(run.wanted) for run in runs]
    rows = list(zip(map(numbers, gots), map(numbers, wants)))
    sized = all(got is not None and wanted is not None and len(got) == len(wanted) for got, wanted in rows)
    if gradient:
        weighted(bad, where)
        gradients(bad, gots[runs.index(bad)], wants[runs.index(bad)], where)
    if not sized:
        return
    flat = [(got, wanted) for row in rows for got, wanted in zip(*row)]
    sums = [running(wanted) for _, wanted in rows]
    if any(len(wanted) > 1 for _, wanted in rows) and all(equal(got, total) for (got, _), total in zip(rows, sums)):
        raise NotYet("accumulated", f"{where(bad)} 둘째 값부터 앞의 값이 더해져 있습니다.", "`backward()`는 `.grad`에 더합니다. 다음 값을 구하기 전에 `.grad`를 비웁니다.")
    lengths = {len(wanted) for _, wanted in rows}
    if len(rows) > 1 and len(lengths) == 1 and any(wanted != rows[0][1] for _, wanted in rows):
        totals = [[sum(row[i] for _, row in rows[:n + 1]) for i in range(len(rows[0][1]))] for n in range(len(rows))]
        if all(equal(got, total) for (got, _), total in zip(rows, totals)):
            raise NotYet("accumulated_between", f"{where(bad)} 앞에서 부른 값이 더해져 있습니다.",
                         "함수를 부를 때마다 텐서를 새로 만들거나 `.grad`를 비웁니다.")
    if all(equal(got, wanted[::-1]) for got, wanted in rows) and lengths != {1}:
        raise NotYet("order", f"{where(bad)} 값은 맞지만 순서가 거꾸로입니다.", "돌려줄 차례를 문제에서 다시 확인합니다.")
    if all(equal(got, -wanted) for got, wanted in flat):
        raise NotYet("sign", f"{where(bad)} 나온 값은 {text(gots[runs.index(bad)])}입니다. 크기는 맞지만 부호가 반대입니다.", "더하기와 빼기를 확인합니다.")
    if gradient and lengths != {1} and all(equal([item * len(got) for item in got], wanted) for got, wanted in rows):
        raise NotYet("mean", f"{where(bad)} 값이 원소의 수로 나뉘어 있습니다.", "평균이 아니라 합에서 `backward()`를 부릅니다.")
    times = len(bad.passes)
    if times > 1 and any(wanted for _, wanted in flat) and all(equal(got, times * wanted) for got, wanted in flat):
        raise NotYet("accumulated_multiple", f"{where(bad)} 값이 {times}배입니다. `backward()`를 {times}번 불러 {times}번 더해졌습니다.",
                     "한 번만 부르거나, 다시 부르기 전에 `.grad`를 비웁니다.")
    source = bad.source
    row, wanted = rows[runs.index(bad)]
    zeros = [f"{place}번째" for place, (item, like) in enumerate(zip(row, wanted), start=1) if not item and like]
    if gradient and zeros and any(row) and all(not item or equal(item, like) for item, like in flat):
        raise NotYet("elements_unused", f"{where(bad)} {', '.join(zeros[:6])} 값만 0입니다. 나온 값은 {text(gots[runs.index(bad)])}입니다.",
                     "그 원소가 계산에 쓰이지 않았습니다. 원소가 몇 개이든 모두 쓰는 식으로 적습니다.")
    if gradient and bad.source.calls("zero_") and all(got == 0 for got, _ in flat):
        raise NotYet("emptied_too_early", f"{where(bad)} 나온 값은 {text(gots[runs.index(bad)])}입니다. 비운 뒤의 값입니다.",
                     "`.grad`를 다른 이름에 담아도 같은 텐서라 함께 비워집니다. `.item()`이나 `.clone()`으로 꺼낸 다음에 비웁니다.")
    started = {str([each.value.tolist() for each in run.passes if each.value is not None]) for run in runs}
    roots = [each.value.item() for each in bad.passes if each.value is not None and each.value.numel() == 1]
    if gradient and len({id(each.root) for each in bad.passes}) > 1 and len(roots) == len(bad.passes) and any(
            map(source.in_loop, source.calls("backward"))) and source.calls("backward") and "retain_graph=True" in source.text:
        raise NotYet("backward_in_loop", f"{where(bad)} 나온 값은 {text(gots[runs.index(bad)])}입니다. `backward()`를 {len(roots)}번 불러 앞의 기울기까지 더해졌습니다.",
                     "반복문이 끝난 다음에, 다 계산한 결과에서 한 번만 부릅니다.")
    if len(rows) > 1 and all(got == rows[0][0] for got, _ in rows) and len({str(wanted) for _, wanted in rows}) > 1 and len(started) == 1:
        raise NotYet("constant", f"{where(bad)} 입력이 달라도 늘 같은 값이 나옵니다: {text(gots[0])}.", "함수가 받은 값으로 계산했는지 봅니다.")


def multiple(runs, bad, where):
    """Raise NotYet where every value is the same number of times too large."""
    rows = [(numbers(run.value), numbers(plain(run.wanted))) for run in runs]
    if not all(got is not None and wanted is not None and len(got) == len(wanted) for got, wanted in rows):
        return
    flat = [(got, wanted) for row in rows for got, wanted in zip(*row)]
    differences = {round(got - wanted, 4) for got, wanted in flat}
    if bad.passes and len(differences) == 1 and len({wanted for _, wanted in flat}) > 1:
        raise NotYet("shifted", f"{where(bad)} 값이 모두 나와야 할 값과 {differences.pop():+g}만큼 다릅니다.", "처음 값이나, 더하고 뺀 수를 봅니다.")
    ratios = {round(got / wanted, 4) for got, wanted in flat if wanted}
    ratio = ratios.pop() if len(ratios) == 1 else 0
    nice = ratio and (ratio == round(ratio) or abs(1 / ratio - round(1 / ratio)) < 1e-3)
    if len(flat) > 1 and ratio and all(got == 0 for got, wanted in flat if not wanted) and (nice or len({wanted for _, wanted in flat}) > 1):
        raise NotYet("multiple", f"{where(bad)} 값이 나와야 할 값의 {ratio:g}배입니다.", "어느 계산에 곱하거나 나누는 수가 더 들어갔거나 빠졌는지 봅니다.")


def wrapped(run):
    """Raise NotYet about a list or tuple around the one value that is wanted."""
    if isinstance(run.got, (list, tuple)) and len(run.got) == 1 and not isinstance(run.wanted, (list, tuple)) and is_number(plain(run.wanted)):
        if isinstance(run.got, tuple):  # as torch.autograd.grad returns it
            raise NotYet("wrapped", "값이 아니라 튜플이 돌아왔습니다.", "`[0]`으로 꺼낸 값을 돌려줍니다. 끝에 쉼표가 없는지도 봅니다.")
        raise NotYet("wrapped", "값이 아니라 리스트가 돌아왔습니다.", "대괄호에 넣거나 모으지 말고 값 하나만 돌려줍니다.")


def weighted(run, where):
    """Raise NotYet where the gradient that backward() was given has multiplied the right values."""
    row, wanted = numbers(run.value), numbers(plain(run.wanted))
    for each in run.passes:
        weights = each.weights is not None and numbers(plain(each.weights.tolist()))
        if weights and row and wanted and len(row) == len(wanted) and len(weights) in (1, len(wanted)):
            weights = weights * (len(wanted) // len(weights))
            if all(equal(got, weight * like) for got, weight, like in zip(row, weights, wanted)):
                raise NotYet("weighted", f"{where(run)} `backward(…)`에 넘긴 값이 기울기에 곱해졌습니다: {text(weights)}.",
                             "합에서 `backward()`를 부르거나, 1로 채운 벡터를 넘깁니다.")


def gradients(run, got, wanted, where):
    """Raise NotYet where something other than the gradient came back, or no gradient was asked for."""
    for each in run.passes:
        same = each.root is not None and run.source.known and not run.source.owners_of_grad() and equal(got, plain(each.value))
        if each.root is not None and not each.root.is_leaf and (run.got is each.root or same and not any(run.got is leaf for leaf in run.leaves.values())):
            raise NotYet("value_for_gradient", f"{where(run)} 나온 값은 {text(got)}입니다. 기울기가 아니라 계산한 결과의 값입니다.",
                         "입력의 `.grad`를 돌려줍니다.")
    for name, tensor in run.leaves.items():
        if tensor.grad is not None and equal(plain(tensor.grad), wanted) and name not in run.source.owners_of_grad():
            raise NotYet("gradient_not_returned", f"{where(run)} 나온 값은 {text(got)}입니다. `{name}.grad`에는 바른 값이 담겨 있습니다.",
                         f"`{name}.grad`를 돌려줍니다.")


def changed_after(run, where):
    """Raise NotYet where .grad is right and is not what came back, although it was read for it."""
    for name, leaf in run.leaves.items():
        if leaf.grad is not None and name in run.source.owners_of_grad() and equal(plain(leaf.grad), plain(run.wanted)) and not run.source.emptied():
            raise NotYet("changed_after", f"{where(run)} 나온 값은 {text(run.value)}입니다. `{name}.grad`에는 바른 값이 담겨 있습니다.",
                         f"`{name}.grad`만, 바꾸지 말고 돌려줍니다.")


def used(run, leaf):
    """Whether something was calculated from the leaf."""
    return any(any(found is leaf for found in leaves_of(value)) for value in run.tensors.values() if not value.is_leaf)


def not_the_gradient(run):
    """Raise NotYet where the right number came back and is no gradient: for such an input the two are the same."""
    for each in run.passes:
        if run.got is each.root or (run.source.known and "grad" not in run.source.text.replace("requires_grad", "")):
            raise NotYet("value_for_gradient", "값이 우연히 같습니다. 돌려준 것은 기울기가 아니라 계산한 결과입니다.", "입력의 `.grad`를 돌려줍니다.")


def dropped(run, where):
    """Raise NotYet about a new value that was made and not kept."""
    for made in run.source.dropped():
        owner = getattr(made, "func", made)
        if not any(isinstance(part, ast.Name) and part.id in run.tensors for part in ast.walk(owner)):
            continue  # a set's add, and the like
        code = ast.unparse(made)
        if code.endswith(".grad.detach()"):
            raise NotYet("detached_for_emptied", f"{where(run)} 다른 값이 나왔습니다.", f"`{code}`는 `.grad`를 비우지 않습니다. 비울 때는 `{code.removesuffix('.detach()')} = None`을 씁니다.")
        raise NotYet("not_kept", f"{where(run)} 다른 값이 나왔습니다.", f"`{code}`의 결과를 담지 않아 아무것도 달라지지 않습니다. 이름에 담아 씁니다.")


def running(row):
    return [sum(row[:n + 1]) for n in range(len(row))]


def differ(run, where, look):
    """Raise NotYet that says what came back and what should have."""
    got, wanted = run.value, plain(run.wanted)
    if isinstance(run.wanted, list) and len(run.wanted) == 1:  # plain() has taken the one value out of its list
        raise NotYet("value", f"{where(run)} 나온 값은 {text(got)}, 나와야 할 값은 [{text(wanted)}]입니다.", look)
    if isinstance(wanted, list):
        if not isinstance(got, list):
            raise NotYet("count", f"{where(run)} 값 {len(wanted)}개가 나와야 하는데 {text(got)} 하나가 나왔습니다.", look)
        if len(got) != len(wanted):
            raise NotYet("count", f"{where(run)} 값 {len(wanted)}개가 나와야 하는데 {len(got)}개가 나왔습니다.", look)
        wrong = [f"{place}번째" for place, pair in enumerate(zip(got, wanted), start=1) if not equal(*pair)]
        raise NotYet("places", f"{where(run)} {', '.join(wrong[:6])} 값이 다릅니다. 나온 값은 {text(got)}, 나와야 할 값은 {text(wanted)}입니다.", look)
    if isinstance(got, list):
        raise NotYet("count", f"{where(run)} 값 하나가 나와야 하는데 {len(got)}개가 나왔습니다.", f"하나만 돌려줍니다. {look}")
    if is_number(wanted) and not is_number(got):
        raise NotYet("other_kind", f"{where(run)} 수가 나와야 하는데 다른 것이 나왔습니다.", look)
    raise NotYet("value", f"{where(run)} 나온 값은 {text(got)}, 나와야 할 값은 {text(wanted)}입니다.", look)
