"""Nothing is lost: what was answered comes back to its own tab, and to no other."""

import json
from dataclasses import dataclass, field

import pytest
from playwright.sync_api import Browser, Page, WebSocketRoute, expect

from considerations.explain.summary import StopNotice, summarise
from considerations.loading.loader import load
from considerations.pack.terms import EXAMPLE as EXAMPLE_CASE
from considerations.ui.browser_tab import FLAG, MINUTES
from tests.browser.conftest import visiting
from tests.browser.screen import answer, arrive, connected, idle, press, try_answer, turn_to
from tests.browser.serving import free_port, serving
from tests.conftest import RULES

PACK = load(RULES / "ketamine-ssri")
STOPPED = next(case for case in PACK.vignettes if case.stops)
EXAMPLE = next(case for case in PACK.vignettes if not case.stops)
STORED = "sessionStorage.getItem('considerations')"
# Every text that ever stood on the page, from before its first script.
WATCH = """
window.seen = [];
new MutationObserver(() => { if (document.body) window.seen.push(document.body.innerText) })
  .observe(document, { subtree: true, childList: true, characterData: true });
"""


def begin(page: Page) -> None:
    """Answer a question on each of the first two steps."""
    press(page, "Start", PACK.steps[0].title)
    answer(page, PACK, "urgency", "can-wait")
    press(page, "Next", PACK.steps[1].title)
    answer(page, PACK, "severity", "mild")


def expect_chosen(page: Page, *options: str) -> None:
    """These options, and no others, are chosen on the step in view, or will be in a moment."""
    expect(page.locator("label:has(input:checked)")).to_have_text(list(options))


def text(question: str, option: str) -> str:
    """How an option reads where it is asked."""
    return next(each.text for each in PACK.question(question).options if each.option == option)


def keep(page: Page, state: object) -> None:
    """Put something into the tab in place of what the app kept, and reload."""
    kept = json.dumps(
        {"at": page.evaluate("Date.now()"), "state": state if isinstance(state, str) else json.dumps(state)}
    )
    page.context.add_cookies([{"name": FLAG, "value": "1", "url": page.url}])
    page.evaluate("text => sessionStorage.setItem('considerations', text)", kept)
    page.reload()
    expect(page.get_by_role("heading", level=1)).not_to_have_text("One moment")
    idle(page)


def place(answers: dict[str, str], step: int = 0) -> dict[str, object]:
    places = {"ketamine-ssri": {"answers": answers, "step": step, "example": ""}}
    return {"pack": "", "changing": False, "places": places}


def test_a_reload_comes_back_to_the_same_step_and_answers(page: Page) -> None:
    begin(page)
    before = page.url
    page.reload()
    arrive(page, PACK.steps[1].title)

    assert page.url == before
    expect_chosen(page, text("severity", "mild"))
    press(page, "Back", PACK.steps[0].title)
    expect_chosen(page, text("urgency", "can-wait"))


def test_nothing_is_kept_before_anything_is_answered(page: Page) -> None:
    for title, heading in (("How it works", "How it works"), ("Home", PACK.about.title)):
        turn_to(page, title, heading)

    assert page.evaluate(STORED) is None
    assert FLAG not in page.evaluate("document.cookie")


def test_a_server_that_starts_anew_loses_no_answer_and_no_click(browser: Browser) -> None:
    port = free_port()
    with serving(port) as first, visiting(browser, f"http://127.0.0.1:{port}") as page:
        begin(page)
        first.terminate()
        first.wait()
        # No click is taken that no server would hear of.
        expect(page.locator("[data-testid=stRadio][inert]").first).to_be_attached()
        with serving(port):
            connected(page)
            answer(page, PACK, "severity", "severe")
            press(page, "Back", PACK.steps[0].title)
            expect_chosen(page, text("urgency", "can-wait"))
            press(page, "Next", PACK.steps[1].title)
            expect_chosen(page, text("severity", "severe"))


@dataclass
class Line:
    """Stand between a page and its server; what a dead server would say of itself does not come through."""

    page: WebSocketRoute
    holds: bool
    said: list[str | bytes] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.server = self.page.connect_to_server()
        self.server.on_close(lambda code, reason: None)
        self.page.on_message(self.hear)

    def hear(self, message: str | bytes) -> None:
        """Pass on what the page says; while the line holds, only the first of it."""
        self.said.append(message)
        if not self.holds or len(self.said) == 1:
            self.server.send(message)

    def release(self) -> None:
        """Pass on what was held."""
        self.holds = False
        for message in self.said[1:]:
            self.server.send(message)


@pytest.mark.parametrize("late", [False, True], ids=["at once", "only after its first page"])
def test_an_answer_chosen_before_anyone_noticed_that_the_server_was_gone_is_not_lost(
    browser: Browser, late: bool
) -> None:
    port = free_port()
    lines: list[Line] = []
    with serving(port) as first, visiting(browser, f"http://127.0.0.1:{port}") as page:
        page.route_web_socket("**/_stcore/stream", lambda line: lines.append(Line(line, late and bool(lines))))
        page.reload()
        arrive(page, PACK.about.title)
        begin(page)
        first.terminate()
        first.wait()
        page.get_by_text(text("severity", "severe"), exact=True).click()
        assert not page.locator("[data-testid=stRadio][inert]").count()
        with serving(port):
            lines[-1].page.close()
            if late:
                expect(page.get_by_role("heading", level=1, name="One moment")).to_be_visible(timeout=30_000)
                expect(page.locator("[data-testid=stRadio]")).to_have_count(0)
                lines[-1].release()
            arrive(page, PACK.steps[1].title)
            expect(page.locator("[data-testid=stRadio][inert]")).to_have_count(0)
            expect_chosen(page, text("severity", "severe"))
            press(page, "Back", PACK.steps[0].title)
            expect_chosen(page, text("urgency", "can-wait"))
            press(page, "Next", PACK.steps[1].title)
            expect_chosen(page, text("severity", "severe"))


def test_an_answer_that_is_tried_and_used_comes_back_and_may_bring_a_stop(page: Page) -> None:
    begin(page)
    turn_to(page, "Considerations", "Considerations for discussion")
    try_answer(page, PACK, "severity", "severe")
    press(page, "Use these answers", "Considerations for discussion")
    expect(page.get_by_text("severe depression", exact=False).first).to_be_visible()
    try_answer(page, PACK, "urgency", "emergency")
    press(page, "Use these answers", "Act first")
    page.reload()
    arrive(page, "Act first")


def test_a_stop_is_back_before_anything_on_treatment(page: Page) -> None:
    notice = summarise(PACK, STOPPED.answers)
    assert isinstance(notice, StopNotice)
    press(page, "Start", PACK.steps[0].title)
    for question in PACK.steps[0].questions:
        if question.question in STOPPED.answers:
            answer(page, PACK, question.question, STOPPED.answers[question.question])
    page.add_init_script(WATCH)

    for path in ("considerations", "summary", "start", "how", "questions"):
        page.goto(f"{page.url.rsplit('/', 1)[0]}/{path}")
        arrive(page, "Act first")
        seen = " ".join(page.evaluate("window.seen")).lower()
        assert notice.headline.lower() in seen
        words = ("ketamine", "ssri", "antidepressant", "treatment", *(point.headline.lower() for point in PACK.points))
        assert [word for word in words if word in seen] == [], path


def test_a_change_and_a_worked_example_come_back(page: Page) -> None:
    page.get_by_text("Try an example case").click()
    press(page, EXAMPLE.vignette, "Considerations for discussion")
    page.reload()
    arrive(page, "Considerations for discussion")
    expect(page.locator("p.notice-line", has_text=f"{EXAMPLE_CASE}: {EXAMPLE.vignette}")).to_be_visible()

    turn_to(page, "Check answers", "Check answers")
    press(page, "Change urgency", PACK.steps[0].title)
    page.reload()
    arrive(page, PACK.steps[0].title)
    press(page, "Back to check answers", "Check answers")


def test_tabs_and_visitors_do_not_mix(page: Page, browser: Browser, address: str) -> None:
    begin(page)
    other = page.context.new_page()
    other.goto(page.url)
    arrive(other, PACK.steps[0].title)
    expect_chosen(other)
    answer(other, PACK, "urgency", "within-days")
    page.reload()
    arrive(page, PACK.steps[1].title)
    expect_chosen(page, text("severity", "mild"))

    with visiting(browser, address) as stranger:
        press(stranger, "Start", PACK.steps[0].title)
        expect_chosen(stranger)


def test_a_duplicated_tab_begins_with_a_copy_and_goes_its_own_way(page: Page) -> None:
    begin(page)
    with page.expect_popup() as opened:
        page.evaluate("window.open(location.href); 0")
    copy = opened.value
    arrive(copy, PACK.steps[1].title)
    expect_chosen(copy, text("severity", "mild"))

    answer(copy, PACK, "severity", "severe")
    page.reload()
    arrive(page, PACK.steps[1].title)
    expect_chosen(page, text("severity", "mild"))


def test_start_again_forgets_what_the_tab_kept(page: Page) -> None:
    begin(page)
    page.get_by_role("button", name="Start again").click()
    press(page, "Delete all answers", PACK.about.title)
    assert page.evaluate(STORED) is None

    page.reload()
    arrive(page, PACK.about.title)
    press(page, "Start", PACK.steps[0].title)
    expect_chosen(page)


def test_answers_are_forgotten_on_screen_and_in_the_tab_after_the_time_stated(newcomer: Page, address: str) -> None:
    newcomer.clock.install()
    newcomer.goto(address)
    arrive(newcomer, PACK.about.title)
    assert f"{MINUTES} minutes without use" in newcomer.locator("section.plain").inner_text()
    begin(newcomer)
    newcomer.clock.fast_forward((MINUTES - 1) * 60_000)
    newcomer.keyboard.press("Shift")
    newcomer.clock.fast_forward((MINUTES - 1) * 60_000)
    assert newcomer.evaluate(STORED)

    newcomer.clock.fast_forward(2 * 60_000)
    arrive(newcomer, PACK.about.title)
    expect(newcomer.get_by_text(f"Your answers were deleted after {MINUTES} minutes without use.")).to_be_visible()
    assert newcomer.evaluate(STORED) is None
    press(newcomer, "Start", PACK.steps[0].title)
    expect_chosen(newcomer)


def test_what_is_kept_too_long_does_not_come_back(page: Page) -> None:
    begin(page)
    page.evaluate(
        f"const kept = JSON.parse({STORED}); kept.at -= {MINUTES} * 60000;"
        "sessionStorage.setItem('considerations', JSON.stringify(kept)); 0"
    )
    page.reload()
    arrive(page, PACK.steps[0].title)

    expect_chosen(page)


def test_answers_a_newer_questionnaire_does_not_know_are_left_out_and_that_is_said(page: Page) -> None:
    press(page, "Start", PACK.steps[0].title)
    keep(page, place({"urgency": "can-wait", "severity": "no-such-option", "no-such-question": "yes"}))

    expect(page.get_by_text("Left out: 2 answers")).to_be_visible()
    expect_chosen(page, text("urgency", "can-wait"))
    page.get_by_role("button", name="Close this notice").click()
    expect(page.get_by_text("Left out:")).to_have_count(0)


@pytest.mark.parametrize(
    "state",
    [
        pytest.param("<img src=x onerror=alert(1)>", id="markup"),
        pytest.param("[" * 10_000, id="nested"),
        pytest.param("x" * 4_000_000, id="huge"),
        pytest.param({"pack": 1, "changing": "yes", "places": []}, id="wrong types"),
        pytest.param(place({}, step=99), id="a step there is not"),
        pytest.param({"pack": "../../etc", "changing": False, "places": {}}, id="unknown pack"),
        pytest.param('{"__proto__": {"polluted": 1}, "places": {}}', id="prototype"),
    ],
)
def test_tampered_content_is_refused_quietly(page: Page, state: object) -> None:
    press(page, "Start", PACK.steps[0].title)
    keep(page, state)

    arrive(page, PACK.steps[0].title)
    expect(page.get_by_test_id("stException")).to_have_count(0)
    assert page.evaluate("({}).polluted") is None
    answer(page, PACK, "urgency", "can-wait")


def test_without_storage_the_questionnaire_works_and_a_reload_begins_anew(newcomer: Page) -> None:
    newcomer.add_init_script(
        "Object.defineProperty(window, 'sessionStorage', { get() { throw new Error('not allowed') } })"
    )
    newcomer.clock.install()
    newcomer.reload()
    arrive(newcomer, PACK.about.title)
    begin(newcomer)
    for _ in range(2):
        newcomer.clock.fast_forward((MINUTES - 1) * 60_000)
        newcomer.keyboard.press("Shift")
    expect_chosen(newcomer, text("severity", "mild"))

    newcomer.reload()
    arrive(newcomer, PACK.steps[0].title)

    expect_chosen(newcomer)
