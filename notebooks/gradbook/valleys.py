"""The first figure of chapter 9: steps down two valleys, as long as the learning rate says or as the second derivative says."""

import torch

from gradbook.drawing import Drawing, Plane, formula, said, spread, ticks
from gradbook.moving import Control, Moving
from gradbook.palette import ACCENT, INK, MUTED, WARM

WIDTH = 300  # of each of the two drawings
XS, YS = (0.5, 5.5), (-1.0, 17.0)


def draw_valleys(valleys, start, rate, steps, alt):
    """Draw the way down each valley from w = start: by rate times the slope, or by the slope over the second derivative.

    valleys: {name: (formula, function of a float64 tensor, element by element)}.
    """
    plane = Plane(30, 40, 240, 190, XS, YS)
    xs = torch.tensor(spread(*XS, 81), dtype=torch.float64)
    curves = {name: plane.inside(list(zip(xs.tolist(), function(xs).tolist()))) for name, (_, function) in valleys.items()}
    ways = {(name, by_second): _way(function, start, None if by_second else rate, steps)
            for name, (_, function) in valleys.items() for by_second in (False, True)}

    def draw(by_second, step):
        drawings = [_draw(plane, name, text, curves[name], ways[name, by_second], step) for name, (text, _) in valleys.items()]
        reached = ", ".join(f"{name} w = {said(ways[name, by_second][step][0])}" for name in valleys)
        return drawings, f"{step}걸음 뒤: {reached}"

    return Moving(alt, [Control("한 걸음", [False, True], [f"{said(rate)} × 기울기", "기울기 ÷ 이계도함수"], "choice", 0),
                        Control("걸음", list(range(steps + 1)), [str(step) for step in range(steps + 1)], "steps", 1)], draw)


def _way(function, w, rate, steps):
    """[(w, height)] before the first step and after each; with rate None a step is the slope over the second derivative."""
    found = []
    for _ in range(steps + 1):
        x = torch.tensor(w, dtype=torch.float64, requires_grad=True)
        y = function(x)
        (slope,) = torch.autograd.grad(y, x, create_graph=True)
        (second,) = torch.autograd.grad(slope, x)
        found.append((w, y.item()))
        w -= slope.item() / second.item() if rate is None else rate * slope.item()
    return found


def _draw(plane, name, text, curve, way, step):
    drawing = Drawing(WIDTH, 268)
    plane.axes(drawing, formula("w"), "", range(1, 6), ticks(*plane.ys))
    drawing.text(plane.left, 16, f"{name} {formula(text)}", INK, 14, "start", bold=True, halo=False)
    drawing.path(curve, INK, 2)
    places = [plane.at(*point) for point in way]
    for number, (before, after) in enumerate(zip(places, places[1:]), start=1):
        drawing.line(*before, *after, WARM if number == step else MUTED, 2 if number == step else 1.2, "4 3", shown=number <= step)
    for number, place in enumerate(places):
        drawing.circle(*place, 7 if number == step else 4, ACCENT if number == step else MUTED, shown=number <= step)
    drawing.text(plane.left + plane.width, 36, formula(f"w = {said(way[step][0])}"), ACCENT, 14, "end", bold=True)
    return drawing
