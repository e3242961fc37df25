"""Turn the assessment into what the clinician reads; under a stop only its notice, so that no renderer can show a point."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType

from considerations.engine import Answers, Assessment, assess, is_asked
from considerations.engine.items import open_questions
from considerations.explain.explanations import Consideration, ExplainedGap
from considerations.explain.page_one import to_discuss
from considerations.explain.reasons import Reasons
from considerations.pack import About, Contact, Pack, Point, Question, Stop, dates
from considerations.pack.companions import Notice, Row
from considerations.pack.evidence import Reference
from considerations.pack.standing import identity, standing
from considerations.pack.terms import DISCUSS, MARKS, NOT_ANSWERED, NOT_ASKED, NOT_ASKED_YET
from considerations.pack.words import explanations as wording


@dataclass(frozen=True)
class StopNotice:
    """What a stop shows and nothing else; `asks` holds the questions that it depends on, to be answered differently."""

    headline: str
    first: tuple[str, ...]
    contacts: tuple[Contact, ...]
    contacts_checked: str
    after: str
    asks: tuple[Question, ...]
    version: str


@dataclass(frozen=True)
class Answered:
    """A question and its answer in words; `asked` is None while an earlier question decides it and has no answer."""

    question: Question
    asked: bool | None
    option: str | None
    answer: str


@dataclass(frozen=True)
class Summary:
    """What the clinician takes away; `example` names the worked example that was opened, `marks` has those by point."""

    assessment: Assessment
    example: str | None = None
    marks: Mapping[str, str] = field(default_factory=dict)
    _by_state: dict[bool | None, tuple[Consideration, ...]] = field(
        default_factory=dict, init=False, compare=False, repr=False
    )

    @property
    def pack(self) -> Pack:
        """The pack in use."""
        return self.assessment.pack

    @property
    def reasons(self) -> Reasons:
        """The reasons of the pack in use."""
        return self.pack.once(Reasons)

    @property
    def about(self) -> About:
        """The pack's own description."""
        return self.pack.about

    @cached_property
    def considerations(self) -> tuple[Consideration, ...]:
        """The points by theme, in the article's order within it."""
        made = {item.point.point: item for state in (True, None, False) for item in self.in_state(state)}
        return tuple(map(made.__getitem__, self.pack.once(_by_theme)))

    @cached_property
    def gaps(self) -> tuple[ExplainedGap, ...]:
        """The gaps by group."""
        found = self.pack.gaps
        by_group = [each for group in found.groups for each in found.gaps if each.group == group]
        return tuple(ExplainedGap(gap, self.assessment, self.reasons) for gap in by_group)

    @property
    def notices(self) -> tuple[Notice, ...]:
        """The notices that show, in the pack's order."""
        return tuple(notice for notice in self.pack.notices if self.assessment.notices[notice.notice])

    def in_state(self, state: bool | None) -> tuple[Consideration, ...]:
        """Return the considerations in one state, in order; made when first asked for."""
        if state not in self._by_state:
            states, shared = self.assessment.verdicts, (self.assessment, self.reasons)
            points = [p for name, p in self.pack.once(_by_theme).items() if states[name] is state]
            self._by_state[state] = tuple([Consideration(point, *shared) for point in points])
        return self._by_state[state]

    @cached_property
    def to_discuss(self) -> tuple[Consideration, ...]:
        """The highlighted points that page one discusses."""
        highlighted = self.in_state(True)
        points = to_discuss(self.pack, (item.point for item in highlighted), self.marks)
        return tuple(item for item in highlighted if item.point in points)

    @property
    def set_aside(self) -> tuple[Consideration, ...]:
        """The highlighted points that a mark moves to a line below the others."""
        return tuple(item for item in self.in_state(True) if item not in self.to_discuss)

    def mark(self, item: Consideration) -> str:
        """Return a point's mark in words; empty without one, or where it is marked to be discussed."""
        mark = self.marks.get(item.point.point, DISCUSS)
        return "" if mark == DISCUSS else MARKS[mark]

    def relevant_gaps(self) -> tuple[ExplainedGap, ...]:
        """Return the gaps that are relevant here, by group; those that an answer makes relevant come first."""
        return tuple(sorted([gap for gap in self.gaps if gap.state], key=lambda gap: not gap.tied))

    def other_gaps(self) -> tuple[ExplainedGap, ...]:
        """Return the gaps that are not, or not yet, relevant here."""
        return tuple(gap for gap in self.gaps if not gap.state)

    @property
    def in_short(self) -> tuple[str, ...]:
        """The sentences of the relevant gaps that follow the highlighted points directly."""
        return tuple(item.gap.in_short for item in self.relevant_gaps() if item.gap.in_short)

    def row_applies(self, row: Row) -> bool:
        """Say whether a row of the comparison shares a sentence with a highlighted point, or a gap with the relevant ones."""
        cited = {address for item in self.in_state(True) for address in item.point.cites}
        relevant = {item.gap.gap for item in self.relevant_gaps()}
        return any(cited & set(cell.cites) or relevant & set(cell.gaps) for cell in row.cells.values())

    @cached_property
    def references(self) -> tuple[Reference, ...]:
        """The references behind the highlighted points and the relevant gaps, in the pack's order."""
        used = {ref for item in self.in_state(True) for each in item.evidence for ref in each.refs}
        used |= {ref for item in self.relevant_gaps() for ref in item.gap.refs}
        return tuple(each for each in self.pack.evidence.references if each.reference in used)

    @cached_property
    def answers(self) -> tuple[Answered, ...]:
        """Every question and its answer, in asking order."""
        return tuple(_answered(question, self.assessment.answers) for question in self.pack.questions)

    @cached_property
    def safety_open(self) -> tuple[Question, ...]:
        """The open questions that a stop depends on, and those that lift a stop and are asked because of an answer."""
        stops, answers = self.pack.stops.stops, self.assessment.answers
        needed = {asked for stop in stops for asked in open_questions(stop.when, answers)}
        lifting = {asked for stop in stops if stop.until for asked in stop.until.questions()}
        needed |= {line.question.question for line in self.answers if line.question.ask_when and line.asked} & lifting
        return tuple(question for question in self.pack.questions if question.question in needed - set(answers))

    @property
    def situation(self) -> str:
        """The answers that have a phrase in a line, in asking order; if none has, all answers."""
        answers = self.assessment.answers
        chosen = [(q, o) for q in self.pack.questions for o in q.options if answers.get(q.question) == o.option]
        phrases = [o.phrase for _, o in chosen if o.phrase] or [f"{q.short}: {o.label}" for q, o in chosen]
        line = "; ".join(phrases) or wording.NOTHING_ANSWERED
        return f"{line[:1].upper()}{line[1:]}."

    @property
    def identity(self) -> str:
        """Pack, version, status and who reviewed it in a line."""
        return identity(self.pack)

    @property
    def out_of_date(self) -> str:
        """What of the pack is past its day, in a sentence; empty where nothing is."""
        return dates.out_of_date(self.pack)


def _by_theme(pack: Pack) -> dict[str, Point]:
    return {point.point: point for theme in pack.about.themes for point in pack.points if point.theme == theme}


def summarise(
    pack: Pack, answers: Mapping[str, str], example: str | None = None, marks: Mapping[str, str] = MappingProxyType({})
) -> Summary | StopNotice:
    """
    Summarise these answers, or return the notice of the stop that holds.

    A mark on a point that is not highlighted has no effect.
    """
    assessment = assess(pack, answers)
    if assessment.stop:
        return _notice(assessment, assessment.stop)
    applying = {point: mark for point, mark in marks.items() if assessment.verdicts.get(point)}
    return Summary(assessment, example, applying)


def _notice(assessment: Assessment, stop: Stop) -> StopNotice:
    pack, named = assessment.pack, stop.questions()
    return StopNotice(
        headline=stop.headline,
        first=stop.first,
        contacts=pack.stops.contacts,
        contacts_checked=" ".join(filter(None, [pack.stops.contacts_checked, dates.out_of_date(pack, "crisis-lines")])),
        after=stop.after,
        asks=tuple(q for q in pack.questions if q.question in named and is_asked(q, assessment.answers)),
        version=wording.VERSION.format(version=pack.about.version, status=standing(pack, named=False)),
    )


def _answered(question: Question, answers: Answers) -> Answered:
    asked, option = is_asked(question, answers), answers.get(question.question)
    missing = {True: NOT_ANSWERED, False: NOT_ASKED, None: NOT_ASKED_YET}[asked]
    return Answered(question, asked, option, question.label(option) if option else missing)
