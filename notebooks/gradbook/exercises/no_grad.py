"""Chapter 4: calculating with and without a record."""

import torch

from gradbook.verdict import NotYet, compare, exercise, run


@exercise
def inside_and_after(answer):
    """answer: requires_grad of x in the block, of y made there, of y after the block, of x * 2 after the block."""
    compare(
        answer,
        [True, False, False, True],
        "",
        "블록은 x의 표시를 바꾸지 않고, 그 안에서 하는 계산만 기록하지 않습니다.",
    )
    return "블록 안에서 만든 결과만 기록이 없습니다."


@exercise
def predict(answer):
    """answer: a function from tensors w and x to w * x + 1 without a record."""
    w = torch.tensor(2.0, requires_grad=True)
    for value in [3.0, -1.0]:
        got = run(answer, w, torch.tensor(value), hint="`w`와 `x`는 텐서입니다. 그대로 계산하면 됩니다.")
        compare(got, 2.0 * value + 1, f"w = 2, x = {value:g}에서", "계산식은 w * x + 1입니다.")
        if not isinstance(got, torch.Tensor) or got.requires_grad:
            raise NotYet("✗ 값은 맞지만 결과가 기록 없는 텐서가 아닙니다. 계산을 `with torch.no_grad():` 안에 넣습니다.")
        if not w.requires_grad:
            raise NotYet("✗ `w`의 표시가 사라졌습니다. 표시를 바꾸지 말고 계산만 블록 안에서 합니다.")
    return "값은 같고 기록만 없습니다."


@exercise
def wrong_block(answer):
    """answer: a function from a float v to the parameter w after one step on the loss (w - 3)²."""
    for v in [1.0, 5.0]:
        got = run(answer, v, hint="`loss`를 계산할 때는 기록이 있어야 합니다. 블록에 무엇을 남길지 생각해 봅니다.")
        compare(got, v - 0.5 * (v - 3), f"v = {v:g}에서", "0.25 곱하기 기울기를 한 번 뺍니다.")
        if not (isinstance(got, torch.Tensor) and got.requires_grad and got.is_leaf):
            raise NotYet("✗ 값은 맞지만 w가 표시된 리프가 아닙니다. `w -= ...`를 no_grad 블록 안에서 합니다.")
    return "손실은 기록하며 계산하고, 파라미터는 기록하지 않고 고칩니다."


@exercise
def half_recorded(answer):
    """answer: a function from a float v to [z, x.grad] for z = x² · x, the square calculated without a record."""
    for v in [2.0, 3.0]:
        got = run(answer, v, hint="제곱만 블록 안에서 하고, 곱하기와 `backward()`는 블록 밖에서 합니다.")
        compare(got, [v**3, v**2], f"v = {v:g}에서", "값은 x³이고, x²을 상수로 보면 기울기는 x²입니다.")
    return "기록하지 않은 제곱은 상수로 다룹니다."
