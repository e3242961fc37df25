"""The summary on paper and as text: everything that is owed, and under a stop nothing else."""

import html as markup
import re

import pytest

from considerations.pack import Pack
from considerations.render import html, text
from considerations.summary import Notice, Summary, summarise

RENDERERS = [pytest.param(html.render, id="html"), pytest.param(text.render, id="text")]
LONELY = {"fell": "unsure", "alone": "yes", "rugs": "yes"}


def plain(rendered: str) -> str:
    """A rendering without markup, entities and line breaks."""
    bare = re.sub(r"<style>.*?</style>|<[^>]*>", " ", rendered, flags=re.S) if "<html" in rendered else rendered
    return " ".join(markup.unescape(bare).split())


@pytest.mark.parametrize("render", RENDERERS)
def test_every_vignette_is_rendered_with_all_that_is_owed(render: html.Render, pack: Pack) -> None:
    for vignette in pack.vignettes:
        found = summarise(pack, vignette.answers)
        if isinstance(found, Notice):
            continue
        page = plain(render(found))
        owed = [
            *(each for item in found.within(True) for each in (item.point.headline, item.point.ask, *item.point.cites)),
            *(each for item in found.within(True) for each in (*item.why, *(note.note for note in item.evidence))),
            *(line.answer for line in found.answers),
            *(item.point.headline for item in found.within(None)),
            *(*pack.about.limits, *pack.about.not_for, found.situation, pack.about.source.kind[1:]),
            *(pack.about.version, pack.about.status, pack.digest, pack.about.source.sha256, "Not a recommendation"),
        ]
        assert [each for each in owed if each not in page] == []
        assert [item.point.headline for item in found.within(False) if item.point.headline in page] == []


@pytest.mark.parametrize("render", RENDERERS)
def test_under_a_stop_only_the_stop_is_rendered(render: html.Render, pack: Pack) -> None:
    for vignette in pack.vignettes:
        found = summarise(pack, vignette.answers)
        if isinstance(found, Summary):
            continue
        page = plain(render(found)).lower()
        assert all(each.lower() in page for each in (found.headline, *found.first, found.after, found.contacts_checked))
        assert all(contact.line.lower() in page for contact in found.contacts)
        names = {pack.about.pack, pack.about.title, pack.about.source.title, *pack.about.themes.values()}
        headlines = {point.headline for point in pack.points}
        assert [word for word in {*names, *headlines, *TREATMENT_WORDS} if word.lower() in page] == []


TREATMENT_WORDS = ["ketamine", "ssri", "antidepressant", "medicine", "treatment", "highlight", "considerations"]


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

    assert answers({}) == ["Not answered", "Not asked yet", "Not answered", "Not answered"]
    assert answers({"fell": "no", "rugs": "not-assessed"}) == ["No", "Not asked", "Not answered", "Not assessed"]


def test_questions_on_which_a_stop_hangs_are_named_while_open(falls: Pack) -> None:
    for given, named in [({}, ["Fall", "Up again"]), ({"fell": "yes"}, ["Up again"]), ({"fell": "no"}, [])]:
        found = summarise(falls, given)
        assert isinstance(found, Summary)
        assert [question.short for question in found.safety_open] == named


@pytest.mark.parametrize("render", RENDERERS)
def test_open_safety_questions_are_told_on_paper_and_as_text(render: html.Render, falls: Pack) -> None:
    assert "Safety questions still open: Up again." in plain(render(summarise(falls, {"fell": "yes"})))
    assert "Safety questions still open" not in plain(render(summarise(falls, {"fell": "no"})))


def test_safety_that_was_not_assessed_is_told_on_page_one(pack: Pack) -> None:
    found = summarise(pack, {"urgency": "not-assessed", "suicidal-thoughts": "not-assessed"})

    assert isinstance(found, Summary)
    assert found.situation == "Urgency not assessed; suicidal thoughts not assessed."


def test_the_audit_has_what_each_point_says_and_its_rule(falls: Pack) -> None:
    found = summarise(falls, LONELY)
    assert isinstance(found, Summary)
    page = plain(html.render(found))

    for item in found.within(True):
        assert item.point.says in page
        assert [way for way in item.rule if way not in page] == []


def test_the_table_marks_the_rows_that_bear_in_words(falls: Pack) -> None:
    marked, unmarked = summarise(falls, {"rugs": "yes"}), summarise(falls, {"rugs": "no"})
    assert isinstance(marked, Summary)
    assert isinstance(unmarked, Summary)

    assert [row.row for row in falls.comparison.rows if marked.bears(row)] == ["blame", "left-out"]
    assert [row.row for row in falls.comparison.rows if unmarked.bears(row)] == []
    assert "Who is to blame Bears on these answers The rug. [L2.1] The article does not say." in plain(
        html.render(marked)
    )
    assert "Bears on these answers" not in html.render(unmarked)


def test_only_a_highlighted_point_shows_a_reading(falls: Pack) -> None:
    found = summarise(falls, {"rugs": "not-assessed"})
    assert isinstance(found, Summary)

    assert [(item.state, item.readings) for item in found.considerations if item.point.point == "rugs-slide"] == [
        (None, ())
    ]


def test_the_text_fits_72_columns(pack: Pack) -> None:
    for vignette in pack.vignettes:
        lines = text.render(summarise(pack, vignette.answers)).splitlines()
        assert [line for line in lines if len(line) > text.WIDTH and not line.strip().startswith("https://")] == []


def test_the_same_answers_give_the_same_bytes(pack: Pack) -> None:
    for vignette in pack.vignettes:
        answers = dict(reversed(list(vignette.answers.items())))
        assert html.render(summarise(pack, vignette.answers)) == html.render(summarise(pack, answers))


def test_page_one_has_no_line_of_the_audit_and_lines_to_write_on(falls: Pack) -> None:
    one, two = html.fragment(summarise(falls, LONELY)).split('<section class="audit">')

    assert 'class="rule"' in one
    assert ".audit { break-before: page; }" in html.CSS
    assert html.PAGE_CSS.startswith("@page {")
    assert "sha256" not in one
    assert "sha256" in two
