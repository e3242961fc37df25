"""
Use a real Firefox, over WebDriver BiDi: open pages, act on them, print them.

Where there is none the tests are skipped and say so; `apt-get install firefox-esr` fetches it on Debian.
"""

import json
import shutil
import subprocess
from base64 import b64decode
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Any

from websockets.sync.client import ClientConnection, connect

from tests.browser.serving import free_port

_LETTER = {"width": 21.59, "height": 27.94}
_A4 = {"width": 21.0, "height": 29.7}


def find() -> str | None:
    """Give the path of a Firefox, or None."""
    return shutil.which("firefox-esr") or shutil.which("firefox")


@contextmanager
def launched(found: str, folder: Path) -> Iterator["Firefox"]:
    """Start it with a profile of its own."""
    port = free_port()
    command = [found, "--headless", "--no-remote", "--profile", str(folder), f"--remote-debugging-port={port}"]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr
        try:
            next(line for line in process.stderr if "WebDriver BiDi listening" in line)
            with connect(f"ws://127.0.0.1:{port}/session", max_size=None) as connection:
                yield Firefox(connection)
        finally:
            process.terminate()
            process.stderr.close()


class Firefox:
    """A tab of it."""

    def __init__(self, connection: ClientConnection) -> None:
        self._connection, self._numbers = connection, count()
        self._ask("session.new", capabilities={})
        self._tab = self._ask("browsingContext.getTree")["contexts"][0]["context"]

    def pdf(self, page: Path, size: str = "A4") -> bytes:
        """Print a file."""
        self._ask("browsingContext.navigate", context=self._tab, url=page.as_uri(), wait="complete")
        paper = _LETTER if size == "Letter" else _A4
        return b64decode(self._ask("browsingContext.print", context=self._tab, page=paper, shrinkToFit=False)["data"])

    def go(self, url: str) -> None:
        """Open an address."""
        self._ask("browsingContext.navigate", context=self._tab, url=url, wait="complete")

    def run(self, script: str) -> Any:
        """Return what an expression gives in the page, through JSON."""
        expression = f"JSON.stringify({script})"
        said = self._ask("script.evaluate", expression=expression, target={"context": self._tab}, awaitPromise=False)
        assert said["type"] == "success", said
        return json.loads(said["result"]["value"]) if "value" in said["result"] else None

    def act(self, actions: list[dict[str, object]]) -> None:
        """Move, click or press keys, as WebDriver writes it."""
        self._ask("input.performActions", context=self._tab, actions=actions)

    def paper(self) -> bytes:
        """Print the open page."""
        return b64decode(self._ask("browsingContext.print", context=self._tab, page=_A4, shrinkToFit=False)["data"])

    def _ask(self, method: str, **params: object) -> dict[str, Any]:
        number = next(self._numbers)
        self._connection.send(json.dumps({"id": number, "method": method, "params": params}))
        while (said := json.loads(self._connection.recv(60))).get("id") != number:
            pass
        assert said["type"] == "success", said
        result: dict[str, Any] = said["result"]
        return result
