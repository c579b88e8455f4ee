"""The figure of chapter 5: what .grad holds after each backward(), stacked when nothing resets it."""

from gradbook.palette import ACCENT, ACCENT_TINT, INK, MUTED, WARM, WARM_TINT
from gradbook.style import canvas, styled
from gradbook.svg import Picture


@styled
def draw_accumulation(histories, alt):
    """Draw one panel per history: a bar per call of backward(), the part that was already there below the new part.

    histories: two of {caption: the values of x.grad after each call, positive numbers}.
    """
    fig = canvas(5.6, 3.2)
    highest = max(max(values) for values in histories.values())
    for place, (caption, values) in enumerate(histories.items()):
        axes = fig.add_axes((0.06 + 0.5 * place, 0.17, 0.4, 0.66))
        axes.set_ylim(0, 1.15 * highest)
        axes.set_xlim(0.4, len(values) + 0.6)
        axes.spines["left"].set_visible(False)
        axes.set_yticks([])
        axes.set_xticks(range(1, len(values) + 1), [f"{call}번째" for call in range(1, len(values) + 1)])
        axes.tick_params(axis="x", length=0, pad=6)
        axes.set_title(caption, loc="left", color=INK, size=12, pad=10)
        before = 0.0
        for call, value in enumerate(values, start=1):
            kept = before if value > before else 0.0
            axes.bar(call, kept, width=0.62, color=WARM_TINT)
            if kept:
                axes.text(call, kept / 2, f"{kept:g}", color=WARM, ha="center", va="center", size=12)
            axes.bar(call, value - kept, bottom=kept, width=0.62, color=ACCENT_TINT)
            axes.text(call, (value + kept) / 2, f"+{value - kept:g}", color=ACCENT, ha="center", va="center", size=12)
            axes.text(call, value + 0.02 * highest, f"{value:g}", color=INK, ha="center", va="bottom", size=14)
            before = value
    fig.text(0.06, 0.03, "backward()를 부른 차례", color=MUTED, size=11)
    return Picture(fig, alt)
