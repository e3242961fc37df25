"""The answer sets of each point, gap and notice, only over the questions it depends on, so that diagrams stay small."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from considerations.diagrams.decision_diagram import Set, Space
from considerations.diagrams.pack_diagrams import PackSets, questions
from considerations.diagrams.search import kids_first
from considerations.engine.items import Item, Key, every_way, items, key, with_earlier
from considerations.pack import Pack

# The first visitor waits while these are built, so the budget is below a proof's: about one second.
STEPS = 200_000


class ItemSets(NamedTuple):
    """
    The answer sets of one item, over the questions it depends on and those of the stops.

    Complete answer sets: `holds` and `fails` with stops, `live_holds` and `live_fails` without. Partial answer sets:
    the nodes of `comes_up`, where the item shows, and `stays_away`, where it does not.
    """

    questions: frozenset[str]
    holds: Set
    fails: Set
    live_holds: Set
    live_fails: Set
    comes_up: Sequence[Set]
    stays_away: Set


class Sets:
    """The sets of every item of a pack, in the space `whole` for complete answer sets and `partial` for partial ones."""

    def __init__(self, pack: Pack, dependencies: Mapping[Key, tuple[str, ...]]) -> None:
        self.pack = pack
        self._whole = PackSets(pack, Space(questions(pack), budget=STEPS))
        self._partial = PackSets(pack, Space(questions(pack), partial=True, budget=STEPS))
        self.whole, self.partial = self._whole.space, self._partial.space
        stopping = with_earlier({name for stop in pack.stops.stops for name in stop.questions()}, pack)
        self.by_item = {
            key(item): self._sets(item, frozenset(dependencies[key(item)]), frozenset(stopping)) for item in items(pack)
        }

    def _sets(self, item: Item, named: frozenset[str], stopping: frozenset[str]) -> ItemSets:
        space, conditions = self.whole, [way.when for way in every_way(item, self.pack)]
        holds, partial_holds = (sets.space.any(map(sets.holds, conditions)) for sets in (self._whole, self._partial))
        possible = self._whole.possible(named)
        live = space.difference(self._whole.possible(named | stopping), self._whole.stopped)
        partial = self._partial.possible(named | stopping)
        comes_up = self.partial.intersection(self.partial.difference(partial, self._partial.stopped), partial_holds)
        return ItemSets(
            questions=named | stopping,
            holds=space.intersection(possible, holds),
            fails=space.difference(possible, holds),
            live_holds=space.intersection(live, holds),
            live_fails=space.difference(live, holds),
            comes_up=kids_first(self.partial, comes_up),
            stays_away=self.partial.difference(partial, comes_up),
        )
