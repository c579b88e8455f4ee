"""The fourth figure of chapter 19: the larger of x and 0 rounded off by logsumexp, and the slopes of both."""

import torch

from gradbook.drawing import Drawing, Plane, formula, said, spread
from gradbook.moving import Control, Moving
from gradbook.palette import ACCENT, INK, RULE

WIDTH = 300  # of each of the two drawings
SPAN = (-2.0, 2.0)
LINE = spread(*SPAN, 81)
POINTS = spread(*SPAN, 9)


def draw_smoothed(sharps, at, alt):
    """Draw max(x, 0) and logsumexp(t·[x, 0])/t, and their slopes at a point that the reader moves.

    sharps: numbers for t; at: one of POINTS.
    """
    upper, lower = Plane(26, 40, 244, 180, SPAN, (-0.2, 2.2)), Plane(26, 40, 244, 180, SPAN, (-0.1, 1.1))

    def draw(sharp, x):
        heights, slopes = _smooth(LINE, sharp)
        (height,), (slope,) = _smooth([x], sharp)
        edge = _largest(x)
        curve, rates = Drawing(WIDTH, 254), Drawing(WIDTH, 254)
        upper.axes(curve, formula("x"), "", range(-2, 3), range(3))
        curve.path([upper.at(-2, 0), upper.at(0, 0), upper.at(2, 2)], INK, 2)
        curve.path([upper.at(*point) for point in zip(LINE, heights)], ACCENT, 2.5)
        curve.circle(*upper.at(x, height), 7, ACCENT)
        curve.text(upper.left + 6, 22, "max(x, 0)", INK, 13, "start", mono=True, halo=False)
        curve.text(292, 22, f"logsumexp {said(height, 3)}", ACCENT, 13, "end", bold=True, halo=False)
        lower.axes(rates, formula("x"), "", range(-2, 3), (0, 1))
        rates.path([lower.at(-2, 0), lower.at(0, 0), None, lower.at(0, 1), lower.at(2, 1)], INK, 2)
        rates.path([lower.at(SPAN[0], 0.5), lower.at(SPAN[1], 0.5)], RULE, 1)
        rates.path([lower.at(*point) for point in zip(LINE, slopes)], ACCENT, 2.5)
        rates.circle(*lower.at(x, edge), 5, INK)
        rates.circle(*lower.at(x, slope), 6, ACCENT)
        rates.text(lower.left + 6, 22, f"max의 기울기 {said(edge)}", INK, 13, "start", bold=True, halo=False)
        rates.text(292, 22, f"logsumexp {said(slope, 3)}", ACCENT, 13, "end", bold=True, halo=False)
        return [curve, rates], (f"t = {said(sharp)}, x = {said(x)}: max의 기울기는 {said(edge)}, "
                                f"logsumexp의 기울기는 {said(slope, 3)}입니다.")

    return Moving(alt, [Control("t", sharps, [said(sharp) for sharp in sharps], "choice"),
                        Control("x", POINTS, [said(x) for x in POINTS], start=POINTS.index(at), at=[upper.x(x) for x in POINTS])], draw)


def _smooth(places, sharp):
    """logsumexp(t·[x, 0])/t and its slope at each place, rounded: the last bit is the processor's."""
    x = torch.tensor(places, dtype=torch.float64, requires_grad=True)
    y = torch.stack([sharp * x, torch.zeros_like(x)]).logsumexp(dim=0) / sharp
    (slope,) = torch.autograd.grad(y.sum(), x)
    return [[round(value, 6) for value in each.tolist()] for each in (y, slope)]


def _largest(place):
    """The slope of the larger of x and 0."""
    x = torch.tensor(place, dtype=torch.float64, requires_grad=True)
    (slope,) = torch.autograd.grad(torch.maximum(x, torch.zeros_like(x)), x)
    return slope.item()
