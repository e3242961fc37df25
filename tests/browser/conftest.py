"""A real server, started as the README says, and a real Chromium."""

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request, WebError, expect, sync_playwright

from considerations.explain.summary import Summary, summarise
from considerations.loading.loader import load
from tests.browser import chromium
from tests.browser.screen import idle, press, turn_to
from tests.browser.serving import free_port, serving
from tests.conftest import RULES

PACK = load(RULES / "ketamine-ssri")
EXAMPLE = max((case for case in PACK.vignettes if not case.stops), key=lambda case: len(case.highlights))

# Other tests run beside each, and what is waited for may take its time.
expect.set_options(timeout=20_000)

FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]
FLAGS += ["--disable-component-update", "--disable-sync"]


@pytest.fixture(scope="session")
def address() -> Iterator[str]:
    """Where the app runs."""
    port = free_port()
    with serving(port):
        yield f"http://127.0.0.1:{port}"


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A Chromium; without one the tests are skipped, but never in CI."""
    found = chromium.find()
    if not found:
        assert not os.environ.get("CI"), "CI must have a Chromium; see tests/browser/chromium.py"
        pytest.skip("no Chromium: run tests/browser/chromium.py")
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=found, args=[*FLAGS, "--process-per-site"])
        yield launched
        launched.close()


@pytest.fixture(scope="session")
def profile(browser: Browser, address: str) -> Iterator[BrowserContext]:
    """A browser that has been here before."""
    with returning(browser, address) as context:
        yield context


@pytest.fixture
def page(profile: BrowserContext, address: str) -> Iterator[Page]:
    """The first page, settled, in a tab of its own; nothing of earlier visits is in the browser."""
    staying, *others = profile.pages
    for other in others:
        other.close()
    profile.set_offline(False)
    profile.clear_permissions()
    profile.clear_cookies()
    staying.evaluate("localStorage.clear()")
    with opening(profile, address) as tab:
        yield tab


@pytest.fixture
def newcomer(browser: Browser, address: str) -> Iterator[Page]:
    """The same in a browser of its own, for a test that sets its clock or reads everything that it fetches."""
    with visiting(browser, address) as tab:
        yield tab


@pytest.fixture
def summary(page: Page) -> Summary:
    """The summary of the fullest worked example; its page is open."""
    page.get_by_text("Try an example case").click()
    press(page, EXAMPLE.vignette, "Considerations for discussion")
    turn_to(page, "Summary", "Summary")
    found = summarise(PACK, EXAMPLE.answers, EXAMPLE.vignette)
    assert isinstance(found, Summary)
    return found


@pytest.fixture
def sheet(browser: Browser) -> Iterator[Page]:
    """An empty page without a server, for a document to be put in."""
    tab = browser.new_page()
    yield tab
    tab.close()


@contextmanager
def visiting(browser: Browser, address: str) -> Iterator[Page]:
    """A new visitor, in a browser that has never been here, on the first page."""
    with arriving(browser, address) as context, opening(context, address) as tab:
        yield tab


@contextmanager
def returning(browser: Browser, address: str) -> Iterator[BrowserContext]:
    """A browser with one tab that stays, and keeps the process in which Streamlit's scripts are compiled."""
    with arriving(browser, address) as context:
        context.new_page().goto(f"{address}/_stcore/health")
        yield context


@contextmanager
def arriving(browser: Browser, address: str) -> Iterator[BrowserContext]:
    """A browser's memory, in which nothing is yet."""
    context = browser.new_context(
        viewport={"width": 1100, "height": 900},
        reduced_motion="reduce",
        locale="en-GB",
        ignore_https_errors=address.startswith("https"),
    )
    yield context
    context.close()


@contextmanager
def opening(context: BrowserContext, address: str) -> Iterator[Page]:
    """The first page in a new tab. No request may leave the machine, and no script may fail."""
    outside: list[str] = []
    errors: list[str] = []
    ours = re.compile(rf"((http|ws){re.escape(address.removeprefix('http'))}|data:|blob:|about:)")

    def note_request(request: Request) -> None:
        if not ours.match(request.url):
            outside.append(request.url)

    def note_error(error: WebError) -> None:
        errors.append(str(error.error))

    context.on("request", note_request)
    context.on("weberror", note_error)
    tab = context.new_page()
    tab.goto(address)
    expect(tab.get_by_role("heading", level=1).first).to_be_visible()
    idle(tab)
    yield tab
    tab.close()
    context.remove_listener("request", note_request)
    context.remove_listener("weberror", note_error)
    assert outside == []
    assert errors == []
