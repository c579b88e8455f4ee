"""The two shapes that diagrams are made of: rounded boxes and arrows."""

from matplotlib.patches import FancyArrowPatch, FancyBboxPatch


def draw_box(axes, x, y, width, height, ground, radius=8):
    """A rounded box without an outline around the middle (x, y), filled with a palette colour."""
    corner = (x - width / 2, y - height / 2)
    style = f"round,pad=0,rounding_size={radius}"
    axes.add_patch(FancyBboxPatch(corner, width, height, boxstyle=style, facecolor=ground, edgecolor="none"))


def draw_arrow(axes, start, end, color):
    """A straight arrow from start to end, (x, y) each."""
    head = "-|>,head_length=5,head_width=2.5"
    axes.add_patch(FancyArrowPatch(start, end, arrowstyle=head, color=color, linewidth=1.4))
