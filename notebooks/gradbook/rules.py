"""The first figure of chapter 14: the slope that a rule gives against the slope measured by moving the input a little."""

import torch

from gradbook.drawing import Drawing, Plane, formula, line_through, said, spread, ticks
from gradbook.moving import Control, Moving
from gradbook.palette import ACCENT, INK, RULE, WARM

SPAN = (-2.0, 2.0)
POINTS = spread(*SPAN, 17)  # where the point can stand: every quarter
STEP = 1e-6


def draw_rules(function, label, rules, rule, at, alt):
    """Draw y = function(x) and, at a point, the line with the rule's slope and the line with the measured one.

    function: takes a float64 tensor, element by element; rules: {formula: such a function}; rule: the one to begin with;
    at: where the point begins, a multiple of 1/4.
    """
    line, x = (torch.tensor(places, dtype=torch.float64) for places in (spread(*SPAN, 81), POINTS))
    measured = _rounded((function(x + STEP) - function(x - STEP)) / (2 * STEP))
    heights = dict(zip(POINTS, zip(_rounded(function(x)), measured)))
    told = {name: dict(zip(POINTS, _rounded(slope(x)))) for name, slope in rules.items()}
    curve = list(zip(line.tolist(), _rounded(function(line))))
    plane = Plane(30, 64, 300, 216, SPAN, (-8.0, 8.0))

    def draw(name, place):
        height, slope = heights[place]
        rule_slope = told[name][place]
        drawing = Drawing(height=312)
        plane.axes(drawing, formula("x"), "", range(-2, 3), ticks(*plane.ys))
        drawing.line(*plane.at(SPAN[0], 0), *plane.at(SPAN[1], 0), RULE, 1)
        drawing.path(plane.inside(curve), INK, 2)
        for steep, color, dash in ((slope, ACCENT, ""), (rule_slope, WARM, "6 4")):
            (x1, y1), (x2, y2) = line_through(plane, place, height, steep)
            drawing.line(x1, y1, x2, y2, color, 2, dash)
        drawing.circle(*plane.at(place, height), 7, INK)
        drawing.text(plane.left, 18, formula(f"y = {label}"), INK, 15, "start", bold=True, halo=False)
        right = plane.left + plane.width
        drawing.text(right, 18, f"수치 미분 {said(slope)}", ACCENT, 14, "end", bold=True, halo=False)
        drawing.text(right, 40, f"규칙 {formula(name)} → {said(rule_slope)}", WARM, 14, "end", bold=True, halo=False)
        return drawing, _sentence(name, place, slope, rule_slope)

    names = list(rules)
    return Moving(alt, [Control("규칙", names, [formula(name) for name in names], "choice", names.index(rule)),
                        Control("x", POINTS, [said(place) for place in POINTS], start=POINTS.index(at), at=[plane.x(place) for place in POINTS])], draw)


def _rounded(values):
    """As numbers without the last digits, which are the processor's, and without a negative zero."""
    return [round(value, 4) + 0.0 for value in values.tolist()]


def _sentence(name, place, slope, rule_slope):
    both = f"x = {said(place)}에서 수치 미분은 {said(slope)}, 규칙 {formula(name)}의 기울기는 {said(rule_slope)}입니다."
    return both + (" 두 기울기가 같습니다." if abs(slope - rule_slope) < 0.01 else " 두 기울기가 어긋납니다.")
