"""How much of the machine's memory a page has, its worker included: Linux knows what each process has to itself and its part of
what it shares."""

import os
import re
from pathlib import Path


def of_page(page):
    """MB of the process that draws the page: the largest of this program's renderers, once garbage is collected."""
    page.context.new_cdp_session(page).send("HeapProfiler.collectGarbage")
    return max(map(share, renderers(os.getpid()))) / 1000


def share(process):
    """Its proportional set size, KB; 0 where it has just ended."""
    try:
        return int(re.search(r"^Pss:\s+(\d+)", Path(f"/proc/{process}/smaps_rollup").read_text(), re.MULTILINE)[1])
    except OSError:
        return 0


def renderers(process):
    """The processes below a process that draw pages."""
    for child in children(process):
        if b"--type=renderer" in Path(f"/proc/{child}/cmdline").read_bytes():
            yield child
        yield from renderers(child)


def children(process):
    return [int(child) for task in Path(f"/proc/{process}/task").iterdir() for child in (task / "children").read_text().split()]
