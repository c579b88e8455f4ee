"""A figure of chapter 16: what training keeps in memory, part by part, as the number of data grows."""

from gradbook.drawing import Drawing
from gradbook.moving import Control, Moving
from gradbook.palette import ACCENT, INK, MUTED, RULE, WARM

LEFT, TOP, PITCH, FULL = 8, 40, 56, 270  # the bars' left end, the first bar's middle, the rows, the longest bar


def draw_room(fixed, kept, alt):
    """One bar for each part that does not depend on the data, and one for what the record keeps.

    fixed: {name: bytes}; kept: {number of data: bytes}.
    """
    longest = max(*fixed.values(), *kept.values())

    def draw(size):
        drawing = Drawing(height=TOP + (len(fixed) + 1) * PITCH - 22)
        for place, (name, count) in enumerate({**fixed, "붙잡은 값": kept[size]}.items()):
            y = TOP + place * PITCH
            last = place == len(fixed)
            drawing.text(LEFT, y - 14, name, INK if last else MUTED, 13, "start", bold=last, halo=False)
            width = max(FULL * count / longest, 1)
            drawing.line(LEFT, y + 12, LEFT + FULL, y + 12, RULE, 1)
            drawing.box(LEFT + width / 2, y, width, 16, WARM if last else ACCENT, radius=2)
            drawing.text(LEFT + width + 6, y + 5, said_bytes(count), INK, 12, "start")
        return drawing, f"데이터 {size:,}개: {sentence(size)}"

    def sentence(size):
        ratio = kept[size] / sum(fixed.values())
        if ratio < 1:
            return f"기록이 붙잡은 값은 {said_bytes(kept[size])}로, 나머지를 더한 것보다 적습니다."
        return f"기록이 붙잡은 값은 {said_bytes(kept[size])}로, 나머지를 더한 것의 {ratio:.1f}배입니다."

    return Moving(alt, [Control("데이터의 수", list(kept), [f"{size:,}개" for size in kept], "slider", len(kept) - 1)], draw)


def said_bytes(count):
    return f"{count / 1024:.1f}\u00a0KB" if count >= 1024 else f"{count}\u00a0B"
