"""The figure of chapter 2: a chain of calculations, the local derivatives on the way back, and their product."""

from gradbook.palette import ACCENT, ACCENT_TINT, INK, MUTED, WARM, WARM_TINT
from gradbook.shapes import draw_arrow, draw_box
from gradbook.style import blank_axes, canvas, styled
from gradbook.svg import Picture

BOX_WIDTH, BOX_HEIGHT = 92, 60
GAP = 76
TOP, BOTTOM = 160, 56  # the middle of the row of values, and of the row of gradients
HEIGHT = 216
MARGIN = 64  # on the left, room for the names of the two rows


@styled
def draw_chain(values, steps, slopes, alt):
    """Draw the values from left to right, and below them the gradients from right to left.

    values: {name: number} in the order of calculation; steps: what happens between two neighbours, as mathtext;
    slopes: the local derivative of each step, a number. The gradients are their products, from the last value back.
    """
    gradients = [1.0]
    for slope in reversed(slopes):
        gradients.insert(0, gradients[0] * slope)

    width = MARGIN + len(values) * BOX_WIDTH + (len(values) - 1) * GAP + 8
    fig = canvas(width / 100, HEIGHT / 100)
    axes = blank_axes(fig, width, HEIGHT)
    axes.text(4, TOP, "순전파", color=ACCENT, va="center")
    axes.text(4, BOTTOM, "역전파", color=WARM, va="center")
    last = list(values)[-1]
    middles = [MARGIN + BOX_WIDTH / 2 + place * (BOX_WIDTH + GAP) for place in range(len(values))]
    for x, (name, value), gradient in zip(middles, values.items(), gradients):
        _box(axes, x, TOP, f"${name} = {value:g}$", INK, ACCENT_TINT)
        _box(axes, x, BOTTOM, rf"$\dfrac{{d{last}}}{{d{name}}} = {gradient:g}$", INK, WARM_TINT)
    for left, right, step, slope in zip(middles, middles[1:], steps, slopes):
        start, end = left + BOX_WIDTH / 2 + 4, right - BOX_WIDTH / 2 - 4
        draw_arrow(axes, (start, TOP), (end, TOP), ACCENT)
        draw_arrow(axes, (end, BOTTOM), (start, BOTTOM), WARM)
        axes.text((start + end) / 2, TOP + 12, step, color=MUTED, ha="center", size=13)
        axes.text((start + end) / 2, BOTTOM + 12, rf"$\times\, {slope:g}$", color=WARM, ha="center", size=14)
    return Picture(fig, alt)


def _box(axes, x, y, text, color, ground):
    draw_box(axes, x, y, BOX_WIDTH, BOX_HEIGHT, ground)
    axes.text(x, y, text, color=color, ha="center", va="center", size=14)
