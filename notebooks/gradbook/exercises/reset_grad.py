"""Chapter 5: what .grad holds after several calls, and where a loop empties it."""

import torch

from gradbook.verdict import compare, exercise, run


@exercise
def three_values(answer):
    """answer: x.grad after backward of x², after another, and after emptying it and backward of 3x; x = 1."""
    compare(answer, [2.0, 4.0, 3.0], "", "비우기 전에는 앞의 값에 더하고, 비운 뒤에는 새 값만 남습니다.")
    return "2, 2 + 2, 그리고 비운 뒤의 3입니다."


@exercise
def descend(answer):
    """answer: a function (start, steps) to w after steps of 0.25 against the gradient of (w - 3)²."""
    for start, steps in [(1.0, 1), (1.0, 3), (5.0, 2)]:
        expected = 3 + (start - 3) * 0.5**steps
        got = run(answer, start, steps, hint="고칠 때는 `torch.no_grad()` 블록을 씁니다.")
        compare(got, expected, f"start = {start:g}, steps = {steps}에서", "걸음마다 기울기를 비웠는지 봅니다.")
    return "걸음마다 3까지 남은 거리가 반으로 줄어듭니다."


@exercise
def never_reset(answer):
    """answer: a function from a list of floats to the slope of x² at each, one tensor used for all."""
    for values in [[1.0, 2.0, 3.0], [-1.0, 4.0]]:
        got = run(answer, values, hint="비우는 줄이 `backward()`와 `.grad`를 읽는 줄 사이에 있지 않은지 봅니다.")
        compare(got, [2 * value for value in values], f"{values}에서", "앞의 점에서 구한 값이 남아 있지 않은지 봅니다.")
    return "점마다 제 기울기만 나옵니다."


@exercise
def in_pieces(answer):
    """answer: a function (data, size) to the gradient at w = 1 of the sum of (w · data)², size elements at a time."""
    data = torch.tensor([1.0, 2.0, 3.0, 4.0, 5.0])
    for size in [1, 2, 5]:
        got = run(answer, data, size, hint="`data[start:start + size]`로 조각을 꺼냅니다.")
        compare(got, 110.0, f"size = {size}일 때", "조각마다 backward()를 부르되 비우지는 않습니다.")
    return "어떻게 나누어도 기울기의 합은 같습니다."
