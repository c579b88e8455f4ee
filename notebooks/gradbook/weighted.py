"""A figure of chapter 7: the rows of a Jacobian, each times its weight, and the arrows that they add up to."""

import torch

from gradbook.drawing import Drawing, Plane, formula, said, ticks
from gradbook.moving import Control, Moving
from gradbook.palette import ACCENT, ACCENT_TINT, INK, MUTED, RULE, WARM, WARM_TINT

WEIGHTS = [-1, 0, 1, 2]  # what each slider offers
ROW, TOP = 44, 82  # of the table: the rows' pitch, the first row's middle
COLUMNS = [108, 154, 232, 284]  # the middles of the table's numbers: two of the row, two of the weighted row


def draw_weighted(function, at, names, variables, start, alt):
    """The vector–Jacobian product of a function of two numbers at a point, its weights to be moved.

    function: from a float64 vector of two to one of as many as there are names; start: the weights at first.
    """
    x = torch.tensor(at, dtype=torch.float64, requires_grad=True)
    rows = torch.autograd.functional.jacobian(function, x).tolist()
    bounds = [_bounds([row[axis] for row in rows]) for axis in (0, 1)]
    plane = Plane(34, 34, 222, 222, *bounds)

    def draw(*weights):
        parts = [[weight * slope for slope in row] for weight, row in zip(weights, rows)]
        total = [sum(column) for column in zip(*parts)]
        words = ", ".join(f"{name}의 {said(weight)}배" for weight, name in zip(weights, names))
        return [
            _table(rows, names, variables, weights, parts, total),
            _arrows(plane, names, variables, weights, parts, total),
        ], f"{words}를 더하면 기울기는 ({said(total[0])}, {said(total[1])})입니다."

    return Moving(
        alt,
        [
            Control(name, WEIGHTS, [said(weight) for weight in WEIGHTS], start=WEIGHTS.index(first))
            for name, first in zip(names, start)
        ],
        draw,
    )


def _bounds(slopes):
    """The least and the greatest sum that the weights can give, with a little room."""
    low = sum(min(weight * slope for weight in WEIGHTS) for slope in slopes)
    high = sum(max(weight * slope for weight in WEIGHTS) for slope in slopes)
    return low - 1, high + 1


def _table(rows, names, variables, weights, parts, total):
    last = TOP + ROW * len(rows)
    drawing = Drawing(320, last + 40)
    drawing.text(27, 30, "가중치", MUTED, 13, halo=False)
    drawing.text(sum(COLUMNS[:2]) / 2, 30, "야코비안", MUTED, 13, halo=False)
    drawing.text(sum(COLUMNS[2:]) / 2, 30, "곱한 값", MUTED, 13, halo=False)
    for place, column in enumerate(COLUMNS):
        drawing.text(column, 54, f"∂/∂{formula(variables[place % 2])}", MUTED, 13, halo=False)
    for place, (row, name, weight, part) in enumerate(zip(rows, names, weights, parts)):
        y = TOP + ROW * place
        drawing.box(27, y + 2, 38, 32, WARM_TINT, WARM if weight else RULE)
        drawing.text(27, y + 7, said(weight), WARM if weight else MUTED, 16, bold=True, halo=False)
        drawing.text(58, y + 7, "×", MUTED, 15, halo=False)
        drawing.box(sum(COLUMNS[:2]) / 2, y + 2, 106, 38, ACCENT_TINT)
        drawing.text(sum(COLUMNS[:2]) / 2, y + 17, name, ACCENT, 12, halo=False)
        for column, number in zip(COLUMNS, [*row, *part]):
            raised = 3 if column < COLUMNS[2] else 7
            drawing.text(column, y + raised, said(number), INK if weight or raised == 3 else MUTED, 16, halo=False)
        drawing.text((COLUMNS[1] + COLUMNS[2]) / 2, y + 7, "→", MUTED, 15, halo=False)
    drawing.line(COLUMNS[2] - 24, last - 18, COLUMNS[3] + 24, last - 18, INK, 1.5)
    drawing.text(COLUMNS[2] - 34, last + 8, "세로로 더하면", MUTED, 13, "end", halo=False)
    for column, number in zip(COLUMNS[2:], total):
        drawing.text(column, last + 8, said(number), WARM, 18, bold=True, halo=False)
    return drawing


def _arrows(plane, names, variables, weights, parts, total):
    """The weighted rows head to tail, and the arrow from the first tail to the last head."""
    drawing = Drawing(300, 300)
    plane.axes(drawing, "", "", ticks(*plane.xs), ticks(*plane.ys))
    drawing.text(
        plane.left + plane.width, plane.top + plane.height + 34, f"∂/∂{formula(variables[0])}", MUTED, 13, "end", halo=False
    )
    drawing.text(plane.left - 22, plane.top - 12, f"∂/∂{formula(variables[1])}", MUTED, 13, "start", halo=False)
    (zero_x, zero_y), right, bottom = plane.at(0, 0), plane.left + plane.width, plane.top + plane.height
    drawing.path([(plane.left, zero_y), (right, zero_y), None, (zero_x, plane.top), (zero_x, bottom)], RULE, 1)
    x, y = 0.0, 0.0
    for name, weight, part in zip(names, weights, parts):
        (x1, y1), (x2, y2) = plane.at(x, y), plane.at(x + part[0], y + part[1])
        drawing.arrow(x1, y1, x2, y2, ACCENT, 2, shown=weight != 0)
        side = -1 if weight > 0 else 1  # of a rising arrow the label stands on the left, of a falling one on the right
        drawing.text(
            (x1 + x2) / 2 + 8 * side,
            (y1 + y2) / 2 + (10 if side > 0 else -2),
            name,
            ACCENT,
            12,
            "end" if side < 0 else "start",
            shown=weight != 0,
        )
        x, y = x + part[0], y + part[1]
    drawing.arrow(zero_x, zero_y, *plane.at(*total), WARM, 3, 10, shown=any(total))
    drawing.circle(zero_x, zero_y, 4, INK)
    return drawing
