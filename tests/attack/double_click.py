"""A double click on the way to another page presses what stands there: options, or the next button."""

from playwright.sync_api import Browser, BrowserContext, Page

from tests.attack.trying import PACK, report
from tests.browser.conftest import opening, returning
from tests.browser.screen import idle, press

SAID = "double clicks, of 12, that answered a question or skipped a step unread"
STEPS = [step.title for step in PACK.steps]


def count(browser: Browser, address: str) -> int:
    """Double click on the way to the first steps, with gaps between the clicks up to what a system allows."""
    with returning(browser, address) as context:
        return sum(_succeeds(context, address, label, gap) for label in ("Start", "Next") for gap in GAPS)


GAPS = (60, 120, 200, 300, 400, 450)


def _succeeds(context: BrowserContext, address: str, label: str, gap: int) -> bool:
    with opening(context, address) as page:
        if label == "Next":
            press(page, "Start", STEPS[0])
        return _pressed(page, label, gap, STEPS[1 if label == "Next" else 0])


def _pressed(page: Page, label: str, gap: int, wanted: str) -> bool:
    button = page.get_by_text(label, exact=True)
    button.scroll_into_view_if_needed()
    box = button.bounding_box()
    assert box, "the button is on the screen"
    # Once the page has turned, the second click goes to an option, as on a page where one comes to stand there.
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    for nth in (1, 2):
        if nth == 2:
            page.wait_for_timeout(gap)
            option = page.get_by_test_id("stRadioOption").first
            turned = page.locator("h1").first.inner_text() == wanted
            if turned and option.is_visible() and (there := option.bounding_box()):
                page.mouse.move(there["x"] + 30, there["y"] + there["height"] / 2)
        page.mouse.down(click_count=nth)
        page.mouse.up(click_count=nth)
    page.wait_for_timeout(700)
    idle(page)
    return page.get_by_role("radio", checked=True).count() > 0 or page.locator("h1").first.inner_text() != wanted


if __name__ == "__main__":
    report(SAID, count)
