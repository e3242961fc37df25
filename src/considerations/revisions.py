"""A pack in a folder, or as it was in a git revision: `REVISION:rules/PACK`."""

import io
import subprocess
import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class UnknownRevision(Exception):
    """Neither a folder nor something that git has."""


@contextmanager
def at_hand(name: str) -> Iterator[Path]:
    """Give the folder of a pack, taken out of git for the time being where the name says so."""
    revision, colon, path = name.partition(":")
    if Path(name).is_dir() or not colon:
        yield Path(name).resolve()
        return
    if revision.startswith("-"):
        raise UnknownRevision(f"{name}: a revision does not begin with a hyphen")
    command = ["git", "archive", "--format=tar", revision, path]
    try:
        archive = subprocess.run(command, capture_output=True, check=False)
    except OSError:
        raise UnknownRevision(f"{name}: git is not here; give the pack's folder instead") from None
    if archive.returncode:
        raise UnknownRevision(f"{name}: git has no such revision or folder, seen from here")
    with tempfile.TemporaryDirectory() as folder:
        with tarfile.open(fileobj=io.BytesIO(archive.stdout)) as tar:
            tar.extractall(folder, filter="data")
        yield Path(folder) / path
