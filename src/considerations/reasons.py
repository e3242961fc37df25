"""
What a verdict hangs on: the answers that decide it, and the smallest change of answers that would highlight or bring forward.

Exact, with branching and stops, for it is held against every answer set.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from considerations.answersets import HANGS, NOT_ASKED, OPEN, TooLarge
from considerations.engine import Answers, Assessment, answer, assess, is_asked, truth
from considerations.itemsets import Sets, key
from considerations.pack import Pack
from considerations.walks import Within, differ, meets, nearest, positions
from considerations.ways import (
    Item,
    behind,
    brought_by,
    every_way,
    hangs_on,
    open_questions,
    state,
    ways,
    with_earlier,
    with_later,
)

# For each question the options it could have; any combination of them will do.
Change = Mapping[str, tuple[str, ...]]


class Reasons:
    """
    A pack's verdicts over all answer sets, worked out once; from then on only read, so that threads may share it.

    Where the rules tie too many questions together, reasons are sufficient but perhaps not minimal, and no change is known.
    """

    def __init__(self, pack: Pack) -> None:
        self.pack = pack
        try:
            self._sets: Sets | None = Sets(pack)
        except TooLarge:
            self._sets = None

    def settling(self, item: Item, assessment: Assessment) -> tuple[dict[str, str], ...]:
        """
        Give minimal sets of answers that settle an item as it is: all of them do, and none can be left out of a set.

        One for each way of its own that holds, or for the first point that brings it; one where the item does not come up.
        """
        answers = assessment.answers
        if not state(item, assessment):
            return (self._minimal(item, answers, False, with_earlier(hangs_on(item, self.pack), self.pack)),)
        held = [way for way in ways(item) if truth(way.when, answers)]
        if not held:
            held = [
                way for point in brought_by(item, self.pack) for way in point.highlight if truth(way.when, answers)
            ][:1]
        found = [self._minimal(item, answers, True, behind(way.when, answers, True)) for way in held]
        return tuple(each for nth, each in enumerate(found) if each not in found[:nth])

    def _minimal(self, item: Item, answers: Answers, verdict: bool, named: Iterable[str]) -> dict[str, str]:
        """Leave out of the answers to the questions named, from the last on, what is not needed to settle a verdict."""
        kept = {asked: option for asked in named if (option := answers.get(asked))}
        if not self._sets:
            return kept
        space, of = self._sets.whole, self._sets.of[key(item)]
        otherwise, within = of.fails if verdict else of.holds, positions(space, _only(kept))
        for asked in reversed(list(kept)):
            level = space.level[asked]
            needed = within.pop(level)
            if meets(space, otherwise, within):
                within[level] = needed
            else:
                del kept[asked]
        return kept

    def waits_for(self, item: Item, answers: Answers) -> tuple[str, ...]:
        """Give the open questions, by id, that still matter to a waiting item: another answer there can settle it otherwise."""
        still_open = {asked for way in every_way(item, self.pack) for asked in open_questions(way.when, answers)}
        named = [asked for asked in with_earlier(still_open, self.pack) if asked not in answers]
        if self._sets:
            space, of = self._sets.whole, self._sets.of[key(item)]
            within = positions(space, _only(answers))
            named = [
                asked
                for asked in named
                if differ(space, of.live_holds, of.live_fails, with_later(asked, self.pack), within)
            ]
        return tuple(question.question for question in self.pack.questions if question.question in named)

    def ends(self, item: Item, answers: Answers) -> bool | None:
        """Say how a waiting item ends whatever is answered yet, as far as no stop holds; None where that is not settled."""
        if not self._sets:
            return None
        space, of = self._sets.whole, self._sets.of[key(item)]
        within = positions(space, _only(answers))
        ends = [meets(space, found, within) for found in (of.live_holds, of.live_fails)]
        return None if all(ends) else ends[0]

    def changes(self, item: Item, answers: Answers) -> tuple[Change, ...]:
        """
        Give smallest changes of answers that highlight a point or bring a silence to the front.

        As few given answers as possible are changed, and then as few more given. Where one answer is enough, every question
        that can give it; otherwise one change of that size. None where no change is known.
        """
        found = nearest(self._sets.partial, self._sets.of[key(item)].comes_up, answers) if self._sets else None
        if not found:
            return ()
        within = self._as_given(answers)
        if len(found) > 1:
            return (self._anew(item, answers, self._widened(item, answers, within, found)),)
        (picked,) = found
        named = with_earlier(hangs_on(item, self.pack), self.pack)
        alike = [asked for asked in named if bool(answers.get(asked)) == bool(answers.get(picked))]
        each = [(asked, self._options(item, answers, within, asked)) for asked in alike]
        return tuple(self._anew(item, answers, {asked: options}) for asked, options in each if options)

    def _as_given(self, answers: Answers) -> dict[int, tuple[int, ...]]:
        """Give where every question has the answer it has, or is open, as far as it is asked."""
        return self._choosing({q.question: (answers.get(q.question) or OPEN,) for q in self.pack.questions})

    def _widened(self, item: Item, answers: Answers, within: Within, found: Mapping[str, str]) -> Change:
        """Give each question of a change all the options that will do."""
        change: dict[str, tuple[str, ...]] = {asked: (option,) for asked, option in found.items()}
        for asked in change:
            change[asked] = self._options(item, answers, {**within, **self._choosing(change)}, asked)
        return change

    def _options(self, item: Item, answers: Answers, within: Within, asked: str) -> tuple[str, ...]:
        """Give the other options of a question that bring an item up, whichever of their alternatives the others have."""
        options = [each.option for each in self.pack.question(asked).options if each.option != answers.get(asked)]
        return tuple(o for o in options if self._comes_up(item, {**within, **self._choosing({asked: (o,)})}))

    def _comes_up(self, item: Item, within: Within) -> bool:
        """Say whether every combination of these alternatives brings an item up."""
        assert self._sets
        return not meets(self._sets.partial, self._sets.of[key(item)].stays_away, within)

    def _choosing(self, change: Change) -> dict[int, tuple[int, ...]]:
        """Give where the questions of a change have one of its alternatives, as far as they are asked."""
        assert self._sets
        return positions(self._sets.partial, {asked: (*options, NOT_ASKED, HANGS) for asked, options in change.items()})

    def _anew(self, item: Item, answers: Answers, change: Change) -> Change:
        """Add the answers that a change makes the app forget, where the item needs them."""
        kept = given = {asked: option for asked, option in answers.items() if option}
        for asked, options in change.items():
            kept = answer(self.pack, kept, asked, options[0])
        forgotten = {asked: option for asked, option in given.items() if asked not in kept}
        left = {**answers, **dict.fromkeys(forgotten)}
        if not forgotten or self._comes_up(item, {**self._as_given(left), **self._choosing(change)}):
            return change
        return {**change, **_only(forgotten)}


def looks(assessment: Assessment) -> dict[str, dict[str, Assessment]]:
    """Give what each option of each question asked and still open would make of the pack."""
    pack, answers = assessment.pack, assessment.answers
    given = {asked: option for asked, option in answers.items() if option}
    still_open = [q for q in pack.questions if q.question not in answers and is_asked(q, answers)]
    return {
        q.question: {o.option: assess(pack, answer(pack, given, q.question, o.option)) for o in q.options}
        for q in still_open
    }


def _only(answers: Mapping[str, Any]) -> dict[str, tuple[Any]]:
    return {asked: (option,) for asked, option in answers.items()}
