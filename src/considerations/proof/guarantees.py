"""Check a pack's guarantees against every answer set without a stop, complete or not."""

from collections.abc import Iterator, Mapping, Sequence

from considerations.diagrams.decision_diagram import OPEN, UNDECIDED, Set
from considerations.diagrams.pack_diagrams import PackSets
from considerations.engine import assess
from considerations.engine.items import Item, selects
from considerations.loading.positions import Fault, Placed
from considerations.pack.companions import Guarantee, Selection
from considerations.pack.terms import counted

# The answer sets that a guarantee applies to, and those that break it.
Breach = tuple[Set, Set]


def broken_guarantees(sets: PackSets, breaches: Sequence[Breach], files: Mapping[str, Placed]) -> Iterator[Fault]:
    """Yield a fault for every guarantee that some answer set breaks, with a broad case that does."""
    for nth, (guarantee, (where, broken)) in enumerate(zip(sets.pack.about.guarantees, breaches, strict=True)):
        path = ("guarantees", nth, "guarantee")
        selections = [guarantee.wherever, guarantee.then_some, guarantee.then_all, guarantee.never]
        if any(selection is not None and not _parts(selection, sets) for selection in selections):
            yield files["pack"].fault(
                path, "a part of this guarantee matches no point, gap or notice; correct it or remove it"
            )
            continue
        if not where:
            yield files["pack"].fault(path, "this guarantee applies to no answers, so it proves nothing; widen it")
        if broken:
            yield files["pack"].fault(path, _failure(guarantee, broken, sets))


def not_holding(sets: PackSets, breaches: Sequence[Breach]) -> Iterator[tuple[str, Mapping[str, str] | None]]:
    """Yield each guarantee that does not hold, with answers that break it; None for one that applies to no answers."""
    for guarantee, (where, broken) in zip(sets.pack.about.guarantees, breaches, strict=True):
        if broken or not where:
            yield guarantee.guarantee, sets.space.answers(broken) if broken else None


def _failure(guarantee: Guarantee, broken: Set, sets: PackSets) -> str:
    """Say which guarantee fails, with an example; where it bounds the number of points, with that number and the points."""
    witness = sets.space.witness(broken)
    shown = assess(sets.pack, sets.space.answers(broken))
    points = [point.point for point in shown.points(True)]
    name, least, most = f"guarantee “{guarantee.guarantee}” fails", guarantee.at_least, guarantee.at_most
    if least is not None and len(points) < least:
        bound = f"at least {least}"
    elif most is not None and len(points) > most:
        bound = f"at most {most}: {', '.join(points)}"
    else:
        return f"{name} when {sets.in_words(next(sets.space.cases(broken, sets.live)))}"
    case = sets.in_words({question: (value,) for question, value in witness.items()})
    return f"{name}: {counted(len(points), 'point')} ({bound}), for example when {case}"


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
