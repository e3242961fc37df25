"""Check a pack's guarantees against every answer set without a stop, complete or not."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from considerations.diagrams.decision_diagram import OPEN, UNDECIDED, Set
from considerations.diagrams.pack_diagrams import PackSets
from considerations.engine import assess
from considerations.engine.items import Item, selects
from considerations.loading.faults import Fault, Placed
from considerations.pack.guarantees import Guarantee, Selection
from considerations.pack.terms import counted

# The answer sets that a guarantee applies to, and those that break it.
Breach = tuple[Set, Set]
# How many cases at most are counted in which a guarantee fails.
MAX_CASES = 10


def broken_guarantees(sets: PackSets, breaches: Sequence[Breach], files: Mapping[str, Placed]) -> Iterator[Fault]:
    """Yield a fault for every guarantee that some answer set breaks, with a broad case that does."""
    for nth, (guarantee, (where, broken)) in enumerate(zip(sets.pack.about.guarantees, breaches, strict=True)):
        path = ("guarantees", nth, "guarantee")
        if _matches_nothing(guarantee, sets):
            yield files["pack"].fault(
                path, "a part of this guarantee matches no point, gap or notice; correct it or remove it"
            )
            continue
        if not where:
            yield files["pack"].fault(path, "this guarantee applies to no answers, so it proves nothing; widen it")
        if broken:
            yield files["pack"].fault(path, _failure(guarantee, broken, sets))


def not_holding(sets: PackSets, breaches: Sequence[Breach]) -> Iterator[tuple[str, Mapping[str, str] | None]]:
    """Yield each guarantee that does not hold, with answers that break it; None for one that says nothing."""
    for guarantee, (where, broken) in zip(sets.pack.about.guarantees, breaches, strict=True):
        if _matches_nothing(guarantee, sets):
            yield guarantee.guarantee, None
        elif broken or not where:
            yield guarantee.guarantee, sets.space.answers(broken) if broken else None


def _matches_nothing(guarantee: Guarantee, sets: PackSets) -> bool:
    selections = [guarantee.wherever, guarantee.then_some, guarantee.then_all, guarantee.never]
    return any(selection is not None and not _parts(selection, sets) for selection in selections)


def _failure(guarantee: Guarantee, broken: Set, sets: PackSets) -> str:
    """Say which guarantee fails, with an example; where it bounds the number of points, with that number and the points."""
    space, case = sets.space, next(sets.space.cases(broken, sets.live))
    shown = assess(sets.pack, space.answers(space.intersection(broken, space.of_case(case))))
    points = [point.point for point in shown.points(True)]
    name, least, most = f"guarantee “{guarantee.guarantee}” fails", guarantee.at_least, guarantee.at_most
    others = len(list(islice(space.cases(broken, sets.live), MAX_CASES + 1))) - 1
    least_others = "at least " if others == MAX_CASES else ""
    more = f", and in {least_others}{counted(others, 'more such case')}" if others else ""
    when = f"when {sets.in_words(case)}{more}"
    if least is not None and len(points) < least:
        return f"{name} with {counted(len(points), 'point')}, at least {least}, {when}"
    if most is not None and len(points) > most:
        return f"{name} with {counted(len(points), 'point')}, at most {most}, {when}; in that case: {', '.join(points)}"
    return f"{name} {when}"


def breaking(guarantee: Guarantee, sets: PackSets) -> Breach:
    """Return the answer sets that a guarantee applies to, and those that break it."""
    space = sets.space
    answered = [space.complement(space.one_of(question, [OPEN, UNDECIDED])) for question in guarantee.answered]
    where = space.all([sets.live, *answered])
    if guarantee.wherever:
        where = space.intersection(where, space.any(_parts(guarantee.wherever, sets)))
    broken = [_outside(where, guarantee, sets)]
    if guarantee.then_some:
        broken.append(space.difference(where, space.any(_parts(guarantee.then_some, sets))))
    if guarantee.then_all:
        broken.append(space.difference(where, space.all(_parts(guarantee.then_all, sets))))
    if guarantee.never:
        broken.append(space.intersection(where, space.any(_parts(guarantee.never, sets))))
    return where, space.any(broken)


def _parts(selection: Selection, sets: PackSets) -> list[Set]:
    """Return the set of each selected point, gap and notice, and of the condition on the answers."""
    points = [point for point in sets.pack.points if selects(selection, point)]
    gaps = [gap for gap in sets.pack.gaps.gaps if gap.gap in selection.gaps]
    notices = [notice for notice in sets.pack.notices if notice.notice in selection.notices]
    shown: list[Item] = [*points, *gaps, *notices]
    return [*map(sets.shows, shown), *([sets.holds(selection.when)] if selection.when else [])]


def _outside(where: Set, guarantee: Guarantee, sets: PackSets) -> Set:
    """Return the answer sets in which fewer or more points are highlighted than guaranteed."""
    if guarantee.at_least is None and guarantee.at_most is None:
        return 0
    least = guarantee.at_least or 0
    most = max(least, (guarantee.at_most or 0) + 1)
    outside = [n for n in range(most + 1) if n < least or (guarantee.at_most is not None and n > guarantee.at_most)]
    return sets.space.intersection(where, sets.space.count_in(map(sets.shows, sets.pack.points), outside, most))
