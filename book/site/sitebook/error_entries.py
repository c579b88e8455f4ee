"""The error dictionary from everywhere: below an error that it explains, one line leads to its entry.

The dictionary is the notebooks `errors-*.ipynb`. An entry is a section whose heading is the message in backticks, `…` where it
varies; the heading's first words, as many as tell it from the others, are the pattern and give the section a second anchor, so
nothing is written twice. Stored errors get their line when the page is written, a reader's own errors when they are drawn
(book/live/page): the patterns lie in the bundle, nothing is asked for.
"""

import json
import re
from dataclasses import dataclass, replace
from pathlib import Path

from docutils import nodes
from sphinx.util.osutil import relative_uri

from .addresses import make_id

HEADING = re.compile(r"^## `([^`]+)`$", re.MULTILINE)
WORDS = "이 오류 풀이 →"
LEAST = 24  # characters of a pattern: fewer could stand in any message


@dataclass(frozen=True)
class Entry:
    page: str  # notebooks/errors-backward
    heading: str  # the message, … where it varies
    pattern: str  # as much of the heading as tells it from the others

    @property
    def anchor(self):
        return make_id(self.heading)

    @property
    def pieces(self):
        """What stands in the message, in this order."""
        return [piece.strip() for piece in self.pattern.split("…") if piece.strip()]


def entries(root):
    """Every entry of the dictionary whose heading is a message."""
    found, said = [], []
    for path in sorted(Path(root, "notebooks").glob("errors-*.ipynb")):
        for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]:
            if cell["cell_type"] == "markdown":
                for heading in HEADING.findall("".join(cell["source"])):
                    found.append(Entry(f"notebooks/{path.stem}", heading, heading))
                    said.append(heading)
            else:
                said += messages(cell)
    return shortened(found, said)


def messages(cell):
    """What a cell's stored errors say, and what it printed: warnings."""
    for output in cell.get("outputs", ()):
        if output["output_type"] == "error":
            yield output["evalue"]
        elif output["output_type"] == "stream":
            yield "".join(output["text"])


def shortened(whole, said):
    """The entries with the shortest patterns by which all that was said still finds the entry that its whole heading finds."""
    steps = [iter(beginnings(entry.heading)) for entry in whole]
    short = [replace(entry, pattern=next(step)) for entry, step in zip(whole, steps)]
    for message in said:
        right = match(whole, message)
        while (claimed := match(short, message)) is not None and (right is None or claimed.heading != right.heading):
            wrong = [entry.heading for entry in short].index(claimed.heading)
            longer = next(steps[wrong], None)
            if longer is None:  # whole already: then the right one is too short
                wrong = [entry.heading for entry in short].index(right.heading)
                longer = next(steps[wrong])
            short[wrong] = replace(short[wrong], pattern=longer)
    return short


def beginnings(heading):
    """The beginnings of a heading that may stand for it, the shortest first: to a word after its last … at least."""
    varies = heading.rfind("…")
    ends = [word.end() for word in re.finditer(r"\S+", heading)]
    return [heading[:end] for end in ends if (end >= LEAST and end > varies + 1) or end == len(heading)]


def match(found, message):
    """The entry whose words stand in a message, the longest where there are several; None where there is none."""
    text, best = " ".join(message.replace("`", "").split()), None
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
    """For the page's script: {page: [pattern, …]}. It makes the anchors of `name_patterns` itself: half the bytes."""
    data = {}
    for entry in found:
        data.setdefault(entry.page, []).append(entry.pattern)
    return data


def name_patterns(app, doctree):
    """Give each entry's section its pattern's id too, where the page's script leads."""
    mine = {entry.anchor: make_id(entry.pattern) for entry in app.sitebook.error_entries if entry.page == app.env.docname}
    for section in doctree.findall(nodes.section):
        short = mine.get(section["ids"][0])
        if short and short not in section["ids"]:
            section["ids"].append(short)


def link_stored(app, doctree):
    """Below each stored error that the dictionary explains, the line that leads there."""
    here = app.env.docname
    if not here.startswith("notebooks/") or here.startswith("notebooks/errors-"):
        return
    found = app.sitebook.error_entries
    for error in list(doctree.findall(lambda node: isinstance(node, nodes.literal_block) and "traceback" in node["classes"])):
        entry = match(found, error.astext())
        if entry:
            address = f"{relative_uri(app.builder.get_target_uri(here), app.builder.get_target_uri(entry.page))}#{entry.anchor}"
            line = nodes.paragraph("", "", nodes.reference("", WORDS, refuri=address, internal=True), classes=["error-entry"])
            error.parent.insert(error.parent.index(error) + 1, line)


def read_anew(app, env, added, changed, removed):
    """Read the dictionary; pages with code are read again when its entries are others than they were read with."""
    app.sitebook.error_entries = entries(app.srcdir)
    now = [(entry.page, entry.heading, entry.pattern) for entry in app.sitebook.error_entries]
    before, app.sitebook.kept.error_entries = app.sitebook.kept.error_entries, now
    return [name for name in env.found_docs if name.startswith("notebooks/")] if now != before else []
