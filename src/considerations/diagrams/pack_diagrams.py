"""The answer sets that a pack's conditions, points, gaps and stops describe; in a partial space, those where it is settled."""

from collections.abc import Container, Iterable
from functools import cached_property

from considerations.diagrams.decision_diagram import NOT_ASKED, OPEN, UNDECIDED, Case, Set, Space
from considerations.engine.assessment import points_behind_gap
from considerations.pack import Pack, Stop
from considerations.pack.conditions import Condition


class PackSets:
    """A pack in sets of answer sets; versions may share a space, where what a version lacks is never asked or given."""

    def __init__(self, pack: Pack, space: Space | None = None, *, partial: bool = False) -> None:
        self.pack = pack
        self.space = space or Space(questions(pack), partial=partial)
        self._asked_here = {question.question: question for question in pack.questions}

    @cached_property
    def reachable(self) -> Set:
        """All answer sets that can be."""
        return self.possible(self.space.questions)

    @cached_property
    def live(self) -> Set:
        """What can be without a stop."""
        return self.space.difference(self.reachable, self.stopped)

    @cached_property
    def stopped(self) -> Set:
        """The answers at which a stop holds, whether they can be or not."""
        return self.space.any(map(self._held, self.pack.stops.stops))

    @cached_property
    def stops(self) -> dict[str, Set]:
        """What each stop takes: where several hold, the first in the file is the one that is shown."""
        taken: dict[str, Set] = {}
        for stop in self.pack.stops.stops:
            left = self.space.difference(self.reachable, self.space.any(taken.values()))
            taken[stop.stop] = self.space.intersection(left, self._held(stop))
        return taken

    @cached_property
    def points(self) -> dict[str, Set]:
        """Where each point is highlighted."""
        return {point.point: self.highlighting(way.when for way in point.highlight) for point in self.pack.points}

    @cached_property
    def gaps(self) -> dict[str, Set]:
        """Where each gap is in front."""
        return {
            gap.gap: self.space.union(
                self.highlighting(way.when for way in gap.relevant),
                self.space.any(self.points[point] for point in points_behind_gap(gap, self.pack)),
            )
            for gap in self.pack.gaps.gaps
        }

    @cached_property
    def notices(self) -> dict[str, Set]:
        """Where each notice shows."""
        return {notice.notice: self.highlighting([notice.when]) for notice in self.pack.notices}

    def _held(self, stop: Stop) -> Set:
        return self.space.difference(self.holds(stop.when), self.holds(stop.until) if stop.until else 0)

    def highlighting(self, ways: Iterable[Condition]) -> Set:
        """Give the answer sets without a stop in which one of these conditions holds."""
        return self.space.intersection(self.live, self.space.any(map(self.holds, ways)))

    def holds(self, condition: Condition) -> Set:
        """Give the answer sets in which a condition is true."""
        parts = [self.space.one_of(asked, options) for asked, options in condition.one_of.items()]
        if condition.any is not None:
            parts.append(self.space.any(map(self.holds, condition.any)))
        return self.space.all([*parts, *map(self.holds, condition.all or ())])

    def fails(self, condition: Condition) -> Set:
        """Give the answer sets in which a condition is false; in a complete space, all in which it is not true."""
        parts = [self._settled_otherwise(asked, options) for asked, options in condition.one_of.items()]
        if condition.any is not None:
            parts.append(self.space.all(map(self.fails, condition.any)))
        return self.space.any([*parts, *map(self.fails, condition.all or ())])

    def in_words(self, case: Case) -> str:
        """Put a case in words: the questions that matter and the answers they may have."""
        parts = []
        for asked, values in case.items():
            question = self.pack.question(asked)
            names = {OPEN: "not answered", UNDECIDED: "not answered"} | {
                option.option: f"“{option.label}”" for option in question.options
            }
            # A case may spill over what can be here: a question always asked, an option that only another version has.
            said = [names.get(value or "", "not asked") for value in values if value in names or not value]
            said = [each for each in said if each != "not asked" or question.ask_when]
            parts.append(f"{question.short}: {' or '.join(dict.fromkeys(said))}")
        return "; ".join(parts) or "anything is answered"

    def _settled_otherwise(self, asked: str, options: tuple[str, ...]) -> Set:
        values = self.space.values[self.space.level[asked]]
        return self.space.one_of(asked, [value for value in values if value not in (OPEN, UNDECIDED, *options)])

    def possible(self, named: Container[str]) -> Set:
        """Return what can be, as far as it hangs on these questions; exact where those that decide on asking them are named too."""
        found = 1
        for name in reversed(self.space.questions):
            if name in named:
                found = self.space.intersection(found, self._possible(name))
        return found

    def _possible(self, name: str) -> Set:
        """Give what can be of a question: one asked has an answer or is open, one not asked has none, one that hangs is open."""
        question = self._asked_here.get(name)
        not_asked, hangs = self.space.one_of(name, [NOT_ASKED]), self.space.one_of(name, [UNDECIDED])
        if question is None:
            return not_asked
        given = self.space.one_of(name, [OPEN, *(o.option for o in question.options)])
        asked = self.holds(question.ask_when) if question.ask_when else 1
        off = self.fails(question.ask_when) if question.ask_when else 0
        neither = self.space.complement(self.space.union(asked, off))
        return self.space.any(
            [
                self.space.intersection(asked, given),
                self.space.intersection(off, not_asked),
                self.space.intersection(neither, hangs),
            ]
        )


def questions(*packs: Pack) -> dict[str, list[str]]:
    """Give the questions of one or several versions with all their options, in asking order, new ones in their place."""
    merged: dict[str, list[str]] = {}
    for pack in packs:
        order, before = list(merged), ""
        for question in pack.questions:
            if question.question not in merged:
                merged[question.question] = []
                order.insert(order.index(before) + 1 if before else 0, question.question)
            known = merged[question.question]
            known += [option.option for option in question.options if option.option not in known]
            before = question.question
        merged = {name: merged[name] for name in order}
    return merged
