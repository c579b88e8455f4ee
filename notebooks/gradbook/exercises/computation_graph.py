"""Chapter 6: which tensors are leaves, and where gradients stay."""

import ast

import torch

from gradbook.judge import Mistake, function, recall
from gradbook.judge.run import leaves_of

leaves = recall(  # is_leaf of k * 3, x * k, (x * k).detach(), x.to(float64), x.to(float32)
    [True, False, True, False, True],
    says="`grad_fn`이 없는 텐서가 리프입니다.",
    look="텐서마다 `grad_fn`이 있을지 따져 봅니다. 없으면 리프입니다.",
    mistakes=[
        Mistake(
            "requires_grad",
            "`requires_grad`를 적은 듯합니다. `requires_grad=False`인 텐서는 모두 리프입니다.",
            gives=[False, True, False, True, True],
        ),
        Mistake(
            "only_made",
            "`k * 3`은 계산해서 얻었지만 기록이 없습니다. 기록이 없으면 리프입니다.",
            gives=[False, False, ..., ..., ...],
        ),
        Mistake("recorded_leaf", "`x * k`에는 `grad_fn`이 있습니다. 리프가 아닙니다.", gives=[..., True, ..., ..., ...]),
        Mistake("detached", "`detach()`로 얻은 텐서에는 `grad_fn`이 없습니다.", gives=[True, False, False, ..., ...]),
        Mistake("new_dtype", "자료형이 바뀌면 새 텐서를 계산하고, 그 계산을 기록합니다.", gives=[True, False, True, True, ...]),
        Mistake(
            "same_dtype",
            "`x`는 이미 `float32`입니다. 바꿀 것이 없으면 `to()`는 `x` 자신을 돌려줍니다.",
            gives=[True, False, True, False, False],
        ),
    ],
)


def tensor_u(run):
    return run.names.get("u")


middle = function(  # [dz/du, dz/dx] for u = 3x, z = u²
    [1.0, 2.0, -1.0],
    lambda v: [6 * v, 18 * v],
    where="v = {:g}에서",
    by="backward",
    gradient=False,
    says="지나가던 기울기가 `u.grad`에 남았습니다.",
    look="`u.grad`는 2u이고 `x.grad`는 그것의 3배입니다.",
    mistakes=[
        Mistake(
            "by_hand",
            "첫째 값을 손으로 구했습니다. `u.retain_grad()`로 `backward()`가 지나는 기울기를 남겨 그것을 돌려줍니다.",
            when=lambda run: run.value == run.wanted and isinstance(run.source.returned()[0].elts[0], ast.BinOp),
        ),
        Mistake(
            "not_kept",
            "`u`는 리프가 아닙니다. `backward()`를 부르기 전에 `u.retain_grad()`를 부릅니다.",
            when=lambda run: (
                run.got[0] is None
                and run.passes
                and not run.source.without_call("retain_grad")
                and not run.source.calls("retain_grad")
                and run.names["u"].requires_grad
            ),
        ),
        Mistake(
            "kept_without_parentheses",
            "`retain_grad` 뒤에 괄호가 없어 부르지 않았습니다.",
            when=lambda run: run.got[0] is None and run.source.without_call("retain_grad"),
        ),
        Mistake(
            "kept_other",
            "`retain_grad()`를 다른 텐서에서 불렀습니다. 기울기를 남길 것은 `u`입니다.",
            when=lambda run: run.got[0] is None and run.source.calls("retain_grad") and not tensor_u(run).retains_grad,
        ),
        Mistake(
            "kept_late",
            "기울기가 이미 지나간 다음에 `retain_grad()`를 불렀습니다. `backward()`보다 앞으로 옮깁니다.",
            when=lambda run: run.got[0] is None and run.passes and tensor_u(run).retains_grad,
        ),
        Mistake(
            "marked_middle",
            "`u`를 기록에서 떼어 냈으므로 `x`까지 기울기가 가지 않습니다. 떼어 내지 말고 `retain_grad()`를 부릅니다.",
            when=lambda run: tensor_u(run).is_leaf and run.got[0] is not None and run.got[1] is None,
        ),
        Mistake(
            "backward_middle",
            "`u`에서 `backward()`를 불렀습니다. `z`에서 부릅니다.",
            when=lambda run: run.passes and run.passes[0].root is tensor_u(run),
        ),
        Mistake(
            "kept_other",
            "`z.grad`를 남겨 돌려주었습니다. 기울기를 남길 것은 `u`입니다.",
            when=lambda run: isinstance(run.got, list) and run.got[0] is run.names["z"].grad and run.got[0] is not None,
        ),
        Mistake("values", "기울기가 아니라 `u`와 `x`의 값을 돌려주었습니다.", gives=lambda v: [3 * v, v]),
        Mistake("middle_only", "`u.grad`만 돌려주었습니다. `x.grad`와 함께 리스트에 담습니다.", gives=lambda v: 6 * v),
        Mistake("leaf_only", "`x.grad`만 돌려주었습니다. `u.grad`와 함께 리스트에 담습니다.", gives=lambda v: 18 * v),
        Mistake(
            "local", "둘째 값은 `u`를 `x`로 미분한 3이 아니라 `z`를 `x`로 미분한 `x.grad`입니다.", gives=lambda v: [6 * v, 3.0]
        ),
    ],
)


def is_tensor(run):
    return isinstance(run.got, torch.Tensor)


scaled = function(  # the parameter after one step on (w - 3)², begun at half of v
    [1.0, 8.0, 2.0],
    lambda v: 0.25 * v + 1.5,
    where="v = {:g}에서",
    by="backward",
    gradient=False,
    says="`w`는 리프라서 다음 걸음도 갈 수 있습니다.",
    look="`w`는 `v`의 절반에서 시작하고, 0.25 곱하기 기울기를 한 번 뺍니다.",
    mistakes=[
        Mistake(
            "no_leaf",
            "`w`는 0.5를 곱한 결과라서 리프가 아닙니다. 0.5를 곱한 다음에 `requires_grad`를 켭니다.",
            raises="NoneType",
            when=lambda run: not run.names["w"].is_leaf,
        ),
        Mistake(
            "not_recorded",
            "`w.requires_grad`가 `False`입니다. 손실을 계산하기 전에 켭니다.",
            raises="does not require grad",
            when=lambda run: run.names["w"].is_leaf and not run.names["w"].requires_grad,
        ),
        Mistake(
            "retained",
            "`w`는 여전히 리프가 아닙니다. `retain_grad()` 대신, 0.5를 곱한 다음에 `requires_grad`를 켭니다.",
            when=lambda run: is_tensor(run) and not run.got.is_leaf and run.source.calls("retain_grad"),
        ),
        Mistake(
            "by_grad",
            "`w`는 여전히 리프가 아닙니다. 0.5를 곱한 다음에 `requires_grad`를 켭니다.",
            when=lambda run: is_tensor(run) and not run.got.is_leaf and run.value == run.wanted,
        ),
        Mistake(
            "flag_lost",
            "돌려준 텐서의 `requires_grad`가 `False`입니다. `w` 자신을 고쳐서 돌려줍니다.",
            when=lambda run: is_tensor(run) and not run.got.requires_grad and run.value == run.wanted,
        ),
        Mistake(
            "not_halved", "`v`의 절반이 아니라 `v`에서 시작했습니다. 0.5를 곱하는 것은 남깁니다.", gives=lambda v: 0.5 * v + 1.5
        ),
        Mistake(
            "outer_leaf",
            "0.5를 곱하기 전의 텐서를 고쳤습니다. 고칠 것은 `v`의 절반인 `w`입니다.",
            gives=lambda v: v - 0.25 * (0.5 * v - 3),
        ),
        Mistake("no_step", "`w`가 그대로입니다. `w -= 0.25 * w.grad`는 남깁니다.", gives=lambda v: 0.5 * v),
        Mistake("uphill", "기울기를 더했습니다. 손실을 줄이려면 뺍니다.", gives=lambda v: 0.75 * v - 1.5),
        Mistake("number", "값이 아니라 파라미터 `w`를 돌려줍니다.", when=lambda run: isinstance(run.got, float) and run.passes),
        Mistake("gradient", "기울기를 돌려주었습니다. 고친 `w`를 돌려줍니다.", gives=lambda v: v - 6),
    ],
)


def record(kind):
    """A loss, and the tensors asked about."""
    a = torch.tensor(2.0, requires_grad=True)
    b = torch.tensor(3.0, requires_grad=True)
    k = torch.tensor(4.0)
    if kind == "unused":
        return a**2, [a, b]
    if kind == "middle":
        c = a * b
        return c**2, [a, c, b]
    if kind == "constant":
        return a * k, [k, a]
    if kind == "cut":
        return a * b.detach(), [b, a]
    twin = torch.tensor(2.0, requires_grad=True)  # equal to a, and another tensor
    return twin * b, [a, b, twin]


CASES = {
    "unused": "쓰이지 않은 텐서가 있을 때",
    "middle": "중간 결과가 있을 때",
    "constant": "`requires_grad=False`인 텐서가 있을 때",
    "cut": "`detach()`로 끊겼을 때",
    "twin": "값이 같은 다른 텐서가 있을 때",
}
UNFILLED = {"unused": [1], "middle": [1], "constant": [0], "cut": [0], "twin": [0]}


def filled(kind):
    """The numbers of those that will be filled: the opposite of what is asked for."""
    return [number for number in range(len(record(kind)[1])) if number not in UNFILLED[kind]]


def by_property(kind, unfilled):
    return [number for number, tensor in enumerate(record(kind)[1]) if unfilled(tensor)]


def by_value(kind):
    loss, tensors = record(kind)
    found = [leaf.item() for leaf in leaves_of(loss)]
    return [number for number, tensor in enumerate(tensors) if tensor.item() not in found]


unfilled = function(  # the numbers of the tensors whose .grad the loss's backward() will not fill
    list(CASES),
    lambda kind: UNFILLED[kind],
    where=lambda kind: CASES[kind],
    call=lambda answer, kind: answer(*record(kind)),
    says="`backward()`를 부르지 않고도 그래프에서 알아냈습니다.",
    look="`loss`에서 간선을 따라가 만나는 리프에 그 텐서가 있는지 `is`로 봅니다.",
    mistakes=[
        Mistake("called", "`backward()`를 불렀습니다. 부르지 않고 그래프를 훑어서 알아냅니다.", when=lambda run: run.passes),
        Mistake("opposite", "채워질 텐서의 번호를 담았습니다. 채워지지 않을 것을 담습니다.", gives=filled),
        Mistake(
            "by_leaf",
            "`is_leaf`만 보았습니다. 리프라도 결과에서 길이 없으면 채워지지 않습니다.",
            gives=lambda kind: by_property(kind, lambda tensor: not tensor.is_leaf),
        ),
        Mistake(
            "by_requires_grad",
            "`requires_grad`만 보았습니다. 중간 결과도 `True`이고, 쓰이지 않은 리프도 `True`입니다.",
            gives=lambda kind: by_property(kind, lambda tensor: not tensor.requires_grad),
        ),
        Mistake(
            "by_both",
            "`is_leaf`와 `requires_grad`만 보았습니다. `loss`에서 그 텐서로 가는 길이 있는지도 봅니다.",
            gives=lambda kind: by_property(kind, lambda tensor: not (tensor.is_leaf and tensor.requires_grad)),
        ),
        Mistake(
            "by_grad",
            "`backward()`를 부르기 전에는 모두 `None`입니다. `.grad`가 아니라 그래프를 봅니다.",
            gives=lambda kind: by_property(kind, lambda tensor: True),
        ),
        Mistake(
            "opposite",
            "리프이고 `requires_grad`가 `True`인 텐서의 번호를 담았습니다. 채워지지 않을 것을 담고, `loss`에서 길이 있는지도 봅니다.",
            gives=lambda kind: by_property(kind, lambda tensor: tensor.is_leaf and tensor.requires_grad),
        ),
        Mistake("by_value", "값이 같은 다른 텐서를 같다고 보았습니다. `==`나 `in`이 아니라 `is`로 봅니다.", gives=by_value),
        Mistake("never", "늘 빈 리스트가 나옵니다. 조건이 참이 되는 일이 있는지 봅니다.", gives=lambda kind: []),
        Mistake(
            "flags",
            "`True`와 `False`를 담았습니다. 채워지지 않을 텐서의 번호만 담습니다.",
            when=lambda run: any(isinstance(item, bool) for item in run.got),
        ),
        Mistake(
            "repeated",
            "같은 번호를 여러 번 담았습니다. 리프를 모두 본 다음에 한 번만 담습니다.",
            when=lambda run: isinstance(run.value, list) and len(run.value) != len(set(map(str, run.value))),
        ),
        Mistake(
            "tensors",
            "번호가 아니라 텐서를 담았습니다.",
            when=lambda run: any(isinstance(item, torch.Tensor) for item in run.got),
        ),
        Mistake(
            "count",
            "개수를 돌려주었습니다. 번호를 리스트에 담아 돌려줍니다.",
            when=lambda run: isinstance(run.got, int) and not isinstance(run.got, bool),
        ),
    ],
)
