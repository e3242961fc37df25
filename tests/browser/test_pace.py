"""Not a click lost on a slow line, in a few cells of the matrix; `python -m tests.load.pace` has them all."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, expect

from tests.load import doing
from tests.load.line import Line, line_to
from tests.load.pace import Found, cell, visiting
from tests.load.using import Use


@pytest.fixture
def line(address: str) -> Iterator[Line]:
    """A line to the app."""
    with line_to(int(address.rpartition(":")[2])) as line:
        yield line


@pytest.mark.parametrize(
    ("do", "delay", "pace"),
    [
        pytest.param(doing.answers, "200", 0.1, id="answers"),
        pytest.param(doing.minds, "50", 0.1, id="minds changed"),
        pytest.param(doing.pages, "100", 0.1, id="pages"),
        pytest.param(doing.what_if, "100", 0.1, id="what if"),
        pytest.param(doing.stop, "held", 0.2, id="stop"),
        pytest.param(doing.stop, "200", 0.1, id="a click between an emergency and its stop"),
    ],
)
def test_no_click_is_lost_swapped_or_stale(
    browser: Browser, line: Line, do: Callable[[Use, float], None], delay: str, pace: float
) -> None:
    with visiting(browser, line) as page:
        assert cell(page, line, delay, do, pace) == Found()


def test_a_slow_server_is_said_below_the_page_and_so_is_its_answer(browser: Browser, line: Line) -> None:
    with visiting(browser, line) as page:
        use = Use(page, line, doing.PACK)
        use.begin()
        said = page.locator("div.line")
        expect(said).to_have_text("")
        line.delay = 0.8
        use.choose("urgency", "can-wait")
        expect(said).to_have_text("Waiting for the server.")
        expect(said).to_have_text("The server has answered.")
        expect(said).to_have_text("", timeout=10_000)
