"""What the host serves, in _build/published: this edition at the root and every earlier one in a folder of its own, for good.

    python -m book.editions.published _build/earlier

This edition is taken from _build/release, an earlier one from what its release holds: here _build/earlier/v1.0.0. Readers keep
drafts and progress by the path at which the site stands (book/site/assets/theme.js). So the root, where the newest edition always
stands, goes on with what the one before left there; an earlier edition in its folder has its own and writes nothing of the newest.
"""

import hashlib
import shutil
import sys
import zipfile
from pathlib import Path

from book.changelog import kept
from book.editions.gather import ROOT
from book.editions.release import SITE, SUMS


def unpack(release, target):
    """Unpack the site of the release in the folder `release`, if it is the one whose sum was published."""
    [archive] = release.glob(f"*-{SITE}")
    sums = dict(reversed(line.split("  ")) for line in (release / SUMS).read_text(encoding="utf-8").splitlines())
    if hashlib.sha256(archive.read_bytes()).hexdigest() != sums[archive.name]:
        sys.exit(f"{archive}: {SUMS}에 적힌 것과 다릅니다. 다시 받으세요.")
    zipfile.ZipFile(archive).extractall(target)


def make(release, earlier, target, root=ROOT):
    shutil.rmtree(target, ignore_errors=True)
    unpack(release, target)
    for edition in kept(root)[1:]:
        unpack(earlier / edition.tag, target / edition.folder)


if __name__ == "__main__":
    build = ROOT / "_build"
    make(build / "release", Path(sys.argv[1]), build / "published")
