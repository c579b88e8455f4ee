"""The figure of chapter 3: the gradient as an arrow on level curves, to be dragged, and the slice in which one variable stays."""

import math

import torch

from gradbook.drawing import Drawing, Plane, formula, line_through, said, spread, ticks
from gradbook.levels import level_curves
from gradbook.moving import Control, Moving
from gradbook.palette import ACCENT, INK, MUTED, RULE, WARM

SPAN = 3.2  # all axes run from -SPAN to SPAN
POINTS = [step / 4 for step in range(-8, 9)]  # where the point can stand, in x and in y
SCALES = [0.3, 0.2, 0.1, 0.05]  # how much of its length the arrow shows: the first that stays inside
GRID = 41
WIDTH = 300  # of each of the two drawings


def draw_gradient(function, at, alt):
    """Draw level curves of z = function(x, y) and the gradient at a point, which starts at `at`; beside it the slice along x.

    function: takes two float64 tensors of one shape and returns z element by element; at: (x, y).
    """
    lines = torch.tensor(spread(-SPAN, SPAN, GRID), dtype=torch.float64)
    heights = function(lines.expand(GRID, GRID), lines.reshape(-1, 1).expand(GRID, GRID)).tolist()
    across, up = (sorted({*POINTS, float(place)}) for place in at)
    x = torch.tensor(across, dtype=torch.float64).repeat(len(up)).requires_grad_()
    y = torch.tensor(up, dtype=torch.float64).repeat_interleave(len(across)).requires_grad_()
    z = function(x, y)
    z.sum().backward()  # every point's own: z of one point does not depend on another
    found = {(px, py): values for px, py, *values in zip(x.tolist(), y.tolist(), z.tolist(), x.grad.tolist(), y.grad.tolist())}
    slices = {py: function(lines, torch.full_like(lines, py)).tolist() for py in up}

    plane = Plane(26, 26, 246, 246, (-SPAN, SPAN), (-SPAN, SPAN))
    low, high = min(map(min, slices.values())), max(map(max, slices.values()))
    side = Plane(30, 46, 242, 226, (-SPAN, SPAN), (low - 0.15 * (high - low), high))
    curves = level_lines(plane, lines.tolist(), heights)

    def draw(px, py):
        height, slope_x, slope_y = found[px, py]
        return [_map(plane, curves, px, py, slope_x, slope_y), _slice(side, lines.tolist(), slices[py], px, py, height, slope_x)], \
            f"점 ({said(px)}, {said(py)})에서 z = {said(height)}, 기울기는 ({said(slope_x)}, {said(slope_y)})입니다."

    def control(name, values, place, to_pixels):
        return Control(name, values, [said(v) for v in values], start=values.index(place), at=[to_pixels(v) for v in values])

    return Moving(alt, [control("x", across, at[0], plane.x), control("y", up, at[1], plane.y)], draw)


def level_lines(plane, lines, heights):
    """[(level, its curves as pixels with None between, where its label stands or None)], labels well apart."""
    found, labels = [], []
    low, high = min(map(min, heights)), max(map(max, heights))
    for level in ticks(low, high, 8):
        pieces = [plane.inside(curve) for curve in level_curves(lines, lines, heights, level)]
        points = [point for piece in pieces for point in piece if point]
        if len(points) < 8:
            continue
        middle = plane.at(0, 0)
        # Up to the left, where the arrow of the starting point does not go; away from the edge and from the other labels.
        free = [p for p in points if all(math.dist(p, q) > 26 for q in labels) and
                plane.left + 16 < p[0] < plane.left + plane.width - 16 and plane.top + 12 < p[1] < plane.top + plane.height - 12]
        label = min(free, key=lambda p: abs(math.atan2(middle[1] - p[1], p[0] - middle[0]) - 2.3), default=None)
        labels += [label] if label else []
        found.append((level, [point for piece in pieces for point in [*piece, None]], label))
    return found


def _map(plane, curves, px, py, slope_x, slope_y):
    drawing = Drawing(WIDTH, 318)
    for _, points, _ in curves:
        drawing.path(points, RULE, 1.2)
    plane.axes(drawing, formula("x"), formula("y"), range(-3, 4), range(-3, 4))
    for level, _, label in curves:
        if label:
            drawing.text(label[0], label[1] + 4, said(level), MUTED, 12)
    drawing.text(plane.left + plane.width, 16, "선 위의 수는 z", MUTED, 12, "end", halo=False)
    length = math.hypot(slope_x, slope_y)
    scale = next((s for s in SCALES if plane.holds(px + s * slope_x, py + s * slope_y)), SCALES[-1])
    (x1, y1), (x2, y2) = plane.at(px, py), plane.at(px + scale * slope_x, py + scale * slope_y)
    some = length > 1e-9
    turn = 26 / length if some else 0  # the level curve's direction: across the gradient
    drawing.line(x1 - turn * slope_y, y1 - turn * slope_x, x1 + turn * slope_y, y1 + turn * slope_x, ACCENT, 2, shown=some)
    drawing.path([(x1, y1), (x2, y1), (x2, y2)], WARM, 1.2, "3 4", shown=some)
    drawing.arrow(x1, y1, x2, y2, WARM, 2.5, 10, shown=some)
    drawing.circle(x1, y1, 7, ACCENT)
    up, right = y2 <= y1, x2 >= x1
    wide, tall = abs(x2 - x1) > 20, abs(y2 - y1) > 20
    drawing.text(_within(plane, (x1 + x2) / 2), y1 + (20 if up else -12), f"∂z/∂x = {said(slope_x)}".translate(_ITALIC), WARM, 13, shown=some and wide)
    room = plane.left + plane.width - x2 if right else x2 - plane.left
    if room > 84:
        spot = x2 + (8 if right else -8), (y1 + y2) / 2 + 5
    else:  # no room beside the leg: over the arrow's tip
        spot = min(max(x2, plane.left + 6), plane.left + plane.width) + (0 if right else 2), y2 + (-10 if up else 20)
        right = not right
    drawing.text(*spot, f"∂z/∂y = {said(slope_y)}".translate(_ITALIC), WARM, 13, "start" if right else "end", shown=some and tall)
    words = f"기울기 ({said(slope_x)}, {said(slope_y)}), 화살표 길이는 그 {said(scale)}배" if some else "기울기가 0이라 화살표가 없습니다"
    drawing.text(plane.left + plane.width, plane.top + plane.height + 38, words, WARM, 12, "end", halo=False)
    return drawing


_ITALIC = {ord("x"): "𝑥", ord("y"): "𝑦", ord("z"): "𝑧"}


def _within(plane, x):
    return min(max(x, plane.left + 44), plane.left + plane.width - 44)


def _slice(side, lines, values, px, py, height, slope_x):
    drawing = Drawing(WIDTH, 318)
    side.axes(drawing, formula("x"), formula("z"), range(-3, 4), ticks(*side.ys))
    drawing.text(side.left + side.width, 16, formula(f"y = {said(py)}일 때의 단면"), INK, 14, "end", bold=True, halo=False)
    drawing.text(side.left + side.width, 36, f"접선의 기울기 ∂z/∂x = {said(slope_x)}".translate(_ITALIC), WARM, 13, "end")
    drawing.path(side.inside(list(zip(lines, values))), INK, 2)
    (x1, y1), (x2, y2) = line_through(side, px, height, slope_x)
    drawing.line(x1, y1, x2, y2, WARM, 2)
    drawing.circle(*side.at(px, height), 7, ACCENT)
    return drawing
