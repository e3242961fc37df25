"""Start the app or the workbench on this machine, from an installed wheel or a checkout."""

import os
import subprocess
import sys
from pathlib import Path

from considerations.loading.faults import Refusal
from considerations.loading.loader import folders
from considerations.loading.shipped import SHIPPED

_WORKBENCH = Path(__file__).parents[1] / "ui" / "workbench" / "serve.py"


class NoPacks(Refusal):
    """A folder that has no pack in it."""


def serve(rules: Path | None) -> int:
    """
    Start the app with the settings that ship, and with the packs of a folder in place of those that ship.

    It replaces this process, so that whoever started it can stop it; Windows cannot do that. Raise `NoPacks` without a pack.
    """
    if rules and not folders(rules):
        raise NoPacks(f"{rules}: no folder in it has a pack.yaml; name the folder that holds the packs' folders")
    return _run([str(SHIPPED / "app.py")], rules)


def workbench(folder: Path, port: int) -> int:
    """Start the workbench of a pack, which may have faults, for this machine alone. Raise `NoPacks` without a folder."""
    if not folder.is_dir():
        raise NoPacks(f"{folder}: there is no such folder; name a pack's folder, such as rules/PACK")
    print(
        f"The workbench for {folder} is on http://127.0.0.1:{port}, for this machine alone; Ctrl+C ends it.", flush=True
    )
    folder = folder.resolve()
    # The settings that ship are read from where it is started.
    os.chdir(SHIPPED)
    here = ["--server.address=127.0.0.1", "--browser.serverAddress=127.0.0.1", f"--server.port={port}"]
    return _run([str(_WORKBENCH), *here, "--", str(folder)], folder.parent)


def _run(words: list[str], rules: Path | None) -> int:
    settings = {**os.environ, **({"CONSIDERATIONS_RULES": str(rules.resolve())} if rules else {})}
    # Without -P, a file of the folder in which it is started could stand in for a module.
    command = [sys.executable, "-P", "-m", "streamlit", "run", *words]
    if sys.platform != "win32":
        os.execve(sys.executable, command, settings)  # noqa: S606 - no shell is wanted
    return subprocess.call(command, env=settings)
