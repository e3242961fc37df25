"""What a clinician is owed by the rules on ketamine and SSRIs, beyond what the guarantees of the pack prove."""

import json

import pytest
from hypothesis import given

from considerations.engine import assess
from considerations.explain.summary import StopNotice, Summary, summarise
from considerations.loading.loader import load
from tests.conftest import ROOT, RULES
from tests.influence import influence
from tests.project.test_properties import answers
from tests.reading import READ, words

PACK = load(RULES / "ketamine-ssri")
SITUATIONS = ROOT.parent / "shared" / "evidence" / "situations.json"
HARMS = next(s.in_short for s in PACK.gaps.gaps if s.gap == "acute-adverse-effects")


def test_each_situation_of_the_audit_is_a_worked_example() -> None:
    if not SITUATIONS.exists():
        pytest.skip("the situations of the audit are not at hand")
    wanted = [situation["answers"] for situation in json.loads(SITUATIONS.read_text("utf-8"))]

    assert [each for each in wanted if each not in [dict(case.answers) for case in PACK.vignettes]] == []


@given(answers(PACK))
def test_nothing_is_highlighted_in_a_crisis_before_safety_is_looked_after(some: dict[str, str]) -> None:
    found = assess(PACK, {**some, "urgency": "within-days"})

    settled = found.answers.get("suicidal-thoughts") == "none" or found.answers.get("safety-plan") == "yes"
    assert found.stop is None if settled else found.stop is not None


@pytest.mark.parametrize("form", ["text", "html"])
def test_harms_stand_as_a_sentence_wherever_a_ketamine_benefit_does(form: str) -> None:
    assert HARMS
    for case in PACK.vignettes:
        found = summarise(PACK, case.answers)
        if isinstance(found, Summary) and any(
            item.point.theme == "ketamine" and item.point.valence == "benefit" for item in found.in_state(True)
        ):
            assert words(HARMS) in words(READ[form](found)), case.vignette


def test_a_safety_plan_that_is_open_is_named_among_the_open_safety_questions() -> None:
    found = summarise(PACK, {"urgency": "can-wait", "suicidal-thoughts": "thoughts-only"})

    assert isinstance(found, Summary)
    assert [question.short for question in found.safety_open] == ["Safety plan"]


def test_a_gap_that_an_answer_brings_comes_before_those_that_a_subject_brings() -> None:
    found = summarise(PACK, next(case.answers for case in PACK.vignettes if case.vignette.startswith("Under 18")))

    assert isinstance(found, Summary)
    order = [item.gap.gap for item in found.relevant_gaps()]
    assert order.index("under-18") < order.index("regulatory-status")
    assert order.index("suicide-risk") < order.index("regulatory-status")


def test_asking_comes_first_in_a_crisis_with_thoughts_not_assessed() -> None:
    found = summarise(PACK, {"urgency": "within-days", "suicidal-thoughts": "not-assessed"})

    assert isinstance(found, StopNotice)
    assert "First ask about them" in found.headline


def test_urgency_and_earlier_trials_change_the_points_for_every_subject() -> None:
    for subject, asked, shares in influence(PACK, "under-discussion"):
        if asked in ("urgency", "prior-trials"):
            assert shares["point"] > 0, f"{asked} changes no point for {subject}"
