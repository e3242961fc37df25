"""Assess one set of answers: True, False, or None while an answer is missing; a missing answer never counts as "no"."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeVar, cast

from considerations.engine.bits import Bits, Shown, States, Table
from considerations.pack import Pack, Point, Question, Stop
from considerations.pack.conditions import Condition

Made = TypeVar("Made")
# An option by question, or None for *not asked*; a question without an entry is open.
Answers = Mapping[str, str | None]


@dataclass(frozen=True)
class Assessment:
    """
    The state of every point, gap and notice of a pack for one set of answers.

    True: the point is highlighted, the gap relevant, the notice shown. None: it needs an answer. False: none of these.
    Under a stop there are no states.
    """

    pack: Pack
    answers: Answers
    stop: Stop | None
    conditions: Bits

    @cached_property
    def verdicts(self) -> States:
        """The state of each point."""
        points = self.pack.once(Table).points
        return self._states(points, points.bits)

    @cached_property
    def gaps(self) -> States:
        """The state of each gap."""
        table = self.pack.once(Table)
        return self._states(table.gaps, table.relevant)

    @cached_property
    def notices(self) -> States:
        """The state of each notice."""
        notices = self.pack.once(Table).notices
        return self._states(notices, notices.bits)

    @cached_property
    def holds(self) -> bytes:
        """1 for each condition that is true and 0 for each other, by its number in the pack's table."""
        return self.pack.once(Table).holds(self.conditions[1])

    @cached_property
    def alternatives(self) -> Mapping[str, Mapping[str, "Assessment"]]:
        """What each option of each open question would lead to."""
        pack, answered = self.pack, {asked: option for asked, option in self.answers.items() if option}
        return {
            q.question: {o.option: assess(pack, answer(pack, answered, q.question, o.option)) for o in q.options}
            for q in pack.questions
            if q.question not in self.answers and is_asked(q, self.answers)
        }

    def once(self, make: Callable[["Assessment"], Made]) -> Made:
        """Return what `make` makes of this assessment, made at the first call."""
        made: dict[Any, Any] = self.__dict__.setdefault("made", {})
        if make not in made:
            made[make] = make(self)
        return cast(Made, made[make])

    def _states(self, shown: Shown, bits: Callable[[int], int]) -> States:
        possible, true = self.conditions
        shows = bits(true)
        return {} if self.stop else shown.states(shows if possible == true else bits(possible), shows)

    def points(self, verdict: bool | None) -> tuple[Point, ...]:
        """Return the points that are highlighted (True), need an answer (None) or are not highlighted (False), in the pack's order."""
        return () if self.stop else tuple([p for p in self.pack.points if self.verdicts[p.point] is verdict])


def assess(pack: Pack, raw_answers: Mapping[str, str]) -> Assessment:
    """Assess answers; ignore those to questions not asked, or with unknown options."""
    table = pack.once(Table)
    answers, conditions = table.decide(raw_answers)
    stop = table.stop(conditions[1])
    # Under a stop nothing else is known, not even here.
    return Assessment(pack, answers, stop, (0, 0) if stop else conditions)


def answer(pack: Pack, answers: Mapping[str, str], question: str, option: str) -> dict[str, str]:
    """
    Return the answers with one added or changed.

    An answer that lifts a stop is removed when the answer it followed changes: a safety plan agreed when there were only
    thoughts says nothing about a plan or intent.
    """
    voided = voided_by(pack).get(question, ())
    return {name: value for name, value in answers.items() if name not in voided} | {question: option}


def voided_by(pack: Pack) -> dict[str, list[str]]:
    """Return, by question, the questions whose answers are removed when its own answer changes."""
    voided: dict[str, list[str]] = {}
    lifting = {name for stop in pack.stops.stops if stop.until for name in stop.until.questions()}
    for question in pack.questions:
        if question.question in lifting and question.ask_when:
            for earlier in set(question.ask_when.questions()):
                voided.setdefault(earlier, []).append(question.question)
    return voided


def is_asked(question: Question, answers: Answers) -> bool | None:
    """Return whether a question is asked, given the answers to earlier questions."""
    return question.ask_when is None or truth(question.ask_when, answers)


def truth(condition: Condition, answers: Answers) -> bool | None:
    """
    Return whether a condition holds.

    More answers can settle a None, but never change True or False. A question not asked has none of the options.

    >>> when = Condition.model_validate({"fell": "yes", "alone": ["yes", "often"]})
    >>> truth(when, {"fell": "no"}), truth(when, {"fell": "yes"}), truth(when, {"fell": "yes", "alone": "often"})
    (False, None, True)
    >>> truth(when, {"fell": "yes", "alone": None})
    False
    """
    result: bool | None = True
    for question, options in condition.one_of.items():
        if question not in answers:
            result = None
        elif answers[question] not in options:
            return False
    parts = [some(truth(part, answers) for part in condition.any)] if condition.any else []
    for value in (*parts, *(truth(part, answers) for part in condition.all or ())):
        if value is False:
            return False
        result = result and value
    return result


def some(truths: Iterable[bool | None]) -> bool | None:
    """Return whether at least one is True: None if that depends on an open one."""
    result: bool | None = False
    for value in truths:
        if value:
            return True
        if value is None:
            result = None
    return result
