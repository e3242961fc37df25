"""Start a Streamlit server with the settings that ship, and look at its memory."""

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import MappingProxyType

from tests.browser.serving import free_port
from tests.browser.serving import serving as serving_on
from tests.conftest import ROOT

OURS = ROOT / "app.py"
BARE = ROOT / "tests" / "load" / "bare.py"
RECORDED = ROOT / "tests" / "load" / "recorded.py"


@contextmanager
def serving(app: Path, env: Mapping[str, str] = MappingProxyType({})) -> Iterator[tuple[int, int]]:
    """Serve an app on this machine alone; give port and process id."""
    port = free_port()
    with serving_on(port, app, env=env) as server:
        yield port, server.pid


def memory(process: int) -> float:
    """Give the memory a process holds now, in MB; Linux only."""
    return int(Path(f"/proc/{process}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 2**20


def processor(process: int) -> float:
    """Give the seconds of processor time a process has taken so far; Linux only."""
    _, _, said = Path(f"/proc/{process}/stat").read_text().rpartition(")")
    user, system = said.split()[11:13]
    return (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")
