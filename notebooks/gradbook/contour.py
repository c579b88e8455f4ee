"""The figure of chapter 3: level curves of a function of two variables, and its gradient at one point as an arrow."""

import torch
from matplotlib.patches import FancyArrowPatch

from gradbook.palette import ACCENT, MUTED, RULE, WARM
from gradbook.style import canvas, styled
from gradbook.svg import Picture

SPAN = 3.2  # both axes run from -SPAN to SPAN
ARROW = 0.3  # length of the arrow for a gradient of length one


@styled
def draw_gradient(function, at, alt):
    """Draw level curves of z = function(x, y) and, at the point `at`, the gradient with its two partial derivatives.

    function: takes two float64 tensors of one shape and returns z element by element; at: (x, y).
    """
    x = torch.tensor(at[0], dtype=torch.float64, requires_grad=True)
    y = torch.tensor(at[1], dtype=torch.float64, requires_grad=True)
    z = function(x, y)
    z.backward()
    slope_x, slope_y = x.grad.item(), y.grad.item()
    ticks = torch.linspace(-SPAN, SPAN, 61, dtype=torch.float64)
    heights = function(ticks.reshape(1, -1).expand(61, 61), ticks.reshape(-1, 1).expand(61, 61)).tolist()

    fig = canvas(5.2, 5.2)
    axes = fig.add_axes((0.08, 0.09, 0.85, 0.85))
    axes.set_aspect("equal")
    grid = ticks.tolist(), ticks.tolist(), heights
    axes.contour(*grid, levels=6, colors=[RULE], linestyles="solid", linewidths=1)
    axes.contour(*grid, levels=[z.item()], colors=[ACCENT], linestyles="solid", linewidths=1.6)
    axes.set_xlim(-SPAN, SPAN)
    axes.set_ylim(-SPAN, SPAN)
    axes.set_xticks(range(-3, 4))
    axes.set_yticks(range(-3, 4))

    tip = at[0] + ARROW * slope_x, at[1] + ARROW * slope_y
    sides = {"color": WARM, "linewidth": 1.1, "linestyle": (0, (3, 3))}
    axes.plot([at[0], tip[0]], [at[1], at[1]], **sides)
    axes.plot([tip[0], tip[0]], [at[1], tip[1]], **sides)
    axes.add_patch(
        FancyArrowPatch(
            at, tip, arrowstyle="-|>,head_length=7,head_width=3.5", color=WARM, linewidth=2, shrinkA=0, shrinkB=0
        )
    )
    axes.plot([at[0]], [at[1]], "o", color=ACCENT, markersize=8)
    right, up = slope_x >= 0, slope_y >= 0  # the notes stand outside the triangle, the point's on the other side
    ahead, behind = ("left", "right") if right else ("right", "left")
    _note(axes, _slope("x", slope_x), ((at[0] + tip[0]) / 2, at[1]), (0, -22 if up else 22), WARM, "center")
    _note(axes, _slope("y", slope_y), (tip[0], (at[1] + tip[1]) / 2), (8 if right else -8, 0), WARM, ahead)
    _note(axes, f"({at[0]:g}, {at[1]:g})".replace("-", "−"), at, (-12 if right else 12, 0), ACCENT, behind)
    name = {"xycoords": "axes fraction", "textcoords": "offset points", "size": 14, "color": MUTED}
    axes.annotate("$x$", (1, 0), xytext=(6, -4), **name)
    axes.annotate("$y$", (0, 1), xytext=(-4, 6), **name)
    return Picture(fig, alt)


def _slope(name, value):
    return rf"$\dfrac{{\partial z}}{{\partial {name}}} = {value:g}$"


def _note(axes, text, point, offset, color, ha):
    axes.annotate(text, point, xytext=offset, textcoords="offset points", color=color, ha=ha, va="center", size=13)
