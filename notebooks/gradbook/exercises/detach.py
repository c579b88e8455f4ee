"""Chapter 11: what detach, no_grad, inference_mode, eval and requires_grad_(False) change, and what they leave."""

import ast

import torch

from gradbook.judge import Mistake, function, recall

recorded = recall(  # requires_grad of x.detach() * x, enable_grad in no_grad, enable_grad in inference_mode, a model in eval()
    [True, True, False, True],
    says="기록을 끊는 것과 층을 바꾸는 것을 가렸습니다.",
    look="무엇이 기록을 멈추고 무엇이 다시 켜는지 하나씩 봅니다.",
    mistakes=[
        Mistake("eval_stops", "`eval()`은 층이 계산하는 법만 바꿉니다. 파라미터가 있으니 결과는 기록됩니다.", gives=[..., ..., ..., False]),
        Mistake("all_detached", "`x.detach()`에는 기록이 없지만, 곱한 `x`에는 있습니다.", gives=[False, ..., ..., True]),
        Mistake("not_on_again", "`no_grad` 블록 안에서도 `enable_grad` 블록에서는 다시 기록합니다.", gives=[True, False, ..., True]),
        Mistake("inference_on_again", "`inference_mode` 안에서는 `enable_grad`도 기록을 켜지 못합니다.", gives=[True, True, True, True]),
    ],
)


def flows(run, name):
    """Whether the tensor of that name still has a record."""
    return run.names[name].requires_grad


target = function(  # the slope of (3w - t)² in w, with t = 2w held constant
    [1.0, 2.0, -3.0], lambda v: 6 * v, where="w = {:g}에서", by="backward",
    says="목표로는 기울기가 흐르지 않습니다.",
    look="`2 * w`를 기록에서 떼어 낸 것을 `t`로 씁니다.",
    mistakes=[
        Mistake("target_recorded", "목표 `t`로도 기울기가 흘렀습니다. `t`를 기록에서 떼어 냅니다.", gives=lambda v: 2 * v),
        Mistake("everything_cut", "손실에 `w`로 돌아갈 기록이 없습니다. 떼어 낼 것은 목표 `t`뿐입니다.", raises="does not require grad",
                when=lambda run: not run.names["loss"].requires_grad),
        Mistake("prediction_cut", "`3 * w`를 떼어 내고 목표를 남겼습니다. 떼어 낼 것은 목표입니다.", gives=lambda v: -4 * v),
        Mistake("not_squared", "손실을 제곱하지 않았습니다.", gives=lambda v: 3),
        Mistake("no_factor", "`3w`가 아니라 `w`에서 목표를 뺐습니다.", gives=lambda v: 2 * (v - 2 * v)),
        Mistake("sum", "빼지 않고 더했습니다.", gives=lambda v: 2 * (3 * v + 2 * v) * 3),
        Mistake("typed", "목표를 `w`에서 계산하지 않고 수로 적었습니다. 목표는 2w입니다.",
                gives=lambda v: 6 * (3 * v - 2)),
        Mistake("target_alone", "목표를 2w가 아니라 w로 했습니다.", gives=lambda v: 2 * (3 * v - v) * 3),
        Mistake("loss_returned", "손실의 값입니다. `w.grad`를 돌려줍니다.", gives=lambda v: v**2),
    ],
)


def shares(run):
    """Whether the half stands in the memory of s."""
    half, s = run.names.get("half"), run.names.get("s")
    return isinstance(half, torch.Tensor) and isinstance(s, torch.Tensor) and half.data_ptr() == s.data_ptr()


silent = function(  # [the slope of (3x)², half of 3x]
    [2.0, 1.0, -4.0], lambda v: [18 * v, 1.5 * v], where="v = {:g}에서", by="backward", gradient=False,
    says=lambda run: "저장한 값을 역전파가 쓴 다음에 바꾸었습니다. 그래도 `s`까지 바뀌니 새 텐서를 만드는 편이 안전합니다." if shares(run)
    else "저장한 값을 건드리지 않고 새 텐서를 만들었습니다.",
    look="저장해 둔 `s`의 값을 바꾸지 않는 방법을 찾습니다.",
    mistakes=[
        Mistake("made_up", "`x.grad`는 아직 틀린 기울기입니다. 곱해서 맞추지 말고, 저장해 둔 `s`가 바뀌지 않게 고칩니다.",
                when=lambda run: run.value == run.wanted and run.names["x"].grad.item() != run.wanted[0]),
        Mistake("still_shared", "`half`와 `s`가 아직 같은 메모리를 씁니다. 절반으로 줄이면 저장해 둔 `s`도 줄어듭니다.", gives=lambda v: [9 * v, 1.5 * v]),
        Mistake("caught", "`half`와 `s`가 같은 텐서라, `y`가 저장한 `s`까지 바뀌었습니다. 제자리에서 바꾸지 말고 새 텐서를 만듭니다.",
                raises="modified by an inplace operation", when=lambda run: run.names["half"] is run.names["s"]),
        Mistake("caught", "`detach()`도 메모리를 함께 씁니다. 이제는 버전으로 알아채고 막았습니다. 제자리에서 바꾸지 말고 새 텐서를 만듭니다.",
                raises="modified by an inplace operation"),
        Mistake("not_halved", "둘째 값이 절반이 아닙니다.", gives=lambda v: [18 * v, 3 * v]),
        Mistake("half_of_y", "둘째 값은 `y`가 아니라 `3x`의 절반입니다.", gives=lambda v: [18 * v, 4.5 * v**2]),
        Mistake("half_loss", "줄인 값으로 `y`를 계산했습니다. `y`는 `3x`의 제곱입니다.", gives=lambda v: [4.5 * v, 1.5 * v]),
        Mistake("half_of_x", "둘째 값은 `x`가 아니라 `3x`의 절반입니다.", gives=lambda v: [18 * v, v / 2]),
        Mistake("swapped", "차례가 바뀌었습니다. 기울기를 먼저 적습니다.", gives=lambda v: [1.5 * v, 18 * v]),
        Mistake("gradient_only", "기울기만 돌려주었습니다. 절반도 함께 돌려줍니다.", gives=lambda v: 18 * v),
        Mistake("value_first", "첫째는 `y`의 값이 아니라 `x.grad`입니다.", gives=lambda v: [9 * v**2, 1.5 * v]),
    ],
)


def parameter(run, place):
    return run.given[place]


freeze = function(  # the gradient of last * first² in first, last frozen
    [(torch.tensor(a, requires_grad=True), torch.tensor(b, requires_grad=True)) for a, b in ((2.0, 3.0), (-1.0, 5.0), (4.0, -2.0))],
    lambda first, last: 2 * last.item() * first.item(), where="first = {:g}, last = {:g}에서", by="backward",
    says="`last`는 얼고 `first`까지 기울기가 왔습니다.",
    look="`last`만 얼리고 계산은 모두 기록합니다.",
    mistakes=[
        Mistake("wrong_one", "`first`를 얼렸습니다. 얼릴 것은 `last`입니다.", when=lambda run: not parameter(run, 0).requires_grad),
        Mistake("frozen_grad", "`last.grad`를 돌려주었습니다. `first`의 기울기를 돌려줍니다.",
                when=lambda run: run.got is parameter(run, 1).grad and run.got is not None),
        Mistake("wrong_one", "`last`가 아니라 `first`를 기록에서 떼어 냈습니다. 떼어 낼 것은 `last`입니다.",
                when=lambda run: parameter(run, 0).grad is None and parameter(run, 1).grad is not None),
        Mistake("emptied_after", "`last`의 기울기까지 구한 다음에 지웠습니다. 계산하기 전에 `last`를 얼립니다.",
                when=lambda run: run.source.emptied() and any(leaf is parameter(run, 1) for each in run.passes for leaf in each.reached())),
        Mistake("not_kept", "`last.detach()`는 `last`를 바꾸지 않고 기록 없는 새 텐서를 돌려줍니다. 그것을 계산에 씁니다.",
                when=lambda run: parameter(run, 1).grad is not None and any("last.detach()" in ast.unparse(made) for made in run.source.dropped())),
        Mistake("not_frozen", "`last.grad`가 채워졌습니다. 계산하기 전에 `last`를 얼립니다.", when=lambda run: parameter(run, 1).grad is not None),
        Mistake("cut", "결과에 기록이 없어 `first`까지 거슬러 갈 수 없습니다. `no_grad`로 계산하지 말고 `last`만 얼립니다.", raises="does not require grad"),
        Mistake("first_squared", "제곱할 것은 `first`입니다.", gives=lambda first, last: last.item() ** 2),
        Mistake("brackets", "`last`까지 제곱했습니다. 제곱할 것은 `first`뿐입니다.", gives=lambda first, last: 2 * last.item() ** 2 * first.item()),
        Mistake("not_squared", "`first`를 제곱하지 않았습니다.", gives=lambda first, last: last.item()),
        Mistake("value", "값을 돌려주었습니다. `first.grad`를 돌려줍니다.", gives=lambda first, last: last.item() * first.item() ** 2),
    ],
)
