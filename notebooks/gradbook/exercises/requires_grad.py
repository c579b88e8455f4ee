"""Chapter 1: marking a tensor, and asking for its gradient."""

import torch

from gradbook.verdict import compare, exercise, run


@exercise
def recorded(answer):
    """answer: four booleans, requires_grad of a * 2, a * b, torch.tensor([b.item() * 2]) and b > 0."""
    compare(
        answer,
        [False, True, False, False],
        "",
        "재료가 된 텐서에 표시가 있는지, 결과가 실수 텐서인지 살펴봅니다.",
    )
    return "표시된 텐서로 계산한 실수 텐서만 기록됩니다."


@exercise
def slope(answer):
    """answer: a function from a float v to the slope of x³ - 4x at v."""
    for v in [1.0, 2.0, -3.0]:
        x = torch.tensor(v, requires_grad=True)
        (x**3 - 4 * x).backward()
        got = run(answer, v, hint="`x`를 만들 때 `requires_grad=True`를 적었는지 확인합니다.")
        compare(got, x.grad, f"v = {v:g}에서", "계산식이 x ** 3 - 4 * x인지 확인합니다.")
    return "도함수 3x² - 4와 같은 값이 나옵니다."


@exercise
def late_mark(answer):
    """answer: a function from a float v to the slope of 3x² at v."""
    for v in [1.0, 2.0, -1.0]:
        got = run(answer, v, hint="`y`를 계산하던 순간에 `x`에 표시가 있었는지 살펴봅니다.")
        compare(got, 6 * v, f"v = {v:g}에서", "3x²의 도함수는 6x입니다.")
    return "표시는 계산보다 먼저 해야 합니다."


@exercise
def flat_place(answer):
    """answer: the x where the slope of x² - 6x is zero."""
    compare(answer, 3.0, "", "기울기가 음수인 곳과 양수인 곳 사이를 찾습니다.")
    return "x = 3에서 접선이 수평입니다."
