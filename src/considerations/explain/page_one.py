"""Decide from a clinician's marks which points page one discusses, so that no mark parts a benefit from its limits."""

from collections.abc import Iterable, Mapping

from considerations.engine.items import selects
from considerations.pack import Pack, Point
from considerations.pack.terms import DISCUSS


def to_discuss(pack: Pack, highlighted: Iterable[Point], marks: Mapping[str, str]) -> tuple[Point, ...]:
    """
    Return the highlighted points to discuss, in their order: those without a mark that sets them aside, and those tied to them.

    While a benefit is among them, the points that the pack guarantees with it stay, whatever their marks.
    """
    points = tuple(highlighted)
    wanted = {point.point for point in points if marks.get(point.point, DISCUSS) == DISCUSS}
    while tied := {point.point for point in _tied(pack, points, wanted)} - wanted:
        wanted |= tied
    return tuple(point for point in points if point.point in wanted)


def _tied(pack: Pack, points: tuple[Point, ...], wanted: set[str]) -> Iterable[Point]:
    benefits = [point for point in points if point.point in wanted and point.valence == "benefit"]
    for guarantee in pack.about.guarantees:
        wherever = guarantee.wherever
        if wherever and any(selects(wherever, benefit) for benefit in benefits):
            selections = [selection for selection in (guarantee.then_some, guarantee.then_all) if selection]
            yield from (point for point in points if any(selects(selection, point) for selection in selections))
