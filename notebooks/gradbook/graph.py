"""Draw the computation graph that a tensor remembers, read from its grad_fn, with what its nodes hold."""

import sys

from matplotlib.patches import FancyArrowPatch
from matplotlib.path import Path

from gradbook.layout import layers, places
from gradbook.numbers import fit, number, width
from gradbook.palette import ACCENT, ACCENT_TINT, INK, MUTED, PLAIN_TINT, WARM
from gradbook.shapes import draw_box
from gradbook.source import variables
from gradbook.style import MONOSPACE, blank_axes, canvas, styled
from gradbook.svg import Picture
from gradbook.trace import trace

WIDE, NARROW = 168, 104  # a box, and the least one
ROOM = 365  # units that a phone shows at full size
LINE, GAP_X, GAP_Y, MARGIN = 20, 14, 38, 8


@styled
def draw_graph(result, alt, **names):
    """Draw the functions from result.grad_fn down to the leaves, with the value each made; the arrows go the way backward()
    goes. Once a leaf has its .grad, the nodes carry their gradients too: a leaf its .grad, another what torch retained or,
    while the record is whole, what one more pass hands it.

    names: what to call leaves that no variable of the caller holds, as in draw_graph(z, alt="…", x=x, y=y).
    Raises ValueError if result has no grad_fn, that is, nothing was recorded.
    """
    if result.grad_fn is None:
        raise ValueError("grad_fn이 없어 그릴 계산이 없습니다. requires_grad=True인 텐서로 계산한 결과를 넣습니다.")
    seen = {**names, **variables(sys._getframe(2))}  # the frame between is that of `styled`
    order = trace(result, seen)
    back = _take_gradients(order, seen.values())
    found = layers(order, lambda node: node.inputs)
    box, wide, place = places(found, ROOM, range(WIDE, NARROW - 1, -4), GAP_X, MARGIN)
    high = LINE * (3 if back else 2) + 8
    height = 2 * MARGIN + len(found) * (high + GAP_Y) - GAP_Y
    axes = blank_axes(fig := canvas(wide / 100, height / 100), wide, height)

    def point(spot):
        """Its middle: the result at the top, the leaves at the bottom."""
        return place[spot], height - MARGIN - high / 2 - spot.layer * (high + GAP_Y)

    for layer in found:
        for spot in layer:
            for target, _ in spot.targets:
                _arrow(axes, point(spot), point(target), high / 2, spot.node, target.node)
            if spot.node is not None:
                _box(axes, *point(spot), box, high, spot.node, back)
    return Picture(fig, alt)


def _take_gradients(order, tensors):
    """Give the leaves their .grad and the others what was retained; whether there is any .grad yet."""
    retained = {tensor.grad_fn: tensor.grad for tensor in tensors if tensor.grad_fn is not None and tensor.retains_grad}
    back = False
    for node in order:
        if node.leaf:
            node.gradient = node.function.variable.grad
            back = back or node.gradient is not None
        elif retained.get(node.function) is not None:
            node.gradient = retained[node.function]
    return back


def _box(axes, x, y, box, high, node, back):
    """The function's name, what it made, and the gradient that came to it."""
    draw_box(axes, x, y, box, high, ACCENT_TINT if node.leaf else PLAIN_TINT, radius=7)
    title = node.title if node.leaf or box > 120 else node.title.removesuffix("Backward0")
    rows = [(fit(title, box / 8.2), {"size": 9.5, "color": ACCENT if node.leaf else MUTED, "family": MONOSPACE})]
    rows.append((_held(node, box / 8.4), {"size": 11, "color": INK}))
    if back and node.gradient is not None:
        rows.append((fit(f"기울기 {_shown(node.gradient)}", box / 8.4), {"size": 11, "color": WARM}))
    top = y + LINE * (len(rows) - 1) / 2 - 5
    for row, (text, look) in enumerate(rows):
        axes.text(x, top - LINE * row, text, ha="center", va="baseline", **look)


def _held(node, letters):
    """What a node is and holds, as much of it as its box has room for."""
    meaning = "" if node.leaf else node.korean
    value = "" if node.value is None else _shown(node.value)
    named = f"{node.name} = {value}" if node.name and value else value
    return next((words for words in (f"{meaning} {named}".strip(), named) if width(words) <= letters), fit(named, letters))


def _shown(tensor):
    """A tensor's value; one number in a list keeps its brackets, as torch prints it."""
    text = number(tensor)
    return f"[{text}]" if tensor.numel() == 1 and tensor.dim() == 1 else text


def _arrow(axes, start, end, half, source, target):
    """A gentle curve from under one box to the top of the next; past a layer it goes straight down and has no head."""
    top, bottom = start[1] - half, end[1] + half
    middle = (top + bottom) / 2
    points = [(start[0], top), (start[0], middle), (end[0], middle), (end[0], bottom)]
    codes = [Path.MOVETO, Path.CURVE4, Path.CURVE4, Path.CURVE4]
    if target is None:
        points.append((end[0], end[1] - half))
        codes.append(Path.LINETO)
    style = "-|>,head_length=5,head_width=2.5" if target is not None else "-"
    shrink = {"shrinkA": 0 if source is None else 2, "shrinkB": 0 if target is None else 2}
    axes.add_patch(FancyArrowPatch(path=Path(points, codes), arrowstyle=style, color=WARM, linewidth=1.4, **shrink))
