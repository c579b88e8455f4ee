"""A figure of chapter 7: values go forward from x over y to the loss, and what comes back to y is the gradient that backward() takes."""

import torch

from gradbook.drawing import Drawing, formula, said
from gradbook.moving import Control, Moving
from gradbook.palette import ACCENT, ACCENT_TINT, INK, MUTED, PLAIN_TINT, RULE, WARM, WARM_TINT

LEFT, RIGHT = 92, 268  # the middles of the columns: values on the left, gradients on the right
WIDTH, HEIGHT, PITCH, TOP = 148, 40, 96, 62


def draw_relay(function, loss, at, steps, alt):
    """Step down from x to y = function(x) and to loss(y), and back up with a gradient at each.

    steps: the names of the two calculations, as ("measure", "손실").
    """
    x = torch.tensor(at, dtype=torch.float64, requires_grad=True)
    y = function(x)
    end = loss(y)
    at_x, at_y = torch.autograd.grad(end, (x, y))
    names = ["x", "y", "loss"]
    values = [_vector(x), _vector(y), said(end.item())]
    gradients = [_vector(at_x), _vector(at_y), "1"]
    turns = ["야코비안을 곱합니다", "손실을 미분합니다"]

    def draw(step):
        drawing = Drawing(height=TOP + 2 * PITCH + 32)
        drawing.text(LEFT, 24, "값", ACCENT, 14, bold=True, halo=False)
        drawing.text(RIGHT, 24, "기울기", WARM, 14, bold=True, halo=False)
        for place, name in enumerate(names):
            height = TOP + place * PITCH
            there, back = step >= place, step >= 5 - place
            drawing.box(
                LEFT, height, WIDTH, HEIGHT, ACCENT_TINT if there else PLAIN_TINT, ACCENT if step == place else "none", line=2
            )
            drawing.text(LEFT, height + 5, f"{_called(name)} = {values[place]}", INK, 14, halo=False, shown=there)
            drawing.box(
                RIGHT, height, WIDTH, HEIGHT, WARM_TINT if back else PLAIN_TINT, WARM if step == 5 - place else "none", line=2
            )
            drawing.text(RIGHT, height + 5, gradients[place], INK, 14, halo=False, shown=back)
        for place, (words, turn) in enumerate(zip(steps, turns)):
            top, bottom = TOP + place * PITCH + HEIGHT / 2 + 4, TOP + (place + 1) * PITCH - HEIGHT / 2 - 4
            down, up = step > place, step >= 5 - place
            drawing.arrow(LEFT, top, LEFT, bottom, ACCENT if down else RULE, 1.8)
            drawing.text(LEFT + 10, (top + bottom) / 2 + 5, words, ACCENT if down else MUTED, 13, "start", halo=False)
            drawing.arrow(RIGHT, bottom, RIGHT, top, WARM if up else RULE, 1.8)
            drawing.text(RIGHT - 10, (top + bottom) / 2 + 5, turn, WARM, 12, "end", halo=False, shown=up)
        return drawing, sentence(step)

    def sentence(step):
        return [
            f"x = {values[0]}에서 시작합니다.",
            f"y = {values[1]}을 계산합니다.",
            f"손실 {values[2]}을 계산합니다.",
            "손실에서 1로 출발합니다.",
            f"손실을 y로 미분한 {gradients[1]}이 y에 도착합니다. 이것이 y.backward(gradient=…)에 넘기는 값입니다.",
            f"야코비안을 곱한 {gradients[0]}이 x에 도착합니다.",
        ][step]

    return Moving(alt, [Control("단계", list(range(6)), [f"6단계 중 {step + 1}단계" for step in range(6)], "steps", 5)], draw)


def _called(name):
    return formula(name) if len(name) == 1 else name


def _vector(tensor):
    return f"({', '.join(said(value) for value in tensor.tolist())})"
