"""Part e: `check` and `diff` as the pack grows, beside the pack that ships."""

from collections.abc import Callable, Iterator
from functools import partial

from considerations.answersets import TooLarge
from considerations.check import check
from considerations.difference import difference
from considerations.load import load_with_places
from considerations.pack import Pack
from considerations.verify import prove
from tests.bench.packs import generated, shipped
from tests.bench.timing import Row, alternately, middle, ratio
from tests.conftest import RULES

# Larger ones take minutes, or are refused.
SIZES_PROVED = ((14, 40), (50, 400), (100, 1200))
FOLDER = RULES / "ketamine-ssri"


def rows() -> Iterator[Row]:
    """Time the whole `check`, then the proofs and a comparison at every size."""
    whole = alternately({"check": lambda: check(FOLDER, None, lambda done, of: None)})["check"]
    yield Row("`check` of the pack that ships, files and all", middle(whole))
    for size in SIZES_PROVED:
        yield from _grown(generated(*size))


def _grown(pack: Pack) -> Iterator[Row]:
    ours, (_, files) = shipped(), load_with_places(FOLDER)
    name = f"{len(pack.questions)} questions, {len(pack.points):,} points"
    kinds: dict[str, Callable[[Pack], object]] = {
        "the proofs": partial(prove, files=files),
        "`diff` of two versions": _edited,
    }
    for kind, work in kinds.items():
        try:
            took = alternately({"ours": partial(work, ours), "grown": partial(work, pack)}, rounds=3)
        except TooLarge as large:
            yield Row(f"{kind}: {name}", f"refused: {large}")
            continue
        grown, real = took["grown"], took["ours"]
        yield Row(f"{name}, {kind}", middle(grown), "the pack that ships", middle(real), ratio(grown, real))


def _edited(pack: Pack) -> object:
    """Compare a pack with a version that lacks a point and has another order."""
    return difference(pack, pack.model_copy(update={"points": (*pack.points[1:-1], pack.points[0])}))
