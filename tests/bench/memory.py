"""Part d: the memory of the server and of a session, beside an app of one line, our pages as recorded and their widgets alone."""

import asyncio
from collections.abc import Awaitable, Callable, Iterator, Mapping
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from types import MappingProxyType
from typing import NamedTuple

from tests.bench.packs import shipped
from tests.bench.start import ONE_LINE
from tests.bench.timing import NotMeasured, Row
from tests.load.recording import record
from tests.load.server import BARE, OURS, RECORDED, memory, serving
from tests.load.staying import held
from tests.load.visitor import Visitor, walk

# Who only looks comes sooner, so that more of them can be counted.
LOOKING, WALKING, WARMING = 150, 40, 8
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
    case = max(pack.vignettes, key=lambda case: len(case.answers))
    through: Come = partial(walk, pack=pack, case=case)
    ours, line = _held(OURS, _arrive, LOOKING), _held(ONE_LINE, _arrive, LOOKING)
    yield _row("the server, before anyone comes", ours.before, "an app of one line", line.before)
    yield _row("the server, after its first visitor", ours.first, "an app of one line", line.first)
    yield _row("a session on the first page", ours.each, "an app of one line", line.each)
    walked, bare = _held(OURS, through, WALKING), _held(BARE, through, WALKING)
    yield _row(
        "the server, after its first visitor's walk to the summary", walked.first, "their widgets alone", bare.first
    )
    with TemporaryDirectory() as folder:
        recording = Path(folder) / "pages"
        with serving(OURS) as (port, _):
            asyncio.run(record(port, recording, pack, case))
        recorded = _held(RECORDED, through, WALKING, {"RECORDED": str(recording)})
    yield _row("a session at the summary", walked.each, "its pages as recorded", recorded.each)
    yield _row("a session at the summary", walked.each, "their widgets alone", bare.each)


def _held(app: Path, come: Come, visitors: int, env: Mapping[str, str] = MappingProxyType({})) -> Held:
    with serving(app, env) as (port, process):
        before = memory(process)
        asyncio.run(held(port, process, 1, come))
        first = memory(process)
        # The first ones make room that later ones use again.
        asyncio.run(held(port, process, WARMING, come))
        return Held(before, first, asyncio.run(held(port, process, visitors, come)))


def _row(what: str, ours: float, beside: str, theirs: float) -> Row:
    own, other = (f"{each:.0f} MB" if each >= 10 else f"{each * 1024:.0f} kB" for each in (ours, theirs))
    return Row(what, own, beside, other, ours / theirs if theirs > 0 else None)
