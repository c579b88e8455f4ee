"""The figures a cell has opened: what plt.show() or the end of the cell puts among the outputs."""

import sys

from . import display, figures


def _managers():
    pyplot = sys.modules.get("matplotlib.pyplot")
    if pyplot is None or pyplot.get_backend().lower() != figures.BACKEND:
        return []
    from matplotlib._pylab_helpers import Gcf

    return Gcf.get_all_fig_managers()


def show_all():
    """Draws every open figure that has something on it, and closes them, as a notebook does at the end of a cell."""
    for manager in _managers():
        figure = manager.canvas.figure
        if figure.axes or figure.lines or figure.texts or figure.patches or figure.images:
            display.publish(*figures.bundle(figure))
    drop()


def drop():
    """Closes every figure without drawing it."""
    if _managers():
        sys.modules["matplotlib.pyplot"].close("all")
