"""
Use a real WebKit, over WebDriver: open pages and act on them; its driver cannot print.

Where there is none the tests are skipped and say so; `apt-get install webkit2gtk-driver xvfb` fetches it on Debian.
"""

import json
import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.request import Request, urlopen

from tests.browser.serving import free_port


def find() -> str | None:
    """Give the path of WebKit's own small browser, or None where it, its driver or a display is missing."""
    if not (shutil.which("WebKitWebDriver") and shutil.which("Xvfb")):
        return None
    return next((str(path) for path in Path("/usr/lib").glob("*/webkit2gtk-4.*/MiniBrowser")), None)


@contextmanager
def launched(found: str, display: int = 77) -> Iterator["WebKit"]:
    """Start it on a display that nobody sees."""
    port, quiet = free_port(), subprocess.DEVNULL
    env = {**os.environ, "DISPLAY": f":{display}", "WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS": "1"}
    screen = subprocess.Popen(["Xvfb", f":{display}", "-screen", "0", "1200x1000x24"], stdout=quiet, stderr=quiet)
    driver = subprocess.Popen(["WebKitWebDriver", f"--port={port}"], env=env, stdout=quiet, stderr=quiet)
    try:
        yield WebKit(f"http://127.0.0.1:{port}/session", found)
    finally:
        driver.terminate()
        screen.terminate()
        driver.wait()
        screen.wait()


class WebKit:
    """A tab of it."""

    def __init__(self, address: str, binary: str) -> None:
        options = {"webkitgtk:browserOptions": {"binary": binary, "args": ["--automation"]}}
        self._address, deadline = address, time.monotonic() + 30
        while True:
            try:
                session = self._ask("", {"capabilities": {"alwaysMatch": options}})["sessionId"]
                break
            except URLError:
                assert time.monotonic() < deadline, "the driver does not answer"
                time.sleep(0.1)
        self._address = f"{address}/{session}"

    def go(self, url: str) -> None:
        """Open an address."""
        self._ask("/url", {"url": url})

    def run(self, script: str) -> Any:
        """Return what an expression gives in the page."""
        return self._ask("/execute/sync", {"script": f"return {script}", "args": []})

    def act(self, actions: list[dict[str, object]]) -> None:
        """Move, click or press keys, as WebDriver writes it."""
        self._ask("/actions", {"actions": actions})

    def _ask(self, path: str, body: dict[str, object]) -> Any:
        request = Request(self._address + path, json.dumps(body).encode(), {"Content-Type": "application/json"})
        with urlopen(request, timeout=60) as reply:
            return json.load(reply)["value"]
