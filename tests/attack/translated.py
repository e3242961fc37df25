"""A browser that translates a page late moves the focus to its top."""

from playwright.sync_api import Browser

from tests.attack.trying import PACK, report
from tests.browser.conftest import visiting
from tests.browser.screen import answer, press

SAID = "late translations after which the focus is lost to the heading"
HERE = "document.activeElement.closest('[data-testid=stRadioOption]') !== null"


def count(browser: Browser, address: str) -> int:
    """Translate the heading while an option has the focus."""
    with visiting(browser, address) as page:
        press(page, "Start", PACK.steps[0].title)
        answer(page, PACK, "urgency", "can-wait")
        assert page.evaluate(HERE), "an answer has the focus"
        page.evaluate("document.querySelector('h1[data-title]').innerHTML = '<font>Zuerst die Sicherheit</font>'; 0")
        page.wait_for_timeout(300)
        return int(not page.evaluate(HERE))


if __name__ == "__main__":
    report(SAID, count)
