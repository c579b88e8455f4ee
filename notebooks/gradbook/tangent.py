"""The figure of chapter 1: a curve, one point on it, and the line whose slope autograd found there."""

import torch

from gradbook.palette import ACCENT, INK, MUTED, RULE, WARM
from gradbook.style import canvas, styled
from gradbook.svg import Picture


@styled
def draw_tangent(function, at, alt, span=(-2.5, 2.5), label="$y = f(x)$"):
    """Draw y = function(x) over span, and the tangent at x = at with its slope as a step of width one.

    function: takes and returns a float64 tensor of any shape, element by element.
    """
    x = torch.tensor(at, dtype=torch.float64, requires_grad=True)
    y = function(x)
    y.backward()
    height, slope = y.item(), x.grad.item()
    xs = torch.linspace(*span, 81, dtype=torch.float64)
    ys = function(xs).tolist()

    fig = canvas(5.6, 4.0)
    axes = fig.add_axes((0.08, 0.15, 0.82, 0.82))
    axes.set_xlim(*span)
    room = 0.08 * (max(ys) - min(ys))
    axes.set_ylim(min(ys) - 3 * room, max(ys) + room)
    axes.axhline(0, color=RULE, linewidth=0.8)
    axes.axvline(0, color=RULE, linewidth=0.8)
    axes.plot(xs.tolist(), ys, color=INK)
    axes.annotate(label, (span[0], ys[0]), xytext=(12, -4), textcoords="offset points", color=INK, size=14)

    reach = 1.15
    axes.plot(
        [at - reach, at + reach], [height - slope * reach, height + slope * reach], color=ACCENT, linewidth=1.6
    )
    step = {"color": WARM, "linewidth": 1.4}
    axes.plot([at, at + 1], [height, height], **step)
    axes.plot([at + 1, at + 1], [height, height + slope], **step)
    rising = slope > 0  # the notes stand clear of the curve on either side
    note = {"textcoords": "offset points", "color": WARM}
    axes.annotate("1", (at + 0.5, height), xytext=(0, -15 if rising else 5), ha="center", **note)
    beside = height + slope / 2 if rising else height + slope
    axes.annotate(f"기울기 {slope:g}".replace("-", "−"), (at + 1, beside), xytext=(8, -4 if rising else -6), **note)
    axes.plot([at], [height], "o", color=ACCENT, markersize=8)
    note["color"] = ACCENT
    axes.annotate(f"$x = {at:g}$", (at, height), xytext=(-12, 4 if rising else -17), ha="right", size=13, **note)
    name = {"xycoords": "axes fraction", "textcoords": "offset points", "size": 14, "color": MUTED}
    axes.annotate("$x$", (1, 0), xytext=(10, -4), **name)
    return Picture(fig, alt)
