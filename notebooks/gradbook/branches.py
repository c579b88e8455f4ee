"""The third figure of chapter 19: the two ways through torch.where, with the value and the gradient on each."""

import torch

from gradbook.drawing import Drawing, formula, said
from gradbook.moving import Control, Moving
from gradbook.palette import ACCENT, ACCENT_TINT, INK, MUTED, PLAIN_TINT, WARM, WARM_TINT

WAYS = ["where 한 겹", "where 두 겹"]
LEFT, MIDDLE, RIGHT = 96, 176, 262  # the columns
ROWS = {"x": 46, "safe": 122, "as it is": 160, "root": 198, "where": 274, "y": 340}
HEIGHT = 34


def draw_branches(places, start, alt):
    """Draw where(x > 0, √x, x) at a place, once as it stands and once with a safe input for the root.

    places: numbers for x; start: the place of the first.
    """
    def draw(way, x):
        value, slope = _run(x, way == WAYS[1])
        chosen = x > 0
        drawing = Drawing(350, 372)
        drawing.text(8, 18, "아래로: 값", INK, 13, "start", bold=True, halo=False)
        drawing.text(342, 18, "위로: 기울기", WARM, 13, "end", bold=True, halo=False)
        _edge(drawing, (MIDDLE - 20, ROWS["x"]), (LEFT, ROWS["safe"]), chosen, value["left"], slope["left"], LEFT + 30)
        _edge(drawing, (LEFT, ROWS["safe"]), (LEFT, ROWS["root"]), chosen, value["safe"], slope["safe"], LEFT)
        _edge(drawing, (LEFT, ROWS["root"]), (MIDDLE - 20, ROWS["where"]), chosen, value["root"], slope["root"], LEFT + 30)
        _edge(drawing, (MIDDLE + 20, ROWS["x"]), (RIGHT, ROWS["as it is"]), not chosen, value["right"], slope["right"], RIGHT - 33)
        _edge(drawing, (RIGHT, ROWS["as it is"]), (MIDDLE + 20, ROWS["where"]), not chosen, None, None, RIGHT)
        _edge(drawing, (MIDDLE, ROWS["where"]), (MIDDLE, ROWS["y"]), True, None, None, MIDDLE)
        double = way == WAYS[1]
        _box(drawing, MIDDLE, "x", f"{formula('x')} = {said(x)}", 92, ACCENT_TINT)
        _box(drawing, LEFT, "safe", "where(x > 0, x, 1)", 148, PLAIN_TINT, mono=True, shown=double)
        _box(drawing, LEFT, "safe", "그대로", 148, PLAIN_TINT, shown=not double)
        _box(drawing, RIGHT, "as it is", "그대로", 92, PLAIN_TINT)
        _box(drawing, LEFT, "root", "sqrt", 70, PLAIN_TINT, mono=True)
        _box(drawing, MIDDLE, "where", "where", 92, ACCENT_TINT, mono=True)
        drawing.text(MIDDLE, ROWS["y"] + 18, f"결과 {said(value['y'])}", INK, 14, bold=True, halo=False)
        drawing.box(MIDDLE + 98, ROWS["x"], 84, 28, WARM_TINT)
        drawing.text(MIDDLE + 98, ROWS["x"] + 5, f"합 {said(slope['x'])}", WARM, 14, bold=True, halo=False)
        return drawing, _sentence(way, x, value, slope)

    return Moving(alt, [Control("식", WAYS, WAYS, "choice"),
                        Control("x", places, [said(x) for x in places], "choice", start)], draw)


def _run(number, double):
    """The value and the gradient at each stage, by name."""
    x = torch.tensor(number, dtype=torch.float64, requires_grad=True)
    left, right = x.clone(), x.clone()
    safe = torch.where(left > 0, left, 1.0) if double else left.clone()
    root = safe.sqrt()
    y = torch.where(x > 0, root, right)
    stages = {"x": x, "left": left, "right": right, "safe": safe, "root": root, "y": y}
    for stage in stages.values():
        stage.retain_grad()
    y.backward()
    return {name: stage.item() for name, stage in stages.items()}, {name: stage.grad.item() for name, stage in stages.items()}


def _edge(drawing, start, end, chosen, value, slope, column):
    """A way down, with the value at its left and the gradient that comes back up at its right."""
    (x1, y1), (x2, y2) = start, end
    top, bottom = y1 + HEIGHT / 2, y2 - HEIGHT / 2 - 2
    drawing.arrow(x1, top, x2, bottom, ACCENT if chosen else MUTED, 2.5 if chosen else 1.2, 8)
    if value is not None:
        middle = (top + bottom) / 2 + 5
        drawing.text(column - 14, middle, said(value), INK, 14, "end")
        drawing.text(column + 14, middle, said(slope), WARM, 14, "start", bold=True)


def _box(drawing, x, row, text, width, ground, mono=False, shown=True):
    drawing.box(x, ROWS[row], width, HEIGHT, ground, shown=shown)
    drawing.text(x, ROWS[row] + 5, text, INK, 13 if mono else 14, mono=mono, halo=False, shown=shown)


def _sentence(way, x, value, slope):
    kept = "sqrt 쪽" if x > 0 else "오른쪽"
    text = f"{way}, x = {said(x)}: 결과는 {kept}에서 온 {said(value['y'])}입니다. "
    if slope["left"] != slope["left"]:
        return text + f"고르지 않은 sqrt에 온 기울기 {said(slope['root'])}에서 NaN이 나와 합까지 NaN입니다."
    return text + f"왼쪽 {said(slope['left'])}에 오른쪽 {said(slope['right'])}을 더한 기울기는 {said(slope['x'])}입니다."
