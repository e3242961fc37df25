"""A look at other answers says what would appear and what would go."""

from considerations.engine import assess
from considerations.engine.what_if import compare
from considerations.pack import Pack

GIVEN = {"fell": "no", "alone": "yes", "rugs": "yes"}


def test_what_would_appear_and_go_is_told_with_the_answer_looked_at(falls: Pack) -> None:
    found = compare(assess(falls, GIVEN), assess(falls, {**GIVEN, "alone": "no", "rugs": "no"}), {"alone", "rugs"})

    assert found.answers == ("Alone: “No”, instead of “Yes”", "Rugs: “No”, instead of “Yes”")
    assert found.stop is None
    assert found.then == {
        "Claims of the article that would be highlighted": ("The leaflet likes company.",),
        "Claims of the article that would no longer be highlighted": ("The leaflet blames rugs.",),
        "Gaps that would be relevant": ("Broken bones",),
        "Gaps that would not be relevant": ("Stairs",),
    }


def test_notices_that_would_show_are_told(falls: Pack) -> None:
    given = {"fell": "yes", "up-again": "yes", "alone": "no"}
    found = compare(assess(falls, given), assess(falls, {**given, "alone": "yes"}), {"alone"})

    assert found.then["Notices that would show"] == ("Nobody was there to see it.",)


def test_a_question_that_would_come_up_is_told(falls: Pack) -> None:
    found = compare(assess(falls, GIVEN), assess(falls, {**GIVEN, "fell": "unsure"}), {"fell"})

    assert found.then["Questions that would also be asked"] == ("Could the person get up again?",)
    assert found.then["Claims of the article that would need an answer"] == ("The leaflet likes company.",)


def test_an_answer_from_before_that_is_used_again_is_told_apart(falls: Pack) -> None:
    found = compare(assess(falls, GIVEN), assess(falls, {**GIVEN, "fell": "unsure", "up-again": "yes"}), {"fell"})

    assert found.answers == ("Fall: “Unsure”, instead of “No”", "Up again: “Yes”, answered before and used again")


def test_of_a_stop_only_that_it_would_hold_is_told(falls: Pack) -> None:
    found = compare(assess(falls, GIVEN), assess(falls, {**GIVEN, "fell": "yes", "up-again": "no"}), {"fell"})

    assert found.stop == "Someone is on the floor."
    assert found.then == {}


def test_the_same_answers_show_no_difference(falls: Pack) -> None:
    found = compare(assess(falls, GIVEN), assess(falls, GIVEN), ())

    assert (found.answers, found.then) == ((), {})
