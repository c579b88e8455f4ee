"""Chapter 9: differentiating a gradient again, the gradient in a loss, and Hessian–vector products."""

import torch

from gradbook.judge import Mistake, function, recall

blocked = recall(  # whether the second differentiation raises: x · x, 5x + 1, relu(x), x · x.detach()
    [False, True, False, True],
    says="도함수가 `x`와 이어진 기록 없이 상수가 되면 다시 미분할 수 없습니다.",
    look="도함수를 손으로 적어 보고, 그것을 계산할 때 기록이 있는 `x`를 썼는지 따져 봅니다.",
    mistakes=[
        Mistake("relu_blocked", "`relu`의 역전파는 `x`가 양수인지 보는 계산이라 기록이 있습니다. 다시 미분하면 오류가 아니라 0입니다.", gives=[False, True, True, True]),
        Mistake("never", "`create_graph=True`를 적어도 도함수가 상수이면 기록할 것이 없습니다.", gives=[False, False, False, False]),
        Mistake("always", "`create_graph=True`를 적었으니 `x`로 계산한 도함수에는 기록이 있습니다.", gives=[True, True, True, True]),
        Mistake("line_passes", "`5 * x + 1`의 도함수는 5라는 수입니다. 거기에 `x`로 가는 기록은 없습니다.", gives=[False, False, ..., ...]),
        Mistake("detached_passes", "`x.detach()`는 기록이 없는 수입니다. 넷째의 도함수는 그 수뿐입니다.", gives=[False, True, False, False]),
        Mistake("square_blocked", "`x * x`의 도함수 2x는 `x`로 계산합니다. 그래서 기록이 있습니다.", gives=[True, ..., ..., ...]),
    ],
)


def slope(v):
    return 4 * v**3 - 6 * v**2


def twice(v):
    return 12 * v**2 - 12 * v


second = function(  # the second derivative of x⁴ - 2x³
    [2.0, 3.0, -1.0], twice, where="v = {:g}에서", by="backward",
    says="기울기를 기록하고 다시 미분했습니다.",
    look="기울기를 `torch.autograd.grad`와 `create_graph=True`로 구하고, 그 기울기를 `x`로 다시 미분합니다.",
    mistakes=[
        Mistake("not_recorded", "첫 번째 기울기에 기록이 없습니다. 그것을 구할 때 `create_graph=True`를 적습니다.", raises="does not require grad",
                when=lambda run: "create_graph" not in run.source.text),
        Mistake("accumulated", "기울기와 이계도함수가 `.grad`에 함께 쌓였습니다. `torch.autograd.grad`로 구하거나 사이에서 비웁니다.", gives=lambda v: slope(v) + twice(v)),
        Mistake("once", "한 번만 미분했습니다. 그 결과를 한 번 더 미분합니다.", gives=slope),
        Mistake("three_times", "세 번 미분했습니다.", gives=lambda v: 24 * v - 12),
        Mistake("squared_slope", "기울기를 제곱했습니다. 제곱이 아니라 다시 미분합니다.", gives=lambda v: slope(v) ** 2),
        Mistake("square_differentiated", "기울기의 제곱을 미분했습니다. 기울기를 그대로 미분합니다.", gives=lambda v: 2 * slope(v) * twice(v)),
        Mistake("tuple", "`torch.autograd.grad`는 튜플을 돌려줍니다. `[0]`으로 꺼냅니다.", when=lambda run: isinstance(run.got, tuple)),
        Mistake("y_twice", "두 번째에도 `y`를 미분했습니다. 두 번째에는 기울기를 미분합니다.", gives=lambda v: 2 * slope(v)),
        Mistake("value", "미분하지 않은 `y`의 값입니다.", gives=lambda v: v**4 - 2 * v**3),
    ],
)


def both_parts(v):
    """The slope with respect to w of (w - 1)² + (3w)²."""
    return 2 * (v - 1) + 18 * v


penalized = function(  # the gradient of the loss with its penalty, w x³ at x = 1
    [1.0, 2.0, 0.5], both_parts, where="v = {:g}에서", by="backward",
    says="벌점의 기록이 `w`까지 이어졌습니다.",
    look="`slope`를 구하는 계산이 기록되는지, `slope.requires_grad`를 찍어 봅니다.",
    mistakes=[
        Mistake("slope_in_w", "`w`로 미분한 것을 `slope`로 썼습니다. 벌점은 입력 `x`의 기울기입니다.",
                gives=lambda v: 2 * (v - 1), when=lambda run: run.names["slope"].requires_grad and run.names["slope"].item() == 1),
        Mistake("penalty_left_out", "`slope`에는 기록이 있지만 미분한 손실에 벌점이 없습니다. `slope ** 2`를 더합니다.",
                gives=lambda v: 2 * (v - 1), when=lambda run: run.names["slope"].grad_fn is not None),
        Mistake("accumulated", "`out.backward()`가 `w.grad`에도 기울기를 담아 마지막 기울기와 더해졌습니다. `slope`는 `torch.autograd.grad`로 구합니다.",
                gives=lambda v: both_parts(v) + 1, when=lambda run: len(run.passes) > 1),
        Mistake("penalty_lost", "벌점의 몫이 빠졌습니다. `slope`에 기록이 없어 벌점이 그냥 수입니다. `create_graph=True`로 구합니다.",
                gives=lambda v: 2 * (v - 1)),
        Mistake("record_gone", "입력의 기울기를 구하며 `out`의 기록을 지웠습니다. `create_graph=True`를 적으면 기록이 남고 `slope`도 기록됩니다.", raises="second time"),
        Mistake("penalty_only", "벌점만 미분했습니다. 두 항을 더해 미분합니다.", gives=lambda v: 18 * v),
        Mistake("not_squared", "벌점에서 `slope`를 제곱하지 않았습니다.", gives=lambda v: 2 * (v - 1) + 3),
        Mistake("input_gradient", "입력 `x`의 기울기입니다. `w.grad`를 돌려줍니다.", gives=lambda v: 6 * v * (v - 1) + 36 * v**2),
        Mistake("slope_returned", "입력에 대한 기울기 `slope`입니다. `w.grad`를 돌려줍니다.", gives=lambda v: 3 * v),
        Mistake("loss_returned", "기울기가 아니라 손실의 값입니다.", gives=lambda v: (v - 1) ** 2 + 9 * v**2),
        Mistake("parts_apart", "`slope`를 `w`로 미분한 3입니다. 벌점이 아니라 손실 전체를 미분합니다.", gives=lambda v: 3),
    ],
)


def row_sums(p):
    """H times ones, for f = x₀² x₁ + x₁³."""
    return [2 * p[1] + 2 * p[0], 2 * p[0] + 6 * p[1]]


def times(p, v):
    p, v = p.tolist(), v.tolist()
    return [2 * p[1] * v[0] + 2 * p[0] * v[1], 2 * p[0] * v[0] + 6 * p[1] * v[1]]


def gradient(p):
    return [2 * p[0] * p[1], p[0] ** 2 + 3 * p[1] ** 2]


def on(found):
    """A question about points and directions as lists."""
    return lambda p, v: found(p.tolist(), v.tolist())


POINTS = [([1.0, 2.0], [1.0, 0.0]), ([1.0, 2.0], [2.0, 3.0]), ([3.0, -1.0], [-1.0, 2.0])]

product = function(  # the Hessian of x₀² x₁ + x₁³ times v
    [(torch.tensor(point), torch.tensor(v)) for point, v in POINTS], times,
    where=lambda p, v: f"점 {p.tolist()}, 방향 {v.tolist()}에서", by="backward",
    says="헤시안을 만들지 않고 두 번 거슬러 갔습니다.",
    look="기울기와 `v`를 곱해 더한 스칼라를 다시 미분합니다.",
    mistakes=[
        Mistake("whole_hessian", "헤시안을 통째로 만들었습니다. 기울기와 `v`를 곱해 더한 스칼라를 미분합니다.",
                when=lambda run: "hessian" in run.source.text or "jacobian" in run.source.text),
        Mistake("not_recorded", "기울기에 기록이 없습니다. 기울기를 구할 때 `create_graph=True`를 적습니다.", raises="does not require grad",
                when=lambda run: "create_graph" not in run.source.text),
        Mistake("not_summed", "기울기와 `v`를 곱한 다음 더하지 않았습니다. 스칼라로 만들어 미분합니다.", raises="scalar outputs"),
        Mistake("direction_forgotten", "`v`를 곱하지 않고 기울기를 더해 미분했습니다.", gives=on(lambda p, v: row_sums(p))),
        Mistake("multiplied_after", "헤시안의 행을 더한 다음 `v`를 곱했습니다. `v`는 다시 미분하기 전에 곱합니다.",
                gives=on(lambda p, v: [a * b for a, b in zip(row_sums(p), v)])),
        Mistake("gradient_times", "기울기에 `v`를 곱한 것입니다. 곱해 더한 것을 다시 미분합니다.", gives=on(lambda p, v: [a * b for a, b in zip(gradient(p), v)])),
        Mistake("gradient_only", "기울기입니다. 여기에 `v`를 곱해 더하고 다시 미분합니다.", gives=on(lambda p, v: gradient(p))),
        Mistake("direction_slope", "기울기와 `v`의 내적입니다. 이것을 다시 미분합니다.", gives=on(lambda p, v: sum(a * b for a, b in zip(gradient(p), v)))),
        Mistake("curvature", "`v`를 한 번 더 곱해 수 하나가 되었습니다. 벡터 그대로 돌려줍니다.",
                gives=lambda p, v: sum(a * b for a, b in zip(times(p, v), v.tolist()))),
        Mistake("diagonal", "헤시안의 대각선만 곱했습니다.", gives=on(lambda p, v: [2 * p[1] * v[0], 6 * p[1] * v[1]])),
        Mistake("tuple", "`torch.autograd.grad`는 튜플을 돌려줍니다. `[0]`으로 꺼냅니다.", when=lambda run: isinstance(run.got, tuple)),
    ],
)
