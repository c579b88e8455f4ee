"""Chapter 1: requires_grad=True, and asking for a gradient."""

import ast
import math

import torch

from gradbook.judge import Mistake, function, gradient_of, recall

recorded = recall(  # requires_grad of a * 2, a * b, torch.tensor([b.item() * 2]) and b > 0
    [False, True, False, False],
    says="`requires_grad=True`인 텐서로 계산한 실수 텐서만 기록됩니다.",
    look="입력 가운데 `requires_grad=True`인 텐서가 있는지, 결과가 실수 텐서인지 살펴봅니다.",
    mistakes=[
        Mistake("item_and_flag", "`b.item()`은 기록이 없는 파이썬 수이고, 비교한 결과는 참과 거짓이라 미분할 수 없습니다.", gives=[False, True, True, True]),
        Mistake("item", "`b.item()`은 기록이 없는 파이썬 수입니다. 그 수로 새로 만든 텐서도 기록이 없습니다.", gives=[False, True, True, False]),
        Mistake("flag", "`b > 0`은 참과 거짓을 담은 텐서입니다. 실수 텐서만 기록됩니다.", gives=[False, True, False, True]),
        Mistake("both_needed", "입력 가운데 하나만 `requires_grad=True`여도 결과가 기록됩니다. `a * b`에는 `b`가 있습니다.", gives=[False, False, ..., ...]),
        Mistake("spreads_everywhere", "`a * 2`에 들어간 텐서는 `a`뿐이고, `a`는 `requires_grad=True`가 아닙니다.", gives=[True, True, ..., ...]),
        Mistake("a_and_b", "`requires_grad=True`인 것은 `b`입니다. `a`와 바꾸어 보지 않았는지 확인합니다.", gives=[True, False, ..., ...]),
    ],
)

slope = function(  # the slope of x³ - 4x at v
    [1.0, 2.0, -3.0], lambda v: 3 * v**2 - 4, where="v = {:g}에서", by="backward",
    says="도함수 3x² - 4와 같은 값이 나옵니다.",
    look="계산식이 `x ** 3 - 4 * x`인지 확인합니다.",
    mistakes=[
        Mistake("cut_by_math", "`math`의 함수는 파이썬 수를 돌려주어 기록이 끊깁니다. `x ** 3`처럼 텐서로 계산합니다.", gives=lambda v: -4.0,
                when=lambda run: "math." in run.source.text),
        Mistake("first_term_only", "`- 4 * x`의 기울기가 빠졌습니다. `- 4 * x`를 적었는지, 그 `x`가 텐서 `x`인지 봅니다.", gives=lambda v: 3 * v**2),
        Mistake("second_term_only", "`x ** 3`의 기울기가 빠졌습니다. `x ** 3`을 적었는지, 그 `x`의 기록이 끊기지 않았는지 봅니다.", gives=lambda v: -4.0),
        Mistake("plus", "`4 * x`는 더하지 않고 뺍니다.", gives=lambda v: 3 * v**2 + 4),
        Mistake("three_times", "`3 * x`는 세 배입니다. 세제곱은 `x ** 3`으로 적습니다.", gives=lambda v: -1.0),
        Mistake("square", "`x ** 2`가 아니라 `x ** 3`입니다.", gives=lambda v: 2 * v - 4),
        Mistake("brackets", "`x ** (3 - 4) * x`가 되었습니다. 괄호를 봅니다.", gives=lambda v: 0.0, when=lambda run: "(3 - 4)" in run.source.text),
        Mistake("brackets", "x⁴ - 4x를 미분했습니다. 괄호와, `x`를 곱한 횟수를 봅니다.", gives=lambda v: 4 * v**3 - 4),
        Mistake("power_of_four", "`4 ** x`는 4의 거듭제곱입니다. `4 * x`로 적습니다.", gives=lambda v: 3 * v**2 - 4**v * math.log(4)),
        Mistake("derivative_again", "함수를 한 번 미분한 `3 * x ** 2 - 4`를 다시 미분했습니다. `y`에는 미분하기 전의 식을 적습니다.", gives=lambda v: 6 * v),
    ],
    last=gradient_of("x³ - 4x", lambda v: v**3 - 4 * v),
)

def late(run):
    """Whether a line that sets the flag, or makes x with it, stands after the calculation of y."""
    flagged = [node.lineno for node in run.source.nodes(ast.Assign, ast.Expr) if "requires_grad" in ast.unparse(node)]
    return not run.source.known or flagged[-1] > run.source.assigned("y")[-1].lineno


late_mark = function(  # the slope of 3x² at v
    [1.0, 2.0, -1.0], lambda v: 6 * v, where="v = {:g}에서", by="backward",
    says="`requires_grad=True`는 계산보다 먼저 적어야 합니다.",
    look="3x²의 도함수는 6x입니다. 식을 바꾸지 말고 줄의 순서만 바꿉니다.",
    mistakes=[
        Mistake("late_mark", "`y`를 계산하던 순간에 `x.requires_grad`가 무엇이었는지 살펴봅니다.", raises="does not require grad",
                when=lambda run: run.names["x"].requires_grad and not run.names["y"].requires_grad and late(run)
                and "x" in {getattr(part, "id", "") for part in ast.walk(run.source.assigned("y")[-1].value)}
                and not any(map(run.source.in_no_grad, run.source.assigned("y")))),
        Mistake("factor", "`3 *`이 빠졌습니다. 식은 그대로 두고 줄의 순서만 바꿉니다.", gives=lambda v: 2 * v),
        Mistake("brackets", "`(3 * x) ** 2`가 되어 3까지 제곱했습니다. 식은 그대로 둡니다.", gives=lambda v: 18 * v),
        Mistake("square", "`** 2`가 빠졌습니다. 식은 그대로 두고 줄의 순서만 바꿉니다.", gives=lambda v: 3.0),
        Mistake("marked_result", "`y`에 `requires_grad=True`를 적어도 `x`까지 기록이 이어지지 않습니다. `x`에, 계산보다 먼저 적습니다.",
                when=lambda run: run.passes and run.passes[-1].root.is_leaf and run.passes[-1].root is not run.names.get("x")),
    ],
    last=gradient_of("3x²", lambda v: 3 * v**2),
)


def parabola(words, f):
    f.words = words
    return f


def looked_at_value(run):
    """Whether every `if` asks about the result of f, and none about a gradient."""
    asked = {part.id for node in run.source.nodes(ast.If) for part in ast.walk(node.test) if isinstance(part, ast.Name)}
    roots = [each.root for each in run.passes]
    tests = [node.test for node in run.source.nodes(ast.If)]
    return not run.source.owners_of_grad(tests) and any(run.names.get(name) is root for name in asked for root in roots)


def comparisons_of_gradient(run):
    """[(kind of comparison, the other side)] of every `if` that compares a .grad."""
    found = []
    for test in (test for node in run.source.nodes(ast.If) for test in ast.walk(node.test) if isinstance(test, ast.Compare)):
        sides = [test.left, *test.comparators]
        if any(isinstance(part, ast.Attribute) and part.attr == "grad" for side in sides for part in ast.walk(side)):
            found += [(test.ops[0], side) for side in sides if not run.source.owners_of_grad([side])]
    return found


flat_place = function(  # among 0, 1, …, 5 the x where the slope of f is 0
    [parabola("f(x) = x² - 6x", lambda x: x**2 - 6 * x), parabola("f(x) = x² - 2x", lambda x: x**2 - 2 * x),
     parabola("f(x) = 8x - x²", lambda x: 8 * x - x**2)],
    lambda f: {"f(x) = x² - 6x": 3.0, "f(x) = x² - 2x": 1.0}.get(f.words, 4.0),
    where=lambda f: f"{f.words}일 때", by="backward", gradient=False,
    says="기울기가 0인 곳에서 접선이 수평입니다.",
    look="`x`마다 `f(x)`의 기울기를 구해, 기울기가 0인 `x`의 값을 돌려줍니다.",
    mistakes=[
        Mistake("typed", "`x² - 6x`에만 맞는 값입니다. 받은 함수 `f`의 기울기를 `backward()`로 구합니다.", gives=lambda f: 3.0),
        Mistake("value_for_gradient", "`f(x)`의 값만 보았습니다. `x`마다 `backward()`를 불러 기울기 `x.grad`가 0인지 봅니다.",
                when=lambda run: isinstance(run.value, (int, float)) and run.value != run.wanted and not run.passes and not run.source.calls("backward")
                and run.source.calls("f")),
        Mistake("approached", "0부터 5까지의 정수가 아닙니다. 다가가지 말고, 정수마다 기울기가 0인지 봅니다.",
                when=lambda run: isinstance(run.value, float) and run.value != round(run.value) and run.passes),
        Mistake("slope_returned", "기울기 0을 돌려주었습니다. 그때의 `x`를 돌려줍니다.",
                when=lambda run: isinstance(run.got, torch.Tensor) and run.got.item() == 0 and run.got.grad is None),
        Mistake("smallest", "가장 작은 기울기를 찾았습니다. 기울기가 0인 `x`를 찾습니다.",
                when=lambda run: run.value != run.wanted and run.passes and run.source.calls("min") and not run.source.calls("abs") and run.source.owners_of_grad([run.source.tree])),
        Mistake("no_loop", "받은 `f`마다 답이 다릅니다. 0부터 5까지의 정수를 반복문으로 하나씩 넣어 봅니다.",
                when=lambda run: run.value != run.wanted and run.source.known and len(run.passes) == 1 and all(leaf.numel() == 1 for leaf in run.leaves.values())
                and not run.source.nodes(ast.For, ast.While, ast.ListComp, ast.GeneratorExp, ast.DictComp)),
        Mistake("numbers_dropped", "살펴볼 정수가 빠졌습니다. 0부터 5까지 모두 넣어 봅니다.", when=lambda run: run.got is None and 1 < len(run.passes) < 6 and not run.leaves[next(iter(run.leaves))].numel() > 1),
        Mistake("kept_replaced", "찾은 값을 다음 반복에서 `else`가 덮어썼습니다. `else`를 지웁니다.", when=lambda run: run.got is not None and run.value != run.wanted and any(
            run.source.in_loop(node) and any(isinstance(part, ast.Assign) for part in node.orelse) for node in run.source.nodes(ast.If))),
        Mistake("smallest_value", "`f(x)`의 값이 가장 작은 곳을 찾았습니다. 기울기 `x.grad`가 0인 곳을 찾습니다.",
                when=lambda run: run.value != run.wanted and run.source.calls("min") and not run.source.owners_of_grad([run.source.tree])),
        Mistake("smallest", "가장 작은 기울기를 찾았습니다. 음수도 있으므로, 기울기가 0인 `x`를 찾습니다.",
                gives=lambda f: {"f(x) = x² - 6x": 0.0, "f(x) = x² - 2x": 0.0}.get(f.words, 5.0), when=lambda run: run.passes),
        Mistake("largest", "가장 큰 기울기를 찾았습니다. 기울기가 0인 `x`를 찾습니다.",
                gives=lambda f: {"f(x) = x² - 6x": 5.0, "f(x) = x² - 2x": 5.0}.get(f.words, 0.0), when=lambda run: run.passes),
        Mistake("value_returned", "`f(x)`의 값을 돌려주었습니다. 그때의 `x`를 돌려줍니다.",
                when=lambda run: run.value != run.wanted and any(run.got is each.root for each in run.passes)),
        Mistake("all_kept", "리스트가 돌아왔습니다. 기울기가 0인 `x`의 값 하나만 돌려줍니다.", when=lambda run: run.value != run.wanted and isinstance(run.got, list)),
        Mistake("truth_of_gradient", "`if x.grad:`는 기울기가 0이 아닐 때 참입니다. `x.grad == 0`으로 적습니다.",
                when=lambda run: run.value != run.wanted and any(getattr(node.test, "attr", "") == "grad" for node in run.source.nodes(ast.If))),
        Mistake("text_for_number", "따옴표로 묶은 것은 글자라 0과 같지 않습니다. `x.grad == 0`으로 적습니다.",
                when=lambda run: run.value != run.wanted and any(isinstance(getattr(side, "value", None), str) for _, side in comparisons_of_gradient(run))),
        Mistake("other_side", "기울기를 0이 아닌 것과 비교했습니다. `x.grad`가 0인지 봅니다.",
                when=lambda run: run.value != run.wanted and any(getattr(side, "value", None) != 0 for _, side in comparisons_of_gradient(run))),
        Mistake("not_equality", "기울기가 0인지는 `==`로 비교합니다. 다른 비교는 0이 아닌 기울기에서도 참입니다.",
                when=lambda run: run.value != run.wanted and any(isinstance(op, (ast.NotEq, ast.Lt, ast.LtE, ast.Gt, ast.GtE))
                                                                 for op, _ in comparisons_of_gradient(run))),
        Mistake("zero_value", "`if`에서 `f(x)`의 값을 보았습니다. 0인지 볼 것은 기울기 `x.grad`입니다.",
                when=lambda run: run.value != run.wanted and looked_at_value(run)),
        Mistake("next_number", "나와야 할 값보다 1이 큽니다. 몇 번째인지가 아니라 그때 넣은 `x`의 값을 돌려줍니다.",
                gives=lambda f: {"f(x) = x² - 6x": 4.0, "f(x) = x² - 2x": 2.0}.get(f.words, 5.0)),
        Mistake("slope_returned", "가장 작은 기울기를 돌려주었습니다. 그때의 `x`를 돌려줍니다.", gives=lambda f: 0.0, when=lambda run: not run.source.nodes(ast.If, ast.IfExp)
                and (run.source.calls("min") or run.source.calls("abs"))),
        Mistake("slope_returned", "기울기를 돌려주었습니다. 기울기가 0인 `x`를 돌려줍니다.",
                gives=lambda f: {"f(x) = x² - 6x": 4.0, "f(x) = x² - 2x": 8.0}.get(f.words, 8.0)),
        Mistake("first", "처음에 넣은 값이 나왔습니다. `if`의 조건이 기울기가 0일 때만 참인지 봅니다.", gives=lambda f: 0.0),
        Mistake("last", "마지막에 넣은 값이 나왔습니다. 기울기가 0인지 `if`로 확인해 그때의 값만 남깁니다.", gives=lambda f: 5.0),
        Mistake("zero_value", "`f(x)`의 값이 0인 곳이 아니라 기울기가 0인 곳을 찾습니다.",
                gives=lambda f: {"f(x) = x² - 6x": 0.0, "f(x) = x² - 2x": 2.0}.get(f.words, 0.0)),
    ],
)
