"""A pack from a folder, or from a git revision: `REVISION:rules/PACK`."""

import io
import subprocess
import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from considerations.loading.faults import Refusal, as_line


class UnknownRevision(Refusal):
    """Neither a folder nor a revision known to git; says why in one line."""

    def __init__(self, name: str, why: str) -> None:
        super().__init__(as_line(f"{name}: {why}"))


@contextmanager
def checked_out(name: str) -> Iterator[Path]:
    """Yield the folder of a pack; for a git revision, a temporary copy."""
    revision, colon, path = name.partition(":")
    if not colon or Path(name).is_dir():
        yield Path(name).resolve()
        return
    if revision.startswith("-"):
        raise UnknownRevision(name, "a revision cannot begin with a hyphen")
    if Path(path).is_absolute():
        raise UnknownRevision(name, "write a relative folder after the colon, such as rules/PACK")
    with tempfile.TemporaryDirectory() as folder:
        # After the dashes git reads no options, such as one that names a file to write to.
        _extract(name, _git(name, Path(), "archive", "--format=tar", "--", revision, path), Path(folder))
        yield Path(folder) / path


@contextmanager
def last_commit(folder: Path) -> Iterator[Path]:
    """Yield a temporary copy of a folder as it is in the last commit."""
    with tempfile.TemporaryDirectory() as temporary:
        copy = Path(temporary) / folder.name
        _extract(folder.name, _git(folder.name, folder, "archive", "--format=tar", "HEAD"), copy)
        yield copy


def committed(folder: Path) -> str:
    """Return what identifies a folder's content in the last commit; empty where it has none, or where there is no git."""
    try:
        return _git(folder.name, folder, "rev-parse", "--verify", "HEAD:./").decode().strip()
    except UnknownRevision:
        return ""


def _extract(name: str, archive: bytes, folder: Path) -> None:
    try:
        with tarfile.open(fileobj=io.BytesIO(archive)) as tar:
            tar.extractall(folder, filter="data")
    except tarfile.TarError as error:
        raise UnknownRevision(name, f"this folder cannot be extracted from git: {error}") from None


def _git(name: str, folder: Path, *words: str) -> bytes:
    try:
        ran = subprocess.run(["git", *words], cwd=folder, capture_output=True, check=False)
    except OSError as error:
        why = f"git cannot be run ({error.strerror}); name the pack's folder instead"
        raise UnknownRevision(name, why) from None
    if ran.returncode:
        output = " ".join(ran.stderr.decode("utf-8", "replace").split()) or "nothing"
        raise UnknownRevision(name, f"git says: {output}; write REVISION:FOLDER, the folder relative to this one")
    return ran.stdout
