"""The book's sources as checks read them: every piece of Markdown with the place it stands in."""

import json
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Piece:
    """A Markdown file, or one Markdown cell of a notebook."""

    file: str  # relative to the repository
    cell: str  # "셀 3 (its id)", counted from 0, empty for a Markdown file
    text: str

    def place(self, line):
        """Where a line of this piece (counted from 1) stands, for a message."""
        return f"{self.file}: {self.cell}, {line}째 줄" if self.cell else f"{self.file}, {line}째 줄"


def markdown_pieces():
    """Every Markdown file of the book and every Markdown cell of its notebooks, in order of their names."""
    pieces = []
    for path in sorted([*ROOT.glob("book/*.md"), ROOT / "CHANGELOG.md", *ROOT.glob("notebooks/*.ipynb")]):
        name = path.relative_to(ROOT).as_posix()
        if path.suffix == ".md":
            pieces.append(Piece(name, "", path.read_text(encoding="utf-8")))
            continue
        for number, cell in enumerate(json.loads(path.read_text(encoding="utf-8"))["cells"]):
            if cell["cell_type"] == "markdown":
                pieces.append(Piece(name, f"셀 {number} ({cell.get('id', '')})", "".join(cell["source"])))
    return pieces


def reply_pieces():
    """What stands in cells' metadata for readers, as Piece with one paragraph for each text: what a prediction is chosen from and
    answered, what is said of the order of lines."""
    pieces = []
    for path in sorted(ROOT.glob("notebooks/*.ipynb")):
        for number, cell in enumerate(json.loads(path.read_text(encoding="utf-8"))["cells"]):
            predict, parsons = (cell["metadata"].get(key, {}) for key in ("predict", "parsons"))
            said = {
                "predict": [*predict.get("choices", []), *predict.get("replies", {}).values()],
                "parsons": [*(rule["says"] for rule in parsons.get("wrong", [])), *filter(None, [parsons.get("also")])],
            }
            for key, texts in said.items():
                if texts:
                    place = f"셀 {number} ({cell.get('id', '')})의 {key}"
                    pieces.append(Piece(path.relative_to(ROOT).as_posix(), place, "\n\n".join(texts)))
    return pieces


def source_of(docname):
    """The source file of a page, relative to the repository; empty for a page without one."""
    return next((f"{docname}{ending}" for ending in (".ipynb", ".md") if (ROOT / f"{docname}{ending}").exists()), "")


def find(docname, *words):
    """The place in a page's source where the first of `words` that stands there stands, or just the file."""
    pieces = [piece for piece in markdown_pieces() if piece.file == source_of(docname)]
    for wanted in filter(None, words):
        for piece in pieces:
            for line, text in enumerate(piece.text.splitlines(), 1):
                if wanted in text:
                    return piece.place(line)
    return source_of(docname) or docname
