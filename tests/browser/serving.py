"""Start the app as the README does, and stop it."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import MappingProxyType

import pytest

from tests.conftest import ROOT


def free_port() -> int:
    """A port of this machine that nobody uses."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
    return port


@contextmanager
def serving(
    port: int,
    app: Path = ROOT / "app.py",
    log: Path = Path(os.devnull),
    env: Mapping[str, str] = MappingProxyType({}),
    health: str = "/_stcore/health",
) -> Iterator[subprocess.Popen[bytes]]:
    """The app on a port, with the settings that ship; what it prints goes to a file."""
    command = [sys.executable, "-m", "streamlit", "run", str(app), f"--server.port={port}"]
    with (
        log.open("ab") as out,
        subprocess.Popen(command, cwd=ROOT, stdout=out, stderr=out, env={**os.environ, **env}) as server,
    ):
        try:
            wait_for(f"http://127.0.0.1:{port}{health}", server)
            yield server
        finally:
            server.terminate()


def wait_for(url: str, server: subprocess.Popen[bytes]) -> None:
    """Wait until a server answers."""
    for _ in range(1500):
        assert server.poll() is None, "the server ended at once"
        try:
            with urllib.request.urlopen(url, timeout=2):
                return
        except OSError:
            time.sleep(0.02)
    pytest.fail("the server did not answer within half a minute")
