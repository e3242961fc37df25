"""What a pack adds to its points, as frozen models: evidence, gaps, table, unused sentences, hazards, changes."""

import re
from collections.abc import Mapping
from functools import cached_property
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from considerations.pack.conditions import (
    ALWAYS,
    Address,
    Condition,
    Day,
    Highlight,
    Id,
    Line,
    Note,
    Part,
    Short,
    Text,
    WebAddress,
)

SECONDARY = "original not checked"


class NotUsed(Part):
    """Sentences not used as a point, and why; `repeats` names the sentence whose point they would make, `stop` the stop that says it."""

    not_used: Annotated[tuple[Address, ...], Field(min_length=1)]
    because: Literal["heading", "lead-in", "framing", "outlook", "no-claim", "repeats", "stop"]
    repeats: Address | None = None
    stop: Id | None = None
    note: Text | None = None


class Reference(Part):
    """A publication, what it found, and how that was checked."""

    reference: Id
    citation: Text
    year: Line | None = None
    doi: Line | None = None
    pmid: Line | None = None
    url: WebAddress | None = None
    design: Line
    population: Text
    finding: Text
    checked: Literal["primary record", "secondary pages only"]

    @property
    def link(self) -> str | None:
        """The reference's web address, if the record has one."""
        if self.doi:
            return f"https://doi.org/{self.doi}"
        return f"https://pubmed.ncbi.nlm.nih.gov/{self.pmid}/" if self.pmid else self.url

    @cached_property
    def short(self) -> str:
        """The first author or organisation, and the year."""
        names = self.citation.split(". ")[0].rstrip(".")
        first, *others = names.split(", ")
        authors = others and re.search(r" [A-Z]{1,3}( Jr)?$", first)
        return f"{first}{' et al.' if authors else ''}{f' ({self.year})' if self.year else ''}"

    @property
    def place(self) -> str:
        """Where the reference can be found, as written on paper."""
        if self.doi:
            return f"doi:{self.doi}"
        return f"PubMed {self.pmid}" if self.pmid else self.url or "no link in our record"

    @property
    def caveat(self) -> str:
        """A note, in brackets, if only secondary pages were checked; otherwise empty."""
        return f" ({SECONDARY})" if self.checked == "secondary pages only" else ""


class Weighed(Part):
    """How published evidence compares with the sentences `at` that a point cites."""

    point: Id
    at: Annotated[tuple[Address, ...], Field(min_length=1)]
    evidence: Literal["supports", "qualifies", "no-study-can-settle-it", "not-looked-for"]
    note: Note
    refs: tuple[Id, ...]

    @model_validator(mode="after")
    def _names_what_it_rests_on(self) -> Self:
        if self.evidence in ("supports", "qualifies") and not self.refs:
            raise PydanticCustomError("pack", "name publications in 'refs', or write 'evidence: not-looked-for'", {})
        return self


class Evidence(Part):
    """The references of a pack, and how they compare with its points; `checked` and `labels_checked` say when that was last looked at."""

    checked: Day | None = None
    labels_checked: Day | None = None
    references: tuple[Reference, ...]
    weighed: tuple[Weighed, ...]

    @cached_property
    def named(self) -> Mapping[str, Reference]:
        """Every reference by its id."""
        return {reference.reference: reference for reference in self.references}

    def beside(self, point: str) -> tuple[Weighed, ...]:
        """Return the evidence on a point."""
        return self._by_point.get(point, ())

    @cached_property
    def _by_point(self) -> Mapping[str, tuple[Weighed, ...]]:
        by_point: dict[str, tuple[Weighed, ...]] = {}
        for weighed in self.weighed:
            by_point[weighed.point] = (*by_point.get(weighed.point, ()), weighed)
        return by_point


class Gap(Part):
    """A topic the article does not cover; it contains none of the words in `absent`. `in_short` is shown right after the points."""

    gap: Id
    group: Id
    topic: Line
    note: Note
    refs: tuple[Id, ...]
    in_short: Line | None = None
    short: Short | None = None
    absent: Annotated[tuple[Line, ...], Field(min_length=1)]
    with_themes: tuple[Id, ...] = ()
    with_points: tuple[Id, ...] = ()
    relevant: Annotated[tuple[Highlight, ...], Field(max_length=100)] = ()


class Gaps(Part):
    """The gaps of a pack, in groups small enough to scan."""

    groups: Annotated[Mapping[Id, Line], Field(min_length=1)]
    gaps: tuple[Gap, ...]


class Notice(Part):
    """A text shown above the points while `when` holds, on the pages in `where`, on page one and in the note."""

    notice: Id
    when: Condition
    where: tuple[Literal["check-answers", "considerations"], ...]
    text: Note
    short: Short | None = None

    @model_validator(mode="after")
    def _shows_above_the_points(self) -> Self:
        if "considerations" not in self.where:
            raise PydanticCustomError("pack", "a notice shows above the points; add 'considerations' to 'where'", {})
        if self.when == ALWAYS:
            raise PydanticCustomError("pack", "a notice cannot always show; name the answers that show it", {})
        return self


class Cell(Part):
    """What the article says in one cell of the table, or the gaps it leaves there."""

    says: Line
    cites: tuple[Address, ...] = ()
    gaps: tuple[Id, ...] = ()


class Row(Part):
    """One row of the table; the article says nothing on a column without a cell."""

    row: Id
    title: Line
    cells: Annotated[Mapping[Id, Cell], Field(min_length=1)]


class Comparison(Part):
    """The article's statements on each option, side by side; paper has room for six columns."""

    columns: Annotated[Mapping[Id, Line], Field(min_length=1, max_length=6)]
    rows: tuple[Row, ...]


class Selection(Part):
    """Points by id or by theme and valence, gaps and notices by id, and a condition on the answers."""

    points: tuple[Id, ...] = ()
    theme: Id | None = None
    valence: Literal["benefit", "limit", "neither"] | None = None
    gaps: tuple[Id, ...] = ()
    notices: tuple[Id, ...] = ()
    when: Condition | None = None


class Guarantee(Part):
    """
    A property of the pack, proved for every answer set without a stop, complete or not.

    Covers the answer sets in which all of `answered` are answered and at least one of `wherever` is true (by default, all
    answer sets). In each of them, the number of highlighted points is within the bounds, and at least one of `then_some`,
    all of `then_all` and none of `never` are true.
    """

    guarantee: Line
    rationale: Text | None = None
    answered: tuple[Id, ...] = ()
    wherever: Selection | None = None
    at_least: Annotated[int, Field(ge=1)] | None = None
    at_most: Annotated[int, Field(ge=0)] | None = None
    then_some: Selection | None = None
    then_all: Selection | None = None
    never: Selection | None = None

    @model_validator(mode="after")
    def _claims_something(self) -> Self:
        claims = (self.at_least, self.at_most, self.then_some, self.then_all, self.never)
        if all(claim is None for claim in claims):
            message = "this guarantees nothing; add 'at_least', 'at_most', 'then_some', 'then_all' or 'never'"
            raise PydanticCustomError("pack", message, {})
        if self.at_least is not None and self.at_most is not None and self.at_least > self.at_most:
            message = "no number is at least {least} and at most {most}; lower 'at_least' or raise 'at_most'"
            raise PydanticCustomError("pack", message, {"least": self.at_least, "most": self.at_most})
        return self


class Control(Part):
    """What prevents or limits a hazard's harm, and the test that shows it, if there is one."""

    control: Text
    test: Line | None = None


class Hazard(Part):
    """What could go wrong, what prevents or limits the harm, and the risk that remains."""

    hazard: Id
    title: Line
    cause: Text
    effect: Text
    controls: Annotated[tuple[Control, ...], Field(min_length=1)]
    residual: Text


class Release(Part):
    """What one version changed for the clinician."""

    version: Line
    notes: Annotated[tuple[Text, ...], Field(min_length=1)]
