"""A computer that slept ten hours shows yesterday's answers, and keeps them anew; so does a clock that was put forward."""

from playwright.sync_api import Browser, Page

from tests.attack.trying import PACK, report
from tests.browser.conftest import visiting
from tests.browser.screen import answer, arrive, idle, press

SAID = "of a key, a look at the tab, and a kept time in the future, those after which answers are still there"
# Timers stand still while a computer sleeps, and the clock does not.
WAKE = "const now = Date.now; Date.now = () => now() + 10 * 3600 * 1000; 0"
STORED = "sessionStorage.getItem('considerations')"


def count(browser: Browser, address: str) -> int:
    """Sleep, and wake in three ways."""
    with visiting(browser, address) as page:
        return sum(_revives(page, address, how) for how in ("key", "look", "future"))


def _revives(page: Page, address: str, how: str) -> bool:
    page.goto(address)
    arrive(page, PACK.about.title)
    press(page, "Start", PACK.steps[0].title)
    answer(page, PACK, "urgency", "can-wait")
    if how == "future":
        page.evaluate(
            f"const kept = JSON.parse({STORED}); kept.at += 36e6; "
            "sessionStorage.setItem('considerations', JSON.stringify(kept)); 0"
        )
        page.reload()
        page.wait_for_selector("h1[data-title]")
    else:
        page.evaluate(WAKE)
        if how == "key":
            page.keyboard.press("Shift")
        else:
            page.evaluate("document.dispatchEvent(new Event('visibilitychange')); 0")
    page.wait_for_timeout(800)
    return _there(page)


def _there(page: Page) -> bool:
    idle(page)
    shown = page.get_by_role("radio", checked=True).count() > 0
    return shown or bool(page.evaluate(f"{STORED} !== null && {STORED}.includes('can-wait')"))


if __name__ == "__main__":
    report(SAID, count)
