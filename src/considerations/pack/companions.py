"""What stands beside the points, as frozen models: evidence, gaps, the table, what is set aside, hazards."""

import re
from collections.abc import Mapping
from functools import cached_property
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from considerations.pack.conditions import ALWAYS, Address, Condition, Highlight, Id, Line, Note, Part, Text, WebAddress


class NotUsed(Part):
    """Sentences that make no point, and why; `repeats` names the sentence whose point they would make again."""

    not_used: Annotated[tuple[Address, ...], Field(min_length=1)]
    because: Literal["heading", "lead-in", "framing", "outlook", "repeats"]
    repeats: Address | None = None
    note: Text | None = None


SECONDARY = "original not checked"


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
        """Where it can be read, if the record has an address."""
        if self.doi:
            return f"https://doi.org/{self.doi}"
        return f"https://pubmed.ncbi.nlm.nih.gov/{self.pmid}/" if self.pmid else self.url

    @cached_property
    def short(self) -> str:
        """First author or body, and year."""
        names = self.citation.split(". ")[0].rstrip(".")
        first, *others = names.split(", ")
        authors = others and re.search(r" [A-Z]{1,3}( Jr)?$", first)
        return f"{first}{' et al.' if authors else ''}{f' ({self.year})' if self.year else ''}"

    @property
    def place(self) -> str:
        """Where it can be found, as it is written on paper."""
        if self.doi:
            return f"doi:{self.doi}"
        return f"PubMed {self.pmid}" if self.pmid else self.url or "no link in our record"

    @property
    def caveat(self) -> str:
        """What is to be known of how it was checked, in brackets; nothing where the primary record was."""
        return f" ({SECONDARY})" if self.checked == "secondary pages only" else ""


class Weighed(Part):
    """What published evidence does with the sentences `at` which a point stands."""

    point: Id
    at: Annotated[tuple[Address, ...], Field(min_length=1)]
    evidence: Literal["supports", "qualifies", "no-study-can-settle-it"]
    note: Note
    refs: tuple[Id, ...]


class Evidence(Part):
    """The references of a pack, and what they say beside its points."""

    references: tuple[Reference, ...]
    weighed: tuple[Weighed, ...]

    @cached_property
    def named(self) -> Mapping[str, Reference]:
        """Every reference by its id."""
        return {each.reference: each for each in self.references}

    def beside(self, point: str) -> tuple[Weighed, ...]:
        """Give what evidence says beside a point."""
        return tuple(each for each in self.weighed if each.point == point)


class Gap(Part):
    """What the article does not say; `absent` holds the words that prove it, `in_short` a sentence to stand right after the points."""

    gap: Id
    group: Id
    topic: Line
    note: Note
    refs: tuple[Id, ...]
    in_short: Line | None = None
    absent: Annotated[tuple[Line, ...], Field(min_length=1)]
    with_themes: tuple[Id, ...] = ()
    with_points: tuple[Id, ...] = ()
    relevant: Annotated[tuple[Highlight, ...], Field(max_length=100)] = ()


class Gaps(Part):
    """The gaps of a pack, in groups that can be taken in."""

    groups: Annotated[Mapping[Id, Line], Field(min_length=1)]
    gaps: tuple[Gap, ...]


class Notice(Part):
    """What is to be seen before the points while `when` holds, on the pages named in `where`; also on page one and in the text."""

    notice: Id
    when: Condition
    where: tuple[Literal["check-answers", "considerations"], ...]
    text: Note

    @model_validator(mode="after")
    def _stands_above_the_points(self) -> Self:
        if "considerations" not in self.where:
            raise PydanticCustomError("pack", "'where' names 'considerations': a notice stands above the points", {})
        if self.when == ALWAYS:
            raise PydanticCustomError("pack", "what always shows is read past; name the answers for this notice", {})
        return self


class Cell(Part):
    """What the article says in one place of the table, or the gaps that say what it leaves out."""

    says: Line
    cites: tuple[Address, ...] = ()
    gaps: tuple[Id, ...] = ()


class Row(Part):
    """One aspect, side by side; a column without a cell is one on which the article says nothing."""

    row: Id
    title: Line
    cells: Annotated[Mapping[Id, Cell], Field(min_length=1)]


class Comparison(Part):
    """The options side by side, as far as the article goes; on paper there is room for six."""

    columns: Annotated[Mapping[Id, Line], Field(min_length=1, max_length=6)]
    rows: tuple[Row, ...]


class Selection(Part):
    """Points by name or by theme and valence, gaps and notices by name, and a condition on the answers."""

    points: tuple[Id, ...] = ()
    theme: Id | None = None
    valence: Literal["benefit", "limit", "neither"] | None = None
    gaps: tuple[Id, ...] = ()
    notices: tuple[Id, ...] = ()
    when: Condition | None = None


class Guarantee(Part):
    """
    A property of the pack that is proved for every answer set without a stop, complete or not.

    Wherever the questions of `answered` are answered and one of `wherever` is so (everywhere, if it is left out), the number
    of highlighted points keeps its bounds, one of `then_some`, all of `then_all` and none of `never` is so.
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
    def _guarantees_something(self) -> Self:
        claims = (self.at_least, self.at_most, self.then_some, self.then_all, self.never)
        if all(claim is None for claim in claims):
            raise PydanticCustomError(
                "pack", "this guarantees nothing; give it a bound, 'then_some', 'then_all' or 'never'", {}
            )
        if self.at_least is not None and self.at_most is not None and self.at_least > self.at_most:
            raise PydanticCustomError(
                "pack",
                "no number is at least {least} and at most {most}",
                {"least": self.at_least, "most": self.at_most},
            )
        return self


class Control(Part):
    """What keeps a hazard from doing harm, and the test that shows it."""

    control: Text
    test: Line


class Hazard(Part):
    """What could go wrong, what keeps it from doing harm, and what is left."""

    hazard: Id
    title: Line
    cause: Text
    effect: Text
    controls: Annotated[tuple[Control, ...], Field(min_length=1)]
    residual: Text
