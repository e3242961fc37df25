"""A pack in a folder, or as it was in a git revision: `REVISION:rules/PACK`."""

import io
import subprocess
import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from considerations.loading.positions import as_line


class UnknownRevision(Exception):
    """Neither a folder nor something that git has; carries one line that says why."""

    def __init__(self, name: str, why: str) -> None:
        super().__init__(as_line(f"{name}: {why}"))


@contextmanager
def checked_out(name: str) -> Iterator[Path]:
    """Give the folder of a pack, taken out of git for the time being where the name says so."""
    revision, colon, path = name.partition(":")
    if not colon or Path(name).is_dir():
        yield Path(name).resolve()
        return
    if revision.startswith("-"):
        raise UnknownRevision(name, "a revision does not begin with a hyphen")
    if Path(path).is_absolute():
        raise UnknownRevision(name, "after the colon stands a folder as seen from here, such as rules/PACK")
    with tempfile.TemporaryDirectory() as folder:
        try:
            with tarfile.open(fileobj=io.BytesIO(_archive(name, revision, path))) as tar:
                tar.extractall(folder, filter="data")
        except tarfile.TarError as error:
            raise UnknownRevision(name, f"this folder cannot be taken out of git: {error}") from None
        yield Path(folder) / path


def _archive(name: str, revision: str, path: str) -> bytes:
    # Behind the dashes git takes nothing for an option, such as one that names a file to write to.
    command = ["git", "archive", "--format=tar", "--", revision, path]
    try:
        archive = subprocess.run(command, capture_output=True, check=False)
    except OSError as error:
        why = f"git cannot be run ({error.strerror}); give the pack's folder instead"
        raise UnknownRevision(name, why) from None
    if archive.returncode:
        said = " ".join(archive.stderr.decode("utf-8", "replace").split()) or "nothing"
        raise UnknownRevision(name, f"git says: {said}; give REVISION:FOLDER as git has them, seen from here")
    return archive.stdout
