"""Compare a pack's vignettes with what its rules show."""

import os
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

from considerations.engine import assess
from considerations.loading.faults import Fault, Placed
from considerations.pack import Pack

LISTS = ("highlights", "needs_answer", "gaps", "notices")
# How many vignettes that the rules contradict are told one by one, and how many differences that many have in common.
ONE_BY_ONE = 5
IN_COMMON = 3
Shown = dict[str, tuple[str, ...]]
# A list of a vignette that the rules contradict: its number and key, what it says, and what is shown.
Wrong = tuple[int, str, tuple[str, ...], tuple[str, ...]]


def shown(pack: Pack, answers: Mapping[str, str]) -> Shown:
    """Return what answers show, by the key of a vignette; `stops` has at most one name."""
    found = assess(pack, answers)
    return {
        "highlights": tuple(point.point for point in found.points(True)),
        "needs_answer": tuple(point.point for point in found.points(None)),
        "gaps": tuple(name for name, state in found.gaps.items() if state),
        "notices": tuple(name for name, state in found.notices.items() if state),
        "stops": (found.stop.stop,) if found.stop else (),
    }


def differences(pack: Pack) -> Iterator[Wrong]:
    """Yield each list of a vignette that the rules contradict."""
    for nth, case in enumerate(pack.vignettes):
        says: Shown = {name: getattr(case, name) for name in LISTS} | {"stops": (case.stops,) if case.stops else ()}
        for name, now in shown(pack, case.answers).items():
            if set(says[name]) != set(now):
                yield nth, name, says[name], now


def changed(old: Pack, new: Pack) -> Iterator[tuple[str, tuple[tuple[str, ...], tuple[str, ...]]]]:
    """Yield each vignette that shows something else than in an older version, with what comes and what goes."""
    for case in new.vignettes:
        was, now = (
            [f"{kind} {name}" for kind, names in shown(pack, case.answers).items() for name in names]
            for pack in (old, new)
        )
        comes, goes = (tuple(name for name in one if name not in other) for one, other in ((now, was), (was, now)))
        if comes or goes:
            yield case.vignette, (comes, goes)


def faults(pack: Pack, files: Mapping[str, Placed]) -> Iterator[Fault]:
    """Yield a fault for each list of a vignette that the rules contradict."""
    for difference in differences(pack):
        yield _fault(pack, files, difference)


def _fault(pack: Pack, files: Mapping[str, Placed], difference: Wrong) -> Fault:
    nth, name, says, now = difference
    edits = "; ".join(f"{verb} {', '.join(names)}" for verb, names in _edits(says, now).items() if names)
    message = f"'{name}' of “{pack.vignettes[nth].vignette}” is not what the rules show: {edits}"
    return files["vignettes"].fault((nth, name), message)


def in_brief(pack: Pack, files: Mapping[str, Placed], folder: Path) -> Iterator[Fault]:
    """Yield the faults, the first with the way out, or one that sums them up if more than a few vignettes have any."""
    wrong = list(differences(pack))
    number = len({nth for nth, *_ in wrong})
    near = os.path.relpath(folder)
    command = f"considerations vignettes {folder if near.startswith('..') else near} --update"
    way_out = f"once all else is done and the rules are right, '{command}' rewrites what is expected"
    if number <= ONE_BY_ONE:
        for nth, difference in enumerate(wrong):
            fault = _fault(pack, files, difference)
            yield fault if nth else fault._replace(message=f"{fault.message}; {way_out}")
        return
    edits = Counter(
        f"{verb} {each} {'to' if verb == 'add' else 'from'} {key}"
        for _, key, says, now in wrong
        for verb, names in _edits(says, now).items()
        for each in names
    )
    common = ", ".join(f"{edit} (in {cases})" for edit, cases in edits.most_common(IN_COMMON))
    more = f" and {len(edits) - IN_COMMON} more" if len(edits) > IN_COMMON else ""
    message = f"{number} of {len(pack.vignettes)} vignettes, of which this is the first, are not what the rules show: {common}{more}; {way_out}"
    yield files["vignettes"].fault(wrong[0][:2], message)


def _edits(says: tuple[str, ...], now: tuple[str, ...]) -> dict[str, list[str]]:
    sides = {"add": (now, says), "remove": (says, now)}
    return {verb: [each for each in one if each not in other] for verb, (one, other) in sides.items()}


def not_shown(pack: Pack, files: Mapping[str, Placed]) -> Iterator[Fault]:
    """Yield every point and gap that no vignette shows, if there are vignettes."""
    seen = [shown(pack, case.answers) for case in pack.vignettes]
    highlighted, relevant = ({name for each in seen for name in each[key]} for key in ("highlights", "gaps"))
    for nth, point in enumerate(pack.points if seen else ()):
        if point.point not in highlighted:
            yield files["points"].fault((nth, "point"), f"no vignette highlights '{point.point}'; add one that does")
    for nth, gap in enumerate(pack.gaps.gaps if seen else ()):
        if gap.gap not in relevant:
            yield files["gaps"].fault(("gaps", nth, "gap"), f"in no vignette is '{gap.gap}' relevant; add one")
