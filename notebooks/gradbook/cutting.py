"""The figures of chapter 11: what a detached tensor shares, and which parameters gradients reach when a layer is frozen."""

import torch

from gradbook.drawing import Drawing, said
from gradbook.moving import Control, Moving
from gradbook.palette import ACCENT, ACCENT_TINT, INK, MUTED, PLAIN_TINT, RULE, WARM, WARM_TINT

WAYS = [("y.detach()", lambda y: y.detach()), ("y.data", lambda y: y.data), ("y.detach().clone()", lambda y: y.detach().clone())]


def draw_shared(alt):
    """y and what was made of it, before and after the latter is changed in place: the values, and the version y counts."""
    def draw(way, changed):
        y = torch.tensor([2.0, 4.0], dtype=torch.float64)
        d = way(y)
        shared = d.data_ptr() == y.data_ptr()
        if changed:
            d[0] = 100.0
        drawing = Drawing(height=214)
        drawing.text(64, 40, "y", INK, 16, mono=True, bold=True, halo=False)
        drawing.text(64, 150, "d", ACCENT, 16, mono=True, bold=True, halo=False)
        drawing.text(64, 62, f"버전 {y._version}", WARM if y._version else MUTED, 13, halo=False)
        _values(drawing, 226, 46, y, INK)
        drawing.arrow(94, 40, 156, 44, INK, 1.8)
        drawing.arrow(94, 146, 156, 66, ACCENT, 1.8, shown=shared)
        drawing.arrow(94, 146, 156, 150, ACCENT, 1.8, shown=not shared)
        _values(drawing, 226, 152, d, ACCENT, shown=not shared)
        drawing.text(226, 18, "메모리", MUTED, 12, halo=False)
        drawing.text(180, 204, "d[0] = 100 뒤" if changed else "d[0] = 100 앞", MUTED, 13, halo=False)
        return drawing, _told(shared, changed, y)

    return Moving(alt, [Control("d", [way for _, way in WAYS], [name for name, _ in WAYS], "choice", 0),
                        Control("때", [False, True], ["바꾸기 전", "d[0] = 100 뒤"], "choice", 1)], draw)


def _values(drawing, x, y, tensor, color, shown=True):
    for place, value in enumerate(tensor.tolist()):
        left = x - 32 + 64 * place
        drawing.box(left, y, 60, 34, ACCENT_TINT if color == ACCENT else PLAIN_TINT, color, shown=shown)
        drawing.text(left, y + 5, said(value), WARM if value == 100 else INK, 15, bold=value == 100, halo=False, shown=shown)


def _told(shared, changed, y):
    if not changed:
        return "d는 y와 같은 메모리를 봅니다." if shared else "d는 베낀 값을 따로 가지고 있습니다."
    if not shared:
        return "d만 100으로 바뀌었습니다."
    return f"y도 100으로 바뀌었습니다. y의 버전은 {y._version}" + ("입니다." if y._version else "이라서 바뀐 줄 모릅니다.")


CASES = [("모두 학습", None, False), ("앞을 얼림", 0, False), ("뒤를 얼림", 1, False), ("앞을 no_grad로", 0, True), ("뒤를 no_grad로", 1, True)]


def draw_freezing(alt):
    """Two layers with their parameters: where gradients go when one layer is frozen, or calculated under no_grad."""
    def draw(case):
        _, layer, block = case
        learns, recorded = _reached(layer, block)
        drawing = Drawing(height=210)
        places = [40, 142, 244, 328]
        for place, (x, name) in enumerate(zip(places, ["입력", "앞 층", "뒤 층", "손실"])):
            off = block and place - 1 == layer
            drawing.box(x, 150, 62, 38, PLAIN_TINT, MUTED if off else INK, dash="4 3" if off else "", line=1.5)
            drawing.text(x, 155, name, MUTED if off else INK, 13, halo=False)
        for place in range(3):
            drawing.arrow(places[place] + 31, 142, places[place + 1] - 33, 142, MUTED, 1.4, 6)
        back = [False, recorded[0] and learns[0], recorded[1]]  # what flows back into: the input, the first layer, the second
        for place in (1, 2):
            drawing.arrow(places[place + 1] - 33, 160, places[place] + 33, 160, WARM if back[place] else RULE, 2.4)
        for place, learned in enumerate(learns, start=1):
            x = places[place]
            drawing.box(x, 62, 76, 34, WARM_TINT if learned else PLAIN_TINT, WARM if learned else RULE)
            drawing.text(x, 67, "파라미터", WARM if learned else MUTED, 13, bold=learned, halo=False)
            drawing.arrow(x, 129, x, 82, WARM if learned else RULE, 2.4)
            drawing.text(x, 34, "학습함" if learned else "그대로", WARM if learned else MUTED, 13, halo=False)
        return drawing, _said_of(case, learns)

    return Moving(alt, [Control("경우", CASES, [name for name, _, _ in CASES], "choice", 2)], draw)


def _reached(layer, block):
    """Whether each layer's parameter gets a gradient, and whether each layer's result is recorded: asked of torch."""
    weights = [torch.tensor(2.0, requires_grad=True), torch.tensor(3.0, requires_grad=True)]
    if layer is not None and not block:
        weights[layer].requires_grad_(False)
    value, recorded = torch.tensor(1.0), []
    for place, weight in enumerate(weights):
        with torch.set_grad_enabled(not (block and place == layer)):
            value = weight * value
        recorded.append(value.requires_grad)
    if value.requires_grad:
        value.backward()
    return [weight.grad is not None for weight in weights], recorded


def _said_of(case, learns):
    name, layer, block = case
    if layer is None:
        return "두 층의 파라미터가 모두 기울기를 받습니다."
    if not any(learns):
        return "뒤 층의 계산이 기록되지 않아 앞 층까지 기울기가 오지 못합니다."
    frozen, learning = ("앞", "뒤") if layer == 0 else ("뒤", "앞")
    return f"{frozen} 층의 파라미터는 그대로이고, {learning} 층의 파라미터만 기울기를 받습니다."
