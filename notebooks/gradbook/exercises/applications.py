"""Chapter 20: where gradients are recorded, an input moved by its gradient's sign, a gradient through steps, REINFORCE."""

import math

import torch

from gradbook.judge import Mistake, function, recall

recorded = recall(  # create_graph=True: adversarial example; Hv; MAML's step; u' in the loss; REINFORCE
    [False, True, True, True, False],
    says="구한 기울기를 다시 미분할 때만 기록합니다.",
    look="구한 기울기로 무엇을 하는지 봅니다. 그것을 또 미분한다면 기록이 있어야 합니다.",
    mistakes=[
        Mistake("always", "기울기의 값만 쓰고 끝나는 곳에는 없어도 됩니다.", gives=[True, True, True, True, True]),
        Mistake("never", "구한 기울기를 다시 미분하는 곳이 있습니다.", gives=[False, False, False, False, False]),
        Mistake("sign_recorded", "적대적 예에서는 기울기의 부호만 씁니다. 그것을 다시 미분하지 않습니다.", gives=[True, True, True, True, False]),
        Mistake("sample_recorded", "REINFORCE에서는 로그 확률을 한 번만 미분합니다. 구한 기울기는 걸음에 쓸 뿐입니다.", gives=[False, True, True, True, True]),
        Mistake("product_plain", "Hv는 기울기를 다시 미분한 것입니다. 먼저 구하는 기울기에 기록이 있어야 합니다.", gives=[..., False, True, True, ...]),
        Mistake("step_plain", "MAML에서 걸음의 기울기를 상수로 두면 걸음이 출발점에 따라 바뀌는 몫이 빠집니다.", gives=[..., True, False, True, ...]),
        Mistake("slope_plain", "u′은 손실에 들어가고, 손실을 다시 파라미터로 미분합니다.", gives=[..., True, True, False, ...]),
        Mistake("first_only", "Hv에서만이 아닙니다. 걸음이나 손실에 들어간 기울기도 다시 미분합니다.", gives=[..., True, False, False, ...]),
    ],
)


def signs(x, w):
    """The gradient of (w · x - 1)² with respect to x, as numbers."""
    x, w = x.tolist(), w.tolist()
    error = sum(a * b for a, b in zip(x, w)) - 1
    return [2 * error * b for b in w]


def sign(value):
    return (value > 0) - (value < 0)


def moved(by):
    """x plus by(gradient's element, size)."""
    return lambda x, w, size: [a + by(g, size) for a, g in zip(x.tolist(), signs(x, w))]


POINTS = [([1.0, 2.0], [1.0, -1.0], 0.5), ([2.0, 0.5, 1.0], [1.0, 2.0, 0.5], 0.25), ([0.5, 1.0, -1.0], [-2.0, 0.0, 1.0], 1.0)]

fooled = function(  # x moved by size along the sign of the gradient
    [(torch.tensor(x), torch.tensor(w), size) for x, w, size in POINTS], moved(lambda g, size: size * sign(g)),
    where=lambda x, w, size: f"x = {x.tolist()}, w = {w.tolist()}, size = {size:g}에서", by="backward", gradient=False,
    says="기울기의 부호를 따라 모든 원소를 같은 크기로 옮겼습니다.",
    look="`loss`를 `x`로 미분하고, 그 기울기의 `sign()`에 `size`를 곱해 더합니다.",
    mistakes=[
        Mistake("not_sign", "기울기를 그대로 곱했습니다. 부호만 써야 원소마다 옮기는 크기가 같습니다.", gives=moved(lambda g, size: size * g)),
        Mistake("downhill", "손실이 줄어드는 쪽입니다. 속이려면 손실이 커지는 쪽으로 옮깁니다.", gives=moved(lambda g, size: -size * sign(g))),
        Mistake("weight_sign", "가중치의 부호입니다. 손실이 커지는 쪽은 오차의 부호에도 달려 있습니다.",
                gives=lambda x, w, size: [a + size * sign(b) for a, b in zip(x.tolist(), w.tolist())]),
        Mistake("score_moved", "점수를 미분했습니다. `loss`를 미분합니다.", gives=lambda x, w, size: [a + size * b for a, b in zip(x.tolist(), w.tolist())]),
        Mistake("change_only", "옮긴 만큼만 돌려주었습니다. 거기에 `x`를 더합니다.", gives=lambda x, w, size: [size * sign(g) for g in signs(x, w)]),
        Mistake("sign_only", "부호만 돌려주었습니다. `size`를 곱해 `x`에 더합니다.", gives=lambda x, w, size: [sign(g) for g in signs(x, w)]),
        Mistake("gradient_returned", "기울기입니다. 그 부호를 따라 옮긴 입력을 돌려줍니다.", gives=lambda x, w, size: signs(x, w)),
        Mistake("no_size", "`size`를 곱하지 않았습니다.", gives=moved(lambda g, size: sign(g))),
        Mistake("unmoved", "`x`가 그대로입니다. 기울기의 부호에 `size`를 곱해 더합니다.", gives=lambda x, w, size: x.tolist()),
        Mistake("input_sign", "입력의 부호입니다. 기울기의 부호를 따라 옮깁니다.", gives=lambda x, w, size: [a + size * sign(a) for a in x.tolist()]),
        Mistake("loss_sign", "손실의 부호입니다. 손실은 수 하나라서 원소마다 어느 쪽으로 옮길지 모릅니다. 기울기의 부호를 씁니다.",
                gives=lambda x, w, size: [a + size for a in x.tolist()]),
        Mistake("clipped", "0과 1 사이로 잘랐습니다. 여기의 입력은 픽셀이 아니니 자르지 않습니다.",
                gives=lambda x, w, size: [min(max(a, 0.0), 1.0) for a in moved(lambda g, size: size * sign(g))(x, w, size)]),
        Mistake("unit_length", "기울기를 길이로 나누었습니다. 그러면 원소마다 옮기는 크기가 다릅니다. 부호만 씁니다.",
                gives=lambda x, w, size: [a + size * g / math.hypot(*signs(x, w)) for a, g in zip(x.tolist(), signs(x, w))]),
        Mistake("still_marked", "`no_grad` 블록에서 고쳐도 `x`는 `requires_grad=True`인 채입니다. `x.detach()`를 돌려줍니다.",
                when=lambda run: run.got.requires_grad and run.got.is_leaf and run.value == run.wanted),
        Mistake("recorded", "돌려준 텐서에 기록이 남았습니다. `x.detach()`에 더하거나 `no_grad` 블록에서 더합니다.",
                when=lambda run: run.got.requires_grad and run.value == run.wanted),
        Mistake("leaf_changed", "리프를 제자리에서 바꾸었습니다. `x.detach()`에 더해 새 텐서를 만듭니다.", raises="leaf Variable"),
    ],
)


def walked(v, rate=0.125, steps=2):
    for _ in range(steps):
        v -= rate * 2 * (v - 1)
    return v


start = function(  # the slope of (w - 2)² after two steps down (w - 1)², with respect to where they began
    [3.0, 1.0, -1.0], lambda v: 2 * (walked(v) - 2) * 0.75**2, where="v = {:g}에서", by="backward",
    says="두 걸음을 모두 지나 출발점까지 거슬러 갔습니다.",
    look="걸음에 쓴 `g`에 기록이 있는지 `g.requires_grad`를 찍어 봅니다.",
    mistakes=[
        Mistake("recorded_last", "`create_graph=True`가 마지막 미분에 있습니다. 다시 미분할 것은 걸음에 쓴 `g`이니 `g`를 구하는 줄에 적습니다.",
                gives=lambda v: 2 * (walked(v) - 2), when=lambda run: run.names["g"].grad_fn is None and "create_graph=True" in run.source.text),
        Mistake("last_place", "걸어간 곳 `w`로 미분했습니다. 출발점 `first`로 미분합니다.", gives=lambda v: 2 * (walked(v) - 2), when=lambda run: "create_graph=True" in run.source.text),
        Mistake("steps_constant", "걸음의 기울기를 상수로 보았습니다. `g.requires_grad`를 찍어 봅니다.", gives=lambda v: 2 * (walked(v) - 2)),
        Mistake("one_recorded", "두 걸음 가운데 하나만 기록했습니다. 두 걸음 모두 `create_graph=True`로 구합니다.", gives=lambda v: 2 * (walked(v) - 2) * 0.75),
        Mistake("one_step", "한 걸음만 갔습니다. 두 걸음을 갑니다.", gives=lambda v: 2 * (walked(v, steps=1) - 2) * 0.75),
        Mistake("no_step", "걸음을 가지 않고 출발점의 손실을 미분했습니다.", gives=lambda v: 2 * (v - 2)),
        Mistake("inner_loss", "걸음에 쓴 손실을 미분했습니다. 마지막에는 (w - 2)²을 미분합니다.", gives=lambda v: 2 * (walked(v) - 1) * 0.75**2),
        Mistake("path_only", "`w`를 출발점으로 미분했습니다. (w - 2)²을 미분합니다.", gives=lambda v: 0.75**2),
        Mistake("uphill", "손실이 커지는 쪽으로 걸었습니다. 기울기를 뺍니다.", gives=lambda v: 2 * (walked(v, rate=-0.125) - 2) * 1.25**2),
        Mistake("value", "기울기가 아니라 손실의 값입니다.", gives=lambda v: (walked(v) - 2) ** 2),
        Mistake("place", "기울기가 아니라 걸어간 곳입니다.", gives=walked),
        Mistake("to_start", "걸음의 기울기를 출발점으로 미분해 구했습니다. 걸음에서는 지금의 `w`로 미분합니다.",
                gives=lambda v: 2 * ((v - 1) * 0.75 * 0.8125 - 1) * 0.75 * 0.8125),
        Mistake("start_twice", "두 걸음 모두 출발점의 기울기로 갔습니다. 둘째 걸음에서는 첫 걸음을 간 곳의 손실을 미분합니다.", gives=lambda v: (v - 1) / 2 - 1),
        Mistake("outer_loss", "걸음을 갈 때도 마지막 손실을 썼습니다. 걸음에서는 (w - 1)²을 줄입니다.", gives=lambda v: 2 * (v - 2) * 0.75**4),
        Mistake("in_place", "`w`를 제자리에서 고치면 걸음이 기록에 남지 않습니다. `w = w - ...`로 새 텐서를 만듭니다.", raises="leaf Variable"),
        Mistake("unrecorded", "걸음을 기록 없이 갔습니다. `no_grad` 블록도 `detach()`도 없이 걸어야 출발점까지 이어집니다.", raises="does not require grad"),
        Mistake("middle_grad", "`backward()`는 리프에만 `.grad`를 담습니다. 한 걸음을 간 `w`는 리프가 아니니 `torch.autograd.grad`로 구합니다.", raises="NoneType"),
        Mistake("cut", "출발점까지 기록이 이어지지 않습니다. `w`를 `detach()`하거나 새 리프로 만들지 않습니다.", raises="not have been used"),
    ],
)


def estimate(scores, pulled, factor, of="log"):
    """The mean over the pulls of factor(place) times the gradient of log p, or of p."""
    p = torch.softmax(scores.double(), 0).tolist()
    found = [0.0] * len(p)
    for place, pull in enumerate(pulled.tolist()):
        weight = factor(place) * (p[pull] if of == "p" else 1) / len(pulled)
        for k in range(len(p)):
            found[k] += weight * ((k == pull) - p[k])
    return found


def baseline(scores, pulled, got):
    values = got.tolist()
    return estimate(scores, pulled, lambda place: values[place] - sum(values) / len(values))


def apart(scores, pulled, got):
    values = got.tolist()
    return estimate(scores, pulled, lambda place: sum(values) / len(values))


def picked_first(scores, pulled, got):
    """log_softmax of the pulled scores alone."""
    soft, total, found = torch.softmax(scores.double()[pulled], 0).tolist(), sum(got.tolist()), [0.0] * len(scores)
    for pull, share, reward in zip(pulled.tolist(), soft, got.tolist()):
        found[pull] += (reward - share * total) / len(pulled)
    return found


PULLS = [([0.0, 0.0], [0, 1, 1], [1.0, 2.0, 6.0]), ([0.0, 1.0, -1.0], [2, 0, 1, 1], [3.0, 1.0, 2.0, 0.5]), ([1.0, 1.0, 1.0], [1, 1], [4.0, 2.0])]

policy = function(  # REINFORCE: the mean of got · ∇ log softmax(scores)[pulled]
    [(torch.tensor(scores), torch.tensor(pulled), torch.tensor(got)) for scores, pulled, got in PULLS],
    lambda scores, pulled, got: estimate(scores, pulled, lambda place: got.tolist()[place]),
    where=lambda scores, pulled, got: f"scores = {scores.tolist()}, pulled = {pulled.tolist()}, got = {got.tolist()}에서", by="backward",
    says="뽑기는 지나지 않고 로그 확률을 거슬러 갔습니다.",
    look="`torch.log_softmax(theta, 0)`에서 당긴 것을 골라 `got`을 곱하고, 평균해서 `theta`로 미분합니다.",
    mistakes=[
        Mistake("no_log", "로그를 빠뜨렸습니다. 확률이 아니라 로그 확률을 미분합니다.",
                gives=lambda s, pulled, got: estimate(s, pulled, lambda place: got.tolist()[place], of="p")),
        Mistake("downhill", "부호가 반대입니다. 줄일 손실이 아니라 상의 평균을 키우는 기울기를 돌려줍니다.",
                gives=lambda s, pulled, got: estimate(s, pulled, lambda place: -got.tolist()[place])),
        Mistake("no_reward", "받은 상을 곱하지 않았습니다.", gives=lambda s, pulled, got: estimate(s, pulled, lambda place: 1)),
        Mistake("summed", "더하기만 했습니다. 평균을 어림하므로 당긴 수로 나눕니다.",
                gives=lambda s, pulled, got: estimate(s, pulled, lambda place: len(pulled) * got.tolist()[place])),
        Mistake("apart", "상과 로그 확률을 따로 평균한 다음 곱했습니다. 당길 때마다 곱하고 나서 평균합니다.", gives=apart),
        Mistake("baseline", "상에서 평균을 뺐습니다. 여기서는 받은 상을 그대로 곱합니다.", gives=baseline),
        Mistake("first_power", "상을 제곱했습니다. 한 번만 곱합니다.",
                gives=lambda s, pulled, got: estimate(s, pulled, lambda place: got.tolist()[place] ** 2)),
        Mistake("picked_first", "당긴 것의 점수만 `log_softmax`에 넣었습니다. 모든 기계의 점수를 넣은 다음 당긴 것을 고릅니다.", gives=picked_first),
        Mistake("machines", "기계의 수로 나누었습니다. 당긴 수로 나눕니다.",
                gives=lambda s, pulled, got: estimate(s, pulled, lambda place: got.tolist()[place] * len(pulled) / len(s))),
        Mistake("pulled_again", "당긴 번호를 다시 뽑았습니다. 상을 받은 번호 `pulled`를 그대로 씁니다.", when=lambda run: run.source.calls("multinomial")),
        Mistake("log_of_scores", "점수에 바로 `log`를 붙였습니다. 점수는 확률이 아닙니다. `log_softmax`에 넣습니다.", when=lambda run: not run.got.isfinite().all()),
        Mistake("not_picked", "기계마다의 수와 당길 때마다의 상을 곱했습니다. 로그 확률에서 `[pulled]`로 당긴 것을 골라 곱합니다.", raises="must match the size"),
        Mistake("to_scores", "`scores`에는 기록이 없습니다. 기록이 이어진 `theta`로 미분합니다.", raises="differentiated Tensors does not require grad"),
        Mistake("reward_only", "상에는 기록이 없습니다. 로그 확률을 곱해야 `theta`로 거슬러 갑니다.", raises="does not require grad"),
        Mistake("scores_not_log", "점수를 그대로 미분했습니다. 점수를 `log_softmax`에 넣어 로그 확률로 바꿉니다.",
                gives=lambda s, pulled, got: [sum(g for g, pull in zip(got.tolist(), pulled.tolist()) if pull == k) / len(pulled) for k in range(len(s))]),
        Mistake("tuple", "`torch.autograd.grad`는 튜플을 돌려줍니다. `[0]`으로 꺼냅니다.", when=lambda run: isinstance(run.got, tuple)),
    ],
)
