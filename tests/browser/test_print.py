"""What leaves the screen: on paper, as a file, as text."""

from io import BytesIO

import pdfplumber
import pytest
from playwright.sync_api import Page, expect

from considerations.explain.summary import StopNotice, Summary, summarise
from considerations.pack.terms import NOT_RELEVANT, RESEARCH
from considerations.render.paper import html
from tests.browser.conftest import EXAMPLE, PACK
from tests.browser.screen import pages, paper, pick, press, tick, turn_to
from tests.reading import words

CASES = sorted((case for case in PACK.vignettes if not case.stops), key=lambda case: len(case.highlights))
PRINTS = """
(ends) => {
  window.print = () => {
    window.named = document.title;
    dispatchEvent(new Event('beforeprint'));
    if (ends === 'afterprint') dispatchEvent(new Event(ends));
  };
}
"""
STOP = next(case for case in PACK.vignettes if case.stops)


def sizes(printed: bytes) -> list[float]:
    """The sizes of type within the margins, in points."""
    with pdfplumber.open(BytesIO(printed)) as document:
        kept = [sheet.crop((0, 35, sheet.width, sheet.height - 35)) for sheet in document.pages]
        return [round(letter["size"], 1) for sheet in kept for letter in sheet.chars]


@pytest.mark.parametrize("size", ["A4", "Letter"])
def test_the_fullest_and_the_emptiest_print_have_page_one_on_one_page_and_six_in_all(sheet: Page, size: str) -> None:
    for case in (CASES[0], *CASES[-4:]):
        sheet.set_content(html.render(summarise(PACK, case.answers)))
        sheets = pages(sheet, size)
        assert len(sheets) <= 6, case.vignette
        assert "Notes" in sheets[0], case.vignette
        assert "How this was made" not in sheets[0], case.vignette
        assert "How this was made" in sheets[1], case.vignette


@pytest.mark.parametrize("size", ["A4", "Letter"])
@pytest.mark.parametrize("large", [False, True])
def test_every_page_says_what_it_is_of_and_parts_no_point(sheet: Page, size: str, large: bool) -> None:
    found = summarise(PACK, EXAMPLE.answers, EXAMPLE.vignette)
    assert isinstance(found, Summary)
    sheet.set_content(html.render(found, large=large))
    sheets = pages(sheet, size)

    for number, each in enumerate(sheets, start=1):
        assert f"{found.identity}. Invented case." in each
        assert f"Page {number} of {len(sheets)}" in each
        assert each.rfind(RESEARCH) <= each.rfind(NOT_RELEVANT)


@pytest.mark.parametrize("size", ["A4", "Letter"])
def test_a_stop_is_one_page_with_its_version_and_no_more_in_its_margins(sheet: Page, size: str) -> None:
    found = summarise(PACK, STOP.answers)
    assert isinstance(found, StopNotice)
    sheet.set_content(html.render(found))
    (printed,) = pages(sheet, size)
    about = PACK.about
    named = [
        about.pack,
        about.title,
        about.source.title,
        *about.themes.values(),
        *(each.headline for each in PACK.points),
    ]

    assert printed.count(found.version) == 2
    assert "Page 1 of 1" in printed
    assert [name for name in named if words(name) in words(printed)] == []


def test_the_button_and_the_browser_print_the_large_type_that_was_chosen(page: Page, summary: Summary) -> None:
    (one,) = pages(page)
    assert "Notes" in one
    pick(page, "What to print or save", "Everything")
    usual = pages(page)
    tick(page, "Large type")
    large = pages(page)

    assert min(sizes(paper(page))) >= 12.9
    assert len(large) > len(usual)
    assert [
        note.note
        for item in summary.in_state(True)
        for note in item.evidence
        if words(note.note) not in words("".join(large))
    ] == []
    assert "Large type" not in "".join(large)


def test_on_considerations_paper_names_the_page_that_is_made_for_it(page: Page, summary: Summary) -> None:
    turn_to(page, "Considerations", "Considerations for discussion")

    on_paper = " ".join(pages(page))
    assert "To print, use the page Summary." in on_paper
    assert [item.point.headline for item in summary.considerations if item.point.headline in on_paper] == []


def test_every_other_page_prints_without_the_ways_to_others_and_names_the_page_for_paper(page: Page) -> None:
    press(page, "Start", PACK.steps[0].title)
    for title, heading in {"Questions": PACK.steps[0].title, "Check answers": "Check answers"}.items():
        turn_to(page, title, heading)
        on_paper = " ".join(pages(page))
        assert "To print, use the page Summary." in on_paper
        assert heading in on_paper
        assert [name for name in ("How it works", "Next", "See the") if name in on_paper] == []


def test_the_window_keeps_its_name_when_a_page_is_drawn_anew(page: Page, summary: Summary) -> None:
    tick(page, "Large type")

    expect(page).to_have_title("Summary – Considerations")


@pytest.mark.parametrize("ends", ["afterprint", "nothing more"])
def test_the_window_has_its_name_again_after_a_print_that_says_when_it_ended_or_not(
    page: Page, summary: Summary, ends: str
) -> None:
    page.evaluate(PRINTS, ends)
    page.get_by_role("button", name="Print the summary").click()

    assert page.evaluate("window.named") == "Considerations for discussion"
    expect(page).to_have_title("Summary – Considerations")
    expect(page.get_by_text("print dialog did not open")).to_have_count(0)


def test_a_browser_that_does_not_print_offers_the_pdf(page: Page, summary: Summary) -> None:
    page.evaluate("window.print = undefined; 0")
    page.get_by_role("button", name="Print the summary").click()

    expect(page.get_by_role("status").get_by_text("Or save the PDF and print that.")).to_be_visible()
    expect(page).to_have_title("Summary – Considerations")


def test_the_menu_does_not_offer_to_record_the_screen(page: Page) -> None:
    page.get_by_test_id("stMainMenu").get_by_role("button").click()

    expect(page.get_by_role("menuitem", name="Print")).to_be_visible()
    expect(page.get_by_text("Record screen")).to_be_hidden()
