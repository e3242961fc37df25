"""Write review cases: few answer sets that together make every rule hold, as a sheet that a clinician can sign off."""

from collections.abc import Iterator

from considerations.diagrams.pack_diagrams import PackSets
from considerations.engine import assess
from considerations.explain.summary import Summary, summarise
from considerations.pack import Pack


def review_cases(pack: Pack) -> Iterator[dict[str, str]]:
    """Yield few answer sets, found greedily, in which every rule holds at least once, then one for each stop."""
    sets = PackSets(pack)
    ways = [sets.highlighting([way.when]) for point in pack.points for way in point.highlight]
    ways += [sets.highlighting([way.when]) for gap in pack.gaps.gaps for way in gap.relevant]
    ways += sets.notices.values()
    remaining = [way for way in ways if way]
    while remaining:
        case = sets.live
        for way in remaining:
            case = sets.space.intersection(case, way) or case
        remaining = [way for way in remaining if sets.space.difference(case, way)]
        yield _answered(sets.space.witness(case))
    for stop in sets.stops.values():
        if stop:
            yield _answered(sets.space.witness(stop))


def _answered(answers: dict[str, str | None]) -> dict[str, str]:
    return {question: option for question, option in answers.items() if option}


def sheet(pack: Pack) -> str:
    """Return the review cases as vignettes, each with its situation in one line."""
    lines = [f"# Review cases of {pack.about.pack} {pack.about.version}: every rule holds in at least one of them."]
    for number, answers in enumerate(review_cases(pack), 1):
        assessment = assess(pack, answers)
        summary = summarise(pack, answers)
        situation = summary.situation if isinstance(summary, Summary) else summary.headline
        lines += ["", f"# {situation}", f"- vignette: Review case {number}"]
        lines += ["  answers:", *(f"    {question}: {option}" for question, option in answers.items())]
        if assessment.stop:
            lines.append(f"  stops: {assessment.stop.stop}")
            continue
        lines += ["  highlights:", *(f"    - {point.point}" for point in assessment.points(True))]
        relevant = [name for name, state in assessment.gaps.items() if state]
        lines += ["  gaps:", *(f"    - {name}" for name in relevant)]
        lines.append(f"  notices: [{', '.join(name for name, state in assessment.notices.items() if state)}]")
    return "\n".join(lines) + "\n"
