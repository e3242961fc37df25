"""
The licences of everything the app runs on: `python -m tests.licences > .github/LICENCES.md`.

Read from what is installed, for the packages of the lock.
"""

import re
from importlib import metadata

from tests.conftest import ROOT

LOCK = ROOT / ".github" / "requirements.lock"
TABLE = ROOT / ".github" / "LICENCES.md"

# Licences that go with Apache-2.0 when their packages are used as they are; MPL-2.0 asks for changes to its own files only.
FREE = {"0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "CC0-1.0", "ISC", "MIT", "MIT-CMU", "MPL-2.0", "PSF-2.0", "Zlib"}  # fmt: skip

# What packages say that do not yet say it in SPDX's words; "BSD License" alone was looked up: each is of three clauses.
_IN_SPDX = {
    "3-Clause BSD License": "BSD-3-Clause",
    "Apache License 2.0": "Apache-2.0",
    "BSD License": "BSD-3-Clause",
}


def locked() -> dict[str, set[str]]:
    """Give the versions of each package in the lock; some have one for older Pythons."""
    found: dict[str, set[str]] = {}
    for name, version in re.findall(r"^([a-z0-9-]+)==([^ ]+)", LOCK.read_text("utf-8"), flags=re.M):
        found.setdefault(name, set()).add(version)
    return found


def licence(package: str) -> str:
    """Give an installed package's licence in SPDX's words, or `unknown`."""
    said = metadata.metadata(package)
    kinds = [line.split(" :: ")[-1] for line in said.get_all("Classifier") or [] if line.startswith("License")]
    for words in (said["License-Expression"], said["License"], *kinds):
        found = _IN_SPDX.get(words or "", words or "")
        if found and parts(found) <= FREE:
            return found
    return "unknown"


def parts(expression: str) -> set[str]:
    """
    Give the licences that an expression names.

    >>> sorted(parts("Apache-2.0 OR BSD-2-Clause"))
    ['Apache-2.0', 'BSD-2-Clause']
    """
    return set(re.split(r" AND | OR ", expression))


if __name__ == "__main__":
    print("# What the app runs on, and under which licences\n")
    print("Made by `python -m tests.licences` from the packages of `requirements.lock`.\n")
    print("| package | licence |\n|---|---|")
    for each in locked():
        print(f"| {each} | {licence(each)} |")
