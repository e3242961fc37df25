"""The answer sets in which a pack's conditions hold and its points, gaps, notices and stops show."""

from collections.abc import Iterable
from functools import cached_property
from math import prod

from considerations.diagrams.decision_diagram import NOT_ASKED, OPEN, UNDECIDED, Case, Set, Space
from considerations.engine.items import Item, Key, every_way, items, key
from considerations.pack import Pack, Stop
from considerations.pack.conditions import Condition


class PackSets:
    """
    A pack as sets of answer sets.

    Two versions can share a space. In it, a question that only the `other` version has can have any answer, and an option that
    only the other has can never be chosen.
    """

    def __init__(self, pack: Pack, space: Space | None = None, *, other: Pack | None = None) -> None:
        self.pack = pack
        self.space = space or Space(questions(pack))
        self._by_id = {question.question: question for question in pack.questions}
        self._possible: dict[frozenset[str], Set] = {}
        self._shown: dict[Key, Set] = {}
        self._named = {question.question: question for question in other.questions} if other else {}
        self._named |= self._by_id

    @cached_property
    def reachable(self) -> Set:
        """All possible answer sets."""
        return self.possible(self.space.questions)

    @cached_property
    def live(self) -> Set:
        """All possible answer sets without a stop."""
        return self.space.difference(self.reachable, self.stopped)

    @cached_property
    def earlier(self) -> dict[str, frozenset[str]]:
        """By question: itself and the questions that decide, directly or not, whether it is asked."""
        earlier: dict[str, frozenset[str]] = {}
        for question in self.pack.questions:
            named = question.ask_when.questions() if question.ask_when else ()
            earlier[question.question] = frozenset([question.question]).union(*map(earlier.__getitem__, named))
        return earlier

    @cached_property
    def stopping(self) -> frozenset[str]:
        """The questions that decide whether a stop holds."""
        named = {name for stop in self.pack.stops.stops for name in stop.questions()}
        return frozenset().union(*map(self.earlier.__getitem__, named))

    def live_for(self, named: Iterable[str]) -> Set:
        """Return the answer sets possible for some questions without a stop, whatever the values of unconnected ones."""
        return self.space.difference(self.possible(self.stopping.union(named)), self.stopped)

    @cached_property
    def stopped(self) -> Set:
        """The answer sets in which a stop holds, possible or not."""
        return self.space.any(map(self.stops_at, self.pack.stops.stops))

    @cached_property
    def stops(self) -> dict[str, Set]:
        """The answer sets in which each stop is shown: of several that hold, the first in the file."""
        shown: dict[str, Set] = {}
        for stop in self.pack.stops.stops:
            remaining = self.space.difference(self.reachable, self.space.any(shown.values()))
            shown[stop.stop] = self.space.intersection(remaining, self.stops_at(stop))
        return shown

    @cached_property
    def shown(self) -> dict[Key, Set]:
        """The answer sets in which each stop, point, gap and notice is shown, by kind and id."""
        stops = {("stop", name): shown for name, shown in self.stops.items()}
        return stops | {key(item): self.space.intersection(self.live, self.shows(item)) for item in items(self.pack)}

    def stops_at(self, stop: Stop) -> Set:
        """Return the answer sets in which a stop holds, possible or not."""
        return self.space.difference(self.holds(stop.when), self.holds(stop.until) if stop.until else 0)

    def shows(self, item: Item) -> Set:
        """Return the answer sets in which a point, gap or notice shows, possible or not, if there is no stop."""
        name = key(item)
        if name not in self._shown:
            self._shown[name] = self.space.any(self.holds(way.when) for way in every_way(item, self.pack))
        return self._shown[name]

    def count(self) -> int:
        """Return the number of possible answer sets, without the questions that only the other version has."""
        widths = (
            len(values)
            for name, values in zip(self.space.questions, self.space.values, strict=True)
            if name not in self._by_id
        )
        return self.space.count(self.reachable) // prod(widths)

    def holds(self, condition: Condition) -> Set:
        """Return the answer sets in which a condition is true."""
        parts = [self.space.one_of(question, options) for question, options in condition.one_of.items()]
        if condition.any is not None:
            parts.append(self.space.any(map(self.holds, condition.any)))
        return self.space.all([*parts, *map(self.holds, condition.all or ())])

    def fails(self, condition: Condition) -> Set:
        """Return the answer sets in which a condition is false; in a complete space, all in which it is not true."""
        parts = [self._answered_otherwise(question, options) for question, options in condition.one_of.items()]
        if condition.any is not None:
            parts.append(self.space.all(map(self.fails, condition.any)))
        return self.space.any([*parts, *map(self.fails, condition.all or ())])

    def in_words(self, case: Case) -> str:
        """Return a case in words: the questions that matter and their possible answers."""
        parts = []
        for name, values in sorted(case.items(), key=lambda pair: list(self._named).index(pair[0])):
            question = self._named[name]
            labels = {OPEN: "not answered", UNDECIDED: "not answered"} | {
                option.option: f"“{option.label}”" for option in question.options
            }
            # A case can include impossible values: a question always asked as not asked, an option of another version.
            answers = [labels.get(value or "", "not asked") for value in values if value in labels or not value]
            answers = [answer for answer in answers if answer != "not asked" or question.ask_when]
            parts.append(f"{question.short}: {' or '.join(dict.fromkeys(answers))}")
        return "; ".join(parts) or "the answers can be anything"

    def _answered_otherwise(self, question: str, options: tuple[str, ...]) -> Set:
        values = self.space.values[self.space.level[question]]
        return self.space.one_of(question, [value for value in values if value not in (OPEN, UNDECIDED, *options)])

    def possible(self, named: Iterable[str]) -> Set:
        """Return the answer sets possible for some questions, whatever the values of those that have no part in it."""
        closed = frozenset().union(*(self.earlier.get(name, {name}) for name in named))
        if closed not in self._possible:
            # From the last question up, so that each step adds to the top of a diagram.
            fitting = map(self._fitting, sorted(closed, key=self.space.level.__getitem__, reverse=True))
            self._possible[closed] = self.space.all(fitting)
        return self._possible[closed]

    def _fitting(self, name: str) -> Set:
        """Return the answer sets in which a question's value fits the earlier answers."""
        question = self._by_id.get(name)
        if question is None:
            return 1
        not_asked, undecided = self.space.one_of(name, [NOT_ASKED]), self.space.one_of(name, [UNDECIDED])
        answered = self.space.one_of(name, [OPEN, *(option.option for option in question.options)])
        asked = self.holds(question.ask_when) if question.ask_when else 1
        skipped = self.fails(question.ask_when) if question.ask_when else 0
        neither = self.space.complement(self.space.union(asked, skipped))
        return self.space.any(
            [
                self.space.intersection(asked, answered),
                self.space.intersection(skipped, not_asked),
                self.space.intersection(neither, undecided),
            ]
        )


def most_tied_first(pack: Pack) -> dict[str, list[str]]:
    """Return the questions and options, those that most points name before the others: so ordered, diagrams stay small."""
    naming = [{name for way in point.highlight for name in way.when.questions()} for point in pack.points]
    options = questions(pack)
    hubs = [name for name in options if 2 * sum(name in named for named in naming) > len(naming)]
    return {name: options[name] for name in (*hubs, *options)}


def questions(*packs: Pack) -> dict[str, list[str]]:
    """Return the questions and options of one or more versions, merged in the order asked."""
    merged: dict[str, list[str]] = {}
    for pack in packs:
        order, previous = list(merged), ""
        for question in pack.questions:
            if question.question not in merged:
                merged[question.question] = []
                order.insert(order.index(previous) + 1 if previous else 0, question.question)
            known = merged[question.question]
            known += [option.option for option in question.options if option.option not in known]
            previous = question.question
        merged = {name: merged[name] for name in order}
    return merged
