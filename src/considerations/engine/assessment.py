"""Assess one set of answers: True, False, or None while an answer is missing; a missing answer never counts as "no"."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from considerations.pack import Pack, Point, Question, Stop
from considerations.pack.companions import Gap
from considerations.pack.conditions import Condition

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
    verdicts: Mapping[str, bool | None]
    gaps: Mapping[str, bool | None]
    notices: Mapping[str, bool | None]

    def points(self, verdict: bool | None) -> tuple[Point, ...]:
        """Return the points that are highlighted (True), need an answer (None) or are not highlighted (False), in the pack's order."""
        return () if self.stop else tuple([p for p in self.pack.points if self.verdicts[p.point] is verdict])


def assess(pack: Pack, raw_answers: Mapping[str, str]) -> Assessment:
    """Assess answers; ignore those to questions not asked, or with unknown options."""
    answers = settle(pack, raw_answers)
    stop = next((stop for stop in pack.stops.stops if holds(stop, answers)), None)
    if stop:
        return Assessment(pack, answers, stop, {}, {}, {})
    verdicts = {point.point: some(truth(way.when, answers) for way in point.highlight) for point in pack.points}
    by_theme: dict[str, list[bool | None]] = {}
    for point in pack.points:
        by_theme.setdefault(point.theme, []).append(verdicts[point.point])
    themes = {theme: some(truths) for theme, truths in by_theme.items()}
    gaps = {gap.gap: _is_relevant(gap, answers, verdicts, themes) for gap in pack.gaps.gaps}
    notices = {notice.notice: truth(notice.when, answers) for notice in pack.notices}
    return Assessment(pack, answers, None, verdicts, gaps, notices)


def settle(pack: Pack, raw_answers: Mapping[str, str]) -> dict[str, str | None]:
    """Return the valid answers to questions that are asked, and None for each question not asked; leave out open ones."""
    answers: dict[str, str | None] = {}
    for question in pack.questions:
        asked = is_asked(question, answers)
        if asked is False:
            answers[question.question] = None
        elif asked and question.question in raw_answers:
            answer = raw_answers[question.question]
            if answer in [option.option for option in question.options]:
                answers[question.question] = answer
    return answers


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


def holds(stop: Stop, answers: Answers) -> bool:
    """Return whether a stop holds: an open answer neither causes nor lifts it."""
    return truth(stop.when, answers) is True and (stop.until is None or truth(stop.until, answers) is not True)


def _is_relevant(
    gap: Gap, answers: Answers, verdicts: Mapping[str, bool | None], themes: Mapping[str, bool | None]
) -> bool | None:
    by_theme = [themes.get(theme, False) for theme in gap.with_themes]
    by_point = [verdicts.get(point, False) for point in gap.with_points]
    return some([*by_theme, *by_point, *(truth(way.when, answers) for way in gap.relevant)])


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
