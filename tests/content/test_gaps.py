"""What the article does not say comes forward where it matters."""

from hypothesis import given

from considerations.engine import assess
from considerations.explain.summary import Summary, summarise
from considerations.loading.loader import load
from considerations.pack import Pack
from considerations.render import text
from considerations.render.paper import html
from tests.conftest import RULES
from tests.project.test_properties import answers
from tests.reading import plain

PACK = load(RULES / "ketamine-ssri")
CORE = {"regulatory-status", "boxed-warning-and-rems", "contraindications", "acute-adverse-effects", "durability"}
CORE |= {"conflicting-trials"}


def relevant(pack: Pack, some: dict[str, str]) -> set[str]:
    return {name for name, front in assess(pack, some).gaps.items() if front}


def test_a_gap_comes_with_an_answer_a_theme_or_a_point(falls: Pack) -> None:
    assert relevant(falls, {}) == set()
    assert relevant(falls, {"fell": "yes", "up-again": "yes"}) == {"bones"}
    assert relevant(falls, {"rugs": "yes"}) == {"stairs"}
    assert relevant(falls, {"fell": "no", "alone": "no"}) == {"bones"}


def test_a_gap_waits_while_what_brings_it_is_open(falls: Pack) -> None:
    assert assess(falls, {}).gaps == {"stairs": None, "bones": None}
    assert assess(falls, {"fell": "no", "alone": "yes"}).gaps["bones"] is False


def test_a_stop_leaves_no_gap(falls: Pack) -> None:
    assert assess(falls, {"fell": "yes", "up-again": "no"}).gaps == {}


@given(answers(PACK))
def test_a_ketamine_benefit_never_stands_without_the_core_gaps(some: dict[str, str]) -> None:
    found = assess(PACK, some)
    if any(p.theme in ("ketamine", "together") and p.valence == "benefit" for p in found.points(True)):
        assert relevant(PACK, some) >= CORE


@given(answers(PACK))
def test_suicidal_thoughts_never_stand_without_what_has_not_been_shown(some: dict[str, str]) -> None:
    found = assess(PACK, some)
    if "suicidal-thoughts-short-term" in {point.point for point in found.points(True)}:
        assert found.answers["safety-plan"] == "yes"
        assert "suicide-risk" in relevant(PACK, some)


def test_gaps_are_on_paper_and_in_the_text(pack: Pack) -> None:
    for vignette in pack.vignettes:
        found = summarise(pack, vignette.answers)
        if isinstance(found, Summary):
            front = [item.gap for item in found.relevant_gaps()]
            for page in (plain(html.render(found)), plain(text.render(found))):
                assert [each.gap for each in front if each.topic not in page or each.note not in page] == []


def test_what_the_article_leaves_out_brings_gaps_and_never_a_point() -> None:
    asked = {question.question for question in PACK.steps[-1].questions}
    rules = {name for point in PACK.points for way in point.highlight for name in way.when.questions()}
    fronts = {name for gap in PACK.gaps.gaps for way in gap.relevant for name in way.when.questions()}

    assert asked & rules == set()
    assert asked <= fronts


def test_what_an_answer_makes_relevant_comes_before_what_a_point_does(falls: Pack) -> None:
    def topics(some: dict[str, str]) -> list[str]:
        found = summarise(falls, some)
        assert isinstance(found, Summary)
        return [item.gap.topic for item in found.relevant_gaps()]

    assert topics({"fell": "yes", "up-again": "yes", "alone": "no", "rugs": "yes"}) == ["Broken bones", "Stairs"]
    assert topics({"fell": "no", "alone": "no", "rugs": "yes"}) == ["Stairs", "Broken bones"]


def test_on_page_one_a_gap_in_short_stands_right_after_the_points_and_not_among_the_topics(falls: Pack) -> None:
    found = summarise(falls, {"fell": "yes", "up-again": "yes", "alone": "no", "rugs": "yes"})
    assert isinstance(found, Summary)
    page = plain(html.render(found)).partition("How this was made")[0]
    read = " ".join(text.render(found).split())

    (sentence,) = found.in_short
    assert page.index("Which rug matters most?") < page.index(sentence) < page.index("Stairs.") < page.index("Notes")
    assert "Broken bones" not in page
    assert read.index("Which rug matters most?") < read.index(sentence) < read.index("ANSWERS")


def test_a_missing_answer_shows_no_notice_and_a_stop_none_at_all(falls: Pack) -> None:
    assert assess(falls, {"alone": "yes"}).notices == {"hurry": None, "alone-after-a-fall": None}
    assert assess(falls, {"fell": "no", "alone": "yes"}).notices == {"hurry": False, "alone-after-a-fall": False}
    assert assess(falls, {"fell": "yes", "up-again": "yes", "alone": "yes"}).notices["alone-after-a-fall"]
    assert assess(falls, {"fell": "yes", "up-again": "no", "alone": "yes"}).notices == {}
