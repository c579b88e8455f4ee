"""What runs one code cell at a time inside the reader's browser, as IPython does at an author's desk.

`freeze()` is called once, when the book is built: the memory it leaves behind is what every reader starts with.
`begin(send)` is called by the worker; `send(kind, json)` carries everything back to the page. The rest of this package:
`cell` runs code, `streams` and `display` catch what it shows, `frames` writes tracebacks, `slips` adds a sentence to some, `lookup`
answers the editor, from what `names` finds in a text and `values` says of what it means, `packages` loads what a cell imports,
`figures` draws with matplotlib, `open_figures` shows what a cell drew, `artists` shortens matplotlib's import, `ipython` stands in for
the IPython a cell may import, `waiting` lets a sleeping cell be stopped.
"""

from . import cell, display, figures, lookup, outbox, packages, streams, waiting

# What everyday cells import from the standard library: in memory before the first cell. Each costs every reader its bytes, and
# spares compiling it. What figures import besides has an archive (packages.py of the build: WITH_FIGURES).
FROZEN = """collections copy dataclasses datetime enum functools itertools json math operator pathlib pprint random re string
    textwrap time typing warnings encodings.utf_16_be unicodedata"""


def freeze(packages):
    """Imports ahead what cells use, then forgets where the standard library was read from: readers get another file."""
    import gc
    import importlib
    import sys
    import zipimport

    for name in [*FROZEN.split(), *packages]:
        importlib.import_module(name)
    zipimport._zip_directory_cache.clear()
    sys.path_importer_cache.clear()
    gc.collect()


def begin(send, fetch, table, rest):
    """Prepares the namespace. `fetch(name)` loads a package at once; `table` maps module names to the packages that hold them,
    `rest` a package to the one with what of it is seldom used."""
    import random
    import sys

    outbox.connect(send)
    random.seed()  # the frozen state is every reader's
    streams.install()
    display.install()
    packages.install(fetch, table, rest)
    waiting.install()
    cell.reset()
    sys.argv = [""]


WARM = """import torch
x = torch.tensor([1., 2.], requires_grad=True)
y = (x ** 2).sum()
y.backward()
repr((x, y, x.grad))"""


def warm():
    """Goes once, unseen, where a first cell goes: engines compile WebAssembly when it is called, and nobody waits now."""
    import contextlib

    packages.needs(WARM)
    with contextlib.suppress(Exception):  # a torch of the book's own choice may lack some of it
        for step, _ in cell.compile_cell(WARM, "<warm>"):
            eval(step, {})


run = cell.run
stop = cell.stop
ahead = figures.ahead
needs = packages.needs
complete = lookup.complete
inspect = lookup.inspect
look = lookup.look
variables = lookup.variables
