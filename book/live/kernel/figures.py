"""matplotlib before and while it draws: got ready for its import, imported ahead, a figure as SVG."""

import contextlib
import importlib
import io
import os
import sys

from . import artists

BACKEND = "module://matplotlib_live"
IMPORTS = f"/lib/python{sys.version_info[0]}.{sys.version_info[1]}/site-packages/matplotlib_live/imports.txt"  # pack.py wrote it


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


def bundle(figure):
    """A figure's forms; its SVG is the same at every run."""
    import matplotlib

    out = io.StringIO()
    with matplotlib.rc_context({"svg.hashsalt": "figure"}):
        figure.savefig(out, format="svg", bbox_inches="tight", metadata={"Date": None})
    return {"image/svg+xml": out.getvalue(), "text/plain": str(figure)}, {}
