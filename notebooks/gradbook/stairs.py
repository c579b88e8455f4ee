"""The second figure of chapter 19: a staircase, the slope that torch gives on it, and what a straight-through estimator passes on."""

import torch

from gradbook.drawing import Drawing, Plane, formula, said, spread
from gradbook.moving import Control, Moving
from gradbook.palette import ACCENT, INK, MUTED, RULE, WARM

SPAN = (-2.0, 2.0)
LINE = spread(*SPAN, 81)
POINTS = spread(-1.875, 1.875, 16)  # never on the edge of a step
REACH = 0.7  # of the line with torch's slope, along x
JUMP = 0.5


def draw_stairs(functions, at, alt):
    """Draw the staircase, the function whose slope is passed on for it, and the gradient at a point.

    functions: {name: (function of a float64 tensor, the function whose slope it passes on, or None)}; at: one of POINTS.
    """
    plane = Plane(26, 44, 262, 214, SPAN, (-2.1, 2.1))

    def draw(name, x):
        function, behind = functions[name]
        place = torch.tensor(x, dtype=torch.float64, requires_grad=True)
        y = function(place)
        (slope,) = torch.autograd.grad(y, place)
        y, slope = y.item(), slope.item()
        line = torch.tensor(LINE, dtype=torch.float64)
        drawing = Drawing(320, 292)
        plane.axes(drawing, formula("x"), "", range(-2, 3), range(-2, 3))
        drawing.path([plane.at(SPAN[0], 0), plane.at(SPAN[1], 0)], RULE, 1)
        drawing.path([plane.at(*point) for point in zip(LINE, (behind or function)(line).tolist())], ACCENT, 1.5, "5 4", shown=behind is not None)
        drawing.path(_stairs(plane, function(line).tolist()), INK, 2.5)
        drawing.path([plane.at(x + way, y + slope * way) for way in (-REACH, REACH)], WARM, 2.5)
        drawing.circle(*plane.at(x, y), 6, INK)
        drawing.text(plane.left, 18, f"값 {said(y)}", INK, 14, "start", bold=True, halo=False)
        drawing.text(312, 18, f"torch의 기울기 {said(slope)}", WARM, 14, "end", bold=True, halo=False)
        drawing.text(312, 36, "점선: 기울기를 빌려 온 함수", ACCENT, 13, "end", halo=False, shown=behind is not None)
        drawing.text(312, 36, "계단 위는 평평합니다", MUTED, 13, "end", halo=False, shown=behind is None)
        return drawing, f"x = {said(x, 3)}에서 값은 {said(y)}이고 torch의 기울기는 {said(slope)}입니다."

    names = list(functions)
    return Moving(alt, [Control("함수", names, names, "choice"),
                        Control("x", POINTS, [said(x, 3) for x in POINTS], start=POINTS.index(at), at=[plane.x(x) for x in POINTS])], draw)


def _stairs(plane, heights):
    """The line through the values, lifted where it jumps."""
    found, last = [], heights[0]
    for x, y in zip(LINE, heights):
        found += [None] * (abs(y - last) > JUMP) + [plane.at(x, y)]
        last = y
    return found
