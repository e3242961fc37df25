"""Check a pack's guarantees against every answer set without a stop, complete or not."""

from collections.abc import Iterator, Mapping

from considerations.diagrams.decision_diagram import OPEN, UNDECIDED, Set
from considerations.diagrams.pack_diagrams import PackSets
from considerations.engine.items import Item, depends_on, selects
from considerations.loading.positions import Fault, Placed
from considerations.pack import Pack
from considerations.pack.companions import Guarantee, Selection


def broken_guarantees(sets: PackSets, files: Mapping[str, Placed]) -> Iterator[Fault]:
    """Yield a fault for every guarantee that some answer set breaks, with a broad case that does."""
    for nth, guarantee in enumerate(sets.pack.about.guarantees):
        path = ("guarantees", nth, "guarantee")
        selections = [guarantee.wherever, guarantee.then_some, guarantee.then_all, guarantee.never]
        if any(selection is not None and not _parts(selection, sets) for selection in selections):
            yield files["pack"].fault(
                path, "a part of this guarantee matches no point, gap or notice; correct it or remove it"
            )
            continue
        live, where, broken = breaking(guarantee, sets)
        if not where:
            yield files["pack"].fault(path, "this guarantee applies to no answers, so it proves nothing; widen it")
        if broken:
            case = next(sets.space.cases(broken, live))
            yield files["pack"].fault(path, f"this guarantee is broken when {sets.in_words(case)}")


def breaking(guarantee: Guarantee, sets: PackSets) -> tuple[Set, Set, Set]:
    """Return the answer sets without a stop of the questions that matter; those a guarantee applies to; those that break it."""
    space, live = sets.space, sets.live_for(_named(guarantee, sets.pack))
    answered = [space.complement(space.one_of(question, [OPEN, UNDECIDED])) for question in guarantee.answered]
    where = space.all([live, *answered])
    if guarantee.wherever:
        where = space.intersection(where, space.any(_parts(guarantee.wherever, sets)))
    broken = [_outside(where, guarantee, sets)]
    if guarantee.then_some:
        broken.append(space.difference(where, space.any(_parts(guarantee.then_some, sets))))
    if guarantee.then_all:
        broken.append(space.difference(where, space.all(_parts(guarantee.then_all, sets))))
    if guarantee.never:
        broken.append(space.intersection(where, space.any(_parts(guarantee.never, sets))))
    return live, where, space.any(broken)


def _named(guarantee: Guarantee, pack: Pack) -> set[str]:
    """Return the questions on which a guarantee depends."""
    counts_all = guarantee.at_least is not None or guarantee.at_most is not None
    selections = [s for s in (guarantee.wherever, guarantee.then_some, guarantee.then_all, guarantee.never) if s]
    chosen = [item for selection in selections for item in _items(selection, pack)]
    named = {name for item in (*chosen, *(pack.points if counts_all else ())) for name in depends_on(item, pack)}
    named.update(name for selection in selections if selection.when for name in selection.when.questions())
    return named.union(guarantee.answered)


def _items(selection: Selection, pack: Pack) -> list[Item]:
    """Return the selected points, gaps and notices."""
    points = [point for point in pack.points if selects(selection, point)]
    gaps = [gap for gap in pack.gaps.gaps if gap.gap in selection.gaps]
    return [*points, *gaps, *(notice for notice in pack.notices if notice.notice in selection.notices)]


def _parts(selection: Selection, sets: PackSets) -> list[Set]:
    """Return the set of each selected point, gap and notice, and of the condition on the answers."""
    shown = map(sets.shows, _items(selection, sets.pack))
    return [*shown, *([sets.holds(selection.when)] if selection.when else [])]


def _outside(where: Set, guarantee: Guarantee, sets: PackSets) -> Set:
    """Return the answer sets in which fewer or more points are highlighted than guaranteed."""
    if guarantee.at_least is None and guarantee.at_most is None:
        return 0
    least = guarantee.at_least or 0
    most = max(least, (guarantee.at_most or 0) + 1)
    outside = [n for n in range(most + 1) if n < least or (guarantee.at_most is not None and n > guarantee.at_most)]
    return sets.space.intersection(where, sets.space.count_in(map(sets.shows, sets.pack.points), outside, most))
