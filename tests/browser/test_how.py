"""How it works, read, searched and followed in a real browser; other answers tried; the book on paper."""

from playwright.sync_api import Page, expect

from considerations.explain.in_words import rule
from considerations.explain.in_words import words as in_words
from considerations.loading.loader import load, load_with_places
from considerations.proof.verify import prove
from considerations.render.book import document
from tests.browser.screen import idle, pages, press, try_answer, turn_to
from tests.conftest import RULES
from tests.reading import words

FOLDER = RULES / "ketamine-ssri"
PACK = load(FOLDER)
POINT = next(point for point in PACK.points if point.point == "wait-for-effect")


def tab_to(page: Page, selector: str) -> None:
    """Press Tab until what has the focus answers to a selector."""
    for _ in range(600):
        if page.evaluate("(wanted) => document.activeElement.matches(wanted)", selector):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"no way by keyboard to {selector}")


def test_it_is_searched_and_a_point_followed_to_its_place_and_back_by_keyboard(page: Page) -> None:
    turn_to(page, "How it works", "How it works")
    tab_to(page, "input[type=search]")
    page.keyboard.type("weeks drawback")
    card, row = page.locator(f"#point-{POINT.point}"), page.locator(f'[id="{POINT.cites[0]}"]')
    expect(card).to_be_visible()
    expect(page.locator("#point-mood-pathways")).to_be_hidden()
    expect(page.locator(".search [role=status]")).to_contain_text("entries")

    tab_to(page, f'#point-{POINT.point} a[href="#{POINT.cites[0]}"]')
    page.keyboard.press("Enter")
    expect(row).to_be_focused()
    expect(row).to_be_in_viewport()
    expect(card).to_be_hidden()

    tab_to(page, f'a[href="#point-{POINT.point}"]')
    page.keyboard.press("Enter")
    expect(card).to_be_focused()
    expect(card).to_be_in_viewport()
    expect(page.locator("#point-mood-pathways")).to_be_visible()
    page.go_back()
    expect(row).to_be_in_viewport()


def test_escape_brings_everything_back(page: Page) -> None:
    turn_to(page, "How it works", "How it works")
    entries = page.locator(".book .card:visible, .book tbody tr:visible")
    everything = entries.count()
    field = page.get_by_label("Search this page")
    field.fill("no such words anywhere")
    expect(entries).to_have_count(0)
    field.press("Escape")
    expect(entries).to_have_count(everything)


def test_what_if_says_what_changes_and_one_click_leads_back(page: Page) -> None:
    example = next(case for case in PACK.vignettes if not case.stops)
    page.get_by_text("Try an example case").click()
    press(page, example.vignette, "Considerations for discussion")
    headlines = page.locator(".overview .headline")
    before = headlines.all_inner_texts()
    try_answer(page, PACK, "severity", "mild")
    expect(page.locator("section.what-if")).to_contain_text("Claims of the article that would be highlighted")
    assert headlines.all_inner_texts() == before
    turn_to(page, "Summary", "Summary")
    on_paper = words(" ".join(pages(page)))
    assert [line for line in map(words, before) if line not in on_paper] == []

    turn_to(page, "Considerations", "Considerations for discussion")
    press(page, "Cancel", "Considerations for discussion")
    expect(page.locator("section.what-if")).to_have_count(0)
    assert headlines.all_inner_texts() == before


def test_what_is_searched_for_leaves_the_browser_nowhere(page: Page) -> None:
    turn_to(page, "How it works", "How it works")
    assert page.locator("input:visible, textarea:visible, [contenteditable=true]").count() == 1
    # A match may be the first text in italics, and the browser then fetches the app's font for it.
    page.evaluate("document.fonts.load('italic 1rem \"Source Sans\"').then(() => 0)")
    left: list[str] = []
    page.on("request", lambda request: left.append(request.url))
    page.on("websocket", lambda socket: left.append(socket.url))
    page.route_web_socket("**", lambda socket: left.append(socket.url))
    storage = "JSON.stringify([{...localStorage}, {...sessionStorage}, document.cookie, location.href])"
    before = page.evaluate(storage)
    page.get_by_label("Search this page").press_sequentially("a name")
    expect(page.locator(".search [role=status]")).to_contain_text("entries")
    idle(page)

    assert left == []
    assert page.evaluate(storage) == before


def test_a_search_never_shortens_the_book_on_paper(sheet: Page) -> None:
    sheet.set_content(document.render(PACK, None, {}))
    whole = len(pages(sheet))
    sheet.get_by_label("Search this page").fill("weeks drawback")
    expect(sheet.locator("#point-mood-pathways")).to_be_hidden()

    assert len(pages(sheet)) == whole


def test_the_book_prints_every_rule_and_no_field_to_search_in(sheet: Page) -> None:
    sheet.set_content(document.render(PACK, prove(*load_with_places(FOLDER)), {}))
    sheets = pages(sheet)
    paper = words(" ".join(sheets))

    owed = [text for point in PACK.points for text in rule(point, PACK)]
    owed += [text for gap in PACK.gaps.gaps for text in rule(gap, PACK)]
    owed += [in_words(question.ask_when, PACK) for question in PACK.questions if question.ask_when]
    owed += [in_words(stop.when, PACK) for stop in PACK.stops.stops]
    assert [text for text in owed if words(text) not in paper] == []
    assert "Searchthispage" not in paper
    assert sheets[0].startswith(f"Page 1 of {len(sheets)} How it works")
    assert all(each.strip() for each in sheets)
