"""What published evidence says of the points, as frozen models."""

import re
from collections.abc import Mapping
from functools import cached_property
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from considerations.pack.conditions import Address, Day, Id, Line, Note, Part, Text, WebAddress

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
