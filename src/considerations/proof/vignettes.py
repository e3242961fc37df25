"""Compare a pack's vignettes with what its rules show."""

from collections.abc import Iterator, Mapping

from considerations.engine import assess
from considerations.loading.positions import Fault, Placed
from considerations.pack import Pack

LISTS = ("highlights", "needs_answer", "gaps", "notices")
Shown = dict[str, tuple[str, ...]]


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


def differences(pack: Pack) -> Iterator[tuple[int, str, tuple[str, ...], tuple[str, ...]]]:
    """Yield each list of a vignette that the rules contradict: its number and key, what it says, and what is shown."""
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
    for nth, name, says, now in differences(pack):
        more, fewer = ([each for each in one if each not in other] for one, other in ((now, says), (says, now)))
        parts = [f"add {', '.join(more)}"] if more else []
        parts += [f"remove {', '.join(fewer)}"] if fewer else []
        message = f"'{name}' of “{pack.vignettes[nth].vignette}” is not what the rules show: {'; '.join(parts)}"
        yield files["vignettes"].fault((nth, name), message)
