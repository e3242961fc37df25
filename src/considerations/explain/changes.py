"""Find the smallest change of answers that brings an item up."""

from collections.abc import Mapping
from itertools import compress

from considerations.diagrams.decision_diagram import NOT_ASKED, OPEN, UNDECIDED
from considerations.diagrams.item_diagrams import ItemSets, Sets
from considerations.diagrams.search import Search, Within, meets, positions
from considerations.engine import Answers, Assessment, answer, items, voided_by
from considerations.pack import Pack

# For each question the options it could have; any combination of them will do.
Change = dict[str, tuple[str, ...]]


class Changes:
    """The smallest changes of answers that bring an item of a pack up; `depends_on` has the questions that matter to each."""

    def __init__(self, pack: Pack, sets: Sets, depends_on: Mapping[items.Key, tuple[str, ...]]) -> None:
        self._pack, self._sets, self._depends_on = pack, sets, depends_on
        self._forgetting = voided_by(pack)

    def smallest(self, item: items.Item, assessment: Assessment) -> tuple[Change, ...]:
        """
        Return smallest changes of answers that highlight a point or make a gap relevant.

        As few answers as possible are changed, and then as few added. Where one answer is enough, every question whose answer
        is; otherwise one change of that size.
        """
        answers, key = assessment.answers, items.key(item)
        of = self._sets.by_item[key]
        found = assessment.once(self._search).nearest(of.comes_up)
        if not any(found):
            return ()
        if len(found[0]) > 1:
            return (self._with_forgotten(of, answers, self._widened(of, answers, found[0])),)
        each = [(asked, tuple(one[asked] for one in found if asked in one)) for asked in self._depends_on[key]]
        return tuple(self._with_forgotten(of, answers, {asked: options}) for asked, options in each if options)

    def _search(self, assessment: Assessment) -> Search:
        return Search(self._sets.partial, assessment.answers)

    def _as_answered(self, of: ItemSets, answers: Answers) -> dict[int, tuple[int, ...]]:
        """Return the positions of the present answers, or of none, to the questions that matter to an item."""
        return self._positions({asked: (answers.get(asked) or OPEN,) for asked in of.questions})

    def _widened(self, of: ItemSets, answers: Answers, found: Mapping[str, str]) -> Change:
        """Add to each question of a change every option that brings the item up, whichever of theirs the others have."""
        change: Change = {asked: (option,) for asked, option in found.items()}
        within = self._as_answered(of, answers) | self._positions(change)
        for asked in found:
            others = [each.option for each in self._pack.question(asked).options if each.option != answers.get(asked)]
            fits = (o in change[asked] or self._comes_up(of, within | self._positions({asked: (o,)})) for o in others)
            change[asked] = tuple(compress(others, fits))
            within |= self._positions({asked: change[asked]})
        return change

    def _positions(self, change: Change) -> dict[int, tuple[int, ...]]:
        """Return the positions at which the questions of a change have one of its options, or are not asked."""
        allowed = {asked: (*options, NOT_ASKED, UNDECIDED) for asked, options in change.items()}
        return positions(self._sets.partial, allowed)

    def _comes_up(self, of: ItemSets, within: Within) -> bool:
        """Say whether every combination of these alternatives brings an item up."""
        return not meets(self._sets.partial, of.stays_away, within)

    def _with_forgotten(self, of: ItemSets, answers: Answers, change: Change) -> Change:
        """Add the answers that a change makes the app forget, where the item needs them."""
        if self._forgetting.keys().isdisjoint(change):
            return change
        after = before = {asked: option for asked, option in answers.items() if option}
        for asked, options in change.items():
            after = answer(self._pack, after, asked, options[0])
        forgotten = {asked: option for asked, option in before.items() if asked not in after}
        left = {**answers, **dict.fromkeys(forgotten)}
        if not forgotten or self._comes_up(of, self._as_answered(of, left) | self._positions(change)):
            return change
        return change | {asked: (option,) for asked, option in forgotten.items()}
