"""A pack as frozen models: one article and everything made from it."""

from collections.abc import Callable, Mapping
from functools import cached_property
from typing import Annotated, Any, Literal, Self, TypeVar, cast

from pydantic import AfterValidator, BeforeValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from considerations.pack.accountability import Accountability, Attribute, Due, Label
from considerations.pack.companions import Comparison, Gaps, Hazard, Notice, NotUsed, Release
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
    Short,
    Text,
    Version,
)
from considerations.pack.evidence import Evidence
from considerations.pack.guarantees import Guarantee
from considerations.pack.reviews import UNSIGNED, SignOff, signed_digest, signed_parts
from considerations.pack.stops import Stops
from considerations.pack.words import draft

Made = TypeVar("Made")


def _distinct(options: tuple[Any, ...]) -> tuple[Any, ...]:
    """Refuse two options with the same text."""
    texts = [option.text for option in options]
    for text in texts:
        if texts.count(text) > 1:
            raise PydanticCustomError("pack", "two options read '{text}'; give them different labels", {"text": text})
    return options


def _by_id(value: Any) -> Any:
    """Turn `{id: {…}, id: {…}}` into a list of options, each with its id."""
    if not isinstance(value, dict):
        raise PydanticCustomError("pack", "write each option as 'id: {label: …}'", {})
    return [{"option": name, **body} if isinstance(body, dict) else body for name, body in value.items()]


class Option(Part):
    """One allowed answer; `means` completes the label, `phrase` is its part of the one-line situation."""

    option: Id
    label: Line
    means: Line | None = None
    phrase: Line | None = None

    @property
    def text(self) -> str:
        """The text beside the option's radio button."""
        return f"{self.label}: {self.means}" if self.means else self.label


class Question(Part):
    """A question, asked always or only where `ask_when` holds; the options in `neutral` affect nothing by design."""

    question: Id
    short: Line
    asks: Line
    why: Text
    how_to_answer: Text
    ask_when: Condition | None = None
    neutral: tuple[Id, ...] = ()
    options: Annotated[
        tuple[Option, ...], Field(min_length=2, max_length=100), BeforeValidator(_by_id), AfterValidator(_distinct)
    ]

    def label(self, option: str) -> str:
        """Return the label of one of the options."""
        return self._labels[option]

    @cached_property
    def _labels(self) -> Mapping[str, str]:
        return {option.option: option.label for option in self.options}


class Step(Part):
    """The questions on one page."""

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
    short: Short | None = None
    says: Text
    ask: Text
    highlight: Annotated[tuple[Highlight, ...], SOME]


class Source(Part):
    """What is known about the article, each value as shown; `sha256` is of the whole file. Only drafts use the defaults."""

    title: Line
    kind: Line = draft.NOT_RECORDED
    author: Line = draft.NOT_RECORDED
    publisher: Line = draft.NOT_RECORDED
    date: Line = draft.NOT_RECORDED
    references: Text = draft.NOT_RECORDED
    review: Text = draft.NOT_RECORDED
    sha256: Sha256


class About(Part):
    """
    The pack's own description; only drafts use the defaults, except for `guarantees`, `review_by` and `accountability`.

    `dated` is the day of this version, `review_by` the last day of its parts.
    """

    pack: Id
    title: Line
    version: Version = draft.VERSION
    status: Literal["draft", "reviewed", "retired"] = "draft"
    dated: Day | None = None
    review_by: Mapping[Due, Day] = {}
    maintainers: Text = draft.NOT_RECORDED
    intended_use: Text
    intended_user: Text = draft.USER
    not_for: Annotated[tuple[Text, ...], Field(min_length=1)] = (draft.NOT_FOR,)
    source: Source
    limits: Annotated[tuple[Text, ...], Field(min_length=1)] = (draft.LIMIT,)
    themes: Annotated[Mapping[Id, Line], Field(min_length=1)] = draft.THEMES
    source_attributes: tuple[Attribute, ...] = ()
    labelling: tuple[Label, ...] = ()
    guarantees: tuple[Guarantee, ...] = ()
    accountability: Accountability = Accountability()


class Vignette(Part):
    """A worked example: answers, and every point, gap and notice that they must show, or the stop."""

    vignette: Line
    answers: Mapping[Id, Id]
    highlights: tuple[Id, ...] = ()
    needs_answer: tuple[Id, ...] = ()
    gaps: tuple[Id, ...] = ()
    notices: tuple[Id, ...] = ()
    stops: Id | None = None

    @model_validator(mode="after")
    def _nothing_beside_a_stop(self) -> Self:
        if self.stops and (self.highlights or self.needs_answer or self.gaps or self.notices):
            raise PydanticCustomError("pack", "a stop hides everything else; remove 'stops', or all other results", {})
        return self


class Pack(Part):
    """A whole, checked pack; `index` has a digest of each sentence, `digest` is the sha256 of the files. Only drafts lack parts."""

    about: About
    steps: tuple[Step, ...]
    points: tuple[Point, ...]
    stops: Stops
    vignettes: tuple[Vignette, ...] = ()
    not_used: tuple[NotUsed, ...] = ()
    evidence: Evidence = Evidence(references=(), weighed=())
    gaps: Gaps = Gaps.model_construct(groups={}, gaps=())
    notices: tuple[Notice, ...] = ()
    comparison: Comparison = Comparison.model_construct(columns={}, rows=())
    hazards: tuple[Hazard, ...] = ()
    index: Mapping[Address, Sha256]
    changes: tuple[Release, ...] = ()
    reviews: tuple[SignOff, ...] = ()
    digest: Sha256

    def __hash__(self) -> int:
        """Return a hash for caches; packs that are equal have the same digest."""
        return hash(self.digest)

    @cached_property
    def questions(self) -> tuple[Question, ...]:
        """Every question, in the order asked."""
        return tuple([question for step in self.steps for question in step.questions])

    @cached_property
    def _by_id(self) -> Mapping[str, Question]:
        return {question.question: question for question in self.questions}

    @property
    def missing(self) -> tuple[str, ...]:
        """Say of each part that a draft leaves out that it does so."""
        return tuple(text for part, text in draft.MISSING.items() if part not in self.model_fields_set)

    @property
    def limits(self) -> tuple[str, ...]:
        """The limits of the pack, with what it leaves out."""
        return (*self.about.limits, *self.missing)

    def question(self, name: str) -> Question:
        """Return a question by its id."""
        return self._by_id[name]

    @cached_property
    def parts(self) -> Mapping[str, str]:
        """The digest of each part that a sign-off covers."""
        return signed_parts(self.model_dump(mode="json", exclude_defaults=True, exclude=dict(UNSIGNED)))

    @cached_property
    def signed(self) -> tuple[SignOff, ...]:
        """The sign-offs of exactly this content, by date."""
        found = [review for review in self.reviews if review.digest == signed_digest(self.parts)]
        return tuple(sorted(found, key=lambda review: review.date))

    @cached_property
    def _made(self) -> dict[Any, Any]:
        return {}

    def once(self, make: Callable[[Self], Made]) -> Made:
        """Return what `make` makes of this pack, made at the first call; a changed copy has its own."""
        if make not in self._made:
            self._made[make] = make(self)
        return cast(Made, self._made[make])
