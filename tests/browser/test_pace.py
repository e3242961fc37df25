"""Not a click lost on a slow line, in a few cells of the matrix; `python -m tests.load.pace` has them all."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.screen import answer, idle, press
from tests.load import doing
from tests.load.line import Line, line_to
from tests.load.pace import Found, cell, visiting
from tests.load.using import Use


@pytest.fixture(scope="module")
def line(address: str) -> Iterator[Line]:
    """A line to the app."""
    with line_to(int(address.rpartition(":")[2])) as line:
        yield line


@pytest.fixture(scope="module")
def tab(browser: Browser, line: Line) -> Iterator[Page]:
    """A tab at its end, in which each thing is done anew."""
    with visiting(browser, line) as tab:
        yield tab


@pytest.mark.parametrize(
    ("do", "delay", "pace"),
    [
        pytest.param(doing.answers, "200", 0.1, id="answers"),
        pytest.param(doing.minds, "50", 0.1, id="minds changed"),
        pytest.param(doing.pages, "100", 0.1, id="pages"),
        pytest.param(doing.what_if, "100", 0.1, id="what if"),
        pytest.param(doing.marks, "200", 0.1, id="marks"),
        pytest.param(doing.stop, "held", 0.2, id="stop"),
        pytest.param(doing.stop, "200", 0.1, id="a click between an emergency and its stop"),
    ],
)
def test_no_click_is_lost_swapped_or_stale(
    tab: Page, line: Line, do: Callable[[Use, float], None], delay: str, pace: float
) -> None:
    assert cell(tab, line, delay, do, pace) == Found()


def test_a_slow_server_is_said_below_the_page_and_so_is_its_answer(tab: Page, line: Line) -> None:
    use = Use(tab, line, doing.PACK)
    use.begin()
    said = tab.locator("div.line")
    expect(said).to_have_text("")
    said.evaluate(
        """line => {
          window.said = [];
          const note = () => window.said.push(line.textContent);
          new MutationObserver(note).observe(line, { childList: true, characterData: true, subtree: true });
        }"""
    )
    line.delay = 0.8
    use.choose("urgency", "can-wait")
    tab.wait_for_function("() => window.said.at(-1) === ''", timeout=15_000)
    assert tab.evaluate("() => window.said.filter((text, nth) => text !== window.said[nth - 1])") == [
        "Waiting for the server.",
        "The server has answered.",
        "",
    ]


def test_a_question_that_has_just_come_up_takes_no_click_until_it_can_be_read(page: Page) -> None:
    pack, asks = doing.PACK, doing.PACK.question("safety-plan").asks
    press(page, "Start", pack.steps[0].title)
    group = page.get_by_role("radiogroup", name=pack.question("suicidal-thoughts").asks, exact=True)
    group.get_by_text("Thoughts only").click()
    taken = page.wait_for_function(
        """asks => {
          const option = document.querySelector(`[role=radiogroup][aria-label="${asks}"] label`);
          if (!option) return null;
          const clientY = option.getBoundingClientRect().y + 5;
          const click = { bubbles: true, cancelable: true, detail: 1, clientY };
          return option.dispatchEvent(new MouseEvent('click', click)) ? 'taken' : 'not taken';
        }""",
        arg=asks,
    )
    assert taken.json_value() == "not taken"
    idle(page)
    answer(page, pack, "safety-plan", "yes")
