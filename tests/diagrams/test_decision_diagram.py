"""The algebra behind the proofs, held against brute force on small random questionnaires."""

import itertools
from math import prod

import pytest

from considerations.cli.review_cases import review_cases
from considerations.diagrams.decision_diagram import NOT_ASKED, OPEN, UNDECIDED, Set, Space, TooLarge
from considerations.diagrams.pack_diagrams import PackSets, questions
from considerations.diagrams.search import meets, positions
from considerations.engine import Answers, assess, is_asked
from considerations.engine.assessment import truth
from considerations.engine.items import depends_on, items
from considerations.loading.loader import load_with_places
from considerations.pack import Pack
from considerations.pack.conditions import Condition, Highlight
from considerations.proof.diff import difference
from considerations.proof.verify import prove
from tests.conftest import FALLS
from tests.random_packs import Given, changed_pack, full, partial, random_pack, reachable

SEEDS = range(60)


def members(sets: PackSets, found: int, everything: list[Given]) -> list[Given]:
    """The answer sets of a list that are in a set."""
    return [given for given in everything if has(sets, found, given)]


def shown_in(sets: PackSets, kind: str, spelt: Given) -> set[str]:
    """What of a kind the sets show for these answers."""
    return {name for (of_kind, name), shown in sets.shown.items() if of_kind == kind and has(sets, shown, spelt)}


def has(sets: PackSets, found: Set, spelt: Given) -> bool:
    """Whether an answer set, spelt out, is in a set."""
    return meets(sets.space, found, positions(sets.space, {question: (value,) for question, value in spelt.items()}))


def spelt_out(pack: Pack, answers: Answers) -> Given:
    """A partial answer set with what is open or hangs spelt out."""
    missing = {True: OPEN, False: NOT_ASKED, None: UNDECIDED}
    return {q.question: answers.get(q.question) or missing[is_asked(q, answers)] for q in pack.questions}


@pytest.mark.parametrize("seed", SEEDS)
def test_sets_and_counts_equal_the_plain_engine(seed: int) -> None:
    pack = random_pack(seed)
    sets, answers = PackSets(pack), list(reachable(pack))
    everything = [full(pack, given) for given in answers]

    assert sets.space.count(sets.reachable) == len(answers)
    assert members(sets, sets.reachable, everything) == everything
    for given, spelt in zip(answers, everything, strict=True):
        found = assess(pack, given)
        assert shown_in(sets, "stop", spelt) == ({found.stop.stop} if found.stop else set())
        assert shown_in(sets, "point", spelt) == {point.point for point in found.points(True)}
        assert shown_in(sets, "gap", spelt) == {name for name, state in found.gaps.items() if state}
        assert shown_in(sets, "notice", spelt) == {name for name, state in found.notices.items() if state}
    for found_set in sets.shown.values():
        assert sets.space.count(found_set) == len(members(sets, found_set, everything))
        if found_set:
            assert sets.space.witness(found_set) in everything


@pytest.mark.parametrize("seed", SEEDS[:20])
def test_partial_sets_equal_the_plain_engine(seed: int) -> None:
    pack = random_pack(seed)
    sets = PackSets(pack, Space(questions(pack), partial=True))
    answers = list(partial(pack))

    assert sets.space.count(sets.reachable) == len(answers)
    for given in answers:
        found = assess(pack, given)
        spelt = spelt_out(pack, found.answers)
        assert has(sets, sets.live, spelt) == (not found.stop)
        assert shown_in(sets, "point", spelt) == {point.point for point in found.points(True)}
        for point in pack.points:
            for way in point.highlight:
                holds, fails = (has(sets, s, spelt) for s in (sets.holds(way.when), sets.fails(way.when)))
                assert (
                    truth(way.when, found.answers)
                    is {(True, False): True, (False, True): False, (False, False): None}[holds, fails]
                )


@pytest.mark.parametrize("seed", SEEDS)
def test_what_is_possible_for_some_questions_is_what_the_whole_allows_them(seed: int) -> None:
    pack = random_pack(seed)
    sets = PackSets(pack)
    live = [full(pack, given) for given in reachable(pack) if not assess(pack, given).stop]
    for item in items(pack):
        named = depends_on(item, pack)
        closed = sets.stopping.union(*(sets.earlier[name] for name in named))
        widths = prod(len(sets.space.values[sets.space.level[name]]) for name in closed)
        found = sets.live_for(named)

        assert members(sets, found, live) == live
        among = {tuple(given[name] for name in sorted(closed)) for given in live}
        assert sets.space.count(found) * widths == len(among) * sets.space.count(1)


@pytest.mark.parametrize("seed", SEEDS)
def test_points_that_always_go_together_are_found(seed: int) -> None:
    pack = random_pack(seed)
    # Two points more that show with another, one of them by naming every option of a question asked for its sake.
    ways = pack.points[0].highlight
    step = pack.steps[0]
    new = pack.questions[0].model_copy(update={"question": "new", "ask_when": ways[0].when})
    asked = Condition.model_validate({"new": [option.option for option in new.options]})
    twin, roundabout = (
        pack.points[0].model_copy(update={"point": name, "highlight": made})
        for name, made in (("twin", ways[::-1]), ("roundabout", (Highlight(when=asked), *ways[1:])))
    )
    pack = pack.model_copy(
        update={
            "steps": (step.model_copy(update={"questions": (*step.questions, new)}),),
            "points": (*pack.points, twin, roundabout),
        }
    )
    shown: dict[str, set[int]] = {point.point: set() for point in pack.points}
    for nth, given in enumerate(reachable(pack)):
        for point in assess(pack, given).points(True):
            shown[point.point].add(nth)
    names = list(shown)
    late = [b for n, b in enumerate(names) if shown[b] and any(shown[a] == shown[b] for a in names[:n])]

    warnings = prove(pack, load_with_places(FALLS)[1]).warnings
    told = [fault.message.split("'")[1] for fault in warnings if "highlighted together" in fault.message]
    assert sorted(told) == sorted(late)


@pytest.mark.parametrize("seed", SEEDS)
def test_cases_cover_a_set_exactly_and_cannot_be_widened(seed: int) -> None:
    pack = random_pack(seed)
    sets = PackSets(pack)
    everything = [full(pack, given) for given in reachable(pack)]
    for found in [shown for (kind, _), shown in sets.shown.items() if kind == "point" and shown]:
        cases = list(sets.space.cases(found, sets.reachable))
        covered = [g for g in everything if any(all(g[q] in values for q, values in case.items()) for case in cases)]
        assert covered == members(sets, found, everything)
        for case in cases:
            for question in case:
                wider = {other: values for other, values in case.items() if other != question}
                spill = sets.space.difference(sets.space.intersection(sets.space.of_case(wider), sets.reachable), found)
                assert spill, "a question that does not matter was named"


def in_both(old: Pack, new: Pack) -> list[dict[str, str]]:
    """Every answer set of the one with every one of the other that agrees with it on the questions that both ask."""
    shared = {q.question for q in old.questions} & {q.question for q in new.questions}
    return [
        {**was, **now}
        for was in reachable(old)
        for now in reachable(new)
        if all(was.get(question) == now.get(question) for question in shared)
    ]


@pytest.mark.parametrize("turned", [False, True], ids=["a question more", "a question less"])
@pytest.mark.parametrize("seed", SEEDS)
def test_a_difference_equals_brute_force(seed: int, *, turned: bool) -> None:
    first = random_pack(seed)
    old, new = (changed_pack(first, seed), first) if turned else (first, changed_pack(first, seed))
    found = difference(old, new)
    common = in_both(old, new)

    def shown(pack: Pack, given: dict[str, str]) -> tuple[set[str], set[str], str]:
        known = {question.question for question in pack.questions}
        made = assess(pack, {question: option for question, option in given.items() if question in known})
        return (
            {point.point for point in made.points(True)},
            {name for name, front in made.gaps.items() if front},
            made.stop.stop if made.stop else "",
        )

    assert (found.before, found.after) == (len(list(reachable(old))), len(list(reachable(new))))
    assert found.both == len(common)
    assert found.changed == sum(shown(old, given) != shown(new, given) for given in common)
    for change in (each for each in found.changes if each.kind == "point"):
        here = [
            g
            for g in common
            if (change.name in shown(new, g)[0]) - (change.name in shown(old, g)[0]) == (1 if change.comes else -1)
        ]
        assert change.answer_sets == len(here)
        assert change.witness in here


@pytest.mark.parametrize("seed", SEEDS)
def test_review_cases_make_every_rule_hold(seed: int) -> None:
    pack = random_pack(seed)
    cases = [assess(pack, given) for given in review_cases(pack)]
    everything = [assess(pack, given) for given in reachable(pack)]
    for point in pack.points:
        for way in point.highlight:
            can = any(not found.stop and truth(way.when, found.answers) for found in everything)
            does = any(not found.stop and truth(way.when, found.answers) for found in cases)
            assert can == does
    assert {found.stop.stop for found in cases if found.stop} == {found.stop.stop for found in everything if found.stop}


def test_boolean_algebra_holds_on_every_triple() -> None:
    space = Space({"a": ("x", "y"), "b": ("x", "y")})
    sets = [
        space.one_of("a", ["x"]),
        space.one_of("b", ["x", NOT_ASKED]),
        space.union(space.one_of("a", ["y"]), 0),
        0,
        1,
    ]
    for a, b, c in itertools.product(sets, repeat=3):
        assert space.intersection(a, space.union(b, c)) == space.union(
            space.intersection(a, b), space.intersection(a, c)
        )
        assert space.complement(space.intersection(a, b)) == space.union(space.complement(a), space.complement(b))
        assert space.difference(a, b) == space.intersection(a, space.complement(b))
        assert space.count(space.union(a, b)) == space.count(a) + space.count(b) - space.count(space.intersection(a, b))


def test_a_budget_ends_with_a_plain_message_and_not_with_the_machine() -> None:
    space = Space({f"q{n}": ("x", "y") for n in range(30)}, budget=50)

    with pytest.raises(TooLarge, match="more than 50 steps; write conditions that connect fewer questions"):
        space.any(
            space.intersection(space.one_of(f"q{n}", ["x"]), space.one_of(f"q{n + 15}", ["x"])) for n in range(15)
        )


def test_very_many_questions_are_refused_in_words() -> None:
    with pytest.raises(TooLarge, match="more than 250 questions"):
        Space({f"q{n}": ("x", "y") for n in range(251)})
