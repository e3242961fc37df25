"""
The assessment as the clinician reads it: one object, read by every renderer and by the screen.

While a stop holds there is no summary, only the stop's notice: no renderer can show a point it is not given.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from considerations.engine import Assessment, assess, is_asked
from considerations.explain import open_questions, readings, rule, waits_for, why
from considerations.pack import About, Contact, Pack, Point, Question, Stop

NOT_ANSWERED = "Not answered"
NOT_ASKED = "Not asked"
NOT_ASKED_YET = "Not asked yet"

VALENCES: Mapping[str, str] = {"benefit": "Speaks of a benefit", "limit": "Speaks of a limit", "neither": "Neutral"}

NOT_ADVICE = "Points of one article, highlighted by fixed rules. Not a recommendation, and no substitute for judgement."


@dataclass(frozen=True)
class Notice:
    """What a stop shows: what to do first, whom to call, and nothing else."""

    headline: str
    first: tuple[str, ...]
    contacts: tuple[Contact, ...]
    contacts_checked: str
    after: str


@dataclass(frozen=True)
class Consideration:
    """
    A point beside what the answers make of it.

    `state` is True (highlighted), None (waiting, for the questions of `waits`) or False (background).
    """

    point: Point
    state: bool | None
    why: tuple[str, ...]
    waits: tuple[str, ...]
    readings: tuple[str, ...]
    rule: tuple[str, ...]


@dataclass(frozen=True)
class Answered:
    """
    A question and what became of it, in words.

    `option` is the id of the answer, None where there is none; `asked` is None while an earlier answer decides it.
    """

    question: Question
    asked: bool | None
    option: str | None
    answer: str


@dataclass(frozen=True)
class Summary:
    """
    What the clinician takes away. Considerations stand by theme, in the article's order within it.

    `safety_open` holds the questions on which a stop still hangs.
    """

    about: About
    digest: str
    situation: str
    safety_open: tuple[Question, ...]
    considerations: tuple[Consideration, ...]
    answers: tuple[Answered, ...]

    def within(self, state: bool | None) -> tuple[Consideration, ...]:
        """Give the considerations in one state, in order."""
        return tuple(item for item in self.considerations if item.state is state)

    @property
    def identity(self) -> str:
        """Pack, version and status in a line."""
        return f"{self.about.pack} {self.about.version} ({self.about.status})"


def summarise(pack: Pack, given: Mapping[str, str]) -> Summary | Notice:
    """Make the summary of the given answers, or the notice of the stop that holds."""
    assessment = assess(pack, given)
    if assessment.stop:
        return notice(pack, assessment.stop)
    return Summary(
        about=pack.about,
        digest=pack.digest,
        situation=_situation(assessment),
        safety_open=_safety_open(assessment),
        considerations=tuple(_considerations(assessment)),
        answers=tuple(_answers(assessment)),
    )


def notice(pack: Pack, stop: Stop) -> Notice:
    """Make the notice of a stop."""
    checked = f"Checked {pack.stops.checked}. {pack.stops.checked_how}"
    return Notice(stop.headline, stop.first, pack.stops.contacts, checked, stop.after)


def _considerations(assessment: Assessment) -> Iterator[Consideration]:
    pack = assessment.pack
    for theme in pack.about.themes:
        for point in pack.points:
            if point.theme == theme:
                state = assessment.verdicts[point.point]
                waits = () if state is not None else waits_for(point, assessment.answers)
                read = readings(point, assessment.answers) if state else ()
                yield Consideration(point, state, why(point, assessment), waits, read, rule(point, pack))


def _answers(assessment: Assessment) -> Iterator[Answered]:
    for question in assessment.pack.questions:
        asked = is_asked(question, assessment.answers)
        option = assessment.answers.get(question.question)
        missing = {True: NOT_ANSWERED, False: NOT_ASKED, None: NOT_ASKED_YET}[asked]
        yield Answered(question, asked, option, question.label(option) if option else missing)


def _safety_open(assessment: Assessment) -> tuple[Question, ...]:
    stops = assessment.pack.stops.stops
    waits = dict.fromkeys(asked for stop in stops for asked in open_questions(stop.when, assessment.answers))
    return tuple(assessment.pack.question(asked) for asked in waits)


def _situation(assessment: Assessment) -> str:
    """Put the answers that have a phrase in a line, in asking order."""
    phrases = [
        option.phrase
        for question in assessment.pack.questions
        for option in question.options
        if option.phrase and assessment.answers.get(question.question) == option.option
    ]
    line = "; ".join(phrases) or "nothing answered yet"
    return f"{line[:1].upper()}{line[1:]}."
