"""What the engine makes of answers: three truth values, and three ways of having no answer."""

from considerations.engine import assess
from considerations.pack import Pack


def states(pack: Pack, given: dict[str, str]) -> dict[str, bool | None]:
    return dict(assess(pack, given).verdicts)


def test_without_an_answer_everything_waits(falls: Pack) -> None:
    assert states(falls, {}) == {"rugs-slide": None, "call-for-help": None, "company": None}


def test_not_assessed_is_an_answer_and_not_a_no(falls: Pack) -> None:
    assert states(falls, {"fell": "yes", "up-again": "yes", "rugs": "not-assessed"})["rugs-slide"] is True
    assert states(falls, {"fell": "no", "rugs": "not-assessed"})["rugs-slide"] is False


def test_a_question_that_is_not_asked_has_none_of_its_options(falls: Pack) -> None:
    assert assess(falls, {"fell": "no", "up-again": "no"}).answers == {"fell": "no", "up-again": None}


def test_a_question_whose_condition_is_open_is_open_too(falls: Pack) -> None:
    assert assess(falls, {"up-again": "no"}).answers == {}


def test_an_answer_to_a_question_no_longer_asked_changes_nothing(falls: Pack) -> None:
    assert assess(falls, {"fell": "no", "up-again": "no"}) == assess(falls, {"fell": "no"})


def test_an_option_the_pack_does_not_have_is_no_answer(falls: Pack) -> None:
    assert assess(falls, {"fell": "perhaps", "weather": "wet"}) == assess(falls, {})


def test_a_stop_leaves_no_verdict(falls: Pack) -> None:
    found = assess(falls, {"fell": "yes", "up-again": "no", "alone": "yes", "rugs": "yes"})

    assert found.stop is not None
    assert found.stop.stop == "on-the-floor"
    assert found.verdicts == {}
    assert [found.points(verdict) for verdict in (True, None, False)] == [(), (), ()]


def test_an_open_answer_does_not_lift_a_stop(falls: Pack) -> None:
    on_the_floor = {"fell": "yes", "up-again": "no"}

    assert assess(falls, on_the_floor).stop is not None
    assert assess(falls, {**on_the_floor, "alone": "no"}).stop is None


def test_an_open_answer_does_not_bring_a_stop_about(falls: Pack) -> None:
    assert assess(falls, {"fell": "yes"}).stop is None
