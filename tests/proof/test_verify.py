"""What `check` proves, what it says where it cannot, and what slips through."""

import random
from collections.abc import Callable
from itertools import islice
from pathlib import Path

import pytest

from considerations.cli.review_cases import review_cases
from considerations.engine import assess
from considerations.loading.loader import folders, load, load_with_places
from considerations.proof.check import check
from considerations.proof.diff import difference
from considerations.proof.verify import prove
from considerations.render import diff as render_difference
from tests.conftest import FALLS, RULES, TESTS
from tests.mutants import mutants, survivors, vignettes_hold

UNPROVED = sorted((TESTS / "bad" / "unproved").glob("*/*.yaml"))
PACK = load(RULES / "ketamine-ssri")


def told(folder: Path) -> list[str]:
    """What is wrong with the rules: the vignettes of a pack that was changed on purpose say what they said before."""
    found = check(folder, None, lambda done, of: None)
    return [line for line in (*found.faults, *found.warnings) if "vignette" not in line]


@pytest.mark.parametrize("folder", [FALLS, *folders(RULES)], ids=lambda folder: folder.name)
def test_everything_is_proved_of_every_pack_that_ships(folder: Path) -> None:
    assert told(folder) == []


@pytest.mark.parametrize("bad", UNPROVED, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_what_is_not_so_is_told_with_its_place(bad: Path, pack_copy: Callable[..., Path]) -> None:
    copy = pack_copy(FALLS)
    lines = bad.read_text("utf-8").splitlines()
    (copy / f"{bad.parent.name}.yaml").write_text("\n".join(x for x in lines if not x.startswith("#> ")), "utf-8")

    assert [line[3:] for line in lines if line.startswith("#> ")] == told(copy)


PLANTED = [
    (
        "points.yaml",
        "{under-discussion: comparing}",
        "{suicidal-thoughts: none, safety-plan: yes}",
        "can never be true",
    ),
    (
        "points.yaml",
        "{main-aim: not-discussed}",
        "{main-aim: [rapid-relief, lasting-stability, both, not-discussed]}",
        "for all answers",
    ),
    (
        "points.yaml",
        "urgency: can-wait}\n      interpretation: We",
        "urgency: [can-wait, emergency]}\n      interpretation: We",
        "removing 'emergency' would change nothing",
    ),
    (
        "points.yaml",
        "current-medicine: ssri-under-4-weeks}\n",
        "under-discussion: an-ssri, severity: mild}\n",
        "another rule already covers",
    ),
    (
        "points.yaml",
        "{under-discussion: both-together}\n    - when: {under-discussion: reviewing, ketamine-so-far: now}",
        "{under-discussion: comparing}",
        "together with",
    ),
    ("points.yaml", "ask: Which choices", "ask: You should say which choices", "'should' is a directive"),
    (
        "gaps.yaml",
        "    with_themes: [ketamine, together]\n  - gap: boxed",
        "  - gap: boxed",
        "is never relevant",
    ),
    (
        "stops.yaml",
        "when: {urgency: emergency}",
        "when: {suicidal-thoughts: none, safety-plan: yes}",
        "can never be true",
    ),
    ("questions.yaml", "      neutral: [no, not-discussed]\n", "", "no rule uses option"),
    (
        "questions.yaml",
        "neutral: [no, not-discussed]",
        "neutral: [no, yes, not-discussed]",
        "so it is not neutral",
    ),
    ("pack.yaml", "at_most: 12", "at_most: 11", "fails with 12 points, at most 11, when "),
    ("pack.yaml", "at_least: 1", "at_least: 2", "fails with 1 point, at least 2, when "),
    (
        "points.yaml",
        "{under-discussion: [ketamine, both-together, comparing, open]}\n    - when: {under-discussion: reviewing, any",
        "{under-discussion: comparing}\n    - when: {under-discussion: reviewing, any",
        "fails when",
    ),
]


@pytest.mark.parametrize(("file", "was", "becomes", "message"), PLANTED)
def test_a_fault_planted_in_the_real_pack_is_found(
    file: str, was: str, becomes: str, message: str, pack_copy: Callable[..., Path]
) -> None:
    copy = pack_copy(RULES / "ketamine-ssri")
    text = (copy / file).read_text("utf-8")
    assert was in text
    (copy / file).write_text(text.replace(was, becomes, 1), "utf-8")

    found = told(copy)
    assert [line for line in found if message in line], found


def test_rules_and_vignettes_notice_nineteen_mutants_of_twenty(thorough: bool) -> None:
    """By default a sample of one in ten is tried, in which one in ten may slip through."""
    pack, files = load_with_places(RULES / "ketamine-ssri")
    assert vignettes_hold(pack)
    assert not prove(pack, files).faults
    every = 1 if thorough else 10
    made, left = len(list(mutants(pack))), list(survivors(pack, files, every))

    assert made > 600
    assert len(left) / (made / every) <= (0.05 if thorough else 0.1), left


def test_a_difference_notices_every_mutant(thorough: bool) -> None:
    """It names what each shows otherwise; where it names nothing, the engine finds nothing on random answers either."""
    rnd = random.Random(7)
    some = [{q.question: rnd.choice(q.options).option for q in PACK.questions} for _ in range(300)]
    for name, mutant in islice(mutants(PACK), 0, None, 1 if thorough else 10):
        found = difference(PACK, mutant)
        assert not found.empty, name
        if not found.changes and found.before == found.after == found.both:
            for given in some:
                was, now = assess(PACK, given), assess(mutant, given)
                stops = [found.stop and found.stop.stop for found in (was, now)]
                assert stops[0] == stops[1], name
                assert (was.verdicts, was.gaps, was.notices) == (now.verdicts, now.gaps, now.notices), name


def test_a_difference_notices_words_order_and_crisis_lines(pack_copy: Callable[..., Path]) -> None:
    copy = pack_copy(FALLS)
    (copy / "stops.yaml").write_text((copy / "stops.yaml").read_text().replace("Call 1.", "Call 2."))
    (copy / "points.yaml").write_text(
        (copy / "points.yaml").read_text().replace("- point: company", "# Company\n- point: company")
    )

    assert difference(load(FALLS), load(copy)).wording == ("the crisis line of Everywhere",)
    (copy / "stops.yaml").write_text((FALLS / "stops.yaml").read_text())
    found = difference(load(FALLS), load(copy))
    assert render_difference.text(found).splitlines()[-1] == "Only comments, spacing and the like are different."


def test_of_two_stops_that_hold_the_first_is_shown_and_compared() -> None:
    turned = PACK.model_copy(update={"stops": PACK.stops.model_copy(update={"stops": PACK.stops.stops[::-1]})})
    both = {"urgency": "emergency", "suicidal-thoughts": "plan-or-intent", "safety-plan": "not-yet"}

    assert [assess(pack, both).stop.stop for pack in (PACK, turned)] == ["emergency", "plan-without-safety-plan"]  # type: ignore[union-attr]
    assert {(each.name, each.comes) for each in difference(PACK, turned).changes} == {
        ("emergency", False),
        ("plan-without-safety-plan", True),
    }


@pytest.mark.parametrize("folder", [FALLS, *folders(RULES)], ids=lambda folder: folder.name)
def test_review_cases_hold_every_stop(folder: Path) -> None:
    pack = load(folder)
    stops = [found.stop.stop for case in review_cases(pack) if (found := assess(pack, case)).stop]

    assert stops == [stop.stop for stop in pack.stops.stops]


def test_a_pack_does_not_differ_from_itself() -> None:
    found = difference(PACK, load(RULES / "ketamine-ssri"))

    assert found.empty
    assert render_difference.text(found).splitlines()[-1] == "Nothing is different."


def test_a_difference_says_exactly_when_with_a_witness(pack_copy: Callable[..., Path]) -> None:
    copy = pack_copy(FALLS)
    points = (copy / "points.yaml").read_text()
    (copy / "points.yaml").write_text(
        points.replace("{fell: no, alone: no}", "{alone: no}").replace("Of any", "Of some")
    )
    found = difference(load(FALLS), load(copy))

    assert render_difference.text(found) == (
        "falls 1.2.0 → falls 1.2.0\n\n"
        "30 answer sets before, 30 after. Of the 30 possible in both, 6 (20 %) show something else. "
        "These are shares of answer sets, not of patients.\n\n"
        "WHAT IS SHOWN\n"
        "- company now highlighted in 6 answer sets (20 %), exactly when Up again: “Yes”; Alone: “No”, unless a stop applies. "
        "For example: {fell: yes, up-again: yes, alone: no, rugs: yes}\n"
        "- bones now relevant in 3 answer sets (10 %), exactly when Fall: “Unsure”; Up again: “Yes”; Alone: “No”, unless a stop applies. "
        "For example: {fell: unsure, up-again: yes, alone: no, rugs: yes}\n\n"
        "RULES REWRITTEN\n- the rule of 'company'\n\n"
        "WORDING ONLY\n- point 'company'\n"
    )
    assert "### What is shown\n- `company` now highlighted" in render_difference.text(found, markdown=True)


@pytest.mark.parametrize(("turned", "verb"), [(False, "now"), (True, "no longer")], ids=["new", "gone"])
def test_a_question_of_one_version_alone_can_have_any_answer_in_the_other(
    turned: bool, verb: str, pack_copy: Callable[..., Path]
) -> None:
    copy = pack_copy(FALLS)
    (copy / "questions.yaml").write_text((FALLS / "questions.yaml").read_text() + STICK)
    points = (copy / "points.yaml").read_text()
    (copy / "points.yaml").write_text(points.replace("    - when: {rugs: yes}", "    - when: {stick: no}"))
    versions = [load(FALLS), load(copy)]
    told = render_difference.text(difference(*versions[:: -1 if turned else 1])).splitlines()

    counts = "60 answer sets before, 30 after" if turned else "30 answer sets before, 60 after"
    assert told[2].startswith(f"{counts}. Of the 60 possible in both, 24 (40 %) show something else.")
    assert f"question 'stick' is {'gone' if turned else 'new'}" in "\n".join(told)
    (line,) = [line for line in told if line.startswith(f"- rugs-slide {verb} highlighted")]
    assert "Stick: “No”" in line


STICK = """\
    - question: stick
      short: Stick
      asks: Is there a stick?
      why: To be compared.
      how_to_answer: Any.
      neutral: [yes]
      options: {yes: {label: "Yes"}, no: {label: "No"}}
"""


def test_a_survivor_comes_with_a_vignette_that_would_notice_it(pack_copy: Callable[..., Path]) -> None:
    folder = pack_copy(FALLS)
    left = [
        made
        for name, reason in survivors(*load_with_places(folder))
        for _, _, made in [reason.partition(":\n")]
        if made
    ]
    assert left

    for nth, made in enumerate(left):
        (folder / "vignettes.yaml").write_text((FALLS / "vignettes.yaml").read_text() + made.replace("…", f"Nr {nth}"))
        with_it, files = load_with_places(folder)
        assert vignettes_hold(with_it)
        assert not any(made in reason for _, reason in survivors(with_it, files))
