"""The browser's history tells that a stop held."""

from playwright.sync_api import Browser

from tests.attack.trying import PACK, report, text
from tests.browser.conftest import visiting
from tests.browser.screen import arrive, idle, press

SAID = "titles that the window had while a stop held, beyond those that any visit has"
TITLES = """
window.titles = [];
new MutationObserver(() => { if (document.title) window.titles.push(document.title) })
  .observe(document, { subtree: true, childList: true });
"""
ORDINARY = {
    "One moment – Considerations",
    "Considerations",
    "Questions",
    "Home",
    "Streamlit",
    "Step 1 of 5: Safety first – Considerations",
}


def count(browser: Browser, address: str) -> int:
    """Meet a stop, and reload."""
    with visiting(browser, address) as page:
        page.add_init_script(TITLES)
        press(page, "Start", PACK.steps[0].title)
        page.evaluate(TITLES)
        page.get_by_text(text("urgency", "emergency"), exact=True).click()
        arrive(page, "Act first")
        seen = set(page.evaluate("titles"))
        page.reload()
        arrive(page, "Act first")
        idle(page)
        return len((seen | set(page.evaluate("titles")) | {page.title()}) - ORDINARY)


if __name__ == "__main__":
    report(SAID, count)
