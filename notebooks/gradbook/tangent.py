"""The figure of chapter 1: a line through two points of a curve, which becomes the tangent as they come together."""

import torch

from gradbook.drawing import Drawing, Plane, formula, line_through, said, spread, ticks
from gradbook.moving import Control, Moving
from gradbook.palette import ACCENT, INK, RULE, WARM

GAPS = [step / 20 for step in range(-30, 31)]  # h; in the middle, at 0, stands the tangent
SPAN = 2.5


def draw_tangent(function, at, alt, label="y = f(x)"):
    """Draw y = function(x), the line through x = at and x = at + h for every h, and the tangent that backward() finds.

    function: takes and returns a float64 tensor of any shape, element by element.
    """
    x = torch.tensor(at, dtype=torch.float64, requires_grad=True)
    y = function(x)
    y.backward()
    height, slope = y.item(), x.grad.item()
    span = min(-SPAN, at + GAPS[0]), max(SPAN, at + GAPS[-1])
    xs = torch.tensor(spread(*span, 81), dtype=torch.float64)
    ys = function(xs).tolist()
    ends = function(at + torch.tensor(GAPS, dtype=torch.float64)).tolist()
    room = 0.12 * (max(ys) - min(ys))
    plane = Plane(26, 26, 300, 232, span, (min(ys) - room, max(ys)))
    curve = plane.inside(list(zip(xs.tolist(), ys)))

    def draw(place):
        h, end = GAPS[place], ends[place]
        touching = h == 0
        steep = slope if touching else (end - height) / h
        drawing = Drawing(height=288)
        plane.axes(drawing, formula("x"), formula("y"), ticks(*plane.xs), ticks(*plane.ys))
        drawing.line(*plane.at(0, plane.ys[0]), *plane.at(0, plane.ys[1]), RULE, 1)
        drawing.path(curve, INK, 2)
        drawing.text(plane.left + 14, plane.top + 6, formula(label), INK, 15, "start")
        (x1, y1), (x2, y2) = line_through(plane, at, height, slope)
        drawing.line(x1, y1, x2, y2, ACCENT, 1.5, "2 5")
        (x1, y1), (x2, y2) = line_through(plane, at, height, steep)
        drawing.line(x1, y1, x2, y2, ACCENT if touching else WARM, 2)
        # The step from one point to the other: h to the side, then up or down. Nothing is left of it at h = 0.
        (px, py), (qx, qy) = plane.at(at, height), plane.at(at + h, end)
        drawing.path([(px, py), (qx, py), (qx, qy)], WARM, 1.2, "3 3", shown=not touching)
        below = 16 if qy <= py else -7  # on the other side of the step than the curve
        drawing.text((px + qx) / 2, py + below, formula(f"h = {said(h)}"), WARM, 13, shown=abs(h) > 0.3)
        beside = ("start", 7) if h > 0 else ("end", -7)
        drawing.text(qx + beside[1], (py + qy) / 2 + 4, said(end - height, 3), WARM, 13, beside[0], shown=abs(py - qy) > 14 and not touching)
        drawing.circle(qx, qy, 7, WARM, shown=not touching)
        drawing.circle(px, py, 6, ACCENT)
        words = f"접선의 기울기 {said(slope)}" if touching else f"두 점을 지나는 직선의 기울기 {said(steep, 3)}"
        drawing.text(plane.left + plane.width, 14, words, ACCENT if touching else WARM, 14, "end", bold=True)
        return drawing, _sentence(h, steep, at)

    texts = ["0, 접선" if h == 0 else said(h) for h in GAPS]
    at_pixels = [plane.x(at + h) for h in GAPS]
    return Moving(alt, [Control("간격 h", list(range(len(GAPS))), texts, start=GAPS.index(1.0), at=at_pixels)], draw)


def _sentence(h, slope, at):
    if h == 0:
        return f"두 점이 만나면 접선이 됩니다. backward()가 구한 x = {said(at)}에서의 기울기는 {said(slope)}입니다."
    return f"h = {said(h)}일 때 두 점을 지나는 직선의 기울기는 {said(slope, 3)}입니다. 점선은 접선입니다."
