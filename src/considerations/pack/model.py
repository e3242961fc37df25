"""What a pack is, as frozen models: one article and all that is made from it."""

from collections.abc import Mapping
from functools import cached_property
from typing import Annotated, Any, Literal, Self

from pydantic import AfterValidator, BeforeValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from considerations.pack.companions import Comparison, Evidence, Gaps, Guarantee, Hazard, Notice, NotUsed
from considerations.pack.conditions import (
    SOME,
    Address,
    Condition,
    Day,
    Highlight,
    Id,
    Line,
    Part,
    Sha256,
    Text,
    Version,
    WebAddress,
)


def _told_apart(options: tuple[Any, ...]) -> tuple[Any, ...]:
    """Refuse two options that read the same."""
    texts = [option.text for option in options]
    for text in texts:
        if texts.count(text) > 1:
            raise PydanticCustomError("pack", "two options read '{text}'; tell them apart", {"text": text})
    return options


def _by_id(value: Any) -> Any:
    """Read `{id: {…}, id: {…}}` as a list of options that carry their id."""
    if not isinstance(value, dict):
        raise PydanticCustomError("pack", "options are a mapping of 'id: {label: …}'", {})
    return [{"option": name, **body} if isinstance(body, dict) else body for name, body in value.items()]


class Option(Part):
    """One allowed answer; `means` completes the label, `phrase` is its part of the situation in a line."""

    option: Id
    label: Line
    means: Line | None = None
    phrase: Line | None = None

    @property
    def text(self) -> str:
        """The option as it stands beside its radio button."""
        return f"{self.label}: {self.means}" if self.means else self.label


class Question(Part):
    """What is asked, always or only where `ask_when` holds; the options of `neutral` are meant to bring nothing."""

    question: Id
    short: Line
    asks: Line
    why: Text
    how_to_answer: Text
    ask_when: Condition | None = None
    neutral: tuple[Id, ...] = ()
    options: Annotated[
        tuple[Option, ...], Field(min_length=2, max_length=100), BeforeValidator(_by_id), AfterValidator(_told_apart)
    ]

    def label(self, option: str) -> str:
        """Give the label of one of the options."""
        return next(o.label for o in self.options if o.option == option)


class Step(Part):
    """Questions asked on one page."""

    step: Id
    title: Line
    note: Text | None = None
    questions: Annotated[tuple[Question, ...], Field(min_length=1)]


class Point(Part):
    """Something the article says, in our own words."""

    point: Id
    cites: Annotated[tuple[Address, ...], Field(min_length=1)]
    theme: Id
    valence: Literal["benefit", "limit", "neither"]
    headline: Line
    says: Text
    ask: Text
    highlight: Annotated[tuple[Highlight, ...], SOME]


class Contact(Part):
    """A line to call in a crisis."""

    place: Line
    line: Line
    url: WebAddress | None = None


class Stop(Part):
    """Answers at which there is no time to review. Holds when `when` is true, until `until` is true."""

    stop: Id
    when: Condition
    until: Condition | None = None
    headline: Line
    first: Annotated[tuple[Text, ...], Field(min_length=1)]
    after: Text

    def questions(self) -> set[str]:
        """Return the questions, by id, that bring this stop about or lift it."""
        return {*self.when.questions(), *(self.until.questions() if self.until else ())}


class Stops(Part):
    """The stops of a pack and the contacts that each of them shows."""

    checked: Day
    checked_how: Text
    contacts: Annotated[tuple[Contact, ...], Field(min_length=1)]
    stops: Annotated[tuple[Stop, ...], Field(min_length=1)]


class Source(Part):
    """What is known of the article, each value as shown; `sha256` is of the whole file."""

    title: Line
    kind: Line
    author: Line
    publisher: Line
    date: Line
    references: Text
    review: Text
    sha256: Sha256


class Attribute(Part):
    """A source attribute that decision-support tools are asked to state, and its value."""

    attribute: Line
    value: Text


class Label(Part):
    """An element of labelling that reviewers look for, and where it is met."""

    element: Line
    name: Line
    value: Text


class About(Part):
    """The pack's own description."""

    pack: Id
    title: Line
    version: Version
    status: Literal["draft", "reviewed", "retired"]
    maintainers: Text
    intended_use: Text
    intended_user: Text
    not_for: Annotated[tuple[Text, ...], Field(min_length=1)]
    source: Source
    limits: Annotated[tuple[Text, ...], Field(min_length=1)]
    themes: Annotated[Mapping[Id, Line], Field(min_length=1)]
    source_attributes: tuple[Attribute, ...]
    labelling: tuple[Label, ...]
    guarantees: tuple[Guarantee, ...] = ()


class Release(Part):
    """What changed for the clinician with one version."""

    version: Line
    notes: Annotated[tuple[Text, ...], Field(min_length=1)]


class Vignette(Part):
    """A worked example: answers, everything that must be highlighted, waiting, in front or noticed, or the stop."""

    vignette: Line
    answers: Mapping[Id, Id]
    highlights: tuple[Id, ...] = ()
    needs_answer: tuple[Id, ...] = ()
    gaps: tuple[Id, ...] = ()
    notices: tuple[Id, ...] = ()
    stops: Id | None = None

    @model_validator(mode="after")
    def _a_stop_stands_alone(self) -> Self:
        if self.stops and (self.highlights or self.needs_answer or self.gaps or self.notices):
            raise PydanticCustomError("pack", "while a stop holds nothing is highlighted, waiting or in front", {})
        return self


class Pack(Part):
    """A pack, checked as a whole; `index` has a digest for each sentence, `digest` is the sha256 of the files."""

    about: About
    steps: tuple[Step, ...]
    points: tuple[Point, ...]
    stops: Stops
    vignettes: tuple[Vignette, ...]
    not_used: tuple[NotUsed, ...]
    evidence: Evidence
    gaps: Gaps
    notices: tuple[Notice, ...]
    comparison: Comparison
    hazards: tuple[Hazard, ...]
    index: Mapping[Address, Sha256]
    changes: tuple[Release, ...]
    digest: Sha256

    @cached_property
    def questions(self) -> tuple[Question, ...]:
        """Every question, in asking order."""
        return tuple([question for step in self.steps for question in step.questions])

    @cached_property
    def _questions(self) -> Mapping[str, Question]:
        return {question.question: question for question in self.questions}

    def question(self, name: str) -> Question:
        """Give a question by its id."""
        return self._questions[name]
