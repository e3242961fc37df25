"""Part b: from a click to the changed page in Chromium, beside our pages as recorded and beside their widgets alone."""

import asyncio
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, Locator, Page

from tests.bench.packs import shipped
from tests.bench.tab import AT_REST, launched, opened
from tests.bench.timing import Row, middle, ratio
from tests.load.recording import record
from tests.load.server import BARE, OURS, RECORDED, serving

BLOCKS, CLICKS = 6, 10
# A step of four questions that are always asked, and the one after it, of five: the bare page has the same groups.
STEP, QUESTION = 3, "main-aim"
OWN, CHOOSING, TURNING = "ours", "an answer on a question page", "Next and Back"
# A click begins with its event and ends after the frame that draws the last change of the page; the server has spoken by then.
WATCH = f"""
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
SETTLED = """() => clicked?.heard && atRest() && clicked.drawn > clicked.changed
  && performance.now() - Math.max(clicked.heard, clicked.drawn) > 100
  && !(performance.now() - window.considerations?.turned < 550)"""


def rows() -> Iterator[Row]:
    """Time both kinds of click, a block on one page and then a block on the next."""
    took: dict[str, dict[str, list[float]]] = {CHOOSING: {}, TURNING: {}}
    with ExitStack() as running:
        ours = running.enter_context(serving(OURS))[0]
        recording = Path(running.enter_context(TemporaryDirectory())) / "pages"
        pack = shipped()
        asyncio.run(record(ours, recording, pack, max(pack.vignettes, key=lambda case: len(case.answers))))
        browser = running.enter_context(launched())
        others = {"its pages as recorded": RECORDED, "their widgets alone": BARE}
        ports = {
            name: running.enter_context(serving(app, {"RECORDED": str(recording)}))[0] for name, app in others.items()
        }
        pages = {name: running.enter_context(_at_step(browser, port)) for name, port in {OWN: ours, **ports}.items()}
        assert len({tuple(_groups(page)) for page in pages.values()}) == 1, "every page must have the same questions"
        for _ in range(BLOCKS):
            for name, page in pages.items():
                for kind, clicks in ((CHOOSING, _choices(page)), (TURNING, _turns(page))):
                    took[kind].setdefault(name, []).extend(_timed(page, click) for click in clicks)
    for kind, found in took.items():
        own = found.pop(OWN)
        for name, theirs in found.items():
            yield Row(kind, middle(own), name, middle(theirs), ratio(_blocks(own), _blocks(theirs)))


@contextmanager
def _at_step(browser: Browser, port: int) -> Iterator[Page]:
    with opened(browser, port, WATCH) as page:
        for name in ("Start", *["Next"] * STEP):
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
    page.wait_for_function(SETTLED)
    milliseconds: float = page.evaluate("clicked.drawn - clicked.at")
    return milliseconds / 1000


def _groups(page: Page) -> list[str | None]:
    return [group.get_attribute("aria-label") for group in page.get_by_role("radiogroup").all()]


def _blocks(times: list[float]) -> list[float]:
    """Give the median of each block."""
    return [median(times[at : at + CLICKS]) for at in range(0, len(times), CLICKS)]
