"""One place names the version of Pyodide, book/package.json: its Python, its numpy and its matplotlib follow from it."""

import json
import os
import re
from pathlib import Path

from book.site.sitebook.live_cells import node
from book.site.sitebook.live_cells.sources import pinned
from book.tools.browser import ROOT

READ = {".py", ".js", ".mjs", ".json", ".md", ".yml", ".html", ".toml", ".css", ".cfg", ".ini", ""}
GENERATED = {"package.json", "package-lock.json", "requirements.txt"}  # the place itself; what npm writes; real Python's packages
ROOMS = ("book", "tests", "bench", "notebooks/gradbook", ".github", ".ci")


def named():
    """{what: how a second place would write it}"""
    node.install()
    lock = json.loads((ROOT / "book/node_modules/pyodide/pyodide-lock.json").read_text("utf-8"))
    python = lock["info"]["python"]
    major, minor, _ = python.split(".")
    return {
        "Pyodide": rf"(?<![\d.]){re.escape(pinned())}(?![\d.])",
        "Pyodide's Python": rf"(?<![\d.]){re.escape(python)}(?![\d.])|python{major}\.?{minor}\b|cp{major}{minor}\b",
        **{
            f"Pyodide's {name}": rf"\b{name}\W{{1,8}}{re.escape(lock['packages'][name]['version'])}\b"
            for name in ("numpy", "matplotlib")
        },
    }


def files():
    found = [*ROOT.glob("*")]
    for room in ROOMS:
        for folder, inside, names in os.walk(ROOT / room):
            inside[:] = [name for name in inside if name not in ("node_modules", "licenses", "__pycache__")]
            found += [Path(folder, name) for name in names]
    return [path for path in sorted(found) if path.is_file() and path.suffix in READ and path.name not in GENERATED]


def test_no_second_place_names_a_version():
    patterns = named()
    found = [
        f"{path.relative_to(ROOT)}, line {number}: {what}: {line.strip()[:80]}"
        for path in files()
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        for what, pattern in patterns.items()
        if re.search(pattern, line)
    ]
    assert not found, "\n".join(
        [*found, "These follow from book/package.json: ask sitebook/live_cells/sources.py or Python itself."]
    )


def test_the_pinned_version_is_the_installed_one():
    node.install()
    installed = json.loads((ROOT / "book/node_modules/pyodide/package.json").read_text("utf-8"))
    assert installed["version"] == pinned()
