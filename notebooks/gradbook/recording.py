"""The figure of chapter 4: the same calculation twice, with the record that leads back and without it."""

from gradbook.palette import ACCENT, ACCENT_TINT, INK, MUTED, PLAIN_TINT, WARM
from gradbook.shapes import draw_arrow, draw_box
from gradbook.style import MONOSPACE, blank_axes, canvas, styled
from gradbook.svg import Picture

BOX_WIDTH, BOX_HEIGHT = 164, 56
INPUT, OUTPUT = 92, 386  # the middles of the two columns of boxes
ROW = 132
WIDTH = 478


@styled
def draw_recording(x, results, step, alt):
    """Draw, for each result, the step from x to it and, if it has a grad_fn, the record from it back to x.

    x: the marked tensor; results: {caption: tensor calculated from x}; step: the calculation, as mathtext.
    """
    height = ROW * len(results)
    fig = canvas(WIDTH / 100, height / 100)
    axes = blank_axes(fig, WIDTH, height)
    for row, (caption, result) in enumerate(results.items()):
        y = height - ROW * (row + 0.65)
        axes.text(INPUT - BOX_WIDTH / 2, y + 46, caption, color=INK, size=12)
        _tensor(axes, INPUT, y, "x", x, ACCENT_TINT)
        _tensor(axes, OUTPUT, y, "y", result, ACCENT_TINT if result.requires_grad else PLAIN_TINT)
        start, end = INPUT + BOX_WIDTH / 2 + 6, OUTPUT - BOX_WIDTH / 2 - 6
        middle = (start + end) / 2
        draw_arrow(axes, (start, y + 10), (end, y + 10), ACCENT)
        axes.text(middle, y + 20, step, color=ACCENT, ha="center", size=14)
        if result.grad_fn is None:
            axes.text(middle, y - 22, "기록 없음", color=MUTED, ha="center", size=11)
        else:
            draw_arrow(axes, (end, y - 10), (start, y - 10), WARM)
            axes.text(middle, y - 28, result.grad_fn.name(), color=WARM, ha="center", size=11, family=MONOSPACE)
    return Picture(fig, alt)


def _tensor(axes, x, y, name, tensor, ground):
    draw_box(axes, x, y, BOX_WIDTH, BOX_HEIGHT, ground)
    axes.text(x, y + 5, f"${name} = {tensor.item():g}$", color=INK, ha="center", size=14)
    mark = f"requires_grad={tensor.requires_grad}"
    axes.text(x, y - 17, mark, color=MUTED, ha="center", size=9.5, family=MONOSPACE)
