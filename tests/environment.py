"""A Python of its own for what must not stand beside the book's packages. Kept in .cache."""

import hashlib
import subprocess
import sys
import sysconfig

from book.tools.browser import ROOT


def environment(name, *wanted, limits=()):
    """The Python that has the book's packages and beside them those of the files `wanted`; limits: files that only pin versions."""
    wanted = [*wanted, ROOT / "requirements.txt"]
    key = hashlib.sha256(b"".join([sys.version.encode(), *(path.read_bytes() for path in (*wanted, *limits))])).hexdigest()[:12]
    home = ROOT / ".cache" / f"{name}-{key}"
    found, ready = home / "bin/python", home / "ready"
    if not ready.exists():
        subprocess.run([sys.executable, "-m", "venv", "--clear", home], check=True)
        site = subprocess.check_output([found, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"], text=True).strip()
        with open(f"{site}/book.pth", "w", encoding="utf-8") as file:
            file.write(sysconfig.get_path("purelib"))
        install = [found, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        files = [word for option, paths in (("-r", wanted), ("-c", limits)) for path in paths for word in (option, path)]
        subprocess.run([*install, *files], check=True)
        ready.touch()
    return found
