"""Why a point has its state, and what would change it, in words derived from the rule."""

import gc
import weakref

from considerations.explain.explanations import Consideration, ExplainedGap
from considerations.explain.in_words import rule
from considerations.explain.summary import Summary, summarise
from considerations.pack import Pack, Point
from considerations.pack.conditions import Highlight


def point(pack: Pack, name: str) -> Point:
    return next(each for each in pack.points if each.point == name)


def after(pack: Pack, given: dict[str, str]) -> Summary:
    found = summarise(pack, given)
    assert isinstance(found, Summary)
    return found


def said(pack: Pack, name: str, given: dict[str, str]) -> Consideration:
    return next(item for item in after(pack, given).considerations if item.point.point == name)


def gap(pack: Pack, name: str, given: dict[str, str]) -> ExplainedGap:
    return next(item for item in after(pack, given).gaps if item.gap.gap == name)


def test_a_highlighted_point_names_the_answers_that_made_it_so(falls: Pack) -> None:
    item = said(falls, "call-for-help", {"fell": "unsure", "alone": "yes", "rugs": "yes"})

    assert item.why == ("Fall: “Unsure”; Alone: “Yes”; Rugs: “Yes”.",)
    assert (item.change, item.options_do) == ((), ())


def test_a_highlighted_point_shows_the_reading_behind_it_and_no_other(falls: Pack) -> None:
    read = said(falls, "rugs-slide", {"fell": "yes", "up-again": "yes", "rugs": "not-assessed"}).interpretations

    assert read == ("Rugs nobody looked at are read as loose. Why this is fair: Most rugs slide.",)
    assert said(falls, "rugs-slide", {"rugs": "yes"}).interpretations == ()


def test_a_waiting_point_says_what_each_answer_would_do(falls: Pack) -> None:
    item = said(falls, "call-for-help", {"alone": "yes", "rugs": "yes"})

    assert item.needs_answers == ("fell",)
    assert item.why == ("Needs an answer to: Fall.",)
    assert item.options_do == ("Fall: with “Yes” or “Unsure” it would apply; with “No” it would not apply.",)


def test_a_question_that_hangs_on_another_is_told_with_it(falls: Pack) -> None:
    item = said(falls, "company", {"alone": "yes"})

    assert item.needs_answers == ("fell", "up-again")
    assert item.options_do == (
        "Fall: with “Yes” or “Unsure” it would still need an answer; with “No” it would not apply.",
    )


def test_an_answer_that_would_bring_a_stop_is_told_as_such(falls: Pack) -> None:
    assert said(falls, "company", {"fell": "yes"}).options_do == (
        "Up again: with “Yes” it would not apply; with “No” urgent steps would come first.",
    )


def test_a_question_of_which_no_answer_settles_a_point_by_itself_is_told_so(falls: Pack) -> None:
    item = said(falls, "call-for-help", {"fell": "unsure"})

    assert item.options_do == (
        "Alone: with “Yes” it would still need an answer; with “No” it would not apply.",
        "Rugs: with “Yes” it would still need an answer; with “No” or “Not assessed” it would not apply.",
    )
    assert said(falls, "rugs-slide", {}).options_do[-1] == "Fall: one answer alone would not decide it."


def test_what_only_a_stop_would_come_before_is_not_waited_for(falls: Pack) -> None:
    item = said(falls, "company", {"fell": "yes", "alone": "yes"})

    assert item.needs_answers == ()
    assert item.why == ("Whatever else is answered, it would not apply, unless urgent steps come first.",)


def test_a_background_point_names_the_answers_that_rule_it_out(falls: Pack) -> None:
    assert said(falls, "call-for-help", {"fell": "no", "alone": "yes", "rugs": "yes"}).why == ("Fall: “No”.",)
    assert said(falls, "company", {"fell": "no", "alone": "yes"}).why == ("Fall: “No”; Alone: “Yes”.",)


def test_the_smallest_change_is_named_with_all_options_that_do(falls: Pack) -> None:
    given = {"fell": "no", "alone": "yes", "rugs": "yes"}

    assert said(falls, "call-for-help", given).change == ("Fall: “Yes” or “Unsure” (now “No”).",)
    assert said(falls, "company", given).change == ("Alone: “No” (now “Yes”).",)
    assert said(falls, "call-for-help", {}).change == (
        "Fall: “Yes” (not answered yet); and Alone: “Yes” (not answered yet).",
    )


def test_where_one_answer_is_enough_every_one_that_is_is_named(falls: Pack) -> None:
    given = {"fell": "no", "alone": "yes", "rugs": "no"}

    assert gap(falls, "bones", given).change == ("Fall: “Yes” (now “No”).", "Alone: “No” (now “Yes”).")


def test_a_condition_that_always_holds_is_put_in_words(falls: Pack) -> None:
    bones = falls.gaps.gaps[1]
    way = Highlight.model_validate({"when": "always"})
    always = falls.gaps.model_copy(update={"gaps": (bones.model_copy(update={"relevant": (way,)}),)})
    item = gap(falls.model_copy(update={"gaps": always}), "bones", {"rugs": "no"})

    assert item.why == ("Always, whatever the answers.",)
    assert item.rule[0] == "Always, whatever the answers."


def test_a_point_that_further_answers_cannot_keep_back_says_so(falls: Pack) -> None:
    ways = tuple(Highlight.model_validate({"when": {"alone": option}}) for option in ("yes", "no"))
    rugs = falls.points[0].model_copy(update={"highlight": ways})
    item = said(falls.model_copy(update={"points": (rugs, *falls.points[1:])}), "rugs-slide", {"fell": "no"})

    assert item.needs_answers == ()
    assert item.why == ("Whatever else is answered, it would apply, unless urgent steps come first.",)


def test_a_gap_is_explained_in_every_state(falls: Pack) -> None:
    front = gap(falls, "bones", {"fell": "yes", "up-again": "yes"})
    back = gap(falls, "bones", {"fell": "no", "alone": "yes"})
    waits = gap(falls, "bones", {"alone": "yes"})

    assert front.why == ("Fall: “Yes”.",)
    assert gap(falls, "stairs", {"rugs": "yes"}).why == (
        "Rugs: “Yes”.",
        "Shown with any point about: At home.",
    )
    assert gap(falls, "bones", {"fell": "no", "alone": "no"}).why == (
        "Fall: “No”; Alone: “No”.",
        "Shown with this point of the article: “The leaflet likes company.”",
    )
    assert back.why == ("Fall: “No”; Alone: “Yes”.",)
    assert waits.options_do == (
        "Fall: with “Yes” it would be relevant here; with “No” it would not be relevant here; with “Unsure” it would still need an answer.",
    )


def test_a_rule_in_words_holds_every_question_option_and_reading(falls: Pack) -> None:
    assert rule(point(falls, "rugs-slide"), falls) == (
        "Rugs: “Yes”.",
        "Fall: “Yes”; and Rugs: “Not assessed”. How we read it: Rugs nobody looked at are read as loose. Why this is fair: Most rugs slide.",
    )
    assert rule(point(falls, "call-for-help"), falls) == (
        "Alone: “Yes”; and (Fall: “Yes”; or Rugs: “Yes”; and Fall: “Unsure”).",
    )
    stairs, bones = falls.gaps.gaps
    assert rule(stairs, falls) == ("A point about one of these applies: At home.",)
    assert rule(bones, falls) == ("Fall: “Yes”.", "This point of the article applies: “The leaflet likes company.”")


def test_a_summary_is_gone_as_soon_as_nobody_holds_it(falls: Pack) -> None:
    made = after(falls, {"alone": "yes"})
    assert all((*item.why, *item.options_do, *item.change) for item in (*made.considerations, *made.gaps))
    answers = weakref.ref(made.assessment)
    gc.disable()
    try:
        del made
        assert answers() is None
    finally:
        gc.enable()
