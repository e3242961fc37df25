"""Find review cases: few answer sets that together make every rule hold, described for the review sheet."""

from collections.abc import Iterator

from considerations.diagrams.pack_diagrams import PackSets
from considerations.engine.items import items, ways
from considerations.explain.summary import Summary, summarise
from considerations.pack import Pack
from considerations.pack.words import sign_off as wording
from considerations.proof.vignettes import shown


def review_cases(pack: Pack) -> Iterator[dict[str, str]]:
    """Yield few answer sets, found greedily, in which every rule holds at least once, then one for each stop."""
    sets = PackSets(pack)
    rules = (sets.space.intersection(sets.live, sets.holds(way.when)) for item in items(pack) for way in ways(item))
    remaining = [way for way in rules if way]
    while remaining:
        case = sets.live
        for way in remaining:
            case = sets.space.intersection(case, way) or case
        remaining = [way for way in remaining if sets.space.difference(case, way)]
        yield sets.space.answers(case)
    for stop in sets.stops.values():
        if stop:
            yield sets.space.answers(stop)


def described(pack: Pack) -> Iterator[list[str]]:
    """Yield the lines of each review case: its situation, its answers and what they show."""
    for number, answers in enumerate(review_cases(pack), 1):
        now = shown(pack, answers)
        summary = summarise(pack, answers)
        situation = summary.situation if isinstance(summary, Summary) else summary.headline
        chosen = "; ".join(
            f"{pack.question(name).short}: {pack.question(name).label(answers[name])}" for name in answers
        )
        lines = [wording.CASE.format(number=number, situation=situation), wording.ANSWERS.format(answers=chosen)]
        if now["stops"]:
            yield [*lines, wording.ACT_FIRST.format(name=now["stops"][0])]
            continue
        kinds = {wording.POINTS: "highlights", wording.GAPS: "gaps", wording.NOTICES: "notices"}
        yield [*lines, *(line.format(names=", ".join(now[kind]) or wording.NONE) for line, kind in kinds.items())]
