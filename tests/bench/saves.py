"""
How many files that are asked for on Summary arrive: `python -m tests.bench.saves [--times 60]`.

The browser is slowed sixfold and every core is busy. A file is lost where it has not come within 20 seconds of the click.
"""

import argparse
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Download, Page
from playwright.sync_api import TimeoutError as Late

from tests.bench.tab import launched, opened
from tests.browser.screen import idle, turn_to
from tests.load.server import OURS, serving

ENDINGS = {"Save as PDF": "pdf", "Save as FHIR": "json", "Save as text": "txt"}
SLOWED = 6
_WAIT = 20


def main() -> None:
    """Save each kind of file many times, two at once, and just after *Large type*; say how many were lost."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.saves", description="Count the files that get lost.")
    parser.add_argument("--times", type=int, default=60, help="how many saves of each kind (default: 60)")
    times = parser.parse_args().times
    ways = {name: [name] for name in ENDINGS} | {"PDF and text at once": ["Save as PDF", "Save as text"]}
    with busy(), serving(OURS) as (port, _), launched() as browser, opened(browser, port) as page:
        slow_down(page)
        open_summary(page)
        for way, labels in ways.items():
            told(way, [lost(page, labels) for _ in range(times)])
        told("PDF just after Large type", [lost(page, ["Save as PDF"], large=True) for _ in range(times)])


def told(way: str, gone: list[int]) -> None:
    """Print a line of the result."""
    print(f"{way}: {sum(map(bool, gone))} of {len(gone)} times something was lost", flush=True)


@contextmanager
def busy() -> Iterator[None]:
    """Keep every core busy."""
    running = [subprocess.Popen([sys.executable, "-c", "while True: pass"]) for _ in range(os.cpu_count() or 1)]
    try:
        yield
    finally:
        for each in running:
            each.kill()


def slow_down(page: Page) -> None:
    """Make the browser that many times slower."""
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWED})


def open_summary(page: Page) -> None:
    """Open the summary of the first worked example."""
    page.get_by_text("Try an example case").click()
    page.locator("[class*=st-key-example-] button").first.click()
    page.get_by_role("heading", level=1, name="Considerations for discussion").wait_for()
    idle(page)
    turn_to(page, "Summary", "Summary")


def lost(page: Page, labels: list[str], *, large: bool = False) -> int:
    """Ask for files at once, and give how many have not come; then the page is opened anew for the next."""
    came: list[Download] = []

    def take(download: Download) -> None:
        came.append(download)

    page.on("download", take)
    if large:
        page.get_by_text("Large type (about 14 point").click()
    try:
        for label in labels:
            page.get_by_role("button", name=label, exact=True).click(timeout=_WAIT * 1000)
        for _ in range(_WAIT * 20):
            if len(came) == len(labels):
                break
            page.wait_for_timeout(50)
    except Late:
        pass
    page.remove_listener("download", take)
    arrived = [each for each in came if not each.failure() and each.suggested_filename.endswith(_endings(labels))]
    gone = len(labels) - len(arrived)
    if gone:
        turn_to(page, "Considerations", "Considerations for discussion")
        turn_to(page, "Summary", "Summary")
    return gone


def _endings(labels: list[str]) -> tuple[str, ...]:
    return tuple(ENDINGS[label] for label in labels)


if __name__ == "__main__":
    main()
