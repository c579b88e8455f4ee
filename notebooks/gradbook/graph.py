"""Draw the computation graph that a tensor remembers, read from its grad_fn alone."""

from matplotlib.patches import FancyArrowPatch
from matplotlib.path import Path

from gradbook.palette import ACCENT, ACCENT_TINT, INK, MUTED, PLAIN_TINT, WARM
from gradbook.shapes import draw_box
from gradbook.style import MONOSPACE, blank_axes, canvas, styled
from gradbook.svg import Picture

BOX_WIDTH, BOX_HEIGHT = 150, 46
GAP_X, GAP_Y = 28, 38
MARGIN = 16

MEANINGS = {
    "AddBackward0": "더하기",
    "SubBackward0": "빼기",
    "MulBackward0": "곱하기",
    "DivBackward0": "나누기",
    "PowBackward0": "거듭제곱",
    "SumBackward0": "합",
    "MeanBackward0": "평균",
    "StackBackward0": "쌓기",
}


@styled
def draw_graph(result, alt, **names):
    """Draw the functions from result.grad_fn down to the leaves; the arrows go the way backward() goes.

    names: the leaves to name in the picture, as in draw_graph(z, alt="…", x=x, y=y).
    Raises ValueError if result has no grad_fn, that is, nothing was recorded.
    """
    if result.grad_fn is None:
        raise ValueError("grad_fn이 없어 그릴 계산이 없습니다. requires_grad=True인 텐서로 계산한 결과를 넣습니다.")
    layers = _layers(result.grad_fn)
    place = _places(layers)

    width = 2 * MARGIN + max(len(layer) for layer in layers) * (BOX_WIDTH + GAP_X) - GAP_X
    height = 2 * MARGIN + len(layers) * (BOX_HEIGHT + GAP_Y) - GAP_Y
    fig = canvas(width / 100, height / 100)
    axes = blank_axes(fig, width, height)
    for layer in layers:
        for node in layer:
            x, y = _point(place[node], width, height)
            for target in node.targets:
                _arrow(axes, (x, y), _point(place[target], width, height), node, target)
            if node.function is not None:
                _box(axes, x, y, node.function, names)
    return Picture(fig, alt)


class _Node:
    """One function of the graph, or, with function None, the bend of an arrow that passes a layer."""

    def __init__(self, function, targets=()):
        self.function = function
        self.targets = list(targets)


def _layers(root):
    """The nodes by distance from the result, each function as far as its longest path, long arrows bent per layer."""
    order = _topological(root)
    depth = {root: 0}
    for function in order:
        for target in _inputs(function):
            depth[target] = max(depth.get(target, 0), depth[function] + 1)
    leaves = [function for function in order if not _inputs(function)]
    last = max(depth.values())
    depth.update(dict.fromkeys(leaves, last))

    node = {function: _Node(function) for function in order}
    layers = [[node[function] for function in order if depth[function] == level] for level in range(last + 1)]
    for function in order:
        for target in _inputs(function):
            source = node[function]
            for level in range(depth[function] + 1, depth[target]):
                bend = _Node(None)
                layers[level].append(bend)
                source.targets.append(bend)
                source = bend
            source.targets.append(node[target])
    return layers


def _inputs(function):
    return [target for target, _ in function.next_functions if target is not None]


def _topological(root):
    """Every function after all functions that point to it; without recursion, for long chains."""
    done, order, stack = set(), [], [(root, False)]
    while stack:
        function, finished = stack.pop()
        if finished:
            order.append(function)
        elif function not in done:
            done.add(function)
            stack.append((function, True))
            stack.extend((target, False) for target in _inputs(function))
    return order[::-1]


def _places(layers):
    """Where each node goes: its layer, and its slot counted from the layer's middle, near the nodes that point to it."""
    place = {}
    for level, layer in enumerate(layers):
        if level:
            above = {id(node): [] for node in layer}
            for source in layers[level - 1]:
                for target in source.targets:
                    above[id(target)].append(place[source][1])
            layer.sort(key=lambda node: sum(above[id(node)]) / max(1, len(above[id(node)])))
        for slot, node in enumerate(layer):
            place[node] = (level, slot - (len(layer) - 1) / 2)
    return place


def _point(place, width, height):
    """The middle of a node, in the figure's units: the result at the top, the leaves at the bottom."""
    level, slot = place
    y = height - MARGIN - BOX_HEIGHT / 2 - level * (BOX_HEIGHT + GAP_Y)
    return width / 2 + slot * (BOX_WIDTH + GAP_X), y


def _box(axes, x, y, function, names):
    leaf = not _inputs(function)
    draw_box(axes, x, y, BOX_WIDTH, BOX_HEIGHT, ACCENT_TINT if leaf else PLAIN_TINT, radius=7)
    name = function.name().split("::")[-1]  # torch::autograd::AccumulateGrad → AccumulateGrad
    text = {"ha": "center", "va": "baseline"}
    if leaf:
        axes.text(x, y + 4, _leaf_text(function.variable, names), size=11, color=INK, family=MONOSPACE, **text)
        axes.text(x, y - 14, name, size=10, color=ACCENT, family=MONOSPACE, **text)
    else:
        meaning = MEANINGS.get(name, "")
        axes.text(x, y + (4 if meaning else -4), name, size=11, color=INK, family=MONOSPACE, **text)
        axes.text(x, y - 14, meaning, size=10, color=MUTED, **text)


def _leaf_text(variable, names):
    name = next((name for name, tensor in names.items() if tensor is variable), "")
    values = variable.tolist()
    text = f"{values:g}" if isinstance(values, float) else _short_list(values)
    return f"{name} = {text}" if name else text


def _short_list(values):
    text = str(values).replace(".0", ".")
    return text if len(text) <= 14 else text[:13] + "…"


def _arrow(axes, start, end, source, target):
    """A gentle curve from under one box to the top of the next; where it only bends, it has no head."""
    top = start[1] - (BOX_HEIGHT / 2 if source.function is not None else 0)
    bottom = end[1] + (BOX_HEIGHT / 2 if target.function is not None else 0)
    middle = (top + bottom) / 2
    curve = Path(
        [(start[0], top), (start[0], middle), (end[0], middle), (end[0], bottom)],
        [Path.MOVETO, Path.CURVE4, Path.CURVE4, Path.CURVE4],
    )
    style = "-|>,head_length=5,head_width=2.5" if target.function is not None else "-"
    axes.add_patch(FancyArrowPatch(path=curve, arrowstyle=style, color=WARM, linewidth=1.4, shrinkA=2, shrinkB=2))
