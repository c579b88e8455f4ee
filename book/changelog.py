"""The book's editions as CHANGELOG.md names them. Its newest entry is the one place that says which version this is, and of which day.

`python -m book.changelog` prints the tags of the editions that are kept, this one first.
"""

import datetime
import re
from dataclasses import dataclass
from pathlib import Path

FILE = "CHANGELOG.md"
ENTRY = re.compile(r"^## (\d+\.\d+\.\d+)판\n\n(\d{4})년 (\d{1,2})월 (\d{1,2})일", re.MULTILINE)


@dataclass(frozen=True)
class Edition:
    version: str
    date: datetime.date

    @property
    def tag(self):
        return f"v{self.version}"

    @property
    def folder(self):
        """Where it stands on the site once a newer one has come, for good."""
        return f"editions/{self.version}"


def editions(root):
    """Every edition that the book in the folder `root` tells of, the newest first."""
    text = Path(root, FILE).read_text(encoding="utf-8")
    return [Edition(version, datetime.date(*map(int, day))) for version, *day in ENTRY.findall(text)]


def kept(root):
    """Those that were published: what came before 1.0.0 was not."""
    return [edition for edition in editions(root) if not edition.version.startswith("0.")]


if __name__ == "__main__":
    print("\n".join(edition.tag for edition in kept(Path(__file__).parents[1])))
