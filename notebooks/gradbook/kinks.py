"""The first figure of chapter 19: a curve with a kink, the fan of slopes between its two sides, and the slope that torch picks."""

import torch

from gradbook.drawing import Drawing, Plane, formula, said, spread
from gradbook.moving import Control, Moving
from gradbook.palette import ACCENT, ACCENT_TINT, INK, MUTED, RULE, WARM

SPAN = (-2.0, 2.0)
POINTS = spread(-1.5, 1.5, 7)
NEAR = 0.25  # to either side: the functions are straight between their points
REACH = 0.9  # of the lines through the point, along x
FAN = 5


def draw_kinks(functions, alt):
    """Draw y = f(x), the slopes between the left and the right one at a point, and the gradient there.

    functions: {name: function of a float64 tensor, element by element, whose kinks are at multiples of 1/2}.
    """
    plane = Plane(26, 44, 262, 214, SPAN, (-1.2, 2.1))

    def draw(name, x):
        function = functions[name]
        heights, _ = _values(function, list(SPAN) + POINTS)
        (y, *_), (slope, left, right) = _values(function, [x, x - NEAR, x + NEAR])
        drawing = Drawing(320, 292)
        plane.axes(drawing, formula("x"), "", range(-2, 3), range(-1, 3))
        drawing.path([plane.at(SPAN[0], 0), plane.at(SPAN[1], 0)], RULE, 1)
        for way in (-REACH, REACH):
            corners = [(x, y), (x + way, y + left * way), (x + way, y + right * way)]
            drawing.path(plane.inside(corners), "none", 0, fill=ACCENT_TINT, closed=True)
        for each in spread(left, right, FAN):
            drawing.path(_through(plane, x, y, each), ACCENT, 1, "3 3")
        drawing.path([plane.at(*point) for point in sorted(zip(list(SPAN) + POINTS, heights))], INK, 2.5)
        drawing.path(_through(plane, x, y, slope), WARM, 2.5)
        drawing.circle(*plane.at(x, y), 6, INK)
        drawing.text(plane.left, 18, name, INK, 14, "start", mono=True, halo=False)
        drawing.text(312, 18, f"torch의 기울기 {said(slope)}", WARM, 14, "end", bold=True, halo=False)
        drawing.text(312, 36, f"왼쪽 {said(left)}, 오른쪽 {said(right)}", MUTED, 13, "end", halo=False)
        at = f"x = {said(x)}에서 "
        if left == right:
            return drawing, at + f"곡선이 꺾이지 않습니다. 접선은 하나이고 기울기는 {said(slope)}입니다."
        return drawing, at + f"곡선이 꺾입니다. 기울기 {said(left)}부터 {said(right)}까지 가운데 torch는 {said(slope)}{_object(slope)} 냅니다."

    names = list(functions)
    return Moving(alt, [Control("함수", names, names, "choice"),
                        Control("x", POINTS, [said(x) for x in POINTS], start=POINTS.index(0.0), at=[plane.x(x) for x in POINTS])], draw)


def _values(function, places):
    """The function's values and its gradients at these places, as lists."""
    x = torch.tensor(places, dtype=torch.float64, requires_grad=True)
    y = function(x)
    (slopes,) = torch.autograd.grad(y.sum(), x)
    return y.tolist(), slopes.tolist()


def _through(plane, x, y, slope):
    return [plane.at(x + way, y + slope * way) for way in (-REACH, REACH)]


def _object(number):
    """The particle after a number as it is read: 0을, 1을, 0.5를."""
    return "를" if said(number)[-1] in "2459" else "을"
