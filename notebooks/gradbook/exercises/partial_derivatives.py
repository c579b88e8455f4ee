"""Chapter 3: one gradient for each variable."""

import torch

from gradbook.verdict import compare, exercise, run


@exercise
def two_slopes(answer):
    """answer: [dz/dx, dz/dy] of z = x²y at (2, 3)."""
    compare(answer, [12.0, 4.0], "", "x로 미분할 때는 y를 3으로, y로 미분할 때는 x를 2로 붙잡아 둡니다.")
    return "2xy = 12, x² = 4입니다."


@exercise
def sum_of_cubes(answer):
    """answer: a function from a list of floats v to the gradient of the sum of v³."""
    for v in [[1.0, 2.0, 3.0], [-1.0, 0.5]]:
        got = run(answer, v, hint="`x`에 표시했는지, 합을 구한 스칼라에서 `backward()`를 부르는지 봅니다.")
        compare(got, [3 * item**2 for item in v], f"v = {v}에서", "원소마다 3x²이 나와야 합니다.")
    return "원소마다 3x²입니다."


@exercise
def no_scalar(answer):
    """answer: a function from a list of floats v to the gradient of the sum of 3v²."""
    for v in [[1.0, 2.0], [3.0, -1.0, 0.0]]:
        got = run(answer, v, hint="`y`에 수가 몇 개 들어 있는지 봅니다. `backward()`는 수 하나에서 출발합니다.")
        compare(got, [6 * item for item in v], f"v = {v}에서", "평균이 아니라 합에서 출발하면 원소마다 6x입니다.")
    return "합을 구해 스칼라로 만들면 출발점이 하나가 됩니다."


@exercise
def one_step(answer):
    """answer: a function from floats (x, y) to the point after one step of 0.25 against the gradient of x² + 2y²."""
    for x, y in [(2.0, 1.0), (4.0, -2.0)]:
        a, b = (torch.tensor(value, requires_grad=True) for value in (x, y))
        (a**2 + 2 * b**2).backward()
        expected = [x - 0.25 * a.grad.item(), y - 0.25 * b.grad.item()]
        got = run(answer, x, y, hint="`x`와 `y`를 표시한 텐서로 만들어 계산했는지 봅니다.")
        compare(got, expected, f"({x:g}, {y:g})에서", "두 좌표에서 저마다 0.25 곱하기 기울기를 뺍니다.")
    return "두 변수가 저마다의 기울기만큼 움직였습니다."
