"""Part d: the memory of the server and of a session, beside an app of one line and a bare page with the same widgets."""

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from functools import partial
from pathlib import Path
from typing import NamedTuple

from tests.bench.packs import shipped
from tests.bench.start import ONE_LINE
from tests.bench.timing import NotMeasured, Row
from tests.load.server import BARE, OURS, memory, serving
from tests.load.staying import held
from tests.load.visitor import Visitor, walk

VISITORS, WARMING = 40, 8
Come = Callable[[Visitor], Awaitable[None]]


class Held(NamedTuple):
    """What a server holds in MB: before anyone comes, after its first visitor, and for each that stays."""

    before: float
    first: float
    each: float


async def _arrive(_: Visitor) -> None:
    """Look at the first page and do nothing."""


def rows() -> Iterator[Row]:
    """Fill each server with visitors who stay."""
    if not Path("/proc/self/statm").is_file():
        raise NotMeasured("the memory of a process is read from /proc, which this system lacks; Linux has it")
    pack = shipped()
    through: Come = partial(walk, pack=pack, case=max(pack.vignettes, key=lambda case: len(case.answers)))
    ours, line = _held(OURS, _arrive), _held(ONE_LINE, _arrive)
    yield _row("the server, before anyone comes", ours.before, "an app of one line", line.before)
    yield _row("the server, after its first visitor", ours.first, "an app of one line", line.first)
    yield _row("a session on the first page", ours.each, "an app of one line", line.each)
    walked, bare = _held(OURS, through), _held(BARE, through)
    yield _row("the server, after its first visitor's walk to the summary", walked.first, "a bare page", bare.first)
    yield _row("a session at the summary", walked.each, "a bare page", bare.each)


def _held(app: Path, come: Come) -> Held:
    with serving(app) as (port, process):
        before = memory(process)
        asyncio.run(held(port, process, 1, come))
        first = memory(process)
        # The first ones make room that later ones use again.
        asyncio.run(held(port, process, WARMING, come))
        return Held(before, first, asyncio.run(held(port, process, VISITORS, come)))


def _row(what: str, ours: float, beside: str, theirs: float) -> Row:
    return Row(what, f"{ours:.3g} MB", beside, f"{theirs:.3g} MB", ours / theirs if theirs > 0 else None)
