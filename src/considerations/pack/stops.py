"""What comes before any point: the answers that leave no time for them, and the crisis lines shown then."""

from typing import Annotated, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from considerations.pack.conditions import Condition, Day, Id, Line, Part, Text, WebAddress
from considerations.pack.words import draft
from considerations.pack.words.explanations import CHECKED


class Contact(Part):
    """A crisis line."""

    place: Line
    line: Line
    url: WebAddress | None = None


class Stop(Part):
    """Answers that leave no time for the points. Holds while `when` is true and `until` is not."""

    stop: Id
    when: Condition
    until: Condition | None = None
    headline: Line
    first: Annotated[tuple[Text, ...], Field(min_length=1)]
    after: Text

    def questions(self) -> set[str]:
        """Return the ids of the questions that cause or lift this stop."""
        return {*self.when.questions(), *(self.until.questions() if self.until else ())}


class Stops(Part):
    """The stops of a pack, and the contacts that every one of them shows; only a draft can leave these out."""

    checked: Day | None = None
    checked_how: Text = draft.NOT_CHECKED
    contacts: tuple[Contact, ...] = ()
    stops: Annotated[tuple[Stop, ...], Field(min_length=1)]

    @model_validator(mode="after")
    def _checked_what_is_there(self) -> Self:
        if self.checked and not self.contacts:
            message = "'checked' is about crisis lines, and there are none; add 'contacts', or remove 'checked'"
            raise PydanticCustomError("pack", message, {})
        return self

    @property
    def contacts_checked(self) -> str:
        """When and how the contacts were checked."""
        return CHECKED.format(date=self.checked, how=self.checked_how) if self.checked else draft.NOT_CHECKED
