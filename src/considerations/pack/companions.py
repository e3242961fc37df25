"""What a pack adds to its points, as frozen models: gaps, notices, table, unused sentences, hazards, changes."""

from collections.abc import Mapping
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from considerations.pack.conditions import ALWAYS, Address, Condition, Highlight, Id, Line, Note, Part, Short, Text


class NotUsed(Part):
    """Sentences not used as a point, and why; `repeats` names the sentence whose point they would make, `stop` the stop that says it."""

    not_used: Annotated[tuple[Address, ...], Field(min_length=1)]
    because: Literal["heading", "lead-in", "framing", "outlook", "no-claim", "repeats", "stop"]
    repeats: Address | None = None
    stop: Id | None = None
    note: Text | None = None


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
