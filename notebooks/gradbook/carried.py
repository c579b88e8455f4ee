"""The figure of chapter 10: how far the record of each step's loss reaches, with the state handed on as it is or detached."""

import torch

from gradbook.drawing import Drawing, formula, said
from gradbook.moving import Control, Moving
from gradbook.palette import ACCENT, ACCENT_TINT, INK, MUTED, PAPER, PLAIN_TINT, RULE, WARM, WARM_TINT

LEFT, ROW, LOSS = 34, 84, 158  # the first state's middle, the states' row, the losses' row
BOX = 46
WAYS = [("h를 그대로", False), ("h.detach()", True)]


def draw_carried(steps, alt, w=0.5, start=16.0):
    """The states h of h = w · h and the loss h² of one step; lit is what that step's backward() goes through."""
    pitch = (360 - 2 * LEFT) / steps

    def draw(step, cut):
        states, nodes = _walk(step, cut, w, start)
        first = step if cut else 1  # the earliest step that the record of this step's loss reaches
        drawing = Drawing(height=196)
        drawing.text(8, 24, formula("h = w · h"), MUTED, 14, "start", halo=False)
        drawing.text(352, 24, f"지나는 노드 {nodes}개", WARM, 14, "end", bold=True, halo=False)
        for place in range(steps + 1):
            x, lit = LEFT + place * pitch, first <= place <= step
            reached = place <= step
            if place:
                joined = reached and first <= place
                drawing.arrow(x - BOX / 2, ROW, x - pitch + BOX / 2 + 2, ROW, WARM if joined else RULE, 2)
                drawing.text(x - pitch / 2, ROW - 10, formula("× w"), WARM if joined else MUTED, 12)
                gone = cut and place < step
                drawing.line(x - 6, ROW - 33, x + 6, ROW + 33, MUTED, 1.5, "4 3", shown=gone)
            color = ACCENT if lit else MUTED
            drawing.box(x, ROW, BOX, 30, ACCENT_TINT if lit else PLAIN_TINT, color if reached else RULE)
            drawing.text(x, ROW + 5, said(states[place]) if reached else "", color if reached else RULE, 14, bold=lit, halo=False, shown=reached)
            drawing.text(x, ROW + 33, f"{place}번째" if place else "처음", INK if place == step else MUTED, 12)
        x = LEFT + step * pitch
        drawing.arrow(x, LOSS - 16, x, ROW + 38, WARM, 2)
        drawing.box(x, LOSS, 62, 30, WARM_TINT, WARM)
        drawing.text(x, LOSS + 5, formula("h² = ") + said(states[step] ** 2), WARM, 13, bold=True, halo=False)
        drawing.text(8, LOSS + 5, "loss", MUTED, 13, "start", mono=True, halo=False, shown=x > 80)
        drawing.line(0, 195, 0, 195, PAPER, 1)
        return drawing, _sentence(step, cut, nodes)

    texts = [f"{step}번째" for step in range(1, steps + 1)]
    return Moving(alt, [Control("몇 번째", list(range(1, steps + 1)), texts, "steps", steps - 1),
                        Control("넘기는 것", [cut for _, cut in WAYS], [name for name, _ in WAYS], "choice", 0)], draw)


def _walk(step, cut, w, start):
    """The states up to a step, and how many nodes the record of that step's loss has."""
    w, h = torch.tensor(w, dtype=torch.float64, requires_grad=True), torch.tensor(start, dtype=torch.float64)
    states = [h.item()]
    for _ in range(step):
        h = w * (h.detach() if cut else h)
        states.append(h.item())
    seen, waiting = set(), [(h**2).grad_fn]
    while waiting:
        node = waiting.pop()
        if node is not None and node not in seen:
            seen.add(node)
            waiting += [earlier for earlier, _ in node.next_functions]
    return states, len(seen)


def _sentence(step, cut, nodes):
    if cut:
        return f"{step}번째: 떼어 낸 상태에서 다시 시작하므로 노드 {nodes}개만 지납니다."
    reach = "" if step == 1 else f" 앞의 {step - 1}번에서 지나간 곱하기까지 이어져 있습니다."
    return f"{step}번째: 노드 {nodes}개를 지납니다.{reach}"
