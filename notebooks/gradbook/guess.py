"""The first figures of chapter 20: a line through noisy points, by hand with two sliders and then by the gradient."""

import torch

from gradbook.drawing import Drawing, Plane, formula, line_through, said, spread
from gradbook.levels import level_curves
from gradbook.moving import Control, Moving
from gradbook.palette import ACCENT, INK, MUTED, RULE, WARM

WIDTH, HEIGHT = 300, 290  # of each of the two drawings
GRID = 33
LEVELS = (0.25, 0.5, 1, 2, 4, 8)


def draw_guess(xs, ys, ws, bs, start, alt):
    """Draw where the reader's (w, b) stands on the loss's level curves, to be dragged; beside it the points and the line y = w·x + b.

    ws, bs: the values of the two sliders; start: (w, b).
    """
    scene = _Scene(xs, ys, ws, bs)

    def draw(w, b):
        return scene.draw([(w, b)])

    return Moving(alt, [Control("w", ws, [said(w) for w in ws], start=ws.index(start[0]), at=[scene.map.x(w) for w in ws]),
                        Control("b", bs, [said(b) for b in bs], start=bs.index(start[1]), at=[scene.map.y(b) for b in bs])], draw)


def draw_descended(xs, ys, ws, bs, way, alt):
    """The same picture along a way that descent took: [(w, b), ...] before the first step and after each."""
    scene = _Scene(xs, ys, ws, bs)

    def draw(step):
        drawings, sentence = scene.draw(way[:step + 1], room=len(way))
        return drawings, f"{step}걸음 뒤: {sentence}"

    return Moving(alt, [Control("걸음", list(range(len(way))), [f"{step}걸음" for step in range(len(way))], "steps", 1)], draw)


class _Scene:
    def __init__(self, xs, ys, ws, bs):
        self.xs, self.ys = xs, ys
        span = (min(ws), max(ws)), (min(bs), max(bs))
        self.side = Plane(34, 30, 246, 220, (min(xs) - 0.3, max(xs) + 0.3), (min(ys) - 2.5, max(ys) + 2.5))
        self.map = Plane(36, 30, 236, 220, *span)
        columns, rows = (spread(low, high, GRID) for low, high in span)
        heights = [[self.loss(w, b) for w in columns] for b in rows]
        self.curves = [[point for curve in level_curves(columns, rows, heights, level) for point in [*self.map.inside(curve), None]]
                       for level in LEVELS]

    def loss(self, w, b):
        x, y = (torch.tensor(values, dtype=torch.float64) for values in (self.xs, self.ys))
        return ((w * x + b - y) ** 2).mean().item()

    def draw(self, way, room=1):
        """The last of the way as a line and as a point; room: the most places that a way has."""
        w, b = way[-1]
        loss = said(self.loss(w, b), 3)
        return [self._map(way, room, loss), self._line(w, b)], f"w = {said(w)}, b = {said(b)}, 손실 {loss}"

    def _line(self, w, b):
        drawing = Drawing(WIDTH, HEIGHT)
        plane = self.side
        plane.axes(drawing, formula("x"), formula("y"), (-2, -1, 0, 1, 2), (-4, -2, 0, 2, 4, 6))
        gaps = []
        for x, y in zip(self.xs, self.ys):
            gaps += [*plane.inside([(x, y), (x, w * x + b)]), None]
        drawing.path(gaps, WARM, 1.5)
        (x1, y1), (x2, y2) = line_through(plane, 0.0, b, w)
        drawing.line(x1, y1, x2, y2, ACCENT, 2.5)
        for x, y in zip(self.xs, self.ys):
            drawing.circle(*plane.at(x, y), 4, INK)
        return drawing

    def _map(self, way, room, loss):
        drawing = Drawing(WIDTH, HEIGHT)
        plane = self.map
        for points in self.curves:
            drawing.path(points, RULE, 1.2)
        plane.axes(drawing, formula("w"), formula("b"), (-1, 0, 1, 2, 3), (-2, -1, 0, 1, 2))
        places = [plane.at(*place) for place in way]
        drawing.path(places, MUTED, 1.5)
        for place in range(room - 1):
            past = place < len(places) - 1
            drawing.circle(*(places[place] if past else (0, 0)), 3, MUTED, shown=past)
        drawing.circle(*places[-1], 6, ACCENT)
        drawing.text(plane.left + plane.width, 18, f"손실 {loss}", INK, 15, "end", bold=True, halo=False)
        return drawing
