"""The answer sets of each point, gap and notice, only over the questions it depends on, so that diagrams stay small."""

from typing import NamedTuple

from considerations.diagrams.decision_diagram import Set, Space
from considerations.diagrams.pack_diagrams import PackSets, questions
from considerations.engine.items import Item, depends_on, items, key
from considerations.pack import Pack

# The first visitor waits while these are built, so the budget is below a proof's: about one second.
STEPS = 200_000


class ItemSets(NamedTuple):
    """
    The answer sets of one item, over the questions it depends on and those of the stops.

    Complete answer sets: `holds` and `fails` with stops, `live_holds` and `live_fails` without. Partial answer sets:
    `comes_up`, where the item shows, and `stays_away`, where it does not.
    """

    questions: frozenset[str]
    holds: Set
    fails: Set
    live_holds: Set
    live_fails: Set
    comes_up: Set
    stays_away: Set


class Sets:
    """The sets of every item of a pack, in the space `whole` for complete answer sets and `partial` for partial ones."""

    def __init__(self, pack: Pack) -> None:
        self.pack = pack
        self._whole = PackSets(pack, Space(questions(pack), budget=STEPS))
        self._partial = PackSets(pack, Space(questions(pack), partial=True, budget=STEPS))
        self.whole, self.partial = self._whole.space, self._partial.space
        self.by_item = {key(item): self._sets(item) for item in items(pack)}

    def _sets(self, item: Item) -> ItemSets:
        space, whole, named = self.whole, self._whole, frozenset(depends_on(item, self.pack))
        holds, possible, live = whole.shows(item), whole.possible(named), whole.live_for(named)
        comes_up = self.partial.intersection(self._partial.live_for(named), self._partial.shows(item))
        return ItemSets(
            questions=whole.stopping.union(*map(whole.earlier.__getitem__, named)),
            holds=space.intersection(possible, holds),
            fails=space.difference(possible, holds),
            live_holds=space.intersection(live, holds),
            live_fails=space.difference(live, holds),
            comes_up=comes_up,
            stays_away=self.partial.difference(self._partial.possible(named | whole.stopping), comes_up),
        )
