"""Considerations in the browser: everything that matters in the first view, and marks that are kept like answers."""

import json

import pytest
from playwright.sync_api import Browser, Page, expect

from considerations.engine import assess
from considerations.explain.summary import Summary, summarise
from considerations.loading.loader import load
from considerations.pack import Vignette
from considerations.pack.terms import MARKS
from considerations.ui import overview
from considerations.ui.browser_tab import FLAG
from considerations.ui.style import CSS
from tests.browser.conftest import visiting
from tests.browser.screen import answer, arrive, connected, idle, pages, press, turn_to
from tests.browser.serving import free_port, serving
from tests.conftest import RULES
from tests.reading import words

PACK = load(RULES / "ketamine-ssri")
CASES = [case for case in PACK.vignettes if not case.stops]
FULLEST = max(CASES, key=lambda case: len(case.highlights))
TITLE = "Considerations for discussion"
# What a page without its answers open takes: words that can be read, and screens from the heading to the last gap.
FIRST_VIEW = """
() => {
  const view = document.querySelector('.overview'), seen = view.cloneNode(true);
  seen.querySelectorAll('[hidden], option:not(:first-child), details > :not(summary)').forEach((each) => each.remove());
  const texts = document.createTreeWalker(seen, NodeFilter.SHOW_TEXT);
  let words = 0;
  while (texts.nextNode()) words += texts.currentNode.textContent.split(/\\s+/).filter(Boolean).length;
  return [words, view.getBoundingClientRect().bottom / innerHeight];
}
"""


def open_case(page: Page, case: Vignette) -> None:
    """Open an example case on Considerations."""
    page.get_by_text("Try an example case").click()
    press(page, case.vignette, TITLE)
    page.wait_for_selector(".overview")


def valence_of(point: str) -> str:
    return next(each.valence for each in PACK.points if each.point == point)


def field(point: str) -> str:
    return f"select[data-point={point}]"


def mark(page: Page, point: str, option: str) -> None:
    """Mark a point, as a visitor would, and wait until the tab keeps the mark."""
    page.select_option(field(point), option)
    idle(page)
    keeps = "entry => JSON.parse(sessionStorage.getItem('considerations'))?.state.includes(entry)"
    page.wait_for_function(keeps, arg=json.dumps({point: option})[1:-1], timeout=20_000)


def marked(page: Page) -> dict[str, str]:
    """Return the marks that the fields show, once they can be used."""
    page.wait_for_selector("select[data-point]:enabled")
    script = (
        "all => Object.fromEntries(all.filter((each) => each.value).map((each) => [each.dataset.point, each.value]))"
    )
    found: dict[str, str] = page.locator("select[data-point]").evaluate_all(script)
    return found


def test_marks_are_counted_and_survive_a_reload_another_page_and_back(page: Page) -> None:
    open_case(page, FULLEST)
    first, second = FULLEST.highlights[:2]
    mark(page, first, "covered")
    mark(page, second, "not-relevant: timing")
    expect(page.locator(".reviewed")).to_have_text(f"2 of {len(FULLEST.highlights)} marked")
    expect(page.locator(".reviewed")).to_have_role("status")
    marks = {first: "covered", second: "not-relevant: timing"}
    assert marked(page) == marks

    turn_to(page, "Check answers", "Check answers")
    turn_to(page, "Considerations", TITLE)
    page.wait_for_selector(".overview")
    assert marked(page) == marks
    page.reload()
    arrive(page, TITLE)
    page.wait_for_selector(".overview")
    assert marked(page) == marks
    assert "covered" not in page.url
    assert {each.get("name"): each.get("value") for each in page.context.cookies()}[FLAG] == "1"


def test_marks_survive_a_server_that_starts_anew(browser: Browser) -> None:
    port = free_port()
    with serving(port) as first, visiting(browser, f"http://127.0.0.1:{port}") as page:
        open_case(page, FULLEST)
        one, other = FULLEST.highlights[:2]
        mark(page, one, "covered")
        first.terminate()
        first.wait()
        with serving(port):
            connected(page)
            mark(page, other, "discuss")
            turn_to(page, "Check answers", "Check answers")
            turn_to(page, "Considerations", TITLE)
            page.wait_for_selector(".overview")
            assert marked(page) == {one: "covered", other: "discuss"}


def test_a_mark_moves_its_point_on_paper_and_parts_no_benefit_from_its_limits(page: Page) -> None:
    case = next(case for case in CASES if set(map(valence_of, case.highlights)) == {"benefit", "limit", "neither"})
    open_case(page, case)
    neutral = [point for point in case.highlights if valence_of(point) == "neither"]
    limits = [point for point in case.highlights if valence_of(point) == "limit"]
    for point in (*neutral, *limits):
        mark(page, point, "covered")
    turn_to(page, "Summary", "Summary")
    found = summarise(PACK, case.answers, marks=dict.fromkeys((*neutral, *limits), "covered"))
    assert isinstance(found, Summary)
    one = words(pages(page)[0])

    assert found.set_aside
    to_discuss, _, aside = one.partition(words(f"Marked as covered or not relevant ({len(found.set_aside)})"))
    assert [item.point.point for item in found.to_discuss if words(item.point.headline) not in to_discuss] == []
    assert [item.point.point for item in found.set_aside if words(item.point.headline) not in aside] == []
    assert {item.point.point for item in found.to_discuss} >= set(limits)


def test_a_mark_whose_point_no_longer_applies_is_dropped_and_said(page: Page) -> None:
    case = next(
        case for case in CASES if case.answers.get("severity") == "mild" and "milder-depression" in case.highlights
    )
    open_case(page, case)
    mark(page, "milder-depression", "covered")
    page.locator("[data-change=severity]").first.evaluate("each => each.click()")
    arrive(page, next(step.title for step in PACK.steps if PACK.question("severity") in step.questions))
    answer(page, PACK, "severity", "severe")
    press(page, "Back to check answers", "Check answers")
    turn_to(page, "Considerations", TITLE)
    page.wait_for_selector(".overview")

    expect(page.get_by_text("1 mark was removed, because its point no longer applies")).to_be_visible()
    assert "milder-depression" not in marked(page)


def test_a_stop_shows_no_mark_and_they_come_back_after_it(page: Page) -> None:
    case = next(case for case in CASES if case.answers.get("urgency") == "can-wait")
    open_case(page, case)
    mark(page, case.highlights[0], "discuss")
    turn_to(page, "Questions", PACK.steps[0].title)
    page.get_by_role("radiogroup", name=PACK.question("urgency").asks).get_by_text("Emergency:").click()
    arrive(page, "Act first")
    turn_to(page, "Considerations", "Act first")
    expect(page.locator("select")).to_have_count(0)
    assert [label for label in MARKS.values() if label in page.locator("body").inner_text()] == []

    page.get_by_role("radiogroup", name=PACK.question("urgency").asks).get_by_text("Can wait:").click()
    arrive(page, TITLE)
    page.wait_for_selector(".overview")
    assert marked(page) == {case.highlights[0]: "discuss"}


def test_marks_are_set_by_keyboard_and_lines_open_without_the_server(page: Page) -> None:
    open_case(page, FULLEST)
    point = FULLEST.highlights[0]
    page.locator(field(point)).focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    idle(page)
    assert marked(page) == {point: "covered"}

    page.context.set_offline(True)
    line = page.locator(f"#point-{point}")
    line.locator("summary").first.click()
    expect(line.locator(".opened")).to_be_visible()
    page.get_by_role("button", name="Open all").click()
    assert page.locator(".overview details:not([open])").count() == 0
    page.get_by_role("button", name="Close all").click()
    assert page.locator(".overview details[open]").count() == 0
    page.context.set_offline(False)


def test_an_address_of_a_point_opens_its_line(page: Page) -> None:
    open_case(page, FULLEST)
    page.goto(f"{page.url.split('#')[0]}#point-{FULLEST.highlights[-1]}")
    page.reload()
    arrive(page, TITLE)

    expect(page.locator(f"#point-{FULLEST.highlights[-1]} .opened")).to_be_visible()


def test_the_fields_are_large_enough_for_a_finger(page: Page) -> None:
    open_case(page, FULLEST)
    page.set_viewport_size({"width": 390, "height": 844})
    idle(page)
    heights = page.locator(".overview :is(select, .chips button, .bar button)").evaluate_all(
        "all => all.filter((each) => each.checkVisibility()).map((each) => each.getBoundingClientRect().height)"
    )

    assert min(heights) >= 44


def test_what_comes_back_from_the_tab_is_only_what_the_pack_knows(page: Page) -> None:
    open_case(page, FULLEST)
    mark(page, FULLEST.highlights[0], "covered")
    stored = json.loads(page.evaluate("sessionStorage.getItem('considerations')"))
    state = json.loads(stored["state"])
    assert state["places"]["ketamine-ssri"]["marks"] == {FULLEST.highlights[0]: "covered"}
    state["places"]["ketamine-ssri"]["marks"] |= {FULLEST.highlights[1]: "buy this", "no-such-point": "covered"}
    stored["state"] = json.dumps(state)
    page.evaluate("text => sessionStorage.setItem('considerations', text)", json.dumps(stored))
    page.reload()
    arrive(page, TITLE)
    page.wait_for_selector(".overview")

    assert marked(page) == {FULLEST.highlights[0]: "covered"}


@pytest.mark.parametrize(("width", "height", "inner"), [(1100, 900, 1020), (390, 844, 358)])
def test_every_case_is_taken_in_at_a_glance(browser: Browser, width: int, height: int, inner: int) -> None:
    """Run with `-s` to see the table; the page's own font is a little wider than the one used here."""
    page = browser.new_page(viewport={"width": width, "height": height})
    rows = []
    for case in CASES:
        found = summarise(PACK, case.answers, case.vignette)
        assert isinstance(found, Summary)
        style = f"<style>body {{ margin: 0; font: 16px/1.6 sans-serif }} {CSS}</style>"
        page.set_content(f"{style}<main style='width: {inner}px; padding-top: 125px'>{overview.markup(found)}</main>")
        rows.append((*page.evaluate(FIRST_VIEW), case.vignette))
    page.close()
    for number, screens, title in sorted(rows, reverse=True):
        print(f"{number:4} words {screens:5.2f} screens  {title}")

    limits = {1100: (500, 1.8), 390: (500, 3.8)}[width]
    assert [title for number, screens, title in rows if number > limits[0] or screens > limits[1]] == []


def test_all_points_that_apply_are_lines_and_nothing_else_is_in_view(page: Page) -> None:
    open_case(page, FULLEST)
    applying = [point.headline for point in assess(PACK, FULLEST.answers).points(True)]
    assert sorted(page.locator(".overview .headline").all_inner_texts()) == sorted(applying)
    expect(page.locator("details.part[open]")).to_have_count(0)
