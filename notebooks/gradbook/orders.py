"""The figure of why backward() goes backward: the same product from the start and from the end, with the multiplications counted."""

import torch

from gradbook.drawing import WIDTH, Drawing
from gradbook.moving import Control, Moving
from gradbook.palette import ACCENT, INK, MUTED, PLAIN_TINT, RULE, WARM, WARM_TINT

LEFT, RIGHT, TOP, HEIGHT = 30, 330, 66, 168


def draw_orders(layers, alt):
    """Layers of numbers, each used by all of the next one. A line is a local derivative; passing it is one multiplication.

    layers: how many numbers each has, as [4, 3, 3, 1]; the last one is the loss.
    """
    gaps = len(layers) - 1
    weights = [torch.arange(1, below * above + 1, dtype=torch.float64).reshape(below, above) for above, below in zip(layers, layers[1:])]
    gradient = weights[-1]
    for weight in reversed(weights[:-1]):
        gradient = gradient @ weight
    columns = torch.eye(layers[0], dtype=torch.float64)
    for weight in weights:
        columns = weight @ columns
    assert bool((gradient == columns).all())  # both orders give the same gradients
    # From the end: every line between two layers at once. From the start: once for each number of the first layer.
    ways = {"끝에서부터": [(gap, None) for gap in reversed(range(gaps))],
            "처음에서부터": [(gap, first) for first in range(layers[0]) for gap in range(gaps)]}
    passed = {name: [_lines(layers, gap, first) for gap, first in way] for name, way in ways.items()}
    totals = {name: sum(map(len, lines)) for name, lines in passed.items()}
    last = max(map(len, passed.values()))

    def spot(layer, place):
        x = LEFT + (RIGHT - LEFT) * layer / gaps
        return x, TOP + HEIGHT * (place + 0.5) / layers[layer]

    def draw(name, step):
        done = passed[name][:step]
        now = set(done[-1]) if done and step <= len(passed[name]) else set()
        times = {}
        for lines in done:
            for line in lines:
                times[line] = times.get(line, 0) + 1
        drawing = Drawing(height=TOP + HEIGHT + 34)
        drawing.text(LEFT - 14, 22, f"곱셈 {sum(times.values())}번", WARM, 18, "start", bold=True, halo=False)
        drawing.text(WIDTH - 16, 22, " · ".join(f"{way} {total}번" for way, total in totals.items()), MUTED, 12, "end", halo=False)
        for gap in range(gaps):
            for above in range(layers[gap]):
                for below in range(layers[gap + 1]):
                    line = gap, above, below
                    color = WARM if line in now else ACCENT if line in times else RULE
                    drawing.line(*spot(gap, above), *spot(gap + 1, below), color, 1 + min(times.get(line, 0), 4) * 0.6)
        for layer, count in enumerate(layers):
            for place in range(count):
                lit = any(layer - side == gap and place == ends[side] for gap, *ends in now for side in (0, 1))
                drawing.circle(*spot(layer, place), 11, WARM_TINT if lit else PLAIN_TINT, WARM if lit else MUTED, 1.5)
        drawing.text(LEFT, TOP + HEIGHT + 22, "변수", INK, 13, halo=False)
        drawing.text(RIGHT, TOP + HEIGHT + 22, "손실", INK, 13, halo=False)
        drawing.text((LEFT + RIGHT) / 2, TOP + HEIGHT + 22, "선 하나가 국소 도함수 하나", MUTED, 12, halo=False)
        return drawing, sentence(name, step, sum(times.values()))

    def sentence(name, step, count):
        way = ways[name]
        if step == 0:
            return f"{name} 곱합니다. 아직 지나온 선이 없습니다."
        if step >= len(way):
            return f"{name}: 모두 {count}번 곱해 변수 {layers[0]}개의 기울기를 다 구했습니다. 기울기는 두 차례가 같습니다."
        _, first = way[step - 1]
        whose = "모든 변수가 함께 쓰는 선" if first is None else f"{first + 1}번째 변수에서 나온 값이 지나는 선"
        return f"{name}: {whose}을 지났습니다. 지금까지 {count}번 곱했습니다."

    texts = ["시작", *(f"{step}단계" for step in range(1, last + 1))]
    return Moving(alt, [Control("차례", list(ways), list(ways), "choice"), Control("단계", list(range(last + 1)), texts, "steps", last)], draw)


def _lines(layers, gap, first):
    """The lines of one gap that a step passes: all, or in the first gap only those of one variable."""
    above = range(layers[gap]) if first is None or gap else [first]
    return [(gap, one, other) for one in above for other in range(layers[gap + 1])]
