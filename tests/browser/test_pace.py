"""Not a click lost on a slow line, in a few cells of the matrix; `python -m tests.load.pace` has them all."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.screen import press
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
    # From half a second on, the first click counts.
    page.wait_for_function("() => performance.now() - window.considerations.grown > 520")
    group = page.get_by_role("radiogroup", name=asks, exact=True)
    group.get_by_role("radio").first.locator("xpath=ancestor::label").click()
    expect(group.get_by_role("radio").first).to_be_checked()


def test_a_page_takes_the_first_click_half_a_second_after_it_has_turned(page: Page) -> None:
    step, question = doing.PACK.steps[0], doing.PACK.steps[0].questions[0]
    page.get_by_test_id("stMain").get_by_role("link", name="Start", exact=True).click()
    expect(page.get_by_role("heading", level=1, name=step.title, exact=True)).to_be_visible()
    page.wait_for_function("() => performance.now() - window.considerations.turned > 520")
    group = page.get_by_role("radiogroup", name=question.asks, exact=True)
    group.get_by_text(question.options[-1].text, exact=True).click()
    expect(group.get_by_role("radio").last).to_be_checked()
