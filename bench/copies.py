"""Copies of the book with any number of chapters, to see how costs grow; and a clock."""

import os
import shutil
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parent.parent
SIZES = (5, 50, 200)
CHAPTERS = sorted((ROOT / "notebooks").glob("*.ipynb"))
STOCK_CONFIG = "title: stock\nonly_build_toc_files: true\nexecute:\n  execute_notebooks: 'off'\n"


@contextmanager
def book(count, stock=False):
    """A folder with a book of `count` chapters, the real ones over and over. stock: Jupyter Book's own look, no extensions."""
    with TemporaryDirectory() as folder:
        folder = Path(folder)
        ignore = shutil.ignore_patterns("node_modules", "__pycache__", ".ipynb_checkpoints", "*.ipynb")
        for name in ("book", "notebooks", "tests"):
            shutil.copytree(ROOT / name, folder / name, ignore=ignore)
        for name in ("_config.yml", "pytest.ini", "requirements.txt", "CHANGELOG.md"):
            shutil.copy(ROOT / name, folder / name)
        for kept in (".cache", "book/node_modules"):  # downloads: a cold build is not a first download
            if (ROOT / kept).exists():
                (folder / kept).symlink_to(ROOT / kept, target_is_directory=True)
        if stock:
            (folder / "_config.yml").write_text(STOCK_CONFIG, encoding="utf-8")
        lines = ["format: jb-book", "root: book/index", "chapters:"]
        for page in sorted((ROOT / "book").glob("*.md")):
            if page.stem != "index":
                lines.append(f"  - file: book/{page.stem}")
        for i in range(count):
            source = CHAPTERS[i % len(CHAPTERS)]
            # The first round keeps its names: other pages link to them.
            name = source.stem if i < len(CHAPTERS) else f"{i + 1:03d}-{source.stem[3:]}"
            shutil.copy(source, folder / "notebooks" / f"{name}.ipynb")
            lines.append(f"  - file: notebooks/{name}")
        (folder / "_toc.yml").write_text("\n".join(lines) + "\n", encoding="utf-8")
        yield folder


def seconds(command, folder):
    """How long `python command…` takes in `folder`, s. Failing, it ends the measure with the command's last words."""
    start = time.perf_counter()
    run = subprocess.run(
        [sys.executable, *command], cwd=folder, capture_output=True, text=True, env={**os.environ, "PYTHONUTF8": "1"}
    )
    if run.returncode:
        sys.exit(f"{' '.join(command)} failed:\n{run.stdout[-2000:]}\n{run.stderr[-2000:]}")
    return time.perf_counter() - start
