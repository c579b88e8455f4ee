"""Installs what the tests need from the system, where it is missing: a Chromium, and Java for epubcheck.

With Debian's packages where apt-get and root are at hand; elsewhere Playwright's own Chromium.
"""

import os
import shutil
import subprocess
import sys

from book.tools.browser import chromium

PACKAGES = {"chromium": chromium, "default-jre-headless": lambda: shutil.which("java")}


def main():
    missing = [package for package, found in PACKAGES.items() if not found()]
    if not missing:
        return
    if shutil.which("apt-get") and os.geteuid() == 0:
        subprocess.run(["apt-get", "update", "-q"], check=True)
        subprocess.run(["apt-get", "install", "-y", "-q", "--no-install-recommends", *missing], check=True)
        return
    if "default-jre-headless" in missing:
        sys.exit(
            "Java가 없습니다. epubcheck를 돌리는 데 필요합니다. Debian/Ubuntu: sudo apt-get install default-jre-headless, "
            "macOS: brew install openjdk, Windows: winget install Microsoft.OpenJDK.21"
        )
    subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=True)


if __name__ == "__main__":
    main()
