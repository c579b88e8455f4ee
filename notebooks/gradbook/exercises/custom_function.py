"""Chapter 14: a rule of one's own: what backward returns, what it may save, and a rule that is no derivative."""

import ast
import math

import torch

from gradbook.judge import Mistake, function, recall
from gradbook.judge.run import codes
from gradbook.judge.values import equal, plain

refused = recall(  # whether backward raises where forward(ctx, x, n) took a tensor and a number
    [True, False, False, True, False],
    says="받은 것의 수를 세고, 수의 자리에는 `None`만 된다는 것을 가렸습니다.",
    look="`forward`가 `ctx` 뒤에 받은 것이 몇 개인지, 그 가운데 텐서가 아닌 것의 자리에 무엇이 왔는지 봅니다.",
    mistakes=[
        Mistake("always", "자리마다 하나씩 돌려주면 오류가 나지 않습니다. 2번을 다시 봅니다.", gives=[True] * 5),
        Mistake("never", "돌려준 수가 받은 수보다 적으면 오류가 납니다. 1번을 다시 봅니다.", gives=[False] * 5),
        Mistake("tensors_counted", "텐서만 세지 않습니다. 수 `n`의 자리에도 하나를 돌려주어야 합니다.", gives=[False, ..., ..., ..., ...]),
        Mistake("none_refused", "텐서의 자리에도 `None`을 돌려줄 수 있습니다. `x.grad`가 비어 있을 뿐입니다.", gives=[True, False, True, True, False]),
        Mistake("number_taken", "`n`은 텐서가 아닙니다. 그 자리에 텐서를 돌려주면 오류가 납니다.", gives=[True, False, False, False, ...]),
        Mistake("extra_refused", "넘치게 돌려준 것이 모두 `None`이면 눈감아 줍니다.", gives=[True, False, False, True, True]),
        Mistake("none_always_refused", "`None`은 “보낼 기울기가 없다”는 뜻이라 그것만으로 오류가 나지는 않습니다.", gives=[True, True, True, ..., ...]),
        Mistake("count_exact", "3번과 5번을 다시 봅니다. `None`은 텐서의 자리에도, 넘치는 자리에도 올 수 있습니다.", gives=[True, False, True, True, True]),
    ],
)


def twice(result, x):
    """Value, slope of its square and the second derivative of that: the gradient that arrives is neither 1 nor a constant."""
    (slope,) = torch.autograd.grad(result * result, x, create_graph=True)
    slope.backward()
    return [result.item(), slope.item(), x.grad.item()]


def twice_reciprocal(answer, v):
    x = torch.tensor(v, requires_grad=True)
    return twice(answer.apply(x), x)


TWICE = "값 y, y²의 기울기, y²의 이계도함수로"
ONCE_ONLY = Mistake("once_only", "`once_differentiable`은 두 번 미분하지 못하게 막을 뿐입니다. 떼고, `backward`를 PyTorch의 연산으로 적습니다.", raises="once_differentiable")
ATTRIBUTE = Mistake("attribute", "텐서를 `ctx`에 이름으로 맡겼습니다. 입력과 출력 텐서는 `save_for_backward`로 맡깁니다.",
                    when=lambda run: equal(run.value, plain(run.wanted)) and all("save_for_backward" not in code.co_names for code in codes(run.answer)))
NOT_SAVED = Mistake("not_saved", "저장한 텐서가 없습니다. `forward`에서 `ctx.save_for_backward(…)`로 저장합니다.", raises="not enough values to unpack")
DETACHED = "두 번째 미분에서만 틀렸습니다. 도함수를 `forward`에서 미리 계산했거나 `detach()`로 떼어 내어 상수가 되었습니다."

TUPLE_CALLED = Mistake("tuple_called", "`ctx.saved_tensors`는 꺼낼 때 씁니다. `forward`에서는 `ctx.save_for_backward(…)`로 저장합니다.", raises="'tuple' object is not callable")
NO_RETURN = Mistake("no_return", "`backward`가 돌려준 것이 없습니다. `return`을 적습니다.", raises="appears to not have been used")

reciprocal = function(  # 1/x, its rule told by the output
    [2.0, -1.0, 0.5], lambda v: [1 / v, -2 / v**3, 6 / v**4], where=lambda v: f"v = {v:g}에서 {TWICE}", call=twice_reciprocal,
    says="두 번 미분해도 맞습니다. 저장한 출력은 기록이 이어집니다.",
    look="`forward`에서 출력 `y`를 저장하고, `backward`에서 `grad`에 `-y ** 2`를 곱합니다.",
    mistakes=[
        NOT_SAVED, TUPLE_CALLED, ONCE_ONLY, NO_RETURN,
        Mistake("too_many", "`forward`가 `ctx` 뒤에 받은 것은 `x` 하나입니다. 기울기도 하나만 돌려줍니다.", raises="incorrect number of gradients"),
        ATTRIBUTE,
        Mistake("no_grad_factor", "거슬러 온 `grad`를 곱하지 않았습니다. 도함수에 `grad`를 곱해 돌려줍니다.", gives=lambda v: [1 / v, -1 / v**2, -1 / v**2]),
        Mistake("sign", "부호가 반대입니다. 역수의 도함수는 `-y ** 2`입니다.", gives=lambda v: [1 / v, 2 / v**3, 6 / v**4]),
        Mistake("added", "거슬러 온 `grad`에서 뺐습니다. `grad * -y ** 2`처럼 곱합니다.", gives=lambda v: [1 / v, 2 / v - 1 / v**2, 2 - 2 / v - 1 / v**2]),
        Mistake("constant", DETACHED + " 돌려줄 `y` 자체를 저장하고 `backward`에서 계산합니다.", gives=lambda v: [1 / v, -2 / v**3, 2 / v**4]),
        Mistake("input_squared", "저장한 것이 `x`인데 출력의 식을 썼습니다. `y`를 저장하거나 `-1 / x ** 2`로 적습니다.",
                gives=lambda v: [1 / v, -2 * v, 2 * v**4 - 4]),
        Mistake("divided", "`y ** 2`를 곱하지 않고 나누었습니다. 도함수는 `-y ** 2`입니다.", gives=lambda v: [1 / v, -2 * v, -2 * v**4]),
        Mistake("not_squared", "`y`를 제곱하지 않았습니다. 도함수는 `-y ** 2`입니다.", gives=lambda v: [1 / v, -2 / v**2, 4 / v**2]),
        Mistake("doubled", "제곱의 도함수와 섞였습니다. 역수의 도함수는 `-y ** 2`입니다.", gives=lambda v: [1 / v, -4 / v**2, 16 / v**2]),
    ],
)


def twice_wave(answer, v, k):
    x = torch.tensor(v, requires_grad=True)
    return twice(answer.apply(x, k), x)


def waved(slope, second):
    """What a Wave gives: k · sin(v), and by these two the slope and the second derivative of its square."""
    return lambda v, k: [k * math.sin(v), slope(math.sin(v), math.cos(v), k), second(math.sin(v), math.cos(v), k)]


wave = function(  # k · sin(x), right when differentiated twice
    [(0.5, 2.0), (1.0, 3.0), (-1.0, 2.0)], waved(lambda s, c, k: 2 * k * k * s * c, lambda s, c, k: 2 * k * k * (c * c - s * s)),
    where=lambda v, k: f"v = {v:g}, k = {k:g}에서 {TWICE}", call=twice_wave,
    says="입력을 저장하고 도함수를 `backward`에서 계산했습니다.",
    look="`forward`에서 `x`를 저장하고, `k * cos(x)`는 `backward`에서 계산합니다.",
    mistakes=[
        NOT_SAVED, TUPLE_CALLED, ONCE_ONLY, NO_RETURN,
        Mistake("not_left", "`k`를 `ctx`에 맡기지 않았습니다. `forward`에서 `ctx.k = k`로 맡깁니다.", raises="has no attribute 'k'|'k' is not defined"),
        Mistake("not_unpacked", "`ctx.saved_tensors`는 튜플입니다. `x, = ctx.saved_tensors`로 꺼냅니다.", raises="not tuple"),
        Mistake("number_saved", "`save_for_backward`에는 텐서만 맡깁니다. 수 `k`는 `ctx.k = k`로 맡깁니다.", raises="can only save variables"),
        Mistake("none_missing", "`k`의 자리에 돌려줄 `None`이 빠졌습니다.", raises="incorrect number of gradients"),
        Mistake("k_has_gradient", "`k`는 텐서가 아닙니다. 둘째 자리에는 `None`을 돌려줍니다.", raises="different than None"),
        ATTRIBUTE,
        Mistake("constant", DETACHED + " 입력 `x`를 저장하고 `backward`에서 계산합니다.", gives=waved(lambda s, c, k: 2 * k * k * s * c, lambda s, c, k: 2 * k * k * c * c)),
        Mistake("k_lost", "도함수에서 `k`가 빠졌습니다. `k * cos(x)`입니다.", gives=waved(lambda s, c, k: 2 * k * s * c, lambda s, c, k: 2 * c * c - 2 * k * s * s)),
        Mistake("sine_again", "도함수는 `sin`이 아니라 `cos`입니다.", gives=waved(lambda s, c, k: 2 * k * k * s * s, lambda s, c, k: 2 * k * k * (s * s + s * c))),
        Mistake("second_rule", "두 번 미분한 `-k * sin(x)`를 적었습니다. `backward`에는 한 번 미분한 것만 적습니다. 두 번째는 PyTorch가 합니다.",
                gives=waved(lambda s, c, k: -2 * k * k * s * s, lambda s, c, k: 2 * k * k * (s * s - s * c))),
        Mistake("sign", "부호가 반대입니다. `sin`의 도함수는 `cos`입니다.", gives=waved(lambda s, c, k: -2 * k * k * s * c, lambda s, c, k: 2 * k * k * (c * c + s * s))),
        Mistake("no_grad_factor", "거슬러 온 `grad`를 곱하지 않았습니다. 도함수에 `grad`를 곱해 돌려줍니다.", gives=waved(lambda s, c, k: k * c, lambda s, c, k: -k * s)),
    ],
)


def passed(answer, x, weights, most):
    x.requires_grad_()
    y = answer.apply(x, most)
    (y * weights).sum().backward()
    return [y, x.grad]


def cut(values, low, high):
    return [min(max(value, low), high) for value in values.tolist()]


limit = function(  # the identity, whose gradient is cut to [-most, most] element by element
    [(torch.tensor([1.0, -2.0, 3.0]), torch.tensor([3.0, -0.25, -4.0]), 0.5), (torch.tensor([0.25, 5.0]), torch.tensor([-7.0, 2.5]), 3.0)],
    lambda x, weights, most: [x, cut(weights, -most, most)],
    where=lambda x, weights, most: f"기울기로 {weights.tolist()}이 거슬러 오고 most = {most:g}일 때 값과 기울기로", call=passed,
    says="값은 그대로이고 지나가는 기울기만 잘립니다.",
    look="`forward`에서 `most`를 `ctx`에 맡기고 `x.clone()`을 돌려줍니다. `backward`에서 `grad`를 자릅니다.",
    mistakes=[
        Mistake("number_saved", "`save_for_backward`에는 텐서만 맡깁니다. 수는 `ctx.most = most`로 맡깁니다.", raises="can only save variables"),
        Mistake("none_missing", "`forward`가 `ctx` 뒤에 받은 것은 둘입니다. `most`의 자리에 `None`을 더 돌려줍니다.", raises="incorrect number of gradients"),
        Mistake("most_received", "`backward`가 `ctx` 뒤에 받는 것은 `grad` 하나입니다. `most`는 `ctx.most`에서 꺼냅니다.",
                raises="backward.* missing 1 required positional"),
        Mistake("most_has_gradient", "`most`는 텐서가 아닙니다. 그 자리에는 `None`을 돌려줍니다.", raises="different than None"),
        Mistake("not_left", "`most`를 `ctx`에 맡기지 않았습니다. `forward`에서 `ctx.most = most`로 맡깁니다.", raises="has no attribute 'most'|'most' is not defined"),
        Mistake("as_is", "입력을 그대로 돌려주었습니다. `x.clone()`을 돌려줍니다.", when=lambda run: run.got[0]._base is not None),
        Mistake("values_cut", "기울기가 아니라 값을 잘랐습니다. 값은 그대로 두고 `backward`에서 `grad`를 자릅니다.",
                gives=lambda x, weights, most: [cut(x, -most, most), weights]),
        Mistake("both_cut", "값까지 잘랐습니다. `forward`에서는 `x.clone()`을 돌려줍니다.", gives=lambda x, weights, most: [cut(x, -most, most), cut(weights, -most, most)]),
        Mistake("not_kept", "`clamp`는 새 텐서를 돌려줍니다. 그 결과를 돌려줍니다.", gives=lambda x, weights, most: [x, weights],
                when=lambda run: any(isinstance(run.source.parents.get(call), ast.Expr) for call in run.source.calls("clamp"))),
        Mistake("not_cut", "기울기를 자르지 않고 그대로 넘겼습니다.", gives=lambda x, weights, most: [x, weights]),
        Mistake("one_side", "한쪽만 잘랐습니다. 음수 쪽도 `-most`까지만 보냅니다.", gives=lambda x, weights, most: [x, cut(weights, -math.inf, most)]),
        Mistake("positive_only", "음수 기울기가 모두 0이 되었습니다. 아래쪽 끝은 `-most`입니다.", gives=lambda x, weights, most: [x, cut(weights, 0.0, most)]),
        Mistake("by_one", "1로 잘랐습니다. 자를 크기는 `most`입니다.", gives=lambda x, weights, most: [x, cut(weights, -1.0, 1.0)]),
        Mistake("ends_swapped", "두 끝이 바뀌었습니다. 작은 쪽이 `-most`, 큰 쪽이 `most`입니다.", gives=lambda x, weights, most: [x, [-most] * len(x)]),
        Mistake("by_norm", "노름으로 줄였습니다. 원소마다 `-most`와 `most` 사이로 자릅니다.",
                gives=lambda x, weights, most: [x, weights / weights.norm() * most]),
        Mistake("multiplied", "자르지 않고 `most`를 곱했습니다. `clamp`로 자릅니다.", gives=lambda x, weights, most: [x, weights * most]),
        Mistake("all_most", "크기를 모두 `most`로 바꾸었습니다. 한계 안에 있는 기울기는 그대로 둡니다.",
                gives=lambda x, weights, most: [x, weights.sign() * most]),
        Mistake("input_cut", "입력 `x`를 잘라 돌려주었습니다. 자를 것은 거슬러 온 `grad`입니다.", gives=lambda x, weights, most: [x, cut(x, -most, most)]),
        Mistake("zeroed", "큰 기울기를 0으로 만들었습니다. 0이 아니라 `most`나 `-most`로 자릅니다.",
                gives=lambda x, weights, most: [x, [w if abs(w) <= most else 0.0 for w in weights.tolist()]]),
        Mistake("no_grad_factor", "거슬러 온 `grad`를 쓰지 않았습니다. `grad`를 잘라서 돌려줍니다.", gives=lambda x, weights, most: [x, [most] * len(x)]),
    ],
)
