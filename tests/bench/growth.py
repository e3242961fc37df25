"""Part g: how each thing grows with the pack, as a table and as a picture beside this file."""

import time
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from itertools import pairwise
from math import log
from pathlib import Path
from tempfile import TemporaryDirectory

from considerations.diagrams.decision_diagram import TooLarge
from considerations.explain.summary import Summary, summarise
from considerations.loading.loader import BrokenPack, load, load_with_places
from considerations.pack import Pack
from considerations.proof.verify import prove
from considerations.render.paper import html
from tests.bench.chart import draw
from tests.bench.engines import states
from tests.bench.files import write
from tests.bench.packs import answer_sets, generated
from tests.bench.proofs import FOLDER, compared
from tests.bench.timing import Row, middle

PICTURE = Path(__file__).with_name("growth.svg")
TITLE = "How long it takes as the pack grows"
SIZES = ((8, 10), (14, 40), (25, 100), (50, 400), (100, 1200), (200, 4000))
# In step with the pack is a slope of one on these axes; a little more is the noise of a busy machine.
STEEP = 1.3
LEAST_SECONDS = 0.05
Line = Mapping[int, float]


def rows() -> Iterator[Row]:
    """Time everything at every size, draw it, and say where a line begins to rise faster than the pack grows."""
    lines: dict[str, dict[int, float]] = {}
    for size in SIZES:
        for name, seconds in _timed(generated(*size)).items():
            lines.setdefault(name, {})[size[1]] = seconds
    bends = {name: bend(line) for name, line in lines.items()}
    told = {name: _told(line, bends[name]) for name, line in lines.items()}
    PICTURE.write_text(draw(TITLE, ". ".join(f"{name}: {each}" for name, each in told.items()), lines, bends), "utf-8")
    for name, line in lines.items():
        most, least = max(line), min(line)
        beside, theirs = f"{least} points", middle([line[least]])
        yield Row(
            f"{name}, {most:,} points; {told[name]}", middle([line[most]]), beside, theirs, line[most] / line[least]
        )


def bend(line: Line) -> int | None:
    """
    Give the size from which on a line of size → seconds rises faster than in step; None where its end does not.

    >>> bend({10: 1, 100: 10, 1000: 1000, 10000: 100000}), bend({10: 1, 100: 10})
    (100, None)
    """
    slopes = {a: log(line[b] / line[a]) / log(b / a) for a, b in pairwise(line)}
    found = None
    for size in reversed(slopes):
        if slopes[size] < STEEP:
            break
        found = size
    return found


def _told(line: Line, bent: int | None) -> str:
    grows = "grows in step with the pack" if bent is None else f"grows faster than the pack from {bent:,} points on"
    return grows if max(line) == SIZES[-1][1] else f"{grows}, refused beyond {max(line):,}"


def _timed(pack: Pack) -> dict[str, float]:
    found = {}
    with TemporaryDirectory() as under:
        for name, work in _works(pack, Path(under)).items():
            try:
                found[name] = _seconds(work)
            except (TooLarge, BrokenPack):
                continue
    return found


def _works(pack: Pack, under: Path) -> dict[str, Callable[[], object]]:
    """Give everything that is timed of a pack."""
    given = answer_sets(pack, 1)[0]
    files, folder = load_with_places(FOLDER)[1], write(pack, under)

    def explained(pack: Pack = pack) -> object:
        summary = summarise(pack, given)
        assert isinstance(summary, Summary)
        return [(each.why, each.interpretations) for each in summary.in_state(True)]

    # What is worked out once for a pack has a line of its own.
    explained()
    return {
        "states alone": partial(states, pack, given),
        "highlights and reasons": explained,
        "print page": lambda: html.render(summarise(pack, given)),
        "reasons, once for a pack": lambda: explained(pack.model_copy()),
        "load": partial(load, folder),
        "diff": partial(compared, pack),
        "proofs": partial(prove, pack, files),
    }


def _seconds(work: Callable[[], object]) -> float:
    """Give the processor time of one go: the least of five rounds, for what else the machine does only ever adds to it."""
    first = _round(work, 1)
    times = max(1, int(LEAST_SECONDS / max(first, 1e-6)))
    return first if first > 2 else min(_round(work, times) for _ in range(5))


def _round(work: Callable[[], object], times: int) -> float:
    began = time.process_time()
    for _ in range(times):
        work()
    return (time.process_time() - began) / times
