"""A questionnaire of 204 questions loads, and after a reload none of its answers is back."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import yaml
from playwright.sync_api import Browser

from tests.attack.trying import report
from tests.browser.conftest import visiting
from tests.browser.screen import idle
from tests.conftest import RULES
from tests.load.server import OURS, serving

SAID = "of 204 answers kept in the tab, those that a reload loses"
QUESTIONS = 204


def count(browser: Browser, address: str) -> int:
    """Answer every question, as the tab keeps it, and reload."""
    with TemporaryDirectory() as folder:
        names = _enlarged(Path(folder))
        with serving(OURS, {"CONSIDERATIONS_RULES": folder}) as (port, _):
            with visiting(browser, f"http://127.0.0.1:{port}") as page:
                return QUESTIONS - _back(page, names)


if __name__ == "__main__":
    report(SAID, count)
