"""Start the app on this machine, from an installed wheel or a checkout: `considerations`."""

import os
import subprocess
import sys
from pathlib import Path

from considerations.loading.loader import folders
from considerations.loading.shipped import SHIPPED


class NoPacks(Exception):
    """A folder that has no pack in it."""


def serve(rules: Path | None) -> int:
    """
    Start the app with the settings that ship, and with the packs of a folder in place of those that ship.

    It replaces this process, so that whoever started it can stop it; Windows cannot do that. Raise `NoPacks` without a pack.
    """
    if rules and not folders(rules):
        raise NoPacks(f"{rules}: no folder in it has a pack.yaml; name the folder that holds the packs' folders")
    settings = {**os.environ, **({"CONSIDERATIONS_RULES": str(rules.resolve())} if rules else {})}
    # Without -P, a file of the folder in which it is started could stand in for a module.
    command = [sys.executable, "-P", "-m", "streamlit", "run", str(SHIPPED / "app.py")]
    if sys.platform != "win32":
        os.execve(sys.executable, command, settings)  # noqa: S606 - no shell is wanted
    return subprocess.call(command, env=settings)
