"""
Find a Chromium for the browser tests, or fetch one: `python tests/browser/chromium.py`.

Tried in order: what is installed, Playwright's own, and as root on Debian or Ubuntu the system's package. Where none can
be had the browser tests are skipped and say so; under CI that is a failure.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright


def find() -> str | None:
    """Give the path of a Chromium, or None."""
    with sync_playwright() as playwright:
        own = playwright.chromium.executable_path
    names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"]
    return next(filter(None, [own if Path(own).is_file() else None, *map(shutil.which, names)]), None)


def fetch() -> None:
    """Try to get one; what fails is told by its own output."""
    subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False, timeout=600)
    if not find() and shutil.which("apt-get") and os.geteuid() == 0:
        subprocess.run(["apt-get", "update", "-qq"], check=False, timeout=600)
        install = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium", "fonts-liberation"]
        subprocess.run(install, check=False, timeout=600, env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"})


if __name__ == "__main__":
    if not find():
        fetch()
    found = find()
    print(f"Chromium: {found}" if found else "No Chromium can be had here: the browser tests will be skipped.")
    sys.exit(0 if found or not os.environ.get("CI") else 1)
