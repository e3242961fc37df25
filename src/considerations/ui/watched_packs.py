"""Watch the packs' folders: a changed pack is loaded whole or not at all, and its last version that loaded stays until then."""

import logging
import time
from pathlib import Path
from threading import Lock

from considerations.loading.loader import FILES, BrokenPack, folders, load
from considerations.pack import Pack

# How often the folders are looked at, and how old their newest change must be, in seconds.
EVERY = 1.0
SETTLED = 0.3

Packs = dict[str, Pack | None]
# Of the folder and of each file that is there: its name, when it was changed, its size and its number on the disk.
Signature = tuple[tuple[str, int, int, int], ...]

_log = logging.getLogger(__name__)


class WatchedPacks:
    """The packs of a folder by name; None stands for one that has not loaded yet."""

    def __init__(self, rules: Path) -> None:
        self._rules = rules
        self._packs: Packs = {}
        self._signatures: dict[str, Signature] = {}
        self._looked = float("-inf")
        self._lock = Lock()

    def current(self) -> Packs:
        """Return the packs, the same dict until one changes; at most once a second one thread looks for changes."""
        first = not self._packs
        if time.monotonic() - self._looked >= EVERY and self._lock.acquire(blocking=first):
            try:
                self._look()
            finally:
                self._looked = time.monotonic()
                self._lock.release()
        return self._packs

    def _look(self) -> None:
        here = {folder.name: _signature(folder) for folder in folders(self._rules)}
        for name in self._signatures.keys() - here.keys():
            del self._signatures[name]
            _log.error("The pack %s is gone. Its last version that loaded stays in use.", name)
        packs = dict(self._packs)
        for name, signature in here.items():
            if signature != self._signatures.get(name) and (name not in packs or _is_settled(signature)):
                pack = _loaded(self._rules / name, packs.get(name))
                # What changed meanwhile is looked at again.
                if _signature(self._rules / name) == signature:
                    self._signatures[name], packs[name] = signature, pack
        if list(packs) != list(self._packs) or any(packs[name] is not self._packs[name] for name in packs):
            self._packs = dict(sorted(packs.items()))


def _signature(folder: Path) -> Signature:
    found = []
    # The folder itself changes when a file comes or goes.
    for name in (".", *FILES):
        try:
            stat = (folder / name).stat()
        except OSError:
            continue
        found.append((name, max(stat.st_mtime_ns, stat.st_ctime_ns), stat.st_size, stat.st_ino))
    return tuple(found)


def _is_settled(signature: Signature) -> bool:
    """Return whether the newest change is over; a clock that is wrong delays nothing."""
    return abs(time.time() - max((changed for _, changed, _, _ in signature), default=0) / 1e9) >= SETTLED


def _loaded(folder: Path, before: Pack | None) -> Pack | None:
    """Return the pack as it is now, or as it was `before` if it has not changed or has faults."""
    try:
        pack = load(folder)
    except BrokenPack as broken:
        stays = "has faults; its last version that loaded stays in use" if before else "is not shown"
        for line in (f"The pack {folder.name} {stays}. Its faults:", *str(broken).splitlines()):
            _log.error("%s", line)
        return before
    if before and before.digest == pack.digest:
        return before
    if before:
        _log.warning("The pack %s was loaded anew: version %s.", folder.name, pack.about.version)
    return pack
