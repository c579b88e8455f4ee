"""A figure of chapter 8: gradient descent and Newton's step on the level curves of one function."""

import torch

from gradbook.drawing import Drawing, Plane, formula, said, spread
from gradbook.levels import level_curves
from gradbook.moving import Control, Moving
from gradbook.palette import ACCENT, MUTED, RULE, WARM

GRID = 41
WAYS = [("경사하강법", False), ("뉴턴법", True)]


def draw_curvature(function, start, rate, steps, span, levels, alt):
    """Draw the way from `start` by gradient descent with the learning rate `rate`, or by steps that the Hessian corrects.

    function: takes a float64 vector of two and returns a scalar; span: ((a from, a to), (b from, b to)); levels: of the curves.
    """
    columns, rows = (spread(low, high, GRID) for low, high in span)
    heights = [[function(torch.tensor([a, b], dtype=torch.float64)).item() for a in columns] for b in rows]
    plane = Plane(30, 40, 300, 250, *span)
    curves = [
        [point for curve in level_curves(columns, rows, heights, level) for point in [*plane.inside(curve), None]]
        for level in levels
    ]
    ways = {newton: _walk(function, start, rate, steps, newton) for _, newton in WAYS}

    def draw(count, newton):
        way = ways[newton]
        drawing = Drawing(height=330)
        for points in curves:
            drawing.path(points, RULE, 1.2)
        plane.axes(drawing, formula("a"), formula("b"), _whole(span[0]), _whole(span[1]))
        for place in range(steps):
            taken = place < count and way[place] != way[place + 1]
            drawing.arrow(*plane.at(*way[place]), *plane.at(*way[place + 1]), WARM, 2, 8, shown=taken)
        for place in range(steps + 1):
            drawing.circle(
                *plane.at(*way[place]), 6 if place == count else 3, ACCENT if place == count else WARM, shown=place <= count
            )
        x, y = way[count]
        drawing.text(352, 20, f"{count}걸음: ({said(x)}, {said(y)})", ACCENT, 14, "end", bold=True, halo=False)
        drawing.text(8, 20, "헤시안으로" if newton else f"학습률 {said(rate)}", MUTED, 13, "start", halo=False)
        height = function(torch.tensor(way[count], dtype=torch.float64)).item()
        return drawing, f"{count}걸음 뒤 점은 ({said(x)}, {said(y)}), 함수의 값은 {said(height)}입니다."

    return Moving(
        alt,
        [
            Control("걸음", list(range(steps + 1)), [f"{count}걸음" for count in range(steps + 1)], "steps", 1),
            Control("방법", [way for _, way in WAYS], [name for name, _ in WAYS], "choice", 0),
        ],
        draw,
    )


def _walk(function, start, rate, steps, newton):
    way = [tuple(start)]
    for _ in range(steps):
        x = torch.tensor(way[-1], dtype=torch.float64)
        slope = torch.func.grad(function)(x)
        move = torch.linalg.solve(torch.func.hessian(function)(x), slope) if newton else rate * slope
        way.append(tuple((x - move).tolist()))
    return way


def _whole(span):
    return [value for value in range(-9, 10) if span[0] <= value <= span[1]]
