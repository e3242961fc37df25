"""A tab of a real Chromium, in which pages of ours and of others are opened and settle."""

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, Page, sync_playwright

from tests.bench.timing import NotMeasured
from tests.browser import chromium
from tests.browser.conftest import FLAGS

# Streamlit's script has run to its end, and nothing on the page is left over from the run before.
AT_REST = """(
  document.querySelector('h1')
  && document.querySelector('[data-testid=stApp]')?.getAttribute('data-test-script-state') === 'notRunning'
  && !document.querySelector('[data-stale=true]')
)"""


@contextmanager
def launched() -> Iterator[Browser]:
    """Start Chromium as the browser tests do."""
    found = chromium.find()
    if not found:
        raise NotMeasured("no Chromium is here; `python tests/browser/chromium.py` fetches one")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=FLAGS)
        yield browser
        browser.close()


@contextmanager
def opened(browser: Browser, port: int, script: str = "") -> Iterator[Page]:
    """Open a server's first page as a new visitor, and wait until it can be used; a script of ours is there before its own."""
    context = browser.new_context(viewport={"width": 1100, "height": 900}, reduced_motion="reduce", locale="en-GB")
    page = context.new_page()
    page.add_init_script(script)
    page.goto(f"http://127.0.0.1:{port}", wait_until="commit")
    page.wait_for_function(f"() => {AT_REST}")
    yield page
    context.close()
