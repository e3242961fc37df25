"""
The assessment as the clinician reads it: one object, read by every renderer and by the screen.

While a stop holds there is no summary, only the stop's notice: no renderer can show a point it is not given.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from considerations.annex import Reference, Row, Silence, Weighed
from considerations.engine import Assessment, assess, is_asked
from considerations.explain import open_questions, readings, rule, waits_for, why, why_in_front
from considerations.pack import About, Contact, Pack, Point, Question, Stop
from considerations.terms import NOT_ANSWERED, NOT_ASKED, NOT_ASKED_YET, STATUS


@dataclass(frozen=True)
class Notice:
    """
    What a stop shows: what to do first, whom to call, and nothing else.

    `asks` holds the questions on which it hangs; answering them otherwise lifts it.
    """

    headline: str
    first: tuple[str, ...]
    contacts: tuple[Contact, ...]
    contacts_checked: str
    after: str
    asks: tuple[Question, ...]
    version: str


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
    evidence: tuple[Weighed, ...]


@dataclass(frozen=True)
class Silent:
    """A silence beside what the answers make of it: in front (True), waiting (None) or further back (False)."""

    silence: Silence
    state: bool | None
    why: tuple[str, ...]


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

    `safety_open` holds the questions on which a stop still hangs; `example` names the worked example that was opened.
    """

    pack: Pack
    situation: str
    example: str | None
    safety_open: tuple[Question, ...]
    considerations: tuple[Consideration, ...]
    silences: tuple[Silent, ...]
    answers: tuple[Answered, ...]

    @property
    def about(self) -> About:
        """The pack's own description."""
        return self.pack.about

    def within(self, state: bool | None) -> tuple[Consideration, ...]:
        """Give the considerations in one state, in order."""
        return tuple(item for item in self.considerations if item.state is state)

    def silent(self, front: bool = True) -> tuple[Silent, ...]:
        """Give the silences in front, or the others, by group."""
        return tuple(item for item in self.silences if (item.state is True) == front)

    def bears(self, row: Row) -> bool:
        """Say whether a row of the comparison shares a sentence with a highlighted point, or a silence with those in front."""
        cited = {address for item in self.within(True) for address in item.point.cites}
        front = {item.silence.silence for item in self.silent()}
        return any(cited & set(cell.cites) or front & set(cell.silences) for cell in row.cells.values())

    @cached_property
    def references(self) -> tuple[Reference, ...]:
        """The references behind the highlighted points and the silences in front, in the pack's order."""
        used = {ref for item in self.within(True) for each in item.evidence for ref in each.refs}
        used |= {ref for item in self.silent() for ref in item.silence.refs}
        return tuple(each for each in self.pack.evidence.references if each.reference in used)

    @property
    def identity(self) -> str:
        """Pack, version and status in a line."""
        return f"{self.about.pack} {self.about.version}, {STATUS[self.about.status]}"


def summarise(pack: Pack, given: Mapping[str, str], example: str | None = None) -> Summary | Notice:
    """Make the summary of the given answers, or the notice of the stop that holds."""
    assessment = assess(pack, given)
    if assessment.stop:
        return _notice(assessment, assessment.stop)
    return Summary(
        pack=pack,
        situation=_situation(assessment),
        example=example,
        safety_open=_safety_open(assessment),
        considerations=tuple(_considerations(assessment)),
        silences=tuple(_silences(assessment)),
        answers=tuple(_answers(assessment)),
    )


def _notice(assessment: Assessment, stop: Stop) -> Notice:
    pack = assessment.pack
    named = {*stop.when.questions(), *(stop.until.questions() if stop.until else ())}
    return Notice(
        headline=stop.headline,
        first=stop.first,
        contacts=pack.stops.contacts,
        contacts_checked=f"Checked {pack.stops.checked}. {pack.stops.checked_how}",
        after=stop.after,
        asks=tuple(q for q in pack.questions if q.question in named and is_asked(q, assessment.answers)),
        version=f"Version {pack.about.version}, {STATUS[pack.about.status]}.",
    )


def _considerations(assessment: Assessment) -> Iterator[Consideration]:
    pack = assessment.pack
    for theme in pack.about.themes:
        for point in pack.points:
            if point.theme == theme:
                state = assessment.verdicts[point.point]
                waits = () if state is not None else waits_for(point, assessment.answers)
                read = readings(point, assessment.answers) if state else ()
                evidence = pack.evidence.beside(point.point)
                yield Consideration(point, state, why(point, assessment), waits, read, rule(point, pack), evidence)


def _silences(assessment: Assessment) -> Iterator[Silent]:
    found = assessment.pack.silences
    for group in found.groups:
        for silence in found.silences:
            if silence.group == group:
                yield Silent(silence, assessment.silences[silence.silence], why_in_front(silence, assessment))


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
