"""The figure of chapter 4: the same calculation twice, with the record that leads the gradient back and without it."""

import torch

from gradbook.palette import ACCENT, ACCENT_TINT, INK, MUTED, PLAIN_TINT, WARM
from gradbook.shapes import draw_arrow, draw_box
from gradbook.style import MONOSPACE, blank_axes, canvas, styled
from gradbook.svg import Picture

WIDTH = 360  # a phone's: the text stays as large as it is written
BOX_WIDTH, BOX_HEIGHT = 96, 50
INPUT, OUTPUT = 8 + BOX_WIDTH / 2, WIDTH - 8 - BOX_WIDTH / 2  # the middles of the two columns of boxes
ROW = 140


@styled
def draw_recording(x, results, step, alt):
    """Draw, for each result, the step from x to it and, if it has a grad_fn, the gradient that its record leads back to x.

    x: a tensor of one number; results: {caption: tensor calculated from x}; step: the calculation, as mathtext.
    """
    height = ROW * len(results)
    fig = canvas(WIDTH / 100, height / 100)
    axes = blank_axes(fig, WIDTH, height)
    for row, (caption, result) in enumerate(results.items()):
        y = height - ROW * row - 66
        axes.text(INPUT - BOX_WIDTH / 2, y + 44, caption, color=INK, size=12)
        recorded = result.grad_fn is not None
        slope = torch.autograd.grad(result, x, retain_graph=True)[0] if recorded else None
        _tensor(axes, INPUT, y, "x", x, slope)
        _tensor(axes, OUTPUT, y, "y", result, torch.ones_like(result) if recorded else None)
        start, end = INPUT + BOX_WIDTH / 2 + 5, OUTPUT - BOX_WIDTH / 2 - 5
        middle = (start + end) / 2
        draw_arrow(axes, (start, y + 12), (end, y + 12), ACCENT)
        axes.text(middle, y + 22, step, color=ACCENT, ha="center", size=14)
        if recorded:
            draw_arrow(axes, (end, y - 12), (start, y - 12), WARM)
            axes.text(middle, y - 32, result.grad_fn.name(), color=WARM, ha="center", size=9.5, family=MONOSPACE)
        else:
            axes.text(middle, y - 16, "기록 없음", color=MUTED, ha="center", size=11)
    return Picture(fig, alt)


def _tensor(axes, x, y, name, tensor, gradient):
    """A tensor's value, and the gradient that comes to it; below, whether it asks for one."""
    draw_box(axes, x, y, BOX_WIDTH, BOX_HEIGHT, ACCENT_TINT if tensor.requires_grad else PLAIN_TINT)
    axes.text(x, y + (5 if gradient is not None else -5), f"${name} = {tensor.item():g}$", color=INK, ha="center", size=14)
    if gradient is not None:
        axes.text(x, y - 17, f"기울기 {gradient.item():g}", color=WARM, ha="center", size=11, weight="bold")
    place = (x - BOX_WIDTH / 2, "left") if x == INPUT else (x + BOX_WIDTH / 2, "right")
    axes.text(place[0], y - 44, f"requires_grad={tensor.requires_grad}", color=MUTED, ha=place[1], size=9, family=MONOSPACE)
