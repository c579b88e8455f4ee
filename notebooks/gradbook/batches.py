"""A figure of chapter 7: gradient descent on the sum and on the mean of as many losses as there are data."""

import torch

from gradbook.drawing import Drawing, Plane, formula, said
from gradbook.moving import Control, Moving
from gradbook.palette import ACCENT, INK, MUTED, RULE, WARM

STEPS = 5
WAYS = [("합", torch.sum, WARM), ("평균", torch.mean, ACCENT)]


def draw_batches(sizes, target, rate, alt):
    """How w goes from 0 towards the target, each of `size` data asking for the same w, at one learning rate."""
    plane = Plane(34, 40, 276, 200, (0, STEPS), (-5, 17))

    def draw(size):
        drawing = Drawing(height=286)
        plane.axes(drawing, "", formula("w"), range(STEPS + 1), range(-4, 17, 4))
        drawing.text(plane.left + plane.width, plane.top + plane.height + 36, "걸음", MUTED, 13, "end", halo=False)
        level = plane.y(target)
        drawing.line(plane.left, level, plane.left + plane.width, level, RULE, 1.5, "5 4")
        paths = {}
        for place, (name, reduce, color) in enumerate(WAYS):
            walked = paths[name] = _walk(size, target, rate, reduce)
            points = list(enumerate(walked))
            drawing.path(plane.inside(points), color, 4 if place == 0 else 2)
            for point in points:
                drawing.circle(*plane.at(*point), 6 if place == 0 else 4, color, shown=plane.holds(*point))
            drawing.line(150 + 88 * place, 20, 172 + 88 * place, 20, color, 4 if place == 0 else 2)
            drawing.text(178 + 88 * place, 25, name, INK, 14, "start", bold=True, halo=False)
        drawing.text(plane.left + plane.width + 6, level + 4, f"목표 {said(target)}", MUTED, 12, "start", halo=False)
        words = ", ".join(f"{name}으로는 w가 {', '.join(map(said, walked[1:4]))} …" for name, walked in paths.items())
        return drawing, f"데이터 {size}개: {words}"

    return Moving(alt, [Control("데이터의 수", sizes, [f"{size}개" for size in sizes], "choice", len(sizes) - 1)], draw)


def _walk(size, target, rate, reduce):
    """w before the first step and after each."""
    w = torch.tensor(0.0, dtype=torch.float64, requires_grad=True)
    walked = [w.item()]
    for _ in range(STEPS):
        (slope,) = torch.autograd.grad(reduce((w * torch.ones(size, dtype=torch.float64) - target) ** 2), w)
        with torch.no_grad():
            w -= rate * slope
        walked.append(w.item())
    return walked
