"""Part a: one evaluation of a pack with its reasons, beside what others would run the same rules with."""

import sys
import time
from collections.abc import Callable, Iterator
from functools import partial

from considerations.engine import assess
from considerations.explain.summary import Summary, summarise
from considerations.pack import Pack
from tests.bench.packs import SIZES, answer_sets, generated, settled, shipped
from tests.bench.peers import NOT_ASKED, PEERS, Judge, variable
from tests.bench.timing import Row, alternately, middle, ratio

Given = dict[str, str]
# Larger packs are given fewer answer sets, or a round would take seconds.
MOST_POINTS = 400
BLOCK = 0.05


def rows() -> Iterator[Row]:
    """Compare at every size."""
    for pack in (shipped(), *(generated(*size) for size in SIZES)):
        yield from _compared(pack)


def _compared(pack: Pack) -> Iterator[Row]:
    name = f"{len(pack.questions)} questions, {len(pack.points):,} points"
    given = answer_sets(pack, 20 if len(pack.points) <= MOST_POINTS else 5)
    asked = [{variable(q): option or NOT_ASKED for q, option in settled(pack, each).items()} for each in given]
    expected = [[point.point for point in assess(pack, each).points(True)] for each in given]
    work: dict[str, Callable[[], object]] = {}
    for peer, make in PEERS.items():
        try:
            judge = make(pack)
        except ImportError as missing:
            print(f"{peer} is not compared: {missing}; pip install -e '.[bench]' brings it", file=sys.stderr)
            continue
        wrong = sum(judge(answers) != points for answers, points in zip(asked, expected, strict=True))
        assert not wrong, f"{peer} highlights other points in {wrong} of {len(asked)} answer sets: {name}"
        work[peer] = partial(_judged, judge, asked)
    ours = _ours(pack, given)
    sets = _blocks(ours | work)
    took = alternately({each: partial(_repeated, todo, sets[each]) for each, todo in (ours | work).items()})
    per = {each: [block / sets[each] / len(given) for block in blocks] for each, blocks in took.items()}
    for what in ours:
        for peer in work if what != EVERYTHING else list(PEERS)[:1]:
            yield Row(f"{name}, {what}", middle(per[what]), peer, middle(per[peer]), ratio(per[what], per[peer]))


ALONE, HIGHLIGHTED, EVERYTHING = "states alone", "with the reasons of what is highlighted", "with everything explained"


def _ours(pack: Pack, given: list[Given]) -> dict[str, Callable[[], object]]:
    found: dict[str, Callable[[], object]] = {ALONE: partial(_judged, partial(states, pack), given)}
    found[HIGHLIGHTED] = partial(_judged, partial(_highlighted, pack), given)
    if len(pack.points) <= SIZES[0][1]:
        found[EVERYTHING] = partial(_judged, partial(_everything, pack), given)
    return found


def states(pack: Pack, given: Given) -> object:
    """Decide every point: highlighted, not highlighted or still open."""
    return assess(pack, given).verdicts


def _judged(judge: Judge | Callable[[Given], object], given: list[Given]) -> None:
    for answers in given:
        judge(answers)


def _highlighted(pack: Pack, given: Given) -> list[object]:
    summary = summarise(pack, given)
    assert isinstance(summary, Summary)
    return [(each.why, each.interpretations) for each in summary.in_state(True)]


def _everything(pack: Pack, given: Given) -> list[object]:
    summary = summarise(pack, given)
    assert isinstance(summary, Summary)
    items = (*summary.considerations, *summary.gaps)
    return [(each.why, each.options_do, each.change, each.rule) for each in items]


def _blocks(work: dict[str, Callable[[], object]]) -> dict[str, int]:
    """Give how often each is done in a round, so that no round is too short to be timed."""
    found = {}
    for name, todo in work.items():
        began = time.process_time()
        todo()
        found[name] = max(1, int(BLOCK / max(time.process_time() - began, 1e-6)))
    return found


def _repeated(todo: Callable[[], object], times: int) -> None:
    for _ in range(times):
        todo()
