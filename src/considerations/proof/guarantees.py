"""The promises of a pack, held against every answer set without a stop, complete or not."""

from collections.abc import Iterator, Mapping

from considerations.diagrams.decision_diagram import HANGS, OPEN, Set
from considerations.diagrams.pack_diagrams import PackSets
from considerations.loading.positions import Fault, Placed
from considerations.pack.companions import Promise, Selection


def broken_promises(sets: PackSets, files: Mapping[str, Placed]) -> Iterator[Fault]:
    """Give a fault for every promise that some answer set breaks, with the widest case that does."""
    for nth, promise in enumerate(sets.pack.about.promises):
        path = ("promises", nth, "promise")
        selected = [promise.wherever, promise.then_some, promise.then_all, promise.never]
        if any(each is not None and not _parts(each, sets) for each in selected):
            yield files["pack"].fault(path, "a part of this promise selects nothing, so it would hold by accident")
            continue
        where, broken = breaking(promise, sets)
        if not where:
            yield files["pack"].fault(
                path, "no answers are such that this promise speaks of them, so it would hold by accident"
            )
        if broken:
            case = next(sets.space.cases(broken, sets.live))
            yield files["pack"].fault(path, f"this promise is broken where {sets.in_words(case)}")


def breaking(promise: Promise, sets: PackSets) -> tuple[Set, Set]:
    """Give the answer sets of which a promise speaks, and those that break it."""
    space = sets.space
    answered = [space.no(space.one_of(question, [OPEN, HANGS])) for question in promise.answered]
    where = space.all([sets.live, *answered])
    if promise.wherever:
        where = space.both(where, space.any(_parts(promise.wherever, sets)))
    broken = [_outside(where, promise, sets)]
    if promise.then_some:
        broken.append(space.without(where, space.any(_parts(promise.then_some, sets))))
    if promise.then_all:
        broken.append(space.without(where, space.all(_parts(promise.then_all, sets))))
    if promise.never:
        broken.append(space.both(where, space.any(_parts(promise.never, sets))))
    return where, space.any(broken)


def _parts(selection: Selection, sets: PackSets) -> list[Set]:
    """Give the set of each point, silence and notice that is selected, and of the condition on the answers."""
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
    silences = [sets.silences[silence] for silence in selection.silences]
    notices = [sets.notices[notice] for notice in selection.notices]
    return [*points, *silences, *notices, *([sets.holds(selection.when)] if selection.when else [])]


def _outside(where: Set, promise: Promise, sets: PackSets) -> Set:
    """Give the answer sets in which fewer or more points are highlighted than promised."""
    if promise.at_least is None and promise.at_most is None:
        return 0
    least = promise.at_least or 0
    most = max(least, (promise.at_most or 0) + 1)
    outside = [n for n in range(most + 1) if n < least or (promise.at_most is not None and n > promise.at_most)]
    return sets.space.both(where, sets.space.in_some(sets.points.values(), outside, most))
