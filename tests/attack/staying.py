"""The answers of visitors who left stay in the server's memory."""

import asyncio
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser

from tests.attack.trying import PACK, report, text
from tests.conftest import ROOT
from tests.load.server import serving
from tests.load.visitor import choose, press, visiting

SAID = "of 3 visitors who left, those whose answers the server still holds three times the set time later"
SECONDS = 2
# Says in a file how many sessions hold an answer, for as long as the server runs.
COUNTING = """
import gc, threading, time
from pathlib import Path
from streamlit.runtime.app_session import AppSession
def count():
    while True:
        sessions = [each for each in gc.get_objects() if isinstance(each, AppSession)]
        held = sum("urgency" in repr(each.session_state.filtered_state) for each in sessions)
        Path({file!r}).write_text(str(held))
        time.sleep(0.2)
threading.Thread(target=count, daemon=True).start()
"""


def count(browser: Browser, address: str) -> int:
    """Come, answer, leave, and look into the server's memory."""
    with TemporaryDirectory() as folder:
        file, app = Path(folder) / "held", Path(folder) / "app.py"
        shipped = (ROOT / "app.py").read_text("utf-8")
        app.write_text(shipped + COUNTING.format(file=str(file)), "utf-8")
        settings = {"STREAMLIT_SERVER_DISCONNECTED_SESSION_TTL": str(SECONDS)}
        with serving(app, settings) as (port, _):
            with ThreadPoolExecutor() as aside:  # Playwright has a loop of its own here
                aside.submit(asyncio.run, _visit(port)).result()
            assert _held(file, 1) > 0, "the server holds answers at first"
            time.sleep(3 * SECONDS)
            return _held(file, 0)


def _held(file: Path, least: int) -> int:
    for _ in range(20):
        if file.exists() and int(file.read_text("utf-8") or 0) >= least:
            break
        time.sleep(0.1)
    return int(file.read_text("utf-8"))


async def _visit(port: int) -> None:
    for _ in range(3):
        async with visiting(port) as visitor:
            await press(visitor, "Start")
            await choose(visitor, PACK.question("urgency").asks, text("urgency", "can-wait"))


if __name__ == "__main__":
    report(SAID, count)
