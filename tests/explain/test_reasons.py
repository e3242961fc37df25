"""Reasons and changes held against brute force: what settles a verdict, and the smallest change that turns it."""

import random
from collections.abc import Iterator, Mapping, Sequence
from itertools import product
from pathlib import Path

import pytest

from considerations.diagrams.pack_diagrams import PackSets
from considerations.engine import Assessment, answer, assess
from considerations.engine.assessment import some, truth
from considerations.engine.items import Item, every_way, key, state, with_later
from considerations.explain.changes import Change
from considerations.explain.reasons import Reason, Reasons
from considerations.loading.loader import folders, load
from considerations.pack import Pack
from tests.bench.packs import answer_sets, generated
from tests.conftest import RULES
from tests.random_packs import partial, random_pack, reachable

SEEDS = range(60)
Given = dict[str, str]


def settling(reasons: Reasons, item: Item, found: Assessment) -> Sequence[Reason]:
    """The reasons that settle an item as it is."""
    settle = reasons.bringing_up if state(item, found) else reasons.keeping_away
    return settle(item, key(item), found)


def items(pack: Pack) -> list[Item]:
    return [*pack.points, *pack.gaps.gaps]


def picked(pack: Pack, seed: int, number: int) -> list[Assessment]:
    """A few partial answer sets without a stop."""
    found = [assess(pack, given) for given in partial(pack)]
    live = [each for each in found if not each.stop]
    return random.Random(seed).sample(live, min(number, len(live)))


def comes_up(item: Item, pack: Pack, given: Given) -> bool:
    """Whether an item is highlighted or relevant after these answers; under a stop nothing is."""
    found = assess(pack, given)
    return not found.stop and bool(state(item, found))


def answered(assessment: Assessment) -> Given:
    return {asked: option for asked, option in assessment.answers.items() if option}


def applied(given: Given, change: Change) -> Iterator[Given]:
    """The answers after a change, for every combination of what it offers."""
    return ({**given, **dict(zip(change, options, strict=True))} for options in product(*change.values()))


def in_the_app(pack: Pack, given: Given, change: Change) -> Given:
    """The answers after a visitor has made a change, question by question."""
    for question in pack.questions:
        if question.question in change:
            given = answer(pack, given, question.question, change[question.question][0])
    return given


def cost(given: Given, other: Assessment) -> tuple[int, int] | None:
    """How many answers are changed, how many are more; None where one asked is taken back, which is no change to name."""
    then = answered(other)
    taken_back = [
        asked
        for asked in given
        if asked not in other.answers and asked in assess(other.pack, {**then, **given}).answers
    ]
    if any(assess(other.pack, {**then, asked: given[asked]}).answers.get(asked) for asked in taken_back):
        return None
    changed = sum(asked in then and then[asked] != option for asked, option in given.items())
    return changed, sum(asked not in given for asked in then)


def price(given: Given, change: Change) -> tuple[int, int]:
    """How many answers a change alters, how many it adds; one to be given anew after the app forgot it is neither."""
    altered = sum(asked in given and given[asked] not in options for asked, options in change.items())
    return altered, sum(asked not in given for asked in change)


@pytest.mark.parametrize("seed", SEEDS)
def test_the_smallest_changes_do_it_and_no_smaller_one_does(seed: int) -> None:
    pack = random_pack(seed)
    reasons, everything = Reasons(pack), [assess(pack, given) for given in partial(pack)]
    for before in picked(pack, seed, 20):
        given = answered(before)
        for item in [each for each in items(pack) if not state(each, before)]:
            prices = [cost(given, other) for other in everything if not other.stop and state(item, other)]
            possible = [each for each in prices if each]
            changes = reasons.counterfactuals(item, before)
            assert bool(changes) == bool(possible)
            for change in changes:
                assert price(given, change) == min(possible)
                assert all(comes_up(item, pack, after) for after in applied(given, change))
                assert comes_up(item, pack, in_the_app(pack, given, change))


@pytest.mark.parametrize("seed", SEEDS)
def test_where_one_answer_is_enough_every_one_is_named(seed: int) -> None:
    pack = random_pack(seed)
    reasons = Reasons(pack)
    for before in picked(pack, seed, 10):
        given = answered(before)
        for item in [each for each in items(pack) if not state(each, before)]:
            changes = reasons.counterfactuals(item, before)
            if len(changes) and price(given, changes[0]) in ((1, 0), (0, 1)):
                more = price(given, changes[0]) == (0, 1)
                enough = {
                    (q.question, o.option)
                    for q in pack.questions
                    for o in q.options
                    if (q.question not in given) == more
                    and given.get(q.question) != o.option
                    and assess(pack, {**given, q.question: o.option}).answers.get(q.question)
                    and comes_up(item, pack, {**given, q.question: o.option})
                }
                named = {
                    (asked, o) for c in changes for asked, opts in c.items() for o in opts if given.get(asked) != o
                }
                assert named == enough


@pytest.mark.parametrize("seed", SEEDS)
def test_a_reason_is_enough_and_nothing_in_it_can_be_left_out(seed: int) -> None:
    pack = random_pack(seed)
    reasons, everything = Reasons(pack), [assess(pack, given).answers for given in reachable(pack)]

    def settled(item: Item, verdict: bool | None, given: Mapping[str, str]) -> bool:
        agreeing = [full for full in everything if given.items() <= full.items()]
        ways = every_way(item, pack)
        return all(some(truth(way.when, full) for way in ways) is verdict for full in agreeing)

    for found in picked(pack, seed, 20):
        for item in items(pack):
            verdict = state(item, found)
            for reason, _ in settling(reasons, item, found) if verdict is not None else ():
                assert reason.items() <= found.answers.items()
                assert settled(item, verdict, reason)
                assert not any(settled(item, verdict, without(reason, asked)) for asked in reason)


@pytest.mark.parametrize("seed", SEEDS)
def test_a_waiting_item_waits_for_exactly_what_can_still_settle_it_otherwise(seed: int) -> None:
    pack = random_pack(seed)
    reasons = Reasons(pack)
    everything = [found for given in reachable(pack) if not (found := assess(pack, given)).stop]
    for found in picked(pack, seed, 15):
        left = [full for full in everything if found.answers.items() <= full.answers.items()]
        for item in items(pack):
            if state(item, found) is None:
                ends = {state(item, full) for full in left}
                assert reasons.outcome(item, found.answers) is (ends.pop() if len(ends) == 1 else None)
                waits = reasons.still_matters(item, found.answers)
                for question in pack.questions:
                    name = question.question
                    if name not in found.answers:
                        assert (name in waits) == settles(item, name, left, pack)


def settles(item: Item, asked: str, left: list[Assessment], pack: Pack) -> bool:
    """Whether two answer sets that are otherwise the same end differently by the answer to a question and what it opens."""
    apart = with_later(asked, pack)
    seen: dict[frozenset[object], set[bool | None]] = {}
    for full in left:
        rest = frozenset((name, option) for name, option in full.answers.items() if name not in apart)
        seen.setdefault(rest, set()).add(state(item, full))
    return any(len(ends) > 1 for ends in seen.values())


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
        reasons_and_changes_hold(rnd.choice(items(pack)), found, reasons, sets)


def test_in_a_large_pack_reasons_and_changes_hold() -> None:
    pack = generated(200, 400)
    reasons, sets = Reasons(pack), PackSets(pack)
    (given,) = answer_sets(pack, 1)
    for item in random.Random(0).sample(items(pack), 8):
        reasons_and_changes_hold(item, assess(pack, given), reasons, sets)


def reasons_and_changes_hold(item: Item, found: Assessment, reasons: Reasons, sets: PackSets) -> None:
    """A reason settles its item and nothing can be left out of it; a change does it and is the smallest."""
    for reason, _ in settling(reasons, item, found) if state(item, found) is not None else ():
        held = sets.space.any(sets.holds(way.when) for way in every_way(item, found.pack))
        same = held if state(item, found) else sets.space.complement(held)
        assert inside(sets, reason, same)
        assert not any(inside(sets, without(reason, asked), same) for asked in reason)
    if not state(item, found):
        changes_hold(item, found, reasons)


def without(reason: Mapping[str, str], asked: str) -> Given:
    return {other: option for other, option in reason.items() if other != asked}


def inside(sets: PackSets, given: Mapping[str, str], wanted: int) -> bool:
    """Whether every reachable answer set with these answers is in a set."""
    described = sets.space.of_case({asked: (option,) for asked, option in given.items()})
    return not sets.space.difference(sets.space.intersection(sets.reachable, described), wanted)


def changes_hold(item: Item, found: Assessment, reasons: Reasons) -> None:
    """A change highlights, in the app too, and neither fewer of its parts nor any other single answer would."""
    pack, given = found.pack, answered(found)
    changes = reasons.counterfactuals(item, found)
    assert changes
    for change in changes:
        assert all(comes_up(item, pack, after) for after in applied(given, change))
        assert comes_up(item, pack, in_the_app(pack, given, change))
        for asked in change:
            fewer = {other: options for other, options in change.items() if other != asked}
            assert not comes_up(item, pack, in_the_app(pack, given, fewer))
    if price(given, changes[0]) > (1, 0):
        single = [answer(pack, given, q.question, option.option) for q in pack.questions for option in q.options]
        assert not any(comes_up(item, pack, after) for after in single)
