"""What holds for any answers and any order, in every pack."""

from collections.abc import Mapping

from hypothesis import given
from hypothesis import strategies as st

from considerations.engine import Assessment, assess
from considerations.explain.summary import StopNotice, summarise
from considerations.loading.loader import folders, load
from considerations.pack import Pack, Point
from considerations.pack.conditions import Condition, Highlight
from tests.conftest import FALLS, RULES

PACKS = [load(folder) for folder in [FALLS, *folders(RULES)]]

packs = st.sampled_from(PACKS)


def answers(pack: Pack) -> st.SearchStrategy[dict[str, str]]:
    """Any answers, complete or not, stale ones among them."""
    options = {q.question: st.sampled_from([option.option for option in q.options]) for q in pack.questions}
    return st.fixed_dictionaries({}, optional=options)


def turned(condition: Condition) -> Condition:
    """The same condition with every list and mapping in reverse order."""
    return Condition.model_construct(
        one_of={asked: options[::-1] for asked, options in reversed(list(condition.one_of.items()))},
        any=condition.any and tuple(map(turned, condition.any[::-1])),
        all=condition.all and tuple(map(turned, condition.all[::-1])),
    )


def backwards(pack: Pack) -> Pack:
    def point(each: Point) -> Point:
        ways = tuple(
            Highlight.model_construct(when=turned(way.when), interpretation=way.interpretation)
            for way in each.highlight
        )
        return each.model_copy(update={"highlight": ways[::-1]})

    return pack.model_copy(update={"points": tuple(map(point, pack.points[::-1]))})


@given(st.data())
def test_answering_more_never_takes_back_a_verdict(data: st.DataObject) -> None:
    pack = data.draw(packs)
    some = data.draw(answers(pack))
    more = {**data.draw(answers(pack)), **assess_answers(pack, some)}
    before, after = assess(pack, some), assess(pack, more)

    if not after.stop:
        assert settled(before).items() <= settled(after).items()


def assess_answers(pack: Pack, given_: Mapping[str, str]) -> dict[str, str]:
    """The answers that were used."""
    return {asked: option for asked, option in assess(pack, given_).answers.items() if option}


def settled(found: Assessment) -> dict[str, bool]:
    return {name: verdict for name, verdict in found.verdicts.items() if verdict is not None}


@given(st.data())
def test_the_order_of_points_and_keys_changes_no_verdict(data: st.DataObject) -> None:
    pack = data.draw(packs)
    some = data.draw(answers(pack))

    assert assess(pack, some).verdicts == assess(backwards(pack), dict(reversed(some.items()))).verdicts


@given(st.data())
def test_a_stale_answer_changes_nothing(data: st.DataObject) -> None:
    pack = data.draw(packs)
    some = data.draw(answers(pack))

    assert assess(pack, some) == assess(pack, assess_answers(pack, some))


@given(st.data())
def test_a_stop_wins_over_everything(data: st.DataObject) -> None:
    pack = data.draw(packs)
    some = data.draw(answers(pack))

    assert isinstance(summarise(pack, some), StopNotice) == bool(assess(pack, some).stop)
    if assess(pack, some).stop:
        assert not assess(pack, some).verdicts
