"""The matplotlib backend of the live cells: draws without a screen, and plt.show() puts the figures among the cell's outputs.

It travels in matplotlib's archive; the environment variable MPLBACKEND, set by kernel/figures.py, names it.
"""

from matplotlib.backends.backend_svg import FigureCanvas, FigureManager  # noqa: F401


def show(*_, **__):
    from kernel import open_figures

    open_figures.show_all()
