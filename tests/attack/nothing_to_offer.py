"""24.6: what a server says of its health when no pack passes its checks."""

import os
import shutil
import subprocess
import sys
import tempfile
import urllib.request
from pathlib import Path

from tests.browser.serving import free_port
from tests.conftest import FALLS, ROOT


def begun(rules: Path, seconds: float = 40) -> tuple[int | None, str]:
    """Start a server with these packs; give the code with which it ended, None where it went on, and what it printed."""
    port = free_port()
    command = [sys.executable, "-m", "streamlit", "run", "app.py", f"--server.port={port}"]
    env = {**os.environ, "CONSIDERATIONS_RULES": str(rules)}
    with subprocess.Popen(
        command, cwd=ROOT, env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as server:
        try:
            for _ in range(int(seconds * 10)):
                try:
                    return server.wait(0.1), server.communicate()[0]
                except subprocess.TimeoutExpired:
                    if healthy(port):
                        return None, ""
            return None, ""
        finally:
            server.kill()


def healthy(port: int) -> bool:
    """Say whether a server calls itself healthy."""
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/_stcore/health", timeout=2):
            return True
    except OSError:
        return False


def broken(folder: Path) -> Path:
    """Make a folder of rules with one pack, which does not pass."""
    shutil.copytree(FALLS, folder / "falls")
    (folder / "falls" / "points.yaml").write_text("no points\n")
    return folder


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        code, said = begun(broken(Path(folder)))
        print("it calls itself healthy" if code is None else f"it ended with {code} and said:\n{said}")
