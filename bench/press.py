"""One press of a cell's button in a chapter, by the page's own clock."""

CHAPTER = "notebooks/01-requires-grad.html"
FIRST, FIGURE, BETWEEN, EMPTY = "slope-by-hand", "tangent-figure", "descent-by-hand", "import-torch"  # cells of it
# Until the page shows the cell's output and has compared it.
PRESS = """(id) => new Promise((resolve) => {
    const cell = document.querySelector(`div.cell[data-cell-id="${id}"]`);
    delete cell.dataset.result;
    const began = performance.now();
    new MutationObserver((_, watcher) => {
        if (!cell.dataset.result) return;
        watcher.disconnect();
        resolve(performance.now() - began);
    }).observe(cell, { attributeFilter: ["data-result"] });
    cell.querySelector(".live-run").click();
})"""


def press(page, cell):
    """Seconds from the press to the output."""
    return page.evaluate(PRESS, cell) / 1000
