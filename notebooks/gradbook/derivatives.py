"""The second figure of chapter 9: a curve with its tangent and its parabola, and below it the first and second derivative."""

import torch

from gradbook.drawing import Drawing, Plane, formula, line_through, said, spread
from gradbook.moving import Control, Moving
from gradbook.palette import ACCENT, INK, MUTED, RULE, WARM

WIDTH = 300  # of each of the two drawings
SPAN = (-3.0, 3.0)
POINTS = spread(*SPAN, 25)  # where the point can stand: every quarter
LINE = spread(*SPAN, 121)
JUMP = 0.6  # a derivative that changes more from one point of the line to the next is drawn with a gap


def draw_derivatives(functions, at, alt):
    """Draw y = f(x), its tangent and the parabola with the same second derivative at a point, and f′ and f″ beside them.

    functions: {formula: function of a float64 tensor, element by element}; at: where the point starts, a multiple of 1/4.
    """
    upper, lower = Plane(26, 40, 244, 200, SPAN, (-2.2, 3.2)), Plane(26, 40, 244, 200, SPAN, (-2.2, 2.2))
    lines = {name: _derivatives(function, LINE) for name, function in functions.items()}
    points = {name: dict(zip(POINTS, zip(*_derivatives(function, POINTS)))) for name, function in functions.items()}

    def draw(name, x):
        height, slope, second = points[name][x]
        return [_curve(upper, name, lines[name][0], x, height, slope, second), _both(lower, lines[name], x, slope, second)], \
            f"x = {said(x)}에서 값 {said(height)}, 기울기 {said(slope)}, 이계도함수 {said(second)}.{_bend(second)}"

    names = list(functions)
    return Moving(alt, [Control("함수", names, [formula(name) for name in names], "choice", 0),
                        Control("x", POINTS, [said(x) for x in POINTS], start=POINTS.index(at), at=[upper.x(x) for x in POINTS])], draw)


def _derivatives(function, places):
    """Value, first and second derivative at each place, as three lists."""
    x = torch.tensor(places, dtype=torch.float64, requires_grad=True)
    y = function(x)
    (slope,) = torch.autograd.grad(y.sum(), x, create_graph=True)
    (second,) = torch.autograd.grad(slope.sum(), x)
    # Rounded: a last bit, which is the processor's, decides neither a sign nor where a curve leaves the picture.
    return [[round(value, 6) + 0.0 for value in each.tolist()] for each in (y, slope, second)]


def _bend(second):
    """What the sign says. 0 says nothing: the curve may be straight here, turn from one side to the other, or have a kink."""
    return "" if second == 0 else " 곡선이 위로 휩니다." if second > 0 else " 곡선이 아래로 휩니다."


def _curve(plane, name, heights, x, height, slope, second):
    drawing = Drawing(WIDTH, 272)
    _axes(drawing, plane, range(-2, 4))
    drawing.text(plane.left, 16, formula(f"y = {name}"), INK, 14, "start", bold=True, halo=False)
    drawing.path(plane.inside(list(zip(LINE, heights))), INK, 2)
    (x1, y1), (x2, y2) = line_through(plane, x, height, slope)
    drawing.line(x1, y1, x2, y2, WARM, 1.5)
    near = [x + gap for gap in spread(-1.5, 1.5, 25)]
    bent = [(each, height + slope * (each - x) + second / 2 * (each - x) ** 2) for each in near]
    drawing.path(plane.inside(bent), ACCENT, 2.5, "5 4")
    drawing.circle(*plane.at(x, height), 7, INK)
    drawing.text(plane.left + plane.width, 16, "접선", WARM, 13, "end", halo=False)
    drawing.text(plane.left + plane.width, 33, "휜 정도가 같은 포물선", ACCENT, 13, "end", halo=False)
    return drawing


def _both(plane, lines, x, slope, second):
    drawing = Drawing(WIDTH, 272)
    _axes(drawing, plane, range(-2, 3))
    for values, color, dash in ((lines[1], WARM, ""), (lines[2], ACCENT, "5 4")):
        drawing.path(_inside(plane, values), color, 2, dash)
    drawing.line(*plane.at(x, plane.ys[0]), *plane.at(x, plane.ys[1]), MUTED, 1, "2 4")
    drawing.circle(*plane.at(x, slope), 6, WARM)
    drawing.circle(*plane.at(x, second), 6, ACCENT)
    drawing.text(plane.left + plane.width, 16, f"도함수 {said(slope)}", WARM, 13, "end", bold=True, halo=False)
    drawing.text(plane.left + plane.width, 33, f"이계도함수 {said(second)}", ACCENT, 13, "end", bold=True, halo=False)
    return drawing


def _axes(drawing, plane, numbers):
    plane.axes(drawing, formula("x"), "", range(-3, 4), numbers)
    drawing.line(*plane.at(SPAN[0], 0), *plane.at(SPAN[1], 0), RULE, 1)


def _inside(plane, values):
    """The line through the values, lifted where they jump."""
    pieces, piece = [], []
    for point in zip(LINE, values):
        if piece and abs(point[1] - piece[-1][1]) > JUMP:
            pieces.append(piece)
            piece = []
        piece.append(point)
    return [point for each in [*pieces, piece] for point in [*plane.inside(each), None]]
