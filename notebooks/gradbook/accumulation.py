"""The figure of chapter 5: what .grad holds after each backward(), stacked when nothing resets it."""

from gradbook.drawing import Drawing, said, ticks
from gradbook.moving import Control, Moving
from gradbook.palette import ACCENT, ACCENT_TINT, INK, MUTED, RULE, WARM, WARM_TINT

LEFT, WIDTH, GAP = 34, 150, 22  # of the two panels
TOP, HEIGHT = 82, 150


def draw_accumulation(histories, alt, name="x.grad"):
    """Two panels side by side, a bar for each call of backward(): below what was there already, above what was added.

    histories: two of {caption: the values of .grad after each call, positive numbers}.
    """
    calls = max(len(values) for values in histories.values())
    highest = max(max(values) for values in histories.values())
    scale = HEIGHT / (1.12 * highest)
    bottom = TOP + HEIGHT

    def draw(call):
        drawing = Drawing(height=bottom + 50)
        for x, tint, color, words in [(LEFT, WARM_TINT, WARM, "있던 값"), (LEFT + 84, ACCENT_TINT, ACCENT, "더한 값")]:
            drawing.box(x + 8, 14, 16, 16, tint, color, 3, 1)
            drawing.text(x + 24, 19, words, MUTED, 13, "start", halo=False)
        drawing.text(LEFT - 26, TOP - 14, name, MUTED, 12, "start", mono=True, halo=False)
        for value in ticks(0, highest):
            y = bottom - value * scale
            drawing.line(LEFT, y, LEFT + 2 * WIDTH + GAP, y, RULE, 1)
            drawing.text(LEFT - 7, y + 4, said(value), MUTED, 12, "end", halo=False)
        for panel, (caption, values) in enumerate(histories.items()):
            left = LEFT + panel * (WIDTH + GAP)
            drawing.line(left, bottom, left + WIDTH, bottom, MUTED, 1)
            drawing.text(left + WIDTH / 2, 50, caption, INK, 14, bold=True, halo=False)
            pitch, before = WIDTH / calls, 0.0
            for place, value in enumerate(values, start=1):
                _bar(drawing, left + (place - 0.5) * pitch, min(0.72 * pitch, 40), bottom, scale, before if value > before else 0.0, value, place, call)
                drawing.text(left + (place - 0.5) * pitch, bottom + 17, str(place), INK if place == call else MUTED, 12, halo=False)
                before = value
        drawing.text(LEFT + WIDTH + GAP / 2, bottom + 38, "backward()를 부른 차례", MUTED, 12, halo=False)
        return drawing, sentence(call)

    def sentence(call):
        if call == 0:
            return "아직 backward()를 부르지 않았습니다."
        now = [(caption, values[call - 1]) for caption, values in histories.items()]
        return f"{call}번째 backward() 뒤: " + ", ".join(f"{caption} {said(value)}" for caption, value in now)

    texts = ["부르기 전", *(f"{call}번째 뒤" for call in range(1, calls + 1))]
    return Moving(alt, [Control("부른 차례", list(range(calls + 1)), texts, "steps", calls)], draw)


def _bar(drawing, x, width, bottom, scale, kept, value, place, call):
    """One call's bar. What was there is drawn in any case, so that every frame has the same shapes."""
    shown, now = place <= call, place == call
    top, middle = bottom - value * scale, bottom - kept * scale
    drawing.path([(x - width / 2, bottom), (x - width / 2, middle), (x + width / 2, middle), (x + width / 2, bottom)], WARM, 1,
                 fill=WARM_TINT, closed=True, shown=shown and kept > 0)
    drawing.path([(x - width / 2, middle), (x - width / 2, top), (x + width / 2, top), (x + width / 2, middle)], ACCENT, 2 if now else 1,
                 fill=ACCENT_TINT, closed=True, shown=shown)
    drawing.text(x, (bottom + middle) / 2 + 5, said(kept), WARM, 13, halo=False, shown=shown and kept * scale > 16)
    drawing.text(x, (middle + top) / 2 + 5, f"+{said(value - kept)}", ACCENT, 13, halo=False, shown=shown and (value - kept) * scale > 16)
    drawing.text(x, top - 6, said(value), INK, 14, bold=True, shown=shown)
