"""Marks move points on page one, and never part a benefit to discuss from what the guarantees tie to it."""

import random

import pytest

from considerations.engine.items import selects
from considerations.explain.summary import Summary, summarise
from considerations.pack import Pack, Point
from considerations.pack.terms import MARKS, NOTHING
from considerations.render import text
from considerations.render.paper import html
from tests.reading import plain, words


def with_marks(pack: Pack, rnd: random.Random) -> Summary | None:
    """Return the summary of random answers, with a random mark on about two of three highlighted points."""
    answers = {question.question: rnd.choice(question.options).option for question in pack.questions}
    plain_summary = summarise(pack, answers)
    if not isinstance(plain_summary, Summary):
        return None
    marks = {item.point.point: rnd.choice(list(MARKS)) for item in plain_summary.in_state(True) if rnd.random() < 0.7}
    found = summarise(pack, answers, marks=marks)
    assert isinstance(found, Summary)
    return found


def guaranteed(pack: Pack, benefit: Point, others: list[Point]) -> list[Point]:
    """Return the points that any guarantee on this benefit names with it."""
    on_it = [each for each in pack.about.guarantees if each.wherever and selects(each.wherever, benefit)]
    named = [then for each in on_it for then in (each.then_some, each.then_all) if then]
    return [point for point in others if any(selects(then, point) for then in named)]


@pytest.fixture
def marked(pack: Pack, thorough: bool) -> list[Summary]:
    rnd = random.Random(18)
    drawn = (with_marks(pack, rnd) for _ in range(2000 if thorough else 150))
    return [found for found in drawn if found and found.in_state(True)]


def test_with_a_benefit_to_discuss_what_its_guarantees_name_stays_on_page_one(marked: list[Summary]) -> None:
    kept_despite_a_mark = 0
    for found in marked:
        highlighted = [item.point for item in found.in_state(True)]
        discussed = [item.point for item in found.to_discuss]
        for benefit in (point for point in discussed if point.valence == "benefit"):
            assert [
                point.point for point in guaranteed(found.pack, benefit, highlighted) if point not in discussed
            ] == []
        kept_despite_a_mark += sum(bool(found.mark(item)) for item in found.to_discuss)

    assert kept_despite_a_mark > 10


def test_every_highlighted_point_is_to_discuss_or_set_aside_and_never_both(marked: list[Summary]) -> None:
    for found in marked:
        assert sorted(item.point.point for item in (*found.to_discuss, *found.set_aside)) == sorted(
            item.point.point for item in found.in_state(True)
        )
        assert [item.point.point for item in found.set_aside if not found.mark(item)] == []


def test_page_one_has_every_point_once_and_all_gaps_whatever_is_marked(marked: list[Summary]) -> None:
    for found in marked[:40]:
        one, _ = html.render(found).split('<section class="audit">')
        read = words(plain(one))
        for item in found.in_state(True):
            assert read.count(words(item.point.headline)) == 1, item.point.point
        assert [each for each in found.in_short if words(each) not in read] == []
        topics = [item.gap.topic for item in found.relevant_gaps() if not item.gap.in_short]
        assert [topic for topic in topics if words(topic) not in read] == []


def test_the_text_has_every_point_once_with_its_mark(marked: list[Summary]) -> None:
    for found in marked[:40]:
        read = words(text.render(found))
        for item in found.in_state(True):
            assert read.count(words(f"- {item.point.headline} [")) == 1
        assert read.count(words("Marked: ")) == sum(bool(found.mark(item)) for item in found.in_state(True))


def test_marks_change_no_verdict(marked: list[Summary]) -> None:
    for found in marked[:40]:
        answers = {name: option for name, option in found.assessment.answers.items() if option}
        unmarked = summarise(found.pack, answers)
        assert isinstance(unmarked, Summary)
        assert unmarked.assessment == found.assessment
        assert NOTHING not in text.render(found)


def test_a_mark_on_a_point_that_is_not_highlighted_has_no_effect(pack: Pack) -> None:
    found = summarise(pack, {}, marks={point.point: "covered" for point in pack.points})

    assert isinstance(found, Summary)
    assert found.marks == {}
