"""The second figure of chapter 14: how far a measured slope is from the true one, by the step that measured it."""

import math

import torch

from gradbook.drawing import Drawing, Plane, formula, said
from gradbook.moving import Control, Moving
from gradbook.palette import ACCENT, MUTED, RULE, WARM

POWERS = list(range(1, 13))  # h = 10⁻¹ … 10⁻¹²
LOWEST = -11  # errors below 10⁻¹¹ are drawn there
DIGITS = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")


def draw_step_error(function, x, slope, at, alt):
    """Draw the error of (f(x + h) − f(x − h)) / 2h over h, both by powers of ten, in float32 and in float64.

    function: of exact operations only, for the error is one of rounding; slope: the true one; at: the power h = 10⁻ᵃᵗ to begin with.
    """
    measured = {dtype: [_measured(function, torch.tensor(x, dtype=dtype), 10.0**-power) for power in POWERS]
                for dtype in (torch.float32, torch.float64)}
    errors = {dtype: [_power(abs(value - slope)) for value in values] for dtype, values in measured.items()}
    plane = Plane(44, 62, 284, 200, (-1.0, -12.0), (LOWEST, 2))
    styles = {torch.float32: ("float32", WARM, "6 4"), torch.float64: ("float64", ACCENT, "")}

    def draw(place):
        power = POWERS[place]
        drawing = Drawing(height=310)
        plane.axes(drawing, formula("h"), "오차")
        for number in range(1, 13, 2):
            drawing.text(plane.x(-number), plane.top + plane.height + 17, _ten(-number), MUTED, 12, halo=False)
        for number in range(-10, 3, 4):
            drawing.line(plane.left, plane.y(number), plane.left + plane.width, plane.y(number), RULE, 1)
            drawing.text(plane.left - 5, plane.y(number) + 4, _ten(number), MUTED, 12, "end", halo=False)
        drawing.line(plane.x(-power), plane.top, plane.x(-power), plane.top + plane.height, MUTED, 1, "2 4")
        for row, (dtype, (name, color, dash)) in enumerate(styles.items()):
            points = [plane.at(-each, error) for each, error in zip(POWERS, errors[dtype])]
            drawing.path(points, color, 2, dash)
            drawing.circle(*points[place], 7, color)
            words = f"{name}로 잰 기울기 {said(measured[dtype][place], 6)}"
            drawing.text(plane.left + plane.width, 18 + 22 * row, words, color, 14, "end", bold=True, halo=False)
        values = [said(measured[dtype][place], 6) for dtype in styles]
        return drawing, f"h = {_ten(-power)}일 때 float32로 잰 기울기는 {values[0]}, float64로 잰 기울기는 {values[1]}입니다."

    texts = [_ten(-power) for power in POWERS]
    return Moving(alt, [Control("간격 h", list(range(len(POWERS))), texts, start=POWERS.index(at), at=[plane.x(-power) for power in POWERS])], draw)


def _measured(function, x, h):
    return ((function(x + h) - function(x - h)) / (2 * h)).item()


def _power(error):
    return max(math.log10(error), LOWEST) if error else LOWEST


def _ten(power):
    return "10" + str(power).translate(DIGITS)
