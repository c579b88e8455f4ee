"""Chapter 18: orders, rules of one's own, and an order found without recursion."""

import torch

from gradbook.judge import Mistake, function, recall

valid = recall(  # which orders give the right gradients for c = a · b, d = c + a, e = c · d
    [True, False, True, False],
    says="모두 자기를 쓴 값이 다 보낸 다음에 보냅니다.",
    look="값마다 그 값을 쓴 계산을 적고, 그것들이 차례에서 모두 앞에 있는지 봅니다.",
    mistakes=[
        Mistake("one_only", "맞는 차례는 하나가 아닐 수 있습니다. `a`와 `b`는 더 보낼 데가 없으니 서로 자리를 바꾸어도 됩니다.", gives=[True, False, False, False]),
        Mistake("last_swapped", "첫째에서 `a`와 `b`의 자리만 바꾼 것이 셋째입니다. 둘은 서로를 쓰지 않았습니다.", gives=[False, False, True, False]),
        Mistake("always", "`c`는 `d`에도 쓰였습니다. `d`가 보내기 전에 `c`가 보내면 몫이 빠집니다.", gives=[True, True, True, True]),
        Mistake("never", "`e`에서 시작해 `d`, `c`로 가는 차례에서는 몫이 빠지지 않습니다.", gives=[False, False, False, False]),
        Mistake("shared_early", "둘째에서는 `c`가 `d`보다 먼저 보냅니다. `c`는 `d`에도 쓰였습니다.", gives=[True, True, True, False]),
        Mistake("forward", "넷째는 순전파의 차례입니다. 기울기는 결과에서 출발합니다.", gives=[..., ..., ..., True]),
        Mistake("only_early", "둘째에서는 `d`에서 올 몫을 받기 전에 `c`가 보냅니다.", gives=[..., True, ..., ...]),
    ],
)


def shares(a, b, g):
    return [g / b, -g * a / b**2]


quotient = function(  # the rule of a / b: the two gradients that go to a and b
    [(3.0, 2.0, 1.0), (1.0, 4.0, 2.0), (-5.0, 0.5, 3.0)], shares, where="a = {:g}, b = {:g}, g = {:g}에서", by="hand",
    says="국소 도함수마다 뒤에서 온 기울기를 곱했습니다.",
    look="a / b를 a로 미분한 것과 b로 미분한 것에 각각 g를 곱합니다.",
    mistakes=[
        Mistake("no_incoming", "뒤에서 온 기울기 `g`를 곱하지 않았습니다.", gives=lambda a, b, g: [1 / b, -a / b**2]),
        Mistake("half_incoming", "둘째에만 `g`를 곱하지 않았습니다.", gives=lambda a, b, g: [g / b, -a / b**2]),
        Mistake("first_without", "첫째에만 `g`를 곱하지 않았습니다.", gives=lambda a, b, g: [1 / b, -g * a / b**2]),
        Mistake("no_minus", "`b`가 커지면 `a / b`는 작아집니다. 둘째에 빼기 부호가 있어야 합니다.", gives=lambda a, b, g: [g / b, g * a / b**2]),
        Mistake("not_squared", "1/b의 도함수는 -1/b²입니다. 분모를 제곱합니다.", gives=lambda a, b, g: [g / b, -g * a / b]),
        Mistake("not_squared", "`b`를 제곱하지 않고 2를 곱했습니다. 제곱은 `b ** 2`이고, 나누는 것은 괄호로 묶습니다.", gives=lambda a, b, g: [g / b, -g * a / b * 2]),
        Mistake("not_squared", "`b`를 제곱하지 않고 2를 곱했습니다. 제곱은 `b ** 2`입니다.", gives=lambda a, b, g: [g / b, -g * a / (b * 2)]),
        Mistake("inverted", "`b / a`를 미분했습니다. `a / b`를 미분합니다.", gives=lambda a, b, g: [g / a, -g * b / a**2]),
        Mistake("incoming_divided", "뒤에서 온 기울기 `g`로 나누었습니다. 곱합니다.", gives=lambda a, b, g: [1 / b / g, -a / b**2 / g]),
        Mistake("value_first", "첫째에 `a`까지 곱했습니다. `a / b`를 `a`로 미분하면 `1 / b`입니다.", gives=lambda a, b, g: [g * a / b, -g * a / b**2]),
        Mistake("swapped", "차례가 바뀌었습니다. `a`에 보낼 것을 먼저 적습니다.", gives=lambda a, b, g: shares(a, b, g)[::-1]),
        Mistake("numerator_forgotten", "둘째에 `a`가 빠졌습니다.", gives=lambda a, b, g: [g / b, -g / b**2]),
        Mistake("product", "곱하기의 규칙입니다. 나누기를 미분합니다.", gives=lambda a, b, g: [g * b, g * a]),
        Mistake("values", "기울기가 아니라 나눗셈의 값에 `g`를 곱한 것입니다.", gives=lambda a, b, g: g * a / b),
        Mistake("added", "둘을 더했습니다. 입력마다 하나씩 리스트에 담습니다.", gives=lambda a, b, g: sum(shares(a, b, g))),
    ],
)


def scale_gradient(x, s, g):
    """What goes to the column s of x · s."""
    return [[sum(a * b for a, b in zip(*rows))] for rows in zip(x.tolist(), g.tolist())]


SCALED = [
    (torch.tensor([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]), torch.tensor([[2.0], [3.0]]), torch.tensor([[1.0, 1.0, 1.0], [1.0, 0.0, 2.0]])),
    (torch.tensor([[2.0, -1.0, 0.0], [1.0, 1.0, 5.0]]), torch.tensor([[1.0], [-4.0]]), torch.tensor([[3.0, 0.0, 1.0], [2.0, 2.0, 1.0]])),
]

scaled = function(  # the gradient of the column s in x · s, x of shape (2, 3), s of shape (2, 1)
    SCALED, scale_gradient, where=lambda x, s, g: f"x의 첫 원소가 {x[0, 0].item():g}인 입력에서", by="hand",
    says="원소마다 쓰인 곳의 기울기를 행을 따라 더하고 모양을 지켰습니다.",
    look="`g * x`를 `s`의 모양 (2, 1)이 될 때까지 더합니다.",
    mistakes=[
        Mistake("not_summed", "더하지 않아 모양이 (2, 3)입니다. `s`의 원소 하나가 세 곳에 쓰였습니다.",
                gives=lambda x, s, g: (g * x).tolist()),
        Mistake("dimension_lost", "모양이 (2,)입니다. `keepdim=True`를 적으면 더한 차원이 1로 남아 (2, 1)이 됩니다.", when=lambda run: run.got.shape == (2,)),
        Mistake("other_axis", "열을 따라 더했습니다. `s`의 원소는 행마다 하나씩 있으니 `dim=1`로 더합니다.",
                gives=lambda x, s, g: (g * x).sum(0).tolist()),
        Mistake("all_summed", "모두 더해 수 하나가 되었습니다. 행마다 따로 더합니다.", gives=lambda x, s, g: (g * x).sum().tolist()),
        Mistake("no_local", "국소 도함수를 곱하지 않았습니다. `x * s`를 `s`로 미분하면 `x`입니다.",
                gives=lambda x, s, g: g.sum(1, keepdim=True).tolist()),
        Mistake("own_value", "`s`를 곱했습니다. 곱하기의 국소 도함수는 상대의 값입니다.", gives=lambda x, s, g: (g * s).sum(1, keepdim=True).tolist()),
        Mistake("own_value", "`x`에 `s`까지 곱했습니다. `x * s`를 `s`로 미분하면 `x`입니다.", gives=lambda x, s, g: (g * x * s).sum(1, keepdim=True).tolist()),
        Mistake("own_value_whole", "`s`를 곱했고 더하지도 않았습니다. 이것은 `x`에 보낼 기울기입니다.", gives=lambda x, s, g: (g * s).tolist()),
        Mistake("no_incoming", "뒤에서 온 기울기 `g`를 곱하지 않았습니다.", gives=lambda x, s, g: x.sum(1, keepdim=True).tolist()),
        Mistake("first_only", "행마다 첫 원소만 골랐습니다. 고르지 않고 행을 따라 더합니다.", gives=lambda x, s, g: (g * x)[:, :1].tolist()),
        Mistake("mean", "더하지 않고 평균을 냈습니다.", gives=lambda x, s, g: (g * x).mean(1, keepdim=True).tolist()),
        Mistake("sums_multiplied", "따로 더한 다음 곱했습니다. 자리마다 곱한 다음 더합니다.",
                gives=lambda x, s, g: (g.sum(1, keepdim=True) * x.sum(1, keepdim=True)).tolist()),
    ],
)

DIAMOND = {"a": [], "b": ["a", "a"], "c": ["b", "a"], "d": ["b", "c"]}
APART = {"x": [], "y": ["x"], "other": ["x"]}
LONG = {"n0": []} | {f"n{place}": [f"n{place - 1}"] for place in range(1, 5001)}
GRAPHS = [(DIAMOND, "d"), (APART, "y"), (LONG, "n5000")]


def verdict(answer, parents, result):
    """What is true of the order that the answer gives: "ok", or the first thing wrong with it."""
    order = answer({name: list(inputs) for name, inputs in parents.items()}, result)
    if order is None or order is ...:
        return order
    if not isinstance(order, (list, tuple)) or not all(isinstance(name, str) and name in parents for name in order):
        return "other"
    if len(set(order)) < len(order):
        return "twice"
    reached, waiting = {result}, [result]
    while waiting:
        for name in parents[waiting.pop()]:
            if name not in reached:
                reached.add(name)
                waiting.append(name)
    if set(order) - reached:
        return "outside"
    if result not in order:
        return "result_missing"
    if reached - set(order):
        return "missing"
    place = {name: number for number, name in enumerate(order)}
    if all(place[name] < place[user] for user in order for name in parents[user]):
        return "forward"
    return "ok" if all(place[user] < place[name] for user in order for name in parents[user]) else "early"


def gave(word):
    return lambda run: run.got == word


sequence = function(  # every name after all that use it, without recursion
    GRAPHS, lambda parents, result: "ok", where=lambda parents, result: f"값 {len(parents)}개인 그래프에서", call=verdict,
    says="쓴 값이 모두 나온 다음에만 차례에 넣었습니다.",
    look="이름마다 쓰인 횟수를 세고, 그 횟수가 0이 된 이름만 차례에 넣습니다.",
    mistakes=[
        Mistake("recursion", "함수가 자기를 다시 부르면 긴 그래프에서 멈춥니다. 차례를 기다리는 이름을 리스트에 담고 `while`로 꺼냅니다.", raises="recursion"),
        Mistake("early", "자기를 쓴 값이 다 나오기 전에 차례에 든 이름이 있습니다. 쓰인 횟수를 세어 둡니다.", when=gave("early")),
        Mistake("forward", "순전파의 차례입니다. 결과가 먼저 나오게 합니다.", when=gave("forward")),
        Mistake("twice", "같은 이름이 두 번 들어 있습니다. 기울기를 다 받은 다음 한 번만 보냅니다.", when=gave("twice")),
        Mistake("result_missing", "`result`가 차례에 없습니다. 기울기는 `result`에서 출발하므로 맨 앞에 나옵니다.", when=gave("result_missing")),
        Mistake("missing", "결과에서 닿는데 차례에 없는 이름이 있습니다. 두 번 쓰인 입력은 두 번 줄여야 0이 됩니다.", when=gave("missing")),
        Mistake("outside", "결과에서 닿지 않는 이름이 들어 있습니다. 결과에서 거슬러 가며 닿는 것만 셉니다.", when=gave("outside")),
        Mistake("other", "이름을 차례로 담은 리스트를 돌려줍니다.", when=gave("other")),
        Mistake("nothing_left", "꺼낼 것이 없는 리스트에서 꺼냈습니다. `while`의 조건을 봅니다.", raises="pop from empty"),
        Mistake("key_missing", "아직 세지 않은 이름을 찾았습니다. 먼저 결과에서 닿는 이름을 모두 셉니다.", raises="^KeyError"),
    ],
)
