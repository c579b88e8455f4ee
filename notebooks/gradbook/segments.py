"""A figure of chapter 16: layers checkpointed in segments: what is held from the first layer to the end of backward, and the most of it."""

import weakref

import torch
from torch.autograd.graph import saved_tensors_hooks
from torch.utils.checkpoint import checkpoint_sequential

from gradbook.drawing import Drawing, Plane
from gradbook.moving import Control, Moving
from gradbook.palette import ACCENT, ACCENT_TINT, INK, MUTED, WARM, WARM_TINT

UNIT = 1024  # bytes of one layer's input


def draw_segments(layers, counts, alt):
    """counts: the numbers of segments to choose from. The first is to be 1: nothing is checkpointed."""
    runs = {count: _run(layers, count) for count in counts}
    most = {count: max(held) for count, (held, _, _) in runs.items()}
    longest = max(len(held) for held, _, _ in runs.values()) - 1
    high = layers + 2

    def draw(count):
        held, turn, again = runs[count]
        return [_course(held, turn, most[count]), _best(count)], _sentence(count, most[count], again)

    def _course(held, turn, top):
        drawing = Drawing(height=236)
        plane = Plane(34, 44, 300, 150, (0, longest), (0, high))
        plane.axes(drawing, "", "", [], range(0, high + 1, 4))
        drawing.text(8, 18, "붙잡은 값 (KB)", MUTED, 13, "start", halo=False)
        drawing.text(352, 18, f"가장 많을 때 {top}\u00a0KB", WARM, 14, "end", bold=True, halo=False)
        drawing.line(plane.left, plane.y(top), plane.left + plane.width, plane.y(top), WARM, 1.2, "5 4")
        x = plane.x(turn)
        drawing.line(x, plane.top, x, plane.top + plane.height, MUTED, 1, "3 3")
        steps = [point for place, value in enumerate(held) for point in ((place, value), (place + 1, value))][:-1]
        drawing.path([plane.at(*point) for point in steps], ACCENT, 2)
        drawing.text(x / 2 + plane.left / 2, 214, "순전파", INK, 13, halo=False)
        drawing.text(x + 8, 214, "역전파 →", INK, 13, "start", halo=False)
        return drawing

    def _best(chosen):
        drawing = Drawing(height=236)
        plane = Plane(34, 44, 300, 150, (0, len(counts)), (0, high))
        plane.axes(drawing, "", "", [], range(0, high + 1, 4))
        drawing.text(8, 18, "가장 많을 때 (KB)", MUTED, 13, "start", halo=False)
        drawing.text(352, 18, f"다시 계산 {runs[chosen][2]}번", ACCENT, 14, "end", bold=True, halo=False)
        for place, count in enumerate(counts):
            here = count == chosen
            middle, bottom = plane.x(place + 0.5), plane.y(0)
            inputs, inside = count - 1, layers // count
            for low, part, tint, color in ((0, inputs, WARM_TINT, WARM), (inputs, inside, ACCENT_TINT, ACCENT)):
                height = bottom - plane.y(part)
                drawing.box(middle, plane.y(low) - height / 2, 34, height, tint, color if here else MUTED, radius=0,
                            line=2 if here else 1, shown=part > 0)
            drawing.text(middle, plane.y(most[count]) - 6, str(most[count]), INK if here else MUTED, 13, bold=here)
            drawing.text(middle, bottom + 17, str(count), INK if here else MUTED, 13, bold=here, halo=False)
        drawing.text(184, 232, "구간의 수", MUTED, 13, halo=False)
        for x, name, tint, color in ((196, "구간의 입력", WARM_TINT, WARM), (196, "구간 하나의 안", ACCENT_TINT, ACCENT)):
            y = 44 if color == WARM else 62
            drawing.box(x - 10, y - 4, 12, 12, tint, color, radius=0)
            drawing.text(x, y, name, MUTED, 12, "start", halo=False)
        return drawing

    texts = [f"{count}구간" for count in counts]
    return Moving(alt, [Control("구간의 수", counts, texts, "slider", counts.index(round(layers**0.5)))], draw)


def _sentence(count, top, again):
    if count == 1:
        return f"체크포인트를 쓰지 않습니다. 가장 많을 때 {top}\u00a0KB를 붙잡고, 다시 계산하지 않습니다."
    return f"{count}구간으로 나눕니다. 가장 많을 때 {top}\u00a0KB를 붙잡고, 층을 {again}번 다시 계산합니다."


def _run(layers, count):
    """KB held at every moment, the moment backward starts, and the layers calculated again.

    use_reentrant=True: its second run happens under the hooks set here; the other variant keeps the same tensors out of their sight.
    """
    refs, held, calls = [], [0], 0

    def note():
        alive = (ref() for ref in refs)
        places = {tensor.untyped_storage().data_ptr() for tensor in alive if tensor is not None}
        held.append(len(places))

    def pack(tensor):
        kept = tensor.detach()
        refs.append(weakref.ref(kept))
        note()
        return kept

    def unpack(kept):
        note()
        return kept

    def layer(value):
        nonlocal calls
        calls += 1
        return value.sin()

    x = torch.ones(UNIT // 8, dtype=torch.float64, requires_grad=True)
    with saved_tensors_hooks(pack, unpack):
        total = checkpoint_sequential([layer] * layers, count, x, use_reentrant=True).sum()
        turn = len(held)
        total.backward()
    note()
    return held, turn, calls - layers
