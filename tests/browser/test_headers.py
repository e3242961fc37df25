"""Every response is guarded, and where nothing can be drawn a line says so."""

import urllib.request

import pytest
from playwright.sync_api import Page, expect

from considerations.ui.headers import HEADERS


def test_every_response_carries_the_headers(address: str) -> None:
    with urllib.request.urlopen(address) as response:
        found = {name.lower(): value for name, value in response.headers.items()}

    assert {name.decode(): value.decode() for name, value in HEADERS}.items() <= found.items()


def test_nothing_may_be_loaded_from_or_sent_elsewhere() -> None:
    policy = dict(HEADERS)[b"content-security-policy"].decode()
    sources = {part.split()[0]: part.split()[1:] for part in policy.split("; ")}

    assert sources["default-src"] == ["'none'"]
    assert sources["connect-src"] == ["'self'"]
    assert sources["frame-ancestors"] == ["'none'"]
    assert [word for words in sources.values() for word in words if "*" in word or "http" in word] == []
    assert "'unsafe-inline'" not in sources["script-src"]
    assert dict(HEADERS)[b"referrer-policy"] == b"no-referrer"


@pytest.mark.parametrize("path", ["/questions", "/no/such/page"])
def test_where_nothing_can_be_drawn_a_line_says_so_and_leads_to_the_start(path: str, page: Page, address: str) -> None:
    page.route_web_socket("**", lambda route: route.close())
    page.goto(address + path)

    line = page.locator("#undrawn")
    expect(line).to_be_visible(timeout=15_000)
    assert line.get_by_role("link").get_attribute("href") == "/"


def test_a_page_that_is_drawn_has_no_such_line(page: Page, address: str) -> None:
    page.goto(f"{address}/questions")

    expect(page.get_by_role("heading", level=1)).to_have_text("Safety first")
    expect(page.locator("#undrawn")).to_have_count(0)


def test_what_draws_the_first_page_is_fetched_before_the_server_is_asked_for_it(newcomer: Page, address: str) -> None:
    fetched = newcomer.evaluate("performance.getEntriesByType('resource').map((each) => [each.startTime, each.name])")
    asked = next(start for start, name in fetched if name.endswith("/_stcore/health"))

    assert [name for start, name in fetched if name.endswith(".js") and start > asked] == []
