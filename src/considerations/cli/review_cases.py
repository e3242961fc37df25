"""Review cases: the fewest answer sets found that together make every rule hold, as a sheet that a clinician can sign off."""

from collections.abc import Iterator

from considerations.diagrams.pack_diagrams import PackSets
from considerations.engine import assess
from considerations.explain.summary import Summary, summarise
from considerations.pack import Pack


def review_cases(pack: Pack) -> Iterator[dict[str, str]]:
    """Return few answer sets, found greedily, in which every rule holds at least once, then one for each stop."""
    sets = PackSets(pack)
    ways = [sets.highlighting([way.when]) for point in pack.points for way in point.highlight]
    ways += [sets.highlighting([way.when]) for gap in pack.gaps.gaps for way in gap.relevant]
    ways += sets.notices.values()
    left = [way for way in ways if way]
    while left:
        case = sets.live
        for way in left:
            case = sets.space.intersection(case, way) or case
        left = [way for way in left if sets.space.difference(case, way)]
        yield _given(sets.space.witness(case))
    for stop in sets.stops.values():
        if stop:
            yield _given(sets.space.witness(stop))


def _given(answers: dict[str, str | None]) -> dict[str, str]:
    return {question: option for question, option in answers.items() if option}


def sheet(pack: Pack) -> str:
    """Write the review cases in the form of vignettes, each with its situation in a line."""
    lines = [f"# Review cases of {pack.about.pack} {pack.about.version}: every rule holds in at least one of them."]
    for number, given in enumerate(review_cases(pack), 1):
        found = assess(pack, given)
        summary = summarise(pack, given)
        situation = summary.situation if isinstance(summary, Summary) else summary.headline
        lines += ["", f"# {situation}", f"- vignette: Review case {number}"]
        lines += ["  answers:", *(f"    {asked}: {option}" for asked, option in given.items())]
        if found.stop:
            lines.append(f"  stops: {found.stop.stop}")
            continue
        lines += ["  highlights:", *(f"    - {point.point}" for point in found.points(True))]
        relevant = [name for name, state in found.gaps.items() if state]
        lines += ["  gaps:", *(f"    - {name}" for name in relevant)]
        lines.append(f"  notices: [{', '.join(name for name, state in found.notices.items() if state)}]")
    return "\n".join(lines) + "\n"
