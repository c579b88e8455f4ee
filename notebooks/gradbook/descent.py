"""Gradient descent on level curves: learning rate, momentum, where it starts; steps that run away among them."""

import torch

from gradbook.contour import level_lines
from gradbook.drawing import Drawing, Plane, formula, said, spread
from gradbook.moving import Control, Moving
from gradbook.palette import ACCENT, INK, MUTED, RULE, WARM

SPAN = 3.2
GRID = 41
STEPS = 20


def draw_descent(loss, starts, alt, rates=(0.05, 0.1, 0.18, 0.22), momenta=(0.0, 0.5, 0.9)):
    """Walk down loss(x, y) with torch.optim.SGD from each start, with each learning rate and momentum.

    loss: takes two float64 tensors of one shape, element by element; starts: points (x, y).
    """
    lines = torch.tensor(spread(-SPAN, SPAN, GRID), dtype=torch.float64)
    heights = loss(lines.expand(GRID, GRID), lines.reshape(-1, 1).expand(GRID, GRID)).tolist()
    plane = Plane(30, 46, 300, 300, (-SPAN, SPAN), (-SPAN, SPAN))
    curves = level_lines(plane, lines.tolist(), heights)
    walks = {(rate, momentum, start): _walk(loss, start, rate, momentum) for rate in rates for momentum in momenta for start in starts}

    def draw(rate, momentum, start, step):
        walk = walks[rate, momentum, start]
        drawing = Drawing(height=384)
        for _, points, _ in curves:
            drawing.path(points, RULE, 1.2)
        plane.axes(drawing, formula("x"), formula("y"), range(-3, 4), range(-3, 4))
        for level, _, label in curves:
            if label:
                drawing.text(label[0], label[1] + 4, said(level), MUTED, 12)
        seen = [plane.holds(x, y) for x, y, _ in walk]
        spots = [plane.at(x, y) if inside else (0, 0) for (x, y, _), inside in zip(walk, seen)]
        for place in range(1, STEPS + 1):
            both = seen[place] and seen[place - 1]
            (x1, y1), (x2, y2) = (spots[place - 1], spots[place]) if both else ((0, 0), (0, 0))
            drawing.line(x1, y1, x2, y2, WARM, 2, shown=both and step >= place)
        for place in range(STEPS + 1):
            drawing.circle(*spots[place], 3, WARM, shown=seen[place] and step >= place)
        drawing.circle(*(spots[step] if seen[step] else (0, 0)), 7, ACCENT, shown=seen[step])
        drawing.text(plane.left, 18, f"{step}걸음 뒤 손실 {_loss(walk[step][2])}", INK, 15, "start", bold=True, halo=False)
        drawing.text(plane.left + plane.width, 18, "그림 밖으로 나갔습니다", WARM, 13, "end", bold=True, halo=False, shown=not seen[step])
        return drawing, (f"학습률 {said(rate)}, 모멘텀 {said(momentum)}: {step}걸음 뒤 손실은 {_loss(walk[step][2])}입니다."
                         + (" 발산합니다." if walk[step][2] > 10 * walk[0][2] else ""))

    return Moving(alt, [
        Control("학습률", list(rates), [said(rate) for rate in rates], "choice", min(1, len(rates) - 1)),
        Control("모멘텀", list(momenta), [said(momentum) for momentum in momenta], "choice"),
        Control("출발점", list(starts), [f"({said(x)}, {said(y)})" for x, y in starts], "choice"),
        Control("걸음", list(range(STEPS + 1)), [f"{step}걸음" for step in range(STEPS + 1)], "steps", STEPS)], draw)


def _walk(loss, start, rate, momentum):
    """[(x, y, loss)] from the start on."""
    x, y = (torch.tensor(value, dtype=torch.float64, requires_grad=True) for value in start)
    optimizer = torch.optim.SGD([x, y], lr=rate, momentum=momentum)
    walk = []
    for _ in range(STEPS + 1):
        optimizer.zero_grad()
        height = loss(x, y)
        height.backward()
        walk.append((x.item(), y.item(), height.item()))
        optimizer.step()
    return walk


def _loss(value):
    return said(value, 3) if value < 1000 else "1000 이상"
