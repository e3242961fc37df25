"""Find the answers that a verdict depends on, exactly."""

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import product
from math import prod
from operator import itemgetter
from typing import Any, NamedTuple

from considerations.diagrams.decision_diagram import TooLarge
from considerations.diagrams.item_diagrams import Sets
from considerations.diagrams.search import differ, meets, positions
from considerations.engine import Answers, Assessment, items
from considerations.engine.assessment import truth
from considerations.engine.bits import Table
from considerations.explain.changes import Change, Changes
from considerations.explain.in_words import rule
from considerations.pack import Pack
from considerations.pack.conditions import Condition
from considerations.pack.words import explanations as wording

PartialAnswers = Mapping[str, str]

# Of a way with more choices of options than this, the reasons are found when they are asked for.
MOST_CHOICES = 200


class Reason(NamedTuple):
    """A minimal set of answers, in asking order, that settles an item: none can be left out; and the same in words."""

    answers: PartialAnswers
    words: str


class Way(NamedTuple):
    """One way of an item: its number among the pack's conditions, and its reason by the options that `pick` finds in the answers."""

    number: int
    when: Condition
    pick: Callable[[Answers], Hashable]
    prepared: Mapping[Hashable, Reason]


class Reasons:
    """
    A pack's verdicts over all answer sets, computed when first needed and only read afterwards, so threads may share it.

    Where the rules tie too many questions together, reasons are sufficient but perhaps not minimal, and no change is known.
    """

    def __init__(self, pack: Pack) -> None:
        self.pack = pack
        # Every answer in words, in asking order.
        self.in_words = {(q.question, o.option): f"{q.short}: “{o.label}”" for q in pack.questions for o in q.options}
        # The questions named by the rule of an item, followed by those that decide whether they are asked.
        self._depends_on = {
            items.key(item): items.with_earlier(items.depends_on(item, pack), pack) for item in items.items(pack)
        }
        self._values: dict[str, tuple[str | None, ...]] = {
            q.question: (None, *[option.option for option in q.options]) for q in pack.questions
        }
        self._order = {question.question: nth for nth, question in enumerate(pack.questions)}

    @cached_property
    def _sets(self) -> Sets | None:
        try:
            return Sets(self.pack)
        except TooLarge:
            return None

    @cached_property
    def _changes(self) -> Changes | None:
        return Changes(self.pack, self._sets, self._depends_on) if self._sets else None

    @cached_property
    def ways(self) -> Mapping[items.Key, tuple[Way, ...]]:
        """The ways of each item, prepared for every choice of their options, unless there are too many."""
        return {items.key(item): tuple(self._ways(item)) for item in items.items(self.pack)}

    @cached_property
    def interpretations(self) -> Mapping[items.Key, tuple[tuple[int, str], ...]]:
        """How we read the sentences behind an item, by the number of the way that does."""
        numbers = self.pack.once(Table).ways
        return {
            key: tuple((nth, way.explained) for nth, way in zip(numbers(*key), ways, strict=True) if way.explained)
            for key, ways in ((items.key(item), items.ways(item)) for item in items.items(self.pack))
        }

    @cached_property
    def rules(self) -> Mapping[items.Key, tuple[str, ...]]:
        """The rule of each item in words."""
        return {items.key(item): rule(item, self.pack) for item in items.items(self.pack)}

    def _ways(self, item: items.Item) -> Iterator[Way]:
        for number, way in zip(self.pack.once(Table).ways(*items.key(item)), items.ways(item), strict=True):
            pick = _picks(way.when)
            reasons = {pick(each): self._because(item, each, way.when) for each in self._making_true(way.when)}
            yield Way(number, way.when, pick, reasons)

    def _making_true(self, when: Condition) -> Iterator[PartialAnswers]:
        """Yield every choice of options for the questions of a way that makes it true, unless there are too many."""
        choices = {asked: when.one_of.get(asked) or self._values[asked] for asked in when.questions()}
        if self._sets and prod(map(len, choices.values())) <= MOST_CHOICES:
            for options in product(*choices.values()):
                answers = {asked: option for asked, option in zip(choices, options, strict=True) if option}
                if truth(when, answers):
                    yield answers

    def _reason(self, item: items.Item, answers: Answers, verdict: bool, named: Iterable[str]) -> Reason:
        needed = self._minimal(item, answers, verdict, named)
        return Reason(needed, f"{'; '.join([self.in_words[pair] for pair in needed.items()]) or wording.ALWAYS}.")

    def keeping_away(self, item: items.Item, key: items.Key, assessment: Assessment) -> Sequence[Reason]:
        """Return a minimal reason why an item does not come up."""
        return [self._reason(item, assessment.answers, False, self._depends_on[key])]

    def bringing_up(self, item: items.Item, key: items.Key, assessment: Assessment) -> Sequence[Reason]:
        """Return a minimal reason for each of an item's own ways that is true, or for the first point that makes it relevant."""
        answers, holds = assessment.answers, assessment.holds
        found: list[Reason] = []
        for number, when, pick, prepared in self.ways[key]:
            if holds[number]:
                reason = prepared.get(pick(answers)) or self._because(item, answers, when)
                if reason not in found:
                    found.append(reason)
        if found:
            return found
        behind = (way for point in items.points_behind(item, self.pack) for way in self.ways[items.key(point)])
        return [self._because(item, answers, next(way.when for way in behind if holds[way.number]))]

    def _because(self, item: items.Item, answers: Answers, when: Condition) -> Reason:
        return self._reason(item, answers, True, items.deciding(when, answers, True))

    def _minimal(self, item: items.Item, answers: Answers, verdict: bool, named: Iterable[str]) -> PartialAnswers:
        """Leave out of the answers to the questions named, from the last on, what is not needed to settle a verdict."""
        needed = {asked: option for asked in named if (option := answers.get(asked))}
        if self._sets:
            space, of = self._sets.whole, self._sets.by_item[items.key(item)]
            otherwise, within = of.fails if verdict else of.holds, positions(space, _only(needed))
            for asked in reversed(list(needed)):
                level = space.level[asked]
                position = within.pop(level)
                if meets(space, otherwise, within):
                    within[level] = position
                else:
                    del needed[asked]
        return {asked: needed[asked] for asked in sorted(needed, key=self._order.__getitem__)}

    def still_matters(self, item: items.Item, answers: Answers) -> tuple[str, ...]:
        """Return the open questions, by id, that still matter to an item that needs an answer: the answers to them can decide it either way."""
        still_open = {
            asked for way in items.every_way(item, self.pack) for asked in items.open_questions(way.when, answers)
        }
        named = [asked for asked in items.with_earlier(still_open, self.pack) if asked not in answers]
        if self._sets:
            space, of = self._sets.whole, self._sets.by_item[items.key(item)]
            within = positions(space, _only(answers))
            ends = of.live_holds, of.live_fails
            named = [asked for asked in named if differ(space, *ends, items.with_later(asked, self.pack), within)]
        return tuple(question.question for question in self.pack.questions if question.question in named)

    def outcome(self, item: items.Item, answers: Answers) -> bool | None:
        """Say how an open item ends whatever else is answered, unless a stop holds; None where that is not decided."""
        if not self._sets:
            return None
        space, of = self._sets.whole, self._sets.by_item[items.key(item)]
        within = positions(space, _only(answers))
        ends = [meets(space, found, within) for found in (of.live_holds, of.live_fails)]
        return None if all(ends) else ends[0]

    def counterfactuals(self, item: items.Item, assessment: Assessment) -> tuple[Change, ...]:
        """Return smallest changes of answers that highlight a point or make a gap relevant; none where no change is known."""
        return self._changes.smallest(item, assessment) if self._changes else ()


def _picks(when: Condition) -> Callable[[Answers], Hashable]:
    """Return a function that picks the options of the questions that a way names; where it has parts, some may not be answered."""
    if when.one_of and not (when.any or when.all):
        return itemgetter(*when.one_of)
    asks = tuple(dict.fromkeys(when.questions()))
    return lambda answers: tuple(map(answers.get, asks))


def _only(answers: Mapping[str, Any]) -> dict[str, tuple[Any]]:
    return {asked: (option,) for asked, option in answers.items()}
