"""Chapter 4: calculating with and without a record."""

import ast

import torch

from gradbook.judge import Mistake, formula, function, recall

inside_and_after = recall(  # requires_grad of x in the block, of y made there, of y after the block, of x * 2 after the block
    [True, False, False, True],
    says="블록 안에서 만든 결과만 기록이 없습니다.",
    look="블록은 `x.requires_grad`를 바꾸지 않고, 그 안에서 하는 계산만 기록하지 않습니다.",
    mistakes=[
        Mistake("switched_off", "블록은 `x.requires_grad`를 바꾸지 않습니다. 블록 안에서 새로 만든 결과만 `False`입니다.", gives=[False, ..., ..., ...]),
        Mistake("comes_back", "`y`는 기록 없이 만들어졌습니다. 블록이 끝나도 없던 기록이 생기지는 않습니다.", gives=[True, False, True, ...]),
        Mistake("recorded_inside", "`x.requires_grad`가 `True`여도, 블록 안에서 한 계산은 기록되지 않습니다.", gives=[True, True, ..., ...]),
        Mistake("stays_off", "블록이 끝나면 다시 기록합니다. `z`는 블록 뒤에서 계산했습니다.", gives=[True, False, False, False]),
    ],
)


def recorded(run):
    return run.got.requires_grad


def lost_mark(run):
    return any(given.requires_grad is not case.requires_grad for given, case in zip(run.given, run.inputs))


predict = function(  # w * x + 1 without a record
    [(torch.tensor(2.0, requires_grad=True), torch.tensor(value)) for value in (3.0, -1.0)]
    + [(torch.tensor(3.0, requires_grad=True), torch.tensor(2.0))], lambda w, x: w.item() * x.item() + 1,
    where="w = {:g}, x = {:g}에서",
    says="값은 같고 기록만 없습니다.",
    look="계산식은 `w * x + 1`입니다.",
    mistakes=[
        Mistake("flag_lost", "`w.requires_grad`가 `False`로 바뀌었습니다. 받은 텐서는 그대로 두고 계산만 블록 안에서 합니다.", when=lost_mark),
        Mistake("input_changed", "받은 텐서의 값이 바뀌었습니다. 제자리 연산을 쓰지 말고 새 결과를 돌려줍니다.",
                when=lambda run: any(given.item() != case.item() for given, case in zip(run.given, run.inputs))),
        Mistake("input_returned", "받은 텐서를 그대로 돌려주었습니다. 계산한 결과를 돌려줍니다.",
                when=lambda run: any(run.got is given for given in run.given) and run.value == run.inputs[0].item() != run.wanted),
        Mistake("marked_again", "블록 안에서 계산한 결과를 다시 `requires_grad=True`로 바꾸었습니다. 결과를 그대로 돌려줍니다.",
                when=lambda run: recorded(run) and run.got.is_leaf),
        Mistake("left_off", "함수가 끝난 뒤에도 기록이 꺼져 있습니다. `with torch.no_grad():` 블록은 끝나면 되돌립니다.", when=lambda run: run.left_off),
        Mistake("no_with", "`torch.no_grad()`를 부르기만 했습니다. `with torch.no_grad():`로 블록을 만들고 그 안에서 계산합니다.",
                when=lambda run: run.source.calls("no_grad") and not run.source.nodes(ast.With) and (any(call.args for call in run.source.calls("no_grad")) or recorded(run))),
        Mistake("outside_block", "`no_grad` 블록이 있지만 계산은 블록 밖에서 했습니다. 계산하는 줄을 들여 써서 블록에 넣습니다.",
                when=lambda run: recorded(run) and ("no_grad" in run.source.text or "set_grad_enabled" in run.source.text)),
        Mistake("not_kept", "`detach()`는 `w`를 바꾸지 않고 기록 없는 새 텐서를 돌려줍니다. 그 결과를 담아 쓰거나 블록 안에서 계산합니다.",
                when=lambda run: recorded(run) and any(".detach()" in ast.unparse(made) for made in run.source.dropped())),
        Mistake("backward_called", "예측만 할 때는 `backward()`가 필요 없습니다. 계산을 `with torch.no_grad():` 블록에 넣고 결과를 돌려줍니다.",
                when=lambda run: run.passes and recorded(run)),
        Mistake("backward_called", "예측만 할 때는 `backward()`가 필요 없습니다. 그 줄을 지우고 계산한 결과를 돌려줍니다.", raises="does not require grad",
                when=lambda run: run.passes),
        Mistake("other_detached", "`x`를 떼어 냈지만 기록은 `w`에서 옵니다. 계산을 `with torch.no_grad():` 블록에 넣습니다.",
                when=lambda run: recorded(run) and "x.detach()" in run.source.text),
        Mistake("recorded", "결과의 `requires_grad`가 `True`입니다. 계산을 `with torch.no_grad():` 블록에 넣습니다.", when=recorded),
        Mistake("number", "결과가 텐서가 아니라 파이썬 수입니다. `.item()`을 쓰지 말고 텐서를 그대로 돌려줍니다.",
                when=lambda run: isinstance(run.got, (int, float)) and not isinstance(run.got, bool)),
        Mistake("number", "결과가 텐서가 아니라 NumPy의 값입니다. `numpy()`를 쓰지 말고 텐서를 그대로 돌려줍니다.",
                when=lambda run: not isinstance(run.got, torch.Tensor) and hasattr(run.got, "dtype")),
        Mistake("typed", "받은 `w`를 쓰지 않았습니다. `w * x + 1`을 그대로 적습니다.", gives=lambda w, x: 2 * x.item() + 1),
        Mistake("no_one", "`+ 1`이 빠졌습니다.", gives=lambda w, x: w.item() * x.item()),
        Mistake("minus", "1을 빼지 않고 더합니다.", gives=lambda w, x: w.item() * x.item() - 1),
        Mistake("no_product", "`w`를 곱하지 않았습니다.", gives=lambda w, x: x.item() + 1),
        Mistake("added", "`w`와 `x`를 더하지 않고 곱합니다.", gives=lambda w, x: w.item() + x.item() + 1),
        Mistake("brackets", "`w * (x + 1)`과 같은 값입니다. 곱한 다음에 1을 더하는지, 괄호를 봅니다.", gives=lambda w, x: w.item() * (x.item() + 1)),
        Mistake("power", "`**`는 거듭제곱입니다. 곱하기는 `*`로 적습니다.", gives=lambda w, x: w.item() ** x.item() + 1),
        Mistake("gradient", "`w`의 기울기가 나왔습니다. 계산한 값을 돌려줍니다.", gives=lambda w, x: x.item()),
    ],
)


def is_parameter(value):
    return isinstance(value, torch.Tensor) and value.requires_grad and value.is_leaf


wrong_block = function(  # the parameter w after one step on the loss (w - 3)²
    [1.0, 5.0, 2.0], lambda v: v - 0.5 * (v - 3), where="v = {:g}에서", by="backward", gradient=False,
    says="손실은 기록하며 계산하고, 파라미터는 기록하지 않고 고칩니다.",
    look="0.25 곱하기 기울기를 한 번 뺍니다.",
    mistakes=[
        Mistake("loss_in_block", "`loss`를 계산할 때는 기록이 있어야 합니다. 블록에 무엇을 남길지 생각해 봅니다.",
                raises="does not require grad", when=lambda run: "loss" in run.names and run.names["loss"].is_leaf and run.leaves),
        Mistake("left_off", "함수가 끝난 뒤에도 기록이 꺼져 있습니다. `with torch.no_grad():` 블록은 끝나면 되돌립니다.", when=lambda run: run.left_off),
        Mistake("loss_returned", "손실을 돌려주었습니다. 고친 `w`를 돌려줍니다.", when=lambda run: run.got is run.names["loss"]),
        Mistake("gradient_returned", "기울기를 돌려주었습니다. 고친 `w`를 돌려줍니다.", when=lambda run: run.names["w"].is_leaf and run.value == run.names["w"].grad.item() != run.wanted),
        Mistake("recorded_in_block", "블록 안에서 기록을 다시 켜지 말고, 블록에 꼭 있어야 할 줄만 남깁니다.", when=lambda run: "enable_grad" in run.source.text),
        Mistake("backward_in_block", "`backward()`는 블록 안에 있을 까닭이 없습니다. 블록에는 `w`를 고치는 줄만 남깁니다.",
                when=lambda run: run.passes and not run.passes[0].recording),
        Mistake("marked_loss", "`loss`에 `requires_grad=True`를 적어도 `w`까지 기록이 이어지지 않습니다. 블록 밖에서 계산합니다.",
                raises="NoneType", when=lambda run: run.passes[-1].root.is_leaf),
        Mistake("emptied_before_step", "`w`를 고치기 전에 `.grad`를 비웠습니다. 고친 다음에 비웁니다.",
                when=lambda run: run.got.is_leaf and run.value == run.inputs[0] and run.got.grad.item() == 0),
        Mistake("new_tensor", "돌려준 것은 `w`에서 계산한 새 텐서라 리프가 아닙니다. 블록 안에서 `w -= …`으로 고칩니다.",
                when=lambda run: isinstance(run.got, torch.Tensor) and not run.got.is_leaf),
        Mistake("reassigned", "블록 안의 `w = w - …`은 기록 없는 새 텐서를 만듭니다. `w -= …`으로 제자리에서 고칩니다.",
                when=lambda run: isinstance(run.got, torch.Tensor) and not run.got.requires_grad and run.value == run.wanted
                and run.source.made_from_itself("w")),
        Mistake("made_anew", "값으로 새 텐서를 만들어 돌려주었습니다. 받아 둘 파라미터는 처음의 `w`입니다. 블록 안에서 `w -= …`으로 고쳐 `w`를 돌려줍니다.",
                when=lambda run: isinstance(run.got, torch.Tensor) and run.passes and run.value == run.wanted
                and all(leaf.item() == run.inputs[0] for each in run.passes for leaf in each.reached())),
        Mistake("flag_lost", "돌려준 텐서의 `requires_grad`가 `False`입니다. `w.requires_grad`를 바꾸지 말고 `w`를 그대로 돌려줍니다.",
                when=lambda run: isinstance(run.got, torch.Tensor) and not run.got.requires_grad and run.value == run.wanted and run.passes),
        Mistake("number", "값이 아니라 파라미터 `w`를 돌려줍니다. `.item()`을 쓰지 않습니다.",
                when=lambda run: isinstance(run.got, float) and run.passes),
        Mistake("uphill", "기울기를 더했습니다. 손실을 줄이려면 뺍니다.", gives=lambda v: v + 0.5 * (v - 3)),
        Mistake("whole_gradient", "0.25를 곱하지 않았습니다.", gives=lambda v: v - 2 * (v - 3)),
        Mistake("twice", "`w`를 두 번 고쳤습니다. 한 번만 고칩니다.", gives=lambda v: 3.0, when=lambda run: sum(
            1 for node in run.source.nodes(ast.AugAssign, ast.Assign) if getattr(node, "op", None) or run.source.owners_of_grad([node.value])) > 1),
        Mistake("other_rate", "기울기에 곱한 수가 0.25가 아닙니다.", gives=lambda v: 3.0),
        Mistake("tensor_for_gradient", "기울기가 아니라 `w`의 값을 뺐습니다. 0.25 곱하기 `w.grad`를 뺍니다.", gives=lambda v: .75 * v),
        Mistake("equals_minus", "`w =- …`은 `w = -(…)`입니다. 빼서 고칠 때는 `w -= …`으로 적습니다.", gives=lambda v: -0.5 * (v - 3)),
        Mistake("other_loss", "손실이 `(w - 3) ** 2`인지, 부호를 봅니다.", gives=lambda v: v - 0.5 * (v + 3),
                when=lambda run: abs(run.passes[-1].value.item() - (run.inputs[0] + 3) ** 2) < 1e-4),
        Mistake("gradient_changed", "`w`가 아니라 `w.grad`를 고쳤습니다. `w`에서 0.25 곱하기 `w.grad`를 뺍니다.", gives=lambda v: v,
                when=lambda run: any(getattr(node.target, "attr", "") == "grad" for node in run.source.nodes(ast.AugAssign))),
        Mistake("step_only", "움직일 거리만 담았습니다. `w`에서 뺍니다.", gives=lambda v: 0.5 * (v - 3)),
        Mistake("multiplied", "`*=`는 곱합니다. 기울기는 `-=`로 뺍니다.", gives=lambda v: v * 0.5 * (v - 3)),
        Mistake("other_loss", "손실은 두 배가 아니라 제곱입니다. `(w - 3) ** 2`로 적습니다.", gives=lambda v: v - 0.5),
        Mistake("loss_for_gradient", "손실을 뺐습니다. 0.25 곱하기 `w.grad`를 뺍니다.", gives=lambda v: v - 0.25 * (v - 3) ** 2),
        Mistake("no_step", "`w`가 그대로입니다. `w`를 고치는 줄이 있는지 봅니다.", gives=lambda v: v),
    ],
    last=formula("(w - 3)²", lambda v: (v - 3) ** 2),
)


half_recorded = function(  # [z, x.grad] for z = x² · x, the square calculated without a record
    [2.0, 3.0], lambda v: [v**3, v**2], where="v = {:g}에서", by="backward", gradient=False,
    says="기록하지 않은 제곱은 상수로 다룹니다.",
    look="값은 x³이고, x²을 상수로 보면 기울기는 x²입니다.",
    mistakes=[
        Mistake("all_recorded", "제곱까지 기록되어 기울기가 3x²입니다. `x ** 2`를 `no_grad` 블록 안에서 계산합니다.", gives=lambda v: [v**3, 3 * v**2]),
        Mistake("other_half", "곱하는 `x`를 기록하지 않고 제곱을 기록했습니다. 기록하지 않는 것은 제곱입니다.", gives=lambda v: [v**3, 2 * v**2]),
        Mistake("backward_twice", "`backward()`를 두 번 불러 `x.grad`에 두 기울기가 더해졌습니다. 반만 기록한 `z`에서 한 번만 부릅니다.",
                when=lambda run: run.value != run.wanted and len(run.passes) > 1),
        Mistake("cube", "기록하지 않을 것은 세제곱이 아니라 제곱입니다. `x ** 2`로 적습니다.", gives=lambda v: [v**4, v**3]),
        Mistake("product_in_block", "곱하기를 블록 안에서 해 제곱만 기록되었습니다. `x ** 2`를 블록 안에, 곱하는 줄을 블록 밖에 둡니다.", gives=lambda v: [v**3, 2 * v],
                when=lambda run: run.passes[-1].root is run.names["z"]),
        Mistake("x_not_multiplied", "기록 없이 만든 제곱에서 `backward()`를 불렀습니다. 제곱에 `x`를 곱해 `z`를 만들고 거기에서 부릅니다.",
                when=lambda run: run.value != run.wanted and run.passes[-1].root.is_leaf and run.passes[-1].root is not run.names["x"]
                and run.passes[-1].value.item() == run.inputs[0] ** 2),
        Mistake("square_backward", "제곱에서 `backward()`를 불렀습니다. 곱한 결과 `z`에서 부릅니다.", gives=lambda v: [v**3, 2 * v]),
        Mistake("square_returned", "첫째 값은 제곱이 아니라 제곱에 `x`를 곱한 `z`입니다.", gives=lambda v: [v**2, v**2]),
        Mistake("square_only", "`x`를 곱하는 계산이 빠졌습니다.", gives=lambda v: [v**2, 2 * v]),
        Mistake("x_returned", "첫째 값은 `x`가 아니라 `z`입니다.", gives=lambda v: [v, v**2]),
        Mistake("swapped", "차례가 바뀌었습니다. `z`의 값을 먼저, `x.grad`를 나중에 적습니다.", gives=lambda v: [v**2, v**3]),
        Mistake("added", "제곱과 `x`를 더하지 않고 곱합니다.", gives=lambda v: [v**2 + v, 1.0]),
        Mistake("doubled", "`x * 2`는 두 배입니다. 제곱은 `x ** 2`로 적습니다.", gives=lambda v: [2 * v**2, 2 * v]),
        Mistake("x_for_gradient", "둘째 값은 `x`나 다른 텐서의 기울기가 아니라 `x.grad`입니다.", gives=lambda v: [v**3, v]),
        Mistake("gradient_only", "기울기만 돌려주었습니다. `z`의 값과 함께 리스트로 돌려줍니다.", gives=lambda v: v**2),
        Mistake("value_only", "`z`의 값만 돌려주었습니다. `x.grad`와 함께 리스트로 돌려줍니다.", gives=lambda v: v**3),
        Mistake("x_not_multiplied", "`z`를 만들 때 `x`를 곱하지 않아 기록이 없습니다. 제곱에 `x`를 곱합니다.", raises="does not require grad",
                when=lambda run: run.source.assigned("z") and not any(run.source.in_no_grad(node) or "x" in ast.unparse(node.value)
                                                                      for node in run.source.assigned("z"))),
        Mistake("all_detached", "곱한 결과에서 기록을 끊었습니다. 제곱만 끊고, `x`를 곱하는 계산은 기록합니다.", raises="does not require grad",
                when=lambda run: run.source.calls("detach") and not run.source.nodes(ast.With)),
        Mistake("blocks_swapped", "블록에 넣을 것이 바뀌었습니다. `x ** 2`를 블록 안에, 곱하는 줄을 블록 밖에 둡니다.", raises="does not require grad",
                when=lambda run: run.names["z"].is_leaf and any(not value.is_leaf for value in run.tensors.values())),
        Mistake("all_in_block", "곱하기까지 블록 안에서 했습니다. 곱하는 줄은 블록 밖에 둡니다.", raises="does not require grad",
                when=lambda run: run.source.known and any(run.source.in_no_grad(node) for node in run.source.assigned("z"))),
    ],
    last=formula("x³", lambda v: v**3),
)
