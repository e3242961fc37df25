"""The short note: few lines that hold every point, its place and mark, and the gaps beside a benefit."""

import random

import pytest

from considerations.explain.summary import Summary, summarise
from considerations.loading.loader import load
from considerations.pack import Pack
from considerations.pack.terms import MARKS
from considerations.render import note, text
from considerations.render.note import LINES
from tests.conftest import RULES
from tests.reading import words

PACK = load(RULES / "ketamine-ssri")
STOP = next(case for case in PACK.vignettes if case.stops)


@pytest.fixture(scope="module")
def found(thorough: bool) -> list[Summary]:
    """Every worked example, and random answers with random marks."""
    rnd = random.Random(19)
    documents = [summarise(PACK, case.answers, case.vignette) for case in PACK.vignettes]
    for _ in range(2000 if thorough else 350):
        answers = {question.question: rnd.choice(question.options).option for question in PACK.questions}
        marks = {point.point: rnd.choice(list(MARKS)) for point in PACK.points if rnd.random() < 0.7}
        documents.append(summarise(PACK, answers, marks=marks))
    summaries = [document for document in documents if isinstance(document, Summary)]
    assert len(summaries) > 250
    return summaries


def test_a_note_has_few_lines_and_none_is_wide(found: list[Summary]) -> None:
    for ascii_only in (False, True):
        notes = [note.render(each, ascii_only=ascii_only).splitlines() for each in found]
        examples = sum(not case.stops for case in PACK.vignettes)
        assert max(map(len, notes[:examples])) <= LINES
        # Random answers contradict each other, which brings many notices: a few notes are longer.
        assert max(map(len, notes)) <= LINES + 5
        assert sum(len(lines) > LINES for lines in notes) <= len(notes) / 20
        assert max(len(line) for lines in notes for line in lines) <= text.WIDTH


def test_a_note_has_every_point_once_with_its_place_and_its_mark(found: list[Summary]) -> None:
    for each in found:
        read = words(note.render(each))
        for item in each.in_state(True):
            named = words(f"{item.point.short} [{', '.join(item.point.cites)}]")
            in_spite = words(f" ({each.mark(item).rpartition(': ')[2].lower()})") if each.mark(item) else ""
            assert item in each.set_aside or named + in_spite in read, item.point.point
            assert read.count(named) == 1, item.point.point
        reasons = {each.mark(item).rpartition(": ")[2].lower() for item in each.set_aside}
        assert [reason for reason in reasons if words(f"{reason}:") not in read] == []


def test_a_note_says_what_is_not_known_beside_every_benefit_and_where_the_rest_is(found: list[Summary]) -> None:
    for each in found:
        read = words(note.render(each))
        relevant = [item.gap for item in each.relevant_gaps()]
        if any(item.point.valence == "benefit" for item in each.to_discuss):
            assert [gap.gap for gap in relevant if gap.in_short and words(gap.short or gap.topic) not in read] == []
        assert not relevant or words(f"Not covered ({len(relevant)} topics)") in read
        assert [notice.notice for notice in each.notices if words(notice.short or notice.text) not in read] == []
        unanswered = [line.question.short for line in each.answers if line.asked and not line.option]
        assert [short for short in unanswered if words(short) not in read] == []
        owed = ("Not a recommendation", each.situation, each.identity, each.pack.digest[:12], "full text")
        assert [text for text in owed if words(text) not in read] == []


def test_under_a_stop_the_note_is_the_text_of_the_stop() -> None:
    stopped = summarise(PACK, STOP.answers)

    assert note.render(stopped) == text.render(stopped)


def test_without_short_forms_a_note_has_the_headlines(falls: Pack) -> None:
    each = summarise(falls, {"fell": "yes", "up-again": "yes"})
    assert isinstance(each, Summary)

    read = words(note.render(each))
    assert [item.point.point for item in each.in_state(True) if words(item.point.headline) not in read] == []
