"""A lost connection covers what comes first in an emergency."""

from playwright.sync_api import Browser

from tests.attack.trying import PACK, report, text
from tests.browser.conftest import visiting
from tests.browser.screen import press
from tests.browser.serving import free_port, serving

SAID = "of the headline, a crisis line and the print button of a stop, those covered or dead while the server is gone"
COVERED = """
() => [...document.querySelectorAll('.stop h2, .stop a')].slice(0, 2)
  .concat([...document.querySelectorAll('button')].filter((each) => each.textContent === 'Print this page'))
  .filter((each) => {
    const box = each.getBoundingClientRect();
    const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
    return each.closest('[inert]') || !(top === each || each.contains(top) || top?.shadowRoot?.contains(each));
  }).length
"""


def count(browser: Browser, address: str) -> int:
    """Stop the server while a stop is on the screen, and look for five seconds."""
    port = free_port()
    with serving(port) as server, visiting(browser, f"http://127.0.0.1:{port}") as page:
        press(page, "Start", PACK.steps[0].title)
        page.get_by_text(text("urgency", "emergency"), exact=True).click()
        page.get_by_role("alert").wait_for()
        server.kill()
        server.wait()
        most = 0
        for _ in range(20):
            page.wait_for_timeout(250)
            most = max(most, page.evaluate(COVERED))
        return most


if __name__ == "__main__":
    report(SAID, count)
