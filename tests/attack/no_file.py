"""What is no regular file is given as an article, as answers and as a file of a pack: what hangs or is taken for one."""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.conftest import FALLS

MADE_UP = ["/proc/self/environ", "/proc/self/maps", "/proc/kmsg", "/proc/version", "/dev/zero", "/dev/random", "/dev"]


def _became(*command: str) -> str:
    call = [sys.executable, "-m", "considerations", *command]
    try:
        found = subprocess.run(call, capture_output=True, text=True, check=False, timeout=10)
    except subprocess.TimeoutExpired:
        return "UNDECIDED"
    refused = any(said in found.stderr for said in ("folder or a device", "lies on no disk", "cannot be opened"))
    return "refused" if found.returncode and refused else "TAKEN OR NOT NAMED"


def main() -> int:
    """Print what became of each, and give how many were not refused."""
    through = tried = 0
    with TemporaryDirectory() as under:
        copy = Path(shutil.copytree(FALLS, Path(under) / "falls"))
        pipe, link, changes = Path(under) / "pipe", Path(under) / "link", copy / "CHANGES.md"
        os.mkfifo(pipe)
        for target in (*MADE_UP, str(pipe)):
            for way in ("index", "summary", "check", "link"):
                link.unlink(missing_ok=True)
                link.symlink_to(target)
                changes.unlink()
                changes.symlink_to(target if way == "check" else FALLS / "CHANGES.md")
                commands = {"index": ["index", target], "summary": ["summary", str(FALLS), target]}
                commands |= {"check": ["check", str(copy)], "link": ["index", str(link)]}
                became = _became(*commands[way])
                tried, through = tried + 1, through + (became != "refused")
                print(f"{became:20}{way:8} {target.replace(under, '…')}")
    print(f"{through} of {tried} were taken, hung, or were not named as what they are")
    return through


if __name__ == "__main__":
    sys.exit(bool(main()))
