"""A few stories through the real app's widgets; logic is tested elsewhere."""

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from html import unescape
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Radio

from considerations.diagrams.decision_diagram import TooLarge
from considerations.engine import assess
from considerations.engine.what_if import compare
from considerations.explain.summary import Summary, summarise
from considerations.loading.loader import load
from considerations.pack import Vignette
from considerations.pack.terms import EXAMPLE
from considerations.proof import verify
from considerations.render.book import document
from considerations.ui import browser_store, proof_cache, radio_groups, server_cache, session
from considerations.ui.page_parts import plain
from tests.conftest import FALLS, FALLS_ARTICLE, ROOT, RULES
from tests.signing import signed

MAIN = ROOT / "src" / "considerations" / "ui" / "main.py"
PACK = load(RULES / "ketamine-ssri")
PAGES = [
    "screens/start.py",
    "screens/check_answers.py",
    "screens/considerations.py",
    "screens/summary.py",
    "screens/how_it_works.py",
]
# In a Python of its own, which has loaded nothing yet.
_ELSEWHERE = """
import sys
from streamlit.testing.v1 import AppTest
from tests.ui.test_app import MAIN, PACK, PAGES
app = AppTest.from_file(str(MAIN), default_timeout=20)
case = max(PACK.vignettes, key=lambda case: len(case.highlights))
app.session_state[f"answers/{PACK.about.pack}"] = dict(case.answers)
for page in ("screens/questions.py", *PAGES):
    app.switch_page(page).run()
    assert not app.exception
    print(page, "pandas" in sys.modules)
"""
CACHED = (server_cache.watched, server_cache.article_text, server_cache.refer, server_cache.rules)


@pytest.fixture
def app() -> AppTest:
    return AppTest.from_file(str(MAIN), default_timeout=20).run()


@pytest.fixture
def rules(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A rules folder of one's own for the app."""
    monkeypatch.setattr(server_cache, "RULES", tmp_path)
    monkeypatch.delenv("CONSIDERATIONS_ARTICLE", raising=False)
    for cached in CACHED:
        cached.cache_clear()
    yield tmp_path
    for cached in CACHED:
        cached.cache_clear()


def turn_to(app: AppTest, page: str) -> AppTest:
    app.switch_page(page).run()
    assert not app.exception
    return app


def press(app: AppTest, label: str, to: str = "screens/questions.py") -> AppTest:
    """Press a button; the test must be told where it leads, for it does not follow the app to another page."""
    links = [link.proto.label for link in app.get("page_link")]
    if label not in links:
        next(button for button in app.button if button.label == label).click().run()
    return turn_to(app, to)


def open_line(app: AppTest, key: str) -> None:
    """Open a part of the page that is drawn only when it is opened."""
    app.session_state[key] = True
    app.run()


def radio(app: AppTest, question: str, pack: str = "ketamine-ssri") -> Radio[str]:
    """The radio group of a question, wherever it stands: one that replaced another has a number behind its name."""
    name = f"{pack}/{question}"
    return next(each for each in app.radio if re.fullmatch(rf"(first/)?{name}(/\d+)?", each.key or ""))


def answer(app: AppTest, question: str, option: str) -> AppTest:
    radio(app, question).set_value(option).run()
    assert not app.exception
    return app


def heading(app: AppTest) -> str:
    """The page's own heading."""
    (found,) = re.findall("<h1 [^>]*>(.*?)</h1>", " ".join(html.proto.body for html in app.get("html")))
    return unescape(found)


def record(app: AppTest) -> str:
    """The text for the record, in full."""
    app.radio(key="length").set_value("Full text").run()
    body: str = next(each.proto.body for each in app.get("html") if 'class="record"' in each.proto.body)
    return body


def screen(app: AppTest) -> str:
    """All that stands on the page; what is hidden there is for the browser's tab."""
    return " ".join(
        [
            *(re.sub("<i hidden .*?</i>", "", html.proto.body) for html in app.get("html")),
            *(json.loads(each.proto.json).get("html", "") for each in app.get("bidi_component")),
            *(str(each.value) for each in app.markdown),
        ]
    )


def test_nothing_is_preselected_and_a_branch_appears_only_when_asked(app: AppTest) -> None:
    turn_to(app, "screens/questions.py")
    assert [each.value for each in app.radio] == [None, None]

    answer(app, "suicidal-thoughts", "thoughts-only")
    assert radio(app, "safety-plan").value is None

    answer(app, "suicidal-thoughts", "none")
    assert len(app.radio) == 2


def test_back_next_and_other_pages_lose_nothing(app: AppTest) -> None:
    turn_to(app, "screens/questions.py")
    answer(app, "urgency", "can-wait")
    press(app, "Next")
    answer(app, "severity", "mild")
    turn_to(app, "screens/how_it_works.py")
    turn_to(app, "screens/questions.py")
    assert heading(app) == "This episode"
    assert radio(app, "severity").value == "mild"

    press(app, "Back")
    assert radio(app, "urgency").value == "can-wait"


def test_the_count_is_live(app: AppTest) -> None:
    turn_to(app, "screens/questions.py")
    for _ in range(3):
        press(app, "Next")
    assert f"0 of {len(PACK.points)} points apply so far" in screen(app)

    answer(app, "under-discussion", "ketamine")
    found = assess(PACK, {"under-discussion": "ketamine"})
    applies, open_ones = len(found.points(True)), len(found.points(None))
    count = f"{applies} of {len(PACK.points)} points apply so far ({open_ones} need more answers)."
    assert count in screen(app)


def test_change_returns_to_the_answers_and_a_stale_answer_is_not_used(app: AppTest) -> None:
    turn_to(app, "screens/questions.py")
    press(press(app, "Next"), "Next")
    answer(app, "prior-trials", "two")
    answer(app, "best-response", "partial")
    turn_to(app, "screens/check_answers.py")
    assert "Partial" in screen(app)

    press(app, "Change adequate trials")
    assert heading(app) == "Medicines tried"
    answer(app, "prior-trials", "none")
    press(app, "Back to check answers", to="screens/check_answers.py")
    assert heading(app) == "Check answers"
    assert "Partial" not in screen(app)
    assert "partial" not in record(turn_to(app, "screens/summary.py")).lower().split("answers")[1]


def test_a_stop_takes_the_place_of_every_page(app: AppTest) -> None:
    turn_to(app, "screens/questions.py")
    answer(app, "urgency", "emergency")
    for page in PAGES:
        turn_to(app, page)
        assert heading(app) == "Act first"
        shown = screen(app).lower()
        assert "call the local emergency number" in shown
        assert [word for word in ("ketamine", "ssri", "antidepressant", "treatment") if word in shown] == []
        assert [point.point for point in PACK.points if point.headline.lower() in shown] == []

    assert [each.key for each in app.radio] == ["first/ketamine-ssri/urgency"]
    turn_to(app, "screens/questions.py")
    answer(app, "urgency", "within-days")
    assert heading(app) == "Act first"
    answer(app, "suicidal-thoughts", "none")
    assert heading(app) == "Safety first"


def test_a_stop_offers_the_questions_that_lift_it_wherever_they_stand(rules: Path) -> None:
    shutil.copytree(FALLS, rules / "falls")
    stops = (rules / "falls" / "stops.yaml").read_text()
    (rules / "falls" / "stops.yaml").write_text(stops.replace("when: {fell: yes, up", "when: {any: [{fell: yes}], up"))
    app = AppTest.from_file(str(MAIN), default_timeout=20).run()

    turn_to(app, "screens/questions.py").radio(key="falls/fell").set_value("yes").run()
    radio(app, "up-again", "falls").set_value("no").run()
    assert [radio(app, each, "falls").value for each in ("fell", "up-again", "alone")] == ["yes", "no", None]

    radio(app, "alone", "falls").set_value("no").run()
    assert heading(app) == "The fall"


def test_a_changed_answer_asks_again_what_lifts_a_stop(app: AppTest) -> None:
    turn_to(app, "screens/questions.py")
    answer(app, "suicidal-thoughts", "thoughts-only")
    answer(app, "safety-plan", "yes")
    answer(app, "suicidal-thoughts", "plan-or-intent")

    assert heading(app) == "Act first"
    assert radio(app, "safety-plan").value is None


def test_changing_ends_when_another_page_is_opened(app: AppTest) -> None:
    turn_to(app, "screens/check_answers.py")
    press(app, "Change urgency")
    turn_to(app, "screens/how_it_works.py")
    turn_to(app, "screens/questions.py")

    assert {"Back", "Next"} <= {button.label for button in app.button}


def test_the_first_page_says_for_whom_it_is_not(app: AppTest) -> None:
    assert [text for text in (*PACK.about.not_for, PACK.about.intended_user) if text not in screen(app)] == []
    assert "a draft that no clinician has reviewed" in screen(app)


def test_passages_are_shown_where_the_article_is_available(rules: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(FALLS, rules / "falls")
    app = AppTest.from_file(str(MAIN), default_timeout=20).run()
    assert "<q>" not in screen(turn_to(app, "screens/how_it_works.py"))

    article = rules / "falls" / "article.txt"
    article.write_text(FALLS_ARTICLE.read_text().replace("Press it.", "Press it hard."))
    server_cache.article_text.cache_clear()
    assert "Available, shown with each point" in screen(turn_to(app, "screens/how_it_works.py"))
    shown = screen(turn_to(app, "screens/how_it_works.py"))
    assert "<b>L2.1</b> <q>Rugs slide.</q>" in shown
    assert "<b>L3.2</b> The article&#x27;s text available here has a different sentence, so it is not shown." in shown

    article.unlink()
    monkeypatch.setenv("CONSIDERATIONS_ARTICLE", str(FALLS_ARTICLE))
    server_cache.article_text.cache_clear()
    assert "<b>L3.2</b> <q>Press it.</q>" in screen(turn_to(app, "screens/how_it_works.py"))


def test_another_article_shows_no_passage_and_is_told(rules: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(FALLS, rules / "falls")
    (rules / "other.txt").write_text("Something else altogether.")
    monkeypatch.setenv("CONSIDERATIONS_ARTICLE", str(rules / "other.txt"))
    app = AppTest.from_file(str(MAIN), default_timeout=20).run()

    shown = screen(turn_to(app, "screens/how_it_works.py"))
    assert "<q>" not in shown
    assert "Not available here" in shown
    fault = plain("CONSIDERATIONS_ARTICLE: this text is not the article; none of its sentences match")
    assert [warning.value for warning in app.warning] == [f"{fault}. The article’s own words are not shown."]

    monkeypatch.setenv("CONSIDERATIONS_ARTICLE", str(rules / "no-such.txt"))
    server_cache.article_text.cache_clear()
    turn_to(app, "screens/how_it_works.py")
    assert plain("CONSIDERATIONS_ARTICLE: this file is missing") in app.warning[0].value


def test_a_worked_example_says_that_it_is_one(app: AppTest) -> None:
    example = next(case for case in PACK.vignettes if not case.stops)
    open_line(app, "examples")
    press(app, example.vignette, to="screens/considerations.py")
    assert f"{EXAMPLE}:</b> {example.vignette}" in screen(app)
    named = f"{EXAMPLE}: {example.vignette}"
    assert named in " ".join(record(turn_to(app, "screens/summary.py")).split())

    turn_to(app, "screens/questions.py")
    answer(app, "urgency", "within-weeks")
    assert EXAMPLE not in screen(turn_to(app, "screens/considerations.py"))


def test_no_page_loads_what_is_for_tables_alone() -> None:
    done = subprocess.run([sys.executable, "-c", _ELSEWHERE], capture_output=True, text=True, check=True, cwd=ROOT)

    pages = ["screens/questions.py", *PAGES]
    assert done.stdout.splitlines() == [f"{page} False" for page in pages], done.stderr


@pytest.mark.parametrize("case", [case for case in PACK.vignettes if not case.stops], ids=lambda case: case.vignette)
def test_limits_and_gaps_stand_on_the_screen_beside_every_benefit(app: AppTest, case: Vignette) -> None:
    found = summarise(PACK, case.answers)
    assert isinstance(found, Summary)
    app.session_state["answers/ketamine-ssri"] = dict(case.answers)
    turn_to(app, "screens/considerations.py")
    in_view = unescape(next(each.proto.body for each in app.get("html") if 'class="overview"' in each.proto.body))
    folded = unescape(screen(app).partition("Not highlighted (")[2])

    highlighted = [item.point for item in found.in_state(True)]
    assert [point.point for point in highlighted if point.headline not in in_view] == []
    if any(point.valence == "benefit" for point in highlighted):
        assert [point for point in highlighted if point.valence == "limit"]
    assert [item.gap.gap for item in found.relevant_gaps() if item.gap.note not in in_view] == []
    assert [item.point.point for item in found.in_state(False) if item.point.headline not in folded] == []


def test_what_is_proved_is_said_and_derived(app: AppTest) -> None:
    shown = screen(turn_to(app, "screens/how_it_works.py"))

    assert "Not a sample. Checked for all 92,565,504,000 possible answer sets" in shown
    assert [guarantee.guarantee for guarantee in PACK.about.guarantees if guarantee.guarantee not in shown] == []


def test_rules_too_large_to_be_proved_are_shown_all_the_same(app: AppTest, monkeypatch: pytest.MonkeyPatch) -> None:
    def too_large(*_: object) -> None:
        raise TooLarge("too large")

    monkeypatch.setattr(verify, "prove", too_large)
    proof_cache.proof.clear()
    shown = screen(turn_to(app, "screens/how_it_works.py"))
    proof_cache.proof.clear()

    assert "No proof is available: the rules connect too many questions" in shown
    assert PACK.points[0].headline in unescape(shown)


def test_every_page_says_that_it_is_no_recommendation(app: AppTest) -> None:
    for page in [*PAGES, "screens/questions.py"]:
        assert "Not a recommendation" in screen(turn_to(app, page))


def test_open_safety_questions_are_told_on_the_screen(app: AppTest) -> None:
    assert "Safety questions are still unanswered: Urgency; Suicidal thoughts." in screen(
        turn_to(app, "screens/considerations.py")
    )


def test_notices_stand_above_the_points_and_where_they_say(rules: Path) -> None:
    shutil.copytree(FALLS, rules / "falls")
    app = AppTest.from_file(str(MAIN), default_timeout=20).run()
    (page,) = [case for case in load(FALLS).vignettes if case.notices]
    app.session_state["answers/falls"] = dict(page.answers)

    shown = screen(turn_to(app, "screens/considerations.py"))
    assert shown.index("Nobody was there to see it.") < shown.index("The leaflet blames rugs.")
    assert "Why this is shown" in shown
    assert "Nobody was there to see it." not in screen(turn_to(app, "screens/check_answers.py"))
    app.session_state["answers/falls"] = {"fell": "unsure", "up-again": "no"}
    assert "Someone may be on the floor" in screen(turn_to(app, "screens/check_answers.py"))


def test_a_shorter_questionnaire_opens_at_a_step_that_it_has(rules: Path) -> None:
    shutil.copytree(RULES / "ketamine-ssri", rules / "ketamine-ssri")
    shutil.copytree(FALLS, rules / "short")
    about = (rules / "short" / "pack.yaml").read_text()
    (rules / "short" / "pack.yaml").write_text(about.replace("pack: falls", "pack: short"))
    app = AppTest.from_file(str(MAIN), default_timeout=20).run()
    turn_to(app, "screens/questions.py")
    for _ in range(4):
        press(app, "Next")

    turn_to(app, "screens/start.py").radio(key="pack").set_value("short").run()
    assert heading(turn_to(app, "screens/questions.py")) == "The fall"


def test_the_whole_book_can_be_read_without_an_answer(app: AppTest) -> None:
    shown = screen(turn_to(app, "screens/how_it_works.py"))

    assert (
        document.fragment(PACK, proof_cache.proof("ketamine-ssri", PACK.digest), server_cache.passages(PACK)) in shown
    )


def test_what_if_says_what_would_change_and_leaves_the_answers_alone(app: AppTest) -> None:
    answers = {"under-discussion": "an-ssri", "prior-trials": "none"}
    app.session_state["answers/ketamine-ssri"] = dict(answers)
    turn_to(app, "screens/considerations.py")
    before = screen(app)
    open_line(app, "what-if")
    app.button_group(key="what-if/ketamine-ssri").select("under-discussion").run()
    app.radio(key="tried/ketamine-ssri/under-discussion").set_value("ketamine").run()
    shown = unescape(screen(app))

    assert "Under discussion: “Ketamine”, instead of “An SSRI”" in shown
    found = compare(
        assess(PACK, answers), assess(PACK, {**answers, "under-discussion": "ketamine"}), {"under-discussion"}
    )
    assert found.then["Claims of the article that would be highlighted"]
    assert [text for texts in found.then.values() for text in texts if text not in shown] == []
    assert app.session_state["answers/ketamine-ssri"] == answers
    next(button for button in app.button if button.label == "Cancel").click().run()
    assert screen(app) == before


def test_an_answer_that_is_tried_can_be_used(app: AppTest) -> None:
    app.session_state["answers/ketamine-ssri"] = {"suicidal-thoughts": "thoughts-only", "safety-plan": "yes"}
    turn_to(app, "screens/considerations.py")
    open_line(app, "what-if")
    app.button_group(key="what-if/ketamine-ssri").select("suicidal-thoughts").run()
    app.radio(key="tried/ketamine-ssri/suicidal-thoughts").set_value("plan-or-intent").run()
    assert "This answer means that urgent steps come first." in screen(app)
    assert heading(app) == "Considerations for discussion"

    next(button for button in app.button if button.label == "Use these answers").click().run()
    assert heading(app) == "Act first"
    assert app.session_state["answers/ketamine-ssri"] == {"suicidal-thoughts": "plan-or-intent"}


@pytest.mark.parametrize(
    "case", [case for case in PACK.vignettes if not case.stops][:4], ids=lambda case: case.vignette
)
def test_everything_not_highlighted_says_why_and_what_would_change_it(app: AppTest, case: Vignette) -> None:
    found = summarise(PACK, case.answers)
    assert isinstance(found, Summary)
    app.session_state["answers/ketamine-ssri"] = dict(case.answers)
    shown = unescape(screen(turn_to(app, "screens/considerations.py")))

    for item in (*found.considerations, *found.gaps):
        assert [text for text in (*item.why, *item.change, *item.options_do) if text not in shown] == []


def test_start_again_forgets_everything(app: AppTest) -> None:
    turn_to(app, "screens/questions.py")
    answer(app, "urgency", "can-wait")
    press(app, "Delete all answers")

    assert radio(app, "urgency").value is None


def test_a_broken_pack_is_not_shown_and_others_work(rules: Path) -> None:
    shutil.copytree(FALLS, rules / "falls")
    shutil.copytree(FALLS, rules / "slips")

    app = AppTest.from_file(str(MAIN), default_timeout=20).run()

    assert not app.exception
    assert [warning.value for warning in app.warning] == ["“slips” cannot be shown because its rules failed a check."]
    assert "After a fall" in screen(app)


def test_without_a_pack_the_app_says_so(rules: Path) -> None:
    shutil.copytree(FALLS, rules / "slips")

    app = AppTest.from_file(str(MAIN), default_timeout=20).run()

    assert not app.exception
    assert app.error[0].value == "This questionnaire cannot be shown because its rules failed a check."


def test_two_packs_keep_their_answers_apart(rules: Path) -> None:
    shutil.copytree(FALLS, rules / "falls")
    slips = Path(shutil.copytree(FALLS, rules / "slips"))
    (slips / "pack.yaml").write_text((slips / "pack.yaml").read_text().replace("pack: falls", "pack: slips"))
    app = AppTest.from_file(str(MAIN), default_timeout=20).run()

    radio(turn_to(app, "screens/questions.py"), "fell", "falls").set_value("no").run()
    assert "did not fall" in screen(turn_to(app, "screens/considerations.py")).lower()

    turn_to(app, "screens/start.py").radio(key="pack").set_value("slips").run()
    assert "nothing answered yet" in screen(turn_to(app, "screens/considerations.py")).lower()


def test_while_the_tab_is_asked_nothing_else_is_shown_and_one_can_go_on_without(app: AppTest) -> None:
    app.session_state["tab-replied"] = False
    turn_to(app, "screens/considerations.py")
    assert (heading(app), app.get("html")[1:]) == ("One moment", [])

    press(app, "Start without them", to="screens/considerations.py")
    assert heading(app) == "Considerations for discussion"


def test_what_is_kept_comes_back_the_same_for_every_questionnaire(rules: Path) -> None:
    shutil.copytree(FALLS, rules / "falls")
    slips = Path(shutil.copytree(FALLS, rules / "slips"))
    (slips / "pack.yaml").write_text((slips / "pack.yaml").read_text().replace("pack: falls", "pack: slips"))
    app = AppTest.from_string(
        "import streamlit as st\nfrom considerations.ui import browser_store\n"
        "st.session_state.told, st.session_state.again = browser_store.read(st.session_state.text), browser_store.write()"
    )
    places = {
        name: {"answers": {"fell": given}, "marks": {}, "step": 0, "example": "", "version": "1.2.0"}
        for name, given in (("falls", "no"), ("slips", "yes"))
    }
    app.session_state["text"] = json.dumps({"pack": "slips", "changing": True, "places": places, "groups": {}})
    app.run()

    assert not app.exception
    assert app.session_state["told"] == []
    assert app.session_state["again"] == app.session_state["text"]


def test_a_pack_that_another_process_breaks_while_the_app_runs_disturbs_no_visitor(rules: Path) -> None:
    shutil.copytree(FALLS, rules / "falls")
    proof_cache.proof.clear()
    app = AppTest.from_file(str(MAIN), default_timeout=20).run()
    radio(turn_to(app, "screens/questions.py"), "fell", "falls").set_value("no").run()
    before = {
        page: screen(turn_to(app, page))
        for page in (
            "screens/start.py",
            "screens/questions.py",
            "screens/check_answers.py",
            "screens/considerations.py",
        )
    }

    half = "import sys, pathlib\nfor file in pathlib.Path(sys.argv[1]).glob('*.yaml'):\n    file.write_bytes(file.read_bytes()[:99])"
    subprocess.run([sys.executable, "-c", half, str(rules / "falls")], check=True)
    assert {page: screen(turn_to(app, page)) for page in before} == before
    assert "No proof is available" in screen(turn_to(app, "screens/how_it_works.py"))
    other = AppTest.from_file(str(MAIN), default_timeout=20).run()
    assert screen(turn_to(other, "screens/start.py")) == before["screens/start.py"]


def test_an_answer_whose_run_was_cut_off_is_taken_by_the_next_run(
    app: AppTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    turn_to(app, "screens/questions.py")
    with monkeypatch.context() as cut:
        cut.setattr(session, "_store", lambda *_: None)
        cut.setattr(radio_groups, "take", lambda *_: None)
        radio(app, "urgency").set_value("can-wait")
        cut.setattr(radio_groups, "chosen", lambda *_: None)
        app.run()
    assert "answers/ketamine-ssri" not in app.session_state

    app.run()
    assert app.session_state["answers/ketamine-ssri"] == {"urgency": "can-wait"}


def test_an_answer_that_the_tab_brings_back_twice_because_the_first_run_was_cut_off_is_not_lost(rules: Path) -> None:
    shutil.copytree(FALLS, rules / "falls")
    app = AppTest.from_string(
        "import streamlit as st\nfrom considerations.ui import browser_store, session\n"
        "for _ in range(2):\n"
        "    browser_store.read(st.session_state.text)\n"
        "    session.take_shown(st.session_state.shown)"
    )
    stored = {"answers": {"fell": "no"}, "marks": {}, "step": 0, "example": "", "version": "1.2.0"}
    app.session_state["text"] = json.dumps({"pack": "falls", "changing": False, "places": {"falls": stored}})
    app.session_state["shown"] = {
        "falls-fell": [option.option for option in load(FALLS).question("fell").options].index("yes")
    }
    app.run()

    assert not app.exception
    assert app.session_state["answers/falls"] == {"fell": "yes"}


def test_an_older_page_brings_back_no_answer_that_was_forgotten(app: AppTest) -> None:
    turn_to(app, "screens/questions.py")
    answer(app, "suicidal-thoughts", "thoughts-only")
    plan = radio(app, "safety-plan")
    answer(app, "safety-plan", "yes")
    answer(app, "suicidal-thoughts", "plan-or-intent")
    assert radio(app, "safety-plan").key != plan.key
    assert app.session_state["answers/ketamine-ssri"] == {"suicidal-thoughts": "plan-or-intent"}


def test_every_page_says_who_reviewed_the_rules_and_once_what_is_out_of_date(
    rules: Path, set_clock: Callable[[str], None]
) -> None:
    signed(Path(shutil.copytree(FALLS, rules / "falls")))
    app = AppTest.from_file(str(MAIN), default_timeout=20).run()
    set_clock("2027-02-02")

    for page in [*PAGES, "screens/questions.py"]:
        shown = screen(turn_to(app, page))
        assert "reviewed by Ward nurse, Hill clinic on 2026-11-20" in shown, page
        assert shown.count('<p class="notice-line">Out of date.') == 1, page


def test_a_page_of_an_older_version_may_return_without_what_it_shows() -> None:
    returned = browser_store.back({"at": 1, "state": "kept"})

    assert returned is not None
    assert (returned.at, returned.state, returned.chosen) == (1, "kept", {})
