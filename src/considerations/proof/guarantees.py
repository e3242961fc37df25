"""The guarantees of a pack, held against every answer set without a stop, complete or not."""

from collections.abc import Iterator, Mapping

from considerations.diagrams.decision_diagram import OPEN, UNDECIDED, Set
from considerations.diagrams.pack_diagrams import PackSets
from considerations.loading.positions import Fault, Placed
from considerations.pack.companions import Guarantee, Selection


def broken_guarantees(sets: PackSets, files: Mapping[str, Placed]) -> Iterator[Fault]:
    """Give a fault for every guarantee that some answer set breaks, with the widest case that does."""
    for nth, guarantee in enumerate(sets.pack.about.guarantees):
        path = ("guarantees", nth, "guarantee")
        selected = [guarantee.wherever, guarantee.then_some, guarantee.then_all, guarantee.never]
        if any(each is not None and not _parts(each, sets) for each in selected):
            yield files["pack"].fault(path, "a part of this guarantee selects nothing, so it would hold by accident")
            continue
        where, broken = breaking(guarantee, sets)
        if not where:
            yield files["pack"].fault(
                path, "no answers are such that this guarantee speaks of them, so it would hold by accident"
            )
        if broken:
            case = next(sets.space.cases(broken, sets.live))
            yield files["pack"].fault(path, f"this guarantee is broken where {sets.in_words(case)}")


def breaking(guarantee: Guarantee, sets: PackSets) -> tuple[Set, Set]:
    """Give the answer sets of which a guarantee speaks, and those that break it."""
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
    """Give the set of each point, gap and notice that is selected, and of the condition on the answers."""
    points = [
        sets.points[point.point]
        for point in sets.pack.points
        if point.point in selection.points
        or (
            (selection.theme or selection.valence)
            and selection.theme in (None, point.theme)
            and selection.valence in (None, point.valence)
        )
    ]
    gaps = [sets.gaps[gap] for gap in selection.gaps]
    notices = [sets.notices[notice] for notice in selection.notices]
    return [*points, *gaps, *notices, *([sets.holds(selection.when)] if selection.when else [])]


def _outside(where: Set, guarantee: Guarantee, sets: PackSets) -> Set:
    """Give the answer sets in which fewer or more points are highlighted than guaranteed."""
    if guarantee.at_least is None and guarantee.at_most is None:
        return 0
    least = guarantee.at_least or 0
    most = max(least, (guarantee.at_most or 0) + 1)
    outside = [n for n in range(most + 1) if n < least or (guarantee.at_most is not None and n > guarantee.at_most)]
    return sets.space.intersection(where, sets.space.count_in(sets.points.values(), outside, most))
