"""Part e: `check` and `diff` as the pack grows, beside the pack that ships."""

import os
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from considerations.diagrams.decision_diagram import TooLarge
from considerations.loading.loader import load_with_places
from considerations.pack import Pack
from considerations.proof.check import check
from considerations.proof.diff import difference
from considerations.proof.verify import prove
from tests.bench.files import write
from tests.bench.packs import SIZES, generated
from tests.bench.timing import Row, alternately, middle, ratio
from tests.conftest import ROOT, RULES

FOLDER = RULES / "ketamine-ssri"
MOST_SECONDS = 120


def rows() -> Iterator[Row]:
    """Time the whole of `check`, the proofs in it, and a comparison at every size."""
    yield _as_a_process()
    for size in SIZES:
        yield from _grown(generated(*size))


def _as_a_process() -> Row:
    """Time the command from the shell, beside a process that only imports what it needs from others."""
    both = (("-m", "considerations", "check", str(FOLDER)), ("-c", "import pydantic, yaml"))
    # The first of each compiles, and is not counted.
    ours, theirs = zip(*[[_process(*command) for command in both] for _ in range(9)][1:], strict=True)
    return Row("`check` as a process", middle(ours), "importing pydantic and yaml", middle(theirs), ratio(ours, theirs))


def _process(*arguments: str) -> float:
    """Run Python and return its seconds of processor time; it keeps what it has compiled, as it does by itself."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    env = {**os.environ, "PYTHONDONTWRITEBYTECODE": "", "PYTHONPATH": str(ROOT / "src")}
    subprocess.run([sys.executable, *arguments], env=env, stdout=subprocess.DEVNULL, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def _grown(pack: Pack) -> Iterator[Row]:
    name, beside = f"{len(pack.questions)} questions, {len(pack.points):,} points", "the pack that ships"
    with TemporaryDirectory() as under:
        folder, (ours, files) = write(pack, Path(under)), load_with_places(FOLDER)
        pairs: dict[str, tuple[Callable[[], object], Callable[[], object]]] = {
            "`check`": (partial(_checked, FOLDER), partial(_checked, folder)),
            "the proofs alone": (partial(prove, ours, files), partial(prove, pack, files)),
            "`diff` of two versions": (partial(compared, ours), partial(compared, pack)),
        }
        for kind, (real, grown) in pairs.items():
            began = time.process_time()
            try:
                took = _limited(partial(alternately, {"grown": grown, "real": real}, rounds=3))
            except (TooLarge, TimeoutError) as refused:
                yield Row(f"{name}, {kind}", f"refused after {middle([time.process_time() - began])}: {refused}")
            else:
                both = took["grown"], took["real"]
                yield Row(f"{name}, {kind}", middle(both[0]), beside, middle(both[1]), ratio(*both))


def _limited(work: Callable[[], dict[str, list[float]]]) -> dict[str, list[float]]:
    """Give up after two minutes, where the system can."""

    def late(*_: object) -> None:
        raise TimeoutError(f"not done after {MOST_SECONDS} s of processor time, and left there")

    if not hasattr(signal, "setitimer"):
        return work()
    signal.signal(signal.SIGPROF, late)
    signal.setitimer(signal.ITIMER_PROF, MOST_SECONDS)
    try:
        return work()
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)


def _checked(folder: Path) -> None:
    """Do all that the command does with a folder; a pack that is refused has a fault and no proof."""
    found = check(folder, None, lambda done, of: None)
    if found.faults and not found.answer_sets:
        raise TooLarge(found.faults[0])


def compared(pack: Pack) -> object:
    """Compare a pack with a version that lacks a point and has another order."""
    return difference(pack, pack.model_copy(update={"points": (*pack.points[1:-1], pack.points[0])}))
