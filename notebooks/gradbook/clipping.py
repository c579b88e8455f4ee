"""A figure of chapter 15: a gradient of two numbers clipped element by element, or by its norm, to a limit that the reader moves."""

import torch

from gradbook.drawing import Drawing, Plane, formula, said, ticks
from gradbook.moving import Control, Moving
from gradbook.palette import ACCENT, ACCENT_TINT, INK, MUTED, RULE, WARM

WAYS = {"원소마다": "value", "노름으로": "norm"}
CORNERS = 72  # of the polygon that stands for a circle


def draw_clipping(gradient, limits, start, alt):
    """gradient: two numbers, not negative; limits: what the slider offers, start: the place of the first."""
    top = max(*gradient, *limits)
    plane = Plane(30, 20, 250, 250, (-1, top + 0.5), (-1, top + 0.5))

    def draw(way, limit):
        clipped, norm = _clip(gradient, way, limit)
        drawing = Drawing(320, 308)
        zero = plane.at(0, 0)
        drawing.path(_bound(plane, way, limit), ACCENT, 1.5, fill=ACCENT_TINT)
        drawing.path([(plane.left, zero[1]), (plane.left + plane.width, zero[1]), None, (zero[0], plane.top), (zero[0], plane.top + plane.height)], RULE, 1)
        plane.axes(drawing, formula("a"), formula("b"), ticks(0, top), ticks(0, top))
        drawing.arrow(*zero, *plane.at(*gradient), MUTED, 1.5)
        drawing.text(plane.x(gradient[0]), plane.y(gradient[1]) - 8, "처음", MUTED, 12)
        drawing.arrow(*zero, *plane.at(*clipped), WARM, 3, 11)
        drawing.circle(*zero, 4, INK)
        kept = abs(clipped[0] * gradient[1] - clipped[1] * gradient[0]) < 1e-6
        return drawing, (f"한계 {limit}: ({said(gradient[0])}, {said(gradient[1])}) → ({said(clipped[0])}, {said(clipped[1])}), "
                         f"노름 {said(norm)}. 방향은 {'그대로입니다' if kept else '달라집니다'}.")

    names = list(WAYS)
    return Moving(alt, [Control("방법", list(WAYS.values()), names, "choice", 1),
                        Control("한계", limits, [said(limit) for limit in limits], start=start)], draw)


def _clip(gradient, way, limit):
    """What torch leaves of the gradient, and the norm of that."""
    leaf = torch.zeros(2, dtype=torch.float64, requires_grad=True)
    leaf.grad = torch.tensor(gradient, dtype=torch.float64)
    if way == "norm":
        torch.nn.utils.clip_grad_norm_([leaf], limit)
    else:
        torch.nn.utils.clip_grad_value_([leaf], limit)
    return leaf.grad.tolist(), leaf.grad.norm().item()


def _bound(plane, way, limit):
    """The part of the square or the circle of the limit that lies in the plane, from axis to axis and over the corner at zero."""
    if way == "value":
        points = [(limit, 0), (limit, limit), (0, limit)]
    else:
        turns = torch.tensor([torch.pi / 2 * step / CORNERS for step in range(CORNERS + 1)], dtype=torch.float64)
        points = list(zip((limit * turns.cos()).tolist(), (limit * turns.sin()).tolist()))
    return [plane.at(*point) for point in [(0, 0), *points, (0, 0)]]
