"""
What a verdict hangs on: the answers that decide it, and the smallest change of answers that would highlight or bring forward.

Exact, with branching and stops, for it is held against every answer set.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from considerations.answersets import HANGS, NOT_ASKED, OPEN, Set, Space, TooLarge
from considerations.engine import Answers, Assessment, answer, assess, is_asked, truth
from considerations.pack import Pack, Point
from considerations.packsets import PackSets, questions
from considerations.walks import differ, meets, nearest
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


# A visitor waits for the first of them, so they may take less room than a proof: about a second's worth.
STEPS = 200_000


class _Sets(NamedTuple):
    """
    The answer sets of one item.

    Complete: those in which it holds or does not, stop or not, and both without a stop. Partial: those in which it is
    highlighted or in front, and all others.
    """

    holds: Set
    fails: Set
    live_holds: Set
    live_fails: Set
    comes_up: Set
    stays_away: Set


class Reasons:
    """
    A pack's verdicts over all answer sets, worked out once; from then on only read, so that threads may share it.

    Where the rules tie too many questions together, reasons are sufficient but perhaps not minimal, and no change is known.
    """

    def __init__(self, pack: Pack) -> None:
        self.pack = pack
        try:
            self._whole = PackSets(pack, Space(questions(pack), budget=STEPS))
            self._partial = PackSets(pack, Space(questions(pack), partial=True, budget=STEPS))
            self._of = dict(self._items())
        except TooLarge:
            self._of = {}

    def _items(self) -> Iterator[tuple[tuple[bool, str], _Sets]]:
        whole, space, partial = self._whole, self._whole.space, self._partial
        items: tuple[Item, ...] = (*self.pack.points, *self.pack.silences.silences)
        for item in items:
            found = space.any(whole.holds(way.when) for way in every_way(item, self.pack))
            is_point, name = _key(item)
            comes_up = (partial.points if is_point else partial.silences)[name]
            yield (
                _key(item),
                _Sets(
                    holds=space.both(whole.reachable, found),
                    fails=space.without(whole.reachable, found),
                    live_holds=space.both(whole.live, found),
                    live_fails=space.without(whole.live, found),
                    comes_up=comes_up,
                    stays_away=partial.space.without(partial.reachable, comes_up),
                ),
            )

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
        sets = self._of.get(_key(item))
        for asked in reversed(list(kept) if sets else []):
            fewer = {other: option for other, option in kept.items() if other != asked}
            otherwise = sets.fails if verdict else sets.holds  # type: ignore[union-attr]
            if not meets(self._whole.space, otherwise, _only(fewer)):
                kept = fewer
        return kept

    def waits_for(self, item: Item, answers: Answers) -> tuple[str, ...]:
        """Give the open questions, by id, that still matter to a waiting item: another answer there can settle it otherwise."""
        still_open = {asked for way in every_way(item, self.pack) for asked in open_questions(way.when, answers)}
        named = [asked for asked in with_earlier(still_open, self.pack) if asked not in answers]
        sets = self._of.get(_key(item))
        if sets:
            allowed = {asked: (option,) for asked, option in answers.items()}
            named = [
                asked
                for asked in named
                if differ(self._whole.space, sets.live_holds, sets.live_fails, with_later(asked, self.pack), allowed)
            ]
        return tuple(question.question for question in self.pack.questions if question.question in named)

    def ends(self, item: Item, answers: Answers) -> bool | None:
        """Say how a waiting item ends whatever is answered yet, as far as no stop holds; None where that is not settled."""
        sets = self._of.get(_key(item))
        if not sets:
            return None
        allowed = {asked: (option,) for asked, option in answers.items()}
        ends = [meets(self._whole.space, found, allowed) for found in (sets.live_holds, sets.live_fails)]
        return None if all(ends) else ends[0]

    def changes(self, item: Item, answers: Answers) -> tuple[Change, ...]:
        """
        Give smallest changes of answers that highlight a point or bring a silence to the front.

        As few given answers as possible are changed, and then as few more given. Where one answer is enough, every question
        that can give it; otherwise one change of that size. None where no change is known.
        """
        sets = self._of.get(_key(item))
        found = nearest(self._partial.space, sets.comes_up, answers) if sets else None
        if not found:
            return ()
        if len(found) > 1:
            return (self._anew(item, answers, self._widened(item, answers, found)),)
        (picked,) = found
        named = with_earlier(hangs_on(item, self.pack), self.pack)
        alike = [asked for asked in named if bool(answers.get(asked)) == bool(answers.get(picked))]
        each = [(asked, self._options(item, answers, {}, asked)) for asked in alike]
        return tuple(self._anew(item, answers, {asked: options}) for asked, options in each if options)

    def _widened(self, item: Item, answers: Answers, found: Mapping[str, str]) -> Change:
        """Give each question of a change all the options that will do."""
        change: dict[str, tuple[str, ...]] = {asked: (option,) for asked, option in found.items()}
        for asked in change:
            change[asked] = self._options(item, answers, change, asked)
        return change

    def _options(self, item: Item, answers: Answers, change: Change, asked: str) -> tuple[str, ...]:
        """Give the options of a question that bring an item up with any of the alternatives that a change has elsewhere."""
        options = [each.option for each in self.pack.question(asked).options if each.option != answers.get(asked)]
        return tuple(o for o in options if self._comes_up(item, answers, {**change, asked: (o,)}))

    def _comes_up(self, item: Item, answers: Answers, change: Change) -> bool:
        """Say whether every combination of these alternatives brings an item up."""
        allowed = {
            question.question: (
                *change.get(question.question, [answers.get(question.question) or OPEN]),
                NOT_ASKED,
                HANGS,
            )
            for question in self.pack.questions
        }
        return not meets(self._partial.space, self._of[_key(item)].stays_away, allowed)

    def _anew(self, item: Item, answers: Answers, change: Change) -> Change:
        """Add the answers that a change makes the app forget, where the item needs them."""
        kept = given = {asked: option for asked, option in answers.items() if option}
        for asked, options in change.items():
            kept = answer(self.pack, kept, asked, options[0])
        if self._comes_up(item, {**answers, **{asked: None for asked in given if asked not in kept}}, change):
            return change
        return {**change, **{asked: (option,) for asked, option in given.items() if asked not in kept}}


def looks(assessment: Assessment) -> dict[str, dict[str, Assessment]]:
    """Give what each option of each question asked and still open would make of the pack."""
    pack, answers = assessment.pack, assessment.answers
    given = {asked: option for asked, option in answers.items() if option}
    still_open = [q for q in pack.questions if q.question not in answers and is_asked(q, answers)]
    return {
        q.question: {o.option: assess(pack, answer(pack, given, q.question, o.option)) for o in q.options}
        for q in still_open
    }


def _only(answers: Mapping[str, str]) -> dict[str, tuple[str]]:
    return {asked: (option,) for asked, option in answers.items()}


def _key(item: Item) -> tuple[bool, str]:
    return (True, item.point) if isinstance(item, Point) else (False, item.silence)
