"""A still figure of chapter 13: the four points of XOR before and after a hidden layer, and the line that then parts them."""

from gradbook.palette import ACCENT, ACCENT_TINT, MUTED, RULE, WARM, WARM_TINT
from gradbook.style import canvas, styled
from gradbook.svg import Picture

ROOM = 0.45  # beyond the outermost points


@styled
def draw_bend(before, after, answers, line, alt):
    """Draw the points before the layer and after it, 0 and 1 written in them.

    before, after: lists of pairs; answers: 0 or 1 for each; line: two points on the line that parts those after.
    """
    fig = canvas(4.8, 2.6)
    for place, (points, names) in enumerate([(before, "ab"), (after, ("h_1", "h_2"))]):
        axes = fig.add_axes((0.07 + 0.5 * place, 0.12, 0.35, 0.78))
        axes.set_xlim(min(x for x, _ in points) - ROOM, max(x for x, _ in points) + ROOM)
        axes.set_ylim(min(y for _, y in points) - ROOM, max(y for _, y in points) + ROOM)
        axes.set_xticks(sorted({x for x, _ in points}))
        axes.set_yticks(sorted({y for _, y in points}))
        axes.grid(color=RULE, linewidth=0.8)
        if place:
            axes.axline(*line, color=MUTED, linewidth=1.6, linestyle=(0, (4, 3)))
        for (x, y), answer in zip(points, answers):
            axes.plot([x], [y], "o", color=ACCENT if answer else WARM, markersize=17)
            axes.annotate(str(answer), (x, y), ha="center", va="center", color=ACCENT_TINT if answer else WARM_TINT, size=12, weight="bold")
        name = {"xycoords": "axes fraction", "textcoords": "offset points", "size": 14, "color": MUTED}
        axes.annotate(f"${names[0]}$", (1, 0), xytext=(8, -4), **name)
        axes.annotate(f"${names[1]}$", (0, 1), xytext=(-4, 8), **name)
    return Picture(fig, alt)
