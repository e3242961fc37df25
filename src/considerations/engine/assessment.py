"""What one set of answers makes of a pack; truth is True, False, or None while an answer is missing, which is never a no."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from considerations.pack import Pack, Point, Question, Stop
from considerations.pack.companions import Gap
from considerations.pack.conditions import Condition

# What is known of the questions: an option, None for *not asked*; a question that is not in it is open.
Answers = Mapping[str, str | None]


@dataclass(frozen=True)
class Assessment:
    """
    What the answers make of a pack, point by point, gap by gap and notice by notice.

    A gap is in front (True), waiting (None) or further back (False), a notice shown, not settled or not shown. While a
    stop holds there are no verdicts.
    """

    pack: Pack
    answers: Answers
    stop: Stop | None
    verdicts: Mapping[str, bool | None]
    gaps: Mapping[str, bool | None]
    notices: Mapping[str, bool | None]

    def points(self, verdict: bool | None) -> tuple[Point, ...]:
        """Give the points that are highlighted (True), waiting (None) or background (False), in the pack's order."""
        return () if self.stop else tuple([p for p in self.pack.points if self.verdicts[p.point] is verdict])


def assess(pack: Pack, given: Mapping[str, str]) -> Assessment:
    """Say what the given answers make of a pack; those to questions not asked, or with unknown options, are not used."""
    answers = settle(pack, given)
    stop = next((stop for stop in pack.stops.stops if holds(stop, answers)), None)
    if stop:
        return Assessment(pack, answers, stop, {}, {}, {})
    verdicts = {point.point: some(truth(way.when, answers) for way in point.highlight) for point in pack.points}
    by_theme: dict[str, list[bool | None]] = {}
    for point in pack.points:
        by_theme.setdefault(point.theme, []).append(verdicts[point.point])
    themes = {theme: some(each) for theme, each in by_theme.items()}
    gaps = {each.gap: _is_relevant(each, answers, verdicts, themes) for each in pack.gaps.gaps}
    notices = {notice.notice: truth(notice.when, answers) for notice in pack.notices}
    return Assessment(pack, answers, None, verdicts, gaps, notices)


def settle(pack: Pack, given: Mapping[str, str]) -> dict[str, str | None]:
    """Keep of the given answers what is asked: an option, or None for *not asked*; open questions are left out."""
    answers: dict[str, str | None] = {}
    for question in pack.questions:
        asked = is_asked(question, answers)
        if asked is False:
            answers[question.question] = None
        elif asked and question.question in given:
            option = given[question.question]
            if option in [each.option for each in question.options]:
                answers[question.question] = option
    return answers


def answer(pack: Pack, given: Mapping[str, str], asked: str, option: str) -> dict[str, str]:
    """
    Give the answers after one more, or another.

    An answer that lifts a stop is forgotten when the one it was asked after changes: a safety plan agreed while there were
    thoughts only says nothing of a plan or intent.
    """
    after = voided_by(pack).get(asked, ())
    return {other: had for other, had in given.items() if other not in after} | {asked: option}


def voided_by(pack: Pack) -> dict[str, list[str]]:
    """Give, by question, those whose answers are forgotten when its own changes."""
    found: dict[str, list[str]] = {}
    lifting = {name for stop in pack.stops.stops if stop.until for name in stop.until.questions()}
    for question in pack.questions:
        if question.question in lifting and question.ask_when:
            for asked in set(question.ask_when.questions()):
                found.setdefault(asked, []).append(question.question)
    return found


def is_asked(question: Question, answers: Answers) -> bool | None:
    """Say whether a question is asked, after these answers to the questions before it."""
    return question.ask_when is None or truth(question.ask_when, answers)


def holds(stop: Stop, answers: Answers) -> bool:
    """Say whether a stop holds: an open answer neither brings it about nor lifts it."""
    return truth(stop.when, answers) is True and (stop.until is None or truth(stop.until, answers) is not True)


def points_behind_gap(gap: Gap, pack: Pack) -> tuple[str, ...]:
    """Give the points that bring a gap to the front whenever one of them is highlighted."""
    return tuple(p.point for p in pack.points if p.theme in gap.with_themes or p.point in gap.with_points)


def _is_relevant(
    gap: Gap, answers: Answers, verdicts: Mapping[str, bool | None], themes: Mapping[str, bool | None]
) -> bool | None:
    by_theme = [themes.get(theme, False) for theme in gap.with_themes]
    by_point = [verdicts.get(point, False) for point in gap.with_points]
    return some([*by_theme, *by_point, *(truth(way.when, answers) for way in gap.relevant)])


def truth(condition: Condition, answers: Answers) -> bool | None:
    """
    Say whether a condition holds.

    Answering more settles a None; it never takes back a True or a False. A question not asked has none of the options.

    >>> when = Condition.model_validate({"fell": "yes", "alone": ["yes", "often"]})
    >>> truth(when, {"fell": "no"}), truth(when, {"fell": "yes"}), truth(when, {"fell": "yes", "alone": "often"})
    (False, None, True)
    >>> truth(when, {"fell": "yes", "alone": None})
    False
    """
    found: bool | None = True
    for asked, options in condition.one_of.items():
        if asked not in answers:
            found = None
        elif answers[asked] not in options:
            return False
    parts = [some(truth(part, answers) for part in condition.any)] if condition.any else []
    for each in (*parts, *(truth(part, answers) for part in condition.all or ())):
        if each is False:
            return False
        found = found and each
    return found


def some(truths: Iterable[bool | None]) -> bool | None:
    """Say whether at least one holds: None while that hangs on an open one."""
    found: bool | None = False
    for each in truths:
        if each:
            return True
        if each is None:
            found = None
    return found
