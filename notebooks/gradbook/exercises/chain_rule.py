"""Chapter 2: multiplying local derivatives."""

import ast
import re

from gradbook.judge import Mistake, function, gradient_of, recall
from gradbook.judge.values import text

cube_of_double = recall(  # du/dx, dz/du and dz/dx at x = 1 for u = 2x, z = u³
    [2.0, 12.0, 24.0],
    says="2 × 12 = 24입니다.",
    look="`x = 1`에서 `u = 2`입니다. 셋째 값은 앞의 두 값을 곱한 것입니다.",
    mistakes=[
        Mistake("value_of_x", "dz/du는 3u²입니다. `u`에 1이 아니라 2를 넣습니다.", gives=[2, 3, ...]),
        Mistake("not_squared", "u³을 미분하면 3u²입니다. `u`의 값 2를 제곱합니다.", gives=[2, 6, ...]),
        Mistake("value_of_z", "둘째 값에 `z`의 값 8이 들어갔습니다. 미분한 3u²에 `u = 2`를 넣습니다.", gives=[2, 8, ...]),
        Mistake("power_sign", "파이썬에서 거듭제곱은 `^`가 아니라 `**`로 적습니다.", gives=[2, 4, 14]),
        Mistake("not_cubed", "u³을 미분하면 앞에 3이 곱해집니다.", gives=[2, 4, ...]),
        Mistake("added", "두 국소 도함수를 더하지 않고 곱합니다.", gives=[2, 12, 14]),
        Mistake("last_only", "셋째 값은 dz/du에 du/dx까지 곱한 것입니다.", gives=[2, 12, 12]),
        Mistake("first_from_value", "du/dx는 `u`의 값이 아니라 2x를 미분한 2입니다.", gives=[1, ..., ...]),
        Mistake("value_of_z", "셋째 값에 `z`의 값 8이 들어갔습니다. dz/dx는 앞의 두 값을 곱한 것입니다.", gives=[2, 12, 8]),
        Mistake("product", "셋째 값은 앞의 두 값을 곱한 것입니다.", gives=[2, 12, ...]),
        Mistake("swapped", "차례는 du/dx, dz/du, dz/dx입니다.", gives=lambda got: sorted(got) == [2, 12, 24]),
        Mistake("squared_all", "3u²에서는 `u`만 제곱합니다. 3까지 제곱하지 않습니다.", gives=[2, 36, ...]),
        Mistake("multiplied_early", "둘째 값은 dz/du = 3u²입니다. 지수가 3이 아니라 2인지, du/dx를 미리 곱하지 않았는지 봅니다.", gives=[2, 24, ...]),
        Mistake("first", "첫째 값은 du/dx입니다. 2x를 미분하면 `x`가 사라지고 2가 남습니다.", gives=lambda got: got[0] != 2),
        Mistake("second", "둘째 값은 u³을 `u`로 미분한 3u²에 `u = 2`를 넣은 것입니다.", gives=lambda got: got[1] != 12),
    ],
)

by_hand = function(  # dz/dx for u = x² + 1, z = u², without torch
    [1.0, 2.0, -3.0], lambda x: 4 * x * (x**2 + 1), where="x = {:g}에서", by="hand",
    says="손으로 곱한 값과 autograd가 구한 값이 같습니다.",
    look="dz/du = 2u이고 du/dx = 2x입니다.",
    mistakes=[
        Mistake("outer_only", "dz/du까지만 구했습니다. du/dx = 2x를 더 곱합니다.", gives=lambda x: 2 * (x**2 + 1)),
        Mistake("inner_only", "du/dx만 구했습니다. 앞에서 구한 dz/du에 곱합니다.", gives=lambda x: 2 * x),
        Mistake("added", "두 국소 도함수를 더하지 않고 곱합니다.", gives=lambda x: 2 * (x**2 + 1) + 2 * x),
        Mistake("x_for_u", "dz/du = 2u에는 `x`가 아니라 `u`의 값을 넣습니다.", gives=lambda x: 4 * x * x),
        Mistake("u_for_x", "du/dx = 2x에는 `u`가 아니라 `x`의 값을 넣습니다.", gives=lambda x: 4 * (x**2 + 1) ** 2),
        Mistake("z_for_u", "dz/du = 2u가 한 번 더 곱해졌습니다. `z`가 아니라 `u`를 넣었는지, `**`가 아니라 `*`인지 봅니다.", gives=lambda x: 4 * x * (x**2 + 1) ** 2),
        Mistake("value_of_z", "`z`의 값이 더 곱해졌습니다. 역전파는 끝의 1에서 출발하고, 국소 도함수만 곱합니다.", gives=lambda x: 4 * x * (x**2 + 1) ** 3),
        Mistake("not_multiplied_by_x", "x²을 미분하면 2가 아니라 2x입니다.", gives=lambda x: 4 * (x**2 + 1)),
        Mistake("not_doubled", "2가 하나 모자랍니다. u²을 미분하면 2u, x²을 미분하면 2x입니다.", gives=lambda x: 2 * x * (x**2 + 1)),
        Mistake("constant_kept", "x² + 1을 미분하면 1은 사라지고 2x만 남습니다.", gives=lambda x: 2 * (x**2 + 1) * (2 * x + 1)),
        Mistake("value_returned", "`z`의 값을 돌려주었습니다. 곱해 온 국소 도함수 `grad_x`를 돌려줍니다.", gives=lambda x: (x**2 + 1) ** 2),
        Mistake("doubled_twice", "du/dx가 두 번 곱해졌습니다.", gives=lambda x: 2 * (x**2 + 1) * 4 * x * x),
        Mistake("value_of_u", "`u`의 값을 돌려주었습니다. 곱해 온 국소 도함수 `grad_x`를 돌려줍니다.", gives=lambda x: x**2 + 1),
        Mistake("subtracted", "두 국소 도함수를 빼지 않고 곱합니다.", gives=lambda x: 2 * (x**2 + 1) - 2 * x),
        Mistake("u_dropped", "dz/du는 2가 아니라 2u입니다.", gives=lambda x: 4 * x),
        Mistake("u_not_differentiated", "u²을 미분하면 2u입니다. 미분하지 않고 u²을 곱했습니다.", gives=lambda x: 2 * x * (x**2 + 1) ** 2),
        Mistake("x_not_differentiated", "x²을 미분하면 2x입니다. 미분하지 않고 x²을 곱했습니다.", gives=lambda x: 2 * (x**2 + 1) * x**2),
        Mistake("inside_not_differentiated", "x² + 1을 미분하면 2x입니다. 미분하지 않고 곱했습니다.", gives=lambda x: 2 * (x**2 + 1) ** 2),
        Mistake("cube", "u³이 아니라 u²을 미분합니다. 2u입니다.", gives=lambda x: 3 * (x**2 + 1) ** 2 * 2 * x),
        Mistake("divided", "국소 도함수는 나누지 않고 곱합니다.", gives=lambda x: (x**2 + 1) / x),
        Mistake("brackets", "2u에 u = x² + 1을 넣을 때는 `2 * (x ** 2 + 1)`처럼 괄호로 묶습니다.", gives=lambda x: (2 * x**2 + 1) * 2 * x),
    ],
    last=[
        Mistake("line_changed", "`u`에 다른 값을 담았습니다. `u = x ** 2 + 1`은 그대로 두고, 미분한 값은 다른 이름에 담습니다.",
                when=lambda run: abs(run.names["u"] - run.inputs[0] ** 2 - 1) > 1e-6),
        Mistake("not_local", "국소 도함수를 곱하지 않았습니다. `grad_u`에 dz/du를 담고, 거기에 du/dx를 곱합니다.", when=lambda run: "grad_u" not in run.names),
        Mistake("first_factor", lambda run: f"`grad_u`에 담긴 값은 {text(run.names['grad_u'])}입니다. dz/du = 2u는 {text(2.0 * run.names['u'])}입니다.",
                when=lambda run: abs(run.names["grad_u"] - 2 * run.names["u"]) > 1e-6),
        Mistake("second_factor", "`grad_u`까지는 맞습니다. `grad_u`에 곱할 것은 du/dx = 2x입니다.",
                when=lambda run: abs(run.names["grad_x"] - 2 * run.names["grad_u"] * run.inputs[0]) > 1e-6),
        Mistake("returned", "`grad_x`까지 맞게 구했습니다. `grad_x`를 돌려줍니다.", when=lambda run: abs(run.names["grad_x"] - run.wanted) < 1e-6),
    ],
)


def left_in_place(run):
    """Whether the right number came out although the local derivative is still wrong: 2x · 9 is 2u · 3."""
    at_u = run.names.get("grad_u")
    return at_u is not None and abs(at_u - 6 * run.inputs[0]) > 1e-6 and abs(run.got - run.wanted) < 1e-6


wrong_place = function(  # dv/dx for u = 3x, v = u²
    [1.0, 2.0, -3.0], lambda x: 18 * x, where="x = {:g}에서", by="hand",
    says="국소 도함수에는 그 계산에 들어간 값을 넣습니다.",
    look="국소 도함수 2u에 어떤 값을 넣었는지 봅니다.",
    mistakes=[
        Mistake("made_up_elsewhere", "`grad_u`는 아직 dv/du = 2u가 아닙니다. 다른 줄에서 맞추지 말고 틀린 줄을 고칩니다.", when=left_in_place),
        Mistake("formula", "국소 도함수를 하나씩 곱하지 않았습니다. 주어진 줄에서 한 곳만 고칩니다.",
                when=lambda run: abs(run.got - run.wanted) < 1e-6 and run.source.known and "grad_u" not in run.names),
        Mistake("last_line_dropped", "`grad_u`까지만 구한 값입니다. 마지막 국소 도함수 3까지 곱한 `grad_x`를 돌려줍니다.",
                gives=lambda x: 6 * x, when=lambda run: run.names["grad_u"] == run.got),
        Mistake("line_changed", "`u = 3 * x`와 `v = u ** 2`는 그대로 둡니다. 틀린 곳은 역전파의 줄입니다.",
                when=lambda run: run.names["u"] != 3 * run.inputs[0] or run.names["v"] != run.names["u"] ** 2),
        Mistake("unchanged", "국소 도함수 2u에 어떤 값을 넣었는지 봅니다.", gives=lambda x: 6 * x),
        Mistake("value_of_v", "국소 도함수 2u에 `v`의 값을 넣었습니다. v = u²에 들어간 값은 `u`입니다.", gives=lambda x: 54 * x * x),
        Mistake("x_in_the_last_line", "u = 3x의 국소 도함수는 3입니다. `x`나 `u`를 곱하지 않습니다.", gives=lambda x: 18 * x * x),
        Mistake("u_in_the_last_line", "`grad_x`에는 국소 도함수 3을 곱합니다. 고칠 곳은 그 앞 줄입니다.", gives=lambda x: 6 * x * x,
                when=lambda run: run.names["grad_u"] != 6 * run.inputs[0]),
        Mistake("u_dropped", "u²의 국소 도함수는 2가 아니라 2u입니다.", gives=lambda x: 6.0),
        Mistake("u_dropped", "앞에서 구한 `grad_u`를 곱하지 않았습니다.", gives=lambda x: 3.0),
        Mistake("three_for_two", "u²의 국소 도함수는 3u가 아니라 2u입니다.", gives=lambda x: 27 * x),
        Mistake("not_differentiated", "u²의 국소 도함수는 2u입니다. 미분하지 않고 u²을 곱했습니다.", gives=lambda x: 27 * x * x),
        Mistake("added", "국소 도함수는 더하지 않고 곱합니다.", gives=lambda x: 6 * x + 3),
        Mistake("value_returned", "`v`의 값을 돌려주었습니다. `grad_x`를 돌려줍니다.", gives=lambda x: 9 * x * x),
        Mistake("two_dropped", "u²의 국소 도함수는 `u`가 아니라 2u입니다.", gives=lambda x: 9 * x),
        Mistake("three_dropped", "마지막 줄의 3이 빠졌습니다. 그 줄은 그대로 둡니다.", gives=lambda x: 2.0 * x),
        Mistake("start", "역전파는 끝의 1에서 출발합니다. `grad_v`는 그대로 둡니다.", when=lambda run: run.names.get("grad_v") not in (None, 1.0)),
    ],
    last=[
        Mistake("line_kept", "`grad_u`를 구하는 줄이 틀린 그대로입니다. 다른 줄은 그대로 두고, 국소 도함수 2u에 넣은 값을 봅니다.",
                when=lambda run: run.names["grad_u"] == 2 * run.inputs[0]),
        Mistake("last_line_changed", "`grad_u`는 맞게 고쳤습니다. 마지막 줄에는 처음처럼 국소 도함수 3을 곱합니다.",
                when=lambda run: run.names["grad_u"] == 6 * run.inputs[0] != 0),
        Mistake("grad_u", lambda run: f"`grad_u`에 담긴 값은 {text(run.names['grad_u'])}입니다. dv/du = 2u는 {text(6 * run.inputs[0])}입니다.",
                when=lambda run: run.names["grad_u"] != 6 * run.inputs[0]),
    ],
)

doubled = function(  # the gradient of x doubled n times
    [1, 3, 10], lambda n: 2.0**n, where="n = {}일 때", by="backward",
    says="국소 도함수 2를 `n`번 곱한 값입니다.",
    look="두 배를 `n`번 하면 국소 도함수 2를 `n`번 곱합니다.",
    mistakes=[
        Mistake("in_place", "제자리 연산은 `x` 자체를 고칩니다. `y = y * 2`로 새 결과를 담습니다.", raises="leaf Variable"),
        Mistake("backward_in_loop", "`backward()`를 반복문 안에서 불러 앞의 기울기까지 더해졌습니다. 반복문이 끝난 다음에 한 번 부릅니다.",
                when=lambda run: len(run.passes) > 1),
        Mistake("squared", "제곱을 되풀이했습니다. 두 배는 `y * 2`입니다.",
                when=lambda run: run.got.item() == run.wanted and run.passes[-1].value.item() == 1),
        Mistake("gradient_doubled", "미분한 값은 1을 `n`번 두 배 한 것이 아닙니다. 기울기를 두 배 하지 말고, 두 배 한 결과 `y`에서 `backward()`를 부릅니다.",
                when=lambda run: run.passes[-1].value.item() not in (run.wanted, 1) and any(
                    isinstance(node.value, ast.BinOp) or isinstance(node, ast.AugAssign) for node in run.source.nodes(ast.Assign, ast.AugAssign)
                    if node.lineno > run.source.calls("backward")[0].lineno and run.source.in_loop(node))),
        Mistake("counted", "`2 * n`을 곱했습니다. 두 배를 되풀이하면 2를 `n`번 곱합니다.", gives=lambda n: 2.0 * n),
        Mistake("only_once", "두 배를 한 번만 했습니다. 반복문으로 `n`번 되풀이합니다.", gives=lambda n: 2.0,
                when=lambda run: run.source.known and not run.source.nodes(ast.For, ast.While)),
        Mistake("started_again", "반복할 때마다 `x`에서 다시 시작합니다. `y = y * 2`처럼 앞의 결과를 두 배 합니다.", gives=lambda n: 2.0),
        Mistake("once_too_often", "두 배를 한 번 더 했습니다. 반복하는 횟수와 처음의 `y`를 봅니다.", gives=lambda n: 2.0 ** (n + 1)),
        Mistake("once_too_few", "두 배를 한 번 덜 했습니다. `range(n)`은 `n`번 반복합니다.", gives=lambda n: 2.0 ** (n - 1)),
        Mistake("backward_too_early", "반복문보다 먼저 `backward()`를 불렀습니다. 두 배를 모두 한 다음에 부릅니다.",
                when=lambda run: run.value != run.wanted and run.source.calls("backward")[-1].lineno < run.source.nodes(ast.For, ast.While)[-1].lineno),
        Mistake("no_loop", "두 배 한 결과가 담기지 않았습니다. `y = y * 2`를 `n`번 되풀이합니다.",
                gives=lambda n: 1.0, when=lambda run: not run.passes or run.passes[-1].value.item() == 1),
        Mistake("multiplied_by_index", "2가 아니라 반복 번호를 곱해 0이 되었습니다.", gives=lambda n: 0.0),
        Mistake("x_added", "반복할 때마다 `x`를 더했습니다. 두 배는 `y * 2`나 `y + y`입니다.", gives=lambda n: float(n + 1),
                when=lambda run: re.search(r"\+=? x\b|\bx \+ y\b", run.source.text)),
        Mistake("x_added", "반복할 때마다 `x`를 더했습니다. `x`에서 출발해 `y * 2`를 되풀이합니다.", gives=lambda n: float(n),
                when=lambda run: re.search(r"\+=? x\b|\bx \+ y\b", run.source.text)),
        Mistake("multiplied_by_x", "`x`를 곱했습니다. 두 배는 2를 곱하는 것입니다.", gives=lambda n: float(n)),
        Mistake("multiplied_by_x", "`x`를 곱했습니다. 두 배는 2를 곱하는 것입니다.", gives=lambda n: float(n + 1)),
        Mistake("multiplied_by_x", "`x`까지 곱했습니다. 두 배는 2만 곱하는 것입니다.", gives=lambda n: (n + 1) * 2.0**n),
        Mistake("added_two", "2를 더했습니다. 두 배는 2를 곱하는 것입니다.", when=lambda run: run.source.known and "+ 2" in run.source.text and run.got == 1),
        Mistake("backward_in_loop", "반복문 안의 `backward()`가 기록을 지워, 다음 `backward()`는 거슬러 갈 수 없습니다. 반복문이 끝난 다음에 한 번 부릅니다.",
                raises="backward through the graph a second time"),
    ],
    last=gradient_of("1을 `n`번 두 배 한 것", lambda n: 2**n),
)
