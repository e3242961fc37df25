"""Reasons and changes held against brute force: what decides a verdict, and the smallest change that turns it."""

import random
from collections.abc import Iterator, Mapping
from itertools import product
from pathlib import Path

import pytest

from considerations.engine import Assessment, assess, settle, some, truth
from considerations.explain import state, waits_for
from considerations.load import folders, load
from considerations.pack import Pack
from considerations.packsets import PackSets
from considerations.reasons import Alternatives, Item, Reasons, behind, every_way, with_earlier
from tests.conftest import RULES
from tests.random_packs import partial, random_pack, reachable

SEEDS = range(60)
Given = dict[str, str]


def items(pack: Pack) -> list[Item]:
    return [*pack.points, *pack.silences.silences]


def picked(pack: Pack, seed: int, number: int) -> list[Assessment]:
    """A few partial answer sets without a stop."""
    found = [assess(pack, given) for given in partial(pack)]
    live = [each for each in found if not each.stop]
    return random.Random(seed).sample(live, min(number, len(live)))


def comes_up(item: Item, pack: Pack, given: Given) -> bool:
    """Whether an item is highlighted or in front after these answers; under a stop nothing is."""
    found = assess(pack, given)
    return not found.stop and bool(state(item, found))


def answered(assessment: Assessment) -> Given:
    return {asked: option for asked, option in assessment.answers.items() if option}


def applied(given: Given, change: Alternatives) -> Iterator[Given]:
    """The answers after a change, for every combination of what it offers."""
    return ({**given, **dict(zip(change, options, strict=True))} for options in product(*change.values()))


def cost(given: Given, other: Assessment) -> tuple[int, int] | None:
    """How many answers are changed, how many are more; None where one asked is taken back, which is no change to name."""
    then = answered(other)
    taken_back = [
        asked for asked in given if asked not in other.answers and asked in settle(other.pack, {**then, **given})
    ]
    if any(settle(other.pack, {**then, asked: given[asked]}).get(asked) for asked in taken_back):
        return None
    changed = sum(asked in then and then[asked] != option for asked, option in given.items())
    return changed, sum(asked not in given for asked in then)


@pytest.mark.parametrize("seed", SEEDS)
def test_the_smallest_change_does_it_and_no_smaller_one_does(seed: int) -> None:
    pack = random_pack(seed)
    reasons, everything = Reasons(pack), [assess(pack, given) for given in partial(pack)]
    for before in picked(pack, seed, 20):
        given = answered(before)
        for item in items(pack):
            prices = [cost(given, other) for other in everything if not other.stop and state(item, other)]
            possible = [price for price in prices if price]
            change = reasons.change(item, before.answers)
            if not possible:
                assert change is None
                continue
            assert change is not None
            changed = sum(asked in given for asked in change)
            assert (changed, len(change) - changed) == min(possible)
            assert all(comes_up(item, pack, after) for after in applied(given, change))


@pytest.mark.parametrize("seed", SEEDS)
def test_a_reason_is_enough_and_nothing_in_it_can_be_left_out(seed: int) -> None:
    pack = random_pack(seed)
    reasons, everything = Reasons(pack), [settle(pack, given) for given in reachable(pack)]

    def decided(item: Item, verdict: bool, given: Mapping[str, str]) -> bool:
        agreeing = [full for full in everything if given.items() <= full.items()]
        ways = every_way(item, pack)
        return all(some(truth(way.when, full) for way in ways) is verdict for full in agreeing)

    for found in picked(pack, seed, 20):
        for item, reason in told(pack, reasons, found):
            verdict = bool(state(item, found))
            assert reason.items() <= found.answers.items()
            assert decided(item, verdict, reason)
            for asked in reason:
                assert not decided(item, verdict, {other: reason[other] for other in reason if other != asked})


def told(pack: Pack, reasons: Reasons, found: Assessment) -> Iterator[tuple[Item, Given]]:
    """Every settled item with each reason that is given for it."""
    for item in items(pack):
        verdict = state(item, found)
        if verdict is False:
            named = with_earlier((asked for way in every_way(item, pack) for asked in way.when.questions()), pack)
            yield item, reasons.deciding(item, found.answers, False, named)
        for way in every_way(item, pack) if verdict else ():
            if truth(way.when, found.answers):
                yield item, reasons.deciding(item, found.answers, True, behind(way.when, found.answers, True))


def random_answers(pack: Pack, rnd: random.Random) -> Given:
    """Answers as a visitor gives them, some left open, some stale."""
    asked = [question for question in pack.questions if rnd.random() < 0.8]
    return {question.question: rnd.choice(question.options).option for question in asked}


@pytest.mark.parametrize("folder", folders(RULES), ids=lambda folder: folder.name)
def test_on_a_thousand_random_answer_sets_of_a_real_pack_reasons_and_changes_hold(folder: Path) -> None:
    pack = load(folder)
    rnd, reasons, sets = random.Random(0), Reasons(pack), PackSets(pack)
    seen = 0
    while seen < 1000:
        found = assess(pack, random_answers(pack, rnd))
        if found.stop:
            continue
        seen += 1
        item = rnd.choice(items(pack))
        for other, reason in told(pack, reasons, found):
            if other is item:
                held = sets.space.any(sets.holds(way.when) for way in every_way(item, pack))
                same = held if state(item, found) else sets.space.no(held)
                assert inside(sets, reason, same)
                assert not any(inside(sets, without(reason, asked), same) for asked in reason)
        if not state(item, found):
            change_holds(item, found, reasons)


def without(reason: Given, asked: str) -> Given:
    return {other: option for other, option in reason.items() if other != asked}


def inside(sets: PackSets, given: Given, wanted: int) -> bool:
    """Whether every reachable answer set with these answers is in a set."""
    described = sets.space.of_case({asked: (option,) for asked, option in given.items()})
    return not sets.space.without(sets.space.both(sets.reachable, described), wanted)


def change_holds(item: Item, found: Assessment, reasons: Reasons) -> None:
    """The change highlights, and neither fewer of its parts nor any other single answer would."""
    pack, given = found.pack, answered(found)
    change = reasons.change(item, found.answers)
    assert change
    assert all(comes_up(item, pack, after) for after in applied(given, change))
    for asked in change:
        fewer = {other: options for other, options in change.items() if other != asked}
        assert not any(comes_up(item, pack, after) for after in applied(given, fewer))
    if len(change) > 1 and any(asked in given for asked in change):
        single = [{**given, q.question: option.option} for q in pack.questions for option in q.options]
        assert not any(comes_up(item, pack, after) for after in single)


@pytest.mark.parametrize("seed", SEEDS[:20])
def test_what_a_waiting_item_does_not_wait_for_settles_nothing(seed: int) -> None:
    pack = random_pack(seed)
    for found in picked(pack, seed, 20):
        given = answered(found)
        for item in items(pack):
            if state(item, found) is None:
                waits = waits_for(item, found)
                for question in pack.questions:
                    for option in question.options if question.question not in (*waits, *given) else ():
                        after = assess(pack, {**given, question.question: option.option})
                        assert after.stop or state(item, after) is None
