"""Times side by side: each contestant in turn, round after round, so that whatever else the machine does falls on all alike."""

import statistics
import time
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple


class NotMeasured(Exception):
    """What a part needs is not here: what it is, and how to get it."""


class Row(NamedTuple):
    """A line of the table: what was measured, ours and theirs as they are to be read, and how many times theirs ours takes."""

    what: str
    ours: str
    beside: str = ""
    theirs: str = ""
    ratio: float | None = None


def alternately(contestants: Mapping[str, Callable[[], object]], rounds: int = 7) -> dict[str, list[float]]:
    """Give the seconds of processor time that each took in each round."""
    found: dict[str, list[float]] = {name: [] for name in contestants}
    for _ in range(rounds):
        for name, work in contestants.items():
            began = time.process_time()
            work()
            found[name].append(time.process_time() - began)
    return found


def ratio(ours: Sequence[float], theirs: Sequence[float]) -> float:
    """Give the median of the ratios, round by round."""
    return statistics.median(a / b for a, b in zip(ours, theirs, strict=True))


def middle(times: Sequence[float]) -> str:
    """
    Write the median of some seconds with two digits.

    >>> middle([0.000123]), middle([0.0456]), middle([7.89])
    ('120 µs', '46 ms', '7.9 s')
    """
    median = statistics.median(times)
    unit, factor = ("s", 1.0) if median >= 1 else ("ms", 1e3) if median >= 1e-3 else ("µs", 1e6)
    return f"{float(f'{median * factor:.2g}'):g} {unit}"
