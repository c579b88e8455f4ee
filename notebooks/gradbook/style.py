"""How every figure looks: the Korean font, the line widths, an empty canvas to draw on."""

import functools
import logging
from pathlib import Path

# Building matplotlib's font cache, once on a new machine, can print a warning into the first figure's cell.
logging.getLogger("matplotlib.font_manager").setLevel(logging.ERROR)

import matplotlib
from matplotlib.figure import Figure
from matplotlib.font_manager import fontManager

from gradbook.palette import INK, MUTED

fontManager.addfont(Path(__file__).parent / "fonts" / "book-sans.ttf")

MONOSPACE = "DejaVu Sans Mono"

RC = {
    # The Korean font first: in the other order, labels with $…$ show boxes in place of Hangul.
    "font.family": ["Book Sans", "DejaVu Sans"],
    "font.size": 12,
    "mathtext.fontset": "cm",
    "text.color": INK,
    "axes.labelcolor": MUTED,
    "axes.edgecolor": MUTED,
    "axes.linewidth": 0.8,
    "axes.facecolor": "none",
    "axes.spines.top": False,
    "axes.spines.right": False,
    "xtick.color": MUTED,
    "ytick.color": MUTED,
    "xtick.labelsize": 11,
    "ytick.labelsize": 11,
    "xtick.major.width": 0.8,
    "ytick.major.width": 0.8,
    "xtick.major.size": 3,
    "ytick.major.size": 3,
    "lines.linewidth": 2,
    "lines.solid_capstyle": "round",
    "figure.facecolor": "none",
    "svg.fonttype": "path",
    "svg.hashsalt": "gradbook",
}


def styled(draw):
    """Decorator: run a drawing function in the book's style, whatever the reader has set in matplotlib."""

    @functools.wraps(draw)
    def draw_in_style(*args, **kwargs):
        with matplotlib.rc_context(RC):
            return draw(*args, **kwargs)

    return draw_in_style


def canvas(width, height):
    """An empty figure of width × height inches, without pyplot: nothing shows it twice, nothing has to close it."""
    return Figure(figsize=(width, height))


def blank_axes(fig, width, height):
    """Axes over the whole figure without ticks or frame, in units of a hundredth of an inch: one unit is 0.72 pt."""
    axes = fig.add_axes((0, 0, 1, 1))
    axes.set_xlim(0, width)
    axes.set_ylim(0, height)
    axes.axis("off")
    return axes
