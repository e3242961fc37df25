"""The summary on paper and as text: everything that is owed, and under a stop nothing else."""

import random

import pytest

from considerations.explain.summary import StopNotice, Summary, summarise
from considerations.loading.loader import folders, load
from considerations.pack import Pack
from considerations.pack.terms import NOT_RELEVANT, REASONS
from considerations.render import text
from considerations.render.paper import html
from considerations.render.paper.glyphs import to_ascii
from tests.conftest import FALLS, RULES
from tests.reading import READ, Read, misplaced, missing, plain, words

FORMS = [pytest.param(read, id=form) for form, read in READ.items()]
PACKS = [load(folder) for folder in [FALLS, *folders(RULES)]]
LONELY = {"fell": "unsure", "alone": "yes", "rugs": "yes"}
TREATMENT_WORDS = ["ketamine", "ssri", "antidepressant", "medicine", "treatment", "highlight", "considerations"]


def some_answers(pack: Pack, seed: int) -> dict[str, str]:
    """Answers drawn at random, some left open, stale ones among them."""
    rnd = random.Random(seed)
    share = rnd.choice([0.3, 0.7, 1])
    asked = [question for question in pack.questions if rnd.random() < share]
    return {question.question: rnd.choice(question.options).option for question in asked}


def said_of_treatment(pack: Pack, read: str) -> list[str]:
    names = {pack.about.pack, pack.about.title, pack.about.source.title, *pack.about.themes.values()}
    said = {point.headline for point in pack.points} | {each.topic for each in pack.gaps.gaps}
    return [word for word in {*names, *said, *TREATMENT_WORDS} if words(word) in words(read)]


@pytest.mark.parametrize("read", FORMS)
def test_every_vignette_is_rendered_with_all_that_is_owed(read: Read, pack: Pack) -> None:
    for vignette in pack.vignettes:
        found = summarise(pack, vignette.answers, vignette.vignette)
        rendered = read(found)
        assert missing(found, rendered) == []
        if isinstance(found, Summary):
            assert misplaced(found, rendered) == []


@pytest.mark.parametrize("read", FORMS)
@pytest.mark.parametrize("pack", PACKS, ids=lambda pack: pack.about.pack)
def test_any_answers_give_the_same_in_every_form(read: Read, pack: Pack, thorough: bool) -> None:
    for seed in range(100 if thorough else 10):
        found = summarise(pack, some_answers(pack, seed))
        rendered = read(found)
        assert missing(found, rendered) == [], seed
        assert misplaced(found, rendered) == [] if isinstance(found, Summary) else not said_of_treatment(pack, rendered)


@pytest.mark.parametrize("read", FORMS)
def test_under_a_stop_only_the_stop_is_rendered(read: Read, pack: Pack) -> None:
    for vignette in pack.vignettes:
        found = summarise(pack, vignette.answers)
        if isinstance(found, StopNotice):
            assert missing(found, read(found)) == []
            assert said_of_treatment(pack, read(found)) == []


def test_under_a_stop_nothing_that_runs_on_the_page_names_a_pack(pack: Pack) -> None:
    found = next(summarise(pack, vignette.answers) for vignette in pack.vignettes if vignette.stops)

    assert said_of_treatment(pack, html.page_css(found)) == []
    assert words(pack.about.version) in words(html.page_css(found))


def test_markup_in_a_pack_stays_text(falls: Pack) -> None:
    page = html.render(summarise(falls, LONELY))

    assert "<b>for those alone</b>" not in page
    assert "&lt;b&gt;for those alone&lt;/b&gt;" in page
    assert "Help &amp; company" in page


def test_the_three_ways_of_having_no_answer_stay_apart(falls: Pack) -> None:
    def answers(given: dict[str, str]) -> list[str]:
        found = summarise(falls, given)
        assert isinstance(found, Summary)
        return [line.answer for line in found.answers]

    assert answers({}) == ["Not answered", "Question not shown yet", "Not answered", "Not answered"]
    assert answers({"fell": "no", "rugs": "not-assessed"}) == [
        "No",
        "Question not shown",
        "Not answered",
        "Not assessed",
    ]


def test_questions_on_which_a_stop_hangs_are_named_while_open(falls: Pack) -> None:
    for given, named in [({}, ["Fall", "Up again"]), ({"fell": "yes"}, ["Up again"]), ({"fell": "no"}, [])]:
        found = summarise(falls, given)
        assert isinstance(found, Summary)
        assert [question.short for question in found.safety_open] == named


@pytest.mark.parametrize("read", FORMS)
def test_open_safety_questions_are_told_on_paper_and_as_text(read: Read, falls: Pack) -> None:
    assert words("Safety questions still unanswered: Up again.") in words(read(summarise(falls, {"fell": "yes"})))
    assert words("Safety questions still unanswered") not in words(read(summarise(falls, {"fell": "no"})))


def test_safety_that_was_not_assessed_is_told_on_page_one(pack: Pack) -> None:
    found = summarise(pack, {"urgency": "not-assessed", "suicidal-thoughts": "not-assessed"})

    assert isinstance(found, Summary)
    assert found.situation == "Urgency not assessed; suicidal thoughts not assessed."


def test_the_audit_has_what_each_point_says_and_its_rule(falls: Pack) -> None:
    found = summarise(falls, LONELY)
    assert isinstance(found, Summary)
    page = plain(html.render(found))

    for item in found.in_state(True):
        assert item.point.says in page
        assert [way for way in item.rule if way not in page] == []


def test_the_table_marks_the_rows_that_bear_in_words(falls: Pack) -> None:
    marked, unmarked = summarise(falls, {"rugs": "yes"}), summarise(falls, {"rugs": "no"})
    assert isinstance(marked, Summary)
    assert isinstance(unmarked, Summary)

    assert [row.row for row in falls.comparison.rows if marked.row_applies(row)] == ["blame", "left-out"]
    assert [row.row for row in falls.comparison.rows if unmarked.row_applies(row)] == []
    assert "Who is to blame Relevant here The rug. [L2.1] The article does not say." in plain(html.render(marked))
    assert "Relevant here" not in html.render(unmarked)


def test_only_a_highlighted_point_shows_a_reading(falls: Pack) -> None:
    found = summarise(falls, {"rugs": "not-assessed"})
    assert isinstance(found, Summary)

    assert [
        (item.state, item.interpretations) for item in found.considerations if item.point.point == "rugs-slide"
    ] == [(None, ())]


def test_the_text_fits_72_columns(pack: Pack) -> None:
    for vignette in pack.vignettes:
        lines = text.render(summarise(pack, vignette.answers)).splitlines()
        assert [line for line in lines if text.columns(line) > text.WIDTH] == []


def test_wide_scripts_and_long_addresses_are_broken_at_72_columns_and_nothing_is_lost(falls: Pack) -> None:
    long = [f"https://example.org/{'path/' * 40}", "気分が落ち込む" * 30, "e\u0301" * 100, "ｆｕｌｌ width " * 20]
    about = falls.about.model_copy(update={"limits": tuple(each.strip() for each in long)})
    written = text.render(summarise(falls.model_copy(update={"about": about}), {}))

    assert max(map(text.columns, written.splitlines())) == text.WIDTH
    assert not any(line.strip().startswith("\u0301") for line in written.splitlines())
    for each in long:
        assert "".join(each.split()) in "".join(written.split())


def test_in_ascii_no_character_is_lost(pack: Pack) -> None:
    for vignette in pack.vignettes:
        found = summarise(pack, vignette.answers)
        written = text.render(found, ascii_only=True)
        assert written.isascii()
        assert max(map(len, written.splitlines())) <= text.WIDTH
        assert "".join(written.split()) == "".join(to_ascii(text.render(found)).split())


def test_what_would_say_something_else_in_ascii_is_named() -> None:
    assert to_ascii("≠ x\u0338= 10² 1½ 3·5 µg") == (
        "!= x[combining long solidus overlay]= 10[superscript two] 1[vulgar fraction one half] 3[middle dot]5 [micro sign]g"
    )
    assert to_ascii("Ørsted, Łódź, naïve\u00a0– “Straße”") == 'Orsted, Lodz, naive - "Strasse"'


def test_the_audit_has_boxes_to_tick_beside_each_highlighted_point_and_none_is_ticked(falls: Pack) -> None:
    found = summarise(falls, LONELY)
    assert isinstance(found, Summary)
    one, two = html.fragment(found).split('<section class="audit">')

    assert NOT_RELEVANT not in one
    assert plain(two).count(f"{NOT_RELEVANT} {' '.join(REASONS)}") == len(found.in_state(True))
    assert two.count('<i class="box"></i>') == len(REASONS) * len(found.in_state(True))


def test_the_same_answers_give_the_same_bytes(pack: Pack) -> None:
    for vignette in pack.vignettes:
        answers = dict(reversed(list(vignette.answers.items())))
        assert html.render(summarise(pack, vignette.answers)) == html.render(summarise(pack, answers))


def test_page_one_has_no_line_of_the_audit_and_lines_to_write_on(falls: Pack) -> None:
    one, two = html.fragment(summarise(falls, LONELY)).split('<section class="audit">')

    assert 'class="rule"' in one
    assert ".audit { break-before: page;" in html.CSS
    assert "sha256" not in one
    assert "sha256" in two
