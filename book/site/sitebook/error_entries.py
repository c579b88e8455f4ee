"""The error dictionary from everywhere: below an error that it explains, one line leads to its entry.

The dictionary is the notebooks `errors-*.ipynb`. An entry is a section whose heading is the message in backticks, `…` where it
varies; the heading's words are the pattern and give the anchor, so nothing is written twice. Stored errors get their line when the
page is written, a reader's own errors when they are drawn (book/live/page): the patterns lie in the bundle, nothing is asked for.
"""

import json
import re
from dataclasses import dataclass
from pathlib import Path

from docutils import nodes
from sphinx.util.osutil import relative_uri

from .addresses import make_id

HEADING = re.compile(r"^## `([^`]+)`$", re.MULTILINE)
WORDS = "이 오류 풀이 →"


@dataclass(frozen=True)
class Entry:
    page: str  # notebooks/errors-backward
    heading: str  # the message, … where it varies

    @property
    def anchor(self):
        return make_id(self.heading)

    @property
    def pieces(self):
        """What stands in the message, in this order."""
        return [piece.strip() for piece in self.heading.split("…") if piece.strip()]


def entries(root):
    """Every entry of the dictionary whose heading is a message."""
    found = []
    for path in sorted(Path(root, "notebooks").glob("errors-*.ipynb")):
        for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]:
            if cell["cell_type"] == "markdown":
                found += [Entry(f"notebooks/{path.stem}", heading) for heading in HEADING.findall("".join(cell["source"]))]
    return found


def match(found, message):
    """The entry whose words stand in a message, the longest where there are several; None where there is none."""
    text, best = " ".join(message.split()), None
    for entry in found:
        at = 0
        for piece in entry.pieces:
            at = text.find(piece, at) + 1
            if not at:
                break
        else:
            if best is None or len("".join(entry.pieces)) > len("".join(best.pieces)):
                best = entry
    return best


def as_data(found):
    """The patterns for the page's script: {page: [heading, …]}. It makes the anchors itself: half the bytes."""
    data = {}
    for entry in found:
        data.setdefault(entry.page, []).append(entry.heading)
    return data


def link_stored(app, doctree):
    """Below each stored error that the dictionary explains, the line that leads there."""
    here = app.env.docname
    if not here.startswith("notebooks/") or here.startswith("notebooks/errors-"):
        return
    found = entries(app.srcdir)
    for error in list(doctree.findall(lambda node: isinstance(node, nodes.literal_block) and "traceback" in node["classes"])):
        entry = match(found, error.astext())
        if entry:
            address = f"{relative_uri(app.builder.get_target_uri(here), app.builder.get_target_uri(entry.page))}#{entry.anchor}"
            line = nodes.paragraph("", "", nodes.reference("", WORDS, refuri=address, internal=True), classes=["error-entry"])
            error.parent.insert(error.parent.index(error) + 1, line)


def read_anew(app, env, added, changed, removed):
    """Pages with code are read again when the dictionary's entries are others than they were read with."""
    now = [(entry.page, entry.heading) for entry in entries(app.srcdir)]
    before, app.sitebook.kept.error_entries = app.sitebook.kept.error_entries, now
    return [name for name in env.found_docs if name.startswith("notebooks/")] if now != before else []
