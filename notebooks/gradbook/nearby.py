"""A figure of chapter 8: what a function makes of a small square, and the parallelogram that its Jacobian makes of it."""

import math

import torch

from gradbook.drawing import Drawing, Plane, said, spread
from gradbook.moving import Control, Moving
from gradbook.palette import ACCENT, ACCENT_TINT, INK, MUTED, RULE, WARM

SIZES = [(1.0, "1"), (0.5, "1/2"), (0.25, "1/4"), (0.125, "1/8"), (0.0625, "1/16")]
SIDE = 9  # points along each side of the square


def draw_nearby(function, points, alt):
    """Draw the square at a point as the function bends it, magnified until its side is 1 again.

    function: takes a float64 vector of two and returns such a vector; points: a list of (x₁, x₂).
    """
    across = spread(0.0, 1.0, SIDE)
    outline = (
        [(t, 0.0) for t in across] + [(1.0, t) for t in across] + [(1 - t, 1.0) for t in across] + [(0.0, 1 - t) for t in across]
    )
    before, after = Plane(24, 118, 62, 62, (0, 1), (0, 1)), Plane(134, 34, 217, 217, (-0.7, 2.8), (-0.7, 2.8))  # one scale

    def draw(size, point):
        start = torch.tensor(point, dtype=torch.float64)
        middle = function(start)
        (a, b), (c, d) = torch.func.jacrev(function)(start).tolist()
        corners = torch.tensor(outline, dtype=torch.float64)
        bent = [((function(start + size * move) - middle) / size).tolist() for move in corners]
        drawing = Drawing(height=292)
        drawing.text(8, 22, "정사각형", INK, 14, "start", bold=True, halo=False)
        drawing.text(352, 22, "함수를 지나면", INK, 14, "end", bold=True, halo=False)
        drawing.path([before.at(*move) for move in outline], MUTED, 1, fill=ACCENT_TINT, closed=True)
        _arrows(drawing, before, (1, 0), (0, 1))
        drawing.text(before.x(0.5), before.y(0) + 34, f"한 변 {dict(SIZES)[size]}", INK, 13, halo=False)
        drawing.path([after.at(0, -0.7), after.at(0, 2.8)], RULE, 1)
        drawing.path([after.at(-0.7, 0), after.at(2.8, 0)], RULE, 1)
        drawing.path([after.at(*place) for place in bent], MUTED, 1.5, fill=ACCENT_TINT, closed=True)
        drawing.path([after.at(*place) for place in ((0, 0), (a, c), (a + b, c + d), (b, d))], INK, 1.5, "5 4", closed=True)
        _arrows(drawing, after, (a, c), (b, d))
        drawing.text(8, 276, "야코비안의 열", MUTED, 13, "start", halo=False)
        drawing.text(120, 276, f"({said(a)}, {said(c)})", ACCENT, 14, "start", bold=True, halo=False)
        drawing.text(220, 276, f"({said(b)}, {said(d)})", WARM, 14, "start", bold=True, halo=False)
        far = max(math.dist((x, y), (u, v)) for (x, y), (u, v) in zip(bent, [(a * s + b * t, c * s + d * t) for s, t in outline]))
        return drawing, _sentence(size, far)

    return Moving(
        alt,
        [
            Control("한 변의 길이", [size for size, _ in SIZES], [text for _, text in SIZES], start=0),
            Control("점", points, [f"({said(x)}, {said(y)})" for x, y in points], "choice", 0),
        ],
        draw,
    )


def _arrows(drawing, plane, first, second):
    for (x, y), color in ((first, ACCENT), (second, WARM)):
        drawing.arrow(*plane.at(0, 0), *plane.at(x, y), color, 2.5, 10)


def _sentence(size, far):
    return f"한 변이 {dict(SIZES)[size]}일 때, 확대한 그림에서 색칠한 모양과 점선은 가장 먼 곳이 {said(far)}만큼 어긋납니다."
