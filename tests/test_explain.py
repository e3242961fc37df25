"""Why a point has its state, in words derived from the rule."""

from considerations.engine import assess
from considerations.explain import readings, rule, waits_for, why
from considerations.pack import Pack, Point


def point(pack: Pack, name: str) -> Point:
    return next(each for each in pack.points if each.point == name)


def test_a_highlighted_point_names_the_answers_that_made_it_so(falls: Pack) -> None:
    found = assess(falls, {"fell": "unsure", "alone": "yes", "rugs": "yes"})

    assert why(point(falls, "call-for-help"), found) == ("Alone: “Yes”; Rugs: “Yes”; Fall: “Unsure”.",)


def test_a_highlighted_point_shows_the_reading_behind_it_and_no_other(falls: Pack) -> None:
    rugs = point(falls, "rugs-slide")

    assert readings(rugs, {"fell": "yes", "rugs": "not-assessed"}) == ("Rugs nobody looked at are read as loose.",)
    assert readings(rugs, {"fell": "yes", "rugs": "yes"}) == ()


def test_a_waiting_point_names_the_open_questions_that_still_matter(falls: Pack) -> None:
    found = assess(falls, {"alone": "yes", "rugs": "no"})

    assert waits_for(point(falls, "call-for-help"), found.answers) == ("fell",)
    assert why(point(falls, "call-for-help"), found) == ("Waits for an answer to: Fall.",)


def test_a_background_point_names_the_answers_that_stand_against_it(falls: Pack) -> None:
    found = assess(falls, {"fell": "no", "alone": "yes", "rugs": "yes"})

    assert why(point(falls, "call-for-help"), found) == ("Answered otherwise: Fall: “No”.",)
    assert why(point(falls, "company"), found) == ("Answered otherwise: Up again: not asked; Alone: “Yes”.",)


def test_what_already_holds_is_not_held_against_a_point(falls: Pack) -> None:
    found = assess(falls, {"fell": "yes", "up-again": "yes", "alone": "no", "rugs": "no"})

    assert why(point(falls, "call-for-help"), found) == ("Answered otherwise: Alone: “No”.",)


def test_a_rule_in_words_holds_every_question_option_and_reading(falls: Pack) -> None:
    assert rule(point(falls, "rugs-slide"), falls) == (
        "Rugs: “Yes”.",
        "Fall: “Yes”; and Rugs: “Not assessed”. Reading: Rugs nobody looked at are read as loose.",
    )
    assert rule(point(falls, "call-for-help"), falls) == (
        "Alone: “Yes”; and (Fall: “Yes”; or Rugs: “Yes”; and Fall: “Unsure”).",
    )
