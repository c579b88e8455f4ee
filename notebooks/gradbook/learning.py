"""The first figure of chapter 13: a line being fitted step by step, beside the loss so far; one learning rate after another."""

import torch

from gradbook.drawing import Drawing, Plane, formula, line_through, said, spread
from gradbook.moving import Control, Moving
from gradbook.palette import ACCENT, INK, MUTED, RULE, WARM

WIDTH = 300  # of each of the two drawings
STEPS = 20
YS = (-2.0, 12.0)
POWERS = (-1, 3)  # the loss is drawn from 0.1 to 1000, each power of ten as tall as the next


def draw_learning(xs, ys, rates, start, alt):
    """Fit y = w·x + b to the points by descent from w = b = 0, with each of the rates; the figure opens with the rate `start`."""
    ends = min(xs) - 0.25, max(xs) + 0.25
    plane = Plane(30, 30, 246, 220, ends, YS)
    side = Plane(44, 30, 226, 220, (0, STEPS), POWERS)
    ways = {rate: _way(xs, ys, rate) for rate in rates}

    def draw(rate, step):
        w, b, loss = ways[rate][step]
        losses = [loss for _, _, loss in ways[rate]]
        return [_line(plane, xs, ys, w, b), _losses(side, losses, step)], \
            f"학습률 {said(rate)}, {step}걸음 뒤: w = {said(w)}, b = {said(b)}, 손실 {said(loss)}"

    return Moving(alt, [Control("학습률", list(rates), [said(rate) for rate in rates], "choice", list(rates).index(start)),
                        Control("걸음", list(range(STEPS + 1)), [f"{step}걸음" for step in range(STEPS + 1)], "steps", 2)], draw)


def _way(xs, ys, rate):
    """[(w, b, loss)] before the first step and after each."""
    xs, ys = (torch.tensor(values, dtype=torch.float64) for values in (xs, ys))
    w, b = (torch.tensor(0.0, dtype=torch.float64, requires_grad=True) for _ in range(2))
    optimizer = torch.optim.SGD([w, b], lr=rate)
    way = []
    for _ in range(STEPS + 1):
        optimizer.zero_grad()
        loss = ((w * xs + b - ys) ** 2).mean()
        loss.backward()
        way.append((w.item(), b.item(), loss.item()))
        optimizer.step()
    return way


def _line(plane, xs, ys, w, b):
    drawing = Drawing(WIDTH, 290)
    plane.axes(drawing, formula("z"), formula("y"), (-1, 0, 1), range(0, 13, 4))
    (x1, y1), (x2, y2) = line_through(plane, 0.0, b, w)
    drawing.line(x1, y1, x2, y2, ACCENT, 2.5)
    for x, y in zip(xs, ys):
        drawing.circle(*plane.at(x, y), 4, INK)
    return drawing


def _losses(side, losses, step):
    drawing = Drawing(WIDTH, 290)
    for power in spread(*POWERS, POWERS[1] - POWERS[0] + 1):
        drawing.line(side.left, side.y(power), side.left + side.width, side.y(power), RULE, 1)
        drawing.text(side.left - 6, side.y(power) + 4, said(10**power), MUTED, 12, "end", halo=False)
    side.axes(drawing, "", "손실", range(0, STEPS + 1, 5))
    drawing.text(side.left + side.width, side.top + side.height + 34, "걸음", MUTED, 12, "end", halo=False)
    heights = torch.tensor(losses, dtype=torch.float64).log10().tolist()
    points = list(enumerate(heights))
    drawing.path(side.inside(points), RULE, 2)
    drawing.path(side.inside(points[:step + 1]), WARM, 2.5)
    seen = side.holds(*points[step])
    drawing.circle(*(side.at(*points[step]) if seen else (0, 0)), 6, WARM, shown=seen)
    drawing.text(side.left + side.width / 2, 16, "그림 밖으로 나갔습니다", WARM, 13, bold=True, halo=False, shown=not seen)
    return drawing
