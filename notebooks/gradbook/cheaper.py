"""A figure of chapter 17: for a function of n variables with m results, which way takes fewer passes."""

from gradbook.drawing import Drawing
from gradbook.moving import Control, Moving
from gradbook.palette import ACCENT, ACCENT_TINT, INK, MUTED, PAPER, WARM, WARM_TINT

LEFT, TOP, SIDE = 66, 40, 208  # the square in which the point is dragged
BAR, LONGEST = 108, 180  # where the bars begin, and the length of the longest


def draw_cheaper(counts, at, alt):
    """Drag a point over the numbers of variables and results.

    counts: the numbers on both axes, one as far from the next as the other; at: (variables, results) of the first picture.
    """
    gap = SIDE / (len(counts) - 1)
    across = [LEFT + place * gap for place in range(len(counts))]
    up = [TOP + SIDE - place * gap for place in range(len(counts))]

    def draw(variables, results):
        drawing = Drawing(height=TOP + SIDE + 132)
        low, right, bottom = LEFT, LEFT + SIDE, TOP + SIDE
        drawing.path([(low, bottom), (low, TOP), (right, TOP)], "none", 0, fill=ACCENT_TINT, closed=True)
        drawing.path([(low, bottom), (right, bottom), (right, TOP)], "none", 0, fill=WARM_TINT, closed=True)
        drawing.line(low, bottom, right, TOP, MUTED, 1.2, "4 4")
        drawing.text(low + 64, TOP + 54, "앞으로가 적다", ACCENT, 13, halo=False)
        drawing.text(right - 64, bottom - 44, "거꾸로가 적다", WARM, 13, halo=False)
        for count, x, y in zip(counts, across, up):
            if str(count).strip("0") == "1":
                drawing.text(x, bottom + 17, str(count), MUTED, 12, halo=False)
                drawing.text(low - 12, y + 4, str(count), MUTED, 12, "end", halo=False)
        drawing.text(right + 22, bottom + 17, "입력", MUTED, 13, "start", halo=False)
        drawing.text(low, TOP - 16, "결과", MUTED, 13, halo=False)
        drawing.circle(across[counts.index(variables)], up[counts.index(results)], 8, INK, PAPER, 2)
        rows = [
            ("앞으로", variables, variables < results, ACCENT, ACCENT_TINT),
            ("거꾸로", results, results < variables, WARM, WARM_TINT),
        ]
        for place, (name, passes, fewer, color, tint) in enumerate(rows):
            y = bottom + 58 + 36 * place
            length = LONGEST * passes / max(variables, results)
            drawing.text(BAR - 12, y + 5, name, color, 14, "end", bold=fewer, halo=False)
            drawing.box(BAR + max(length, 3) / 2, y, max(length, 3), 22, color if fewer else tint, color, 3)
            drawing.text(BAR + max(length, 3) + 8, y + 5, f"{passes}번", INK, 14, "start", bold=fewer, halo=False)
        return drawing, _sentence(variables, results)

    texts = [f"{count}개" for count in counts]
    return Moving(
        alt,
        [
            Control("입력의 수", counts, texts, start=counts.index(at[0]), at=across),
            Control("결과의 수", counts, texts, start=counts.index(at[1]), at=up),
        ],
        draw,
    )


def _sentence(variables, results):
    if variables == results:
        return "횟수가 같습니다."
    few, many = sorted((variables, results))
    ratio = many / few
    times = f"{ratio:.0f}" if ratio >= 10 or ratio.is_integer() else f"{ratio:.1f}"
    return f"{'앞으로' if variables < results else '거꾸로'} 가는 쪽이 {times}배 적습니다."
