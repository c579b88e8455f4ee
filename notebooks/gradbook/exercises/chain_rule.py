"""Chapter 2: multiplying local derivatives."""

import torch

from gradbook.verdict import compare, exercise, run


@exercise
def cube_of_double(answer):
    """answer: [du/dx, dz/du, dz/dx] at x = 1 for u = 2x, z = u³."""
    compare(answer, [2.0, 12.0, 24.0], "", "x = 1에서 u = 2입니다. 셋째 값은 앞의 두 값을 곱한 것입니다.")
    return "2 × 12 = 24입니다."


@exercise
def by_hand(answer):
    """answer: a function from a float x to dz/dx for u = x² + 1, z = u², without torch."""
    for value in [1.0, 2.0, -1.0]:
        x = torch.tensor(value, requires_grad=True)
        ((x**2 + 1) ** 2).backward()
        got = run(answer, value, hint="받은 `x`는 파이썬 수입니다. 곱하기만으로 구할 수 있습니다.")
        compare(got, x.grad, f"x = {value:g}에서", "dz/du = 2u이고 du/dx = 2x입니다.")
    return "손으로 곱한 값과 autograd가 구한 값이 같습니다."


@exercise
def wrong_place(answer):
    """answer: a function from a float x to dv/dx for u = 3x, v = u²."""
    for value in [1.0, 2.0, -1.0]:
        got = run(answer, value, hint="함수 안에서 쓰는 이름을 확인합니다.")
        compare(got, 18 * value, f"x = {value:g}에서", "국소 도함수 2u에 어떤 값을 넣었는지 봅니다.")
    return "국소 도함수에는 그 계산에 들어간 값을 넣습니다."


@exercise
def doubled(answer):
    """answer: a function from n to the gradient of x doubled n times."""
    for n in [1, 3, 10]:
        got = run(answer, n, hint="`x`에는 표시하고, `y`는 `x`에서 시작해 두 배씩 늘립니다.")
        compare(got, 2.0**n, f"n = {n}일 때", "두 배를 n번 하면 국소 도함수 2를 n번 곱합니다.")
    return "국소 도함수 2를 n번 곱한 값입니다."
