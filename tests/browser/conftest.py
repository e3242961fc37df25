"""A real server, started as the README says, and a real Chromium."""

import os
import re
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.browser import chromium
from tests.browser.screen import idle
from tests.conftest import ROOT

FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]
FLAGS += ["--disable-component-update", "--disable-sync"]


@pytest.fixture(scope="session")
def address() -> Iterator[str]:
    """Where the app runs."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "streamlit", "run", "app.py", f"--server.port={port}"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL) as server:
        try:
            _wait(f"http://127.0.0.1:{port}/_stcore/health", server)
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()


def _wait(url: str, server: subprocess.Popen[bytes]) -> None:
    for _ in range(300):
        assert server.poll() is None, "the server ended at once"
        try:
            with urllib.request.urlopen(url, timeout=2):
                return
        except OSError:
            time.sleep(0.1)
    pytest.fail("the server did not answer within half a minute")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A Chromium; without one the tests are skipped, but never in CI."""
    found = chromium.find()
    if not found:
        assert not os.environ.get("CI"), "CI must have a Chromium; see tests/browser/chromium.py"
        pytest.skip("no Chromium: run tests/browser/chromium.py")
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=found, args=FLAGS)
        yield launched
        launched.close()


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    """The first page, settled. No request may leave the machine, and no script may fail."""
    context = browser.new_context(viewport={"width": 1100, "height": 900}, reduced_motion="reduce", locale="en-GB")
    tab = context.new_page()
    outside: list[str] = []
    errors: list[str] = []
    ours = re.compile(rf"({re.escape(address)}|ws://{re.escape(address.removeprefix('http://'))}|data:|blob:|about:)")
    tab.on("request", lambda request: None if ours.match(request.url) else outside.append(request.url))
    tab.on("pageerror", lambda error: errors.append(str(error)))
    tab.goto(address)
    expect(tab.get_by_role("heading", level=1)).to_be_visible(timeout=30_000)
    idle(tab)
    yield tab
    context.close()
    assert outside == []
    assert errors == []
