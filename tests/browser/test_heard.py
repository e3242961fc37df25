"""
What a screen reader goes through on each page, in order: roles, names and texts of the whole accessibility tree.

The expectations are in `tests/browser/heard`, to be read like a page; `HEARD=write` in the environment writes them anew.
"""

import os
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Page

from considerations.loading.loader import load
from tests.browser.screen import arrive, press, turn_to
from tests.conftest import RULES

PACK = load(RULES / "ketamine-ssri")
CASE = next(case for case in PACK.vignettes if not case.stops)
HEARD = Path(__file__).parent / "heard"


def states(page: Page) -> Iterator[str]:
    """Go through the pages; each state has a name."""
    yield "start"
    press(page, "Start", PACK.steps[0].title)
    yield "a step"
    page.get_by_role("radiogroup", name=PACK.question("urgency").asks).get_by_text("Emergency:").click()
    arrive(page, "Act first")
    yield "a stop"
    page.get_by_role("radiogroup", name=PACK.question("urgency").asks).get_by_text("Can wait:").click()
    arrive(page, PACK.steps[0].title)
    turn_to(page, "Home", PACK.about.title)
    page.get_by_text("Try an example case").click()
    press(page, CASE.vignette, "Considerations for discussion")
    page.locator(f"#point-{CASE.highlights[0]} > summary").click()
    yield "considerations, one line open"
    turn_to(page, "Summary", "Summary")
    page.get_by_role("button", name="Save as PDF").wait_for()
    yield "summary"


def test_a_screen_reader_hears_each_page_as_it_is_written_down(page: Page) -> None:
    different = []
    for state in states(page):
        heard = page.get_by_test_id("stMain").aria_snapshot() + "\n"
        file = HEARD / f"{state.replace(',', '').replace(' ', '-')}.txt"
        if os.environ.get("HEARD") == "write":
            file.write_text(heard, "utf-8")
        if file.read_text("utf-8") != heard:
            different.append(state)

    assert different == []
