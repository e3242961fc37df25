"""The answer sets of each point, gap and notice, over the questions that matter to it alone, so that diagrams stay small."""

from collections.abc import Mapping
from typing import NamedTuple

from considerations.diagrams.decision_diagram import Set, Space
from considerations.diagrams.pack_diagrams import PackSets, questions
from considerations.engine.items import Item, Key, every_way, items, key, with_earlier
from considerations.pack import Pack

# A visitor waits for the first of them, so they may take less room than a proof: about a second's worth.
STEPS = 200_000


class ItemSets(NamedTuple):
    """
    The answer sets of one item, over the questions that matter to it, those of the stops among them.

    Complete: those in which it holds or does not, stop or not, and both without a stop. Partial: those in which it comes
    up, highlighted or in front, and all others.
    """

    questions: frozenset[str]
    holds: Set
    fails: Set
    live_holds: Set
    live_fails: Set
    comes_up: Set
    stays_away: Set


class Sets:
    """The sets of every item of a pack, complete ones in the space `whole` and partial ones in `partial`."""

    def __init__(self, pack: Pack, hangs: Mapping[Key, tuple[str, ...]]) -> None:
        self.pack = pack
        self._whole = PackSets(pack, Space(questions(pack), budget=STEPS))
        self._partial = PackSets(pack, Space(questions(pack), partial=True, budget=STEPS))
        self.whole, self.partial = self._whole.space, self._partial.space
        stopping = with_earlier({asked for stop in pack.stops.stops for asked in stop.questions()}, pack)
        self.of = {
            key(item): self._sets(item, frozenset(hangs[key(item)]), frozenset(stopping)) for item in items(pack)
        }

    def _sets(self, item: Item, named: frozenset[str], stopping: frozenset[str]) -> ItemSets:
        space, whens = self.whole, [way.when for way in every_way(item, self.pack)]
        holds, held = (sets.space.any(map(sets.holds, whens)) for sets in (self._whole, self._partial))
        possible = self._whole.possible(named)
        live = space.difference(self._whole.possible(named | stopping), self._whole.stopped)
        partial = self._partial.possible(named | stopping)
        comes_up = self.partial.intersection(self.partial.difference(partial, self._partial.stopped), held)
        return ItemSets(
            questions=named | stopping,
            holds=space.intersection(possible, holds),
            fails=space.difference(possible, holds),
            live_holds=space.intersection(live, holds),
            live_fails=space.difference(live, holds),
            comes_up=comes_up,
            stays_away=self.partial.difference(partial, comes_up),
        )
