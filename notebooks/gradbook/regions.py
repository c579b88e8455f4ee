"""The moving figure of chapter 13: how a model divides the plane while it learns, and the four answers it gives."""

import torch

from gradbook.drawing import Drawing, Plane, formula, said, spread
from gradbook.levels import level_curves
from gradbook.moving import Control, Moving
from gradbook.palette import ACCENT, ACCENT_TINT, INK, MUTED, RULE, WARM, WARM_TINT

WIDTH, HEIGHT = 300, 292
SPAN = (-0.5, 1.5)
GRID = 33
MARGIN = 1e-6  # the frame of low ground around the plane, which closes every curve


def draw_regions(models, points, answers, rate, steps, alt):
    """Train each model with SGD on the binary cross entropy; show where its output is over one half after some steps.

    models: {name: function that makes one, of float64}; points: pairs of numbers; answers: 0 or 1 for each; steps: when to look.
    """
    plane = Plane(30, 30, 236, 236, SPAN, SPAN)
    lines = spread(*SPAN, GRID)
    frames = {name: _train(make(), lines, points, answers, rate, steps) for name, make in models.items()}
    regions = {(name, step): _region(plane, lines, frames[name][step][2]) for name in models for step in steps}

    def draw(name, step):
        loss, outputs, _ = frames[name][step]
        return [_map(plane, regions[name, step], points, answers), _answers(points, answers, outputs, loss)], \
            f"{name}, {step}걸음 뒤: 손실 {said(loss, 3)}, 네 점의 출력 {', '.join(map(said, outputs))}"

    return Moving(alt, [Control("모델", list(models), list(models), "choice", len(models) - 1),
                        Control("걸음", list(steps), [f"{step}걸음" for step in steps], "steps", len(steps) - 1)], draw)


def _train(model, lines, points, answers, rate, steps):
    """{step: (loss, output of each point, score of each place of the grid)}."""
    inputs = torch.tensor(points, dtype=torch.float64)
    targets = torch.tensor(answers, dtype=torch.float64).unsqueeze(1)
    grid = torch.tensor([[x, y] for y in lines for x in lines], dtype=torch.float64)
    optimizer = torch.optim.SGD(model.parameters(), lr=rate)
    found = {}
    for step in range(max(steps) + 1):
        optimizer.zero_grad()
        scores = model(inputs)
        loss = torch.nn.functional.binary_cross_entropy_with_logits(scores, targets)
        if step in steps:
            with torch.no_grad():
                found[step] = loss.item(), torch.sigmoid(scores).flatten().tolist(), model(grid).flatten().tolist()
        loss.backward()
        optimizer.step()
    return found


def _region(plane, lines, scores):
    """The outline of the places whose score is over 0, as pixels with None between its pieces."""
    largest = max(map(abs, scores)) or 1.0  # a model that says one half everywhere still has a line
    rows = [[score / largest for score in scores[start:start + GRID]] for start in range(0, GRID * GRID, GRID)]
    low = [-1.0] * (GRID + 2)
    heights = [low, *([-1.0, *row, -1.0] for row in rows), low]
    ends = [lines[0] - MARGIN, *lines, lines[-1] + MARGIN]
    return [point for curve in level_curves(ends, ends, heights, 0.0) for point in [*_bends([plane.at(*p) for p in curve]), None]]


def _bends(points):
    """A polyline without the points that lie on the way from the last one kept to the next."""
    kept = points[:1]
    for point, following in zip(points[1:], points[2:]):
        (x0, y0), (x1, y1), (x2, y2) = kept[-1], point, following
        # Rounded, for a bend just at the limit would be kept or not by the processor's last bit.
        if round(abs((x1 - x0) * (y2 - y0) - (y1 - y0) * (x2 - x0)), 2) > 0.55:
            kept.append(point)
    return [*kept, points[-1]]


def _map(plane, region, points, answers):
    drawing = Drawing(WIDTH, HEIGHT)
    drawing.box(plane.left + plane.width / 2, plane.top + plane.height / 2, plane.width, plane.height, WARM_TINT, radius=0, line=0)
    drawing.path(region, ACCENT, 1.5, fill=ACCENT_TINT)
    plane.axes(drawing, formula("a"), formula("b"), (0, 1), (0, 1))
    for (x, y), answer in zip(points, answers):
        color = ACCENT if answer else WARM
        drawing.circle(*plane.at(x, y), 11, color)
        drawing.text(plane.x(x), plane.y(y) + 5, said(answer), ACCENT_TINT if answer else WARM_TINT, 14, bold=True, halo=False)
    return drawing


def _answers(points, answers, outputs, loss):
    drawing = Drawing(WIDTH, HEIGHT)
    left, right = 96, 270
    drawing.text(left - 78, 18, f"손실 {said(loss, 3)}", INK, 15, "start", bold=True, halo=False)
    for place, ((x, y), answer, output) in enumerate(zip(points, answers, outputs)):
        level = 70 + 52 * place
        color = ACCENT if answer else WARM
        drawing.text(left - 78, level + 5, f"({said(x)}, {said(y)})", INK, 14, "start", halo=False)
        drawing.line(left, level, right, level, RULE, 4)
        drawing.line((left + right) / 2, level - 10, (left + right) / 2, level + 10, MUTED, 1)
        goal = right if answer else left
        drawing.circle(goal, level, 9, "none", color, 2)
        spot = left + (right - left) * output
        drawing.circle(spot, level, 6, color)
        drawing.text(min(max(spot, left + 8), right - 8), level - 14, said(output), color, 13, bold=True)
    for name, spot in (("0", left), ("출력", (left + right) / 2), ("1", right)):
        drawing.text(spot, HEIGHT - 12, name, MUTED, 12, halo=False)
    return drawing
