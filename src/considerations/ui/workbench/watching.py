"""Watch the folder of one pack for the workbench, for this machine alone."""

import sys
from functools import cache
from pathlib import Path
from threading import Lock

from streamlit.config import get_option

from considerations.pack.words import workbench as wording
from considerations.proof.workbench import Workbench, look

LOOPBACK = ("127.0.0.1", "::1", "localhost")


class Watched:
    """The folder of a pack; every page that is open sees the same of it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._seen: Workbench | None = None
        self._lock = Lock()

    def current(self) -> Workbench:
        """Return what the folder shows now: the same object until something changes."""
        with self._lock:
            self._seen = look(self.folder, self._seen)
            return self._seen


@cache
def watched() -> Watched:
    """Watch the folder that the server was started with; raise `PermissionError` where others could reach the server."""
    if get_option("server.address") not in LOOPBACK:
        raise PermissionError(wording.ONLY_HERE)
    return Watched(Path(sys.argv[1]))
