"""Where a pack stands: who reviewed it and when, what has changed since, or that nobody has."""

from collections import Counter
from collections.abc import Iterator

from considerations.pack.companions import Gap
from considerations.pack.conditions import Highlight
from considerations.pack.model import Pack, Point
from considerations.pack.reviews import SignOff
from considerations.pack.stops import Stop
from considerations.pack.terms import (
    CHANGED_SINCE,
    MORE_REVIEWS,
    NOT_REVIEWED,
    REVIEWED_BY,
    REVIEWED_ON,
    STATUS,
    UNDECIDED,
    counted,
)


def latest(pack: Pack) -> SignOff | None:
    """Return the latest sign-off, of the present content if there is one."""
    every = pack.signed or sorted(pack.reviews, key=lambda review: review.date)
    return every[-1] if every else None


def agreed(pack: Pack) -> bool:
    """Return whether someone signed exactly this content, and nobody who did would change or disagrees with a part."""
    verdicts = {verdict for review in pack.signed for verdict in review.verdicts.values()}
    return verdicts == {"agree"}


def changed_parts(pack: Pack) -> tuple[str, ...]:
    """Name what has changed since the latest review; nothing if it holds, or if nobody has reviewed the pack."""
    review = latest(pack)
    if not review or pack.signed:
        return ()
    return review.changed(pack.parts) or ("order of the entries",)


def identity(pack: Pack) -> str:
    """Name pack, version, status and who reviewed it in a line."""
    return f"{pack.about.pack} {pack.about.version}, {standing(pack)}"


def standing(pack: Pack, *, named: bool = True) -> str:
    """Say the status, and who reviewed the pack; where not `named`, only when, as a name may name a treatment."""
    status, review = pack.about.status, latest(pack)
    if not review:
        return NOT_REVIEWED[status]
    if parts := changed_parts(pack):
        kinds = Counter(part.partition(" of ")[0] for part in parts)
        changes = ", ".join(counted(number, kind) for kind, number in kinds.items())
        said = CHANGED_SINCE.format(date=review.date, changes=changes)
        return STATUS[status] + (f"{said} ({review.who})" if named else said)
    if not named:
        return STATUS[status] + REVIEWED_ON.format(date=review.date)
    # The line runs above every page, which has room for three; the book has all.
    more = [MORE_REVIEWS.format(number=counted(len(pack.signed) - 3, "review"))] if len(pack.signed) > 3 else []
    return STATUS[status] + "; ".join([*map(_reviewed, pack.signed[-3:]), *more])


def _reviewed(review: SignOff) -> str:
    """Say who reviewed and when, and how many parts they would change or disagree with."""
    verdicts = Counter[str](review.verdicts.values())
    open_ones = [UNDECIDED[verdict].format(number=verdicts[verdict]) for verdict in UNDECIDED if verdicts[verdict]]
    said = REVIEWED_BY.format(who=review.who, date=review.date)
    return f"{said} ({', '.join(open_ones)})" if open_ones else said


def to_judge(pack: Pack) -> Iterator[tuple[str, Point | Highlight | Gap | Stop]]:
    """Yield everything that a sign-off has a verdict on, by name: points and gaps, each with its interpretations, and stops."""
    entries: list[tuple[str, str, Point | Gap | Stop, tuple[Highlight, ...]]] = [
        *(("point", point.point, point, point.highlight) for point in pack.points),
        *(("gap", gap.gap, gap, gap.relevant) for gap in pack.gaps.gaps),
        *(("stop", stop.stop, stop, ()) for stop in pack.stops.stops),
    ]
    for kind, entry_id, entry, ways in entries:
        name = f"{kind} {entry_id}"
        yield name, entry
        yield from ((f"interpretation {nth} of {name}", way) for nth, way in enumerate(ways, 1) if way.interpretation)
