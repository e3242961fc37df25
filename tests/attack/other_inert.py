"""What Streamlit made inert is given back with what the tab's script held."""

from playwright.sync_api import Browser

from tests.attack.trying import PACK, report
from tests.browser.conftest import visiting
from tests.browser.screen import connected, idle, press
from tests.browser.serving import free_port, serving

SAID = "parts made inert by Streamlit that a new connection gave back"


def count(browser: Browser, address: str) -> int:
    """Make a part inert as Streamlit would, lose the server and find it again."""
    port = free_port()
    with serving(port) as server, visiting(browser, f"http://127.0.0.1:{port}") as page:
        press(page, "Start", PACK.steps[0].title)
        page.evaluate("document.querySelector('[data-testid=stHeader]').inert = true; 0")
        server.terminate()
        server.wait()
        page.locator("[data-testid=stRadio][inert]").first.wait_for(state="attached")
        with serving(port):
            connected(page)
            page.wait_for_function("() => !document.querySelector('[data-testid=stRadio][inert]')", timeout=30_000)
            idle(page)
            return 1 - page.locator("[data-testid=stHeader][inert]").count()


if __name__ == "__main__":
    report(SAID, count)
