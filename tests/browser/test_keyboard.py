"""The whole way by keyboard alone; where the focus goes, what is read out, and what is left without colours."""

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from considerations.loading.loader import load
from tests.browser.screen import answer, arrive, idle, press, printed, try_answer, turn_to
from tests.conftest import RULES

PACK = load(RULES / "ketamine-ssri")
STEPS = [step.title for step in PACK.steps]
URGENCY = PACK.question("urgency")
# What has the focus, by name, and whether one can see that: an outline or a shadow, on it or on what stands for it.
FOCUSED = """
() => {
  const host = document.activeElement, at = host.shadowRoot?.activeElement ?? host;
  const option = at.closest('[data-testid=stRadioOption]') ?? at;
  const outlined = (each) => getComputedStyle(each).outlineStyle !== 'none' && parseFloat(getComputedStyle(each).outlineWidth) > 0;
  const shadowed = (each) => getComputedStyle(each).boxShadow !== 'none';
  // A chosen option has a shadow of its own.
  const marked = outlined(option)
    || (option === at && [at, ...at.querySelectorAll('*'), at.parentElement].some((each) => outlined(each) || shadowed(each)));
  const box = (at === host ? option : host).getBoundingClientRect();
  return {
    name: ((at.matches('select') ? '' : at.innerText) || at.getAttribute('aria-label') || '').trim(), body: at === document.body, heading: at.tagName === 'H1',
    pressed: at.matches('a, button, summary, select'),
    seen: marked && box.bottom > 0 && box.top < innerHeight, html: at.outerHTML.slice(0, 150),
  };
}
"""


def focused(page: Page) -> dict[str, Any]:
    """What has the focus; one can see it, unless it is a heading that a page was turned to."""
    found: dict[str, Any] = page.evaluate(FOCUSED)
    assert found["body"] or found["heading"] or found["seen"], found
    return found


def reach(page: Page, name: str) -> None:
    """Press Tab until what is called so has the focus."""
    for _ in range(150):
        page.keyboard.press("Tab")
        found = focused(page)
        if found["pressed"] and name in found["name"]:
            return
    pytest.fail(f"no way by keyboard to {name!r}")


def reach_group(page: Page, name: str) -> None:
    """Press Tab until something in this group of options has the focus."""
    group = page.get_by_role("radiogroup", name=name, exact=True)
    # Where the browser loads what draws options for the first time, buttons are there before them.
    expect(group).to_be_visible()
    for _ in range(150):
        page.keyboard.press("Tab")
        focused(page)
        if group.evaluate("(each) => each.contains(document.activeElement)"):
            return
    pytest.fail(f"no way by keyboard to {name!r}")


def choose(page: Page, question: str, option: str) -> None:
    """Go to a question and press Space or an arrow until this option is chosen."""
    asked = PACK.question(question)
    reach_group(page, asked.asks)
    group = page.get_by_role("radiogroup", name=asked.asks, exact=True)
    text = next(each.text for each in asked.options if each.option == option)
    page.keyboard.press("Space")
    idle(page)
    for _ in asked.options:
        wanted = group.get_by_role("radio", name=text, exact=True)
        if not wanted.count() or wanted.is_checked():
            return
        page.keyboard.press("ArrowDown")
        idle(page)
    pytest.fail(f"no way by keyboard to {text!r}")


def on_heading(page: Page, heading: str) -> None:
    """The page stands, and its heading has the focus."""
    arrive(page, heading)
    expect(page.get_by_role("heading", level=1, name=heading, exact=True)).to_be_focused()


def enter(page: Page, name: str, heading: str) -> None:
    """Go to a button or a link and press Enter; the focus is on the heading of the page it leads to."""
    reach(page, name)
    page.keyboard.press("Enter")
    on_heading(page, heading)


def test_from_start_into_a_stop_through_a_look_to_the_print(page: Page) -> None:
    enter(page, "Start", STEPS[0])
    choose(page, "urgency", "emergency")
    on_heading(page, "Act first")
    choose(page, "urgency", "within-weeks")
    on_heading(page, STEPS[0])
    for title in STEPS[1:]:
        enter(page, "Next", title)
        if PACK.question("under-discussion").asks in page.locator("h2.asks").all_inner_texts():
            choose(page, "under-discussion", "an-ssri")
    enter(page, "Check answers", "Check answers")
    enter(page, "Change severity", STEPS[1])
    choose(page, "severity", "moderate")
    enter(page, "Back to check answers", "Check answers")
    enter(page, "See the considerations", "Considerations for discussion")

    reach(page, "Mark:")
    page.keyboard.press("ArrowDown")
    idle(page)
    reach(page, "Try a different answer")
    page.keyboard.press("Enter")
    reach_group(page, "Choose an answer to change")
    page.keyboard.press("Space")
    idle(page)
    choose(page, "urgency", "can-wait")
    reach(page, "Cancel")
    page.keyboard.press("Enter")
    on_heading(page, "Considerations for discussion")

    expect(page.locator(".reviewed")).to_contain_text("1 of ")
    enter(page, "Go to the summary", "Summary")
    page.evaluate("window.prints = 0; window.print = () => { window.prints += 1 }; 0")
    reach(page, "Print the summary")
    page.keyboard.press("Enter")
    assert page.evaluate("window.prints") == 1
    assert "Waiting many weeks would be hard" in printed(page)


def test_tab_goes_down_every_page_and_out_of_it(page: Page) -> None:
    press(page, "Start", STEPS[0])
    headings = {"Considerations": "Considerations for discussion", "Questions": STEPS[0], "Home": PACK.about.title}
    for title in ("Check answers", "Considerations", "Summary", "Questions", "Home"):
        turn_to(page, title, headings.get(title, title))
        page.evaluate("document.activeElement.blur(); window.stops = []; 0")
        for _ in range(250):
            page.keyboard.press("Tab")
            if focused(page)["body"]:
                break
            page.evaluate("stops.push(document.activeElement); 0")
        else:
            pytest.fail(f"no way out of {title} by keyboard")
        # The buttons of one component have the same element around them in the page.
        order = "[...new Set(stops)].every((each, nth, all) => !nth || all[nth - 1].compareDocumentPosition(each) & 4)"
        assert page.evaluate(order), title


def test_a_change_is_read_out_from_a_region_that_stays(page: Page) -> None:
    press(page, "Start", STEPS[0])
    region = page.locator("body > [role=status]:not(.line)")
    expect(region).to_have_text("")
    region.evaluate("(each) => { each.kept = true }")
    answer(page, PACK, "urgency", "within-weeks")
    expect(region).to_have_text(page.locator("p.count").inner_text())
    press(page, "Next", STEPS[1])
    expect(region).to_have_text("")

    turn_to(page, "Considerations", "Considerations for discussion")
    try_answer(page, PACK, "urgency", "emergency")
    expect(region).to_contain_text("This answer means that urgent steps come first.")
    assert region.evaluate("(each) => each.kept")


def test_the_heading_has_the_focus_after_a_stop_a_step_a_page_and_a_fresh_start(page: Page) -> None:
    press(page, "Start", STEPS[0])
    page.get_by_role("radiogroup", name=URGENCY.asks).get_by_text(URGENCY.options[0].text, exact=True).click()
    on_heading(page, "Act first")
    expect(page).to_have_title("Considerations")
    answer(page, PACK, "urgency", "can-wait")
    on_heading(page, STEPS[0])
    press(page, "Next", STEPS[1])
    on_heading(page, STEPS[1])
    turn_to(page, "Check answers", "Check answers")
    on_heading(page, "Check answers")
    press(page, "Start again", "Check answers")
    press(page, "Delete all answers", PACK.about.title)
    on_heading(page, PACK.about.title)


def test_an_answer_leaves_the_focus_where_it_is(page: Page) -> None:
    press(page, "Start", STEPS[0])
    press(page, "Next", STEPS[1])
    choose(page, "severity", "severe")
    here = "document.activeElement.closest('[data-testid=stRadioOption]')?.innerText"

    assert page.evaluate(here) == "Severe"


def test_the_language_and_every_title_are_said(page: Page) -> None:
    assert page.locator("html").get_attribute("lang") == "en"
    titles = {page.title()}
    press(page, "Start", STEPS[0])
    for nth, title in enumerate(STEPS, start=1):
        expect(page).to_have_title(f"Step {nth} of {len(STEPS)}: {title} – Considerations")
        if nth < len(STEPS):
            press(page, "Next", STEPS[nth])
    for title in ("Check answers", "Considerations", "Summary", "How it works"):
        turn_to(page, title, "Considerations for discussion" if title == "Considerations" else title)
        titles.add(page.title())
    assert len(titles) == 5


def test_without_colours_a_page_still_says_what_is_chosen_and_which_step_it_is(page: Page) -> None:
    page.emulate_media(forced_colors="active")
    press(page, "Start", STEPS[0])
    answer(page, PACK, "urgency", "can-wait")
    line = "(each) => { const style = getComputedStyle(each); return [style.borderTopWidth, style.borderTopColor] }"
    rows = page.get_by_test_id("stRadioOption")
    chosen = rows.filter(has=page.get_by_role("radio", checked=True)).evaluate(line)
    here, elsewhere = page.locator("nav.progress li[aria-current]"), page.locator("nav.progress li:not([aria-current])")

    assert chosen != rows.first.evaluate(line)
    assert here.evaluate(line)[0] != elsewhere.first.evaluate(line)[0]
