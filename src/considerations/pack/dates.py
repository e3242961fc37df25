"""Until when a pack and what it relies on may be used without another look; `today` is the clock."""

from calendar import monthrange
from collections.abc import Mapping
from datetime import MAXYEAR, date

from considerations.pack.accountability import Due
from considerations.pack.model import Pack
from considerations.pack.terms import DUE, OUT_OF_DATE

# Months from the day of a check to the next, unless `review_by` names another day.
MONTHS: Mapping[Due, int] = {"pack": 12, "evidence": 6, "labels": 3, "crisis-lines": 3}


def today() -> date:
    """Return the present day; tests set the clock here."""
    return date.today()


def review_by(pack: Pack) -> dict[Due, str | None]:
    """Return the last day of each part, or None where the pack states no date."""
    signed = pack.signed
    checked: dict[Due, str | None] = {
        "pack": signed[-1].date
        if signed
        else pack.about.dated or max((each.date for each in pack.reviews), default=None),
        "evidence": pack.evidence.checked,
        "labels": pack.evidence.labels_checked,
        "crisis-lines": pack.stops.checked,
    }
    named = pack.about.review_by
    return {part: named.get(part) or (_later(day, MONTHS[part]) if day else None) for part, day in checked.items()}


def out_of_date(pack: Pack, *parts: Due) -> str:
    """Say in a sentence what is past its day, of these parts or of all; nothing where nothing is."""
    now = today().isoformat()
    past = [
        f"{DUE[part]} ({day})" for part, day in review_by(pack).items() if day and day < now and part in (parts or DUE)
    ]
    return OUT_OF_DATE.format(parts=", ".join(past)) if past else ""


def _later(day: str, months: int) -> str:
    """
    Return the same day of a later month, or its last.

    >>> _later("2026-11-30", 3)
    '2027-02-28'
    """
    start = date.fromisoformat(day)
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    year = min(year, MAXYEAR)
    return date(year, month + 1, min(start.day, monthrange(year, month + 1)[1])).isoformat()
