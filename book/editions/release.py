"""The last step of `make release`: all of this edition in _build/release, every file named by its version, with their SHA-256.

sha256sum --check SHA256SUMS
"""

import hashlib
import shutil
import sys
from pathlib import Path

from book.changelog import editions
from book.editions import gather

SUMS = "SHA256SUMS"
SITE = "site.zip"  # how the name ends of the archive that the host serves


def of_another_book(site, file):
    """Whether a file was made of another site than this one, or not at all."""
    sources = Path(f"{file}.sources")
    return not sources.is_file() or sources.read_bytes() != (site / ".sources").read_bytes()


def make(site, target):
    """Gather in the folder `target` what was made of the site in `site`."""
    made = {"pdf": "book.pdf", "epub": "book.epub", "scorm.zip": "scorm.zip"}
    made = {ending: site.parent / "editions" / name for ending, name in made.items()}
    if old := [file.name for file in made.values() if of_another_book(site, file)]:
        sys.exit(f"{', '.join(old)}: 지금의 책으로 만든 것이 아닙니다. `make release`로 모두 함께 만드세요.")
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir(parents=True)
    version = editions(gather.ROOT)[0].version
    gather.pack(target / f"gradbook-{version}-{SITE}", gather.files_of(site).items())
    for ending, file in {**made, "notebooks.zip": site / "notebooks.zip"}.items():
        join = "." if ending in ("pdf", "epub") else "-"
        shutil.copyfile(file, target / f"gradbook-{version}{join}{ending}")
    sums = [f"{hashlib.sha256(file.read_bytes()).hexdigest()}  {file.name}\n" for file in sorted(target.iterdir())]
    (target / SUMS).write_text("".join(sums), encoding="utf-8")


if __name__ == "__main__":
    build = gather.ROOT / "_build"
    make(build / "html", build / "release")
