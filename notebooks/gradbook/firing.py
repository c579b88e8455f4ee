"""The figure of chapter 15: a gradient on its way back through y = x², and the hooks that it meets, in the order torch calls them."""

import torch

from gradbook.drawing import Drawing, formula, said
from gradbook.moving import Control, Moving
from gradbook.palette import ACCENT, ACCENT_TINT, INK, MUTED, PLAIN_TINT, RULE, WARM, WARM_TINT

MIDDLE, WIDTH, HIGH = 64, 108, 40  # of the boxes on the way
PLACES = {"y": 48, "node": 146, "x": 244, "x.grad": 342}  # their middles
ROWS = {  # hook: its row, where on the way it stands, the method as it is written
    "y": (48, "y", "y.register_hook"),
    "before": (122, "node", "y.grad_fn.register_prehook"),
    "after": (170, "node", "y.grad_fn.register_hook"),
    "x": (244, "x", "x.register_hook"),
    "kept": (342, "x.grad", "x.register_post_accumulate_\ngrad_hook"),
}
LABELS = {"y": "grad = {}", "before": "grad_outputs = ({},)", "after": "grad_inputs = ({},)", "x": "grad = {}", "kept": "x.grad = {}"}
TELLS = {
    "y": "y의 기울기가 정해졌습니다. y에 건 훅이 받습니다.",
    "before": "y의 노드로 들어갑니다. 지나기 전의 훅이 grad_outputs를 받습니다.",
    "after": "노드를 지났습니다. 지난 뒤의 훅이 나갈 grad_inputs와 들어온 grad_outputs를 받습니다.",
    "x": "x의 기울기가 정해졌습니다. x에 건 훅이 받습니다. 아직 쌓지 않았습니다.",
    "kept": "x.grad에 쌓았습니다. 쌓은 뒤의 훅이 x 자신을 받습니다.",
}


def draw_firing(at, alt):
    """Step through the hooks of y = x² at a point."""
    called = _called(at)
    reached = {place: min(step for step, (hook, _) in enumerate(called) if ROWS[hook][1] == place) for place in PLACES}

    def draw(step):
        drawing = Drawing(height=386)
        labels = {"y": formula("y"), "node": "PowBackward0", "x": formula("x"), "x.grad": "x.grad"}
        for (place, top), (_, bottom) in zip(PLACES.items(), list(PLACES.items())[1:]):
            passed = step >= reached[place] + (place == "node") and step < len(called)
            drawing.arrow(MIDDLE, top + HIGH / 2 + 3, MIDDLE, bottom - HIGH / 2 - 3, WARM if passed else RULE, 2)
        for place, middle in PLACES.items():
            there = step >= reached[place]
            now = ROWS[called[step][0]][1] == place
            drawing.box(MIDDLE, middle, WIDTH, HIGH, WARM_TINT if there else PLAIN_TINT, WARM if now else "none", line=2)
            drawing.text(MIDDLE, middle + 5, labels[place], INK if there else MUTED, 13, mono=place in ("node", "x.grad"), halo=False)
        for number, (hook, value) in enumerate(called):
            row, place, method = ROWS[hook]
            lit, past = number == step, number <= step
            drawing.line(MIDDLE + WIDTH / 2 + 4, row, 140, row, ACCENT if past else RULE, 1.5)
            drawing.circle(150, row, 11, ACCENT_TINT if past else PLAIN_TINT, ACCENT if lit else "none", 2)
            drawing.text(150, row + 4, str(number + 1), ACCENT if past else MUTED, 12, bold=True, halo=False)
            lines = method.split("\n")
            for down, line in enumerate(lines):
                drawing.text(168, row + 4 + 15 * down, line, INK if lit else MUTED, 12, "start", mono=True, bold=lit, halo=False)
            drawing.text(168, row + 6 + 15 * len(lines), LABELS[hook].format(said(value)), WARM, 12, "start", halo=False, shown=lit)
        return drawing, f"{step + 1}. " + TELLS[called[step][0]]

    texts = [f"{len(called)}단계 중 {step + 1}단계" for step in range(len(called))]
    return Moving(alt, [Control("단계", list(range(len(called))), texts, "steps", len(called) - 1)], draw)


def _called(at):
    """[(hook, the number it got)] in torch's order, whatever the order they were registered in."""
    found = []
    x = torch.tensor(at, dtype=torch.float64, requires_grad=True)
    y = x**2
    x.register_post_accumulate_grad_hook(lambda leaf: found.append(("kept", leaf.grad.item())))
    y.grad_fn.register_hook(lambda inputs, outputs: found.append(("after", inputs[0].item())))
    y.grad_fn.register_prehook(lambda outputs: found.append(("before", outputs[0].item())))
    x.register_hook(lambda grad: found.append(("x", grad.item())))
    y.register_hook(lambda grad: found.append(("y", grad.item())))
    y.backward()
    return found
