"""The whole way in a real browser: answer, review, print; and into each stop."""

import pytest
from playwright.sync_api import Page, expect

from considerations.explain.summary import StopNotice, Summary, summarise
from considerations.loading.loader import load
from considerations.pack import Vignette
from considerations.pack.terms import NOT_ADVICE, RELEVANT_HERE
from tests.browser.screen import answer, on_screen, open_all, pages, pick, press, printed, turn_to
from tests.conftest import RULES
from tests.reading import words

PACK = load(RULES / "ketamine-ssri")
# In a crisis a stop comes between the first two questions.
CALM = [case for case in PACK.vignettes if case.answers.get("urgency") != "within-days"]
FULLEST = max(CALM, key=lambda case: (len(case.highlights), len(case.answers)))
NAVIGATION = ["Check answers", "How it works", "Start again", "Print the summary", "Note for the record", "Back to"]
COUNT_PRINTS = "window.prints = 0; window.print = () => { window.prints += 1 }; 0"


def walk(page: Page, case: Vignette) -> None:
    """Go from Start to Check answers, answering as a vignette does."""
    press(page, "Start", PACK.steps[0].title)
    for step, following in zip(PACK.steps, [*PACK.steps[1:], None], strict=True):
        for question in step.questions:
            if question.question in case.answers:
                answer(page, PACK, question.question, case.answers[question.question])
        press(page, "Next" if following else "Check answers", following.title if following else "Check answers")


def test_from_start_to_print(page: Page) -> None:
    summary = summarise(PACK, FULLEST.answers)
    assert isinstance(summary, Summary)
    walk(page, FULLEST)
    for line in summary.answers:
        expect(page.locator(f"[data-question={line.question.question}] .answer")).to_have_text(line.answer)

    press(page, "See the considerations", "Considerations for discussion")
    shown = page.locator(".overview .headline").all_inner_texts()
    assert shown == [item.point.headline for item in summary.in_state(True)]
    open_all(page)
    shown_words = on_screen(page)
    owed = [note.note for item in summary.in_state(True) for note in item.evidence]
    owed += [text for item in summary.relevant_gaps() for text in (item.gap.topic, item.gap.note)]
    assert [text for text in [*owed, NOT_ADVICE] if text not in shown_words] == []
    assert shown_words.count(RELEVANT_HERE) == sum(summary.row_applies(row) for row in PACK.comparison.rows)
    for item in summary.in_state(True):
        opened = page.locator(f".overview #point-{item.point.point}")
        assert [why for why in item.why if why not in opened.inner_text()] == []

    press(page, "Go to the summary", "Summary")
    pick(page, "What to print or save", "Everything")
    page.evaluate(COUNT_PRINTS)
    page.get_by_role("button", name="Print the summary").click()
    assert page.evaluate("window.prints") == 1

    sheets = pages(page)
    assert len(sheets) <= 6
    assert "Notes" in sheets[0]
    assert "How this was made" not in sheets[0]
    paper = words(printed(page))
    owed = [item.point.headline for item in summary.in_state(True)]
    owed += [text for line in summary.answers for text in (line.question.asks, line.answer)]
    owed += [
        PACK.about.version,
        PACK.digest,
        "One article addressed to patients, without references",
        *PACK.about.limits,
        *PACK.about.not_for,
    ]
    assert [text for text in owed if words(text) not in paper] == []
    assert [text for text in NAVIGATION if words(text) in paper] == []

    turn_to(page, "Check answers", "Check answers")
    expect(page.locator("#print-root")).to_have_count(0)


@pytest.mark.parametrize("case", [case for case in PACK.vignettes if case.stops], ids=lambda case: case.vignette)
def test_a_stop_shows_and_prints_no_word_on_treatment(page: Page, case: Vignette) -> None:
    notice = summarise(PACK, case.answers)
    assert isinstance(notice, StopNotice)
    press(page, "Start", PACK.steps[0].title)
    for question in PACK.steps[0].questions:
        if question.question in case.answers:
            answer(page, PACK, question.question, case.answers[question.question])
    expect(page.get_by_role("alert")).to_contain_text(notice.headline)
    forbidden = ["ketamine", "ssri", "antidepressant", *(point.headline.lower() for point in PACK.points)]

    for _ in ("where it came up", "on another page"):
        shown, paper = on_screen(page).lower(), printed(page)
        assert [word for word in forbidden if word in shown or words(word) in words(paper)] == []
        assert [text for text in (notice.headline, *notice.first) if words(text) not in words(paper)] == []
        assert [text for text in ("How urgent", "Check answers", "Start again") if text in paper] == []
        turn_to(page, "Considerations", "Act first")


def test_change_leads_back_to_the_answers(page: Page) -> None:
    page.get_by_text("Try an example case").click()
    press(page, FULLEST.vignette, "Considerations for discussion")
    turn_to(page, "Check answers", "Check answers")
    press(page, "Change severity", "This episode")
    answer(page, PACK, "severity", "mild")
    press(page, "Back to check answers", "Check answers")
    expect(page.locator("[data-question=severity] .answer")).to_have_text("Mild")
    expect(page.locator("[data-question=urgency] .answer")).to_have_text(
        PACK.question("urgency").label(FULLEST.answers["urgency"])
    )


def test_a_safety_plan_for_thoughts_does_not_stand_for_a_plan_or_intent(page: Page) -> None:
    press(page, "Start", "Safety first")
    answer(page, PACK, "suicidal-thoughts", "thoughts-only")
    answer(page, PACK, "safety-plan", "yes")
    page.get_by_role("radiogroup", name=PACK.question("suicidal-thoughts").asks).get_by_text("Plan or intent:").click()

    expect(page.get_by_role("alert")).to_be_visible()
    group = page.get_by_role("radiogroup", name=PACK.question("safety-plan").asks)
    expect(group.get_by_role("radio", checked=True)).to_have_count(0)


def test_start_again_forgets_every_answer(page: Page) -> None:
    press(page, "Start", "Safety first")
    answer(page, PACK, "urgency", "can-wait")
    page.get_by_role("button", name="Start again").click()
    press(page, "Delete all answers", PACK.about.title)

    press(page, "Start", "Safety first")
    expect(page.get_by_role("radio", checked=True)).to_have_count(0)


def test_answers_reach_no_address_and_no_title(page: Page) -> None:
    walk(page, FULLEST)
    press(page, "See the considerations", "Considerations for discussion")

    assert "?" not in page.url
    assert page.title() == "Considerations for discussion – Considerations"
