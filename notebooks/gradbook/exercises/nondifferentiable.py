"""Chapter 19: where there is no derivative: kinks and ties, straight through, an unsafe branch, a stable logarithm."""

import math

import torch

from gradbook.judge import Mistake, function, recall

chosen = recall(  # at 0: abs, clamp, maximum, straight-through round; of [3, 3]: max(), max(dim=0)
    [0, 1, 0.5, 1, 0.5, 1],
    says="꺾인 점과 동점에서 함수마다 고르는 것이 다릅니다.",
    look="함수마다 `slopes`로 구해 봅니다. 5와 6은 `[3., 3.]`을 넣은 결과의 첫째 원소입니다.",
    mistakes=[
        Mistake("like_relu", "2번과 3번은 `relu`와 곡선이 같지만 0에서 고르는 것이 다릅니다.", gives=[0, 0, 0, ..., ..., ...]),
        Mistake("swapped", "`max()`와 `max(dim=0)`을 바꾸어 적었습니다.", gives=[..., ..., ..., ..., 1, 0.5]),
        Mistake("clamp_off", "`clamp(min=0)`은 가장자리를 잘리지 않은 것으로 봅니다. `relu`와 다릅니다.", gives=[..., 0, ..., ..., ..., ...]),
        Mistake("clamp_half", "`clamp`는 반으로 나누지 않습니다. 반씩 나누는 것은 입력이 둘인 `maximum`입니다.", gives=[..., 0.5, ..., ..., ..., ...]),
        Mistake("maximum_off", "`maximum`은 두 입력이 같으면 반씩 나눕니다.", gives=[..., ..., 0, ..., ..., ...]),
        Mistake("maximum_on", "`maximum`은 두 입력이 같으면 한쪽에 다 보내지 않습니다.", gives=[..., ..., 1, ..., ..., ...]),
        Mistake("stairs", "`round`만 쓰면 0입니다. 4번에는 `detach()`로 떼지 않은 `x`가 남아 있습니다.", gives=[..., ..., ..., 0, ..., ...]),
        Mistake("all_shared", "`max(dim=0)`은 번호를 하나 고르고 그 원소에만 보냅니다.", gives=[..., ..., ..., ..., ..., 0.5]),
        Mistake("none_shared", "`max()`는 동점인 원소에 고르게 나눕니다.", gives=[..., ..., ..., ..., 1, ...]),
        Mistake("last_chosen", "`max(dim=0)`이 고른 것은 첫째입니다.", gives=[..., ..., ..., ..., ..., 0]),
        Mistake("right_slope", "`abs`는 0에서 오른쪽 기울기가 아니라 0을 냅니다.", gives=[1, ..., ..., ..., ..., ...]),
    ],
)

floored = function(  # 2(⌊v⌋ − 5), through the stairs
    [2.25, 5.5, -0.75, 7.0], lambda v: 2 * (math.floor(v) - 5), where="v = {:g}에서", by="backward",
    says="값은 계단에서, 기울기는 직선에서 왔습니다.",
    look="`x`에, 기록에서 떼어 낸 `x.floor() - x`를 더합니다.",
    mistakes=[
        Mistake("stairs", "아직 기울기가 0입니다. 기울기가 지나갈 `x`를 더하고, 빼는 `x`는 `detach()`로 뗍니다.", gives=lambda v: 0),
        Mistake("all_detached", "모두 떼어 내어 기록이 없습니다. 괄호 안만 `detach()`로 뗍니다.", raises="does not require grad"),
        Mistake("line_value", "값까지 직선입니다. 손실이 `x.floor()`의 값을 보아야 합니다.", gives=lambda v: 2 * (v - 5)),
        Mistake("doubled_value", "`x.floor()`에서 `x`를 빼지 않아 값이 커졌습니다.", gives=lambda v: 2 * (v + math.floor(v) - 5)),
        Mistake("rounded", "내림이 아니라 반올림했습니다. `floor`를 씁니다.", gives=lambda v: 2 * (round(v) - 5)),
        Mistake("toward_zero", "음수에서 내림이 아니라 버림이 되었습니다. `floor`를 씁니다.", gives=lambda v: 2 * (math.trunc(v) - 5)),
        Mistake("raised", "내림이 아니라 올림했습니다. `floor`를 씁니다.", gives=lambda v: 2 * (math.ceil(v) - 5)),
        Mistake("subtracted", "괄호 안의 부호가 반대입니다. `x.floor() - x`입니다.", gives=lambda v: 2 * (2 * v - math.floor(v) - 5)),
        Mistake("minus_line", "`x`의 부호가 반대입니다. 더하는 `x`의 기울기가 1이어야 합니다.", gives=lambda v: -2 * (math.floor(v) - 5)),
        Mistake("loss_lost", "손실의 제곱이 빠졌습니다. 손실은 그대로 둡니다.", gives=lambda v: 1),
    ],
)


def slopes(v, at=lambda each: 1.0):
    """The right gradients, and what stands where x − 1 is chosen."""
    return [1 / each if each > 1 else at(each) for each in v]


logged = function(  # of log x above 1 and x − 1 below
    [[0.0, 2.0, 4.0], [-3.0, 0.0, 8.0], [0.5, -1.0]], slopes, where=lambda v: f"v = {v}에서", by="backward",
    says="고르지 않은 쪽의 `nan`이 `x`에 오지 않습니다.",
    look="로그에 들어가기 전에, 1보다 크지 않은 원소를 안전한 수로 바꿉니다.",
    mistakes=[
        Mistake("value_patched", "값만 고쳤습니다. 거슬러 온 0은 다시 `log`를 지나며 무한대와 곱해집니다. 로그에 들어가는 `x`를 바꿉니다.",
                when=lambda run: "nan_to_num" in run.source.text and any(each != each for each in run.value)),
        Mistake("hidden", "`nan`이 생긴 다음에 다른 수로 바꾸었습니다. 함께 더해진 옳은 기울기는 이미 `nan`에 묻혔습니다. 로그에 들어가는 `x`를 먼저 바꿉니다.",
                when=lambda run: ("nan_to_num" in run.source.text or "isnan" in run.source.text) and not any(each != each for each in run.value)),
        Mistake("if_used", "`if`는 원소마다 고르지 못합니다. 원소마다 고르는 것은 `torch.where`입니다.", raises="is ambiguous"),
        Mistake("moved", "더한 수만큼 `nan`이 나는 곳이 옮겨 갈 뿐입니다. 로그에 들어가는 `x`를 바꿉니다.",
                when=lambda run: bool(run.source.calls("log1p")) or "+ 1e-" in run.source.text),
        Mistake("half_safe", "로그에 들어가는 수를 0에서 자르면 0이 그대로 들어갑니다. 0보다 큰 수에서 자릅니다.",
                when=lambda run: any(word in run.source.text for word in ("min=0)", "min=0.)", "clamp(0", "relu(")) and any(each != each for each in run.value)),
        Mistake("masked", "곱해서 지우면 0에 무한대를 곱하게 됩니다. 로그에 들어가기 전에 바꿉니다.",
                when=lambda run: not run.source.calls("where") and any(each != each for each in run.value)),
        Mistake("chosen_inside", "바깥의 `x - 1`까지 안전한 수로 바꾸었습니다. 바꿀 것은 로그에 들어가는 쪽뿐입니다.",
                when=lambda run: "safe - 1" in run.source.text, gives=lambda v: slopes(v, lambda each: 0.0)),
        Mistake("clipped", "1 이하에서 기울기가 0이 되었습니다. 바깥 `where`가 `x - 1`을 골라야 합니다.", gives=lambda v: slopes(v, lambda each: 0.0)),
        Mistake("absolute", "음수를 양수로 바꾸어도 0은 0입니다. 로그에 0이 들어가지 않게 합니다.",
                when=lambda run: bool(run.source.calls("abs")) and any(each != each for each in run.value)),
        Mistake("inverted", "조건이 반대입니다. 1보다 크지 않은 원소를 바꾸고, 1보다 큰 원소는 `x`를 그대로 둡니다.",
                when=lambda run: "where(x > 1, 1" in run.source.text or "where(x < 1, x" in run.source.text or "where(x <= 1, x" in run.source.text),
        Mistake("always_line", "어디에서나 `x - 1`을 골랐습니다. 1보다 크면 로그여야 합니다.", gives=lambda v: [1.0] * len(v)),
        Mistake("still", "고르지 않은 쪽에도 0이 로그에 들어갑니다. 로그에 들어가는 `x`를 먼저 바꿉니다.",
                when=lambda run: run.error is None and any(each != each for each in run.value)),
    ],
)


def value_and_gradient(answer, x, k):
    x.requires_grad_()
    loss = answer(x, k)
    if not isinstance(loss, torch.Tensor):
        return loss
    loss.backward()
    return [loss, x.grad]


def entropies(x, k, shift=0.0):
    """The loss, off by a shift, and its gradient, in double precision."""
    scores = x.detach().double()
    right = torch.zeros_like(scores)
    right[k] = 1
    return [(scores.logsumexp(0) - scores[k]).item() + shift, (scores.softmax(0) - right).tolist()]


def not_finite(run):
    loss, slope = run.value
    return not all(map(math.isfinite, [loss, *slope]))


def loss_and_slope(change):
    """What a mistake gives: change(loss, slope, scores, k)."""
    return lambda x, k: change(*entropies(x, k), x.tolist(), k)


def instead(formula):
    """What another formula gives."""
    return lambda x, k: value_and_gradient(formula, x.detach().clone(), k)


FORBIDDEN = ("cross_entropy", "log_softmax", "logsumexp", "nll_loss", "logaddexp")

entropy = function(
    [(torch.tensor([0.0, 200.0]), 0), (torch.tensor([1.0, 2.0, 3.0]), 2), (torch.tensor([-300.0, -300.0]), 1)],
    entropies, where=lambda x, k: f"로짓이 {x.tolist()}이고 정답이 {k}번일 때 값과 기울기로", call=value_and_gradient,
    says="가장 큰 로짓을 먼저 빼서 넘치지 않습니다.",
    look="가장 큰 로짓 `m`을 빼고 지수를 구합니다. 로그를 구한 다음 `m`을 다시 더하고 `x[k]`를 뺍니다.",
    mistakes=[
        Mistake("ready_made", "만들어 둔 함수를 썼습니다. `exp`와 `log`와 `max`로 적어 봅니다.",
                when=lambda run: any(run.source.calls(name) for name in FORBIDDEN)),
        Mistake("backward_called", "`backward()`는 채점할 때 부릅니다. 손실만 돌려줍니다.", when=lambda run: bool(run.source.calls("backward")), raises="."),
        Mistake("max_pair", "`x.max(dim=0)`은 값과 번호를 함께 돌려줍니다. `.values`를 꺼내거나 `x.max()`를 씁니다.",
                when=lambda run: "max(dim=0)" in run.source.text or "max(0)" in run.source.text, raises="unsupported operand"),
        Mistake("copied", "로짓을 새 텐서로 베껴 기록이 끊겼습니다. 받은 `x`를 그대로 씁니다.", when=lambda run: bool(run.source.calls("tensor"))),
        Mistake("log_of_each", "가장 큰 로짓을 뺐어도 작은 로짓의 지수는 0입니다. 로그는 지수를 모두 더한 합에만 씌웁니다.",
                when=lambda run: bool(run.source.calls("max") or run.source.calls("amax")) and not_finite(run)),
        Mistake("through_softmax", "확률이 0이 되면 로그가 무한대입니다. 확률을 거치지 않고 로짓에서 바로 구합니다.",
                when=lambda run: bool(run.source.calls("softmax")) and not_finite(run)),
        Mistake("overflow", "지수가 넘치거나 0이 되었습니다. 가장 큰 로짓을 먼저 뺍니다.", when=not_finite),
        Mistake("cut", "작은 수를 더하거나 잘라서는 값과 기울기가 달라집니다. 가장 큰 로짓을 먼저 뺍니다.",
                when=lambda run: "1e-" in run.source.text or bool(run.source.calls("clamp"))),
        Mistake("number_returned", "텐서가 아닌 것을 돌려주었습니다. `.item()` 없이 손실 텐서를 돌려줍니다.", when=lambda run: not isinstance(run.got, list)),
        Mistake("not_added_back", "뺀 `m`을 다시 더하지 않았습니다.", gives=loss_and_slope(lambda loss, slope, x, k: [loss - max(x), slope])),
        Mistake("not_added_back", "뺀 `m`을 다시 더하지 않았습니다.",
                gives=instead(lambda x, k: (x - x.max()).exp().sum().log() - x[k])),
        Mistake("no_log", "지수를 더한 합에 로그를 씌우지 않았습니다.",
                gives=instead(lambda x, k: x.max() + (x - x.max()).exp().sum() - x[k])),
        Mistake("number_taken", "정답의 번호 `k`를 뺐습니다. 뺄 것은 그 번호의 로짓 `x[k]`입니다.",
                gives=loss_and_slope(lambda loss, slope, x, k: [loss + x[k] - k, [s + (i == k) for i, s in enumerate(slope)]])),
        Mistake("taken_twice", "`m`을 지수에서 뺀 다음 또 뺐습니다. 로그를 구한 다음에는 더합니다.",
                gives=loss_and_slope(lambda loss, slope, x, k: [loss - 2 * max(x), slope])),
        Mistake("answer_left_out", "정답의 로짓 `x[k]`를 빼지 않았습니다.",
                gives=loss_and_slope(lambda loss, slope, x, k: [loss + x[k], [s + (i == k) for i, s in enumerate(slope)]])),
        Mistake("answer_added", "정답의 로짓을 뺄 곳에서 더했습니다.",
                gives=loss_and_slope(lambda loss, slope, x, k: [loss + 2 * x[k], [s + 2 * (i == k) for i, s in enumerate(slope)]])),
        Mistake("sign", "손실의 부호가 반대입니다. 로그 확률에 음수를 붙인 것이 손실입니다.",
                gives=loss_and_slope(lambda loss, slope, x, k: [-loss, [-s for s in slope]])),
        Mistake("detached", "로짓까지 떼어 내어 기록이 없습니다. 뗄 수 있는 것은 `m`뿐입니다.", raises="does not require grad"),
        Mistake("first_answer", "언제나 0번을 정답으로 보았습니다. `x[k]`를 씁니다.",
                gives=lambda x, k: entropies(x, 0)),
        Mistake("averaged", "지수를 더하지 않고 평균했습니다.",
                gives=loss_and_slope(lambda loss, slope, x, k: [loss - math.log(len(x)), slope])),
    ],
)
