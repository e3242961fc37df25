"""Part b, marks: from a choice in a field to the page at rest, beside a page with the first view alone."""

from collections.abc import Iterator
from contextlib import ExitStack
from statistics import median

from playwright.sync_api import Page

from tests.bench.clicks import SETTLED, WATCH
from tests.bench.packs import shipped
from tests.bench.tab import launched, opened
from tests.bench.timing import Row, middle, ratio
from tests.conftest import ROOT
from tests.load.server import OURS, serving

BLOCKS, CLICKS = 6, 10
BARE = ROOT / "tests" / "load" / "bare_marks.py"
# A field tells of a choice by this event, as a click tells of itself.
_CHOICE = WATCH.replace("'click'", "'change'")


def rows() -> Iterator[Row]:
    """Mark points in turn on both pages."""
    took: dict[str, list[float]] = {"ours": [], "the first view alone": []}
    with ExitStack() as running:
        browser = running.enter_context(launched())
        ports = [running.enter_context(serving(app))[0] for app in (OURS, BARE)]
        pages = [running.enter_context(opened(browser, port, _CHOICE)) for port in ports]
        _open_case(pages[0])
        for page in pages:
            page.wait_for_selector("select[data-point]")
        for block in range(BLOCKS):
            for times, page in zip(took.values(), pages, strict=True):
                times.extend(_timed(page, nth, "covered" if block % 2 else "discuss") for nth in range(CLICKS))
    own, beside = took.values()
    medians = [[median(times[at : at + CLICKS]) for at in range(0, len(times), CLICKS)] for times in (own, beside)]
    yield Row("a mark on Considerations", middle(own), "the first view alone", middle(beside), ratio(*medians))


def _open_case(page: Page) -> None:
    case = max(shipped().vignettes, key=lambda case: len(case.highlights))
    page.get_by_text("Try an example case").click()
    page.get_by_role("button", name=case.vignette, exact=True).click()


def _timed(page: Page, nth: int, mark: str) -> float:
    page.evaluate("clicked = null")
    page.locator("select[data-point]").nth(nth).select_option(mark)
    page.wait_for_function(SETTLED)
    milliseconds: float = page.evaluate("clicked.drawn - clicked.at")
    return milliseconds / 1000
