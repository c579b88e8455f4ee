"""The figure at the end of chapter 5: scattered points, the line after some steps of descent, what the last one misses."""

from gradbook.palette import ACCENT, INK, MUTED, RULE, WARM
from gradbook.style import canvas, styled
from gradbook.svg import Picture

ROOM = 0.3  # the lines reach this far beyond the outermost points


@styled
def draw_fit(xs, ys, alt, lines=None):
    """Draw the points and the lines y = w·x + b, each named at its right end, the last one as the thing to look at.

    xs, ys: lists of numbers; lines: {caption: (w, b)}, in the order of the steps; without them, the points alone.
    """
    fig = canvas(4.8, 3.9)
    axes = fig.add_axes((0.09, 0.11, 0.72, 0.86))
    ends = min(xs) - ROOM, max(xs) + ROOM
    axes.set_xlim(*ends)
    axes.axhline(0, color=RULE, linewidth=0.8)
    axes.axvline(0, color=RULE, linewidth=0.8)
    for place, (caption, (w, b)) in enumerate((lines or {}).items(), start=1):
        # The last bits of a float32 differ between processors; the third decimal does not.
        w, b = round(w, 3), round(b, 3)
        is_last = place == len(lines)
        color = ACCENT if is_last else MUTED
        if is_last:
            for x, y in zip(xs, ys):
                axes.plot([x, x], [y, w * x + b], color=WARM, linewidth=1.4, linestyle=(0, (2, 2)))
        axes.plot(ends, [w * x + b for x in ends], color=color, linewidth=2.4 if is_last else 1)
        axes.annotate(caption, (ends[1], w * ends[1] + b), xytext=(6, 0), textcoords="offset points", va="center",
                      color=color, size=12, annotation_clip=False)
    axes.plot(xs, ys, "o", color=INK, markersize=6)
    name = {"xycoords": "axes fraction", "textcoords": "offset points", "size": 14, "color": MUTED}
    axes.annotate("$x$", (1, 0), xytext=(8, -4), **name)
    axes.annotate("$y$", (0, 1), xytext=(8, -10), **name)
    return Picture(fig, alt)
