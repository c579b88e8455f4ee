"""Chapter 12: in-place operations and versions."""

import ast

import torch

from gradbook.judge import Mistake, function, recall

allowed = recall(  # whether each of five programs runs to its end
    [True, False, False, True, False],
    says="저장한 것이 무엇이고 그 버전이 올랐는지 가렸습니다.",
    look="기록이 무엇을 저장했는지, 그 뒤에 그것의 버전이 올랐는지 봅니다.",
    mistakes=[
        Mistake("always", "제자리 연산이 모두 괜찮지는 않습니다. 저장한 뒤에 바꾼 것을 찾습니다.", gives=[True] * 5),
        Mistake("never", "제자리 연산이 모두 막히지는 않습니다. 저장하지 않은 것은 바꾸어도 됩니다.", gives=[False] * 5),
        Mistake("same_value", "0을 더해도 버전은 오릅니다. PyTorch는 값이 아니라 버전을 비교합니다.", gives=[..., True, ..., ..., ...]),
        Mistake("exp_saves_input", "`exp`의 도함수는 결과 그대로입니다. 저장한 것은 `y`가 아니라 `z`입니다.", gives=[False, False, False, True, False]),
        Mistake("chunk_view", "`chunk`는 뷰를 여러 개 돌려줍니다. 그런 뷰를 기록하며 제자리에서 바꿀 수 있었는지 봅니다.", gives=[..., ..., ..., ..., True]),
        Mistake("relu_saves_input", "`relu`는 결과를 저장합니다. 바꾼 것이 바로 그 결과입니다.", gives=[..., ..., True, ..., ...]),
        Mistake("constant_saved", "3을 곱하는 데 `y`의 값은 필요 없습니다. 저장하지 않은 것을 바꾸었습니다.", gives=[..., ..., ..., False, ...]),
    ],
)

masked = function(  # the slope of (y²).sum() + kept.sum(), y = x², kept: y with what is above 5 made 0
    [torch.tensor([1.0, 3.0]), torch.tensor([2.0, 4.0, -1.0]), torch.tensor([6.0, -2.0])],
    lambda v: [4 * a**3 + (2 * a if a * a <= 5 else 0) for a in v.tolist()],
    where=lambda v: f"v = {v.tolist()}에서", by="backward",
    says="`y`를 그대로 두고 새 텐서를 만들었습니다.",
    look="`y ** 2`는 원래 `y`로, 더하는 것은 큰 값을 0으로 만든 새 텐서로 계산합니다.",
    mistakes=[
        Mistake("saved_changed", "`y ** 2`가 저장한 `y`를 바꾸었습니다. `torch.where`로 새 텐서를 만들거나 `y.clone()`을 바꿉니다.", raises="modified by an inplace"),
        Mistake("masked_in_both", "첫째 항에도 0으로 만든 텐서를 썼습니다. 첫째 항은 원래의 `y`로 계산합니다.",
                gives=lambda v: [4 * a**3 + 2 * a if a * a <= 5 else 0 for a in v.tolist()], when=lambda run: torch.equal(run.names["y"], run.inputs[0] ** 2)),
        Mistake("changed_first", "제곱하기 전에 `y`를 바꾸어 첫째 항까지 달라졌습니다. 오류가 없다고 맞는 것은 아닙니다. `y`는 그대로 둡니다.",
                gives=lambda v: [4 * a**3 + 2 * a if a * a <= 5 else 0 for a in v.tolist()]),
        Mistake("data", "`.data`로 바꾸어 오류만 사라졌습니다. 저장한 `y`가 말없이 달라져 기울기가 틀립니다.",
                gives=lambda v: [4 * a**3 + 2 * a if a * a <= 5 else 2 * a for a in v.tolist()]),
        Mistake("not_masked", "큰 값을 0으로 만들지 않고 모두 더했습니다.", gives=lambda v: [4 * a**3 + 2 * a for a in v.tolist()]),
        Mistake("mask_inverted", "조건이 반대입니다. 5보다 큰 값을 0으로 만듭니다.", gives=lambda v: [4 * a**3 + (2 * a if a * a > 5 else 0) for a in v.tolist()]),
        Mistake("masked_by_x", "`x`가 아니라 `y`가 5보다 큰지 봅니다.", gives=lambda v: [4 * a**3 + (2 * a if a <= 5 else 0) for a in v.tolist()]),
        Mistake("not_squared", "첫째 항에서 `y`를 제곱하지 않았습니다. `(y ** 2).sum()`입니다.", gives=lambda v: [4 * a if a * a <= 5 else 2 * a for a in v.tolist()]),
        Mistake("only_kept", "첫째 항 `(y ** 2).sum()`이 빠졌습니다.", gives=lambda v: [2 * a if a * a <= 5 else 0 for a in v.tolist()]),
        Mistake("only_square", "큰 값을 0으로 만든 것의 합이 빠졌거나, 기록에서 끊겼습니다.", gives=lambda v: [4 * a**3 for a in v.tolist()]),
    ],
)

powers = function(  # the slope of 1 + x + x² + x³, each power made from the one before it
    [2.0, 1.0, 3.0], lambda v: 1 + 2 * v + 3 * v**2, where="v = {:g}에서", by="backward",
    says="앞의 값을 건드리지 않고 이어 갔습니다.",
    look="거듭제곱을 새 텐서로 만들어 리스트에 담고 `torch.stack`으로 묶습니다.",
    mistakes=[
        Mistake("still_in_place", "아직 `h`의 원소를 읽고 나서 `h`를 바꿉니다. 원소는 `h`와 버전을 함께 씁니다.", raises="modified by an inplace"),
        Mistake("rebuilt", "`torch.tensor`는 값만 베껴 새 텐서를 만들어 기록이 끊깁니다. `torch.stack`을 씁니다.",
                raises="does not require grad", when=lambda run: "torch.tensor(h" in run.source.text or "torch.tensor(powers" in run.source.text),
        Mistake("unrecorded", "`no_grad` 블록에서 한 계산은 기록되지 않습니다. 오류만 사라지고 기울기를 구할 수 없습니다.",
                raises="does not require grad", when=lambda run: "no_grad" in run.source.text),
        Mistake("powers_written", "거듭제곱을 `**`로 따로 계산했습니다. 바로 앞의 거듭제곱에 `x`를 곱해 다음 것을 만듭니다.",
                when=lambda run: run.passes and run.value == run.wanted and (run.source.calls("pow") or any(isinstance(node.op, ast.Pow) for node in run.source.nodes(ast.BinOp)))),
        Mistake("cut_by_item", "앞의 거듭제곱을 `.item()`으로 꺼내 그 기록이 끊겼습니다. 텐서 그대로 곱합니다.", gives=lambda v: 1 + v + v**2),
        Mistake("last_only", "마지막 거듭제곱만 거슬러 갔습니다. 넷을 모두 더합니다.", gives=lambda v: 3 * v**2),
        Mistake("one_short", "한 번 덜 곱했습니다. `x ** 3`까지 있어야 합니다.", gives=lambda v: 1 + 2 * v),
        Mistake("one_more", "한 번 더 곱했습니다. `x ** 3`까지만 더합니다.", gives=lambda v: 1 + 2 * v + 3 * v**2 + 4 * v**3),
        Mistake("linear", "앞의 값이 아니라 1에 곱했습니다. 바로 앞의 거듭제곱에 `x`를 곱합니다.", gives=lambda v: 3),
    ],
)


def plus_one(t):
    return t + 1


def add_nothing(t):
    t += 0


def double(t):
    t.mul_(2)


def first_to_zero(t):
    t[0] = 0.0


def change_copy(t):
    t.clone().add_(1)


def change_part(t):
    t[1:].add_(5)


CASES = [
    [plus_one, double, add_nothing],
    [change_copy, first_to_zero, plus_one, change_part],
    [plus_one, change_copy],
    [double, add_nothing, double],
]
WANTED = [[1, 2], [1, 3], [], [0, 1, 2]]


def wanted(_, steps):
    return WANTED[[len(case) == len(steps) and all(a is b for a, b in zip(case, steps)) for case in CASES].index(True)]


def values_differ(t, steps):
    """The culprits by someone who compares values before and after each step."""
    t, found = t.clone(), []
    for place, step in enumerate(steps):
        before = t.clone()
        step(t)
        if not torch.equal(t, before):
            found.append(place)
    return found


def since_start(_, steps):
    found = wanted(_, steps)
    return list(range(found[0], len(steps))) if found else []


culprits = function(  # the places of the functions that change the tensor in place, told by its version
    [(torch.tensor([1.0, 2.0]), steps) for steps in CASES], wanted,
    where=lambda _, steps: "[" + ", ".join(step.__name__ for step in steps) + "]에서",
    says="버전이 오른 줄이 범인입니다. 값이 그대로여도 놓치지 않습니다.",
    look="함수를 하나 부르기 앞과 뒤의 `t._version`을 비교합니다.",
    mistakes=[
        Mistake("values", "값을 비교하면 `t += 0`처럼 값이 그대로인 제자리 연산을 놓칩니다. `t._version`을 비교합니다.", gives=values_differ),
        Mistake("functions", "함수가 아니라 함수의 번호를 담습니다.", when=lambda run: any(map(callable, run.got))),
        Mistake("copy_watched", "`t`의 사본에 불러, 사본의 버전을 보았습니다. `t`에 그대로 부릅니다.", when=lambda run: run.wanted and run.given[0]._version == 0 and run.source.calls("clone")),
        Mistake("identity", "`is`나 `id`, `data_ptr()`로는 제자리에서 바뀐 것을 알 수 없습니다. 같은 텐서의 버전이 올랐는지 봅니다.",
                gives=lambda t, steps: [], when=lambda run: "_version" not in run.source.text),
        Mistake("not_called", "함수를 부르지 않아 버전이 오르지 않습니다. `step(t)`로 부릅니다.", gives=lambda t, steps: []),
        Mistake("since_start", "처음 버전과 비교하면 한 번 오른 뒤로는 모두 범인이 됩니다. 함수마다 바로 앞의 버전과 비교합니다.", gives=since_start),
        Mistake("from_one", "번호를 1부터 셌습니다. 0부터 셉니다.", gives=lambda t, steps: [place + 1 for place in wanted(t, steps)]),
        Mistake("how_many", "몇 번 바뀌었는지가 아니라 몇 번째 함수인지 돌려줍니다.", gives=lambda t, steps: len(wanted(t, steps))),
        Mistake("flags", "참과 거짓이 아니라 번호를 리스트에 담아 돌려줍니다.", gives=lambda t, steps: [place in wanted(t, steps) for place in range(len(steps))]),
        Mistake("first_only", "첫째 범인에서 멈추었습니다. 끝까지 봅니다.", gives=lambda t, steps: wanted(t, steps)[:1]),
        Mistake("last_only", "마지막 범인만 남았습니다. 찾을 때마다 리스트에 더합니다.", gives=lambda t, steps: wanted(t, steps)[-1:]),
        Mistake("innocent", "반대로 담았습니다. 버전이 그대로인 함수가 아니라 오른 함수를 담습니다.",
                gives=lambda t, steps: [place for place in range(len(steps)) if place not in wanted(t, steps)]),
        Mistake("versions", "버전이 아니라 함수의 번호를 담습니다.", gives=lambda t, steps: list(range(1, len(wanted(t, steps)) + 1))),
        Mistake("everyone", "모든 함수를 담았습니다. 버전이 올랐을 때만 담습니다.", gives=lambda t, steps: list(range(len(steps)))),
    ],
)
