"""What a pack guarantees for every answer set, as frozen models."""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from considerations.pack.conditions import Condition, Id, Line, Part, Text


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
