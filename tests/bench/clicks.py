"""Part b: from a click to the changed page in Chromium, beside a bare Streamlit page with the same widgets."""

from collections.abc import Iterator
from contextlib import contextmanager
from statistics import median

from playwright.sync_api import Browser, Locator, Page

from tests.bench.packs import shipped
from tests.bench.tab import AT_REST, launched, opened
from tests.bench.timing import Row, middle, ratio
from tests.load.server import BARE, OURS, serving

BLOCKS, CLICKS = 6, 10
# A step of four questions that are always asked, and the one after it, of five: the bare page has the same groups.
STEP, QUESTION = 3, "main-aim"
CHOOSING, TURNING = "an answer on a question page", "Next and Back"
# A click begins with its event and ends after the frame that draws the last change of the page; the server has spoken by then.
_WATCH = f"""
window.atRest = () => Boolean({AT_REST});
window.clicked = null;
addEventListener('click', (event) => {{ clicked ??= {{ at: event.timeStamp }} }}, true);
new MutationObserver(() => {{
  const click = clicked;
  if (!click) return;
  click.changed = performance.now();
  requestAnimationFrame(() => setTimeout(() => {{ click.drawn = performance.now() }}));
}}).observe(document, {{ subtree: true, childList: true, attributes: true, characterData: true }});
window.WebSocket = class extends WebSocket {{
  constructor(...how) {{
    super(...how);
    this.addEventListener('message', () => {{ if (clicked) clicked.heard = performance.now() }});
  }}
}};
"""
_SETTLED = """() => clicked?.heard && atRest() && clicked.drawn > clicked.changed
  && performance.now() - Math.max(clicked.heard, clicked.drawn) > 100"""


def rows() -> Iterator[Row]:
    """Time both kinds of click, a block on one page and then a block on the other."""
    took: dict[str, dict[Page, list[float]]] = {CHOOSING: {}, TURNING: {}}
    with (
        launched() as browser,
        serving(BARE) as (bare, _),
        serving(OURS) as (ours, _),
        _at_step(browser, bare) as theirs,
        _at_step(browser, ours) as own,
    ):
        assert _groups(theirs) == _groups(own), "both pages must have the same questions"
        for _ in range(BLOCKS):
            for page in (theirs, own):
                for kind, clicks in ((CHOOSING, _choices(page)), (TURNING, _turns(page))):
                    took[kind].setdefault(page, []).extend(_timed(page, click) for click in clicks)
    for kind, found in took.items():
        yield Row(
            kind,
            middle(found[own]),
            "a bare page",
            middle(found[theirs]),
            ratio(*map(_blocks, (found[own], found[theirs]))),
        )


@contextmanager
def _at_step(browser: Browser, port: int) -> Iterator[Page]:
    with opened(browser, port, _WATCH) as page:
        for name in ("Go to the questions", *["Next"] * STEP):
            _timed(page, _button(page, name))
        yield page


def _choices(page: Page) -> Iterator[Locator]:
    """Give two options of a question, in turn."""
    asked = shipped().question(QUESTION)
    group = page.get_by_role("radiogroup", name=asked.asks, exact=True)
    for nth in range(CLICKS):
        yield group.get_by_text(asked.options[nth % 2].text, exact=True)


def _turns(page: Page) -> Iterator[Locator]:
    for nth in range(CLICKS):
        yield _button(page, ("Next", "Back")[nth % 2])


def _button(page: Page, name: str) -> Locator:
    link = page.get_by_test_id("stMain").get_by_role("link", name=name, exact=True)
    return page.get_by_role("button", name=name, exact=True).or_(link)


def _timed(page: Page, place: Locator) -> float:
    """Click, wait until the page is at rest, and give the seconds that this took as the page saw it."""
    page.evaluate("clicked = null")
    place.click()
    page.wait_for_function(_SETTLED)
    milliseconds: float = page.evaluate("clicked.drawn - clicked.at")
    return milliseconds / 1000


def _groups(page: Page) -> list[str | None]:
    return [group.get_attribute("aria-label") for group in page.get_by_role("radiogroup").all()]


def _blocks(times: list[float]) -> list[float]:
    """Give the median of each block."""
    return [median(times[at : at + CLICKS]) for at in range(0, len(times), CLICKS)]
