"""matplotlib in a cell: what plt.show() or the end of the cell draws, as SVG among the outputs."""

import contextlib
import importlib
import io
import os
import sys

from . import artists
from . import display  # display knows figures, and figures are displayed

BACKEND = "module://matplotlib_live"
IMPORTS = "/lib/python3.12/site-packages/matplotlib_live/imports.txt"  # pack.py wrote it


def prepare():
    """Called once matplotlib's files are there, before it is imported."""
    os.environ["MPLBACKEND"] = BACKEND
    artists.put_off()


def ahead():
    """Imports what a first figure imports, one module at each step, so that a cell can run in between."""
    try:
        with open(IMPORTS, encoding="utf-8") as file:
            names = file.read().split()
    except FileNotFoundError:
        return  # matplotlib is not there
    for name in names:
        if name not in sys.modules:
            with contextlib.suppress(BaseException):  # an interrupt that came late; the cell's own import says what is wrong
                importlib.import_module(name)
            yield


def _managers():
    pyplot = sys.modules.get("matplotlib.pyplot")
    if pyplot is None or pyplot.get_backend().lower() != BACKEND:
        return []
    from matplotlib._pylab_helpers import Gcf

    return Gcf.get_all_fig_managers()


def show_all():
    """Draws every open figure that has something on it, and closes them, as a notebook does at the end of a cell."""
    for manager in _managers():
        figure = manager.canvas.figure
        if figure.axes or figure.lines or figure.texts or figure.patches or figure.images:
            display.publish(*bundle(figure))
    drop()


def drop():
    """Closes every figure without drawing it."""
    if _managers():
        sys.modules["matplotlib.pyplot"].close("all")


def bundle(figure):
    """A figure's forms; its SVG is the same at every run."""
    import matplotlib

    out = io.StringIO()
    with matplotlib.rc_context({"svg.hashsalt": "figure"}):
        figure.savefig(out, format="svg", bbox_inches="tight", metadata={"Date": None})
    return {"image/svg+xml": out.getvalue(), "text/plain": str(figure)}, {}
